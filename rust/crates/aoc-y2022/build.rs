//! Writes the table of the year's days.

fn main() {
    aoc_build::days();
}
