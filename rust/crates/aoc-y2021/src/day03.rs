//! [Binary Diagnostic](https://adventofcode.com/2021/day/3): part 1 multiplies the number made of the most
//! common bits by its complement; part 2 multiplies the two numbers that are left when the list is filtered,
//! place by place, by the more common and by the less common bit.
//!
//! **Reading.** Eight digits are one word with a 0 or a 1 in each byte, and one product makes a number of it.
//!
//! **Part 2** does not filter at each place. It tallies the numbers by their next twelve bits. The numbers
//! with the same prefix are then a slice of the tally, and those with a 1 after the prefix are its upper
//! half. A place is decided by one sum over that half, which vectorises, and the slice is half as long at the
//! next place. Numbers of more than twelve bits go round again with those that are left. When one number is
//! left, the puzzle stops. Going on to the last place changes nothing, because a bit that all numbers share
//! is kept by both ratings.
//!
//! Assumes the domain: numbers of equal width, 1 to 32 bits. Products fit 64 bits.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const WIDEST: usize = 32;
/// Places decided with one tally.
const ROUND: u32 = 12;

/// Numbers of equal width: at least one.
pub struct Input {
    width: u32,
    numbers: Vec<u32>,
}

/// Reads one binary number a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let digits = |byte| byte == b'0' || byte == b'1';
    let width = reader.clone().word(digits, "0 or 1")?.len();
    if width > WIDEST {
        return Err(reader.error("at most 32 digits", WIDEST));
    }
    let numbers = reader.lines(|line| {
        if let Some(number) = line.rest().get(..width + 8).and_then(|text| number(text, width)) {
            line.skip(width);
            return Ok(number);
        }
        let start = line.at();
        let word = line.word(digits, "0 or 1")?;
        if word.len() != width {
            return Err(line.error(&format!("{width} digits, as in the first line"), start));
        }
        Ok(word.iter().fold(0, |number, digit| number << 1 | u32::from(digit & 1)))
    })?;
    Ok(Input { width: width as u32, numbers })
}

/// The number in the first `width` digits of a text that goes on for eight bytes more.
#[inline]
fn number(text: &[u8], width: usize) -> Option<u32> {
    let (mut number, mut foreign) = (0, 0);
    let mut unread = width;
    for eight in text[..width.next_multiple_of(8)].as_chunks().0 {
        let digits = unread.min(8);
        unread -= digits;
        let word = u64::from_le_bytes(*eight);
        // What follows the number is shifted out; zeros come in on the left.
        let word = (word ^ swar::each(b'0')) << (64 - 8 * digits);
        foreign |= word & !swar::each(1);
        number = number << digits | swar::binary(word);
    }
    (foreign == 0).then_some(number as u32)
}

/// The number of most common bits times the number of least common bits.
pub fn part1(input: &Input) -> u64 {
    let all = (1 << input.width) - 1;
    let most_common = (0..input.width).fold(0, |number, place| {
        let ones = input.numbers.iter().map(|number| number >> place & 1).sum::<u32>() as usize;
        number | u64::from(2 * ones >= input.numbers.len()) << place
    });
    most_common * (all ^ most_common)
}

/// The last number left by the most common bits times the last one left by the least common bits.
pub fn part2(input: &Input) -> u64 {
    let oxygen = last_left(input, |ones, all| 2 * ones >= all);
    let carbon_dioxide = last_left(input, |ones, all| ones == all || 0 < ones && 2 * ones < all);
    oxygen * carbon_dioxide
}

/// The number left at the last place, where `keep_ones` decides from the numbers left with a 1 and from all
/// left.
fn last_left(input: &Input, keep_ones: impl Fn(u32, u32) -> bool) -> u64 {
    let mut left = &input.numbers;
    let mut kept;
    let (mut places, mut prefix) = (input.width, 0);
    loop {
        let round = places.min(ROUND);
        places -= round;
        let mut tally = [0; 1 << ROUND];
        for number in left {
            tally[(number >> places) as usize & ((1 << round) - 1)] += 1;
        }
        let mut stretch = &tally[..1 << round];
        let mut all = left.len() as u32;
        while let Some((zeros, ones)) = (stretch.len() > 1).then(|| stretch.split_at(stretch.len() / 2)) {
            let with_one = ones.iter().sum();
            let one = keep_ones(with_one, all);
            prefix = prefix << 1 | u64::from(one);
            (stretch, all) = if one { (ones, with_one) } else { (zeros, all - with_one) };
        }
        if places == 0 {
            return prefix;
        }
        kept = left.iter().copied().filter(|&number| u64::from(number) >> places == prefix).collect();
        left = &kept;
    }
}
