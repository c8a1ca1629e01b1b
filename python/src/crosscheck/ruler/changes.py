"""What became faster or slower between two timing results."""

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from crosscheck.errors import UserError
from crosscheck.ruler import estimate
from crosscheck.ruler.estimate import Ratio, Times
from crosscheck.ruler.results import DayResult, Measured, Result

SAME, FASTER, SLOWER = "no measurable difference", "faster", "slower"
ENOUGH = 30  # times in common, from which it can be told what chance does to them
CHANCE = 0.05  # what it may do where there are not so many
MOST_OF_A_DAY = 0.05  # what the machine may do to one day beyond what it does to all of them
Day = tuple[int, int]  # year and day
WITNESSES = 3  # languages of a day, of which the middle one is taken to show the machine


@dataclass(frozen=True, slots=True)
class Change:
    """One language on one day: how many times as long as before it takes, and what that is called.

    The `machine`'s part, as a ratio, is taken out already; `floor` is what was to be exceeded.
    """

    year: int
    day: int
    language: str
    title: str
    ratio: Ratio
    machine: float
    floor: float
    verdict: str


def compared(old: Result, new: Result) -> list[Change]:
    """Each day and language that both have, on the same input.

    Two sessions are two states of one machine, and what it does to a day it does to all languages, whose blocks are
    interleaved. So what the middle one of a day's three languages changes by is taken to be the machine's, up to 5 %
    beyond the median of all days; it is taken out, and a change has to be beyond it by more than chance.
    """
    if old.noise is None or new.noise is None:
        raise UserError("a quick look is not to be compared: time both without --quick")
    both = [
        ((day.year, day.day), key, now, estimate.unpaired(times[key], times_then[key]))
        for day in new.days
        for then in old.days
        if (then.year, then.day) == (day.year, day.day) and _same_input(then, day)
        for times, times_then in [(_without_drift(day), _without_drift(then))]
        for key, now in day.languages.items()
        if key in then.languages and now.steady and then.languages[key].steady
    ]
    if not both:
        raise UserError("the two have no day and language in common that were timed on the same input")
    logs: dict[Day, list[float]] = {}
    for day, _, now, ratio in both:
        if now.same_as is None:
            logs.setdefault(day, []).append(math.log(ratio.value))
    machine = _machine(logs)
    floor = max(old.noise, new.noise, _chance(logs, machine))
    return [_change(day, key, now, ratio, machine, floor) for day, key, now, ratio in both]


def _without_drift(day: DayResult) -> Mapping[str, Times]:
    """The times of each language by block, less what the middle one of three did in the same round beside its own usual."""
    logs = {key: np.log(np.array(one.processes)) for key, one in day.languages.items()}
    drifts = [logs[key] - np.median(logs[key]) for key, one in day.languages.items() if one.same_as is None]
    drift = np.median(drifts, axis=0) if len(drifts) >= WITNESSES else np.zeros(())
    return {key: np.exp(own - drift).tolist() for key, own in logs.items()}


def _machine(logs: Mapping[Day, list[float]]) -> dict[Day, tuple[float, float]]:
    """The logarithms of what the machine did, by day: to all days, and to this one beyond that."""
    every = [log for of_day in logs.values() for log in of_day]
    general = statistics.median(every) if len(every) >= ENOUGH else 0.0
    own = {
        day: statistics.median(of_day) - general if len(of_day) >= WITNESSES else 0.0 for day, of_day in logs.items()
    }
    return {day: (general, max(-MOST_OF_A_DAY, min(MOST_OF_A_DAY, log))) for day, log in own.items()}


def _chance(logs: Mapping[Day, list[float]], machine: Mapping[Day, tuple[float, float]]) -> float:
    """What is left by chance, as a part of 1: four standard deviations, from the median deviation, as most solutions have not changed."""
    left = [abs(log - sum(machine[day])) for day, of_day in logs.items() for log in of_day]
    # Of three languages one is the middle one, which is left with nothing.
    left = sorted(left)[len(left) // WITNESSES :]
    if len(left) < ENOUGH * (1 - 1 / WITNESSES):
        return CHANCE
    return math.expm1(4 * statistics.median(left) / statistics.NormalDist().inv_cdf(0.75))


def _same_input(one: DayResult, other: DayResult) -> bool:
    return (one.answers, *_source(one)) == (other.answers, *_source(other))


def _source(day: DayResult) -> tuple[str, int, dict[str, int]]:
    return day.input.source, day.input.bytes, day.input.params


def _change(
    day: Day, key: str, now: Measured, ratio: Ratio, machine: Mapping[Day, tuple[float, float]], floor: float
) -> Change:
    general, own = machine.get(day, (0.0, 0.0))
    taken = math.exp(general + own)
    rest = Ratio(*(round(value / taken, 4) for value in (ratio.value, ratio.low, ratio.high)))
    # The middle one of three may have changed itself; then the others are not to be blamed for the difference.
    floor = round(max(floor, math.expm1(abs(own)) + floor / 2), 4)
    verdict = SAME if not rest.differs(floor) else SLOWER if rest.value > 1 else FASTER
    return Change(*day, key, now.title, rest, round(taken, 4), floor, verdict)
