//! [Passage Pathing](https://adventofcode.com/2021/day/12): how many walks lead from cave `start` to cave `end`, if
//! small caves (lower case) are entered once at most and big ones (upper case) freely? And if one small cave, neither
//! `start` nor `end`, may be entered twice?
//!
//! Big caves are never next to each other, so a big cave is only a way between two small ones. They are melted away:
//! `weight[a][b]` is the number of ways from small cave a to small cave b with at most one big cave in between, and
//! for a = b the number of ways out into a big cave and back.
//!
//! What is left is a table over sets of small caves. For a set, let `once[b]` be the number of walks from the start
//! that have entered exactly these caves, once each, and are now in b. Any such walk came to b from the set without b,
//!
//! > `once(set)[b] = (once(set - b) * weight)[b]`,
//!
//! so one product of a row and the matrix per set serves all larger sets. The walks that have entered one of the caves
//! twice come either from such walks on the smaller set, or from `once` walks on the same set by entering b again:
//!
//! > `twice(set)[b] = (twice(set - b) * weight)[b] + (once(set) * weight)[b]`.
//!
//! Sets are numbers, and a smaller set is a smaller number, so they are filled in counting order. Walks end by going
//! to the end from any set.
//!
//! Assumes nothing beyond the domain: at most 10 small caves and 10 big ones. A walk takes at most one step more than
//! there are small caves, and another if one is entered twice; where the greatest number of ways out of a cave, to
//! that power, leaves room in 64 bits, these are enough, and 128 bits always are. Python remembers walks by cave and
//! visited set; Haskell fills a lazy table from the end.

use std::ops::{AddAssign, Mul};

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

/// Small caves other than the start and the end, and as many big ones.
const MOST: usize = 10;
const START: usize = 0;
const END: usize = 1;
const SMALL: usize = 2;
const BIG: usize = SMALL + MOST;

/// The number of walks for each part.
pub struct Input {
    once: u128,
    twice: u128,
}

/// A row of numbers, one for each small cave.
type Row<T> = [T; MOST];

/// Reads one passage a line and counts the walks.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut caves = Caves { small: Vec::new(), big: Vec::new(), joined: [0; BIG + MOST] };
    reader.lines(|reader| {
        let start = reader.at();
        let one = caves.read(reader)?;
        reader.literal("-")?;
        let other = caves.read(reader)?;
        if one == other || one.min(other) >= BIG || caves.joined[one] >> other & 1 == 1 {
            return Err(reader.error("a new passage between two caves, not both of them big", start));
        }
        caves.joined[one] |= 1 << other;
        caves.joined[other] |= 1 << one;
        Ok(())
    })?;
    if caves.joined[START] == 0 || caves.joined[END] == 0 {
        return Err(reader.too_soon("passages from the start and from the end"));
    }
    let steps = caves.small.len() as u32 + 2;
    let ways = (0..SMALL + caves.small.len()).map(|cave| caves.ways_out(cave)).max().unwrap_or(0);
    // (w + 1)^n is more than w + w^2 + ... + w^n.
    let fits = (ways + 1).checked_pow(steps).is_some();
    Ok(if fits { caves.walks::<u64>() } else { caves.walks::<u128>() })
}

/// The number of walks that enter no small cave twice.
pub fn part1(input: &Input) -> u128 {
    input.once
}

/// The number of walks that enter one small cave twice at most.
pub fn part2(input: &Input) -> u128 {
    input.once + input.twice
}

/// The caves by number: start, end, small ones from [`SMALL`] on and big ones from [`BIG`] on.
struct Caves<'a> {
    small: Vec<&'a [u8]>,
    big: Vec<&'a [u8]>,
    /// For each cave those that it is joined to, a bit each.
    joined: [u32; BIG + MOST],
}

impl<'a> Caves<'a> {
    /// Reads a name for the number of its cave, a new one if the name is new.
    fn read(&mut self, reader: &mut Reader<'a>) -> Result<usize, InputError> {
        let start = reader.at();
        let name = reader.word(|byte| byte.is_ascii_alphabetic(), "the name of a cave")?;
        let (names, first) = match name {
            b"start" => return Ok(START),
            b"end" => return Ok(END),
            _ if name.iter().all(u8::is_ascii_lowercase) => (&mut self.small, SMALL),
            _ if name.iter().all(u8::is_ascii_uppercase) => (&mut self.big, BIG),
            _ => return Err(reader.error("a name in all lower or all upper case", start)),
        };
        if let Some(known) = names.iter().position(|&known| known == name) {
            return Ok(first + known);
        }
        if names.len() == MOST {
            return Err(reader.error("at most ten small and ten big caves", start));
        }
        names.push(name);
        Ok(first + names.len() - 1)
    }

    /// In how many ways one gets from a small cave to another, or back to itself, without entering a third.
    fn weight(&self, from: usize, to: usize) -> u32 {
        let big_between = (self.joined[from] & self.joined[to]) >> BIG;
        (self.joined[from] >> to & 1) + big_between.count_ones()
    }

    /// In how many ways one gets from a cave to a small one or to the end.
    fn ways_out(&self, from: usize) -> u64 {
        (END..SMALL + self.small.len()).map(|to| u64::from(self.weight(from, to))).sum()
    }

    /// Counts the walks with numbers of a type in which all of them fit.
    fn walks<T>(&self) -> Input
    where
        T: Copy + Default + PartialEq + AddAssign + Mul<Output = T> + From<u32> + Into<u128>,
    {
        let small = self.small.len();
        let row =
            |from: usize| -> Row<T> { std::array::from_fn(|to| T::from(self.weight(from, SMALL + to))) };
        let weight: [Row<T>; MOST] = std::array::from_fn(|from| row(SMALL + from));
        let to_end = row(END);
        let none = [T::default(); MOST];
        let times_weight = |walks: &Row<T>, set: usize| {
            let mut product = none;
            for at in ones(set as u64) {
                for (sum, &ways) in product.iter_mut().zip(&weight[at]) {
                    *sum += walks[at] * ways;
                }
            }
            product
        };
        // For each set: the walks once and twice, one step further on.
        let mut onward = vec![(none, none); 1 << small];
        onward[0].0 = row(START);
        let (mut once_to_end, mut twice_to_end) = (T::from(self.weight(START, END)), T::default());
        for set in 1..1 << small {
            let (mut once, mut twice) = (none, none);
            for at in ones(set as u64) {
                (once[at], twice[at]) = (onward[set ^ 1 << at].0[at], onward[set ^ 1 << at].1[at]);
            }
            if once == none && twice == none {
                continue;
            }
            let further = times_weight(&once, set);
            for at in ones(set as u64) {
                twice[at] += further[at];
                once_to_end += once[at] * to_end[at];
                twice_to_end += twice[at] * to_end[at];
            }
            onward[set] = (further, times_weight(&twice, set));
        }
        Input { once: once_to_end.into(), twice: twice_to_end.into() }
    }
}
