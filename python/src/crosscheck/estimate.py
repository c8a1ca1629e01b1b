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
LEAST_FLOOR = 0.01  # no session is believed to see less than one per cent
STEADY = 1.25  # where the interval of a time is wider than this ratio of its ends, it is no result

Times: TypeAlias = Sequence[Sequence[float]]
"""Medians of blocks, by process."""

_Logs: TypeAlias = npt.NDArray[np.float64]


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

    Of fewer than twenty pairs it is the largest difference.

    >>> noise_floor([Ratio(0.98, 0.9, 1.1), Ratio(1.004, 0.9, 1.1)])
    0.0204
    """
    apart = sorted(max(twin.value, 1 / twin.value) - 1 for twin in twins)
    beyond = len(apart) // 20
    return round(max([LEAST_FLOOR, *apart[: len(apart) - beyond][-1:]]), 4)


@functools.cache
def _draws(processes: int, seed: int = SEED) -> npt.NDArray[np.int64]:
    """Which processes make up each resample."""
    return np.random.default_rng(seed).integers(processes, size=(RESAMPLES, processes))


def _ends(logs: _Logs) -> tuple[float, float]:
    beyond = (100 - CONFIDENCE) / 2
    low, high = np.exp(np.percentile(logs, [beyond, 100 - beyond]))
    return _rounded(low), _rounded(high)


def _ratio(log: float, resampled: _Logs) -> Ratio:
    return Ratio(_rounded(np.exp(log)), *_ends(resampled))


def _rounded(value: float) -> float:
    """Five figures: what a result file needs."""
    return float(f"{value:.5g}")
