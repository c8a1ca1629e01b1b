//! What every day shares: the reader of texts, letters drawn with dots, and how a day is run. There is no I/O
//! here.

pub mod alphabet;
mod answer;
pub mod bits;
mod clock;
pub mod divisors;
pub mod grid;
pub mod hash;
pub mod letters;
pub mod params;
pub mod sort;
pub mod swar;
pub mod text;

use std::hint::black_box;

pub use answer::{Answer, NO_SOLUTION, NotYet};
use clock::Instant;
use params::{Param, Params};
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
    /// The parameters that the day takes.
    pub params: &'static [Param],
    /// Parses a text and answers both parts, with the day's parameters.
    pub solve: fn(&str, &Params) -> Result<Run, InputError>,
}

/// What one run of a day gave, and how long each step took.
#[derive(Debug)]
pub struct Run {
    /// The answers of part 1 and part 2; `None` for a part that does not exist or is not written yet.
    pub answers: [Option<String>; 2],
    /// Nanoseconds for parse, part 1 and part 2; 0 where there is no clock, as for WebAssembly in a page.
    pub ns: [u64; 3],
}

/// How this crate was built: `release`, `checked` or `debug`. Said by what the compiler did, not by a
/// folder's name.
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

/// Runs a day once.
///
/// Lines may end in LF or in CRLF, though a parser knows LF alone: no puzzle's text has a carriage return
/// within a line, so a text with CRLF is refused at a line end, and is then parsed again without. A text with
/// LF alone pays nothing for that; it is neither searched nor copied.
pub fn run<I, A: Answer, B: Answer>(
    text: &str,
    parse: impl Fn(&str) -> Result<I, InputError>,
    part1: impl Fn(&I) -> A,
    part2: Option<impl Fn(&I) -> B>,
) -> Result<Run, InputError> {
    let start = Instant::now();
    match run_lines(text, &parse, &part1, &part2) {
        Err(_) if text.contains("\r\n") => {
            let text = text.replace("\r\n", "\n");
            let before = start.elapsed().as_nanos() as u64;
            let mut run = run_lines(&text, &parse, &part1, &part2)?;
            run.ns[0] += before;
            Ok(run)
        }
        run => run,
    }
}

/// Runs a day on a text whose lines end in LF. The black boxes keep the compiler from doing any of it outside
/// of its stopwatch, and an answer is text before its stopwatch stops, so that no type of answer can put work
/// off.
#[inline(never)] // so that there is one copy of the parser
fn run_lines<I, A: Answer, B: Answer>(
    text: &str,
    parse: &impl Fn(&str) -> Result<I, InputError>,
    part1: &impl Fn(&I) -> A,
    part2: &Option<impl Fn(&I) -> B>,
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
    use text::Reader;

    #[test]
    fn a_part_that_is_not_written_yet_has_no_answer() {
        let run = run("12", |text| Ok(text.len()), |_| NotYet, Some(|length: &usize| *length)).unwrap();
        assert_eq!(run.answers, [None, Some("2".into())]);
    }

    #[test]
    fn lines_end_in_either_way_or_in_both() {
        let sum = |text| {
            let parse = |text: &str| Reader::new(text).lines(|line| line.number(0..=9));
            run(text, parse, |numbers| numbers.iter().sum::<u8>(), None::<fn(&_) -> NotYet>)
        };
        for text in ["1\n2\n3", "1\r\n2\r\n3\r\n", "1\n2\r\n3\n\r\n\n"] {
            assert_eq!(sum(text).unwrap().answers[0].as_deref(), Some("6"), "{text:?}");
        }
        for (text, place) in [("1\r\nx\r\n", "2:1"), ("1\r\r\n2", "1:2"), ("1\r2", "1:2"), ("1\r", "1:2")] {
            assert!(sum(text).unwrap_err().to_string().starts_with(place), "{text:?}");
        }
    }
}
