//! [Haunted Wasteland](https://adventofcode.com/2023/day/8): a network of names, and a line of left and right
//! that is followed again and again; the steps from `AAA` to `ZZZ` (part 1), and the steps after which the
//! walks from all names that end in A stand on names that end in Z together (part 2).
//!
//! **The promise.** Each walk meets one name that ends in Z, its Z, and meets it every `P` steps:
//!
//! ```text
//! ??A --- P steps ---> ??Z --- P steps ---> the same ??Z --- P steps ---> ...      no other Z on the way
//! ```
//!
//! `P` is a multiple of the number of instructions. So part 2 is the least common multiple of the `P`s, and
//! part 1 is the `P` of the walk from `AAA`, if its Z is `ZZZ`. `parse` checks all of this:
//!
//! * **The first lap,** from the A, takes four instructions at once, by a look-up in a table. The table also
//!   tells whether there is a Z on the way. All walks go on together, so that their look-ups overlap. A walk
//!   that has met its Z goes on at a node that leads to itself.
//! * **The second lap,** from the Z, is compared with the first. Once both stand on the same name after the
//!   same number of steps, they never part again, and the rest of the second lap is known. In real networks
//!   that takes a few steps.

use aoc_core::alphabet::places;
use aoc_core::divisors::lcm;
use aoc_core::text::{InputError, Reader};

const MOST_INSTRUCTIONS: usize = 400;
const MOST_NAMES: usize = 1_000;
const MOST_WALKS: usize = 6;
/// The characters of names, and all possible names of three of them.
const SYMBOLS: u16 = 36;
const NAMES: usize = 36 * 36 * 36;
/// The values of letters.
const A: u16 = 10;
const Z: u16 = 35;
/// The instructions that are one step of the table: a run. A run is a number with a bit for each of them.
const RUN: usize = 4;
const RUNS: u16 = 1 << RUN;
/// Set in a node that a walk comes to: a name that ends in Z is met there or on the way.
const MET: u16 = 1 << 15;
/// The size of the table, and a node in it that leads to itself.
const TABLE: usize = 1 << 14;
const NOWHERE: u16 = TABLE as u16 / RUNS - 1;
const _: () = assert!(MOST_NAMES <= NOWHERE as usize);

/// The values of the characters in names.
const VALUES: [u8; 256] = places(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/// The walks from all names that end in A.
pub type Input = Vec<Walk>;

/// A walk from a name that ends in A.
pub struct Walk {
    start: Name,
    /// The name ending in Z that it meets.
    end: Name,
    /// It meets this name at the multiples of this number of steps.
    period: u64,
}

/// Three characters as one number.
type Name = u16;

/// A node is the number of a name, in the order in which names are defined.
struct Network {
    /// 0 for left and 1 for right.
    instructions: Vec<u8>,
    /// The name of each node.
    names: Vec<Name>,
    /// For each node those to the left and to the right, with `MET`.
    next: Vec<[u16; 2]>,
}

/// Reads the network, and walks.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let instructions = reader.word(|byte| matches!(byte, b'L' | b'R'), "`L` or `R`")?;
    if instructions.len() > MOST_INSTRUCTIONS {
        return Err(reader.error("at most 400 instructions", MOST_INSTRUCTIONS));
    }
    let instructions = instructions.iter().map(|&byte| u8::from(byte == b'R')).collect();
    reader.blank_line()?;
    let mut known = Names::new();
    let next = reader.lines_up_to(MOST_NAMES, |line| {
        known.define(line)?;
        line.literal(" = (")?;
        let left = name(line)?;
        line.literal(", ")?;
        let right = name(line)?;
        line.literal(")")?;
        Ok([left, right])
    })?;
    let node = |name: Name| known.nodes[usize::from(name)];
    let next: Vec<[u16; 2]> = next.into_iter().map(|names| names.map(node)).collect();
    if next.as_flattened().contains(&UNDEFINED) {
        return Err(reader.error_of_whole("a name is used but not defined"));
    }
    let network = Network { instructions, names: known.names, next };
    network.walks(&known.starts).map_err(|message| reader.error_of_whole(message))
}

/// The names defined so far.
struct Names {
    /// The name of each node.
    names: Vec<Name>,
    /// By name, its node with `MET`, or `UNDEFINED`.
    nodes: Vec<u16>,
    /// The nodes whose names end in A.
    starts: Vec<u16>,
}

const UNDEFINED: u16 = u16::MAX;

impl Names {
    fn new() -> Names {
        let (names, starts) = (Vec::with_capacity(MOST_NAMES), Vec::with_capacity(MOST_WALKS));
        Names { names, nodes: vec![UNDEFINED; NAMES], starts }
    }

    /// Reads a name as that of the next node.
    #[inline(always)]
    fn define(&mut self, line: &mut Reader) -> Result<(), InputError> {
        let start = line.at();
        let name = name(line)?;
        let node = self.names.len() as u16;
        if self.nodes[usize::from(name)] != UNDEFINED {
            return Err(line.error("a name that is not defined yet", start));
        }
        self.nodes[usize::from(name)] = if name % SYMBOLS == Z { node | MET } else { node };
        self.names.push(name);
        if name % SYMBOLS == A {
            if self.starts.len() == MOST_WALKS {
                return Err(line.error("at most six names that end in A", start));
            }
            self.starts.push(node);
        }
        Ok(())
    }
}

