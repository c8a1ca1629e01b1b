//! [Warehouse Woes](https://adventofcode.com/2024/day/15): a robot pushes boxes around, as many at once as
//! are in its way, unless there is a wall behind; the sum of the boxes' coordinates at the end (part 1), and
//! the same in a warehouse in which everything but the robot is twice as wide (part 2).
//!
//! **Part 1.** A row is a word with a bit for each box, and so is a column: all boxes are kept both ways. On
//! the line of the move, the first bit ahead that is no box is either a wall or free, and a free one takes
//! the box next to the robot: nothing else has changed. There is no branch for the direction.
//!
//! **Part 2.** Even and odd columns have a word each, so that a column and the next one of the same word are
//! the width of a box apart. A box is the bit of its left half; walls need one word, since both halves are
//! alike.
//!
//! ```text
//! column      0123456789      even columns   02468      odd columns   13579
//! boxes       ##.[][].##      even lefts     .....      odd lefts     .##..     neighbouring boxes: a run of ones
//! ```
//!
//! A push along a row moves a run of ones to the other word. A push across rows is a set of cells that widens
//! from row to row by the boxes that it meets, until it meets a wall or no box. The sets are kept, and moved
//! at the end.

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 50;
const MOST_LINES: usize = 20;
const MOST_MOVES: usize = 1_000;
/// A move: its axis, and whether it is to greater coordinates.
const AXIS: u8 = 1;
const FORWARD: u8 = 2;

/// The warehouse, and the moves.
pub struct Input {
    /// The column and the row of the robot.
    robot: [usize; 2],
    /// For rows, and for columns.
    walls: [Lines; 2],
    boxes: [Lines; 2],
    moves: Vec<u8>,
}

type Lines = [u64; MOST_SIDE];

/// Reads the map, and the moves.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let is_cell = |byte| (byte == b'.') | (byte == b'O');
    let map = reader.walled_grid(is_cell, *b"@", "`.`, `#`, `O` or `@`", MOST_SIDE)?;
    reader.blank_line()?;
    let mut moves = Vec::with_capacity(reader.rest().len());
    let is_move = |byte| (byte == b'^') | (byte == b'v') | (byte == b'<') | (byte == b'>');
    reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let word = line.word_as_long(MOST_MOVES, is_move, "`^`, `v`, `<` or `>`")?;
        moves.extend(word.iter().map(|&byte| match byte {
            b'<' => 0,
            b'>' => FORWARD,
            b'^' => AXIS,
            _ => AXIS | FORWARD,
        }));
        if word.len() > MOST_MOVES { Err(line.error("at most 1000 moves", start)) } else { Ok(()) }
    })?;
    let (grid, [robot]) = map.whole()?;
    let (mut walls, mut boxes) = ([[0; MOST_SIDE]; 2], [[0; MOST_SIDE]; 2]);
    for (y, row) in grid.rows().enumerate() {
        for (x, &cell) in row.iter().enumerate() {
            let (wall, a_box) = (u64::from(cell == b'#'), u64::from(cell == b'O'));
            walls[0][y] |= wall << x;
            walls[1][x] |= wall << y;
            boxes[0][y] |= a_box << x;
            boxes[1][x] |= a_box << y;
        }
    }
    Ok(Input { robot: [robot % grid.width, robot / grid.width], walls, boxes, moves })
}

/// The sum of the boxes' coordinates after all moves.
pub fn part1(input: &Input) -> usize {
    let mut boxes = input.boxes;
    let mut robot = input.robot;
    for &to in &input.moves {
        let axis = usize::from(to & AXIS);
        let (at, line) = (robot[axis], robot[1 - axis]);
        let walls = input.walls[axis][line];
        let before = (1 << at) - 1;
        let after = !before << 1;
        let stops = !boxes[axis][line] | walls;
        let first = (stops & after).trailing_zeros();
        let last = 63 - (stops & before).leading_zeros();
        let (next, stop) = if to & FORWARD != 0 { (at + 1, first) } else { (at - 1, last) };
        if walls >> stop & 1 == 0 {
            robot[axis] = next;
            if next != stop as usize {
                boxes[axis][line] ^= 1 << next | 1 << stop;
                boxes[1 - axis][next] ^= 1 << line;
                boxes[1 - axis][stop as usize] ^= 1 << line;
            }
        }
    }
    let rows = boxes[0].iter().enumerate();
    rows.flat_map(|(y, &row)| ones(row).map(move |x| 100 * y + x)).sum()
}

