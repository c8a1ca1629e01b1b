//! [Cosmic Expansion](https://adventofcode.com/2023/day/11): the sum of the distances between all pairs of
//! galaxies, when a row or column without any counts twice (part 1) or `factor` times (part 2).
//!
//! **Cuts.** A distance is the number of steps along each axis, so the axes are independent. The step into a
//! line (a row or a column) is made by every pair with one galaxy before the line and the other in it or
//! behind: `before * (all - before)` pairs. An empty line is one step for each of its copies, and all of
//! these have the same pairs. So the sum needs only the number of galaxies in each line, and no galaxy has a
//! place.
//!
//! **Counting** is all that costs time. The counts of the columns are bytes, and a row adds 1 or 0 to each of
//! them, without a branch.

use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 200;
const _: () = assert!(MOST_SIDE <= u8::MAX as usize);

/// How often an empty line counts in part 2.
pub const PARAMS: &[Param] = &[Param { name: "factor", default: 1_000_000, range: 2..=1_000_000 }];

/// The numbers of galaxies in the rows and in the columns.
pub struct Input {
    rows: Vec<u8>,
    columns: Vec<u8>,
    factor: u64,
}

/// Reads the grid, and counts.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rows = Vec::with_capacity(MOST_SIDE);
    let mut columns = [0_u8; MOST_SIDE];
    reader.grid_rows(
        |byte| matches!(byte, b'.' | b'#'),
        "`.` or `#`",
        MOST_SIDE,
        |row| {
            let mut sum = 0;
            for (column, &byte) in columns.iter_mut().zip(row) {
                let galaxy = u8::from(byte == b'#');
                *column += galaxy;
                sum += galaxy;
            }
            rows.push(sum);
        },
    )?;
    reader.end()?;
    // The columns that are not there have no galaxy behind them, so they count nothing.
    Ok(Input { rows, columns: columns.to_vec(), factor: params["factor"] as u64 })
}

/// The sum when an empty line counts twice.
pub fn part1(input: &Input) -> u64 {
    input.sum(2)
}

/// The sum when an empty line counts `factor` times.
pub fn part2(input: &Input) -> u64 {
    input.sum(input.factor)
}

impl Input {
    fn sum(&self, factor: u64) -> u64 {
        let all = self.rows.iter().map(|&count| u64::from(count)).sum();
        axis(&self.rows, all, factor) + axis(&self.columns, all, factor)
    }
}

/// The steps of all pairs along one axis.
fn axis(counts: &[u8], all: u64, factor: u64) -> u64 {
    let mut before = 0;
    let steps = counts.iter().map(|&count| {
        let pairs = before * (all - before);
        before += u64::from(count);
        pairs * if count == 0 { factor } else { 1 }
    });
    steps.sum()
}
