//! [Rucksack Reorganization](https://adventofcode.com/2022/day/3): the sum of the values of the letter that
//! both halves of each line have (part 1), and of the letter that all lines of each group of three have
//! (part 2).
//!
//! **Sets in a word.** The lower six bits of a letter's character differ from those of all others, so a set
//! of letters is 64 bits: letter `c` is bit `c mod 64`. What two sets have in common is their AND.
//!
//! ```text
//! A-Z   bits  1 to 26   values 27 to 52
//! a-z   bits 33 to 58   values  1 to 26       value = (bit + 26) mod 58
//! ```
//!
//! **A line fits 64 bytes** with its line end. So its end is found without a branch on any letter: the bytes
//! that are not letters are marked, the marks become the bits of one word, and the place of the lowest bit is
//! the length of the line.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const GROUP: usize = 3;
const MOST_LINES: usize = 900;
const LONGEST: usize = 60;

/// The lines: a multiple of three, and not zero.
pub type Input = Vec<Rucksack>;

/// The letters of each half of a line, as sets.
pub struct Rucksack {
    left: u64,
    right: u64,
}

impl Rucksack {
    fn all(&self) -> u64 {
        self.left | self.right
    }
}

/// Reads one line each.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rucksacks: Input = Vec::with_capacity(MOST_LINES);
    reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let letters = letters(line)?;
        if !letters.len().is_multiple_of(2) || letters.len() > LONGEST {
            return Err(line.error("2 to 60 letters, an even number", start));
        }
        let (left, right) = letters.split_at(letters.len() / 2);
        let rucksack = Rucksack { left: set(left), right: set(right) };
        if !(rucksack.left & rucksack.right).is_power_of_two() {
            return Err(line.error("halves with exactly one letter in common", start));
        }
        rucksacks.push(rucksack);
        if rucksacks.len().is_multiple_of(GROUP)
            && !common(&rucksacks[rucksacks.len() - GROUP..]).is_power_of_two()
        {
            return Err(line.error("a group of lines with exactly one letter in common", start));
        }
        Ok(())
    })?;
    if !rucksacks.len().is_multiple_of(GROUP) {
        return Err(reader.too_soon("another line of the group"));
    }
    Ok(rucksacks)
}

/// Reads letters, at least one.
#[inline(always)]
fn letters<'a>(line: &mut Reader<'a>) -> Result<&'a [u8], InputError> {
    if let Some(block) = line.rest().first_chunk() {
        let others = swar::flags(&block.map(|byte| u8::from(!byte.is_ascii_alphabetic())));
        let length = others.trailing_zeros() as usize;
        if length > 0 {
            line.skip(length);
            return Ok(&block[..length]);
        }
    }
    line.word(|byte| byte.is_ascii_alphabetic(), "a letter")
}

/// The set of some letters.
#[inline(always)]
fn set(letters: &[u8]) -> u64 {
    letters.iter().fold(0, |set, letter| set | 1 << (letter % 64))
}

/// The letters that all lines of a group have.
fn common(group: &[Rucksack]) -> u64 {
    group.iter().fold(u64::MAX, |common, rucksack| common & rucksack.all())
}

/// The value of a set's only letter.
fn value(set: u64) -> u32 {
    (set.trailing_zeros() + 26) % 58
}

/// The sum of the values of what both halves of each line have.
pub fn part1(rucksacks: &Input) -> u32 {
    rucksacks.iter().map(|rucksack| value(rucksack.left & rucksack.right)).sum()
}

/// The sum of the values of what all lines of each group have.
pub fn part2(rucksacks: &Input) -> u32 {
    rucksacks.chunks(GROUP).map(|group| value(common(group))).sum()
}
