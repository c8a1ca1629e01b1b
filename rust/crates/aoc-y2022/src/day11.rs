//! [Monkey in the Middle](https://adventofcode.com/2022/day/11): monkeys inspect items and throw them to one
//! another, each time with a new worry level; the product of the two greatest numbers of inspections after 20
//! rounds (part 1), or after 10,000 rounds without relief (part 2).
//!
//! **Items never influence each other**, so each is followed alone. Monkeys take turns by number. A monkey
//! throws an item to a later one, which inspects it in the same round, or to an earlier one, where the next
//! round begins for the item. So in a round a monkey inspects an item at most once, and the round of an item
//! is a set of monkeys.
//!
//! ```text
//! monkeys     0  1  2  3
//! round 1     x --> x  x       thrown from 0 to 2, to 3, and back to 1: the set {0, 2, 3}
//! round 2        x  x          thrown from 1 to 2, and back to 0: the set {1, 2}
//! ```
//!
//! **Without relief** only remainders by the product of the different divisors matter. So the monkey and the
//! remainder at the start of a round are a state, and decide all later rounds. The path of an item is the
//! states that it adds to the known ones. It ends where it meets a known state, of this path or of an earlier
//! one: from there on everything has been seen.
//!
//! ```text
//! first item     0  1  2  3  4  5       a path of the states 0 to 5; after 5 comes 3
//!                         ^     |
//!                         +-----+
//! second item    6  7 -> 2              a path of the states 6 and 7; after 7 comes 2, which is on the first path
//! ```
//!
//! So each state is found once. Visits are counted by stretches of states. For example, 10 rounds from state
//! 6 visit 6 to 7, then 2 to 5, then 3 to 5 once more, and then 3. A stretch adds 1 at its start and
//! subtracts 1 after its end, so the running totals are the visits of each state.
//!
//! **A path ends after 10,000 states**, since no item has more rounds. Such a path has no next state, and an
//! item that came onto it later would need one. So that item finds the states again.

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
        // Newton's method. An odd number is its own inverse modulo 8, and each step doubles the number of
        // correct bits.
        let improved =
            |inverse: u64, _| inverse.wrapping_mul(2_u64.wrapping_sub(prime.wrapping_mul(inverse)));
        Divisor { prime, inverse: if prime == 2 { 1 } else { (0..5).fold(prime, improved) } }
    }

    /// Whether a number is a multiple. The product with the inverse is different for each number. A multiple
    /// of an odd prime gives its quotient, so no other number gives one that is small enough to be a
    /// quotient. For 2, a rotation does the same.
    fn divides(&self, number: u64) -> bool {
        let is_even = u32::from(self.prime == 2);
        number.wrapping_mul(self.inverse).rotate_right(is_even) <= u64::MAX / self.prime
    }
}

/// Reads the monkeys, and follows the items for 20 rounds.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut items = Vec::new();
    let monkeys =
        reader.blocks_up_to(MOST_MONKEYS, "monkeys", |reader, number| monkey(reader, number, &mut items))?;
    if monkeys.len() < 2 {
        return Err(reader.too_soon("a second monkey"));
    }
    if monkeys.iter().any(|monkey| monkey.if_true.max(monkey.if_false) >= monkeys.len()) {
        return Err(reader.error_of_whole("an item is thrown to a monkey that is not there"));
    }
    let Some(inspections) = inspections_with_relief(&monkeys, &items) else {
        return Err(reader.error_of_whole("a worry level passes 10^17"));
    };
    Ok(Input { monkeys, items, inspections })
}

