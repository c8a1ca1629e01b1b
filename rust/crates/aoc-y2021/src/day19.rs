//! [Beacon Scanner](https://adventofcode.com/2021/day/19): how many beacons scanners report in all, and how
//! far apart the two farthest scanners are, when each scanner has its own unknown place and rotation.
//!
//! **Overlaps.** The three differences between two beacons, without signs and in order of size, are the same
//! for every scanner that sees both. As one number they are the *span* of the pair. All spans of all scanners
//! are sorted at once, with their scanner and beacons below them. Those that only one scanner has, nearly
//! all, are passed over. The others tell how many spans any two scanners share. Twelve beacons in common make
//! 66 pairs in common, so two scanners that share fewer spans do not overlap.
//!
//! **Fits.** Some shared spans of two scanners are kept. Two pairs of beacons with the same span allow few
//! rotations, in general one, and each gives a shift. A fit is one that lays twelve beacons on beacons. If no
//! span that was kept leads to a fit, every rotation is tried with every shift, so no overlap is missed among
//! beacons with many equal spans.
//!
//! Scanners are fitted to those that are placed already, breadth first from scanner 0, in whose frame
//! everything is.
//!
//! Assumes that two scanners fit in one way only, as the puzzle promises. Coordinates of up to 2,000 and 50
//! scanners keep all places below 2^20.

use aoc_core::text::{InputError, Reader};

const REACH: i32 = 2000;
const MOST_SCANNERS: usize = 50;
const MOST_BEACONS: usize = 60;
/// Beacons that make an overlap.
const ENOUGH: usize = 12;
/// Shared spans that are kept for two scanners.
const KEPT: usize = 8;

type Point = [i32; 3];
/// For each axis the other's axis that it shows, and its sign.
type Rotation = [(usize, i32); 3];

/// The scanners' places and all their beacons, repeated ones too, as scanner 0 has them.
pub struct Input {
    scanners: Vec<Point>,
    beacons: Vec<Point>,
}

/// Reads the scanners' reports and fits them together.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let reports = reader.blocks_up_to(MOST_SCANNERS, "scanners", report)?;
    fit_all(&reports).ok_or_else(|| reader.error_of_whole("the scanners are not all connected by overlaps"))
}

/// Reads the report of the scanner of that number.
fn report(reader: &mut Reader, number: usize) -> Result<Vec<Point>, InputError> {
    reader.literal("--- scanner ")?;
    reader.number(number..=number)?;
    reader.literal(" ---")?;
    reader.newline()?;
    let mut beacons: Vec<Point> = Vec::with_capacity(32);
    reader.block_up_to(MOST_BEACONS, |reader| {
        let start = reader.at();
        let x = reader.number(-REACH..=REACH)?;
        reader.literal(",")?;
        let y = reader.number(-REACH..=REACH)?;
        reader.literal(",")?;
        let beacon = [x, y, reader.number(-REACH..=REACH)?];
        if beacons.contains(&beacon) {
            return Err(reader.error("a beacon that this scanner does not have yet", start));
        }
        beacons.push(beacon);
        Ok(())
    })?;
    Ok(beacons)
}

/// The number of beacons.
pub fn part1(input: &Input) -> usize {
    let mut beacons: Vec<u64> = input.beacons.iter().map(|&beacon| packed(beacon)).collect();
    beacons.sort_unstable();
    beacons.dedup();
    beacons.len()
}

/// The greatest Manhattan distance between two scanners.
pub fn part2(input: &Input) -> u32 {
    let apart = |one: &Point, other: &Point| (0..3).map(|axis| one[axis].abs_diff(other[axis])).sum();
    let distances =
        input.scanners.iter().flat_map(|one| input.scanners.iter().map(move |other| apart(one, other)));
    distances.max().unwrap_or(0)
}

/// What two scanners share: how many spans, and some of them, each as the ends of the pair in either report.
#[derive(Clone, Copy, Default)]
struct Shared {
    spans: usize,
    kept: [[u8; 4]; KEPT],
}

/// Fits all scanners to scanner 0, if all are connected by overlaps.
fn fit_all(reports: &[Vec<Point>]) -> Option<Input> {
    let shared = shared_spans(reports);
    let rotations = rotations();
    // In the order in which they are placed: the numbers of the scanners, their places and their beacons.
    let (mut numbers, mut scanners, mut placed) = (vec![0], vec![[0; 3]], vec![reports[0].clone()]);
    let mut waiting: Vec<usize> = (1..reports.len()).collect();
    let mut next = 0;
    while next < placed.len() {
        waiting.retain(|&other| {
            let common = &shared[numbers[next] * reports.len() + other];
            let overlap = common.spans >= ENOUGH * (ENOUGH - 1) / 2;
            let fit = if overlap { fit(&placed[next], &reports[other], common, &rotations) } else { None };
            if let Some((rotation, shift)) = fit {
                placed.push(reports[other].iter().map(|&beacon| moved(beacon, rotation, shift)).collect());
                scanners.push(shift);
                numbers.push(other);
            }
            fit.is_none()
        });
        next += 1;
    }
    waiting.is_empty().then(|| Input { scanners, beacons: placed.concat() })
}

