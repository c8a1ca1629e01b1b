"""What samples amount to: medians, and how far to trust them.

Everything here works on the medians of blocks, as a table of times[process][block] in nanoseconds.
Runs of one process resemble each other more than runs of two, so an interval comes from a bootstrap
that draws whole processes, with replacement.
"""

import functools
from collections.abc import Sequence
from typing import TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt

RESAMPLES = 4000
SEED = 2021  # of the bootstrap: the same samples give the same intervals
CONFIDENCE = 95  # per cent
_INTERVAL = ((100 - CONFIDENCE) / 2, (100 + CONFIDENCE) / 2)
LEAST_FLOOR = 0.01  # no session is believed to see less than one per cent
LEAST_SIZES = 3  # to fit an exponent to
POWERS = np.arange(5, 501) / 100  # the exponents that are tried
GROWN = 1.1  # times that grow by less than this, from the smallest size to the largest, are constant
LEAST_APART = 0.25  # exponents no further apart are not called different: caches and branch prediction alone do 0.2
LEAP = 0.75  # by so much a power's slope between two sizes never falls again
WIDE = 2 * LEAST_APART  # an exponent whose interval is wider says nothing
STEADY = 1.25  # where the interval of a time is wider than this ratio of its ends, it is no result

Times: TypeAlias = Sequence[Sequence[float]]
"""Medians of blocks, by process."""

_Numbers: TypeAlias = npt.NDArray[np.float64]


class Ratio(msgspec.Struct, frozen=True):
    """How many times as long, with the ends of its 95 % interval."""

    value: float
    low: float
    high: float

    def differs(self, floor: float) -> bool:
        """Whether this is a difference: 1 is outside of the interval, and it is more than `floor`.

        >>> Ratio(1.1, 1.05, 1.2).differs(0.02), Ratio(1.1, 1.05, 1.2).differs(0.2), Ratio(1.1, 0.9, 1.2).differs(0.02)
        (True, False, False)
        """
        return not self.low <= 1 <= self.high and max(self.value, 1 / self.value) > 1 + floor


