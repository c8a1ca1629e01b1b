//! [Clumsy Crucible](https://adventofcode.com/2023/day/17): the least cost of a path over a grid of digits, from the top left
//! to the bottom right, with at most three steps straight on (part 1), or four to ten (part 2).
//!
//! **Runs as edges.** A state is a cell and the axis of the run that led there, so there are two for each cell. All runs of
//! an allowed length, both ways along the other axis, lead to the next states. So a path turns after every run.
//!
//! **A\*.** States are taken from a bucket queue by their cost plus the least cost of the rest if there were no rule on
//! turns. That estimate is found once for all cells, by a search from the end, and serves both parts. A step lowers it by no
//! more than the step costs, so the order is that of a shortest path search: the first state at the end has the least cost.
//! The real costs are little more than the estimates, so that states away from the best paths are not looked at.
//!
//! **Runs end early** in part 1, where every length from one step on is allowed. Suppose that a run to the right comes to a cell
//! where a run up or down has ended at no greater cost. A new run to the right begins there, and gets farther:
//!
//! ```text
//! a  b  c  d         The three cells that runs from a lead to are b, c and d. If b costs no more by a run from x,
//!    ^               the run from a ends at b. The cells that runs from b lead to are c, d and e.
//!    x
//! ```

use aoc_core::search::BucketQueue;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 150;
const UNKNOWN: u32 = u32::MAX;
/// What surrounds the grid.
const BORDER: u8 = 0;

/// The grid with a border; one cell between two rows is at the right of one and at the left of the other.
pub struct Input {
    /// From a cell to the one below.
    stride: usize,
    cells: Vec<u8>,
    start: usize,
    end: usize,
    /// For each cell, the least cost of a path from there to the end without a rule on turns.
    estimates: Vec<u32>,
}

/// Reads the grid, and makes the estimates.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    if matches!(reader.rest(), [b'1'..=b'9'] | [b'1'..=b'9', b'\n', ..]) {
        return Err(reader.error("a second column", 1));
    }
    let stride = 1 + reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    let mut cells = Vec::with_capacity(text.len() + 2 * stride + 1);
    cells.resize(stride, BORDER);
    reader.grid_rows(
        |byte| matches!(byte, b'1'..=b'9'),
        "a digit from 1 to 9",
        MOST_SIDE,
        |row| {
            cells.extend(row.iter().map(|byte| byte - b'0'));
            cells.push(BORDER);
        },
    )?;
    if cells.len() == 2 * stride {
        return Err(reader.too_few_rows("a second row"));
    }
    reader.end()?;
    let end = cells.len() - 2;
    cells.resize(cells.len() + stride, BORDER);
    let estimates = estimates(&cells, stride, end);
    Ok(Input { stride, cells, start: stride, end, estimates })
}

/// The least cost from each cell to the end, by a search from there.
fn estimates(cells: &[u8], stride: usize, end: usize) -> Vec<u32> {
    let mut costs = vec![UNKNOWN; cells.len()];
    costs[end] = 0;
    let mut queue = BucketQueue::default();
    queue.push(0, end as u32);
    while let Some((cost, place)) = queue.pop() {
        let place = place as usize;
        if costs[place] != cost as u32 {
            continue;
        }
        let cost = costs[place] + u32::from(cells[place]);
        for near in [place - stride, place - 1, place + 1, place + stride] {
            if cells[near] != BORDER && cost < costs[near] {
                costs[near] = cost;
                queue.push(cost as usize, near as u32);
            }
        }
    }
    costs
}

/// The least cost with runs of one to three steps.
pub fn part1(input: &Input) -> Option<u32> {
    least_cost::<1, 3>(input)
}

/// The least cost with runs of four to ten steps.
pub fn part2(input: &Input) -> Option<u32> {
    least_cost::<4, 10>(input)
}

/// All that a run looks at in a cell, in one place of the memory.
struct Node {
    cell: u32,
    estimate: u32,
    /// By the axis of the run that leads here, the least cost known.
    costs: [u32; 2],
}

impl Input {
    /// All cells, with a cost known for the start only.
    fn nodes(&self) -> Vec<Node> {
        let new = |(&cell, &estimate): (&u8, &u32)| Node { cell: cell.into(), estimate, costs: [UNKNOWN; 2] };
        let mut nodes: Vec<Node> = self.cells.iter().zip(&self.estimates).map(new).collect();
        nodes[self.start].costs = [0; 2];
        nodes
    }
}

/// The least cost with runs of `LEAST` to `MOST` steps.
fn least_cost<const LEAST: usize, const MOST: usize>(input: &Input) -> Option<u32> {
    let Input { stride, start, end, ref estimates, .. } = *input;
    let steps = [1, stride];
    let mut nodes = input.nodes();
    // Each state as twice its place, plus the axis.
    let mut queue = BucketQueue::default();
    queue.push(estimates[start] as usize, (2 * start as u32, 0));
    queue.push(estimates[start] as usize, (2 * start as u32 + 1, 0));
    while let Some((_, (state, cost))) = queue.pop() {
        let (from, axis) = (state as usize / 2, state as usize % 2);
        if from == end {
            return Some(cost);
        }
        if cost != nodes[from].costs[axis] {
            continue;
        }
        for step in [steps[1 - axis], steps[1 - axis].wrapping_neg()] {
            let (mut place, mut cost) = (from, cost);
            for length in 1..=MOST {
                place = place.wrapping_add(step);
                let node = &mut nodes[place];
                if node.cell == BORDER.into() {
                    break;
                }
                cost += node.cell;
                if length >= LEAST && cost < node.costs[1 - axis] {
                    node.costs[1 - axis] = cost;
                    let total = cost + node.estimate;
                    queue.push(total as usize, (2 * place as u32 + (1 - axis) as u32, cost));
                }
                // A run from here gets farther.
                if LEAST == 1 && node.costs[axis] <= cost {
                    break;
                }
            }
        }
    }
    None
}
