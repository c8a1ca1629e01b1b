//! [Reactor Reboot](https://adventofcode.com/2021/day/22): how many cells are on after steps that switch
//! cuboids of cells on or off, within 50 of the origin and in all?
//!
//! The last step that covers a cell decides whether it is on. So the answer is a sum over the steps that
//! switch on: how many of their cells does no later step cover? That depends on the later cuboids that meet
//! the step's cuboid, and is counted in one of two ways.
//!
//! **By overlaps**, which are few on real inputs: inclusion and exclusion. For each of the others, the cells
//! that it shares with the cuboid are subtracted, except for those that the others before it share as well,
//! which are counted in the same way. Cuboids have a common cell if each two of them have one, because on
//! each axis they are intervals. So it is enough to find out once which two of them meet, as bits. The sets
//! of those that all meet are ANDs of these, and no intersection is empty.
//!
//! **By cutting**, where overlaps of overlaps become too many: the parts of the cuboid that stick out of one
//! of the others, six at most, are cut in turn by the rest of the others. A part that meets none of these is
//! uncovered. What is covered is gone at once, so heavy overlaps make this easy.
//!
//! Which cuboids meet is found out with bins: each axis is divided into 64 parts, each with the set of the
//! steps that reach into it.
//!
//! Assumes the domain: at most 500 steps, so that cutting makes a few million parts at worst. Volumes are
//! below 2^56.

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

const FARTHEST: i32 = 200_000;
const MOST_STEPS: usize = 500;
/// How many intersections are made for one step before its cuboid is cut instead.
const PATIENCE: u32 = 256;

/// Cells from `low` up to `high`, which is not included.
#[derive(Clone, Copy)]
struct Cuboid {
    low: [i32; 3],
    high: [i32; 3],
}

/// A cuboid that is switched on or off.
#[derive(Clone, Copy)]
struct Step {
    on: bool,
    cuboid: Cuboid,
}

/// The steps in order.
pub struct Input {
    steps: Vec<Step>,
}

/// Reads one step a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let steps = Reader::new(text).lines_up_to(MOST_STEPS, |reader| {
        let on = reader.one_of(&["on x=", "off x="])? == 0;
        let x = reader.span(-FARTHEST..=FARTHEST, "..")?;
        reader.literal(",y=")?;
        let y = reader.span(-FARTHEST..=FARTHEST, "..")?;
        reader.literal(",z=")?;
        let z = reader.span(-FARTHEST..=FARTHEST, "..")?;
        let (low, high) = ([*x.start(), *y.start(), *z.start()], [x.end() + 1, y.end() + 1, z.end() + 1]);
        Ok(Step { on, cuboid: Cuboid { low, high } })
    })?;
    Ok(Input { steps })
}

/// The cells that are on in the small region.
pub fn part1(input: &Input) -> i64 {
    let region = Cuboid { low: [-50; 3], high: [51; 3] };
    let steps = input.steps.iter().filter(|step| step.cuboid.meets(&region));
    let clipped: Vec<Step> =
        steps.map(|step| Step { on: step.on, cuboid: step.cuboid.and(&region) }).collect();
    cells_on(&clipped)
}

/// The cells that are on.
pub fn part2(input: &Input) -> i64 {
    cells_on(&input.steps)
}

/// A set of steps.
type Set = [u64; MOST_STEPS.div_ceil(64)];

/// Parts that an axis is divided into.
const BINS: usize = 64;

/// The part of its axis in which a cell is.
fn bin(cell: i32) -> usize {
    (cell + FARTHEST) as usize * BINS / (2 * FARTHEST as usize + 1)
}

