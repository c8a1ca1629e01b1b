//! [Parabolic Reflector Dish](https://adventofcode.com/2023/day/14): the load of round rocks that roll north until something
//! stops them (part 1), or north, west, south and east, a thousand million times (part 2).
//!
//! **Counts.** Cubes cut columns and rows into segments. After a tilt, the rocks of each segment lie at one end of it, so the
//! number in each segment is all there is to know.
//!
//! **Only differences.** From one cycle to the next, few counts change. If the count of a segment changes from `a` to `b`
//! in a tilt, the cells between the two places, counted from the end where the rocks lie, gain or lose a rock. Each such
//! cell changes the count of the segment across it in the next tilt by one. So a cycle costs as much as it changes: after
//! the first few, that is a small part of the rocks. The load and a fingerprint of the state are kept in the same manner.
//!
//! **The end of the cycles.** A state is compared with an earlier one if their fingerprints are equal. Once a state comes
//! again, all repeats from there.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 100;
const _: () = assert!(MOST_SIDE * MOST_SIDE < 1 << 16 && MOST_SIDE < 1 << 8);
const CYCLES: usize = 1_000_000_000;
/// A state has to come again within these cycles.
const MOST_CYCLES: usize = 1_000;

/// Axes of segments.
const ROWS: usize = 0;
const COLUMNS: usize = 1;
/// The tilts of a cycle, each by its axis and whether the rocks roll to the end of a segment or to its start.
const TILTS: [(usize, bool); 4] = [(COLUMNS, false), (ROWS, false), (COLUMNS, true), (ROWS, true)];
const NORTH: usize = 0;
const EAST: usize = 3;

/// The segments on both axes, and the rocks.
pub struct Input {
    segments: [Segments; 2],
    rocks: Vec<Rock>,
}

/// The segments of rows or columns.
#[derive(Default)]
struct Segments {
    /// The first cell of each segment among all cells, and the end of them.
    starts: Vec<u16>,
    /// By cell, the segment on the other axis.
    across: Vec<u16>,
    /// By segment, the load of a rock in its first cell.
    loads: Vec<u16>,
}

/// A rock, by its segments on both axes and its number among the cells of the rows.
struct Rock {
    segments: [u16; 2],
    cell: u16,
}

/// Reads the grid, and cuts it into segments.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let is_cell = |byte| matches!(byte, b'O' | b'#' | b'.');
    let grid = reader.grid(is_cell, "`O`, `#` or `.`", MOST_SIDE)?;
    reader.end()?;
    let (width, height) = (grid.width, grid.height);
    let mut segments = [(); 2].map(|()| Segments::default());
    // By axis, the places in the order of their segments, and the segment of each place.
    let mut orders = [(); 2].map(|()| Vec::with_capacity(grid.cells.len()));
    let mut numbers = [(); 2].map(|()| vec![0; grid.cells.len()]);
    for (axis, lines, line, length, step) in
        [(ROWS, height, width, width, 1), (COLUMNS, width, 1, height, width)]
    {
        let (segments, order) = (&mut segments[axis], &mut orders[axis]);
        for start in (0..lines).map(|at| at * line) {
            let mut is_open = false;
            for place in (0..length).map(|at| start + at * step) {
                if grid.cells[place] == b'#' {
                    is_open = false;
                    continue;
                }
                if !is_open {
                    is_open = true;
                    segments.starts.push(order.len() as u16);
                    segments.loads.push((height - place / width) as u16);
                }
                order.push(place);
                numbers[axis][place] = segments.starts.len() as u16 - 1;
            }
        }
        segments.starts.push(order.len() as u16);
    }
    for axis in [ROWS, COLUMNS] {
        segments[axis].across = orders[axis].iter().map(|&place| numbers[1 - axis][place]).collect();
    }
    let rocks = orders[ROWS].iter().enumerate().filter(|&(_, &place)| grid.cells[place] == b'O');
    let rocks = rocks.map(|(cell, &place)| Rock {
        segments: [ROWS, COLUMNS].map(|axis| numbers[axis][place]),
        cell: cell as u16,
    });
    Ok(Input { rocks: rocks.collect(), segments })
}

impl Input {
    /// The number of rocks in each segment of an axis, before any tilt.
    fn counts(&self, axis: usize) -> Vec<u8> {
        let mut counts = vec![0; self.segments[axis].loads.len()];
        self.rocks.iter().for_each(|rock| counts[usize::from(rock.segments[axis])] += 1);
        counts
    }

    /// Whether the rocks lie as they do after a tilt to the east.
    fn lies_in_the_east(&self) -> bool {
        let (counts, starts) = (self.counts(ROWS), &self.segments[ROWS].starts);
        self.rocks.iter().all(|rock| {
            let segment = usize::from(rock.segments[ROWS]);
            rock.cell + u16::from(counts[segment]) >= starts[segment + 1]
        })
    }
}

/// The load after a tilt to the north.
pub fn part1(input: &Input) -> u32 {
    let counts = input.counts(COLUMNS).into_iter().map(u32::from);
    let loads = input.segments[COLUMNS].loads.iter().copied().map(u32::from);
    // The loads in a segment fall by one from each cell to the next.
    counts.zip(loads).map(|(count, load)| count * (2 * load + 1 - count) / 2).sum()
}

