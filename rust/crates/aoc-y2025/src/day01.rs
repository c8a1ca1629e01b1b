//! [Secret Entrance](https://adventofcode.com/2025/day/1): how often a dial with 100 positions points at 0
//! after a turn (part 1), or at any click (part 2).
//!
//! **No division.** The hundreds of an amount are its full turns, each of which passes 0 once. The last two
//! digits move the dial by less than a turn; to the left by `r` is to the right by `100 - r`, with one
//! subtraction if the sum reaches 100. Only this addition and this choice have to wait for the turn before.
//!
//! **Clicks on 0.** Let the last two digits of an amount move the dial from `p` to `q`. To the right it
//! passes 0, or ends there, if and only if `q < p`. To the left it does if and only if `p > 0`, and `q > p`
//! or `q = 0`. With `q - 1` and `p - 1` modulo 256, that is `q - 1 > p - 1` and `p > 0`, or simply
//! `q - 1 > p - 1`: at `p = 0` nothing is greater.
//!
//! **Parsing** is most of the work. A line with its end fits into a machine word, where all its digits are
//! checked and added up at once.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const POSITIONS: u8 = 100;
const START: u8 = 50;
const MOST_LINES: usize = 20_000;

/// The turns of the dial, at least one; in front of them stands a pretended turn that ends where the dial
/// starts.
pub struct Input {
    turns: Vec<Turn>,
}

/// One turn of the dial.
#[derive(Clone, Copy)]
struct Turn {
    left: bool,
    /// Where the dial points after the turn.
    to: u8,
    /// The number of full turns.
    full: u16,
}

/// Reads one turn a line, and follows the dial.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut turns = Vec::with_capacity(reader.rest().len() / 3 + 2);
    turns.push(Turn { left: false, to: START, full: 0 });
    let mut at = START;
    let turns = reader.fold_lines(turns, |turns, line| {
        if turns.len() > MOST_LINES {
            return Err(line.error("at most 20000 lines", line.at()));
        }
        let (left, full, rest) = match line.rest().first_chunk().and_then(short_turn) {
            Some((length, left, full, rest)) => {
                line.skip(length);
                (left, full, rest)
            }
            None => {
                let left = line.one_of(&["L", "R"])? == 0;
                let amount: u32 = line.number(1..=999_999)?;
                (left, amount / 100, (amount % 100) as u8)
            }
        };
        let sum = at + if left { POSITIONS - rest } else { rest };
        at = if sum >= POSITIONS { sum - POSITIONS } else { sum };
        turns.push(Turn { left, to: at, full: full as u16 });
        Ok(())
    })?;
    Ok(Input { turns })
}

/// Reads a letter and up to six digits, and gives their length, whether the turn is to the left, the hundreds
/// of the amount and the rest. What does not fit is read another way.
#[inline(always)]
fn short_turn(bytes: &[u8; 8]) -> Option<(usize, bool, u32, u8)> {
    let word = u64::from_le_bytes(*bytes);
    // Digits have bit 4 set, and a line end has not. Where the next line starts depends on no more than this.
    let length = (!word & swar::each(1 << 4) & !0xFF).trailing_zeros() / 8;
    // The values of the digits; the last digit comes to the highest byte, and zeros are in front.
    let digits = ((word ^ swar::each(b'0')) & !0xFF) << (64 - 8 * length);
    let (left, right) = (word as u8 == b'L', word as u8 == b'R');
    // No branch is taken on left and right, which are mistaken for each other half the time.
    let fits = (left | right) & (length < 8) & (digits != 0) & !swar::any_greater(digits, swar::each(9));
    fits.then(|| {
        let rest = 10 * (digits >> 48) as u8 + (digits >> 56) as u8;
        (length as usize, left, swar::decimal((digits >> 16) as u32), rest)
    })
}

/// The number of turns that end on 0.
pub fn part1(input: &Input) -> usize {
    input.turns.iter().filter(|turn| turn.to == 0).count()
}

/// The number of clicks on 0.
pub fn part2(input: &Input) -> u32 {
    let clicks = |from: &Turn, turn: &Turn| {
        let by_left = turn.left & (turn.to.wrapping_sub(1) > from.to.wrapping_sub(1));
        let by_right = !turn.left & (turn.to < from.to);
        u32::from(turn.full) + u32::from(by_left | by_right)
    };
    input.turns.iter().zip(&input.turns[1..]).map(|(from, turn)| clicks(from, turn)).sum()
}
