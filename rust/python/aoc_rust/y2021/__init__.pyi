from typing import Protocol, type_check_only

@type_check_only
class Day(Protocol):
    @staticmethod
    def part1(text: str, /) -> str:
        """The answer of part 1 for the text of an input."""

    @staticmethod
    def part2(text: str, /) -> str:
        """The same of part 2; the last day of a year has none."""

# The days are those of the table in rust/crates/aoc/src/lib.rs, which is not repeated here.
def __getattr__(name: str) -> Day: ...
