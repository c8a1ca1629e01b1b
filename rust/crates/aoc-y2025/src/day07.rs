//! [Laboratories](https://adventofcode.com/2025/day/7): a beam falls from `S` and is split by each `^` in its
//! way into one to the left and one to the right; the number of splitters that are hit (part 1), and of paths
//! to the floor (part 2).
//!
//! **Rows of bits.** One row has a bit for each column with a splitter, and another for each column with a
//! beam. The bits that both have are the hits, and the beams go on as the hits shifted to either side.
//! Splitters are in every other row, and the rows between are only checked.
//!
//! **Paths.** A number for each column counts the paths that lead there. A splitter moves the number of its
//! column to both sides; only the set bits of a row are visited. With at most 127 rows of splitters, no
//! number exceeds 2^127.

use aoc_core::bits::ones;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_ROWS: usize = 254;
const MOST_COLUMNS: usize = 500;
const WORDS: usize = MOST_COLUMNS.div_ceil(64);

/// A bit for each column.
type Bits = [u64; WORDS];

/// Where the beam starts, and the splitters, none of which is in the first or the last column or next to
/// another one.
pub struct Input {
    start: usize,
    /// Every other row, from the third on.
    rows: Vec<Bits>,
    /// The number of words that are used of each row.
    words: usize,
}

/// Reads the grid.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let width = reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    if width > MOST_COLUMNS {
        return Err(reader.error("at most 500 columns", MOST_COLUMNS));
    }
    let first = &reader.rest()[..width];
    let start = first.iter().position(|&byte| byte != b'.').unwrap_or(width);
    let other = first.iter().skip(start + 1).position(|&byte| byte != b'.');
    if first.get(start) != Some(&b'S') {
        return Err(reader.error("`.`, and one `S` in the first row", start));
    } else if let Some(between) = other {
        return Err(reader.error("`.`, as there is an `S` already", start + 1 + between));
    }
    reader.skip(width);
    let mut input = Input { start, rows: Vec::with_capacity(MOST_ROWS / 2), words: width.div_ceil(64) };
    for y in 1.. {
        if reader.at_end() {
            break;
        }
        reader.newline()?;
        if y == MOST_ROWS {
            return Err(reader.error("at most 254 rows", reader.at()));
        }
        let row = &reader.rest()[..width.min(reader.rest().len())];
        let is_valid = if y % 2 == 0 {
            splitters(row).filter(|bits| placed(bits, width)).map(|bits| input.rows.push(bits)).is_some()
        } else {
            row.iter().fold(true, |all, &byte| all & (byte == b'.'))
        };
        if !is_valid || row.len() < width {
            return Err(fault(&reader, row, y));
        }
        reader.skip(width);
    }
    Ok(input)
}

/// The splitters of a row, if there is nothing but `.` and `^`.
fn splitters(row: &[u8]) -> Option<Bits> {
    let mut bits = [0; WORDS];
    let mut wrong = 0;
    let (blocks, rest) = row.as_chunks::<64>();
    let mut last = [b'.'; 64];
    last[..rest.len()].copy_from_slice(rest);
    for (block, bits) in blocks.iter().chain([&last]).zip(&mut bits) {
        for (at, cells) in block.as_chunks::<8>().0.iter().enumerate() {
            let cells = u64::from_le_bytes(*cells);
            // Bit 6 is set in `^` and not in `.`, and `^` is greater by 16 and 32.
            let marks = cells & swar::each(1 << 6);
            wrong |= cells ^ (swar::each(b'.') + (marks >> 1) + (marks >> 2));
            *bits |= swar::low_bits(marks >> 6) << (8 * at);
        }
    }
    (wrong == 0).then_some(bits)
}

/// Whether no splitter is in the first or last column or next to another one.
fn placed(bits: &Bits, width: usize) -> bool {
    let last = width - 1;
    let mut carry = 1;
    let mut wrong = bits[last / 64] >> (last % 64) & 1;
    for word in bits {
        wrong |= word & (word << 1 | carry);
        carry = word >> 63;
    }
    wrong == 0
}

/// The error for the first cell of a row that is wrong.
#[cold]
fn fault(reader: &Reader, row: &[u8], y: usize) -> InputError {
    let inside = 1..row.len().saturating_sub(1);
    let allowed = |x: usize| {
        let splits = row[x] == b'^' && y.is_multiple_of(2) && inside.contains(&x) && row[x - 1] != b'^';
        row[x] == b'.' || splits
    };
    let x = (0..row.len()).find(|&x| !allowed(x)).unwrap_or(row.len());
    let expected = match row.get(x) {
        Some(b'^') => "`.`, as there can be no splitter here",
        None | Some(b'\n') => "a row as wide as the first",
        Some(_) => "`.` or `^`",
    };
    reader.error(expected, reader.at() + x)
}

/// The number of splitters that are hit.
pub fn part1(input: &Input) -> u32 {
    let mut beams = [0; WORDS];
    beams[input.start / 64] = 1 << (input.start % 64);
    let mut count = 0;
    for splitters in &input.rows {
        let mut carry = 0;
        for at in 0..input.words {
            let hit = beams[at] & splitters[at];
            count += hit.count_ones();
            beams[at] = beams[at] ^ hit | hit << 1 | hit >> 1 | carry;
            carry = hit >> 63;
            if hit & 1 != 0 {
                beams[at - 1] |= 1 << 63;
            }
        }
    }
    count
}

/// The number of paths to the floor.
pub fn part2(input: &Input) -> u128 {
    let mut paths = [0_u128; 64 * WORDS];
    paths[input.start] = 1;
    for splitters in &input.rows {
        for (at, &word) in splitters[..input.words].iter().enumerate() {
            for bit in ones(word) {
                let x = 64 * at + bit;
                let hit = std::mem::take(&mut paths[x]);
                paths[x - 1] += hit;
                paths[x + 1] += hit;
            }
        }
    }
    paths.iter().sum()
}
