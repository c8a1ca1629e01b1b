//! [Printing Department](https://adventofcode.com/2025/day/4): how many rolls on a grid have fewer than 4 of
//! their 8 neighbours (part 1), and how many can be removed, one after another, because of that (part 2).
//!
//! **The order does not matter.** Removing a roll takes neighbours away from others, so a roll that can be
//! removed stays removable. Whatever the order, what is left is the largest set of rolls with 4 neighbours
//! each within the set. So a whole row is done at a time, from a queue of the rows in which something may
//! have become removable: when a row loses rolls, the row itself and the rows above and below are queued.
//!
//! **64 cells at a time.** A row is a row of bits, and keeps for each cell how many rolls there are among the
//! cell and its left and right neighbours: one bit for the ones, one for the twos. Let the cell hold a roll,
//! and let `m` be the number of its neighbours in its own row. The ones of the row above, the row below and
//! `m` add up to a one and a carry, and the neighbours are 4 or more if and only if two of the four twos are
//! set: above, below, of `m`, and the carry.

use std::array::from_fn;
use std::collections::VecDeque;

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 300;

/// The rows of the grid, and one without rolls at either end. Few words are enough for a grid of the usual
/// size.
pub enum Input {
    /// At most 192 columns.
    Narrow(Vec<Row<3>>),
    /// At most 320 columns.
    Wide(Vec<Row<5>>),
}

/// A row of the grid; the first cell is the lowest bit of the first of `W` words.
#[derive(Clone)]
pub struct Row<const W: usize> {
    rolls: [u64; W],
    /// For each cell, the bit for 1 in the number of rolls among itself and its left and right neighbours.
    ones: [u64; W],
    /// The bit for 2 in the same number.
    twos: [u64; W],
}

/// Reads the grid.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let width = text.find('\n').unwrap_or(text.len());
    Ok(if width <= 192 { Input::Narrow(rows(text)?) } else { Input::Wide(rows(text)?) })
}

fn rows<const W: usize>(text: &str) -> Result<Vec<Row<W>>, InputError> {
    let mut reader = Reader::new(text);
    let mut rows = vec![Row::new([0; W])];
    reader.grid_rows(
        |byte| (byte == b'.') | (byte == b'@'),
        "`.` or `@`",
        MOST_SIDE,
        |cells| {
            let mut rolls = [0; W];
            let (words, rest) = cells.as_chunks::<8>();
            let mut last = [b'.'; 8];
            last[..rest.len()].copy_from_slice(rest);
            let last = (!rest.is_empty()).then_some(&last);
            for (at, cells) in words.iter().chain(last).enumerate() {
                // Bit 6 is set in `@` and not in `.`.
                rolls[at / 8] |= swar::low_bits(u64::from_le_bytes(*cells) >> 6) << (at % 8 * 8);
            }
            rows.push(Row::new(rolls));
        },
    )?;
    reader.end()?;
    rows.push(Row::new([0; W]));
    Ok(rows)
}

/// The number of rolls with fewer than 4 neighbours.
pub fn part1(input: &Input) -> u32 {
    match input {
        Input::Narrow(rows) => removable(rows),
        Input::Wide(rows) => removable(rows),
    }
}

/// The number of rolls that can be removed.
pub fn part2(input: &Input) -> u32 {
    match input {
        Input::Narrow(rows) => removed(rows.clone()),
        Input::Wide(rows) => removed(rows.clone()),
    }
}

fn removable<const W: usize>(rows: &[Row<W>]) -> u32 {
    let stay = |at: usize| rows[at].stay(&rows[at - 1], &rows[at + 1]);
    (1..rows.len() - 1).map(|at| count(&rows[at].rolls) - count(&stay(at))).sum()
}

fn removed<const W: usize>(mut rows: Vec<Row<W>>) -> u32 {
    let all: u32 = rows.iter().map(|row| count(&row.rolls)).sum();
    let mut queue: VecDeque<usize> = (1..rows.len() - 1).collect();
    // The empty rows at the ends wait forever, and so are never queued.
    let mut waits = vec![true; rows.len()];
    while let Some(at) = queue.pop_front() {
        waits[at] = false;
        let stay = rows[at].stay(&rows[at - 1], &rows[at + 1]);
        if stay != rows[at].rolls {
            rows[at] = Row::new(stay);
            for near in [at - 1, at, at + 1] {
                if !waits[near] {
                    waits[near] = true;
                    queue.push_back(near);
                }
            }
        }
    }
    all - rows.iter().map(|row| count(&row.rolls)).sum::<u32>()
}

fn count<const W: usize>(bits: &[u64; W]) -> u32 {
    bits.iter().map(|word| word.count_ones()).sum()
}

impl<const W: usize> Row<W> {
    fn new(rolls: [u64; W]) -> Self {
        let left: [u64; W] = from_fn(|i| rolls[i] << 1 | if i > 0 { rolls[i - 1] >> 63 } else { 0 });
        let right: [u64; W] = from_fn(|i| rolls[i] >> 1 | if i + 1 < W { rolls[i + 1] << 63 } else { 0 });
        let ones = from_fn(|i| left[i] ^ rolls[i] ^ right[i]);
        let twos = from_fn(|i| left[i] & right[i] | rolls[i] & (left[i] ^ right[i]));
        Row { rolls, ones, twos }
    }

    /// The rolls that have 4 neighbours or more.
    fn stay(&self, above: &Self, below: &Self) -> [u64; W] {
        from_fn(|i| {
            // Without the roll itself, 1, 2 and 3 become 0, 1 and 2.
            let (mid_ones, mid_twos) = (!self.ones[i], self.ones[i] & self.twos[i]);
            let (above_ones, above_twos) = (above.ones[i], above.twos[i]);
            let (below_ones, below_twos) = (below.ones[i], below.twos[i]);
            let carry = above_ones & below_ones | mid_ones & (above_ones ^ below_ones);
            let two_of_four =
                above_twos & below_twos | mid_twos & carry | (above_twos | below_twos) & (mid_twos | carry);
            self.rolls[i] & two_of_four
        })
    }
}
