//! [RAM Run](https://adventofcode.com/2024/day/18): the length of a shortest path from corner to corner of a
//! grid after some bytes have fallen and block their cells (part 1), and the first byte that leaves no path
//! (part 2).
//!
//! **Part 1** is a breadth-first search, layer by layer. A neighbour is written to the queue in any case, and
//! counts only if it is open, so that there is no branch to predict.
//!
//! **Part 2 needs no path.** There is no path if and only if blocked cells, each a neighbour of the next at a
//! side or a corner, lead from the upper or right border to the left or lower one. The sets of connected
//! cells are joined byte by byte (union-find), with a border around the grid that belongs to two of them from
//! the start. Of the blocked cells around a byte, those that are neighbours of each other are in one set
//! already, and one of them is enough.
//!
//! ```text
//!  UUUUU
//! LS....U
//! L.....U      the path from S to E is cut off when the sets U and L are joined
//! L....EU
//!  LLLLL
//! ```

use aoc_core::bits::ones;
use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 100;
/// Cells from row to row, with room for the border on both sides.
const STRIDE: usize = 128;
/// A power of two: an index modulo it is the index itself, and the compiler needs no check of the bounds.
const CELLS: usize = STRIDE * STRIDE;
const _: () = assert!(MOST_SIDE + 2 <= STRIDE);

/// The size of the grid, and the number of bytes that have fallen in part 1.
pub const PARAMS: &[Param] = &[
    Param { name: "size", default: 71, range: 2..=MOST_SIDE as i64 },
    Param { name: "fallen", default: 1_024, range: 0..=10_000 },
];

/// The cells of the bytes, in order and all different: at least one.
pub struct Input {
    size: usize,
    fallen: usize,
    cells: Vec<u16>,
}

/// Reads one byte a line.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let (size, fallen) = (params["size"] as usize, params["fallen"] as usize);
    let mut reader = Reader::new(text);
    let mut known = [false; CELLS];
    let cells = reader.lines(|line| {
        let start = line.at();
        let [x, y] = position(line, size)?;
        let cell = cell(x, y);
        if std::mem::replace(&mut known[cell % CELLS], true) {
            return Err(line.error("a byte that is not listed already", start));
        }
        Ok(cell as u16)
    })?;
    if cells.len() < fallen {
        return Err(reader.too_soon(&format!("at least {fallen} bytes")));
    }
    Ok(Input { size, fallen, cells })
}

/// Reads two coordinates.
#[inline(always)]
fn position(line: &mut Reader, size: usize) -> Result<[usize; 2], InputError> {
    // Most have two digits each.
    if let Some(&[a, b, b',', c, d, b'\n']) = line.rest().first_chunk() {
        let digits = [a, b, c, d].map(|byte| usize::from(byte.wrapping_sub(b'0')));
        let [x, y] = [10 * digits[0] + digits[1], 10 * digits[2] + digits[3]];
        if digits.iter().all(|&digit| digit < 10) && x < size && y < size {
            line.skip(5);
            return Ok([x, y]);
        }
    }
    let x = line.number(0..=size - 1)?;
    line.literal(",")?;
    Ok([x, line.number(0..=size - 1)?])
}

/// The number of a cell; the border is before and behind the grid.
fn cell(x: usize, y: usize) -> usize {
    (y + 1) * STRIDE + x + 1
}

/// The length of a shortest path after the first bytes have fallen.
pub fn part1(input: &Input) -> Option<u32> {
    let mut open = [0_u8; CELLS];
    for y in 0..input.size {
        open[cell(0, y)..][..input.size].fill(1);
    }
    for &cell in &input.cells[..input.fallen] {
        open[usize::from(cell) % CELLS] = 0;
    }
    let end = cell(input.size - 1, input.size - 1);
    let mut queue = [0_u16; CELLS];
    queue[0] = cell(0, 0) as u16;
    let mut layer = 0..usize::from(open[cell(0, 0)]);
    open[cell(0, 0)] = 0;
    // Each cell is closed when it is queued.
    let end_was_open = usize::from(open[end]);
    for length in 1.. {
        let mut count = layer.end;
        for at in layer.clone() {
            let here = usize::from(queue[at % CELLS]);
            for near in [here - STRIDE, here - 1, here + 1, here + STRIDE] {
                queue[count % CELLS] = near as u16;
                count += usize::from(std::mem::take(&mut open[near % CELLS]));
            }
        }
        layer = layer.end..count;
        if layer.is_empty() {
            return None;
        }
        if usize::from(open[end]) < end_was_open {
            return Some(length);
        }
    }
    None
}

/// The first byte that leaves no path.
pub fn part2(input: &Input) -> Option<String> {
    let size = input.size;
    let (upper, lower) = (cell(0, 0) - STRIDE, cell(0, 0) - 1);
    let mut sets = Sets([0; CELLS]);
    for at in 0..size {
        sets.0[cell(at, 0) - STRIDE] = upper as u16;
        sets.0[cell(size, at)] = upper as u16;
        sets.0[cell(0, at) - 1] = lower as u16;
        sets.0[cell(at, size)] = lower as u16;
    }
    let blocks = |&&cell: &&u16| {
        let here = usize::from(cell);
        let (above, below) = (here - STRIDE, here + STRIDE);
        // Around the cell, from a corner to a side, and so on.
        let around = [above - 1, above, above + 1, here + 1, below + 1, below, below - 1, here - 1];
        let blocked = around
            .iter()
            .zip(0..)
            .fold(0, |bits, (near, bit)| bits | u8::from(sets.0[near % CELLS] != 0) << bit);
        // Of several in a row, the first is enough.
        let firsts = blocked & !blocked.rotate_left(1);
        let Some(first) = ones(if firsts == 0 { blocked } else { firsts }).next() else {
            sets.0[here % CELLS] = cell;
            return false;
        };
        sets.0[here % CELLS] = sets.0[around[first] % CELLS];
        let others = firsts & firsts.wrapping_sub(1);
        ones(others).for_each(|other| sets.join(here, around[other]));
        others != 0 && sets.root(upper) == sets.root(lower)
    };
    let found = usize::from(*input.cells.iter().find(blocks)?);
    Some(format!("{},{}", found % STRIDE - 1, found / STRIDE - 1))
}

/// For each cell, its parent in the tree of its set; a root is its own parent. 0 for a cell in no set.
struct Sets([u16; CELLS]);

impl Sets {
    fn root(&mut self, mut at: usize) -> usize {
        loop {
            let parent = usize::from(self.0[at % CELLS]);
            if parent == at {
                return at;
            }
            let next = self.0[parent % CELLS];
            self.0[at % CELLS] = next;
            at = usize::from(next);
        }
    }

    fn join(&mut self, one: usize, two: usize) {
        let (one, two) = (self.root(one), self.root(two));
        self.0[one % CELLS] = two as u16;
    }
}
