from typing import Protocol, type_check_only

from aoc_rust import y2021 as y2021
from aoc_rust import y2022 as y2022
from aoc_rust import y2023 as y2023
from aoc_rust import y2024 as y2024
from aoc_rust import y2025 as y2025

__version__: str

# "release", "checked" or "debug", as the compiler did it; only a release build may be timed.
profile: str
# $AOC_COMMIT when the module was imported, else "unknown".
commit: str

class InputError(ValueError):
    """The text is not a valid input. `line` and `column` count from 1, `message` says what was expected there.

    A fault of the whole has no place: `line` and `column` are None.
    """

    message: str
    line: int | None
    column: int | None

def days() -> list[tuple[int, int]]:
    """Every (year, day) there is, in order."""

def solve(year: int, day: int, text: str, **params: int) -> tuple[str | None, str | None]:
    """The answers of both parts; None for a part that does not exist or is not written yet.

    Raises `InputError` for a text that is not a valid input or a parameter that is out of its range, `LookupError` for a
    day that is not there, and `TypeError` for a parameter that the day does not have or that is not a whole number.
    """

@type_check_only
class Day(Protocol):
    """A module such as `aoc_rust.y2021.day07`. A part that is not written yet raises `NotImplementedError`."""

    @staticmethod
    def part1(text: str, /, **params: int) -> str:
        """The answer of part 1 for the text of an input."""

    @staticmethod
    def part2(text: str, /, **params: int) -> str:
        """The same of part 2; the last day of a year has none."""
