//! [Extended Polymerization](https://adventofcode.com/2021/day/14): by how much the most common letter
//! outnumbers the least common one after 10 and after 40 steps.
//!
//! What a pair becomes does not depend on where it is, so it is enough to know how many pairs there are of
//! each kind: in a step all pairs `AB` turn into as many `AC` and `CB`. Letters are numbered in the order in
//! which they are met, and the counts are a square table of these alone: 100 pairs on a real input. Each pair
//! knows the places of its two successors. A pair without a rule stays as it is: it is its own successor, and
//! its second successor is a place after the table that is never read. Every letter but the last begins one
//! pair, so the sums of the rows count the letters.
//!
//! Assumes the domain. A template of n letters has at most (n - 1) * 2^40 + 1 letters after 40 steps, which
//! is less than 2^57.

use aoc_core::text::{InputError, Reader};

const LONGEST: usize = 100_000;

/// A polymer as its pairs, and what becomes of them.
pub struct Input {
    /// How many different letters there are.
    letters: usize,
    /// How often the pair of letters a, b occurs, at `a * letters + b`.
    pairs: Vec<u64>,
    /// The places of the two pairs that succeed the pair of that place.
    successors: Vec<[usize; 2]>,
    /// The letter at the end, which begins no pair.
    last: usize,
}

/// The numbers of letters, given in the order in which they are first met.
struct Alphabet {
    numbers: [u8; 26],
    letters: usize,
}

impl Alphabet {
    fn number(&mut self, letter: u8) -> u8 {
        let number = &mut self.numbers[usize::from(letter - b'A')];
        if *number == u8::MAX {
            *number = self.letters as u8;
            self.letters += 1;
        }
        *number
    }
}

/// Reads the template, a blank line, and one rule a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut alphabet = Alphabet { numbers: [u8::MAX; 26], letters: 0 };
    let template = reader.word(|byte| byte.is_ascii_uppercase(), "the letters A to Z")?;
    if template.len() > LONGEST {
        return Err(reader.error("at most 100000 letters", LONGEST));
    }
    let template: Vec<u8> = template.iter().map(|&letter| alphabet.number(letter)).collect();
    reader.blank_line()?;
    let mut ruled = [0u32; 26];
    let rules = reader.lines(|reader| {
        let start = reader.at();
        let Some(&[left @ b'A'..=b'Z', right @ b'A'..=b'Z', b' ', b'-', b'>', b' ', between @ b'A'..=b'Z']) =
            reader.rest().first_chunk()
        else {
            return Err(reader.error("a rule like AB -> C", start));
        };
        let (row, column) = (&mut ruled[usize::from(left - b'A')], 1 << (right - b'A'));
        if *row & column != 0 {
            return Err(reader.error("a pair that has no rule yet", start));
        }
        *row |= column;
        reader.skip(7);
        Ok([left, right, between].map(|letter| alphabet.number(letter)))
    })?;

    let letters = alphabet.letters;
    let place = |a: u8, b: u8| usize::from(a) * letters + usize::from(b);
    let nowhere = letters * letters;
    let mut successors: Vec<[usize; 2]> = (0..nowhere).map(|pair| [pair, nowhere]).collect();
    for [left, right, between] in rules {
        successors[place(left, right)] = [place(left, between), place(between, right)];
    }
    let mut pairs = vec![0; nowhere + 1];
    for pair in template.windows(2) {
        pairs[place(pair[0], pair[1])] += 1;
    }
    let last = usize::from(template[template.len() - 1]);
    Ok(Input { letters, pairs, successors, last })
}

/// How far apart the counts of letters are after 10 steps.
pub fn part1(input: &Input) -> u64 {
    spread_after(input, 10)
}

/// How far apart the counts of letters are after 40 steps.
pub fn part2(input: &Input) -> u64 {
    spread_after(input, 40)
}

fn spread_after(input: &Input, steps: usize) -> u64 {
    let mut pairs = input.pairs.clone();
    let mut next = vec![0; pairs.len()];
    for _ in 0..steps {
        next.fill(0);
        for (&count, &[one, other]) in pairs.iter().zip(&input.successors) {
            next[one] += count;
            next[other] += count;
        }
        (pairs, next) = (next, pairs);
    }
    let rows = pairs.chunks_exact(input.letters).enumerate();
    let counts = rows
        .map(|(letter, row)| row.iter().sum::<u64>() + u64::from(letter == input.last))
        .filter(|&it| it > 0);
    let (least, most) = counts.fold((u64::MAX, 0), |(least, most), it| (it.min(least), it.max(most)));
    most - least
}
