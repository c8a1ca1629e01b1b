//! [Lens Library](https://adventofcode.com/2023/day/15): steps that put lenses into 256 boxes or remove them;
//! the sum of the hashes of the steps (part 1), and what the lenses in the boxes amount to in the end
//! (part 2).
//!
//! **The hash of a label without a chain.** Each character is multiplied by 17 once for itself and once for
//! each character after it, modulo 256. A label is moved to the end of a word of eight bytes, where the zeros
//! before it do not count, so the factor of each byte is fixed: two products of four 16-bit lanes sum all
//! eight.
//!
//! **No boxes.** The lenses are a log in the order in which they were put, whatever their box. A new value
//! replaces the old one in its place of the log, and a removed lens gets the value 0 there. If its label
//! comes again, it is a new lens at the end. So the lenses of each box stand in their order, and one pass
//! over the log numbers their slots. A hash table finds a label's place in the log.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_STEPS: usize = 10_000;
/// The greatest length of a label.
const LONGEST: usize = 8;

/// The steps in order.
pub type Input = Vec<Step>;

/// A step.
pub struct Step {
    /// The characters, the last of them in the highest byte.
    label: u64,
    /// The index of the label's box, which is the label's hash.
    box_index: u8,
    /// The new value, or 0 to remove the lens.
    value: u8,
}

/// Reads the steps.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut steps = Vec::with_capacity(text.len() / 4 + 1);
    loop {
        if steps.len() == MOST_STEPS {
            return Err(reader.error("at most 10000 steps", reader.at()));
        }
        steps.push(step(&mut reader)?);
        if reader.peek() != Some(b',') {
            break;
        }
        reader.skip(1);
    }
    reader.end()?;
    Ok(steps)
}

/// Reads a step.
#[inline(always)]
fn step(reader: &mut Reader) -> Result<Step, InputError> {
    let rest = reader.rest();
    let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; LONGEST];
        bytes[..rest.len()].copy_from_slice(rest);
        bytes
    });
    let word = u64::from_le_bytes(bytes);
    // Letters have this bit, and what ends a label does not.
    let length = (!word & swar::each(0x40)).trailing_zeros() as usize / 8;
    if length == 0 {
        return Err(reader.error("a label of 1 to 8 letters a-z", reader.at()));
    }
    let unused = u64::BITS - 8 * length as u32;
    let label = word << unused;
    let letters = label | swar::each(b'a') & !(u64::MAX << unused);
    if swar::any_greater(letters, swar::each(b'z'))
        || swar::greater(letters, swar::each(b'a' - 1)) != swar::each(0x80)
    {
        return Err(reader.error("a label of 1 to 8 letters a-z", reader.at()));
    }
    reader.skip(length);
    // Which of the two it is cannot be predicted, so there is no branch on that.
    let byte = |at: usize| rest.get(length + at).copied().unwrap_or(0);
    let (sets, digit) = (byte(0) == b'=', byte(1).wrapping_sub(b'0'));
    if !((byte(0) == b'-') | sets & (1..=9).contains(&digit)) {
        return Err(reader.error("`-`, or `=` and a digit from 1 to 9", reader.at()));
    }
    reader.skip(1 + usize::from(sets));
    Ok(Step { label, box_index: hash(label), value: if sets { digit } else { 0 } })
}

/// The hash of a label.
///
/// The factors are powers of 17 modulo 256; the one for the last byte is in the lowest lane, so that all
/// products meet in the top lane. The lanes below carry nothing into it: they sum at most three products of a
/// character below 128 and a factor of at most 129, which fits 16 bits.
#[inline(always)]
fn hash(label: u64) -> u8 {
    const LANES: u64 = 0x00FF_00FF_00FF_00FF;
    // 17^k is 16k + 1 modulo 256.
    const EVEN: u64 = 129 << 48 | 97 << 32 | 65 << 16 | 33;
    const ODD: u64 = 113 << 48 | 81 << 32 | 49 << 16 | 17;
    let even = (label & LANES).wrapping_mul(EVEN) >> 48;
    let odd = (label >> 8 & LANES).wrapping_mul(ODD) >> 48;
    (even + odd) as u8
}

/// The sum of the hashes of whole steps.
pub fn part1(steps: &Input) -> u64 {
    let hash = |step: &Step| {
        let more = |hash: u8, byte: u8| hash.wrapping_add(byte).wrapping_mul(17);
        let set = more(more(step.box_index, b'='), b'0' + step.value);
        if step.value == 0 { more(step.box_index, b'-') } else { set }
    };
    steps.iter().map(|step| u64::from(hash(step))).sum()
}

/// The sum over all lenses of the number of its box, times that of its slot, times its value.
pub fn part2(steps: &Input) -> u64 {
    // A hash table by hand: `aoc_core::hash::Map` takes half as long again for the whole day.
    let bits = (2 * steps.len()).ilog2() + 1;
    let mask = (1 << bits) - 1;
    // By another hash of a label, a product: the label's number, or 0.
    let mut table = vec![0_u16; 1 << bits];
    // By that number, the label and its place in the log, which is 0 if its lens was removed.
    let mut labels: Vec<(u64, u16)> = Vec::with_capacity(steps.len() + 1);
    labels.push((0, 0));
    // The box of a lens, and its value. The first one is no lens: what removes a lens that is not there
    // writes to it.
    let mut log = Vec::with_capacity(steps.len() + 1);
    log.push((0, 0));
    for step in steps {
        let mut slot = (step.label.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - bits)) as usize;
        // Less than half of the table is in use.
        let number = loop {
            let number = usize::from(table[slot]);
            if number == 0 {
                table[slot] = labels.len() as u16;
                labels.push((step.label, 0));
                break labels.len() - 1;
            }
            if labels[number].0 == step.label {
                break number;
            }
            slot = (slot + 1) & mask;
        };
        let place = &mut labels[number].1;
        if step.value == 0 {
            log[usize::from(*place)].1 = 0;
            *place = 0;
        } else if *place == 0 {
            *place = log.len() as u16;
            log.push((step.box_index, step.value));
        } else {
            log[usize::from(*place)].1 = step.value;
        }
    }
    let mut slots = [0_u64; 256];
    let mut sum = 0;
    for (box_index, value) in log {
        slots[usize::from(box_index)] += u64::from(value != 0);
        sum += (u64::from(box_index) + 1) * slots[usize::from(box_index)] * u64::from(value);
    }
    sum
}
