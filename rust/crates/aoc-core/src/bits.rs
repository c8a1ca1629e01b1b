//! Sets of small numbers as the bits of a word.

/// The places of the ones, from the lowest to the highest.
///
/// ```
/// use aoc_core::bits::ones;
/// assert_eq!(ones(0b101001_u32).collect::<Vec<_>>(), [0, 3, 5]);
/// ```
#[inline]
pub fn ones(word: impl Into<u64>) -> impl Iterator<Item = usize> {
    let mut left: u64 = word.into();
    std::iter::from_fn(move || {
        let lowest = left.trailing_zeros();
        // Without its lowest one.
        left &= left.wrapping_sub(1);
        (lowest < u64::BITS).then_some(lowest as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ones_one_and_all() {
        assert_eq!(ones(0_u64).next(), None);
        assert_eq!(ones(1_u64 << 63).collect::<Vec<_>>(), [63]);
        assert!(ones(u64::MAX).eq(0..64));
        assert!(ones(u8::MAX).eq(0..8));
    }
}
