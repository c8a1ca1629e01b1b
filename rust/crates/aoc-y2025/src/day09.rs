//! [Movie Theater](https://adventofcode.com/2025/day/9): the largest rectangle of tiles with two corners of a
//! loop as its opposite corners (part 1), and the largest of those that lie on the loop and inside of it
//! (part 2).
//!
//! **Part 1.** A rectangle is not the largest if another corner, in place of one of its two, makes it both
//! wider and higher. That leaves four staircases of corners. Each corner of one is paired with each corner of
//! the opposite one:
//!
//! ```text
//!        c      a, b: lower than all corners to the left
//!   o      d    c, d: higher than all corners to the right
//! a     o       The largest rectangle that has its left corner below its right one
//!    b          is between a or b and c or d. The other two staircases mirror these.
//! ```
//!
//! **Part 2** sweeps over the columns of tiles, from left to right. The tiles of a column are runs of rows.
//! They are kept in a list: the first row of each run and the first row past it. The list changes at vertical
//! edges only. An edge with the inside to its right starts rows in its own column; an edge with the inside to
//! its left ends rows in the next column. Either way, its first row and the row past its last are toggled:
//! added, or removed if they are in the list.
//!
//! ```text
//! 4  ####       column 0: the edge at 0 starts rows 1 to 4;  the list is 1, 5
//! 3  ####       column 4: the edge at 3 ends rows 3 and 4;   3 is added, 5 is removed: 1, 3
//! 2  #######    column 7: the edge at 6 ends rows 1 and 2;   1 and 3 are removed
//! 1  #######
//!    0123456
//! ```
//!
//! Each corner that was passed keeps an interval of rows: those around its own that have been tiles in all
//! columns since. When an edge ends rows, the intervals are cut. In the picture, the corner at 0,1 keeps rows
//! 1 to 4, and from column 4 on rows 1 and 2; the corner at 0,4 is dropped there. A later corner and an
//! earlier one have a rectangle of tiles if and only if the later one is in the interval of the earlier: 6,2
//! is in that of 0,1.
//!
//! **Few are tried.** For a later corner, the earlier ones are tried from left to right. The first is not to
//! the left of where the tiles in the later corner's row began. The last is where the width, times the height
//! that the later corner's column allows, does not improve on the best area.

use aoc_core::text::{InputError, Reader};

const MOST_CORNERS: usize = 1_000;
const MOST: i32 = 999_999;

/// The vertical edges of a loop that does not meet itself, from left to right; in each column, those with the
/// inside to their right come first. All corners are their ends. (The coordinates are swapped if the first
/// edge is horizontal.)
pub struct Input {
    edges: Vec<Edge>,
}

/// A vertical edge.
struct Edge {
    x: i32,
    /// The rows of its ends, the lesser first.
    ends: [i32; 2],
    /// For each end, whether the horizontal edge there leads to the right.
    to_right: [bool; 2],
    /// Whether the inside is to its left.
    inside_left: bool,
    /// The rows of tiles that it starts or ends: the first, and one past the last.
    rows: [i32; 2],
}

/// A corner's column and row.
type Corner = [i32; 2];

/// Reads one corner a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut corners: Vec<Corner> = Vec::with_capacity(MOST_CORNERS);
    let mut axis = 0;
    reader.lines_up_to(MOST_CORNERS, |line| {
        let start = line.at();
        let x = line.number(0..=MOST)?;
        line.literal(",")?;
        let corner = [x, line.number(0..=MOST)?];
        if let [before] = corners[..] {
            axis = usize::from(before[0] == corner[0]);
        }
        // Edges run along one axis and the other in turn, the first one along `axis`.
        if let Some(&before) = corners.last()
            && !runs_along((axis + corners.len() + 1) % 2, before, corner)
        {
            return Err(
                line.error("a corner in the row or column of the one before, with a turn there", start)
            );
        }
        corners.push(corner);
        Ok(())
    })?;
    if corners.len() < 4 {
        return Err(reader.too_soon("4 corners or more"));
    }
    if axis == 0 {
        corners.iter_mut().for_each(|corner| corner.reverse());
    }
    if !corners.len().is_multiple_of(2) || !runs_along(0, corners[corners.len() - 1], corners[0]) {
        return Err(reader
            .error_of_whole("the last corner and the first are not joined by an edge with turns at both"));
    }
    let edges = edges(&corners);
    if meet(&edges) { Err(reader.error_of_whole("the loop meets itself")) } else { Ok(Input { edges }) }
}

/// Whether an edge is parallel to an axis.
fn runs_along(axis: usize, from: Corner, to: Corner) -> bool {
    from[axis] != to[axis] && from[1 - axis] == to[1 - axis]
}

