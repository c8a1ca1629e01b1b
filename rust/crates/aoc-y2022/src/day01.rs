//! [Calorie Counting](https://adventofcode.com/2022/day/1): of groups of numbers, the greatest sum (part 1),
//! and the three greatest sums together (part 2).
//!
//! **No sort.** The three greatest sums so far are kept in order. A new sum goes down the list: at each place
//! the greater of the two stays, and the lesser goes on.
//!
//! ```text
//! [9 7 4] and a new 8:   9 stays,  8 goes on
//!                        8 stays,  7 goes on
//!                        7 stays,  4 is dropped
//! ```
//!
//! Places that no sum has taken hold 0, which is right for one or two groups.
//!
//! **Reading** is all that costs time. A number has at most five digits, so a word of eight bytes holds it.
//! The word is shifted until the last digit is its highest byte, and then all digits are read at once. The
//! length of a number cannot be predicted, so no branch depends on it.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_GROUPS: usize = 1_000;
const MOST_NUMBERS: usize = 100;

/// The sums of the groups: at least one.
pub type Input = Vec<u32>;

/// Reads the groups, and adds up each.
pub fn parse(text: &str) -> Result<Input, InputError> {
    Reader::new(text).blocks_up_to(MOST_GROUPS, "groups", |reader, _| group(reader))
}

/// Reads a group up to the end of its last line, and gives its sum.
#[inline(always)]
fn group(reader: &mut Reader) -> Result<u32, InputError> {
    let mut sum = 0;
    for _ in 0..MOST_NUMBERS {
        sum += number(reader)?;
        match reader.rest() {
            [] | [b'\n', b'\n', ..] => return Ok(sum),
            _ => reader.newline()?,
        }
    }
    Err(reader.error("at most 100 numbers in a group", reader.at()))
}

/// Reads one number.
#[inline(always)]
fn number(reader: &mut Reader) -> Result<u32, InputError> {
    if let Some((number, length)) = reader.rest().first_chunk().and_then(usual_number) {
        reader.skip(length);
        return Ok(number);
    }
    reader.number(1..=99_999)
}

/// Reads a number of one to five digits that another character follows, and gives its length too.
#[inline(always)]
fn usual_number(text: &[u8; 8]) -> Option<(u32, usize)> {
    let word = u64::from_le_bytes(*text);
    let length = swar::digits(word);
    if !(1..=5).contains(&length) {
        return None;
    }
    let digits = (word & swar::each(0xF)) << (64 - 8 * length);
    let number = (digits >> 24) as u8 as u32 * 10_000 + swar::decimal((digits >> 32) as u32);
    (number > 0).then_some((number, length))
}

/// The greatest sum.
pub fn part1(sums: &Input) -> u32 {
    sums.iter().fold(0, |greatest, &sum| greatest.max(sum))
}

/// The three greatest sums, added up; all of them if there are fewer.
pub fn part2(sums: &Input) -> u32 {
    let mut greatest = [0; 3];
    for &sum in sums {
        let mut new = sum;
        for kept in &mut greatest {
            (*kept, new) = (new.max(*kept), new.min(*kept));
        }
    }
    greatest.iter().sum()
}
