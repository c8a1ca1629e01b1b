//! [Pulse Propagation](https://adventofcode.com/2023/day/20): modules that send each other low and high
//! pulses whenever a button is pressed; the product of the numbers of both kinds in 1000 presses (part 1),
//! and the first press in which the module `rx` gets a low one (part 2).
//!
//! **Counters.** `parse` checks that the wiring is two to five counters with a common end. One of five bits:
//!
//! ```text
//! broadcaster -> f0 -> f1 -> f2 -> f3 -> f4     Flip-flops; f0, f2 and f4 send to the conjunction c too.
//!                |^     ^    |     ^     |      c sends to f0, and to f1 and f3, which do not send to it;
//!                v|     |    v     |     v      it also sends to its inverter, and so on:
//!                c------+-----c----+-----c      c -> inverter -> end -> rx
//! ```
//!
//! * A low pulse from flip-flop to flip-flop is a carry: the bits count the presses.
//! * `c` sends a low pulse once all bits that send to it are on. With the other bits off, that is the period
//!   `P = 0b10101`. It is reached first in press `P`, when `f0` turns on.
//! * That low pulse turns on all bits that are off, and adds one in `f0`. All bits are then on but `f0`,
//!   whose carry runs through and turns off all. So press `P` ends as all began, and later presses repeat the
//!   first `P`.
//! * To each other pulse `c` answers with a high one, which flip-flops ignore.
//!
//! **Part 1.** In `n` presses without a reset, bit `i` is flipped `n >> i` times, and turned off
//! `n >> (i + 1)` times. All other pulses follow from these flips, so nothing is simulated.
//!
//! **Part 2.** Each counter's inverter sends one high pulse, in press `P`, in the same wave as the inverters
//! of all other counters that are reset in that press, and low ones otherwise. So the end sends one low pulse
//! if all are reset in the same press, else none: the answer is the least common multiple of the periods.

use std::mem::replace;
use std::ops::Range;

use aoc_core::divisors::lcm;
use aoc_core::hash::Map;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 200;
const MOST_TARGETS: usize = 20;
const LONGEST_NAME: usize = 8;
const COUNTERS: Range<usize> = 2..6;
const LENGTHS: Range<usize> = 4..13;
const PRESSES: u64 = 1000;
/// The letters of a name, the first of them lowest.
type Name = u64;
const BROADCASTER: Name = 0;
const OUTPUT: Name = u16::from_le_bytes(*b"rx") as Name;

/// The counters, two to five.
pub type Input = Vec<Counter>;

/// A counter of 4 to 12 bits.
pub struct Counter {
    length: usize,
    /// Bit `i` is set if flip-flop `i` sends to the conjunction: the first and the last are.
    period: u64,
}

/// What a module is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Broadcaster,
    FlipFlop,
    Conjunction,
    Output,
    /// Any of these, once its place is known.
    Placed,
}

/// Why a wiring does not consist of counters.
type Fault = &'static str;

/// Reads the modules, and finds the counters.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut numbers = Map::default();
    numbers.reserve(MOST_LINES);
    let mut names = Vec::with_capacity(8 * MOST_LINES);
    let mut modules = reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let kind = [Kind::FlipFlop, Kind::Conjunction, Kind::Broadcaster]
            [line.one_of(&["%", "&", "broadcaster"])?];
        let name = if kind == Kind::Broadcaster { BROADCASTER } else { line.name(LONGEST_NAME)? };
        if numbers.insert(name, numbers.len()).is_some() {
            return Err(line.error("a module that has no line yet", start));
        }
        line.literal(" -> ")?;
        Ok((kind, targets(line, &mut names)?))
    })?;
    let whole = |fault: Fault| reader.error_of_whole(fault);
    if numbers.insert(OUTPUT, modules.len()).is_some() {
        return Err(whole("`rx` sends pulses"));
    }
    modules.push((Kind::Output, 0..0));
    let targets: Option<Vec<usize>> = names.iter().map(|name| numbers.get(name).copied()).collect();
    let targets =
        targets.ok_or_else(|| whole("pulses are sent to a module other than `rx` that has no line"))?;
    let &broadcaster = numbers.get(&BROADCASTER).ok_or_else(|| whole("there is no broadcaster"))?;
    let (kinds, ranges) = modules.into_iter().unzip();
    Wiring { kinds, ranges, targets }.counters(broadcaster).map_err(whole)
}