/// The vertical edges, from left to right.
fn edges(corners: &[Corner]) -> Vec<Edge> {
    let (pairs, count) = (corners.as_chunks::<2>().0, corners.len());
    // Counted with its sign, the area to the left of all edges tells which way the loop goes round.
    let area: i64 = pairs.iter().map(|[[x, from], [_, to]]| i64::from(*x) * i64::from(to - from)).sum();
    let edge = |(at, &[[x, from], [_, to]]): (usize, &[Corner; 2])| {
        let upward = from < to;
        let inside_left = upward == (area > 0);
        let mut ends = [from, to];
        let mut to_right =
            [(2 * at + count - 1) % count, (2 * at + 2) % count].map(|next| corners[next][0] > x);
        if !upward {
            ends.reverse();
            to_right.reverse();
        }
        // Where the next edge leads away from the inside, the tiles of the end's row go on: they do not start
        // or end.
        let rows = [
            ends[0] + i32::from(to_right[0] == inside_left),
            ends[1] + i32::from(to_right[1] != inside_left),
        ];
        Edge { x, ends, to_right, inside_left, rows }
    };
    let mut edges: Vec<Edge> = pairs.iter().enumerate().map(edge).collect();
    edges.sort_unstable_by_key(|edge| (edge.x, edge.inside_left));
    edges
}

/// Whether any two edges of the loop share a tile that is not their common corner. If any do, a vertical and
/// a horizontal edge do: of two that run along each other, one has an end on the other, and turns there.
fn meet(edges: &[Edge]) -> bool {
    // The rows of the horizontal edges that reach a column. A vertical edge has two of them at its ends; a
    // third meets it.
    let mut rows: Vec<i32> = Vec::new();
    for column in edges.chunk_by(|one, other| one.x == other.x) {
        rows.extend(column.iter().flat_map(|edge| edge.ends_with(true)));
        for edge in column {
            let [low, high] = edge.ends;
            if rows.iter().filter(|&&row| (low <= row) & (row <= high)).count() > 2 {
                return true;
            }
        }
        for end in column.iter().flat_map(|edge| edge.ends_with(false)) {
            rows.iter().position(|&row| row == end).map(|at| rows.swap_remove(at));
        }
    }
    false
}

impl Edge {
    /// The ends whose horizontal edge leads to the right, or those whose edge does not.
    fn ends_with(&self, to_right: bool) -> impl Iterator<Item = i32> {
        self.ends.into_iter().zip(self.to_right).filter(move |&(_, is)| is == to_right).map(|(end, _)| end)
    }
}

/// The largest rectangle between two corners.
pub fn part1(input: &Input) -> i64 {
    let [left_low, left_high] = staircases(input.edges.iter());
    let [right_low, right_high] = staircases(input.edges.iter().rev());
    // If both differences are negative, the product is less than the area of the same two corners: it does no
    // harm.
    let largest = |ones: &[Corner], others: &[Corner], up: i32| {
        let mut largest = 0;
        for one in ones {
            for other in others {
                let (width, height) = (other[0] - one[0] + 1, (other[1] - one[1]) * up + 1);
                largest = largest.max(i64::from(width) * i64::from(height));
            }
        }
        largest
    };
    largest(&left_low, &right_high, 1).max(largest(&left_high, &right_low, -1))
}

/// The corners that are lower than all corners of the edges before, and those that are higher.
fn staircases<'a>(edges: impl Iterator<Item = &'a Edge>) -> [Vec<Corner>; 2] {
    let (mut low, mut high) = (vec![], vec![]);
    let (mut lowest, mut highest) = (i32::MAX, i32::MIN);
    for edge in edges {
        if edge.ends[0] < lowest {
            lowest = edge.ends[0];
            low.push([edge.x, lowest]);
        }
        if edge.ends[1] > highest {
            highest = edge.ends[1];
            high.push([edge.x, highest]);
        }
    }
    [low, high]
}

fn area(one: Corner, other: Corner) -> u64 {
    let side = |axis: usize| u64::from(one[axis].abs_diff(other[axis]) + 1);
    side(0) * side(1)
}

/// A corner that rectangles may start from, and the rows that they may have: from a first one to before
/// another.
#[derive(Clone, Copy)]
struct Start {
    corner: Corner,
    rows: [i32; 2],
}

