//! Common divisors and multiples.

/// The greatest common divisor, by Euclid's algorithm; of 0 and a number, that number.
///
/// ```
/// use aoc_core::divisors::gcd;
/// assert_eq!(gcd(12, 18), 6);
/// assert_eq!(gcd(0, 5), 5);
/// ```
#[inline]
pub fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        // Most numbers are short, and their remainders are found much faster.
        (a, b) = match (u64::try_from(a), u64::try_from(b)) {
            (Ok(short), Ok(other)) => (b, (short % other).into()),
            _ => (b, a % b),
        };
    }
    a
}

/// The least common multiple of positive numbers; 1 of none. It has to fit.
///
/// ```
/// use aoc_core::divisors::lcm;
/// assert_eq!(lcm([4, 6, 9]), 36);
/// ```
#[inline]
pub fn lcm(numbers: impl IntoIterator<Item = u128>) -> u128 {
    numbers.into_iter().fold(1, |lcm, number| lcm / gcd(lcm, number) * number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_have_the_divisors_of_short_ones() {
        for (a, b) in (0..40).flat_map(|a| (0..40).map(move |b| (a, b))) {
            let greatest = (1..=40).rev().find(|divisor| a % divisor == 0 && b % divisor == 0);
            let expected = if a == 0 && b == 0 { 0 } else { greatest.unwrap_or(0) };
            assert_eq!(gcd(a, b), expected);
            assert_eq!(gcd(a << 80, b << 80), expected << 80);
        }
    }

    #[test]
    fn multiples_do_not_grow_without_need() {
        assert_eq!(lcm([]), 1);
        assert_eq!(lcm([1 << 100, 1 << 99, 3]), 3 << 100);
    }
}
