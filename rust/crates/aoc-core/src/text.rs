//! The reader that every day shares: a cursor that checks each byte it passes and says where a text goes
//! wrong.
//!
//! Its lines end in LF: [`run`](crate::run) has turned CRLF into LF before. Any run of line ends at the very
//! end is dropped, and nothing else is forgiven. A fault of syntax names the first line at which no valid
//! input could go on, which is one past the last line where the text merely ends too soon. A fault of the
//! text as a whole names no line.

use std::error::Error;
use std::fmt;
use std::ops::RangeInclusive;

use crate::grid::Grid;
use crate::swar;

/// Why a text was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputError {
    /// What was expected there, or what is wrong with the whole.
    pub message: String,
    /// Where the fault is, unless the text is wrong as a whole.
    pub place: Option<Place>,
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl Place {
    /// Its line as people are shown it, and a caret under the column. Of a long line there are `most`
    /// characters, around the column; what is not ASCII or cannot be seen is a question mark, so that the
    /// caret stands right.
    ///
    /// ```
    /// use aoc_core::text::Place;
    ///
    /// assert_eq!(Place { line: 2, column: 3 }.excerpt("12\n34x\n", 60), ["34x", "  ^"]);
    /// ```
    pub fn excerpt(self, text: &str, most: usize) -> [String; 2] {
        let line = text.split('\n').nth(self.line - 1).unwrap_or_default();
        let line: Vec<char> = line.strip_suffix('\r').unwrap_or(line).chars().collect();
        let column = self.column - 1;
        let start = column.saturating_sub(most / 2).min(line.len().saturating_sub(most));
        let shown = line.iter().skip(start).take(most);
        let shown = shown.map(|&c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }).collect();
        [shown, " ".repeat(column - start) + "^"]
    }
}

impl InputError {
    /// A fault that has no place in the text.
    pub fn of_whole(message: impl Into<String>) -> Self {
        InputError { message: message.into(), place: None }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(out, "{line}:{column}: ")?;
        }
        out.write_str(&self.message)
    }
}

impl Error for InputError {}

/// A type that numbers are read as.
pub trait Number: Copy {
    /// The number as the reader works with it.
    fn wide(self) -> i64;
    /// The number that is known to fit.
    fn narrow(wide: i64) -> Self;
}

macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl Number for $type {
            #[inline(always)]
            fn wide(self) -> i64 {
                self as i64
            }
            #[inline(always)]
            fn narrow(wide: i64) -> Self {
                wide as $type
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

/// A cursor over a text. Whatever does not fit is refused with an [`InputError`].
///
/// ```
/// use aoc_core::text::{InputError, Reader};
///
/// /// Reads lines such as `move 3 from 2`.
/// fn parse(text: &str) -> Result<Vec<(u32, usize)>, InputError> {
///     Reader::new(text).lines(|line| {
///         line.literal("move ")?;
///         let count = line.number(1..=99)?;
///         line.literal(" from ")?;
///         Ok((count, line.number(1..=9)?))
///     })
/// }
///
/// assert_eq!(parse("move 3 from 2\nmove 17 from 9\n"), Ok(vec![(3, 2), (17, 9)]));
/// assert_eq!(parse("move 3 from 2\nmove 0 from 9\n").unwrap_err().to_string(), "2:6: expected a number from 1 to 99");
/// ```
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte; the line ends that close the text are left out.
    #[inline]
    pub fn new(text: &'a str) -> Self {
        let mut bytes = text.as_bytes();
        while let [rest @ .., b'\n'] = bytes {
            bytes = rest;
        }
        Reader { bytes, at: 0 }
    }

    /// Everything that is still to be read.
    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    /// The next byte, left in place; `None` at the end of the text.
    #[inline]
    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// How many bytes have been read: a place to name in [`error`](Self::error) later.
    #[inline]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes over bytes that the caller has checked.
    #[inline]
    pub fn skip(&mut self, count: usize) {
        debug_assert!(count <= self.rest().len());
        self.at += count;
    }

    /// Whether the text is used up.
    #[inline]
    pub fn at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// Reads a whole number in decimal that lies in a range. Leading zeros are allowed; a minus sign only
    /// where the range begins below zero.
    #[inline(always)] // its bounds are constants, which fold away
    pub fn number<T: Number>(&mut self, range: RangeInclusive<T>) -> Result<T, InputError> {
        self.number_between(range.start().wide(), range.end().wide())
    }

    #[inline(always)]
    fn number_between<T: Number>(&mut self, low: i64, high: i64) -> Result<T, InputError> {
        let start = self.at;
        let minus = low < 0 && self.peek() == Some(b'-');
        self.at += usize::from(minus);
        if let Some(size) = self.digits(low.unsigned_abs().max(high.unsigned_abs())) {
            let value = if minus { -(size as i64) } else { size as i64 };
            // Without a sign there is one bound to check, as `digits` has checked the other.
            let fits = if low < 0 { (low..=high).contains(&value) } else { size >= low as u64 };
            if fits {
                return Ok(T::narrow(value));
            }
        }
        Err(not_a_number(self.bytes, low, high, start))
    }

    /// Reads digits, at least one, that make a number of at most `most`.
    #[inline(always)]
    fn digits(&mut self, most: u64) -> Option<u64> {
        debug_assert!(most < 1 << 58);
        let start = self.at;
        let mut value = 0;
        // Nearly every number is short. This loop is unrolled and checks the text's length only once.
        if let Some(chunk) = self.rest().first_chunk::<6>() {
            let mut short = 0_u32;
            for (length, byte) in chunk.iter().enumerate() {
                let digit = byte.wrapping_sub(b'0');
                if digit > 9 {
                    self.at += length;
                    return if length > 0 && u64::from(short) <= most { Some(short.into()) } else { None };
                }
                short = short * 10 + u32::from(digit);
            }
            value = short.into();
            self.at += chunk.len();
        }
        // Numbers that may be much longer go on with eight digits at a time.
        while most >= 10_u64.pow(13)
            && value <= most / 100_000_000
            && let Some(chunk) = self.rest().first_chunk()
            && let Some(eight) = swar::eight_digits(u64::from_le_bytes(*chunk))
        {
            value = value * 100_000_000 + u64::from(eight);
            self.at += chunk.len();
        }
        while let Some(digit) = self.peek().map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10) {
            if value > most {
                return None;
            }
            value = value * 10 + u64::from(digit);
            self.at += 1;
        }
        if self.at > start && value <= most { Some(value) } else { None }
    }

    /// Reads one or more numbers with a separator between each two.
    #[inline(always)] // as for one number
    pub fn numbers<T: Number>(
        &mut self,
        range: RangeInclusive<T>,
        separator: u8,
    ) -> Result<Vec<T>, InputError> {
        self.numbers_between(range.start().wide(), range.end().wide(), separator)
    }

    #[inline]
    fn numbers_between<T: Number>(
        &mut self,
        low: i64,
        high: i64,
        separator: u8,
    ) -> Result<Vec<T>, InputError> {
        // A number and its separator take two bytes or more.
        let mut numbers = Vec::with_capacity(self.rest().len() / 2 + 1);
        loop {
            numbers.push(self.number_between(low, high)?);
            if self.peek() != Some(separator) {
                return Ok(numbers);
            }
            self.at += 1;
        }
    }

    /// Reads the two ends of a span, such as `-5..12`: the first must not be greater than the last.
    #[inline(always)]
    pub fn span<T: Number>(
        &mut self,
        range: RangeInclusive<T>,
        separator: &str,
    ) -> Result<RangeInclusive<T>, InputError> {
        let start = self.at;
        let first = self.number(range.clone())?;
        self.literal(separator)?;
        let last = self.number(range)?;
        if first.wide() > last.wide() {
            return Err(self.error("a span from low to high", start));
        }
        Ok(first..=last)
    }

    /// Reads exactly this text.
    #[inline]
    pub fn literal(&mut self, text: &str) -> Result<(), InputError> {
        if !self.rest().starts_with(text.as_bytes()) {
            return Err(not_the_literal(self.bytes, text, self.at));
        }
        self.at += text.len();
        Ok(())
    }

    /// Reads the first of some words that stands here, and gives its index.
    ///
    /// ```
    /// # use aoc_core::text::Reader;
    /// let mut reader = Reader::new("down 5");
    /// assert_eq!(reader.one_of(&["forward ", "down ", "up "]), Ok(1));
    /// assert_eq!(reader.one_of(&["2", "3", "4"]).unwrap_err().to_string(), "1:6: expected `2`, `3` or `4`");
    /// ```
    #[inline]
    pub fn one_of(&mut self, words: &[&str]) -> Result<usize, InputError> {
        match words.iter().position(|word| self.rest().starts_with(word.as_bytes())) {
            Some(found) => {
                self.at += words[found].len();
                Ok(found)
            }
            None => Err(none_of(self.bytes, words, self.at)),
        }
    }

    /// Reads the longest run of allowed bytes, at least one.
    #[inline]
    pub fn word(&mut self, allowed: impl Fn(u8) -> bool, expected: &str) -> Result<&'a [u8], InputError> {
        let rest = self.rest();
        let length = rest.iter().position(|&byte| !allowed(byte)).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.error(expected, self.at));
        }
        self.at += length;
        Ok(&rest[..length])
    }

    /// Reads a word like [`word`](Self::word), which is probably as long as another was: then it is checked
    /// as a whole, which vectorises.
    #[inline]
    pub fn word_as_long(
        &mut self,
        usual: usize,
        allowed: impl Fn(u8) -> bool,
        expected: &str,
    ) -> Result<&'a [u8], InputError> {
        match self.rest().split_at_checked(usual) {
            Some((word @ [_, ..], rest))
                if !rest.first().is_some_and(|&byte| allowed(byte))
                    && word.iter().fold(true, |all, &byte| all & allowed(byte)) =>
            {
                self.at += usual;
                Ok(word)
            }
            _ => self.word(allowed, expected),
        }
    }

    /// Reads a name of 1 to `most` letters a-z, and at most 8, as a number: its first letter is the lowest
    /// byte.
    ///
    /// ```
    /// # use aoc_core::text::Reader;
    /// let mut reader = Reader::new("rx, abc");
    /// assert_eq!(reader.name(2), Ok(u64::from_le_bytes(*b"rx\0\0\0\0\0\0")));
    /// reader.skip(2);
    /// assert_eq!(reader.name(2).unwrap_err().to_string(), "1:5: expected a name of 1 to 2 letters a-z");
    /// ```
    #[inline]
    pub fn name(&mut self, most: usize) -> Result<u64, InputError> {
        debug_assert!(most <= 8);
        let letters = self.rest().iter().take(most + 1).take_while(|byte| byte.is_ascii_lowercase());
        let pack = |(name, length), &letter| (name | u128::from(letter) << (8 * length), length + 1);
        let (name, length) = letters.fold((0, 0), pack);
        if !(1..=most).contains(&length) {
            return Err(not_a_name(self.bytes, most, self.at));
        }
        self.at += length;
        Ok(name as u64)
    }

    /// Reads exactly one line end.
    #[inline]
    pub fn newline(&mut self) -> Result<(), InputError> {
        match self.peek() {
            Some(b'\n') => self.at += 1,
            None => return Err(self.too_soon("another line")),
            Some(_) => return Err(self.error("the end of the line", self.at)),
        }
        Ok(())
    }

    /// Reads the end of a line and the empty line after it.
    #[inline]
    pub fn blank_line(&mut self) -> Result<(), InputError> {
        self.newline()?;
        match self.peek() {
            Some(b'\n') => self.at += 1,
            _ => return Err(self.error("a blank line", self.at)),
        }
        Ok(())
    }

    /// Checks that the text ends here.
    #[inline]
    pub fn end(&self) -> Result<(), InputError> {
        if self.at_end() { Ok(()) } else { Err(too_long(self.bytes, self.at)) }
    }

    /// Reads one item a line up to the end of the text.
    #[inline]
    pub fn lines<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, InputError>,
    ) -> Result<Vec<T>, InputError> {
        // Rarely is a line shorter than four bytes.
        let mut items = Vec::with_capacity(self.rest().len() / 4 + 1);
        loop {
            items.push(item(self)?);
            if self.at_end() {
                return Ok(items);
            }
            self.newline()?;
        }
    }

    /// Reads one item a line like [`lines`](Self::lines); a line more than `most` is refused.
    ///
    /// ```
    /// # use aoc_core::text::Reader;
    /// let numbers = |text| Reader::new(text).lines_up_to(2, |line| line.number(0..=9));
    /// assert_eq!(numbers("3\n4"), Ok(vec![3, 4]));
    /// assert_eq!(numbers("3\n4\n5").unwrap_err().to_string(), "3:1: expected at most 2 lines");
    /// ```
    #[inline]
    pub fn lines_up_to<T>(
        &mut self,
        most: usize,
        item: impl FnMut(&mut Self) -> Result<T, InputError>,
    ) -> Result<Vec<T>, InputError> {
        self.lines(up_to(most, item))
    }

    /// Reads one item a line like [`block`](Self::block); a line more than `most` is refused.
    #[inline]
    pub fn block_up_to<T>(
        &mut self,
        most: usize,
        item: impl FnMut(&mut Self) -> Result<T, InputError>,
    ) -> Result<Vec<T>, InputError> {
        self.block(up_to(most, item))
    }

    /// Reads one item a line up to a blank line, at the line end before which it stops, or up to the end of
    /// the text.
    #[inline]
    pub fn block<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, InputError>,
    ) -> Result<Vec<T>, InputError> {
        let mut items = Vec::new();
        loop {
            items.push(item(self)?);
            match *self.rest() {
                [] | [b'\n', b'\n', ..] => return Ok(items),
                _ => self.newline()?,
            }
        }
    }

    /// Reads blocks with a blank line between two, up to the end of the text. More than `most` of `what` are
    /// refused. `block` is told how many blocks come before.
    ///
    /// ```
    /// # use aoc_core::text::Reader;
    /// let lists = |text| Reader::new(text).blocks_up_to(2, "lists", |list, _| list.numbers(0..=9, b','));
    /// assert_eq!(lists("3,4\n\n5"), Ok(vec![vec![3, 4], vec![5]]));
    /// assert_eq!(lists("3\n\n4\n\n5").unwrap_err().to_string(), "5:1: expected at most 2 lists");
    /// ```
    #[inline]
    pub fn blocks_up_to<T>(
        &mut self,
        most: usize,
        what: &str,
        mut block: impl FnMut(&mut Self, usize) -> Result<T, InputError>,
    ) -> Result<Vec<T>, InputError> {
        let mut blocks = Vec::with_capacity(most);
        loop {
            if blocks.len() == most {
                return Err(self.error(&format!("at most {most} {what}"), self.at));
            }
            blocks.push(block(self, blocks.len())?);
            if self.at_end() {
                return Ok(blocks);
            }
            self.blank_line()?;
        }
    }

    /// Reads line after line up to the end of the text, each into what the lines before have made.
    ///
    /// ```
    /// # use aoc_core::text::Reader;
    /// let sum = Reader::new("3\n4").fold_lines(0, |sum, line| {
    ///     *sum += line.number(0..=9)?;
    ///     Ok(())
    /// });
    /// assert_eq!(sum, Ok(7));
    /// ```
    #[inline]
    pub fn fold_lines<T>(
        &mut self,
        initial: T,
        mut line: impl FnMut(&mut T, &mut Self) -> Result<(), InputError>,
    ) -> Result<T, InputError> {
        let mut folded = initial;
        loop {
            line(&mut folded, self)?;
            if self.at_end() {
                return Ok(folded);
            }
            self.newline()?;
        }
    }

    /// Reads a grid of allowed bytes, up to the end of the text or a blank line, and stops at the end of its
    /// last row. It has at most `most` rows and columns.
    #[inline]
    pub fn grid(
        &mut self,
        allowed: impl Fn(u8) -> bool,
        expected: &str,
        most: usize,
    ) -> Result<Grid, InputError> {
        let mut grid = Grid { width: 0, height: 0, cells: Vec::with_capacity(self.rest().len()) };
        self.grid_rows(allowed, expected, most, |row| {
            grid.width = row.len();
            grid.height += 1;
            grid.cells.extend_from_slice(row);
        })?;
        Ok(grid)
    }

    /// Reads a grid like [`grid`](Self::grid), but leaves each row to the caller.
    #[inline]
    pub fn grid_rows(
        &mut self,
        allowed: impl Fn(u8) -> bool,
        expected: &str,
        most: usize,
        mut row: impl FnMut(&'a [u8]),
    ) -> Result<(), InputError> {
        let width = self.rest().iter().take_while(|&&byte| byte != b'\n').count();
        for height in 1.. {
            let start = self.at;
            // A row is checked as a whole, which vectorises; the place of a mistake is looked for afterwards.
            let cells = self.bytes.get(start..start + width).unwrap_or_default();
            if !(1..=most).contains(&cells.len())
                || !cells.iter().fold(true, |all, &byte| all & allowed(byte))
            {
                return Err(not_a_row(self.bytes, allowed, expected, width.min(most), start));
            }
            row(cells);
            self.at += width;
            match *self.rest() {
                [] | [b'\n', b'\n', ..] => return Ok(()),
                [b'\n', ..] if height < most => self.at += 1,
                [b'\n', ..] => return Err(self.error(&format!("at most {most} rows"), self.at + 1)),
                _ => return Err(self.error(&format!("a row of {width} like the first"), self.at)),
            }
        }
        unreachable!("the rows of a text are finitely many")
    }

    /// Reads a grid like [`grid`](Self::grid), at least three by three, with `#` all around: the last row may
    /// be checked only by [`Walled::whole`], as it might have been followed by others. No mark comes twice.
    #[inline]
    pub fn walled_grid<const N: usize>(
        &mut self,
        allowed: impl Fn(u8) -> bool,
        marks: [u8; N],
        expected: &str,
        most: usize,
    ) -> Result<Walled<N>, InputError> {
        let start = self.at;
        let mut grid = Grid { width: 0, height: 0, cells: Vec::with_capacity(self.rest().len()) };
        let mut found = [None; N];
        let mut fault = None;
        let is_allowed = |byte| allowed(byte) | (byte == b'#') | marks.contains(&byte);
        let read = self.grid_rows(is_allowed, expected, most, |row| {
            let at = grid.cells.len();
            let walls = if at == 0 { row } else { &[row[0], row[row.len() - 1]] };
            let mut fits = row.len() >= 3 && walls.iter().fold(true, |all, &byte| all & (byte == b'#'));
            for (mark, found) in marks.iter().zip(&mut found) {
                // Most rows have none, which is seen fast as it vectorises.
                if row.iter().fold(false, |any, byte| any | (byte == mark)) {
                    let mut places = row.iter().enumerate().filter(|(_, byte)| *byte == mark);
                    fits &= found.is_none();
                    *found = places.next().map(|(x, _)| at + x);
                    fits &= places.next().is_none();
                }
            }
            if !fits && fault.is_none() {
                fault = Some(start + at + grid.height);
            }
            grid.width = row.len();
            grid.height += 1;
            grid.cells.extend_from_slice(row);
        });
        // What is wrong in a row that was passed comes before what `grid_rows` has found.
        if let Some(at) = fault {
            return Err(self.error("a row with `#` at the sides, of 3 cells or more, and no mark twice", at));
        }
        read?;
        if grid.height < 3 {
            Err(self.too_few_rows("a third row"))
        } else {
            Ok(Walled { grid, marks, found })
        }
    }

    /// Builds the error for a place remembered from [`at`](Self::at).
    #[inline]
    pub fn error(&self, expected: &str, at: usize) -> InputError {
        error(self.bytes, expected, at)
    }

    /// Builds the error for a text that ends where more is needed: it names the line after the last.
    #[inline]
    pub fn too_soon(&self, expected: &str) -> InputError {
        too_soon(self.bytes, expected)
    }

    /// Builds the error for a grid that ends where another row is needed: it names the line after its last
    /// row, at whose end the reader stands.
    ///
    /// ```
    /// # use aoc_core::text::Reader;
    /// let mut reader = Reader::new("12\n\n34");
    /// assert!(reader.grid(|cell| cell.is_ascii_digit(), "a digit", 9).is_ok());
    /// assert_eq!(reader.too_few_rows("a second row").to_string(), "2:1: expected a second row");
    /// ```
    #[inline]
    pub fn too_few_rows(&self, expected: &str) -> InputError {
        if self.at_end() { self.too_soon(expected) } else { self.error(expected, self.at + 1) }
    }

    /// Builds the error for a text whose every line is right, but which is wrong as a whole: it names no
    /// line.
    #[inline]
    pub fn error_of_whole(&self, message: &str) -> InputError {
        InputError::of_whole(message)
    }
}

