//! [The Treachery of Whales](https://adventofcode.com/2021/day/7): the least fuel that brings all crabs to
//! one place, where n steps cost n in part 1 and 1 + 2 + ... + n in part 2.
//!
//! **Part 1.** Moving the place from t to t + 1 costs 1 more for each crab at or left of t and 1 less for
//! each of the others. So the total falls as long as fewer than half of the crabs are at or left of t, and
//! the best place is the first t where that is over: a median. It is found by binary search, and each probe
//! counts all crabs. That is a dozen passes, but they vectorise, which is faster than sorting, selecting and
//! tallying.
//!
//! **Part 2.** A distance d costs d(d + 1)/2, so moving the place from t to t + 1 changes the total by
//!
//! > sum over x <= t of (t - x + 1) - sum over x > t of (x - t) = n(t - mean) + #{x <= t}.
//!
//! For t <= mean - 1 that is at most -n + n = 0, and for t >= mean it is at least 0. So the total does not
//! rise before mean - 1 and does not fall after mean, and a best place is the floor of the mean or one more.
//! The same formula tells which.
//!
//! Assumes the domain: 1 to 1,000,000 crabs at 0 to 99,999. A crab then pays less than 2^33 and all of them
//! less than 2^53.

use aoc_core::text::{InputError, Reader};

const FARTHEST: i32 = 99_999;
const MOST: usize = 1_000_000;

/// Where the crabs are: at least one.
pub struct Input {
    crabs: Vec<i32>,
}

/// Reads one line of positions with commas between.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let crabs = reader.numbers(0..=FARTHEST, b',')?;
    if crabs.len() > MOST {
        return Err(reader.error("at most 1000000 numbers", reader.at()));
    }
    reader.end()?;
    Ok(Input { crabs })
}

/// The least total of distances.
pub fn part1(input: &Input) -> u64 {
    let crabs = &input.crabs;
    let (mut low, mut high) = (0, crabs.iter().fold(0, |most, &crab| most.max(crab)));
    while low < high {
        let spot = low.midpoint(high);
        let passed: i32 = crabs.iter().map(|&crab| i32::from(crab <= spot)).sum();
        if 2 * (passed as usize) < crabs.len() { low = spot + 1 } else { high = spot }
    }
    crabs.iter().map(|crab| u64::from(crab.abs_diff(low))).sum()
}

/// The least total of triangular numbers of distances.
pub fn part2(input: &Input) -> u64 {
    let crabs = &input.crabs;
    let (count, sum) = (crabs.len() as i64, crabs.iter().map(|&crab| i64::from(crab)).sum::<i64>());
    let mean = (sum / count) as i32;
    let twice = |distance: u32| u64::from(distance) * u64::from(distance + 1);
    let total = crabs.iter().map(|crab| twice(crab.abs_diff(mean))).sum::<u64>() / 2;
    let passed: i32 = crabs.iter().map(|&crab| i32::from(crab <= mean)).sum();
    let change = count * i64::from(mean) - sum + i64::from(passed);
    total.saturating_add_signed(change.min(0))
}
