//! `aoc-liars-rs LIE`: the server and the stopwatch of `aoc-rs` with one toy day, 2021 day 1, whose solution
//! lies about its time in the way named. `crosscheck time` is tested with it;
//! `tests/crosscheck/test_liars.py` says what is expected.
//!
//! The toy takes the texts of the real day, numbers one a line. Part 1 is their sum. Part 2 stirs every
//! number [`STEPS`] times and joins the outcomes by exclusive or, so that its time is in proportion to the
//! count of numbers.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::env;
use std::hint::{black_box, spin_loop};
use std::io;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use aoc_core::params::Params;
use aoc_core::text::{InputError, Reader};
use aoc_core::{Answer, Day, Run, run};

/// How often a number is stirred. Python needs 0.3 ms for four numbers, much less than [`SPIN`].
const STEPS: u32 = 600;
/// How often a compiled program stirs all numbers: in one round it would take longer to read and to answer
/// than is fair for one that does only the stirring twice. An odd number of equal outcomes, joined by
/// exclusive or, is one of them.
const ROUNDS: u32 = 5;
const SPIN: Duration = Duration::from_millis(5);
/// The answers to the full-size input of the tests.
const CONSTANT: (u64, u64) = (491, 4_167_861_624_076_635_532);

type Solve = fn(&str, &Params) -> Result<Run, InputError>;

const LIES: &[(&str, Solve)] = &[
    ("honest", |text, _| run(text, parse, sum, Some(checksum))),
    ("twin", |text, _| run(text, parse, sum, Some(checksum))),
    ("double", |text, _| run(text, parse, sum, Some(twice))),
    ("spin", |text, _| run(text, parse, sum, Some(spin))),
    ("cache", |text, _| run(text, parse, sum, Some(cached))),
    ("constant", |text, _| run(text, parse, |_| CONSTANT.0, Some(|_: &_| CONSTANT.1))),
    ("second", |text, _| run(text, parse, sum, Some(right_at_first::<1>))),
    ("late", |text, _| run(text, parse, sum, Some(right_at_first::<20>))),
    ("written", |text, _| run(text, parse, sum, Some(later))),
    ("swap", |text, _| run(text, parse, sum_and_checksum, Some(remembered))),
    ("talks", |text, _| run(text, parse, sum, Some(talking))),
];

fn main() -> ExitCode {
    let wanted = env::args().nth(1).unwrap_or_default();
    let Some((_, solve)) = LIES.iter().find(|(lie, _)| *lie == wanted) else {
        let lies: Vec<&str> = LIES.iter().map(|(lie, _)| *lie).collect();
        eprintln!("aoc-liars-rs: no lie \"{wanted}\"; there are {}", lies.join(", "));
        return ExitCode::from(64);
    };
    let days = [Day { year: 2021, day: 1, two_parts: true, params: &[], solve: *solve }];
    match aoc_serve::replies_alone().and_then(|replies| aoc_serve::serve(&days, io::stdin().lock(), replies))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("aoc-liars-rs: {error}");
            ExitCode::from(70)
        }
    }
}

struct Input {
    numbers: Vec<u64>,
    checksum: OnceCell<u64>,
}

fn parse(text: &str) -> Result<Input, InputError> {
    let numbers = Reader::new(text).lines(|line| line.number(0..=999_999_999))?;
    Ok(Input { numbers, checksum: OnceCell::new() })
}

fn sum(input: &Input) -> u64 {
    input.numbers.iter().sum()
}

/// Never inlined, so that to do it twice is to run the same code twice.
#[inline(never)]
fn checksum(input: &Input) -> u64 {
    let numbers = (0..ROUNDS).flat_map(|_| &black_box(input).numbers);
    numbers.fold(0, |all, &number| all ^ stirred(number))
}

/// No compiler knows a shorter way through this.
fn stirred(number: u64) -> u64 {
    (0..STEPS).fold(number, |x, _| (x ^ (x >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1))
}

fn twice(input: &Input) -> u64 {
    checksum(input).max(checksum(black_box(input)))
}

/// Takes [`SPIN`], of which the honest work is a part.
fn spin(input: &Input) -> u64 {
    let start = Instant::now();
    let answer = black_box(checksum(input));
    while start.elapsed() < SPIN {
        spin_loop();
    }
    answer
}

fn cached(input: &Input) -> u64 {
    static KNOWN: LazyLock<Mutex<HashMap<Vec<u64>, u64>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    *known.entry(input.numbers.clone()).or_insert_with(|| checksum(input))
}

/// Right in the first `RUNS` runs of the process; then wrong and right by turns.
fn right_at_first<const RUNS: u64>(input: &Input) -> u64 {
    static BEFORE: AtomicU64 = AtomicU64::new(0);
    let after = BEFORE.fetch_add(1, Ordering::Relaxed).checked_sub(RUNS);
    checksum(input) ^ u64::from(after.is_some_and(|after| after % 2 == 0))
}

/// Puts the work off until the answer is written.
fn later(input: &Input) -> Later {
    Later(input.numbers.clone())
}

struct Later(Vec<u64>);

impl Answer for Later {
    fn answer(self) -> Option<String> {
        checksum(&Input { numbers: self.0, checksum: OnceCell::new() }).answer()
    }
}

/// Prints, as one does who looks for a mistake.
fn talking(input: &Input) -> u64 {
    println!("there are {} numbers", input.numbers.len());
    print!("and that is that");
    checksum(input)
}

/// Does the work of part 2 in part 1.
fn sum_and_checksum(input: &Input) -> u64 {
    input.checksum.get_or_init(|| checksum(input));
    sum(input)
}

fn remembered(input: &Input) -> u64 {
    *input.checksum.get_or_init(|| checksum(input))
}
