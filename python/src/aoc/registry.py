"""The days that there are: found on disk, and imported only when asked for, so that start-up stays quick."""

import importlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from time import perf_counter_ns
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeAlias

from aoc.text import InputError

NO_SOLUTION = "no solution"

Part: TypeAlias = Callable[[Any], int | str | None]
"""None: there is no solution. A part that is not written yet raises NotImplementedError."""


class UnknownDayError(LookupError):
    """There is no such day here."""


class UnknownParameterError(LookupError):
    """The day has no such parameter."""


class AnswerError(TypeError):
    """A part returned what is no answer."""


class Run(NamedTuple):
    """The answers, and the time of parse, part 1 and part 2. A part that is absent or not written yet
    has None; the time of an absent one is 0."""

    answers: tuple[str | None, str | None]
    nanoseconds: tuple[int, int, int]


class Day(NamedTuple):
    """A day's functions, and the values that its parameters may take. The defaults are those of `parse`."""

    parse: Callable[..., Any]
    part1: Part
    part2: Part | None
    params: Mapping[str, range] = MappingProxyType({})

    def read(self, text: str, params: Mapping[str, int]) -> Any:
        """The puzzle as `parse` gives it. A value that a parameter may not take is refused like a wrong input."""
        for name, value in params.items():
            if name not in self.params:
                raise UnknownParameterError(f'no parameter "{name}"')
            if value not in (allowed := self.params[name]):
                raise InputError(f"{name}: expected a number from {allowed.start} to {allowed.stop - 1}")
        return self.parse(text, **params)

    def answer(self, number: int, puzzle: Any) -> str | None:
        """The answer of part 1 or 2, None where the part is absent or not written yet."""
        part = self.part1 if number == 1 else self.part2
        if not part:
            return None
        try:
            value = part(puzzle)
        except NotImplementedError:
            return None
        if value is None:
            return NO_SOLUTION
        if isinstance(value, bool) or not isinstance(value, int | str):
            kind = type(value).__name__
            raise AnswerError(f"part {number} returned {value!r} ({kind}): an answer is a whole number or text")
        return str(value)

    def run(self, text: str, params: Mapping[str, int] | None = None) -> Run:
        """One run. An answer is text before the clock is read, so that no type of answer can put work off."""
        start = perf_counter_ns()
        puzzle = self.read(text, params or {})
        parsed = perf_counter_ns()
        answer1 = self.answer(1, puzzle)
        solved1 = perf_counter_ns()
        if not self.part2:
            return Run((answer1, None), (parsed - start, solved1 - parsed, 0))
        answer2 = self.answer(2, puzzle)
        solved2 = perf_counter_ns()
        return Run((answer1, answer2), (parsed - start, solved1 - parsed, solved2 - solved1))


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


@cache
def load(year: int, day: int) -> Day:
    if (year, day) not in days():
        raise UnknownDayError(f"{year} day {day}")
    module = importlib.import_module(f"aoc.y{year}.day{day:02}")
    return Day(module.parse, module.part1, getattr(module, "part2", None), getattr(module, "PARAMS", {}))
