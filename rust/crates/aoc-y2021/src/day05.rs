//! [Hydrothermal Venture](https://adventofcode.com/2021/day/5): lines on a grid are level, upright or exactly
//! diagonal. How many points do two or more of them cover, first without the diagonal lines, then with them?
//!
//! No line is drawn point by point and there is no grid. A row of points is sixteen words of bits, and only one row
//! is in hand at a time, with what its lines cover `once` or more and `twice` or more. A level line is a mask on its
//! own row. A line of another direction runs along one track: x for upright lines, x - y and x + y for diagonal
//! ones. Each direction keeps a bit for each track, set while a line runs there. On row y its points are those bits
//! from a place on that depends on y alone: a window that slides by one bit a row. So lines cost anything only where
//! they start and end, whatever their lengths, and a row costs a few dozen vector instructions.
//!
//! Two lines of one direction share a point only on the same track, so each direction also keeps a bit for each track
//! on which two or more lines run. A count for each track tells which bits change as a line starts or ends; any
//! number of lines may lie on each other.
//!
//! The level lines of a row, those that start on it, and those that ended just above it are linked lists through the
//! vector of lines, which takes no sorting.
//!
//! Assumes nothing beyond the domain: coordinates of 0 to 999, at most 5,000 lines. Python lays each line down;
//! Haskell goes down the rows too, but counts: how often a column is covered is a number, each of whose binary digits is
//! one wide Integer for all columns.

use std::array;
use std::mem::replace;

use aoc_core::text::{InputError, Reader};

const MOST: usize = 5000;
const SIDE: usize = 1000;
/// Words in a row of points.
const WORDS: usize = 16;
/// Words for all tracks of a direction, with room for the last window.
const TRACKS: usize = 33;
const UPRIGHT: usize = 0;
const FALLING: usize = 1;
const RISING: usize = 2;
/// The end of a list.
const NONE: u32 = u32::MAX;

/// How many points are covered by two or more lines: by the level and upright ones, and by all.
pub struct Input {
    straight: usize,
    all: usize,
}

/// A line that is not level: its direction and track, and what follows it in the two lists it is in.
struct Line {
    direction: usize,
    track: usize,
    after_start: u32,
    after_end: u32,
}

/// A level line from one x to another, and what follows it in its list.
struct Level {
    left: usize,
    right: usize,
    after: u32,
}

/// The heads of a row's lists.
#[derive(Clone)]
struct Lists {
    level: u32,
    start: u32,
    end: u32,
}

/// The lines of one direction that run across the row in hand.
struct Direction {
    once: [u64; TRACKS],
    twice: [u64; TRACKS],
    /// How many lines are on each track.
    lines: [u32; 2 * SIDE],
    /// On how many tracks there are two or more.
    doubled: usize,
}

/// Reads one line from point to point on each line of text, and counts.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rows = vec![Lists { level: NONE, start: NONE, end: NONE }; SIDE + 1];
    let (mut lines, mut levels) = (Vec::new(), Vec::new());
    reader.lines_up_to(MOST, |reader| {
        let at = reader.at();
        let from = point(reader)?;
        reader.literal(" -> ")?;
        let to = point(reader)?;
        let ((x1, y1), (x2, y2)) = if from.1 <= to.1 { (from, to) } else { (to, from) };
        let height = y2 - y1;
        if height == 0 {
            let head = replace(&mut rows[y1].level, levels.len() as u32);
            levels.push(Level { left: x1.min(x2), right: x1.max(x2), after: head });
        } else {
            let (direction, track) = if x1 == x2 {
                (UPRIGHT, x1)
            } else if x1 + height == x2 {
                (FALLING, x1 + SIDE - y1)
            } else if x1 == x2 + height {
                (RISING, x1 + y1)
            } else {
                return Err(reader.error("a line that is level, upright or exactly diagonal", at));
            };
            let index = lines.len() as u32;
            let after_start = replace(&mut rows[y1].start, index);
            let after_end = replace(&mut rows[y2 + 1].end, index);
            lines.push(Line { direction, track, after_start, after_end });
        }
        Ok(())
    })?;
    Ok(sweep(&rows, &levels, &lines))
}

