//! [Gear Ratios](https://adventofcode.com/2023/day/3): the sum of the numbers on a map that touch a symbol,
//! also at a corner (part 1), and the sum of the products of the two numbers at each `*` that touches exactly
//! two (part 2).
//!
//! **From each symbol outwards.** Symbols are few. What touches one lies in the row above, its own row and
//! the row below. A number has at most three digits, so eight cells of a row have all of a number that
//! touches the symbol's column `x` or one of its neighbours:
//!
//! ```text
//!      x-4 x-3 x-2 x-1  x  x+1 x+2 x+3
//!           [  a number ]  [ another ]      two numbers, if the cell in the middle is not a digit
//!               [   one number  ]           else one, the run of digits through the middle
//! ```
//!
//! A table has the last digits of these numbers for each of the 256 patterns of digits and other cells. So a
//! symbol costs three words, and a branch for each number.
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

/// For each set of digits in eight cells of a row, the last digits of the numbers that touch the symbol.
const LAST_DIGITS: [u8; 256] = {
    let mut table = [0; 256];
    let mut set = 0_u32;
    while set < 256 {
        let mut cell = MARGIN - 1;
        while cell <= MARGIN + 1 {
            if set >> cell & 1 == 1 {
                // The run's end is as many cells away as there are ones from here on.
                let end = cell + (set >> cell).trailing_ones() as usize;
                table[set as usize] |= 1 << (end - 1);
            }
            cell += 1;
        }
        set += 1;
    }
    table
};

/// Reads the map, and finds its symbols.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let room = reader.rest().len();
    let (mut cells, mut stride) = (Vec::new(), 0);
    let read = reader.grid_rows(is_cell, "a digit, `.` or a symbol", MOST, |row| {
        if stride == 0 {
            stride = row.len() + MARGIN;
            cells.reserve(room + (MOST + 1) * MARGIN + 2 * stride + BLOCK);
            cells.resize(stride + MARGIN, b'.');
        }
        cells.extend_from_slice(row);
        cells.extend_from_slice(&[b'.'; MARGIN]);
    });
    // What is wrong in a row that was passed comes before what `grid_rows` has found.
    if let Some(cell) = long_run(&cells) {
        let row = (cell - MARGIN) / stride - 1;
        return Err(reader.error("numbers of at most three digits", row * (stride - MARGIN + 1)));
    }
    read?;
    reader.end()?;
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

/// The first four cells in a row that are digits.
fn long_run(cells: &[u8]) -> Option<usize> {
    let is_long = |run: &[u8]| run.iter().fold(true, |all, byte| all & byte.is_ascii_digit());
    // All of them are looked at, without a branch; nearly always there is none, and no place to look for.
    let any = cells.windows(LONGEST + 1).fold(false, |any, run| any | is_long(run));
    if any { cells.windows(LONGEST + 1).position(is_long) } else { None }
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
    /// The last cells of the numbers that touch a cell: in a word, a bit for each of eight cells in three
    /// rows, to be given to `cell`.
    #[inline(always)]
    fn around(&self, symbol: u32) -> u32 {
        let last_digits = |row: usize| {
            let cells = self.cells[self.cell(symbol, 8 * row)..].first_chunk();
            let cells = cells.map_or(0, |cells| u64::from_le_bytes(*cells));
            let others = swar::greater(cells ^ swar::each(b'0'), swar::each(9));
            u32::from(LAST_DIGITS[swar::low_bits(!others >> 7) as usize])
        };
        last_digits(0) | last_digits(1) << 8 | last_digits(2) << 16
    }

    /// The cell that a bit stands for.
    #[inline(always)]
    fn cell(&self, symbol: u32, bit: usize) -> usize {
        symbol as usize + bit / 8 * self.stride + bit % 8 - self.stride - MARGIN
    }

    /// The number that ends in a cell.
    #[inline(always)]
    fn number(&self, last: usize) -> u32 {
        let digit = |back: usize| u32::from(self.cells[last - back].wrapping_sub(b'0'));
        let (ones, tens, hundreds) = (digit(0), digit(1), digit(2));
        match (tens < 10, hundreds < 10) {
            (true, true) => 100 * hundreds + 10 * tens + ones,
            (true, false) => 10 * tens + ones,
            _ => ones,
        }
    }
}

/// The sum of the numbers that touch a symbol.
pub fn part1(input: &Input) -> u32 {
    let mut is_counted = vec![false; input.cells.len()];
    let mut sum = 0;
    for &symbol in &input.symbols {
        for bit in ones(input.around(symbol)) {
            let last = input.cell(symbol, bit);
            if !is_counted[last] {
                is_counted[last] = true;
                sum += input.number(last);
            }
        }
    }
    sum
}

/// The sum of the products of the two numbers at each gear.
pub fn part2(input: &Input) -> u64 {
    let mut sum = 0;
    for &symbol in input.symbols.iter().filter(|&&symbol| input.cells[symbol as usize] == b'*') {
        let numbers = input.around(symbol);
        if numbers.count_ones() == 2 {
            let number = |bit: u32| u64::from(input.number(input.cell(symbol, bit as usize)));
            sum += number(numbers.trailing_zeros()) * number(numbers.ilog2());
        }
    }
    sum
}
