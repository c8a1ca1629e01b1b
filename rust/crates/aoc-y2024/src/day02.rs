//! [Red-Nosed Reports](https://adventofcode.com/2024/day/2): how many lists of levels rise by 1 to 3 at every
//! step or fall by 1 to 3 at every step, as they are (part 1) or without at most one level (part 2).
//!
//! **Bad steps as bits.** For each direction, bit `i` of `steps` is set if the step from level `i - 1` to
//! level `i` is bad, and bit `i` of `skips` if a step from level `i - 2` to level `i` would be. All other
//! bits are 0. A list is safe if `steps` is 0.
//!
//! **Only two levels can be to blame.** Let the step to level `i` be the first bad one. It stays in the list
//! unless level `i` or level `i - 1` is dropped:
//!
//! ```text
//!    ... i-2   i-1    i    i+1 ...      drop i-1: skip i replaces the steps i-1 and i
//!           good   bad   ?              drop i:   skip i+1 replaces the steps i and i+1
//! ```
//!
//! The other steps are as they were, and must be good. At an end of the list there is no skip, and its bit is
//! not set. In a safe list there is no first bad step. Its bit is then 0, and neither drop leaves a bad step.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 10_000;
const MOST_LEVELS: u32 = 20;
const MOST_LEVEL: u8 = 99;

/// Reports, at least one.
pub struct Input {
    reports: Vec<Report>,
}

/// The bad steps and skips of a list. The lower half of each word is for a list that ought to rise, the upper
/// half for one that ought to fall.
struct Report {
    steps: u64,
    skips: u64,
}

/// Whether a step is bad, by `99 + to - from`: bit 0 if the list ought to rise, and bit 32 if it ought to
/// fall.
const BAD: [u64; 2 * MOST_LEVEL as usize + 1] = {
    let mut bad = [1 | 1 << 32; 2 * MOST_LEVEL as usize + 1];
    let mut size = 1;
    while size <= 3 {
        bad[MOST_LEVEL as usize + size] = 1 << 32;
        bad[MOST_LEVEL as usize - size] = 1;
        size += 1;
    }
    bad
};

/// Reads one report a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let reports = reader.lines_up_to(MOST_LINES, |line| {
        let mut before_last = level(line)?;
        line.literal(" ")?;
        let mut last = level(line)?;
        let mut report = Report { steps: bad(before_last, last) << 1, skips: 0 };
        let mut count = 2;
        while line.peek() == Some(b' ') {
            if count == MOST_LEVELS {
                return Err(line.error("at most 20 levels", line.at()));
            }
            line.skip(1);
            let level = level(line)?;
            report.steps |= bad(last, level) << count;
            report.skips |= bad(before_last, level) << count;
            (before_last, last) = (last, level);
            count += 1;
        }
        Ok(report)
    })?;
    Ok(Input { reports })
}

/// Reads a number up to 99.
#[inline(always)]
fn level(line: &mut Reader) -> Result<u8, InputError> {
    // Most numbers have two digits.
    if let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', b' ' | b'\n', ..] = *line.rest() {
        line.skip(2);
        return Ok(10 * (tens - b'0') + (ones - b'0'));
    }
    line.number(0..=MOST_LEVEL)
}

/// Whether a step is bad, as bits 0 and 32.
#[inline(always)]
fn bad(from: u8, to: u8) -> u64 {
    BAD[usize::from(to + MOST_LEVEL - from)]
}

/// The number of lists that are safe.
pub fn part1(input: &Input) -> usize {
    let is_safe = |report: &&Report| report.steps as u32 == 0 || report.steps >> 32 == 0;
    input.reports.iter().filter(is_safe).count()
}

/// The number of lists that are safe without at most one level.
pub fn part2(input: &Input) -> usize {
    let is_safe_without_one = |steps: u32, skips: u32| {
        // One bit, if any.
        let first = steps & steps.wrapping_neg();
        let without_earlier = steps & !first | skips & first;
        let without_later = steps & !(first | first << 1) | skips & first << 1;
        without_earlier == 0 || without_later == 0
    };
    let is_nearly_safe = |&&Report { steps, skips }: &&Report| {
        is_safe_without_one(steps as u32, skips as u32)
            | is_safe_without_one((steps >> 32) as u32, (skips >> 32) as u32)
    };
    input.reports.iter().filter(is_nearly_safe).count()
}
