"""A campaign that can be left alone: small portions of all days by turns, for hours, kept in a journal from which it goes on."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import count
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from crosscheck.judging.counts import Counts
from crosscheck.judging.journal import Aim, Day, Journal, Line
from crosscheck.judging.parallel import Pool

PORTION = 100  # inputs: of a day whose inputs cost much a portion takes two seconds
TRIES = 3  # of a portion whose process died: another that ran beside it may be at fault
BROKEN = 3  # portions of a day that came to nothing, before no more of it is tried
AHEAD = 2  # portions a process that are handed out


class Portion(NamedTuple):
    """The `nth` so many inputs of a day."""

    year: int
    day: int
    nth: int


def portions(aim: Aim, done: Container[Portion], left_out: Collection[Day]) -> Iterator[Portion]:
    """What is still to do: a portion of each day, and then the next of each, without those that are left out by then."""
    for nth in count():
        if (aim.most is not None and nth * PORTION >= aim.most) or not {*aim.days} - {*left_out}:
            return
        for year, day in aim.days:
            if (year, day) not in left_out and (portion := Portion(year, day, nth)) not in done:
                yield portion


class Campaign:
    """A campaign, begun or gone on with."""

    def __init__(self, root: Path, journal: Journal, asked: dict[Day, list[str]], jobs: int) -> None:
        """`asked` are the languages that have the day, by their keys."""
        self._root, self._journal, self._asked, self._jobs = root, journal, asked, jobs
        self._aim = journal.aim
        # Generated texts of a day that disagrees would mostly be found to do so again.
        self._left_out = {(line["year"], line["day"]) for line in journal.lines if line.get("disagreement")}
        self._broken = Counter((line["year"], line["day"]) for line in journal.lines if "broke" in line)
        self._left_out |= {day for day, times in self._broken.items() if times >= BROKEN}
        done = {Portion(line["year"], line["day"], line["nth"]) for line in journal.lines}
        self._left = portions(self._aim, done, self._left_out)
        self._tries: dict[Portion, int] = {}
        self._before, self._start = journal.elapsed, monotonic()

    @property
    def elapsed(self) -> float:
        """The seconds that it has taken, from its beginning."""
        return self._before + monotonic() - self._start

    def run(self, tell: Callable[[Line], None]) -> None:
        """Until the time is over or nothing is left. Each portion that is done is in the journal when it is told."""
        again: list[Portion] = []
        while True:
            with Pool(self._jobs, self._root, self._aim.patience, self._aim.checked) as pool:
                again = self._run_in(pool, again, tell)
            if not again:
                return

    def _run_in(self, pool: Pool, again: list[Portion], tell: Callable[[Line], None]) -> list[Portion]:
        """Until all is done, or one of the processes dies: then the portions that are to be done again by others."""
        running: dict[Future[Counts], Portion] = {}
        while True:
            while len(running) < AHEAD * self._jobs and self.elapsed < self._aim.seconds:
                portion = again.pop() if again else next(self._left, None)
                if portion is None:
                    break
                try:
                    running[self._begin(pool, portion)] = portion
                except BrokenProcessPool:
                    return self._lost([*running.values(), portion, *again], tell)
            if not running:
                return []
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                done: Counts | str
                try:
                    done = future.result()
                except BrokenProcessPool:
                    return self._lost([*running.values(), *again], tell)
                except Exception as error:  # of one portion, and no reason to end the campaign
                    done = f"{type(error).__name__}: {error}"
                self._end(running.pop(future), done, tell)

    def _begin(self, pool: Pool, portion: Portion) -> Future[Counts]:
        year, day, nth = portion
        first = nth * PORTION
        last = first + PORTION if self._aim.most is None else min(first + PORTION, self._aim.most)
        keys = self._asked[year, day]
        return pool.begin(self._aim.kind, year, day, keys, self._aim.seed, nth, range(first, last))

    def _end(self, portion: Portion, done: Counts | str, tell: Callable[[Line], None]) -> None:
        came_of_it = {"broke": done} if isinstance(done, str) else done.as_json()
        line = {**portion._asdict(), **came_of_it, "elapsed": round(self.elapsed, 3)}
        day = portion.year, portion.day
        self._broken[day] += "broke" in line
        if line.get("disagreement") or self._broken[day] >= BROKEN:
            self._left_out.add(day)
        self._journal.add(line)
        tell(line)

    def _lost(self, portions: list[Portion], tell: Callable[[Line], None]) -> list[Portion]:
        """Those whose processes died, less those that have been tried often enough."""
        again = []
        for portion in portions:
            self._tries[portion] = self._tries.get(portion, 0) + 1
            if self._tries[portion] < TRIES:
                again.append(portion)
            else:
                self._end(portion, f"{TRIES} processes died of it, or of what ran beside it", tell)
        return again
