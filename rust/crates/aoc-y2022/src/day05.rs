//! [Supply Stacks](https://adventofcode.com/2022/day/5): the letters on top of stacks of crates after some
//! moves, if the crates of a move go one by one (part 1) or all together (part 2).
//!
//! **Backwards.** Only the final tops are asked for, so no crate is moved. A cursor stands for a crate: its
//! stack, and its depth below the top of that stack. It begins on a final top, and each move is undone, from
//! the last to the first. A move of `n` crates concerns a cursor in one of three cases:
//!
//! ```text
//! before the move    after it                          part 1           part 2
//! from, below n      to, depth d < n       depth was   n - 1 - d        d
//! to                 to, depth d >= n      depth was   d - n            d - n
//! from, n or more    from, depth d         depth was   d + n            d + n
//! ```
//!
//! At the end each cursor is the place of its crate in the drawing. Depths are counted from the top, so they
//! need no heights of stacks. The heights only serve to refuse moves, and to leave out stacks that end empty.
//!
//! **A cursor is one number**, `1024 * stack + depth`. Its bitwise difference from `1024 * s` is its depth if
//! it is in stack `s`, and at least 1024 if it is not; so one comparison with `n` tells whether it is one of
//! the crates that were moved to `s`. All nine cursors go through the moves together, which vectorises.

use aoc_core::text::{InputError, Reader};

const MOST_STACKS: usize = 9;
const MOST_ROWS: usize = 60;
const MOST_MOVES: usize = 1_000;
const NUMBERING: &[u8] = b" 1   2   3   4   5   6   7   8   9 ";
/// The columns from one stack to the next.
const PITCH: usize = 4;
/// The number of a cursor is its depth, plus this for each stack before its own.
const STACK: i16 = 1024;
const _: () = assert!(MOST_ROWS * MOST_STACKS < STACK as usize);
/// Two cursors added up fit 16 bits, also those that only fill up the last vector.
const _: () = assert!(2 * MOST_STACKS.next_multiple_of(8) * (STACK as usize) <= 1 << 15);

/// The letters of each stack, from the top to the bottom.
type Stacks = [Vec<u8>; MOST_STACKS];

/// The drawing and the moves.
pub struct Input {
    stacks: Stacks,
    moves: Vec<Move>,
    /// Whether each stack is empty after all moves.
    ends_empty: [bool; MOST_STACKS],
}

struct Move {
    count: i16,
    /// The cursors of the tops of both stacks.
    from: i16,
    to: i16,
}

/// Reads the drawing and the moves.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut stacks = Stacks::default();
    let mut longest = 0;
    for rows in 0.. {
        if rows > 0 && reader.rest().starts_with(b" 1") {
            break;
        }
        if rows == MOST_ROWS {
            return Err(reader.error("at most 60 rows of crates", reader.at()));
        }
        longest = longest.max(row(&mut reader, &mut stacks)?);
        reader.newline()?;
    }
    let stack_count = numbering(&mut reader, longest)?;
    reader.blank_line()?;
    let mut heights = stacks.each_ref().map(Vec::len);
    let moves = reader.lines_up_to(MOST_MOVES, |line| one_move(line, &mut heights[..stack_count]))?;
    Ok(Input { stacks, moves, ends_empty: heights.map(|height| height == 0) })
}

/// Reads a row of crates onto the stacks, and gives its length.
fn row(reader: &mut Reader, stacks: &mut Stacks) -> Result<usize, InputError> {
    let start = reader.at();
    let row = reader.word(|byte| matches!(byte, b'[' | b']' | b' ' | b'A'..=b'Z'), "a row of crates")?;
    if row.trim_ascii().is_empty() || row.len() >= PITCH * MOST_STACKS {
        return Err(reader.error("a row of crates for up to 9 stacks", start));
    }
    let cell = |column: usize| row.get(column).copied().unwrap_or(b' ');
    for (stack, column) in stacks.iter_mut().zip((0..).step_by(PITCH)) {
        match [0, 1, 2, 3].map(|more| cell(column + more)) {
            [b'[', letter @ b'A'..=b'Z', b']', b' '] => stack.push(letter),
            [b' ', b' ', b' ', b' '] if stack.is_empty() => {}
            _ => {
                return Err(
                    reader.error("a crate, or blanks with no crate above", start + column.min(row.len()))
                );
            }
        }
    }
    Ok(row.len())
}

/// Reads the numbers of the stacks, and gives the greatest. They must not end before the longest row of
/// crates.
fn numbering(reader: &mut Reader, longest: usize) -> Result<usize, InputError> {
    let start = reader.at();
    let line = reader.word(|byte| byte != b'\n', "the numbers of the stacks")?;
    let last = line.len().div_ceil(PITCH);
    // The blank after the last number may be missing.
    if !NUMBERING.starts_with(line) || line.len() % PITCH < 2 || longest >= PITCH * last {
        return Err(reader.error("the numbers from 1 on, one for each stack", start));
    }
    Ok(last)
}

/// Reads one move, and changes the heights of the stacks.
#[inline(always)]
fn one_move(line: &mut Reader, heights: &mut [usize]) -> Result<Move, InputError> {
    let start = line.at();
    line.literal("move ")?;
    let count = line.number(1..=MOST_ROWS * MOST_STACKS)?;
    line.literal(" from ")?;
    let from = line.number(1..=heights.len())? - 1;
    line.literal(" to ")?;
    let to = line.number(1..=heights.len())? - 1;
    if from == to || count > heights[from] {
        return Err(line.error("another stack, and no more crates than there are", start));
    }
    heights[from] -= count;
    heights[to] += count;
    Ok(Move { count: count as i16, from: STACK * from as i16, to: STACK * to as i16 })
}

/// The letters on top if crates are moved one by one.
pub fn part1(input: &Input) -> String {
    tops(input, |count, depth| count - 1 - depth)
}

/// The letters on top if crates are moved together.
pub fn part2(input: &Input) -> String {
    tops(input, |_, depth| depth)
}

/// The letters on top, by the depth that a crate had before it was moved with others.
#[inline(always)]
fn tops(input: &Input, depth_before: impl Fn(i16, i16) -> i16) -> String {
    // The cursors after the ninth only fill up the last vector.
    let mut cursors: [i16; MOST_STACKS.next_multiple_of(8)] = std::array::from_fn(|at| STACK * at as i16);
    for &Move { count, from, to } in input.moves.iter().rev() {
        for cursor in &mut cursors {
            // The cursor's depth in both stacks, or more than any depth if it is in another one.
            let (in_from, in_to) = (*cursor ^ from, *cursor ^ to);
            let more = if in_from < STACK { count } else { 0 };
            let less = if in_to < STACK { count } else { 0 };
            let moved = from + depth_before(count, in_to);
            *cursor = if in_to < count { moved } else { *cursor + more - less };
        }
    }
    let kept = cursors.iter().zip(input.ends_empty).filter(|&(_, is_empty)| !is_empty);
    kept.map(|(&cursor, _)| char::from(input.stacks[(cursor / STACK) as usize][(cursor % STACK) as usize]))
        .collect()
}
