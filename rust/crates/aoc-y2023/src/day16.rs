//! [The Floor Will Be Lava](https://adventofcode.com/2023/day/16): light that mirrors turn and splitters
//! split; the number of cells with light if it enters at the top left to the right (part 1), and the greatest
//! number over all entrances (part 2).
//!
//! **Beams.** A beam enters at the border or leaves a splitter. It ends at the next splitter or at the
//! border:
//!
//! ```text
//! 0 --> . . \ .      Beam 0 enters. A mirror turns it down, and it ends at the splitter `-`.
//!       | . - .      There it becomes two beams. The one to the left ends at the splitter `|`.
//! ```
//!
//! A mirror can be followed back as well as forth. So no two beams pass a cell in the same direction, and no
//! beam runs in a circle. So a cell is passed four times at most, once in each direction. Each beam is
//! followed once. After that, light is a search in the graph of beams.
//!
//! **The hub.** Beams that lead to each other light the same cells. They are a strongly connected component
//! of the graph. From most entrances the light reaches the same large component: the hub. The cells that
//! light from the hub reaches are counted once. A search stops at the hub, and adds only the cells that the
//! hub does not light. A search that does not meet the hub counts all of its cells. Even without a hub, the
//! `4n` searches of a map of side `n` pass at most `4n^2` cells each, which makes 28 million for `n = 120`.

use std::ops::Range;

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 120;
/// Places and beams are numbered with 16 bits.
const _: () = assert!((MOST_SIDE + 1) * (MOST_SIDE + 2) < 1 << 16);
const _: () = assert!(2 * MOST_SIDE * MOST_SIDE + 4 * MOST_SIDE < 1 << 16);
/// How many beams may be tried, each with its component, as the hub.
const MOST_TRIED: usize = 8;
/// What surrounds the map.
const BORDER: u8 = 0;

/// Directions. The lowest bit is the axis. A `/` turns direction `d` into `d ^ 3`, and a `\` into `d ^ 1`.
const NORTH: usize = 0;
const WEST: usize = 1;
const SOUTH: usize = 2;
const EAST: usize = 3;

/// All beams.
pub struct Input {
    /// First the beams that leave splitters, two for each splitter. Then those that enter: that of part 1 is
    /// the first.
    beams: Vec<Beam>,
    /// The number of beams that leave splitters.
    inner: usize,
    /// The places of all beams, one beam after the other.
    places: Vec<u16>,
    /// The number of places on the map, with the border.
    size: usize,
}

struct Beam {
    /// Where its places are listed, with the splitter at its end.
    places: Range<u32>,
    /// The beams that it becomes: both that leave its last splitter, or one of them, or none.
    next: Range<u16>,
}

/// Reads the map, and follows all beams.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    // One cell between two rows is the border at the right of one and at the left of the other.
    let stride = 1 + reader.rest().iter().take_while(|&&byte| byte != b'\n').count();
    let mut cells = Vec::with_capacity(text.len() + 2 * stride + 1);
    cells.resize(stride, BORDER);
    let is_cell = |byte| matches!(byte, b'.' | b'/' | b'\\' | b'|' | b'-');
    reader.grid_rows(is_cell, "one of `./\\|-`", MOST_SIDE, |row| {
        cells.extend_from_slice(row);
        cells.push(BORDER);
    })?;
    reader.end()?;
    cells.resize(cells.len() + stride, BORDER);
    Ok(follow(&cells, stride))
}

/// The map with a border, and what is needed to follow a beam.
struct Map<'a> {
    cells: &'a [u8],
    /// From one row to the next.
    stride: usize,
    /// By place, the number of the splitter there.
    numbers: Vec<u16>,
}

/// Follows all beams.
fn follow(cells: &[u8], stride: usize) -> Input {
    let is_splitter = |&place: &usize| matches!(cells[place], b'|' | b'-');
    let splitters: Vec<usize> = (0..cells.len()).filter(is_splitter).collect();
    let mut map = Map { cells, stride, numbers: vec![0; cells.len()] };
    for (number, &place) in splitters.iter().enumerate() {
        map.numbers[place] = number as u16;
    }
    let mut places = Vec::with_capacity(4 * cells.len());
    let mut beam = |from, direction| map.beam(from, direction, &mut places);
    let mut beams = Vec::with_capacity(2 * splitters.len() + 4 * MOST_SIDE);
    for &place in &splitters {
        let axis = if cells[place] == b'|' { [NORTH, SOUTH] } else { [WEST, EAST] };
        beams.extend(axis.map(|direction| beam(place, direction)));
    }
    for row in (stride..cells.len() - stride).step_by(stride) {
        beams.extend([beam(row - 1, EAST), beam(row + stride - 1, WEST)]);
    }
    for column in 0..stride - 1 {
        beams.extend([beam(column, SOUTH), beam(cells.len() - stride + column, NORTH)]);
    }
    Input { beams, inner: 2 * splitters.len(), places, size: cells.len() }
}

