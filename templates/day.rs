//! [$title](https://adventofcode.com/$year/day/$day): TODO: what is asked, in our own words.
//!
//! TODO: the idea, and why it is right; what it assumes of the input.

use aoc_core::NotYet;
use aoc_core::text::{InputError, Reader};

/// The numbers, in order.
pub type Input = Vec<i64>;

/// Reads one number a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.lines(|line| line.number(-999_999..=999_999))
}

/// TODO: what part 1 asks.
// A part that is not written yet answers `NotYet`; one that is, a number, text, or an `Option` of these: `None` is "no solution".
pub fn part1(_numbers: &Input) -> NotYet {
    NotYet
}

// two parts:
/// TODO: what part 2 asks.
pub fn part2(_numbers: &Input) -> NotYet {
    NotYet
}
