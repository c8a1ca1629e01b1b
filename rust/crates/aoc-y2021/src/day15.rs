//! [Chiton](https://adventofcode.com/2021/day/15): the least risk of a path from the top left of a cave to
//! the bottom right, and the same for five by five copies of the cave, each one more risky than its left or
//! upper neighbour.
//!
//! Nearly all steps of a best path go right or down, from one diagonal to the next. A label is the risk of
//! some path to its place, and the labels of a diagonal fit vectors. So labels are corrected by whole
//! diagonals: relaxing a diagonal from the one before it allows steps right and down, and from the one after
//! it steps left and up. That costs so little for each place that it is faster than a priority queue,
//! although it is done about ten times.
//!
//! Diagonals are taken in by batches. After each batch, diagonals are relaxed forward and backward until
//! nothing changes, each only from a neighbour that has changed since the last time. Then no step between the
//! diagonals taken in so far improves a label, so labels are the least risks of paths among them; at the end,
//! of all paths.
//!
//! Detours are short on real inputs, so only the last diagonals are kept. If a change reaches the first of
//! these, the search starts again and keeps twice as many, in a maze at last all of them.
//!
//! Labels have 16 bits. A row or column through five copies has a risk of at most 9 + 8 + 7 + 6 + 5 for each
//! place in the first copy, so no least risk is more than 35 * (width + height): 35,000 for the largest cave,
//! where the start has a label below zero. Places outside have the greatest risk. So what leads outside has
//! the greatest label, at which sums stop, or a little less near a start below zero. Either is far above the
//! label of any place nearby, so no path leads outside.

use aoc_core::text::{InputError, Reader};

const MAX_SIDE: usize = 500;

/// The label of a place that is not reached yet, and the risk of a place outside of the cave.
const FAR: i16 = i16::MAX;
/// Places that are handled together; diagonals have a margin of as many on both sides.
const LANES: usize = 16;
/// Diagonals that are taken in at a time.
const BATCH: usize = 12;
/// Diagonals that are kept at first, as a power of two.
const WINDOW: u32 = 6;

/// The cave by its diagonals.
pub struct Input {
    width: usize,
    height: usize,
    /// Row `s` is the diagonal that starts in column `s` of the top row and goes left and down, through
    /// copies of the cave that are one *less* risky each.
    diagonals: Vec<u8>,
    /// From row to row in `diagonals`.
    stride: usize,
}

/// Reads the grid.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let cave = reader.grid(|byte| matches!(byte, b'1'..=b'9'), "a digit from 1 to 9", MAX_SIDE)?;
    reader.end()?;
    let (width, height, stride) = (cave.width, cave.height, cave.height.next_multiple_of(LANES));
    let mut diagonals = vec![0; width * stride];
    for (y, row) in cave.rows().enumerate() {
        let (mut s, mut less) = (y % width, y / width % 9);
        for digit in row {
            diagonals[s * stride + y] = raised(digit - b'0', 9 - less as u8);
            s += 1;
            if s == width {
                (s, less) = (0, (less + 1) % 9);
            }
        }
    }
    Ok(Input { width, height, diagonals, stride })
}

/// The least risk of crossing the cave.
pub fn part1(input: &Input) -> Option<i32> {
    least_risk(input, 1)
}

/// The least risk of crossing five by five copies of it.
pub fn part2(input: &Input) -> Option<i32> {
    least_risk(input, 5)
}

/// The risk when raised by 0 to 9: 1 follows after 9.
#[inline]
fn raised(risk: u8, by: u8) -> u8 {
    let sum = risk + by;
    if sum > 9 { sum - 9 } else { sum }
}

fn least_risk(input: &Input, copies: usize) -> Option<i32> {
    (WINDOW..usize::BITS).find_map(|power| {
        let mut cave = Cave::new(input, copies, 1 << power);
        cave.search()
    })
}

/// One diagonal; the place in row `y` of the cave is at `y + LANES`.
#[derive(Clone)]
struct Diagonal {
    labels: Vec<i16>,
    risks: Vec<i16>,
    /// Whether a label changed since the next, or the previous, diagonal was relaxed from here.
    changed: [bool; 2],
}

/// Copies of the cave, of which some diagonals are in hand.
struct Cave<'a> {
    input: &'a Input,
    width: usize,
    height: usize,
    start: i16,
    /// As many diagonals as are kept, a power of two. Diagonal d is at d modulo that.
    window: Vec<Diagonal>,
}

