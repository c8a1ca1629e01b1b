//! [Step Counter](https://adventofcode.com/2023/day/21): the number of plots where a walk from the centre S
//! of a map can end after an exact number of steps: `h - 1` of them on one map of side `n = 2h + 1` (part 1),
//! and `h + 202300 n` on copies of the map without end (part 2).
//!
//! A walk of `r` steps can end at each plot whose distance is at most `r`, and even if and only if `r` is.
//!
//! **The frame.** The border of the map, and the row and column of S, are free. They leave four blocks:
//!
//! ```text
//! o---m---o      o a corner of the map      On the frame, all distances from o, m and S are those without rocks.
//! | 1 | 2 |      m the middle of a side     So a shortest path from any of these points into a block may be led
//! m---S---m                                 along the frame to the nearest corner of the block, and the distances
//! | 3 | 4 |                                 to the cells of a block need be known from its own four corners only.
//! o---m---o
//! ```
//!
//! **Lateness.** A cell of a block is `2l` steps farther from the corner than without rocks: `l` is its
//! lateness. A step away from the corner, right or down, keeps the lateness, and a step back adds 1. So the
//! cells of lateness 0 are found row by row, and those of lateness `l + 1` in the same way from the cells one
//! step back from lateness `l`. A row of a block is a word. To go right through its free cells is an
//! addition, as a carry runs through a row of ones. Few layers are needed.
//!
//! **Copies of the map.** Let `K = 202300`, which is even. Each copy is entered first at a middle of a side,
//! if it is straight left, right, above or below, else at a corner. From S to all plots there are at most
//! `3h + 1` steps, which is checked: so at most `4h + 1` from a middle, and `5h + 1` from a corner. In the
//! copies fewer than `K` maps away, counted along rows and columns, a walk has at least as many steps left.
//! So all plots of the right parity are reached there: in `(K - 1)^2` copies where the parity is that of the
//! first map, and in `K^2` where it is the other. Then there are
//!
//! * four copies straight ahead, `K` maps away, with `2h` steps from a middle;
//! * at each slanting side, `K - 1` copies `K` maps away, with `3h` steps from a corner;
//! * and `K` copies `K + 1` maps away, with `h - 1` steps from a corner.

use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const LEAST_SIDE: usize = 5;
const MOST_SIDE: usize = 131;
/// The side of a block.
const BLOCK: usize = 64;
const _: () = assert!(MOST_SIDE == 2 * BLOCK + 3);
const MAPS: u64 = 202_300;

/// A block: for each row the free cells, as bits. It is seen from one of its corners, which lies before the
/// first row and the lowest bit.
type Block = [u64; BLOCK];

/// The map by its blocks.
pub struct Input {
    /// The distance from the centre to the border.
    half: usize,
    /// Seen from the centre, with the layers from there.
    blocks: [(Block, Layers); 4],
}

/// The cells of a block that can be reached, by their lateness.
type Layers = Vec<Block>;

/// Reads the map.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let (mut rows, mut starts) = (Vec::with_capacity(MOST_SIDE), Vec::new());
    let is_cell = |byte| matches!(byte, b'.' | b'#' | b'S');
    let read = reader.grid_rows(is_cell, "`.`, `#` or `S`", MOST_SIDE, |row| {
        if row.iter().fold(false, |any, &byte| any | (byte == b'S')) {
            let places = row.iter().enumerate().filter(|(_, byte)| **byte == b'S');
            starts.extend(places.map(|(x, _)| [x, rows.len()]));
        }
        rows.push(row);
    });
    // A second start in a row that was passed comes before what `grid_rows` has found.
    if let Some(&[x, y]) = starts.get(1) {
        return Err(reader.error("only one `S`", y * (rows[0].len() + 1) + x));
    }
    read?;
    reader.end()?;
    blocks(&rows, &starts).map_err(|fault| reader.error_of_whole(fault))
}

/// Checks the frame, and takes the blocks out of it.
fn blocks(rows: &[&[u8]], starts: &[[usize; 2]]) -> Result<Input, &'static str> {
    let (side, half) = (rows.len(), rows.len() / 2);
    if side.is_multiple_of(2) || side < LEAST_SIDE || rows[0].len() != side {
        return Err("the map is not a square whose side is odd and at least 5");
    }
    if starts != [[half, half]] {
        return Err("the start is not in the centre");
    }
    let lines = [0, half, side - 1];
    let is_free = |byte: &u8| *byte != b'#';
    if !lines.iter().all(|&y| rows[y].iter().all(is_free))
        || !rows.iter().all(|row| lines.iter().all(|&x| is_free(&row[x])))
    {
        return Err("there are rocks on the border or in the row or column of the start");
    }
    let block = |right: bool, below: bool| {
        let [x, y] = [right, below].map(|is_far| if is_far { half + 1 } else { 1 });
        let mut block = [0; BLOCK];
        for (free, row) in block.iter_mut().zip(&rows[y..y + half - 1]) {
            let mut cells = [b'#'; BLOCK];
            cells[..half - 1].copy_from_slice(&row[x..x + half - 1]);
            *free = !swar::flags(&cells);
        }
        let from_centre = mirrored(&block, half - 1, !right, !below);
        let layers = layers(&from_centre[..half - 1]);
        (from_centre, layers)
    };
    let input = Input {
        half,
        blocks: [block(false, false), block(true, false), block(false, true), block(true, true)],
    };
    let is_far = |(_, layers): &(Block, Layers)| {
        let all: u32 = layers.as_flattened().iter().map(|row| row.count_ones()).sum();
        u64::from(all) > count(layers, 3 * half) + count(layers, 3 * half + 1)
    };
    if input.blocks.iter().any(is_far) { Err("a plot is too far away from the start") } else { Ok(input) }
}