/// A row of the wide warehouse.
#[derive(Clone, Copy)]
struct Row {
    walls: u64,
    /// Left halves in even columns, and in odd ones.
    boxes: Cells,
}

/// A bit for each even column, and for each odd one.
type Cells = [u64; 2];

/// The sum of the coordinates of the wide boxes after all moves.
pub fn part2(input: &Input) -> usize {
    let row = |y: usize| Row { walls: input.walls[0][y], boxes: [input.boxes[0][y], 0] };
    let mut rows: [Row; MOST_SIDE] = std::array::from_fn(row);
    let mut pushed = [[0; 2]; MOST_SIDE];
    let [mut x, mut y] = input.robot;
    x *= 2;
    for &to in &input.moves {
        if to & AXIS != 0 {
            let step = if to & FORWARD != 0 { 1 } else { 1_usize.wrapping_neg() };
            y = push_across(&mut rows, &mut pushed, x, y, step);
        } else if to & FORWARD != 0 {
            x = rows[y].push_right(x);
        } else {
            x = rows[y].push_left(x);
        }
    }
    let sum_of =
        |y: usize, word: u64, odd: usize| ones(word).map(move |x| 100 * y + 2 * x + odd).sum::<usize>();
    let rows = rows.iter().enumerate();
    rows.map(|(y, row)| sum_of(y, row.boxes[0], 0) + sum_of(y, row.boxes[1], 1)).sum()
}

impl Row {
    /// Where the robot is after a move to the right.
    fn push_right(&mut self, x: usize) -> usize {
        let (bit, odd) = (x.div_ceil(2), (x + 1) % 2);
        let count = (self.boxes[odd] >> bit).trailing_ones();
        if self.walls >> bit >> count & 1 != 0 {
            return x;
        }
        let run = ((1 << count) - 1) << bit;
        self.boxes[odd] ^= run;
        self.boxes[1 - odd] ^= run << odd;
        x + 1
    }

    /// Where the robot is after a move to the left.
    fn push_left(&mut self, x: usize) -> usize {
        // Of a box next to the robot, the left half is two columns away.
        let (bit, odd) = (x / 2 - 1, x % 2);
        let count = (self.boxes[odd] << (63 - bit)).leading_ones() as usize;
        if self.walls >> ((x - 1) / 2 - count) & 1 != 0 {
            return x;
        }
        let run = ((1 << count) - 1) << (bit + 1 - count);
        self.boxes[odd] ^= run;
        self.boxes[1 - odd] ^= run >> (1 - odd);
        x - 1
    }
}

/// The row of the robot after a move to the next row in some direction. `pushed` is room for the sets of
/// boxes. It belongs to the caller because a new one for each move, all zeros, would take longer than the
/// move. The walls stop every push before the last row, so `% MOST_SIDE` changes no index: it saves a check.
fn push_across(
    rows: &mut [Row; MOST_SIDE],
    pushed: &mut [Cells; MOST_SIDE],
    x: usize,
    y: usize,
    step: usize,
) -> usize {
    let next = y.wrapping_add(step);
    let mut cells = [0; 2];
    cells[x % 2] = 1 << (x / 2);
    let mut at = next;
    loop {
        let Row { walls, boxes } = rows[at % MOST_SIDE];
        if (cells[0] | cells[1]) & walls != 0 {
            return y;
        }
        // A box covers its own column and the next one.
        let hit = [boxes[0] & (cells[0] | cells[1]), boxes[1] & (cells[1] | cells[0] >> 1)];
        if hit == [0; 2] {
            break;
        }
        pushed[at % MOST_SIDE] = hit;
        cells = [hit[0] | hit[1] << 1, hit[0] | hit[1]];
        at = at.wrapping_add(step);
    }
    while at != next {
        let before = at.wrapping_sub(step);
        for (odd, hit) in pushed[before % MOST_SIDE].into_iter().enumerate() {
            rows[before % MOST_SIDE].boxes[odd] ^= hit;
            rows[at % MOST_SIDE].boxes[odd] ^= hit;
        }
        at = before;
    }
    next
}
