//! [Proboscidea Volcanium](https://adventofcode.com/2022/day/16): the most that valves in a network of
//! tunnels can let through, if one walker opens them within 30 minutes (part 1), or two within 26 minutes
//! (part 2). A step and an opening take a minute each; an open valve lets its rate through in every minute
//! that is left.
//!
//! **Branch and bound.** Only the order of the valves with a rate matters: to go to one and open it costs a
//! walker the shortest path and one minute. The walker with more minutes left chooses its next valve, or it
//! stops. A choice is dropped if the total so far plus a bound on what can still come is no more than the
//! best total so far. There are two bounds, and the lesser one counts:
//!
//! * Each valve is opened as if it were the only one, by the walker that can do it first.
//! * No valve costs more than the cheapest one of all. Then the best order is by falling rate.
//!
//! ```text
//! one walker, 10 minutes left           rates 20 and 10, which cost 4 and 2 minutes from here, and 2 from each other
//! each as if it were the only one       20 * 6 + 10 * 8 = 200
//! by falling rate, 2 minutes each       20 * 8 + 10 * 6 = 220
//! what it can do                        20 * 6 + 10 * 4 = 160, or 10 * 8 + 20 * 6 = 200
//! ```
//!
//! The most promising choice comes first, so a good total is known soon.
//!
//! **Networks that defeat the bounds** are possible, though no real one does. After too many choices the
//! search is given up, and a table is filled. It has the best total of one walker for each set of open
//! valves, last one of them, and number of minutes left. To open one more valve leads to an entry of a larger
//! set:
//!
//! ```text
//! open    last   left   total
//! {A}     A        26     520       A has rate 20
//! {A,B}   B        23     750       B has rate 10, and costs 3 minutes from A: 520 + 23 * 10
//! ```
//!
//! Two walkers open different valves. So the best total of each set is added to the best one among the
//! subsets of all other valves.

use std::cmp::Reverse;

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

const MOST_VALVES: usize = 64;
const MOST_TUNNELS: usize = 5;
const MOST_WITH_RATE: usize = 15;
const MOST_RATE: u32 = 50;
const MINUTES: u32 = 30;
const MINUTES_OF_TWO: u32 = 26;
/// Names of two letters.
const NAMES: usize = 26 * 26;
/// The name `AA`.
const START: usize = 0;
/// Where a walker is at the start, in the order of the valves with a rate: after all of them.
const AT_START: usize = MOST_WITH_RATE;
/// The number of choices after which a search is given up.
const MOST_CHOICES: u32 = 200_000;
/// Totals fit 16 bits.
const _: () = assert!(MOST_WITH_RATE * MOST_RATE as usize * (MINUTES as usize) < u16::MAX as usize);

/// The valves with a rate, by falling rate.
pub struct Input {
    rates: Vec<u32>,
    /// The minutes that it costs to go from one valve to another and open it.
    costs: Costs,
}

type Costs = [[u32; MOST_WITH_RATE]; AT_START + 1];

/// The network as it is read: the valves in order.
struct Network {
    rates: Vec<u32>,
    /// The names at the ends of the tunnels.
    targets: Vec<Vec<usize>>,
    /// The valve of each name.
    valves: [Option<usize>; NAMES],
}

/// Reads one valve a line, and finds the shortest paths.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut network = Network { rates: Vec::new(), targets: Vec::new(), valves: [None; NAMES] };
    reader.lines_up_to(MOST_VALVES, |line| network.read(line))?;
    let valves = network.rates.len();
    let Some(start) = network.valves[START] else {
        return Err(reader.error_of_whole("there is no valve AA"));
    };
    let Some(neighbours) = network.neighbours() else {
        return Err(reader.error_of_whole("a tunnel leads to no valve, or does not lead back"));
    };
    if distances(&neighbours, start)[..valves].contains(&None) {
        return Err(reader.error_of_whole("a valve cannot be reached from AA"));
    }
    let mut order: Vec<usize> = (0..valves).filter(|&valve| network.rates[valve] > 0).collect();
    order.sort_by_key(|&valve| Reverse(network.rates[valve]));
    let rates = order.iter().map(|&valve| network.rates[valve]).collect();
    Ok(Input { rates, costs: costs(&neighbours, &order, start) })
}

