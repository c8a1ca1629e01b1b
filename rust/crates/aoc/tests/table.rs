//! The table of days is what lies on disk, and every year is a feature wherever a program is built from it.

use std::fs;
use std::path::PathBuf;

fn crates() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The numbers that stand between `before` and `after` in the names of a folder's entries.
fn numbers(folder: PathBuf, before: &str, after: &str) -> Vec<u16> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut numbers: Vec<u16> =
        names.filter_map(|name| name.strip_prefix(before)?.strip_suffix(after)?.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

fn years() -> Vec<u16> {
    numbers(crates(), "aoc-y", "")
}

#[test]
fn every_day_on_disk_is_in_the_table_once_and_in_order() {
    let files = years().into_iter().flat_map(|year| {
        let days = numbers(crates().join(format!("aoc-y{year}/src")), "day", ".rs");
        days.into_iter().map(move |day| (year, day))
    });
    let table = aoc::DAYS.iter().map(|day| (day.year, u16::from(day.day)));
    assert_eq!(files.collect::<Vec<_>>(), table.collect::<Vec<_>>());
}

#[test]
fn the_last_day_of_a_year_has_one_part_and_the_others_two() {
    for day in aoc::DAYS.iter() {
        let last = if day.year < 2025 { 25 } else { 12 };
        assert_eq!(day.two_parts, day.day != last, "{} day {}", day.year, day.day);
    }
}

#[test]
fn every_year_can_be_built_alone() {
    for (crate_, feature) in [("aoc", "dep:aoc-y"), ("aoc-cli", "aoc/y"), ("aoc-python", "aoc/y")] {
        let manifest = fs::read_to_string(crates().join(crate_).join("Cargo.toml")).unwrap();
        for year in years() {
            assert!(manifest.contains(&format!("\ny{year} = [\"{feature}{year}\"]\n")), "{crate_} {year}");
        }
    }
}
