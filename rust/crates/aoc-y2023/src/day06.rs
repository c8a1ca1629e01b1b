//! [Wait For It](https://adventofcode.com/2023/day/6): in a race of `t` milliseconds a boat that is held for
//! `h` of them goes `h (t - h)` far; the product of the numbers of whole `h` that beat each record (part 1),
//! and the number for one race, whose time and record are the joined digits of all (part 2).
//!
//! **A square root.** `h (t - h) > d` if and only if `(2h - t)^2 < t^2 - 4d`. So count the whole numbers
//! `y = 2h - t`, which have the parity of `t`, with `y^2 <= t^2 - 4d - 1`. These are the numbers from `-s` to
//! `s`, where `s` is the square root of the right side, rounded down. As `d` is at least 1, each belongs to
//! an `h` from 0 to `t`. There are `2 (s / 2) + 1` even and `2 ((s + 1) / 2)` odd ones, with both quotients
//! rounded down.
//!
//! **All is exact in 64 bits**: a joined time is below 10^8, and a joined record below 10^16.

use std::ops::RangeInclusive;

use aoc_core::text::{InputError, Reader};

const MOST_RACES: usize = 4;
const TIMES: RangeInclusive<u64> = 1..=99;
const RECORDS: RangeInclusive<u64> = 1..=9_999;

/// The races: at least one.
pub struct Input {
    races: Vec<Race>,
}

struct Race {
    time: u64,
    record: u64,
}

/// Reads a line of times and a line of records.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.literal("Time:")?;
    let mut races = Vec::with_capacity(MOST_RACES);
    loop {
        races.push(Race { time: number(&mut reader, TIMES)?, record: 0 });
        if reader.peek() != Some(b' ') {
            break;
        }
        if races.len() == MOST_RACES {
            return Err(reader.error("at most 4 races", reader.at()));
        }
    }
    reader.newline()?;
    reader.literal("Distance:")?;
    for race in &mut races {
        race.record = number(&mut reader, RECORDS)?;
    }
    reader.end()?;
    Ok(Input { races })
}

/// Reads blanks, at least one, and a number without leading zeros.
fn number(reader: &mut Reader, range: RangeInclusive<u64>) -> Result<u64, InputError> {
    reader.literal(" ")?;
    while reader.peek() == Some(b' ') {
        reader.skip(1);
    }
    if reader.peek() == Some(b'0') {
        return Err(reader.error("a number without leading zeros", reader.at()));
    }
    reader.number(range)
}

impl Race {
    /// In how many ways the record is beaten.
    fn ways(&self) -> u64 {
        let is_odd = self.time % 2;
        match (self.time * self.time).checked_sub(4 * self.record + 1) {
            Some(square) => 2 * ((square.isqrt() + is_odd) / 2) + 1 - is_odd,
            None => 0,
        }
    }
}

/// The product of the numbers of ways.
pub fn part1(input: &Input) -> u64 {
    input.races.iter().map(Race::ways).product()
}

/// The number of ways in the one long race.
pub fn part2(input: &Input) -> u64 {
    let join = |digits: u64, number: u64| digits * 10_u64.pow(number.ilog10() + 1) + number;
    let empty = Race { time: 0, record: 0 };
    let long = input.races.iter().fold(empty, |long, race| Race {
        time: join(long.time, race.time),
        record: join(long.record, race.record),
    });
    long.ways()
}
