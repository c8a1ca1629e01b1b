//! `aoc-rs solve`: one day, for a person or a script.

use std::fs;
use std::io::{self, Read, Write};
use std::panic::catch_unwind;
use std::path::Path;

use aoc::DAYS;
use aoc_core::Day;
use aoc_core::params::{ParamError, Params};
use aoc_core::text::InputError;
use aoc_serve::panic_message;

use crate::{CRASHED, REFUSED, USAGE};

/// The most of a refused line that is shown.
const SHOWN: usize = 60;

pub fn solve(year: u64, day: u64, part: Option<u8>, params: &[String], file: &Path) -> io::Result<u8> {
    let Some(found) = aoc_core::find(&DAYS, year, day) else {
        eprintln!("aoc-rs: there is no {year} day {day}; the days here are {}", known());
        return Ok(USAGE);
    };
    if part == Some(2) && !found.two_parts {
        eprintln!("aoc-rs: {year} day {day} has no part 2");
        return Ok(USAGE);
    }
    let params = match values(found, params) {
        Ok(params) => params,
        Err((code, fault)) => {
            eprintln!("aoc-rs: {fault}");
            return Ok(code);
        }
    };
    let (name, bytes) = read(file);
    let text = match bytes {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            eprintln!("aoc-rs: {name}: {error}");
            return Ok(USAGE);
        }
    };
    match catch_unwind(|| (found.solve)(&text, &params)) {
        Ok(Ok(run)) => {
            let mut out = io::stdout().lock();
            let parts = if found.two_parts { 1..=2 } else { 1..=1 };
            for (number, answer) in
                parts.zip(run.answers).filter(|(number, _)| part.is_none_or(|part| part == *number))
            {
                match answer {
                    Some(answer) => writeln!(out, "{answer}")?,
                    None => eprintln!("aoc-rs: part {number} of {year} day {day} is not written yet"),
                }
            }
            Ok(0)
        }
        Ok(Err(error)) => {
            eprint!("aoc-rs: {name}:{}", complaint(&text, &error));
            Ok(REFUSED)
        }
        Err(panic) => {
            eprintln!("aoc-rs: {year} day {day} crashed: {}", panic_message(&*panic));
            Ok(CRASHED)
        }
    }
}

/// The values of a day's parameters from `NAME=NUMBER`; or the exit status and what is wrong.
fn values(day: &Day, given: &[String]) -> Result<Params, (u8, String)> {
    let split = given.iter().map(|text| {
        let (name, number) = text.split_once('=')?;
        let plain = !name.is_empty() && !number.starts_with('+');
        plain.then_some((name, number.parse().ok()?))
    });
    let pairs: Vec<Option<(&str, i64)>> = split.collect();
    if let Some(wrong) = pairs.iter().position(Option::is_none) {
        return Err((USAGE, format!("--param {}: expected NAME=NUMBER", given[wrong])));
    }
    Params::new(day.params, pairs.into_iter().flatten()).map_err(|error| match error {
        ParamError::Unknown(name) => {
            (USAGE, format!("{} day {}: no parameter \"{name}\"", day.year, day.day))
        }
        ParamError::OutOfRange(error) => (REFUSED, error.message),
    })
}

fn read(file: &Path) -> (String, io::Result<Vec<u8>>) {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        return ("standard input".into(), io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes));
    }
    (file.display().to_string(), fs::read(file))
}

/// The days there are, in runs: `2021: 1-3, 7`.
fn known() -> String {
    let mut said = String::new();
    let mut days = DAYS.iter().peekable();
    let mut year = 0;
    while let Some(first) = days.next() {
        let mut last = first;
        while let Some(next) = days.next_if(|next| next.year == last.year && next.day == last.day + 1) {
            last = next;
        }
        if first.year != year {
            year = first.year;
            said += &format!("{}{year}: ", if said.is_empty() { "" } else { "; " });
        } else {
            said += ", ";
        }
        said += &first.day.to_string();
        if last.day != first.day {
            said += &format!("-{}", last.day);
        }
    }
    said
}

/// What is wrong; and where there is a place, that and its line with a caret under the column.
fn complaint(text: &str, error: &InputError) -> String {
    let Some(place) = error.place else {
        return format!(" {error}\n");
    };
    let [line, caret] = place.excerpt(text, SHOWN);
    format!("{error}\n{line}\n{caret}\n")
}

#[cfg(test)]
mod tests {
    use aoc_core::text::Place;

    use super::*;

    fn complain(text: &str, line: usize, column: usize) -> String {
        let place = Some(Place { line, column });
        complaint(text, &InputError { message: "expected a digit".into(), place })
    }

    #[test]
    fn a_complaint_points_at_its_column() {
        assert_eq!(complain("12\r\n3x\r\n", 2, 2), "2:2: expected a digit\n3x\n ^\n");
    }

    #[test]
    fn parameters_are_whole_numbers_by_name() {
        use aoc_core::params::Param;
        let day = Day { params: &[Param { name: "row", default: 5, range: -9..=9 }], ..DAYS[0] };
        let row = |given: &[&str]| {
            let given: Vec<String> = given.iter().map(|&text| text.into()).collect();
            values(&day, &given).map(|params| params["row"]).map_err(|(code, fault)| {
                assert!(!fault.contains('\n'));
                code
            })
        };
        assert_eq!([row(&[]), row(&["row=-9"]), row(&["row=1", "row=2"])], [Ok(5), Ok(-9), Ok(2)]);
        for wrong in ["row", "=1", "row=", "row=+1", "row=1.0", "row= 1", "column=1"] {
            assert_eq!(row(&[wrong]), Err(USAGE), "{wrong}");
        }
        assert_eq!(row(&["row=10"]), Err(REFUSED));
    }

    #[test]
    fn a_complaint_about_the_whole_text_has_no_place() {
        assert_eq!(complaint("12", &InputError::of_whole("it is too short")), " it is too short\n");
    }
}
