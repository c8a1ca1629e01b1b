//! [Unstable Diffusion](https://adventofcode.com/2022/day/23): elves on a grid move apart, each to the first
//! free side in an order that rotates, unless two want the same cell; the empty cells in the rectangle around
//! them after ten rounds (part 1), and the first round in which none moves (part 2).
//!
//! **Words of cells.** 64 cells of a row are a word, so that a few bitwise operations do a round for all of
//! them. Words are listed column by column:
//!
//! ```text
//! row 0    0   6  12        A row has three words here, and those at either end are empty.
//! row 1    1   7  13        The words above and below are next to a word in its list, so all steps are loops over
//!   ...                     lists, which vectorise. The neighbours at the sides are in the word itself, shifted by one,
//! row 5    5  11  17        and one bit of the word to the left or right.
//! ```
//!
//! **What blocks a side.** A side of an elf is three cells, and any elf there blocks it. Two sets of bits say
//! this for all cells at once:
//!
//! ```text
//! a b c      `across` of b: an elf in a, b or c. The north side of e is blocked if and only if `across` of b is set.
//! d e f      `along` of d: an elf in a, d or g. The west side of e is blocked if and only if `along` of d is set.
//! g h i
//! ```
//!
//! **Collisions.** Only elves from opposite sides can propose the same cell. Suppose that an elf at `b`
//! proposes to go south to `e`. Then there is no elf at `d` or `f`, so the only other elf that can propose
//! `e` is at `h`. So an elf moves north if and only if it proposes that, and no elf two cells above proposes
//! south. The other directions are alike.
//!
//! If an elf comes near the end of the field, the field is made larger on all sides.

use std::ops::Range;

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 80;
const WORD: usize = u64::BITS as usize;
/// Empty rows that must remain above and below the rows in use: a round reads three of them, and writes one.
const MARGIN: usize = 3;

/// The field at the start.
pub type Input = Field;

/// Where the elves are.
#[derive(Clone)]
pub struct Field {
    /// The columns of words, without the empty one at either end.
    words: usize,
    height: usize,
    /// The rows in use: outside of them there is no elf.
    rows: Range<usize>,
    elves: Vec<u64>,
}

/// Reads the elves.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let grid = reader.grid(|byte| matches!(byte, b'.' | b'#'), "`.` or `#`", MOST_SIDE)?;
    reader.end()?;
    let (words, height) = (3, 3 * WORD);
    // In real inputs, elves spread further to the right and down.
    let [left, above] = [grid.width, grid.height].map(|size| (words * WORD - size) / 3);
    let mut elves = vec![0; (words + 2) * height];
    for (row, cells) in (above..).zip(grid.rows()) {
        for (column, _) in (left..).zip(cells).filter(|(_, cell)| **cell == b'#') {
            elves[(1 + column / WORD) * height + row] |= 1 << (column % WORD);
        }
    }
    Ok(Field { words, height, rows: above..above + grid.height, elves })
}

/// The empty cells among the elves after ten rounds.
pub fn part1(field: &Input) -> usize {
    let mut rounds = Rounds::new(field.clone());
    for round in 0..10 {
        rounds.next(round);
    }
    let field = &rounds.field;
    let columns = field.elves.chunks(field.height).map(|words| words.iter().fold(0, |all, word| all | word));
    let columns: Vec<u64> = columns.collect();
    let is_column_used = |column: &usize| columns[column / WORD] >> (column % WORD) & 1 == 1;
    let height = extent(field.rows.clone().filter(|&row| field.is_row_used(row)));
    let width = extent((0..columns.len() * WORD).filter(is_column_used));
    height * width - field.elves.iter().map(|word| word.count_ones() as usize).sum::<usize>()
}

/// How many numbers there are from the first to the last of some rising numbers.
fn extent(numbers: impl Iterator<Item = usize>) -> usize {
    let ends = numbers.fold(None, |ends, number| Some((ends.map_or(number, |(first, _)| first), number)));
    ends.map_or(0, |(first, last)| last + 1 - first)
}

