//! [Never Tell Me The Odds](https://adventofcode.com/2023/day/24): hailstones on straight lines; the number
//! of pairs whose paths cross in a square, seen from above (part 1), and the sum of the coordinates of the
//! one place from which a rock, thrown at the right velocity, hits all of them (part 2).
//!
//! **Part 1: segments.** Each path has a segment in the square. Two segments cross if and only if the ends of
//! each lie on different sides of the other:
//!
//! ```text
//!        A  f(A) > 0
//!         \
//!   -------*---------  f(x, y) = vx y - vy x - c, which is 0 on this path
//!           \
//!            B  f(B) < 0
//! ```
//!
//! So `f(A) f(B) <= 0` has to hold for both paths, each with the ends of the other. All this is done in
//! floating point, two pairs at a time, as the loop has no branch.
//!
//! * Ends are wrong by less than 1/2, as all coordinates are below 2^50. So `f` is wrong by less than 2^12.
//! * `|f|` is below 2^62. So if the greater of both products is 2^75 or more in size, the signs that decide
//!   are right.
//! * Other pairs, and paths with a segment that may be empty, are decided with whole numbers. In real inputs
//!   there are few.
//!
//! **Part 2: planes.** Seen from the first stone, that stone rests at the origin, and the rock's path leads
//! through the origin. It meets the path `d + t u` of each other stone. So it lies in the plane through that
//! path and the origin, which is perpendicular to `d x u`. Two such planes have one line in common, in the
//! direction
//!
//! ```text
//! w = (d2 x u2) x (d3 x u3)
//! ```
//!
//! The second stone is hit where its path meets that line: `d2 + t2 u2 = s2 w`, and likewise the third one.
//! They are hit at different times, as they never meet. This gives the rock's speed along `w`, and the rest
//! follows. The throw is then tried on all stones. It is the only one possible.

use aoc_core::divisors::gcd;
use aoc_core::hash::Set;
use aoc_core::params::{Param, Params};
use aoc_core::text::{InputError, Reader};

const LEAST_STONES: usize = 3;
const MOST_STONES: usize = 400;
const MOST_POSITION: i64 = 999_999_999_999_999;
const MOST_VELOCITY: i64 = 1_000;
const MOST_THROWN: i128 = 100_000;

/// The borders of the square, the same on both axes.
pub const PARAMS: &[Param] = &[
    Param { name: "least", default: 200_000_000_000_000, range: 0..=1_000_000_000_000_000 },
    Param { name: "most", default: 400_000_000_000_000, range: 0..=1_000_000_000_000_000 },
];

/// The stones, at least three, and the borders of the square.
pub struct Input {
    stones: Vec<Stone>,
    borders: [i64; 2],
}

/// A stone: its position, and its velocity, which is not 0 in any direction.
#[derive(Clone, Copy)]
struct Stone {
    position: [i64; 3],
    velocity: [i64; 3],
}

/// Reads one stone a line.
pub fn parse(text: &str, params: &Params) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut known = Set::default();
    known.reserve(MOST_STONES);
    let stones = reader.lines_up_to(MOST_STONES, |line| {
        let start = line.at();
        let stone = stone(line)?;
        let [a, b, c] = stone.position;
        let velocity = stone.velocity.iter().fold(0, |all, speed| all << 16 | speed & 0xFFFF);
        if !known.insert((a, b, c, velocity)) {
            return Err(line.error("a stone unlike all before", start));
        }
        Ok(stone)
    })?;
    if stones.len() < LEAST_STONES {
        return Err(reader.too_soon("at least three stones"));
    }
    if is_any_path_twice(&stones) {
        return Err(reader.error_of_whole("two paths are the same, seen from above"));
    }
    if direction(&stones) == [0; 3] {
        return Err(reader.error_of_whole("the first three stones do not give the direction of a throw"));
    }
    if ever_meet(&stones[1], &stones[2]) {
        return Err(reader
            .error_of_whole("the second and the third stone meet, which leaves the speed of a throw open"));
    }
    Ok(Input { stones, borders: [params["least"], params["most"]] })
}

