"""How times grow with the size of the input: what is kept of it, and its JSON.

`crosscheck scale --save` writes it. A few telling days of a year are stored, as results/2021/growth.json.
"""

from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from crosscheck.ruler.estimate import Exponent, is_power
from crosscheck.tree import saved

SCHEMA = 1
HEADING = "How the times of these solutions grow; not of languages."
NOT_A_POWER = "not a power"
WHOSE = "an algorithm's difference, not a language's"


class Curve(msgspec.Struct, frozen=True):
    """One language's times of parse, part 1 and part 2 together, in nanoseconds."""

    title: str
    version: str
    times: list[list[float]]  # by size: of each of the inputs of that size
    exponent: Exponent


class GrownDay(msgspec.Struct, frozen=True, omit_defaults=True):
    """One day: its sizes, smallest first, in the puzzle's `unit`, or why it was `refused`."""

    year: int
    day: int
    title: str
    unit: str
    usual: int  # the size of a real input
    sizes: list[int] = []
    seeds: list[int] = []  # of the inputs of each size
    languages: dict[str, Curve] = {}
    absent: dict[str, str] = {}
    without: dict[str, str] = {}
    refused: str | None = None

    def is_power(self, one: Curve) -> bool:
        """Whether its exponent says how its time grows."""
        return is_power(self.sizes, one.times, one.exponent)

    def differences(self) -> list[tuple[Curve, Curve]]:
        """Each two languages whose exponents differ, the steeper one first; not of those whose time is no power."""
        pairs = combinations([one for one in self.languages.values() if self.is_power(one)], 2)
        return [
            (one, other) if one.exponent.value > other.exponent.value else (other, one)
            for one, other in pairs
            if one.exponent.differs(other.exponent)
        ]


class Growth(msgspec.Struct, frozen=True):
    """A session."""

    schema: int
    heading: str
    provenance: dict[str, Any]
    days: list[GrownDay]

    @property
    def year(self) -> int:
        """The year, of which all days are."""
        return self.days[0].year


def load(path: Path) -> Growth:
    """What a file holds; a UserError when it is something else."""
    return saved.load(path, Growth, SCHEMA, "scale")
