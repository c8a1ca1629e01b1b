//! [Chronospatial Computer](https://adventofcode.com/2024/day/17): what a program of 3-bit codes puts out
//! (part 1), and the least register `A` with which it puts out itself (part 2).
//!
//! **Decompiled.** All valid programs are the same loop with a few constants: as long as `A` is not 0, a
//! digit is put out and three bits of `A` are dropped.
//!
//! ```text
//! 2,4  B = A % 8        1,y  B ^= y     in any order:
//! 1,x  B ^= x           4,z  B ^= C     what comes after 5,5 is lost, as B and C are set anew
//! 7,5  C = A >> B       5,5  out B      3,0  repeat while A is not 0
//!                       0,3  A >>= 3
//! ```
//!
//! So a digit is `A ^ mask`, perhaps `^ A >> (A % 8 ^ x)`, of which the lowest three bits count.
//!
//! **Backwards.** The last digit depends on the three highest bits of `A` alone, the one before on the six
//! highest, and so on. Depth first, and with the lesser three bits first, the first `A` that is complete is
//! the least.

use aoc_core::text::{InputError, Reader};

const LENGTH: usize = 16;
const MOST: u64 = (1 << (3 * LENGTH)) - 1;

/// The loop, and its digits as a program.
pub struct Input {
    a: u64,
    /// What the lowest bits of `A` are flipped by to give the shift.
    flip: u64,
    /// What they are flipped by in a digit.
    mask: u64,
    /// Whether the shifted register goes into a digit.
    shifted: bool,
    program: [u8; LENGTH],
}

/// Reads the registers, and takes the program to pieces.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.literal("Register A: ")?;
    let a = reader.number(0..=MOST)?;
    reader.newline()?;
    reader.literal("Register B: ")?;
    reader.number(0..=MOST)?;
    reader.newline()?;
    reader.literal("Register C: ")?;
    reader.number(0..=MOST)?;
    reader.blank_line()?;
    let start = reader.at();
    reader.literal("Program: ")?;
    let mut program = [0; LENGTH];
    for (place, digit) in program.iter_mut().enumerate() {
        if place > 0 {
            reader.literal(",")?;
        }
        *digit = match reader.peek() {
            Some(byte @ b'0'..=b'7') => byte - b'0',
            _ => return Err(reader.error("a digit from 0 to 7", reader.at())),
        };
        reader.skip(1);
    }
    let input = decompile(a, program).ok_or_else(|| reader.error("a program of the usual shape", start))?;
    reader.end()?;
    Ok(input)
}

/// Finds the constants of the loop, if the program is such a loop.
fn decompile(a: u64, program: [u8; LENGTH]) -> Option<Input> {
    let [2, 4, 1, x, 7, 5, middle @ .., 3, 0] = program else { return None };
    let (mut mask, mut shifted, mut seen) = (u64::from(x), false, 0);
    for pair in middle.as_chunks().0 {
        let printed = seen >> 5 & 1 != 0;
        match *pair {
            [1, y] if !printed => mask ^= u64::from(y),
            [4, _] => shifted |= !printed,
            [1, _] | [0, 3] | [5, 5] => {}
            _ => return None,
        }
        seen |= 1 << pair[0];
    }
    // The four instructions that may come in any order.
    let all = 1 << 0 | 1 << 1 | 1 << 4 | 1 << 5;
    (seen == all).then_some(Input { a, flip: x.into(), mask, shifted, program })
}

impl Input {
    /// What is put out in the round that begins with some `A`.
    fn digit(&self, a: u64) -> u8 {
        let shifted = if self.shifted { a >> (a & 7 ^ self.flip) } else { 0 };
        ((a ^ self.mask ^ shifted) & 7) as u8
    }

    /// The least `A` that begins with some bits and puts out the first digits of the program.
    fn least(&self, high: u64, digits: &[u8]) -> Option<u64> {
        let [before @ .., last] = digits else { return Some(high) };
        // The highest three bits are not all 0, or the loop would have ended before.
        let first = if high == 0 { 1 } else { high << 3 };
        (first..=high << 3 | 7).filter(|&a| self.digit(a) == *last).find_map(|a| self.least(a, before))
    }
}

/// What the program puts out.
pub fn part1(input: &Input) -> String {
    let mut out = String::with_capacity(2 * LENGTH);
    let mut a = input.a;
    loop {
        out.push((b'0' + input.digit(a)).into());
        a >>= 3;
        if a == 0 {
            return out;
        }
        out.push(',');
    }
}

/// The least `A` with which the program puts out itself.
pub fn part2(input: &Input) -> Option<u64> {
    input.least(0, &input.program)
}
