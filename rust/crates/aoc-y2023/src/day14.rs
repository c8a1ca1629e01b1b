//! [Parabolic Reflector Dish](https://adventofcode.com/2023/day/14): the load of round rocks that roll north
//! until something stops them (part 1), or north, west, south and east, a thousand million times (part 2).
//!
//! **Counts.** Cubes cut columns and rows into segments. After a tilt, the rocks of each segment lie at one
//! end of it, so the number of rocks in each segment is all there is to know.
//!
//! **Only differences.** From one cycle to the next, few counts change. If a count changes, only the cells
//! between the old count and the new one gain or lose a rock. Each such cell lies in one segment of the other
//! axis, whose count at the next tilt changes by one:
//!
//! ```text
//! .O#.       .O#.      A column segment from the top, after a tilt to the north: its count was 1 and is now 3.
//! ....  ->   .O..      The row segment through the second cell gets one rock more at the next tilt,
//! #.#.       #O#.      and so does the row segment through the third cell.
//! ....       ....
//! ```
//!
//! So a cycle costs as much as it changes. After the first few cycles that is a small part of the rocks. The
//! load and a fingerprint of the state are kept up to date in the same manner.
//!
//! **The end of the cycles.** Once a state comes again, everything repeats from there. Equal fingerprints
//! are checked: all changes since the earlier state are undone. If every count stays as it is, it was the
//! same state.

use aoc_core::grid::Grid;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 100;
const _: () = assert!(MOST_SIDE * MOST_SIDE < 1 << 16 && MOST_SIDE < 1 << 8);
/// The cycles of part 2.
const CYCLES: usize = 1_000_000_000;
/// A state has to come again within these cycles.
const MOST_CYCLES: usize = 1_000;

/// The axes: segments of rows, and segments of columns.
const ROWS: usize = 0;
const COLUMNS: usize = 1;
/// The tilts of a cycle, each by its axis and whether the rocks roll to the end of a segment or to its start.
const TILTS: [(usize, bool); 4] = [(COLUMNS, false), (ROWS, false), (COLUMNS, true), (ROWS, true)];
/// The first and the last of these tilts.
const NORTH: usize = 0;
const EAST: usize = 3;

/// The segments on both axes, and the rocks.
pub struct Input {
    segments: [Segments; 2],
    rocks: Vec<Rock>,
}

/// The segments of an axis. Their cells, without the cubes, are numbered along the axis, segment by segment.
#[derive(Default)]
struct Segments {
    /// By segment, its first cell; and at the end, the number of cells.
    starts: Vec<u16>,
    /// By cell, its segment on the other axis.
    across: Vec<u16>,
    /// By segment, the load of a rock in its first cell.
    loads: Vec<u16>,
}

/// A rock before any tilt.
struct Rock {
    /// By axis, its segment.
    segments: [u16; 2],
    /// Its cell among the cells of the rows.
    cell: u16,
}

/// Reads the grid, and cuts it into segments.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let is_cell = |byte| matches!(byte, b'O' | b'#' | b'.');
    let grid = reader.grid(is_cell, "`O`, `#` or `.`", MOST_SIDE)?;
    reader.end()?;
    Ok(Input::new(&grid))
}

/// How one axis of the grid is cut into segments.
struct Cut {
    segments: Segments,
    /// By cell, its place in the grid.
    places: Vec<u16>,
    /// By place in the grid, the segment there.
    segment_of: Vec<u16>,
}

impl Cut {
    /// Cuts one axis. Which segments lie across is left open.
    fn new(grid: &Grid, axis: usize) -> Cut {
        let (width, height) = (grid.width, grid.height);
        let (lines, to_line, length, to_cell) =
            if axis == ROWS { (height, width, width, 1) } else { (width, 1, height, width) };
        let size = grid.cells.len();
        let (mut places, mut segment_of) = (Vec::with_capacity(size), vec![0; size]);
        let mut segments = Segments::default();
        for line in 0..lines {
            let mut is_after_cube = true;
            for place in (0..length).map(|at| line * to_line + at * to_cell) {
                if grid.cells[place] == b'#' {
                    is_after_cube = true;
                    continue;
                }
                if is_after_cube {
                    is_after_cube = false;
                    segments.starts.push(places.len() as u16);
                    segments.loads.push((height - place / width) as u16);
                }
                places.push(place as u16);
                segment_of[place] = segments.starts.len() as u16 - 1;
            }
        }
        segments.starts.push(places.len() as u16);
        Cut { segments, places, segment_of }
    }
}

impl Input {
    fn new(grid: &Grid) -> Input {
        let mut cuts = [ROWS, COLUMNS].map(|axis| Cut::new(grid, axis));
        let row_cells = cuts[ROWS].places.iter().map(|&place| usize::from(place)).enumerate();
        let rocks = row_cells.filter(|&(_, place)| grid.cells[place] == b'O').map(|(cell, place)| Rock {
            segments: [ROWS, COLUMNS].map(|axis| cuts[axis].segment_of[place]),
            cell: cell as u16,
        });
        let rocks = rocks.collect();
        for axis in [ROWS, COLUMNS] {
            let others = &cuts[1 - axis].segment_of;
            cuts[axis].segments.across =
                cuts[axis].places.iter().map(|&place| others[usize::from(place)]).collect();
        }
        Input { rocks, segments: cuts.map(|cut| cut.segments) }
    }

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
    let mut history = History::new(input);
    for cycle in 1..=MOST_CYCLES {
        platform.cycle();
        history.changes.extend_from_slice(&platform.changes);
        if let Some(earlier) = history.find(&platform) {
            return Some(history.states[earlier + (CYCLES - earlier) % (cycle - earlier)].load);
        }
        history.push(platform.fingerprint, platform.load);
    }
    None
}

