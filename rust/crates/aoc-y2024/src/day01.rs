//! [Historian Hysteria](https://adventofcode.com/2024/day/1): how far two columns of numbers are apart when
//! they are paired from the least to the greatest (part 1), and the sum of the left numbers, each times its
//! count on the right (part 2).
//!
//! **Sorting without comparing.** A number has 17 bits. Each column is sorted by the lower 9 bits, and then
//! by the upper 8. Each pass counts how many numbers fall into each bucket, and moves every number to the
//! next free place of its bucket. A pass keeps the order within a bucket, so after the second pass the
//! numbers of one bucket are still in the order of their lower bits ("LSD radix sort").
//!
//! **Both parts then go through the columns once.** Part 1 adds the distances place by place. Part 2 merges
//! the columns: a run of `l` equal numbers on the left that meets a run of `r` of them on the right counts
//! `l * r` times.

use aoc_core::sort::distribute;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 10_000;
const LOW_BITS: u32 = 9;
/// The least number of bytes in a line.
const SHORTEST: usize = "0   0\n".len();

/// The two columns, each in ascending order: at least one number.
pub struct Input {
    left: Vec<u32>,
    right: Vec<u32>,
}

/// Reads two numbers a line, and sorts the columns.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let room = || Vec::with_capacity(text.len() / SHORTEST + 1);
    let (left, right) = reader.fold_lines((room(), room()), |(left, right), line| {
        if left.len() == MOST_LINES {
            return Err(line.error("at most 10000 lines", line.at()));
        }
        let (one, two) = match line.rest().first_chunk().and_then(usual_line) {
            Some(pair) => {
                line.skip("12345   12345".len());
                pair
            }
            None => {
                let one = line.number(0..=99_999)?;
                line.literal("   ")?;
                (one, line.number(0..=99_999)?)
            }
        };
        left.push(one);
        right.push(two);
        Ok(())
    })?;
    Ok(Input { left: sorted(left), right: sorted(right) })
}

/// The two numbers of a line, if both have five digits and nothing follows them.
#[inline(always)]
fn usual_line(line: &[u8; 14]) -> Option<(u32, u32)> {
    let [first @ .., _, _, _, _, _, end] = line;
    let [_, _, _, _, _, second @ .., _] = line;
    // Blanks become 0 and digits their values; both words share the blanks.
    let first = u64::from_le_bytes(*first) ^ u64::from_le_bytes(*b"00000   ");
    let second = u64::from_le_bytes(*second) ^ u64::from_le_bytes(*b"   00000");
    let limits = u64::from_le_bytes([9, 9, 9, 9, 9, 0, 0, 0]);
    let fits = !swar::any_greater(first, limits) & !swar::any_greater(second, limits << 24) & (*end == b'\n');
    fits.then(|| (swar::decimal_of_eight(first << 24), swar::decimal_of_eight(second)))
}

fn sorted(mut numbers: Vec<u32>) -> Vec<u32> {
    const BUCKETS: usize = 1 << LOW_BITS;
    let mut by_low_bits = vec![0; numbers.len()];
    distribute::<BUCKETS, _>(&numbers, &mut by_low_bits, |number| number as usize % BUCKETS);
    distribute::<BUCKETS, _>(&by_low_bits, &mut numbers, |number| number as usize / BUCKETS);
    numbers
}

/// The sum of the distances between the columns.
pub fn part1(input: &Input) -> u32 {
    input.left.iter().zip(&input.right).map(|(&left, &right)| left.abs_diff(right)).sum()
}

/// The sum of the left numbers, each times its count on the right.
pub fn part2(input: &Input) -> u64 {
    let (mut left, mut right) = (&input.left[..], &input.right[..]);
    let mut sum = 0;
    while let (Some(&one), Some(&two)) = (left.first(), right.first()) {
        if one == two {
            let run = |numbers: &[u32]| numbers.iter().take_while(|&&number| number == one).count();
            let (lefts, rights) = (run(left), run(right));
            sum += u64::from(one) * (lefts * rights) as u64;
            (left, right) = (&left[lefts..], &right[rights..]);
        } else {
            // Which of the two is less cannot be predicted, so there is no branch on it.
            (left, right) = (&left[usize::from(one < two)..], &right[usize::from(two < one)..]);
        }
    }
    sum
}
