"""Timing solutions against each other: what is run, in which order, and what is refused.

A day is timed in several rounds. In a round every language gets a fresh process. Its first call is
kept apart, its next block of runs is warm-up and dropped, and then the blocks are interleaved,
A B C C B A, so that a machine that slows down slows all alike. A block in which the process had to
wait for a core is run again. Some languages run as a pair of
twins, whose difference is what chance alone does here. The rounds of a session go through all days
before the next begins: what a machine does for a minute then spoils a round, not a day.

Samples are taken inside the process; what they amount to is worked out in crosscheck.ruler.estimate.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from crosscheck import puzzles
from crosscheck.judging.day_run import claims
from crosscheck.judging.verdict import judge
from crosscheck.ruler import estimate
from crosscheck.solvers.outcome import (
    Answered,
    Answers,
    Missing,
    Outcome,
    Rejected,
    Sampled,
    Timing,
    Unsupported,
    describe,
    middle,
)
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import cases
from crosscheck.tree.inputs import PuzzleInput
from crosscheck.tree.languages import Language
from crosscheck.tree.units import duration

RELEASE = "release"
MOST_RUNS = 300  # in a block
TRIES = 3  # at a block that has to itself the core it runs on
WAIT, WAIT_NS = 0.05, 4_000_000  # a process may wait for a core so much of a block's time, and so many ns
CROWDED_BLOCKS = 0.25  # the part of the blocks that may be crowded all the same
PROBES = 2  # texts that no process has seen before
PROBE_FACTOR, PROBE_NS = 3.0, 50_000  # a new text may take so much longer than a known one, or so many ns


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is run: fresh processes per language, and nanoseconds that a block should take."""

    rounds: int
    block: int


THOROUGH = Plan(rounds=7, block=50_000_000)
QUICK = Plan(rounds=2, block=10_000_000)


class NotTimedError(Exception):
    """There is nothing honest to measure; the text says why."""


class RefusedByAllError(NotTimedError):
    """The input is not one of the day's."""


Block = tuple[Timing, ...]
"""Runs made in one go, in order."""


@dataclass(frozen=True, slots=True)
class Process:
    """What one process of a language measured: the first call, then warm-up, then what counts."""

    first: Timing
    warm_up: Block
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Entrant:
    """A language that takes part on a day; a `twin` is one that does so a second time.

    `crowded` counts the blocks in which it had to share its core, however often they were run again.
    """

    language: Language
    hello: Hello
    twin: bool
    processes: list[Process] = field(default_factory=list)
    crowded: int = 0

    def times(self) -> list[list[float]]:
        """Nanoseconds of the median run of each block that counts, by process."""
        return [[median(run.total for run in block) for block in process.blocks] for process in self.processes]

    @property
    def too_crowded(self) -> bool:
        """Whether it had to share its core in too many of the blocks so far."""
        return self.crowded > CROWDED_BLOCKS * sum(len(process.blocks) for process in self.processes)

    def steady(self) -> bool:
        """Whether its times may be called a result: it had a core, and its processes are alike."""
        return not self.too_crowded and estimate.steady(self.times())


