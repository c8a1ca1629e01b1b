//! Several bytes in a machine word, and arithmetic on all of them at once ("SWAR", SIMD within a register).
//!
//! A word is read from bytes in little-endian order: the first byte is the lowest.

/// One in every byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The top bit of every byte.
pub const TOPS: u64 = 0x8080_8080_8080_8080;

/// The same byte eight times.
#[inline(always)]
pub const fn each(byte: u8) -> u64 {
    byte as u64 * ONES
}

/// Whether any byte is greater than the byte of `limits` in its place; those are below 128.
///
/// A byte of 128 or more shows in the word itself. If there is none, `b + (127 - limit)` is at most 254 for
/// each byte `b`, so that nothing is carried into the next byte, and reaches the top bit if and only if
/// `b > limit`.
///
/// ```
/// use aoc_core::swar::{any_greater, each};
/// assert!(!any_greater(u64::from_le_bytes([0, 9, 1, 8, 2, 7, 3, 6]), each(9)));
/// assert!(any_greater(u64::from_le_bytes([0, 9, 1, 10, 2, 7, 3, 6]), each(9)));
/// ```
#[inline(always)]
pub const fn any_greater(word: u64, limits: u64) -> bool {
    debug_assert!(limits & TOPS == 0);
    (word | word.wrapping_add(each(127) - limits)) & TOPS != 0
}

/// The top bit of each byte that is greater than the byte of `limits` in its place; all bytes are below 128.
///
/// As in [`any_greater`], nothing is carried from byte to byte.
///
/// ```
/// use aoc_core::swar::{each, greater};
/// let word = u64::from_le_bytes([0, 9, 10, 127, 11, 0, 8, 1]);
/// assert_eq!(greater(word, each(9)), 0x0000_0080_8080_0000);
/// ```
#[inline(always)]
pub const fn greater(word: u64, limits: u64) -> u64 {
    debug_assert!((word | limits) & TOPS == 0);
    (word + (each(127) - limits)) & TOPS
}

/// The lowest bits of the eight bytes as one number: bit `i` is that of byte `i`.
///
/// Bit `8i` of the word, times bit `7j` of the factor, for `j` from 1 to 8, lands on bit `8i + 7j`. No two of
/// these 64 places are equal: `8i + 7j = 8k + 7l` needs `8 | j - l`, hence `j = l` and `i = k`. So there are
/// no carries, and bit `56 + i` of the product is the one with `j = 8 - i`, which is bit `8i` of the word.
///
/// ```
/// use aoc_core::swar::low_bits;
/// assert_eq!(low_bits(u64::from_le_bytes([1, 0, 1, 1, 0, 0, 0, 0])), 0b1101);
/// ```
#[inline(always)]
pub const fn low_bits(word: u64) -> u64 {
    (word & ONES).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The lowest bits of 64 bytes as one number: bit `i` is that of byte `i`.
///
/// ```
/// use aoc_core::swar::flags;
/// let mut bytes = [0; 64];
/// bytes[9] = 1;
/// bytes[63] = 1;
/// assert_eq!(flags(&bytes), 1 << 9 | 1 << 63);
/// ```
#[inline(always)]
pub fn flags(bytes: &[u8; 64]) -> u64 {
    let words = bytes.as_chunks::<8>().0.iter();
    words.rev().fold(0, |bits, word| bits << 8 | low_bits(u64::from_le_bytes(*word)))
}

/// The lowest bits of the eight bytes as one number that is written like them: the first byte's is the
/// highest.
///
/// As in [`low_bits`], with bits `9j` of the factor, for `j` from 0 to 7: `8i + 9j = 8k + 9l` needs
/// `8 | j - l`, and bit `63 - i` of the product is the one with `j = 7 - i`.
///
/// ```
/// use aoc_core::swar::binary;
/// assert_eq!(binary(u64::from_le_bytes(*b"00001101")), 0b1101);
/// ```
#[inline(always)]
pub const fn binary(digits: u64) -> u64 {
    (digits & ONES).wrapping_mul(0x8040_2010_0804_0201) >> 56
}

/// How many of the eight bytes are decimal digits, up to the first that is not.
///
/// The lower seven bits of a byte, once the digits' characters have become their values, are greater than 9
/// unless it is a digit or a byte of 128 or more; the top bit tells the latter.
///
/// ```
/// use aoc_core::swar::digits;
/// assert_eq!(digits(u64::from_le_bytes(*b"1984, 20")), 4);
/// assert_eq!(digits(u64::from_le_bytes(*b"-1984,  ")), 0);
/// assert_eq!(digits(u64::from_le_bytes(*b"20241225")), 8);
/// ```
#[inline(always)]
pub const fn digits(characters: u64) -> usize {
    let values = characters ^ each(b'0');
    let others = greater(values & !TOPS, each(9)) | values & TOPS;
    others.trailing_zeros() as usize / 8
}

/// A text of one to eight bytes that a word may begin with.
///
/// ```
/// use aoc_core::swar::Prefix;
/// const RED: Prefix = Prefix::new("red");
/// assert!(RED.is_at(u64::from_le_bytes(*b"reddish,")));
/// assert!(!RED.is_at(u64::from_le_bytes(*b"read it!")));
/// assert!(!Prefix::NEVER.is_at(0));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Prefix {
    text: u64,
    /// The bytes that count in a comparison.
    mask: u64,
}

