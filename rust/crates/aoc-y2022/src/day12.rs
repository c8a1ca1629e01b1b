//! [Hill Climbing Algorithm](https://adventofcode.com/2022/day/12): in a map of heights from `a` to `z`, where a step leads to a
//! neighbour that is at most one higher, the fewest steps to the end, from the start (part 1) or from any cell of height `a`
//! (part 2).
//!
//! **One breadth-first search backwards** from the end gives the distances of all cells. Backwards, a step leads from a cell to a
//! neighbour that is at most one lower.
//!
//! ```text
//! map         distances
//! x y z       3 2 1
//! w a E       4 - 0       the E is as high as a z, and no step leads up from the a
//! ```
//!
//! **No branch on a neighbour.** Whether a neighbour is to be added to the queue cannot be predicted. So it is always written
//! behind the last one, and then the length of the queue grows by one or by nothing. A cell has a distance of `FAR` until it is
//! reached, and distances along the queue never fall: so the new distance is the lesser of both, and the neighbour is new if and
//! only if the distance has changed. The border around the map has distance 0, which never changes.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 200;
/// The distance of a cell that has not been reached.
const FAR: u16 = u16::MAX;
const _: () = assert!((MOST_SIDE + 1) * (MOST_SIDE + 2) < FAR as usize);

/// The map with a border: one column between two rows is the border on both sides.
pub struct Input {
    /// The heights as letters; the border has 0.
    heights: Vec<u8>,
    /// The number of steps from each cell to the end.
    distances: Vec<u16>,
    start: usize,
}

/// Reads the map, and finds the distances.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let stride = 1 + reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    let mut heights = Vec::with_capacity(text.len() + 2 * stride + 1);
    heights.resize(stride, 0);
    let mut marks = [None; 2];
    let mut fault = None;
    let is_cell = |byte: u8| byte.is_ascii_lowercase() | (byte == b'S') | (byte == b'E');
    let read = reader.grid_rows(is_cell, "a letter a-z, `S` or `E`", MOST_SIDE, |row| {
        let start = heights.len();
        heights.extend_from_slice(row);
        heights.push(0);
        // Most rows have no mark, which is seen fast as it vectorises.
        if row.iter().fold(false, |any, byte| any | byte.is_ascii_uppercase()) {
            for (cell, height) in heights.iter_mut().enumerate().skip(start) {
                let (mark, level) = match *height {
                    b'S' => (0, b'a'),
                    b'E' => (1, b'z'),
                    _ => continue,
                };
                *height = level;
                if marks[mark].replace(cell).is_some() && fault.is_none() {
                    fault = Some(start - stride);
                }
            }
        }
    });
    // What is wrong in a row that was passed comes before what `grid_rows` has found.
    if let Some(at) = fault {
        return Err(reader.error("no mark twice", at));
    }
    read?;
    reader.end()?;
    let [Some(start), Some(end)] = marks else {
        return Err(reader.error_of_whole("the map lacks `S` or `E`"));
    };
    heights.resize(heights.len() + stride, 0);
    let distances = distances(&heights, stride, end);
    Ok(Input { heights, distances, start })
}

/// The number of steps from each cell to the end.
fn distances(heights: &[u8], stride: usize, end: usize) -> Vec<u16> {
    let mut distances: Vec<u16> = heights.iter().map(|&height| if height == 0 { 0 } else { FAR }).collect();
    // A place more than there are cells, for what is written and not kept.
    let mut queue = vec![0; heights.len() + 1];
    queue[0] = end as u16;
    distances[end] = 0;
    let mut length = 1;
    let mut done = 0;
    while done < length {
        let cell = usize::from(queue[done]);
        done += 1;
        let (least, distance) = (heights[cell] - 1, distances[cell] + 1);
        for neighbour in [cell - 1, cell + 1, cell - stride, cell + stride] {
            let before = distances[neighbour];
            let after = before.min(if heights[neighbour] >= least { distance } else { FAR });
            distances[neighbour] = after;
            queue[length] = neighbour as u16;
            length += usize::from(after != before);
        }
    }
    distances
}

/// The fewest steps from the start.
pub fn part1(input: &Input) -> Option<u16> {
    Some(input.distances[input.start]).filter(|&distance| distance != FAR)
}

/// The fewest steps from a cell of height `a`.
pub fn part2(input: &Input) -> Option<u16> {
    let cells = input.heights.iter().zip(&input.distances);
    let distances = cells.map(|(&height, &distance)| if height == b'a' { distance } else { FAR });
    Some(distances.fold(FAR, u16::min)).filter(|&distance| distance != FAR)
}
