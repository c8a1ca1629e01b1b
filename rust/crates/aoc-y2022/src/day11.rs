//! [Monkey in the Middle](https://adventofcode.com/2022/day/11): monkeys inspect items and throw them to one another, each time
//! with a new worry level; the product of the two greatest numbers of inspections after 20 rounds (part 1), or after 10,000
//! rounds without relief (part 2).
//!
//! **Items never influence each other**, so each is followed alone. An item is inspected by ever later monkeys until it is
//! thrown to an earlier one, where the next round begins for it. So within a round a monkey inspects it at most once, and a
//! round is described by a set of monkeys.
//!
//! **Without relief** only remainders by the product of the different divisors matter. So a monkey and a remainder are the whole
//! state at the start of a round. An item's walk through the states stops where it meets a state that is known, of its own walk or
//! of an earlier one: from there on everything has been seen.
//!
//! ```text
//! first item:    0  1  2  3  4  5       a walk of states 0 to 5, and from 5 back to 3
//!                         ^     |
//!                         +-----+
//! second item:   6  7 -> 2              its walk is 6, 7, and goes on in the first one at 2
//! ```
//!
//! So each state is stepped once. Visits are counted in whole stretches: a walk from 6 with 10 rounds visits 6 to 7, then 2 to 5,
//! then 3 to 5 once more, and 3. A stretch adds 1 at its start and -1 behind its end; running totals are the visits.
//!
//! **A walk of 10,000 states** that meets no known one is never joined later, since it is not known how it goes on. So no walk is
//! longer than that.

use std::collections::hash_map::Entry;

use aoc_core::hash::Map;
use aoc_core::text::{InputError, Reader};

const MOST_MONKEYS: usize = 8;
const MOST_ITEMS: usize = 36;
const MOST_WORRY: u64 = 100_000_000_000_000_000;
const PRIMES: [u64; 9] = [2, 3, 5, 7, 11, 13, 17, 19, 23];
const ROUNDS: usize = 20;
const MANY_ROUNDS: usize = 10_000;

/// How many items each monkey inspects.
type Inspections = [u64; MOST_MONKEYS];

/// The monkeys, and the items at the start.
pub struct Input {
    monkeys: Vec<Monkey>,
    items: Vec<Item>,
    /// The inspections of the first 20 rounds.
    inspections: Inspections,
}

/// Where an item is at the start of a round.
#[derive(Clone, Copy)]
struct Item {
    monkey: usize,
    worry: u64,
}

struct Monkey {
    /// The factor of the operation, or `None` for the old level.
    factor: Option<u64>,
    summand: u64,
    divisor: Divisor,
    if_true: usize,
    if_false: usize,
}

/// A prime, with what it takes to tell its multiples without a division.
struct Divisor {
    prime: u64,
    /// The inverse of the prime modulo 2^64, or 1 for 2.
    inverse: u64,
}

impl Divisor {
    fn new(prime: u64) -> Divisor {
        // Each step doubles the number of right bits, of which an odd number has three.
        let better = |inverse: u64, _| inverse.wrapping_mul(2_u64.wrapping_sub(prime.wrapping_mul(inverse)));
        Divisor { prime, inverse: if prime == 2 { 1 } else { (0..5).fold(prime, better) } }
    }

    /// Whether a number is a multiple. Times the inverse, the multiples of an odd prime become the numbers from 0 on, up to the
    /// greatest quotient, and all others become greater ones. For 2, so does a rotation.
    fn divides(&self, number: u64) -> bool {
        let is_even = u32::from(self.prime == 2);
        number.wrapping_mul(self.inverse).rotate_right(is_even) <= u64::MAX / self.prime
    }
}

