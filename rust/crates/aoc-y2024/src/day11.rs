//! [Plutonian Pebbles](https://adventofcode.com/2024/day/11): the number of stones after 25 blinks (part 1)
//! and after 75 (part 2). At each blink a 0 becomes 1, a number with an even number of digits is cut into its
//! halves, and any other number is multiplied by 2024.
//!
//! **Equal stones stay equal**, wherever they lie. So stones are counted by number. A number that is new gets
//! an index, and its halves are worked out once. From then on a blink moves counts along a table.
//!
//! **No blink is spent on multiplying.** A number is cut after at most two multiplications, and until then it
//! is one stone. So its count is put down at once for the blink that cuts it. Let a number have `k` digits,
//! `k` odd. Multiplying it adds 3 digits, which makes their number even, or 4. If 4, the product is below
//! `2.024 * 10^(k+3)`, so multiplying it again adds 3. And 0 becomes 1 and then 2024.
//!
//! So what a cut leaves is cut one to three blinks later, and four counts for each index are enough: by the
//! blink modulo 4. In the end the stones are all that wait to be cut. A number and its delay, the number of
//! blinks until it is cut, are packed into a tag: `4 * index + delay`.

use std::mem;

use aoc_core::hash::Map;
use aoc_core::text::{InputError, Reader};

const BLINKS: usize = 75;
const MOST_STONES: usize = 20;
const MOST_NUMBER: u64 = 9_999_999;
/// From 7 digits, a number grows to 14 at most before it is cut, and the halves have at most 7 again.
const POWERS: [u64; 7] = [10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// Numbers below this have a table in place of a hash.
const SMALL: usize = 10_000;

/// What becomes of the stones.
pub struct Input {
    /// The tags of the stones at blink 0: at least one.
    stones: Vec<u32>,
    /// All numbers that are cut, in the order of the blinks that cut them first.
    cuts: Vec<Cut>,
    /// How many of these there are at each blink.
    ends: [usize; BLINKS],
    /// The number of indices.
    indices: usize,
}

struct Cut {
    index: u32,
    /// The tags of the halves, with delays from the blink of the cut.
    halves: [u32; 2],
}

/// Reads one line of numbers, and cuts them and their halves for the first time.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut table = Table {
        small: vec![0; SMALL],
        large: Map::with_capacity_and_hasher(1500, Default::default()),
        numbers: Vec::with_capacity(3000),
        new: Default::default(),
    };
    let mut stones = Vec::new();
    loop {
        stones.push(table.tag(reader.number(0..=MOST_NUMBER)?, 0));
        if reader.peek() != Some(b' ') {
            break;
        }
        if stones.len() == MOST_STONES {
            return Err(reader.error("at most 20 numbers", reader.at()));
        }
        reader.skip(1);
    }
    reader.end()?;
    let mut cuts = Vec::with_capacity(3000);
    let ends = std::array::from_fn(|blink| {
        for index in mem::take(&mut table.new[blink % 4]) {
            cuts.extend(table.cut(index, blink));
        }
        cuts.len()
    });
    Ok(Input { stones, cuts, ends, indices: table.numbers.len() })
}

/// The number of stones after 25 blinks.
pub fn part1(input: &Input) -> u64 {
    input.count(25)
}

/// The number of stones after 75 blinks.
pub fn part2(input: &Input) -> u64 {
    input.count(BLINKS)
}

impl Input {
    /// The number of stones after some blinks.
    fn count(&self, blinks: usize) -> u64 {
        let mut counts = vec![0; 4 * self.indices];
        for &tag in &self.stones {
            counts[place(tag, 0)] += 1;
        }
        for (blink, &end) in self.ends[..blinks].iter().enumerate() {
            for &Cut { index, halves } in &self.cuts[..end] {
                let count = mem::take(&mut counts[4 * index as usize + blink % 4]);
                for half in halves {
                    counts[place(half, blink)] += count;
                }
            }
        }
        counts.iter().sum()
    }
}

/// Where the number of a tag is counted, if its delay begins at this blink.
#[inline(always)]
fn place(tag: u32, blink: usize) -> usize {
    (tag & !3 | (tag + blink as u32) & 3) as usize
}

/// The numbers that are on stones.
struct Table {
    /// One more than the index of each small number that is known.
    small: Vec<u32>,
    /// The same for other numbers.
    large: Map<u64, u32>,
    /// By index.
    numbers: Vec<Number>,
    /// Numbers that may be cut for the first time at each of four blinks.
    new: [Vec<u32>; 4],
}

struct Number {
    /// What it is when it is cut, and the number of blinks until then.
    grown: u64,
    delay: u32,
    is_cut: bool,
}

impl Table {
    /// Cuts a number, unless that was done before.
    fn cut(&mut self, index: u32, blink: usize) -> Option<Cut> {
        let Number { grown, is_cut, .. } = &mut self.numbers[index as usize];
        if mem::replace(is_cut, true) {
            return None;
        }
        let power = POWERS[grown.ilog10() as usize / 2];
        // A half is there from the next blink, so its delay from this one is greater by 1.
        let halves = [*grown / power, *grown % power].map(|half| self.tag(half, blink + 1) + 1);
        Some(Cut { index, halves })
    }

    /// The tag of a number that there is at a blink.
    fn tag(&mut self, number: u64, blink: usize) -> u32 {
        let known = match self.small.get_mut(number as usize) {
            Some(known) => known,
            None => self.large.entry(number).or_insert(0),
        };
        if *known == 0 {
            let (mut grown, mut delay) = (number, 0);
            while grown == 0 || grown.ilog10().is_multiple_of(2) {
                grown = if grown == 0 { 1 } else { 2024 * grown };
                delay += 1;
            }
            self.numbers.push(Number { grown, delay, is_cut: false });
            *known = self.numbers.len() as u32;
        }
        let index = *known - 1;
        let Number { delay, is_cut, .. } = self.numbers[index as usize];
        if !is_cut {
            self.new[(blink + delay as usize) % 4].push(index);
        }
        4 * index + delay
    }
}
