//! [Gear Ratios](https://adventofcode.com/2023/day/3): the sum of the numbers on a map that touch a symbol, also at a
//! corner (part 1), and the sum of the products of the two numbers at each `*` that touches exactly two (part 2).
//!
//! **From each symbol outwards.** Symbols are few. What touches one lies in the row above, its own row and the row below.
//! A number has at most three digits, so eight cells of a row have all of a number that touches the symbol's column
//! `x` or one of its neighbours:
//!
//! ```text
//!      x-4 x-3 x-2 x-1  x  x+1 x+2 x+3
//!           [  a number ]  [ another ]      two numbers, if the cell in the middle is not a digit
//!               [   one number  ]           else one, the run of digits through the middle
//! ```
//!
//! The 256 patterns of digits and other cells are judged beforehand, and a table tells where the numbers lie. So a
//! symbol costs three words, and no branch depends on the map.
//!
//! **A number counts once** in part 1, however many symbols it touches: its last cell is marked.

use aoc_core::bits::ones;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST: usize = 200;
/// Longest run of digits.
const LONGEST: usize = 3;
/// Empty cells between two rows, before the first and behind the last: as far as a word reaches to the left.
const MARGIN: usize = 4;
const BLOCK: usize = 64;

/// The map and its symbols.
pub struct Input {
    /// The rows, with margins and an empty row above and below.
    cells: Vec<u8>,
    /// From a cell to that below it.
    stride: usize,
    /// The places of all symbols.
    symbols: Vec<u32>,
}

/// Where in eight cells of a row the numbers lie that touch the symbol.
#[derive(Clone, Copy)]
struct Pattern {
    count: u8,
    numbers: [Span; 2],
}

/// Where a number lies in a word. The number that does not exist lies nowhere and is 0.
#[derive(Clone, Copy)]
struct Span {
    /// The index of its last digit, at least 3.
    last: u8,
    /// The bytes of the number in the four that end with the last digit.
    mask: u32,
}

/// For each set of cells that are digits, the numbers.
const PATTERNS: [Pattern; 256] = {
    let nowhere = Span { last: 3, mask: 0 };
    let mut patterns = [Pattern { count: 0, numbers: [nowhere; 2] }; 256];
    let mut set = 0;
    while set < 256 {
        let pattern = &mut patterns[set];
        let mut cell = MARGIN - 1;
        while cell <= MARGIN + 1 {
            let goes_on = cell < MARGIN + 1 && set >> (cell + 1) & 1 == 1;
            if set >> cell & 1 == 1 && !goes_on {
                pattern.numbers[pattern.count as usize] = span(set, cell);
                pattern.count += 1;
            }
            cell += 1;
        }
        set += 1;
    }
    patterns
};

/// The number that has a digit in a cell.
const fn span(set: usize, cell: usize) -> Span {
    let mut last = cell;
    while last < 7 && set >> (last + 1) & 1 == 1 {
        last += 1;
    }
    let mut length = 0;
    while length < LONGEST && set >> (last - length) & 1 == 1 {
        length += 1;
    }
    // A run that is too long for a number occurs in no map.
    let length = if length == 0 { 1 } else { length };
    Span { last: last as u8, mask: u32::MAX << (32 - 8 * length) }
}

/// Reads the map, and finds its symbols.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let room = reader.rest().len();
    let mut rows: Vec<&[u8]> = Vec::with_capacity(MOST);
    let mut fault = None;
    let read = reader.grid_rows(is_cell, "a digit, `.` or a symbol", MOST, |row| {
        if fault.is_none() && has_long_run(row) {
            fault = Some(rows.len() * (row.len() + 1));
        }
        rows.push(row);
    });
    // What is wrong in a row that was passed comes before what `grid_rows` has found.
    if let Some(at) = fault {
        return Err(reader.error("numbers of at most three digits", at));
    }
    read?;
    reader.end()?;

    let stride = rows[0].len() + MARGIN;
    let mut cells = Vec::with_capacity(room + (rows.len() + 4) * MARGIN + 2 * stride + BLOCK);
    cells.resize(stride + MARGIN, b'.');
    for row in rows {
        cells.extend_from_slice(row);
        cells.extend_from_slice(&[b'.'; MARGIN]);
    }
    cells.resize((cells.len() + stride).next_multiple_of(BLOCK), b'.');
    let symbols = symbols(&cells);
    Ok(Input { cells, stride, symbols })
}

#[inline(always)]
fn is_cell(byte: u8) -> bool {
    byte.is_ascii_digit() | is_symbol(byte) | (byte == b'.')
}

#[inline(always)]
fn is_symbol(byte: u8) -> bool {
    b"*@/&#+%$=-".iter().fold(false, |any, &symbol| any | (byte == symbol))
}

/// Whether four cells in a row are digits.
fn has_long_run(row: &[u8]) -> bool {
    row.windows(LONGEST + 1)
        .fold(false, |any, run| any | run.iter().fold(true, |all, byte| all & byte.is_ascii_digit()))
}

/// The places of all cells that are neither empty nor digits.
fn symbols(cells: &[u8]) -> Vec<u32> {
    let mut symbols = Vec::with_capacity(cells.len());
    for (block, start) in cells.as_chunks::<BLOCK>().0.iter().zip((0..).step_by(BLOCK)) {
        let flags = block.map(|byte| u8::from((byte != b'.') & !byte.is_ascii_digit()));
        symbols.extend(ones(swar::flags(&flags)).map(|bit| start + bit as u32));
    }
    symbols
}

impl Input {
    /// Each row's numbers that touch a cell: their count, and their values and last cells. A number that does not
    /// exist is 0.
    #[inline(always)]
    fn around(&self, cell: u32) -> [(u8, [(u32, usize); 2]); 3] {
        let middle = cell as usize;
        [middle - self.stride, middle, middle + self.stride].map(|middle| {
            let start = middle - MARGIN;
            let word = self.cells[start..].first_chunk().map_or(0, |chunk| u64::from_le_bytes(*chunk));
            let digits = word ^ swar::each(b'0');
            let set = swar::low_bits(!swar::greater(digits, swar::each(9)) >> 7);
            let pattern = &PATTERNS[set as usize];
            let numbers = pattern.numbers.map(|Span { last, mask }| {
                let four = (digits >> (8 * (last - 3))) as u32;
                (swar::decimal(four & mask), start + usize::from(last))
            });
            (pattern.count, numbers)
        })
    }
}

/// The sum of the numbers that touch a symbol.
pub fn part1(input: &Input) -> u32 {
    let mut is_counted = vec![false; input.cells.len()];
    let mut sum = 0;
    for &symbol in &input.symbols {
        for (value, last) in input.around(symbol).into_iter().flat_map(|(_, numbers)| numbers) {
            sum += if is_counted[last] { 0 } else { value };
            is_counted[last] |= value > 0;
        }
    }
    sum
}

/// The sum of the products of the two numbers at each gear.
pub fn part2(input: &Input) -> u64 {
    let mut sum = 0;
    for &symbol in input.symbols.iter().filter(|&&symbol| input.cells[symbol as usize] == b'*') {
        let rows = input.around(symbol);
        let count: u8 = rows.iter().map(|(count, _)| count).sum();
        if count == 2 {
            let mut product = 1;
            for (count, numbers) in rows {
                for (value, _) in &numbers[..count.into()] {
                    product *= u64::from(*value);
                }
            }
            sum += product;
        }
    }
    sum
}
