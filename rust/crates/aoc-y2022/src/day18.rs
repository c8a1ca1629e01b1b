//! [Boiling Boulders](https://adventofcode.com/2022/day/18): the number of faces of cubes that do not touch
//! another cube (part 1), and of those that can be reached from outside (part 2).
//!
//! **Rows of bits.** All cells with the same `x` and `y` are the bits of one word, with a margin on every
//! side. A face lies between a cell of lava and a neighbour that is not lava (part 1) or that is filled with
//! water from outside (part 2). For a whole row, the neighbours in one of the six directions are the next
//! row, or the same row shifted by one bit. So both parts count the bits that a row of lava has in common
//! with these six words.
//!
//! **Water** spreads along a whole row by one addition. In a run of air, adding a bit for the water makes a
//! carry run up through all air above it, so the bits that change are those that are filled:
//!
//! ```text
//! air            0 1 1 1 1 0 1 1      (highest bit first)
//! water          0 0 0 1 0 0 0 0
//! sum            1 0 0 0 1 0 1 1      changed within the air: 0 1 1 1 0 0 0 0
//! ```
//!
//! Where a run of air has more than one bit of water, a bit that remains unchanged is water itself, so
//! nothing is lost. The other direction is the same with the bits reversed. The rows are swept back and forth
//! until no more water gets from row to row.

use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 4_000;
const MOST: usize = 29;
/// Cells on a side, with the margin.
const SIDE: usize = 32;
const _: () = assert!(MOST + 3 <= SIDE);

/// A word for each `x` and `y`, with a bit for each `z`.
type Space = [u32; SIDE * SIDE];

/// The cells of lava.
pub type Input = Box<Space>;

/// Reads one cube a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut lava = Box::new([0; SIDE * SIDE]);
    Reader::new(text).lines_up_to(MOST_LINES, |line| {
        let start = line.at();
        let x = line.number(0..=MOST)?;
        line.literal(",")?;
        let y = line.number(0..=MOST)?;
        line.literal(",")?;
        let z = line.number(0..=MOST)?;
        let (row, bit) = (&mut lava[SIDE * (x + 1) + y + 1], 1 << (z + 1));
        if *row & bit != 0 {
            return Err(line.error("a cube that is new", start));
        }
        *row |= bit;
        Ok(())
    })?;
    Ok(lava)
}

/// The rows that are not part of the margin.
fn inner_rows() -> impl DoubleEndedIterator<Item = usize> {
    (1..SIDE - 1).flat_map(|x| SIDE * x + 1..SIDE * (x + 1) - 1)
}

/// The rows beside a row.
#[inline(always)]
fn beside(space: &Space, row: usize) -> [u32; 4] {
    [row - SIDE, row - 1, row + 1, row + SIDE].map(|row| space[row])
}

/// The number of faces between lava and what is outside.
fn faces(lava: &Space, outside: &Space) -> u32 {
    let of_row = |row: usize| {
        let [one, two, three, four] = beside(outside, row);
        let six = [one, two, three, four, outside[row] << 1, outside[row] >> 1];
        six.map(|neighbours| (lava[row] & neighbours).count_ones()).iter().sum::<u32>()
    };
    inner_rows().filter(|&row| lava[row] != 0).map(of_row).sum()
}

/// The number of faces that do not touch another cube.
pub fn part1(lava: &Input) -> u32 {
    faces(lava, &lava.map(|row| !row))
}

/// The number of faces that can be reached from outside.
pub fn part2(lava: &Input) -> u32 {
    faces(lava, &water(lava))
}

/// The cells that are filled with water from the margin.
fn water(lava: &Space) -> Space {
    let mut water = [u32::MAX; SIDE * SIDE];
    // Both ends of each row are in the margin.
    inner_rows().for_each(|row| water[row] = spread(1 | 1 << (SIDE - 1), !lava[row]));
    let mut is_changing = true;
    while is_changing {
        is_changing = false;
        let mut wet = |row: usize| {
            let reached = beside(&water, row).iter().fold(water[row], |all, row| all | row) & !lava[row];
            if reached != water[row] {
                water[row] = spread(reached, !lava[row]);
                is_changing = true;
            }
        };
        inner_rows().for_each(&mut wet);
        inner_rows().rev().for_each(&mut wet);
    }
    water
}

/// Water in a row, after it has spread through the air in both directions.
#[inline(always)]
fn spread(water: u32, air: u32) -> u32 {
    let upwards = |water: u32, air: u32| water | (air.wrapping_add(water) ^ air) & air;
    let up = upwards(water, air);
    upwards(up.reverse_bits(), air.reverse_bits()).reverse_bits()
}
