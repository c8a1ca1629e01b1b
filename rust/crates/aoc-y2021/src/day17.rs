//! [Trick Shot](https://adventofcode.com/2021/day/17): how high a shot can get that hits the target, and how
//! many launch velocities hit it.
//!
//! The axes have nothing in common but the number of steps. The steps at which an x speed is in the columns
//! of the target follow each other, because x never falls; they never end if the speed runs out there. The
//! steps at which a y velocity is in its rows follow each other too, because the rows are below 0, where y
//! only falls. So a shot hits if two intervals of steps overlap. The x speeds that overlap the interval f..=l
//! of a y velocity are
//!
//! > those that arrive at step l or before, less those that have left by step f,
//!
//! and both numbers are prefix sums over the steps. A probe with a y velocity v >= 0 comes back through
//! height 0 after 2v + 1 steps, with the velocity -(v + 1). So its interval is that of -(v + 1), 2v + 1 steps
//! later. As the speed gets smaller, both ends of an interval only rise, on both axes, so two pointers that
//! never go back find them all. No probe is simulated, and nothing is divided.
//!
//! Part 1 is v(v + 1)/2 for the greatest v >= 0 that has any x speed, or 0, the height of the start, if there
//! is none.
//!
//! Assumes the domain: 1 <= x1 <= x2 <= 999 and -999 <= y1 <= y2 <= -1.

use aoc_core::text::{InputError, Reader};

/// The area's rows `-deep..=-shallow`, and the x speeds that pass through its columns.
pub struct Input {
    columns: Columns,
    shallow: usize,
    deep: usize,
}

/// Reads the area's one line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    reader.literal("target area: x=")?;
    let columns = reader.span(1..=999, "..")?;
    reader.literal(", y=")?;
    let rows = reader.span(-999..=-1_isize, "..")?;
    reader.end()?;
    Ok(Input {
        columns: Columns::new(*columns.start(), *columns.end()),
        shallow: rows.end().unsigned_abs(),
        deep: rows.start().unsigned_abs(),
    })
}

/// The greatest height of a shot that passes through the area.
pub fn part1(input: &Input) -> usize {
    let up = dives(input).map(|(speed, first, last)| (speed - 1, first, last));
    let mut hits =
        up.filter(|&(up, first, last)| input.columns.speeds(first + 2 * up + 1, last + 2 * up + 1) > 0);
    hits.next().map_or(0, |(up, ..)| up * (up + 1) / 2)
}

/// The number of shots that pass through the area.
pub fn part2(input: &Input) -> usize {
    let shots = |(speed, first, last)| {
        let later = 2 * speed - 1;
        input.columns.speeds(first, last) + input.columns.speeds(first + later, last + later)
    };
    dives(input).map(shots).sum()
}

/// The downward speeds that are in the area's rows at any step, from the greatest on, each with the first and
/// the last such step.
fn dives(input: &Input) -> impl Iterator<Item = (usize, usize, usize)> {
    let &Input { shallow, deep, .. } = input;
    let fall = |speed: usize, steps: usize| steps * speed + steps * (steps - 1) / 2;
    // The first step to reach the rows, and the first to be below them.
    let (mut first, mut below) = (1, 1);
    (1..=deep).rev().filter_map(move |speed| {
        while fall(speed, first) < shallow {
            first += 1;
        }
        while fall(speed, below) <= deep {
            below += 1;
        }
        (first < below).then_some((speed, first, below - 1))
    })
}

/// How many x speeds are in the area's columns, by steps. Beyond the last step here nothing changes.
struct Columns {
    /// How many speeds have arrived by this step.
    arrived: Vec<usize>,
    /// How many speeds have left before this step.
    gone: Vec<usize>,
}

impl Columns {
    fn new(left: usize, right: usize) -> Self {
        let reach = |speed: usize, steps: usize| steps * speed - steps * (steps - 1) / 2;
        let slowest = (1..).find(|&speed| reach(speed, speed) >= left).unwrap_or(right);
        // The least speed that does not run out in the columns; it takes more steps than any faster one.
        let beyond = (slowest..).find(|&speed| reach(speed, speed) > right).unwrap_or(right);
        let (mut arrived, mut gone) = (vec![0; beyond + 2], vec![0; beyond + 2]);
        let (mut first, mut past) = (1, 1);
        for speed in (slowest..=right).rev() {
            while reach(speed, first) < left {
                first += 1;
            }
            while speed >= beyond && reach(speed, past) <= right {
                past += 1;
            }
            if speed < beyond {
                arrived[first] += 1;
            } else if first < past {
                arrived[first] += 1;
                gone[past] += 1;
            }
        }
        for step in 1..arrived.len() {
            arrived[step] += arrived[step - 1];
            gone[step] += gone[step - 1];
        }
        Columns { arrived, gone }
    }

    /// How many speeds are in the columns at any of the steps `first..=last`.
    #[inline]
    fn speeds(&self, first: usize, last: usize) -> usize {
        let end = self.arrived.len() - 1;
        self.arrived[last.min(end)] - self.gone[first.min(end)]
    }
}
