//! [Packet Decoder](https://adventofcode.com/2021/day/16): the sum of the versions of all packets in a text
//! of hexadecimal digits, and the value of the outermost packet.
//!
//! Nothing calls itself. One loop reads the packets from left to right into a flat list, in which the
//! operands of an operator follow it. A stack holds the operators that are not complete, each with what
//! completes it: a number of operands, or the bit at which the last of them ends. A complete packet is one
//! more operand of the operator on top of the stack, and may complete it, which is then an operand of the
//! next one.
//!
//! ```text
//! sum(a, product(b, c), d)   list: sum/3 a product/2 b c d
//!                            when c is read: c completes the product, the sum has two of three operands
//! ```
//!
//! Values are computed by the same kind of loop over the list. An open operator needs only the value of its
//! operands so far: the first operand's value as it is, combined with that of each later one.
//!
//! Assumes the domain: every value is below 2^64, and at most 255 packets are nested. `parse` checks both.
//! Combined values have 128 bits, enough for any sum. A product may come back to zero, so it is held at 2^64,
//! which times a factor that is not zero is still too large.

use aoc_core::text::{InputError, Reader};

const MOST_DIGITS: usize = 100_000;
const DEEPEST: usize = 255;

/// The packets in the order in which they begin.
pub struct Input {
    packets: Vec<Packet>,
}

#[derive(Clone, Copy)]
struct Packet {
    version: u8,
    kind: u8,
    /// The number that a literal is, or how many operands an operator has.
    number: u64,
}

const LITERAL: u8 = 4;

/// Reads the digits of one packet.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let digits = reader.word(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'), "the digits 0-9 and A-F")?;
    if digits.len() > MOST_DIGITS {
        return Err(reader.error("at most 100000 digits", MOST_DIGITS));
    }
    let mut bits = Bits::new(digits);
    let packets = packets(&mut bits).map_err(|expected| reader.error(expected, bits.at.min(bits.end) / 4))?;
    if !bits.only_zeros_left() {
        return Err(reader.error("nothing but zeros after the packet", bits.at / 4));
    }
    if value(&packets).is_none() {
        return Err(reader.error("packets with values below 2^64", 0));
    }
    reader.end()?;
    Ok(Input { packets })
}

/// Bits to be read.
struct Bits {
    /// The bits, first bits highest, and a word of zeros after them.
    words: Vec<u64>,
    /// The bit to read next.
    at: usize,
    /// How many bits there are.
    end: usize,
}

impl Bits {
    fn new(digits: &[u8]) -> Self {
        let value = |digit: u8| u64::from((digit & 0xF) + 9 * (digit >> 6));
        let number = |digits: &[u8]| digits.iter().fold(0, |number, &digit| number << 4 | value(digit));
        let mut words: Vec<u64> =
            digits.chunks(16).map(|chunk| number(chunk) << (64 - 4 * chunk.len())).collect();
        words.push(0);
        Bits { words, at: 0, end: 4 * digits.len() }
    }

    /// Reads a number of 1 to 16 bits. What is not as it must be is said as the text of what was expected.
    #[inline]
    fn number(&mut self, bits: usize) -> Result<u64, &'static str> {
        let (word, bit) = (self.at / 64, self.at % 64);
        self.at += bits;
        if self.at > self.end {
            return Err("more digits, as the packet is not complete");
        }
        let ahead = self.words[word] << bit | self.words[word + 1] >> 1 >> (63 - bit);
        Ok(ahead >> (64 - bits))
    }

    /// Reads a number in groups of four bits, each after a bit that says whether more groups follow.
    fn literal(&mut self) -> Result<u64, &'static str> {
        let mut value = 0;
        loop {
            let group = self.number(5)?;
            if value >> 60 != 0 {
                return Err("a number below 2^64");
            }
            value = value << 4 | group & 0xF;
            if group & 0x10 == 0 {
                return Ok(value);
            }
        }
    }

    fn only_zeros_left(&self) -> bool {
        let (word, bit) = (self.at / 64, self.at % 64);
        self.words[word] << bit == 0 && self.words[word + 1..].iter().all(|&word| word == 0)
    }
}

/// What completes an operator: a number of operands, or the bit where the last of them ends.
enum Last {
    Operand(u64),
    Bit(usize),
}

/// Reads a packet and those inside it.
fn packets(bits: &mut Bits) -> Result<Vec<Packet>, &'static str> {
    let mut packets: Vec<Packet> = Vec::with_capacity(bits.end / 16 + 1);
    // The operators that are not complete, by their places in the list, the innermost last.
    let mut open: Vec<(usize, Last)> = Vec::with_capacity(DEEPEST);
    loop {
        if open.len() == DEEPEST {
            return Err("packets nested at most 255 deep");
        }
        let (version, kind) = (bits.number(3)? as u8, bits.number(3)? as u8);
        if kind != LITERAL {
            let last = match bits.number(1)? {
                0 => Last::Bit(bits.number(15)? as usize + bits.at),
                _ => Last::Operand(bits.number(11)?),
            };
            if matches!(last, Last::Operand(0)) || matches!(last, Last::Bit(end) if end == bits.at) {
                return Err("an operator with an operand");
            }
            open.push((packets.len(), last));
            packets.push(Packet { version, kind, number: 0 });
            continue;
        }
        packets.push(Packet { version, kind, number: bits.literal()? });
        loop {
            let Some((operator, last)) = open.last() else { return Ok(packets) };
            let Packet { kind, number: operands, .. } = &mut packets[*operator];
            *operands += 1;
            match *last {
                Last::Operand(count) if *operands < count => break,
                Last::Bit(end) if bits.at < end => break,
                Last::Bit(end) if bits.at > end => {
                    return Err("operands of exactly the length that was told");
                }
                _ if *kind > LITERAL && *operands != 2 => return Err("two operands to compare"),
                _ => open.pop(),
            };
        }
    }
}

/// The sum of all versions.
pub fn part1(input: &Input) -> u64 {
    input.packets.iter().map(|packet| u64::from(packet.version)).sum()
}

/// The value of the outermost packet.
pub fn part2(input: &Input) -> Option<u64> {
    value(&input.packets)
}

/// The value of the outermost packet, unless some value takes more than 64 bits.
fn value(packets: &[Packet]) -> Option<u64> {
    // The operators that are not complete: their kinds, how many operands they lack, and the value so far.
    let mut open: Vec<(u8, u64, Option<u128>)> = Vec::with_capacity(DEEPEST);
    for &Packet { kind, number, .. } in packets {
        if kind != LITERAL {
            open.push((kind, number, None));
            continue;
        }
        let mut value = number;
        loop {
            let Some((kind, lacking, so_far)) = open.last_mut() else { return Some(value) };
            let combined = so_far.map_or(value.into(), |so_far| combine(*kind, so_far, value.into()));
            *lacking -= 1;
            if *lacking > 0 {
                *so_far = Some(combined);
                break;
            }
            value = combined.try_into().ok()?;
            open.pop();
        }
    }
    None
}

/// What an operator of some kind makes of its operands so far and the next one.
fn combine(kind: u8, one: u128, other: u128) -> u128 {
    match kind {
        0 => one + other,
        1 => (one * other).min(1 << 64),
        2 => one.min(other),
        3 => one.max(other),
        5 => (one > other).into(),
        6 => (one < other).into(),
        _ => (one == other).into(),
    }
}
