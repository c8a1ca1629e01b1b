//! [Point of Incidence](https://adventofcode.com/2023/day/13): in each pattern the line of reflection with no
//! wrong cell (part 1) or with exactly one (part 2); the sum of the columns before it, or 100 times the rows
//! above it.
//!
//! **By pair, not by line.** A reflection in the line after row `m - 1` puts row `i` onto row `2m - 1 - i`.
//! So each pair of rows whose numbers have an odd sum belongs to exactly one line, half of that sum rounded
//! up. All pairs are compared, and each adds its wrong cells to the total of its line; no side is clipped.
//! Columns are the same with the bits turned.
//!
//! **Up to 2 for a pair.** Two wrong cells or more need not be told apart. A word of different cells adds 1
//! if it is not 0, and 1 more if it is not a power of two. A line has at most ten pairs, which fits a byte.

use aoc_core::text::{InputError, Reader};

const MOST_PATTERNS: usize = 200;
const MOST_SIDE: usize = 20;
const _: () = assert!(MOST_SIDE < u32::BITS as usize);

/// The patterns, at least one.
pub type Input = Vec<Lines>;

/// The wrong cells of a pattern's lines, up to 2 for each pair: first the lines between rows, by the number
/// of rows above, and then those between columns. A line that is not there has `NO_LINE`.
type Lines = [u8; 2 * MOST_SIDE];

const NO_LINE: u8 = u8::MAX;

/// Reads the patterns, and counts the wrong cells.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let patterns = reader.blocks_up_to(MOST_PATTERNS, "patterns", |reader, _| pattern(reader))?;
    for (wrong, what) in [(0, "no wrong cell"), (1, "one wrong cell")] {
        let count = |lines: &Lines| lines.iter().filter(|&&count| count == wrong).count();
        if let Some(bad) = patterns.iter().position(|lines| count(lines) != 1) {
            let what = format!("pattern {} has not exactly one line with {what}", bad + 1);
            return Err(reader.error_of_whole(&what));
        }
    }
    Ok(patterns)
}

/// Reads one pattern up to the end of its last row, and counts the wrong cells of its lines.
fn pattern(reader: &mut Reader) -> Result<Lines, InputError> {
    if matches!(reader.rest(), [b'.' | b'#'] | [b'.' | b'#', b'\n', ..]) {
        return Err(reader.error("a second column", reader.at() + 1));
    }
    let (mut rows, mut columns) = ([0; MOST_SIDE], [0; MOST_SIDE]);
    let (mut height, mut width) = (0, 0);
    reader.grid_rows(
        |byte| matches!(byte, b'.' | b'#'),
        "`.` or `#`",
        MOST_SIDE,
        |row| {
            // The lowest bit tells `#` from `.`.
            let mut mask = 0;
            for (column, &byte) in columns.iter_mut().zip(row) {
                let bit = u32::from(byte & 1);
                *column = *column << 1 | bit;
                mask = mask << 1 | bit;
            }
            rows[height] = mask;
            height += 1;
            width = row.len();
        },
    )?;
    if height < 2 {
        return Err(reader.too_few_rows("a second row"));
    }
    let mut lines = [NO_LINE; 2 * MOST_SIDE];
    count_wrong_cells(&mut lines[..height], &rows[..height]);
    count_wrong_cells(&mut lines[MOST_SIDE..][..width], &columns[..width]);
    Ok(lines)
}

/// Sets the wrong cells, up to 2 for a pair, of each line between some rows.
fn count_wrong_cells(lines: &mut [u8], rows: &[u32]) {
    lines[1..].fill(0);
    for (i, row) in rows.iter().enumerate() {
        for (j, other) in rows.iter().enumerate().skip(i + 1).step_by(2) {
            let different = row ^ other;
            let more = different & different.wrapping_sub(1);
            lines[(i + j).div_ceil(2)] += u8::from(different != 0) + u8::from(more != 0);
        }
    }
}

/// The sum of the lines without a wrong cell.
pub fn part1(patterns: &Input) -> usize {
    sum(patterns, 0)
}

/// The sum of the lines with one wrong cell.
pub fn part2(patterns: &Input) -> usize {
    sum(patterns, 1)
}

/// The sum over the one line of each pattern with this number of wrong cells.
fn sum(patterns: &Input, wrong: u8) -> usize {
    let lines = patterns.iter().filter_map(|lines| lines.iter().position(|&count| count == wrong));
    lines.map(|line| if line < MOST_SIDE { 100 * line } else { line - MOST_SIDE }).sum()
}
