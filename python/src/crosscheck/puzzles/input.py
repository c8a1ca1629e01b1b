"""What a puzzle module makes for the solvers: a text, and the parameters of the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Param(NamedTuple):
    """A constant of a day that an input may change: its value where nobody does, and its range."""

    default: int
    low: int
    high: int


class Input(NamedTuple):
    """A text, and the parameters that are not the defaults."""

    text: str
    params: Mapping[str, int] = {}


def as_input(made: str | Input) -> Input:
    """What a puzzle module makes: of a day without parameters it is a text alone.

    >>> as_input("1,2\\n").text
    '1,2\\n'
    """
    return made if isinstance(made, Input) else Input(made)
