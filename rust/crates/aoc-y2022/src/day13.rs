//! [Distress Signal](https://adventofcode.com/2022/day/13): packets are nested lists of integers; the sum of
//! the numbers of the pairs of packets that are in order (part 1), and the product of the places that `[[2]]`
//! and `[[6]]` get among all packets in order (part 2).
//!
//! **Two streams of tokens**, integers and brackets, are compared as far as they are the same:
//!
//! ```text
//! [1,[2,3]]
//! [1,[2,5]]       3 and 5 differ: the lesser one decides, so the first line comes before this one
//! [1,[2],4]       where the first line has the 3, a list ends here: it is shorter, so this line comes before the first one
//! ```
//!
//! An integer against an opening bracket is wrapped in a list. Nothing is inserted: the bracket is passed,
//! and a counter of wraps goes up by one. After the integer, the other packet must close as many lists as
//! were passed, or else it has more.
//!
//! ```text
//! [[[3]],4]       the lower 3 is wrapped in two lists, so two lists must close after the upper 3
//! [3,5]           they do, and 4 is compared with 5
//! ```
//!
//! **The dividers** need only the first integer of a packet. If there is an empty list before any integer,
//! the packet comes before both. Otherwise it comes before `[[6]]` if that integer is below 6. If it is 6,
//! the packet is the same as `[[6]]` or has something more, and then it comes after it; the same is refused.
//!
//! **Most of a packet is never compared**, but all of it must be checked. Eight characters are checked at
//! once. Three bits give a character its kind. Then it must be a character of that kind, and the kind must be
//! allowed after the kind before.
//!
//! ```text
//! [    0101 1011      bits 6 and 1            ,    0010 1100      neither bit 6 nor bit 4
//! ]    0101 1101      bit 6, not bit 1        0    0011 0000      bit 4, not bit 6; the same for 1 to 9
//! ```
//!
//! The depth after each character is a running total, which one multiplication makes for all eight. The
//! packet ends where the depth is 0:
//!
//! ```text
//! [ 1 , [ 2 ] ] \n      1 1 1 2 2 1 0
//! ```

use std::cmp::Ordering;
use std::mem::take;

use aoc_core::swar::{self, TOPS};
use aoc_core::text::{InputError, Reader};

const MOST_PAIRS: usize = 400;
const LONGEST: usize = 500;
const DEEPEST: u8 = 20;
const MOST: u8 = 99;
const DIVIDERS: [u8; 2] = [2, 6];
/// Tokens that are not integers.
const OPEN: u8 = 100;
const CLOSE: u8 = 101;
const END: u8 = 102;

/// What counts of the packets: at least one pair.
pub struct Input {
    /// Whether each pair is in order.
    in_order: Vec<bool>,
    /// The first integer of each packet, plus 1; or 0 if there is an empty list before it.
    firsts: Vec<u8>,
}

/// Reads the pairs, and compares their packets.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut firsts = Vec::with_capacity(2 * MOST_PAIRS);
    let in_order = reader.blocks_up_to(MOST_PAIRS, "pairs", |reader, _| {
        let left = packet(reader, &mut firsts)?;
        reader.newline()?;
        let start = reader.at();
        let right = packet(reader, &mut firsts)?;
        match compare(left, right) {
            Ordering::Equal => Err(reader.error("a packet that differs from the one before", start)),
            order => Ok(order == Ordering::Less),
        }
    })?;
    Ok(Input { in_order, firsts })
}

