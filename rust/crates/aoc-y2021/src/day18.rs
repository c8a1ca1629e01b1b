//! [Snailfish](https://adventofcode.com/2021/day/18): the magnitude of the sum of all numbers, and the
//! greatest magnitude of a sum of two of them.
//!
//! **Trees.** A number has 16 slots, the places at depth four. A leaf is in the first of the slots that it
//! spans, and a mask tells where leaves are. A leaf spans the slots up to the next leaf, so no more of the
//! tree is kept.
//!
//! **Addition.** An explosion only adds to other leaves, so the order of explosions does not matter as long
//! as no leaf splits. The deepest pairs of each operand explode beforehand. That leaves it eight slots, and
//! what is thrown off at either end. In the sum this goes to the two leaves at the seam. If the leaf right of
//! the seam is itself left by an explosion, the sum throws all of it back to the leaf on the left. After that
//! a leaf that splits at depth four explodes at once, and its halves go to the two neighbours.
//!
//! **Bound.** Most pairs of numbers need not be added. The total of the leaves never grows, and what is
//! thrown off at the ends is lost. One slot weighs 81, four weigh 54, six 36, four 24, and one 16. A leaf
//! that spans several slots counts for less than if it were alone in the first of these. So a number of total
//! t has at most the magnitude of nines in the slots of the greatest weights, until t is used up. Pairs are
//! tried in the order of their totals, and those that cannot be greater than the best so far are left out:
//! nine in ten on real inputs.
//!
//! Assumes the domain: 2 to 100 numbers of single digits, with pairs nested at most four deep.

use std::array;

use aoc_core::bits::ones;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 100;

/// A number whose pairs are nested four deep at most.
#[derive(Clone, Copy)]
struct Number {
    /// Slots 1 to 16: a leaf is in the first of those it spans, the others are 0. Slots 0 and 17 take in what
    /// is thrown off the ends.
    slots: [u16; 18],
    /// Bit by bit, where leaves are. Both ends count as leaves.
    leaves: u32,
}

/// Half a sum: a number whose deepest pairs have exploded.
struct Operand {
    /// Slots 1 to 8, and what is thrown off the ends.
    slots: [u16; 10],
    leaves: u32,
    /// Whether the first leaf is what an explosion left.
    first_exploded: bool,
}

const ENDS: u32 = 1 << 17 | 1;

/// The lines.
pub struct Input {
    numbers: Vec<Number>,
}

/// Reads one number a line, two lines at least.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let numbers = reader.lines_up_to(MOST_LINES, number)?;
    if numbers.len() < 2 {
        return Err(reader.too_soon("another number"));
    }
    Ok(Input { numbers })
}

/// Reads a pair. The slot and the span of an element say all about where it stands in the tree.
fn number(reader: &mut Reader) -> Result<Number, InputError> {
    let mut number = Number { slots: [0; 18], leaves: ENDS };
    let (mut at, mut span) = (0, 16);
    loop {
        match reader.peek() {
            Some(b'[') if span > 1 => {
                reader.skip(1);
                span /= 2;
                continue;
            }
            Some(digit @ b'0'..=b'9') if span < 16 => {
                reader.skip(1);
                number.slots[at + 1] = u16::from(digit - b'0');
                number.leaves |= 2 << at;
            }
            _ => {
                return Err(reader.error("a digit or a pair, but not inside four pairs", reader.at()));
            }
        }
        while at & span != 0 {
            reader.literal("]")?;
            at -= span;
            span *= 2;
        }
        if span == 16 {
            return Ok(number);
        }
        reader.literal(",")?;
        at += span;
    }
}

/// The magnitude of the sum of all lines, in order.
pub fn part1(input: &Input) -> u32 {
    let (first, rest) = input.numbers.split_at(1);
    let total = rest.iter().fold(first[0], |total, number| total.exploded().plus(&number.exploded()));
    total.magnitude()
}

/// The greatest magnitude of the sum of two lines.
pub fn part2(input: &Input) -> u32 {
    let operands: Vec<Operand> = input.numbers.iter().map(Number::exploded).collect();
    // The totals of what a line keeps as the left and as the right operand, greatest first.
    let [lefts, rights] = [1..10, 0..9].map(|kept| {
        let totals = operands.iter().map(|operand| operand.slots[kept.clone()].iter().sum());
        let mut order: Vec<(u16, usize)> = totals.zip(0..).collect();
        order.sort_unstable_by(|one, other| other.cmp(one));
        order
    });
    // The best so far, and the least total that may beat it.
    let (mut best, mut least) = (0, 0);
    for &(left_total, left) in &lefts {
        for &(right_total, right) in &rights {
            if left_total + right_total < least {
                break;
            }
            if left != right {
                best = best.max(operands[left].plus(&operands[right]).magnitude());
                while MOST.get(usize::from(least)).is_some_and(|&most| most <= best) {
                    least += 1;
                }
            }
        }
    }
    best
}

