//! [Giant Squid](https://adventofcode.com/2021/day/4): the score of the bingo board that wins first, and of
//! the one that wins last.
//!
//! The game is not played. Draws are distinct, so each number has the turn on which it is drawn. A line is
//! complete on the latest turn of its five numbers, and a board wins on the earliest turn of its ten lines.
//! Boards that win on the same turn count in their order: `min_by_key` takes the first of them, and
//! `max_by_key` the last.
//!
//! A cell is two characters, and each is looked up in a table. What must not be there has the value
//! `FOREIGN`, whose bit no sum of good values reaches, so a row of fourteen characters is checked with one
//! test. A repeated number is found by the board on which each number was seen last.
//!
//! Assumes the domain: 5 to 100 distinct draws, boards of distinct numbers of 0 to 99, and at least one board
//! that wins. A number that is never drawn has the turn `NEVER`, after all others.

use aoc_core::text::{InputError, Reader};

const FOREIGN: u8 = 128;
const NEVER: u8 = u8::MAX;

/// The draws, and the boards that win.
pub struct Input {
    draws: Vec<u8>,
    boards: Vec<Board>,
}

struct Board {
    numbers: [[u8; 5]; 5],
    /// The turn on which it wins.
    won: u8,
}

/// Reads the draws and the boards.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let draws: Vec<u8> = reader.numbers(0..=99, b',')?;
    let mut turns = [NEVER; 128];
    for (turn, &draw) in draws.iter().enumerate() {
        if turns[usize::from(draw)] != NEVER {
            return Err(reader.error(&format!("{draw} only once"), reader.at()));
        }
        turns[usize::from(draw)] = turn as u8;
    }
    if draws.len() < 5 {
        return Err(reader.error("at least five draws", reader.at()));
    }
    let mut boards = Vec::with_capacity(128);
    // The board, counted from one, on which a number was seen last.
    let mut seen = [0; 128];
    reader.newline()?;
    for count in 1.. {
        let board = board(&mut reader, &turns, &mut seen, count)?;
        if board.won != NEVER {
            boards.push(board);
        }
        if reader.at_end() {
            break;
        }
        reader.newline()?;
    }
    if boards.is_empty() {
        return Err(reader.too_soon("a board that wins"));
    }
    Ok(Input { draws, boards })
}

/// Reads five rows, each after a line end, and finds out when the board wins.
#[inline]
fn board(
    reader: &mut Reader,
    turns: &[u8; 128],
    seen: &mut [usize; 128],
    count: usize,
) -> Result<Board, InputError> {
    let mut board = Board { numbers: [[0; 5]; 5], won: NEVER };
    let mut columns = [0; 5];
    for numbers in &mut board.numbers {
        reader.newline()?;
        let start = reader.at();
        *numbers = row(reader)?;
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
    Ok(board)
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

const ONES: [u8; 256] = digits(1);

/// A blank counts nothing in front of a digit, where a zero must not be.
const TENS: [u8; 256] = {
    let mut tens = digits(10);
    tens[b'0' as usize] = FOREIGN;
    tens[b' ' as usize] = 0;
    tens
};

/// The value of each digit at a place of some weight.
const fn digits(weight: u8) -> [u8; 256] {
    let mut values = [FOREIGN; 256];
    let mut digit = 0;
    while digit < 10 {
        values[(b'0' + digit) as usize] = digit * weight;
        digit += 1;
    }
    values
}

/// The score of the first board to win.
pub fn part1(input: &Input) -> Option<u64> {
    let first = input.boards.iter().min_by_key(|board| board.won)?;
    Some(score(&input.draws, first))
}

/// The score of the last board to win.
pub fn part2(input: &Input) -> Option<u64> {
    let last = input.boards.iter().max_by_key(|board| board.won)?;
    Some(score(&input.draws, last))
}

/// The sum of the numbers that are not drawn when the board wins, times the number that is drawn last.
fn score(draws: &[u8], board: &Board) -> u64 {
    let drawn = &draws[..=usize::from(board.won)];
    let marked = drawn.iter().fold(0_u128, |marked, draw| marked | 1 << draw);
    let unmarked = board.numbers.iter().flatten().filter(|&number| marked >> number & 1 == 0);
    unmarked.map(|&number| u64::from(number)).sum::<u64>() * u64::from(draws[usize::from(board.won)])
}
