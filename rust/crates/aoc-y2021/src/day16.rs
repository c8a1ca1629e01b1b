//! [Packet Decoder](https://adventofcode.com/2021/day/16): hexadecimal digits are bits, the bits are a packet, and a
//! packet is a number or an operator on the packets inside it. Part 1 adds up all the version numbers, part 2 works
//! out the outermost packet's value.
//!
//! Sixteen digits go into a 64-bit word, so that any field (none is longer than 16 bits) is two shifts away, and one
//! recursion over the packets finds both answers. The bits that a packet may use are always known: all the bits, or
//! as many as the operator around it declares. A field that would run past them is refused at once, which covers a
//! text that ends too soon and sub-packets that do not fill their length exactly.
//!
//! A value has 64 bits, more is refused. Sums only grow, so they are checked at each step. Products may come back
//! down to zero: they are kept in 128 bits and held at 2^64, which times a non-zero value is still too large.
//!
//! Assumes of its input only the domain, to which belong a nesting of at most 255 (so the recursion is shallow) and
//! zeros after the packet. Python reads a string of bits; Haskell makes a tree and folds it twice.

use aoc_core::text::{InputError, Reader};

const LONGEST: usize = 1_000_000;
const DEEPEST: usize = 255;

/// Both answers; the checks need the values anyway.
pub struct Input {
    versions: u64,
    value: u64,
}

/// Reads the digits of one packet and decodes it.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let start = reader.clone();
    let digits = reader.word(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'), "the digits 0-9 and A-F")?;
    if digits.len() > LONGEST {
        return Err(reader.error("at most 1000000 digits", LONGEST));
    }
    let mut packets = Packets::new(digits);
    let decoded =
        packets.packet(4 * digits.len(), DEEPEST).and_then(|value| packets.padding().map(|()| value));
    let value = decoded.map_err(|expected| start.error(expected, (packets.at / 4).min(digits.len())))?;
    reader.end()?;
    Ok(Input { versions: packets.versions, value })
}

/// The sum of all versions.
pub fn part1(input: &Input) -> u64 {
    input.versions
}

/// The value of the outermost packet.
pub fn part2(input: &Input) -> u64 {
    input.value
}

/// A cursor over bits. What it refuses it says as the text of what was expected.
struct Packets {
    /// The bits, first bits highest, and a word of zeros after them.
    words: Vec<u64>,
    /// The bit to read next.
    at: usize,
    /// The sum of the versions so far.
    versions: u64,
}

impl Packets {
    fn new(digits: &[u8]) -> Self {
        let value = |digit: u8| u64::from((digit & 0xF) + 9 * (digit >> 6));
        let mut words: Vec<u64> = digits
            .chunks(16)
            .map(|chunk| {
                chunk.iter().fold(0, |word, &digit| word << 4 | value(digit)) << (64 - 4 * chunk.len())
            })
            .collect();
        words.push(0);
        Packets { words, at: 0, versions: 0 }
    }

    /// The next 1 to 16 bits, which must lie before `end`.
    #[inline]
    fn bits(&mut self, count: usize, end: usize) -> Result<u64, &'static str> {
        let (word, bit) = (self.at / 64, self.at % 64);
        self.at += count;
        if self.at > end {
            return Err("more bits");
        }
        let ahead = self.words[word] << bit | self.words[word + 1] >> 1 >> (63 - bit);
        Ok(ahead >> (64 - count))
    }

    /// Reads a packet, which must lie before `end`, and works out its value. `depth` is how deep it may nest.
    fn packet(&mut self, end: usize, depth: usize) -> Result<u64, &'static str> {
        let depth = depth.checked_sub(1).ok_or("packets to nest at most 255 deep")?;
        let header = self.bits(6, end)?;
        self.versions += header >> 3;
        match header & 7 {
            0 => self.fold(end, depth, 0, |sum, value| sum.checked_add(value).ok_or("a sum below 2^64")),
            1 => {
                let product = self
                    .fold(end, depth, 1, |product, value| Ok((product * u128::from(value)).min(1 << 64)))?;
                u64::try_from(product).map_err(|_| "a product below 2^64")
            }
            2 => self.fold(end, depth, u64::MAX, |least, value| Ok(least.min(value))),
            3 => self.fold(end, depth, 0, |most, value| Ok(most.max(value))),
            4 => self.literal(end),
            5 => self.compare(end, depth, |one, other| one > other),
            6 => self.compare(end, depth, |one, other| one < other),
            _ => self.compare(end, depth, |one, other| one == other),
        }
    }

    /// Reads groups of four bits, each after a bit that says whether more follow.
    fn literal(&mut self, end: usize) -> Result<u64, &'static str> {
        let mut value = 0;
        loop {
            let group = self.bits(5, end)?;
            if value >> 60 != 0 {
                return Err("a number below 2^64");
            }
            value = value << 4 | group & 0xF;
            if group & 0x10 == 0 {
                return Ok(value);
            }
        }
    }

    /// Reads an operator's one or more operands and folds their values.
    #[inline(always)]
    fn fold<T>(
        &mut self,
        end: usize,
        depth: usize,
        initial: T,
        join: impl Fn(T, u64) -> Result<T, &'static str>,
    ) -> Result<T, &'static str> {
        let counted = self.bits(1, end)? == 1;
        let amount = self.bits(if counted { 11 } else { 15 }, end)? as usize;
        if amount == 0 {
            return Err("an operator with an operand");
        }
        let mut folded = initial;
        if counted {
            for _ in 0..amount {
                folded = join(folded, self.packet(end, depth)?)?;
            }
        } else {
            let inner = self.at + amount;
            if inner > end {
                return Err("more bits");
            }
            while self.at < inner {
                folded = join(folded, self.packet(inner, depth)?)?;
            }
        }
        Ok(folded)
    }

    /// Reads an operator's two operands and compares their values.
    fn compare(
        &mut self,
        end: usize,
        depth: usize,
        holds: impl Fn(u64, u64) -> bool,
    ) -> Result<u64, &'static str> {
        let two = self.fold(end, depth, (None, None), |two, value| match two {
            (None, None) => Ok((Some(value), None)),
            (Some(one), None) => Ok((Some(one), Some(value))),
            _ => Err("two operands to compare"),
        })?;
        match two {
            (Some(one), Some(other)) => Ok(u64::from(holds(one, other))),
            _ => Err("two operands to compare"),
        }
    }

    /// Checks that nothing but zeros is left.
    fn padding(&self) -> Result<(), &'static str> {
        let (word, bit) = (self.at / 64, self.at % 64);
        let rest = &self.words[word + 1..];
        if self.words[word] << bit == 0 && rest.iter().all(|&word| word == 0) {
            Ok(())
        } else {
            Err("nothing but zeros after the packet")
        }
    }
}
