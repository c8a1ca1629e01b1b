//! [Hill Climbing Algorithm](https://adventofcode.com/2022/day/12): in a map of heights from `a` to `z`,
//! where a step leads to a neighbour that is at most one higher, the fewest steps to the end, from the start
//! (part 1) or from any cell of height `a` (part 2).
//!
//! **One breadth-first search backwards** from the end gives the distances of all cells. Backwards, a step
//! leads from a cell to a neighbour that is at most one lower.
//!
//! ```text
//! map         distances
//! x y z       3 2 1
//! w a E       4 - 0       the E is as high as a z, and no step leads up from the a
//! ```
//!
//! **No branch on a neighbour.** Whether a neighbour is to be added to the queue cannot be predicted. So it
//! is always written after the last one, and then the length of the queue grows by one or by nothing. A cell
//! that has been reached gets height 0 in a copy of the map, as the border has: then it is too low for every
//! further step.
//!
//! In the end the queue has all cells by distance, and each part looks for the first one that fits.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 200;
/// Cells are numbered with 16 bits.
const _: () = assert!((MOST_SIDE + 1) * (MOST_SIDE + 2) < u16::MAX as usize);

/// The map with a border: one column between two rows is the border on both sides.
pub struct Input {
    /// The heights as letters; the border has 0.
    heights: Vec<u8>,
    /// All cells from which the end can be reached, the nearest ones first.
    reached: Vec<Reached>,
    start: u16,
}

/// A cell and its number of steps to the end.
#[derive(Clone, Copy)]
struct Reached {
    cell: u16,
    distance: u16,
}

/// Reads the map, and finds the distances.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let stride = 1 + reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    let mut heights = Vec::with_capacity(text.len() + 2 * stride + 1);
    heights.resize(stride, 0);
    let is_cell = |byte: u8| byte.is_ascii_lowercase() | (byte == b'S') | (byte == b'E');
    let read = reader.grid_rows(is_cell, "a letter a-z, `S` or `E`", MOST_SIDE, |row| {
        heights.extend_from_slice(row);
        heights.push(0);
    });
    // A second mark is in a row before the one where `grid_rows` has stopped, so it is told first.
    let marks =
        marks(&mut heights, stride).map_err(|row| reader.error("no mark twice", (row - 1) * stride))?;
    read?;
    reader.end()?;
    let [Some(start), Some(end)] = marks else {
        return Err(reader.error_of_whole("the map lacks `S` or `E`"));
    };
    heights.resize(heights.len() + stride, 0);
    let reached = search(&heights, stride, end as u16);
    Ok(Input { heights, reached, start: start as u16 })
}

/// Finds the start and the end, and puts their heights there. Fails with the row of a second one.
fn marks(heights: &mut [u8], stride: usize) -> Result<[Option<usize>; 2], usize> {
    let mut marks = [None; 2];
    for (y, row) in heights.chunks_mut(stride).enumerate() {
        // Most rows have no mark, which is seen fast as it vectorises.
        if !row.iter().fold(false, |any, byte| any | byte.is_ascii_uppercase()) {
            continue;
        }
        for (x, cell) in row.iter_mut().enumerate() {
            let (mark, height) = match cell {
                b'S' => (0, b'a'),
                b'E' => (1, b'z'),
                _ => continue,
            };
            *cell = height;
            if marks[mark].replace(stride * y + x).is_some() {
                return Err(y);
            }
        }
    }
    Ok(marks)
}

/// The cells from which the end can be reached, by their distances.
fn search(heights: &[u8], stride: usize, end: u16) -> Vec<Reached> {
    let mut unreached = heights.to_vec();
    unreached[usize::from(end)] = 0;
    // One place more than there are cells, since a neighbour is written even if it is not kept.
    let mut queue = vec![Reached { cell: end, distance: 0 }; heights.len() + 1];
    let mut length = 1;
    let mut done = 0;
    while done < length {
        let Reached { cell, distance } = queue[done];
        done += 1;
        let cell = usize::from(cell);
        let least = heights[cell] - 1;
        for neighbour in [cell - 1, cell + 1, cell - stride, cell + stride] {
            let height = unreached[neighbour];
            let is_new = height >= least;
            unreached[neighbour] = if is_new { 0 } else { height };
            queue[length] = Reached { cell: neighbour as u16, distance: distance + 1 };
            length += usize::from(is_new);
        }
    }
    queue.truncate(length);
    queue
}

/// The distance of the nearest cell that fits.
fn nearest(input: &Input, fits: impl Fn(u16) -> bool) -> Option<u16> {
    input.reached.iter().find(|reached| fits(reached.cell)).map(|reached| reached.distance)
}

/// The fewest steps from the start.
pub fn part1(input: &Input) -> Option<u16> {
    nearest(input, |cell| cell == input.start)
}

/// The fewest steps from a cell of height `a`.
pub fn part2(input: &Input) -> Option<u16> {
    nearest(input, |cell| input.heights[usize::from(cell)] == b'a')
}
