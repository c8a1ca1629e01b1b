"""The memory that a day takes: what a program that is started for it has at most, apart from any timing."""

from statistics import median

import msgspec

from crosscheck.ruler import cold_start
from crosscheck.ruler.cold_start import Task

RUNS = 3


class Memory(msgspec.Struct, frozen=True):
    """Bytes of resident memory at their most: the median of `runs` programs that solve the day, and of as many that solve nothing."""

    peak: int
    idle: int
    runs: int


def measure(task: Task) -> Memory:
    """The memory of a language on a day."""
    peaks, idles = (
        [cold_start.peak_bytes(launch) for _ in range(RUNS)]
        for launch in (cold_start.solving(task), cold_start.idle(task))
    )
    return Memory(int(median(peaks)), int(median(idles)), RUNS)
