//! [Playground](https://adventofcode.com/2025/day/8): boxes in space are joined pair by pair, the nearest
//! pair first; the three largest circuits after a number of pairs (part 1), and the pair that joins the last
//! two circuits (part 2).
//!
//! **Only near pairs.** Space is cut into cells at least as wide as some radius. So a box finds all boxes
//! within the radius in its own cell and the neighbouring ones:
//!
//! ```text
//! . . . . .
//! . n n n .
//! . n X n .    X: the cell of the box;  n: its neighbours;  in space there are 26 of them
//! . n n n .
//! . . . . .
//! ```
//!
//! The radius is a guess: if the boxes were spread evenly, it would give somewhat more pairs than part 1
//! needs. If it gives too few, it grows.
//!
//! **Part 1** depends on which pairs are the nearest, and not on their order. They are selected, and not
//! sorted.
//!
//! **Part 2** joins all pairs within the radius, in any order. If that leaves several circuits, the last pair
//! to be joined is longer than the radius, and has its boxes in two of them. So the radius grows. Only boxes
//! outside of the largest circuit look for boxes of other circuits, and they are few. Once all circuits have
//! become one, the pairs of the last radius are sorted, and are joined again in this order. With boxes on a
//! line:
//!
//! ```text
//! ab.c......d.e    radius 3:  ab, ac, bc and de are joined; that leaves abc and de
//!                  radius 9:  d and e look for boxes of abc; cd, bd and ce are found, and all is one circuit
//!                  sorted:    cd (7), bd (9), ce (9); joined again, cd makes one circuit
//! ```
//!
//! **A pair is a number**, so that comparing pairs is comparing numbers. A box's number decides between equal
//! distances:
//!
//! ```text
//! square of the distance | number of the first box: 11 bits | number of the second box: 11 bits
//! ```

use std::f64::consts::PI;
use std::mem;

use aoc_core::hash::Set;
use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const MOST_BOXES: usize = 2_000;
const WIDTH: u32 = 100_000;
/// Bits for the number of a box: its place in the list, from 0.
const NUMBER_BITS: u32 = 11;
/// The greatest number of cells from side to side.
const MOST_CELLS: u64 = 12;

/// The number of pairs that part 1 joins.
pub const PARAMS: &[Param] = &[Param { name: "joins", default: 1_000, range: 1..=1_000_000 }];

/// At least two boxes, all different.
pub struct Input {
    boxes: Vec<Place>,
    /// The number of pairs that part 1 joins: at most all of them.
    joins: usize,
    /// All pairs within the radius: at least as many as part 1 joins.
    near: Vec<u64>,
    radius: u32,
}

/// Three coordinates.
type Place = [u32; 3];

/// Reads one box a line, and finds the near pairs.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut known = Set::with_capacity_and_hasher(MOST_BOXES, Default::default());
    let boxes = reader.lines_up_to(MOST_BOXES, |line| {
        let start = line.at();
        let x = line.number(0..=WIDTH - 1)?;
        line.literal(",")?;
        let y = line.number(0..=WIDTH - 1)?;
        line.literal(",")?;
        let z = line.number(0..=WIDTH - 1)?;
        if known.insert(u64::from(x) << 34 | u64::from(y) << 17 | u64::from(z)) {
            Ok([x, y, z])
        } else {
            Err(line.error("a box that is not listed already", start))
        }
    })?;
    if boxes.len() < 2 {
        return Err(reader.too_soon("a second box"));
    }
    let joins = (params["joins"] as usize).min(boxes.len() * (boxes.len() - 1) / 2);
    let mut radius = first_radius(&boxes, joins);
    let mut near = pairs_within(radius, &boxes);
    while near.len() < joins {
        radius = next_radius(radius);
        near = pairs_within(radius, &boxes);
    }
    Ok(Input { boxes, joins, near, radius })
}

