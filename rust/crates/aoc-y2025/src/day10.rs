//! [Factory](https://adventofcode.com/2025/day/10): the fewest presses of buttons that switch the lights to a
//! pattern (part 1), and the fewest that raise the counters to given counts, where a press adds one to each
//! counter of its button (part 2).
//!
//! **Part 1** is linear algebra modulo 2. Buttons are added to a basis one by one. A button that is a sum of
//! others gives a set of buttons without any effect. The pattern is a sum of basis vectors, which is one
//! solution; any other is this one combined with some of the sets without effect. A Gray code visits them
//! all, with one exclusive or each.
//!
//! **Part 2.** There is an equation for each count, and one more: the sum of all presses is `T`. For
//! `(0) (0,1) (1) {3,2}`:
//!
//! ```text
//! a + b     = 3         a = T - 2         T >= 2
//!     b + c = 2   -->   b = 5 - T   -->   T <= 5   -->   T = 3, a = 1, b = 2, c = 0
//! a + b + c = T         c = T - 3         T >= 3
//! ```
//!
//! Elimination without fractions (Bareiss) leaves `D x = b - c y` for the presses `x` of most buttons. The
//! unknowns `y` are `T` and the presses of the other buttons: at most three. All presses must be at least 0,
//! and all divisions by `D` exact. As `T` comes first, the first such `y` in lexicographic order has the
//! least total.
//!
//! **Bounds** for the search come from Fourier and Motzkin's elimination. Two inequalities with opposite
//! signs of the last unknown give one without it: `y >= T - 4` and `2 y <= T` give `2 (T - 4) <= T`. When all
//! unknowns but `T` are gone, what is left bounds `T`. Given `T`, the inequalities with two unknowns bound
//! the second, and so on.
//!
//! Few `y` are tried before one is right. If the divisions can never be exact, many would be tried in vain.
//! So, with two or three unknowns, elimination modulo `D` first finds out whether they can be. One unknown
//! has few values anyway.
//!
//! **Sizes.** All coefficients are determinants of at most 11 rows of 0 and 1, and so at most 1458; with
//! counts in one column, below 2^22. So the first elimination is exact in `f64`, which vectorises. Products
//! of two coefficients, and again of two of these, are below 2^58.

use aoc_core::divisors::gcd;
use aoc_core::text::{InputError, Reader};

const MOST_LINES: usize = 400;
const MOST_LIGHTS: usize = 10;
const MOST_BUTTONS: usize = 13;
/// The most buttons of a machine that depend on others modulo 2.
const MOST_WITHOUT_EFFECT: usize = 6;
/// The most buttons of a machine that depend on others, and those of all machines together.
const MOST_FREE: usize = 3;
const MOST_FREE_TOGETHER: usize = 300;
const MOST_COUNT: u16 = 999;

/// Machines: at least one.
pub struct Input {
    machines: Vec<Machine>,
}

struct Machine {
    /// The pattern, a bit for each light.
    pattern: u16,
    switches: Switches,
    /// What the counts ask of the presses; `None` if the equations have no solution.
    presses: Option<Presses>,
}

/// What the buttons do to the lights. A word has a set of lights in the lower half, and in the upper half the
/// set of buttons that switches them: in `0b101 << 16 | 0b0110`, buttons 0 and 2 together switch lights 1 and
/// 2.
struct Switches {
    /// Vectors that are independent of each other; each has its first light at its own index.
    basis: [u32; MOST_LIGHTS],
    /// Independent sets of buttons that switch no light.
    without_effect: Vec<u32>,
}

/// The presses of the buttons, as functions of some unknown whole numbers.
struct Presses {
    unknowns: usize,
    /// The sum of all presses, unless it is the first unknown.
    sum: Option<i64>,
    divisor: i64,
    /// One row for each button: `divisor` times its presses are the constant, less the coefficients times the
    /// unknowns.
    rows: Vec<Row>,
}

/// Coefficients of unknowns, and a constant.
type Row = [i64; MOST_FREE + 1];

/// Reads one machine a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut free = 0;
    let machines = Reader::new(text).lines_up_to(MOST_LINES, |line| machine(line, &mut free))?;
    Ok(Input { machines })
}

