from aoc_rust import Day

# The days are those of the table in rust/crates/aoc/src/lib.rs, which is not repeated here.
def __getattr__(name: str) -> Day: ...
