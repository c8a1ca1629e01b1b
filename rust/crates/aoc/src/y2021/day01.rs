//! [Sonar Sweep](https://adventofcode.com/2021/day/1): how often is a depth greater than the one before it, and how
//! often is the sum of three depths in a row greater than the sum that starts one earlier?
//!
//! Two neighbouring sums of three share their two middle depths, so comparing the sums is comparing the depths that
//! they do not share: depth i + 3 with depth i. Both parts then count the places where a list is greater than itself
//! moved by a lag, 1 or 3. The count is a sum of comparisons with no branch, which vectorises.
//!
//! Assumes nothing beyond the domain: one depth of 0 to 999,999,999 a line, so that a depth fits an `i32` (signed,
//! as the oldest vector instructions of x86-64 compare nothing else). Python adds up the sums as told; Haskell joins
//! summaries of stretches, a monoid.

use crate::text::{InputError, Reader};

const DEEPEST: i64 = 999_999_999;

/// The depths, in order.
pub struct Input {
    depths: Vec<i32>,
}

/// Reads one depth a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let depths = reader.until_end(|line| line.number(0, DEEPEST))?;
    Ok(Input { depths })
}

/// Depths greater than the one before.
pub fn part1(input: &Input) -> usize {
    increases(&input.depths, 1)
}

/// Sums of three greater than the one before.
pub fn part2(input: &Input) -> usize {
    increases(&input.depths, 3)
}

fn increases(depths: &[i32], lag: usize) -> usize {
    let later = depths.iter().skip(lag);
    depths.iter().zip(later).map(|(before, after)| u32::from(before < after)).sum::<u32>() as usize
}
