//! [The Floor Will Be Lava](https://adventofcode.com/2023/day/16): light that mirrors turn and splitters split; the number of
//! cells with light if it enters at the top left to the right (part 1), and the greatest number over all entrances (part 2).
//!
//! **Beams.** A beam leaves a splitter, or enters at the border, and ends at the next splitter or at the border. It passes
//! each cell in a given direction, and a mirror can be followed back as well as forth, so no two beams have a cell and a
//! direction in common, and none runs in a circle. All beams together are at most four cells long for each cell of the map.
//! They are followed once; after that, light is a search in the graph of beams.
//!
//! **The hub.** From most entrances the light reaches the same large strongly connected component. A beam in it is the hub.
//! The cells that it lights are counted once; every beam of its component, which are those that it leads to and that lead
//! to it, lights the same. So a search from an entrance stops at the component, and counts only cells that the hub does not
//! light. A search that does not get there counts all of its cells. Even without a hub, all searches together take about
//! 30 million steps at most.

use std::ops::Range;

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 120;
/// Places and beams are numbered with 16 bits.
const _: () = assert!((MOST_SIDE + 1) * (MOST_SIDE + 2) < 1 << 16);
const _: () = assert!(2 * MOST_SIDE * MOST_SIDE + 4 * MOST_SIDE < 1 << 16);
/// How many beams may be tried as the hub.
const MOST_TRIED: usize = 8;
/// What surrounds the map.
const BORDER: u8 = 0;

/// Directions. A `/` turns each into its bitwise difference from 3, and a `\` into that from 1; the axis is the lowest bit.
const NORTH: usize = 0;
const WEST: usize = 1;
const SOUTH: usize = 2;
const EAST: usize = 3;

/// All beams.
pub struct Input {
    /// First those that leave splitters, two for each, and then those that enter, the one of part 1 first.
    beams: Vec<Beam>,
    /// The number of those that leave splitters.
    inner: usize,
    /// The places of all beams.
    places: Vec<u16>,
    /// The number of places, with the border.
    size: usize,
}

struct Beam {
    /// Where its places are listed, with the splitter at its end.
    places: Range<u32>,
    /// The beams that it becomes: both that leave its last splitter, or one of them, or none.
    next: Range<u16>,
}

/// Reads the map, and follows all beams.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    // One cell between two rows is the border at the right of one and at the left of the other.
    let stride = 1 + reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    let mut cells = Vec::with_capacity(text.len() + 2 * stride + 1);
    cells.resize(stride, BORDER);
    let is_cell = |byte| matches!(byte, b'.' | b'/' | b'\\' | b'|' | b'-');
    reader.grid_rows(is_cell, "one of `./\\|-`", MOST_SIDE, |row| {
        cells.extend_from_slice(row);
        cells.push(BORDER);
    })?;
    reader.end()?;
    cells.resize(cells.len() + stride, BORDER);
    Ok(follow(&cells, stride))
}

fn follow(cells: &[u8], stride: usize) -> Input {
    let by = [stride.wrapping_neg(), 1_usize.wrapping_neg(), stride, 1];
    let is_splitter = |&place: &usize| matches!(cells[place], b'|' | b'-');
    let splitters: Vec<usize> = (0..cells.len()).filter(is_splitter).collect();
    let mut numbers = vec![0; cells.len()];
    for (number, &place) in splitters.iter().enumerate() {
        numbers[place] = number as u16;
    }
    let mut places = Vec::with_capacity(4 * cells.len());
    let mut beam = |from: usize, direction: usize| {
        let start = places.len() as u32;
        let (mut place, mut direction) = (from, direction);
        let next = loop {
            place = place.wrapping_add(by[direction]);
            let cell = cells[place];
            if cell == BORDER {
                break 0..0;
            }
            places.push(place as u16);
            match cell {
                b'/' => direction ^= 3,
                b'\\' => direction ^= 1,
                b'|' | b'-' => {
                    let both = 2 * numbers[place];
                    let passes = (cell == b'|') == (direction % 2 == NORTH % 2);
                    let onward = both + (direction / 2) as u16;
                    break if passes { onward..onward + 1 } else { both..both + 2 };
                }
                _ => {}
            }
        };
        Beam { places: start..places.len() as u32, next }
    };
    let mut beams = Vec::with_capacity(2 * splitters.len() + 4 * MOST_SIDE);
    for &place in &splitters {
        let axis = if cells[place] == b'|' { [NORTH, SOUTH] } else { [WEST, EAST] };
        beams.extend(axis.map(|direction| beam(place, direction)));
    }
    for row in (stride..cells.len() - stride).step_by(stride) {
        beams.extend([beam(row - 1, EAST), beam(row + stride - 1, WEST)]);
    }
    for column in 0..stride - 1 {
        beams.extend([beam(column, SOUTH), beam(cells.len() - stride + column, NORTH)]);
    }
    Input { beams, inner: 2 * splitters.len(), places, size: cells.len() }
}

