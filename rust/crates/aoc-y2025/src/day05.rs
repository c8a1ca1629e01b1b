//! [Cafeteria](https://adventofcode.com/2025/day/5): how many of the listed numbers are in one of the ranges
//! (part 1), and how many numbers the ranges cover (part 2).
//!
//! **It does not matter which end belongs to which start.** Sort the starts and the ends, apart from each
//! other. A number is in as many ranges as there are starts up to it, less the ends before it. So no range
//! goes on after the `i`-th end if and only if the next start is greater: the ranges fall into spans there,
//! and no nested range can mislead. A number is covered if it is not beyond the end of the last span that
//! starts up to it, which a binary search finds.

use std::ops::RangeInclusive;

use aoc_core::text::{InputError, Reader};

const MOST_RANGES: usize = 1_000;
const MOST_NUMBERS: usize = 5_000;
const NUMBERS: RangeInclusive<u64> = 0..=1_000_000_000_000_000;

/// What the ranges cover, and the listed numbers: at least one of each.
pub struct Input {
    /// Spans that do not overlap, in order.
    spans: Vec<Span>,
    numbers: Vec<u64>,
}

/// All numbers from the first to the last.
struct Span {
    first: u64,
    last: u64,
}

/// Reads one range a line, a blank line, and one number a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    reader.block_up_to(MOST_RANGES, |line| {
        let (start, end) = line.span(NUMBERS, "-")?.into_inner();
        starts.push(start);
        ends.push(end);
        Ok(())
    })?;
    reader.blank_line()?;
    let numbers = reader.lines_up_to(MOST_NUMBERS, |line| line.number(NUMBERS))?;
    Ok(Input { spans: spans(starts, ends), numbers })
}

/// Joins ranges that overlap. The two lists have the same length.
fn spans(mut starts: Vec<u64>, mut ends: Vec<u64>) -> Vec<Span> {
    starts.sort_unstable();
    ends.sort_unstable();
    let mut spans = Vec::new();
    let mut first = starts[0];
    for (at, &last) in ends.iter().enumerate() {
        let next = starts.get(at + 1).copied().unwrap_or(u64::MAX);
        if next > last {
            spans.push(Span { first, last });
            first = next;
        }
    }
    spans
}

/// The number of listed numbers that are in a range.
pub fn part1(input: &Input) -> usize {
    let covered = |&&number: &&u64| {
        // A number before all spans is compared with the first.
        let span = input.spans.partition_point(|span| span.first <= number).saturating_sub(1);
        let Span { first, last } = input.spans[span];
        (first <= number) & (number <= last)
    };
    input.numbers.iter().filter(covered).count()
}

/// The number of numbers that are in a range.
pub fn part2(input: &Input) -> u64 {
    input.spans.iter().map(|span| span.last - span.first + 1).sum()
}