/// A block of this size seen from another corner.
fn mirrored(block: &Block, size: usize, columns: bool, rows: bool) -> Block {
    let mut mirrored = *block;
    if columns {
        mirrored = mirrored.map(|row| row.reverse_bits() >> (BLOCK - size));
    }
    if rows {
        mirrored[..size].reverse();
    }
    mirrored
}

/// The cells that can be reached, by lateness.
fn layers(free: &[u64]) -> Layers {
    let size = free.len();
    let mut open = [0; BLOCK];
    open[..size].copy_from_slice(free);
    // All of the frame has lateness 0. First it leads into the block from the left and from above.
    let mut layers = vec![spread(&[1; BLOCK], u64::MAX, &mut open, size)];
    // Then it leads back from the right and from below.
    let mut from = back(&layers[0], size);
    from[..size].iter_mut().for_each(|row| *row |= 1 << (size - 1));
    from[size - 1] = u64::MAX;
    loop {
        let layer = spread(&from, 0, &mut open, size);
        if layer == [0; BLOCK] {
            return layers;
        }
        from = back(&layer, size);
        layers.push(layer);
    }
}

/// The cells one step back, to the left or up.
fn back(layer: &Block, size: usize) -> Block {
    let mut from = layer.map(|row| row >> 1);
    for y in 1..size {
        from[y - 1] |= layer[y];
    }
    from
}

/// Goes right and down from some cells through those that are open, and closes all that are met.
fn spread(from: &Block, above: u64, open: &mut Block, size: usize) -> Block {
    let (mut layer, mut above) = ([0; BLOCK], above);
    for y in 0..size {
        let first = (from[y] | above) & open[y];
        // Behind the first cell of a row of open ones, all ones turn to zeros, but where another cell is
        // added.
        above = first | open[y] & !open[y].wrapping_add(first);
        open[y] &= !above;
        layer[y] = above;
    }
    layer
}

/// The number of cells where a walk of `steps` steps from the corner can end.
fn count(layers: &Layers, steps: usize) -> u64 {
    let mut count = 0;
    for (late, layer) in layers.iter().enumerate() {
        for (y, row) in layer.iter().enumerate() {
            // From the corner, the first cell of the first row is two steps away.
            let Some(most) = steps.checked_sub(2 + 2 * late + y) else { break };
            let even = u64::MAX / 3;
            let fits = even << (most % 2) & u64::MAX >> (BLOCK - 1 - most.min(BLOCK - 1));
            count += u64::from((row & fits).count_ones());
        }
    }
    count
}

/// The number of plots at `h - 1` steps.
pub fn part1(input: &Input) -> u64 {
    input.reached(input.half - 1)
}

/// The number of plots at `h + 202300 n` steps.
pub fn part2(input: &Input) -> u64 {
    let half = input.half;
    let size = half - 1;
    // The sums over the four blocks of what is reached from their corners.
    let [mut centre, mut middles, mut small, mut large] = [0; 4];
    for (block, layers_from_centre) in &input.blocks {
        let from = |columns, rows| layers(&mirrored(block, size, columns, rows)[..size]);
        let outer = from(true, true);
        centre += count(layers_from_centre, half);
        middles += count(&from(true, false), 2 * half) + count(&from(false, true), 2 * half);
        small += count(&outer, half - 1);
        large += count(&outer, 3 * half);
    }
    // All four points of a kind see the same frame. From a middle, two blocks begin in S, `h` steps farther;
    // from a corner of the map, two begin in a middle, `h` steps farther, and one in S, `2h` steps farther.
    let middles_of_maps = 2 * centre + middles + 4 * input.frame([0, half], 2 * half);
    let small_corners = small + 4 * input.frame([0, 0], half - 1);
    let large_corners = centre + middles + large + 4 * input.frame([0, 0], 3 * half);
    let [alike, other] = [3 * half, 3 * half + 1].map(|steps| input.reached(steps));
    (MAPS - 1).pow(2) * alike
        + MAPS.pow(2) * other
        + middles_of_maps
        + MAPS * small_corners
        + (MAPS - 1) * large_corners
}

impl Input {
    /// The number of plots of one map where a walk from the centre can end.
    fn reached(&self, steps: usize) -> u64 {
        let blocks: u64 = self.blocks.iter().map(|(_, layers)| count(layers, steps)).sum();
        blocks + self.frame([self.half; 2], steps)
    }

    /// The number of cells of the frame where a walk from one of its nine points can end.
    fn frame(&self, from: [usize; 2], steps: usize) -> u64 {
        let lines = [0, self.half, 2 * self.half];
        let is_end = |x: usize, y: usize| {
            let distance = x.abs_diff(from[0]) + y.abs_diff(from[1]);
            u64::from(distance <= steps && distance % 2 == steps % 2)
        };
        let along = |at: usize| lines.iter().map(|&line| is_end(at, line) + is_end(line, at)).sum::<u64>();
        let points: u64 = lines.iter().flat_map(|&x| lines.map(|y| is_end(x, y))).sum();
        // The nine points are on two lines each.
        (0..=2 * self.half).map(along).sum::<u64>() - points
    }
}
