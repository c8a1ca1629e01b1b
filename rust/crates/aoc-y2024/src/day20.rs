//! [Race Condition](https://adventofcode.com/2024/day/20): on a track without branches, how many leaps
//! through walls save enough steps, if a leap has up to 2 steps (part 1) or up to 20 (part 2).
//!
//! Let a leap of `d` steps join two cells with a gap of `g` steps along the track. It saves `g - d`.
//!
//! **Part 1** looks at the only cells in question, two steps away, vectorised.
//!
//! **Part 2 counts the complement.** A leap that saves too little has a gap below `saving + 20`, and nearly
//! all pairs of cells that are near in space have a greater one. So all near pairs are counted, less those
//! that save too little:
//!
//! * A near pair is counted at its upper cell, or its left one. The other cell is in the lower half of a
//!   diamond, which is 21 segments of rows. A segment is the difference of two prefix sums, and a whole row
//!   of cells is done at once.
//! * For each gap, the track is compared with itself, shifted by the gap: bytes hold the coordinates. A gap
//!   of `g` saves too little if `g - saving < d <= 20`. That is always so while `g` is at most `saving` and
//!   at most 20, as `d <= g`.
//!
//! **Reading the track.** A cell has two open neighbours. The sum of both, its link, less the cell before is
//! the cell after, without a branch. The start has one neighbour, and a 0 before it; from the end, the links
//! lead to 0.

use std::mem;

use aoc_core::grid::Grid;
use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 150;
const LIMIT: usize = 20;
/// Cells from row to row, so that a cell's number has its column in the lower byte and its row in the upper.
const STRIDE: usize = 256;
/// Cells of the track that are compared at once.
const LANES: usize = 16;
/// The width of all grids, rounded up, and of their prefix sums.
const WIDTH: usize = 160;
const SUMS: usize = WIDTH + 2 * LIMIT + 1;

/// How many steps a leap has to save.
pub const PARAMS: &[Param] = &[Param { name: "saving", default: 100, range: 1..=10_000 }];

/// The track from start to end.
pub struct Input {
    saving: usize,
    track: Vec<u16>,
    /// For each cell of the grid, its place on the track, counted from 1; 0 for a wall. There is one more
    /// row.
    places: Vec<u16>,
}

/// Reads the grid, and follows the track.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let walled = reader.walled_grid(|byte| byte == b'.', *b"SE", "`.`, `#`, `S` or `E`", MOST_SIDE)?;
    reader.end()?;
    let (grid, ends) = walled.whole()?;
    let (mut places, count) =
        links(&grid, ends).ok_or_else(|| reader.error_of_whole("the track has a branch or a dead end"))?;
    let mut track = Vec::with_capacity(count);
    let mut before = 0;
    let mut cell = (ends[0] / grid.width * STRIDE + ends[0] % grid.width) as u16;
    while cell != 0 {
        track.push(cell);
        let link = mem::replace(&mut places[usize::from(cell)], track.len() as u16);
        (before, cell) = (cell, link.wrapping_sub(before));
    }
    if track.len() < count {
        return Err(reader.error_of_whole("the track does not reach all open cells"));
    }
    Ok(Input { saving: params["saving"] as usize, track, places })
}

/// The link of each cell, or 0 for a wall, and the number of open cells. Nothing, unless each end has one
/// open neighbour and every other open cell has two.
fn links(grid: &Grid, ends: [usize; 2]) -> Option<(Vec<u16>, usize)> {
    let width = grid.width;
    let mut links = vec![0; (grid.height + 1) * STRIDE];
    // The open cells, and those of them that have not just two open neighbours.
    let (mut count, mut odd) = (0, 0);
    for y in 1..grid.height - 1 {
        let rows = &grid.cells[(y - 1) * width..][..3 * width];
        let neighbours = [1, width, width + 2, 2 * width + 1].map(|at| &rows[at..][..width - 2]);
        let row = &rows[width + 1..][..width - 2];
        let links = &mut links[y * STRIDE + 1..][..width - 2];
        for x in 0..width - 2 {
            let here = u16::from(row[x] != b'#');
            let open = neighbours.map(|cells| here * u16::from(cells[x] != b'#'));
            let cell = (y * STRIDE + x + 1) as u16;
            let near = [cell - STRIDE as u16, cell - 1, cell + 1, cell + STRIDE as u16];
            links[x] = (0..4).fold(0, |sum: u16, at| sum.wrapping_add(open[at] * near[at]));
            count += u32::from(here);
            odd += u32::from(open.iter().sum::<u16>() != 2 * here);
        }
    }
    let is_end = |cell: usize| {
        let near = [cell - width, cell - 1, cell + 1, cell + width];
        near.iter().filter(|&&near| grid.cells[near] != b'#').count() == 1
    };
    (odd == 2 && ends.into_iter().all(is_end)).then_some((links, count as usize))
}

