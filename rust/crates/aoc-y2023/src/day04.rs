//! [Scratchcards](https://adventofcode.com/2023/day/4): a card with `m` of its own numbers among the winning
//! ones scores 2^(m-1), or 0 if there are none (part 1); or it wins one more copy of each of the next `m`
//! cards, and so does each copy of it; how many cards there are in the end (part 2).
//!
//! **Lists as sets of bits.** Numbers are below 100, so a list is a word of 128 bits, and the matches are the
//! bits that two words have in common. The bit of a number is looked up from its two characters. A list is
//! right if it has as many bits as numbers: one that comes twice adds no bit, and neither do two characters
//! that are not a number.
//!
//! **Copies as differences.** A card's copies hold for a range of later cards, so their number is added to a
//! running total, and taken away again where the range ends. Nothing is done for each card that is won.

use aoc_core::text::{InputError, Reader};

const MOST_CARDS: usize = 300;
const MOST_WINNING: usize = 20;
const MOST_OWN: usize = 40;
const MOST_COPIES: u64 = 1_000_000_000_000_000_000;

/// The number of matches of each card, at least one card.
pub struct Input {
    matches: Vec<u8>,
}

/// For two characters, as [`index`] packs them, the bit of the number from 1 to 99 that they are; 0 if they
/// are not one.
const BITS: [u128; 512] = {
    let mut bits = [0; 512];
    let mut number = 1;
    while number < 100 {
        let tens = if number < 10 { b' ' } else { b'0' + number / 10 };
        bits[index(u16::from_le_bytes([tens, b'0' + number % 10]))] = 1 << number;
        number += 1;
    }
    bits
};

/// Packs the lower 5 bits of the first character and the lower 4 bits of the second.
#[inline(always)]
const fn index(places: u16) -> usize {
    (places & 0x1F | places >> 3 & 0x1E0) as usize
}

/// Reads one card a line, and counts its matches.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut card = 0_u32;
    let matches = reader.lines_up_to(MOST_CARDS, |line| {
        card += 1;
        line.literal("Card ")?;
        let start = line.at();
        let blanks = line.rest().iter().take(2).take_while(|&&byte| byte == b' ').count();
        line.skip(blanks);
        let has_zeros = line.peek() == Some(b'0');
        line.number(card..=card)?;
        if has_zeros || line.at() != start + 3 {
            return Err(line.error("a number in three places, with blanks before it", start));
        }
        line.literal(":")?;
        let winning = list(line, MOST_WINNING)?;
        line.literal(" |")?;
        let own = list(line, MOST_OWN)?;
        Ok((winning & own).count_ones() as u8)
    })?;
    let wins_too_far = |(later, &matches): (usize, &u8)| usize::from(matches) > later;
    if matches.iter().rev().enumerate().any(wins_too_far) {
        return Err(reader.error_of_whole("a card wins copies of cards beyond the last"));
    }
    // A card has at most one copy more than all cards before it together, so the first total beyond the limit
    // fits.
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
fn list(line: &mut Reader, most: usize) -> Result<u128, InputError> {
    let start = line.at();
    let (mut list, mut count) = (0, 0);
    for &[blank, tens, ones] in line.rest().as_chunks::<3>().0 {
        let places = u16::from_le_bytes([tens, ones]);
        // Other characters than a blank and digits that pass here have no bit.
        if blank != b' ' || places & 0xF0E0 != u16::from_le_bytes(*b" 0") & 0xF0E0 {
            break;
        }
        list |= BITS[index(places)];
        count += 1;
    }
    line.skip(3 * count);
    if count == 0 || (list.count_ones() as usize) < count {
        let expected = "different numbers from 1 to 99 in two places, with a blank before each";
        return Err(line.error(expected, start));
    }
    if count > most {
        return Err(line.error(&format!("at most {most} numbers"), start));
    }
    Ok(list)
}

/// How many of each card there are, from the first to the last.
fn copies(matches: &[u8]) -> impl Iterator<Item = u64> {
    // For each card, what is taken away from the running total, because ranges end just before this card.
    let mut ended = [0; MOST_CARDS + 1];
    let mut copies = 1;
    matches.iter().enumerate().map(move |(card, &matches)| {
        copies -= ended[card];
        let these = copies;
        copies += these;
        ended[card + 1 + usize::from(matches)] += these;
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
