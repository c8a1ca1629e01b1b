//! [Christmas Tree Farm](https://adventofcode.com/2025/day/12): in how many regions some presents of six
//! shapes have room together, turned and flipped at will.
//!
//! **Two bounds** decide nearly every region. The presents have no room if they have more cells than the
//! region, and they have room if there is a box of three by three for each.
//!
//! **Search.** What is left is tiny. The first free cell is either covered by a present whose first cell it
//! is, or stays free for good; no more cells may stay free than the region has beyond those of the presents.
//! A region is a word: rows of eight bits, of which at least three are walls, so that a present that reaches
//! beyond a side meets a wall.
//!
//! **Parsing** is most of the work. If all numbers of a line have two digits, the line is three words. After
//! an exclusive or with how it should look, digits are at most 9, and all else is 0. The last two words have
//! three counts each, 24 bits apart: one product adds up their products with three other numbers.

use aoc_core::swar::any_greater;
use aoc_core::text::{InputError, Reader};

const MOST_REGIONS: usize = 2_000;
const MOST_SIDE: u8 = 60;
/// Only regions with sides up to this are searched, and at most `MOST_SEARCHED` of them.
const MOST_SEARCHED_SIDE: u8 = 5;
const MOST_SEARCHED: usize = 10;
const DECIDED: &str =
    "a region that is clearly too small or large enough, or one of at most 10 others, up to 5x5";
/// Bits from row to row.
const STRIDE: usize = 8;

/// Regions: at least one. Each is decided by a bound, or small enough to be searched.
pub struct Input {
    shapes: Shapes,
    regions: Vec<Region>,
}

#[derive(Default)]
struct Shapes {
    /// The cells of each shape, row after row: three by three bits.
    cells: [u16; 6],
    /// The numbers of cells of the first and the last three shapes, each three in the opposite order.
    sizes: [Three; 2],
}

struct Region {
    width: u8,
    height: u8,
    /// The wanted presents of the first and the last three shapes.
    counts: [Three; 2],
}

/// Three numbers, 24 bits apart.
type Three = u64;

/// Adds up the products of three numbers with three others, which come in the opposite order.
#[inline(always)]
fn sum_of_products(one: Three, other: Three) -> i32 {
    (one.wrapping_mul(other) >> 48) as i32
}

fn three(numbers: [u8; 3]) -> Three {
    numbers.iter().rev().fold(0, |three, &number| (three << 24) | Three::from(number))
}

/// Reads the shapes, and one region a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut cells = [0; 6];
    for (number, cells) in cells.iter_mut().enumerate() {
        reader.literal(&format!("{number}:"))?;
        *cells = shape(&mut reader)?;
        reader.blank_line()?;
    }
    let [a, b, c, d, e, f] = cells.map(|cells: u16| cells.count_ones() as u8);
    let shapes = Shapes { cells, sizes: [three([c, b, a]), three([f, e, d])] };
    let mut searched = 0;
    let regions = Vec::with_capacity(reader.rest().len() / 16);
    let regions = reader.fold_lines(regions, |regions, line| {
        let start = line.at();
        if regions.len() == MOST_REGIONS {
            return Err(line.error("at most 2000 regions", start));
        }
        let region = region(line)?;
        if !region.is_decided(&shapes) {
            searched += 1;
            if region.width.max(region.height) > MOST_SEARCHED_SIDE || searched > MOST_SEARCHED {
                return Err(line.error(DECIDED, start));
            }
        }
        regions.push(region);
        Ok(())
    })?;
    Ok(Input { shapes, regions })
}

/// Reads three rows of three cells, of which 5 to 7 are filled.
fn shape(reader: &mut Reader) -> Result<u16, InputError> {
    let mut cells = 0_u16;
    for row in 0..3 {
        reader.newline()?;
        let start = reader.at();
        for column in 0..3 {
            let filled = reader.one_of(&[".", "#"])? == 1;
            cells |= u16::from(filled) << (3 * row + column);
        }
        let (filled, left) = (cells.count_ones(), 3 * (2 - row));
        if filled + left < 5 || filled > 7 {
            return Err(reader.error("a shape with 5 to 7 of `#`", start));
        }
    }
    Ok(cells)
}

/// Reads a line such as `12x5: 1 0 1 0 2 2`.
#[inline(always)]
fn region(line: &mut Reader) -> Result<Region, InputError> {
    if let Some(region) = line.rest().first_chunk().and_then(two_digits_each)
        && !line.rest().get(24).is_some_and(u8::is_ascii_digit)
    {
        line.skip(24);
        return Ok(region);
    }
    let width = line.number(1..=MOST_SIDE)?;
    line.literal("x")?;
    let height = line.number(1..=MOST_SIDE)?;
    line.literal(":")?;
    let mut counts = [[0; 3]; 2];
    for count in counts.iter_mut().flatten() {
        line.literal(" ")?;
        *count = line.number(0..=99)?;
    }
    Ok(Region { width, height, counts: counts.map(three) })
}

