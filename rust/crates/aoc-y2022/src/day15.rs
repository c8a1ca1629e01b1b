//! [Beacon Exclusion Zone](https://adventofcode.com/2022/day/15): a sensor covers all cells that are at most
//! as far away as its nearest beacon, by the sum of the differences in x and y. How many cells of a row are
//! covered and hold no known beacon (part 1); and the only cell of a large square that is not covered
//! (part 2).
//!
//! **Turned by 45 degrees.** With `u = x + y` and `v = x - y`, what a sensor covers is a square with sides
//! along the axes: `u` and `v` each in an interval. The cells are those with `u` and `v` both even or both
//! odd.
//!
//! ```text
//!     #            u 1 to 5, v -1 to 3      (a sensor at x = 2, y = 1, whose beacon is 2 away)
//!    ###
//!   #####
//!    ###
//!     #
//! ```
//!
//! **Slabs.** The ends of all intervals of `u` cut the plane into slabs. Within a slab the same sensors cover
//! every `u`, so what is not covered is the gaps between their intervals of `v`. The sensors are sorted by
//! the beginning of their `v`, so one pass over them finds all gaps of a slab.
//!
//! ```text
//!        v  ->
//! u      AAAA...........      slab of A: one gap
//! |      AAAA..BBBBBB...      slab of A and B: two gaps
//! v      ......BBBBBB...      slab of B: two gaps
//! ```
//!
//! **Cells in a gap.** In the large square, `|v| <= min(u, 2 limit - u)`. The values of `u` for which the gap
//! has such a `v` are tried one by one. Two neighbouring ones have at least one cell, since a `v` that does
//! not fit one of them by parity fits the other. So this is quick: after a second cell, the answer is that
//! there is no solution.
//!
//! Part 1 is the same pass with the intervals of `x` in the row. A beacon in the row is covered by its own
//! sensor.

use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const MOST_SENSORS: usize = 40;
const MOST: i64 = 10_000_000;

/// The row of part 1, and the greatest coordinate of the square of part 2.
pub const PARAMS: &[Param] = &[
    Param { name: "row", default: 2_000_000, range: 0..=10_000_000 },
    Param { name: "limit", default: 4_000_000, range: 0..=4_000_000 },
];

/// The sensors, at least one, and the parameters.
pub struct Input {
    sensors: Vec<Sensor>,
    row: i64,
    limit: i64,
}

struct Sensor {
    place: Point,
    beacon: Point,
    /// The distance from the sensor to its beacon.
    reach: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Point {
    x: i64,
    y: i64,
}

impl Point {
    fn distance(self, other: Point) -> i64 {
        (self.x - other.x).abs() + (self.y - other.y).abs()
    }
}

/// From the first to the last number.
#[derive(Clone, Copy)]
struct Interval {
    first: i64,
    last: i64,
}

impl Interval {
    fn around(middle: i64, reach: i64) -> Interval {
        Interval { first: middle - reach, last: middle + reach }
    }
}

/// Reads one sensor a line.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut sensors: Vec<Sensor> = Vec::with_capacity(MOST_SENSORS);
    reader.lines_up_to(MOST_SENSORS, |line| {
        let start = line.at();
        line.literal("Sensor at ")?;
        let place = point(line)?;
        line.literal(": closest beacon is at ")?;
        let beacon = point(line)?;
        if place == beacon || sensors.iter().any(|other| other.place == place) {
            return Err(line.error("a sensor at a place of its own", start));
        }
        sensors.push(Sensor { place, beacon, reach: place.distance(beacon) });
        Ok(())
    })?;
    let is_nearest = |sensor: &Sensor| {
        sensors.iter().fold(true, |all, other| all & (sensor.place.distance(other.beacon) >= sensor.reach))
    };
    if !sensors.iter().all(is_nearest) {
        return Err(reader.error_of_whole("a sensor has a nearer beacon than its own"));
    }
    Ok(Input { sensors, row: params["row"], limit: params["limit"] })
}