impl Network {
    /// Reads a valve.
    fn read(&mut self, line: &mut Reader) -> Result<(), InputError> {
        let start = line.at();
        line.literal("Valve ")?;
        let own_name = name(line)?;
        if self.valves[own_name].replace(self.rates.len()).is_some() {
            return Err(line.error("a name that is new", start));
        }
        line.literal(" has flow rate=")?;
        let rate = line.number(0..=MOST_RATE)?;
        let with_rate = self.rates.iter().filter(|&&rate| rate > 0).count();
        if rate > 0 && (own_name == START || with_rate == MOST_WITH_RATE) {
            return Err(line.error("rate 0 for AA, and rates for at most 15 others", start));
        }
        let is_single = line.one_of(&["; tunnels lead to valves ", "; tunnel leads to valve "])? == 1;
        let mut targets = vec![name(line)?];
        while line.peek() == Some(b',') {
            line.literal(", ")?;
            targets.push(name(line)?);
        }
        let is_repeated =
            |(at, target): (usize, &usize)| *target == own_name || targets[..at].contains(target);
        let count_fits =
            if is_single { targets.len() == 1 } else { (2..=MOST_TUNNELS).contains(&targets.len()) };
        if !count_fits || targets.iter().enumerate().any(is_repeated) {
            return Err(line.error("tunnels to different valves: one, or 2 to 5", start));
        }
        self.rates.push(rate);
        self.targets.push(targets);
        Ok(())
    }

    /// For each valve the set of valves that tunnels lead to, if all are there and lead back.
    fn neighbours(&self) -> Option<[u64; MOST_VALVES]> {
        let mut neighbours = [0; MOST_VALVES];
        for (targets, set) in self.targets.iter().zip(&mut neighbours) {
            for &target in targets {
                *set |= 1 << self.valves[target]?;
            }
        }
        let leads_back = |from: usize| ones(neighbours[from]).all(|to| neighbours[to] >> from & 1 == 1);
        (0..MOST_VALVES).all(leads_back).then_some(neighbours)
    }
}

/// Reads a name as a number.
fn name(line: &mut Reader) -> Result<usize, InputError> {
    match *line.rest() {
        [one @ b'A'..=b'Z', two @ b'A'..=b'Z', ..] => {
            line.skip(2);
            Ok(26 * usize::from(one - b'A') + usize::from(two - b'A'))
        }
        _ => Err(line.error("a name of two letters A-Z", line.at())),
    }
}

/// The number of steps to each valve, by breadth-first search. The valves at the same distance are a set.
fn distances(neighbours: &[u64; MOST_VALVES], from: usize) -> [Option<u32>; MOST_VALVES] {
    let mut distances = [None; MOST_VALVES];
    let (mut seen, mut front) = (0, 1 << from);
    for distance in 0.. {
        if front == 0 {
            break;
        }
        seen |= front;
        let mut next = 0;
        for valve in ones(front) {
            distances[valve] = Some(distance);
            next |= neighbours[valve];
        }
        front = next & !seen;
    }
    distances
}

/// What it costs to go from each of some valves, or from the start, to each of the valves, and to open that.
fn costs(neighbours: &[u64; MOST_VALVES], valves: &[usize], start: usize) -> Costs {
    let mut costs = [[0; MOST_WITH_RATE]; AT_START + 1];
    let mut fill = |place: usize, from: usize| {
        let distances = distances(neighbours, from);
        for (&to, cost) in valves.iter().zip(&mut costs[place]) {
            *cost = distances[to].unwrap_or(0) + 1;
        }
    };
    valves.iter().enumerate().for_each(|(place, &from)| fill(place, from));
    fill(AT_START, start);
    costs
}

/// A walker: where it is, and how many minutes are left to it.
#[derive(Clone, Copy)]
struct Walker {
    place: usize,
    left: u32,
}

/// What is still to be opened, and the total so far. An open valve counts at once for all minutes that are
/// left.
#[derive(Clone, Copy)]
struct State {
    closed: u32,
    /// The walker with more minutes left, and the other one.
    walkers: [Walker; 2],
    total: u32,
}

struct Search<'a> {
    input: &'a Input,
    /// The least cost of all.
    least_cost: u32,
    best: u32,
    choices: u32,
}

/// The most that one walker can let through.
pub fn part1(input: &Input) -> u32 {
    search(input, [MINUTES, 0])
        .unwrap_or_else(|| best_by_set(input, MINUTES).into_iter().map(u32::from).fold(0, u32::max))
}

/// The most that two walkers can let through.
pub fn part2(input: &Input) -> u32 {
    search(input, [MINUTES_OF_TWO; 2]).unwrap_or_else(|| best_pair(best_by_set(input, MINUTES_OF_TWO)))
}

/// The most of two walkers, by the best total of one for each set of valves.
fn best_pair(mut best: Vec<u16>) -> u32 {
    // Each set gets the best total of all its subsets.
    for valve in 0..best.len().ilog2() {
        for set in (0..best.len()).filter(|set| set >> valve & 1 == 1) {
            best[set] = best[set].max(best[set ^ 1 << valve]);
        }
    }
    // All other valves of set number n from the start are set number n from the end.
    let pairs = best.iter().zip(best.iter().rev());
    pairs.map(|(&one, &other)| u32::from(one) + u32::from(other)).fold(0, u32::max)
}