class TimedDay:
    """One day of a session. First `check`, then one `measure` a round, at last `probe`.

    Each raises NotTimedError when an answer is wrong or a build is not for timing. `absent` says of
    the languages that do not take part why; those `without` the day have others, and are not expected to.
    """

    def __init__(self, root: Path, year: int, day: int, source: PuzzleInput, seconds: float) -> None:
        """`seconds` is what a language may take for one request."""
        self.year, self.day, self.source = year, day, source
        self.answers: Answers = (None, None)
        self.entrants: list[Entrant] = []
        self.absent: list[tuple[Language, Outcome]] = []
        self.without: list[Language] = []
        self._root, self._seconds = root, seconds

    def check(self, languages: Sequence[Language], twins: Collection[str]) -> None:
        """See who can be timed: all must be release builds, answer the day's cases, and agree.

        The languages whose keys are in `twins` enter twice.
        """
        said: list[tuple[Language, Outcome]] = []
        known = cases.load_day(self._root, self.year, self.day).cases
        for language in languages:
            with self._solver(language) as solver:
                hello = solver.hello()
                if isinstance(hello, Hello) and not claims(self._root, solver, self.year, self.day):
                    self.without.append(language)
                    continue
                outcome = solver.solve(self.year, self.day, self.source.text, self.source.params)
                said.append((language, outcome))
                if isinstance(hello, Hello) and hello.profile != RELEASE:
                    raise NotTimedError(f"{language.title} is a {hello.profile} build; type: make {language.build}")
                if not isinstance(hello, Hello) or not isinstance(outcome, Answered):
                    continue
                for case in known:
                    _agreed([(language, solver.solve(self.year, self.day, case.input, case.params))], case.answers)
            self.entrants += [Entrant(language, hello, twin) for twin in (False, True)[: 1 + (language.key in twins)]]
            self.answers = outcome.answers
        self.absent = [one for one in said if isinstance(one[1], Missing | Unsupported)]
        if len(self.absent) == len(said):
            lacking = [(language, Unsupported(f"{self.year} day {self.day}")) for language in self.without]
            raise NotTimedError("; ".join(f"{who.title} {describe(what)}" for who, what in (*said, *lacking)))
        there = [one for one in said if one not in self.absent]
        try:
            _agreed(there, self.source.recorded)
        except NotTimedError as error:
            if all(isinstance(outcome, Rejected) for _, outcome in there):
                raise RefusedByAllError(str(error)) from None
            raise

    def measure(self, plan: Plan, number: int) -> None:
        """Round `number`, from 0."""
        with ExitStack() as stack:
            solvers = [stack.enter_context(self._solver(entrant.language)) for entrant in self.entrants]
            runs = []
            for entrant, solver in zip(self.entrants, solvers, strict=True):
                once = solver.solve(self.year, self.day, self.source.text, self.source.params)
                if not isinstance(once, Answered) or once.answers != self.answers:
                    raise NotTimedError(_changed(entrant.language, once))
                warm_up = self._block(entrant, solver, runs_for(once.ns.total, plan.block))
                entrant.processes.append(Process(once.ns, warm_up))
                runs.append(runs_for(middle(warm_up).total, plan.block))
            for index in order(len(solvers), number):
                entrant = self.entrants[index]
                entrant.processes[-1].blocks.append(self._block(entrant, solvers[index], runs[index]))

    def probe(self) -> None:
        """Give each language texts that it has not seen, after the one that it knows well by now.

        Whoever answers from memory, or always the same, is wrong here or far slower.
        """
        try:
            full = puzzles.load(self.year, self.day).full
        except LookupError:
            return
        seed = self.source.full.seed if self.source.full else 0
        texts = [full(seed + 1 + number) for number in range(PROBES)]
        said: list[list[tuple[Language, Outcome]]] = [[] for _ in texts]
        for entrant in self.entrants:
            if entrant.twin:
                continue
            with self._solver(entrant.language) as solver:
                self._block(entrant, solver, runs_for(middle(entrant.processes[0].warm_up).total, QUICK.block))
                pairs = []
                for text, one_said in zip(texts, said, strict=True):
                    once = solver.solve(self.year, self.day, text)
                    again = solver.time(self.year, self.day, text, 3)
                    one_said.append((entrant.language, once))
                    if isinstance(once, Answered) and isinstance(again, Sampled):
                        pairs.append((once.ns.total, middle(again.runs).total))
            if pairs and all(new > PROBE_FACTOR * known + PROBE_NS for new, known in pairs):
                new, known = map(duration, pairs[0])
                raise NotTimedError(
                    f"{entrant.language.title} remembers answers: {new} for a text that is new to it, {known} for the same once more"
                )
        for one_said in said:
            if not all(isinstance(what, Rejected) for _, what in one_said):  # then nobody is lying
                _agreed(one_said, (None, None), "on another input: ")

    def restart(self) -> None:
        """Forget what was measured."""
        for entrant in self.entrants:
            entrant.processes.clear()
            entrant.crowded = 0

    def _solver(self, language: Language) -> Solver:
        return Solver(language, self._root, timeout=self._seconds)

    def _block(self, entrant: Entrant, solver: Solver, runs: int) -> Block:
        """So many runs, in which it did not wait for a core."""
        kept: Block = ()
        throughout = entrant.crowded >= TRIES and entrant.too_crowded
        for _ in range(1 if throughout else TRIES):  # where it is crowded throughout, no try helps
            before = solver.waited()
            outcome = solver.time(self.year, self.day, self.source.text, runs, self.source.params)
            if solver.incidents or not isinstance(outcome, Sampled) or outcome.answers != self.answers:
                raise NotTimedError(_changed(solver.language, *solver.incidents, outcome))
            kept = outcome.runs
            if solver.waited() - before <= WAIT * sum(run.total for run in kept) + WAIT_NS:
                return kept
        entrant.crowded += 1
        return kept


def order(count: int, number: int) -> Iterator[int]:
    """Whose block comes when in round `number`: forth and back, beginning with another one each.

    >>> list(order(3, 0)), list(order(3, 1))
    ([0, 1, 2, 2, 1, 0], [1, 2, 0, 0, 2, 1])
    """
    forth = [(index + number) % count for index in range(count)]
    yield from forth
    yield from reversed(forth)


def runs_for(ns: int, block: int) -> int:
    """How many runs of `ns` nanoseconds make a block of so many.

    >>> runs_for(10_000_000, 50_000_000), runs_for(60_000_000, 50_000_000), runs_for(100, 50_000_000)
    (5, 1, 300)
    """
    return max(1, min(MOST_RUNS, block // max(1, ns)))


def _agreed(said: Sequence[tuple[Language, Outcome]], recorded: cases.Recorded, where: str = "") -> None:
    verdict = judge(said, recorded)
    if not verdict.ok:
        raise NotTimedError(where + "; ".join(line.strip() for line in verdict.lines))


def _changed(language: Language, *outcomes: Outcome) -> str:
    said = ", then ".join(describe(outcome) for outcome in outcomes)
    return f"{language.title} solved it and then did not do so again: {said}"