/// The states after no cycle, one, two and so on.
struct History {
    states: Vec<State>,
    /// The first one that may come again: 0 if the rocks lie in the east before any cycle, as after one, else
    /// 1.
    first: usize,
    /// The changes to the counts in the rows, cycle by cycle.
    changes: Vec<Change>,
}

struct State {
    fingerprint: u64,
    load: i32,
    /// How many changes there were until then.
    changes: usize,
}

impl History {
    fn new(input: &Input) -> History {
        let first = usize::from(!input.lies_in_the_east());
        let mut history = History { states: Vec::new(), first, changes: Vec::new() };
        let rows = input.rocks.iter().map(|rock| usize::from(rock.segments[ROWS]));
        let fingerprint = rows.clone().map(factor).fold(0, u64::wrapping_add);
        history.push(fingerprint, rows.map(|row| i32::from(input.segments[ROWS].loads[row])).sum());
        history
    }

    fn push(&mut self, fingerprint: u64, load: i32) {
        self.states.push(State { fingerprint, load, changes: self.changes.len() });
    }

    /// After how many cycles the state of the platform was met first, if it was.
    fn find(&self, platform: &Platform) -> Option<usize> {
        let mut cycles = self.first..self.states.len();
        cycles.find(|&cycles| {
            self.states[cycles].fingerprint == platform.fingerprint && self.is_state_after(cycles, platform)
        })
    }

    /// Whether the platform's state is that after some cycles: all changes since then are undone, and every
    /// count must stay as it is.
    fn is_state_after(&self, cycles: usize, platform: &Platform) -> bool {
        let counts = &platform.tilts[EAST].counts;
        if cycles == 0 {
            // The first cycle sets all rocks down anew.
            return *counts == platform.input.counts(ROWS);
        }
        let mut earlier = counts.clone();
        for &(segment, before, _) in self.changes[self.states[cycles].changes..].iter().rev() {
            earlier[usize::from(segment)] = before;
        }
        earlier == *counts
    }
}

/// What each rock in a segment of the rows adds to a fingerprint.
fn factor(segment: usize) -> u64 {
    let product = (segment as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (product ^ product >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9)
}

/// The rocks in the course of a cycle.
struct Platform<'a> {
    input: &'a Input,
    /// The rocks after each tilt, the latest time it was made.
    tilts: [Tilt; 4],
    /// What the latest tilt changed.
    changes: Vec<Change>,
    is_first_tilt: bool,
    /// Of the state after the latest cycle.
    fingerprint: u64,
    load: i32,
}

/// A segment whose count is not that of the cycle before, with the count before and after.
type Change = (u16, u8, u8);

/// The counts after one of the four tilts.
struct Tilt {
    /// The number of rocks in each segment. While changes are made, counts wrap.
    counts: Vec<u8>,
    /// The counts after the same tilt of the cycle before.
    previous: Vec<u8>,
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
    /// Before the first cycle, all counts are 0. The rocks are the changes that the first tilt takes up.
    fn new(input: &'a Input) -> Self {
        let mut tilts = TILTS.map(|(axis, _)| {
            let zeros = vec![0; input.segments[axis].loads.len()];
            Tilt { counts: zeros.clone(), previous: zeros, touched: Vec::with_capacity(input.rocks.len()) }
        });
        input.rocks.iter().for_each(|rock| tilts[NORTH].add(rock.segments[COLUMNS], 1));
        Platform { input, tilts, changes: Vec::new(), is_first_tilt: true, fingerprint: 0, load: 0 }
    }

    fn cycle(&mut self) {
        for tilt in 0..TILTS.len() {
            self.pass_on_changes(tilt);
            self.find_changes(tilt);
            if tilt == NORTH && std::mem::take(&mut self.is_first_tilt) {
                // Before the next tilt to the north, the rocks will have left the places where they began.
                let rocks = &self.input.rocks;
                rocks.iter().for_each(|rock| self.tilts[NORTH].add(rock.segments[COLUMNS], u8::MAX));
            }
        }
        for &(segment, before, after) in &self.changes {
            let difference = i32::from(after) - i32::from(before);
            let segment = usize::from(segment);
            self.load += difference * i32::from(self.input.segments[ROWS].loads[segment]);
            self.fingerprint = self.fingerprint.wrapping_add(factor(segment).wrapping_mul(difference as u64));
        }
    }

    /// Applies the changes of the tilt before to the counts of this one.
    fn pass_on_changes(&mut self, tilt: usize) {
        let (axis, at_end) = TILTS[(tilt + TILTS.len() - 1) % TILTS.len()];
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
            across[cells].iter().for_each(|&other| self.tilts[tilt].add(other, difference));
        }
    }

    /// Finds the segments whose counts after this tilt are not those of the cycle before.
    fn find_changes(&mut self, tilt: usize) {
        let Tilt { counts, previous, touched } = &mut self.tilts[tilt];
        self.changes.clear();
        for segment in touched.drain(..) {
            let (before, after) = (&mut previous[usize::from(segment)], counts[usize::from(segment)]);
            if *before != after {
                self.changes.push((segment, *before, after));
                *before = after;
            }
        }
    }
}
