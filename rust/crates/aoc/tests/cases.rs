//! Every day answers its cases and refuses its rejects, as they stand in `inputs/YYYY/DD/cases.toml`,
//! whatever ends the lines.

use std::fs;

use aoc_core::Day;
use aoc_core::params::{ParamError, Params};
use aoc_core::text::InputError;
use toml::{Table, Value};

/// What a case or a reject wants of a day, and does not get, is a fault that this test names.
#[test]
fn every_day_answers_its_cases_and_refuses_its_rejects() {
    let mut faults = Vec::new();
    for day in aoc::DAYS.iter() {
        let known = cases(day);
        let draft = known.get("draft").and_then(Value::as_bool).unwrap_or(false);
        for case in tables(&known, "case") {
            let wanted: Vec<&str> = case["answers"].as_array().unwrap().iter().map(text).collect();
            check(day, case, &mut faults, |outcome| match outcome {
                Ok(answers) => answers.iter().zip(&wanted).all(|(answer, &wanted)| {
                    // A part that is not stated, or, in a draft, not written yet, may be anything.
                    wanted == "-" || answer.as_deref().map_or(draft, |answer| answer == wanted)
                }),
                Err(_) => false,
            });
        }
        for reject in tables(&known, "reject") {
            let line = reject["line"].as_integer().unwrap() as usize;
            check(day, reject, &mut faults, |outcome| match outcome {
                Ok(_) => false,
                // Line 0 stands for a fault of the whole, which has no place.
                Err(error) => error.place.map_or(0, |place| place.line) == line && !error.message.is_empty(),
            });
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// No day is without cases and rejects, so that none passes because nothing was asked of it.
#[test]
fn every_day_has_cases_and_rejects() {
    for day in aoc::DAYS.iter() {
        let known = cases(day);
        for kind in ["case", "reject"] {
            assert!(tables(&known, kind).next().is_some(), "{} day {}: no {kind}", day.year, day.day);
        }
    }
}

type Outcome = Result<[Option<String>; 2], InputError>;

/// Solves the input of a case with every kind of line end, and notes where the outcome is not right.
fn check(day: &Day, case: &Table, faults: &mut Vec<String>, right: impl Fn(&Outcome) -> bool) {
    let params: Vec<(&str, i64)> = case
        .get("params")
        .and_then(Value::as_table)
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_integer().unwrap()))
        .collect();
    for input in variants(text(&case["input"])) {
        let outcome = match Params::new(day.params, params.iter().copied()) {
            Ok(params) => (day.solve)(&input, &params).map(|run| run.answers),
            Err(ParamError::OutOfRange(error)) => Err(error),
            Err(ParamError::Unknown(name)) => panic!("{} day {}: no parameter {name}", day.year, day.day),
        };
        if !right(&outcome) {
            let said = match &outcome {
                Ok(answers) => format!("answered {answers:?}"),
                Err(error) => format!("refused: {error}"),
            };
            let start: String = input.chars().take(40).collect();
            let name = text(&case["name"]);
            faults.push(format!("{} day {}: {name} ({start:?}): {said}", day.year, day.day));
        }
    }
}

/// The same input as other editors would save it; a text with a carriage return stays as it is.
fn variants(input: &str) -> Vec<String> {
    if input.contains('\r') {
        return vec![input.into()];
    }
    let bare = input.trim_end_matches('\n');
    vec![input.into(), bare.into(), format!("{bare}\n\n\n"), format!("{bare}\n\n").replace('\n', "\r\n")]
}

fn cases(day: &Day) -> Table {
    let file =
        format!("{}/../../../inputs/{}/{:02}/cases.toml", env!("CARGO_MANIFEST_DIR"), day.year, day.day);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}")).parse().unwrap()
}

fn tables<'a>(cases: &'a Table, kind: &str) -> impl Iterator<Item = &'a Table> {
    cases.get(kind).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
