//! [Ceres Search](https://adventofcode.com/2024/day/4): how often XMAS stands in a grid of letters in any of
//! eight directions (part 1), and how many crosses two MAS make (part 2).
//!
//! **A shift register for every column and diagonal.** Bits 3 and 4 tell the four letters apart. A byte holds
//! the last four letters of a row, a column or a diagonal: `register << 2 | letter`. The word is found,
//! forwards or backwards, where the byte is one of two. A register starts with zeros, which is `AAAA`, and no
//! word begins with an A.
//!
//! ```text
//!            x ->        A row of the grid meets another register of each kind in each of its cells:
//!       y  a b c d       the column x, the diagonal x - y and the diagonal x + y. So the registers
//!       |  e f g h       of a row are next to each other in memory, and each step of the row is
//!       v  i j k l       made for many cells at once.
//! ```
//!
//! **Crosses.** No other two of the four letters have the same XOR as M and S. So a cross is an A whose
//! corners have that XOR on both diagonals.

use aoc_core::grid::Grid;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 200;
const FORWARDS: u8 = register(b"XMAS");
const BACKWARDS: u8 = register(b"SAMX");

/// Reads the grid.
pub fn parse(text: &str) -> Result<Grid, InputError> {
    let mut reader = Reader::new(text);
    let is_letter = |byte| (byte == b'X') | (byte == b'M') | (byte == b'A') | (byte == b'S');
    let grid = reader.grid(is_letter, "`X`, `M`, `A` or `S`", MOST_SIDE)?;
    reader.end()?;
    Ok(grid)
}

/// The number of times that XMAS can be read.
pub fn part1(grid: &Grid) -> u32 {
    let &Grid { width, height, .. } = grid;
    let mut columns = vec![0; width];
    // The diagonals, by x - y + height - 1 and by x + y.
    let (mut falling, mut rising) = (vec![0; width + height], vec![0; width + height]);
    let mut count = 0;
    for (y, row) in grid.rows().enumerate() {
        let mut words = [0; MOST_SIDE];
        let words = &mut words[..width];
        advance(&mut columns, row, words);
        advance(&mut falling[height - 1 - y..], row, words);
        advance(&mut rising[y..], row, words);
        // Along the row itself no register is kept: each is made anew from four letters.
        for (word, letters) in words.iter_mut().zip(row.windows(4)) {
            *word += is_word(register(&[letters[0], letters[1], letters[2], letters[3]]));
        }
        count += words.iter().map(|&words| u32::from(words)).sum::<u32>();
    }
    count
}

/// Adds a row to the registers, and counts the words that end in each cell.
fn advance(registers: &mut [u8], row: &[u8], words: &mut [u8]) {
    for ((register, &letter), words) in registers.iter_mut().zip(row).zip(words) {
        *register = shifted(*register, letter);
        *words += is_word(*register);
    }
}

fn is_word(register: u8) -> u8 {
    u8::from((register == FORWARDS) | (register == BACKWARDS))
}

/// The register after one more letter.
const fn shifted(register: u8, letter: u8) -> u8 {
    register << 2 | letter >> 3 & 3
}

/// The register after the four letters of a word.
const fn register(word: &[u8; 4]) -> u8 {
    shifted(shifted(shifted(shifted(0, word[0]), word[1]), word[2]), word[3])
}

/// The number of crosses.
pub fn part2(grid: &Grid) -> u32 {
    let rows: Vec<&[u8]> = grid.rows().collect();
    let mut count = 0;
    for rows in rows.windows(3) {
        let corners = rows[0].windows(3).zip(rows[2].windows(3));
        for ((above, below), &centre) in corners.zip(&rows[1][1..]) {
            let falls = above[0] ^ below[2] == b'M' ^ b'S';
            let rises = above[2] ^ below[0] == b'M' ^ b'S';
            count += u32::from((centre == b'A') & falls & rises);
        }
    }
    count
}
