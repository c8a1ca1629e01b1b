//! [Sea Cucumber](https://adventofcode.com/2021/day/25): the first step in which nothing moves, of two herds
//! on a sea floor whose edges are joined.
//!
//! A herd is a bit for each cell, and so is the free floor. A mover changes places with free floor, so
//!
//! > movers = herd & free ahead, change = movers ^ movers from behind,
//!
//! and the change goes into herd and floor alike. The south herd is what is neither east herd nor free.
//!
//! **Layout.** The rows are divided into sixteen strips of the same number of rows. A word has a bit for each
//! strip: row k of all strips is rank k, with a word for each column. So the cell to the east is in the next
//! word and the cell to the south in the next rank, at the same bit, and a step is a few passes over words
//! that are read at an offset. The compiler makes eight words a vector. Only from the last rank do bits move
//! on to the next strip: the rank below it is the first rank, shifted by one.
//!
//! **Edges.** The last strip may be shorter. What it lacks is neither herd nor floor, and nothing ever moves
//! there. For the south herd, the cell below the bottom row is a copy of the top row. In the same way the
//! words on both sides of a rank are copies of the columns at its other edge. What the
//! other words between ranks hold does not matter.
//!
//! Assumes sides of 1 to 500. A lone cucumber never stops, and no test is known that tells this of every
//! floor. So there is no solution if something still moves in step 10 * (rows + columns), several times what
//! crowded floors take.

use std::mem::swap;

use aoc_core::grid::Grid;
use aoc_core::text::{InputError, Reader};

/// Strips of rows.
const STRIPS: usize = u16::BITS as usize;
/// Words before the first rank. Ranks start a multiple of that apart, which keeps vectors aligned.
const START: usize = 8;

/// Reads the floor.
pub fn parse(text: &str) -> Result<Floor, InputError> {
    let mut reader = Reader::new(text);
    let grid = reader.grid(|byte| matches!(byte, b'>' | b'v' | b'.'), "`>`, `v` or `.`", 500)?;
    reader.end()?;
    Ok(Floor::new(&grid))
}

/// The first step without a move.
pub fn part1(floor: &Floor) -> Option<usize> {
    let mut floor = floor.clone();
    (1..=10 * (floor.width + floor.height)).find(|_| !floor.step())
}

/// The floor, rank after rank. Two words or more lie between ranks, and there is room for one rank more.
#[derive(Clone)]
pub struct Floor {
    width: usize,
    height: usize,
    /// From a rank to the next.
    stride: usize,
    /// All ranks.
    size: usize,
    /// The strip of the bottom row, and the rank below that row.
    strip: usize,
    below: usize,
    east: Vec<u16>,
    free: Vec<u16>,
    /// Where herd and floor are written to. In between, as they were before.
    next_east: Vec<u16>,
    next_free: Vec<u16>,
    /// The movers of the south herd, each a rank later than in the others.
    movers: Vec<u16>,
}

impl Floor {
    fn new(grid: &Grid) -> Floor {
        let Grid { width, height, .. } = *grid;
        let depth = height.div_ceil(STRIPS);
        let stride = (width + 2).next_multiple_of(START);
        let size = stride * depth;
        let empty = vec![0; START + size + stride];
        let (mut east, mut free) = (empty.clone(), empty.clone());
        for (row, cells) in grid.rows().enumerate() {
            let (strip, start) = (row / depth, START + row % depth * stride);
            let words = east[start..].iter_mut().zip(&mut free[start..]);
            for ((east, free), &cell) in words.zip(cells) {
                *east |= u16::from(cell == b'>') << strip;
                *free |= u16::from(cell == b'.') << strip;
            }
        }
        let (strip, below) = ((height - 1) / depth, START + ((height - 1) % depth + 1) * stride);
        let (next_east, next_free, movers) = (empty.clone(), empty.clone(), empty);
        Floor { width, height, stride, size, strip, below, east, free, next_east, next_free, movers }
    }

    /// Lets both herds move once. Does any cucumber move?
    fn step(&mut self) -> bool {
        self.step_east();
        self.step_south();
        let mut ranks = (START..START + self.size).step_by(self.stride);
        ranks.any(|rank| {
            self.east[rank..][..self.width] != self.next_east[rank..][..self.width]
                || self.movers[rank + self.stride..][..self.width].iter().any(|&movers| movers != 0)
        })
    }

    fn step_east(&mut self) {
        for rank in (START..START + self.size).step_by(self.stride) {
            self.east[rank - 1] = self.east[rank + self.width - 1];
            self.free[rank + self.width] = self.free[rank];
        }
        let herd = self.east[START - 1..].iter().zip(&self.east[START..]);
        let floor = self.free[START..].iter().zip(&self.free[START + 1..]);
        let next = self.next_east[START..][..self.size].iter_mut().zip(&mut self.next_free[START..]);
        for ((next_east, next_free), ((behind, here), (free, ahead))) in next.zip(herd.zip(floor)) {
            let change = behind & free ^ here & ahead;
            *next_east = here ^ change;
            *next_free = free ^ change;
        }
        swap(&mut self.east, &mut self.next_east);
        swap(&mut self.free, &mut self.next_free);
    }

    fn step_south(&mut self) {
        let Floor { width, stride, size, strip, below, .. } = *self;
        for column in 0..width {
            let top = self.free[START + column];
            self.free[START + size + column] = top >> 1;
            self.free[below + column] |= (top & 1) << strip;
        }
        let cells = self.east[START..].iter().zip(&self.free[START..]);
        let movers = self.movers[START + stride..].iter_mut();
        for (movers, ((east, free), ahead)) in movers.zip(cells.zip(&self.free[START + stride..])) {
            *movers = !(east | free) & ahead;
        }
        let live = u16::MAX >> (STRIPS - 1 - strip);
        for column in 0..width {
            let (last, bottom) = (self.movers[START + size + column], self.movers[below + column]);
            self.movers[START + column] = last << 1 & live | bottom >> strip;
        }
        let movers = self.movers[START..].iter().zip(&self.movers[START + stride..]);
        let next = self.next_free[START..][..size].iter_mut();
        for (next, (free, (behind, here))) in next.zip(self.free[START..].iter().zip(movers)) {
            *next = free ^ behind ^ here;
        }
        for free in &mut self.next_free[below..][..width] {
            *free &= !(1 << strip);
        }
        swap(&mut self.free, &mut self.next_free);
    }
}