impl<'a> Cave<'a> {
    fn new(input: &'a Input, copies: usize, size: usize) -> Self {
        let (width, height) = (copies * input.width, copies * input.height);
        // In a row of copies a risk is 9 at most, the next copy's at most 8, and so on.
        let farthest = (input.width + input.height) * (10 - copies..10).sum::<usize>();
        let start = (i32::from(FAR) - 9 - farthest as i32).min(0) as i16;
        let empty = vec![FAR; height.next_multiple_of(LANES) + 2 * LANES];
        let empty = Diagonal { labels: empty.clone(), risks: empty, changed: [false; 2] };
        Cave {
            input,
            width,
            height,
            start,
            window: vec![empty; size.min((width + height).next_power_of_two())],
        }
    }

    /// Finds the least risk, unless more diagonals must be kept for that.
    fn search(&mut self) -> Option<i32> {
        let (size, last) = (self.window.len(), self.width + self.height - 2);
        self.window[0].labels[LANES] = self.start;
        let mut taken = 0;
        while taken < last {
            let top = (taken + BATCH).min(last);
            for d in taken + 1..=top {
                self.enter(d);
            }
            self.window[taken & (size - 1)].changed[0] = true;
            let first = (top + 1).saturating_sub(size);
            let mut from = taken + 1;
            while from <= top {
                for d in from..=top {
                    self.relax(d, d - 1);
                }
                // Diagonals before `from` have nothing to tell, unless they change now.
                let mut lowest = top + 1;
                for d in (first..top).rev() {
                    if self.relax(d, d + 1) {
                        lowest = d;
                    } else if d < from {
                        break;
                    }
                }
                if lowest == first && first > 0 {
                    return None;
                }
                from = lowest + 1;
            }
            taken = top;
        }
        Some(
            i32::from(self.window[last & (size - 1)].labels[self.height - 1 + LANES]) - i32::from(self.start),
        )
    }

    /// The first and the last row of a diagonal.
    fn rows(&self, d: usize) -> (usize, usize) {
        ((d + 1).saturating_sub(self.width), d.min(self.height - 1))
    }

    /// Makes a diagonal of the window ready for diagonal `d`.
    fn enter(&mut self, d: usize) {
        let (first, last) = self.rows(d);
        let at = d & (self.window.len() - 1);
        let Diagonal { labels, risks, changed } = &mut self.window[at];
        *changed = [false; 2];
        labels.fill(FAR);
        let Input { width, height, ref diagonals, stride } = *self.input;
        for down in first / height..=last / height {
            // Where the diagonal is in the top row of these copies.
            let start = d - down * height;
            let by = (start / width + down) % 9;
            // The last few may be beyond these copies: then the next ones overwrite them.
            let places = risks[down * height + LANES..].iter_mut();
            for (place, &risk) in places.zip(&diagonals[start % width * stride..][..stride]) {
                *place = raised(risk, by as u8).into();
            }
        }
        risks[..first + LANES].fill(FAR);
        risks[last + 1 + LANES..].fill(FAR);
    }

    /// Relaxes diagonal `d` from a neighbour that may have changed, and says whether that changed anything.
    fn relax(&mut self, d: usize, from: usize) -> bool {
        let (size, back) = (self.window.len(), usize::from(from > d));
        let (first, last) = self.rows(d);
        let Ok([diagonal, near]) = self.window.get_disjoint_mut([d & (size - 1), from & (size - 1)]) else {
            return false;
        };
        if !near.changed[back] {
            return false;
        }
        near.changed[back] = false;
        let (first, end) = (first / LANES * LANES + LANES, last / LANES * LANES + 2 * LANES);
        // The neighbours in the row above and to the left, or to the right and in the row below.
        let (one, two) =
            (&near.labels[first + back - 1..end + back - 1], &near.labels[first + back..end + back]);
        let changed = lessen(&mut diagonal.labels[first..end], one, two, &diagonal.risks[first..end]);
        if changed {
            diagonal.changed = [true; 2];
        }
        changed
    }
}

/// Lessens labels to those of the lesser of two neighbours plus the risk; whether any label changed.
fn lessen(labels: &mut [i16], one: &[i16], two: &[i16], risks: &[i16]) -> bool {
    let mut changed = [0; LANES];
    let labels = labels.as_chunks_mut::<LANES>().0.iter_mut();
    let others = one.as_chunks::<LANES>().0.iter().zip(two.as_chunks::<LANES>().0);
    for ((labels, (one, two)), risks) in labels.zip(others).zip(risks.as_chunks::<LANES>().0) {
        for lane in 0..LANES {
            let before = labels[lane];
            labels[lane] = before.min(one[lane].min(two[lane]).saturating_add(risks[lane]));
            changed[lane] |= before ^ labels[lane];
        }
    }
    changed != [0; LANES]
}
