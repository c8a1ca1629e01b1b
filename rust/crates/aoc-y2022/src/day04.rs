//! [Camp Cleanup](https://adventofcode.com/2022/day/4): of pairs of ranges, how many have one range inside
//! the other (part 1), and how many overlap at all (part 2).
//!
//! **Comparing ends.** Range `a-b` contains `c-d` if and only if `a <= c` and `d <= b`. Two ranges overlap if
//! and only if each begins before the other has ended: `a <= d` and `c <= b`.
//!
//! ```text
//! ..a======b.....      a <= d, but c > b: no overlap
//! ...........c==d.
//! ```
//!
//! No comparison has a branch, which the processor could guess wrongly.
//!
//! **Reading** is most of the work. Most lines have four numbers of two digits, so they all have the shape
//! `00-00,00-00`. One comparison checks eight characters: a digit may differ from its 0 by up to 9, and a
//! separator by nothing. Then one multiplication makes a number of each two digits.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 2_000;
const MOST: u8 = 99;
const USUAL_LENGTH: usize = "00-00,00-00".len();

/// The pairs of ranges: at least one.
pub type Input = Vec<[Range; 2]>;

/// A range of numbers, with both its ends.
#[derive(Clone, Copy)]
pub struct Range {
    first: u8,
    last: u8,
}

/// Reads one pair a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    Reader::new(text).lines_up_to(MOST_LINES, |line| {
        if let Some(pair) = line.rest().first_chunk().and_then(usual_line) {
            line.skip(USUAL_LENGTH);
            return Ok(pair);
        }
        let left = range(line)?;
        line.literal(",")?;
        Ok([left, range(line)?])
    })
}

/// Reads a line with numbers of two digits.
#[inline(always)]
fn usual_line(text: &[u8; 16]) -> Option<[Range; 2]> {
    const SHAPE: [u64; 2] = [u64::from_le_bytes(*b"00-00,00"), u64::from_le_bytes(*b"-00\n\0\0\0\0")];
    const LIMITS: [u64; 2] =
        [u64::from_le_bytes([9, 9, 0, 9, 9, 0, 9, 9]), u64::from_le_bytes([0, 9, 9, 0, 0, 0, 0, 0])];
    let [one, two] = [0, 8].map(|at| text[at..].first_chunk().map_or(0, |chunk| u64::from_le_bytes(*chunk)));
    let digits = [one ^ SHAPE[0], (two ^ SHAPE[1]) & u64::from(u32::MAX)];
    if swar::any_greater(digits[0], LIMITS[0]) || swar::any_greater(digits[1], LIMITS[1]) {
        return None;
    }
    // Each byte is the one before it, as tens, and itself.
    let [numbers, last] = digits.map(|digits| digits.wrapping_mul(10 << 8 | 1).to_le_bytes());
    let pair = [Range { first: numbers[1], last: numbers[4] }, Range { first: numbers[7], last: last[2] }];
    let fits = pair.iter().fold(true, |all, range| all & (1 <= range.first) & (range.first <= range.last));
    fits.then_some(pair)
}

/// Reads the ends of a range.
#[inline(always)]
fn range(line: &mut Reader) -> Result<Range, InputError> {
    let (first, last) = line.span(1..=MOST, "-")?.into_inner();
    Ok(Range { first, last })
}

/// For how many pairs a condition holds: a sum of ones and zeros, without a branch.
fn count(pairs: &Input, holds: impl Fn(Range, Range) -> bool) -> u32 {
    pairs.iter().map(|&[left, right]| u32::from(holds(left, right))).sum()
}

impl Range {
    fn contains(self, other: Range) -> bool {
        (self.first <= other.first) & (other.last <= self.last)
    }

    fn overlaps(self, other: Range) -> bool {
        (self.first <= other.last) & (other.first <= self.last)
    }
}

/// How many pairs have one range inside the other.
pub fn part1(pairs: &Input) -> u32 {
    count(pairs, |left, right| left.contains(right) | right.contains(left))
}

/// How many pairs overlap.
pub fn part2(pairs: &Input) -> u32 {
    count(pairs, Range::overlaps)
}
