//! [Grove Positioning System](https://adventofcode.com/2022/day/20): numbers in a circle, each of which moves
//! as far as its value says, in the order of the text; the sum of the values 1000, 2000 and 3000 places after
//! the 0, after one round (part 1), and after ten rounds with all values multiplied (part 2).
//!
//! **Ranks.** The rank of a number is how many numbers come before it, if the circle is written from some
//! fixed place on. The circle is cut into 16 groups, and each group into 16 leaves of about 20 numbers. So a
//! rank is a sum of three. With two leaves in a group:
//!
//! ```text
//! leaves           [7 3][0 8 4]  [1 9 2][6 5]  [...
//! group starts      0             5             10       how many numbers come before the group
//! leaf starts       0    2        0      3       0       how many of the group come before the leaf
//! places            0 1  0 1 2    0 1 2  0 1             how many of the leaf come before the number
//! ```
//!
//! The 9 has rank 5 + 0 + 1 = 6.
//!
//! **A move.** The new rank is the old one plus the value, modulo `n - 1`, since a number moves along the
//! `n - 1` others. To remove a number, all greater group starts go down by one, and so do the greater leaf
//! starts of its group and the greater places of its leaf. The new rank is in the last group that starts at
//! or before it, and there in the last leaf that does. To insert the number, all that comes after it goes up
//! by one in the same way. Let the 9 move by 2, to rank 8:
//!
//! ```text
//! leaves           [7 3][0 8 4]  [1 2][6 5]  [...        without the 9, rank 8 is in group 1, leaf 1, at place 1
//! group starts      0             5           9
//! leaf starts       0    2        0    2       0
//!
//! leaves           [7 3][0 8 4]  [1 2][6 9 5]  [...
//! group starts      0             5             10
//! leaf starts       0    2        0    2         0
//! ```
//!
//! Each step is a loop over a list of 16 starts or 64 places, and does the same to all of them without a
//! branch, so it vectorises. For this, the numbers of a leaf stay in any order in memory, each with its place
//! beside it.
//!
//! A leaf has room for 64 numbers. If a leaf is full, all numbers are dealt out again. Then each leaf has
//! room for at least 40 more, so this happens at most at every 40th move, and nearly always after thousands
//! of moves.

use std::array::from_fn;
use std::iter::repeat;
use std::ops::RangeInclusive;

use aoc_core::text::{InputError, Reader};

const COUNTS: RangeInclusive<usize> = 2..=6_000;
const MOST: i32 = 99_999;
const KEY: i64 = 811_589_153;
const GROUPS: usize = 16;
/// The leaves of a group.
const LEAVES: usize = 16;
/// How many numbers a leaf has room for.
const ROOM: usize = 64;
const _: () = assert!(COUNTS.end().div_ceil(GROUPS * LEAVES) + 40 <= ROOM);
const _: () = assert!(ROOM <= i8::MAX as usize);
/// Less than any place, so that it never changes.
const NO_PLACE: i8 = -1;

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
    let mut circle = Circle::new(&Vec::from_iter(0..numbers.len() as i16));
    for _ in 0..rounds {
        for (item, &by) in moves.iter().enumerate() {
            circle.advance(item as i16, by, others as i16);
        }
    }
    let order = circle.order();
    let zero = order.iter().position(|&item| numbers[item as usize] == 0).unwrap_or(0);
    let after = |places: usize| i64::from(numbers[order[(zero + places) % order.len()] as usize]);
    key * (after(1000) + after(2000) + after(3000))
}

/// The items 0, 1, 2 ... of a circle. An item is a number's place in the text.
struct Circle {
    /// All leaves, group after group. The place of a leaf in this list is its home.
    leaves: Vec<Leaf>,
    /// The slot of each item. The slots of all leaves are counted together.
    slots: Vec<u16>,
    /// For each group, how many items come before it.
    group_starts: [i16; GROUPS],
    /// For each leaf of a group, how many items of the group come before it.
    leaf_starts: [[i16; LEAVES]; GROUPS],
}

impl Circle {
    /// Deals out all items in this order.
    fn new(order: &[i16]) -> Circle {
        let size = order.len().div_ceil(GROUPS * LEAVES);
        let leaves = order.chunks(size).map(Leaf::of).chain(repeat(Leaf::EMPTY));
        let leaves = leaves.take(GROUPS * LEAVES).collect();
        let mut slots = vec![0; order.len()];
        for (place, &item) in order.iter().enumerate() {
            slots[item as usize] = (place / size * ROOM + place % size) as u16;
        }
        let start = |home: usize| (home * size).min(order.len()) as i16;
        let group_starts = from_fn(|group| start(group * LEAVES));
        let leaf_starts =
            from_fn(|group| from_fn(|leaf| start(group * LEAVES + leaf) - start(group * LEAVES)));
        Circle { leaves, slots, group_starts, leaf_starts }
    }