/// Reads the names to which a module sends.
fn targets(line: &mut Reader, names: &mut Vec<Name>) -> Result<Range<usize>, InputError> {
    let first = names.len();
    loop {
        let start = line.at();
        let name = line.name(LONGEST_NAME)?;
        if names[first..].contains(&name) || names.len() == first + MOST_TARGETS {
            return Err(line.error("at most 20 names, none of them twice", start));
        }
        names.push(name);
        if line.peek() != Some(b',') {
            return Ok(first..names.len());
        }
        line.literal(", ")?;
    }
}

/// All modules by number. What has been placed is not to be met again.
struct Wiring {
    kinds: Vec<Kind>,
    /// For each module, where its targets are listed.
    ranges: Vec<Range<usize>>,
    targets: Vec<usize>,
}

impl Wiring {
    /// Finds the counters, and checks that the wiring is these and nothing else. No module is placed twice
    /// and all targets of each are looked at, so that none has a source that is not meant.
    fn counters(&mut self, broadcaster: usize) -> Result<Vec<Counter>, Fault> {
        self.place(broadcaster, Kind::Broadcaster)?;
        let firsts = self.targets_of(broadcaster).to_vec();
        if !COUNTERS.contains(&firsts.len()) {
            return Err("the broadcaster does not send to two to five modules");
        }
        let mut counters = Vec::with_capacity(firsts.len());
        let mut ends = Vec::with_capacity(firsts.len());
        for first in firsts {
            let (counter, end) = self.counter(first)?;
            counters.push(counter);
            ends.push(end);
        }
        if ends.iter().any(|&end| end != ends[0]) {
            return Err("the inverters do not send to one module");
        }
        self.place(ends[0], Kind::Conjunction)?;
        match *self.targets_of(ends[0]) {
            [output] => self.place(output, Kind::Output)?,
            _ => return Err("the last conjunction does not send to `rx` alone"),
        }
        let is_whole = self.kinds.iter().all(|&kind| kind == Kind::Placed);
        if is_whole { Ok(counters) } else { Err("a module belongs to no counter") }
    }

    /// Places the modules of a counter, and tells where its inverter sends to.
    fn counter(&mut self, first: usize) -> Result<(Counter, usize), Fault> {
        let (chain, period, conjunction) = self.chain(first)?;
        self.place(conjunction, Kind::Conjunction)?;
        let (mut back, mut inverter) = (0, None);
        for &target in self.targets_of(conjunction) {
            match chain.iter().position(|&flip_flop| flip_flop == target) {
                Some(bit) => back |= 1 << bit,
                None if inverter.is_none() => inverter = Some(target),
                None => return Err("a conjunction sends to more than its chain and one inverter"),
            }
        }
        if back != 1 | !period & ((1 << chain.len()) - 1) {
            return Err(
                "a conjunction does not send to the first flip-flop and to those that do not send to it",
            );
        }
        let inverter = inverter.ok_or("a conjunction sends to no inverter")?;
        self.place(inverter, Kind::Conjunction)?;
        match *self.targets_of(inverter) {
            [end] => Ok((Counter { length: chain.len(), period }, end)),
            _ => Err("an inverter sends to several modules"),
        }
    }

    /// Follows and places a chain of flip-flops; gives it with its period and its conjunction.
    fn chain(&mut self, first: usize) -> Result<(Vec<usize>, u64, usize), Fault> {
        let (mut chain, mut period, mut conjunction) = (Vec::with_capacity(LENGTHS.end), 0, None);
        let mut next = Some(first);
        while let Some(flip_flop) = next.take()
            && chain.len() < LENGTHS.end
        {
            self.place(flip_flop, Kind::FlipFlop)?;
            for &target in self.targets_of(flip_flop) {
                match self.kinds[target] {
                    Kind::FlipFlop if next.is_none() => next = Some(target),
                    Kind::Conjunction if *conjunction.get_or_insert(target) == target => {
                        period |= 1 << chain.len();
                    }
                    _ => return Err("a flip-flop does not send to the next and one conjunction at most"),
                }
            }
            chain.push(flip_flop);
        }
        if !LENGTHS.contains(&chain.len()) {
            return Err("a chain is not of 4 to 12 flip-flops");
        }
        let ends = 1 | 1 << (chain.len() - 1);
        match conjunction {
            Some(conjunction) if period & ends == ends => Ok((chain, period, conjunction)),
            _ => Err("the first and the last flip-flop of a chain do not send to its conjunction"),
        }
    }

