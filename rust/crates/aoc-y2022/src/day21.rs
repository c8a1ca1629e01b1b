//! [Monkey Math](https://adventofcode.com/2022/day/21): names that stand for numbers or for operations on two
//! other names; the number of `root` (part 1), and the number that `humn` has to have for both sides of
//! `root` to be equal (part 2).
//!
//! **A tree.** Each name is used once, so `root` and all names that it needs are a tree. They are listed so
//! that each name comes before the two names that it needs. So they are evaluated from the end of the list.
//!
//! **Part 2** undoes the operations on the path from `root` down to `humn`. At each of them, the name that is
//! not on the path keeps its number.
//!
//! ```text
//! root: abcd + efgh      abcd has to be 10, as efgh is
//! efgh: 10
//! abcd: humn - ijkl      humn has to be 10 + 4
//! ijkl: 4
//! ```
//!
//! There is no solution if `root` does not need `humn`, if a value on the path passes 10^18, if the number
//! that is wanted of a multiplication is not a multiple of the other factor, or if that factor is 0. A
//! division is undone by a multiplication, so it comes out even. On the path, `humn` is never in a divisor,
//! which `parse` checks.

use aoc_core::text::{InputError, Reader};

const LEAST_LINES: usize = 3;
const MOST_LINES: usize = 3_500;
const MOST_NUMBER: i64 = 9_999;
/// No value may be greater in size.
const MOST_SIZE: i64 = 1_000_000_000_000_000_000;
const SLOTS: usize = 1 << 14;
/// Each line has three names at most, and two thirds of the slots are taken at most.
const _: () = assert!(3 * MOST_LINES * 3 < 2 * SLOTS);
/// Stands for no name, where the number of a name might be.
const NONE: u16 = u16::MAX;
const ROOT: Name = Name::from_le_bytes(*b"root");
const HUMN: Name = Name::from_le_bytes(*b"humn");
const SIGNS: [u8; 4] = *b"+-*/";

/// Four letters.
type Name = u32;

/// The tree, with the values of all that is in it. Names are numbered.
pub struct Input {
    jobs: Vec<Job>,
    values: Vec<i64>,
    root: u16,
    /// The names from `humn` up to the one before `root`. It is empty if `root` does not need `humn`.
    path: Vec<u16>,
}

/// What a name stands for.
#[derive(Clone, Copy)]
enum Job {
    Undefined,
    Number(i64),
    Operation { sign: u8, left: u16, right: u16 },
}

/// Why a text is refused as a whole.
type Fault = &'static str;

/// Reads one name a line, and evaluates all.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut names = Names { slots: vec![NONE; SLOTS], names: Vec::with_capacity(MOST_LINES) };
    let mut jobs = Vec::with_capacity(MOST_LINES);
    let lines = reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let name = names.read(line)?;
        line.literal(": ")?;
        let job = if line.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            Job::Number(line.number(1..=MOST_NUMBER)?)
        } else {
            operation(line, &mut names)?
        };
        jobs.resize(names.names.len(), Job::Undefined);
        match std::mem::replace(&mut jobs[usize::from(name)], job) {
            Job::Undefined => Ok(()),
            _ => Err(line.error("a name that is not defined yet", start)),
        }
    })?;
    if lines.len() < LEAST_LINES {
        return Err(reader.too_soon("at least three lines"));
    }
    tree(jobs, &names).map_err(|fault| reader.error_of_whole(fault))
}

/// Reads an operation.
#[inline(always)]
fn operation(line: &mut Reader, names: &mut Names) -> Result<Job, InputError> {
    let left = names.read(line)?;
    let sign = match *line.rest() {
        [b' ', sign, b' ', ..] if SIGNS.contains(&sign) => sign,
        _ => return Err(line.error("` + `, ` - `, ` * ` or ` / `", line.at())),
    };
    line.skip(3);
    Ok(Job::Operation { sign, left, right: names.read(line)? })
}

/// All names so far, in a hash table. Each slot has the number of a name; after a slot with another name
/// comes the next slot.
struct Names {
    slots: Vec<u16>,
    names: Vec<Name>,
}

impl Names {
    /// Reads a name, and gives its number.
    #[inline(always)]
    fn read(&mut self, line: &mut Reader) -> Result<u16, InputError> {
        match line.rest().first_chunk::<4>() {
            Some(letters) if letters.iter().fold(true, |all, byte| all & byte.is_ascii_lowercase()) => {
                line.skip(4);
                Ok(self.number(Name::from_le_bytes(*letters)))
            }
            _ => Err(line.error("a name of four letters a-z", line.at())),
        }
    }

    /// The number of a name, a new one if it has none.
    #[inline(always)]
    fn number(&mut self, name: Name) -> u16 {
        let mut slot = (name.wrapping_mul(0x9E37_79B1) >> (u32::BITS - SLOTS.ilog2())) as usize;
        loop {
            let number = self.slots[slot % SLOTS];
            if number == NONE {
                self.slots[slot % SLOTS] = self.names.len() as u16;
                self.names.push(name);
                return self.names.len() as u16 - 1;
            }
            if self.names[usize::from(number)] == name {
                return number;
            }
            slot += 1;
        }
    }

