//! [Monkey Market](https://adventofcode.com/2024/day/22): the sum of the buyers' 2000th secret numbers
//! (part 1), and the most bananas that one window of four price changes can earn, as each buyer sells at its
//! first occurrence (part 2).
//!
//! **Leaps.** A step of the generator is built from shifts and XOR, so it is linear: the number after `n`
//! steps is the XOR of the numbers that the single bits of the start give after `n` steps. Those are
//! constants.
//!
//! **Lanes.** Leaps give eight places of one buyer's sequence, from which the generator runs in eight lanes,
//! vectorised. A number is `8192 h + l`, and its last digit is that of `2 h + l`, which fits 14 bits. All
//! windows of a buyer are written down, and are then visited in order of time, lane after lane. The last lane
//! begins so early that it ends with the last window. It repeats windows of the lane before, where nothing is
//! sold again:
//!
//! ```text
//! lane 0    windows 0..256
//! lane 1    windows 256..512
//! lane 6    windows 1536..1792
//! lane 7    windows 1741..1997
//! ```
//!
//! Each time that eight windows of a buyer are visited, eight of the next buyer are made: one is scalar work
//! and the other is vector work, and the processor does both at once.
//!
//! **Keys.** Five prices have one of 10^5 - 9^5 = 40951 windows, so there is room for all in 16 bits: the
//! scalar product with four constants, modulo 2^16, is different for all of them (a test tries it), and needs
//! no table.
//!
//! **Totals.** A window's entry holds the last buyer that has sold there, in the upper half, and below it the
//! total of all. Buyers are counted from 1. An entry below `buyer << 16` shows that this buyer has not sold
//! there yet:
//!
//! ```text
//!                                       buyer   total
//! entry                                     5      30
//! buyer 8 comes here at a price of 4        8      34       as 5 is below 8
//! buyer 8 comes here at a price of 9        8      34       not sold again
//! ```
//!
//! One entry a step is all memory that is visited at random. At most 3000 buyers times 9 bananas fit 16 bits.

use std::array::from_fn;
use std::mem;

use aoc_core::text::{InputError, Reader};

const MOST_BUYERS: usize = 3_000;
const STEPS: usize = 2_000;
const BITS: u32 = 24;
const LANES: usize = 8;
/// The number of windows in a lane, and of those of the next buyer that are made during a lane.
const ROWS: usize = 256;
const SHARE: usize = ROWS / LANES;
/// Steps before the one that ends the first window.
const BEFORE: usize = 3;
/// The last lane begins with the number after this many steps.
const LAST: usize = STEPS - BEFORE - ROWS;

/// A number for each lane.
type Lanes<T> = [T; LANES];

/// A window of each lane: its key, and the price that ends it.
type Row = (Lanes<u16>, Lanes<u16>);

/// For each bit, the numbers that begin the lanes, and the one after all steps.
const IMAGES: [(Lanes<u32>, u32); BITS as usize] = {
    let mut images = [([0; LANES], 0); BITS as usize];
    let mut bit = 0;
    while bit < images.len() {
        let mut number = 1 << bit;
        let mut steps = 0;
        while steps < STEPS {
            if steps % ROWS == 0 && steps < LAST {
                images[bit].0[steps / ROWS] = number;
            } else if steps == LAST {
                images[bit].0[LANES - 1] = number;
            }
            number = next(number);
            steps += 1;
        }
        images[bit].1 = number;
        bit += 1;
    }
    images
};

/// Where the buyers' sequences start.
pub type Input = Vec<u32>;

/// Reads one number a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    Reader::new(text).lines_up_to(MOST_BUYERS, |line| line.number(0..=(1_u32 << BITS) - 1))
}

/// The sum of the numbers after all steps.
pub fn part1(starts: &Input) -> u64 {
    let after =
        |&start: &u32| IMAGES.iter().zip(0..).fold(0, |sum, (image, bit)| sum ^ image.1 & mask(start, bit));
    starts.iter().map(|start| u64::from(after(start))).sum()
}

