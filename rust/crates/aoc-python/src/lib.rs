//! `aoc_rust`: the Rust solutions as a Python module.
//!
//! The module is made from [`aoc::DAYS`] when it is imported, so that there is no second list of days. Other
//! Python threads run while a day is solved. A day that panics raises `RuntimeError`, and a part that is not
//! written yet `NotImplementedError`.

use std::any::Any;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};

use aoc::DAYS;
use aoc_core::Day;
use aoc_core::params::{ParamError, Params};
use aoc_core::text::InputError as Refusal;
use pyo3::create_exception;
use pyo3::exceptions::{
    PyLookupError, PyNotImplementedError, PyOverflowError, PyRuntimeError, PyTypeError, PyValueError,
};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyCFunction, PyDict, PyString, PyTuple};

create_exception!(
    aoc_rust,
    InputError,
    PyValueError,
    "The text is not a valid input. `line` and `column` count from 1, `message` says what was expected there. A fault of \
     the whole has no place: `line` and `column` are None."
);

/// What Python imports as `aoc_rust._native`; the package `aoc_rust` passes everything on.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("profile", aoc_core::PROFILE)?;
    module.add("commit", env::var("AOC_COMMIT").unwrap_or_else(|_| "unknown".into()))?;
    module.add("InputError", py.get_type::<InputError>())?;
    module.add_function(wrap_pyfunction!(days, module)?)?;
    module.add_function(wrap_pyfunction!(solve, module)?)?;
    DAYS.iter().try_for_each(|day| add_day(module, day))
}

/// Every (year, day) there is, in order.
#[pyfunction]
fn days() -> Vec<(u16, u8)> {
    DAYS.iter().map(|day| (day.year, day.day)).collect()
}

/// The answers of both parts; None for a part that does not exist or is not written yet.
#[pyfunction]
#[pyo3(signature = (year, day, text, **params))]
fn solve(
    year: i64,
    day: i64,
    text: &Bound<'_, PyString>,
    params: Option<&Bound<'_, PyDict>>,
) -> PyResult<(Option<String>, Option<String>)> {
    let find = |year: i64, day: i64| aoc_core::find(&DAYS, year.try_into().ok()?, day.try_into().ok()?);
    let found = find(year, day).ok_or_else(|| {
        PyLookupError::new_err(format!("no {year} day {day}; aoc_rust.days() lists the days there are"))
    })?;
    let [first, second] = answers(found, text, params)?;
    Ok((first, second))
}

/// Adds `aoc_rust.y2021.day07` with its parts. Python's import finds the modules where they are registered.
fn add_day(root: &Bound<'_, PyModule>, day: &'static Day) -> PyResult<()> {
    let py = root.py();
    let year_name = format!("y{}", day.year);
    if !root.hasattr(&*year_name)? {
        let year = PyModule::new(py, &format!("aoc_rust.{year_name}"))?;
        year.setattr("__path__", Vec::<String>::new())?;
        register(&year)?;
        root.add(&*year_name, year)?;
    }
    let day_name = format!("day{:02}", day.day);
    let module = PyModule::new(py, &format!("aoc_rust.{year_name}.{day_name}"))?;
    register(&module)?;
    let parts =
        [(c"part1", c"The answer of part 1 for the text of an input."), (c"part2", c"The same of part 2.")];
    for (part, (name, doc)) in parts.into_iter().take(if day.two_parts { 2 } else { 1 }).enumerate() {
        let answer = move |arguments: &Bound<'_, PyTuple>, params: Option<&Bound<'_, PyDict>>| {
            let text = arguments.extract::<(Bound<'_, PyString>,)>();
            let (text,) = text.map_err(|_| {
                PyTypeError::new_err("expected one argument, the text, and parameters by name")
            })?;
            answers(day, &text, params)?[part].take().ok_or_else(|| {
                let Day { year, day, .. } = day;
                PyNotImplementedError::new_err(format!(
                    "part {} of {year} day {day} is not written yet",
                    part + 1
                ))
            })
        };
        module.add_function(PyCFunction::new_closure(py, Some(name), Some(doc), answer)?)?;
    }
    root.getattr(&*year_name)?.setattr(&*day_name, module)
}

fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.py().import("sys")?.getattr("modules")?.set_item(module.name()?, module)
}

/// Solves with the interpreter released. A lone surrogate is as foreign to an input as what it is read as.
fn answers(
    day: &'static Day,
    text: &Bound<'_, PyString>,
    params: Option<&Bound<'_, PyDict>>,
) -> PyResult<[Option<String>; 2]> {
    let py = text.py();
    let text = text.to_string_lossy();
    let params = values(py, day, params)?;
    // Days hold no state between runs, so that a panic leaves nothing half done.
    let work = AssertUnwindSafe(|| (day.solve)(&text, &params));
    match py.detach(|| catch_unwind(work)) {
        Ok(Ok(run)) => Ok(run.answers),
        Ok(Err(refusal)) => Err(input_error(py, &refusal)),
        Err(panic) => Err(PyRuntimeError::new_err(format!("the day panicked: {}", said(&*panic)))),
    }
}

/// The values of a day's parameters from keyword arguments.
fn values(py: Python<'_>, day: &Day, given: Option<&Bound<'_, PyDict>>) -> PyResult<Params> {
    let given: Vec<(String, i64)> = given.into_iter().flatten().map(number).collect::<PyResult<_>>()?;
    Params::new(day.params, given.iter().map(|(name, value)| (name.as_str(), *value))).map_err(|error| {
        match error {
            ParamError::Unknown(name) => PyTypeError::new_err(format!("no parameter \"{name}\"")),
            ParamError::OutOfRange(refusal) => input_error(py, &refusal),
        }
    })
}

/// A keyword argument that is a whole number. Python's may be larger than any parameter's.
fn number((name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>)) -> PyResult<(String, i64)> {
    let name: String = name.extract()?;
    let number = match value.extract::<i64>() {
        Ok(number) if !value.is_instance_of::<PyBool>() => number,
        Err(error) if error.is_instance_of::<PyOverflowError>(value.py()) => i64::MAX,
        _ => return Err(PyTypeError::new_err(format!("the parameter \"{name}\" is not a whole number"))),
    };
    Ok((name, number))
}

fn input_error(py: Python<'_>, Refusal { message, place }: &Refusal) -> PyErr {
    let said = match place {
        Some(place) => format!("line {}, column {}: {message}", place.line, place.column),
        None => message.clone(),
    };
    let error = InputError::new_err(said);
    let value = error.value(py);
    let told = value.setattr("message", message);
    let told = told.and_then(|()| value.setattr("line", place.map(|place| place.line)));
    let told = told.and_then(|()| value.setattr("column", place.map(|place| place.column)));
    told.map_or_else(|failure| failure, |()| error)
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a message")
}
