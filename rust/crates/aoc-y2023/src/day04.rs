//! [Scratchcards](https://adventofcode.com/2023/day/4): a card with `m` of its own numbers among the winning ones scores
//! 2^(m-1), or 0 if there are none (part 1); or it wins one more copy of each of the next `m` cards, and so does each copy
//! of it; how many cards there are in the end (part 2).
//!
//! **Lists as sets of bits.** Numbers are below 100, so a list is a word of 128 bits, and the matches are the bits of two
//! words' common part. A list without repetition has as many bits as numbers, which is checked once a list.
//!
//! **Copies as differences.** A card's copies hold for a range of later cards, so their number is added to a running
//! total, and taken away again where the range ends. Nothing is done for each card that is won.

use aoc_core::text::{InputError, Reader};

const MOST_CARDS: usize = 300;
const MOST_WINNING: u32 = 20;
const MOST_OWN: u32 = 40;
const MOST_COPIES: u64 = 1_000_000_000_000_000_000;

/// The number of matches of each card, at least one card.
pub struct Input {
    matches: Vec<u8>,
}

/// A bit for each number of two digits.
const BITS: [u128; 100] = {
    let mut bits = [0; 100];
    let mut number = 0;
    while number < 100 {
        bits[number] = 1 << number;
        number += 1;
    }
    bits
};

/// Reads one card a line, and counts its matches.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut card = 0;
    let matches = reader.lines_up_to(MOST_CARDS, |line| {
        card += 1;
        line.literal("Card ")?;
        let start = line.at();
        let blanks = line.rest().iter().take(2).take_while(|&&byte| byte == b' ').count();
        line.skip(blanks);
        line.number(card..=card)?;
        if line.at() != start + 3 {
            return Err(line.error("a number in three places", start));
        }
        line.literal(":")?;
        let winning = list(line, MOST_WINNING)?;
        line.literal(" |")?;
        let own = list(line, MOST_OWN)?;
        Ok((winning & own).count_ones() as u8)
    })?;
    if matches.iter().rev().zip(0..).any(|(&matches, later)| matches > later) {
        return Err(reader.error_of_whole("a card wins copies of cards beyond the last"));
    }
    // A card has at most one more copy than there are cards before it, so the first total that is too great fits.
    let mut total = 0;
    for copies in copies(&matches) {
        total += copies;
        if total > MOST_COPIES {
            return Err(reader.error_of_whole("there are more than 10^18 cards in the end"));
        }
    }
    Ok(Input { matches })
}

/// Reads numbers of two places with a blank before each, at least one and none twice.
#[inline(always)]
fn list(line: &mut Reader, most: u32) -> Result<u128, InputError> {
    let start = line.at();
    let (mut list, mut count) = (0, 0);
    while let [b' ', tens, ones @ b'0'..=b'9', ..] = *line.rest() {
        // A blank's lower half is 0, as is that of the digit 0.
        if tens != b' ' && !tens.is_ascii_digit() {
            break;
        }
        list |= BITS[usize::from(10 * (tens & 0xF) + (ones - b'0'))];
        count += 1;
        line.skip(3);
    }
    if list & 1 == 1 || count == 0 {
        return Err(line.error("numbers from 1 to 99 in two places, with a blank before each", start));
    }
    if list.count_ones() < count {
        return Err(line.error("a list without repetition", start));
    }
    if count > most {
        return Err(line.error(&format!("at most {most} numbers"), start));
    }
    Ok(list)
}

/// How many of each card there are, from the first to the last.
fn copies(matches: &[u8]) -> impl Iterator<Item = u64> {
    // For each card, the copies that are won no longer from there on.
    let mut ended = [0; MOST_CARDS + 1];
    let mut copies = 1;
    matches.iter().enumerate().map(move |(card, &matches)| {
        copies -= ended[card];
        let these = copies;
        ended[card + 1 + usize::from(matches)] += these;
        copies += these;
        these
    })
}

/// The sum of the scores.
pub fn part1(input: &Input) -> u32 {
    input.matches.iter().map(|&matches| 1 << matches >> 1).sum()
}

/// The number of cards in the end.
pub fn part2(input: &Input) -> u64 {
    copies(&input.matches).sum()
}