/// Reads a name.
#[inline(always)]
fn name(line: &mut Reader) -> Result<Name, InputError> {
    if let Some(symbols) = line.rest().first_chunk::<3>() {
        let values = symbols.map(|symbol| VALUES[usize::from(symbol)]);
        if values.iter().fold(0, |all, value| all | value) < 64 {
            line.skip(3);
            return Ok(values.iter().fold(0, |name, &value| SYMBOLS * name + u16::from(value)));
        }
    }
    Err(line.error("a name of three characters of 0-9 and A-Z", line.at()))
}

impl Network {
    /// Follows all walks to their first Z, and checks that they keep the promise.
    fn walks(&self, starts: &[u16]) -> Result<Vec<Walk>, &'static str> {
        let (table, runs) = (self.table(), self.runs());
        let mut walks = Vec::with_capacity(starts.len());
        // Where the entries of each walk's node begin in the table.
        let mut rows = [NOWHERE * RUNS; MOST_WALKS];
        for (row, start) in rows.iter_mut().zip(starts) {
            *row = start * RUNS;
        }
        let mut rounds = 0..=self.names.len() / RUN;
        while walks.len() < starts.len() {
            // After as many steps as there are pairs of a name and an instruction, everything repeats.
            let round = rounds.next().ok_or("a walk never meets a name that ends in Z")?;
            for (at, run) in runs.iter().enumerate() {
                let before = rows;
                rows = before.map(|row| table[usize::from(row | run) % TABLE]);
                if rows.iter().fold(0, |any, row| any | row) & MET == 0 {
                    continue;
                }
                for ((row, before), start) in rows.iter_mut().zip(before).zip(starts) {
                    if *row & MET != 0 {
                        let steps = RUN * (round * runs.len() + at);
                        walks.push(self.lap(*start, before / RUNS, steps)?);
                        *row = NOWHERE * RUNS;
                    }
                }
            }
        }
        Ok(walks)
    }

    /// The instructions as runs: four times all of them, so that they end with a whole run.
    fn runs(&self) -> Vec<u16> {
        let repeated = self.instructions.repeat(RUN);
        let run = |turns: &[u8]| turns.iter().fold(0, |run, &turn| 2 * run + u16::from(turn));
        repeated.chunks(RUN).map(run).collect()
    }

    /// For each node and each run, where the run leads: that node times `RUNS`, with `MET`.
    fn table(&self) -> Vec<u16> {
        let join = |first: u16, second: u16| second | first & MET;
        let two_steps = |&[left, right]: &[u16; 2]| {
            let [l, r] = [left, right]
                .map(|first| self.next[usize::from(first & !MET)].map(|second| join(first, second)));
            [l[0], l[1], r[0], r[1]]
        };
        let two_steps: Vec<[u16; 4]> = self.next.iter().map(two_steps).collect();
        let mut table = vec![NOWHERE * RUNS; TABLE];
        for (row, middles) in table.as_chunks_mut::<{ RUNS as usize }>().0.iter_mut().zip(&two_steps) {
            for (entries, &middle) in row.as_chunks_mut::<4>().0.iter_mut().zip(middles) {
                let ends = two_steps[usize::from(middle & !MET)];
                *entries = ends.map(|end| join(middle, (end & MET) + (end & !MET) * RUNS));
            }
        }
        table
    }

    /// Follows a walk to its first Z, from the node that it has come to shortly before. Then checks the lap
    /// from the Z.
    fn lap(&self, start: u16, mut node: u16, mut steps: usize) -> Result<Walk, &'static str> {
        while node & MET == 0 {
            node = self.step(node, steps);
            steps += 1;
        }
        if !steps.is_multiple_of(self.instructions.len()) {
            return Err("a walk meets a name that ends in Z within a round");
        }
        let (mut first, mut second) = (start, node);
        for step in 0..steps {
            (first, second) = (self.step(first, step), self.step(second, step));
            if first == second {
                let name = |node: u16| self.names[usize::from(node & !MET)];
                return Ok(Walk { start: name(start), end: name(node), period: steps as u64 });
            }
            if second & MET != 0 {
                break;
            }
        }
        Err("a walk does not come back to its first name that ends in Z as it came there")
    }

    /// The node after one instruction, with `MET` if its name ends in Z.
    fn step(&self, node: u16, step: usize) -> u16 {
        let turn = self.instructions[step % self.instructions.len()];
        self.next[usize::from(node & !MET)][usize::from(turn)]
    }
}

/// The steps from `AAA` to `ZZZ`.
pub fn part1(walks: &Input) -> Option<u64> {
    let three_times = |symbol: u16| (SYMBOLS * SYMBOLS + SYMBOLS + 1) * symbol;
    let walk = walks.iter().find(|walk| walk.start == three_times(A) && walk.end == three_times(Z));
    walk.map(|walk| walk.period)
}

/// The steps after which all walks meet a Z together: at most 400 * 1000^6, as each period is 400 * 1000 at
/// most.
pub fn part2(walks: &Input) -> Option<u128> {
    (!walks.is_empty()).then(|| lcm(walks.iter().map(|walk| walk.period.into())))
}
