//! [Distress Signal](https://adventofcode.com/2022/day/13): packets are nested lists of integers; the sum of the numbers of the
//! pairs of packets that are in order (part 1), and the product of the places that `[[2]]` and `[[6]]` get among all packets
//! in order (part 2).
//!
//! **Two streams of tokens.** A packet is read into its integers and brackets, without commas. Two packets are compared token by
//! token, as far as they are the same:
//!
//! ```text
//! [ 1 [ 2 3 ] ]       integers: the lesser one decides
//! [ 1 [ 2 ] 4 ]       a closing bracket against something else: that list is shorter, so it comes first
//! ```
//!
//! An integer against an opening bracket is wrapped in a list. Nothing is inserted: only the bracket is passed, and it is counted
//! that the integer still needs a closing one. After the integer, the other packet must close as many lists, or else it has more.
//!
//! **The dividers** need only the first integer of a packet. If there is an empty list before any integer, the packet comes before
//! both. Otherwise it comes before `[[6]]` if that integer is below 6. If it is 6, the packet is the same as `[[6]]` or has
//! something more, and then it comes after it; the same is refused.

use std::cmp::Ordering;

use aoc_core::text::{InputError, Reader};

const MOST_PAIRS: usize = 400;
const LONGEST: usize = 500;
const DEEPEST: usize = 20;
const MOST: u8 = 99;
const DIVIDERS: [u8; 2] = [2, 6];
/// Tokens that are not integers.
const OPEN: u8 = 100;
const CLOSE: u8 = 101;

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
    let mut input =
        Input { in_order: Vec::with_capacity(MOST_PAIRS), firsts: Vec::with_capacity(2 * MOST_PAIRS) };
    let mut pair = [(); 2].map(|()| Vec::with_capacity(LONGEST));
    loop {
        if input.in_order.len() == MOST_PAIRS {
            return Err(reader.error("at most 400 pairs", reader.at()));
        }
        input.firsts.push(packet(&mut reader, &mut pair[0])?);
        reader.newline()?;
        let start = reader.at();
        input.firsts.push(packet(&mut reader, &mut pair[1])?);
        let order = compare(&pair[0], &pair[1]);
        if order == Ordering::Equal {
            return Err(reader.error("a packet that differs from the one before", start));
        }
        input.in_order.push(order == Ordering::Less);
        if reader.at_end() {
            return Ok(input);
        }
        reader.blank_line()?;
    }
}

/// Reads a packet into its tokens, and gives its first integer plus 1, or 0.
fn packet(reader: &mut Reader, tokens: &mut Vec<u8>) -> Result<u8, InputError> {
    let start = reader.at();
    tokens.clear();
    reader.literal("[")?;
    tokens.push(OPEN);
    let mut depth = 1;
    while depth > 0 {
        let is_empty = tokens.last() == Some(&OPEN);
        match reader.peek() {
            Some(b']') => {
                reader.skip(1);
                tokens.push(CLOSE);
                depth -= 1;
                continue;
            }
            Some(b',') if !is_empty => reader.skip(1),
            _ if is_empty => {}
            _ => return Err(reader.error("`,` or `]`", reader.at())),
        }
        if reader.peek() == Some(b'[') {
            if depth == DEEPEST {
                return Err(reader.error("at most 20 lists in one another", reader.at()));
            }
            reader.skip(1);
            tokens.push(OPEN);
            depth += 1;
        } else {
            tokens.push(reader.number(0..=MOST)?);
        }
    }
    if reader.at() - start > LONGEST {
        return Err(reader.error("at most 500 characters", start));
    }
    let mut leaves = tokens.iter().skip_while(|&&token| token == OPEN);
    match leaves.next() {
        Some(first) if DIVIDERS.contains(first) && leaves.all(|&token| token == CLOSE) => {
            Err(reader.error("a packet that differs from the dividers", start))
        }
        Some(&first) if first <= MOST => Ok(first + 1),
        _ => Ok(0),
    }
}

/// Compares two packets by their tokens.
fn compare(left: &[u8], right: &[u8]) -> Ordering {
    let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
    // How many lists the next integer is wrapped in, on either side.
    let (mut left_wraps, mut right_wraps) = (0, 0);
    while let (Some(&one), Some(&other)) = (left.peek(), right.peek()) {
        match (one, other) {
            (OPEN, ..=MOST) => {
                right_wraps += 1;
                left.next();
                continue;
            }
            (..=MOST, OPEN) => {
                left_wraps += 1;
                right.next();
                continue;
            }
            _ if one == other => {}
            (CLOSE, _) => return Ordering::Less,
            (_, CLOSE) => return Ordering::Greater,
            _ => return one.cmp(&other),
        }
        left.next();
        right.next();
        for _ in 0..std::mem::take(&mut left_wraps) {
            if right.next() != Some(CLOSE) {
                return Ordering::Less;
            }
        }
        for _ in 0..std::mem::take(&mut right_wraps) {
            if left.next() != Some(CLOSE) {
                return Ordering::Greater;
            }
        }
    }
    Ordering::Equal
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
