//! [Reactor Reboot](https://adventofcode.com/2021/day/22): steps switch all cells of a cuboid on or off. How many cells are
//! on in the end, within 50 of the origin (part 1) and in all (part 2)?
//!
//! A step has the last word on those of its cells that no later step covers. So count, for each step that switches on,
//! its volume less what later steps cover of it. Two ways to do that:
//!
//! **Few overlaps** (`few`), as on real inputs: inclusion and exclusion. The later cuboids that meet a cuboid are
//! subtracted, what two of them share is added again, and so on. Boxes have a common cell as soon as any two of them do
//! (on each axis they are intervals), so whether cuboids meet is looked up once, as sets of bits, and the sets are
//! ANDed on the way down: no intersection is empty. The sets come from 64 bins along each axis; that two cuboids meet
//! in a bin but not in truth does no harm, as what they share is then 0.
//!
//! **Heavy overlaps** (`cells`): that would take too long, so it is given up after 64 intersections a step on
//! average. Space is then divided instead, at the median of the faces along the axis where most cuboids have edges, until
//! each cuboid has faces along one axis at most: a slab. Slabs from last to first take intervals away from what is free
//! along their axis, and the volume that is lost by it is the slab's own. (The scheme of Overmars and Yap.)
//!
//! Coordinates are whole numbers below 2^24, which 32-bit floats hold exactly; as floats their minimum and maximum are
//! one vector instruction each. A side is at most 400,001, and becomes whole by its place in 2^23 + side.
//!
//! Assumes nothing beyond the domain: the volume of all is below 2^56. Sums of inclusion and exclusion may wrap on the
//! way, which leaves the end right. Python subtracts cuboids from cuboids; Haskell divides space too, but does nothing
//! else.

use aoc_core::text::{InputError, Reader};

const LAST: i32 = 200_000;
const MOST_STEPS: usize = 500;

/// Cells from `low` up to `high`, which is not included.
#[derive(Clone, Copy, PartialEq)]
struct Cuboid {
    low: [i32; 3],
    high: [i32; 3],
}

/// A cuboid that is switched on or off.
#[derive(Clone, Copy)]
struct Step {
    on: bool,
    cuboid: Cuboid,
}

/// The steps in order.
pub struct Input {
    steps: Vec<Step>,
}

/// Reads one step a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let steps = reader.lines_up_to(MOST_STEPS, |reader| {
        let on = reader.one_of(&["on x=", "off x="])? == 0;
        let x = reader.span(-LAST..=LAST, "..")?;
        reader.literal(",y=")?;
        let y = reader.span(-LAST..=LAST, "..")?;
        reader.literal(",z=")?;
        let z = reader.span(-LAST..=LAST, "..")?;
        let (low, high) = ([*x.start(), *y.start(), *z.start()], [x.end() + 1, y.end() + 1, z.end() + 1]);
        Ok(Step { on, cuboid: Cuboid { low, high } })
    })?;
    Ok(Input { steps })
}

const SMALL: Cuboid = Cuboid { low: [-50; 3], high: [51; 3] };

/// The cells that are on in the small region.
pub fn part1(input: &Input) -> i64 {
    let steps = input.steps.iter().rev().map(|step| Step { on: step.on, cuboid: SMALL.and(&step.cuboid) });
    cells(steps.filter(|step| step.cuboid.volume() > 0).collect(), true)
}

/// The cells that are on.
pub fn part2(input: &Input) -> i64 {
    let steps = &input.steps;
    // Steps that are within the small region, or outside of it, have nothing to do with the others.
    let small = |step: &Step| SMALL.and(&step.cuboid);
    let apart = steps.iter().all(|step| small(step).volume() == 0 || small(step) == step.cuboid);
    let rest: Vec<Step> =
        steps.iter().rev().filter(|step| !apart || small(step).volume() == 0).copied().collect();
    let count = few(&rest).unwrap_or_else(|| cells(rest, true));
    if apart { part1(input) + count } else { count }
}

