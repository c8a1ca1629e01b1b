//! [Guard Gallivant](https://adventofcode.com/2024/day/6): the number of cells that a guard visits who turns
//! right at every obstacle (part 1), and of those where one more obstacle would make the walk endless
//! (part 2).
//!
//! **A forest of runs.** A run is a longest piece of a row or a column without obstacles, with one of its two
//! headings. At its end the guard turns into another run, its parent, unless the end is the edge of the grid.
//! So the runs are a forest whose roots are the ways out. If runs lead to each other in a cycle, one of them
//! is made a root as well; a root that has a `next` run is such a cut.
//!
//! **No walk with a new obstacle is followed.** Suppose that the guard hits a new obstacle at `x`, turns, and
//! goes on in another run. The path from there to the root is known. Four runs lead through `x`, one with
//! each heading. The path meets `x` in one of them if and only if it comes to that run from a child that ends
//! before `x`:
//!
//! ```text
//!     #         #          The run to the right has two children, which come from below
//!     a . . x . b . #      and end at a and at b. A path by way of a meets x, and a path
//!     .         .          by way of b does not.
//! ```
//!
//! Runs are numbered in preorder, so a run and its descendants are an interval of numbers. Two comparisons
//! tell whether a path comes to a run, and the same for each of its children tells from which of them.
//! Numbers fall along a path. So if a path meets `x` in several runs, the first of them has the greatest
//! number.
//!
//! At a meeting the guard turns again. The walk is endless if the guard meets `x` twice with the same
//! heading, or follows a cycle that does not meet `x`. The guard leaves if the path to a way out does not
//! meet `x`.
//!
//! Until the first meeting nothing has changed, so its heading is that of the guard's first visit to `x`.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 150;
/// Around the grid there is a border of such cells.
const OUTSIDE: u8 = b' ';
const OBSTACLE: u8 = b'#';
/// No run, or no number.
const NONE: u16 = u16::MAX;

/// The grid with its border, and the forest.
pub struct Input {
    cells: Vec<u8>,
    start: usize,
    /// What is added to a cell's index to go up, right, down and left, modulo 2^64.
    steps: [usize; 4],
    /// For each cell, the piece of its column and the piece of its row. A piece is two runs, one for each
    /// heading.
    pieces: Vec<[u16; 2]>,
    runs: Vec<Run>,
}

/// A run. A line of 150 cells has at most 75 pieces, so there are at most 2 * 300 * 75 = 45,000 runs.
#[derive(Clone, Copy)]
struct Run {
    /// Its last cell, if an obstacle is behind it.
    end: u16,
    /// The run after the turn at its end.
    next: u16,
    root: u16,
    first_child: u16,
    sibling: u16,
    /// Its number in preorder, and the first number after those of its descendants.
    number: u16,
    after: u16,
}

const UNLINKED: Run =
    Run { end: 0, next: NONE, root: 0, first_child: NONE, sibling: NONE, number: NONE, after: 0 };

/// Reads the grid, and makes the forest.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut cells = Vec::with_capacity(text.len() + 5 * MOST_SIDE);
    let mut stride = 0;
    let mut starts = Vec::new();
    let is_cell = |byte| (byte == b'.') | (byte == OBSTACLE) | (byte == b'^');
    let rows = reader.grid_rows(is_cell, "`.`, `#` or `^`", MOST_SIDE, |row| {
        stride = row.len() + 2;
        cells.resize(cells.len().max(stride), OUTSIDE);
        cells.push(OUTSIDE);
        if row.contains(&b'^') {
            starts.extend((0..row.len()).filter(|&x| row[x] == b'^').map(|x| cells.len() + x));
        }
        cells.extend_from_slice(row);
        cells.push(OUTSIDE);
    });
    // Every row so far was right, so a second start comes before anything that is wrong with the grid.
    if let Some(second) = starts.get(1) {
        // A line of the text has one byte for its end, where a row of cells has two for the border.
        let (line, column) = (second / stride - 1, second % stride - 1);
        return Err(reader.error("one `^` only", line * (stride - 1) + column));
    }
    rows?;
    reader.end()?;
    let Some(&start) = starts.first() else { return Err(reader.error_of_whole("there is no `^`")) };
    cells.resize(cells.len() + stride, OUTSIDE);
    let steps = [stride.wrapping_neg(), 1, stride, 1_usize.wrapping_neg()];
    let mut input = Input { pieces: vec![[0; 2]; cells.len()], cells, start, steps, runs: Vec::new() };
    input.find_runs();
    input.link_runs();
    input.number_runs();
    Ok(input)
}

impl Input {
    fn is_free(&self, cell: usize) -> bool {
        !matches!(self.cells[cell], OUTSIDE | OBSTACLE)
    }

    /// The run through a cell with a heading.
    fn run(&self, cell: usize, heading: usize) -> usize {
        2 * usize::from(self.pieces[cell][heading % 2]) + heading / 2
    }

    /// Numbers the pieces of rows and columns, row after row by their first cells.
    fn find_runs(&mut self) {
        let [_, _, stride, _] = self.steps;
        let mut count = 0;
        let mut new = || {
            count += 1;
            count - 1
        };
        for cell in stride..self.cells.len() - stride {
            if self.is_free(cell) {
                let [above, left] = [cell - stride, cell - 1];
                let column = if self.is_free(above) { self.pieces[above][0] } else { new() };
                let row = if self.is_free(left) { self.pieces[left][1] } else { new() };
                self.pieces[cell] = [column, row];
            }
        }
        self.runs = vec![UNLINKED; 2 * usize::from(count)];
    }

