//! [The Treachery of Whales](https://adventofcode.com/2021/day/7): crabs on a line gather at one whole spot. In
//! part 1 a crab pays 1 for each step, in part 2 its n-th step costs n; what is the least that all pay together?
//!
//! **Part 1.** A median is a best spot: a step to the right from t costs 1 for each crab at or left of t and saves
//! 1 for each crab right of it, so the total falls for as long as fewer than half of the crabs are at or left of t.
//!
//! **Part 2.** A distance d costs d(d + 1)/2, so moving the spot from t to t + 1 changes the total by
//!
//! > sum over x <= t of (t - x + 1) - sum over x > t of (x - t) = n(t - mean) + #{x <= t}.
//!
//! For t < mean - 1 that is below n(-1) + n = 0, and for t > mean it is above 0. The total therefore falls until
//! mean - 1 and rises from mean on, and a best spot is the floor of the mean or one more.
//!
//! Assumes nothing beyond the domain: 1 to 1,000,000 crabs at 0 to 99,999. Part 2 is then at most 10^6 * 5 * 10^9,
//! which fits 64 bits. Python tries every spot; Haskell integrates the crowd's histogram from both ends.

use crate::text::{InputError, Reader};

const FARTHEST: i64 = 99_999;
const MOST: usize = 1_000_000;

/// Where the crabs are.
pub struct Input {
    crabs: Vec<u64>,
}

/// Reads one line of positions with commas between.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let crabs: Vec<u64> = reader.numbers(0, FARTHEST, b',')?.into_iter().map(|x| x as u64).collect();
    if crabs.len() > MOST {
        return Err(reader.refuse("expected at most 1000000 crabs", reader.at()));
    }
    reader.end()?;
    Ok(Input { crabs })
}

/// The least total of distances.
pub fn part1(input: &Input) -> u64 {
    let mut crabs = input.crabs.clone();
    let middle = crabs.len() / 2;
    let median = *crabs.select_nth_unstable(middle).1;
    crabs.iter().map(|crab| crab.abs_diff(median)).sum()
}

/// The least total of triangular numbers of distances.
pub fn part2(input: &Input) -> u64 {
    let crabs = &input.crabs;
    let mean = crabs.iter().sum::<u64>() / crabs.len() as u64;
    let total = |spot| {
        crabs
            .iter()
            .map(|crab| crab.abs_diff(spot))
            .map(|distance| distance * (distance + 1) / 2)
            .sum::<u64>()
    };
    total(mean).min(total(mean + 1))
}