/// The number of leaps of up to 2 steps that save enough.
pub fn part1(input: &Input) -> u32 {
    let least = input.saving as u16 + 2;
    let leaps = |offset: usize| {
        let pairs = input.places.iter().zip(&input.places[offset..]);
        pairs.map(|(&one, &two)| u32::from(one.min(two) > 0 && one.abs_diff(two) >= least)).sum::<u32>()
    };
    [2, STRIDE - 1, STRIDE + 1, 2 * STRIDE].map(leaps).iter().sum()
}

/// The number of leaps of up to 20 steps that save enough.
pub fn part2(input: &Input) -> usize {
    near_pairs(&input.places) - wasted(&input.track, input.saving)
}

/// The number of pairs of open cells that are at most 20 steps apart in space.
fn near_pairs(places: &[u16]) -> usize {
    // For each column, shifted by the limit, the open cells before it.
    let sums: Vec<[u8; SUMS]> = places
        .chunks_exact(STRIDE)
        .map(|row| {
            let mut sums = [0; SUMS];
            let mut sum = 0;
            for (x, before) in sums[LIMIT..].iter_mut().enumerate() {
                *before = sum;
                sum += u8::from(row[x] != 0);
            }
            sums
        })
        .collect();
    let mut count = 0;
    for (y, row) in places.chunks_exact(STRIDE).enumerate() {
        // Of the row itself, only what lies to the right.
        let mut near = [0_u16; WIDTH];
        let mut add = |sums: &[u8; SUMS], first: usize, last: usize| {
            for ((near, before), after) in near.iter_mut().zip(&sums[first..]).zip(&sums[last + 1..]) {
                *near += u16::from(after - before);
            }
        };
        add(&sums[y], LIMIT + 1, LIMIT + LIMIT);
        let below = sums[y + 1..].iter().zip((0..LIMIT).rev());
        below.for_each(|(sums, reach)| add(sums, LIMIT - reach, LIMIT + reach));
        let of_cells = row.iter().zip(near).map(|(&place, near)| if place == 0 { 0 } else { near });
        count += of_cells.map(u32::from).sum::<u32>();
    }
    count as usize
}

/// The number of leaps of up to 20 steps that save too little.
fn wasted(track: &[u16], saving: usize) -> usize {
    let length = track.len();
    let most = (saving + LIMIT).min(length);
    let always = (saving.min(LIMIT) + 1).min(most);
    let mut count: usize = (1..always).map(|gap| length - gap).sum();
    // Behind the end of the track is nothing but places that are far from all cells.
    let coordinates = |shift: u32| {
        let mut bytes: Vec<u8> = track.iter().map(|cell| (cell >> shift) as u8).collect();
        bytes.resize(length + most + LANES, u8::MAX);
        bytes
    };
    let (x, y) = (coordinates(0), coordinates(8));
    let lanes = |bytes: &[u8], at: usize| bytes[at..].first_chunk().copied().unwrap_or([u8::MAX; LANES]);
    for at in (0..length).step_by(LANES) {
        let (x_here, y_here) = (lanes(&x, at), lanes(&y, at));
        // A byte has room for the counts of 255 gaps.
        for first in (always..most).step_by(255) {
            let mut counts = [0_u8; LANES];
            for gap in first..most.min(first + 255) {
                let (x_there, y_there) = (lanes(&x, at + gap), lanes(&y, at + gap));
                let least = gap.saturating_sub(saving) as u8 + 1;
                for lane in 0..LANES {
                    let (dx, dy) =
                        (x_here[lane].abs_diff(x_there[lane]), y_here[lane].abs_diff(y_there[lane]));
                    let distance = dx.saturating_add(dy);
                    counts[lane] += u8::from(distance.wrapping_sub(least) <= LIMIT as u8 - least);
                }
            }
            count += counts.iter().map(|&count| usize::from(count)).sum::<usize>();
        }
    }
    count
}
