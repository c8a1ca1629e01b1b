//! [Restroom Redoubt](https://adventofcode.com/2024/day/14): robots move through a hall that wraps around;
//! the product of their numbers in the four quadrants after 100 steps (part 1), and the first step at which
//! they draw a picture: more than half are within 31 neighbouring columns, and more than half within 33
//! neighbouring rows (part 2).
//!
//! **The axes are independent.** The columns repeat after as many steps as the hall is wide, the rows after
//! as many as it is high. So each axis is looked at once around, and the first step that is crowded on both
//! is looked for by number.
//!
//! **Few windows.** Every window of 31 columns is inside one of five windows of 45, which begin at every 15th
//! column:
//!
//! ```text
//! 0              15             30             45             60             75             90
//! |<-------- the first window: 45 ------------>|
//!         |<- any window of 31 ------->|
//! ```
//!
//! A step at which none of the five has more than half of the robots is out. The same holds for 33 rows and
//! windows of 47. The robots in a window are counted in lanes of bytes, which vectorises. So do the moves:
//! the speed is added, and the size of the hall is subtracted if that makes the byte less. The few steps that
//! are left are counted column by column.

use std::array::from_fn;

use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const MOST_SIZE: usize = 103;
const MOST_ROBOTS: usize = 1_000;
const FASTEST: i32 = 999;
const STEPS: usize = 100;
const PICTURE_WIDTH: usize = 31;
const PICTURE_HEIGHT: usize = 33;
const LANES: usize = 16;
/// From one of the wider windows to the next, and how many of them begin early enough to hold a picture.
const STRIDE: usize = 15;
const WINDOWS: usize = 5;
const _: () = assert!(MOST_SIZE - PICTURE_WIDTH < STRIDE * WINDOWS && MOST_ROBOTS / LANES < u8::MAX as usize);

/// The size of the hall.
pub const PARAMS: &[Param] = &[
    Param { name: "width", default: 101, range: 3..=MOST_SIZE as i64 },
    Param { name: "height", default: 103, range: 3..=MOST_SIZE as i64 },
];

/// The two coordinates of some robots: at least one.
pub struct Input {
    count: usize,
    x: Axis,
    y: Axis,
}

/// One coordinate of all robots, and its speed, not below 0. The lanes that are left over stay outside of the
/// hall.
struct Axis {
    size: usize,
    robots: Vec<[Lanes; 2]>,
}

type Lanes = [u8; LANES];

/// Reads one robot a line.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let (mut x, mut y) = (Axis::new(params["width"] as usize), Axis::new(params["height"] as usize));
    let mut count = 0;
    reader.lines_up_to(MOST_ROBOTS, |line| {
        line.literal("p=")?;
        let px = line.number(0..=x.size as i32 - 1)?;
        line.literal(",")?;
        let py = line.number(0..=y.size as i32 - 1)?;
        line.literal(" v=")?;
        let vx = line.number(-FASTEST..=FASTEST)?;
        line.literal(",")?;
        let vy = line.number(-FASTEST..=FASTEST)?;
        x.put(count, px, vx);
        y.put(count, py, vy);
        count += 1;
        Ok(())
    })?;
    if x.size % 2 == 0 || y.size % 2 == 0 {
        return Err(reader.error_of_whole("the width and the height are not odd"));
    }
    Ok(Input { count, x, y })
}

/// The product of the numbers of robots in the quadrants.
pub fn part1(input: &Input) -> u64 {
    let mut counts = [0; 9];
    for (x, y) in input.x.sides().zip(input.y.sides()).take(input.count) {
        counts[3 * x + y] += 1;
    }
    [0, 2, 6, 8].iter().map(|&quadrant| counts[quadrant]).product()
}

/// The first step at which the robots draw the picture.
pub fn part2(input: &Input) -> Option<usize> {
    let columns = input.x.crowded(input.count, PICTURE_WIDTH);
    let rows = input.y.crowded(input.count, PICTURE_HEIGHT);
    let (width, height) = (input.x.size, input.y.size);
    let columns: Vec<usize> = (0..width).filter(|&step| columns[step]).collect();
    let mut steps = (0..height).flat_map(|round| columns.iter().map(move |step| round * width + step));
    steps.find(|step| rows[step % height])
}

impl Axis {
    fn new(size: usize) -> Self {
        Axis { size, robots: Vec::with_capacity(MOST_ROBOTS.div_ceil(LANES)) }
    }

    fn put(&mut self, robot: usize, place: i32, speed: i32) {
        if robot.is_multiple_of(LANES) {
            // A lane without a robot stays where it is: the sum is 255, and 255 less the size is the same
            // place again.
            self.robots.push([[u8::MAX - self.size as u8; LANES], [self.size as u8; LANES]]);
        }
        let [places, speeds] = &mut self.robots[robot / LANES];
        places[robot % LANES] = place as u8;
        speeds[robot % LANES] = speed.rem_euclid(self.size as i32) as u8;
    }

    /// Where each robot is after the steps of part 1: 0 and 2 are before and behind the middle, which is 1.
    fn sides(&self) -> impl Iterator<Item = usize> {
        let side = |place: u8, speed: u8| {
            let place = (usize::from(place) + STEPS * usize::from(speed)) % self.size;
            usize::from(place >= self.size / 2) + usize::from(place > self.size / 2)
        };
        self.robots
            .iter()
            .flat_map(move |[places, speeds]| (0..LANES).map(move |at| side(places[at], speeds[at])))
    }

    /// For each step, whether more than half of the robots are within a window.
    fn crowded(&self, count: usize, window: usize) -> [bool; MOST_SIZE] {
        let mut crowded = [window >= self.size; MOST_SIZE];
        if crowded[0] {
            return crowded;
        }
        let size = self.size as u8;
        let reach = (window + STRIDE - 1) as u8;
        let mut robots = self.robots.clone();
        for crowded in &mut crowded[..self.size] {
            let mut counts = [[0_u8; LANES]; WINDOWS];
            for [places, _] in &robots {
                for (first, counts) in (0..).step_by(STRIDE).zip(&mut counts) {
                    *counts = from_fn(|at| counts[at] + u8::from(places[at].wrapping_sub(first) < reach));
                }
            }
            let sum = |counts: &Lanes| counts.iter().map(|&count| usize::from(count)).sum::<usize>();
            *crowded =
                counts.iter().any(|counts| 2 * sum(counts) > count) && 2 * most(&robots, window) > count;
            for [places, speeds] in &mut robots {
                let sums: Lanes = from_fn(|at| places[at] + speeds[at]);
                *places = sums.map(|sum| sum.min(sum.wrapping_sub(size)));
            }
        }
        crowded
    }
}

/// The greatest number of robots within a window.
fn most(robots: &[[Lanes; 2]], window: usize) -> usize {
    let mut counts = [0; 256];
    for &place in robots.iter().flat_map(|[places, _]| places) {
        counts[usize::from(place)] += 1;
    }
    let mut sum = 0;
    let sums = (0..MOST_SIZE).map(|at| {
        sum += counts[at];
        sum -= if at < window { 0 } else { counts[at - window] };
        sum
    });
    sums.max().unwrap_or(0)
}
