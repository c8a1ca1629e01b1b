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
    full      (seed, size=SIZE) -> a valid text that looks like a real input; the same forever
              for a seed and a size
    oracle    (text) -> the answers by brute force, or None where the text is too big for it; a part
              that is None is not compared; left out where there is no such thing
    limits    () -> the inputs too great for cases.toml, see crosscheck.puzzles.limit; left out where there are none
    worst     () -> pairs of a name and a text: the inputs that are believed to be the worst inside the
              domain; left out where there is none to name
    PARAMS    the constants of the day that an input may change, {name: Param}; left out where there are none

A text of `puzzles`, `full` or `worst` has LF line ends, one of them at its end. Of a day with parameters `puzzles` gives
an `Input` each, which may set some of them; `worst` may; `full` is for the defaults; laws change an `Input`, and the
brute force is `oracle(text, params)`, with every parameter among its `params`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from crosscheck.errors import UserError
from crosscheck.puzzles.input import Input, Param, as_input
from crosscheck.puzzles.law import Law
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import Answers

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy  # takes a while to load, and a module that uses it loads it

__all__ = ["Input", "Law", "Limit", "Param", "Puzzle", "as_input", "days", "has", "load", "names", "path"]


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
    puzzles: Callable[[], SearchStrategy[Any]]
    full: Callable[..., str]
    oracle: Callable[..., Answers | None] | None
    params: Mapping[str, Param] = field(default_factory=dict)
    limits: Callable[[], Iterable[Limit]] = tuple
    worst: Callable[[], Iterable[tuple[str, str | Input]]] = tuple

    def __str__(self) -> str:
        return f"{self.year} day {self.day}: {self.title}"

    def values(self, given: Mapping[str, int]) -> dict[str, int]:
        """Every parameter, where it is not given its default."""
        return {**{name: param.default for name, param in self.params.items()}, **given}

    def by_brute_force(self, made: Input) -> Answers | None:
        """What the oracle says; None where there is none, or the text is too big for it."""
        if self.oracle is None:
            return None
        return self.oracle(made.text, self.values(made.params)) if self.params else self.oracle(made.text)

    def changed(self, law: Law, made: Input, rng: Random) -> Input | None:
        """The input as the law changes it; None where the law says nothing about it."""
        changed = law.transform(made if self.params else made.text, rng)
        return None if changed is None else as_input(changed)


def days() -> list[tuple[int, int]]:
    """Every (year, day) that has a puzzle module, in order."""
    here = Path(__file__).parent
    return sorted(
        (int(file.parent.name[1:]), int(file.stem[3:])) for file in here.glob("y[0-9][0-9][0-9][0-9]/day[0-9][0-9].py")
    )


def has(year: int, day: int) -> bool:
    """Whether the day has a puzzle module."""
    return path(year, day).is_file()


def path(year: int, day: int) -> Path:
    """Where a day's puzzle module is, or would be."""
    return Path(__file__).parent / f"y{year}" / f"day{day:02}.py"


@cache
def load(year: int, day: int) -> Puzzle:
    """The puzzle of a day; LookupError where there is none, UserError where its module is wrong."""
    if not has(year, day):
        raise LookupError(f"there is no puzzle module for {year} day {day}")
    try:
        module = import_module(f"crosscheck.puzzles.y{year}.day{day:02}")
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
            params=getattr(module, "PARAMS", {}),
            limits=getattr(module, "limits", tuple),
            worst=getattr(module, "worst", tuple),
        )
    except Exception as error:  # whatever somebody has written there
        raise UserError(f"{path(year, day)}: {type(error).__name__}: {error}") from error


def names(year: int, day: int) -> tuple[str, str]:
    """The day's title, and the word for what its inputs have many of; empty without a puzzle module."""
    try:
        puzzle = load(year, day)
    except LookupError:
        return "", ""
    return puzzle.title, puzzle.unit
