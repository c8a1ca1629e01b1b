//! Advent of Code in Rust: the fastest of the three languages, on one thread, with the standard library alone
//! and no `unsafe`.
//!
//! A year is a crate of its own, such as `aoc-y2021`, and a feature of this one. A day is a module of it with
//! `parse`, `part1` and `part2`, as in `aoc::y2021::day07`. Only `parse` may fail; the parts are total on
//! what it returns. No input may panic.

include!(concat!(env!("OUT_DIR"), "/years.rs"));
