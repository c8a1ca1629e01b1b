//! [Hot Springs](https://adventofcode.com/2023/day/12): in how many ways can the unknown springs of a row be
//! set so that its groups of broken ones have the given sizes; the sum over all rows as they are (part 1) and
//! five times unfolded (part 2).
//!
//! **A lattice.** Add one more working spring at the end of the row. Then each group has a working spring
//! behind it, and the row is a sequence of groups, each with that spring, and of spare working springs. The
//! number of spare ones is fixed: the *slack*. So a setting is a path, which goes right for a spare spring
//! and down for a group:
//!
//! ```text
//!          spare springs so far
//!              0   1   2
//! groups   0   *---*            .         right: a spare spring
//! so far           |            #.        down: the group of 1
//!          1       *
//!                  |            ##.       down: the group of 2
//!          2       *---*        .         right: a spare spring, the one that was added
//! ```
//!
//! This is the setting `.#.##.`. After `s` spare springs and `k` groups the place in the row is known, so bit
//! masks tell which steps are allowed: right where the spring may work, and down where the group fits. The
//! paths are counted row by row, in place. The lattice has only slack times groups cells, and no place
//! without room for the other groups.
//!
//! **Bound.** With all steps allowed, the number of paths is a binomial coefficient. Where it is below 2^64,
//! as it is nearly always, 64 bits are enough for all sums.

use std::ops::Add;

use aoc_core::text::{InputError, Reader};

const MOST_ROWS: usize = 1_000;
const MOST_SPRINGS: usize = 20;
const MOST_GROUPS: usize = 10;
const COPIES: usize = 5;
/// The springs of a row that is unfolded, with the one at the end; the masks have 128 bits.
const LONGEST: usize = COPIES * (MOST_SPRINGS + 1);
const _: () = assert!(LONGEST < 128);

/// For each number of groups, the greatest slack whose binomial coefficient is below 2^64.
const MOST_SLACK: [usize; COPIES * MOST_GROUPS + 1] = {
    let mut most = [LONGEST; COPIES * MOST_GROUPS + 1];
    // By slack, the number of paths with one group fewer, and then of those with this many groups.
    let mut paths = [1_u64; LONGEST];
    let mut groups = 1;
    while groups < most.len() {
        let mut slack = 1;
        while slack < LONGEST {
            let (sum, over) = paths[slack].overflowing_add(paths[slack - 1]);
            paths[slack] = if over || paths[slack - 1] == u64::MAX { u64::MAX } else { sum };
            if paths[slack] == u64::MAX && slack <= most[groups] {
                most[groups] = slack - 1;
            }
            slack += 1;
        }
        groups += 1;
    }
    most
};

/// The rows.
pub type Input = Vec<Row>;

/// A row of springs, the first as the lowest bit, and the sizes of its groups.
pub struct Row {
    length: usize,
    /// Springs known to be broken.
    broken: u32,
    /// Springs known to work.
    working: u32,
    /// The number of groups.
    count: usize,
    sizes: [u8; MOST_GROUPS],
}

/// Reads one row a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.lines_up_to(MOST_ROWS, |line| {
        let start = line.at();
        let springs = line.word(|byte| matches!(byte, b'.' | b'#' | b'?'), "`.`, `#` or `?`")?;
        if springs.len() > MOST_SPRINGS {
            return Err(line.error("at most 20 springs", start + MOST_SPRINGS));
        }
        let mut row = Row { length: springs.len(), broken: 0, working: 0, count: 0, sizes: [0; MOST_GROUPS] };
        for (at, &spring) in springs.iter().enumerate() {
            row.broken |= u32::from(spring == b'#') << at;
            row.working |= u32::from(spring == b'.') << at;
        }
        line.literal(" ")?;
        loop {
            let Some(size) = row.sizes.get_mut(row.count) else {
                return Err(line.error("at most 10 groups", line.at()));
            };
            *size = line.number(1..=MOST_SPRINGS as u8)?;
            row.count += 1;
            if line.peek() != Some(b',') {
                return Ok(row);
            }
            line.skip(1);
        }
    })
}

/// The ways of all rows as they are.
pub fn part1(rows: &Input) -> u128 {
    rows.iter().map(|row| row.ways(1)).sum()
}

/// The ways of all rows unfolded.
pub fn part2(rows: &Input) -> u128 {
    rows.iter().map(|row| row.ways(COPIES)).sum()
}

impl Row {
    /// The ways to set this many copies, with an unknown spring between each two.
    fn ways(&self, copies: usize) -> u128 {
        let stride = self.length + 1;
        let sizes = &self.sizes[..self.count];
        let needed: usize = sizes.iter().map(|&size| usize::from(size) + 1).sum();
        let Some(slack) = (copies * stride).checked_sub(copies * needed) else { return 0 };
        // The spring between two copies is unknown; the one at the end works.
        let end = copies * stride - 1;
        let (mut broken, mut working) = (0, 1 << end);
        for copy in 0..copies {
            broken |= u128::from(self.broken) << (copy * stride);
            working |= u128::from(self.working) << (copy * stride);
        }
        let mut fits = [0; MOST_GROUPS];
        for (fits, &size) in fits.iter_mut().zip(sizes) {
            *fits = runs(((1 << end) - 1) & !working, size) & !(broken >> size);
        }
        let groups = sizes.iter().map(|&size| usize::from(size)).zip(fits);
        let groups = std::iter::repeat_n(groups, copies).flatten();
        if slack <= MOST_SLACK[copies * self.count] {
            paths::<u64>(groups, !broken, slack).into()
        } else {
            paths::<u128>(groups, !broken, slack)
        }
    }
}

/// The places where a run of this many ones begins. Runs of twice the length are those that two runs make.
fn runs(ones: u128, size: u8) -> u128 {
    let (mut runs, mut known) = (ones, 1);
    while known < size {
        let more = known.min(size - known);
        runs &= runs >> more;
        known += more;
    }
    runs
}

/// The number of paths. `groups` has the size of each group and the places where it fits; `free` are the
/// springs that may work.
#[inline(always)]
fn paths<T: Copy + Default + From<u8> + Add<Output = T>>(
    groups: impl Iterator<Item = (usize, u128)>,
    free: u128,
    slack: usize,
) -> T {
    // A row of the lattice: the paths that come down to each cell.
    let mut row = [T::default(); LONGEST];
    let row = &mut row[..=slack];
    row[0] = 1.into();
    // The place in the springs at the start of the row, and the paths that come to the row's last cell.
    let (mut start, mut sum) = (0, T::default());
    // Below the last group, one more row goes right to the last cell.
    for (size, fits) in groups.chain([(0, 0)]) {
        sum = T::default();
        for (cells, place) in row.chunks_mut(64).zip((start..).step_by(64)) {
            // A step to the right is a step over the spring before the place.
            let mut right = (free << 1 >> place) as u64;
            let mut down = (fits >> place) as u64;
            for cell in cells {
                sum = if right & 1 != 0 { sum } else { T::default() } + *cell;
                *cell = if down & 1 != 0 { sum } else { T::default() };
                right >>= 1;
                down >>= 1;
            }
        }
        start += size + 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_slack_is_the_last_whose_paths_fit_64_bits() {
        for (groups, &slack) in MOST_SLACK.iter().enumerate().skip(1) {
            let all = |slack: usize| (1..=groups).fold(1, |paths, k| paths * (slack + k) as u128 / k as u128);
            assert!(all(slack) < 1 << 64, "{groups} groups");
            assert!(slack == LONGEST || all(slack + 1) > u64::MAX.into(), "{groups} groups");
        }
    }
}
