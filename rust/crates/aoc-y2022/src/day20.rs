//! [Grove Positioning System](https://adventofcode.com/2022/day/20): numbers in a circle, each of which moves as far as its value
//! says, in the order of the text; the sum of the values 1000, 2000 and 3000 places after the 0, after one round (part 1), and
//! after ten rounds with all values multiplied (part 2).
//!
//! **Leaves.** The circle is cut into 256 leaves of about 20 numbers, and these into 16 groups of 16 leaves:
//!
//! ```text
//! group starts     0           6       11
//! leaf starts      0    2      0  3    0           of each leaf in its group
//! leaves           [7 3][0 8 4][1 9 2][6 5][...]   9 is in group 1, leaf 0, place 1: its rank is 6 + 0 + 1 = 7.
//! ```
//!
//! **A move.** For each number its leaf is known, and a search of the leaf finds its place. The new rank is the old one plus the
//! value, modulo `n - 1`, since a number moves along the `n - 1` others. The new place is in the last group that starts at or
//! before the new rank, and in the last leaf of that group that does. Where a number is removed or inserted, all later group
//! starts change by one, and all later leaf starts of the same group. Each of these steps is a short loop over one list without
//! a branch, which vectorises.
//!
//! A leaf has room for 32 numbers. If a leaf is full, all numbers are dealt out again. Then each leaf has room for at least eight
//! more, so this happens at most at every eighth move, and nearly always after hundreds of moves.

use std::ops::RangeInclusive;

use aoc_core::text::{InputError, Reader};

const COUNTS: RangeInclusive<usize> = 2..=6_000;
const MOST: i32 = 99_999;
const KEY: i64 = 811_589_153;
const GROUPS: usize = 16;
/// The leaves of a group.
const LEAVES: usize = 16;
/// How many numbers a leaf has room for.
const ROOM: usize = 32;
const _: () = assert!(COUNTS.end().div_ceil(GROUPS * LEAVES) + 8 <= ROOM);
/// What is in an empty place.
const EMPTY: i16 = -1;

/// The numbers in the order of the text, with one 0.
pub type Input = Vec<i32>;

/// Reads one number a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut has_zero = false;
    let numbers = reader.lines_up_to(*COUNTS.end(), |line| {
        let start = line.at();
        let number = line.number(-MOST..=MOST)?;
        if number == 0 && std::mem::replace(&mut has_zero, true) {
            return Err(line.error("only one 0", start));
        }
        Ok(number)
    })?;
    if numbers.len() < *COUNTS.start() {
        return Err(reader.too_soon("at least two numbers"));
    }
    if has_zero { Ok(numbers) } else { Err(reader.error_of_whole("there is no 0")) }
}

/// The sum after one round.
pub fn part1(numbers: &Input) -> i64 {
    mix(numbers, 1, 1)
}

/// The sum after ten rounds, with all values multiplied: below 2^48.
pub fn part2(numbers: &Input) -> i64 {
    mix(numbers, KEY, 10)
}

/// The sum of three after some rounds, with all values multiplied by a key.
fn mix(numbers: &[i32], key: i64, rounds: usize) -> i64 {
    let others = numbers.len() as i64 - 1;
    let factor = key % others;
    let moves = numbers.iter().map(|&number| (i64::from(number) * factor).rem_euclid(others) as i16);
    let moves: Vec<i16> = moves.collect();
    let mut circle = Circle::new((0..numbers.len() as i16).collect());
    for _ in 0..rounds {
        for (item, &by) in moves.iter().enumerate() {
            circle.advance(item as i16, by, others as i16);
        }
    }
    let order = circle.items();
    let zero = order.iter().position(|&item| numbers[item as usize] == 0).unwrap_or(0);
    let after = |places: usize| i64::from(numbers[order[(zero + places) % order.len()] as usize]);
    key * (after(1000) + after(2000) + after(3000))
}

/// The items 0, 1, 2 ... of a circle. An item is a number's place in the text.
struct Circle {
    /// The leaf of each item, from 0 to 255: its home.
    homes: Vec<u16>,
    leaves: Vec<Leaf>,
    lengths: Vec<u8>,
    /// For each group, how many items come before it.
    group_starts: [i16; GROUPS],
    /// For each leaf of a group, how many items of the group come before it.
    leaf_starts: [[i16; LEAVES]; GROUPS],
}