/// Reads a line such as `[.#] (0,1) (1) {4,7}`, and adds up the buttons that the others leave free.
fn machine(line: &mut Reader, free: &mut usize) -> Result<Machine, InputError> {
    let start = line.at();
    line.literal("[")?;
    let lights = line.word(|byte| matches!(byte, b'.' | b'#'), "`.` or `#`")?;
    if lights.len() > MOST_LIGHTS {
        return Err(line.error("at most 10 lights", line.at()));
    }
    let pattern = lights.iter().rev().fold(0, |pattern, &byte| pattern << 1 | u16::from(byte == b'#'));
    line.literal("] (")?;
    let mut buttons = Vec::with_capacity(MOST_BUTTONS);
    loop {
        let at = line.at();
        let button = button(line, lights.len())?;
        if buttons.len() == MOST_BUTTONS || buttons.contains(&button) {
            return Err(line.error("at most 13 different buttons", at));
        }
        buttons.push(button);
        if line.one_of(&[") (", ") {"])? == 1 {
            break;
        }
    }
    let mut counts = [0; MOST_LIGHTS];
    for (at, count) in counts[..lights.len()].iter_mut().enumerate() {
        if at > 0 {
            line.literal(",")?;
        }
        *count = line.number(0..=MOST_COUNT)?;
    }
    line.literal("}")?;
    let switches = Switches::new(&buttons);
    if switches.without_effect.len() > MOST_WITHOUT_EFFECT {
        return Err(line.error("at most 6 buttons that depend on others modulo 2", start));
    }
    let mut equations = Equations::new(&buttons, &counts[..lights.len()]);
    let spare = equations.eliminate();
    *free += spare;
    if spare > MOST_FREE {
        return Err(line.error("at most 3 buttons that depend on others", start));
    }
    if *free > MOST_FREE_TOGETHER {
        return Err(line.error("at most 300 buttons in all machines that depend on others", start));
    }
    Ok(Machine { pattern, switches, presses: equations.presses() })
}

/// Reads the numbers of a button's lights, in increasing order.
fn button(line: &mut Reader, lights: usize) -> Result<u16, InputError> {
    let mut button = 0_u16;
    loop {
        let at = line.at();
        let light: u16 = line.number(0..=9)?;
        if usize::from(light) >= lights || button >> light != 0 {
            return Err(line.error("the numbers of different lights in increasing order", at));
        }
        button |= 1 << light;
        if line.peek() != Some(b',') {
            return Ok(button);
        }
        line.skip(1);
    }
}

/// The fewest presses for the patterns of all machines.
pub fn part1(input: &Input) -> Option<u32> {
    input.machines.iter().map(|machine| machine.switches.fewest(machine.pattern)).sum()
}

/// The fewest presses for the counts of all machines.
pub fn part2(input: &Input) -> Option<i64> {
    input.machines.iter().map(|machine| machine.presses.as_ref()?.fewest()).sum()
}

impl Switches {
    fn new(buttons: &[u16]) -> Self {
        let mut switches = Switches { basis: [0; MOST_LIGHTS], without_effect: Vec::new() };
        for (at, &button) in buttons.iter().enumerate() {
            let rest = switches.reduce(u32::from(button) | 1 << (16 + at));
            if rest as u16 == 0 {
                switches.without_effect.push(rest);
            } else {
                switches.basis[rest.trailing_zeros() as usize] = rest;
            }
        }
        switches
    }

    /// Adds basis vectors until no light is left, or there is no basis vector for the first light that is
    /// left.
    fn reduce(&self, mut word: u32) -> u32 {
        while word as u16 != 0 {
            let vector = self.basis[word.trailing_zeros() as usize];
            if vector == 0 {
                break;
            }
            word ^= vector;
        }
        word
    }

    /// The least number of buttons that make a pattern.
    fn fewest(&self, pattern: u16) -> Option<u32> {
        let mut buttons = self.reduce(pattern.into());
        if buttons as u16 != 0 {
            return None;
        }
        let mut fewest = buttons.count_ones();
        for step in 1_u32..1 << self.without_effect.len() {
            buttons ^= self.without_effect[step.trailing_zeros() as usize];
            fewest = fewest.min(buttons.count_ones());
        }
        Some(fewest)
    }
}

