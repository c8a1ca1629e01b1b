//! [Smoke Basin](https://adventofcode.com/2021/day/9): the sum of height + 1 over the cells lower than all
//! their neighbours, and the product of the sizes of the three largest regions of cells below 9.
//!
//! Rows have a margin of cells higher than all others, so every cell has four neighbours at fixed distances.
//! Part 1 is one sum over five slices of the same bytes, which vectorises.
//!
//! **Part 2** joins runs of cells, not cells. Sixty-four columns of a row are a word with a bit for each cell
//! below 9. Its runs are numbered, and joined with those of the row above: where both words have a bit and
//! the columns before do not both have one, two runs meet. A run that goes on in the next word of its row is
//! joined with it. Regions are trees of runs (union by number): the run with the smallest number is the root,
//! and has the size. If two runs that meet are in one region already, the root gives its size to itself, so
//! joining needs no branch.
//!
//! Assumes the domain: sides of 1 to 500. The sizes are 250,000 at most in all, so their product is below
//! 2^56.

use std::mem::{swap, take};

use aoc_core::bits::ones;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MAX_SIDE: usize = 500;
/// Above all heights.
const WALL: u8 = b'9' + 1;

/// Heights as digits: rows of `stride` cells, a multiple of 64 with walls on the right, and a row of walls at
/// either end.
pub struct Input {
    stride: usize,
    cells: Vec<u8>,
}

/// Reads the grid.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut grid = Input { stride: 0, cells: Vec::new() };
    reader.grid_rows(
        |byte| byte.is_ascii_digit(),
        "a digit",
        MAX_SIDE,
        |row| {
            if grid.cells.is_empty() {
                grid.stride = (row.len() + 1).next_multiple_of(64);
                let rows = (text.len() / row.len()).min(MAX_SIDE) + 2;
                grid.cells.reserve(rows * grid.stride);
                grid.cells.resize(grid.stride, WALL);
            }
            grid.cells.extend_from_slice(row);
            grid.cells.resize(grid.cells.len().next_multiple_of(grid.stride), WALL);
        },
    )?;
    reader.end()?;
    grid.cells.resize(grid.cells.len() + grid.stride, WALL);
    Ok(grid)
}

/// The risk of all low cells.
pub fn part1(input: &Input) -> u64 {
    let Input { stride, cells } = input;
    let rows = (*stride..cells.len() - stride).step_by(*stride);
    let risks = rows.map(|start| {
        let row = |start: usize| &cells[start..start + stride];
        let upright = row(start - stride).iter().zip(row(start + stride));
        let level = row(start - 1).iter().zip(row(start + 1));
        let cells = row(start).iter().zip(upright.zip(level)).map(|(&cell, ((up, down), (left, right)))| {
            let lowest = *up.min(down).min(left.min(right));
            u16::from(if cell < lowest { cell - b'0' + 1 } else { 0 })
        });
        u64::from(cells.sum::<u16>())
    });
    risks.sum()
}

/// How many cells the three greatest basins have, multiplied; or those basins that there are.
pub fn part2(input: &Input) -> u64 {
    let words = input.stride / 64;
    let mut forest = Forest { parents: Vec::with_capacity(2048), sizes: Vec::with_capacity(2048) };
    let mut above = vec![Runs { cells: 0, starts: 0, numbers: [0; 64] }; words];
    let mut here = above.clone();
    for row in input.cells.chunks_exact(input.stride) {
        let mut open = None;
        for ((cells, above), here) in row.as_chunks().0.iter().zip(&above).zip(&mut here) {
            here.find(cells, &mut forest);
            let meeting = here.cells & above.cells;
            for column in ones(meeting & !(meeting << 1)) {
                forest.join(above.number(column), here.number(column));
            }
            if let Some(open) = open.filter(|_| here.cells & 1 == 1) {
                forest.join(open, here.number(0));
            }
            open = (here.cells >> 63 == 1).then(|| here.number(63));
        }
        swap(&mut above, &mut here);
    }
    let mut largest = [1; 3];
    for &size in &forest.sizes {
        if size > largest[0] {
            largest[0] = size;
            largest.sort_unstable();
        }
    }
    largest.iter().map(|&size| u64::from(size)).product()
}

/// The runs of cells below 9 in 64 columns of a row.
#[derive(Clone)]
struct Runs {
    cells: u64,
    /// The first cell of each run.
    starts: u64,
    /// The number of each run, at its first cell.
    numbers: [u32; 64],
}

impl Runs {
    fn find(&mut self, heights: &[u8; 64], forest: &mut Forest) {
        self.cells = 0;
        for (place, eight) in heights.as_chunks().0.iter().enumerate() {
            let high = swar::greater(u64::from_le_bytes(*eight), swar::each(b'8'));
            self.cells |= swar::low_bits(!high >> 7) << (8 * place);
        }
        self.starts = self.cells & !(self.cells << 1);
        for start in ones(self.starts) {
            self.numbers[start] = forest.plant((self.cells >> start).trailing_ones());
        }
    }

    /// The number of the run that covers a column.
    #[inline(always)]
    fn number(&self, column: usize) -> u32 {
        let after_start = (self.starts << (63 - column)).leading_zeros() as usize;
        self.numbers[column - after_start]
    }
}

/// Trees of runs that are connected.
struct Forest {
    parents: Vec<u32>,
    /// Cells in the tree, at its root; 0 elsewhere.
    sizes: Vec<u32>,
}

impl Forest {
    fn plant(&mut self, size: u32) -> u32 {
        let number = self.parents.len() as u32;
        self.parents.push(number);
        self.sizes.push(size);
        number
    }

    fn root(&self, run: u32) -> u32 {
        let parent = |run: u32| self.parents[run as usize];
        // Few runs are further than this from their root, so that the loop seldom turns.
        let mut run = parent(parent(run));
        while run != parent(run) {
            run = parent(run);
        }
        run
    }

    #[inline(always)]
    fn join(&mut self, one: u32, other: u32) {
        let roots = (self.root(one), self.root(other));
        let (root, joined) = (roots.0.min(roots.1), roots.0.max(roots.1));
        self.parents[joined as usize] = root;
        self.parents[other as usize] = root;
        let size = take(&mut self.sizes[joined as usize]);
        self.sizes[root as usize] += size;
    }
}
