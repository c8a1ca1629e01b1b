//! [Blizzard Basin](https://adventofcode.com/2022/day/24): the fewest minutes from the entrance to the exit
//! of a valley in which storms move round and round (part 1), and those for the way there, back, and there
//! again (part 2).
//!
//! **A wave.** The set of all cells that can be reached at a minute is kept as bits, a word for each column.
//! A cell is in the next set if it or a neighbour is in this set, and no storm is there then. The neighbours
//! above and below come from the word itself, shifted by one bit, and those at the sides from the words of
//! the next columns.
//!
//! **The entrance and the exit** lie outside of the columns, and no storm comes there. So one can wait there
//! as long as one likes, and enter the nearest cell at any minute at which it is free.
//!
//! **Storms** are not moved:
//!
//! ```text
//! >....    The storms that go right are in column x at minute t if they began in column x - t, and those that go left
//! .^..<    if they began in column x + t, modulo the width. So their lists are read at another place each minute.
//! ..v..    Storms that go up and down repeat after `height` minutes: there is a list for each of these.
//! ```
//!
//! Part 2 takes the fewest minutes for each of the three crossings in turn. To arrive later never helps,
//! since one can wait.

use std::ops::RangeInclusive;

use aoc_core::text::{InputError, Reader};

/// The rows and the columns between the walls.
const HEIGHTS: RangeInclusive<usize> = 2..=48;
const WIDTHS: RangeInclusive<usize> = 2..=148;
/// A crossing that takes longer counts as no solution.
const MOST_MINUTES: usize = 3_000;

/// The storms within the walls.
pub struct Input {
    width: usize,
    height: usize,
    /// The cells without a storm up or down, by minute modulo the height, and by column.
    calm: Vec<u64>,
    /// The storms to the right and to the left by column. Each list is there twice, so that it can be read
    /// from any column on.
    right: Vec<u64>,
    left: Vec<u64>,
}

/// Reads the valley.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let width = first_wall(&mut reader)?;
    // For each direction, the storms by column, with a bit for each row.
    let mut storms = [(); 4].map(|()| vec![0_u64; width]);
    let mut height = 0;
    while let Some(cells) = row(&mut reader, width, height)? {
        for (columns, direction) in storms.iter_mut().zip(*b"^v<>") {
            for (column, &cell) in columns.iter_mut().zip(cells) {
                *column |= u64::from(cell == direction) << height;
            }
        }
        height += 1;
    }
    reader.end()?;
    let [up, down, left, right] = storms;
    let calm = calm(&up, &down, height);
    Ok(Input { width, height, calm, right: right.repeat(2), left: left.repeat(2) })
}

/// Reads the wall with the entrance; gives the number of columns between the walls.
fn first_wall(reader: &mut Reader) -> Result<usize, InputError> {
    reader.literal("#.")?;
    let wall = reader.word(|byte| byte == b'#', "`#`")?;
    // After the entrance there is a `#` for each further column, and then the corner. So with the column of
    // the entrance itself, there are as many columns.
    if WIDTHS.contains(&wall.len()) {
        Ok(wall.len())
    } else {
        Err(reader.error("a wall of 4 to 150 columns", 0))
    }
}

/// Reads the next row, with a number of rows of the valley above it: its cells between the walls, or nothing
/// if it is the wall with the exit.
#[inline(always)]
fn row<'a>(reader: &mut Reader<'a>, width: usize, above: usize) -> Result<Option<&'a [u8]>, InputError> {
    const EXPECTED: &str = "a row of the valley, or the wall with the exit as row 4 to 50";
    reader.newline()?;
    let start = reader.at();
    let cells = match reader.word_as_long(width + 2, |byte| byte != b'\n', EXPECTED)? {
        [b'#', cells @ .., b'#'] if cells.len() == width => cells,
        _ => return Err(reader.error(EXPECTED, start)),
    };
    if above >= *HEIGHTS.start() && is_wall_with_exit(cells) {
        Ok(None)
    } else if above < *HEIGHTS.end() && is_valley(cells) {
        Ok(Some(cells))
    } else {
        Err(reader.error(EXPECTED, start))
    }
}

fn is_wall_with_exit(cells: &[u8]) -> bool {
    matches!(cells, [wall @ .., b'.'] if wall.iter().all(|&cell| cell == b'#'))
}

/// Whether all cells belong to the valley, and no storm moves up or down in the columns of the entrance and
/// the exit.
#[inline(always)]
fn is_valley(cells: &[u8]) -> bool {
    let is_cell = |&cell: &u8| matches!(cell, b'.' | b'^' | b'v' | b'<' | b'>');
    let is_vertical = |cell: Option<&u8>| matches!(cell, Some(b'^' | b'v'));
    let all_are_cells = cells.iter().fold(true, |all, cell| all & is_cell(cell));
    all_are_cells && !is_vertical(cells.first()) && !is_vertical(cells.last())
}

/// The cells without a storm up or down, for each minute and column.
fn calm(up: &[u64], down: &[u64], height: usize) -> Vec<u64> {
    let all = (1 << height) - 1;
    let mut calm = Vec::with_capacity(up.len() * height);
    for minute in 0..height {
        let back = height - minute;
        calm.extend(up.iter().zip(down).map(|(&up, &down)| {
            let up = up >> minute | up << back;
            let down = down << minute | down >> back;
            all & !(up | down)
        }));
    }
    calm
}

/// The minutes to the exit.
pub fn part1(input: &Input) -> Option<usize> {
    input.cross(0, false)
}

/// The minutes to the exit, back, and there again.
pub fn part2(input: &Input) -> Option<usize> {
    [false, true, false].into_iter().try_fold(0, |minute, is_back| input.cross(minute, is_back))
}

impl Input {
    /// The first minute of arrival at the other opening, for one who is at this opening at minute `start`.
    fn cross(&self, start: usize, is_back: bool) -> Option<usize> {
        // The columns, with an empty one at either end.
        let mut reached = vec![0_u64; self.width + 2];
        let mut next = reached.clone();
        // The cells beside the openings: the column and the bit.
        let corners = [(1, 1), (self.width, 1 << (self.height - 1))];
        let [(first, first_bit), (last, last_bit)] = if is_back { [corners[1], corners[0]] } else { corners };
        for minute in start..start + MOST_MINUTES {
            if reached[last] & last_bit != 0 {
                return Some(minute + 1);
            }
            self.spread(&reached, &mut next, minute + 1);
            next[first] |= first_bit & self.free(first - 1, minute + 1);
            std::mem::swap(&mut reached, &mut next);
        }
        None
    }

    /// The cells of a column that have no storm at a minute.
    fn free(&self, column: usize, minute: usize) -> u64 {
        let calm = self.calm[minute % self.height * self.width + column];
        let (right, left) = (self.width - minute % self.width + column, minute % self.width + column);
        calm & !(self.right[right] | self.left[left])
    }

    /// The cells that can be reached at a minute, by those at the minute before.
    #[inline(always)]
    fn spread(&self, reached: &[u64], next: &mut [u64], minute: usize) {
        let width = self.width;
        let calm = &self.calm[minute % self.height * width..][..width];
        let right = &self.right[width - minute % width..][..width];
        let left = &self.left[minute % width..][..width];
        let (before, here, after) = (&reached[..width], &reached[1..=width], &reached[2..width + 2]);
        let next = &mut next[1..=width];
        for x in 0..width {
            let near = before[x] | after[x] | here[x] | here[x] << 1 | here[x] >> 1;
            next[x] = near & calm[x] & !(right[x] | left[x]);
        }
    }
}
