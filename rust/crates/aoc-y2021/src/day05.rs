//! [Hydrothermal Venture](https://adventofcode.com/2021/day/5): how many points of a square are covered by
//! two lines or more, first without the diagonal lines and then with them?
//!
//! Rows are taken from top to bottom, and a row of points is sixteen words of bits: one bit for each point
//! that is covered `once` or more, and one for each that is covered `twice` or more. A level line is a mask
//! on its own row. Other lines are upright, falling or rising, and run along a track: x, x - y or x + y is
//! the same for all of their points. Each direction has a bit for each track, which is set while a line runs
//! there, and another for two lines or more. The points of row y are these bits from the track of its first
//! point on: a window that slides by one bit from row to row. So a line costs time only where it starts and
//! ends, and a row costs a few dozen vector instructions.
//!
//! Assumes the domain: coordinates of 0 to 999, and at most 5000 lines.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 5000;
const SIDE: usize = 1000;
/// Words in a row of points.
const WORDS: usize = 16;
/// Words for all tracks of a direction, with room for the last window.
const TRACK_WORDS: usize = 33;

const UPRIGHT: usize = 0;
const FALLING: usize = 1;
const RISING: usize = 2;

/// A bit for each point of a row.
type Row = [u64; WORDS];

/// The lines.
pub struct Input {
    /// Level lines as row, first and last column, by rows.
    level: Vec<(usize, usize, usize)>,
    /// Where the other lines start and end, by rows.
    changes: Vec<Change>,
}

/// On row `y` a line starts (1), or has ended on the row above (-1).
struct Change {
    y: usize,
    direction: usize,
    track: usize,
    by: i32,
}

/// Reads one line from point to point on each line of text.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut input = Input { level: Vec::new(), changes: Vec::with_capacity(1024) };
    Reader::new(text).lines_up_to(MOST_LINES, |reader| {
        let at = reader.at();
        let one = point(reader)?;
        reader.literal(" -> ")?;
        let other = point(reader)?;
        let ((y, x), (last_y, last_x)) = (one.min(other), one.max(other));
        let height = last_y - y;
        let (direction, track) = if height == 0 {
            input.level.push((y, x, last_x));
            return Ok(());
        } else if x == last_x {
            (UPRIGHT, x)
        } else if x + height == last_x {
            (FALLING, x + SIDE - y)
        } else if x == last_x + height {
            (RISING, x + y)
        } else {
            return Err(reader.error("a line that is level, upright or exactly diagonal", at));
        };
        input.changes.push(Change { y, direction, track, by: 1 });
        input.changes.push(Change { y: last_y + 1, direction, track, by: -1 });
        Ok(())
    })?;
    input.level.sort_unstable();
    input.changes.sort_unstable_by_key(|change| change.y);
    Ok(input)
}

/// Reads a point: its row, then its column.
#[inline(always)]
fn point(reader: &mut Reader) -> Result<(usize, usize), InputError> {
    let x = reader.number(0..=SIDE - 1)?;
    reader.literal(",")?;
    Ok((reader.number(0..=SIDE - 1)?, x))
}

/// Points that two or more level or upright lines cover.
pub fn part1(input: &Input) -> u32 {
    covered_twice::<{ UPRIGHT + 1 }>(input)
}

/// Points that two or more lines cover.
pub fn part2(input: &Input) -> u32 {
    covered_twice::<{ RISING + 1 }>(input)
}

/// Points that two or more lines cover, of those that are level or have one of the first `DIRECTIONS`
/// directions.
fn covered_twice<const DIRECTIONS: usize>(input: &Input) -> u32 {
    let mut level = input.level.iter().peekable();
    let mut changes = input.changes.iter().filter(|change| change.direction < DIRECTIONS).peekable();
    let mut directions = [const { Direction::EMPTY }; DIRECTIONS];
    let mut count = 0;
    for row in 0..SIDE {
        while let Some(change) = changes.next_if(|change| change.y == row) {
            directions[change.direction].change(change.track, change.by);
        }
        let (mut once, mut twice) = ([0; WORDS], [0; WORDS]);
        while let Some(&(_, first, last)) = level.next_if(|&&(y, ..)| y == row) {
            cover(first, last, &mut once, &mut twice);
        }
        // The tracks that run through the first point of the row.
        for (direction, start) in directions.iter().zip([0, SIDE - row, row]) {
            let [once_more, twice_more] = [&direction.once, &direction.twice].map(|bits| window(bits, start));
            for word in 0..WORDS {
                twice[word] |= twice_more(word) | once[word] & once_more(word);
                once[word] |= once_more(word);
            }
        }
        count += twice.iter().map(|word| word.count_ones()).sum::<u32>();
    }
    count
}

/// The row of points that begins at the given track, word by word.
#[inline(always)]
fn window(tracks: &[u64; TRACK_WORDS], start: usize) -> impl Fn(usize) -> u64 {
    let words: &[u64; WORDS + 1] = tracks[start / 64..].first_chunk().unwrap_or(&[0; WORDS + 1]);
    move |word| words[word] >> (start % 64) | words[word + 1] << 1 << (63 - start % 64)
}

/// Adds a level line to its row.
fn cover(first: usize, last: usize, once: &mut Row, twice: &mut Row) {
    for word in first / 64..=last / 64 {
        let from = u64::MAX << first.saturating_sub(64 * word);
        let to = u64::MAX >> (64 * word + 63).saturating_sub(last);
        twice[word] |= once[word] & from & to;
        once[word] |= from & to;
    }
}

/// The lines of one direction that cross the row in hand.
struct Direction {
    /// How many lines run along each track.
    lines: [i32; 2 * SIDE],
    /// The tracks of one line or more, and of two or more.
    once: [u64; TRACK_WORDS],
    twice: [u64; TRACK_WORDS],
}

impl Direction {
    const EMPTY: Direction =
        Direction { lines: [0; 2 * SIDE], once: [0; TRACK_WORDS], twice: [0; TRACK_WORDS] };

    /// Adds a line to a track, or takes one off.
    fn change(&mut self, track: usize, by: i32) {
        self.lines[track] += by;
        let (word, bit) = (track / 64, track % 64);
        self.once[word] = self.once[word] & !(1 << bit) | u64::from(self.lines[track] > 0) << bit;
        self.twice[word] = self.twice[word] & !(1 << bit) | u64::from(self.lines[track] > 1) << bit;
    }
}
