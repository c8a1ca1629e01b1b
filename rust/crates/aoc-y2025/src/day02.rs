//! [Gift Shop](https://adventofcode.com/2025/day/2): the sum of the numbers, in some ranges, whose digits are
//! a block written twice (part 1), or twice or more often (part 2).
//!
//! **No number is looked at.** Of the numbers with `w` digits, those that repeat a block of `k` digits are
//! the multiples of `m = (10^w - 1) / (10^k - 1)`, such as 10101 for `w = 6` and `k = 2`. All multiples of
//! `w` digits count: the least block, `10^(k-1)`, makes the least multiple of `m` that is not below
//! `10^(w-1)`. So a range, cut at the powers of 10, holds arithmetic progressions, whose sums have a closed
//! form.
//!
//! **Blocks of several lengths.** A number that repeats a block of `k` digits also repeats longer blocks: of
//! any multiple of `k` digits that divides `w` and is less. So it is enough to take the blocks of `w / p`
//! digits for the primes `p` that divide `w`, and to subtract what two of them share: the repetitions of a
//! block whose length is their greatest common divisor. With at most 10 digits, that is for `w = 6` and
//! `w = 10` only.

use std::ops::RangeInclusive;

use aoc_core::text::{InputError, Reader};

const MOST_RANGES: usize = 1_000;
const MOST_NUMBERS: u64 = 5_000_000;

/// Ranges that do not overlap: at least one.
pub struct Input {
    ranges: Vec<RangeInclusive<u64>>,
}

/// Reads one line of ranges with commas between.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut ranges = Vec::new();
    loop {
        ranges.push(reader.span(1..=9_999_999_999, "-")?);
        if reader.peek() != Some(b',') {
            break;
        }
        if ranges.len() == MOST_RANGES {
            return Err(reader.error("at most 1000 ranges", reader.at()));
        }
        reader.skip(1);
    }
    reader.end()?;
    ranges.sort_unstable_by_key(|range| *range.start());
    if ranges.windows(2).any(|pair| pair[0].end() >= pair[1].start()) {
        return Err(reader.error_of_whole("two ranges overlap"));
    }
    if ranges.iter().map(|range| range.end() - range.start() + 1).sum::<u64>() > MOST_NUMBERS {
        return Err(reader.error_of_whole("the ranges hold more than 5000000 numbers together"));
    }
    Ok(Input { ranges })
}

/// The sum of the numbers that are a block written twice.
pub fn part1(input: &Input) -> u64 {
    input.sum(|width, numbers| match width {
        2 => multiples(11, numbers),
        4 => multiples(101, numbers),
        6 => multiples(1_001, numbers),
        8 => multiples(10_001, numbers),
        10 => multiples(100_001, numbers),
        _ => 0,
    })
}

/// The sum of the numbers that are a block written twice or more often.
pub fn part2(input: &Input) -> u64 {
    input.sum(|width, numbers| match width {
        2 => multiples(11, numbers),
        3 => multiples(111, numbers),
        4 => multiples(101, numbers),
        5 => multiples(11_111, numbers),
        6 => multiples(1_001, numbers) + multiples(10_101, numbers) - multiples(111_111, numbers),
        7 => multiples(1_111_111, numbers),
        8 => multiples(10_001, numbers),
        9 => multiples(1_001_001, numbers),
        10 => {
            multiples(100_001, numbers) + multiples(101_010_101, numbers) - multiples(1_111_111_111, numbers)
        }
        _ => 0,
    })
}

impl Input {
    /// Sums over all ranges, cut so that the numbers of each have the same width.
    #[inline(always)]
    fn sum(&self, of: impl Fn(u32, [u64; 2]) -> u64) -> u64 {
        let mut sum = 0;
        for range in &self.ranges {
            let (mut low, high) = (*range.start(), *range.end());
            while low <= high {
                let width = low.ilog10() + 1;
                let next = 10_u64.pow(width);
                sum += of(width, [low, high.min(next - 1)]);
                low = next;
            }
        }
        sum
    }
}

/// The sum of the multiples of a factor from `low` to `high`. The factor is a constant once this is inlined,
/// so the compiler makes multiplications of the divisions.
#[inline(always)]
fn multiples(factor: u64, [low, high]: [u64; 2]) -> u64 {
    let (first, end) = (low.div_ceil(factor), high / factor + 1);
    // From `low` to `high` there may be none, and `first` is `end` then.
    factor * (end - first) * (first + end - 1) / 2
}
