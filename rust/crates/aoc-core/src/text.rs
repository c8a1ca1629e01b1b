//! The reader that every day shares: a cursor that checks each byte it passes and says where a text goes wrong.
//!
//! Lines end in LF or CRLF, any run of line ends at the very end is dropped, and nothing else is forgiven. An error
//! names the first line at which no valid input could go on; that is one past the last line where the text merely
//! ends too soon.

use std::error::Error;
use std::fmt;

/// Why a text was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputError {
    /// What was expected there.
    pub message: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl fmt::Display for InputError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl Error for InputError {}

/// A rectangle of bytes, row after row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Cells in a row.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// `height` rows of `width` cells.
    pub cells: Vec<u8>,
}

/// A cursor over a text. Whatever does not fit is refused with an [`InputError`].
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
        while let [rest @ .., b'\r', b'\n'] | [rest @ .., b'\n'] = bytes {
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

    /// How many bytes have been read: a place to name in [`refuse`](Self::refuse) later.
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

    /// Reads a whole number in decimal from `low` to `high`, which fit `T`. Leading zeros are allowed; a minus sign
    /// only where `low` is below zero.
    #[inline(always)] // its bounds are constants, which fold away
    pub fn number<T: TryFrom<i64>>(&mut self, low: i64, high: i64) -> Result<T, InputError> {
        let start = self.at;
        let minus = low < 0 && self.peek() == Some(b'-');
        self.at += usize::from(minus);
        if let Some(size) = self.digits(low.unsigned_abs().max(high.unsigned_abs())) {
            let value = if minus { -(size as i64) } else { size as i64 };
            if let Ok(number) = T::try_from(value)
                && (low..=high).contains(&value)
            {
                return Ok(number);
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
            for (length, byte) in chunk.iter().enumerate() {
                let digit = byte.wrapping_sub(b'0');
                if digit > 9 {
                    self.at += length;
                    return if length > 0 && value <= most { Some(value) } else { None };
                }
                value = value * 10 + u64::from(digit);
            }
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
    #[inline]
    pub fn numbers<T: TryFrom<i64>>(
        &mut self,
        low: i64,
        high: i64,
        separator: u8,
    ) -> Result<Vec<T>, InputError> {
        // A number and its separator take two bytes or more.
        let mut numbers = Vec::with_capacity(self.rest().len() / 2 + 1);
        loop {
            numbers.push(self.number(low, high)?);
            if self.peek() != Some(separator) {
                return Ok(numbers);
            }
            self.at += 1;
        }
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

    /// Reads the longest run of allowed bytes, at least one.
    #[inline]
    pub fn word(&mut self, allowed: impl Fn(u8) -> bool, expected: &str) -> Result<&'a [u8], InputError> {
        let rest = self.rest();
        let length = rest.iter().position(|&byte| !allowed(byte)).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.refuse(expected, self.at));
        }
        self.at += length;
        Ok(&rest[..length])
    }

    /// Reads exactly one line end.
    #[inline]
    pub fn newline(&mut self) -> Result<(), InputError> {
        match self.rest() {
            [b'\n', ..] => self.at += 1,
            [b'\r', b'\n', ..] => self.at += 2,
            [] => return Err(self.too_soon("expected another line")),
            _ => return Err(self.refuse("expected the end of the line", self.at)),
        }
        Ok(())
    }

    /// Checks that the text ends here.
    #[inline]
    pub fn end(&self) -> Result<(), InputError> {
        if self.at_end() { Ok(()) } else { Err(too_long(self.bytes, self.at)) }
    }

    /// Reads a grid of allowed bytes, up to the end of the text or a blank line, and stops at the end of its last
    /// row.
    #[inline]
    pub fn rows(
        &mut self,
        allowed: impl Fn(u8) -> bool,
        expected: &str,
        max_side: usize,
    ) -> Result<Grid, InputError> {
        let mut grid = Grid { width: 0, height: 0, cells: Vec::with_capacity(self.rest().len()) };
        self.each_row(allowed, expected, max_side, |row| {
            grid.width = row.len();
            grid.height += 1;
            grid.cells.extend_from_slice(row);
        })?;
        Ok(grid)
    }

    /// Reads a grid like [`rows`](Self::rows), but leaves each row to the caller.
    #[inline]
    pub fn each_row(
        &mut self,
        allowed: impl Fn(u8) -> bool,
        expected: &str,
        max_side: usize,
        mut row: impl FnMut(&'a [u8]),
    ) -> Result<(), InputError> {
        let width = self.rest().iter().take_while(|&&byte| byte != b'\n' && byte != b'\r').count();
        for height in 1.. {
            let start = self.at;
            // A row is checked as a whole, which vectorises; the place of a mistake is looked for afterwards.
            let cells = self.bytes.get(start..start + width).unwrap_or_default();
            if !(1..=max_side).contains(&cells.len())
                || !cells.iter().fold(true, |all, &byte| all & allowed(byte))
            {
                return Err(not_a_row(self.bytes, allowed, expected, width.min(max_side), start));
            }
            row(cells);
            self.at += width;
            let mut next = self.clone();
            if next.at_end() {
                return Ok(());
            }
            if next.newline().is_err() {
                return Err(self.refuse(&format!("expected a row of {width} like the first"), self.at));
            }
            if let [b'\n', ..] | [b'\r', b'\n', ..] = next.rest() {
                return Ok(());
            }
            if height == max_side {
                return Err(self.refuse(&format!("expected at most {max_side} rows"), next.at));
            }
            *self = next;
        }
        unreachable!("the rows of a text are finitely many")
    }

    /// Reads one item a line up to the end of the text.
    #[inline]
    pub fn until_end<T>(
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

    /// Builds the error for a text that is only seen as a whole to lack something: it names the line after the last.
    #[inline]
    pub fn too_soon(&self, expected: &str) -> InputError {
        too_soon(self.bytes, expected)
    }

    /// Builds the error for a place remembered from [`at`](Self::at).
    #[inline]
    pub fn refuse(&self, expected: &str, at: usize) -> InputError {
        refuse(self.bytes, expected, at)
    }
}

// What builds errors is kept out of line, and given the cursor's parts rather than the cursor: one whose address is
// never taken lives in registers.

#[cold]
#[inline(never)]
fn refuse(bytes: &[u8], expected: &str, at: usize) -> InputError {
    let before = &bytes[..at];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    // Bytes of the form 10xxxxxx continue a character.
    let columns = before.iter().rev().take_while(|&&byte| byte != b'\n').filter(|&&byte| byte & 0xC0 != 0x80);
    InputError { message: expected.into(), line, column: 1 + columns.count() }
}

#[cold]
#[inline(never)]
fn not_a_number(bytes: &[u8], low: i64, high: i64, at: usize) -> InputError {
    refuse(bytes, &format!("expected a number from {low} to {high}"), at)
}

#[cold]
#[inline(never)]
fn not_the_literal(bytes: &[u8], text: &str, at: usize) -> InputError {
    let fits = bytes[at..].iter().zip(text.as_bytes()).take_while(|(is, wanted)| is == wanted).count();
    let rest = String::from_utf8_lossy(&text.as_bytes()[fits..]);
    refuse(bytes, &format!("expected \"{rest}\""), at + fits)
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
    refuse(bytes, expected, at + fits)
}

#[cold]
#[inline(never)]
fn too_soon(bytes: &[u8], expected: &str) -> InputError {
    let last = refuse(bytes, expected, bytes.len());
    InputError { line: last.line + 1, column: 1, ..last }
}

/// More text follows: a line too many is to blame on the line that is too many.
#[cold]
#[inline(never)]
fn too_long(bytes: &[u8], at: usize) -> InputError {
    let more = match bytes[at..] {
        [b'\n', ..] => 1,
        [b'\r', b'\n', ..] => 2,
        _ => 0,
    };
    refuse(bytes, "expected the end of the text", at + more)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place<T>(read: Result<T, InputError>) -> Option<(usize, usize)> {
        read.err().map(|error| (error.line, error.column))
    }

    #[test]
    fn line_ends_at_the_very_end_are_dropped_but_a_lone_carriage_return_is_not() {
        for text in ["5", "5\n", "5\r\n", "5\n\r\n\n"] {
            let mut reader = Reader::new(text);
            assert_eq!((reader.number(0, 9), reader.end()), (Ok(5), Ok(())), "{text:?}");
        }
        let mut reader = Reader::new("5\r\r\n");
        assert_eq!(reader.number(0, 9), Ok(5));
        assert_eq!(place(reader.end()), Some((1, 2)));
    }

    #[test]
    fn numbers_have_digits_only_and_keep_their_bounds() {
        let number = |text, low, high| Reader::new(text).number::<i64>(low, high);
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
        assert_eq!(place(Reader::new("1,2,").numbers::<u8>(0, 9, b',')), Some((1, 5)));
        assert_eq!(place(Reader::new("1,\n2").numbers::<u8>(0, 9, b',')), Some((1, 3)));
    }

    #[test]
    fn a_text_that_ends_too_soon_is_to_blame_on_the_line_after() {
        let mut reader = Reader::new("1\n2\n");
        assert_eq!(reader.until_end(|line| line.number(0, 9)), Ok(vec![1, 2]));
        assert_eq!(place(reader.newline()), Some((3, 1)));
        assert_eq!(place(Err::<(), _>(reader.too_soon(""))), Some((3, 1)));
    }

    #[test]
    fn a_line_too_many_is_to_blame_itself() {
        for text in ["1\n2", "1\r\n\r\n2"] {
            let mut reader = Reader::new(text);
            assert_eq!(reader.number(0, 9), Ok(1));
            assert_eq!(place(reader.end()), Some((2, 1)), "{text:?}");
        }
        assert_eq!(place(Reader::new("1\n\n2").until_end(|line| line.number::<u8>(0, 9))), Some((2, 1)));
    }

    #[test]
    fn columns_count_characters() {
        let mut reader = Reader::new("\u{e9}\u{e9}x");
        assert_eq!(reader.word(|byte| byte > 127, "").map(<[u8]>::len), Ok(4));
        assert_eq!(place(reader.literal("y")), Some((1, 3)));
    }

    #[test]
    fn a_literal_is_refused_where_it_differs() {
        assert_eq!(place(Reader::new("for example").literal("forward")), Some((1, 4)));
    }

    #[test]
    fn grids_are_rectangles() {
        let rows = |text| Reader::new(text).rows(|byte| byte == b'#', "expected #", 3);
        let grid = Grid { width: 2, height: 2, cells: b"####".to_vec() };
        assert_eq!([rows("##\n##\n"), rows("##\r\n##\n\n#")], [Ok(grid.clone()), Ok(grid)]);
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
}
