//! [Trebuchet?!](https://adventofcode.com/2023/day/1): the sum over all lines of the number that a line's
//! first and last digit make, where only figures are digits (part 1), or the words from `one` to `nine` are
//! digits too (part 2).
//!
//! **Places of interest as bits.** The nine words differ in their first two letters, and few places in a text
//! have one of these nine pairs. So 64 places at a time are compared with the pairs, and with all that is not
//! a letter, without a branch. The result is a bit mask of the places that may count: digits, line ends,
//! foreign characters and pairs that may begin a word. Only these are looked at, in the order of the text.
//! Each is judged by itself, so words may overlap.
//!
//! **A word is one comparison.** Its first two letters choose the word of a table that might stand here; a
//! masked machine word decides.

use aoc_core::bits::ones;
use aoc_core::swar::{self, Prefix};
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 2_000;
const LONGEST: usize = 100;
const BLOCK: usize = 64;

/// The lines, at least one.
pub struct Input {
    lines: Vec<Line>,
}

/// The outermost digits of a line.
#[derive(Default)]
struct Line {
    figures: Ends,
    all: Ends,
}

/// The first and the last digit; 0 if there is none yet.
#[derive(Default)]
struct Ends {
    first: u8,
    last: u8,
}

impl Ends {
    #[inline(always)]
    fn push(&mut self, digit: u8) {
        self.first = if self.first == 0 { digit } else { self.first };
        self.last = digit;
    }

    fn number(&self) -> u32 {
        (10 * self.first + self.last).into()
    }
}

/// The words and their digits, each in the slot of its first two letters.
const WORDS: [(Prefix, u8); SLOTS] = {
    let spelled = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let mut words = [(Prefix::NEVER, 0); SLOTS];
    let mut digit = 1;
    while digit <= spelled.len() {
        let word = spelled[digit - 1];
        let slot = slot(word.as_bytes()[0], word.as_bytes()[1]);
        assert!(words[slot].1 == 0, "two words have the same slot");
        words[slot] = (Prefix::new(word), digit as u8);
        digit += 1;
    }
    words
};

const SLOTS: usize = 16;

/// The slot of two letters: those that begin the nine words have nine slots.
#[inline(always)]
const fn slot(one: u8, two: u8) -> usize {
    (one as usize + 10 * two as usize) % SLOTS
}

/// Reads the lines, and finds the outermost digits of each.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let reader = Reader::new(text);
    let length = reader.rest().len();
    // The last line ends too. Letters behind it let each block be whole, and eight bytes be read at each
    // place.
    let mut bytes = Vec::with_capacity(length + 2 * BLOCK);
    bytes.extend_from_slice(reader.rest());
    bytes.push(b'\n');
    bytes.resize(bytes.len().next_multiple_of(BLOCK) + BLOCK, b'a');

    let mut lines = Vec::with_capacity(length / 4 + 1);
    let (mut line, mut start) = (Line::default(), 0);
    for from in (0..=length).step_by(BLOCK) {
        for bit in ones(bytes[from..].first_chunk().map_or(0, places)) {
            let at = from + bit;
            match bytes[at] {
                figure @ b'1'..=b'9' => {
                    line.figures.push(figure - b'0');
                    line.all.push(figure - b'0');
                }
                b'a'..=b'z' => {
                    if let Some(digit) = spelled(&bytes[at..]) {
                        line.all.push(digit);
                    }
                }
                b'\n' => {
                    if line.figures.first == 0 {
                        return Err(reader.error("a line with a digit", start));
                    }
                    if at - start > LONGEST {
                        return Err(reader.error("at most 100 characters", start + LONGEST));
                    }
                    if lines.len() == MOST_LINES {
                        return Err(reader.error("at most 2000 lines", start));
                    }
                    lines.push(std::mem::take(&mut line));
                    start = at + 1;
                }
                _ => return Err(reader.error("a letter from a to z or a digit from 1 to 9", at)),
            }
        }
    }
    Ok(Input { lines })
}

/// The places in a block, which one more byte follows, where no letter stands or where a word may begin.
#[inline(always)]
fn places(block: &[u8; BLOCK + 1]) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, pair) in flags.iter_mut().zip(block.windows(2)) {
        let (one, two) = (pair[0], pair[1]);
        let is_word = (two == b'i') & ((one == b'f') | (one == b's') | (one == b'e') | (one == b'n'))
            | (one == b't') & ((two == b'w') | (two == b'h'))
            | (one == b'o') & (two == b'n')
            | (one == b'f') & (two == b'o')
            | (one == b's') & (two == b'e');
        *flag = u8::from(is_word | (one.wrapping_sub(b'a') > b'z' - b'a'));
    }
    swar::flags(&flags)
}

/// The digit that is spelled here.
#[inline(always)]
fn spelled(text: &[u8]) -> Option<u8> {
    let letters = text.first_chunk()?;
    let (word, digit) = &WORDS[slot(letters[0], letters[1])];
    word.is_at(u64::from_le_bytes(*letters)).then_some(*digit)
}

/// The sum of the numbers made of figures.
pub fn part1(input: &Input) -> u32 {
    input.lines.iter().map(|line| line.figures.number()).sum()
}

/// The sum of the numbers made of figures and words.
pub fn part2(input: &Input) -> u32 {
    input.lines.iter().map(|line| line.all.number()).sum()
}
