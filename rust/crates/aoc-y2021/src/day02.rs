//! [Dive!](https://adventofcode.com/2021/day/2): a submarine follows orders `forward N`, `down N` and `up N`. In
//! part 1 down and up change its depth; in part 2 they change its aim, and forward also dives by aim times N. What is
//! its distance times its depth?
//!
//! The depth of part 1 is the aim of part 2, so one pass keeps three sums and serves both parts. What costs is
//! telling the orders apart. Nearly all of them have one digit, and such a line is at most ten bytes long: the whole
//! line, its end included, is checked with a comparison of one machine word and one more of two bytes. A digit and a
//! line feed, read as one little-endian number, differ from `0` and a line feed by the digit's value; anything else
//! differs by more than nine. Every other line goes through the reader. The last line always does, since the text
//! that the reader sees does not end with a line end.
//!
//! Assumes nothing beyond the domain: N of 0 to 999 and at most 1,000,000 orders. Distance and aim stay below 10^9,
//! and the depth below 10^18, in 64 bits; the products need 128. Python steers two submarines literally; Haskell
//! composes courses, a monoid.

use aoc_core::text::{InputError, Reader};

const MOST: usize = 1_000_000;

/// Where the orders lead.
#[derive(Default)]
pub struct Input {
    distance: i64,
    aim: i64,
    depth: i64,
}

impl Input {
    fn forward(&mut self, amount: i64) {
        self.distance += amount;
        self.depth += self.aim * amount;
    }
}

/// Reads one order a line and follows it.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rest = reader.rest();
    let mut to = Input::default();
    for _ in 0..MOST {
        if let Some(line) = rest.first_chunk::<10>() {
            let word = u64::from_le_bytes(*line.first_chunk().unwrap_or(&[0; 8]));
            if word == u64::from_le_bytes(*b"forward ") {
                if let Some(digit) = last_digit(u16::from_le_bytes([line[8], line[9]])) {
                    to.forward(digit);
                    rest = &rest[10..];
                    continue;
                }
            } else if word << 24 == u64::from_le_bytes(*b"\0\0\0down ") {
                if let Some(digit) = last_digit((word >> 40) as u16) {
                    to.aim += digit;
                    rest = &rest[7..];
                    continue;
                }
            } else if word << 40 == u64::from_le_bytes(*b"\0\0\0\0\0up ")
                && let Some(digit) = last_digit((word >> 24) as u16)
            {
                to.aim -= digit;
                rest = &rest[5..];
                continue;
            }
        }
        reader.skip(reader.rest().len() - rest.len());
        order(&mut reader, &mut to)?;
        if reader.at_end() {
            return Ok(to);
        }
        reader.newline()?;
        rest = reader.rest();
    }
    reader.skip(reader.rest().len() - rest.len());
    Err(reader.error("at most 1000000 orders", reader.at()))
}

/// The digit in the low byte, if a line feed is in the high one.
fn last_digit(ending: u16) -> Option<i64> {
    Some(i64::from(ending ^ u16::from_le_bytes(*b"0\n"))).filter(|&digit| digit < 10)
}

/// Reads any order and follows it.
#[cold]
fn order(reader: &mut Reader, to: &mut Input) -> Result<(), InputError> {
    let order = reader.one_of(&["forward ", "down ", "up "])?;
    let amount = reader.number(0..=999)?;
    match order {
        0 => to.forward(amount),
        1 => to.aim += amount,
        _ => to.aim -= amount,
    }
    Ok(())
}

/// Distance times depth, where down and up change the depth.
pub fn part1(to: &Input) -> i128 {
    i128::from(to.distance) * i128::from(to.aim)
}

/// Distance times depth, where down and up change the aim.
pub fn part2(to: &Input) -> i128 {
    i128::from(to.distance) * i128::from(to.depth)
}