/// The largest rectangle between two corners that is on the loop or inside of it.
pub fn part2(input: &Input) -> u64 {
    let mut sweep = Sweep {
        tiles: Vec::new(),
        since: vec![[i32::MIN, 0]],
        starts: Vec::with_capacity(2 * input.edges.len()),
        best: 0,
    };
    // The edges that change the tiles of one column: some end rows just before it, the others start rows in
    // it.
    for edges in input.edges.chunk_by(|one, other| column(one) == column(other)) {
        let (ending, starting) = edges.split_at(edges.partition_point(|edge| edge.inside_left));
        for edge in ending {
            sweep.visit(edge);
        }
        for edge in starting {
            sweep.begin(edge);
        }
        for edge in edges {
            sweep.toggle(edge);
        }
        for edge in ending {
            sweep.cut(edge);
        }
        for edge in starting {
            sweep.visit(edge);
        }
    }
    sweep.best
}

/// What is known at a column.
struct Sweep {
    /// The runs of tiles: in turn, the first row of one and the row past its last.
    tiles: Vec<i32>,
    /// A row and a column each: tiles from this row to the next entry's have been tiles since this column.
    since: Vec<[i32; 2]>,
    /// From left to right.
    starts: Vec<Start>,
    best: u64,
}

/// The first column whose tiles an edge changes.
fn column(edge: &Edge) -> i32 {
    edge.x + i32::from(edge.inside_left)
}

impl Sweep {
    /// Lets rectangles start and end at the corners of an edge.
    fn visit(&mut self, edge: &Edge) {
        let corners = edge.ends.map(|row| Start { corner: [edge.x, row], rows: self.run(row) });
        self.starts.extend(corners);
        for Start { corner, rows } in corners {
            self.improve(corner, rows);
        }
    }

    /// The run of tiles around a row.
    fn run(&self, row: i32) -> [i32; 2] {
        let after = self.tiles.iter().take_while(|&&other| other <= row).count();
        [self.tiles[after - 1], self.tiles[after]]
    }

    /// Tries the rectangles that end at a corner. The run of tiles around it is from a first row to before
    /// another.
    #[inline(always)]
    fn improve(&mut self, corner: Corner, [first, end]: [i32; 2]) {
        let [x, row] = corner;
        let height = (end - row).max(row + 1 - first) as u64;
        let since = self.since[self.since.partition_point(|since| since[0] <= row) - 1][1];
        let can_improve = |from: i32, best: u64| (x - from + 1) as u64 * height > best;
        if !can_improve(since, self.best) {
            return;
        }
        let starts = &self.starts[self.starts.partition_point(|start| start.corner[0] < since)..];
        for start in starts {
            if !can_improve(start.corner[0], self.best) {
                break;
            }
            if (start.rows[0] <= row) & (row < start.rows[1]) {
                self.best = area(start.corner, corner).max(self.best);
            }
        }
    }

    /// Records the column of an edge for the rows of tiles that it starts, except for those that were tiles
    /// before.
    fn begin(&mut self, edge: &Edge) {
        for [from, to] in gaps(edge.rows, &self.tiles) {
            let start = self.since.partition_point(|since| since[0] < from);
            let end = self.since.partition_point(|since| since[0] <= to);
            let after = self.since[end - 1][1];
            self.since.splice(start..end, [[from, edge.x], [to, after]]);
        }
    }

    /// Adds the first row of an edge and the row past its last to the list, or removes those that are in it.
    fn toggle(&mut self, edge: &Edge) {
        for row in edge.rows {
            let at = self.tiles.iter().take_while(|&&other| other < row).count();
            if self.tiles.get(at) == Some(&row) {
                self.tiles.remove(at);
            } else {
                self.tiles.insert(at, row);
            }
        }
    }

    /// Cuts the rows that an edge ended off those of all starts, unless they are tiles again.
    fn cut(&mut self, edge: &Edge) {
        for [from, to] in gaps(edge.rows, &self.tiles) {
            self.starts.retain_mut(|start| {
                let row = start.corner[1];
                if (start.rows[0] < to) & (from < start.rows[1]) {
                    if row < from {
                        start.rows[1] = from;
                    } else if row >= to {
                        start.rows[0] = to;
                    } else {
                        return false;
                    }
                }
                true
            });
        }
    }
}

/// Of the rows from a first one to before another, those that are not tiles: `[1, 6]` less the runs
/// `[2, 3, 5, 8]` leaves `[1, 2]` and `[3, 5]`.
fn gaps(rows: [i32; 2], tiles: &[i32]) -> impl Iterator<Item = [i32; 2]> {
    let [mut from, to] = rows;
    let inside =
        tiles.as_chunks::<2>().0.iter().copied().filter(move |tiles| tiles[0] < to && tiles[1] > rows[0]);
    let gaps = inside.chain([[to, to]]).map(move |[first, end]| [std::mem::replace(&mut from, end), first]);
    gaps.filter(|[from, to]| from < to)
}
