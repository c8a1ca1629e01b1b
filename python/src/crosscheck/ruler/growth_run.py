"""How a day's times grow with its input: which sizes are run, in which order, and what is refused.

A round is one generated input of every size, smallest first, each in a fresh process of every
language (crosscheck.ruler.timing does that, and refuses what it refuses). The next round has inputs of
another seed. The first round finds out how far it is bearable to go.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from crosscheck.puzzles import Puzzle
from crosscheck.ruler import estimate
from crosscheck.ruler.growth import Curve, GrownDay
from crosscheck.ruler.timing import Entrant, NotTimedError, Plan, RefusedByAllError, TimedDay
from crosscheck.solvers.outcome import describe
from crosscheck.tree.inputs import PuzzleInput
from crosscheck.tree.languages import Language
from crosscheck.tree.progress import Bar

SEEDS = (1, 2, 3, 4, 5)
PLAN = Plan(rounds=len(SEEDS), block=10_000_000)
FACTORS = (1 / 4, 1 / 2, 1, 2, 4, 8)  # sizes, in usual sizes of the day
MOST = 100  # usual sizes that may be asked for
LONGEST = 2.0  # seconds that a run, or making an input, may take by foresight
WORSE = 4  # how many times as long one of twice the size is foreseen to take


class GrowthRun:
    """One day, at the `sizes` asked for or at a ladder of its own around the usual size."""

    def __init__(
        self, root: Path, puzzle: Puzzle, languages: Sequence[Language], sizes: Sequence[int] | None, seconds: float
    ) -> None:
        """`seconds` is what a language may take for one request."""
        self.puzzle = puzzle
        self._root, self._languages, self._seconds = root, languages, seconds
        self._asked = sizes is not None
        self._sizes = list(sizes or ladder(puzzle.size))
        self._rounds: list[list[TimedDay]] = []

    @property
    def steps(self) -> int:
        """How often `run` advances the bar, at most."""
        return len(self._sizes) * len(SEEDS)

    def run(self, bar: Bar) -> GrownDay:
        """Measure it, or say why not."""
        puzzle = self.puzzle
        about = (puzzle.year, puzzle.day, puzzle.title, puzzle.unit, puzzle.size)
        steps = self.steps
        try:
            self._first_round(bar)
            bar.extend(self.steps - steps)
            for number in range(1, len(SEEDS)):
                self._rounds.append([self._timed(size, number, bar) for size in self._sizes])
            self._rounds[0][0].probe()
        except NotTimedError as error:
            return GrownDay(*about, refused=str(error))
        first = self._rounds[0][0]
        return GrownDay(
            *about,
            sizes=self._sizes,
            seeds=list(SEEDS),
            languages={one.language.key: self._curve(index, one) for index, one in enumerate(first.entrants)},
            absent={language.key: f"{language.title} {describe(outcome)}" for language, outcome in first.absent},
            without={language.key: language.title for language in first.without},
        )

    def _first_round(self, bar: Bar) -> None:
        """Up the sizes, which end here where the next would be no larger, too large for the puzzle, or take too long."""
        done: list[TimedDay] = []
        for size in self._sizes:
            if not _grows(self.puzzle, size):
                if self._asked:
                    raise NotTimedError(f"an input of {size:,} {self.puzzle.unit} is no larger than one of fewer")
                break
            start = perf_counter()
            self.puzzle.full(SEEDS[0], size)
            making = perf_counter() - start
            try:
                done.append(self._timed(size, 0, bar))
            except RefusedByAllError:
                if self._asked or size <= self.puzzle.size:
                    raise
                break
            slowest = max(_time(entrant) for entrant in done[-1].entrants) / 1e9
            if not self._asked and len(done) >= estimate.LEAST_SIZES and WORSE * max(making, slowest) > LONGEST:
                break
        if len(done) < estimate.LEAST_SIZES:
            raise NotTimedError("its inputs do not grow, so there is nothing to see")
        self._sizes = self._sizes[: len(done)]
        self._rounds = [done]

    def _timed(self, size: int, number: int, bar: Bar) -> TimedDay:
        puzzle, seed = self.puzzle, SEEDS[number]
        bar.step(f"{puzzle.year} day {puzzle.day}: {size:,} {puzzle.unit}, seed {seed}")
        text = puzzle.full(seed, size)
        source = PuzzleInput(text, f"{size:,} {puzzle.unit}, seed {seed}", (None, None), len(text))
        timed = TimedDay(self._root, puzzle.year, puzzle.day, source, self._seconds)
        try:
            timed.check(self._languages, ())
            timed.measure(PLAN, number)
        except NotTimedError as error:
            raise type(error)(f"{source.source}: {error}") from None
        bar.advance()
        return timed

    def _curve(self, index: int, entrant: Entrant) -> Curve:
        times = [[_time(day.entrants[index]) for day in same_size] for same_size in zip(*self._rounds, strict=True)]
        return Curve(entrant.language.title, entrant.hello.version, times, estimate.exponent(self._sizes, times))


def ladder(usual: int) -> Iterator[int]:
    """Sizes around the usual one, each about twice the one before.

    >>> list(ladder(1000)), list(ladder(1))
    ([250, 500, 1000, 2000, 4000, 8000], [1, 2, 4, 8])
    """
    yield from sorted({max(1, round(usual * factor)) for factor in FACTORS})


def _grows(puzzle: Puzzle, size: int) -> bool:
    """Whether an input of that size is another one than that of the size below: some puzzles have only one size, or a largest."""
    return size == 1 or puzzle.full(SEEDS[0], size) != puzzle.full(SEEDS[0], size - 1)


def _time(entrant: Entrant) -> float:
    """Nanoseconds of the median block of the only process."""
    (blocks,) = entrant.times()
    return float(median(blocks))
