"""A timing session: all days of it, round by round, and further rounds for what did not hold still."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from crosscheck.ruler import results
from crosscheck.ruler.results import DayResult
from crosscheck.ruler.timing import NotTimedError, Plan, TimedDay
from crosscheck.tree.languages import Language
from crosscheck.tree.progress import Bar

Refused = dict[tuple[int, int], str]
"""By year and day, why a day could not be timed."""


@dataclass(slots=True)
class Session:
    """The days asked for, by title.

    A day for which the machine does not hold still gets as many rounds again, until there are `tries` times as many. What was
    measured before stays: to throw away what looks bad would choose among the results.
    """

    days: Sequence[tuple[TimedDay, str]]
    languages: Sequence[Language]
    plan: Plan
    twins: bool
    tries: int = 2

    def run(self, bar: Bar) -> list[DayResult]:
        """Time all days. The bar advances once a day and round."""
        refused: Refused = {}
        days = [day for day, _ in self.days]
        for index, day in enumerate(days):
            _attempt(day, refused, bar, "checking", partial(day.check, self.languages, self._twins(index)))
        self._measure(days, refused, bar)
        for _ in range(1, self.tries):
            again = [day for day in days if _key(day) not in refused and not _steady(day)]
            bar.extend(len(again) * self.plan.rounds)
            self._measure(again, refused, bar)
        for day in days:
            _attempt(day, refused, bar, "probing", day.probe)
        return [
            results.refused(day, title, refused[_key(day)]) if _key(day) in refused else results.of_day(day, title)
            for day, title in self.days
        ]

    def _measure(self, days: Sequence[TimedDay], refused: Refused, bar: Bar) -> None:
        for number in range(self.plan.rounds):
            for day in days:
                _attempt(day, refused, bar, "timing", partial(day.measure, self.plan, number))
                bar.advance()

    def _twins(self, index: int) -> set[str]:
        """Who runs twice: on a single day all do, in a longer session they take turns."""
        if not self.twins:
            return set()
        keys = [language.key for language in self.languages]
        return set(keys) if len(self.days) == 1 else {keys[index % len(keys)]}


def _key(day: TimedDay) -> tuple[int, int]:
    return day.year, day.day


def _attempt(day: TimedDay, refused: Refused, bar: Bar, doing: str, step: Callable[[], None]) -> None:
    if _key(day) in refused:
        return
    bar.step(f"{doing} {day.year} day {day.day}")
    try:
        step()
    except NotTimedError as error:
        refused[_key(day)] = str(error)
        day.restart()


def _steady(day: TimedDay) -> bool:
    return all(entrant.steady() for entrant in day.entrants)
