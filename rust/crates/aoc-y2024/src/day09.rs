//! [Disk Fragmenter](https://adventofcode.com/2024/day/9): the checksum of a disk after its last blocks have
//! filled the gaps one by one (part 1), or its files have moved as wholes, the last first, each to the first
//! gap that is long enough (part 2). Every block counts as its position times the number of its file.
//!
//! **Runs.** Neighbouring blocks of one file count together: `n` of them from position `p` on add up to
//! `n p + n (n - 1) / 2` positions.
//!
//! **Part 2: gaps only shrink.** What a file leaves behind lies to the right of all files that are still to
//! move, and so is never filled. Hence the first gap that is long enough for a length never lies before the
//! one that was found last for it. So each of the nine lengths has a pointer that only goes forward. What is
//! left of each gap is a byte, and eight gaps are compared at a time. A gap is filled from the left, so what
//! is left of it ends where the next file starts.

use std::mem;

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_DIGITS: usize = 50_000;

/// The lengths of files and gaps in turn, from 0 to 9; a gap is last.
pub struct Input {
    lengths: Vec<[u8; 2]>,
}

/// Reads the digits.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let usual = reader.rest().len();
    let digits = reader.word_as_long(usual, |byte| byte.is_ascii_digit(), "a digit")?;
    if digits.len() > MOST_DIGITS {
        return Err(reader.error("at most 50000 digits", MOST_DIGITS));
    }
    let (pairs, last) = digits.as_chunks::<2>();
    let lengths = pairs.iter().copied().chain(last.first().map(|&file| [file, b'0']));
    let lengths: Vec<_> = lengths.map(|pair| pair.map(|digit| digit - b'0')).collect();
    if let Some(file) = lengths.iter().position(|&[file, _]| file == 0) {
        return Err(reader.error("a file of 1 to 9 blocks", 2 * file));
    }
    reader.end()?;
    Ok(Input { lengths })
}

/// The sum of neighbouring positions, at least one.
#[inline(always)]
fn positions(first: u32, count: u8) -> u64 {
    let (first, count) = (u64::from(first), u64::from(count));
    count * (2 * first + count - 1) / 2
}

/// The checksum after the blocks have moved one by one.
pub fn part1(input: &Input) -> u64 {
    let lengths = &input.lengths;
    // The last file that has not moved as a whole, and what is left of it.
    let mut last = lengths.len() - 1;
    let mut left = lengths[last][0];
    let mut at = 0;
    let mut sum = 0;
    for (id, &[file, mut gap]) in lengths.iter().enumerate() {
        if id == last {
            return sum + id as u64 * positions(at, left);
        }
        sum += id as u64 * positions(at, file);
        at += u32::from(file);
        while gap > 0 {
            let count = gap.min(left);
            sum += last as u64 * positions(at, count);
            at += u32::from(count);
            gap -= count;
            left -= count;
            if left == 0 {
                last -= 1;
                if last == id {
                    return sum;
                }
                left = lengths[last][0];
            }
        }
    }
    sum
}

/// The checksum after the files have moved as wholes.
pub fn part2(input: &Input) -> u64 {
    let mut at = 0;
    let start = |&[file, gap]: &[u8; 2]| {
        let end = at + u32::from(file) + u32::from(gap);
        mem::replace(&mut at, end)
    };
    let starts: Vec<u32> = input.lengths.iter().map(start).collect();
    // What is left of the gaps, and some more of no length, so that eight gaps begin with each.
    let mut gaps: Vec<u8> = input.lengths.iter().map(|&[_, gap]| gap).chain([0; 7]).collect();
    // For each length, a gap before which none is long enough.
    let mut pointers = [0; 10];
    let mut sum = 0;
    for (id, &[file, _]) in input.lengths.iter().enumerate().rev() {
        let pointer = &mut pointers[usize::from(file)];
        let mut start = starts[id];
        while *pointer < id {
            let Some(word) = gaps[*pointer..].first_chunk() else { break };
            let long_enough = swar::greater(u64::from_le_bytes(*word), swar::each(file - 1));
            *pointer += (long_enough.trailing_zeros() / 8) as usize;
            if long_enough != 0 {
                if *pointer < id {
                    let gap = &mut gaps[*pointer];
                    start = starts[*pointer + 1] - u32::from(*gap);
                    *gap -= file;
                }
                break;
            }
        }
        sum += id as u64 * positions(start, file);
    }
    sum
}
