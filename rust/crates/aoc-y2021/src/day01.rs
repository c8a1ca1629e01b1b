//! [Sonar Sweep](https://adventofcode.com/2021/day/1): how many depths are greater than the one before, and
//! how many sums of three depths in a row are.
//!
//! Two neighbouring sums of three share two depths, so comparing the sums is comparing the depths that they
//! do not share: depth i with depth i + 3. So both parts count the places where a list is less than itself
//! moved by a lag, 1 or 3. The count is a sum of comparisons without a branch, which vectorises.
//!
//! The rest is reading. Depths at sea have four digits or three, so a line of that length is recognised and
//! converted as one word. Any other line goes through the reader, digit by digit.
//!
//! Assumes the domain: depths of 0 to 999,999,999, which fit an `i32` (signed, because the oldest vector
//! instructions of x86-64 compare nothing else).

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const DEEPEST: i32 = 999_999_999;

/// The depths, in order.
pub struct Input {
    depths: Vec<i32>,
}

/// Reads one depth a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let depths = reader.lines(|line| {
        if let Some(word) = line.rest().first_chunk().map(|word| u64::from_le_bytes(*word)) {
            if let Some(depth) = four_digits(word) {
                line.skip(4);
                return Ok(depth);
            }
            if let Some(depth) = four_digits(word << 8 | u64::from(b'0')) {
                line.skip(3);
                return Ok(depth);
            }
        }
        line.number(0..=DEEPEST)
    })?;
    Ok(Input { depths })
}

/// The number in the first five bytes, if they are four digits and a line feed.
#[inline(always)]
fn four_digits(word: u64) -> Option<i32> {
    // Digits become 0 to 9 and the line feed 0.
    let digits = (word ^ u64::from_le_bytes(*b"0000\n\0\0\0")) & 0xFF_FFFF_FFFF;
    if swar::any_greater(digits, 0x0909_0909) {
        return None;
    }
    Some(swar::decimal(digits as u32) as i32)
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