/// The product of the sizes of the three largest circuits after the nearest pairs are joined.
pub fn part1(input: &Input) -> usize {
    let mut pairs = input.near.clone();
    if input.joins < pairs.len() {
        pairs.select_nth_unstable(input.joins);
    }
    let mut circuits = Circuits::new(input.boxes.len());
    for &pair in &pairs[..input.joins] {
        circuits.join(pair);
    }
    let mut largest = [1; 3];
    for mut size in circuits.sizes() {
        for place in &mut largest {
            if size > *place {
                mem::swap(place, &mut size);
            }
        }
    }
    largest.iter().product()
}

/// The product of the first coordinates of the pair that joins the last two circuits.
pub fn part2(input: &Input) -> u64 {
    let mut circuits = Circuits::new(input.boxes.len());
    let mut pairs = input.near.clone();
    let mut radius = input.radius;
    loop {
        let before = circuits.clone();
        for &pair in &pairs {
            circuits.join(pair);
        }
        if circuits.count == 1 {
            circuits = before;
            break;
        }
        radius = next_radius(radius);
        pairs = pairs_between(&circuits.labels(), radius, &input.boxes);
    }
    pairs.sort_unstable();
    let last = pairs.iter().find(|&&pair| {
        circuits.join(pair);
        circuits.count == 1
    });
    last.map_or(0, |&pair| numbers(pair).iter().map(|&number| u64::from(input.boxes[number][0])).product())
}

/// A radius within which there would be more than a number of pairs, if the boxes were spread evenly.
fn first_radius(boxes: &[Place], pairs: usize) -> u32 {
    let low = boxes.iter().fold([WIDTH; 3], |low, at| [0, 1, 2].map(|axis| low[axis].min(at[axis])));
    let high = boxes.iter().fold([0; 3], |high, at| [0, 1, 2].map(|axis| high[axis].max(at[axis])));
    let volume: f64 = [0, 1, 2].map(|axis| f64::from(high[axis] - low[axis] + 1)).iter().product();
    // Balls of this volume around the boxes would give this number of pairs.
    let ball = volume * pairs as f64 / (boxes.len() * boxes.len() / 2) as f64;
    // The balls around the boxes at the faces reach into empty space, and part 2 needs some more pairs.
    (1.4 * (0.75 / PI * ball).cbrt()) as u32 + 1
}

/// A radius that gives about twice as many pairs.
fn next_radius(radius: u32) -> u32 {
    radius + radius / 4 + 1
}

/// A pair as a number.
#[inline(always)]
fn pair(one: &Spot, two: &Spot) -> u64 {
    let square = |axis: usize| (i64::from(one.place[axis]) - i64::from(two.place[axis])).pow(2) as u64;
    let squared_distance = square(0) + square(1) + square(2);
    let (first, second) = (one.number.min(two.number), one.number.max(two.number));
    (squared_distance << (2 * NUMBER_BITS)) | (u64::from(first) << NUMBER_BITS) | u64::from(second)
}

/// The numbers of a pair's boxes.
fn numbers(pair: u64) -> [usize; 2] {
    [pair >> NUMBER_BITS, pair].map(|bits| bits as usize % (1 << NUMBER_BITS))
}

/// All pairs within a radius.
fn pairs_within(radius: u32, places: &[Place]) -> Vec<u64> {
    let cells = Cells::new(radius, places);
    let mut pairs = Vec::with_capacity(4 * places.len());
    for (at, one) in cells.boxes.iter().enumerate() {
        cells.each_near(one, at + 1, |_, pair| pairs.push(pair));
    }
    pairs
}

/// All pairs within a radius whose boxes are in different circuits.
fn pairs_between(labels: &Labels, radius: u32, places: &[Place]) -> Vec<u64> {
    let cells = Cells::new(radius, places);
    let mut pairs = Vec::new();
    for one in &cells.boxes {
        let label = labels.of[one.number as usize];
        if label != labels.largest {
            cells.each_near(one, 0, |two, pair| {
                if labels.of[two.number as usize] != label {
                    pairs.push(pair);
                }
            });
        }
    }
    pairs
}

/// A box and its number.
#[derive(Clone, Copy, Default)]
struct Spot {
    place: Place,
    number: u32,
}