/// The greatest total of a window.
pub fn part2(starts: &Input) -> u32 {
    let mut totals = [0_u32; 1 << 16];
    // One more generator, so that the last buyer has a next one.
    let mut generators = starts.iter().map(|&start| Generator::new(start)).chain([Generator::new(0)]);
    let mut buffers = [[([0; LANES], [0; LANES]); ROWS]; 2];
    let [mut windows, mut next_windows] = buffers.each_mut();
    if let Some(mut first) = generators.next() {
        windows.fill_with(|| first.step());
    }
    for (mut generator, buyer) in generators.zip(1..) {
        let lowest = buyer << 16;
        for lane in 0..LANES {
            let share = &mut next_windows[lane * SHARE..][..SHARE];
            for (rows, next_row) in windows.chunks_exact(LANES).zip(share) {
                *next_row = generator.step();
                for (keys, prices) in rows {
                    let total = &mut totals[usize::from(keys[lane])];
                    let sold = lowest + (*total & 0xFFFF) + u32::from(prices[lane]);
                    *total = if *total < lowest { sold } else { *total };
                }
            }
        }
        mem::swap(&mut windows, &mut next_windows);
    }
    totals.iter().map(|total| total & 0xFFFF).max().unwrap_or(0)
}

/// All ones if a bit of a number is set.
const fn mask(number: u32, bit: u32) -> u32 {
    (number >> bit & 1).wrapping_neg()
}

/// The number that follows.
#[inline(always)]
const fn next(number: u32) -> u32 {
    let number = number ^ number << 6 & ((1 << BITS) - 1);
    let number = number ^ number >> 5;
    number ^ number << 11 & ((1 << BITS) - 1)
}

/// A buyer's generator in lanes, with what the next windows need of the past.
struct Generator {
    numbers: Lanes<u32>,
    prices: Lanes<u16>,
    change: Lanes<u16>,
    pairs: [Lanes<u16>; 2],
}

impl Generator {
    fn new(start: u32) -> Self {
        let numbers = IMAGES.iter().zip(0..).fold([0; LANES], |numbers, (image, bit)| {
            let mask = mask(start, bit);
            from_fn(|lane| numbers[lane] ^ image.0[lane] & mask)
        });
        let prices = numbers.map(price);
        let mut generator = Generator { numbers, prices, change: [0; LANES], pairs: [[0; LANES]; 2] };
        for _ in 0..BEFORE {
            generator.step();
        }
        generator
    }

    /// The window of each lane that ends with the next price.
    #[inline(always)]
    fn step(&mut self) -> Row {
        let numbers = self.numbers.map(next);
        let prices = numbers.map(price);
        let change = from_fn(|lane| prices[lane].wrapping_sub(self.prices[lane]));
        let pair = from_fn(|lane| pair(self.change[lane], change[lane]));
        let keys = from_fn(|lane| key(self.pairs[0][lane], pair[lane]));
        *self = Generator { numbers, prices, change, pairs: [self.pairs[1], pair] };
        (keys, prices)
    }
}

/// The last digit.
#[inline(always)]
fn price(number: u32) -> u16 {
    let small = ((number & 0x1FFF) + (number >> 12 & 0xFFE)) as u16;
    // 6554 / 2^16 is close enough to a tenth for numbers below 2^14.
    small - 10 * ((u32::from(small) * 6554) >> 16) as u16
}

/// Two changes.
#[inline(always)]
fn pair(first: u16, second: u16) -> u16 {
    first.wrapping_mul(170).wrapping_add(second)
}

/// Two pairs of changes.
#[inline(always)]
fn key(first: u16, second: u16) -> u16 {
    first.wrapping_mul(2159).wrapping_add(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_windows_have_the_same_key() {
        let mut known = [false; 1 << 16];
        for prices in 0..100_000_u32 {
            let price = [10_000, 1_000, 100, 10, 1].map(|unit| (prices / unit % 10) as u16);
            // Every window has one form whose least price is 0.
            if price.contains(&0) {
                let change = |at: usize| price[at + 1].wrapping_sub(price[at]);
                let key = key(pair(change(0), change(1)), pair(change(2), change(3)));
                assert!(!mem::replace(&mut known[usize::from(key)], true), "{price:?}");
            }
        }
    }

    #[test]
    fn leaps_are_steps() {
        let number = (0..STEPS).fold(123, |number, _| next(number));
        assert_eq!(part1(&vec![123]), number.into());
    }
}
