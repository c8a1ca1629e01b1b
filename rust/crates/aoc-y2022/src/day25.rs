//! [Full of Hot Air](https://adventofcode.com/2022/day/25): the sum of numbers in base 5 with the digits `2`,
//! `1`, `0`, `-` for -1 and `=` for -2; written in the same way.
//!
//! **Places.** The digits of each place are added up over all numbers, and then carried once, from right to
//! left: what is left in a place is the digit that differs from the sum by a multiple of 5.
//!
//! ```text
//!   1=1         1 -2  1
//! +  22            2  2
//!              1  0  3     3 is written as -2 with a carry of 1:
//!              1  1 -2     the sum is `11=`
//! ```

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 300;
const MOST_DIGITS: usize = 20;

/// The sums of the digits, from the last place on: at most 600 in size.
pub type Input = [i32; MOST_DIGITS];

/// Reads the numbers, and adds up their digits.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut sums = [0; MOST_DIGITS];
    reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let digits = line.word(|byte| value(byte).is_some(), "a digit: `2`, `1`, `0`, `-` or `=`")?;
        if digits.len() > MOST_DIGITS {
            return Err(line.error("at most 20 digits", start));
        }
        for (sum, &digit) in sums.iter_mut().zip(digits.iter().rev()) {
            *sum += value(digit).unwrap_or(0);
        }
        Ok(())
    })?;
    Ok(sums)
}

/// The value of a digit.
#[inline(always)]
fn value(digit: u8) -> Option<i32> {
    match digit {
        b'2' => Some(2),
        b'1' => Some(1),
        b'0' => Some(0),
        b'-' => Some(-1),
        b'=' => Some(-2),
        _ => None,
    }
}

/// The sum.
pub fn part1(sums: &Input) -> String {
    let mut places = sums.iter();
    let (mut digits, mut carry) = (Vec::new(), 0);
    while places.len() > 0 || carry != 0 {
        let sum = places.next().unwrap_or(&0) + carry;
        // From 0 for -2 to 4 for 2.
        let digit = (sum + 2).rem_euclid(5);
        carry = (sum + 2).div_euclid(5);
        digits.push(char::from(b"=-012"[digit as usize]));
    }
    let written: String = digits.into_iter().rev().collect();
    match written.trim_start_matches('0') {
        "" => "0".into(),
        written => written.into(),
    }
}