/// The greatest magnitude of a reduced number, by the total of its leaves.
static MOST: [u32; 16 * 9 + 1] = {
    let mut most = [0; 16 * 9 + 1];
    let mut total = 0;
    // With k ones in a slot's number it weighs 3^(4 - k) 2^k; there are 1, 4, 6, 4, 1 of them.
    let (mut weight, mut ones) = (81, 0);
    while ones <= 4 {
        let mut nines = [1, 4, 6, 4, 1][ones] * 9;
        while nines > 0 {
            most[total + 1] = most[total] + weight;
            total += 1;
            nines -= 1;
        }
        weight = weight / 3 * 2;
        ones += 1;
    }
    most
};

impl Number {
    /// Explodes the pairs inside three others, which are inside four in a sum.
    fn exploded(&self) -> Operand {
        let (mut slots, mut leaves) = (self.slots, self.leaves);
        (slots[0], slots[17]) = (0, 0);
        // A leaf in an even slot is the right one of a pair at depth four.
        for right in ones(leaves & 0x1_5554) {
            let (left, before, after) = (right - 1, last(leaves, right - 1), next(leaves, right));
            slots[before] += slots[left];
            slots[after] += slots[right];
            (slots[left], slots[right]) = (0, 0);
            leaves &= !(1 << right);
        }
        let mut operand = Operand { slots: [0; 10], leaves: 0, first_exploded: self.leaves & 4 != 0 };
        (operand.slots[0], operand.slots[9]) = (slots[0], slots[17]);
        for slot in 0..8 {
            operand.slots[slot + 1] = slots[2 * slot + 1];
            operand.leaves |= (leaves >> (2 * slot + 1) & 1) << (slot + 1);
        }
        operand
    }

    /// Splits leaves until none is large.
    fn reduce(&mut self) {
        let Number { slots, leaves } = self;
        let mut at = 1;
        while at < 17 {
            let (value, half) = (slots[at], slots[at] / 2);
            if value < 10 {
                at += 1;
            } else if *leaves >> at & 2 == 0 {
                let other = at + (next(*leaves, at) - at) / 2;
                (slots[at], slots[other]) = (half, value - half);
                *leaves |= 1 << other;
            } else {
                // The new pair explodes.
                let before = last(*leaves, at);
                slots[at] = 0;
                slots[at + 1] += value - half;
                slots[before] += half;
                at = if before > 0 && slots[before] > 9 { before } else { at + 1 };
            }
        }
    }

    /// Three times the left element's and twice the right one's magnitude.
    fn magnitude(&self) -> u32 {
        let mut elements: [u32; 16] = array::from_fn(|slot| u32::from(self.slots[slot + 1]));
        for span in [1, 2, 4, 8] {
            for slot in (0..16).step_by(2 * span) {
                if self.leaves >> (slot + span + 1) & 1 == 1 {
                    elements[slot] = 3 * elements[slot] + 2 * elements[slot + span];
                }
            }
        }
        elements[0]
    }
}

impl Operand {
    /// The sum, reduced.
    fn plus(&self, other: &Operand) -> Number {
        let mut slots = [0; 18];
        slots[1..9].copy_from_slice(&self.slots[1..9]);
        slots[9..17].copy_from_slice(&other.slots[1..9]);
        let seam = last(self.leaves, 9);
        slots[seam] += other.slots[0];
        slots[if other.first_exploded { seam } else { 9 }] += self.slots[9];
        let mut sum = Number { slots, leaves: self.leaves | other.leaves << 8 | ENDS };
        sum.reduce();
        sum
    }
}

/// The last leaf before a slot.
#[inline]
fn last(leaves: u32, slot: usize) -> usize {
    (leaves & ((1 << slot) - 1)).ilog2() as usize
}

/// The next leaf after a slot.
#[inline]
fn next(leaves: u32, slot: usize) -> usize {
    slot + 1 + (leaves >> (slot + 1)).trailing_zeros() as usize
}
