//! Writes the table of the years.

fn main() {
    aoc_build::years();
}
