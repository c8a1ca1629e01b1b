//! [Regolith Reservoir](https://adventofcode.com/2022/day/14): sand falls from (500, 0) onto rock, unit by
//! unit: down, or else down to the left, or else down to the right, until none of these is free. How many
//! units rest before the first one falls into the void (part 1), or until the source is covered, if there is
//! a floor (part 2).
//!
//! **No unit is moved.** A row of cells is a row of bits, and all of a row is done at once.
//!
//! **Part 2**: sand comes to rest wherever it can get. A row is the row above, widened by one on both sides,
//! less the rock.
//!
//! ```text
//! ..o..
//! .ooo.
//! oo#oo
//! ```
//!
//! **Part 1.** A cell leaks if sand that is poured onto it gets into the void at last. That is so if and only
//! if one of the three cells below it leaks, since the others fill up. So the same widening finds all leaks,
//! upwards from the row below all rock.
//!
//! The first unit that is lost goes, from the source on, to the first of the three cells below that leaks. Of
//! these three, the cells that sand tries before do not leak. So they have been filled, with all that can be
//! reached from them. Thus a row of sand at rest is the widened row above, and these cells:
//!
//! ```text
//! ..+..
//! ..|..      + source, | path of the lost unit, o at rest, # rock
//! ..|..      Straight down is rock. The cell down to the left does not leak, so it is filled. The cell down to the right
//! .o#|.      leaks, so the path goes there.
//! ###|.
//! ```
//!
//! If the source itself does not leak, part 1 is like part 2.
//!
//! **Columns.** No unit gets farther to the side than it has fallen, and whether a cell leaks depends on
//! columns at most as far away as it is above the void. So nothing matters that is more than 181 columns from
//! the source.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 500;
const MOST_POINTS: usize = 60;
const MOST_X: usize = 999;
const MOST_Y: usize = 180;
const SOURCE: usize = 500;
const WORDS: usize = 6;
/// The columns that are kept.
const WIDTH: usize = 64 * WORDS;
const LEFT: usize = SOURCE - WIDTH / 2;
const _: () = assert!(MOST_Y + 2 < WIDTH / 2);

/// A bit for each column from `LEFT` on.
type Row = [u64; WORDS];

/// The rows of rock from that of the source to the one below all rock.
pub type Input = Vec<Row>;

/// Reads one path a line, and draws it.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut rock = vec![[0; WORDS]; MOST_Y + 2];
    let mut lowest = 0;
    Reader::new(text).lines_up_to(MOST_LINES, |line| {
        let mut last = point(line)?;
        draw(&mut rock, last, last);
        lowest = lowest.max(last.1);
        let mut points = 1;
        while line.peek() == Some(b' ') {
            line.literal(" -> ")?;
            let start = line.at();
            let next = point(line)?;
            points += 1;
            if (next.0 == last.0) == (next.1 == last.1) || points > MOST_POINTS {
                return Err(line.error("a change of one coordinate, and at most 60 points", start));
            }
            draw(&mut rock, last, next);
            lowest = lowest.max(next.1);
            last = next;
        }
        Ok(())
    })?;
    rock.truncate(lowest + 2);
    Ok(rock)
}

/// Reads a point.
#[inline(always)]
fn point(line: &mut Reader) -> Result<(usize, usize), InputError> {
    let x = line.number(0..=MOST_X)?;
    line.literal(",")?;
    Ok((x, line.number(1..=MOST_Y)?))
}

/// Draws a straight line of rock.
#[inline(always)]
fn draw(rock: &mut [Row], one: (usize, usize), other: (usize, usize)) {
    let (left, right) = (one.0.min(other.0).max(LEFT), one.0.max(other.0).min(LEFT + WIDTH - 1));
    for row in &mut rock[one.1.min(other.1)..=one.1.max(other.1)] {
        (left..=right).for_each(|column| insert(row, column - LEFT));
    }
}

fn has(row: &Row, column: usize) -> bool {
    row[column / 64] >> (column % 64) & 1 == 1
}

fn insert(row: &mut Row, column: usize) {
    row[column / 64] |= 1 << (column % 64);
}

fn count(row: &Row) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

/// The cells without rock that touch a cell of the row above or below, straight or diagonally.
#[inline(always)]
fn widened(row: &Row, rock: &Row) -> Row {
    let word = |at: usize| row.get(at).copied().unwrap_or(0);
    std::array::from_fn(|at| {
        let (from_left, from_right) = (word(at.wrapping_sub(1)) >> 63, word(at + 1) << 63);
        (row[at] | row[at] << 1 | from_left | row[at] >> 1 | from_right) & !rock[at]
    })
}

/// The cells that leak.
fn leaks(rock: &[Row]) -> Vec<Row> {
    // All of the row below the rock leaks.
    let mut leaks = vec![[u64::MAX; WORDS]; rock.len()];
    for y in (0..rock.len() - 1).rev() {
        leaks[y] = widened(&leaks[y + 1], &rock[y]);
    }
    leaks
}

/// The units that rest before the first one falls into the void.
pub fn part1(rock: &Input) -> u32 {
    let leaks = leaks(rock);
    let mut rest = [0; WORDS];
    // The column of the first unit that is lost.
    let mut lost = Some(SOURCE - LEFT).filter(|&column| has(&leaks[0], column));
    if lost.is_none() {
        insert(&mut rest, SOURCE - LEFT);
    }
    let mut units = count(&rest);
    for y in 1..rock.len() {
        rest = widened(&rest, &rock[y]);
        if let Some(column) = lost {
            let below = [column, column - 1, column + 1];
            lost = below.into_iter().find(|&cell| has(&leaks[y], cell));
            let filled = below.into_iter().take_while(|&cell| Some(cell) != lost);
            filled.filter(|&cell| !has(&rock[y], cell)).for_each(|cell| insert(&mut rest, cell));
        }
        units += count(&rest);
    }
    units
}

/// The units that rest if there is a floor.
pub fn part2(rock: &Input) -> u32 {
    let mut rest = [0; WORDS];
    insert(&mut rest, SOURCE - LEFT);
    let below = rock[1..].iter().map(|rock| {
        rest = widened(&rest, rock);
        count(&rest)
    });
    1 + below.sum::<u32>()
}
