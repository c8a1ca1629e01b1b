//! [Keypad Conundrum](https://adventofcode.com/2024/day/21): the sum, over some door codes, of the code's
//! number times the fewest presses on the last of a chain of arrow pads that type it on a digit pad, with 2
//! robots on arrow pads between (part 1), or 25 (part 2).
//!
//! **One table a pad.** After each press on a pad, the arms of all pads above it point at their `A`. So what
//! a press costs depends only on the key from which the arm has come: each pad has a table of costs from key
//! to key.
//!
//! **From pad to pad.** To go from one key to another, the arm is moved by arrows of the pad above, from its
//! `A` back to `A`. The cheapest sequence is a shortest path among states (key pointed at, arrow pressed
//! last), on which a move costs what the table above says for the two arrows. Nothing is assumed about the
//! order of the moves.
//!
//! The tables depend on no input, and are made by the compiler: a code costs four look-ups.

use aoc_core::text::{InputError, Reader};

const MOST_CODES: usize = 100;
/// Keys are the cells of a pad with three columns, and one of them is a gap.
const COLUMNS: usize = 3;
/// The arrow pad.
const ARROWS: usize = 6;
const GAP: usize = 0;
const UP: usize = 1;
const PRESS: usize = 2;
const LEFT: usize = 3;
const DOWN: usize = 4;
const RIGHT: usize = 5;
/// The digit pad.
const DIGITS: usize = 12;
const DIGIT_GAP: usize = 9;
const ENTER: usize = 11;
/// The cell of each digit.
const CELLS: [u8; 10] = [10, 6, 7, 8, 3, 4, 5, 0, 1, 2];

/// For two keys, the fewest presses of yours that move an arm from the first to the second and press it
/// there.
type Table<const KEYS: usize> = [[u64; KEYS]; KEYS];

const NEAR: Table<DIGITS> = digits(2);
const FAR: Table<DIGITS> = digits(25);

/// The table of the digit pad behind some robots on arrow pads.
const fn digits(robots: usize) -> Table<DIGITS> {
    // On your own pad, any key is a press.
    let mut above = [[1; ARROWS]; ARROWS];
    let mut robot = 0;
    while robot < robots {
        above = costs::<ARROWS>(GAP, &above);
        robot += 1;
    }
    costs::<DIGITS>(DIGIT_GAP, &above)
}

/// The table of a pad, by that of the pad above.
const fn costs<const KEYS: usize>(gap: usize, above: &Table<ARROWS>) -> Table<KEYS> {
    let mut table = [[u64::MAX; KEYS]; KEYS];
    let mut from = 0;
    while from < KEYS {
        let least = paths::<KEYS>(gap, above, from);
        let mut state = 0;
        while state < KEYS * ARROWS {
            let (to, last) = (state / ARROWS, state % ARROWS);
            let cost = least[to][last].saturating_add(above[last][PRESS]);
            if cost < table[from][to] {
                table[from][to] = cost;
            }
            state += 1;
        }
        from += 1;
    }
    table
}

/// The least cost of each state from a key on: costs are improved along moves until nothing changes.
const fn paths<const KEYS: usize>(gap: usize, above: &Table<ARROWS>, from: usize) -> [[u64; ARROWS]; KEYS] {
    let mut least = [[u64::MAX; ARROWS]; KEYS];
    least[from][PRESS] = 0;
    let mut changed = true;
    while changed {
        changed = false;
        let mut step = 0;
        while step < KEYS * ARROWS * ARROWS {
            let (at, last, arrow) = (step / ARROWS / ARROWS, step / ARROWS % ARROWS, step % ARROWS);
            let to = neighbour::<KEYS>(at, arrow);
            let cost = least[at][last].saturating_add(above[last][arrow]);
            if to != at && to != gap && cost < least[to][arrow] {
                least[to][arrow] = cost;
                changed = true;
            }
            step += 1;
        }
    }
    least
}

/// The key where an arrow leads; or the same key, if that is outside of the pad, or no arrow.
const fn neighbour<const KEYS: usize>(at: usize, arrow: usize) -> usize {
    match arrow {
        UP if at >= COLUMNS => at - COLUMNS,
        DOWN if at + COLUMNS < KEYS => at + COLUMNS,
        LEFT if !at.is_multiple_of(COLUMNS) => at - 1,
        RIGHT if at % COLUMNS < COLUMNS - 1 => at + 1,
        _ => at,
    }
}

/// Codes: at least one.
pub type Input = Vec<Code>;

/// The digits of a code.
pub type Code = [u8; 3];

/// Reads one code a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    Reader::new(text).lines_up_to(MOST_CODES, |line| {
        let mut code = [0; 3];
        for digit in &mut code {
            *digit = match line.peek() {
                Some(byte @ b'0'..=b'9') => byte - b'0',
                _ => return Err(line.error("three digits and `A`", line.at())),
            };
            line.skip(1);
        }
        line.literal("A")?;
        Ok(code)
    })
}

/// The sum of the codes' numbers times their presses, with two robots on arrow pads.
pub fn part1(codes: &Input) -> u64 {
    codes.iter().map(|code| complexity(code, &NEAR)).sum()
}

/// The same with 25.
pub fn part2(codes: &Input) -> u64 {
    codes.iter().map(|code| complexity(code, &FAR)).sum()
}

fn complexity(code: &Code, table: &Table<DIGITS>) -> u64 {
    let [a, b, c] = code.map(|digit| usize::from(CELLS[usize::from(digit)]));
    let number = code.iter().fold(0, |number, &digit| 10 * number + u64::from(digit));
    number * (table[ENTER][a] + table[a][b] + table[b][c] + table[c][ENTER])
}