    fn targets_of(&self, module: usize) -> &[usize] {
        &self.targets[self.ranges[module].clone()]
    }

    fn place(&mut self, module: usize, kind: Kind) -> Result<(), Fault> {
        let is_fit = replace(&mut self.kinds[module], Kind::Placed) == kind;
        if is_fit {
            Ok(())
        } else {
            Err("a module is not of the kind that belongs to its place, or in two places")
        }
    }
}

/// The product of the numbers of low and high pulses in 1000 presses.
pub fn part1(counters: &Input) -> u64 {
    // From the button and from the broadcaster.
    let mut sum = Pulses { low: PRESSES * (1 + counters.len() as u64), high: 0 };
    for counter in counters {
        let lap = counter.count_to(counter.period).plus(counter.reset());
        let rest = counter.count_to(PRESSES % counter.period);
        sum = sum.plus(lap.times(PRESSES / counter.period)).plus(rest);
    }
    // Where all counters are reset together, one of the pulses to `rx` is a low one.
    let low = PRESSES / part2(counters);
    (sum.low + low) * (sum.high - low)
}

/// The first press in which all counters are reset: less than 2^60.
pub fn part2(counters: &Input) -> u64 {
    lcm(counters.iter().map(|counter| counter.period.into())) as u64
}

/// Numbers of pulses.
#[derive(Clone, Copy)]
struct Pulses {
    low: u64,
    high: u64,
}

impl Pulses {
    fn plus(self, other: Pulses) -> Pulses {
        Pulses { low: self.low + other.low, high: self.high + other.high }
    }

    fn times(self, factor: u64) -> Pulses {
        Pulses { low: self.low * factor, high: self.high * factor }
    }
}

impl Counter {
    /// The pulses of a counter in its first presses, at most `P` of them, without the reset.
    fn count_to(&self, presses: u64) -> Pulses {
        let mut sum = Pulses { low: 0, high: 0 };
        for bit in 0..self.length {
            let (flips, offs) = (presses >> bit, presses >> (bit + 1));
            let is_source = self.period >> bit & 1;
            // To the next flip-flop and to the conjunction.
            let targets = u64::from(bit + 1 < self.length) + is_source;
            sum = sum.plus(Pulses { low: offs * targets, high: (flips - offs) * targets });
            sum = sum.plus(self.answer().times(flips * is_source));
        }
        sum
    }

    /// The pulses that follow a low one to the conjunction, or a high one before all its sources are on: high
    /// ones to all of its targets, a low one from the inverter, and a high one to `rx`.
    fn answer(&self) -> Pulses {
        Pulses { low: 1, high: self.fan_out() + 1 }
    }

    /// The targets of the conjunction: the first flip-flop, those that do not send to it, and the inverter.
    fn fan_out(&self) -> u64 {
        2 + self.length as u64 - self.sources()
    }

    /// The flip-flops that send to the conjunction.
    fn sources(&self) -> u64 {
        self.period.count_ones().into()
    }

    /// What a reset adds in press `P`.
    fn reset(&self) -> Pulses {
        let (length, sources) = (self.length as u64, self.sources());
        // All bits that are off turn on, and tell the next flip-flop; then all turn off.
        let flips = Pulses { low: length - 1 + sources, high: length - sources };
        let sum = flips.plus(self.answer().times(sources));
        // The conjunction's last answer was counted as a high one: it is low, and the inverter's is high.
        let turned = self.fan_out() - 1;
        Pulses { low: sum.low + turned, high: sum.high - turned }
    }
}
