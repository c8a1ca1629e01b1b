"""A timing session goes on with what did not hold still, as often as it is told to and no more often, and throws nothing away."""

from typing import cast

import pytest

from crosscheck.ruler import results
from crosscheck.ruler.session import Session
from crosscheck.ruler.timing import Plan, TimedDay
from crosscheck.tree.progress import Bar

ROUNDS = 3


class Uneasy:
    """A day that looks steady from so many rounds on, taken `tries` times."""

    year, day = 2021, 1

    def __init__(self, still_from: int) -> None:
        self.still_from = still_from
        self.measured = 0
        self.entrants = [self]

    def steady(self) -> bool:
        return self.measured >= self.still_from * ROUNDS

    def check(self, *_: object) -> None: ...

    def probe(self) -> None: ...

    def measure(self, *_: object) -> None:
        self.measured += 1

    def restart(self) -> None:
        raise AssertionError("what was measured is thrown away")


@pytest.mark.parametrize(("still_from", "tries", "timed"), [(1, 5, 1), (3, 5, 3), (9, 5, 5), (9, 1, 1)])
def test_a_day_gets_more_rounds_until_the_machine_holds_still(
    monkeypatch: pytest.MonkeyPatch, still_from: int, tries: int, timed: int
) -> None:
    monkeypatch.setattr(results, "of_day", lambda day, title: title)
    day = Uneasy(still_from)
    plan = Plan(rounds=ROUNDS, block=1)
    with Bar(ROUNDS, enabled=False) as bar:
        Session([(cast(TimedDay, day), "Sweep")], [], plan, twins=False, tries=tries).run(bar)
    assert day.measured == timed * ROUNDS