/// Steps that inclusion and exclusion is tried with at most.
const MOST: usize = 512;
/// Parts that an axis is cut into to find out which cuboids meet.
const BINS: usize = 64;
/// A set of steps.
type Set = [u64; MOST / 64];

/// What several cuboids share, and the later ones among the nearby that may share some of it.
#[derive(Clone, Copy)]
struct Open {
    cuboid: Box,
    later: u64,
    sign: i64,
}

/// Counts by inclusion and exclusion, the steps given from last to first; nothing if there is too much overlap.
fn few(steps: &[Step]) -> Option<i64> {
    if steps.len() > MOST {
        return None;
    }
    let Some(last) = steps.last() else { return Some(0) };
    let hull = steps.iter().fold(last.cuboid, |hull, step| hull.hull(&step.cuboid));
    let mut started = vec![[[0; MOST / 64]; BINS]; 3];
    let mut ended = started.clone();
    let shift = [0, 1, 2].map(|axis| {
        let side = (hull.high[axis] - hull.low[axis]) as usize;
        side.div_ceil(BINS).next_power_of_two().trailing_zeros()
    });
    let bin = |axis: usize, at: i32| (at - hull.low[axis]) as usize >> shift[axis];
    for (i, Step { cuboid, .. }) in steps.iter().enumerate() {
        for axis in 0..3 {
            started[axis][bin(axis, cuboid.low[axis])][i / 64] |= 1 << (i % 64);
            if let Some(set) = ended[axis].get_mut(bin(axis, cuboid.high[axis] - 1) + 1) {
                set[i / 64] |= 1 << (i % 64);
            }
        }
    }
    for sets in started.iter_mut().chain(&mut ended) {
        for at in 1..BINS {
            let before = sets[at - 1];
            for (word, before) in sets[at].iter_mut().zip(before) {
                *word |= before;
            }
        }
    }
    let mut later: Vec<Set> = Vec::with_capacity(steps.len());
    for (i, Step { cuboid, .. }) in steps.iter().enumerate() {
        let mut set = [u64::MAX; MOST / 64];
        for axis in 0..3 {
            // Those that have started by the bin where this one ends, and not ended before the bin where it starts.
            let started = &started[axis][bin(axis, cuboid.high[axis] - 1)];
            let ended = &ended[axis][bin(axis, cuboid.low[axis])];
            for word in 0..MOST / 64 {
                set[word] &= started[word] & !ended[word];
            }
        }
        // Only the steps before this one in the list, which are the later ones.
        set[i / 64] &= (1 << (i % 64)) - 1;
        set[i / 64 + 1..].fill(0);
        later.push(set);
    }
    let mut count = 0_i64;
    let mut patience = 64 * steps.len();
    let mut stack = [Open { cuboid: Box::new(&SMALL), later: 0, sign: 0 }; 128];
    let mut near = [Box::new(&SMALL); 64];
    let mut meets = [0_u64; 64];
    let mut places = [0; 64];
    for (i, step) in steps.iter().enumerate() {
        if !step.on {
            continue;
        }
        let mut m = 0;
        for (word, mut set) in later[i].into_iter().enumerate() {
            while set != 0 {
                *places.get_mut(m)? = 64 * word + set.trailing_zeros() as usize;
                set &= set - 1;
                m += 1;
            }
        }
        // From here on a step is its number among those that meet this one, a set of them is one word.
        for a in 0..m {
            near[a] = Box::new(&steps[places[a]].cuboid);
            let row = &later[places[a]];
            meets[a] = (0..a).fold(0, |set, b| set | (row[places[b] / 64] >> (places[b] % 64) & 1) << b);
        }
        count = count.wrapping_add(step.cuboid.volume());
        if m == 0 {
            continue;
        }
        stack[0] = Open { cuboid: Box::new(&step.cuboid), later: u64::MAX >> (64 - m), sign: -1 };
        let mut top = 1;
        while top > 0 {
            top -= 1;
            let Open { cuboid, later, sign } = stack[top];
            let next = later.ilog2() as usize;
            let rest = later ^ 1 << next;
            let both = cuboid.and(&near[next]);
            count = count.wrapping_add(sign * both.volume());
            stack[top].later = rest;
            top += usize::from(rest != 0);
            let inner = rest & meets[next];
            stack[top] = Open { cuboid: both, later: inner, sign: -sign };
            top += usize::from(inner != 0);
            patience = patience.checked_sub(1)?;
        }
    }
    Some(count)
}

