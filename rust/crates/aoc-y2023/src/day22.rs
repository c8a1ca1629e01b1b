//! [Sand Slabs](https://adventofcode.com/2023/day/22): bricks fall onto a pile; how many may be removed alone
//! without the fall of another (part 1), and the sum over all bricks of how many others fall if it is removed
//! (part 2).
//!
//! **Dominators.** A way down leads from a brick to one of its supports, from there to one of its supports,
//! and so on to the ground. If another brick is removed, the brick falls if and only if all its ways down
//! lead over the removed one. That one is called a *dominator* of the brick.
//!
//! The nearest dominator of a brick with one support is that support. If there are several supports, it is
//! the nearest brick that is on all ways down from each of them; if there is no such brick, it is the ground.
//! The nearest dominators form a tree with the ground as its root.
//!
//! ```text
//!  EEEEE          A stands on the ground, B and C on A alone, D on the ground, and E on C and D.
//!  C D            nearest dominators: A, D -> ground, B, C -> A, E -> ground
//! BC D            With A, two fall. No other brick makes any fall, so 4 of 5 may be removed, and the sum is 2.
//! AA D
//! ```
//!
//! **Dropping.** Bricks are dropped in the order of their lower ends, each on the highest bricks below it,
//! and are numbered in this order. So a dominator has a lower number than the bricks that it dominates. To
//! find the nearest common dominator of two bricks, the one with the higher number is replaced by its nearest
//! dominator, until both are the same.
//!
//! **Part 1.** A brick may be removed if it is no brick's only support. **Part 2.** A brick falls with each
//! of its dominators: their number is its depth in the tree.

use aoc_core::sort::distribute;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_BRICKS: usize = 1_500;
const MOST_CUBES: u16 = 10;
const HIGHEST: u16 = 400;
/// Cells from side to side.
const SIDE: usize = 10;
const AREA: usize = SIDE * SIDE;
/// The number of the ground, which comes before all bricks.
const GROUND: u16 = 0;

/// For each brick in the order of its fall, from number 1 on, what it stands on.
pub type Input = Vec<Stand>;

/// How a brick stands.
pub struct Stand {
    /// The number of its nearest dominator.
    dominator: u16,
    /// Whether it stands on its dominator alone.
    is_alone: bool,
}

/// A brick before its fall.
#[derive(Clone, Copy, Default)]
struct Brick {
    /// The first of the cells that it covers, seen from above; their number; and the difference from one to
    /// the next.
    first_cell: u8,
    cell_count: u8,
    step: u8,
    lower: u16,
    height: u16,
}

impl Brick {
    /// The cells that it covers.
    #[inline(always)]
    fn cells(self) -> impl Iterator<Item = usize> + Clone {
        (0..self.cell_count).map(move |at| usize::from(self.first_cell + at * self.step))
    }
}

/// Reads the bricks, and lets them fall.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    // For each height, the cells with a cube.
    let mut cubes = [0_u128; HIGHEST as usize + 1];
    let bricks = reader.lines_up_to(MOST_BRICKS, |line| {
        let start = line.at();
        let brick = brick(line)?;
        let cells = brick.cells().fold(0, |cells, cell| cells | 1 << cell);
        let lower = usize::from(brick.lower);
        for level in &mut cubes[lower..lower + usize::from(brick.height)] {
            if *level & cells != 0 {
                return Err(line.error("a brick apart from all before", start));
            }
            *level |= cells;
        }
        Ok(brick)
    })?;
    let mut sorted = vec![Brick::default(); bricks.len()];
    distribute::<{ HIGHEST as usize + 1 }, _>(&bricks, &mut sorted, |brick| usize::from(brick.lower));
    Ok(drop_all(&sorted))
}