#[inline(always)]
fn point(reader: &mut Reader) -> Result<(usize, usize), InputError> {
    let x = reader.number(0..=SIDE - 1)?;
    reader.literal(",")?;
    Ok((x, reader.number(0..=SIDE - 1)?))
}

/// Takes the rows from top to bottom.
fn sweep(rows: &[Lists], levels: &[Level], lines: &[Line]) -> Input {
    let mut directions = [const { Direction::EMPTY }; 3];
    let mut counts = Input { straight: 0, all: 0 };
    for (y, row) in rows[..SIDE].iter().enumerate() {
        let mut next = row.end;
        while let Some(line) = lines.get(next as usize) {
            directions[line.direction].take_off(line.track);
            next = line.after_end;
        }
        next = row.start;
        while let Some(line) = lines.get(next as usize) {
            directions[line.direction].put_on(line.track);
            next = line.after_start;
        }
        let [upright, falling, rising] = &directions;
        let diagonals = [(falling, SIDE - y), (rising, y)];

        let mut once: [u64; WORDS] = array::from_fn(window(&upright.once, 0));
        let mut twice: [u64; WORDS] = array::from_fn(window(&upright.twice, 0));
        next = row.level;
        if next == NONE {
            counts.straight += upright.doubled;
        } else {
            while let Some(level) = levels.get(next as usize) {
                level.cover(&mut once, &mut twice);
                next = level.after;
            }
            counts.straight += twice.iter().map(|word| word.count_ones()).sum::<u32>() as usize;
        }
        for (diagonal, start) in diagonals {
            if diagonal.doubled > 0 {
                let doubled = window(&diagonal.twice, start);
                twice.iter_mut().enumerate().for_each(|(word, twice)| *twice |= doubled(word));
            }
        }
        let [falling, rising] = diagonals.map(|(diagonal, start)| window(&diagonal.once, start));
        let all = (0..WORDS).map(|word| {
            let (once, falling, rising) = (once[word], falling(word), rising(word));
            (twice[word] | once & falling | (once | falling) & rising).count_ones()
        });
        counts.all += all.sum::<u32>() as usize;
    }
    counts
}

/// The row of points that starts at the given track.
#[inline(always)]
fn window(tracks: &[u64; TRACKS], start: usize) -> impl Fn(usize) -> u64 {
    let words: &[u64; WORDS + 1] = tracks[start / 64..].first_chunk().unwrap_or(&[0; WORDS + 1]);
    move |word| words[word] >> (start % 64) | words[word + 1] << 1 << (63 - start % 64)
}

impl Level {
    /// Adds the line to its row.
    fn cover(&self, once: &mut [u64; WORDS], twice: &mut [u64; WORDS]) {
        for word in self.left / 64..=self.right / 64 {
            let from = u64::MAX << self.left.saturating_sub(64 * word);
            let to = u64::MAX >> (64 * word + 63).saturating_sub(self.right);
            twice[word] |= once[word] & from & to;
            once[word] |= from & to;
        }
    }
}

impl Direction {
    const EMPTY: Direction =
        Direction { once: [0; TRACKS], twice: [0; TRACKS], lines: [0; 2 * SIDE], doubled: 0 };

    fn put_on(&mut self, track: usize) {
        self.lines[track] += 1;
        match self.lines[track] {
            1 => self.once[track / 64] |= 1 << (track % 64),
            2 => {
                self.twice[track / 64] |= 1 << (track % 64);
                self.doubled += 1;
            }
            _ => {}
        }
    }

    fn take_off(&mut self, track: usize) {
        self.lines[track] -= 1;
        match self.lines[track] {
            0 => self.once[track / 64] &= !(1 << (track % 64)),
            1 => {
                self.twice[track / 64] &= !(1 << (track % 64));
                self.doubled -= 1;
            }
            _ => {}
        }
    }
}

/// Points that two or more level or upright lines cover.
pub fn part1(input: &Input) -> usize {
    input.straight
}

/// Points that two or more lines cover.
pub fn part2(input: &Input) -> usize {
    input.all
}
