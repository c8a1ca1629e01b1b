//! [Camel Cards](https://adventofcode.com/2023/day/7): the sum of all bids, each times the rank of its hand,
//! where `J` is a jack (part 1), or a joker, the weakest card, that counts as whatever makes the best type
//! (part 2).
//!
//! **Pairs tell the type.** From five of a kind down to five different cards, the types have 10, 6, 4, 3, 2,
//! 1 and 0 pairs of equal cards, so the number of pairs orders them. Each card makes a pair with each equal
//! card before it. Jokers that become the same card make pairs with each other anyway. With the other cards,
//! a joker makes the most pairs if it becomes the card that comes most often: `m` pairs if that comes `m`
//! times. So all `j` jokers become this card, which makes `m j` more pairs, and 0 in a hand of jokers alone.
//!
//! **A hand is one number**, above all by its type and then by its cards as digits to the base 13, and is
//! sorted without a comparison: by the lowest 8 bits, then by the next, and so on, where each pass keeps the
//! order of equals.

use aoc_core::alphabet::{NONE, places};
use aoc_core::sort::distribute;
use aoc_core::text::{InputError, Reader};

const MOST_HANDS: usize = 2_000;
const KINDS: u32 = 13;
const MOST_BID: u16 = 9_999;
const BID_BITS: u32 = 14;
/// The bits of a number of five digits to the base 13; four more for the pairs make a key of 23.
const NUMBER_BITS: u32 = 19;

/// Different hands, at least one.
pub struct Input {
    hands: Vec<Hand>,
}

struct Hand {
    /// The cards as characters.
    cards: [u8; 5],
    bid: u16,
}

/// For each card its strength, and `NONE` for other characters.
type Strengths = [u8; 256];

const WITH_JACKS: Strengths = places(b"23456789TJQKA");
const WITH_JOKERS: Strengths = places(b"J23456789TQKA");

/// Reads a hand and its bid a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    // A bit for each hand that may come.
    let mut seen = vec![0_u64; KINDS.pow(5).div_ceil(u64::BITS) as usize];
    let hands = reader.lines_up_to(MOST_HANDS, |line| {
        let start = line.at();
        let is_card = |card: u8| WITH_JACKS[usize::from(card)] != NONE;
        let cards = match line.rest().first_chunk() {
            Some(cards) if cards.iter().fold(true, |all, &card| all & is_card(card)) => *cards,
            _ => return Err(line.error("five of the cards 23456789TJQKA", start)),
        };
        line.skip(cards.len());
        let number = number(cards.map(|card| WITH_JACKS[usize::from(card)]));
        let (word, bit) = (&mut seen[(number / u64::BITS) as usize], 1 << (number % u64::BITS));
        if *word & bit != 0 {
            return Err(line.error("a hand that did not come before", start));
        }
        *word |= bit;
        line.literal(" ")?;
        Ok(Hand { cards, bid: line.number(1..=MOST_BID)? })
    })?;
    Ok(Input { hands })
}

/// The strengths of cards as digits of a number.
#[inline(always)]
fn number(strengths: [u8; 5]) -> u32 {
    strengths.iter().fold(0, |number, &strength| KINDS * number + u32::from(strength))
}

/// Puts the hands in order, and adds each bid times the rank of its hand.
#[inline(always)]
fn winnings(input: &Input, strengths: &Strengths, has_jokers: bool) -> u64 {
    let key = |hand: &Hand| {
        let strengths = hand.cards.map(|card| strengths[usize::from(card)]);
        let hand_key = pairs(strengths, has_jokers) << NUMBER_BITS | number(strengths);
        u64::from(hand_key) << BID_BITS | u64::from(hand.bid)
    };
    let mut keys: Vec<u64> = input.hands.iter().map(key).collect();
    let mut others = vec![0; keys.len()];
    for shift in [BID_BITS, BID_BITS + 8, BID_BITS + 16] {
        distribute::<256, _>(&keys, &mut others, |key| usize::from((key >> shift) as u8));
        std::mem::swap(&mut keys, &mut others);
    }
    keys.iter().zip(1..).map(|(key, rank)| rank * (key % (1 << BID_BITS))).sum()
}

/// The number of pairs of equal cards in a hand. Jokers have the strength 0.
#[inline(always)]
fn pairs(strengths: [u8; 5], has_jokers: bool) -> u32 {
    // Four bits for each strength.
    let mut counts = 0_u64;
    let (mut pairs, mut most) = (0, 0);
    for strength in strengths {
        let before = (counts >> (4 * strength)) as u32 & 0xF;
        pairs += before;
        most = if has_jokers && strength == 0 { most } else { most.max(before + 1) };
        counts += 1 << (4 * strength);
    }
    let jokers = if has_jokers { counts as u32 & 0xF } else { 0 };
    pairs + most * jokers
}

/// The winnings with jacks.
pub fn part1(input: &Input) -> u64 {
    winnings(input, &WITH_JACKS, false)
}

/// The winnings with jokers.
pub fn part2(input: &Input) -> u64 {
    winnings(input, &WITH_JOKERS, true)
}
