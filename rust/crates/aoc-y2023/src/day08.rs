//! [Haunted Wasteland](https://adventofcode.com/2023/day/8): a network of names, and a line of left and right that is
//! followed again and again; the steps from `AAA` to `ZZZ` (part 1), and the steps after which the walks from all names
//! that end in A stand on names that end in Z together (part 2).
//!
//! **The promise.** Each walk meets its first Z after `P` steps, a multiple of the number of instructions, and then the
//! same Z, and no other, every `P` steps. So part 2 is the least common multiple. `parse` checks all of it:
//!
//! * Four instructions are one step of a table, with a bit for a Z on the way. All walks go in step, so that their
//!   look-ups overlap. A walk that has met its Z goes on at a name that leads to itself.
//! * The second lap, from the Z, is compared with the first, from the A. Once both stand on the same name after the same
//!   number of steps, they never part again, and the rest of the second lap is known. In real networks that takes a few
//!   steps.
//!
//! A walk from `AAA` that meets `ZZZ` meets no other Z, so part 1 is the `P` of this walk.

use aoc_core::divisors::lcm;
use aoc_core::text::{InputError, Reader};

const MOST_INSTRUCTIONS: usize = 400;
const MOST_NAMES: usize = 1_000;
const MOST_WALKS: usize = 6;
const SYMBOLS: u16 = 36;
const NAMES: usize = 36 * 36 * 36;
/// The values of letters.
const A: u16 = 10;
const Z: u16 = 35;
/// Instructions that are one step of the table, and the sets of them.
const STRIDE: usize = 4;
const WAYS: u16 = 1 << STRIDE;
/// The bit of a number that says that a name ending in Z is met.
const MET: u16 = 1 << 15;
/// The size of the table, and the number of a name that leads to itself.
const TABLE: usize = 1 << 14;
const NOWHERE: u16 = TABLE as u16 / WAYS - 1;
const _: () = assert!(MOST_NAMES <= NOWHERE as usize);

/// The value of each character in a name; 255 for what is none.
const VALUES: [u8; 256] = {
    let mut values = [u8::MAX; 256];
    let symbols = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut at = 0;
    while at < symbols.len() {
        values[symbols[at] as usize] = at as u8;
        at += 1;
    }
    values
};

/// The walks from all names that end in A.
pub type Input = Vec<Walk>;

/// A walk, with the name ending in Z that it meets every so many steps.
pub struct Walk {
    start: Name,
    end: Name,
    period: u64,
}

/// Three characters as one number.
type Name = u16;

