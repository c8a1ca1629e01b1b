//! [Seven Segment Search](https://adventofcode.com/2021/day/8): each display has its seven wires crossed. From the ten
//! patterns it shows for the ten digits, find which is which, and read four digits. How many of those are 1, 4, 7 or
//! 8, and what is the sum of the four-digit numbers?
//!
//! **Wiring.** A pattern is a set of letters, as a mask. By their lengths, 1, 7, 4 and 8 are known. The three patterns
//! of six letters each lack one: 6 lacks segment c, which is in 1; 0 lacks d, which is in 4 but not in 1; 9 lacks e,
//! which is in none of 1, 4 and 7. So those three sets, cut by what the sixes lack, are c and f, d and b, e and g; and
//! a is what 7 adds to the others. **Valid** is a line where none of the seven is empty, and where the ten patterns
//! are the ten digits drawn with them: seven disjoint sets that are not empty take a letter each, so this is a wiring.
//! And if there is a wiring, this is it.
//!
//! **Reading** has no branch that depends on the letters. First the gaps are found, as bits. A word is eight bytes
//! moved to the top, so that only its letters are left; less `` ` ``, the character before `a`, they are 1 to 7, and
//! zeros stand before them. They are packed to three bits each, to look up the set of each half. The digits have 49
//! segments and the patterns 49 letters, as the outputs are where they are; so no letter of a pattern is repeated if
//! the patterns are the ten digits. An output is compared in length with its digit.
//!
//! Assumes nothing beyond the domain: ten patterns and four outputs of them a line, for which there is a wiring.
//! Python deduces with set algebra; Haskell tells digits apart by how often their segments occur.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

/// No line is longer; and all words of a good line can be read eight bytes at a time.
const LINE: usize = 100;
/// Ten patterns and the blanks between.
const PATTERNS: usize = 58;
const ALL: u8 = 127;

/// The digits on each display.
pub struct Input {
    displays: Vec<[u8; 4]>,
}

/// The set of up to four letters, three bits each with 0 for none.
const LETTERS: [u8; 1 << 12] = {
    let mut letters = [0; 1 << 12];
    let mut packed = 0;
    while packed < letters.len() {
        let (a, b, c, d) = (packed & 7, packed >> 3 & 7, packed >> 6 & 7, packed >> 9);
        letters[packed] = ((1 << a | 1 << b | 1 << c | 1 << d) >> 1) as u8;
        packed += 1;
    }
    letters
};

/// What a set of letters is: 65536 times their number, plus 4096 times the digit, plus 1 shifted left by the digit.
const fn digit(digit: u32, segments: u32) -> u32 {
    segments << 16 | digit << 12 | 1 << digit
}

/// A set that is no digit: no word has so many letters.
const NONE: u32 = 15 << 16;

/// Reads one display a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut digits = [NONE; 256];
    let displays = reader.lines(|reader| {
        let rest = reader.rest();
        let read = match rest.first_chunk() {
            Some(line) => display(line, &mut digits),
            None => {
                let mut line = [0; LINE];
                line[..rest.len()].copy_from_slice(rest);
                display(&line, &mut digits)
            }
        };
        let Some((display, length)) = read else {
            let expected = "ten patterns that can be the ten digits, ` | ` and four of them";
            let shown = rest.iter().take_while(|byte| matches!(byte, b'a'..=b'g' | b' ' | b'|')).count();
            // A foreign character is named where it stands, anything else at the start of its line.
            let foreign = rest.get(shown).is_some_and(|&byte| byte != b'\n');
            return Err(reader.error(expected, reader.at() + if foreign { shown } else { 0 }));
        };
        reader.skip(length);
        Ok(display)
    })?;
    Ok(Input { displays })
}

