//! [Mirage Maintenance](https://adventofcode.com/2023/day/9): each line of numbers is continued by one, by
//! the polynomial of least degree through all of them; the sum of the numbers behind the lines (part 1) or
//! before them (part 2).
//!
//! **Binomials.** Such a polynomial through `n` numbers has a degree below `n`, so its `n`th difference is 0:
//!
//! ```text
//! C(n,0) v[n] - C(n,1) v[n-1] + C(n,2) v[n-2] - ... = 0
//! ```
//!
//! So the next number is a sum of the others with fixed weights, which depend on `n` only. The number before
//! a line is the one behind the line in reverse.
//!
//! **Sums first.** The weights are the same for all lines of one length, so only the sum of each of their
//! columns is kept. With at most 300 lines, 25 columns and numbers up to 10^8 the weighted sums stay below
//! 300 * 10^8 * 2^25, which is about 10^18.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 300;
const MOST_NUMBERS: usize = 25;
const GREATEST: i32 = 100_000_000;

/// For each length of lines, the sums of the columns.
pub type Input = [[i64; MOST_NUMBERS]; MOST_NUMBERS + 1];

/// Reads the lines, and sums by column.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut sums = [[0; MOST_NUMBERS]; MOST_NUMBERS + 1];
    reader.lines_up_to(MOST_LINES, |line| {
        let mut numbers = [0; MOST_NUMBERS];
        let mut length = 0;
        loop {
            let Some(number) = numbers.get_mut(length) else {
                return Err(line.error("at most 25 numbers", line.at()));
            };
            *number = line.number(-GREATEST..=GREATEST)?;
            length += 1;
            match line.peek() {
                Some(b' ') => line.skip(1),
                _ if length == 1 => return line.literal(" "),
                _ => break,
            }
        }
        for (sum, number) in sums[length].iter_mut().zip(numbers) {
            *sum += i64::from(number);
        }
        Ok(())
    })?;
    Ok(sums)
}

/// The sum of the numbers behind the lines.
pub fn part1(sums: &Input) -> i64 {
    let ends = sums.iter().enumerate().map(|(length, sums)| next(sums[..length].iter().rev()));
    ends.sum()
}

/// The sum of the numbers before the lines.
pub fn part2(sums: &Input) -> i64 {
    let starts = sums.iter().enumerate().map(|(length, sums)| next(sums[..length].iter()));
    starts.sum()
}

/// The number that continues a line, of which the nearest number comes first.
fn next<'a>(line: impl ExactSizeIterator<Item = &'a i64>) -> i64 {
    let length = line.len() as i64;
    let mut weight = -1;
    let terms = (1..).zip(line).map(|(k, &number)| {
        // From C(n, k - 1) to C(n, k), with the signs in turn.
        weight = -weight * (length + 1 - k) / k;
        weight * number
    });
    terms.sum()
}