/// Reads a packet, and adds its first integer plus 1, or 0.
#[inline(always)]
fn packet<'a>(reader: &mut Reader<'a>, firsts: &mut Vec<u8>) -> Result<Tokens<'a>, InputError> {
    let (start, text) = (reader.at(), reader.rest());
    match usual_length(text) {
        Some(length) => reader.skip(length),
        None => check(reader)?,
    }
    let packet = &text[..reader.at() - start];
    if packet.len() > LONGEST {
        return Err(reader.error("at most 500 characters", start));
    }
    let depth = packet.iter().take_while(|&&byte| byte == b'[').count();
    let mut tokens = Tokens(&packet[depth..]);
    let first = tokens.next();
    if DIVIDERS.contains(&first) && tokens.0.iter().all(|&byte| byte == b']') {
        return Err(reader.error("a packet that differs from the dividers", start));
    }
    firsts.push(if first <= MOST { first + 1 } else { 0 });
    Ok(Tokens(packet))
}

/// Reads a packet character by character.
fn check(reader: &mut Reader) -> Result<(), InputError> {
    reader.literal("[")?;
    let mut depth = 1;
    let mut is_new = true;
    while depth > 0 {
        match reader.peek() {
            Some(b']') => {
                reader.skip(1);
                depth -= 1;
                is_new = false;
                continue;
            }
            Some(b',') if !is_new => reader.skip(1),
            _ if is_new => {}
            _ => return Err(reader.error("`,` or `]`", reader.at())),
        }
        is_new = reader.peek() == Some(b'[');
        if !is_new {
            reader.number(0..=MOST)?;
        } else if depth == DEEPEST {
            return Err(reader.error("at most 20 lists in one another", reader.at()));
        } else {
            reader.skip(1);
            depth += 1;
        }
    }
    Ok(())
}

/// The length of a packet at the start of a text, if it is right, and no integer has more than two digits.
#[inline(always)]
fn usual_length(text: &[u8]) -> Option<usize> {
    /// A change of depth is kept as a byte from 0 to 2, so a running total is greater by its place, counted
    /// from 1.
    const PLACES: u64 = u64::from_le_bytes([1, 2, 3, 4, 5, 6, 7, 8]);
    /// A depth is kept as a byte that is 8 greater, since it may fall below 0 after the end of the packet.
    const ZERO: u8 = 8;
    if text.first() != Some(&b'[') {
        return None;
    }
    let mut depth = 0;
    // As if after a comma, a list may begin.
    let mut last = Kinds { comma: 1 << 56, ..Kinds::default() };
    let (words, _) = text.as_chunks();
    for (word, at) in words.iter().zip((0..).step_by(8)) {
        let word = u64::from_le_bytes(*word);
        let kinds = Kinds::of(word);
        let changes = swar::each(1) + kinds.open - kinds.close;
        let depths = changes.wrapping_mul(swar::each(1)) + swar::each(depth + ZERO) - PLACES;
        let too_deep = swar::greater(depths, swar::each(DEEPEST + ZERO));
        let faults = kinds.foreign(word) | kinds.misplaced(&last) | too_deep;
        let ends = !swar::greater(depths ^ swar::each(ZERO), 0) & TOPS;
        // All bits up to the first end.
        let inside = ends ^ ends.wrapping_sub(1);
        if faults & inside != 0 {
            return None;
        }
        if ends != 0 {
            return Some(at + ends.trailing_zeros() as usize / 8 + 1);
        }
        depth = (depths >> 56) as u8 - ZERO;
        last = kinds;
    }
    None
}

/// The kinds of eight bytes. For each byte its lowest bit is set in one of the four words.
#[derive(Default)]
struct Kinds {
    open: u64,
    close: u64,
    comma: u64,
    digit: u64,
}

impl Kinds {
    /// The kinds, if all bytes are brackets, commas and digits.
    #[inline(always)]
    fn of(word: u64) -> Kinds {
        let has = |bit: u32| word >> bit & swar::each(1);
        let bracket = has(6);
        let (open, digit) = (bracket & has(1), has(4) & !bracket);
        Kinds { open, close: bracket & !open, comma: swar::each(1) & !bracket & !digit, digit }
    }

