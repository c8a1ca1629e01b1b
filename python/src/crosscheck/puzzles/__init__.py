"""What a valid input of each puzzle is: the one place that says so, and that makes such inputs.

`puzzles/y2021/day07.py` is found on disk by its name. Its docstring is the statement of the domain that binds every solver, and it has these
public names:

    TITLE     the name of the day
    UNIT      the word for what SIZE counts: "crabs"
    SIZE      how many of them an input of the usual size has
    LAWS      two or more facts that tie the answers of one input to those of another (or to each other), and need no second program
    puzzles   () -> a hypothesis strategy of valid texts: small, and biased to ties, ends, duplicates and extremes
    full      (seed, size=SIZE) -> a valid text that looks like a real input; the same for ever for a seed and a size
    oracle    (text) -> the answers by brute force, or None where the text is too big for it (left out where there is none at all)
    EXAMPLES  (most, reason): `agree` runs no more than so many, and why (left out where it runs as many as it is told)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from typing import NamedTuple

from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.law import Answers, Law

__all__ = ["Answers", "Examples", "Law", "Puzzle", "days", "load"]


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
    found = (re.fullmatch(r"y(\d{4})/day(\d\d)\.py", file.relative_to(here).as_posix()) for file in here.glob("y*/day*.py"))
    return sorted((int(name[1]), int(name[2])) for name in found if name)


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