/// Reads a stone.
#[inline(always)]
fn stone(line: &mut Reader) -> Result<Stone, InputError> {
    let (mut position, mut velocity) = ([0; 3], [0; 3]);
    for (axis, coordinate) in position.iter_mut().enumerate() {
        if axis > 0 {
            blanks(line, ",")?;
        }
        *coordinate = line.number(0..=MOST_POSITION)?;
    }
    for (speed, before) in velocity.iter_mut().zip([" @", ",", ","]) {
        blanks(line, before)?;
        let start = line.at();
        *speed = line.number(-MOST_VELOCITY..=MOST_VELOCITY)?;
        if *speed == 0 {
            return Err(line.error("a velocity other than 0", start));
        }
    }
    Ok(Stone { position, velocity })
}

/// Reads a separator and one or more blanks.
#[inline(always)]
fn blanks(line: &mut Reader, separator: &str) -> Result<(), InputError> {
    line.literal(separator)?;
    line.literal(" ")?;
    while line.peek() == Some(b' ') {
        line.skip(1);
    }
    Ok(())
}

/// Whether two paths lie on the same line, seen from above.
fn is_any_path_twice(stones: &[Stone]) -> bool {
    // Fractions of such small numbers stay different, and equal ones stay equal, when they are rounded.
    let slope = |stone: &Stone| stone.velocity[1] as f64 / stone.velocity[0] as f64;
    let mut sorted: Vec<(f64, &Stone)> = stones.iter().map(|stone| (slope(stone), stone)).collect();
    sorted.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    sorted.chunk_by(|one, other| one.0 == other.0).any(|parallel| {
        parallel.iter().enumerate().any(|(at, (_, one))| {
            parallel[at + 1..].iter().any(|(_, other)| Crossing::new(one, other).times == [0; 2])
        })
    })
}

/// The crossing of two paths, as fractions with one denominator, which is not negative.
struct Crossing {
    /// When each stone is there: these times, divided by the denominator.
    times: [i128; 2],
    /// It is 0 if the paths are parallel.
    denominator: i128,
}

impl Crossing {
    fn new(one: &Stone, other: &Stone) -> Crossing {
        let ([ax, ay, _], [bx, by, _]) = (one.velocity.map(i128::from), other.velocity.map(i128::from));
        let [x, y] = [0, 1].map(|axis| i128::from(other.position[axis] - one.position[axis]));
        let denominator = ax * by - ay * bx;
        let sign = if denominator < 0 { -1 } else { 1 };
        Crossing {
            times: [x * by - y * bx, x * ay - y * ax].map(|time| sign * time),
            denominator: sign * denominator,
        }
    }
}

/// The number of pairs that cross in the square.
pub fn part1(input: &Input) -> u64 {
    let mut segments = Segments::default();
    let (mut certain, mut uncertain) = (Vec::new(), Vec::new());
    for stone in &input.stones {
        match input.segment(stone) {
            Segment::Certain(ends) => {
                segments.push(stone, ends);
                certain.push(*stone);
            }
            Segment::Uncertain => uncertain.push(*stone),
            Segment::Empty => {}
        }
    }
    let mut count = 0;
    for (at, stone) in uncertain.iter().enumerate() {
        let others = certain.iter().chain(&uncertain[at + 1..]);
        count += others.filter(|other| input.is_crossing(stone, other)).count() as u64;
    }
    for (at, stone) in certain.iter().enumerate() {
        let (crossing, perhaps) = segments.crossing(at);
        count += crossing;
        if perhaps > 0 {
            let path = segments.get(at);
            let is_in_doubt = |&other: &usize| product(path, segments.get(other)).abs() < DOUBT;
            let in_doubt = (at + 1..certain.len()).filter(is_in_doubt);
            count += in_doubt.filter(|&other| input.is_crossing(stone, &certain[other])).count() as u64;
        }
    }
    count
}