class Exponent(msgspec.Struct, frozen=True):
    """How time grows: as a size to this power, with the ends of its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def is_known(self) -> bool:
        """Not so where time leaps, so that no power that was tried is high enough."""
        return self.value < float(POWERS[-1])

    def __str__(self) -> str:
        """For people.

        >>> str(Exponent(1.04, 1, 1.1)), str(Exponent(5, 4, 5))
        ('1.04', '5 or more')
        """
        return f"{self.value:.2f}" if self.is_known else f"{self.value:.0f} or more"

    def differs(self, other: "Exponent") -> bool:
        """Whether the two are different powers: the intervals are apart, and the values by more than `LEAST_APART`.

        >>> Exponent(2, 1.9, 2.1).differs(Exponent(1, 0.9, 1.1)), Exponent(2, 1.9, 2.1).differs(Exponent(1.8, 1.7, 1.85))
        (True, False)
        """
        apart = self.low > other.high or other.low > self.high
        return apart and abs(self.value - other.value) > LEAST_APART


def interval(times: Times) -> tuple[float, float]:
    """The 95 % interval of the median time."""
    logs = np.log(np.array(times))
    low, high = _ends(np.median(logs[_draws(len(logs))], axis=(1, 2)))
    return low, high


def steady(times: Times) -> bool:
    """Whether the processes agree on the time, so that it may be called one.

    >>> steady([[100, 101], [99, 100], [102, 100]]), steady([[100, 101], [130, 131], [170, 180]])
    (True, False)
    """
    low, high = interval(times)
    return high <= STEADY * low


def paired(mine: Times, other: Times) -> Ratio:
    """How many times as long as `other`, from blocks that were interleaved with each other's.

    >>> paired([[20, 40], [22, 44]], [[10, 20], [11, 22]])
    Ratio(value=2.0, low=2.0, high=2.0)
    """
    logs = np.log(np.array(mine)) - np.log(np.array(other))
    return _ratio(float(np.median(logs)), np.median(logs[_draws(len(logs))], axis=(1, 2)))


def unpaired(mine: Times, other: Times) -> Ratio:
    """How many times as long as `other`, where each was measured in a session of its own."""
    logs, other_logs = np.log(np.array(mine)), np.log(np.array(other))
    drawn = np.median(logs[_draws(len(logs))], axis=(1, 2))
    other_drawn = np.median(other_logs[_draws(len(other_logs), SEED + 1)], axis=(1, 2))
    return _ratio(float(np.median(logs) - np.median(other_logs)), drawn - other_drawn)


def noise_floor(twins: Sequence[Ratio]) -> float:
    """What chance alone does, from pairs of twins: as a part of 1, what only one pair in twenty exceeds.

    Fewer than twenty pairs may all be alike by chance: of them it is twice the largest difference.

    >>> noise_floor([Ratio(0.98, 0.9, 1.1), Ratio(1.004, 0.9, 1.1)])
    0.0408
    """
    apart = sorted(max(twin.value, 1 / twin.value) - 1 for twin in twins)
    beyond = len(apart) // 20
    largest = max(apart[: len(apart) - beyond], default=0.0)
    return round(max(LEAST_FLOOR, largest if beyond else 2 * largest), 4)


def exponent(sizes: Sequence[int], times: Times) -> Exponent:
    """The power b of time = c + a * size**b, with c and a not negative, by least squares of relative errors.

    The constant c is what a solution takes before size matters; without it small sizes would make every slope look
    flat. `times[size]` are of several inputs of that size, of which the median counts; the bootstrap
    draws inputs, for each size apart. Where time does not grow at all, b is 0.

    >>> exponent([10, 20, 40, 80], [[600], [900], [2100], [6900]])
    Exponent(value=2.0, low=2.0, high=2.0)
    """
    table = np.array(times, dtype=np.float64)
    _, inputs = table.shape
    drawn = [np.median(one[_draws(inputs, SEED + index)], axis=1) for index, one in enumerate(table)]
    relative = np.array(sizes) / max(sizes)
    (value,) = _powers(relative, np.median(table, axis=1)[np.newaxis])
    low, high = np.percentile(_powers(relative, np.array(drawn).T), _INTERVAL)
    return Exponent(*(round(float(number), 3) for number in (value, low, high)))


def is_power(sizes: Sequence[int], times: Times, fitted: Exponent) -> bool:
    """Whether time grows as the power that was fitted: with a constant added, its slope on log scales never falls. Where it leaps
    between two sizes and then goes on as before, or the interval is wide, there is no one power.

    >>> is_power([10, 20, 40, 80], [[600], [900], [2100], [6900]], Exponent(2, 1.9, 2.1))
    True
    >>> is_power([10, 20, 40, 80], [[10], [20], [200], [400]], Exponent(2, 1.9, 2.1))
    False
    >>> is_power([10, 20, 40, 80], [[600], [900], [2100], [6900]], Exponent(2, 1.7, 2.3))
    False
    """
    if not fitted.is_known or fitted.high - fitted.low > WIDE:
        return False
    middle = np.median(np.array(times, dtype=np.float64), axis=1)
    slopes = np.diff(np.log(middle)) / np.diff(np.log(sizes))
    return bool(np.all(np.maximum.accumulate(slopes) - slopes < LEAP))


def _powers(sizes: _Numbers, times: _Numbers) -> _Numbers:
    """The best of the `POWERS` for each row of times: for each of them c and a are a linear problem."""
    grown = sizes ** POWERS[:, np.newaxis]
    weights = 1 / times
    ones, one_one = weights.sum(axis=1)[:, np.newaxis], (weights**2).sum(axis=1)[:, np.newaxis]
    rise, one_rise, rise_rise = weights @ grown.T, weights**2 @ grown.T, weights**2 @ (grown**2).T
    c = (ones * rise_rise - one_rise * rise) / (one_one * rise_rise - one_rise**2)
    a = (one_one * rise - one_rise * ones) / (one_one * rise_rise - one_rise**2)
    a = np.where(c < 0, rise / rise_rise, a)
    c = np.where(a < 0, ones / one_one, np.maximum(c, 0))
    a = np.maximum(a, 0)
    best = np.argmax(c * ones + a * rise, axis=1)  # at a minimum, that is all squares but those of the errors
    return np.where(times[:, -1] < GROWN * times[:, 0], 0, POWERS[best])


@functools.cache
def _draws(processes: int, seed: int = SEED) -> npt.NDArray[np.int64]:
    """Which processes make up each resample."""
    return np.random.default_rng(seed).integers(processes, size=(RESAMPLES, processes))


def _ends(logs: _Numbers) -> tuple[float, float]:
    low, high = np.exp(np.percentile(logs, _INTERVAL))
    return _rounded(low), _rounded(high)


def _ratio(log: float, resampled: _Numbers) -> Ratio:
    return Ratio(_rounded(np.exp(log)), *_ends(resampled))


def _rounded(value: float) -> float:
    """Five figures: what a result file needs."""
    return float(f"{value:.5g}")
