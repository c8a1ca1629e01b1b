//! [Lanternfish](https://adventofcode.com/2021/day/6): how many fish there are after 80 days and after 256.
//!
//! Fish do not meet, so what one fish grows into depends on its timer alone, and there are nine timers. The
//! compiler computes the size of each family. It counts births by day. A fish with timer t gives birth on day
//! t + 1. A birth on day d is followed by the next birth of the same mother on day d + 7, and by the
//! first birth of the child on day d + 9. The program only tallies the timers.
//!
//! Nearly every text is single digits with commas between them, so it is read four fish at a time. Xored with
//! `0,0,0,0,`, a word of eight bytes is four timers and four zeros.
//!
//! Assumes the domain: 1 to 1,000,000 timers of 0 to 8. A family is less than 2^33 after 256 days.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST: u64 = 1_000_000;

/// How many fish there are with each timer.
pub struct Input {
    fish: [u64; 9],
}

/// The size of a fish's family after some days, by its timer.
const fn families<const DAYS: usize>() -> [u64; 9] {
    let mut families = [1; 9];
    let mut timer = 0;
    while timer < 9 {
        let mut births = [0; 512];
        births[timer + 1] = 1;
        let mut day = 0;
        while day <= DAYS {
            families[timer] += births[day];
            births[day + 7] += births[day];
            births[day + 9] += births[day];
            day += 1;
        }
        timer += 1;
    }
    families
}

const AFTER_80: [u64; 9] = families::<80>();
const AFTER_256: [u64; 9] = families::<256>();

/// Reads one line of timers with commas between.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    // A tally for each place in a word: an addition to the same tally would wait for the one before.
    let mut tallies = [[0_u32; 9]; 4];
    while let Some(word) = reader.rest().first_chunk() {
        let word = u64::from_le_bytes(*word) ^ u64::from_le_bytes(*b"0,0,0,0,");
        if swar::any_greater(word, 0x0008_0008_0008_0008) {
            break;
        }
        for (place, tally) in tallies.iter_mut().enumerate() {
            tally[(word >> (16 * place)) as usize % 16] += 1;
        }
        reader.skip(8);
    }
    let mut fish = [0; 9];
    loop {
        fish[reader.number::<usize>(0..=8)?] += 1;
        if reader.peek() != Some(b',') {
            break;
        }
        reader.skip(1);
    }
    for tally in tallies {
        fish.iter_mut().zip(tally).for_each(|(fish, more)| *fish += u64::from(more));
    }
    if fish.iter().sum::<u64>() > MOST {
        return Err(reader.error("at most 1000000 timers", reader.at()));
    }
    reader.end()?;
    Ok(Input { fish })
}

/// Fish after 80 days.
pub fn part1(input: &Input) -> u64 {
    grown(input, &AFTER_80)
}

/// Fish after 256 days.
pub fn part2(input: &Input) -> u64 {
    grown(input, &AFTER_256)
}

fn grown(input: &Input, families: &[u64; 9]) -> u64 {
    input.fish.iter().zip(families).map(|(fish, family)| fish * family).sum()
}
