"""Axes: where a value lies between two ends, and where the ticks are."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self, TypeAlias

ROOM = 14  # percent of an axis that a label takes


@dataclass(frozen=True, slots=True)
class LogScale:
    """A logarithmic axis from a power of ten to a higher one, or from 1, 2 or 5 times one where that is `close`r."""

    low: float
    high: float

    @classmethod
    def around(cls, values: Iterable[float], close: bool = False) -> Self:
        """The shortest axis that holds the values, with a tick at both ends.

        >>> LogScale.around([3, 450])
        LogScale(low=1.0, high=1000.0)
        >>> LogScale.around([30, 450], close=True)
        LogScale(low=20.0, high=500.0)
        """
        there = [value for value in values if value > 0] or [1.0]
        steps = (1, 2, 5) if close else (1,)
        decades = range(math.floor(math.log10(min(there))), math.ceil(math.log10(max(there))) + 2)
        marks = sorted(step * 10.0**power for power in decades for step in steps)
        low = max(mark for mark in marks if mark <= min(there))
        high = min(mark for mark in marks if mark >= max(there) and mark > low)
        return cls(low, high)

    def at(self, value: float) -> float:
        """The place of a value, as a percentage of the axis.

        >>> LogScale(1, 100).at(10)
        50.0
        """
        part = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        return round(100 * min(part, 1), 2)

    def ticks(self) -> list[float]:
        """The powers of ten, and both ends.

        >>> LogScale(20, 5000).ticks()
        [20, 100.0, 1000.0, 5000]
        """
        powers = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
        return sorted({self.low, self.high, *(10.0**power for power in powers)})

    def shade(self, value: float, levels: int) -> int:
        """One of so many shades, the first for the lowest values."""
        return min(int(self.at(value) / 100 * levels), levels - 1)


@dataclass(frozen=True, slots=True)
class Shares:
    """An axis of parts of a whole, from 0 to 1."""

    def at(self, value: float) -> float:
        """The place of a value, as a percentage of the axis."""
        return round(100 * min(max(value, 0), 1), 2)

    def ticks(self) -> list[float]:
        """Each quarter."""
        return [0, 0.25, 0.5, 0.75, 1]


Scale: TypeAlias = LogScale | Shares


def labelled(scale: Scale, say: Callable[[float], str]) -> tuple[tuple[float, str], ...]:
    """The places of the ticks with their labels; without one beside an end, whose own label takes the room.

    >>> labelled(LogScale(20, 5000), "{:g}".format)
    ((0.0, '20'), (29.15, '100'), (70.85, '1000'), (100.0, '5000'))
    >>> labelled(LogScale(5, 1000), "{:g}".format)
    ((0.0, '5'), (13.08, ''), (56.54, '100'), (100.0, '1000'))
    """
    ticks = scale.ticks()
    inside = {tick for tick in ticks[1:-1] if not ROOM <= scale.at(tick) <= 100 - ROOM}
    return tuple((scale.at(tick), "" if tick in inside else say(tick)) for tick in ticks)
