//! [Dumbo Octopus](https://adventofcode.com/2021/day/11): how many flashes there are in 100 steps, and the
//! first step on which all octopuses flash.
//!
//! A row is ten energies of six bits in a word, so that what is done to one octopus is done to ten. An energy
//! is at most 9 + 1 + 9 within a step, and with 22 added, those that are ready to flash, and no others, have
//! their highest bit set. The flashes in a row are a mask of ones. Moved by one lane either way and added up,
//! it is what the row gives to itself and to the rows above and below. (It gives to the octopus that flashes
//! as well, which is going to be 0 anyway.)
//!
//! Rows are looked at from the top. After a flash the row above is looked at again, so nothing is left to
//! flash above the row in hand, and in the end nothing at all.
//!
//! Wider grids have ten words a row, with what leaves one word going into the next. The width is known to the
//! compiler, so a grid of ten columns pays nothing for that.
//!
//! Some grids never flash all at once, and no bound is known for the others. So there is no solution where
//! that has not happened by step 2,000; real inputs take a few hundred.

use std::{array, iter};

use aoc_core::grid::Grid;
use aoc_core::text::{InputError, Reader};

const MAX_SIDE: usize = 100;
const LAST_STEP: usize = 2000;

const LANE: u32 = 6;
const LANES: usize = 10;
/// A one in each lane of a word.
const ONES: u64 = 0o1010101010101010101;
/// The highest bit of each lane.
const READY: u64 = ONES << (LANE - 1);

/// Reads the grid.
pub fn parse(text: &str) -> Result<Grid, InputError> {
    let mut reader = Reader::new(text);
    let grid = reader.grid(|byte| byte.is_ascii_digit(), "a digit", MAX_SIDE)?;
    reader.end()?;
    Ok(grid)
}

/// Flashes in the first hundred steps.
pub fn part1(grid: &Grid) -> usize {
    flashes(grid).take(100).sum()
}

/// The first of 2,000 steps on which all flash.
pub fn part2(grid: &Grid) -> Option<usize> {
    flashes(grid).take(LAST_STEP).position(|count| count == grid.cells.len()).map(|steps| steps + 1)
}

/// How many octopuses flash, step after step.
fn flashes(grid: &Grid) -> Box<dyn Iterator<Item = usize>> {
    if grid.width <= LANES {
        let mut octopuses = Octopuses::<1>::new(grid);
        Box::new(iter::repeat_with(move || octopuses.step()))
    } else {
        let mut octopuses = Octopuses::<{ MAX_SIDE / LANES }>::new(grid);
        Box::new(iter::repeat_with(move || octopuses.step()))
    }
}

/// Energies, or ones for those that flash.
type Row<const WORDS: usize> = [u64; WORDS];

/// The grid, with a row above and a row below it in which there are no octopuses.
struct Octopuses<const WORDS: usize> {
    energies: Vec<Row<WORDS>>,
    flashed: Vec<Row<WORDS>>,
    /// A one for each column of the grid.
    columns: Row<WORDS>,
}

impl<const WORDS: usize> Octopuses<WORDS> {
    fn new(grid: &Grid) -> Self {
        let row = |cells: &[u8]| {
            let mut row = [0; WORDS];
            for (at, cell) in cells.iter().enumerate() {
                row[at / LANES] |= u64::from(cell - b'0') << (LANE as usize * (at % LANES));
            }
            row
        };
        let empty = vec![[0; WORDS]; grid.height + 2];
        let mut energies = empty.clone();
        energies.iter_mut().skip(1).zip(grid.rows()).for_each(|(energies, cells)| *energies = row(cells));
        Octopuses { energies, flashed: empty, columns: row(&vec![b'1'; grid.width]) }
    }

    /// Lets a step go by: how many flash?
    fn step(&mut self) -> usize {
        let (energies, flashed, columns) = (&mut self.energies[..], &mut self.flashed[..], self.columns);
        let height = energies.len() - 2;
        for row in &mut energies[1..=height] {
            row.iter_mut().zip(columns).for_each(|(energies, one)| *energies += one);
        }
        let mut at = 1;
        while at <= height {
            let flashes = new_flashes(&energies[at], &mut flashed[at]);
            if flashes == [0; WORDS] {
                at += 1;
                continue;
            }
            let given = given(&flashes, &columns);
            for row in &mut energies[at - 1..=at + 1] {
                row.iter_mut().zip(given).for_each(|(energies, given)| *energies += given);
            }
            at = 1.max(at - 1);
        }
        let mut count = 0;
        for (row, flashed) in energies.iter_mut().zip(flashed) {
            for (energies, flashed) in row.iter_mut().zip(flashed) {
                *energies &= !(*flashed * ((1 << LANE) - 1));
                // The last lane of the product is the sum of all lanes.
                count += (flashed.wrapping_mul(ONES) >> (LANE * (LANES as u32 - 1)) & 15) as usize;
                *flashed = 0;
            }
        }
        energies[0] = [0; WORDS];
        energies[height + 1] = [0; WORDS];
        count
    }
}

/// Those in a row that flash now.
#[inline]
fn new_flashes<const WORDS: usize>(energies: &Row<WORDS>, flashed: &mut Row<WORDS>) -> Row<WORDS> {
    array::from_fn(|word| {
        let ready = (energies[word] + 22 * ONES) & READY;
        let flashes = (ready >> (LANE - 1)) & !flashed[word];
        flashed[word] |= flashes;
        flashes
    })
}

/// What the flashes in a row give to each column: one to their own and one to each beside it.
#[inline]
fn given<const WORDS: usize>(flashes: &Row<WORDS>, columns: &Row<WORDS>) -> Row<WORDS> {
    let last = LANE * (LANES as u32 - 1);
    array::from_fn(|word| {
        let from_left = if word > 0 { flashes[word - 1] >> last } else { 0 };
        let from_right = if word + 1 < WORDS { flashes[word + 1] << last } else { 0 };
        let given =
            flashes[word] + (flashes[word] << LANE) + (flashes[word] >> LANE) + from_left + from_right;
        given & (columns[word] * 3)
    })
}
