//! [Chiton](https://adventofcode.com/2021/day/15): a cave of risk levels 1 to 9 is crossed from the top left to the
//! bottom right, up, down, left or right; entering a place costs its risk. Find the least total, in part 2 for five by
//! five copies of the cave, each one more risky than its left or upper neighbour, with 1 after 9.
//!
//! Nearly all steps of a best path go right or down, from one anti-diagonal to the next, and the labels along an
//! anti-diagonal fit vectors: *sweeping* costs so little that it beats a queue that handles one place at a time.
//! A label is the risk of some path from the start. Relaxing a diagonal from the one before it allows steps right and
//! down, from the one after it steps left and up. The diagonals are taken in by batches. Each batch is swept forward,
//! then backward (and on into earlier diagonals for as long as anything changes), then forward from where that led,
//! and so on until nothing changes; a diagonal is relaxed only from a neighbour that changed since the last time. Then
//! no step between the diagonals taken in so far makes any label less, which is to say that the labels are the least
//! risks of paths among them; at the end, of all paths. Detours are short on a real input, and are found before what
//! they correct has spread: about ten sweeps over each diagonal in part 2.
//!
//! Only a window of diagonals is kept. If a detour leads back beyond it, or the sweeps become many (the cave is a
//! maze), Dijkstra's algorithm answers instead.
//!
//! Assumes nothing beyond the domain. Python runs Dijkstra's algorithm; Haskell lets each diagonal's improvements ripple
//! back, cell by cell.

use std::mem;
use std::ops::{Add, BitOr, BitXor};

use aoc_core::grid::Grid;
use aoc_core::search::BucketQueue;
use aoc_core::text::{InputError, Reader};

const MAX_SIDE: usize = 500;

/// Cells that are handled together; diagonals have a margin of as many on both sides.
const LANES: usize = 16;
/// Diagonals that are kept.
const WINDOW: usize = 64;
/// Diagonals that are taken in at a time.
const BATCH: usize = 12;
/// Sweeps over each diagonal, on the average, after which the search stops.
const PATIENCE: usize = 100;

/// The cave, as it is and by its diagonals.
pub struct Input {
    cave: Grid,
    /// Row `s` is the diagonal that starts in column `s` of the top row and goes left and down, through copies of the
    /// cave that are one *less* risky each.
    diagonals: Vec<u8>,
    /// From row to row in `diagonals`.
    stride: usize,
}

/// Reads the grid.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut cave = reader.grid(|byte| matches!(byte, b'1'..=b'9'), "a digit from 1 to 9", MAX_SIDE)?;
    reader.end()?;
    let stride = cave.height.next_multiple_of(LANES);
    let mut diagonals = vec![0; cave.width * stride];
    for (y, row) in cave.cells.chunks_exact_mut(cave.width).enumerate() {
        let (mut s, mut less) = (y % cave.width, y / cave.width % 9);
        for risk in row {
            *risk -= b'0';
            diagonals[s * stride + y] = raised(*risk, 9 - less as u8);
            s += 1;
            if s == cave.width {
                (s, less) = (0, (less + 1) % 9);
            }
        }
    }
    Ok(Input { cave, diagonals, stride })
}

/// The least risk of crossing the cave.
pub fn part1(input: &Input) -> u32 {
    least_risk(input, 1)
}

/// The least risk of crossing five by five copies of it.
pub fn part2(input: &Input) -> u32 {
    least_risk(input, 5)
}

/// The risk when raised by 0 to 9: 1 follows after 9.
#[inline]
fn raised(risk: u8, by: u8) -> u8 {
    let sum = risk + by;
    if sum > 9 { sum - 9 } else { sum }
}

fn least_risk(input: &Input, copies: usize) -> u32 {
    let farthest = 9 * copies * (input.cave.width + input.cave.height);
    let swept =
        if farthest < i16::FAR as usize { sweep::<i16>(input, copies) } else { sweep::<i32>(input, copies) };
    swept.unwrap_or_else(|| dijkstra(input, copies))
}

/// A number for labels. Twice `FAR` fits, and `FAR` is more than any distance.
trait Label:
    Copy
    + Ord
    + Default
    + From<u8>
    + Into<i32>
    + Add<Output = Self>
    + BitXor<Output = Self>
    + BitOr<Output = Self>
{
    const FAR: Self;
}

impl Label for i16 {
    const FAR: i16 = 16_000;
}

impl Label for i32 {
    const FAR: i32 = 1 << 29;
}

/// One diagonal; the place in row `y` of the cave is at `y + LANES`. Where there is no place, labels and risks are far.
#[derive(Clone, Default)]
struct Diagonal<T> {
    labels: Vec<T>,
    risks: Vec<T>,
    /// Whether a label changed since the next, or the previous, diagonal was relaxed from here.
    changed: [bool; 2],
}