    /// The top bits of the bytes that are not a character of their kind.
    #[inline(always)]
    fn foreign(&self, word: u64) -> u64 {
        let each = |kind: u64, character: u8| kind * u64::from(character);
        // A digit is compared with `0`: the difference is its value, at most 9.
        let characters =
            each(self.open, b'[') | each(self.close, b']') | each(self.comma, b',') | each(self.digit, b'0');
        let difference = word ^ characters;
        swar::greater(difference & !TOPS, self.digit * 9) | difference & TOPS
    }

    /// The top bits of the bytes whose kind may not follow that of the byte before. `last` has the kinds of
    /// the eight bytes before.
    #[inline(always)]
    fn misplaced(&self, last: &Kinds) -> u64 {
        let after_open = one_later(self.open, last.open);
        let after_close = one_later(self.close, last.close);
        let after_comma = one_later(self.comma, last.comma);
        let after_digit = one_later(self.digit, last.digit);
        // In the word before, the last byte but one counts: a shift makes it the last one.
        let after_two_digits = after_digit & one_later(after_digit, last.digit << 8);
        // `][` and `0[`, `,]`, `[,` and `,,`, `]0` and a third digit.
        let misplaced = self.open & (after_close | after_digit)
            | self.close & after_comma
            | self.comma & (after_open | after_comma)
            | self.digit & (after_close | after_two_digits);
        misplaced << 7
    }
}

/// The bytes of a word, each one place later. The first is the last one of the word before.
#[inline(always)]
fn one_later(word: u64, before: u64) -> u64 {
    word << 8 | before >> 56
}

/// What remains of a packet, as tokens.
struct Tokens<'a>(&'a [u8]);

impl Tokens<'_> {
    /// Takes the next token.
    #[inline(always)]
    fn next(&mut self) -> u8 {
        if let [b',', rest @ ..] = self.0 {
            self.0 = rest;
        }
        let [first, rest @ ..] = self.0 else { return END };
        self.0 = rest;
        match first {
            b'[' => OPEN,
            b']' => CLOSE,
            digit => {
                let mut integer = digit - b'0';
                while let [digit @ b'0'..=b'9', rest @ ..] = self.0 {
                    integer = 10 * integer + digit - b'0';
                    self.0 = rest;
                }
                integer
            }
        }
    }
}

/// Compares two packets.
fn compare(mut left: Tokens, mut right: Tokens) -> Ordering {
    // How many lists the next integer of either packet is wrapped in.
    let (mut left_wraps, mut right_wraps) = (0, 0);
    let (mut left_token, mut right_token) = (left.next(), right.next());
    loop {
        match (left_token, right_token) {
            (OPEN, ..=MOST) => {
                right_wraps += 1;
                left_token = left.next();
                continue;
            }
            (..=MOST, OPEN) => {
                left_wraps += 1;
                right_token = right.next();
                continue;
            }
            (END, _) => return Ordering::Equal,
            _ if left_token == right_token => {}
            (CLOSE, _) => return Ordering::Less,
            (_, CLOSE) => return Ordering::Greater,
            _ => return left_token.cmp(&right_token),
        }
        // After a wrapped integer, its lists end. If the other packet goes on there, it has more.
        if (0..take(&mut left_wraps)).any(|_| right.next() != CLOSE) {
            return Ordering::Less;
        }
        if (0..take(&mut right_wraps)).any(|_| left.next() != CLOSE) {
            return Ordering::Greater;
        }
        (left_token, right_token) = (left.next(), right.next());
    }
}

/// The sum of the numbers of the pairs that are in order.
pub fn part1(input: &Input) -> usize {
    input.in_order.iter().zip(1..).map(|(&in_order, number)| if in_order { number } else { 0 }).sum()
}

/// The product of the places of the dividers.
pub fn part2(input: &Input) -> usize {
    let before = DIVIDERS.map(|divider| input.firsts.iter().filter(|&&first| first < divider + 1).count());
    // The first divider comes before the second one.
    (before[0] + 1) * (before[1] + 2)
}