/// Reads one brick.
#[inline(always)]
fn brick(line: &mut Reader) -> Result<Brick, InputError> {
    let start = line.at();
    let from = corner(line)?;
    line.literal("~")?;
    let to = corner(line)?;
    let [dx, dy, dz] = [0, 1, 2].map(|axis| to[axis].wrapping_sub(from[axis]));
    // A negative difference is a large number here.
    let length = dx.max(dy).max(dz);
    if length >= MOST_CUBES || u32::from(dx) + u32::from(dy) + u32::from(dz) != u32::from(length) {
        return Err(line.error("a straight brick of 1 to 10 cubes, from its lower end", start));
    }
    let step = if dy > 0 { SIDE as u8 } else { 1 };
    let first_cell = (from[0] + SIDE as u16 * from[1]) as u8;
    Ok(Brick { first_cell, cell_count: (dx + dy) as u8 + 1, step, lower: from[2], height: dz + 1 })
}

/// Reads the place of a cube.
#[inline(always)]
fn corner(line: &mut Reader) -> Result<[u16; 3], InputError> {
    if let Some((place, length)) = line.rest().first_chunk().and_then(usual_corner) {
        line.skip(length);
        return Ok(place);
    }
    let x = line.number(0..=SIDE as u16 - 1)?;
    line.literal(",")?;
    let y = line.number(0..=SIDE as u16 - 1)?;
    line.literal(",")?;
    Ok([x, y, line.number(1..=HIGHEST)?])
}

/// Reads the place of a cube, such as `3,0,271`, and gives its length too. Nearly always, x and y have one
/// digit each.
#[inline(always)]
fn usual_corner(text: &[u8; 8]) -> Option<([u16; 3], usize)> {
    let [x @ b'0'..=b'9', b',', y @ b'0'..=b'9', b',', z @ ..] = text else { return None };
    let z = u32::from_le_bytes(*z);
    let digits = swar::digits(z.into());
    if !(1..=3).contains(&digits) {
        return None;
    }
    // The values of the digits, with zeros before them.
    let z = swar::decimal((z ^ u32::from_le_bytes(*b"0000")) << (32 - 8 * digits)) as u16;
    (1..=HIGHEST).contains(&z).then(|| ([u16::from(x - b'0'), u16::from(y - b'0'), z], 4 + digits))
}

/// Lets the bricks fall in their order.
fn drop_all(bricks: &[Brick]) -> Vec<Stand> {
    // For each cell, the height of the pile, and the number of its highest brick.
    let mut tops = [(0, GROUND); AREA];
    let mut stands: Vec<Stand> = Vec::with_capacity(bricks.len());
    for (brick, number) in bricks.iter().zip(1..) {
        let cells = brick.cells();
        let height = cells.clone().map(|cell| tops[cell].0).max().unwrap_or(0);
        let mut supports =
            cells.clone().map(|cell| tops[cell]).filter(|top| top.0 == height).map(|top| top.1);
        let first = supports.next().unwrap_or(GROUND);
        let mut stand = Stand { dominator: first, is_alone: true };
        for support in supports.filter(|&support| support != first) {
            stand = Stand { dominator: common(&stands, stand.dominator, support), is_alone: false };
        }
        stands.push(stand);
        cells.for_each(|cell| tops[cell] = (height + brick.height, number));
    }
    stands
}

/// The nearest common dominator of two bricks, themselves included.
fn common(stands: &[Stand], one: u16, other: u16) -> u16 {
    let (mut low, mut high) = (one.min(other), one.max(other));
    while low != high {
        let next = stands[usize::from(high) - 1].dominator;
        (low, high) = (low.min(next), low.max(next));
    }
    low
}

/// The number of bricks that are no other's only support.
pub fn part1(stands: &Input) -> usize {
    let mut is_needed = vec![false; stands.len() + 1];
    for stand in stands {
        is_needed[usize::from(stand.dominator)] |= stand.is_alone;
    }
    is_needed[1..].iter().filter(|&&is| !is).count()
}

/// The sum of the depths of all bricks: at most 1500 * 1500.
pub fn part2(stands: &Input) -> u32 {
    let mut depths = Vec::with_capacity(stands.len() + 1);
    depths.push(0);
    for stand in stands {
        let is_over_brick = stand.dominator != GROUND;
        depths.push(depths[usize::from(stand.dominator)] + u32::from(is_over_brick));
    }
    depths.iter().sum()
}
