//! [Transparent Origami](https://adventofcode.com/2021/day/13): how many dots there are after the first fold,
//! and which letters they draw after the last.
//!
//! A fold along x moves whole columns and a fold along y whole rows. So two tables are folded, with the
//! places of the columns and of the rows, and each dot is looked up in them once. A fold along f sends place
//! p to the smaller of p and 2f - p. It is refused if a place in use is f or more than 2f. That is a loop
//! over a table of 16-bit numbers without a branch, which vectorises. A column or row without dots is kept at
//! 0, which a fold never moves and never refuses: f is not 0, because then every dot would be on the line or
//! beyond.
//!
//! Assumes the domain: at most 100,000 dots and 10,000 folds, with coordinates and lines of 0 to 9999, and no
//! fold that has a dot on its line or moves one off the paper. Folds need not halve the paper, nor alternate.

use aoc_core::letters;
use aoc_core::text::{InputError, Reader};

const FARTHEST: u16 = 9999;
const MOST_DOTS: usize = 100_000;
const MOST_FOLDS: usize = 10_000;

/// The dots as they were, and where columns and rows are after the first fold and after the last.
pub struct Input {
    dots: Vec<(u16, u16)>,
    after_first: Places,
    after_last: Places,
}

#[derive(Clone)]
struct Places {
    columns: Vec<u16>,
    rows: Vec<u16>,
}

/// Reads one dot a line, a blank line, and one fold a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut end = (0, 0);
    let dots = reader.block_up_to(MOST_DOTS, |reader| {
        let x = reader.number(0..=FARTHEST)?;
        reader.literal(",")?;
        let y = reader.number(0..=FARTHEST)?;
        end = (x.max(end.0), y.max(end.1));
        Ok((x, y))
    })?;
    let mut places =
        Places { columns: vec![0; usize::from(end.0) + 1], rows: vec![0; usize::from(end.1) + 1] };
    for &(x, y) in &dots {
        places.columns[usize::from(x)] = x;
        places.rows[usize::from(y)] = y;
    }
    let mut after_first = None;
    reader.blank_line()?;
    reader.lines_up_to(MOST_FOLDS, |reader| {
        let start = reader.at();
        reader.literal("fold along ")?;
        let across = reader.one_of(&["x=", "y="])? == 0;
        let line = reader.number(0..=FARTHEST)?;
        if !fold(if across { &mut places.columns } else { &mut places.rows }, line) {
            return Err(reader.error("a fold with no dot on its line or beyond the paper", start));
        }
        after_first.get_or_insert_with(|| places.clone());
        Ok(())
    })?;
    Ok(Input { dots, after_first: after_first.unwrap_or_else(|| places.clone()), after_last: places })
}

/// Folds the places along a line; whether that leaves all dots on the paper and none on the line.
fn fold(places: &mut [u16], line: u16) -> bool {
    let mut bad = line == 0;
    for place in places {
        bad |= (*place == line) | (*place > 2 * line);
        *place = (*place).min((2 * line).wrapping_sub(*place));
    }
    !bad
}

impl Input {
    fn moved(&self, places: &Places) -> impl Iterator<Item = (usize, usize)> {
        let place = |table: &[u16], at: u16| usize::from(table[usize::from(at)]);
        self.dots.iter().map(move |&(x, y)| (place(&places.columns, x), place(&places.rows, y)))
    }
}

/// How many dots are to be seen after the first fold.
pub fn part1(input: &Input) -> u32 {
    let Places { columns, rows } = &input.after_first;
    let width = columns.iter().max().map_or(0, |&x| usize::from(x) + 1);
    let height = rows.iter().max().map_or(0, |&y| usize::from(y) + 1);
    let words = width.div_ceil(64);
    let mut seen = vec![0_u64; words * height];
    let mut count = 0;
    for (x, y) in input.moved(&input.after_first) {
        let word = &mut seen[y * words + x / 64];
        count += u32::from(*word >> (x % 64) & 1 == 0);
        *word |= 1 << (x % 64);
    }
    count
}

/// The letters that the dots draw in the end.
pub fn part2(input: &Input) -> String {
    letters::SMALL.read(input.moved(&input.after_last))
}
