//! [Seven Segment Search](https://adventofcode.com/2021/day/8): which digits do four-digit displays show
//! whose wires are crossed, when each also gives its ten patterns for the ten digits?
//!
//! **Wiring.** A pattern is a set of letters, as a mask. Its length tells 1, 7, 4 and 8. The three patterns
//! of six letters each lack one segment: 6 lacks c, which is in 1; 0 lacks d, which is in 4 but not in 1; 9
//! lacks e, which is in none of 1, 4 and 7. So those three sets, cut by what the sixes lack, are c and f, d
//! and b, e and g; and a is what 7 adds to the others.
//!
//! A line has a wiring if none of the seven sets is empty and the ten patterns are the ten digits drawn with
//! them, for seven disjoint sets that are not empty take a letter each. If there is a wiring, this is it.
//!
//! **Reading** has no branch that depends on the letters. A word is eight bytes, cut off at the first that is
//! no letter. Less `` ` ``, the character before `a`, its letters are 1 to 7 and the rest are zeros: each
//! gives a bit. Digits have 49 segments and the patterns must have 49 letters in all, so no letter is
//! repeated in them if they are the ten digits. The length of an output is compared with its digit.
//!
//! Assumes the domain: ten patterns and four of them a line, for which there is a wiring.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

/// No line is longer, and all its words can be read eight bytes at a time.
const LINE: usize = 100;
/// Ten patterns, each with a blank after it.
const PATTERNS: usize = 59;

/// All segments.
const ALL: u8 = 127;
/// How many segments each digit has.
const SEGMENTS: [usize; 10] = [6, 2, 5, 5, 4, 5, 6, 3, 7, 6];
/// Not a digit.
const NONE: u8 = 15;

/// The digits on each display.
pub struct Input {
    displays: Vec<[u8; 4]>,
}

/// Reads one display a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let displays = Reader::new(text).lines(|reader| {
        let rest = reader.rest();
        let line = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut line = [0; LINE];
            line[..rest.len()].copy_from_slice(rest);
            line
        });
        let (display, length) = display(&line).ok_or_else(|| {
            let expected = "ten patterns that can be the ten digits, ` | ` and four of them";
            let mut line = rest.iter().take_while(|&&byte| byte != b'\n');
            // A foreign character is refused where it stands, any other fault at the start of the line.
            let foreign = line.position(|byte| !matches!(byte, b'a'..=b'g' | b' ' | b'|'));
            reader.error(expected, reader.at() + foreign.unwrap_or(0))
        })?;
        reader.skip(length);
        Ok(display)
    })?;
    Ok(Input { displays })
}

/// The digits on the display of a line, and how long the line is.
#[inline(never)] // so that more of its variables are in registers
fn display(line: &[u8; LINE]) -> Option<([u8; 4], usize)> {
    let mut words = Words { line, at: 0 };
    let mut patterns = [0; 10];
    // The segments that some pattern lacks, by the lengths of the patterns.
    let mut lacked = [0; 8];
    for pattern in &mut patterns {
        let (set, length) = words.next(true)?;
        *pattern = set;
        lacked[length] |= ALL ^ set;
    }
    let [one, seven, four, sixes] = [ALL ^ lacked[2], ALL ^ lacked[3], ALL ^ lacked[4], lacked[6]];
    let (right, left, low) = (one, four & !one, ALL & !(one | four | seven));
    let (c, d, e) = (right & sixes, left & sixes, low & sixes);
    let (f, b, g) = (right & !sixes, left & !sixes, low & !sixes);
    let a = seven & !(one | four);

    let mut digits = [NONE; ALL as usize + 1];
    let lacking = [d, ALL ^ right, b | f, b | e, a | low, c | e, c, left | low, 0, e];
    for (digit, set) in lacking.into_iter().enumerate() {
        digits[usize::from(ALL ^ set)] = digit as u8;
    }
    let shown = patterns.iter().fold(0, |shown, &set| shown | 1 << digits[usize::from(set)]);
    let wired = shown == 0x3FF && [a, b, c, d, e, f, g].iter().all(|&set| set != 0);
    if !wired || words.at != PATTERNS || !line[PATTERNS..].starts_with(b"| ") {
        return None;
    }

    words.at += 2;
    let mut display = [0; 4];
    for (place, digit) in display.iter_mut().enumerate() {
        let (set, length) = words.next(place < 3)?;
        *digit = digits[usize::from(set)];
        if SEGMENTS.get(usize::from(*digit)) != Some(&length) {
            return None;
        }
    }
    Some((display, words.at - 1))
}

/// The words of a line.
struct Words<'a> {
    line: &'a [u8; LINE],
    at: usize,
}

impl Words<'_> {
    /// The set of letters of the next word, and its length. A blank comes after all words but the last.
    #[inline(always)]
    fn next(&mut self, blank: bool) -> Option<(u8, usize)> {
        let eight = u64::from_le_bytes(*self.line.get(self.at..)?.first_chunk()?);
        // Letters have bit 6.
        let bits = (!eight & swar::each(1 << 6)).trailing_zeros() & !7;
        let letters = (eight ^ swar::each(b'`')) & (1_u64.checked_shl(bits)? - 1);
        let set = letters.to_le_bytes().iter().fold(0_u64, |set, letter| set | 1 << (letter & 63)) >> 1;
        let length = bits as usize / 8;
        let good = set <= ALL.into() && (!blank || self.line[self.at + length] == b' ');
        self.at += length + 1;
        good.then_some((set as u8, length))
    }
}

/// How many digits are 1, 4, 7 or 8.
pub fn part1(input: &Input) -> usize {
    input.displays.iter().flatten().filter(|digit| matches!(digit, 1 | 4 | 7 | 8)).count()
}

/// The sum of the numbers on all displays.
pub fn part2(input: &Input) -> u64 {
    let number = |display: &[u8; 4]| display.iter().fold(0, |number, &digit| number * 10 + u64::from(digit));
    input.displays.iter().map(number).sum()
}