/// Reads a point.
fn point(line: &mut Reader) -> Result<Point, InputError> {
    line.literal("x=")?;
    let x = line.number(-MOST..=MOST)?;
    line.literal(", y=")?;
    Ok(Point { x, y: line.number(-MOST..=MOST)? })
}

/// How many cells of the row are covered and hold no beacon.
pub fn part1(input: &Input) -> i64 {
    let interval = |sensor: &Sensor| {
        let reach = sensor.reach - (sensor.place.y - input.row).abs();
        (reach >= 0).then(|| Interval::around(sensor.place.x, reach))
    };
    let mut intervals: Vec<Interval> = input.sensors.iter().filter_map(interval).collect();
    intervals.sort_unstable_by_key(|interval| interval.first);
    // All covered cells before `end` are counted.
    let (mut covered, mut end) = (0, i64::MIN);
    for Interval { first, last } in intervals {
        covered += (last + 1 - first.max(end)).max(0);
        end = end.max(last + 1);
    }
    let in_row = input.sensors.iter().map(|sensor| sensor.beacon).filter(|beacon| beacon.y == input.row);
    let mut beacons: Vec<i64> = in_row.map(|beacon| beacon.x).collect();
    beacons.sort_unstable();
    beacons.dedup();
    covered - beacons.len() as i64
}

/// The only cell of the square that is not covered, as one number.
pub fn part2(input: &Input) -> Option<i64> {
    let mut squares: Vec<Square> = input.sensors.iter().map(Square::of).collect();
    squares.sort_unstable_by_key(|square| square.v.first);
    let mut found = None;
    for slab in cuts(&squares, input.limit).windows(2) {
        let u = Interval { first: slab[0], last: slab[1] - 1 };
        let cells = gaps(&squares, u, input.limit).flat_map(|gap| cells(u, gap, input.limit));
        for (u, v) in cells {
            if found.replace((u + v) / 2 * 4_000_000 + (u - v) / 2).is_some() {
                return None;
            }
        }
    }
    found
}

/// What a sensor covers: each `u` with each `v`.
struct Square {
    u: Interval,
    v: Interval,
}

impl Square {
    fn of(sensor: &Sensor) -> Square {
        let Sensor { place: Point { x, y }, reach, .. } = *sensor;
        Square { u: Interval::around(x + y, reach), v: Interval::around(x - y, reach) }
    }
}

/// Where slabs begin in the large square, and where the last one ends.
fn cuts(squares: &[Square], limit: i64) -> Vec<i64> {
    let ends = squares.iter().flat_map(|square| [square.u.first, square.u.last + 1]);
    let mut cuts: Vec<i64> = ends.filter(|&u| 0 < u && u <= 2 * limit).chain([0, 2 * limit + 1]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The intervals of `v` that nothing covers in a slab. The squares are sorted by the beginning of their `v`.
fn gaps(squares: &[Square], slab: Interval, limit: i64) -> impl Iterator<Item = Interval> {
    let covers = move |square: &&Square| square.u.first <= slab.first && slab.first <= square.u.last;
    // A last interval begins after the large square.
    let after = Interval { first: limit + 1, last: limit + 1 };
    // The first `v` that is not covered so far.
    let mut open = -limit;
    let gaps = squares.iter().filter(covers).map(|square| square.v).chain([after]).map(move |v| {
        let gap = Interval { first: open, last: v.first.min(limit + 1) - 1 };
        open = open.max(v.last + 1);
        gap
    });
    gaps.filter(|gap| gap.first <= gap.last)
}

/// The cells of the large square with `u` and `v` in two intervals, which are not empty.
fn cells(u: Interval, v: Interval, limit: i64) -> impl Iterator<Item = (i64, i64)> {
    // A `v` is in the square if |v| is at most `most`. So some `v` of the interval is, if and only if its
    // least |v| is.
    let least = v.first.max(-v.last).max(0);
    (u.first.max(least)..=u.last.min(2 * limit - least)).flat_map(move |u| {
        let most = u.min(2 * limit - u);
        (v.first.max(-most)..=v.last.min(most)).filter(move |v| (u - v) % 2 == 0).map(move |v| (u, v))
    })
}