/// The cells whose last step switches them on (or off), the steps given from last to first.
fn cells(mut steps: Vec<Step>, on: bool) -> i64 {
    while steps.pop_if(|step| step.on != on).is_some() {}
    let Some(last) = steps.last() else { return 0 };
    let hull = steps.iter().fold(last.cuboid, |hull, step| hull.hull(&step.cuboid));
    // Slabs that have been joined to one along each axis: what they cover needs no earlier step.
    let mut covered = [(0, 0); 3];
    steps.retain(|step| {
        let faces = [0, 1, 2].map(|axis| step.cuboid.faces(&hull, axis) > 0);
        for axis in 0..3 {
            let (low, high) = (step.cuboid.low[axis], step.cuboid.high[axis]);
            let covered = &mut covered[axis];
            if low >= covered.0 && high <= covered.1 {
                return false;
            }
            if !faces[(axis + 1) % 3] && !faces[(axis + 2) % 3] {
                if low <= covered.1 && high >= covered.0 {
                    *covered = (covered.0.min(low), covered.1.max(high));
                } else if high - low > covered.1 - covered.0 {
                    *covered = (low, high);
                }
            }
        }
        true
    });
    match steps.pop_if(|step| step.cuboid == hull) {
        Some(cover) if cover.on == on => hull.volume() - parts(&hull, steps, !on),
        _ => parts(&hull, steps, on),
    }
}

/// The same where no step covers all of the hull: it is divided until all are slabs.
fn parts(hull: &Cuboid, mut steps: Vec<Step>, on: bool) -> i64 {
    if steps.is_empty() {
        return 0;
    }
    let mut edges = [0; 3];
    for step in &steps {
        let faces = [0, 1, 2].map(|axis| step.cuboid.faces(hull, axis));
        // An edge lies where two faces meet; faces alone count where there is no edge.
        for axis in 0..3 {
            let others = faces[(axis + 1) % 3] + faces[(axis + 2) % 3];
            edges[axis] += faces[axis] * (1 + 64 * others);
        }
    }
    let slab = |step: &Step| (0..3).filter(|&axis| step.cuboid.faces(hull, axis) > 0).count() < 2;
    if steps.iter().all(slab) {
        return slabs(hull, &steps, on);
    }
    let mut axis = if edges[1] > edges[0] { 1 } else { 0 };
    if edges[2] > edges[axis] {
        axis = 2;
    }
    let mut faces: Vec<i32> = Vec::with_capacity(2 * steps.len());
    for step in &steps {
        let (low, high) = (step.cuboid.low[axis], step.cuboid.high[axis]);
        if low > hull.low[axis] {
            faces.push(low);
        }
        if high < hull.high[axis] {
            faces.push(high);
        }
    }
    let middle = faces.len() / 2;
    let cut = *faces.select_nth_unstable(middle).1;
    let mut part: Vec<Step> = Vec::with_capacity(steps.len());
    for step in &steps {
        if step.cuboid.low[axis] < cut {
            let mut step = *step;
            step.cuboid.high[axis] = cut.min(step.cuboid.high[axis]);
            part.push(step);
        }
    }
    let left = cells(part, on);
    steps.retain_mut(|step| {
        let low = &mut step.cuboid.low[axis];
        *low = cut.max(*low);
        *low < step.cuboid.high[axis]
    });
    left + cells(steps, on)
}

