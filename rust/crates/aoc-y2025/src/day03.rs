//! [Lobby](https://adventofcode.com/2025/day/3): the sum, over all lines of digits, of the largest number
//! that 2 (part 1) or 12 (part 2) of a line's digits make, in their order.
//!
//! **From the right, one more digit at a time.** At first the best digits are the last ones. Let the best of
//! a suffix be `b1 b2 ...`, and let the digit `d` in front of the suffix be added. Below `b1` it is of no
//! use. Otherwise it goes to the front, and what follows is the best of the suffix with one digit less. That
//! is `b` without the first digit that is less than its right neighbour, or without the last if there is
//! none: to delete any other digit leaves a smaller number. So the larger of `d` and `b1` stays in the first
//! place and the smaller goes on to the second, where the same is done, until a digit is less than the one in
//! its place, and is lost.
//!
//! **Few digits change anything**: the first place soon holds a 9. Eight digits at a time are compared with
//! it, and those that are less are skipped.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const SHORTEST: usize = 12;
const LONGEST: usize = 500;
const MOST_LINES: usize = 1_000;

/// Lines of digits from 1 to 9: at least one, and each at least `SHORTEST` long.
pub struct Input {
    digits: Vec<u8>,
    /// Where each line ends in `digits`.
    ends: Vec<usize>,
}

/// Reads one row of digits a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let input = Input { digits: Vec::with_capacity(text.len()), ends: Vec::new() };
    let mut width = 0;
    reader.fold_lines(input, |input, line| {
        if input.ends.len() == MOST_LINES {
            return Err(line.error("at most 1000 lines", line.at()));
        }
        let digits = line.word_as_long(width, |byte| matches!(byte, b'1'..=b'9'), "a digit from 1 to 9")?;
        width = digits.len();
        if !(SHORTEST..=LONGEST).contains(&width) {
            return Err(line.error("12 to 500 digits", line.at() - width.saturating_sub(LONGEST)));
        }
        input.digits.extend_from_slice(digits);
        input.ends.push(input.digits.len());
        Ok(())
    })
}

/// The sum of the largest numbers of 2 digits.
pub fn part1(input: &Input) -> u64 {
    input.lines().map(largest::<2>).sum()
}

/// The sum of the largest numbers of 12 digits.
pub fn part2(input: &Input) -> u64 {
    input.lines().map(largest::<12>).sum()
}

impl Input {
    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let starts = [0].iter().chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.digits[start..end])
    }
}

/// The largest number that `N` of the digits make.
fn largest<const N: usize>(line: &[u8]) -> u64 {
    let (line, last) = line.split_last_chunk::<N>().unwrap_or((&[], &[b'0'; N]));
    let mut best = *last;
    let (front, words) = line.as_rchunks::<8>();
    for word in words.iter().rev().map(|word| u64::from_le_bytes(*word)) {
        let mut useful = swar::greater(word, swar::each(best[0] - 1));
        while useful != 0 {
            let top = useful.ilog2();
            add(&mut best, (word >> (top - 7)) as u8);
            useful ^= 1 << top;
        }
    }
    for &digit in front.iter().rev() {
        add(&mut best, digit);
    }
    best.iter().fold(0, |number, digit| 10 * number + u64::from(digit - b'0'))
}

/// Adds a digit in front, and gives up the first of the best that is less than its right neighbour.
#[inline(always)]
fn add<const N: usize>(best: &mut [u8; N], mut digit: u8) {
    for place in best {
        if digit < *place {
            break;
        }
        std::mem::swap(place, &mut digit);
    }
}
