//! `aoc-rs serve`: one JSON object a line each way, in order, flushed after each. The protocol is written up
//! in `tests/PROTOCOL.md`.

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufWriter, Write};
use std::os::fd::AsFd;
use std::panic::{AssertUnwindSafe, catch_unwind};

use aoc_core::params::{ParamError, Params};
use aoc_core::text::{InputError, Place};
use aoc_core::{Day, Run};
use serde_json::{Value, json};

use crate::panic_message;

const PROTOCOL: u64 = 1;
const MOST_RUNS: u64 = 1_000_000;
/// The greatest whole number of a request; what JSON calls a number is exact up to here everywhere.
const GREATEST: u64 = (1 << 53) - 1;

/// Standard output for the replies alone: what a day prints there goes to standard error from now on.
pub fn replies_alone() -> io::Result<impl Write> {
    let replies = io::stdout().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdout(io::stderr())?;
    Ok(BufWriter::new(File::from(replies)))
}

/// Answers every request until the input ends, from this list of days.
pub fn serve(days: &[Day], mut requests: impl BufRead, mut replies: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    while requests.read_until(b'\n', &mut line)? > 0 {
        let reply = reply(days, &line);
        io::stdout().flush()?; // what a day printed, without a line end
        writeln!(replies, "{reply}")?;
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
    if pairs_in(&request) < pairs_on(line) {
        return json!({"seq": null, "error": "a key comes twice"});
    }
    answer(days, &request).unwrap_or_else(|error| json!({"seq": whole(&request, "seq").ok(), "error": error}))
}

/// How many pairs of a key and a value there are on a line of JSON: the colons outside of strings.
fn pairs_on(line: &[u8]) -> usize {
    let (mut in_string, mut escaped, mut pairs) = (false, false, 0);
    for byte in line {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = !in_string,
            b':' if !in_string => pairs += 1,
            _ => {}
        }
    }
    pairs
}

/// How many of them were kept: of those with the same key only one.
fn pairs_in(value: &Value) -> usize {
    match value {
        Value::Object(object) => object.len() + object.values().map(pairs_in).sum::<usize>(),
        Value::Array(values) => values.iter().map(pairs_in).sum(),
        _ => 0,
    }
}

/// The whole number that a request has under this key.
fn whole(request: &Value, key: &str) -> Result<u64, String> {
    let number = request[key].as_u64().filter(|&number| number <= GREATEST);
    number.ok_or_else(|| format!("\"{key}\" is not a whole number from 0 to {GREATEST}"))
}

