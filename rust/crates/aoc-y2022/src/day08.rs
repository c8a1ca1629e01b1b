//! [Treetop Tree House](https://adventofcode.com/2022/day/8): in a map of trees with heights from 0 to 9, the
//! number of trees that are higher than all before them in one of the four directions (part 1); and the
//! greatest product of the four numbers of trees that a tree sees, in each direction up to the first that is
//! not lower (part 2).
//!
//! **All columns at once.** The map is swept row by row, down and up, with something to remember for each
//! column: for part 1 the greatest height so far, and for part 2 ten distances, which are how many trees a
//! tree of each height would see back along the column. A tree of height `h` ends the view of all heights up
//! to `h`.
//!
//! ```text
//! trees passed     distances for heights 0, 1, 2, 3
//!                                        0  0  0  0
//! 2                                      1  1  1  1
//! 2 1                                    1  1  2  2
//! 2 1 0                                  1  2  3  3       a tree of height 1 sees the 0 and the 1
//! ```
//!
//! All of these are bytes, and 16 columns are one vector. For part 2 the ten vectors of 16 columns stay in
//! registers while all rows pass. The directions left and right are the same with the map transposed.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 120;
/// A vector of columns.
const LANES: usize = 16;
const WIDTH: usize = MOST_SIDE.next_multiple_of(LANES);
const HEIGHTS: usize = 10;

/// A byte for each column; those beyond the map are 0.
type Row = [u8; WIDTH];

/// The map, with the heights as digits.
pub struct Input {
    rows: Vec<Row>,
    /// The map transposed.
    columns: Vec<Row>,
}

/// Reads the map, and transposes it.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut rows = Vec::with_capacity(MOST_SIDE);
    let mut columns = vec![[0; WIDTH]; MOST_SIDE];
    let mut width = 0;
    reader.grid_rows(
        |byte| byte.is_ascii_digit(),
        "a digit",
        MOST_SIDE,
        |trees| {
            let mut row = [0; WIDTH];
            row[..trees.len()].copy_from_slice(trees);
            columns.iter_mut().zip(trees).for_each(|(column, &tree)| column[rows.len()] = tree);
            rows.push(row);
            width = trees.len();
        },
    )?;
    reader.end()?;
    columns.truncate(width);
    Ok(Input { rows, columns })
}

/// The number of trees that are visible from outside.
pub fn part1(input: &Input) -> usize {
    let (by_rows, by_columns) = (visible(&input.rows), visible(&input.columns));
    let rows = by_rows.iter().enumerate();
    rows.map(|(y, row)| row.iter().zip(&by_columns).filter(|(is, column)| **is | column[y] > 0).count()).sum()
}

/// For each tree, 1 if it is higher than all before it or all after it in its column.
fn visible(rows: &[Row]) -> Vec<Row> {
    let mut is_visible = vec![[0; WIDTH]; rows.len()];
    let mut sweep = |order: &mut dyn Iterator<Item = usize>| {
        let mut greatest = [0; WIDTH];
        for y in order {
            for ((is_visible, &tree), greatest) in is_visible[y].iter_mut().zip(&rows[y]).zip(&mut greatest) {
                *is_visible |= u8::from(tree > *greatest);
                *greatest = tree.max(*greatest);
            }
        }
    };
    sweep(&mut (0..rows.len()));
    sweep(&mut (0..rows.len()).rev());
    is_visible
}

/// The greatest product of the numbers of trees seen.
pub fn part2(input: &Input) -> u32 {
    let (height, width) = (input.rows.len(), input.columns.len());
    let (by_rows, by_columns) = (products(&input.rows, width), products(&input.columns, height));
    let rows = by_rows.iter().enumerate();
    let greatest = |(y, row): (usize, &[u16; WIDTH])| {
        let products =
            row.iter().zip(&by_columns).map(|(&one, column)| u32::from(one) * u32::from(column[y]));
        products.fold(0, u32::max)
    };
    rows.map(greatest).fold(0, u32::max)
}

/// For each tree, the product of the numbers of trees that it sees in both directions of its column.
fn products(rows: &[Row], width: usize) -> Vec<[u16; WIDTH]> {
    let mut products = vec![[1; WIDTH]; rows.len()];
    for block in 0..width.div_ceil(LANES) {
        sweep(&mut products, rows, block, 0..rows.len());
        sweep(&mut products, rows, block, (0..rows.len()).rev());
    }
    products
}

/// Multiplies the products in a block of columns by the numbers of trees seen back along them, row by row in
/// this order.
#[inline(always)]
fn sweep(products: &mut [[u16; WIDTH]], rows: &[Row], block: usize, order: impl Iterator<Item = usize>) {
    let mut distances = [[0; LANES]; HEIGHTS];
    for y in order {
        let seen = pass(&mut distances, &rows[y].as_chunks().0[block]);
        let products = &mut products[y].as_chunks_mut::<LANES>().0[block];
        products.iter_mut().zip(seen).for_each(|(product, seen)| *product *= u16::from(seen));
    }
}

/// How many trees each tree of a row sees, by the distances before it, which are changed to those after it.
#[inline(always)]
fn pass(distances: &mut [[u8; LANES]; HEIGHTS], trees: &[u8; LANES]) -> [u8; LANES] {
    let mut seen = [0; LANES];
    for lane in 0..LANES {
        for (height, distances) in distances.iter_mut().enumerate() {
            let height = b'0' + height as u8;
            let distance = distances[lane];
            seen[lane] |= if trees[lane] == height { distance } else { 0 };
            distances[lane] = 1 + if trees[lane] < height { distance } else { 0 };
        }
    }
    seen
}