/// Columns: the constant, the sum of all presses, and the presses of each button.
const COLUMNS: usize = 16;
const CONSTANT: usize = 0;
const SUM: usize = 1;
const FIRST: usize = 2;

/// Linear equations: the columns times the unknowns are the constant.
struct Equations {
    /// One for each count, and then the one for the sum.
    rows: [[f64; COLUMNS]; MOST_LIGHTS + 1],
    counts: usize,
    /// Where the columns end.
    end: usize,
    /// For each column, the row that is solved for it.
    solved: [Option<usize>; COLUMNS],
    /// The coefficient in each solved row, which is positive; all other rows have 0 there.
    divisor: f64,
}

impl Equations {
    fn new(buttons: &[u16], counts: &[u16]) -> Self {
        let mut rows = [[0.0; COLUMNS]; MOST_LIGHTS + 1];
        for (at, (row, &count)) in rows.iter_mut().zip(counts).enumerate() {
            for (cell, button) in row[FIRST..].iter_mut().zip(buttons) {
                *cell = f64::from(button >> at & 1);
            }
            row[CONSTANT] = count.into();
        }
        let end = FIRST + buttons.len();
        rows[counts.len()][FIRST..end].fill(1.0);
        rows[counts.len()][SUM] = -1.0;
        Equations { rows, counts: counts.len(), end, solved: [None; COLUMNS], divisor: 1.0 }
    }

    /// Solves the equations of the counts for as many buttons as there can be, and tells how many are left.
    fn eliminate(&mut self) -> usize {
        let mut rank = 0;
        for column in FIRST..self.end {
            if let Some(row) = (rank..self.counts).find(|&row| self.rows[row][column] != 0.0) {
                self.rows.swap(rank, row);
                self.solve(rank, column);
                rank += 1;
            }
        }
        self.end - FIRST - rank
    }

    /// Solves a row for a column.
    fn solve(&mut self, row: usize, column: usize) {
        let sign = self.rows[row][column].signum();
        let solved = self.rows[row].map(|cell| cell * sign);
        self.rows[row] = solved;
        let (times, divisor) = (solved[column], self.divisor);
        for other in (0..=self.counts).filter(|&other| other != row) {
            let other = &mut self.rows[other];
            let factor = other[column];
            // Most divisors are 1.
            if divisor != 1.0 {
                other
                    .iter_mut()
                    .zip(solved)
                    .for_each(|(cell, by)| *cell = (*cell * times - factor * by) / divisor);
            } else if factor != 0.0 || times != 1.0 {
                other.iter_mut().zip(solved).for_each(|(cell, by)| *cell = *cell * times - factor * by);
            }
        }
        self.solved[column] = Some(row);
        self.divisor = times;
    }

    /// Solves the equation for the sum as well, unless the counts determine the sum; `None` if the equations
    /// contradict each other, or make the sum a fraction.
    fn presses(&mut self) -> Option<Presses> {
        let rank = self.solved.iter().flatten().count();
        if self.rows[rank..self.counts].iter().any(|row| row[CONSTANT] != 0.0) {
            return None;
        }
        let last = self.counts;
        let mut unknowns = Vec::with_capacity(MOST_FREE);
        let mut sum = None;
        if let Some(column) = (FIRST..self.end).find(|&column| self.rows[last][column] != 0.0) {
            self.solve(last, column);
            unknowns.push(SUM);
        } else {
            let known = -self.rows[last][CONSTANT] / self.divisor;
            if known.fract() != 0.0 {
                return None;
            }
            sum = Some(known as i64);
        }
        unknowns.extend((FIRST..self.end).filter(|&column| self.solved[column].is_none()));
        let row = |column: usize| {
            let mut coefficients = [0; MOST_FREE + 1];
            if let Some(row) = self.solved[column] {
                for (coefficient, &unknown) in coefficients.iter_mut().zip(&unknowns) {
                    *coefficient = self.rows[row][unknown] as i64;
                }
                coefficients[MOST_FREE] = self.rows[row][CONSTANT] as i64;
            } else if let Some(unknown) = unknowns.iter().position(|&unknown| unknown == column) {
                coefficients[unknown] = -self.divisor as i64;
            }
            coefficients
        };
        let rows = (FIRST..self.end).map(row).collect();
        Some(Presses { unknowns: unknowns.len(), sum, divisor: self.divisor as i64, rows })
    }
}