/// The boxes in the order of their cells.
struct Cells {
    /// Every pair within the radius is below this.
    limit: u64,
    /// Cells per unit of length, times 2^32.
    scale: u64,
    /// The number of cells from side to side.
    count: usize,
    /// Where each cell starts in `boxes`.
    starts: Vec<u32>,
    boxes: Vec<Spot>,
}

impl Cells {
    /// Places that are not farther apart than the radius are in neighbouring cells, or in the same.
    fn new(radius: u32, places: &[Place]) -> Self {
        let limit = (u64::from(radius).pow(2) + 1) << (2 * NUMBER_BITS);
        let scale = ((1 << 32) / u64::from(radius)).min((MOST_CELLS << 32) / u64::from(WIDTH));
        let count = cell(scale, WIDTH - 1) + 1;
        let cells = places.iter().map(|&[x, y, z]| {
            let [x, y, z] = [x, y, z].map(|coordinate| cell(scale, coordinate));
            (z * count + y) * count + x
        });
        let cells: Vec<usize> = cells.collect();
        let mut starts = vec![0; count.pow(3) + 1];
        // A counting sort: the sums are where the cells end, and each box moves its cell's start down by one.
        for &cell in &cells {
            starts[cell] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut boxes = vec![Spot::default(); places.len()];
        for (number, (&place, &cell)) in places.iter().zip(&cells).enumerate() {
            starts[cell] -= 1;
            boxes[starts[cell] as usize] = Spot { place, number: number as u32 };
        }
        Cells { limit, scale, count, starts, boxes }
    }

    /// Visits the boxes within the radius of one, from an index of `boxes` on, each with the pair that it
    /// makes.
    #[inline(always)]
    fn each_near(&self, one: &Spot, first: usize, mut visit: impl FnMut(&Spot, u64)) {
        let [(left, right), (top, bottom), (front, back)] = one.place.map(|coordinate| {
            let cell = cell(self.scale, coordinate);
            (cell.saturating_sub(1), (cell + 1).min(self.count - 1))
        });
        for z in front..=back {
            for y in top..=bottom {
                let row = (z * self.count + y) * self.count;
                let (start, end) = (self.starts[row + left] as usize, self.starts[row + right + 1] as usize);
                if end > first {
                    for two in &self.boxes[start.max(first)..end] {
                        let pair = pair(one, two);
                        if pair < self.limit {
                            visit(two, pair);
                        }
                    }
                }
            }
        }
    }
}

/// The cell of a coordinate, counted from 0.
#[inline(always)]
fn cell(scale: u64, coordinate: u32) -> usize {
    ((u64::from(coordinate) * scale) >> 32) as usize
}

/// Which boxes are connected: a forest, in which the root of each tree knows its size.
#[derive(Clone)]
struct Circuits {
    parents: Vec<u16>,
    sizes: Vec<u16>,
    count: usize,
}

/// The circuit of each box, and the largest circuit.
struct Labels {
    of: Vec<u16>,
    largest: u16,
}

impl Circuits {
    fn new(boxes: usize) -> Self {
        Circuits { parents: (0..boxes as u16).collect(), sizes: vec![1; boxes], count: boxes }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while usize::from(self.parents[at]) != at {
            let above = self.parents[usize::from(self.parents[at])];
            self.parents[at] = above;
            at = usize::from(above);
        }
        at
    }

    fn join(&mut self, pair: u64) {
        let [one, two] = numbers(pair).map(|number| self.root(number));
        if one != two {
            let (small, large) = if self.sizes[one] < self.sizes[two] { (one, two) } else { (two, one) };
            self.parents[small] = large as u16;
            self.sizes[large] += self.sizes[small];
            self.count -= 1;
        }
    }

    fn sizes(&self) -> impl Iterator<Item = usize> {
        let roots = (0..self.parents.len()).filter(|&at| usize::from(self.parents[at]) == at);
        roots.map(|root| usize::from(self.sizes[root]))
    }

    fn labels(&mut self) -> Labels {
        let of: Vec<u16> = (0..self.parents.len()).map(|at| self.root(at) as u16).collect();
        let largest = of.iter().copied().max_by_key(|&root| self.sizes[usize::from(root)]).unwrap_or(0);
        Labels { of, largest }
    }
}
