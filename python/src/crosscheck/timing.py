"""Timing solutions against each other: what is run, in which order, and what is kept of it.

A day is timed in several rounds. In a round every language gets a fresh process; its first call is
reported apart, its next block of runs is warm-up and dropped, and then the blocks are interleaved,
A B C C B A, so that a machine that slows down slows all alike. Samples are taken inside the
process.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from crosscheck.cases import Recorded
from crosscheck.inputs import PuzzleInput
from crosscheck.languages import Language
from crosscheck.outcome import (
    Answered,
    Answers,
    Missing,
    Outcome,
    Sampled,
    Timing,
    Unsupported,
    describe,
)
from crosscheck.protocol import Hello
from crosscheck.samples import middle
from crosscheck.solver import Solver
from crosscheck.verdict import judge

ROUNDS = 3
BLOCK = 50_000_000  # ns that a block should take
MOST_RUNS = 300  # in a block
RELEASE = "release"


class NotTimedError(Exception):
    """There is nothing honest to measure; the text says why."""


@dataclass(frozen=True, slots=True)
class Block:
    """Runs made in one go, in process `round` of a language; `warm_up` blocks are not counted."""

    round: int
    warm_up: bool
    runs: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class Timed:
    """One language on one day: the first call of each process, and every block in order."""

    language: Language
    hello: Hello
    first: list[Timing] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def kept(self) -> list[Timing]:
        """The runs that count."""
        return [run for block in self.blocks if not block.warm_up for run in block.runs]


@dataclass(frozen=True, slots=True)
class Times:
    """One day in every language that was there; `absent` says of the others why."""

    answers: Answers
    timed: tuple[Timed, ...]
    absent: tuple[tuple[Language, Outcome], ...]


def order(count: int, round_number: int) -> Iterator[int]:
    """Whose block comes when: forth and back, beginning with another one each round.

    >>> list(order(3, 0)), list(order(3, 1))
    ([0, 1, 2, 2, 1, 0], [1, 2, 0, 0, 2, 1])
    """
    forth = [(index + round_number) % count for index in range(count)]
    yield from forth
    yield from reversed(forth)


def runs_for(ns: int) -> int:
    """How many runs of so many nanoseconds make a block."""
    return max(1, min(MOST_RUNS, BLOCK // max(1, ns)))


def time_day(
    languages: Sequence[Language],
    root: Path,
    year: int,
    day: int,
    source: PuzzleInput,
    seconds: float,
    rounds: int = ROUNDS,
) -> Iterator[Times | None]:
    """Time a day: None after each round, and at last the Times.

    Raises NotTimedError when an answer is wrong or a build is not for timing.
    """
    present, absent, answers = _check(languages, root, year, day, source, seconds)
    for round_number in range(rounds):
        with ExitStack() as stack:
            solvers = [stack.enter_context(Solver(timed.language, root, timeout=seconds)) for timed in present]
            likely = []
            for timed, solver in zip(present, solvers, strict=True):
                once = solver.solve(year, day, source.text)
                if not isinstance(once, Answered) or once.answers != answers:
                    raise NotTimedError(_changed(timed.language, once))
                timed.first.append(once.ns)
                runs = _block(solver, year, day, source.text, runs_for(once.ns.total), answers)
                timed.blocks.append(Block(round_number, True, runs))
                likely.append(runs_for(middle(runs).total))
            for index in order(len(present), round_number):
                runs = _block(solvers[index], year, day, source.text, likely[index], answers)
                present[index].blocks.append(Block(round_number, False, runs))
        yield None
    yield Times(answers, tuple(present), tuple(absent))


def _check(
    languages: Sequence[Language],
    root: Path,
    year: int,
    day: int,
    source: PuzzleInput,
    seconds: float,
) -> tuple[list[Timed], list[tuple[Language, Outcome]], Answers]:
    """Who can be timed, after all have answered alike and rightly."""
    said: list[tuple[Language, Outcome]] = []
    present: list[Timed] = []
    for language in languages:
        with Solver(language, root, timeout=seconds) as solver:
            hello = solver.hello()
            said.append((language, solver.solve(year, day, source.text)))
        if isinstance(hello, Hello) and hello.profile != RELEASE:
            raise NotTimedError(f"{language.title} is a {hello.profile} build; type: make {language.build}")
        if isinstance(hello, Hello) and isinstance(said[-1][1], Answered):
            present.append(Timed(language, hello))
    absent = [one for one in said if isinstance(one[1], Missing | Unsupported)]
    asked = [one for one in said if one not in absent]
    if not asked:
        raise NotTimedError("; ".join(f"{who.title} {describe(what)}" for who, what in absent))
    _agreed(asked, source.recorded)
    first = asked[0][1]
    assert isinstance(first, Answered)
    return present, absent, first.answers


def _agreed(asked: Sequence[tuple[Language, Outcome]], recorded: Recorded) -> None:
    verdict = judge(asked, recorded)
    if not verdict.ok:
        raise NotTimedError("; ".join(line.strip() for line in verdict.lines))


def _block(solver: Solver, year: int, day: int, text: str, runs: int, answers: Answers) -> tuple[Timing, ...]:
    outcome = solver.time(year, day, text, runs)
    if solver.incidents or not isinstance(outcome, Sampled) or outcome.answers != answers:
        raise NotTimedError(_changed(solver.language, *solver.incidents, outcome))
    return outcome.runs


def _changed(language: Language, *outcomes: Outcome) -> str:
    said = ", then ".join(describe(outcome) for outcome in outcomes)
    return f"{language.title} solved it and then did not do so again: {said}"