/// The most that walkers with these minutes can let through, unless it takes too long to find out.
fn search(input: &Input, minutes: [u32; 2]) -> Option<u32> {
    let count = input.rates.len();
    let places = (0..count).chain([AT_START]);
    let costs =
        places.flat_map(|from| (0..count).filter(move |&to| to != from).map(move |to| input.costs[from][to]));
    let least_cost = costs.fold(MINUTES, u32::min);
    let mut search = Search { input, least_cost, best: 0, choices: 0 };
    let walkers = minutes.map(|left| Walker { place: AT_START, left });
    search.visit(State { closed: (1 << count) - 1, walkers, total: 0 });
    (search.choices < MOST_CHOICES).then_some(search.best)
}

impl Search<'_> {
    /// Tries all choices of the walker with more minutes left, the most promising ones first.
    fn visit(&mut self, state: State) {
        self.best = self.best.max(state.total);
        let [walker, other] = state.walkers;
        let mut choices = [(0, state); MOST_WITH_RATE + 1];
        let mut count = 0;
        let mut add = |choice: State| {
            choices[count] = (choice.total + self.bound(&choice), choice);
            count += usize::from(choices[count].0 > self.best);
        };
        for valve in ones(state.closed) {
            // Two walkers at the start are alike, so the second one to leave takes a later valve than the
            // first one.
            let is_mirrored = walker.place == AT_START && other.place < AT_START && valve < other.place;
            let cost = self.input.costs[walker.place][valve];
            if cost < walker.left && !is_mirrored {
                let walker = Walker { place: valve, left: walker.left - cost };
                let walkers = if walker.left < other.left { [other, walker] } else { [walker, other] };
                let total = state.total + walker.left * self.input.rates[valve];
                add(State { closed: state.closed ^ 1 << valve, walkers, total });
            }
        }
        if other.left > 0 {
            add(State { walkers: [other, Walker { left: 0, ..walker }], ..state });
        }
        let choices = &mut choices[..count];
        choices.sort_unstable_by_key(|&(promise, _)| Reverse(promise));
        for &(promise, choice) in &*choices {
            if promise <= self.best || self.choices == MOST_CHOICES {
                return;
            }
            self.choices += 1;
            self.visit(choice);
        }
    }

    /// At least what can still be added to the total. Valves come by falling rate.
    #[inline(always)]
    fn bound(&self, state: &State) -> u32 {
        let [one, other] = state.walkers;
        // The minutes left to both walkers, the greater number first.
        let (mut more, mut fewer) = (one.left, other.left);
        let (mut each_alone, mut in_turn) = (0, 0);
        for valve in ones(state.closed) {
            let left = |walker: Walker| walker.left.saturating_sub(self.input.costs[walker.place][valve]);
            each_alone += self.input.rates[valve] * left(one).max(left(other));
            let left = more.saturating_sub(self.least_cost);
            in_turn += self.input.rates[valve] * left;
            (more, fewer) = (left.max(fewer), left.min(fewer));
        }
        each_alone.min(in_turn)
    }
}

/// The best total of one walker for each set of valves that it opens.
fn best_by_set(input: &Input, minutes: u32) -> Vec<u16> {
    let sets = 1 << input.rates.len();
    let minutes = minutes as usize;
    let mut table = Table { input, minutes, totals: vec![0; sets * input.rates.len() * minutes] };
    let mut best = vec![0; sets];
    table.open_next(0, AT_START, minutes, 0);
    // A set has a greater number than its subsets, so its entries are complete when it has its turn.
    for (set, best) in best.iter_mut().enumerate().skip(1) {
        for last in ones(set as u64) {
            for left in 1..minutes {
                if let Some(total) = table.totals[table.index(set, last, left)].checked_sub(1) {
                    *best = total.max(*best);
                    table.open_next(set, last, left, total);
                }
            }
        }
    }
    best
}

/// The best totals of one walker, by the set of open valves, the last one of them, and the minutes left.
struct Table<'a> {
    input: &'a Input,
    minutes: usize,
    /// Each total plus 1, or 0 if there is none.
    totals: Vec<u16>,
}

impl Table<'_> {
    fn index(&self, set: usize, last: usize, left: usize) -> usize {
        (set * self.input.rates.len() + last) * self.minutes + left
    }

    /// From an entry, opens each of the other valves that is reached in time.
    fn open_next(&mut self, set: usize, last: usize, left: usize, total: u16) {
        for valve in (0..self.input.rates.len()).filter(|valve| set >> valve & 1 == 0) {
            let cost = self.input.costs[last][valve] as usize;
            if cost < left {
                let left = left - cost;
                let total = total + left as u16 * self.input.rates[valve] as u16;
                let index = self.index(set | 1 << valve, valve, left);
                self.totals[index] = self.totals[index].max(1 + total);
            }
        }
    }
}
