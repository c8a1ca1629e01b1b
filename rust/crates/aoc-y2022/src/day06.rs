//! [Tuning Trouble](https://adventofcode.com/2022/day/6): how many letters of a text are read until the last
//! 4 (part 1) or 14 (part 2) are all different.
//!
//! **The next equal letter.** For each place, take the distance to the next place with the same letter. A
//! window of `k` letters has an equal pair if and only if a letter's next equal one is still in the window:
//! at place `i` of the window, at a distance below `k - i`.
//!
//! ```text
//! text          a  b  c  a  d  b  e
//! distance      3  4  -  -  -  -  -      (- is far)
//! 4 from the first a:   0 + 3 < 4, so two letters are equal
//! 4 from the first b:   0 + 4, and the others are far: all are different, and 5 letters have been read
//! ```
//!
//! Distances of 14 or more are all the same, so they are found by comparing the text with itself, moved by 1
//! to 13 places. Both this and the search for a window have no branch within a block of places, and
//! vectorise.

use aoc_core::text::{InputError, Reader};

const MOST_LETTERS: usize = 10_000;
const SHORT: usize = 4;
const LONG: usize = 14;
/// How many places are looked at before a branch.
const BLOCK: usize = 64;

/// The text, as distances.
pub struct Input {
    /// For each letter the distance to the next equal one, or `LONG` if it is far; then those of an empty
    /// block.
    distances: Vec<u8>,
    length: usize,
}

/// Reads one line of letters.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let letters =
        reader.word_as_long(reader.rest().len(), |byte| byte.is_ascii_lowercase(), "a letter a-z")?;
    if letters.len() > MOST_LETTERS {
        return Err(reader.error("at most 10000 letters", MOST_LETTERS));
    }
    reader.end()?;
    let length = letters.len();
    let padded = length.next_multiple_of(BLOCK) + BLOCK;
    let mut letters = letters.to_vec();
    letters.resize(padded + LONG, 0);
    let mut distances = vec![LONG as u8; padded];
    let blocks = distances.as_chunks_mut::<BLOCK>().0.iter_mut();
    for (block, letters) in blocks.zip(overlapping(&letters)) {
        *block = distances_in(letters);
    }
    Ok(Input { distances, length })
}

/// The blocks of a slice, each with the first 14 places of the next one.
fn overlapping(slice: &[u8]) -> impl Iterator<Item = &[u8; BLOCK + LONG]> {
    slice.windows(BLOCK + LONG).step_by(BLOCK).filter_map(<[u8]>::first_chunk)
}

/// The distances of a block of letters, to which some more are added.
#[inline(always)]
fn distances_in(letters: &[u8; BLOCK + LONG]) -> [u8; BLOCK] {
    std::array::from_fn(|at| {
        let closer = |nearest, distance: usize| {
            if letters[at] == letters[at + distance] { distance as u8 } else { nearest }
        };
        (1..LONG).rev().fold(LONG as u8, closer)
    })
}

/// How many letters are read until the last 4 are different.
pub fn part1(input: &Input) -> Option<usize> {
    input.first::<SHORT>()
}

/// How many letters are read until the last 14 are different.
pub fn part2(input: &Input) -> Option<usize> {
    input.first::<LONG>()
}

impl Input {
    /// The end of the first window with only different letters.
    #[inline(always)]
    fn first<const WIDTH: usize>(&self) -> Option<usize> {
        let blocks = overlapping(&self.distances);
        let first = blocks.zip((0..).step_by(BLOCK)).find_map(|(block, start)| {
            let are_different: [bool; BLOCK] = std::array::from_fn(|at| {
                (0..WIDTH).fold(true, |all, place| all & (block[at + place] as usize + place >= WIDTH))
            });
            are_different.iter().position(|&is| is).map(|at| start + at)
        })?;
        // A window whose last place is the first one after the text may seem to fit. No later one does: two
        // places after the text have an equal pair, at distance 1.
        Some(first + WIDTH).filter(|&end| end <= self.length)
    }
}
