//! [Hoof It](https://adventofcode.com/2024/day/10): the number of peaks that trails lead to, summed over all
//! places where trails begin (part 1), and the number of trails (part 2). A trail goes up by 1 at each step,
//! from 0 to 9.
//!
//! **From high to low.** The cells are sorted by height. What is known of a cell is made from its neighbours
//! that are higher by 1, which are done before: the sum of the numbers of trails, or the union of the sets of
//! peaks.
//!
//! **Peaks are known by where they are from here.** From height `9 - k` a peak is `k` steps away, `r` to the
//! right, `l` to the left, `d` down and `u` up. Where it is shows in `r - l` and `d - u` and, as
//! `r + l + d + u = k`, likewise in `r + d` and `r + u`: their sum less `k` is `r - l`, and their difference
//! `d - u`. `r + d` and `r + u` are from 0 to 9, so a set of peaks has a bit for each pair,
//! `10 (r + d) + r + u`. To add a step to all trails is to shift the set:
//!
//! ```text
//!                      up: << 1
//!     left: << 0         cell         right: << 11
//!                     down: << 10
//! ```

use aoc_core::sort::distribute;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 64;
const PEAK: u8 = 9;
/// No cell is lower than this by 1.
const OUTSIDE: u8 = 255;

/// The cells of a grid with a border of one cell around it.
pub struct Input {
    width: usize,
    heights: Vec<u8>,
    /// The cells inside, from high to low.
    order: Vec<u16>,
}

/// Reads the grid, and sorts the cells.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let grid = reader.grid(|byte| byte.is_ascii_digit(), "a digit", MOST_SIDE)?;
    reader.end()?;
    let width = grid.width + 2;
    let mut heights = vec![OUTSIDE; width * (grid.height + 2)];
    for (inside, row) in heights.chunks_exact_mut(width).skip(1).zip(grid.rows()) {
        for (height, digit) in inside[1..].iter_mut().zip(row) {
            *height = digit - b'0';
        }
    }
    // By depth below a peak. The border has a depth of 10, as 9 - 255 modulo 256: it comes last, and is cut off.
    let all: Vec<u16> = (0..heights.len() as u16).collect();
    let mut order = vec![0; all.len()];
    distribute::<11, _>(&all, &mut order, |cell| usize::from(PEAK.wrapping_sub(heights[usize::from(cell)])));
    order.truncate(grid.cells.len());
    Ok(Input { width, heights, order })
}

/// The sum of the numbers of peaks that trails lead to.
pub fn part1(input: &Input) -> u32 {
    let join = |left: u128, up: u128, down: u128, right: u128| left | up << 1 | down << 10 | right << 11;
    input.sum(1, join, u128::count_ones)
}

/// The number of trails.
pub fn part2(input: &Input) -> u32 {
    input.sum(1, |left: u32, up, down, right| left + up + down + right, |trails| trails)
}

impl Input {
    /// Gives each cell what is joined from its neighbours that are higher by 1, and sums over the lowest
    /// cells.
    #[inline(always)]
    fn sum<T: Copy + Default>(
        &self,
        peak: T,
        join: impl Fn(T, T, T, T) -> T,
        number: impl Fn(T) -> u32,
    ) -> u32 {
        let mut known = vec![T::default(); self.heights.len()];
        let mut sum = 0;
        for &cell in &self.order {
            let cell = usize::from(cell);
            let height = self.heights[cell];
            let onward =
                |next: usize| if self.heights[next] == height + 1 { known[next] } else { T::default() };
            known[cell] = match height {
                PEAK => peak,
                _ => join(
                    onward(cell - 1),
                    onward(cell - self.width),
                    onward(cell + self.width),
                    onward(cell + 1),
                ),
            };
            if height == 0 {
                sum += number(known[cell]);
            }
        }
        sum
    }
}
