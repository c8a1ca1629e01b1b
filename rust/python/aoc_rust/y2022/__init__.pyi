from aoc_rust import Day

# The days are the modules of the year's crate, which are not repeated here.
def __getattr__(name: str) -> Day: ...