/// A product below this in size may have the wrong sign.
const DOUBT: f64 = (1_u128 << 75) as f64;

/// What is known of the part of a path in the square.
enum Segment {
    Empty,
    /// `x` and `y` of its ends.
    Certain([f64; 4]),
    /// It is empty or very short.
    Uncertain,
}

impl Input {
    /// Whether two paths cross in the square, in whole numbers.
    fn is_crossing(&self, one: &Stone, other: &Stone) -> bool {
        let Crossing { times, denominator } = Crossing::new(one, other);
        let is_inside = |axis: usize| {
            let [least, most] =
                self.borders.map(|border| i128::from(border - one.position[axis]) * denominator);
            (least..=most).contains(&(i128::from(one.velocity[axis]) * times[0]))
        };
        denominator > 0 && times[0] >= 0 && times[1] >= 0 && is_inside(0) && is_inside(1)
    }

    /// The segment of a path in the square.
    fn segment(&self, stone: &Stone) -> Segment {
        let (mut enter, mut leave) = (0.0_f64, f64::INFINITY);
        for axis in 0..2 {
            let [a, b] = self
                .borders
                .map(|border| (border - stone.position[axis]) as f64 / stone.velocity[axis] as f64);
            let [a, b] = if stone.velocity[axis] > 0 { [a, b] } else { [b, a] };
            (enter, leave) = (enter.max(a), leave.min(b));
        }
        // Times are below 2^50, so they are wrong by less than 1/4.
        match leave - enter {
            length if length > 1.0 => {
                let place =
                    |time: f64, axis: usize| stone.position[axis] as f64 + stone.velocity[axis] as f64 * time;
                Segment::Certain([place(enter, 0), place(enter, 1), place(leave, 0), place(leave, 1)])
            }
            length if length < -1.0 => Segment::Empty,
            _ => Segment::Uncertain,
        }
    }
}

/// A path with its segment: `vx`, `vy` and `c`, where `vx y - vy x` is `c` on the path; then `x` and `y` of
/// both ends.
type Path = [f64; 7];

/// A list for each number of a path, so that the loop over paths works on two at a time.
#[derive(Default)]
struct Segments([Vec<f64>; 7]);

impl Segments {
    fn push(&mut self, stone: &Stone, [ax, ay, bx, by]: [f64; 4]) {
        let ([x, y, _], [vx, vy, _]) = (stone.position, stone.velocity);
        let path = [vx as f64, vy as f64, (vx * y - vy * x) as f64, ax, ay, bx, by];
        self.0.iter_mut().zip(path).for_each(|(list, number)| list.push(number));
    }

    fn get(&self, at: usize) -> Path {
        self.0.each_ref().map(|list| list[at])
    }

    /// How many of the later segments certainly cross this one, and for how many that is in doubt.
    fn crossing(&self, at: usize) -> (u64, u64) {
        let path = self.get(at);
        let later = self.0.each_ref().map(|list| &list[at + 1..]);
        let count = later[0].len();
        // So that the loop need not check any length.
        let later = later.map(|list| &list[..count]);
        let (mut below, mut above) = (0, 0);
        for other in 0..count {
            let product = product(path, later.map(|list| list[other]));
            below += u64::from(product <= -DOUBT);
            above += u64::from(product >= DOUBT);
        }
        (below, count as u64 - below - above)
    }
}

/// Of each path, the values of `f` at the ends of the other are multiplied: the greater product. If it is not
/// positive, the segments cross.
#[inline(always)]
fn product(one: Path, other: Path) -> f64 {
    let sides = |[vx, vy, c, ..]: Path, [_, _, _, ax, ay, bx, by]: Path| {
        (vx * ay - vy * ax - c) * (vx * by - vy * bx - c)
    };
    let (first, second) = (sides(one, other), sides(other, one));
    if first > second { first } else { second }
}

type Vector = [i128; 3];

fn difference(a: [i64; 3], b: [i64; 3]) -> Vector {
    [0, 1, 2].map(|axis| i128::from(a[axis]) - i128::from(b[axis]))
}

