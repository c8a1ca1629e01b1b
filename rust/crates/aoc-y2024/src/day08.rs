//! [Resonant Collinearity](https://adventofcode.com/2024/day/8): the number of cells in line with two
//! antennas of a kind, one of them twice as far as the other (part 1), or at any distances (part 2).
//!
//! **Steps.** Let `d` be the step from one antenna of a pair to the other. Twice as far from one as from the
//! other are the cells one step beyond each antenna, and, if 3 divides both coordinates of `d`, the two at
//! its thirds. The cells in line with the pair are those that multiples of the shortest step of the same
//! direction reach: `d` divided by the greatest common divisor of its coordinates. Each cell is marked in a
//! grid of bytes, and the marks are counted.

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 100;
const MOST_OF_KIND: usize = 20;
const KINDS: usize = (b'z' - b'0' + 1) as usize;

/// The antennas of each kind, row after row, on a grid.
pub struct Input {
    width: i32,
    height: i32,
    kinds: [Kind; KINDS],
}

#[derive(Clone, Copy)]
struct Kind {
    count: usize,
    places: [Place; MOST_OF_KIND],
}

#[derive(Clone, Copy)]
struct Place {
    x: i8,
    y: i8,
}

/// Reads the grid, and collects the antennas.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let kind = Kind { count: 0, places: [Place { x: 0, y: 0 }; MOST_OF_KIND] };
    let mut input = Input { width: 0, height: 0, kinds: [kind; KINDS] };
    let mut too_many = None;
    let is_cell = |byte: u8| (byte == b'.') | byte.is_ascii_alphanumeric();
    let rows = reader.grid_rows(is_cell, "`.`, a digit or a letter", MOST_SIDE, |row| {
        input.width = row.len() as i32;
        for (x, &cell) in row.iter().enumerate().filter(|&(_, &cell)| cell != b'.') {
            let kind = &mut input.kinds[usize::from(cell - b'0')];
            if let Some(place) = kind.places.get_mut(kind.count) {
                *place = Place { x: x as i8, y: input.height as i8 };
                kind.count += 1;
            } else if too_many.is_none() {
                too_many = Some(input.height as usize * (row.len() + 1) + x);
            }
        }
        input.height += 1;
    });
    // Every row so far was right, so a 21st antenna comes before anything that is wrong with the grid.
    if let Some(at) = too_many {
        return Err(reader.error("at most 20 antennas of a kind", at));
    }
    rows?;
    reader.end()?;
    Ok(input)
}

/// The number of cells in line with two antennas of a kind, twice as far from one as from the other.
pub fn part1(input: &Input) -> u32 {
    input.count(|marks, [one, two], [dx, dy]| {
        marks.set(two.0 + dx, two.1 + dy);
        marks.set(one.0 - dx, one.1 - dy);
        if dx % 3 == 0 && dy % 3 == 0 {
            marks.set(one.0 + dx / 3, one.1 + dy / 3);
            marks.set(two.0 - dx / 3, two.1 - dy / 3);
        }
    })
}

/// The number of cells in line with two antennas of a kind.
pub fn part2(input: &Input) -> u32 {
    input.count(|marks, [one, _], [dx, dy]| {
        // The first antenna of a pair is not below the second, so `dy` is not negative.
        let divisor = i32::from(DIVISORS[dx.unsigned_abs() as usize][dy as usize]);
        // It is nearly always 1, and a branch costs less than two divisions.
        let (dx, dy) = if divisor > 1 { (dx / divisor, dy / divisor) } else { (dx, dy) };
        let (mut x, mut y) = one;
        while marks.set(x, y) {
            (x, y) = (x + dx, y + dy);
        }
        let (mut x, mut y) = one;
        while marks.set(x, y) {
            (x, y) = (x - dx, y - dy);
        }
    })
}

impl Input {
    /// Counts the cells that are marked for the pairs of antennas, given the step from the first to the
    /// second.
    #[inline(always)]
    fn count(&self, mark: impl Fn(&mut Marks, [(i32, i32); 2], [i32; 2])) -> u32 {
        let &Input { width, height, .. } = self;
        let mut marks = Marks { width, height, cells: vec![0; (width * height) as usize] };
        for kind in &self.kinds {
            let places = &kind.places[..kind.count];
            for (at, two) in places.iter().enumerate() {
                for one in &places[..at] {
                    let [one, two] = [one, two].map(|place| (i32::from(place.x), i32::from(place.y)));
                    mark(&mut marks, [one, two], [two.0 - one.0, two.1 - one.1]);
                }
            }
        }
        marks.cells.iter().map(|&mark| u32::from(mark)).sum()
    }
}

/// A grid with a 1 in each cell that is marked.
struct Marks {
    width: i32,
    height: i32,
    cells: Vec<u8>,
}

impl Marks {
    /// Marks a cell, if there is one at this place, and tells whether there is.
    #[inline(always)]
    fn set(&mut self, x: i32, y: i32) -> bool {
        let is_inside = (x as u32) < self.width as u32 && (y as u32) < self.height as u32;
        if is_inside {
            self.cells[(y * self.width + x) as usize] = 1;
        }
        is_inside
    }
}

/// The greatest common divisor of every two numbers.
static DIVISORS: [[u8; MOST_SIDE]; MOST_SIDE] = {
    let mut divisors = [[0; MOST_SIDE]; MOST_SIDE];
    let mut cell = 0;
    while cell < MOST_SIDE * MOST_SIDE {
        let (mut one, mut two) = (cell / MOST_SIDE, cell % MOST_SIDE);
        while two > 0 {
            (one, two) = (two, one % two);
        }
        divisors[cell / MOST_SIDE][cell % MOST_SIDE] = one as u8;
        cell += 1;
    }
    divisors
};