/// A grid with walls around, of which the whole is still to be checked.
pub struct Walled<const N: usize> {
    grid: Grid,
    marks: [u8; N],
    found: [Option<usize>; N],
}

impl<const N: usize> Walled<N> {
    /// The grid and the places of its marks, if the last row is a wall and no mark is missing.
    pub fn whole(self) -> Result<(Grid, [usize; N]), InputError> {
        let last = &self.grid.cells[self.grid.cells.len() - self.grid.width..];
        if last.iter().any(|&byte| byte != b'#') {
            return Err(InputError::of_whole("the last row of the grid is not all `#`"));
        }
        let missing = self.found.iter().position(Option::is_none);
        match missing {
            Some(at) => {
                Err(InputError::of_whole(format!("the grid has no `{}`", char::from(self.marks[at]))))
            }
            None => Ok((self.grid, self.found.map(|place| place.unwrap_or(0)))),
        }
    }
}

/// Reads items as before, but refuses one more than `most`.
#[inline]
fn up_to<'a, T>(
    most: usize,
    mut item: impl FnMut(&mut Reader<'a>) -> Result<T, InputError>,
) -> impl FnMut(&mut Reader<'a>) -> Result<T, InputError> {
    let mut left = most;
    move |line| {
        left = left.checked_sub(1).ok_or_else(|| too_many_lines(line.bytes, most, line.at))?;
        item(line)
    }
}

