//! [Pyroclastic Flow](https://adventofcode.com/2022/day/17): rocks of five shapes fall in turn into a chamber
//! seven wide, pushed left and right by a list of jets that repeats; the height of the tower after 2,022
//! rocks (part 1) and after 10^12 (part 2).
//!
//! **Rows are bytes.** A byte is the seven cells of a row, with the left one in the lowest bit, and then a
//! bit for the wall. A rock is four rows in a word of 32 bits, and a push rotates the word by one bit. A cell
//! that leaves its row comes to a bit for the wall: at the right to that of its own byte, and at the left to
//! that of the byte before. So one AND with four rows of the chamber finds both walls and rocks.
//!
//! ```text
//!                 byte 0      byte 1
//! rock            .....## .   ....... .
//! pushed right    ......# #   ....... .     it meets the wall, so the rock stays
//! chamber         ....... #   ....... #
//! ```
//!
//! **The first four pushes** meet walls only, since the rock starts three rows above the tower. Their result
//! is in a table by shape and jets.
//!
//! **A repeat.** A rock that rests more than 60 rows below the top is refused. So the 64 topmost rows, the
//! next shape and the next jet are a state that decides all that follows. A state is taken at eight places in
//! each pass through the list of jets. It is compared with the state of one earlier pass at the same place.
//! The numbers of those passes are 0 and the powers of two:
//!
//! ```text
//! pass                0  1  2  3  4  5  6  7  8  9
//! is compared with       0  1  2  2  4  4  4  4  8
//! ```
//!
//! So a repeat is found, however late it begins and however long its period is. From then on the heights grow
//! by the same in each period.

use aoc_core::text::{InputError, Reader};

const MOST_JETS: usize = 20_000;
const ROCKS: u64 = 2_022;
const MANY_ROCKS: u64 = 1_000_000_000_000;
/// How many rows below the top a rock may rest.
const DEEPEST: usize = 60;
/// The rows that decide what follows. There are as many of solid rock below the floor.
const TOP: usize = 64;
/// An empty row.
const WALL: u8 = 1 << 7;
/// The places in the list of jets where states are compared.
const CHECKPOINTS: usize = 8;

/// The shapes where they start: their rows upwards, and the left side in the lowest bit.
const SHAPES: [u32; 5] = [
    u32::from_le_bytes([0b011_1100, 0, 0, 0]),
    u32::from_le_bytes([0b000_1000, 0b001_1100, 0b000_1000, 0]),
    u32::from_le_bytes([0b001_1100, 0b001_0000, 0b001_0000, 0]),
    u32::from_le_bytes([0b000_0100; 4]),
    u32::from_le_bytes([0b000_1100, 0b000_1100, 0, 0]),
];
const HEIGHTS: [usize; SHAPES.len()] = [1, 3, 3, 4, 2];

/// Each shape after four jets, whose bits are ones for those to the right.
const FALLEN: [[u32; 16]; SHAPES.len()] = {
    let mut table = [[0; 16]; SHAPES.len()];
    let mut at = 0;
    while at < 16 * SHAPES.len() {
        let (shape, jets) = (at / 16, at % 16);
        let mut rock = SHAPES[shape];
        let mut jet = 0;
        while jet < 4 {
            rock = pushed(rock, jets >> jet & 1 == 1, u32::from_le_bytes([WALL; 4]));
            jet += 1;
        }
        table[shape][jets] = rock;
        at += 1;
    }
    table
};

/// A rock after a push, which the chamber's rows may stop.
#[inline(always)]
const fn pushed(rock: u32, to_right: bool, rows: u32) -> u32 {
    let moved = if to_right { rock.rotate_left(1) } else { rock.rotate_right(1) };
    if moved & rows == 0 { moved } else { rock }
}

/// How the tower grows.
pub struct Input {
    /// Its height after each number of rocks, up to the repeat that was found.
    heights: Vec<usize>,
    /// The number of rocks after which the state was the same as at the end.
    first: usize,
}

/// What decides all that follows, and the number of rocks so far.
struct State {
    rocks: usize,
    jet: usize,
    top: [u8; TOP],
}

impl State {
    fn repeats(&self, other: &State) -> bool {
        // With few jets a rock may take whole passes, and then the same rock is at the next checkpoint again.
        let rocks = self.rocks - other.rocks;
        rocks > 0 && rocks.is_multiple_of(SHAPES.len()) && self.jet == other.jet && self.top == other.top
    }
}