impl Map<'_> {
    /// Follows the beam that leaves a place in a direction, and lists its places.
    fn beam(&self, from: usize, mut direction: usize, places: &mut Vec<u16>) -> Beam {
        let steps = [self.stride.wrapping_neg(), 1_usize.wrapping_neg(), self.stride, 1];
        let start = places.len() as u32;
        let mut place = from;
        let next = loop {
            place = place.wrapping_add(steps[direction]);
            let cell = self.cells[place];
            if cell == BORDER {
                break 0..0;
            }
            places.push(place as u16);
            match cell {
                b'/' => direction ^= 3,
                b'\\' => direction ^= 1,
                b'|' | b'-' => {
                    let both = 2 * self.numbers[place];
                    let onward = both + (direction / 2) as u16;
                    let meets_end = (cell == b'|') == (direction % 2 == NORTH % 2);
                    break if meets_end { onward..onward + 1 } else { both..both + 2 };
                }
                _ => {}
            }
        };
        Beam { places: start..places.len() as u32, next }
    }
}

/// The number of cells with light from the first entrance.
pub fn part1(input: &Input) -> usize {
    Search::new(input, Hub::none(input)).count(input.inner)
}

/// The greatest number of cells with light from one entrance.
pub fn part2(input: &Input) -> Option<usize> {
    let mut search = Search::new(input, Hub::find(input));
    (input.inner..input.beams.len()).map(|entrance| search.count(entrance)).max()
}

/// A strongly connected component that most light reaches.
struct Hub {
    /// By beam, whether it is in the component.
    component: Vec<bool>,
    /// By place, whether light from the component reaches it.
    lit: Vec<bool>,
    /// The number of such places.
    count: usize,
}

impl Hub {
    /// No component.
    fn none(input: &Input) -> Hub {
        Hub { component: vec![false; input.inner], lit: vec![false; input.size], count: 0 }
    }

    /// The largest component of those that a few beams are in.
    fn find(input: &Input) -> Hub {
        let mut hub = Hub::none(input);
        // By beam, the beams that become it.
        let mut previous = vec![Vec::new(); input.inner];
        for (at, beam) in input.beams[..input.inner].iter().enumerate() {
            for next in beam.next.clone() {
                previous[usize::from(next)].push(at as u16);
            }
        }
        let mut largest = 0;
        for at in (0..input.inner).step_by(input.inner / MOST_TRIED + 1) {
            let leading_here = reach(at, input.inner, |at| previous[at].iter().copied());
            let reached = reach(at, input.inner, |at| input.beams[at].next.clone());
            let both = leading_here.iter().zip(&reached).map(|(one, other)| one & other);
            let component: Vec<bool> = both.collect();
            let size = component.iter().filter(|&&is_member| is_member).count();
            if size > largest {
                largest = size;
                hub = Hub::new(input, component, &reached);
            }
            if largest > input.inner / 4 {
                break;
            }
        }
        hub
    }

    /// A component, given the beams that it leads to.
    fn new(input: &Input, component: Vec<bool>, reached: &[bool]) -> Hub {
        let mut hub = Hub { component, ..Hub::none(input) };
        for (beam, _) in input.beams.iter().zip(reached).filter(|&(_, &reached)| reached) {
            input.places_of(beam).for_each(|place| hub.lit[place] = true);
        }
        hub.count = hub.lit.iter().filter(|&&lit| lit).count();
        hub
    }
}

impl Input {
    /// The places where a beam gives light.
    fn places_of(&self, beam: &Beam) -> impl Iterator<Item = usize> {
        let Range { start, end } = beam.places;
        self.places[start as usize..end as usize].iter().map(|&place| place.into())
    }
}

/// For each beam, whether a search comes to it from one of them, itself included.
fn reach<I: Iterator<Item = u16>>(from: usize, size: usize, next: impl Fn(usize) -> I) -> Vec<bool> {
    let mut reached = vec![false; size];
    reached[from] = true;
    let mut found = vec![from];
    while let Some(at) = found.pop() {
        for next in next(at).map(usize::from) {
            if !reached[next] {
                reached[next] = true;
                found.push(next);
            }
        }
    }
    reached
}

/// Searches from one entrance after the other.
struct Search<'a> {
    input: &'a Input,
    hub: Hub,
    /// The number of this search, from 1 on.
    round: u16,
    /// By beam, the last search that found it.
    beams: Vec<u16>,
    /// By place, the last search that found light there.
    places: Vec<u16>,
    /// The beams that this search has found.
    found: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(input: &'a Input, hub: Hub) -> Self {
        let (beams, places) = (vec![0; input.inner], vec![0; input.size]);
        Search { input, hub, round: 0, beams, places, found: Vec::new() }
    }

    /// The number of cells with light from an entrance.
    fn count(&mut self, entrance: usize) -> usize {
        self.round += 1;
        self.found.clear();
        self.found.push(entrance);
        let (mut done, mut meets_hub) = (0, false);
        while let Some(&at) = self.found.get(done) {
            done += 1;
            for next in self.input.beams[at].next.clone().map(usize::from) {
                if self.hub.component[next] {
                    meets_hub = true;
                } else if self.beams[next] != self.round {
                    self.beams[next] = self.round;
                    self.found.push(next);
                }
            }
        }
        let mut count = if meets_hub { self.hub.count } else { 0 };
        for &at in &self.found {
            for place in self.input.places_of(&self.input.beams[at]) {
                let is_new = (self.places[place] != self.round) & !(meets_hub & self.hub.lit[place]);
                count += usize::from(is_new);
                self.places[place] = self.round;
            }
        }
        count
    }
}