/// The spans that any two scanners share, at `one * scanners + other`.
fn shared_spans(reports: &[Vec<Point>]) -> Vec<Shared> {
    // A span in 36 bits, then the scanner and the two beacons.
    let mut spans: Vec<u64> = Vec::with_capacity(reports.len() * 512);
    for (scanner, beacons) in reports.iter().enumerate() {
        for (i, one) in beacons.iter().enumerate() {
            spans.extend(beacons[..i].iter().enumerate().map(|(j, other)| {
                let [x, y, z] = minus(*one, *other).map(|difference| u64::from(difference.unsigned_abs()));
                let (least, most) = (x.min(y).min(z), x.max(y).max(z));
                let middle = x + y + z - least - most;
                (least << 24 | middle << 12 | most) << 24 | (scanner << 16 | i << 8 | j) as u64
            }));
        }
    }
    spans.sort_unstable();
    let scanner = |span: u64| (span >> 16 & 0xFF) as usize;
    let mut shared = vec![Shared::default(); reports.len() * reports.len()];
    for equal in spans.chunk_by(|one, other| one >> 24 == other >> 24).filter(|equal| equal.len() > 1) {
        for one in equal.chunk_by(|&one, &other| scanner(one) == scanner(other)) {
            for other in equal.chunk_by(|&one, &other| scanner(one) == scanner(other)) {
                let common = &mut shared[scanner(one[0]) * reports.len() + scanner(other[0])];
                for (one, other) in one.iter().zip(other) {
                    if let Some(kept) = common.kept.get_mut(common.spans) {
                        *kept = [(one >> 8) as u8, *one as u8, (other >> 8) as u8, *other as u8];
                    }
                    common.spans += 1;
                }
            }
        }
    }
    shared
}

/// How the report is to be turned and then shifted to lay twelve of its beacons on the fixed ones.
fn fit(
    fixed: &[Point],
    report: &[Point],
    shared: &Shared,
    rotations: &[Rotation],
) -> Option<(Rotation, Point)> {
    let mut there: Vec<u64> = fixed.iter().map(|&beacon| packed(beacon)).collect();
    there.sort_unstable();
    let fits = |rotation: Rotation, shift: Point| {
        let hits =
            report.iter().filter(|&&it| there.binary_search(&packed(moved(it, rotation, shift))).is_ok());
        hits.count() >= ENOUGH
    };
    for ends in &shared.kept[..KEPT.min(shared.spans)] {
        let [i, j, k, l] = ends.map(usize::from);
        for &rotation in rotations {
            let (one, other) = (moved(report[k], rotation, [0; 3]), moved(report[l], rotation, [0; 3]));
            for (at_i, at_j) in [(one, other), (other, one)] {
                let shift = minus(fixed[i], at_i);
                if shift == minus(fixed[j], at_j) && fits(rotation, shift) {
                    return Some((rotation, shift));
                }
            }
        }
    }
    for &rotation in rotations {
        let turned: Vec<Point> = report.iter().map(|&it| moved(it, rotation, [0; 3])).collect();
        let mut shifts: Vec<Point> =
            fixed.iter().flat_map(|&at| turned.iter().map(move |&it| minus(at, it))).collect();
        shifts.sort_unstable();
        if let Some(shift) = shifts.chunk_by(|one, other| one == other).find(|shift| shift.len() >= ENOUGH) {
            return Some((rotation, shift[0]));
        }
    }
    None
}

fn moved(point: Point, rotation: Rotation, shift: Point) -> Point {
    [0, 1, 2].map(|axis| {
        let (from, sign) = rotation[axis];
        sign * point[from] + shift[axis]
    })
}

fn minus(one: Point, other: Point) -> Point {
    [0, 1, 2].map(|axis| one[axis] - other[axis])
}

/// A point as one number, for points within 2^20 of the origin.
fn packed(point: Point) -> u64 {
    point.iter().fold(0, |packed, &at| packed << 21 | (at + (1 << 20)) as u64)
}

/// The 24 rotations: the first two axes are any two, and the third follows from them by the right-hand rule.
fn rotations() -> Vec<Rotation> {
    let mut rotations = Vec::with_capacity(24);
    for (x, y) in [(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)] {
        for (x_sign, y_sign) in [(1, 1), (1, -1), (-1, 1), (-1, -1)] {
            let turn = if y == (x + 1) % 3 { 1 } else { -1 };
            rotations.push([(x, x_sign), (y, y_sign), (3 - x - y, x_sign * y_sign * turn)]);
        }
    }
    rotations
}