fn cells_on(steps: &[Step]) -> i64 {
    let mut bins = vec![[Set::default(); BINS]; 3];
    let mut others = Vec::new();
    let mut count = 0;
    // From the last step to the first, so that all steps in the sets are later ones.
    for (number, Step { on, cuboid }) in steps.iter().enumerate().rev() {
        let mut near = [u64::MAX; MOST_STEPS.div_ceil(64)];
        for (axis, bins) in bins.iter_mut().enumerate() {
            let mut there = Set::default();
            for set in &mut bins[bin(cuboid.low[axis])..=bin(cuboid.high[axis] - 1)] {
                there.iter_mut().zip(*set).for_each(|(there, word)| *there |= word);
                set[number / 64] |= 1 << (number % 64);
            }
            near.iter_mut().zip(there).for_each(|(near, word)| *near &= word);
        }
        if *on {
            let near =
                near.iter().zip(steps.chunks(64)).flat_map(|(&set, steps)| ones(set).map(|at| &steps[at]));
            others.clear();
            others.extend(near.map(|step| step.cuboid).filter(|other| other.meets(cuboid)));
            count += by_overlaps(cuboid, &others).unwrap_or_else(|| by_cutting(cuboid, &others));
        }
    }
    count
}

/// How many cells of a cuboid do the others not cover, which all meet it? Gives up on too many overlaps.
fn by_overlaps(cuboid: &Cuboid, others: &[Cuboid]) -> Option<i64> {
    let mut meets = [0; u64::BITS as usize];
    for (at, other) in others.iter().enumerate() {
        let before = others[..at].iter().rev();
        *meets.get_mut(at)? = before.fold(0, |set, it| set << 1 | u64::from(it.meets(other)));
    }
    let all = (1_u128 << others.len()) - 1;
    let mut overlaps = Overlaps { others, meets, patience: PATIENCE };
    Some(cuboid.volume() - overlaps.covered(cuboid, all as u64)?)
}

struct Overlaps<'a> {
    others: &'a [Cuboid],
    /// For each of the others those before it that meet it, as bits.
    meets: [u64; u64::BITS as usize],
    /// How many intersections may still be made.
    patience: u32,
}

impl Overlaps<'_> {
    /// How many cells of a cuboid do those of a set cover, which all meet it?
    fn covered(&mut self, cuboid: &Cuboid, mut set: u64) -> Option<i64> {
        let mut covered = 0;
        while set != 0 {
            let last = set.ilog2() as usize;
            set ^= 1 << last;
            self.patience = self.patience.checked_sub(1)?;
            let shared = cuboid.and(&self.others[last]);
            covered += shared.volume();
            let before = set & self.meets[last];
            if before != 0 {
                covered -= self.covered(&shared, before)?;
            }
        }
        Some(covered)
    }
}

/// How many cells of a cuboid do the others not cover?
fn by_cutting(cuboid: &Cuboid, others: &[Cuboid]) -> i64 {
    let Some(first) = others.iter().position(|other| other.meets(cuboid)) else { return cuboid.volume() };
    let (other, rest) = (&others[first], &others[first + 1..]);
    let mut count = 0;
    // What is left of it.
    let mut left = *cuboid;
    for axis in 0..3 {
        if left.low[axis] < other.low[axis] {
            let mut below = left;
            (below.high[axis], left.low[axis]) = (other.low[axis], other.low[axis]);
            count += by_cutting(&below, rest);
        }
        if left.high[axis] > other.high[axis] {
            let mut above = left;
            (above.low[axis], left.high[axis]) = (other.high[axis], other.high[axis]);
            count += by_cutting(&above, rest);
        }
    }
    count
}

impl Cuboid {
    /// Whether they have a common cell.
    fn meets(&self, other: &Cuboid) -> bool {
        (0..3).all(|axis| self.low[axis] < other.high[axis] && other.low[axis] < self.high[axis])
    }

    /// The common cells of two cuboids that meet.
    fn and(&self, other: &Cuboid) -> Cuboid {
        Cuboid {
            low: [0, 1, 2].map(|axis| self.low[axis].max(other.low[axis])),
            high: [0, 1, 2].map(|axis| self.high[axis].min(other.high[axis])),
        }
    }

    fn volume(&self) -> i64 {
        (0..3).map(|axis| i64::from(self.high[axis] - self.low[axis])).product()
    }
}
