//! [Clumsy Crucible](https://adventofcode.com/2023/day/17): the least cost of a path over a grid of digits,
//! from the top left to the bottom right, with at most three steps straight on (part 1), or four to ten
//! (part 2).
//!
//! **Sweeps.** A path is cut into straight runs, along a row and along a column by turns. There are two costs
//! for each cell: the least cost known of a path that ends there with a run along the row, and with a run
//! along the column. A sweep visits the rows from the first to the last:
//!
//! ```text
//! rows above    |    1. along the columns: the costs after runs from the rows above and below to this row;
//!               v    2. along the row: the costs after runs from cells of this row, to the right and the left.
//! this row   <-- -->
//!               ^
//! rows below    |
//! ```
//!
//! The next sweep visits them from the last to the first, and so on, until no cost is improved. A path that
//! never goes back up is found in the first sweep, and one that turns between down and up `n` times is found
//! after `n` more. A row is passed over if no row from which a run leads to it has changed since the last
//! visit.
//!
//! **Whole rows.** With running totals of the digits, a run onward from `a` to `b` costs
//! `total(b) - total(a)`. So the least cost after such a run is `total(b)` plus the least
//! `cost(a) - total(a)` of all `a` in reach. That is a minimum of a few whole rows for runs along the
//! columns, and of one row moved by a few cells for runs along the row. All of these loops vectorise.

use std::array::from_fn;
use std::mem::take;

use aoc_core::text::{InputError, Reader};

const MOST_SIDE: usize = 150;
/// The cells of a row in whole vectors, with at least one cell outside.
const LANES: usize = 160;
const _: () = assert!(LANES > MOST_SIDE);
/// No run is longer.
const REACH: usize = 10;
/// No path is known. The least costs are greatest where all digits are 9, and even there 2,682 is the most.
/// No sum overflows: the greatest is `FAR` as a cost, and as the digit of the cell outside, and a row of 9s.
const FAR: i16 = 15_000;
const _: () = assert!(2 * FAR as usize + 9 * MOST_SIDE <= i16::MAX as usize);

/// A number for each cell of a row, and for some cells outside at the right.
type Row = [i16; LANES];

/// Running totals of the digits.
pub struct Input {
    width: usize,
    /// For each row, the totals along the row. Outside they are too great for a run to get there.
    along: Vec<Totals>,
    /// For each row, the totals down the columns.
    down: Vec<Totals>,
}

/// For each cell of a row, the total of the digits before it, and with its own.
struct Totals {
    before: Row,
    with: Row,
}

/// Reads the grid.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    if matches!(reader.rest(), [b'1'..=b'9'] | [b'1'..=b'9', b'\n', ..]) {
        return Err(reader.error("a second column", 1));
    }
    let room = || Vec::with_capacity(MOST_SIDE);
    let mut input = Input { width: 0, along: room(), down: room() };
    let mut columns = [0; LANES];
    reader.grid_rows(
        |byte| matches!(byte, b'1'..=b'9'),
        "a digit from 1 to 9",
        MOST_SIDE,
        |row| {
            let mut digits = [0; LANES];
            digits.iter_mut().zip(row).for_each(|(digit, byte)| *digit = i16::from(byte - b'0'));
            input.down.push(Totals::new(columns, &digits));
            columns = from_fn(|column| columns[column] + digits[column]);
            digits[row.len()] = FAR;
            let mut total = 0;
            let before = digits.map(|digit| {
                total += digit;
                total - digit
            });
            input.along.push(Totals::new(before, &digits));
            input.width = row.len();
        },
    )?;
    if input.along.len() == 1 {
        return Err(reader.too_few_rows("a second row"));
    }
    reader.end()?;
    Ok(input)
}

/// The least cost with runs of one to three steps.
pub fn part1(input: &Input) -> Option<u32> {
    least_cost::<1, 3>(input)
}

/// The least cost with runs of four to ten steps.
pub fn part2(input: &Input) -> Option<u32> {
    least_cost::<4, 7>(input)
}

/// The least cost with runs of `LENGTHS` lengths, from `LEAST` steps on.
fn least_cost<const LEAST: usize, const LENGTHS: usize>(input: &Input) -> Option<u32> {
    let height = input.down.len();
    let mut costs = Costs::<LEAST, LENGTHS>::new(input);
    costs.settle();
    let [along, down] = [&costs.along, &costs.down].map(|rows| rows[height - 1][input.width - 1]);
    (along.min(down) < FAR).then_some(along.min(down) as u32)
}

/// The least costs known.
struct Costs<'a, const LEAST: usize, const LENGTHS: usize> {
    input: &'a Input,
    /// For each row, the costs of paths that end with a run along the row, and with a run along the column.
    along: Vec<Row>,
    down: Vec<Row>,
    /// For each row, what `along` means for runs down and up from there; with rows outside at both ends.
    onward: Vec<Row>,
    back: Vec<Row>,
    /// For each row, whether runs along the columns may improve its costs.
    is_due: Vec<bool>,
}