/// Finds the least risk by sweeps, unless they go too far.
fn sweep<T: Label>(input: &Input, copies: usize) -> Option<u32> {
    let (width, height) = (copies * input.cave.width, copies * input.cave.height);
    let last = width + height - 2;
    let empty = vec![T::FAR; height.next_multiple_of(LANES) + 2 * LANES];
    let mut window = vec![Diagonal { labels: empty.clone(), risks: empty, changed: [false; 2] }; WINDOW];
    window[0].labels[LANES] = T::default();

    let (mut taken, mut patience) = (0, PATIENCE * (last + 1));
    while taken < last {
        let top = (taken + BATCH).min(last);
        for d in taken + 1..=top {
            enter(&mut window[d % WINDOW], input, copies, d);
        }
        window[taken % WINDOW].changed[0] = true;
        let mut from = taken + 1;
        while from <= top {
            for d in from..=top {
                patience -= usize::from(relax(&mut window, d, d - 1, width, height));
            }
            // What changed is at `from` or after it, unless it changes now.
            let mut lowest = top + 1;
            for d in (0..top).rev() {
                if d + WINDOW <= top || patience < 2 * WINDOW {
                    return None;
                }
                if relax(&mut window, d, d + 1, width, height) {
                    patience -= 1;
                    lowest = d;
                } else if d < from {
                    break;
                }
            }
            from = lowest + 1;
        }
        taken = top;
    }
    let least: i32 = window[last % WINDOW].labels[height - 1 + LANES].into();
    Some(least as u32)
}

/// The cells that diagonal `d` of a cave is handled by: whole multiples of `LANES`.
fn cells(d: usize, width: usize, height: usize) -> (usize, usize) {
    let (first, last) = ((d + 1).saturating_sub(width), d.min(height - 1));
    (first / LANES * LANES + LANES, last / LANES * LANES + 2 * LANES)
}

/// Makes a place of the window ready for diagonal `d`.
fn enter<T: Label>(diagonal: &mut Diagonal<T>, input: &Input, copies: usize, d: usize) {
    let (width, height) = (input.cave.width, input.cave.height);
    let (from, to) = cells(d, copies * width, copies * height);
    diagonal.changed = [false; 2];
    diagonal.labels[from - LANES..to + LANES].fill(T::FAR);
    let (first, last) = ((d + 1).saturating_sub(copies * width), d.min(copies * height - 1));
    for down in first / height..=last / height {
        // Where the diagonal is in the top row of these copies.
        let start = d - down * height;
        let by = (start / width + down) % 9;
        let risks = &input.diagonals[start % width * input.stride..][..input.stride];
        // The last few may be beyond these copies: then the next ones overwrite them.
        let places = &mut diagonal.risks[down * height + LANES..][..input.stride];
        for (place, &risk) in places.iter_mut().zip(risks) {
            *place = T::from(raised(risk, by as u8));
        }
    }
    diagonal.risks[from..first + LANES].fill(T::FAR);
    diagonal.risks[last + 1 + LANES..to].fill(T::FAR);
}

/// Relaxes diagonal `d` from a neighbour that may have changed, and says whether that changed anything.
fn relax<T: Label>(window: &mut [Diagonal<T>], d: usize, from: usize, width: usize, height: usize) -> bool {
    let back = usize::from(from > d);
    let (at, other) = (d % WINDOW, from % WINDOW);
    if !mem::take(&mut window[other].changed[back]) {
        return false;
    }
    let (first, last) = cells(d, width, height);
    let mut labels = mem::take(&mut window[at].labels);
    // The neighbours in the row above and to the left, or to the right and in the row below.
    let near = &window[other].labels;
    let (one, two) = (&near[first + back - 1..last + back - 1], &near[first + back..last + back]);
    let changed = lessen(&mut labels[first..last], one, two, &window[at].risks[first..last]);
    window[at].labels = labels;
    if changed {
        window[at].changed = [true; 2];
    }
    changed
}

/// Lessens labels to those of the lesser of two neighbours plus the risk; whether any label changed.
fn lessen<T: Label>(labels: &mut [T], one: &[T], two: &[T], risks: &[T]) -> bool {
    let mut changed = T::default();
    let one = one.as_chunks::<LANES>().0.iter();
    let two = two.as_chunks::<LANES>().0.iter();
    let risks = risks.as_chunks::<LANES>().0.iter();
    for (((labels, one), two), risks) in
        labels.as_chunks_mut::<LANES>().0.iter_mut().zip(one).zip(two).zip(risks)
    {
        for lane in 0..LANES {
            let before = labels[lane];
            labels[lane] = before.min(one[lane].min(two[lane]) + risks[lane]);
            changed = changed | (before ^ labels[lane]);
        }
    }
    changed != T::default()
}

/// Finds the least risk by visiting the places in the order of theirs. As a place costs the same from everywhere, the
/// first neighbour to be visited leads there best: every place is listed once.
fn dijkstra(input: &Input, copies: usize) -> u32 {
    let Grid { width, height, ref cells } = input.cave;
    // A border of zeros, as in places that are already listed.
    let stride = copies * width + 1;
    let mut risks = vec![0; (copies * height + 2) * stride];
    for y in 0..copies * height {
        let row = &mut risks[(y + 1) * stride..][..stride - 1];
        for (copy, part) in row.chunks_exact_mut(width).enumerate() {
            for (place, &risk) in part.iter_mut().zip(&cells[y % height * width..]) {
                *place = raised(risk, (copy + y / height) as u8);
            }
        }
    }
    let goal = (copies * height + 1) * stride - 2;
    let mut queue = BucketQueue::default();
    risks[stride] = 0;
    queue.push(0, stride);
    while let Some((total, at)) = queue.pop() {
        if at == goal {
            return total as u32;
        }
        for next in [at - stride, at - 1, at + 1, at + stride] {
            let risk = mem::take(&mut risks[next]);
            if risk > 0 {
                queue.push(total + usize::from(risk), next);
            }
        }
    }
    unreachable!("there is a path to every place")
}
