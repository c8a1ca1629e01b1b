//! [Lavaduct Lagoon](https://adventofcode.com/2023/day/18): the number of cells that a closed trench covers
//! or encloses, if each line is read by its letter and number (part 1), or by its six digits (part 2).
//!
//! **Green and Pick.** The line through the middles of the trench's cells encloses an area, which is the sum
//! of `x dy` over its edges (Green). The number of cells with their middle on that line or inside is the
//! area, plus half the length of the line, plus 1 (Pick):
//!
//! ```text
//! *--*--*      3 x 2 cells, each with its middle at a *. The area is 2 x 1 = 2, and the line is 6 long.
//! |     |
//! *--*--*      2 + 6 / 2 + 1 = 6 cells.
//! ```
//!
//! **No trench may meet itself**, as the formula would be wrong then. If two edges share a cell that is not
//! their common corner, then so do a vertical and a horizontal edge: of two edges on the same line, one has
//! an end on the other, and the trench turns there. So the vertical edges are visited from left to right,
//! with a list of the rows of all horizontal edges that come to the column. Each vertical edge has to meet
//! exactly two of them, those at its own ends.

use aoc_core::alphabet::places;
use aoc_core::text::{InputError, Reader};

const LEAST_LINES: usize = 4;
const MOST_LINES: usize = 1_000;
const MOST_LENGTH: i32 = 0xF_FFFF;
/// Coordinates fit 32 bits, and areas 64.
const _: () = assert!(MOST_LENGTH as i64 * (MOST_LINES as i64) < i32::MAX as i64);

/// The values of hexadecimal digits.
const VALUES: [u8; 256] = places(b"0123456789abcdef");

/// The edges of both trenches: as read by letters, and by digits. Vertical and horizontal edges take turns.
pub type Input = [Vec<Edge>; 2];

/// A straight piece: how far it leads to the right and down. One of them is 0, and the other is not.
#[derive(Clone, Copy)]
pub struct Edge {
    right: i32,
    down: i32,
}

impl Edge {
    /// An edge by its direction: right, down, left, up.
    #[inline(always)]
    fn new(direction: usize, length: i32) -> Edge {
        let (right, down) = ([1, 0, -1, 0][direction], [0, 1, 0, -1][direction]);
        Edge { right: right * length, down: down * length }
    }

    fn is_vertical(self) -> bool {
        self.right == 0
    }
}

/// Reads the lines in both ways, and checks that the trenches do not meet themselves.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut trenches = [(); 2].map(|()| Vec::with_capacity(MOST_LINES));
    reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        for (trench, edge) in trenches.iter_mut().zip(edges(line)?) {
            if trench.last().is_some_and(|last: &Edge| last.is_vertical() == edge.is_vertical()) {
                return Err(line.error("a turn, by the letter and by the last digit", start));
            }
            trench.push(edge);
        }
        Ok(())
    })?;
    if trenches[0].len() < LEAST_LINES {
        return Err(reader.too_soon("4 lines or more"));
    }
    for trench in &trenches {
        let (right, down) =
            trench.iter().fold((0, 0), |(right, down), edge| (right + edge.right, down + edge.down));
        if (right, down) != (0, 0) {
            return Err(reader.error_of_whole("a trench does not close"));
        }
        // Edges are vertical and horizontal in turn.
        if !trench.len().is_multiple_of(2) {
            return Err(reader.error_of_whole("a trench does not turn from its last edge to its first"));
        }
        if meets_itself(trench) {
            return Err(reader.error_of_whole("a trench meets itself"));
        }
    }
    Ok(trenches)
}

/// Reads a line in both ways.
#[inline(always)]
fn edges(line: &mut Reader) -> Result<[Edge; 2], InputError> {
    let direction = line.one_of(&["R ", "D ", "L ", "U "])?;
    let first = Edge::new(direction, line.number(1..=99)?);
    line.literal(" (#")?;
    let digits =
        line.rest().first_chunk().map(|digits: &[u8; 6]| digits.map(|digit| VALUES[usize::from(digit)]));
    let Some(digits) = digits.filter(|digits| digits.iter().fold(0, |all, digit| all | digit) < 16) else {
        return Err(line.error("six digits of 0-9 and a-f", line.at()));
    };
    let [length @ .., direction] = digits;
    let length = length.iter().fold(0, |length, &digit| 16 * length + i32::from(digit));
    if length == 0 {
        return Err(line.error("a length of at least 1", line.at()));
    }
    if direction > 3 {
        return Err(line.error("a digit from 0 to 3", line.at() + 5));
    }
    line.skip(digits.len());
    line.literal(")")?;
    Ok([first, Edge::new(direction.into(), length)])
}

/// A vertical edge in its place.
struct Vertical {
    x: i32,
    /// The rows of its ends, in the order of the trench.
    ends: [i32; 2],
    /// For each end, whether the horizontal edge there lies to the right of it.
    to_right: [bool; 2],
}

impl Vertical {
    /// The ends whose horizontal edge lies to the right, or those whose edge lies to the left.
    fn ends_with_edge(&self, to_right: bool) -> impl Iterator<Item = i32> {
        self.ends
            .into_iter()
            .zip(self.to_right)
            .filter(move |&(_, side)| side == to_right)
            .map(|(end, _)| end)
    }
}

/// The vertical edges of a trench, from left to right.
fn verticals(trench: &[Edge]) -> Vec<Vertical> {
    let mut edges = Vec::with_capacity(trench.len() / 2);
    let (mut x, mut y) = (0, 0);
    for (at, edge) in trench.iter().enumerate() {
        if edge.is_vertical() {
            let before = trench[(at + trench.len() - 1) % trench.len()];
            let after = trench[(at + 1) % trench.len()];
            let to_right = [before.right < 0, after.right > 0];
            edges.push(Vertical { x, ends: [y, y + edge.down], to_right });
        }
        (x, y) = (x + edge.right, y + edge.down);
    }
    edges.sort_unstable_by_key(|edge| edge.x);
    edges
}

/// Whether two edges of a trench share a cell that is not their common corner.
fn meets_itself(trench: &[Edge]) -> bool {
    // The rows of the horizontal edges that come to a column.
    let mut rows: Vec<i32> = Vec::new();
    for column in verticals(trench).chunk_by(|one, other| one.x == other.x) {
        rows.extend(column.iter().flat_map(|edge| edge.ends_with_edge(true)));
        for edge in column {
            let (low, high) = (edge.ends[0].min(edge.ends[1]), edge.ends[0].max(edge.ends[1]));
            if rows.iter().map(|&row| u32::from((low <= row) & (row <= high))).sum::<u32>() > 2 {
                return true;
            }
        }
        // A row is in the list only once, as another edge in the same row would have been met.
        for end in column.iter().flat_map(|edge| edge.ends_with_edge(false)) {
            rows.iter().position(|&row| row == end).map(|at| rows.swap_remove(at));
        }
    }
    false
}

/// The number of cells by letters and numbers.
pub fn part1(trenches: &Input) -> u64 {
    cells(&trenches[0])
}

/// The number of cells by digits.
pub fn part2(trenches: &Input) -> u64 {
    cells(&trenches[1])
}

/// The number of cells on a trench or inside.
fn cells(trench: &[Edge]) -> u64 {
    let (mut x, mut area, mut length) = (0, 0, 0);
    for edge in trench {
        x += i64::from(edge.right);
        area += x * i64::from(edge.down);
        length += u64::from(edge.right.unsigned_abs() + edge.down.unsigned_abs());
    }
    area.unsigned_abs() + length / 2 + 1
}