    /// The number of a name, if it has one.
    fn find(&self, name: Name) -> Option<u16> {
        self.names.iter().position(|&other| other == name).map(|number| number as u16)
    }
}

/// Checks that `root` and what it needs are a tree, and evaluates it.
fn tree(jobs: Vec<Job>, names: &Names) -> Result<Input, Fault> {
    let root = names.find(ROOT).ok_or("there is no `root`")?;
    let humn = names.find(HUMN).ok_or("there is no `humn`")?;
    let parents = parents(&jobs)?;
    if parents.iter().zip(0..).any(|(&parent, number)| (parent == NONE) != (number == root)) {
        return Err("`root` is used, or another name is not");
    }
    if matches!(jobs[usize::from(root)], Job::Number(_))
        || matches!(jobs[usize::from(humn)], Job::Operation { .. })
    {
        return Err("`root` is a number, or `humn` is an operation");
    }
    let values = values(&jobs, root)?;
    let path = path(&jobs, &parents, humn, root)?;
    Ok(Input { jobs, values, root, path })
}

/// For each name the one whose operation uses it.
fn parents(jobs: &[Job]) -> Result<Vec<u16>, Fault> {
    let mut parents = vec![NONE; jobs.len()];
    for (number, job) in (0..).zip(jobs) {
        match *job {
            Job::Undefined => return Err("a name is not defined"),
            Job::Number(_) => {}
            Job::Operation { left, right, .. } => {
                for used in [left, right] {
                    if std::mem::replace(&mut parents[usize::from(used)], number) != NONE {
                        return Err("a name is used twice");
                    }
                }
            }
        }
    }
    Ok(parents)
}

/// The values of `root` and of all names that it needs.
fn values(jobs: &[Job], root: u16) -> Result<Vec<i64>, Fault> {
    let mut order = Vec::with_capacity(jobs.len());
    order.push(root);
    let mut done = 0;
    while let Some(&number) = order.get(done) {
        done += 1;
        if let Job::Operation { left, right, .. } = jobs[usize::from(number)] {
            order.extend([left, right]);
        }
    }
    let mut values = vec![0; jobs.len()];
    for &number in order.iter().rev() {
        values[usize::from(number)] = match jobs[usize::from(number)] {
            Job::Undefined => 0,
            Job::Number(value) => value,
            Job::Operation { sign, left, right } => {
                let (left, right) = (values[usize::from(left)], values[usize::from(right)]);
                result(sign, left, right)
                    .ok_or("a division does not come out even, or a value passes 10^18")?
            }
        };
    }
    Ok(values)
}

/// The result of an operation on values of at most 10^18, if it is such a value too.
#[inline(always)]
fn result(sign: u8, left: i64, right: i64) -> Option<i64> {
    let value = match sign {
        b'+' => left + right,
        b'-' => left - right,
        b'*' => left.checked_mul(right)?,
        _ => (right != 0 && left % right == 0).then(|| left / right)?,
    };
    (value.unsigned_abs() <= MOST_SIZE as u64).then_some(value)
}

/// The names from `humn` up to the one before `root`, if any.
fn path(jobs: &[Job], parents: &[u16], humn: u16, root: u16) -> Result<Vec<u16>, Fault> {
    let (mut path, mut number, mut is_in_divisor) = (Vec::new(), humn, false);
    while number != root {
        if path.len() == jobs.len() {
            // `humn` is in a cycle of names that need each other, apart from `root`.
            return Ok(Vec::new());
        }
        path.push(number);
        let parent = parents[usize::from(number)];
        if let Job::Operation { sign: b'/', right, .. } = jobs[usize::from(parent)] {
            is_in_divisor |= right == number;
        }
        number = parent;
    }
    if is_in_divisor { Err("`humn` is in a divisor") } else { Ok(path) }
}

/// The value of `root`.
pub fn part1(input: &Input) -> i64 {
    input.values[usize::from(input.root)]
}

/// The value that `humn` has to have.
pub fn part2(input: &Input) -> Option<i64> {
    let mut path = input.path.iter().rev();
    let mut name = *path.next()?;
    let (_, mut wanted, _) = input.other_side(input.root, name)?;
    for &next in path {
        let (sign, other, is_next_left) = input.other_side(name, next)?;
        wanted = match (sign, is_next_left) {
            (b'+', _) => result(b'-', wanted, other)?,
            (b'-', true) => result(b'+', wanted, other)?,
            (b'-', false) => result(b'-', other, wanted)?,
            (b'*', _) => result(b'/', wanted, other)?,
            _ => result(b'*', wanted, other)?,
        };
        name = next;
    }
    Some(wanted)
}

impl Input {
    /// The sign of a name's operation, the value of the side that is not `side`, and whether `side` is on the
    /// left.
    fn other_side(&self, name: u16, side: u16) -> Option<(u8, i64, bool)> {
        let Job::Operation { sign, left, right } = self.jobs[usize::from(name)] else { return None };
        let other = if left == side { right } else { left };
        Some((sign, self.values[usize::from(other)], left == side))
    }
}