/// The load after all cycles, if a state comes again soon.
pub fn part2(input: &Input) -> Option<i32> {
    let mut platform = Platform::new(input);
    let mut history = History::default();
    // Before the first cycle, the state is one of those after a cycle only if the rocks lie in the east.
    let counts = input.counts(ROWS);
    let first = if input.lies_in_the_east() {
        let print =
            counts.iter().enumerate().map(|(segment, &count)| mixed(segment).wrapping_mul(count.into()));
        let loads = counts.iter().zip(&input.segments[ROWS].loads);
        let load = loads.map(|(&count, &load)| i32::from(count) * i32::from(load)).sum();
        history.push(print.fold(0, u64::wrapping_add), load, &counts);
        0
    } else {
        1
    };
    for cycle in 1..=MOST_CYCLES {
        platform.cycle();
        let counts = &platform.tilts[EAST].counts;
        if let Some(earlier) = history.find(platform.print, counts) {
            let earlier = earlier + first;
            let same = earlier + (CYCLES - earlier) % (cycle - earlier);
            return Some(history.loads[same - first]);
        }
        history.push(platform.print, platform.load, counts);
    }
    None
}

/// The states after cycles.
#[derive(Default)]
struct History {
    prints: Vec<u64>,
    loads: Vec<i32>,
    /// The counts of all of them, one after the other.
    counts: Vec<u8>,
}

impl History {
    fn push(&mut self, print: u64, load: i32, counts: &[u8]) {
        self.prints.push(print);
        self.loads.push(load);
        self.counts.extend_from_slice(counts);
    }

    fn find(&self, print: u64, counts: &[u8]) -> Option<usize> {
        let is_equal = |at: usize| self.counts[at * counts.len()..][..counts.len()] == *counts;
        (0..self.prints.len()).find(|&at| self.prints[at] == print && is_equal(at))
    }
}

/// A factor for the count of a segment in fingerprints.
fn mixed(segment: usize) -> u64 {
    let product = (segment as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (product ^ product >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9)
}

/// The state after each tilt of the latest cycle.
struct Platform<'a> {
    input: &'a Input,
    tilts: [Tilt; 4],
    /// The segments whose counts the latest tilt changed, with the count before and after.
    changes: Vec<(u16, u8, u8)>,
    is_first: bool,
    print: u64,
    load: i32,
}

struct Tilt {
    /// By segment. While changes are made, counts wrap.
    counts: Vec<u8>,
    /// The counts in the cycle before.
    before: Vec<u8>,
    /// Segments whose counts may differ from those in the cycle before.
    touched: Vec<u16>,
}

impl Tilt {
    #[inline(always)]
    fn add(&mut self, segment: u16, difference: u8) {
        let count = &mut self.counts[usize::from(segment)];
        *count = count.wrapping_add(difference);
        self.touched.push(segment);
    }
}

impl<'a> Platform<'a> {
    /// Before the first cycle, all counts are 0, and those of the first tilt are to be changed by the rocks.
    fn new(input: &'a Input) -> Self {
        let mut tilts = TILTS.map(|(axis, _)| {
            let zeros = vec![0; input.segments[axis].loads.len()];
            Tilt { counts: zeros.clone(), before: zeros, touched: Vec::with_capacity(input.rocks.len()) }
        });
        input.rocks.iter().for_each(|rock| tilts[NORTH].add(rock.segments[COLUMNS], 1));
        Platform { input, tilts, changes: Vec::new(), is_first: true, print: 0, load: 0 }
    }

    fn cycle(&mut self) {
        for at in 0..TILTS.len() {
            self.pass_on(at);
            self.settle(at);
            if at == NORTH && std::mem::take(&mut self.is_first) {
                // In the next cycle, the rocks do not come from where they are now.
                let rocks = &self.input.rocks;
                rocks.iter().for_each(|rock| self.tilts[NORTH].add(rock.segments[COLUMNS], u8::MAX));
            }
        }
        for &(segment, before, after) in &self.changes {
            let difference = i32::from(after) - i32::from(before);
            let segment = usize::from(segment);
            self.load += difference * i32::from(self.input.segments[ROWS].loads[segment]);
            self.print = self.print.wrapping_add(mixed(segment).wrapping_mul(difference as u64));
        }
    }

    /// Lets the changes of the tilt before change the counts of a tilt.
    fn pass_on(&mut self, at: usize) {
        let (axis, at_end) = TILTS[(at + TILTS.len() - 1) % TILTS.len()];
        let Segments { starts, across, .. } = &self.input.segments[axis];
        for &(segment, before, after) in &self.changes {
            let difference = if after > before { 1 } else { u8::MAX };
            let few = usize::from(before.min(after));
            let many = usize::from(before.max(after));
            let cells = if at_end {
                let end = usize::from(starts[usize::from(segment) + 1]);
                end - many..end - few
            } else {
                let start = usize::from(starts[usize::from(segment)]);
                start + few..start + many
            };
            across[cells].iter().for_each(|&other| self.tilts[at].add(other, difference));
        }
    }

    /// Finds what a tilt has changed.
    fn settle(&mut self, at: usize) {
        let Tilt { counts, before, touched } = &mut self.tilts[at];
        self.changes.clear();
        for segment in touched.drain(..) {
            let (before, after) = (&mut before[usize::from(segment)], counts[usize::from(segment)]);
            if *before != after {
                self.changes.push((segment, *before, after));
                *before = after;
            }
        }
    }
}
