//! [Code Chronicle](https://adventofcode.com/2024/day/25): in how many pairs of a lock and a key no cell is
//! filled in both.
//!
//! **Depths.** A lock is filled from above, and a key is empty from above. The depth of a column is the
//! number of cells that are like the one in the first row, without that one. A pair fits if no depth of the
//! lock is greater than the key's:
//!
//! ```text
//! lock  #####   key  .....
//!       ##.#.        .....
//!       .#.#.        .#...      lock   1 3 0 2 0
//!       .#...        .#.#.      key    3 1 5 2 5      the second column does not fit
//!       .....        ##.#.
//!       .....        ##.#.
//!       .....        #####
//! ```
//!
//! **Parsing.** A row is read as a word, whose bytes differ in the lowest bit if they are `#` or `.`. The sum
//! of the words of five rows has all five depths.
//!
//! **Pairs.** For 64 keys at once, a word for each column and depth has a bit for each key that is at least
//! as deep. A lock looks up five words: the bits of their `and` are the keys that it fits.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_SHAPES: usize = 1_000;
const ROWS: usize = 7;
const COLUMNS: usize = 5;
/// The bytes of a row, with its end.
const LINE: usize = COLUMNS + 1;
/// The bytes of a shape, to the end of the word that begins with its last row.
const SHAPE: usize = (ROWS - 1) * LINE + 8;
/// The greatest depth: neither the first row nor the last counts.
const DEEPEST: usize = ROWS - 2;
/// The bytes of a word that are cells, and the one that ends the row.
const CELLS: u64 = (1 << (8 * COLUMNS)) - 1;
const ENDING: u64 = 0xFF << (8 * COLUMNS);

/// The depths of all locks and of all keys.
pub struct Input {
    locks: Vec<Depths>,
    keys: Vec<Depths>,
}

type Depths = [u8; COLUMNS];

/// Reads the shapes.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let room = text.len() / SHAPE + 1;
    let mut input = Input { locks: Vec::with_capacity(room), keys: Vec::with_capacity(room) };
    reader.blocks_up_to(MOST_SHAPES, "locks and keys", |reader, _| {
        // Behind the last shape, line ends are missing.
        let mut padded = [b'\n'; SHAPE];
        let bytes = reader.rest().first_chunk().unwrap_or_else(|| {
            padded[..reader.rest().len()].copy_from_slice(reader.rest());
            &padded
        });
        let Some((is_lock, depths)) = shape(bytes) else { return Err(fault(reader)) };
        if is_lock { &mut input.locks } else { &mut input.keys }.push(depths);
        reader.skip(ROWS * LINE - 1);
        Ok(())
    })?;
    Ok(input)
}

/// Whether a shape is a lock, and its depths; nothing if it is no shape.
fn shape(bytes: &[u8; SHAPE]) -> Option<(bool, Depths)> {
    let ones = swar::each(1) & CELLS;
    let mut wrong = 0;
    let rows: [u64; ROWS] = std::array::from_fn(|row| {
        let word = u64::from_le_bytes(std::array::from_fn(|at| bytes[row * LINE + at]));
        let unlike = word ^ (swar::each(b'.') & CELLS | swar::each(b'\n') & ENDING);
        let filled = unlike & ones;
        wrong |= (unlike & (CELLS | ENDING)) ^ (filled * u64::from(b'#' ^ b'.'));
        filled
    });
    // A key is a lock with its cells inverted.
    let flip = if rows[0] == 0 { ones } else { 0 };
    let rows = rows.map(|row| row ^ flip);
    wrong |= rows[0] ^ ones | rows[ROWS - 1];
    let mut depths = 0;
    for row in 1..ROWS {
        wrong |= rows[row] & !rows[row - 1];
        depths += rows[row];
    }
    let depths = depths.to_le_bytes();
    (wrong == 0).then_some((flip == 0, std::array::from_fn(|column| depths[column])))
}

/// The error for the first row of a shape that is wrong.
#[cold]
fn fault(reader: &mut Reader) -> InputError {
    let mut check = || {
        let mut before: Option<&[u8]> = None;
        let mut first = b'#';
        for row in 0..ROWS {
            if row > 0 {
                reader.newline()?;
            }
            let start = reader.at();
            let cells = reader.rest();
            let cells = &cells[..cells.len().min(COLUMNS)];
            let good = cells.iter().take_while(|&byte| matches!(byte, b'#' | b'.')).count();
            if good < COLUMNS {
                return Err(reader.error("five of `#` and `.`", start + good));
            }
            let alike = |byte: u8| cells.iter().all(|&cell| cell == byte);
            match before {
                None if !alike(cells[0]) => return Err(reader.error("a row of `#` or of `.` alone", start)),
                None => first = cells[0],
                Some(above)
                    if above.iter().zip(cells).any(|(&above, &cell)| cell == first && above != first) =>
                {
                    return Err(reader.error("no change back in a column", start));
                }
                Some(_) if row == ROWS - 1 && cells.contains(&first) => {
                    return Err(reader.error("a last row that is the opposite of the first", start));
                }
                Some(_) => {}
            }
            before = Some(cells);
            reader.skip(COLUMNS);
        }
        reader.newline()
    };
    check().err().unwrap_or_else(|| reader.error("a lock or a key", reader.at()))
}

/// The number of pairs that fit.
pub fn part1(input: &Input) -> u32 {
    input.keys.chunks(64).map(|keys| fits(&input.locks, keys)).sum()
}

/// The number of pairs of a lock and one of at most 64 keys that fit.
fn fits(locks: &[Depths], keys: &[Depths]) -> u32 {
    let mut as_deep = [[0_u64; DEEPEST + 1]; COLUMNS];
    for (key, bit) in keys.iter().zip(0..) {
        for (column, &depth) in as_deep.iter_mut().zip(key) {
            column[usize::from(depth)] |= 1 << bit;
        }
    }
    for column in &mut as_deep {
        for depth in (0..DEEPEST).rev() {
            column[depth] |= column[depth + 1];
        }
    }
    let keys_of = |lock: &Depths| {
        let words = as_deep.iter().zip(lock).map(|(column, &depth)| column[usize::from(depth)]);
        words.fold(u64::MAX, |keys, word| keys & word).count_ones()
    };
    locks.iter().map(keys_of).sum()
}