/// Reads a line whose numbers have two digits each.
#[inline(always)]
fn two_digits_each(line: &[u8; 24]) -> Option<Region> {
    const LIKE: &[u8; 24] = b"00x00: 00 00 00 00 00 00";
    // Ten times each byte plus the next one: the byte of a first digit becomes the number.
    let numbers = |at: usize| {
        let word = |bytes: &[u8; 24]| u64::from_le_bytes(std::array::from_fn(|byte| bytes[at + byte]));
        let digits = word(line) ^ word(LIKE);
        let limits =
            u64::from_le_bytes(std::array::from_fn(|byte| if LIKE[at + byte] == b'0' { 9 } else { 0 }));
        (!any_greater(digits, limits)).then(|| 10 * digits + (digits >> 8))
    };
    let [width, _, _, height, ..] = numbers(0)?.to_le_bytes();
    let counts = [numbers(7)?, numbers(16)?].map(|counts| counts & three([0xFF; 3]));
    let fits = |side: u8| (1..=MOST_SIDE).contains(&side);
    (line[15] == b' ' && fits(width) && fits(height)).then_some(Region { width, height, counts })
}

/// The number of regions with room for their presents.
pub fn part1(input: &Input) -> usize {
    let shapes = &input.shapes;
    let has_room = |region: &&Region| {
        if region.is_decided(shapes) { region.free_cells(shapes) >= 0 } else { region.search(shapes) }
    };
    input.regions.iter().filter(has_room).count()
}

impl Region {
    /// Whether a bound tells if there is room.
    fn is_decided(&self, shapes: &Shapes) -> bool {
        self.free_cells(shapes) < 0 || self.free_boxes() >= 0
    }

    /// The number of cells that the presents leave; below 0 if they have more.
    fn free_cells(&self, shapes: &Shapes) -> i32 {
        let [first, last] = [0, 1].map(|half| sum_of_products(self.counts[half], shapes.sizes[half]));
        i32::from(self.width) * i32::from(self.height) - first - last
    }

    /// The number of boxes that are left if each present has one; below 0 if there are not enough.
    fn free_boxes(&self) -> i32 {
        let presents = sum_of_products(self.counts[0] + self.counts[1], three([1; 3]));
        i32::from(self.width / 3) * i32::from(self.height / 3) - presents
    }

    /// Whether there is room, found by trying.
    fn search(&self, shapes: &Shapes) -> bool {
        let row = (1_u64 << self.width) - 1;
        let cells = (0..usize::from(self.height)).fold(0, |cells, y| cells | (row << (STRIDE * y)));
        let mut counts = std::array::from_fn(|shape| (self.counts[shape / 3] >> (shape % 3 * 24)) as u8);
        fill(!cells, &mut counts, &shapes.cells.map(ways), self.free_cells(shapes))
    }
}

/// Whether the presents fit into the cells that are not filled, if at most `free` cells may stay free.
fn fill(filled: u64, counts: &mut [u8; 6], ways: &[Vec<u64>; 6], free: i32) -> bool {
    if *counts == [0; 6] {
        return true;
    }
    // As many cells are left as the presents that are left have, and `free` more: so there is a first one.
    let first = filled.trailing_ones();
    for (shape, ways_of_shape) in ways.iter().enumerate() {
        if counts[shape] > 0 {
            counts[shape] -= 1;
            let has_room = |&way: &u64| {
                let present = way << first;
                present & filled == 0 && fill(filled | present, counts, ways, free)
            };
            if ways_of_shape.iter().any(has_room) {
                return true;
            }
            counts[shape] += 1;
        }
    }
    free > 0 && fill(filled | (1 << first), counts, ways, free - 1)
}

/// A shape turned and flipped in all ways, as cells of a region of which the first is the lowest bit.
fn ways(shape: u16) -> Vec<u64> {
    let turned = |way: usize| {
        let mut cells = 0_u64;
        for (x, y) in (0..9).filter(|at| shape >> at & 1 != 0).map(|at| (at % 3, at / 3)) {
            let (x, y) = if way & 1 != 0 { (y, x) } else { (x, y) };
            let x = if way & 2 != 0 { 2 - x } else { x };
            let y = if way & 4 != 0 { 2 - y } else { y };
            cells |= 1 << (STRIDE * y + x);
        }
        cells >> cells.trailing_zeros()
    };
    let mut ways: Vec<u64> = (0..8).map(turned).collect();
    ways.sort_unstable();
    ways.dedup();
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_products_are_added_up_without_carries() {
        assert_eq!(sum_of_products(three([1, 10, 100]), three([2, 3, 4])), 234);
        assert_eq!(sum_of_products(2 * three([99; 3]), three([7; 3])), 2 * 3 * 7 * 99);
    }
}
