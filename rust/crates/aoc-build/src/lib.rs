//! Finds the days on disk and writes their tables, for the build scripts of the other crates. So a day is
//! named by its file and its `pub mod` line, and a year by its feature; the compiler finds the one that lacks
//! the other.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Writes `days.rs` for the crate of a year: the table `DAYS` of its files `src/dayNN.rs`.
pub fn days() {
    let year = env::var("CARGO_PKG_NAME").expect("Cargo sets CARGO_PKG_NAME");
    let year = year.strip_prefix("aoc-y").expect("the crate of a year is named as aoc-y2021 is");
    println!("cargo::rerun-if-changed=src");
    let entries: Vec<String> = files(Path::new("src")).iter().map(|file| entry(year, file)).collect();
    let table = format!(
        "/// Every day of {year} that is here, in order.\npub const DAYS: &[aoc_core::Day] = &[\n{}];\n",
        entries.concat()
    );
    write("days.rs", &table);
}

/// Writes `years.rs` for the facade: the modules of the years that are switched on, and the table `DAYS` of
/// all their days.
pub fn years() {
    let mut years: Vec<String> =
        env::vars().filter_map(|(name, _)| name.strip_prefix("CARGO_FEATURE_Y").map(str::to_owned)).collect();
    years.sort();
    let modules = years.iter().map(|year| format!("pub use aoc_y{year} as y{year};\n"));
    let tables = years.iter().map(|year| format!("y{year}::DAYS, "));
    let table = format!(
        "{}\n/// Every day there is, in order.\n\
         pub static DAYS: std::sync::LazyLock<Vec<aoc_core::Day>> = std::sync::LazyLock::new(|| {{\n    \
         let years: &[&[aoc_core::Day]] = &[{}];\n    years.concat()\n}});\n",
        modules.collect::<String>(),
        tables.collect::<String>()
    );
    write("years.rs", &table);
}

/// The files of the days in a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).expect("the crate has a folder src");
    let mut files: Vec<PathBuf> = listed.map(|file| file.expect("a file can be listed").path()).collect();
    files.retain(|file| number(file).is_some());
    files.sort();
    files
}

/// The two digits of `dayNN.rs`.
fn number(file: &Path) -> Option<&str> {
    let number = file.file_name()?.to_str()?.strip_prefix("day")?.strip_suffix(".rs")?;
    (number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// A day's entry in the table. What the day has is told by the declarations at the left margin of its file.
fn entry(year: &str, file: &Path) -> String {
    let text = fs::read_to_string(file).expect("the file of a day can be read");
    let has = |declaration: &str| text.lines().any(|line| line.starts_with(declaration));
    let number = number(file).expect("the name was looked at before");
    let (day, module) = (number.trim_start_matches('0'), format!("day{number}"));
    let (two_parts, part2) = match has("pub fn part2(") {
        true => (true, format!("Some({module}::part2)")),
        false => (false, "None::<fn(&_) -> aoc_core::NotYet>".into()),
    };
    let (params, arguments, parse) = match has("pub const PARAMS:") {
        true => {
            (format!("{module}::PARAMS"), "text, params", format!("|text| {module}::parse(text, params)"))
        }
        false => ("&[]".into(), "text, _", format!("{module}::parse")),
    };
    format!(
        "    aoc_core::Day {{ year: {year}, day: {day}, two_parts: {two_parts}, params: {params}, \
         solve: |{arguments}| aoc_core::run(text, {parse}, {module}::part1, {part2}) }},\n"
    )
}

/// Leaves a file that is right already untouched: the compiler looks at its time.
fn write(name: &str, text: &str) {
    let path = Path::new(&env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR")).join(name);
    if fs::read_to_string(&path).ok().as_deref() != Some(text) {
        fs::write(path, text).expect("OUT_DIR can be written to");
    }
}
