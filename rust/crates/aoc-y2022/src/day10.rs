//! [Cathode-Ray Tube](https://adventofcode.com/2022/day/10): a register over 240 cycles: the sum of cycle
//! times register at cycles 20, 60, ..., 220 (part 1), and the letters that are drawn when each cycle lights
//! the next dot of a screen if the register is at most 1 away from its column (part 2).
//!
//! **The register during each cycle** is kept. `addx` takes two cycles, and its sum counts from the next one
//! on:
//!
//! ```text
//! instruction     addx 3     noop   addx -5     ...
//! cycle           1    2     3      4    5      6
//! register        1    1     4      4    4     -1
//! ```
//!
//! Then part 1 picks six registers, and part 2 compares each row of 40 registers with the columns, which
//! vectorises.

use aoc_core::letters;
use aoc_core::text::{InputError, Reader};

const WIDTH: usize = 40;
const HEIGHT: usize = 6;
const CYCLES: usize = WIDTH * HEIGHT;
const MOST: i16 = 99;
const _: () = assert!(MOST as usize * CYCLES < i16::MAX as usize);

/// The register during each cycle, from cycle 1 on.
pub type Input = [i16; CYCLES];

/// Reads one instruction a line.
pub fn parse(text: &str) -> Result<Input, InputError> {
    let mut reader = Reader::new(text);
    let mut registers = [0; CYCLES];
    let mut now = 1;
    let mut cycle = 0;
    reader.fold_lines((), |(), line| {
        let start = line.at();
        let is_addition = line.one_of(&["noop", "addx "])? == 1;
        let cycles = if is_addition { 2 } else { 1 };
        let more = if is_addition { line.number(-MOST..=MOST)? } else { 0 };
        let Some(during) = registers.get_mut(cycle..cycle + cycles) else {
            return Err(line.error("at most 240 cycles", start));
        };
        during.fill(now);
        cycle += cycles;
        now += more;
        Ok(())
    })?;
    if cycle < CYCLES {
        return Err(reader.too_soon("240 cycles"));
    }
    Ok(registers)
}

/// The sum of cycle times register at six cycles.
pub fn part1(registers: &Input) -> i32 {
    let cycles = (WIDTH / 2..=CYCLES).step_by(WIDTH);
    cycles.map(|cycle| cycle as i32 * i32::from(registers[cycle - 1])).sum()
}

/// The letters on the screen.
pub fn part2(registers: &Input) -> String {
    let is_lit: [[bool; WIDTH]; HEIGHT] = std::array::from_fn(|y| {
        std::array::from_fn(|x| (registers[WIDTH * y + x] - x as i16).unsigned_abs() <= 1)
    });
    let cells = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y)));
    letters::SMALL.read(cells.filter(|&(x, y)| is_lit[y][x]))
}