impl Circle {
    /// Deals out the items in this order.
    fn new(order: Vec<i16>) -> Circle {
        let size = order.len().div_ceil(GROUPS * LEAVES);
        let mut circle = Circle {
            homes: vec![0; order.len()],
            leaves: vec![Leaf([EMPTY; ROOM]); GROUPS * LEAVES],
            lengths: vec![0; GROUPS * LEAVES],
            group_starts: [0; GROUPS],
            leaf_starts: [[0; LEAVES]; GROUPS],
        };
        for (home, items) in order.chunks(size).enumerate() {
            circle.leaves[home].0[..items.len()].copy_from_slice(items);
            circle.lengths[home] = items.len() as u8;
            items.iter().for_each(|&item| circle.homes[item as usize] = home as u16);
        }
        let start = |leaf: usize| (leaf * size).min(order.len()) as i16;
        for group in 0..GROUPS {
            circle.group_starts[group] = start(group * LEAVES);
            for leaf in 0..LEAVES {
                circle.leaf_starts[group][leaf] = start(group * LEAVES + leaf) - start(group * LEAVES);
            }
        }
        circle
    }

    /// All items in order.
    fn items(&self) -> Vec<i16> {
        let leaves = self.leaves.iter().zip(&self.lengths);
        leaves.flat_map(|(leaf, &length)| &leaf.0[..usize::from(length)]).copied().collect()
    }

    /// Moves an item forward along the others, whose number is `others`.
    #[inline(always)]
    fn advance(&mut self, item: i16, by: i16, others: i16) {
        let home = usize::from(self.homes[item as usize]);
        let place = self.leaves[home].place_of(item);
        let (group, leaf) = (home / LEAVES, home % LEAVES);
        let rank = self.group_starts[group] + self.leaf_starts[group][leaf] + place as i16 + by;
        self.leaves[home].remove(place);
        self.change_length(home, -1);
        self.insert(item, if rank >= others { rank - others } else { rank });
    }

    /// Inserts an item at a rank.
    #[inline(always)]
    fn insert(&mut self, item: i16, rank: i16) {
        let group = last_start(&self.group_starts, rank);
        let rank_in_group = rank - self.group_starts[group];
        let leaf = last_start(&self.leaf_starts[group], rank_in_group);
        let place = (rank_in_group - self.leaf_starts[group][leaf]) as usize;
        let home = group * LEAVES + leaf;
        if usize::from(self.lengths[home]) == ROOM {
            return self.rebuild_with(item, rank);
        }
        self.leaves[home].insert(place, item);
        self.homes[item as usize] = home as u16;
        self.change_length(home, 1);
    }

    /// Deals out all items again, with a further one at a rank.
    #[cold]
    #[inline(never)]
    fn rebuild_with(&mut self, item: i16, rank: i16) {
        let mut order = self.items();
        order.insert(rank as usize, item);
        *self = Circle::new(order);
    }

    /// Notes that a leaf has one item more or fewer, in its length and in all later starts.
    #[inline(always)]
    fn change_length(&mut self, home: usize, by: i8) {
        self.lengths[home] = self.lengths[home].wrapping_add_signed(by);
        add_after(&mut self.group_starts, home / LEAVES, by.into());
        add_after(&mut self.leaf_starts[home / LEAVES], home % LEAVES, by.into());
    }
}

/// Some items in a row, and empty places after them. It fills a line of the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Leaf([i16; ROOM]);

impl Leaf {
    /// The place of an item that is in this leaf. All places are compared, since a branch could not be predicted.
    #[inline(always)]
    fn place_of(&self, item: i16) -> usize {
        let places = (0..).zip(self.0).map(|(place, other): (i16, _)| if other == item { place } else { 0 });
        places.fold(0, |sum, place| sum | place) as usize
    }

    /// Removes an item. All places are written, because a loop of a known length vectorises.
    #[inline(always)]
    fn remove(&mut self, place: usize) {
        for at in 0..ROOM - 1 {
            self.0[at] = if at as i16 >= place as i16 { self.0[at + 1] } else { self.0[at] };
        }
        self.0[ROOM - 1] = EMPTY;
    }

    /// Inserts an item, eight places at a time from the last ones on, so that no item is written before it is read.
    #[inline(always)]
    fn insert(&mut self, place: usize, item: i16) {
        for start in (0..ROOM).step_by(8).rev() {
            let before: [i16; 8] =
                std::array::from_fn(|at| if start + at == 0 { EMPTY } else { self.0[start + at - 1] });
            for (at, before) in (start..start + 8).zip(before) {
                let moved = if at as i16 == place as i16 { item } else { before };
                self.0[at] = if at as i16 >= place as i16 { moved } else { self.0[at] };
            }
        }
    }
}

/// The last of the starts that is not greater than a rank; the first one is 0.
#[inline(always)]
fn last_start<const N: usize>(starts: &[i16; N], rank: i16) -> usize {
    starts.iter().map(|&start| i16::from(start <= rank)).sum::<i16>() as usize - 1
}

/// Adds to all starts after one of them.
#[inline(always)]
fn add_after<const N: usize>(starts: &mut [i16; N], at: usize, by: i16) {
    for (place, start) in (0..).zip(starts) {
        *start += if place > at as i16 { by } else { 0 };
    }
}
