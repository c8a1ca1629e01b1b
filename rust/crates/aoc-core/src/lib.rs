//! What every day shares: the reader of texts, letters drawn with dots, and how a day is run. There is no I/O here.

pub mod letters;
pub mod text;

use std::fmt::Display;
use std::hint::black_box;
use std::time::Instant;

use text::InputError;

/// One puzzle: an entry of a table of days.
#[derive(Clone, Copy)]
pub struct Day {
    /// The year of the event.
    pub year: u16,
    /// The day of December.
    pub day: u8,
    /// Whether there is a second part.
    pub two_parts: bool,
    /// Parses a text and answers both parts.
    pub solve: fn(&str) -> Result<Run, InputError>,
}

/// What one run of a day gave, and how long each step took.
pub struct Run {
    /// The answers of part 1 and part 2; `None` for a part that does not exist or is not written yet.
    pub answers: [Option<String>; 2],
    /// Nanoseconds for parse, part 1 and part 2.
    pub ns: [u64; 3],
}

/// What a part returns until it is written: no answer.
pub struct NotYet;

/// What a part may return: anything that can be shown, or [`NotYet`].
pub trait Answer {
    /// The answer as it is compared.
    fn answer(self) -> Option<String>;
}

impl<T: Display> Answer for T {
    fn answer(self) -> Option<String> {
        Some(self.to_string())
    }
}

impl Answer for NotYet {
    fn answer(self) -> Option<String> {
        None
    }
}

/// How this crate was built: `release`, `checked` or `debug`. Said by what the compiler did, not by a folder's name.
pub const PROFILE: &str = match (env!("AOC_OPT_LEVEL").as_bytes(), cfg!(debug_assertions)) {
    (b"3", false) => "release",
    (b"3", true) => "checked",
    _ => "debug",
};

/// The compiler that built this crate, as in `rustc 1.95.0`.
pub const COMPILER: &str = env!("AOC_COMPILER");

/// Finds a day in a table.
pub fn find(days: &[Day], year: u64, day: u64) -> Option<&Day> {
    days.iter().find(|it| u64::from(it.year) == year && u64::from(it.day) == day)
}

/// Runs a day once. The black boxes keep the compiler from doing any of it outside of its stopwatch, and an answer is
/// text before its stopwatch stops, so that no type of answer can put work off.
pub fn run<I, A: Answer, B: Answer>(
    text: &str,
    parse: impl Fn(&str) -> Result<I, InputError>,
    part1: impl Fn(&I) -> A,
    part2: Option<impl Fn(&I) -> B>,
) -> Result<Run, InputError> {
    let (input, parse_ns) = timed(|| parse(black_box(text)));
    let input = input?;
    let (first, first_ns) = timed(|| part1(black_box(&input)).answer());
    let (second, second_ns) = match part2 {
        Some(part2) => timed(|| part2(black_box(&input)).answer()),
        None => (None, 0),
    };
    Ok(Run { answers: [first, second], ns: [parse_ns, first_ns, second_ns] })
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let start = Instant::now();
    let made = black_box(work());
    (made, start.elapsed().as_nanos() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_not_written_yet_has_no_answer() {
        let run = run("12", |text| Ok(text.len()), |_| NotYet, Some(|length: &usize| *length)).unwrap();
        assert_eq!(run.answers, [None, Some("2".into())]);
    }
}