    /// Makes every run that ends before an obstacle the child of the next one.
    fn link_runs(&mut self) {
        for obstacle in (0..self.cells.len()).filter(|&cell| self.cells[cell] == OBSTACLE) {
            for heading in 0..4 {
                let end = obstacle.wrapping_sub(self.steps[heading]);
                if self.is_free(end) {
                    let (run, next) = (self.run(end, heading), self.run(end, (heading + 1) % 4));
                    let sibling = std::mem::replace(&mut self.runs[next].first_child, run as u16);
                    self.runs[run] = Run { end: end as u16, next: next as u16, sibling, ..self.runs[run] };
                }
            }
        }
    }

    /// Numbers all trees. Where runs lead to each other in a cycle, one is cut from its parent and becomes a
    /// root.
    fn number_runs(&mut self) {
        let mut number = 0;
        for run in 0..self.runs.len() {
            let mut root = run;
            if self.runs[root].number != NONE {
                continue;
            }
            // The runs on the path to the root get a mark, which `number_tree` replaces.
            while self.runs[root].number == NONE && self.runs[root].next != NONE {
                self.runs[root].number = 0;
                root = usize::from(self.runs[root].next);
            }
            if self.runs[root].next != NONE {
                self.cut(root);
            }
            number = self.number_tree(root, number);
        }
    }

    /// Takes a run out of its parent's children.
    fn cut(&mut self, run: usize) {
        let Run { next, sibling, .. } = self.runs[run];
        let mut link = &mut self.runs[usize::from(next)].first_child;
        while usize::from(*link) != run {
            let child = usize::from(*link);
            link = &mut self.runs[child].sibling;
        }
        *link = sibling;
    }

    /// Numbers a tree in preorder, and gives the number after it.
    fn number_tree(&mut self, root: usize, mut number: u16) -> u16 {
        let mut at = root;
        loop {
            let run = &mut self.runs[at];
            run.number = number;
            run.root = root as u16;
            number += 1;
            let mut onward = run.first_child;
            while onward == NONE {
                let run = &mut self.runs[at];
                run.after = number;
                if at == root {
                    return number;
                }
                onward = run.sibling;
                at = usize::from(run.next);
            }
            at = usize::from(onward);
        }
    }

    /// Walks until the guard leaves; nothing, if the guard never does. Calls `visit` for each cell but the
    /// start, with the heading of the first visit.
    #[inline(always)]
    fn walk(&self, mut visit: impl FnMut(usize, usize)) -> Option<()> {
        let root = self.runs[self.run(self.start, 0)].root;
        if self.runs[usize::from(root)].next != NONE {
            return None;
        }
        let mut is_visited = vec![false; self.cells.len()];
        is_visited[self.start] = true;
        let (mut at, mut heading) = (self.start, 0);
        loop {
            let ahead = at.wrapping_add(self.steps[heading]);
            match self.cells[ahead] {
                OUTSIDE => return Some(()),
                OBSTACLE => heading = (heading + 1) % 4,
                _ => {
                    if !std::mem::replace(&mut is_visited[ahead], true) {
                        visit(ahead, heading);
                    }
                    at = ahead;
                }
            }
        }
    }

    /// Whether the walk is endless if the guard meets an obstacle with a heading.
    fn is_endless(&self, obstacle: usize, mut heading: usize) -> bool {
        let mut headings = 0;
        while headings & 1 << heading == 0 {
            headings |= 1 << heading;
            let before = obstacle.wrapping_sub(self.steps[heading]);
            let run = self.run(before, (heading + 1) % 4);
            let root = &self.runs[usize::from(self.runs[run].root)];
            let met = self.meeting(run, obstacle);
            if met.is_none() && root.next == NONE {
                return false;
            }
            let Some(met) = met.or_else(|| self.meeting_in_cycle(root, obstacle)) else { return true };
            heading = met;
        }
        true
    }

    /// The heading with which the path from a cut root to itself meets an obstacle first.
    fn meeting_in_cycle(&self, root: &Run, obstacle: usize) -> Option<usize> {
        let next = usize::from(root.next);
        let is_met =
            |&heading: &usize| self.run(obstacle, heading) == next && is_ahead(root.end, obstacle, heading);
        (0..4).find(is_met).or_else(|| self.meeting(next, obstacle))
    }

    /// The heading with which the path from a run to its root meets an obstacle first.
    #[inline(always)]
    fn meeting(&self, run: usize, obstacle: usize) -> Option<usize> {
        let number = self.runs[run].number;
        let mut first = None;
        for heading in 0..4 {
            let through = &self.runs[self.run(obstacle, heading)];
            let is_first = first.is_none_or(|(known, _)| known < through.number);
            if is_first && through.number < number && number < through.after {
                // Children are numbered in the order of their list: the path comes from the first with
                // `after` above `number`.
                let mut child = through.first_child;
                while self.runs[usize::from(child)].after <= number {
                    child = self.runs[usize::from(child)].sibling;
                }
                if is_ahead(self.runs[usize::from(child)].end, obstacle, heading) {
                    first = Some((through.number, heading));
                }
            }
        }
        first.map(|(_, heading)| heading)
    }
}

/// Whether a cell is ahead of the end of a run, in the next one with its heading.
fn is_ahead(end: u16, cell: usize, heading: usize) -> bool {
    if matches!(heading, 1 | 2) { usize::from(end) < cell } else { usize::from(end) > cell }
}

/// The number of cells that the guard visits before leaving.
pub fn part1(input: &Input) -> Option<u32> {
    let mut count = 1;
    input.walk(|_, _| count += 1)?;
    Some(count)
}

/// The number of cells where one more obstacle makes the walk endless.
pub fn part2(input: &Input) -> Option<u32> {
    let mut count = 0;
    input.walk(|cell, heading| count += u32::from(input.is_endless(cell, heading)))?;
    Some(count)
}
