//! [Claw Contraption](https://adventofcode.com/2024/day/13): the least total cost of reaching, on each
//! machine where it can be done, the prize by whole numbers of presses of two buttons, A for 3 and B for 1
//! (part 1), and the same with prizes that are 10^13 farther on both axes (part 2).
//!
//! **Cramer's rule.** Let the buttons be `(a, c)` and `(b, d)`, and the prize `(x, y)`. For any numbers of
//! presses,
//!
//! ```text
//!     a A + b B = x            A = (d x - b y) / (a d - b c)
//!     c A + d B = y            B = (a y - c x) / (a d - b c)
//! ```
//!
//! As the divisor is not 0, there is one solution at most. It counts if both quotients are whole and not
//! negative. No numerator is above `99 * (10^13 + 99999)`, which fits 64 bits.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_MACHINES: usize = 1_000;
const MOST_STEP: i64 = 99;
const MOST_PRIZE: i64 = 99_999;
const FARTHER: i64 = 10_000_000_000_000;

/// The machines: at least one.
pub struct Input {
    machines: Vec<Machine>,
}

struct Machine {
    a: [i64; 2],
    b: [i64; 2],
    prize: [i64; 2],
}

/// Reads one machine a block of three lines.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let machines = Reader::new(text).blocks_up_to(MOST_MACHINES, "machines", |block, _| {
        let a = button(block, "Button A: X+")?;
        block.newline()?;
        let at = block.at();
        let b = button(block, "Button B: X+")?;
        if a[0] * b[1] == a[1] * b[0] {
            return Err(block.error("a button that is not parallel to the other", at));
        }
        block.newline()?;
        block.literal("Prize: X=")?;
        let x = block.number(1..=MOST_PRIZE)?;
        block.literal(", Y=")?;
        let y = block.number(1..=MOST_PRIZE)?;
        Ok(Machine { a, b, prize: [x, y] })
    })?;
    Ok(Input { machines })
}

/// Reads a line such as `Button A: X+31, Y+12`; `start` is what comes before the first number.
#[inline(always)]
fn button(line: &mut Reader, start: &str) -> Result<[i64; 2], InputError> {
    // Nearly all steps have two digits, and then the rest of the line is a word.
    if let Some((before, rest)) = line.rest().split_at_checked(start.len())
        && before == start.as_bytes()
        && let [word @ .., b'\n'] = rest.first_chunk::<9>().unwrap_or(&[0; 9])
    {
        let word = u64::from_le_bytes(*word) ^ u64::from_le_bytes(*b"00, Y+00");
        let digits = word.to_le_bytes().map(i64::from);
        let step = [10 * digits[0] + digits[1], 10 * digits[6] + digits[7]];
        let limits = u64::from_le_bytes([9, 9, 0, 0, 0, 0, 9, 9]);
        if !swar::any_greater(word, limits) && step[0] > 0 && step[1] > 0 {
            line.skip(start.len() + 8);
            return Ok(step);
        }
    }
    line.literal(start)?;
    let x = line.number(1..=MOST_STEP)?;
    line.literal(", Y+")?;
    Ok([x, line.number(1..=MOST_STEP)?])
}

/// The least cost of all prizes that can be reached.
pub fn part1(input: &Input) -> i64 {
    input.cost(0)
}

/// The least cost of all prizes that can be reached, once they are farther.
pub fn part2(input: &Input) -> i64 {
    input.cost(FARTHER)
}

impl Input {
    /// The least cost of all prizes that can be reached, if they are farther by this on both axes.
    #[inline(always)]
    fn cost(&self, farther: i64) -> i64 {
        let cost = |&Machine { a: [a, c], b: [b, d], prize }: &Machine| {
            let [x, y] = prize.map(|coordinate| coordinate + farther);
            let divisor = a * d - b * c;
            let presses_a = whole(d * x - b * y, divisor)?;
            let presses_b = whole(a * y - c * x, divisor)?;
            Some(3 * presses_a + presses_b)
        };
        self.machines.iter().filter_map(cost).sum()
    }
}

/// The quotient, if it is whole and not negative.
#[inline(always)]
fn whole(number: i64, divisor: i64) -> Option<i64> {
    let quotient = number / divisor;
    (quotient >= 0 && quotient * divisor == number).then_some(quotient)
}
