//! [Rope Bridge](https://adventofcode.com/2022/day/9): how many cells the last knot of a rope visits, if one
//! knot (part 1) or nine (part 2) follow the head.
//!
//! **Knots are machines.** The state of a knot is the offset from it to the knot before: one of nine, from
//! (-1, -1) to (1, 1). Its input is the move of the knot before, which is one of nine too, with (0, 0) for a
//! stay. Its output is its own move.
//!
//! ```text
//! offset (1, 0), move (1, 1):   the knot before is at (2, 1), so the knot moves (1, 1), and the offset is (1, 0) again
//! offset (0, 0), move (1, 1):   it is at (1, 1), so the knot stays, and the offset is (1, 1)
//! ```
//!
//! **Three knots in a row are one machine** with 9^3 states. A table has its next state and its output for
//! every state and input. So a step of the head takes three look-ups for nine knots, and only the last one
//! has a place.
//!
//! **Visited cells** are the bits of a box. A knot moves towards the one before it in both coordinates, so it
//! never leaves the box of the head. All lines together are at most 50,000 steps long, so the box has at most
//! 25,001^2 cells.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 2_500;
const MOST_STEPS: u8 = 20;
/// Offsets and moves from (-1, -1) to (1, 1), row after row.
const MOVES: usize = 9;
const STAY: u8 = 4;
/// The states of three knots.
const STATES: usize = MOVES * MOVES * MOVES;

/// The state after a move of the knot before, and the move that the machine's last knot makes.
#[derive(Clone, Copy)]
struct Next {
    state: u16,
    output: u8,
}

/// A machine for one knot, by state and input.
static ONE: [[Next; MOVES]; MOVES] = {
    let mut table = [[Next { state: 0, output: 0 }; MOVES]; MOVES];
    let mut at = 0;
    while at < MOVES * MOVES {
        let (offset, input) = (at / MOVES, at % MOVES);
        // The offset after the move of the knot before, and then the move that this knot makes.
        let (x, y) = ((offset % 3 + input % 3) as i32 - 2, (offset / 3 + input / 3) as i32 - 2);
        let (right, down) = if x.abs() < 2 && y.abs() < 2 { (0, 0) } else { (x.signum(), y.signum()) };
        let state = 3 * (y - down + 1) + x - right + 1;
        table[offset][input] = Next { state: state as u16, output: (3 * (down + 1) + right + 1) as u8 };
        at += 1;
    }
    table
};

/// A machine for three knots. The offset of the first knot is the lowest digit of a state to the base 9.
static THREE: [[Next; MOVES]; STATES] = {
    let mut table = [[Next { state: 0, output: 0 }; MOVES]; STATES];
    let mut at = 0;
    while at < STATES * MOVES {
        let (state, input) = (at / MOVES, at % MOVES);
        let first = ONE[state % MOVES][input];
        let second = ONE[state / MOVES % MOVES][first.output as usize];
        let third = ONE[state / MOVES / MOVES][second.output as usize];
        let state_after = first.state + MOVES as u16 * (second.state + MOVES as u16 * third.state);
        table[state][input] = Next { state: state_after, output: third.output };
        at += 1;
    }
    table
};

/// The moves of the head, and its box.
pub struct Input {
    moves: Vec<u8>,
    width: usize,
    height: usize,
    /// The cell where all knots start.
    start: usize,
}

/// Reads one direction and number a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut moves = Vec::with_capacity(MOST_LINES * usize::from(MOST_STEPS));
    let (mut x, mut y) = (0, 0);
    let (mut left, mut right, mut top, mut bottom) = (0, 0, 0, 0);
    Reader::new(text).lines_up_to(MOST_LINES, |line| {
        let direction = line.one_of(&["R ", "L ", "U ", "D "])?;
        let steps = line.number(1..=MOST_STEPS)?;
        moves.extend(std::iter::repeat_n([STAY + 1, STAY - 1, STAY - 3, STAY + 3][direction], steps.into()));
        x += [1, -1, 0, 0][direction] * i32::from(steps);
        y += [0, 0, -1, 1][direction] * i32::from(steps);
        (left, right) = (x.min(left), x.max(right));
        (top, bottom) = (y.min(top), y.max(bottom));
        Ok(())
    })?;
    let width = (right - left + 1) as usize;
    let start = -top as usize * width + -left as usize;
    Ok(Input { moves, width, height: (bottom - top + 1) as usize, start })
}

/// The cells visited by the one knot that follows.
pub fn part1(input: &Input) -> u32 {
    let mut state = usize::from(STAY);
    input.visited(|head| {
        let next = ONE[state][usize::from(head)];
        state = next.state.into();
        next.output
    })
}

/// The cells visited by the ninth knot that follows.
pub fn part2(input: &Input) -> u32 {
    let at_rest = (STATES - 1) / 2; // all three digits are `STAY`
    let mut states = [at_rest; 3];
    input.visited(|head| {
        states.iter_mut().fold(head, |input, state| {
            let next = THREE[*state][usize::from(input)];
            *state = next.state.into();
            next.output
        })
    })
}

impl Input {
    /// The cells visited by the last knot, whose moves follow from those of the head.
    #[inline(always)]
    fn visited(&self, mut follow: impl FnMut(u8) -> u8) -> u32 {
        let mut cells = vec![0_u64; (self.width * self.height).div_ceil(64)];
        let mut count = 1;
        let mut cell = self.start;
        cells[cell / 64] |= 1 << (cell % 64);
        // How the number of a cell changes, by move.
        let steps: [usize; MOVES] = std::array::from_fn(|number| {
            let (right, down) = ((number % 3).wrapping_sub(1), (number / 3).wrapping_sub(1));
            down.wrapping_mul(self.width).wrapping_add(right)
        });
        for &head in &self.moves {
            cell = cell.wrapping_add(steps[usize::from(follow(head))]);
            let word = &mut cells[cell / 64];
            count += u32::from(*word >> (cell % 64) & 1 == 0);
            *word |= 1 << (cell % 64);
        }
        count
    }
}