impl Presses {
    /// The least sum of presses that are whole numbers, and not below zero.
    fn fewest(&self) -> Option<i64> {
        if self.unknowns > 1 && self.divisor > 1 && !self.divisible() {
            return None;
        }
        let bounds = self.bounds();
        let mut values = [0; MOST_FREE];
        self.search(&bounds[..self.unknowns], 0, &mut values).then(|| self.sum.unwrap_or(values[0]))
    }

    /// For each unknown, inequalities that bound it when the unknowns before it are given.
    fn bounds(&self) -> [Vec<Row>; MOST_FREE] {
        let mut bounds = [const { Vec::new() }; MOST_FREE];
        if self.unknowns > 0 {
            bounds[self.unknowns - 1] = self.rows.clone();
        }
        for unknown in (1..self.unknowns).rev() {
            bounds[unknown - 1] = without(unknown, &bounds[unknown]);
        }
        bounds
    }

    /// Finds the first values in lexicographic order for the unknowns from this one on, given those before
    /// it.
    fn search(&self, bounds: &[Vec<Row>], unknown: usize, values: &mut [i64; MOST_FREE]) -> bool {
        let Some(rows) = bounds.get(unknown) else {
            let is_valid = |value: i64| value >= 0 && (self.divisor == 1 || value % self.divisor == 0);
            return self.rows.iter().all(|row| is_valid(rest(row, values)));
        };
        let (mut low, mut high) = (i64::MIN, i64::MAX);
        values[unknown] = 0;
        for row in rows {
            let rest = rest(row, values);
            match row[unknown] {
                0 if rest < 0 => return false,
                0 => {}
                by if by > 0 => high = high.min(rest.div_euclid(by)),
                by => low = low.max(-rest.div_euclid(-by)),
            }
        }
        (low..=high).any(|value| {
            values[unknown] = value;
            self.search(bounds, unknown + 1, values)
        })
    }

    /// Whether whole numbers of any size and sign as unknowns can make all divisions exact.
    fn divisible(&self) -> bool {
        let mut rows: Vec<Row> =
            self.rows.iter().map(|row| row.map(|cell| cell.rem_euclid(self.divisor))).collect();
        for unknown in 0..self.unknowns {
            // Euclid's algorithm, on all rows: the least coefficient reduces the others until it is the only
            // one.
            while let Some(least) =
                (0..rows.len()).filter(|&at| rows[at][unknown] != 0).min_by_key(|&at| rows[at][unknown])
            {
                let row = rows[least];
                let mut alone = true;
                for (at, other) in rows.iter_mut().enumerate() {
                    let times = other[unknown] / row[unknown];
                    if at != least && times > 0 {
                        for (cell, by) in other.iter_mut().zip(row) {
                            *cell = (*cell - times * by).rem_euclid(self.divisor);
                        }
                        alone &= other[unknown] == 0;
                    }
                }
                if alone {
                    // Multiplied by this, the row loses the unknown; if what is left can be 0, there is a
                    // value for it.
                    let [divisor, cell] =
                        [self.divisor, row[unknown]].map(|number| number.unsigned_abs().into());
                    let times = self.divisor / gcd(divisor, cell) as i64;
                    rows[least] = row.map(|cell| cell * times % self.divisor);
                }
            }
        }
        rows.iter().all(|row| row[MOST_FREE] == 0)
    }
}

/// What is left of a row's constant with these values.
fn rest(row: &Row, values: &[i64; MOST_FREE]) -> i64 {
    row.iter().zip(values).fold(row[MOST_FREE], |rest, (by, value)| rest - by * value)
}

/// Combines inequalities into ones without an unknown. They hold if and only if some real value of the
/// unknown fits.
fn without(unknown: usize, rows: &[Row]) -> Vec<Row> {
    let mut combined: Vec<Row> = rows.iter().filter(|row| row[unknown] == 0).copied().collect();
    for above in rows.iter().filter(|row| row[unknown] > 0) {
        for below in rows.iter().filter(|row| row[unknown] < 0) {
            // With these positive factors, the coefficients of the unknown cancel.
            let (above_times, below_times) = (-below[unknown], above[unknown]);
            combined.push(std::array::from_fn(|at| above_times * above[at] + below_times * below[at]));
        }
    }
    combined
}
