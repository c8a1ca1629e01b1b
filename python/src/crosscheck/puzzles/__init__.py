"""What a valid input of each puzzle is: the one place that says so, and that makes such inputs.

`puzzles/y2021/day07.py` is found on disk by its name. Its docstring is the statement of the domain
that binds every solver, and it has these public names:

    TITLE     the name of the day
    UNIT      the word for what SIZE counts: "crabs"
    SIZE      how many of them an input of the usual size has
    LAWS      two or more facts that need no second program: they tie the answers of one input to
              those of another, or to each other
    puzzles   () -> a hypothesis strategy of valid texts: small, and biased to ties, ends,
              duplicates and extremes
    full      (seed, size=SIZE) -> a valid text that looks like a real input; the same for ever
              for a seed and a size
    oracle    (text) -> the answers by brute force, or None where the text is too big for it; a part
              that is None is not compared; left out where there is no such thing
    EXAMPLES  (most, reason): `agree` runs no more than so many, and why; left out where it runs
              as many as it is told

A text of `puzzles` or `full` has LF line ends, one of them at its end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.puzzles.law import Law

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy  # takes a while to load, and a module that uses it loads it
from crosscheck.solvers.outcome import Answers

__all__ = ["Examples", "Law", "Puzzle", "days", "load", "names", "path"]


class Examples(NamedTuple):
    """No more than `most` generated inputs, for a stated reason."""

    most: int
    reason: str


@dataclass(frozen=True)
class Puzzle:
    """One day's puzzle: what its inputs are, and what must be true of its answers."""

    year: int
    day: int
    title: str
    domain: str
    unit: str
    size: int
    laws: tuple[Law, ...]
    puzzles: Callable[[], SearchStrategy[str]]
    full: Callable[..., str]
    oracle: Callable[[str], Answers | None] | None
    examples: Examples | None

    def __str__(self) -> str:
        return f"{self.year} day {self.day}: {self.title}"


def days() -> list[tuple[int, int]]:
    """Every (year, day) that has a puzzle module, in order."""
    here = Path(__file__).parent
    return sorted(
        (int(file.parent.name[1:]), int(file.stem[3:])) for file in here.glob("y[0-9][0-9][0-9][0-9]/day[0-9][0-9].py")
    )


def path(year: int, day: int) -> Path:
    """Where a day's puzzle module is, or would be."""
    return Path(__file__).parent / f"y{year}" / f"day{day:02}.py"


@cache
def load(year: int, day: int) -> Puzzle:
    """The puzzle of a day; LookupError where there is none."""
    if (year, day) not in days():
        raise LookupError(f"there is no puzzle module for {year} day {day}")
    module = import_module(f"crosscheck.puzzles.y{year}.day{day:02}")
    examples = getattr(module, "EXAMPLES", None)
    return Puzzle(
        year=year,
        day=day,
        title=module.TITLE,
        domain=getdoc(module) or "",
        unit=module.UNIT,
        size=module.SIZE,
        laws=tuple(module.LAWS),
        puzzles=module.puzzles,
        full=module.full,
        oracle=getattr(module, "oracle", None),
        examples=Examples(*examples) if examples else None,
    )


def names(year: int, day: int) -> tuple[str, str]:
    """The day's title, and the word for what its inputs have many of; empty without a puzzle module."""
    try:
        puzzle = load(year, day)
    except LookupError:
        return "", ""
    return puzzle.title, puzzle.unit