// What builds errors is kept out of line, and given the cursor's parts rather than the cursor: one whose
// address is never taken lives in registers.

#[cold]
#[inline(never)]
fn error(bytes: &[u8], expected: &str, at: usize) -> InputError {
    InputError { message: format!("expected {expected}"), place: Some(place(bytes, at)) }
}

/// The place of a byte.
fn place(bytes: &[u8], at: usize) -> Place {
    let before = &bytes[..at];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    // Bytes of the form 10xxxxxx continue a character.
    let columns = before.iter().rev().take_while(|&&byte| byte != b'\n').filter(|&&byte| byte & 0xC0 != 0x80);
    Place { line, column: 1 + columns.count() }
}

#[cold]
#[inline(never)]
fn not_a_number(bytes: &[u8], low: i64, high: i64, at: usize) -> InputError {
    error(bytes, &format!("a number from {low} to {high}"), at)
}

#[cold]
#[inline(never)]
fn not_the_literal(bytes: &[u8], text: &str, at: usize) -> InputError {
    let fits = bytes[at..].iter().zip(text.as_bytes()).take_while(|(is, wanted)| is == wanted).count();
    let rest = String::from_utf8_lossy(&text.as_bytes()[fits..]);
    error(bytes, &format!("`{rest}`"), at + fits)
}