/// The first round without a move.
pub fn part2(field: &Input) -> usize {
    let mut rounds = Rounds::new(field.clone());
    let mut round = 0;
    while rounds.next(round) {
        round += 1;
    }
    round + 1
}

/// A field, and what is needed for its next round: lists as long as that of the elves.
struct Rounds {
    field: Field,
    /// Whether an elf is in the cell, or at its left or right.
    across: Vec<u64>,
    /// Whether an elf is in the cell, or above or below it.
    along: Vec<u64>,
    /// The elves that propose north, south, west and east.
    proposed: [Vec<u64>; 4],
}

impl Rounds {
    fn new(field: Field) -> Rounds {
        let empty = || vec![0; field.elves.len()];
        let (across, along, proposed) = (empty(), empty(), [empty(), empty(), empty(), empty()]);
        Rounds { field, across, along, proposed }
    }

    /// Plays a round; tells whether any elf has moved.
    fn next(&mut self, round: usize) -> bool {
        if self.field.is_narrow() {
            *self = Rounds::new(self.field.enlarged());
        }
        self.find_neighbours();
        match round % 4 {
            0 => self.propose::<0>(),
            1 => self.propose::<1>(),
            2 => self.propose::<2>(),
            _ => self.propose::<3>(),
        }
        self.step()
    }

    /// Finds the elves in three cells across, and in three cells along, each column of words.
    fn find_neighbours(&mut self) {
        let elves = &self.field.elves;
        for span in self.field.spans(1) {
            let (above, below) = (span.up().of(elves), span.down().of(elves));
            let (left, here, right) = (span.left().of(elves), span.of(elves), span.right().of(elves));
            let (across, along) = (span.of_mut(&mut self.across), span.of_mut(&mut self.along));
            for i in 0..span.size {
                across[i] = here[i] | shift_right::<1>(left[i], here[i]) | shift_left::<1>(here[i], right[i]);
                along[i] = above[i] | here[i] | below[i];
            }
        }
    }

    /// Finds what each elf proposes, if it has any neighbour, with `FIRST` as the first direction.
    fn propose<const FIRST: usize>(&mut self) {
        let [norths, souths, wests, easts] = &mut self.proposed;
        for span in self.field.spans(0) {
            let here = span.of(&self.field.elves);
            let (north, south) = (span.up().of(&self.across), span.down().of(&self.across));
            let (left, along, right) =
                (span.left().of(&self.along), span.of(&self.along), span.right().of(&self.along));
            let (norths, souths) = (span.of_mut(norths), span.of_mut(souths));
            let (wests, easts) = (span.of_mut(wests), span.of_mut(easts));
            for i in 0..span.size {
                let west = shift_right::<1>(left[i], along[i]);
                let east = shift_left::<1>(along[i], right[i]);
                let blocked = [north[i], south[i], west, east];
                let mut undecided = here[i] & (north[i] | south[i] | west | east);
                let mut proposed = [0; 4];
                for turn in 0..4 {
                    let direction = (FIRST + turn) % 4;
                    proposed[direction] = undecided & !blocked[direction];
                    undecided &= blocked[direction];
                }
                [norths[i], souths[i], wests[i], easts[i]] = proposed;
            }
        }
    }

