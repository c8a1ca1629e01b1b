//! `aoc-rs serve`: one JSON object a line each way, in order, flushed after each. The protocol is written up in
//! `tests/PROTOCOL.md`.

use std::env;
use std::io::{self, BufRead, Write};
use std::panic::catch_unwind;

use aoc_core::text::InputError;
use aoc_core::{Day, Run};
use serde_json::{Value, json};

use crate::panic_message;

const PROTOCOL: u64 = 1;
const MOST_RUNS: u64 = 1_000_000;

/// Answers every request until the input ends, from this list of days.
pub fn serve(days: &[Day], mut requests: impl BufRead, mut replies: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while requests.read_until(b'\n', &mut line)? > 0 {
        writeln!(replies, "{}", reply(days, &line))?;
        replies.flush()?;
        line.clear();
    }
    Ok(())
}

fn reply(days: &[Day], line: &[u8]) -> Value {
    let request: Value = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => return json!({"seq": null, "error": format!("not a JSON object: {error}")}),
    };
    let seq = request["seq"].clone();
    answer(days, &request, &seq).unwrap_or_else(|error| json!({"seq": seq, "error": error}))
}

/// The reply to a request, or what is wrong with the request.
fn answer(days: &[Day], request: &Value, seq: &Value) -> Result<Value, String> {
    match request["cmd"].as_str() {
        Some("hello") => hello(days, request),
        Some("solve") => on_day(days, request, seq, |day, input| {
            let run = (day.solve)(input)?;
            let [parse, part1, part2] = run.ns;
            let ns = json!({"parse": parse, "part1": part1, "part2": part2});
            Ok(json!({"seq": seq, "answers": run.answers, "ns": ns}))
        }),
        Some("time") => {
            let runs = request["runs"].as_u64().filter(|runs| (1..=MOST_RUNS).contains(runs));
            let runs = runs.ok_or_else(|| format!("\"runs\" is not a number from 1 to {MOST_RUNS}"))?;
            on_day(days, request, seq, |day, input| time(seq, day, input, runs))
        }
        Some(other) => Err(format!("unknown cmd \"{other}\"")),
        None => Err("\"cmd\" is not a string".into()),
    }
}

fn hello(days: &[Day], request: &Value) -> Result<Value, String> {
    if request["protocol"] != PROTOCOL {
        return Err(format!("protocol {} is not spoken here, only {PROTOCOL}", request["protocol"]));
    }
    Ok(json!({
        "protocol": PROTOCOL,
        "language": "rust",
        "version": aoc_core::COMPILER,
        "profile": aoc_core::PROFILE,
        "commit": env::var("AOC_COMMIT").unwrap_or_else(|_| "unknown".into()),
        "days": days.iter().map(|day| json!([day.year, day.day])).collect::<Vec<_>>(),
    }))
}

/// Looks the day up and does the work on its input; a refusal or a panic becomes a reply.
fn on_day(
    days: &[Day],
    request: &Value,
    seq: &Value,
    work: impl Fn(&Day, &str) -> Result<Value, InputError>,
) -> Result<Value, String> {
    let year = request["year"].as_u64().ok_or("\"year\" is not a whole number")?;
    let day = request["day"].as_u64().ok_or("\"day\" is not a whole number")?;
    let input = request["input"].as_str().ok_or("\"input\" is not a string")?;
    let bare = match &request["params"] {
        Value::Null => true,
        Value::Object(params) => params.is_empty(),
        _ => return Err("\"params\" is not an object".into()),
    };
    // No day takes parameters yet, so that one with parameters is a day that is not here.
    let Some(day) = aoc_core::find(days, year, day).filter(|_| bare) else {
        return Ok(json!({"seq": seq, "unsupported": format!("{year} day {day}")}));
    };
    // Days hold no state between runs, so that a panic leaves nothing half done.
    let work = std::panic::AssertUnwindSafe(|| work(day, input));
    Ok(match catch_unwind(work) {
        Ok(Ok(reply)) => reply,
        Ok(Err(InputError { message, line, column })) => {
            json!({"seq": seq, "rejected": {"line": line, "column": column, "message": message}})
        }
        Err(panic) => json!({"seq": seq, "crashed": panic_message(&*panic)}),
    })
}

fn time(seq: &Value, day: &Day, input: &str, runs: u64) -> Result<Value, InputError> {
    let Run { answers, ns } = (day.solve)(input)?;
    let mut samples = ns.map(|ns| vec![ns]);
    for _ in 1..runs {
        let run = (day.solve)(input)?;
        if run.answers != answers {
            return Ok(json!({"seq": seq, "crashed": "answers changed between runs"}));
        }
        for (samples, ns) in samples.iter_mut().zip(run.ns) {
            samples.push(ns);
        }
    }
    let [parse, part1, part2] = samples;
    Ok(json!({"seq": seq, "answers": answers, "ns": {"parse": parse, "part1": part1, "part2": part2}}))
}

#[cfg(test)]
mod tests {
    use aoc_core::run;

    use super::*;

    /// A day that answers how long its text is.
    const DAYS: &[Day] = &[Day {
        year: 2021,
        day: 7,
        two_parts: true,
        solve: |text| run(text, |text| Ok(text.len()), |length| *length, Some(|length: &usize| 2 * length)),
    }];

    #[test]
    fn a_bad_line_is_answered_and_the_next_one_too() {
        let requests =
            b"[1\n{\"seq\":3}\n{\"seq\":\"x\",\"cmd\":\"dance\"}\n\xff\n{\"cmd\":\"hello\",\"protocol\":1}";
        let mut replies = Vec::new();
        serve(DAYS, &requests[..], &mut replies).unwrap();
        let replies = String::from_utf8(replies).unwrap();
        let replies: Vec<Value> = replies.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(replies.len(), 5);
        assert_eq!(
            [&replies[0]["seq"], &replies[1]["seq"], &replies[2]["seq"]],
            [&json!(null), &json!(3), &json!("x")]
        );
        assert!(replies[..4].iter().all(|reply| reply["error"].is_string()));
        assert_eq!(replies[4]["language"], "rust");
    }

    #[test]
    fn an_unknown_day_and_parameters_are_unsupported() {
        for (day, params) in [(99, json!({})), (7, json!({"steps": 3}))] {
            let request =
                json!({"cmd": "solve", "seq": 1, "year": 2021, "day": day, "input": "1", "params": params});
            let expected = json!({"seq": 1, "unsupported": format!("2021 day {day}")});
            assert_eq!(reply(DAYS, request.to_string().as_bytes()), expected);
        }
    }
}
