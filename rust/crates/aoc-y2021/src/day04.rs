//! [Giant Squid](https://adventofcode.com/2021/day/4): bingo on boards of five by five. Part 1 scores the first board
//! to win and part 2 the last; a score is the sum of the numbers not yet drawn times the draw that won.
//!
//! The game is not played. Draws are distinct, so each number has the turn on which it is drawn; a line is full on
//! the latest turn of its five numbers, and a board wins on the earliest turn of its ten lines. The parts need the
//! board with the least turn and the one with the greatest, so that is all that is kept.
//!
//! A cell is two characters and each is looked up in a table, where a blank counts nothing in front of a digit. What
//! must not be there has the value [`FOREIGN`], whose bit no sum of good values reaches, so a row of fourteen
//! characters is checked with one test. A repeated number shows as a number last seen on the same board.
//!
//! Assumes nothing beyond the domain: 5 to 100 distinct draws; boards in exactly that layout, of distinct numbers of 0
//! to 99; one board that wins. A number that is never drawn has the turn [`NEVER`], after all others; boards that
//! never win do not count. Python plays the game; Haskell bisects for the winning turn with sets of bits.

use aoc_core::text::{InputError, Reader};

const FOREIGN: u8 = 128;
const NEVER: u8 = u8::MAX;

/// The draws, and the boards that win first and last.
pub struct Input {
    draws: Vec<u8>,
    first: Board,
    last: Board,
}

#[derive(Clone, Copy)]
struct Board {
    numbers: [[u8; 5]; 5],
    won: u8,
}

const TENS: [u8; 256] = {
    let mut tens = [FOREIGN; 256];
    tens[b' ' as usize] = 0;
    let mut ten = 1;
    while ten < 10 {
        tens[b'0' as usize + ten] = 10 * ten as u8;
        ten += 1;
    }
    tens
};

const ONES: [u8; 256] = {
    let mut ones = [FOREIGN; 256];
    let mut one = 0;
    while one < 10 {
        ones[b'0' as usize + one] = one as u8;
        one += 1;
    }
    ones
};

/// Reads the draws and the boards, and finds out when each board wins.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let draws: Vec<u8> = reader.numbers(0..=99, b',')?;
    let mut turns = [NEVER; 128];
    for (turn, &draw) in draws.iter().enumerate() {
        if turns[usize::from(draw)] != NEVER {
            return Err(reader.error(&format!("{draw} once only"), reader.at()));
        }
        turns[usize::from(draw)] = turn as u8;
    }
    if draws.len() < 5 {
        return Err(reader.error("at least five draws", reader.at()));
    }
    // The board, counted from one, on which a number was seen last.
    let mut seen = [0_usize; 128];
    let (mut first, mut last): (Option<Board>, Option<Board>) = (None, None);
    reader.newline()?;
    for count in 1.. {
        let mut board = Board { numbers: [[0; 5]; 5], won: NEVER };
        let mut columns = [0; 5];
        for numbers in &mut board.numbers {
            reader.newline()?;
            let start = reader.at();
            *numbers = row(&mut reader)?;
            let (mut complete, mut repeated) = (0, false);
            for (number, column) in numbers.iter().zip(&mut columns) {
                let number = usize::from(number % 128);
                repeated |= seen[number] == count;
                seen[number] = count;
                complete = turns[number].max(complete);
                *column = turns[number].max(*column);
            }
            if repeated {
                return Err(reader.error("numbers that are not on this board yet", start));
            }
            board.won = board.won.min(complete);
        }
        board.won = columns.into_iter().fold(board.won, u8::min);
        if board.won != NEVER {
            first = first.filter(|first| first.won <= board.won).or(Some(board));
            last = last.filter(|last| last.won > board.won).or(Some(board));
        }
        if reader.at_end() {
            break;
        }
        reader.newline()?;
    }
    match (first, last) {
        (Some(first), Some(last)) => Ok(Input { draws, first, last }),
        _ => Err(reader.too_soon("a board that wins")),
    }
}

/// Reads five numbers, two characters each, with a blank between.
#[inline(always)]
fn row(reader: &mut Reader) -> Result<[u8; 5], InputError> {
    if let Some(text) = reader.rest().first_chunk::<14>() {
        let tens = [0, 3, 6, 9, 12].map(|at| TENS[usize::from(text[at])]);
        let ones = [1, 4, 7, 10, 13].map(|at| ONES[usize::from(text[at])]);
        let cells = tens.iter().chain(&ones).fold(0, |all, &value| all | value);
        let gaps = [2, 5, 8, 11].into_iter().fold(0, |all, at| all | text[at] ^ b' ');
        if (cells & FOREIGN) | gaps == 0 {
            reader.skip(14);
            return Ok([0, 1, 2, 3, 4].map(|cell| tens[cell] + ones[cell]));
        }
    }
    Err(reader.error("five numbers like `12  3 45 67  8`", reader.at()))
}

/// The score of the first board to win.
pub fn part1(input: &Input) -> u64 {
    score(&input.draws, &input.first)
}

/// The score of the last board to win.
pub fn part2(input: &Input) -> u64 {
    score(&input.draws, &input.last)
}

fn score(draws: &[u8], board: &Board) -> u64 {
    let drawn = &draws[..=usize::from(board.won)];
    let marked = drawn.iter().fold(0_u128, |marked, draw| marked | 1 << draw);
    let unmarked = board.numbers.iter().flatten().filter(|&number| marked >> number & 1 == 0);
    unmarked.map(|&number| u64::from(number)).sum::<u64>() * u64::from(draws[usize::from(board.won)])
}
