from typing import Protocol

class Day(Protocol):
    @staticmethod
    def part1(text: str, /) -> str: ...
    @staticmethod
    def part2(text: str, /) -> str: ...

# The days are the table's in rust/crates/aoc/src/lib.rs, which is not repeated here.
def __getattr__(name: str) -> Day: ...
