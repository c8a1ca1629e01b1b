//! [Syntax Scoring](https://adventofcode.com/2021/day/10): the sum of the scores of all first wrong closers,
//! and the middle one of the scores of all completions.
//!
//! A stack holds the open brackets of a line. A processor cannot predict whether the next bracket opens or
//! closes, so no branch depends on it. Every bracket is written above the top of the stack, then the top
//! moves by 1 or by -1: an opener becomes the new top, and a closer is left above it, to be overwritten. The
//! code of an opener is its kind, 0 to 3; its closer has the highest bit set as well. The code of a bracket,
//! xored with the code at the top, is
//!
//! * less than the highest bit if the bracket opens,
//! * exactly that bit if the bracket closes the top,
//! * greater if it is a wrong closer. The bottom of the stack has a code that no closer fits.
//!
//! So one comparison is enough, and its branch is taken once a line.
//!
//! Assumes what the domain says: lines of at most 1000 brackets, none of them complete, an odd number of them
//! incomplete with at most 50 brackets left open. Scores are below 5^50 and fit 128 bits.

use aoc_core::text::{InputError, Reader};

const LONGEST: usize = 1000;
/// How many brackets may be left open.
const MOST_OPEN: usize = 50;

const CLOSES: u8 = 0x80;
/// Below all brackets on the stack.
const BOTTOM: u8 = 0x40;
/// Not a bracket.
const OTHER: u8 = 0xFF;

/// A bracket's kind, in the order of the puzzle's scores, and whether it closes.
const CODES: [u8; 256] = {
    let mut codes = [OTHER; 256];
    let brackets = *b"()[]{}<>";
    let mut at = 0;
    while at < brackets.len() {
        codes[brackets[at] as usize] = (at as u8 / 2) | if at % 2 == 1 { CLOSES } else { 0 };
        at += 1;
    }
    codes
};

/// What is wrong with the lines.
pub struct Input {
    /// The kind of the first wrong closer, for each corrupted line.
    wrong: Vec<u8>,
    /// The kinds left open, for each incomplete line: an odd number of lines.
    open: Vec<Vec<u8>>,
}

/// Reads one line of brackets a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut stack = [BOTTOM; LONGEST + 2];
    let mut reader = Reader::new(text);
    let input = Input { wrong: Vec::with_capacity(64), open: Vec::with_capacity(64) };
    let input = reader.fold_lines(input, |input, reader| {
        let start = reader.at();
        let line = reader.word(|byte| CODES[usize::from(byte)] != OTHER, "a bracket")?;
        if line.len() > LONGEST {
            return Err(reader.error("at most 1000 brackets", start + LONGEST));
        }
        match check(line, &mut stack) {
            Err(wrong) => input.wrong.push(wrong),
            Ok(top @ 1..=MOST_OPEN) => input.open.push(stack[1..=top].to_vec()),
            Ok(_) => {
                let expected = "a line that is corrupted or leaves 1 to 50 brackets open";
                return Err(reader.error(expected, start));
            }
        }
        Ok(())
    })?;
    if input.open.len().is_multiple_of(2) {
        return Err(reader.too_soon("an odd number of incomplete lines"));
    }
    Ok(input)
}

/// Puts a line's brackets on a stack: how many are left there, or which kind is the first wrong closer?
#[inline(never)] // so that all of the loop's variables are in registers
fn check(line: &[u8], stack: &mut [u8; LONGEST + 2]) -> Result<usize, u8> {
    // A top of 32 bits cannot overflow as an index, so that one check is enough for it and the place above.
    let mut top = 0_u32;
    for &bracket in line {
        let code = CODES[usize::from(bracket)];
        stack[top as usize + 1] = code;
        if stack[top as usize] ^ code > CLOSES {
            return Err(code ^ CLOSES);
        }
        // The highest bit, moved to all others: -1 for a closer, and 1 for an opener.
        top = top.wrapping_add_signed(i32::from(code as i8 >> 7 | 1));
    }
    Ok(top as usize)
}

/// The sum of the scores of the first wrong closers.
pub fn part1(input: &Input) -> u64 {
    input.wrong.iter().map(|&kind| [3, 57, 1197, 25137][usize::from(kind)]).sum()
}

/// The middle score of the completions. Their first closer is that of the last opener.
pub fn part2(input: &Input) -> u128 {
    let score = |open: &Vec<u8>| open.iter().rev().fold(0, |score, &kind| 5 * score + u128::from(kind + 1));
    let mut scores: Vec<u128> = input.open.iter().map(score).collect();
    let middle = scores.len() / 2;
    *scores.select_nth_unstable(middle).1
}