    /// Moves the elves that are alone in what they propose; tells whether there are any.
    fn step(&mut self) -> bool {
        let [norths, souths, wests, easts] = &self.proposed;
        let mut any = 0;
        for span in self.field.spans(1) {
            // What is proposed here, one or two rows below or above, and in the words at the right or left.
            let (up, down) = (span.up(), span.down());
            let (north, north_below, north_2_below) =
                (span.of(norths), down.of(norths), down.down().of(norths));
            let (south, south_above, south_2_above) = (span.of(souths), up.of(souths), up.up().of(souths));
            let (west, west_right) = (span.of(wests), span.right().of(wests));
            let (east, east_left) = (span.of(easts), span.left().of(easts));
            let elves = span.of_mut(&mut self.field.elves);
            for i in 0..span.size {
                // The elves that leave their cells, since no other elf proposes the same cell from its far
                // side.
                let to_north = north[i] & !south_2_above[i];
                let to_south = south[i] & !north_2_below[i];
                let to_west = west[i] & !shift_right::<2>(east_left[i], east[i]);
                let to_east = east[i] & !shift_left::<2>(west[i], west_right[i]);
                let leaving = to_north | to_south | to_west | to_east;
                // The cells that elves propose. Where two elves propose the same cell, the XOR leaves it
                // empty.
                let from_east = shift_left::<1>(west[i], west_right[i]);
                let from_west = shift_right::<1>(east_left[i], east[i]);
                let arriving = north_below[i] ^ south_above[i] | from_east ^ from_west;
                elves[i] = elves[i] & !leaving | arriving;
                any |= leaving;
            }
        }
        self.field.widen_rows();
        any != 0
    }
}

/// Some rows of a column of words, and where they are in each list.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    size: usize,
    /// From one column of words to the next.
    height: usize,
}

impl Span {
    fn up(self) -> Span {
        Span { start: self.start - 1, ..self }
    }

    fn down(self) -> Span {
        Span { start: self.start + 1, ..self }
    }

    fn left(self) -> Span {
        Span { start: self.start - self.height, ..self }
    }

    fn right(self) -> Span {
        Span { start: self.start + self.height, ..self }
    }

    /// The rows of this span in a list.
    #[inline(always)]
    fn of(self, list: &[u64]) -> &[u64] {
        &list[self.start..self.start + self.size]
    }

    #[inline(always)]
    fn of_mut(self, list: &mut [u64]) -> &mut [u64] {
        &mut list[self.start..self.start + self.size]
    }
}

/// Moves all cells of a word to the right on the map, with cells of the word at the left coming in. The
/// lowest bit is at the left.
#[inline(always)]
fn shift_right<const BY: usize>(left: u64, word: u64) -> u64 {
    word << BY | left >> (WORD - BY)
}

/// Moves all cells of a word to the left on the map, with cells of the word at the right coming in.
#[inline(always)]
fn shift_left<const BY: usize>(word: u64, right: u64) -> u64 {
    word >> BY | right << (WORD - BY)
}

impl Field {
    /// For each column of words, the rows in use, and as many more above and below.
    fn spans(&self, more: usize) -> impl Iterator<Item = Span> + use<> {
        let (height, first, size) = (self.height, self.rows.start - more, self.rows.len() + 2 * more);
        (1..=self.words).map(move |column| Span { start: column * height + first, size, height })
    }

    fn is_row_used(&self, row: usize) -> bool {
        self.elves.iter().skip(row).step_by(self.height).any(|&word| word != 0)
    }

    /// Takes the rows above and below into use, if elves have come there.
    fn widen_rows(&mut self) {
        let (above, below) = (self.is_row_used(self.rows.start - 1), self.is_row_used(self.rows.end));
        self.rows = self.rows.start - usize::from(above)..self.rows.end + usize::from(below);
    }

    /// Whether elves may get out of the field in the next round.
    fn is_narrow(&self) -> bool {
        let column = |at: usize| self.elves[at * self.height..][..self.height].iter();
        let first = column(1).fold(0, |all, word| all | word & 1);
        let last = column(self.words).fold(0, |all, word| all | word >> (WORD - 1));
        first | last != 0 || self.rows.start < MARGIN || self.rows.end + MARGIN > self.height
    }

    /// The same elves with 64 more cells on all sides.
    fn enlarged(&self) -> Field {
        let (words, height) = (self.words + 2, self.height + 2 * WORD);
        let mut elves = vec![0; (words + 2) * height];
        for (to, from) in elves.chunks_mut(height).skip(1).zip(self.elves.chunks(self.height)) {
            to[WORD..WORD + self.height].copy_from_slice(from);
        }
        Field { words, height, rows: self.rows.start + WORD..self.rows.end + WORD, elves }
    }
}
