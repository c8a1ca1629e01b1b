//! [Arithmetic Logic Unit](https://adventofcode.com/2021/day/24): the greatest and the least number of
//! fourteen digits that a program accepts.
//!
//! The program is fourteen blocks of the same 18 instructions, which differ in three numbers only. Block (D,
//! A, B) takes a digit w and computes
//!
//! > x = z mod 26 + A; z = z / D; if x is not w then z = 26z + w + B.
//!
//! So z is a stack of numbers below 26, because w + B is at most 9 + 16. A block with D = 1 has A >= 10, so x
//! is never a digit, and the block pushes w + B. A block with D = 26 pops, and pushes again unless its digit
//! is the number that was popped plus A. There are seven pushes and seven pops, so z is 0 at the end only if
//! no pop pushes. So the digit of each pop must be the digit of its push plus B + A. These pairs do not
//! depend on each other. The greatest number has the greatest digit for the first of each pair, and the least
//! number the least.
//!
//! `parse` checks all of that: it accepts this program and no other, with a difference B + A that leaves a
//! digit.

use aoc_core::text::{InputError, Reader};

const DIGITS: usize = 14;

/// What stands in a block before, between and after its three numbers.
const BLOCK: [&str; 4] = [
    "inp w\nmul x 0\nadd x z\nmod x 26\ndiv z ",
    "\nadd x ",
    "\neql x w\neql x 0\nmul y 0\nadd y 25\nmul y x\nadd y 1\nmul z y\nmul y 0\nadd y w\nadd y ",
    "\nmul y x\nadd z y",
];

/// What each digit is tied to.
pub struct Input {
    /// Pairs of places, the earlier first, and how much more the later digit is.
    ties: [(usize, usize, i64); DIGITS / 2],
}

/// Reads the fourteen blocks.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut ties = [(0, 0, 0); DIGITS / 2];
    let (mut pushes, mut tied) = (0, 0);
    let mut open = [(0, 0); DIGITS / 2];
    let mut depth = 0;
    for digit in 0..DIGITS {
        if digit > 0 {
            reader.newline()?;
        }
        lines(&mut reader, 0)?;
        let start = reader.at();
        let pops = match reader.number(1..=26)? {
            1 if pushes < DIGITS / 2 => false,
            26 if depth > 0 => true,
            1 => return Err(reader.error("a division by 26, as seven blocks have pushed", start)),
            26 => return Err(reader.error("a division by 1, as there is nothing to pop", start)),
            _ => return Err(reader.error("a division by 1 or by 26", start)),
        };
        lines(&mut reader, 1)?;
        let start = reader.at();
        if pops {
            let less = reader.number(-99..=99)?;
            depth -= 1;
            let (pushed_by, more) = open[depth];
            if !(-8..=8).contains(&(more + less)) {
                return Err(reader.error("a number that leaves a digit to be accepted", start));
            }
            lines(&mut reader, 2)?;
            reader.number(0..=99)?;
            ties[tied] = (pushed_by, digit, more + less);
            tied += 1;
        } else {
            reader.number(10..=99)?;
            lines(&mut reader, 2)?;
            open[depth] = (digit, reader.number(0..=16)?);
            depth += 1;
            pushes += 1;
        }
        lines(&mut reader, 3)?;
    }
    reader.end()?;
    Ok(Input { ties })
}

/// Reads what stands before one of a block's numbers, or after the last.
#[inline]
fn lines(reader: &mut Reader, stretch: usize) -> Result<(), InputError> {
    let text = BLOCK[stretch];
    if reader.rest().starts_with(text.as_bytes()) {
        reader.skip(text.len());
        return Ok(());
    }
    one_by_one(reader, text)
}

/// Reads the same line by line, to say which is wrong or missing.
#[cold]
fn one_by_one(reader: &mut Reader, text: &str) -> Result<(), InputError> {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            reader.newline()?;
        }
        reader.literal(line)?;
    }
    Ok(())
}

/// The largest number that is accepted.
pub fn part1(input: &Input) -> u64 {
    number(input, |difference| 9 - difference.max(0))
}

/// The smallest number that is accepted.
pub fn part2(input: &Input) -> u64 {
    number(input, |difference| 1 - difference.min(0))
}

/// The number whose pairs begin with the digit given for their difference.
fn number(input: &Input, first: impl Fn(i64) -> i64) -> u64 {
    let mut digits = [0; DIGITS];
    for &(one, other, difference) in &input.ties {
        digits[one] = first(difference);
        digits[other] = digits[one] + difference;
    }
    digits.iter().fold(0, |number, &digit| number * 10 + digit as u64)
}