fn cross(a: Vector, b: Vector) -> Vector {
    [(1, 2), (2, 0), (0, 1)].map(|(i, j)| a[i] * b[j] - a[j] * b[i])
}

/// The quotient, if it is a whole number.
fn whole_quotient(a: i128, b: i128) -> Option<i128> {
    (b != 0 && a % b == 0).then(|| a / b)
}

/// The direction of the rock, seen from the first stone: at most 2^125 in each coordinate.
fn direction(stones: &[Stone]) -> Vector {
    let normal = |stone: &Stone| {
        let first = &stones[0];
        cross(difference(stone.position, first.position), difference(stone.velocity, first.velocity))
    };
    cross(normal(&stones[1]), normal(&stones[2]))
}

/// Whether two stones are ever at the same place, in the future or in the past.
fn ever_meet(one: &Stone, other: &Stone) -> bool {
    let (apart, closing) =
        (difference(other.position, one.position), difference(other.velocity, one.velocity));
    closing != [0; 3] && cross(apart, closing) == [0; 3]
}

/// The sum of the coordinates of the place from which the rock is thrown.
pub fn part2(input: &Input) -> Option<i128> {
    let stones = &input.stones;
    let along = direction(stones);
    let divisor = along.iter().fold(0, |divisor, part| gcd(divisor, part.unsigned_abs())) as i128;
    let along = along.map(|part| part / divisor);
    // The rock's velocity, less that of the first stone, is a multiple of this.
    if along.iter().any(|part| part.abs() > MOST_THROWN + i128::from(MOST_VELOCITY)) {
        return None;
    }
    let meeting = |stone: &Stone| meeting(&stones[0], stone, along);
    let (time, place) = meeting(&stones[1])?;
    let (other_time, other_place) = meeting(&stones[2])?;
    let speed = whole_quotient(other_place - place, other_time - time)?;
    let velocity = [0, 1, 2].map(|axis| i128::from(stones[0].velocity[axis]) + speed * along[axis]);
    if velocity.iter().any(|part| part.abs() > MOST_THROWN) {
        return None;
    }
    // Times are below 2^68, and so are places below 2^80: nothing here comes near 2^127.
    let place = place - speed * time;
    let start = [0, 1, 2].map(|axis| i128::from(stones[0].position[axis]) + place * along[axis]);
    stones.iter().all(|stone| is_hit(stone, start, velocity)).then(|| start.iter().sum())
}

/// Where a stone's path meets the line in the direction `along` through the first stone, seen from that
/// stone: the time, and the place as a multiple of `along`. None, if that is not one place at a whole time.
fn meeting(first: &Stone, stone: &Stone, along: Vector) -> Option<(i128, i128)> {
    let from = difference(stone.position, first.position);
    let velocity = difference(stone.velocity, first.velocity);
    // Only what is not parallel to `along` is left in a cross product with it, and that has to be 0 at the
    // meeting.
    let (off, drift) = (cross(from, along), cross(velocity, along));
    let axis = drift.iter().position(|part| *part != 0)?;
    let time = whole_quotient(-off[axis], drift[axis])?;
    let axis = along.iter().position(|part| *part != 0)?;
    let place = whole_quotient(from[axis] + time * velocity[axis], along[axis])?;
    Some((time, place))
}

/// Whether a rock hits a stone at a whole time.
fn is_hit(stone: &Stone, start: Vector, velocity: Vector) -> bool {
    let gap = [0, 1, 2].map(|axis| i128::from(stone.position[axis]) - start[axis]);
    let closing = [0, 1, 2].map(|axis| velocity[axis] - i128::from(stone.velocity[axis]));
    let time = closing
        .iter()
        .position(|part| *part != 0)
        .map_or(Some(0), |axis| whole_quotient(gap[axis], closing[axis]));
    time.is_some_and(|time| time >= 0 && (0..3).all(|axis| gap[axis] == time * closing[axis]))
}
