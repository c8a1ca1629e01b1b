//! [Pipe Maze](https://adventofcode.com/2023/day/10): a loop of pipes through S; the steps to its farthest
//! cell (part 1), and the number of cells inside (part 2).
//!
//! **Two walkers** leave S by its two ends. Each step is two dependent loads, of the cell and of where it
//! leads, and those of the two walkers overlap. A loop on a grid has an even length, so they meet on the
//! farthest cell. A pipe leads back as it leads on, so a walker that never gets stuck comes back to S: there
//! is no other loop to fall into.
//!
//! **Green and Pick.** The area within the line through the middles of the cells is the integral of `x dy`
//! along it. Cells are numbered row by row, and the number `stride * y + x` may stand for `x`, as the
//! integral of `y dy` around a loop is 0. With `2k` cells on the line, Pick's theorem gives `area - k + 1`
//! cells inside.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 150;
/// The cells with a border; their numbers are 16 bits, and a sum along a path fits 32 bits.
const MOST_CELLS: usize = (MOST_SIDE + 1) * (MOST_SIDE + 2) + 1;
const _: () = assert!(2 * MOST_CELLS * MOST_SIDE * MOST_SIDE < i32::MAX as usize);

const NORTH: usize = 0;
const WEST: usize = 1;
const SOUTH: usize = 2;
const EAST: usize = 3;

/// The pipes, with their two ends.
const PIPES: [(u8, [usize; 2]); 6] = [
    (b'|', [NORTH, SOUTH]),
    (b'-', [WEST, EAST]),
    (b'L', [NORTH, EAST]),
    (b'J', [NORTH, WEST]),
    (b'7', [SOUTH, WEST]),
    (b'F', [SOUTH, EAST]),
];

/// The two halves of the loop, from S to the cell where they meet.
pub struct Input {
    /// From a cell to the one below.
    stride: usize,
    halves: [Vec<u16>; 2],
}

/// Where a walker goes from a cell that it has entered in some direction. If it cannot enter there, `by` is
/// 0.
#[derive(Clone, Copy, Default)]
struct Move {
    by: i16,
    direction: u16,
}

/// Reads the grid, and follows the loop.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let width = reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    if width == 1 {
        return Err(reader.error("a second column", 1));
    }
    // One cell between two rows is the border at the right of one and at the left of the other.
    let stride = width + 1;
    let mut cells = Vec::with_capacity(text.len() + 2 * stride + 1);
    cells.resize(stride, b'.');
    let mut starts = Vec::new();
    let read = reader.grid_rows(
        |byte| matches!(byte, b'|' | b'-' | b'L' | b'J' | b'7' | b'F' | b'.' | b'S'),
        "one of `|-LJ7F.S`",
        MOST_SIDE,
        |row| {
            if row.contains(&b'S') {
                let places = row.iter().zip(cells.len()..).filter(|&(&byte, _)| byte == b'S');
                starts.extend(places.map(|(_, place)| place));
            }
            cells.extend_from_slice(row);
            cells.push(b'.');
        },
    );
    if let Some(second) = starts.get(1) {
        // A row has a border in the place of its line end, so cells and bytes are numbered alike but for the
        // first row.
        return Err(reader.error("only one S", second - stride));
    }
    read?;
    if cells.len() == 2 * stride {
        return Err(reader.too_few_rows("a second row"));
    }
    reader.end()?;
    cells.resize(cells.len() + stride, b'.');
    let &start = starts.first().ok_or_else(|| reader.error_of_whole("there is no S"))?;
    let halves = halves(&cells, stride, start).map_err(|message| reader.error_of_whole(message))?;
    Ok(Input { stride, halves })
}

/// Follows the loop both ways until they meet.
fn halves(cells: &[u8], stride: usize, start: usize) -> Result<[Vec<u16>; 2], &'static str> {
    let by = [-(stride as i16), -1, stride as i16, 1];
    let opposite = |direction: usize| (direction + 2) % 4;
    // By cell and the direction in which it is entered.
    let mut moves = [[Move::default(); 4]; 1 << 7];
    for (pipe, [one, other]) in PIPES {
        let ways = &mut moves[usize::from(pipe)];
        ways[opposite(one)] = Move { by: by[other], direction: other as u16 };
        ways[opposite(other)] = Move { by: by[one], direction: one as u16 };
    }
    let next = |place: usize, direction: u16| {
        let cell = usize::from(cells[place] % (1 << 7));
        moves[cell][usize::from(direction % 4)]
    };
    let mut walkers = (0..4)
        .map(|direction| (start.wrapping_add_signed(by[direction].into()), direction as u16))
        .filter(|&(place, direction)| next(place, direction).by != 0);
    let (Some(mut one), Some(mut other), None) = (walkers.next(), walkers.next(), walkers.next()) else {
        return Err("there are not exactly two pipes that lead to S");
    };
    let mut halves = [(); 2].map(|()| {
        let mut half = Vec::with_capacity(cells.len() / 2 + 1);
        half.push(start as u16);
        half
    });
    loop {
        // The cell where they meet has to let both in, too.
        let onward = [&one, &other].map(|&(place, direction)| next(place, direction));
        if onward.iter().any(|onward| onward.by == 0) {
            return Err("the pipes from S do not come back to it");
        }
        halves[0].push(one.0 as u16);
        halves[1].push(other.0 as u16);
        if one.0 == other.0 {
            return Ok(halves);
        }
        for ((place, direction), onward) in [&mut one, &mut other].into_iter().zip(onward) {
            *place = place.wrapping_add_signed(onward.by.into());
            *direction = onward.direction;
        }
    }
}

/// The steps to the farthest cell.
pub fn part1(input: &Input) -> usize {
    input.halves[0].len() - 1
}

/// The number of cells inside.
pub fn part2(input: &Input) -> u32 {
    let [one, other] = input.halves.each_ref().map(|half| twice_integral(half, input.stride as i32));
    one.abs_diff(other) / 2 + 1 - part1(input) as u32
}

/// Twice the integral of the number of a cell by its row, along a path.
fn twice_integral(path: &[u16], stride: i32) -> i32 {
    let steps = path.iter().zip(&path[1..]).map(|(&from, &to)| {
        let (from, to) = (i32::from(from), i32::from(to));
        let down = i32::from(to - from == stride) - i32::from(from - to == stride);
        (from + to) * down
    });
    steps.sum()
}
