//! Sorting without comparing.

/// Moves all items to another list of the same length, in the order of their buckets. Items of one bucket
/// keep their order, so several passes, from the lowest digit of the items to the highest, sort them ("LSD
/// radix sort").
///
/// ```
/// use aoc_core::sort::distribute;
/// let mut sorted = [0; 5];
/// distribute::<10, _>(&[31, 24, 12, 21, 34], &mut sorted, |number| number % 10);
/// assert_eq!(sorted, [31, 21, 12, 24, 34]);
/// ```
#[inline(always)]
pub fn distribute<const BUCKETS: usize, T: Copy>(from: &[T], to: &mut [T], bucket: impl Fn(T) -> usize) {
    let mut places = [0_u32; BUCKETS];
    for &item in from {
        places[bucket(item)] += 1;
    }
    let mut sum = 0;
    for place in &mut places {
        sum += std::mem::replace(place, sum);
    }
    for &item in from {
        let place = &mut places[bucket(item)];
        to[*place as usize] = item;
        *place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_passes_sort_numbers_of_two_digits() {
        let numbers: Vec<usize> = (0..300).map(|at| at * 37 % 100).collect();
        let (mut half, mut sorted) = (vec![0; 300], vec![0; 300]);
        distribute::<10, _>(&numbers, &mut half, |number| number % 10);
        distribute::<10, _>(&half, &mut sorted, |number| number / 10);
        assert!(sorted.into_iter().eq((0..300).map(|at| at / 3)));
    }

    #[test]
    fn nothing_stays_nothing() {
        distribute::<2, u8>(&[], &mut [], usize::from);
    }
}