impl<'a, const LEAST: usize, const LENGTHS: usize> Costs<'a, LEAST, LENGTHS> {
    /// Starts with the runs along the first row.
    fn new(input: &'a Input) -> Self {
        let height = input.down.len();
        let mut start = vec![[FAR; LANES]; height];
        start[0][0] = 0;
        let (onward, back) = ([FAR; LANES], [i16::MAX; LANES]);
        let [onward, back] = [onward, back].map(|outside| vec![outside; REACH + height + REACH]);
        let is_due = vec![false; height];
        let mut costs = Costs { input, along: start.clone(), down: start, onward, back, is_due };
        costs.run_along(0);
        costs.prepare(0);
        costs
    }

    /// Sweeps down and up until no cost gets less.
    fn settle(&mut self) {
        let height = self.is_due.len();
        while self.is_due.contains(&true) {
            for row in (0..height).chain((0..height).rev()) {
                self.visit(row);
            }
        }
    }

    /// Lowers the costs of a row if it is due.
    fn visit(&mut self, row: usize) {
        if take(&mut self.is_due[row]) && self.run_down(row) && self.run_along(row) {
            self.prepare(row);
        }
    }

    /// Makes the runs along the columns that end in a row; tells whether any cost is less.
    fn run_down(&mut self, row: usize) -> bool {
        let onward = from_fn(|more| &self.onward[REACH + row - LEAST - more][..]);
        let back = from_fn(|more| &self.back[REACH + row + LEAST + more][..]);
        self.input.down[row].improve::<LENGTHS>(&mut self.down[row], onward, back)
    }

    /// Makes the runs along a row; tells whether any cost is less.
    fn run_along(&mut self, row: usize) -> bool {
        let totals = &self.input.along[row];
        let mut onward = [FAR; REACH + LANES];
        onward[REACH..].copy_from_slice(&totals.onward(&self.down[row]));
        let mut back = [i16::MAX; LANES + REACH];
        back[..LANES].copy_from_slice(&totals.back(&self.down[row]));
        let onward = from_fn(|more| &onward[REACH - LEAST - more..]);
        let back = from_fn(|more| &back[LEAST + more..]);
        totals.improve::<LENGTHS>(&mut self.along[row], onward, back)
    }

    /// Prepares the runs down and up from a row.
    fn prepare(&mut self, row: usize) {
        let totals = &self.input.down[row];
        self.onward[REACH + row] = totals.onward(&self.along[row]);
        self.back[REACH + row] = totals.back(&self.along[row]);
        for steps in LEAST..LEAST + LENGTHS {
            for end in [row.wrapping_sub(steps), row + steps] {
                if let Some(is_due) = self.is_due.get_mut(end) {
                    *is_due = true;
                }
            }
        }
    }
}

impl Totals {
    fn new(before: Row, digits: &Row) -> Totals {
        Totals { before, with: from_fn(|i| before[i] + digits[i]) }
    }

    /// What costs here mean for runs onward: the cost after such a run, less the total with the cell at its
    /// end.
    fn onward(&self, costs: &Row) -> Row {
        from_fn(|i| costs[i] - self.with[i])
    }

    /// What costs here mean for runs back: the cost after such a run, plus the total before the cell at its
    /// end.
    fn back(&self, costs: &Row) -> Row {
        from_fn(|i| costs[i] + self.before[i])
    }

    /// Lowers the costs of a row to those after a run from any of these rows; tells whether any is less.
    fn improve<const LENGTHS: usize>(
        &self,
        costs: &mut Row,
        onward: [&[i16]; LENGTHS],
        back: [&[i16]; LENGTHS],
    ) -> bool {
        let [onward, back] = [onward, back].map(|rows| rows.map(|row| &row[..LANES]));
        let mut changes = 0;
        for i in 0..LANES {
            let (mut least_onward, mut least_back) = (i16::MAX, i16::MAX);
            for length in 0..LENGTHS {
                least_onward = least_onward.min(onward[length][i]);
                least_back = least_back.min(back[length][i]);
            }
            let cost = costs[i].min(least_onward + self.with[i]).min(least_back - self.before[i]);
            changes |= costs[i] ^ cost;
            costs[i] = cost;
        }
        changes != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The greatest of the least costs, where there is a path.
    fn greatest<const LEAST: usize, const LENGTHS: usize>(input: &Input) -> i16 {
        let mut costs = Costs::<LEAST, LENGTHS>::new(input);
        costs.settle();
        let all = costs.along.iter().chain(&costs.down).flatten();
        all.copied().filter(|&cost| cost < FAR).max().unwrap_or(0)
    }

    /// A path costs the most where all digits are 9. These sides are too short for the longer runs, just long
    /// enough, or long.
    #[test]
    fn costs_stay_far_below_far() {
        const SIDES: [usize; 5] = [2, 4, 5, 11, MOST_SIDE];
        for height in SIDES {
            for width in SIDES {
                let row = "9".repeat(width) + "\n";
                let input = parse(&row.repeat(height)).unwrap_or_else(|error| panic!("{error:?}"));
                let greatest = greatest::<1, 3>(&input).max(greatest::<4, 7>(&input));
                assert!(greatest <= 2_682, "{greatest} on {height} rows of {width}");
            }
        }
    }
}