    /// All items in order.
    fn order(&self) -> Vec<i16> {
        let mut order = vec![0; self.leaves.iter().map(|leaf| leaf.length).sum()];
        for (home, leaf) in self.leaves.iter().enumerate() {
            let start = self.group_starts[home / LEAVES] + self.leaf_starts[home / LEAVES][home % LEAVES];
            for (&item, &place) in leaf.items.iter().zip(&leaf.places).take(leaf.length) {
                order[(start + i16::from(place)) as usize] = item;
            }
        }
        order
    }

    /// Moves an item forward along the others, whose number is `others`.
    #[inline(always)]
    fn advance(&mut self, item: i16, by: i16, others: i16) {
        let rank = self.remove(item) + by;
        self.insert(item, if rank >= others { rank - others } else { rank });
    }

    /// Removes an item, and gives its rank.
    #[inline(always)]
    fn remove(&mut self, item: i16) -> i16 {
        let (home, slot) = split(self.slots[item as usize].into(), ROOM);
        let (group, leaf) = split(home, LEAVES);
        let place = self.leaves[home].places[slot];
        let rank_in_group = self.leaf_starts[group][leaf] + i16::from(place);
        let rank = self.group_starts[group] + rank_in_group;
        add_to_greater(&mut self.group_starts, rank, -1);
        add_to_greater(&mut self.leaf_starts[group], rank_in_group, -1);
        let moved = self.leaves[home].remove(slot);
        self.slots[moved as usize] = (home * ROOM + slot) as u16;
        rank
    }

    /// Inserts an item at a rank.
    #[inline(always)]
    fn insert(&mut self, item: i16, rank: i16) {
        let group = last_start(&self.group_starts, rank);
        let rank_in_group = rank - self.group_starts[group];
        let leaf = last_start(&self.leaf_starts[group], rank_in_group);
        let place = (rank_in_group - self.leaf_starts[group][leaf]) as i8;
        let home = group * LEAVES + leaf;
        let slot = self.leaves[home].length;
        if slot == ROOM {
            return self.rebuild_with(item, rank);
        }
        add_to_greater(&mut self.group_starts, rank, 1);
        add_to_greater(&mut self.leaf_starts[group], rank_in_group, 1);
        self.leaves[home].insert(item, place);
        self.slots[item as usize] = (home * ROOM + slot) as u16;
    }

    /// Deals out all items again, with a further one at a rank.
    #[cold]
    #[inline(never)]
    fn rebuild_with(&mut self, item: i16, rank: i16) {
        let mut order = self.order();
        order.insert(rank as usize, item);
        *self = Circle::new(&order);
    }
}

/// Some items, each in a slot with its place.
#[derive(Clone)]
struct Leaf {
    places: [i8; ROOM],
    items: [i16; ROOM],
    /// How many slots are taken; they are the first ones.
    length: usize,
}

impl Leaf {
    const EMPTY: Leaf = Leaf { places: [NO_PLACE; ROOM], items: [0; ROOM], length: 0 };

    /// Some items in order.
    fn of(items: &[i16]) -> Leaf {
        let mut leaf = Leaf { length: items.len(), ..Leaf::EMPTY };
        leaf.items[..items.len()].copy_from_slice(items);
        leaf.places.iter_mut().zip(0..items.len() as i8).for_each(|(place, number)| *place = number);
        leaf
    }

    /// Inserts an item into the first free slot.
    #[inline(always)]
    fn insert(&mut self, item: i16, place: i8) {
        for other in &mut self.places {
            *other += i8::from(*other >= place);
        }
        self.places[self.length] = place;
        self.items[self.length] = item;
        self.length += 1;
    }

    /// Removes the item in a slot. The item in the last slot moves there, and is returned.
    #[inline(always)]
    fn remove(&mut self, slot: usize) -> i16 {
        let place = self.places[slot];
        for other in &mut self.places {
            *other -= i8::from(*other > place);
        }
        self.length -= 1;
        self.places[slot] = self.places[self.length];
        self.items[slot] = self.items[self.length];
        self.places[self.length] = NO_PLACE;
        self.items[slot]
    }
}

/// The quotient and the remainder.
fn split(number: usize, by: usize) -> (usize, usize) {
    (number / by, number % by)
}

/// The last of the starts that is not greater than a rank; the first one is 0.
#[inline(always)]
fn last_start<const N: usize>(starts: &[i16; N], rank: i16) -> usize {
    starts.iter().map(|&start| i16::from(start <= rank)).sum::<i16>() as usize - 1
}

/// Changes all starts that are greater than a rank.
#[inline(always)]
fn add_to_greater<const N: usize>(starts: &mut [i16; N], rank: i16, change: i16) {
    for start in starts {
        *start += if *start > rank { change } else { 0 };
    }
}
