//! [Garden Groups](https://adventofcode.com/2024/day/12): the sum, over all regions of equal letters in a
//! grid, of the area times the length of the outline (part 1), or times the number of its straight sides
//! (part 2).
//!
//! **Runs, not cells.** A run is a longest piece of a row with the same letter. Alone it has an outline of 2
//! and twice its length, and 4 sides. A run and one of the row above it with the same letter are connected if
//! they overlap; then the overlap is no outline, from either run. Where both start, or both end, in one
//! column, there are two sides fewer:
//!
//! ```text
//!      above  aaaaaaac      overlap 5, so the outline is 2 + 2 * 7 + 2 + 2 * 5 - 2 * 5;
//!      run    aaaaabbb      both start in the same column, so there are 4 + 4 - 2 sides
//! ```
//!
//! Both hold for any number of overlaps, and for holes. Corners that only touch belong to runs that do not
//! overlap, and no side passes them.
//!
//! **Regions.** A forest joins the runs that are connected (union-find). The parent of a run always comes
//! before it, so in the end one pass from the last run to the first adds each to its parent.

use aoc_core::bits::ones;
use aoc_core::swar;
use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 200;

/// The regions: at least one.
pub struct Input {
    regions: Vec<Region>,
}

#[derive(Clone, Copy)]
struct Region {
    area: u32,
    outline: u32,
    sides: u32,
}

/// A run of a row, and its share of its region. In the end the shares of its children are added.
struct Run {
    letter: u8,
    start: u8,
    end: u8,
    /// A run of the same region before this one, or this one if it is a root.
    parent: u32,
    region: Region,
}

/// Reads the grid, and finds the regions.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut runs = Vec::with_capacity(reader.rest().len() / 5);
    let mut above = 0;
    reader.grid_rows(
        |byte| byte.is_ascii_uppercase(),
        "a capital letter",
        MOST_SIDE,
        |row| {
            let first = runs.len();
            push_runs(row, &mut runs);
            connect(&mut runs, above, first);
            above = first;
        },
    )?;
    reader.end()?;
    Ok(Input { regions: regions(runs) })
}

/// Adds the runs of a row.
fn push_runs(row: &[u8], runs: &mut Vec<Run>) {
    let mut differs = [0; MOST_SIDE.next_multiple_of(64)];
    for (differs, pair) in differs.iter_mut().zip(row.windows(2)) {
        *differs = u8::from(pair[0] != pair[1]);
    }
    let mut start = 0;
    let mut push = |end: usize| {
        let length = (end - start) as u32;
        let region = Region { area: length, outline: 2 + 2 * length, sides: 4 };
        let parent = runs.len() as u32;
        runs.push(Run { letter: row[start], start: start as u8, end: end as u8, parent, region });
        start = end;
    };
    for (at, block) in differs.as_chunks::<64>().0.iter().enumerate() {
        for bit in ones(swar::flags(block)) {
            push(64 * at + bit + 1);
        }
    }
    push(row.len());
}

/// Connects the runs of a row, from an index on, with those of the row above it.
fn connect(runs: &mut [Run], mut above: usize, first: usize) {
    let mut below = first;
    while above < first && below < runs.len() {
        let (upper, lower) = (&runs[above], &runs[below]);
        let (upper_end, lower_end) = (upper.end, lower.end);
        if upper.letter == lower.letter {
            let overlap = u32::from(upper_end.min(lower_end) - upper.start.max(lower.start));
            let aligned = u32::from(upper.start == lower.start) + u32::from(upper_end == lower_end);
            let region = &mut runs[below].region;
            region.outline -= 2 * overlap;
            region.sides -= 2 * aligned;
            join(runs, above, below);
        }
        above += usize::from(upper_end <= lower_end);
        below += usize::from(lower_end <= upper_end);
    }
}

/// Joins the trees of two runs: the later root gets the earlier one as its parent.
fn join(runs: &mut [Run], one: usize, two: usize) {
    let [one, two] = [one, two].map(|run| root(runs, run));
    runs[one.max(two)].parent = one.min(two) as u32;
}

fn root(runs: &mut [Run], mut at: usize) -> usize {
    loop {
        let parent = runs[at].parent as usize;
        if parent == at {
            return at;
        }
        runs[at].parent = runs[parent].parent;
        at = parent;
    }
}

/// Adds up the runs of each region.
fn regions(mut runs: Vec<Run>) -> Vec<Region> {
    let mut regions = Vec::with_capacity(runs.len());
    while let Some(Run { parent, region, .. }) = runs.pop() {
        // A root is its own parent. It has just been popped, so nothing is at that index any more.
        match runs.get_mut(parent as usize) {
            Some(Run { region: sum, .. }) => {
                sum.area += region.area;
                sum.outline += region.outline;
                sum.sides += region.sides;
            }
            None => regions.push(region),
        }
    }
    regions
}

/// The sum of the areas, each times the length of the outline.
pub fn part1(input: &Input) -> u64 {
    input.regions.iter().map(|region| u64::from(region.area) * u64::from(region.outline)).sum()
}

/// The sum of the areas, each times the number of sides.
pub fn part2(input: &Input) -> u64 {
    input.regions.iter().map(|region| u64::from(region.area) * u64::from(region.sides)).sum()
}
