"""The days that there are: found on disk, and imported only when asked for: start-up stays
quick."""

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter_ns
from typing import Any, Protocol


class UnknownDayError(LookupError):
    """There is no such day here."""


@dataclass(frozen=True)
class Run:
    """The answers, and the time of parse, part 1 and part 2. An absent part has None and 0; one that
    is not written yet has None."""

    answers: tuple[str | None, str | None]
    nanoseconds: tuple[int, int, int]


@dataclass(frozen=True)
class Day:
    """A part that is not written yet answers None."""

    parse: Callable[[str], Any]
    part1: Callable[[Any], int | str | None]
    part2: Callable[[Any], int | str | None] | None

    def run(self, text: str) -> Run:
        """One run. An answer is text before the clock is read, so that no type of answer can put work off."""
        start = perf_counter_ns()
        puzzle = self.parse(text)
        parsed = perf_counter_ns()
        answer1 = shown(self.part1(puzzle))
        solved1 = perf_counter_ns()
        if not self.part2:
            return Run((answer1, None), (parsed - start, solved1 - parsed, 0))
        answer2 = shown(self.part2(puzzle))
        solved2 = perf_counter_ns()
        return Run((answer1, answer2), (parsed - start, solved1 - parsed, solved2 - solved1))


def shown(answer: int | str | None) -> str | None:
    return None if answer is None else str(answer)


class Registry(Protocol):
    """What can be served: days, and how to get at one. This module is one."""

    def days(self) -> list[tuple[int, int]]: ...

    def load(self, year: int, day: int) -> Day: ...


@cache
def days() -> list[tuple[int, int]]:
    """Every (year, day) that has a file, in order."""
    files = Path(__file__).parent.glob("y*/day*.py")
    found = (re.fullmatch(r"y(\d{4})/day(\d\d)\.py", f"{file.parent.name}/{file.name}") for file in files)
    return sorted((int(match[1]), int(match[2])) for match in found if match)


def load(year: int, day: int) -> Day:
    if (year, day) not in days():
        raise UnknownDayError(f"{year} day {day}")
    module = importlib.import_module(f"aoc.y{year}.day{day:02}")
    return Day(module.parse, module.part1, getattr(module, "part2", None))
