//! [Passage Pathing](https://adventofcode.com/2021/day/12): how many walks lead from `start` to `end` and
//! enter no small cave twice, or at most one of them?
//!
//! Big caves are never next to each other, so a big cave only joins two small ones, or leads back to the same
//! one. Big caves are left out: `ways[a][b]` is the number of ways from small cave a to small cave b with at
//! most one big cave in between.
//!
//! What is left is a table over sets of small caves. For a set, let `once[b]` be the number of walks from the
//! start that have entered exactly these caves, once each, and are now in b. Before b was entered, such a
//! walk had entered the set without b:
//!
//! > once(set)\[b\] = (once(set - b) * ways)\[b\].
//!
//! The walks that have entered one of the caves twice come either from such walks on the smaller set, or from
//! `once` walks on the same set that enter b again:
//!
//! > twice(set)\[b\] = (twice(set - b) * ways)\[b\] + (once(set) * ways)\[b\].
//!
//! So one product with the matrix per set and kind of walk serves all larger sets. Sets are numbers, and a
//! smaller set is a smaller number, so they are filled in counting order. A walk ends by going to the end
//! from any set.
//!
//! Assumes the domain: at most 10 small caves and 10 big ones. A walk enters small caves and the end at most
//! 12 times. Where the greatest number of ways out of a cave, to that power, leaves room in 64 bits, these
//! are enough; 128 bits always are.

use std::array;
use std::ops::{AddAssign, Mul};

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

/// Small caves other than the start and the end, and as many big ones.
const MOST: usize = 10;
/// The numbers of caves: start, end, small ones, big ones.
const START: usize = 0;
const END: usize = 1;
const SMALL: usize = 2;
const BIG: usize = SMALL + MOST;

/// The caves without the big ones.
pub struct Input {
    /// How many small caves there are, without start and end.
    small: usize,
    /// The number of ways from cave to cave.
    ways: [[u32; BIG]; BIG],
}

/// Reads one passage a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut names = Names { small: Vec::new(), big: Vec::new() };
    // For each cave those that it is joined to, a bit each.
    let mut joined = [0_u32; BIG + MOST];
    reader.lines(|reader| {
        let start = reader.at();
        let one = names.read(reader)?;
        reader.literal("-")?;
        let other = names.read(reader)?;
        if one == other || one.min(other) >= BIG || joined[one] >> other & 1 == 1 {
            return Err(reader.error("a new passage between two caves, not both of them big", start));
        }
        joined[one] |= 1 << other;
        joined[other] |= 1 << one;
        Ok(())
    })?;
    if joined[START] == 0 || joined[END] == 0 {
        return Err(reader.too_soon("passages from the start and from the end"));
    }
    let ways = |from: usize, to: usize| {
        let big_between = (joined[from] & joined[to]) >> BIG;
        (joined[from] >> to & 1) + big_between.count_ones()
    };
    let ways = array::from_fn(|from| array::from_fn(|to| ways(from, to)));
    Ok(Input { small: names.small.len(), ways })
}

/// The names that have been read, in the order of their numbers.
struct Names<'a> {
    small: Vec<&'a [u8]>,
    big: Vec<&'a [u8]>,
}

impl<'a> Names<'a> {
    /// Reads a name for the number of its cave, which is a new one if the name is new.
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
}

/// The number of walks that enter no small cave twice.
pub fn part1(input: &Input) -> u128 {
    walks::<1>(input)
}

/// The number of walks that enter one small cave twice at most.
pub fn part2(input: &Input) -> u128 {
    walks::<2>(input)
}

/// The number of walks that enter one small cave at most `TIMES` times, and the others once.
fn walks<const TIMES: usize>(input: &Input) -> u128 {
    let most = input.ways.iter().map(|ways| ways[END..].iter().sum::<u32>()).max().unwrap_or(0);
    // (w + 1)^n is more than w + w^2 + ... + w^n.
    match u64::from(most + 1).checked_pow(MOST as u32 + 2) {
        Some(_) => count::<u64, TIMES>(input).into(),
        None => count::<u128, TIMES>(input),
    }
}

/// The same with numbers that are large enough.
fn count<T, const TIMES: usize>(input: &Input) -> T
where
    T: Copy + Default + PartialEq + AddAssign + Mul<Output = T> + From<u32>,
{
    let ways = input.ways.map(|ways| ways.map(T::from));
    let none = [T::default(); BIG];
    let mut total = ways[START][END];
    // For each set of small caves, and for walks that have entered no cave twice and one cave twice, the
    // number of walks that have gone one step on, by the cave where they are now.
    let mut onward = vec![[none; TIMES]; 1 << input.small];
    onward[0][0] = ways[START];
    for set in 1..onward.len() {
        let (mut sums, mut once_more) = ([none; TIMES], none);
        for (kind, sum) in sums.iter_mut().enumerate() {
            for cave in ones(set as u64) {
                let mut here = onward[set ^ 1 << cave][kind][SMALL + cave];
                here += once_more[SMALL + cave];
                if here != T::default() {
                    sum.iter_mut().zip(ways[SMALL + cave]).for_each(|(sum, ways)| *sum += here * ways);
                }
            }
            total += sum[END];
            once_more = *sum;
        }
        onward[set] = sums;
    }
    total
}