/// The same where every step spans the region along two axes.
fn slabs(region: &Cuboid, steps: &[Step], on: bool) -> i64 {
    let mut free: [Vec<(i32, i32)>; 3] = [0, 1, 2].map(|axis| vec![(region.low[axis], region.high[axis])]);
    let mut length = [0, 1, 2].map(|axis| i64::from(region.high[axis] - region.low[axis]));
    let mut count = 0;
    let mut left: i64 = length.iter().product();
    for step in steps.iter() {
        let axis = (0..3).find(|&axis| step.cuboid.faces(region, axis) > 0).unwrap_or(0);
        let (low, high) = (step.cuboid.low[axis], step.cuboid.high[axis]);
        let free = &mut free[axis];
        let from = free.partition_point(|free| free.1 <= low);
        let to = free.partition_point(|free| free.0 < high);
        if from < to {
            let (first, last) = (free[from].0, free[to - 1].1);
            for &(a, b) in &free[from..to] {
                length[axis] -= i64::from(b.min(high) - a.max(low));
            }
            let pieces = [(first, low), (high, last)];
            free.splice(from..to, pieces.into_iter().filter(|(a, b)| a < b));
            let after: i64 = length.iter().product();
            if step.on == on {
                count += left - after;
            }
            left = after;
        }
    }
    count
}

impl Cuboid {
    /// What both share, turned inside out if that is nothing.
    fn and(&self, other: &Cuboid) -> Cuboid {
        Cuboid {
            low: [0, 1, 2].map(|axis| self.low[axis].max(other.low[axis])),
            high: [0, 1, 2].map(|axis| self.high[axis].min(other.high[axis])),
        }
    }
    /// The least cuboid around both.
    fn hull(&self, other: &Cuboid) -> Cuboid {
        Cuboid {
            low: [0, 1, 2].map(|axis| self.low[axis].min(other.low[axis])),
            high: [0, 1, 2].map(|axis| self.high[axis].max(other.high[axis])),
        }
    }
    /// How many of the faces across an axis are inside the region.
    fn faces(&self, region: &Cuboid, axis: usize) -> usize {
        usize::from(self.low[axis] > region.low[axis]) + usize::from(self.high[axis] < region.high[axis])
    }

    fn volume(&self) -> i64 {
        let sides = [0, 1, 2].map(|axis| i64::from((self.high[axis] - self.low[axis]).max(0)));
        sides[0] * sides[1] * sides[2]
    }
}

/// A cuboid as vectors.
#[derive(Clone, Copy)]
struct Box {
    low: [f32; 4],
    high: [f32; 4],
}

impl Box {
    #[inline(always)]
    fn new(cuboid: &Cuboid) -> Box {
        let [[x, y, z], [x_end, y_end, z_end]] =
            [cuboid.low, cuboid.high].map(|corner| corner.map(|it| it as f32));
        Box { low: [x, y, z, 0.0], high: [x_end, y_end, z_end, 0.0] }
    }

    #[inline(always)]
    fn and(&self, other: &Box) -> Box {
        let mut both = *self;
        for lane in 0..4 {
            both.low[lane] = if self.low[lane] > other.low[lane] { self.low[lane] } else { other.low[lane] };
            both.high[lane] =
                if self.high[lane] < other.high[lane] { self.high[lane] } else { other.high[lane] };
        }
        both
    }

    #[inline(always)]
    fn volume(&self) -> i64 {
        let sides: [u32; 4] = std::array::from_fn(|lane| {
            let side = self.high[lane] - self.low[lane];
            ((if side > 0.0 { side } else { 0.0 }) + 8_388_608.0).to_bits() & 0x7F_FFFF
        });
        i64::from(sides[0]) * i64::from(sides[1]) * i64::from(sides[2])
    }
}
