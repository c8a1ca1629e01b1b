//! Hash tables for small keys that nobody has chosen to collide.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A hash table whose hash is a product.
///
/// ```
/// use aoc_core::hash::Map;
/// let mut lengths = Map::default();
/// lengths.insert((3, 4), 5);
/// assert_eq!(lengths.get(&(3, 4)), Some(&5));
/// assert_eq!(lengths.get(&(4, 3)), None);
/// ```
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Product>>;

/// A set whose hash is a product.
pub type Set<K> = HashSet<K, BuildHasherDefault<Product>>;

/// Multiplies by a constant after each word that it takes in, and adds both halves of the product bit by bit.
#[derive(Default)]
pub struct Product(u64);

impl Hasher for Product {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            self.write_u64(chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)));
        }
    }

    #[inline]
    fn write_u32(&mut self, word: u32) {
        self.write_u64(word.into());
    }

    #[inline]
    fn write_u64(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * 0x9E37_79B9_7F4A_7C15;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    #[inline]
    fn write_u128(&mut self, words: u128) {
        self.write_u64(words as u64);
        self.write_u64((words >> 64) as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_all_lengths_are_found_again() {
        let texts = ["", "a", "aa", "ab", "ba", "eight...", "more than eight bytes"];
        let map: Map<&str, usize> = texts.iter().copied().zip(0..).collect();
        assert!(texts.iter().zip(0..).all(|(text, at)| map[text] == at));
        assert_eq!(map.get("b"), None);
    }

    #[test]
    fn neighbouring_keys_have_different_low_bits() {
        for shift in [0, 7, 20, 32, 48] {
            let slots = (0..1_u64 << 12).map(|at| {
                let mut hasher = Product::default();
                hasher.write_u64(at << shift);
                (hasher.finish() & 0xFFF, ())
            });
            // At random, 63 % of the slots would be hit.
            let hit = slots.collect::<Map<u64, ()>>().len();
            assert!(hit > 1 << 11, "{shift}: {hit}");
        }
    }
}
