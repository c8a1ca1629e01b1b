//! [Trash Compactor](https://adventofcode.com/2025/day/6): problems side by side on a sheet, each with an
//! operator below; the sum of their results if a problem's numbers are its rows (part 1), or its columns,
//! read downward (part 2).
//!
//! **Rows** are at most four characters wide, and fit into a machine word. Blanks become zeros. A shift moves
//! the last digit to the highest byte, and all four digits are read at once. Where the number stands does not
//! matter.
//!
//! ```text
//! 1 2 _ _    the characters of a row, the lowest byte first
//! 1 2 0 0    their values
//! 0 0 1 2    shifted by the two bytes above the last digit: 0012
//! ```
//!
//! **Columns** are read for the whole sheet at once, row after row. A digit is appended to its column's
//! number: ten times the number, plus the digit. A blank leaves the number as it is. That vectorises.
//!
//! ```text
//! 12     1   2
//!  3     1  23    the sheet, and the columns' numbers after each row
//! 4     14  23
//! ```
//!
//! Four numbers of four digits make a product below 10^16, and 5,000 of those can exceed 64 bits together.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_ROWS: usize = 4;
const MOST_PROBLEMS: usize = 5_000;
/// The greatest width of a problem.
const WIDEST: usize = 4;
/// A digit's character has this bit, and a blank has not.
const DIGIT: u8 = 1 << 4;

/// A sheet of problems.
pub struct Input {
    /// The rows of numbers, filled up with blanks so that a word can be read at each problem.
    rows: Vec<Vec<u8>>,
    problems: Vec<Problem>,
}

/// One problem: in each row there is one number, and in each column a digit.
struct Problem {
    /// The leftmost column.
    left: usize,
    width: usize,
    multiply: bool,
}

/// Reads rows of numbers and the row of operators. Lines that are cut short end in blanks.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rows: Vec<&[u8]> = Vec::new();
    while rows.is_empty() || !is_operators(reader.rest()) {
        if rows.len() == MOST_ROWS || reader.at_end() {
            return Err(reader.error("a row of operators below 1 to 4 rows of numbers", reader.at()));
        }
        let (start, usual) = (reader.at(), rows.last().map_or(0, |row| row.len()));
        let numbers =
            row(&mut reader, usual, |byte| matches!(byte, b' ' | b'0'..=b'9'), "a digit or a blank")?;
        if numbers.trim_ascii_end().is_empty() {
            return Err(reader.error("a row of numbers or operators", start));
        }
        rows.push(numbers);
        reader.newline()?;
    }
    let operators =
        row(&mut reader, rows[0].len(), |byte| matches!(byte, b' ' | b'+' | b'*'), "`+`, `*` or a blank")?;
    reader.end()?;

    // Blanks at the ends of the lines may be missing or too many: from now on, eight follow the last problem.
    let ends = rows.iter().chain([&operators]).map(|row| row.trim_ascii_end().len());
    let end = ends.fold(0, usize::max);
    let fill = |row: &[u8]| {
        let mut filled = Vec::with_capacity(end + 8);
        filled.extend_from_slice(&row[..end.min(row.len())]);
        filled.resize(end + 8, b' ');
        filled
    };
    let rows: Vec<Vec<u8>> = rows.into_iter().map(fill).collect();
    match problems(&rows, &fill(operators), end) {
        Ok(problems) => Ok(Input { rows, problems }),
        Err(message) => Err(reader.error_of_whole(message)),
    }
}

/// Whether the first character of the line that is not a blank is an operator.
fn is_operators(text: &[u8]) -> bool {
    matches!(text.iter().find(|&&byte| byte != b' '), Some(b'+' | b'*'))
}

/// Reads a line of allowed characters; `usual` is the length that it probably has.
fn row<'a>(
    reader: &mut Reader<'a>,
    usual: usize,
    allowed: impl Fn(u8) -> bool,
    expected: &str,
) -> Result<&'a [u8], InputError> {
    if reader.peek() == Some(b'\n') {
        return Ok(&[]);
    }
    let row = reader.word_as_long(usual, allowed, expected)?;
    if reader.at_end() || reader.peek() == Some(b'\n') {
        Ok(row)
    } else {
        Err(reader.error(expected, reader.at()))
    }
}

/// Finds the problems from left to right.
fn problems(rows: &[Vec<u8>], operators: &[u8], end: usize) -> Result<Vec<Problem>, &'static str> {
    let mut problems = Vec::with_capacity(end / 2 + 1);
    let mut left = 0;
    while left < end {
        let problem = problem(rows, operators, left)?;
        left += problem.width + 1;
        problems.push(problem);
    }
    if problems.len() > MOST_PROBLEMS { Err("there are more than 5000 problems") } else { Ok(problems) }
}

/// Finds the problem from a column on, which reaches to the first column without a digit.
#[inline(always)]
fn problem(rows: &[Vec<u8>], operators: &[u8], left: usize) -> Result<Problem, &'static str> {
    let digits = rows.iter().fold(0, |any, row| any | word(row, left)) & swar::each(DIGIT);
    let width = (!digits & swar::each(DIGIT)).trailing_zeros() as usize / 8;
    if !(1..=WIDEST).contains(&width) {
        return Err("the problems are not 1 to 4 columns wide, with one blank column between two of them");
    }
    let inside = u64::MAX >> (64 - 8 * width);
    if operators[left] == b' ' || ((word(operators, left) ^ swar::each(b' ')) >> 8) & inside != 0 {
        return Err("a problem does not have one operator, in its leftmost column");
    }
    for row in rows {
        let digits = word(row, left) & inside & swar::each(DIGIT);
        // A number starts at a digit with no digit before it, which is one byte lower.
        let starts = digits & !(digits << 8);
        if !starts.is_power_of_two() {
            return Err("a row of a problem does not have one number without a gap");
        }
    }
    Ok(Problem { left, width, multiply: operators[left] == b'*' })
}

/// Eight characters from a column on, the first one in the lowest byte.
#[inline(always)]
fn word(row: &[u8], column: usize) -> u64 {
    row[column..].first_chunk().map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

/// The sum of the results with the rows as numbers.
pub fn part1(input: &Input) -> u128 {
    let number = |row: &Vec<u8>, problem: &Problem| {
        let cells = word(row, problem.left) as u32 & u32::MAX >> (32 - 8 * problem.width);
        let digits = cells & 0x1010_1010;
        u64::from(swar::decimal((cells & 0x0F0F_0F0F) << (digits.leading_zeros() / 8 * 8)))
    };
    let results = input.problems.iter().map(|problem| {
        let numbers = input.rows.iter().map(|row| number(row, problem));
        let (sum, product) = numbers.fold((0, 1), |(sum, product), number| (sum + number, product * number));
        if problem.multiply { product } else { sum }
    });
    results.map(u128::from).sum()
}

/// The sum of the results with the columns as numbers.
pub fn part2(input: &Input) -> u128 {
    let mut columns = vec![0_u16; input.rows[0].len()];
    for row in &input.rows {
        for (number, &byte) in columns.iter_mut().zip(row) {
            let longer = 10 * *number + u16::from(byte & 0xF);
            *number = if byte & DIGIT != 0 { longer } else { *number };
        }
    }
    let results = input.problems.iter().map(|problem| {
        let (mut sum, mut product) = (0, 1);
        for (at, &number) in columns[problem.left..][..WIDEST].iter().enumerate() {
            let inside = at < problem.width;
            sum += if inside { u64::from(number) } else { 0 };
            product *= if inside { u64::from(number) } else { 1 };
        }
        if problem.multiply { product } else { sum }
    });
    results.map(u128::from).sum()
}