/// Reads the monkeys, and follows the items for 20 rounds.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut monkeys = Vec::with_capacity(MOST_MONKEYS);
    let mut items = Vec::new();
    loop {
        if monkeys.len() == MOST_MONKEYS {
            return Err(reader.error("at most 8 monkeys", reader.at()));
        }
        let monkey = monkey(&mut reader, monkeys.len(), &mut items)?;
        monkeys.push(monkey);
        if reader.at_end() {
            break;
        }
        reader.blank_line()?;
    }
    if monkeys.len() < 2 {
        return Err(reader.too_soon("a second monkey"));
    }
    if monkeys.iter().any(|monkey| monkey.if_true.max(monkey.if_false) >= monkeys.len()) {
        return Err(reader.error_of_whole("an item is thrown to a monkey that is not there"));
    }
    let Some(inspections) = with_relief(&monkeys, &items) else {
        return Err(reader.error_of_whole("a worry level passes 10^17"));
    };
    Ok(Input { monkeys, items, inspections })
}

/// Reads the six lines of a monkey, and adds its items.
fn monkey(reader: &mut Reader, number: usize, items: &mut Vec<Item>) -> Result<Monkey, InputError> {
    reader.literal("Monkey ")?;
    reader.number(number..=number)?;
    reader.literal(":")?;
    line(reader, "  Starting items:")?;
    let start = items.len();
    while items.len() == start && reader.peek() == Some(b' ') || reader.peek() == Some(b',') {
        reader.literal(if items.len() == start { " " } else { ", " })?;
        if items.len() == start + MOST_ITEMS {
            return Err(reader.error("at most 36 items", reader.at()));
        }
        items.push(Item { monkey: number, worry: reader.number(1..=999)? });
    }
    line(reader, "  Operation: new = old ")?;
    let (factor, summand) = match reader.one_of(&["* old", "* ", "+ "])? {
        0 => (None, 0),
        1 => (Some(reader.number(1..=99)?), 0),
        _ => (Some(1), reader.number(1..=99)?),
    };
    line(reader, "  Test: divisible by ")?;
    let at = reader.at();
    let prime = reader.number(2..=23)?;
    if !PRIMES.contains(&prime) {
        return Err(reader.error("a prime", at));
    }
    let if_true = target(reader, "    If true: throw to monkey ", number)?;
    let if_false = target(reader, "    If false: throw to monkey ", number)?;
    Ok(Monkey { factor, summand, divisor: Divisor::new(prime), if_true, if_false })
}

/// Reads the beginning of the next line.
fn line(reader: &mut Reader, begins: &str) -> Result<(), InputError> {
    reader.newline()?;
    reader.literal(begins)
}

/// Reads the next line, which names another monkey.
fn target(reader: &mut Reader, begins: &str, thrower: usize) -> Result<usize, InputError> {
    line(reader, begins)?;
    let at = reader.at();
    let target = reader.number(0..=MOST_MONKEYS - 1)?;
    if target == thrower {
        return Err(reader.error("another monkey", at));
    }
    Ok(target)
}

/// The inspections of 20 rounds, if no worry level passes its limit.
fn with_relief(monkeys: &[Monkey], items: &[Item]) -> Option<Inspections> {
    let relieved = |old: u64, factor: u64, summand: u64| {
        old.checked_mul(factor)?.checked_add(summand).filter(|&new| new <= MOST_WORRY).map(|new| new / 3)
    };
    let mut inspections = [0; MOST_MONKEYS];
    for &(mut item) in items {
        for _ in 0..ROUNDS {
            let inspectors;
            (item, inspectors) = round(monkeys, item, relieved)?;
            add(&mut inspections, inspectors, 1);
        }
    }
    Some(inspections)
}

/// Follows an item for a round, and gives the set of monkeys that inspect it. The new worry level is made of the old one, the
/// factor and the summand.
#[inline(always)]
fn round(
    monkeys: &[Monkey],
    mut item: Item,
    new_worry: impl Fn(u64, u64, u64) -> Option<u64>,
) -> Option<(Item, u8)> {
    let mut inspectors = 0;
    loop {
        let monkey = &monkeys[item.monkey];
        inspectors |= 1 << item.monkey;
        let worry = new_worry(item.worry, monkey.factor.unwrap_or(item.worry), monkey.summand)?;
        let target = if monkey.divisor.divides(worry) { monkey.if_true } else { monkey.if_false };
        let is_over = target < item.monkey;
        item = Item { monkey: target, worry };
        if is_over {
            return Some((item, inspectors));
        }
    }
}

