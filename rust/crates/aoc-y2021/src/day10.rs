//! [Syntax Scoring](https://adventofcode.com/2021/day/10): lines of four kinds of brackets. A line is corrupted if one
//! of them is closed by another kind, or without being open, and the first such closer has a score. Other lines are
//! incomplete, and the brackets that would complete one have a score. What is the sum of the first and the middle
//! of the second?
//!
//! A stack holds what is open. Whether the next bracket opens or closes is as good as random, and a processor loses
//! more time on such a branch than on all else; so each bracket is handled alike. It is written above the stack's top,
//! where it is the new top if it opens and rubbish if it closes, and the height goes up or down by a sum. An opener
//! has a code of 0 to 3 and its closer the same with the highest bit set. The closer's code and the top's, xored, are
//! exactly that bit if they match, and more if not; an opener's is less. The bottom of the stack matches nothing, nor
//! do line ends and foreign characters. So there is one branch, and it is taken once a line.
//!
//! What is left of the stack, from the top, are the digits of the completion's score in base 5. The middle is found by
//! selection.
//!
//! Assumes what the domain says: lines have at most 1,000 brackets, no line is complete, at most 50 brackets are left
//! open, so that scores fit 128 bits, and the number of incomplete lines is odd.

use aoc_core::text::{InputError, Reader};

/// How many brackets may be left open.
const MOST: usize = 50;
const LONGEST: usize = 1000;
const CLOSES: u8 = 0x80;
/// Not a bracket.
const OTHER: u8 = 0xFF;
/// Below all brackets on the stack.
const BOTTOM: u8 = 0x40;

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
    /// How many lines have each kind of bracket as their first wrong closer.
    corrupted: [u64; 4],
    /// The score of each incomplete line: an odd number of them.
    completions: Vec<u128>,
}

/// Reads one line of brackets a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut stack = vec![BOTTOM; LONGEST + 3];
    let input = Input { corrupted: [0; 4], completions: Vec::with_capacity(64) };
    let mut reader = Reader::new(text);
    let input = reader.fold_lines(input, |input, reader| {
        let start = reader.at();
        let rest = reader.rest();
        let Checked { length, top, clash } = check(&rest[..rest.len().min(LONGEST + 1)], &mut stack);
        reader.skip(length);
        if clash != OTHER {
            input.corrupted[usize::from(clash % 4)] += 1;
            reader.word(|byte| CODES[usize::from(byte)] != OTHER, "a bracket")?;
        }
        if reader.at() - start > LONGEST {
            return Err(reader.error("at most 1000 brackets", start + LONGEST));
        }
        if clash != OTHER {
            return Ok(());
        }
        if !reader.at_end() {
            reader.clone().newline()?;
        }
        let open = &stack[1..=top as usize];
        if open.is_empty() || open.len() > MOST {
            let expected = "a line that leaves 1 to 50 brackets open, or is corrupted";
            return Err(reader.error(expected, start));
        }
        let score = open.iter().rev().fold(0, |score, &kind| score * 5 + u128::from(kind + 1));
        input.completions.push(score);
        Ok(())
    })?;
    if input.completions.len().is_multiple_of(2) {
        return Err(reader.too_soon("an odd number of incomplete lines"));
    }
    Ok(input)
}

/// How far a line goes without a wrong closer.
struct Checked {
    length: usize,
    /// The number of brackets that are open then.
    top: u32,
    /// The code of the wrong closer, or `OTHER` where the brackets end.
    clash: u8,
}

/// Puts a line's brackets on a stack.
#[inline(never)] // so that all of the loop's variables are in registers
fn check(text: &[u8], stack: &mut [u8]) -> Checked {
    // A top of 32 bits cannot overflow as an index, so that one check is enough for it and the place above.
    let mut top = 0_u32;
    for (length, &byte) in text.iter().enumerate() {
        let code = CODES[usize::from(byte)];
        stack[top as usize + 1] = code;
        if stack[top as usize] ^ code > CLOSES {
            return Checked { length, top, clash: code };
        }
        // The highest bit, moved to all others: -1 for a closer, and 1 for an opener.
        top = top.wrapping_add_signed(i32::from(code as i8 >> 7 | 1));
    }
    Checked { length: text.len(), top, clash: OTHER }
}

/// The sum of the scores of the first wrong closers.
pub fn part1(input: &Input) -> u64 {
    input.corrupted.iter().zip([3, 57, 1197, 25137]).map(|(lines, score)| lines * score).sum()
}

/// The middle score of the completions.
pub fn part2(input: &Input) -> u128 {
    let mut scores = input.completions.clone();
    let middle = scores.len() / 2;
    *scores.select_nth_unstable(middle).1
}