/// The number of cells with light from the first entrance.
pub fn part1(input: &Input) -> usize {
    Search::new(input, Hub::none(input)).count(input.inner)
}

/// The greatest number of cells with light from one entrance.
pub fn part2(input: &Input) -> Option<usize> {
    let mut search = Search::new(input, Hub::find(input));
    (input.inner..input.beams.len()).map(|entrance| search.count(entrance)).max()
}

/// The component that most light reaches.
struct Hub {
    /// By beam, whether it is in the component.
    component: Vec<bool>,
    /// By place, whether the component lights it.
    lit: Vec<bool>,
    /// The number of places that it lights.
    count: usize,
}

impl Hub {
    /// No component.
    fn none(input: &Input) -> Hub {
        Hub { component: vec![false; input.inner], lit: vec![false; input.size], count: 0 }
    }

    /// The largest of the components of some beams.
    fn find(input: &Input) -> Hub {
        let mut hub = Hub::none(input);
        // For each beam, the beams that become it.
        let mut before = vec![Vec::new(); input.inner];
        for (at, beam) in input.beams[..input.inner].iter().enumerate() {
            for next in beam.next.clone() {
                before[usize::from(next)].push(at as u16);
            }
        }
        let mut largest = 0;
        for at in (0..input.inner).step_by(input.inner / MOST_TRIED + 1) {
            let leading = reach(at, input.inner, |at| before[at].iter().copied());
            let reached = reach(at, input.inner, |at| input.beams[at].next.clone());
            let component: Vec<bool> = leading.iter().zip(&reached).map(|(one, other)| one & other).collect();
            let size = component.iter().filter(|&&is| is).count();
            if size > largest {
                largest = size;
                hub = Hub { component, ..Hub::none(input) };
                for (beam, _) in input.beams.iter().zip(reached).filter(|&(_, reached)| reached) {
                    input.places_of(beam).for_each(|place| hub.lit[place] = true);
                }
            }
            if largest > input.inner / 4 {
                break;
            }
        }
        hub.count = hub.lit.iter().filter(|&&lit| lit).count();
        hub
    }
}

impl Input {
    fn places_of(&self, beam: &Beam) -> impl Iterator<Item = usize> {
        let Range { start, end } = beam.places;
        self.places[start as usize..end as usize].iter().map(|&place| place.into())
    }
}

/// What can be reached from a beam, itself included.
fn reach<I: Iterator<Item = u16>>(from: usize, size: usize, next: impl Fn(usize) -> I) -> Vec<bool> {
    let mut reached = vec![false; size];
    reached[from] = true;
    let mut found = vec![from];
    while let Some(at) = found.pop() {
        for next in next(at).map(usize::from) {
            if !reached[next] {
                reached[next] = true;
                found.push(next);
            }
        }
    }
    reached
}

/// Counts the cells with light, again and again.
struct Search<'a> {
    input: &'a Input,
    hub: Hub,
    /// The number of the last search that met a beam, or a place.
    beams: Vec<u16>,
    places: Vec<u16>,
    round: u16,
    found: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(input: &'a Input, hub: Hub) -> Self {
        let (beams, places) = (vec![0; input.inner], vec![0; input.size]);
        Search { input, hub, beams, places, round: 0, found: Vec::new() }
    }

    /// The number of cells with light from an entrance.
    fn count(&mut self, entrance: usize) -> usize {
        self.round += 1;
        self.found.clear();
        self.found.push(entrance);
        let (mut done, mut meets_hub) = (0, false);
        while let Some(&at) = self.found.get(done) {
            done += 1;
            for next in self.input.beams[at].next.clone().map(usize::from) {
                if self.hub.component[next] {
                    meets_hub = true;
                } else if self.beams[next] != self.round {
                    self.beams[next] = self.round;
                    self.found.push(next);
                }
            }
        }
        let mut count = if meets_hub { self.hub.count } else { 0 };
        for &at in &self.found {
            for place in self.input.places_of(&self.input.beams[at]) {
                let is_new = (self.places[place] != self.round) & !(meets_hub & self.hub.lit[place]);
                count += usize::from(is_new);
                self.places[place] = self.round;
            }
        }
        count
    }
}
