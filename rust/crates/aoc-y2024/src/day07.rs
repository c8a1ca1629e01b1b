//! [Bridge Repair](https://adventofcode.com/2024/day/7): the sum of the targets that operands make, from left
//! to right, with `+` and `*` between (part 1), and also by writing the digits of one behind the other
//! (part 2).
//!
//! **Backwards.** The last operand `n` was multiplied only if it divides the target, was appended only if the
//! target ends in its digits, and was added only if it is less. Each of these leaves a smaller target for the
//! operands before. Few targets can be divided or cut, so there is little to search.
//!
//! **What is too large is not tried.** A target is given up if it is above the greatest value of the operands
//! in front. Values only grow with the values before them, so the greatest is made of the greatest: by a
//! product or, next to a 1, by a sum; in part 2 by appending, since `m * 10^d + n` is more than `m * n` for
//! an operand `n` of `d` digits.
//!
//! **No division.** Let `d = o * 2^k` with `o` odd. Modulo 2^64, `o` has an inverse, and to multiply by it
//! permutes all words. The multiples of `o` become their quotients, 0, 1, 2 and so on, so all other words
//! become greater than those. A rotation by `k` bits likewise divides the multiples of `2^k`, and makes all
//! other words greater than their quotients. So the word is the quotient if `d` divides the target, and
//! otherwise at least `2^64 / d`, which is more than any target.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 1_000;
const MOST_OPERANDS: usize = 12;
const MOST_OPERAND: u16 = 999;
const MOST_TARGET: u64 = 999_999_999_999_999;

/// The equations, at least one.
pub struct Input {
    equations: Vec<Equation>,
    operands: Vec<u16>,
}

struct Equation {
    target: u64,
    /// Where its operands end; they start at the end of those of the equation before.
    end: usize,
}

/// Reads one equation a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let input =
        Input { equations: Vec::with_capacity(MOST_LINES), operands: Vec::with_capacity(text.len() / 2) };
    reader.fold_lines(input, |Input { equations, operands }, line| {
        if equations.len() == MOST_LINES {
            return Err(line.error("at most 1000 lines", line.at()));
        }
        let target = line.number(1..=MOST_TARGET)?;
        line.literal(":")?;
        let most = operands.len() + MOST_OPERANDS;
        loop {
            line.literal(" ")?;
            operands.push(operand(line)?);
            if line.peek() != Some(b' ') {
                break;
            }
            if operands.len() == most {
                return Err(line.error("at most 12 operands", line.at()));
            }
        }
        equations.push(Equation { target, end: operands.len() });
        Ok(())
    })
}

/// Reads an operand.
#[inline(always)]
fn operand(line: &mut Reader) -> Result<u16, InputError> {
    if let Some(&chunk) = line.rest().first_chunk() {
        let word = u32::from_le_bytes(chunk);
        // Digits have bit 4 set, and what may come behind them has not.
        let length = (!word & 0x1010_1010).trailing_zeros() / 8;
        // The last digit comes to the highest byte, and zeros are in front.
        let digits = (word ^ 0x3030_3030).unbounded_shl(32 - 8 * length);
        if length < 4 && digits != 0 && !swar::any_greater(digits.into(), swar::each(9)) {
            line.skip(length as usize);
            return Ok(swar::decimal(digits) as u16);
        }
    }
    line.number(1..=MOST_OPERAND)
}

/// The sum of the targets that can be made with two operators.
pub fn part1(input: &Input) -> u64 {
    input.sum::<false>()
}

/// The sum of the targets that can be made with three operators.
pub fn part2(input: &Input) -> u64 {
    input.sum::<true>()
}

impl Input {
    /// The sum of the targets that can be made, with or without appending.
    fn sum<const APPENDS: bool>(&self) -> u64 {
        let mut steps = [Step::default(); MOST_OPERANDS];
        let mut start = 0;
        let mut sum = 0;
        for &Equation { target, end } in &self.equations {
            let mut most = 0;
            for (step, &operand) in steps.iter_mut().zip(&self.operands[start..end]) {
                let operand = u64::from(operand);
                *step = Step { operand, most_before: most };
                most = if APPENDS {
                    most * power(operand) + operand
                } else {
                    (most * operand).max(most + operand)
                };
                most = most.min(MOST_TARGET);
            }
            if is_made::<APPENDS>(target, &steps[..end - start]) {
                sum += target;
            }
            start = end;
        }
        sum
    }
}

#[derive(Clone, Copy, Default)]
struct Step {
    operand: u64,
    /// The greatest value of the operands in front, or of all targets if that is less.
    most_before: u64,
}

/// Whether a target can be made.
fn is_made<const APPENDS: bool>(target: u64, steps: &[Step]) -> bool {
    let Some((&Step { operand, most_before }, before)) = steps.split_last() else { return false };
    if before.is_empty() {
        return target == operand;
    }
    let is_made = |rest| rest <= most_before && is_made::<APPENDS>(rest, before);
    if is_made(DIVISORS[operand as usize].quotient(target)) {
        return true;
    }
    let Some(rest @ 1..) = target.checked_sub(operand) else { return false };
    APPENDS && is_made(DIVISORS[power(operand) as usize].quotient(rest)) || is_made(rest)
}

/// The power of ten by which a number is multiplied when an operand is written behind it.
fn power(operand: u64) -> u64 {
    match operand {
        0..10 => 10,
        10..100 => 100,
        _ => 1000,
    }
}

/// What a division by a number becomes.
#[derive(Clone, Copy)]
struct Divisor {
    inverse: u64,
    twos: u32,
}

static DIVISORS: [Divisor; 1001] = {
    let mut divisors = [Divisor { inverse: 0, twos: 0 }; 1001];
    let mut number = 1;
    while number < divisors.len() {
        let twos = number.trailing_zeros();
        let odd = number as u64 >> twos;
        // Each step doubles the number of bits that are right, from 3 to 96.
        let mut inverse = odd;
        let mut bits = 3;
        while bits < 64 {
            inverse = inverse.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(inverse)));
            bits *= 2;
        }
        divisors[number] = Divisor { inverse, twos };
        number += 1;
    }
    divisors
};

impl Divisor {
    /// The quotient, or more than any target if the number does not divide.
    #[inline(always)]
    fn quotient(self, number: u64) -> u64 {
        number.wrapping_mul(self.inverse).rotate_right(self.twos)
    }
}