/// Reads the six lines of a monkey, and adds its items.
fn monkey(reader: &mut Reader, number: usize, items: &mut Vec<Item>) -> Result<Monkey, InputError> {
    reader.literal(&format!("Monkey {number}:"))?;
    line(reader, "  Starting items:")?;
    let start = items.len();
    let mut separator = " ";
    while reader.peek() == separator.bytes().next() {
        reader.literal(separator)?;
        separator = ", ";
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
fn inspections_with_relief(monkeys: &[Monkey], items: &[Item]) -> Option<Inspections> {
    let relieved = |old: u64, factor: u64, summand: u64| {
        old.checked_mul(factor)?.checked_add(summand).filter(|&new| new <= MOST_WORRY).map(|new| new / 3)
    };
    let mut inspections = [0; MOST_MONKEYS];
    for &(mut item) in items {
        for _ in 0..ROUNDS {
            let inspectors;
            (item, inspectors) = round(monkeys, item, relieved)?;
            count_rounds(&mut inspections, inspectors, 1);
        }
    }
    Some(inspections)
}

/// Follows an item for a round. Gives where it is then, and the monkeys that inspect it, one bit each. The
/// new worry level is made of the old one, the factor and the summand.
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

/// Adds some rounds that have the same inspectors.
fn count_rounds(inspections: &mut Inspections, inspectors: u8, rounds: u64) {
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
    let mut graph = Graph::new(&input.monkeys);
    input.items.iter().for_each(|&item| graph.add_path(item));
    let mut changes = vec![0; graph.states.len() + 1];
    graph.paths.iter().for_each(|path| graph.count_visits(path, &mut changes));
    let mut inspections = [0; MOST_MONKEYS];
    let mut visits = 0_u64;
    for (state, change) in graph.states.iter().zip(changes) {
        visits = visits.wrapping_add(change);
        count_rounds(&mut inspections, state.inspectors, visits);
    }
    business(inspections)
}

/// The states that items have at the starts of rounds, path by path.
struct Graph<'a> {
    monkeys: &'a [Monkey],
    modulus: u64,
    /// The number of each known state, by monkey and worry level.
    known: Map<u64, u32>,
    states: Vec<State>,
    paths: Vec<Path>,
}

struct State {
    /// The number of the path that it is on.
    path: usize,
    /// The monkeys that inspect the item in the round.
    inspectors: u8,
}

/// The states `first` to `end - 1`, after which comes `next`. There is none after 10,000.
struct Path {
    first: usize,
    end: usize,
    next: Option<usize>,
}

impl<'a> Graph<'a> {
    fn new(monkeys: &'a [Monkey]) -> Self {
        let is_used = |prime: &&u64| monkeys.iter().any(|monkey| monkey.divisor.prime == **prime);
        let modulus = PRIMES.iter().filter(is_used).product();
        Graph { monkeys, modulus, known: Map::default(), states: Vec::new(), paths: Vec::new() }
    }

    /// Adds the states from that of an item up to one that is known, or for 10,000 rounds.
    fn add_path(&mut self, mut item: Item) {
        let (path, first) = (self.paths.len(), self.states.len());
        let mut next = None;
        while self.states.len() < first + MANY_ROUNDS {
            let state = self.number(item, path);
            if state < self.states.len() {
                next = Some(state);
                break;
            }
            let remainder =
                |old: u64, factor: u64, summand: u64| Some((old * factor + summand) % self.modulus);
            let Some((after, inspectors)) = round(self.monkeys, item, remainder) else { break };
            self.states.push(State { path, inspectors });
            item = after;
        }
        self.paths.push(Path { first, end: self.states.len(), next });
    }

    /// The number of an item's state. It is that of a known state, if a path goes on from there, or else the
    /// next number. A path goes on if it is the one that is being added, or if it has a next state.
    #[inline(always)]
    fn number(&mut self, item: Item, path: usize) -> usize {
        let new = self.states.len();
        let number = self.known.entry(item.worry << 3 | item.monkey as u64).or_insert(new as u32);
        if let Some(known) = self.states.get(*number as usize)
            && known.path != path
            && self.paths[known.path].next.is_none()
        {
            *number = new as u32;
        }
        *number as usize
    }

    /// Counts the visits of 10,000 rounds from the start of a path: at each state, how many more there are
    /// than at the one before.
    fn count_visits<'b>(&'b self, mut path: &'b Path, changes: &mut [u64]) {
        let mut count = |first: usize, end: usize, times: u64| {
            changes[first] = changes[first].wrapping_add(times);
            changes[end] = changes[end].wrapping_sub(times);
        };
        let mut rounds_left = MANY_ROUNDS;
        let mut state = path.first;
        while let Some(next) = path.next.filter(|_| rounds_left > path.end - state) {
            count(state, path.end, 1);
            rounds_left -= path.end - state;
            state = next;
            if (path.first..path.end).contains(&state) {
                let cycle = path.end - state;
                count(state, path.end, (rounds_left / cycle) as u64);
                rounds_left %= cycle;
                break;
            }
            path = &self.paths[self.states[state].path];
        }
        count(state, state + rounds_left, 1);
    }
}