/// Counts rounds with the same inspectors.
fn add(inspections: &mut Inspections, inspectors: u8, rounds: u64) {
    for (monkey, count) in inspections.iter_mut().enumerate() {
        *count += u64::from(inspectors >> monkey & 1) * rounds;
    }
}

/// The product of the two greatest numbers.
fn business(mut inspections: Inspections) -> u64 {
    inspections.sort_unstable();
    inspections[MOST_MONKEYS - 2] * inspections[MOST_MONKEYS - 1]
}

/// The product after 20 rounds with relief.
pub fn part1(input: &Input) -> u64 {
    business(input.inspections)
}

/// The product after 10,000 rounds without relief.
pub fn part2(input: &Input) -> u64 {
    let mut walks = Walks::new(&input.monkeys);
    input.items.iter().for_each(|&item| walks.add(item));
    let mut changes = vec![0; walks.states.len() + 1];
    (0..walks.walks.len()).for_each(|walk| walks.visit(walk, &mut changes));
    let mut inspections = [0; MOST_MONKEYS];
    let mut visits = 0_u64;
    for (state, change) in walks.states.iter().zip(changes) {
        visits = visits.wrapping_add(change);
        add(&mut inspections, state.inspectors, visits);
    }
    business(inspections)
}

/// The walks of all items through the states at the starts of rounds.
struct Walks<'a> {
    monkeys: &'a [Monkey],
    modulus: u64,
    /// The number of each known state, by monkey and worry level.
    known: Map<u64, u32>,
    states: Vec<State>,
    walks: Vec<Walk>,
}

struct State {
    /// The walk that it belongs to.
    walk: usize,
    /// The monkeys that inspect the item in the round.
    inspectors: u8,
}

/// The states `first` to `end - 1`, after which comes `next`. There is none after 10,000.
struct Walk {
    first: usize,
    end: usize,
    next: Option<usize>,
}

impl<'a> Walks<'a> {
    fn new(monkeys: &'a [Monkey]) -> Self {
        let is_used = |prime: &&u64| monkeys.iter().any(|monkey| monkey.divisor.prime == **prime);
        let modulus = PRIMES.iter().filter(is_used).product();
        Walks { monkeys, modulus, known: Map::default(), states: Vec::new(), walks: Vec::new() }
    }

    /// Walks from an item's state up to one that is known, or for 10,000 rounds.
    fn add(&mut self, mut item: Item) {
        let (walk, first) = (self.walks.len(), self.states.len());
        let mut next = None;
        for state in first..first + MANY_ROUNDS {
            match self.known.entry(item.worry << 3 | item.monkey as u64) {
                Entry::Occupied(mut known) => {
                    let other = *known.get() as usize;
                    let its_walk = self.states[other].walk;
                    if its_walk == walk || self.walks[its_walk].next.is_some() {
                        next = Some(other);
                        break;
                    }
                    known.insert(state as u32);
                }
                Entry::Vacant(place) => {
                    place.insert(state as u32);
                }
            }
            let remainder =
                |old: u64, factor: u64, summand: u64| Some((old * factor + summand) % self.modulus);
            let Some((after, inspectors)) = round(self.monkeys, item, remainder) else { break };
            self.states.push(State { walk, inspectors });
            item = after;
        }
        self.walks.push(Walk { first, end: self.states.len(), next });
    }

    /// Counts the visits of 10,000 rounds from the start of a walk: at each state, how many more there are than at the one before.
    fn visit(&self, walk: usize, changes: &mut [u64]) {
        let mut count = |first: usize, end: usize, times: u64| {
            changes[first] = changes[first].wrapping_add(times);
            changes[end] = changes[end].wrapping_sub(times);
        };
        let mut left = MANY_ROUNDS;
        let mut walk = &self.walks[walk];
        let mut state = walk.first;
        while let Some(next) = walk.next.filter(|_| left > walk.end - state) {
            count(state, walk.end, 1);
            left -= walk.end - state;
            state = next;
            if (walk.first..walk.end).contains(&state) {
                let length = walk.end - state;
                count(state, walk.end, (left / length) as u64);
                left %= length;
                break;
            }
            walk = &self.walks[self.states[state].walk];
        }
        count(state, state + left, 1);
    }
}
