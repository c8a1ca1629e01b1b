//! `aoc-rs`: solve a day, serve the harness, list the days.

mod solve;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

/// Usage, an unknown day, a file that cannot be read.
const USAGE: u8 = 64;
/// The input was refused.
const REFUSED: u8 = 65;
/// A day panicked.
const CRASHED: u8 = 70;

/// Advent of Code, solved in Rust.
#[derive(Parser)]
#[command(name = "aoc-rs", version = version(), arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer one day, one answer a line
    Solve {
        /// The year, as in 2021
        year: u64,
        /// The day, 1 to 25
        day: u64,
        /// Answer this part only
        #[arg(long, value_parser = clap::value_parser!(u8).range(1..=2))]
        part: Option<u8>,
        /// Set a parameter of the day
        #[arg(long = "param", value_name = "NAME=NUMBER")]
        params: Vec<String>,
        /// The puzzle input; - is standard input
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Answer requests, one JSON object a line each way
    Serve,
    /// List the days, one YEAR DAY a line
    List,
}

fn version() -> String {
    format!("{} ({}, {})", env!("CARGO_PKG_VERSION"), aoc_core::COMPILER, aoc_core::PROFILE)
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help goes to stdout and errors to stderr; where that is closed there is nobody to tell.
            let _ = error.print();
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return ExitCode::from(if asked { 0 } else { USAGE });
        }
    };
    let done = match arguments.command {
        Command::Solve { year, day, part, params, file } => solve::solve(year, day, part, &params, &file),
        Command::Serve => serve(),
        Command::List => list(),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // Nobody reads the output any more.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("aoc-rs: {error}");
            ExitCode::from(CRASHED)
        }
    }
}

fn serve() -> io::Result<u8> {
    aoc_serve::serve(&aoc::DAYS, io::stdin().lock(), aoc_serve::replies_alone()?)?;
    Ok(0)
}

fn list() -> io::Result<u8> {
    let mut out = io::stdout().lock();
    for day in aoc::DAYS.iter() {
        writeln!(out, "{} {}", day.year, day.day)?;
    }
    Ok(0)
}
