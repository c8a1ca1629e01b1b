//! [Linen Layout](https://adventofcode.com/2024/day/19): how many designs can be laid out with towels of
//! given patterns (part 1), and the number of ways for all designs (part 2).
//!
//! **One automaton.** Aho and Corasick's automaton reads a letter in one step, without ever going back. Its
//! state is the longest suffix of what was read that begins a pattern. The suffix link of a state leads to
//! its longest proper suffix that is a state as well. States are completed breadth first, so that this one is
//! done before. The patterns that end at a state are its own and those of its suffix link: a set of lengths,
//! as bits.
//!
//! **Ways.** A layout of the first letters ends with one of these patterns. So its ways are the sum, over the
//! lengths, of the ways to lay out what comes before. The last eight numbers are kept, and added up under a
//! mask for each, without a branch.
//!
//! A design of 60 letters has at most 2^59 ways.

use aoc_core::alphabet::{NONE, places};
use aoc_core::text::{InputError, Reader};

const MOST_PATTERNS: usize = 500;
const LONGEST_PATTERN: usize = 8;
const MOST_DESIGNS: usize = 500;
const LONGEST_DESIGN: usize = 60;
const LETTERS: &[u8; 5] = b"bgruw";
const EXPECTED: &str = "`b`, `g`, `r`, `u` or `w`";

/// The number of each letter.
const CODES: [u8; 256] = places(LETTERS);

/// For each set of lengths, all ones for those in it.
const MASKS: [[u64; LONGEST_PATTERN]; 256] = {
    let mut masks = [[0; LONGEST_PATTERN]; 256];
    let mut at = 0;
    while at < 256 * LONGEST_PATTERN {
        let (set, length) = (at / LONGEST_PATTERN, at % LONGEST_PATTERN);
        masks[set][length] = (set as u64 >> length & 1).wrapping_neg();
        at += 1;
    }
    masks
};

/// For each design, the number of ways.
pub struct Input {
    ways: Vec<u64>,
}

/// Reads the patterns into an automaton, and the designs with it.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut trie = Automaton { nodes: vec![[0; WIDTH]] };
    for count in 1.. {
        let start = reader.at();
        let pattern = reader.word(is_letter, EXPECTED)?;
        if pattern.len() > LONGEST_PATTERN {
            return Err(reader.error("a pattern of at most 8 letters", start));
        } else if count > MOST_PATTERNS {
            return Err(reader.error("at most 500 patterns", start));
        } else if !trie.insert(pattern) {
            return Err(reader.error("a pattern that is not listed already", start));
        } else if reader.peek() != Some(b',') {
            break;
        }
        reader.literal(", ")?;
    }
    reader.blank_line()?;
    let automaton = trie.complete();
    let ways = reader.lines_up_to(MOST_DESIGNS, |line| {
        let start = line.at();
        let (length, ways) = automaton.ways(line.rest());
        line.skip(length);
        match length {
            0 => Err(line.error(EXPECTED, start)),
            1..=LONGEST_DESIGN => Ok(ways),
            _ => Err(line.error("a design of at most 60 letters", start)),
        }
    })?;
    Ok(Input { ways })
}

fn is_letter(byte: u8) -> bool {
    LETTERS.contains(&byte)
}

/// The number of designs that can be laid out.
pub fn part1(input: &Input) -> usize {
    input.ways.iter().filter(|&&ways| ways > 0).count()
}

/// The number of ways for all designs.
pub fn part2(input: &Input) -> u128 {
    input.ways.iter().map(|&ways| u128::from(ways)).sum()
}

/// Nodes: the first is the root.
struct Automaton {
    /// For each letter, the next node; and then the lengths of the patterns that end here.
    nodes: Vec<[u16; WIDTH]>,
}

const LENGTHS: usize = LETTERS.len();
const WIDTH: usize = LENGTHS + 1;

impl Automaton {
    /// Adds a pattern, and tells whether it is new.
    fn insert(&mut self, pattern: &[u8]) -> bool {
        let mut node = 0;
        for &byte in pattern {
            let code = usize::from(CODES[usize::from(byte)]);
            if self.nodes[node][code] == 0 {
                self.nodes[node][code] = self.nodes.len() as u16;
                self.nodes.push([0; WIDTH]);
            }
            node = usize::from(self.nodes[node][code]);
        }
        let bit = 1 << (pattern.len() - 1);
        let lengths = &mut self.nodes[node][LENGTHS];
        let is_new = *lengths & bit == 0;
        *lengths |= bit;
        is_new
    }

    /// Turns the tree of patterns into the automaton.
    fn complete(mut self) -> Self {
        // Each node with its suffix link.
        let mut queue = vec![(0, 0)];
        let mut done = 0;
        while let Some(&(node, suffix)) = queue.get(done) {
            done += 1;
            let onward: [u16; WIDTH] = self.nodes[usize::from(suffix)];
            let is_root = node == 0;
            for (next, &other) in self.nodes[usize::from(node)].iter_mut().zip(&onward[..LENGTHS]) {
                if *next == 0 {
                    *next = other;
                } else {
                    queue.push((*next, if is_root { 0 } else { other }));
                }
            }
            self.nodes[usize::from(node)][LENGTHS] |= onward[LENGTHS];
        }
        self
    }

    /// How many letters the text begins with, and the ways to lay them out. Only the first 61 letters are
    /// read: more than a design may have.
    fn ways(&self, text: &[u8]) -> (usize, u64) {
        let mut node = 0;
        // The ways of the letters so far, of one letter fewer, and so on.
        let mut last = [0; LONGEST_PATTERN];
        last[0] = 1;
        for (length, &byte) in text.iter().enumerate() {
            let code = CODES[usize::from(byte)];
            if code == NONE || length > LONGEST_DESIGN {
                return (length, last[0]);
            }
            node = usize::from(self.nodes[node][usize::from(code)]);
            let masks = &MASKS[usize::from(self.nodes[node][LENGTHS]) % MASKS.len()];
            let ways = (0..LONGEST_PATTERN).map(|at| last[at] & masks[at]).sum();
            let [a, b, c, d, e, f, g, _] = last;
            last = [ways, a, b, c, d, e, f, g];
        }
        (text.len(), last[0])
    }
}
