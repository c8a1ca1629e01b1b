//! [Reindeer Maze](https://adventofcode.com/2024/day/16): the least cost of a route from `S`, facing east, to
//! `E`, where a step costs 1 and a quarter turn 1000 (part 1), and the number of cells that are on such
//! routes (part 2).
//!
//! **Axes.** A state is a cell and the axis of the move, so there are two for each cell, and a turn is a
//! change of axis. It seems to allow a half turn for nothing, but no cheapest route goes back to the cell
//! from which it came. The exception is the start, which faces east: to go west from it costs two turns.
//!
//! **Sweeps in place of steps.** From a state that was reached by a turn, both directions of its axis are
//! followed until a wall, or a cell that has been reached at no greater cost: what lies behind it is reached
//! from there. Where the route could turn, at a lesser cost than is known, the state with the other axis is
//! queued. As the queue is first in, first out, states come by their number of turns, which is nearly the
//! order of costs: few are ever improved. All is final when the queue is empty; what costs more than the best
//! route so far is left out.
//!
//! **Part 2** goes back from `E` to all states from which a step or a turn leads here at exactly the cost
//! known.

use aoc_core::grid::Grid;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 150;
const TURN: u32 = 1_000;
const UNKNOWN: u32 = u32::MAX;
/// Axes.
const HORIZONTAL: usize = 0;
const VERTICAL: usize = 1;

/// The costs of all states.
pub struct Input {
    start: usize,
    end: usize,
    /// How far apart the indices of neighbours are, on each axis.
    steps: [usize; 2],
    /// For each cell and axis, the least cost. Where that is above the cost of the best route, it may be too
    /// high, or unknown.
    costs: Vec<[u32; 2]>,
}

/// Reads the maze, and finds the cost of each state.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let walled = reader.walled_grid(|byte| byte == b'.', *b"SE", "`.`, `#`, `S` or `E`", MOST_SIDE)?;
    reader.end()?;
    let (grid, [start, end]) = walled.whole()?;
    let mut search = Search {
        grid: &grid,
        end,
        steps: [1, grid.width],
        costs: vec![[UNKNOWN; 2]; grid.cells.len()],
        best: UNKNOWN,
        queue: Vec::with_capacity(grid.cells.len() / 2),
    };
    search.run(start);
    Ok(Input { start, end, steps: search.steps, costs: search.costs })
}

/// The search while it runs.
struct Search<'a> {
    grid: &'a Grid,
    end: usize,
    steps: [usize; 2],
    costs: Vec<[u32; 2]>,
    /// The cost of the best route so far.
    best: u32,
    /// States that were reached by a turn, and their costs: cell, axis, cost.
    queue: Vec<(usize, usize, u32)>,
}

impl Search<'_> {
    fn run(&mut self, start: usize) {
        self.costs[start] = [0, TURN];
        self.queue.push((start, VERTICAL, TURN));
        self.sweep(start, HORIZONTAL, 1, 0);
        self.sweep(start, HORIZONTAL, 1_usize.wrapping_neg(), 2 * TURN);
        let mut done = 0;
        while let Some(&(cell, axis, cost)) = self.queue.get(done) {
            done += 1;
            // It may have been improved since it was queued.
            if self.costs[cell][axis] == cost {
                self.sweep(cell, axis, self.steps[axis], cost);
                self.sweep(cell, axis, self.steps[axis].wrapping_neg(), cost);
            }
        }
    }

    /// Follows a direction from a state, and queues the turns that pay.
    fn sweep(&mut self, from: usize, axis: usize, step: usize, cost: u32) {
        let grid = self.grid;
        let is_open = |cell: usize| grid.cells[cell] != b'#';
        let across = self.steps[1 - axis];
        let (mut cell, mut cost) = (from, cost);
        loop {
            cell = cell.wrapping_add(step);
            cost += 1;
            if !is_open(cell) || cost >= self.costs[cell][axis] || cost > self.best {
                return;
            }
            self.costs[cell][axis] = cost;
            let turned = cost + TURN;
            if turned < self.costs[cell][1 - axis] && (is_open(cell - across) || is_open(cell + across)) {
                self.costs[cell][1 - axis] = turned;
                self.queue.push((cell, 1 - axis, turned));
            }
            if cell == self.end {
                self.best = cost;
            }
        }
    }
}

/// The least cost of a route.
pub fn part1(input: &Input) -> Option<u32> {
    input.costs[input.end].into_iter().min().filter(|&cost| cost != UNKNOWN)
}

/// The number of cells on routes of the least cost.
pub fn part2(input: &Input) -> Option<usize> {
    let best = part1(input)?;
    let costs = &input.costs;
    // The start is on every route, and is not left again.
    let mut known = vec![[false; 2]; costs.len()];
    known[input.start] = [true; 2];
    let mut count = 1;
    let ends = [HORIZONTAL, VERTICAL].map(|axis| (input.end, axis));
    let mut stack: Vec<_> = ends.into_iter().filter(|&(cell, axis)| costs[cell][axis] == best).collect();
    while let Some((cell, axis)) = stack.pop() {
        if known[cell][axis] {
            continue;
        }
        count += usize::from(known[cell] == [false; 2]);
        known[cell][axis] = true;
        let cost = costs[cell][axis];
        let steps = [cell - input.steps[axis], cell + input.steps[axis]];
        stack
            .extend(steps.into_iter().filter(|&near| costs[near][axis] == cost - 1).map(|near| (near, axis)));
        if cost.checked_sub(TURN) == Some(costs[cell][1 - axis]) {
            stack.push((cell, 1 - axis));
        }
    }
    Some(count)
}