/// The reply to a request, or what is wrong with the request.
fn answer(days: &[Day], request: &Value) -> Result<Value, String> {
    match request["cmd"].as_str() {
        Some("hello") => hello(days, request),
        Some("solve") => on_day(days, request, |seq, day, input, params| {
            let run = (day.solve)(input, params)?;
            let [parse, part1, part2] = run.ns;
            let ns = json!({"parse": parse, "part1": part1, "part2": part2});
            Ok(json!({"seq": seq, "answers": run.answers, "ns": ns}))
        }),
        Some("time") => {
            let runs = request["runs"].as_u64().filter(|runs| (1..=MOST_RUNS).contains(runs));
            let runs = runs.ok_or_else(|| format!("\"runs\" is not a number from 1 to {MOST_RUNS}"))?;
            on_day(days, request, |seq, day, input, params| time(seq, day, input, params, runs))
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
    work: impl Fn(u64, &Day, &str, &Params) -> Result<Value, InputError>,
) -> Result<Value, String> {
    let seq = whole(request, "seq")?;
    let year = whole(request, "year")?;
    let day = whole(request, "day")?;
    let input = request["input"].as_str().ok_or("\"input\" is not a string")?;
    let given = given(request.get("params"))?;
    let Some(found) = aoc_core::find(days, year, day) else {
        return Ok(json!({"seq": seq, "unsupported": format!("{year} day {day}")}));
    };
    let params = match Params::new(found.params, given) {
        Ok(params) => params,
        Err(ParamError::Unknown(name)) => {
            let what = format!("{year} day {day}: no parameter \"{name}\"");
            return Ok(json!({"seq": seq, "unsupported": what}));
        }
        Err(ParamError::OutOfRange(error)) => return Ok(rejected(seq, error)),
    };
    // Days hold no state between runs, so that a panic leaves nothing half done.
    let work = AssertUnwindSafe(|| work(seq, found, input, &params));
    Ok(match catch_unwind(work) {
        Ok(Ok(reply)) => reply,
        Ok(Err(error)) => rejected(seq, error),
        Err(panic) => json!({"seq": seq, "crashed": panic_message(&*panic)}),
    })
}

/// The parameters that a request gives: whole numbers by name.
fn given(params: Option<&Value>) -> Result<Vec<(&str, i64)>, String> {
    let params = match params {
        None => return Ok(Vec::new()),
        Some(Value::Object(params)) => params,
        Some(_) => return Err("\"params\" is not an object".into()),
    };
    let numbers = params.iter().map(|(name, value)| {
        let number = value.as_i64().filter(|number| number.unsigned_abs() <= GREATEST);
        let number = number.ok_or_else(|| format!("the parameter \"{name}\" is not a whole number"))?;
        Ok((name.as_str(), number))
    });
    numbers.collect()
}

fn rejected(seq: u64, InputError { message, place }: InputError) -> Value {
    let fault = match place {
        Some(Place { line, column }) => json!({"line": line, "column": column, "message": message}),
        None => json!({"message": message}),
    };
    json!({"seq": seq, "rejected": fault})
}

fn time(seq: u64, day: &Day, input: &str, params: &Params, runs: u64) -> Result<Value, InputError> {
    let Run { answers, ns } = (day.solve)(input, params)?;
    let mut samples = ns.map(|ns| vec![ns]);
    for _ in 1..runs {
        let run = (day.solve)(input, params)?;
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
    use aoc_core::params::Param;
    use aoc_core::run;

    use super::*;

    /// A day that answers how long its text is, and how far that is from a parameter.
    const DAYS: &[Day] = &[Day {
        year: 2021,
        day: 7,
        two_parts: true,
        params: &[Param { name: "least", default: 0, range: 0..=9 }],
        solve: |text, params| {
            let parse = |text: &str| match text {
                "?" => Err(InputError::of_whole("the text is a question")),
                _ => Ok(text.len() as i64),
            };
            run(text, parse, |length| *length, Some(|length: &i64| *length - params["least"]))
        },
    }];

    fn solve(day: u64, input: &str, params: Value) -> Value {
        let request =
            json!({"cmd": "solve", "seq": 1, "year": 2021, "day": day, "input": input, "params": params});
        reply(DAYS, request.to_string().as_bytes())
    }

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
            [&json!(null), &json!(3), &json!(null)]
        );
        assert!(replies[..4].iter().all(|reply| reply["error"].is_string()));
        assert_eq!(replies[4]["language"], "rust");
    }

    #[test]
    fn parameters_have_defaults_and_can_be_set() {
        for (params, answer) in [(json!({}), "4"), (json!({"least": 3}), "1")] {
            assert_eq!(solve(7, "1234", params)["answers"], json!(["4", answer]));
        }
        let request = json!({"cmd": "time", "seq": 1, "year": 2021, "day": 7, "input": "1", "params": {"least": 1}, "runs": 2});
        assert_eq!(reply(DAYS, request.to_string().as_bytes())["answers"], json!(["1", "0"]));
    }

    #[test]
    fn a_key_that_comes_twice_is_an_error() {
        let ask = |more: &str| {
            let request =
                format!(r#"{{"cmd":"solve","seq":1,"year":2021,"day":99,"input":"1:\":\\"{more}}}"#);
            reply(DAYS, request.as_bytes())
        };
        assert_eq!(ask(r#","other":{":":[{"a":1}]}"#)["unsupported"], "2021 day 99");
        for more in [r#","seq":1"#, r#","other":{"a":1,"a":1}"#, r#","other":[[{"a":1,"\u0061":2}]]"#] {
            assert_eq!(ask(more), json!({"seq": null, "error": "a key comes twice"}));
        }
    }

    #[test]
    fn numbers_of_a_request_are_whole() {
        for value in ["1.0", "1e0", "true", "null", "-1", "9007199254740992", "[]", "\"1\""] {
            for (key, seq) in [("seq", json!(null)), ("year", json!(1)), ("day", json!(1))] {
                let error = format!("\"{key}\" is not a whole number from 0 to {GREATEST}");
                let mut numbers = [("seq", "1"), ("year", "2021"), ("day", "99")];
                numbers.iter_mut().filter(|it| it.0 == key).for_each(|it| it.1 = value);
                let [seq_is, year, day] = numbers.map(|(key, value)| format!("\"{key}\":{value}"));
                let request = format!(r#"{{"cmd":"solve","input":"1",{seq_is},{year},{day}}}"#);
                assert_eq!(reply(DAYS, request.as_bytes()), json!({"seq": seq, "error": error}));
            }
        }
    }

    #[test]
    fn an_unknown_day_and_an_unknown_parameter_are_unsupported() {
        assert_eq!(solve(99, "1", json!({})), json!({"seq": 1, "unsupported": "2021 day 99"}));
        let expected = json!({"seq": 1, "unsupported": "2021 day 7: no parameter \"most\""});
        assert_eq!(solve(7, "1", json!({"most": 3})), expected);
    }

    #[test]
    fn a_fault_of_the_whole_names_no_line() {
        let expected = json!({"seq": 1, "rejected": {"message": "the text is a question"}});
        assert_eq!(solve(7, "?", json!({})), expected);
        for value in [json!(10), json!(-1), json!(GREATEST), json!(-(GREATEST as i64))] {
            let message = "least: expected a number from 0 to 9";
            assert_eq!(
                solve(7, "1", json!({"least": value})),
                json!({"seq": 1, "rejected": {"message": message}})
            );
        }
    }

    #[test]
    fn a_parameter_that_is_no_whole_number_is_an_error() {
        let too_great = [json!(GREATEST + 1), json!(-(GREATEST as i64) - 1), json!(u64::MAX)];
        for value in [json!(1.0), json!("1"), json!(true), json!(null)].into_iter().chain(too_great) {
            let expected = json!({"seq": 1, "error": "the parameter \"least\" is not a whole number"});
            assert_eq!(solve(7, "1", json!({"least": value})), expected);
        }
        for params in [json!([]), json!(null)] {
            let expected = json!({"seq": 1, "error": "\"params\" is not an object"});
            assert_eq!(solve(7, "1", params), expected);
        }
    }
}
