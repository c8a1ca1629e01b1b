//! The Rust solutions as WebAssembly, for the pages of the site. `crosscheck/reading/static/ask.js` calls
//! them.
//!
//! There are four functions, and nothing that the page has to provide. The page asks for [`room`], writes a
//! request there, calls [`solve`] and reads the [`reply`]. A request is the day's parameters, a line each, as
//! `row=10`; an empty line; and the text of the input. A reply is JSON, as in the harness's protocol
//! (`tests/PROTOCOL.md`), but a refusal has its line too, with a caret below:
//!
//! ```json
//! {"answers":["37",null]}
//! {"rejected":{"line":1,"column":3,"message":"expected a number","excerpt":["1,x","  ^"]}}
//! {"rejected":{"message":"the scanners are not all connected by overlaps"}}
//! {"unsupported":"2021 day 26"}
//! {"crashed":"index out of bounds ..."}
//! ```
//!
//! A panic ends the call with a trap, and is the reply. A trap without a reply comes from the want of memory
//! or stack.

use std::panic;
use std::sync::{Mutex, MutexGuard, PoisonError};

use aoc::DAYS;
use aoc_core::params::{ParamError, Params};
use aoc_core::text::InputError;

static REQUEST: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static REPLY: Mutex<String> = Mutex::new(String::new());

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for a request of this many bytes, and says where.
#[allow(unsafe_code)] // no other function has this name, nor that of one of the next three
#[unsafe(no_mangle)]
pub extern "C" fn room(size: usize) -> *mut u8 {
    let mut request = locked(&REQUEST);
    request.clear();
    request.resize(size, 0);
    request.as_mut_ptr()
}

/// Answers the request for a day. Of a line that is at fault, so many characters at most are shown.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn solve(year: u32, day: u32, most: usize) {
    locked(&REPLY).clear();
    panic::set_hook(Box::new(|panic| *locked(&REPLY) = said("crashed", &panic.to_string())));
    let reply = answer(year, day, &String::from_utf8_lossy(&locked(&REQUEST)), most);
    *locked(&REPLY) = reply;
}

/// Where the reply is.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reply() -> *const u8 {
    locked(&REPLY).as_ptr()
}

/// How many bytes the reply has.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reply_size() -> usize {
    locked(&REPLY).len()
}

fn answer(year: u32, day: u32, request: &str, most: usize) -> String {
    let unsupported = |what: &str| said("unsupported", &format!("{year} day {day}{what}"));
    let Some(found) = aoc_core::find(&DAYS, year.into(), day.into()) else {
        return unsupported("");
    };
    let Some((given, text)) = split(request) else {
        return unsupported(": a parameter is a line like row=10, and an empty line comes after the last");
    };
    let params = match Params::new(found.params, given) {
        Ok(params) => params,
        Err(ParamError::Unknown(name)) => return unsupported(&format!(": no parameter \"{name}\"")),
        Err(ParamError::OutOfRange(error)) => return rejected(text, &error, most),
    };
    match (found.solve)(text, &params) {
        Ok(run) => {
            let [first, second] = run.answers.map(|it| it.map_or_else(|| "null".into(), |it| quoted(&it)));
            format!("{{\"answers\":[{first},{second}]}}")
        }
        Err(error) => rejected(text, &error, most),
    }
}

/// The parameters of a request, and the text of the input.
fn split(request: &str) -> Option<(Vec<(&str, i64)>, &str)> {
    let (mut params, mut rest) = (Vec::new(), request);
    loop {
        let (line, text) = rest.split_once('\n')?;
        if line.is_empty() {
            return Some((params, text));
        }
        let (name, value) = line.split_once('=')?;
        params.push((name, value.parse().ok()?));
        rest = text;
    }
}

fn rejected(text: &str, InputError { message, place }: &InputError, most: usize) -> String {
    let message = quoted(message);
    let Some(place) = place else {
        return format!("{{\"rejected\":{{\"message\":{message}}}}}");
    };
    let [line, caret] = place.excerpt(text, most).map(|it| quoted(&it));
    format!(
        "{{\"rejected\":{{\"line\":{},\"column\":{},\"message\":{message},\"excerpt\":[{line},{caret}]}}}}",
        place.line, place.column
    )
}

fn said(kind: &str, what: &str) -> String {
    format!("{{\"{kind}\":{}}}", quoted(what))
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\0'..='\x1f' => quoted += &format!("\\u{:04x}", u32::from(c)),
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(day: u32, request: &str) -> String {
        answer(2021, day, request, 60)
    }

    #[test]
    fn a_day_is_solved_and_a_text_refused_where_it_is_wrong() {
        assert_eq!(ask(7, "\n3,9,9,9\n"), r#"{"answers":["6","18"]}"#);
        assert_eq!(ask(25, "\n>..\n...\n"), r#"{"answers":["no solution",null]}"#);
        let refused = ask(7, "\n3,9,9,\"\n");
        assert!(refused.starts_with(r#"{"rejected":{"line":1,"column":7,"message":""#), "{refused}");
        assert!(refused.ends_with(r#","excerpt":["3,9,9,\"","      ^"]}}"#), "{refused}");
    }

    #[test]
    fn what_is_not_there_is_unsupported() {
        assert_eq!(ask(26, "\n"), r#"{"unsupported":"2021 day 26"}"#);
        assert_eq!(ask(7, "row=1\n\n"), r#"{"unsupported":"2021 day 7: no parameter \"row\""}"#);
        for request in ["", "1,2,3", "row\n\n1", "row=x\n\n1", "row=1\n"] {
            assert!(ask(7, request).starts_with(r#"{"unsupported":"2021 day 7: a parameter"#), "{request:?}");
        }
    }

    #[test]
    fn parameters_come_before_the_text() {
        assert_eq!(split("row=10\nhigh=-3\n\n1\n\n2"), Some((vec![("row", 10), ("high", -3)], "1\n\n2")));
        assert_eq!(split("\n"), Some((vec![], "")));
    }

    #[test]
    fn whatever_is_in_a_text_it_can_be_quoted() {
        assert_eq!(quoted("a\"b\\c\nd\u{e9}"), "\"a\\\"b\\\\c\\u000ad\u{e9}\"");
    }
}