/// Reads one line of jets, and lets rocks fall until a repeat is found.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let length = reader.rest().len();
    let jets = reader.word_as_long(length, |byte| matches!(byte, b'<' | b'>'), "`<` or `>`")?;
    if jets.len() > MOST_JETS {
        return Err(reader.error("at most 20000 jets", MOST_JETS));
    }
    reader.end()?;
    let too_deep = || reader.error_of_whole("a rock rests more than 60 rows below the top");
    grow(Tower::new(jets), jets.len()).ok_or_else(too_deep)
}

/// Lets rocks fall until a repeat is found, if all of them rest high enough.
fn grow(mut tower: Tower, length: usize) -> Option<Input> {
    let mut kept = [const { None::<State> }; CHECKPOINTS];
    for pass in 0_usize.. {
        for (place, kept) in kept.iter_mut().enumerate() {
            while tower.jets_used < pass * length + place * length / CHECKPOINTS {
                if !tower.drop_rock() {
                    return None;
                }
            }
            let state = tower.state();
            if let Some(earlier) = kept.as_ref().filter(|earlier| state.repeats(earlier)) {
                return Some(Input { heights: tower.heights, first: earlier.rocks });
            }
            if pass == 0 || pass.is_power_of_two() {
                *kept = Some(state);
            }
        }
    }
    unreachable!("the states are finitely many")
}

struct Tower {
    /// For each jet, the four jets from it on as bits.
    jets: Vec<u8>,
    jets_used: usize,
    /// The next jet.
    jet: usize,
    /// Solid rock, the tower from the floor on, and empty rows.
    rows: Vec<u8>,
    heights: Vec<usize>,
}

impl Tower {
    fn new(jets: &[u8]) -> Tower {
        let is_right: Vec<u8> =
            jets.iter().cycle().take(jets.len() + 3).map(|&jet| u8::from(jet == b'>')).collect();
        let four = |jets: &[u8]| jets[0] | jets[1] << 1 | jets[2] << 2 | jets[3] << 3;
        let jets = is_right.windows(4).map(four).collect();
        Tower { jets, jets_used: 0, jet: 0, rows: vec![u8::MAX; TOP], heights: vec![0] }
    }

    fn height(&self) -> usize {
        self.heights[self.heights.len() - 1]
    }

    fn state(&self) -> State {
        let rows = self.rows[self.height()..].first_chunk();
        State { rocks: self.heights.len() - 1, jet: self.jet, top: rows.copied().unwrap_or([0; TOP]) }
    }

    /// The next four jets as bits, of which the first `used` are taken.
    #[inline(always)]
    fn next_jets(&mut self, used: usize) -> usize {
        let jets = self.jets[self.jet];
        self.jets_used += used;
        self.jet += used;
        while self.jet >= self.jets.len() {
            self.jet -= self.jets.len();
        }
        jets.into()
    }

    /// Lets the next rock fall; tells whether it rests high enough.
    #[inline(always)]
    fn drop_rock(&mut self) -> bool {
        let shape = (self.heights.len() - 1) % SHAPES.len();
        let height = self.height();
        // The row above the tower.
        let top = height + TOP;
        if self.rows.len() < top + 4 {
            self.rows.resize(2 * top + 4096, WALL);
        }
        let mut rock = FALLEN[shape][self.next_jets(4)];
        let mut row = top;
        loop {
            let below = self.rows[row - 1..].first_chunk().map_or(u32::MAX, |rows| u32::from_le_bytes(*rows));
            if rock & below != 0 {
                break;
            }
            row -= 1;
            rock = pushed(rock, self.next_jets(1) & 1 == 1, below);
        }
        let rows = &mut self.rows[row..row + 4];
        rows.iter_mut().zip(rock.to_le_bytes()).for_each(|(cells, more)| *cells |= more);
        self.heights.push(height.max(row + HEIGHTS[shape] - TOP));
        row + DEEPEST + 1 >= top
    }
}

impl Input {
    /// The height after a number of rocks.
    fn height(&self, rocks: u64) -> u64 {
        let last = self.heights.len() - 1;
        if rocks <= last as u64 {
            return self.heights[rocks as usize] as u64;
        }
        let more = rocks - self.first as u64;
        let period = (last - self.first) as u64;
        let gain = (self.heights[last] - self.heights[self.first]) as u64;
        self.heights[self.first + (more % period) as usize] as u64 + more / period * gain
    }
}

/// The height after 2,022 rocks.
pub fn part1(input: &Input) -> u64 {
    input.height(ROCKS)
}

/// The height after 10^12 rocks.
pub fn part2(input: &Input) -> u64 {
    input.height(MANY_ROCKS)
}
