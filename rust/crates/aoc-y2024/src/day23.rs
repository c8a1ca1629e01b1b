//! [LAN Party](https://adventofcode.com/2024/day/23): in a network, the triangles with a name that begins
//! with `t` (part 1), and the largest clique; of several, the first in alphabetical order (part 2).
//!
//! A computer has a list of its neighbours, and a row of bits, one for each name. Names are numbers in
//! alphabetical order.
//!
//! **Part 1** tries the pairs of neighbours of each `t`. A triangle counts at the first `t` in it.
//!
//! **Part 2 peels.** In a clique of `k`, each computer has `k - 1` edges to others, and the ends of each of
//! these edges have `k - 2` neighbours in common. A computer with fewer such edges is in no clique of `k`. It
//! is taken away, until nothing changes: this is close to a `k`-truss. The greatest `k` comes first. Nearly
//! always what is left of the network is either nothing or the clique. In any case a clique is looked for in
//! it, in alphabetical order; if there is none, the next `k` is tried.

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 4_000;
const MOST_NEIGHBOURS: usize = 20;
const LETTERS: usize = 26;
const NAMES: usize = LETTERS * LETTERS;
const WORDS: usize = NAMES.div_ceil(64);

/// All names, in alphabetical order.
pub struct Input {
    computers: Vec<Computer>,
}

#[derive(Clone)]
struct Computer {
    count: usize,
    neighbours: [u16; MOST_NEIGHBOURS],
    /// A bit for each neighbour.
    row: [u64; WORDS],
}

/// Reads one connection a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let unconnected = Computer { count: 0, neighbours: [0; MOST_NEIGHBOURS], row: [0; WORDS] };
    let mut computers = vec![unconnected; NAMES];
    reader.lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let (one, two) = connection(line)?;
        if one == two {
            return Err(line.error("two different computers", start));
        } else if computers[one].has(two) {
            return Err(line.error("a connection that is not listed already", start));
        }
        for (one, two) in [(one, two), (two, one)] {
            let computer = &mut computers[one];
            let Some(place) = computer.neighbours.get_mut(computer.count) else {
                return Err(line.error("a computer with at most 20 connections", start));
            };
            *place = two as u16;
            computer.count += 1;
            computer.row[two / 64] |= 1 << (two % 64);
        }
        Ok(())
    })?;
    Ok(Input { computers })
}

/// Reads a line such as `ab-cd`.
fn connection(line: &mut Reader) -> Result<(usize, usize), InputError> {
    let name = |a: u8, b: u8| LETTERS * usize::from(a - b'a') + usize::from(b - b'a');
    match line.rest().first_chunk() {
        Some(&[a, b, b'-', c, d]) if [a, b, c, d].iter().all(u8::is_ascii_lowercase) => {
            line.skip(5);
            Ok((name(a, b), name(c, d)))
        }
        _ => Err(line.error("two names of two letters, such as `ab-cd`", line.at())),
    }
}

/// The number of triangles with a name that begins with `t`.
pub fn part1(input: &Input) -> usize {
    let t = LETTERS * usize::from(b't' - b'a');
    let triangles = |first: usize| {
        // Others that begin with `t` come after it.
        let others = |&&other: &&u16| !(t..first).contains(&usize::from(other));
        let neighbours: Vec<u16> =
            input.computers[first].neighbours().iter().filter(others).copied().collect();
        let with = |(at, &two): (usize, &u16)| {
            let computer = &input.computers[usize::from(two)];
            neighbours[..at].iter().filter(|&&three| computer.has(usize::from(three))).count()
        };
        neighbours.iter().enumerate().map(with).sum::<usize>()
    };
    (t..t + LETTERS).map(triangles).sum()
}

/// The names of the largest clique.
pub fn part2(input: &Input) -> Option<String> {
    let most = input.computers.iter().map(|computer| computer.count).max()? + 1;
    let clique = (1..=most).rev().find_map(|size| input.clique(size))?;
    let name = |&at: &usize| [at / LETTERS, at % LETTERS].map(|letter| char::from(b'a' + letter as u8));
    let names: Vec<String> = clique.iter().map(|at| String::from_iter(name(at))).collect();
    Some(names.join(","))
}

impl Computer {
    fn neighbours(&self) -> &[u16] {
        &self.neighbours[..self.count]
    }

    #[inline(always)]
    fn has(&self, other: usize) -> bool {
        self.row[other / 64] >> (other % 64) & 1 != 0
    }
}

impl Input {
    /// The first clique of some size.
    fn clique(&self, size: usize) -> Option<Vec<usize>> {
        let left = self.peel(size);
        let mut clique = Vec::new();
        for first in (0..NAMES).filter(|&at| left[at]) {
            let near = self.computers[first].neighbours().iter().map(|&at| usize::from(at));
            let mut others: Vec<usize> = near.filter(|&at| at > first && left[at]).collect();
            others.sort_unstable();
            let row = |&one: &usize| {
                let has = |(&two, bit)| u32::from(self.computers[one].has(two)) << bit;
                others.iter().zip(0..).map(has).sum()
            };
            let rows: Vec<u32> = others.iter().map(row).collect();
            if choose(&rows, (1 << rows.len()) - 1, size - 1, &mut clique) {
                return Some(
                    std::iter::once(first).chain(clique.iter().rev().map(|&at| others[at])).collect(),
                );
            }
        }
        None
    }

    /// Takes away what is in no clique of some size, because there are too few edges with enough common
    /// neighbours.
    fn peel(&self, size: usize) -> [bool; NAMES] {
        let mut left = [true; NAMES];
        let mut changed = true;
        while changed {
            changed = false;
            for at in 0..NAMES {
                if left[at] && !self.stays(at, size, &left) {
                    left[at] = false;
                    changed = true;
                }
            }
        }
        left
    }

    /// Whether a computer has enough edges with enough common neighbours.
    fn stays(&self, at: usize, size: usize, left: &[bool; NAMES]) -> bool {
        let neighbours = self.computers[at].neighbours();
        // How many edges may fail.
        let mut spare = (neighbours.len() + 1).checked_sub(size);
        for &other in neighbours {
            let Some(failures) = spare else { return false };
            let computer = &self.computers[usize::from(other)];
            let common = |&&near: &&u16| left[usize::from(near)] & computer.has(usize::from(near));
            if !left[usize::from(other)] || neighbours.iter().filter(common).count() + 2 < size {
                spare = failures.checked_sub(1);
            }
        }
        spare.is_some()
    }
}

/// Chooses the first candidates, of some number, that are all neighbours; lists them from the last to the
/// first.
fn choose(rows: &[u32], candidates: u32, count: usize, chosen: &mut Vec<usize>) -> bool {
    if count == 0 {
        return true;
    }
    let mut left = candidates;
    for first in ones(candidates) {
        if (left.count_ones() as usize) < count {
            return false;
        }
        left &= left - 1;
        if choose(rows, left & rows[first], count - 1, chosen) {
            chosen.push(first);
            return true;
        }
    }
    false
}
