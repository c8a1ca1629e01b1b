//! [Dumbo Octopus](https://adventofcode.com/2021/day/11): energies of 0 to 9 on a grid all grow by one a step. Above 9
//! an octopus flashes, which adds one to its eight neighbours, and may make them flash in the same step; what has
//! flashed goes back to 0. How many flashes are there in 100 steps, and at which step do all flash at once?
//!
//! A row is ten energies of six bits in a word, so that whatever is done to one octopus is done to ten. An energy
//! does not get beyond 9 + 1 + 9 within a step, and with 22 added the ones that are ready to flash, and no others,
//! show in their highest bit. What flashes in a row is a mask; moved by one lane either way and added up it is what
//! the row gives to itself and to the rows above and below. (It gives to the flashing octopus as well, which is going
//! to be 0 anyway.) Rows are looked at from the top; a row that flashes sends the look back to the row above it, so
//! that all above a row has settled when it is looked at, and there is nothing left to flash after the last.
//!
//! Some grids never flash all at once: two octopuses, for instance, can keep their distance forever. No bound is known for
//! the others, so there is no solution where that has not happened by step 2,000; real inputs take a few hundred.
//!
//! Wider grids have ten words a row, with what leaves one word going into the next; as the width is known to the
//! compiler, a grid of ten columns pays nothing for that. Python sends waves through an array; Haskell keeps the time of
//! each next flash.

use aoc_core::grid::Grid;
use aoc_core::text::{InputError, Reader};

const WIDEST: usize = 100;
const LAST_STEP: usize = 2000;

const LANE: u32 = 6;
const LANES: usize = 10;
/// A one in each lane of a word.
const ONES: u64 = 0o1010101010101010101;
/// The highest bit of each lane.
const READY: u64 = ONES << (LANE - 1);

/// What the steps showed.
pub struct Input {
    flashes: usize,
    all_at_once: Option<usize>,
}

/// Reads the grid and runs it.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let grid = reader.grid(|byte| byte.is_ascii_digit(), "a digit", WIDEST)?;
    reader.end()?;
    Ok(if grid.width <= LANES { run::<1>(&grid) } else { run::<{ WIDEST / LANES }>(&grid) })
}

/// Flashes in the first hundred steps.
pub fn part1(input: &Input) -> usize {
    input.flashes
}

/// The first of 2,000 steps in which all flash.
pub fn part2(input: &Input) -> Option<usize> {
    input.all_at_once
}

/// Energies, or ones for those that flash.
type Row<const WORDS: usize> = [u64; WORDS];

fn run<const WORDS: usize>(grid: &Grid) -> Input {
    let row = |energies: &[u8]| -> Row<WORDS> {
        let mut row = [0; WORDS];
        for (at, energy) in energies.iter().enumerate() {
            row[at / LANES] |= u64::from(energy - b'0') << (LANE as usize * (at % LANES));
        }
        row
    };
    // An empty row above and below, and a one for each octopus that is there.
    let mut rows = vec![[0; WORDS]; grid.height + 2];
    for (row_of, energies) in rows[1..].iter_mut().zip(grid.rows()) {
        *row_of = row(energies);
    }
    let there = row(&vec![b'1'; grid.width]);
    let mut flashed = vec![[0; WORDS]; grid.height + 2];

    let (mut flashes, mut all_at_once) = (0, None);
    for step in 1..=LAST_STEP {
        let count = flash(&mut rows, &mut flashed, &there);
        if step <= 100 {
            flashes += count;
        }
        if count == grid.cells.len() {
            all_at_once = all_at_once.or(Some(step));
        }
        if all_at_once.is_some() && step >= 100 {
            break;
        }
    }
    Input { flashes, all_at_once }
}

/// Lets a step go by; how many flash?
#[inline]
fn flash<const WORDS: usize>(
    rows: &mut [Row<WORDS>],
    flashed: &mut [Row<WORDS>],
    there: &Row<WORDS>,
) -> usize {
    let height = rows.len() - 2;
    for row in &mut rows[1..=height] {
        for (energies, &there) in row.iter_mut().zip(there) {
            *energies += there;
        }
    }
    let mut at = 1;
    while at <= height {
        let mut new = [0; WORDS];
        let mut any = 0;
        for word in 0..WORDS {
            let ready = (rows[at][word] + 22 * ONES) & READY;
            new[word] = (ready >> (LANE - 1)) & !flashed[at][word];
            flashed[at][word] |= new[word];
            any |= new[word];
        }
        if any == 0 {
            at += 1;
            continue;
        }
        let given = spread(&new, there);
        for row in &mut rows[at - 1..=at + 1] {
            for (energies, given) in row.iter_mut().zip(given) {
                *energies += given;
            }
        }
        at = 1.max(at - 1);
    }
    let mut count = 0;
    for (row, flashed) in rows.iter_mut().zip(flashed) {
        for (energies, flashed) in row.iter_mut().zip(flashed) {
            *energies &= !(*flashed * ((1 << LANE) - 1));
            count += flashed.count_ones() as usize;
            *flashed = 0;
        }
    }
    // No octopus is above or below.
    rows[0] = [0; WORDS];
    rows[height + 1] = [0; WORDS];
    count
}

/// What those that flash in a row give to each place of it: one for themselves and one for each side neighbour.
#[inline]
fn spread<const WORDS: usize>(new: &Row<WORDS>, there: &Row<WORDS>) -> Row<WORDS> {
    let last = LANE * (LANES as u32 - 1);
    std::array::from_fn(|word| {
        let from_left = if word > 0 { new[word - 1] >> last } else { 0 };
        let from_right = if word + 1 < WORDS { new[word + 1] << last } else { 0 };
        let given = new[word] + (new[word] << LANE) + (new[word] >> LANE) + from_left + from_right;
        given & (there[word] * 3)
    })
}