/// Reads the line that is at the start of the text; also gives its length. In `digits`, all is `NONE` before and
/// after.
#[inline(never)] // so that more of its variables are in registers
fn display(text: &[u8; LINE], digits: &mut [u32; 256]) -> Option<([u8; 4], usize)> {
    let mut words = Words::new::<64>(text, 0);
    let (mut patterns, mut ends) = ([0; 10], 0);
    // The segments that some pattern lacks, by the patterns' lengths.
    let mut lacked = [0; 16];
    for pattern in &mut patterns {
        let (mask, length, end) = words.next()?;
        *pattern = mask;
        lacked[length % 16] |= ALL ^ mask;
        ends |= end ^ b' ';
    }
    let mut good = ends == 0 && words.start == PATTERNS + 1 && text[PATTERNS + 1..PATTERNS + 3] == *b"| ";

    let [one, seven, four, sixes] = [ALL ^ lacked[2], ALL ^ lacked[3], ALL ^ lacked[4], lacked[6]];
    let (right, left, low) = (one, four & !one, ALL & !(one | four | seven));
    let (c, d, e) = (right & sixes, left & sixes, low & sixes);
    let (f, b, g) = (right & !sixes, left & !sixes, low & !sixes);
    let a = seven & !(one | four);
    let drawn = [
        (ALL ^ d, digit(0, 6)),
        (c | f, digit(1, 2)),
        (ALL ^ b ^ f, digit(2, 5)),
        (ALL ^ b ^ e, digit(3, 5)),
        (b | c | d | f, digit(4, 4)),
        (ALL ^ c ^ e, digit(5, 5)),
        (ALL ^ c, digit(6, 6)),
        (a | c | f, digit(7, 3)),
        (ALL, digit(8, 7)),
        (ALL ^ e, digit(9, 6)),
    ];
    for (mask, digit) in drawn {
        digits[usize::from(mask)] = digit;
    }
    let shown = patterns.iter().fold(0, |shown, &mask| shown | digits[usize::from(mask)]);
    good &= shown & 0x3FF == 0x3FF && [a, b, c, d, e, f, g].iter().all(|&segment| segment != 0);

    let foreign = words.foreign;
    words = Words::new::<32>(text, PATTERNS + 3);
    let mut display = [0; 4];
    for (place, shown) in display.iter_mut().enumerate() {
        let (mask, length, end) = words.next()?;
        let digit = digits[usize::from(mask)];
        *shown = (digit >> 12) as u8 & 15;
        good &= (digit >> 16) as usize == length && (end == b' ' || place == 3);
    }
    drawn.iter().for_each(|&(mask, _)| digits[usize::from(mask)] = NONE);
    (good && foreign | words.foreign == 0).then_some((display, words.start - 1))
}

/// The words of a part of a line.
struct Words<'a> {
    text: &'a [u8; LINE],
    part: usize,
    start: usize,
    /// The bytes of this part that are no letters, a bit each, from `start` on.
    gaps: u64,
    /// Not zero once a word had something but letters of a to g.
    foreign: u64,
}

impl<'a> Words<'a> {
    /// Looks for gaps in some bytes.
    #[inline(always)]
    fn new<const BYTES: usize>(text: &'a [u8; LINE], part: usize) -> Self {
        let mut gaps = 0;
        for (place, eight) in text[part..part + BYTES].as_chunks().0.iter().enumerate() {
            // Letters have bit 6.
            gaps |= swar::low_bits(!u64::from_le_bytes(*eight) >> 6) << (8 * place);
        }
        Words { text, part, start: part, gaps, foreign: 0 }
    }

    /// The set of letters of the next word, its length, and the byte after it.
    #[inline(always)]
    fn next(&mut self) -> Option<(u8, usize, u8)> {
        let (start, end) = (self.start, self.part + self.gaps.trailing_zeros() as usize);
        let letters = u64::from_le_bytes(*self.text.get(start..)?.first_chunk()?) ^ swar::each(b'`');
        let length = end - start;
        let letters = letters.wrapping_shl(64_u32.wrapping_sub(8 * length as u32));
        let pairs = (letters | letters >> 5) & 0x003F_003F_003F_003F;
        let halves = pairs | pairs >> 10;
        let set = |half: u64| LETTERS[half as usize % LETTERS.len()];
        self.foreign |= letters & swar::each(0xF8);
        self.gaps &= self.gaps.checked_sub(1)?;
        self.start = end + 1;
        Some((set(halves) | set(halves >> 32), length, self.text[end]))
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