impl Prefix {
    /// What no word begins with.
    pub const NEVER: Prefix = Prefix { text: 1, mask: 0 };

    /// Packs a text.
    pub const fn new(text: &str) -> Prefix {
        let bytes = text.as_bytes();
        assert!(!bytes.is_empty() && bytes.len() <= 8);
        let (mut word, mut at) = (0, bytes.len());
        while at > 0 {
            at -= 1;
            word = word << 8 | bytes[at] as u64;
        }
        Prefix { text: word, mask: u64::MAX >> (64 - 8 * bytes.len()) }
    }

    /// Whether the word begins with it.
    #[inline(always)]
    pub const fn is_at(&self, word: u64) -> bool {
        word & self.mask == self.text
    }
}

/// The number in four decimal digits, whose values are the four bytes; the first byte is the first digit.
///
/// With digits `a`, `b`, `c` and `d`, the second byte of the first product is `10a + b`, and the fourth
/// `10c + d`, both below 100; what is added to them from below is less than a byte. The upper half of the
/// second product is `100 (10a + b) + 10c + d`.
///
/// ```
/// use aoc_core::swar::decimal;
/// assert_eq!(decimal(u32::from_le_bytes([1, 9, 8, 4])), 1984);
/// ```
#[inline(always)]
pub const fn decimal(digits: u32) -> u32 {
    let pairs = (digits.wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF;
    pairs.wrapping_mul(100 << 16 | 1) >> 16
}

/// The number in eight characters, if all of them are decimal digits.
///
/// ```
/// use aoc_core::swar::eight_digits;
/// assert_eq!(eight_digits(u64::from_le_bytes(*b"00201984")), Some(201_984));
/// assert_eq!(eight_digits(u64::from_le_bytes(*b"1984, 20")), None);
/// ```
#[inline(always)]
pub const fn eight_digits(characters: u64) -> Option<u32> {
    // A digit's character becomes its value, and any other byte becomes greater than 9.
    let digits = characters ^ each(b'0');
    if any_greater(digits, each(9)) {
        return None;
    }
    Some(decimal_of_eight(digits))
}

/// The number in eight decimal digits, whose values are the bytes; the lowest byte is the first digit.
///
/// ```
/// use aoc_core::swar::decimal_of_eight;
/// assert_eq!(decimal_of_eight(u64::from_le_bytes([0, 0, 2, 0, 1, 9, 8, 4])), 201_984);
/// ```
#[inline(always)]
pub const fn decimal_of_eight(digits: u64) -> u32 {
    decimal(digits as u32) * 10_000 + decimal((digits >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_compared_with_every_limit() {
        for (byte, limit) in (0..=255).flat_map(|byte| (0..128).map(move |limit| (byte, limit))) {
            for place in 0..8 {
                let mut bytes = [limit; 8];
                bytes[place] = byte;
                let word = u64::from_le_bytes(bytes);
                assert_eq!(any_greater(word, each(limit)), byte > limit);
                if byte < 128 {
                    assert_eq!(greater(word, each(limit)), u64::from(byte > limit) << (8 * place + 7));
                }
            }
        }
    }

    #[test]
    fn digits_end_at_every_other_byte() {
        for (byte, at) in (0..=255).flat_map(|byte| (0..8).map(move |at| (byte, at))) {
            let mut bytes = *b"09876543";
            bytes[at] = byte;
            let expected = if byte.is_ascii_digit() { 8 } else { at };
            assert_eq!(digits(u64::from_le_bytes(bytes)), expected);
        }
    }

    #[test]
    fn every_set_of_low_bits_is_gathered_both_ways() {
        for bits in 0..=255_u8 {
            let bytes: [u8; 8] = std::array::from_fn(|at| 0xA4 | bits >> at & 1);
            assert_eq!(low_bits(u64::from_le_bytes(bytes)), bits.into());
            assert_eq!(binary(u64::from_le_bytes(bytes)), bits.reverse_bits().into());
        }
    }

    #[test]
    fn all_numbers_of_four_digits_are_read() {
        for number in 0..10_000 {
            let digits = [number / 1000, number / 100 % 10, number / 10 % 10, number % 10];
            assert_eq!(decimal(u32::from_le_bytes(digits.map(|digit| digit as u8))), number);
        }
    }
}
