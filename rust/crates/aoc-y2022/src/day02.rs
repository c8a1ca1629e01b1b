//! [Rock Paper Scissors](https://adventofcode.com/2022/day/2): the score of a list of rounds, if the second
//! letter of a line is what one plays (part 1), or how the round ends (part 2).
//!
//! **There are nine kinds of line**, so it is enough to count how often each comes. An answer is the sum over
//! the kinds of count times score. The score of a kind, with the letters as numbers `theirs` and `second`
//! from 0 to 2:
//!
//! ```text
//!            shape played            outcome: loss 0, draw 1, win 2      score
//! part 1     second                  (second - theirs + 1) mod 3         shape + 1 + 3 * outcome
//! part 2     (theirs + second - 1) mod 3     second                      the same
//! ```
//!
//! **Two lines are one word** of eight bytes. The word of `A X` twice is subtracted from it. If the lines are
//! right, only the lowest two bits of each letter are left, and the eight bits of four letters are an index
//! into a table of 256 counts:
//!
//! ```text
//! text         B  _  Z \n  A  _  Y \n       (_ is a blank)
//! difference   1  0  2  0  0  0  1  0
//! index        01 00 10 01                  the letters from the last to the first: 16 * (4 * 1 + 0) + (4 * 2 + 1)
//! ```
//!
//! Any other bit is a fault, and so is a letter with the number 3. Then all lines are read again one by one,
//! to find the fault.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 10_000;
const BYTES: usize = "A X\n".len();
/// A kind is the letters of a line, two bits each, as one number.
const KINDS: usize = 16;

/// How often each kind of line comes: kind `4 second + theirs`.
pub type Input = [u32; KINDS];

/// Reads the lines, and counts them.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let (pairs, _) = reader.rest().as_chunks();
    let mut left = MOST_LINES;
    let mut counts = [0; KINDS];
    // A text does not end with a line end, so there is a line after all pairs.
    if 2 * pairs.len() < MOST_LINES
        && let Some(counted) = count_pairs(pairs)
    {
        reader.skip(2 * BYTES * pairs.len());
        left -= 2 * pairs.len();
        counts = counted;
    }
    reader.lines_up_to(left, |line| {
        let theirs = line.one_of(&["A ", "B ", "C "])?;
        let second = line.one_of(&["X", "Y", "Z"])?;
        counts[4 * second + theirs] += 1;
        Ok(())
    })?;
    Ok(counts)
}

/// Counts the kinds of line, two lines at a time, if all are right.
fn count_pairs(pairs: &[[u8; 2 * BYTES]]) -> Option<Input> {
    const LEAST: u64 = u64::from_le_bytes(*b"A X\nA X\n");
    const LOW_BITS: u64 = 0x0003_0003_0003_0003;
    // Moves the bits at 0, 16, 32 and 48 to 56, 58, 60 and 62. No other sum of these is the same, so nothing
    // is carried.
    const GATHER: u64 = 1 << 56 | 1 << 42 | 1 << 28 | 1 << 14;
    let mut table = [0; KINDS * KINDS];
    let mut all = 0;
    for pair in pairs {
        let letters = u64::from_le_bytes(*pair).wrapping_sub(LEAST);
        all |= letters;
        table[(letters.wrapping_mul(GATHER) >> 56) as usize] += 1;
    }
    // The table has a row for each kind of the second line, and in it a count for each kind of the first
    // line.
    let mut counts = [0; KINDS];
    for (kind, row) in table.as_chunks::<KINDS>().0.iter().enumerate() {
        counts[kind] += row.iter().sum::<u32>();
        counts.iter_mut().zip(row).for_each(|(count, more)| *count += more);
    }
    let is_wrong = |kind: usize| kind % 4 == 3 || kind / 4 == 3;
    let wrong: u32 = (0..KINDS).filter(|&kind| is_wrong(kind)).map(|kind| counts[kind]).sum();
    (all & !LOW_BITS == 0 && wrong == 0).then_some(counts)
}

/// The score if the second letter is the shape that is played.
pub fn part1(counts: &Input) -> u32 {
    total(counts, |theirs, second| (second, (second + 3 - theirs + 1) % 3))
}

/// The score if the second letter is the outcome.
pub fn part2(counts: &Input) -> u32 {
    total(counts, |theirs, second| ((theirs + second + 3 - 1) % 3, second))
}

/// The score of all rounds, by the shape that is played and the outcome of each.
#[inline(always)]
fn total(counts: &Input, round: impl Fn(u32, u32) -> (u32, u32)) -> u32 {
    let scores = counts.iter().zip(0..).map(|(count, kind)| {
        let (shape, outcome) = round(kind % 4, kind / 4);
        count * (shape + 1 + 3 * outcome)
    });
    scores.sum()
}
