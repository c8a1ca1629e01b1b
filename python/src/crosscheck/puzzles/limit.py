"""Inputs too great for cases.toml: at a limit of the domain they are solved, past it they are refused."""

from typing import NamedTuple

from crosscheck.puzzles.input import Input


class Limit(NamedTuple):
    """An input that is told to every language, and what all must say of it: `claim` as crosscheck.solvers.outcome has it."""

    name: str
    made: str | Input
    claim: str | None = None  # None where it is enough that all answer, and alike