struct Network {
    /// 0 for left and 1 for right.
    instructions: Vec<u8>,
    names: Vec<Name>,
    /// The numbers of the names to the left and to the right, with `MET`.
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
    let mut names = Vec::with_capacity(MOST_NAMES);
    let mut starts = Vec::with_capacity(MOST_WALKS);
    // By name, its number with `MET`; it has none yet.
    let mut numbers = vec![u16::MAX; NAMES];
    let next = reader.lines_up_to(MOST_NAMES, |line| {
        let start = line.at();
        let defined = name(line)?;
        let number = names.len() as u16;
        if numbers[usize::from(defined)] != u16::MAX {
            return Err(line.error("a name that is not defined yet", start));
        }
        numbers[usize::from(defined)] = if defined % SYMBOLS == Z { number | MET } else { number };
        names.push(defined);
        if defined % SYMBOLS == A {
            if starts.len() == MOST_WALKS {
                return Err(line.error("at most six names that end in A", start));
            }
            starts.push(number);
        }
        line.literal(" = (")?;
        let left = name(line)?;
        line.literal(", ")?;
        let right = name(line)?;
        line.literal(")")?;
        // As one word, which is copied faster than two halves.
        Ok(u32::from(left) << 16 | u32::from(right))
    })?;
    let number = |name: u32| numbers[name as usize];
    let next: Vec<[u16; 2]> = next.iter().map(|both| [number(both >> 16), number(both & 0xFFFF)]).collect();
    if next.as_flattened().contains(&u16::MAX) {
        return Err(reader.error_of_whole("a name is used but not defined"));
    }
    let network = Network { instructions, names, next };
    network.walks(&starts).map_err(|message| reader.error_of_whole(message))
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
        let table = self.table();
        // Four rounds at once, which end with a whole step of the table.
        let four = self.instructions.repeat(STRIDE);
        let ways =
            four.chunks(STRIDE).map(|four| four.iter().fold(0, |way, &turn| 2 * way + u16::from(turn)));
        let ways: Vec<u16> = ways.collect();
        let mut walks = Vec::with_capacity(starts.len());
        let mut places = [NOWHERE * WAYS; MOST_WALKS];
        for (place, start) in places.iter_mut().zip(starts) {
            *place = start * WAYS;
        }
        let mut rounds = 0..=self.names.len() / STRIDE;
        while walks.len() < starts.len() {
            // After as many steps as there are pairs of a name and an instruction, all repeats.
            let round = rounds.next().ok_or("a walk never meets a name that ends in Z")?;
            for (at, way) in ways.iter().enumerate() {
                let before = places;
                places = before.map(|place| table[usize::from(place | way) % TABLE]);
                if places.iter().fold(0, |any, place| any | place) & MET == 0 {
                    continue;
                }
                for ((place, before), start) in places.iter_mut().zip(before).zip(starts) {
                    if *place & MET != 0 {
                        let passed = STRIDE * (round * ways.len() + at);
                        walks.push(self.lap(*start, before / WAYS, passed)?);
                        *place = NOWHERE * WAYS;
                    }
                }
            }
        }
        Ok(walks)
    }

    /// For each name and each way of four instructions, where they lead: that number times `WAYS`, with `MET`.
    fn table(&self) -> Vec<u16> {
        let join = |first: u16, second: u16| second | first & MET;
        let two = |&[left, right]: &[u16; 2]| {
            let [l, r] = [left, right]
                .map(|first| self.next[usize::from(first & !MET)].map(|second| join(first, second)));
            [l[0], l[1], r[0], r[1]]
        };
        let two: Vec<[u16; 4]> = self.next.iter().map(two).collect();
        let mut table = vec![NOWHERE * WAYS; TABLE];
        for (ways, firsts) in table.as_chunks_mut::<{ WAYS as usize }>().0.iter_mut().zip(&two) {
            for (ways, &first) in ways.as_chunks_mut::<4>().0.iter_mut().zip(firsts) {
                let seconds = two[usize::from(first & !MET)];
                *ways = seconds.map(|second| join(first, (second & MET) + (second & !MET) * WAYS));
            }
        }
        table
    }

    /// Follows a walk from shortly before its first Z, and checks the lap from there.
    fn lap(&self, start: u16, mut place: u16, passed: usize) -> Result<Walk, &'static str> {
        let mut steps = passed;
        while place & MET == 0 {
            place = self.step(place, steps);
            steps += 1;
        }
        if !steps.is_multiple_of(self.instructions.len()) {
            return Err("a walk meets a name that ends in Z within a round");
        }
        let (mut first, mut second) = (start, place);
        for step in 0..steps {
            (first, second) = (self.step(first, step), self.step(second, step));
            if first == second {
                let name = |number: u16| self.names[usize::from(number & !MET)];
                return Ok(Walk { start: name(start), end: name(place), period: steps as u64 });
            }
            if second & MET != 0 {
                break;
            }
        }
        Err("a walk does not come back to its first name that ends in Z as it came there")
    }

    fn step(&self, place: u16, step: usize) -> u16 {
        let turn = self.instructions[step % self.instructions.len()];
        self.next[usize::from(place & !MET)][usize::from(turn)]
    }
}

/// The steps from `AAA` to `ZZZ`.
pub fn part1(walks: &Input) -> Option<u64> {
    let alike = |symbol: u16| (SYMBOLS * SYMBOLS + SYMBOLS + 1) * symbol;
    let walk = walks.iter().find(|walk| walk.start == alike(A) && walk.end == alike(Z));
    walk.map(|walk| walk.period)
}

/// The steps after which all walks meet a Z together: at most 400 * 1000^6, as each period is 400 * 1000 at most.
pub fn part2(walks: &Input) -> Option<u128> {
    (!walks.is_empty()).then(|| lcm(walks.iter().map(|walk| walk.period.into())))
}