#[cold]
#[inline(never)]
fn not_a_name(bytes: &[u8], most: usize, at: usize) -> InputError {
    error(bytes, &format!("a name of 1 to {most} letters a-z"), at)
}

#[cold]
#[inline(never)]
fn none_of(bytes: &[u8], words: &[&str], at: usize) -> InputError {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.trim_end())).collect();
    let expected = match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    };
    error(bytes, &expected, at)
}

#[cold]
#[inline(never)]
fn not_a_row(
    bytes: &[u8],
    allowed: impl Fn(u8) -> bool,
    expected: &str,
    most: usize,
    at: usize,
) -> InputError {
    let fits = bytes[at..].iter().take(most).take_while(|&&byte| allowed(byte)).count();
    error(bytes, expected, at + fits)
}

#[cold]
#[inline(never)]
fn too_soon(bytes: &[u8], expected: &str) -> InputError {
    let Place { line, .. } = place(bytes, bytes.len());
    InputError { message: format!("expected {expected}"), place: Some(Place { line: line + 1, column: 1 }) }
}

#[cold]
#[inline(never)]
fn too_many_lines(bytes: &[u8], most: usize, at: usize) -> InputError {
    error(bytes, &format!("at most {most} lines"), at)
}

/// More text follows: a line too many is to blame on the line that is too many.
#[cold]
#[inline(never)]
fn too_long(bytes: &[u8], at: usize) -> InputError {
    error(bytes, "the end of the text", at + usize::from(bytes[at] == b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place<T>(read: Result<T, InputError>) -> Option<(usize, usize)> {
        read.err().and_then(|error| error.place).map(|place| (place.line, place.column))
    }

    #[test]
    fn an_excerpt_past_the_last_line_is_an_empty_line() {
        assert_eq!(Place { line: 2, column: 1 }.excerpt("12", 60), ["", "^"]);
    }

    #[test]
    fn an_excerpt_of_a_long_line_is_clipped_around_the_column() {
        let line = format!("{}\u{e9}{}", "a".repeat(100), "b".repeat(100));
        let expected = [format!("{}?{}", "a".repeat(30), "b".repeat(29)), " ".repeat(30) + "^"];
        assert_eq!(Place { line: 1, column: 101 }.excerpt(&line, 60), expected);
    }

    #[test]
    fn line_ends_at_the_very_end_are_dropped_but_a_lone_carriage_return_is_not() {
        for text in ["5", "5\n", "5\n\n\n"] {
            let mut reader = Reader::new(text);
            assert_eq!((reader.number(0..=9), reader.end()), (Ok(5), Ok(())), "{text:?}");
        }
        let mut reader = Reader::new("5\r\n");
        assert_eq!(reader.number(0..=9), Ok(5));
        assert_eq!(place(reader.end()), Some((1, 2)));
    }

    #[test]
    fn numbers_have_digits_only_and_keep_their_bounds() {
        let number = |text, low, high| Reader::new(text).number::<i64>(low..=high);
        let nines = "9".repeat(40);
        for text in ["", "+5", " 5", "-5", "\u{0663}", "x", "100", "0000000000100", "1000000", &nines] {
            assert_eq!(place(number(text, 0, 99)), Some((1, 1)), "{text:?}");
        }
        for (text, value) in
            [("0", 0), ("000000", 0), ("0000000", 0), ("99", 99), ("000000099", 99), ("7x", 7)]
        {
            assert_eq!(number(text, 0, 99), Ok(value), "{text:?}");
        }
        assert_eq!([number("-5", -5, 9), number("9", -5, 9)], [Ok(-5), Ok(9)]);
        for text in ["-6", "10", "--5", "-", "- 5"] {
            assert_eq!(place(number(text, -5, 9)), Some((1, 1)), "{text:?}");
        }
        assert_eq!(place(number("2", 3, 9)), Some((1, 1)));
    }

    #[test]
    fn a_line_that_is_cut_short_is_to_blame_itself() {
        assert_eq!(place(Reader::new("1,2,").numbers::<u8>(0..=9, b',')), Some((1, 5)));
        assert_eq!(place(Reader::new("1,\n2").numbers::<u8>(0..=9, b',')), Some((1, 3)));
    }

    #[test]
    fn a_text_that_ends_too_soon_is_to_blame_on_the_line_after() {
        let mut reader = Reader::new("1\n2\n");
        assert_eq!(reader.lines(|line| line.number(0..=9)), Ok(vec![1, 2]));
        assert_eq!(place(reader.newline()), Some((3, 1)));
        assert_eq!(place(Err::<(), _>(reader.too_soon(""))), Some((3, 1)));
    }

    #[test]
    fn a_line_too_many_is_to_blame_itself() {
        for text in ["1\n2", "1\n\n2"] {
            let mut reader = Reader::new(text);
            assert_eq!(reader.number(0..=9), Ok(1));
            assert_eq!(place(reader.end()), Some((2, 1)), "{text:?}");
        }
        assert_eq!(place(Reader::new("1\n\n2").lines(|line| line.number::<u8>(0..=9))), Some((2, 1)));
    }

    #[test]
    fn columns_count_characters() {
        let mut reader = Reader::new("\u{e9}\u{e9}x");
        assert_eq!(reader.word(|byte| byte > 127, "").map(<[u8]>::len), Ok(4));
        assert_eq!(place(reader.literal("y")), Some((1, 3)));
    }

    #[test]
    fn a_word_is_the_longest_run_whatever_length_is_usual() {
        for usual in 0..9 {
            let mut reader = Reader::new("aaaa.aa");
            let letter = |byte| byte == b'a';
            assert_eq!(reader.word_as_long(usual, letter, "a").map(<[u8]>::len), Ok(4));
            assert_eq!(place(reader.word_as_long(usual, letter, "a")), Some((1, 5)));
            assert_eq!(reader.literal("."), Ok(()));
            assert_eq!(reader.word_as_long(usual, letter, "a").map(<[u8]>::len), Ok(2));
        }
    }

    #[test]
    fn a_literal_is_refused_where_it_differs() {
        assert_eq!(place(Reader::new("for example").literal("forward")), Some((1, 4)));
    }

    #[test]
    fn a_message_says_expected_once() {
        let said = |read: Result<(), InputError>| read.unwrap_err().to_string();
        let mut reader = Reader::new("a\nb");
        assert_eq!(said(reader.literal("x")), "1:1: expected `x`");
        assert_eq!(said(reader.newline()), "1:1: expected the end of the line");
        assert_eq!(said(Err(reader.error("a digit", 2))), "2:1: expected a digit");
        assert_eq!(said(Err(reader.too_soon("a third line"))), "3:1: expected a third line");
        assert_eq!(said(Err(reader.error_of_whole("the lines are too few"))), "the lines are too few");
    }

    #[test]
    fn spans_do_not_run_backwards() {
        let span = |text| Reader::new(text).span(-9..=9, "..");
        assert_eq!([span("-2..5"), span("3..3")], [Ok(-2..=5), Ok(3..=3)]);
        for (text, column) in [("3..2", 1), ("3-5", 2), ("3..10", 4)] {
            assert_eq!(place(span(text)), Some((1, column)), "{text:?}");
        }
    }

    #[test]
    fn blocks_end_at_blank_lines() {
        let mut reader = Reader::new("1\n2\n\n3");
        assert_eq!(reader.block(|line| line.number(0..=9)), Ok(vec![1, 2]));
        assert_eq!(reader.blank_line(), Ok(()));
        assert_eq!(reader.block(|line| line.number(0..=9)), Ok(vec![3]));
        assert_eq!(reader.end(), Ok(()));
        assert_eq!(place(Reader::new("\n3").blank_line()), Some((2, 1)));
        let mut reader = Reader::new("1\n2\n\n3");
        assert_eq!(place(reader.clone().block_up_to(1, |line| line.number::<u8>(0..=9))), Some((2, 1)));
        assert_eq!(reader.block_up_to(2, |line| line.number(0..=9)), Ok(vec![1, 2]));
        assert_eq!(place(Reader::new("").blank_line()), Some((2, 1)));
    }

    #[test]
    fn grids_are_rectangles() {
        let rows = |text| Reader::new(text).grid(|byte| byte == b'#', "#", 3);
        let grid = Grid { width: 2, height: 2, cells: b"####".to_vec() };
        assert_eq!([rows("##\n##\n"), rows("##\n##\n\n#")], [Ok(grid.clone()), Ok(grid)]);
        let places = [
            ("", 1, 1),
            ("####", 1, 4),
            ("##\n#", 2, 2),
            ("##\n###", 2, 3),
            ("##\n#.", 2, 2),
            (".\n#", 1, 1),
            ("#\n#\n#\n#", 4, 1),
        ];
        for (text, line, column) in places {
            assert_eq!(place(rows(text)), Some((line, column)), "{text:?}");
        }
    }

    #[test]
    fn a_grid_with_walls_has_them_all_around() {
        let read = |text| {
            let mut reader = Reader::new(text);
            reader.walled_grid(|byte| byte == b'.', *b"SE", "a cell", 5)
        };
        let (grid, marks) = read("#####\n#E.S#\n#####").and_then(Walled::whole).unwrap();
        assert_eq!((grid.width, grid.height, marks), (5, 3, [8, 6]));
        let places = [
            ("", 1),
            ("##", 1),
            ("##\n##", 1),
            ("###", 2),
            ("###\n#.#\n", 3),
            ("###\n#.#\n\n###", 3),
            ("#.#\n#.#\n#x#", 1),
            ("###\n..#\n#x#", 2),
            ("###\n#..\n###", 2),
            ("###\n#x#\n..#", 2),
            ("####\n#SS#\n####", 2),
            ("###\n#S#\n#E#\n#S#\n###", 4),
        ];
        for (text, line) in places {
            assert_eq!(place(read(text)).map(|(line, _)| line), Some(line), "{text:?}");
        }
        for text in ["####\n#SE#\n#..#", "####\n#S.#\n####", "####\n#E.#\n####"] {
            assert_eq!(read(text).and_then(Walled::whole).unwrap_err().place, None, "{text:?}");
        }
    }
}
