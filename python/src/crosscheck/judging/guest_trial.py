"""Somebody's program held against ours: is it right, and what is the smallest input on which it is not?

It is tried on the day's cases, on small generated inputs that seek the edges, on inputs that grow to the usual size, and
on one's own. The first language that has the day says what is right; where the program says otherwise, all do, and brute
force. An input outside the domain is not held against it, nor one that has no answer.
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from math import inf, sqrt
from pathlib import Path
from random import Random
from time import monotonic

from hypothesis import Phase, given, settings
from hypothesis import seed as seeded

from crosscheck.errors import UserError
from crosscheck.judging.agreement import BRUTE_FORCE, QUIETLY, Partition
from crosscheck.judging.mutate import mutate
from crosscheck.judging.shrinking import shrunk
from crosscheck.puzzles import Input, Puzzle, as_input
from crosscheck.solvers.outcome import (
    NO_SOLUTION,
    Answered,
    Answers,
    Crashed,
    Exited,
    Missing,
    Outcome,
    Rejected,
    TimedOut,
    Timing,
    Unsupported,
    claim,
    describe,
)
from crosscheck.solvers.solver import Solver
from crosscheck.tree import cases
from crosscheck.tree.inputs import PuzzleInput

CASE = "the case"
GROWING = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1)  # the sizes of inputs, in usual sizes
LAWS = 3  # that a small input is changed by
SEEDS = 5  # of inputs of each size
SMALL = 0.7  # of the time is for small inputs
SHRINKING = 20.0  # seconds
LEAST_PATIENCE = 1.0  # seconds for an input, while a program that seems to hang is tried on smaller ones
MOST_LATE = 2  # inputs that it does not solve in time, before no more are tried
BETWEEN = 3  # sizes that are tried between the last that was solved in time and the first that was not
IS_SLOW = 0.05  # of the time that it may take: who takes that for less does not hang, but is slow


class Kind(Enum):
    """What is wrong with a program."""

    WRONG = "wrong answer"
    UNREADABLE = "no readable answer"
    FAILED = "failed"
    REFUSED = "refused a valid input"
    HANGS = "hangs"
    SLOW = "too slow"
    TAKEN = "answered what is no input"


LATE = Kind.HANGS, Kind.SLOW


@dataclass(frozen=True, slots=True)
class Fault:
    """An input on which the program is wrong: what it said, what ours said, and where the input is from."""

    kind: Kind
    made: Input
    said: Outcome
    right: Outcome
    origin: str
    shrunk_from: int = 0  # characters; 0 where this is the input as it was found
    steady: bool = True  # it failed each time


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to look, and what for."""

    examples: int
    seconds: float
    seed: int
    parts: tuple[int, ...]
    strict: bool = False


@dataclass
class Judgement:
    """What came of it. `times` are nanoseconds of the program, and inside ours, by the size of the input."""

    cases: int = 0
    generated: int = 0
    sized: int = 0
    own: int = 0
    refused: int = 0
    passed_over: int = 0
    largest: int = 0
    seconds: float = 0.0
    times: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    fault: Fault | None = None
    claims: Partition = field(default_factory=dict)

    @property
    def inputs(self) -> int:
        return self.cases + self.generated + self.sized + self.own + self.refused

    @property
    def ours_agree(self) -> bool:
        return len(self.claims) <= 1


class _OverError(BaseException):
    """The time is over. Hypothesis lets pass what is no Exception."""


class _FaultError(Exception):
    """For hypothesis."""


class Trial:
    """One program on one day. `ours` has the languages, the one that is asked first in the first place."""

    def __init__(
        self,
        root: Path,
        puzzle: Puzzle,
        guest: Solver,
        ours: Sequence[Solver],
        plan: Plan,
        step: Callable[[str], None],
        advance: Callable[[], None],
    ) -> None:
        self._root, self._puzzle, self._guest, self._ours, self._plan = root, puzzle, guest, ours, plan
        self._day = puzzle.year, puzzle.day
        self._step, self._advance = step, advance
        self._start = monotonic()
        self._patience = guest.timeout
        self._late: list[Fault] = []
        self._told = False  # whether the last input was told to the program, and not passed over
        self.done = Judgement()

    def run(self, own: PuzzleInput | None, full: PuzzleInput | None) -> Judgement:
        """Everything, up to the first fault, which is then made small."""
        self._start = monotonic()
        fault = self._cases() or self._small() or self._growing() or self._real(full, own) or self._no_inputs()
        self.done.seconds = monotonic() - self._start
        fault = fault or min(self._late, key=lambda late: (late.kind is Kind.HANGS, len(late.made.text)), default=None)
        if fault:
            self.done.fault = fault = fault if fault.kind is Kind.SLOW else self._smallest(fault)
            self.done.claims = self.claims(fault.made)
        return self.done

    def claims(self, made: Input) -> Partition:
        """What all of ours say of an input, and brute force where it can."""
        said = {solver.language.title: solver.solve(*self._day, *made) for solver in self._ours}
        answers = [one.answers for one in said.values() if isinstance(one, Answered)]
        known = self._puzzle.by_brute_force(made) if answers else None
        if known is not None:
            # A part that brute force leaves out is as who agrees with it on the other says.
            fitting = next((theirs for theirs in answers if _fits(known, theirs)), known)
            said[BRUTE_FORCE] = Answered(fitting, Timing(0))
        claims: Partition = {}
        for name, outcome in said.items():
            claims.setdefault(claim(outcome), []).append(name)
        return claims

    def _cases(self) -> Fault | None:
        known = cases.load_day(self._root, *self._day)
        for case in known.cases:
            self._step("the cases")
            if (made := self._fitting(Input(case.input, case.params), exactly=True)) is None:
                continue
            if fault := self._hold(made, f"{CASE} {case.name!r}"):
                if not self._is_late(fault):
                    return fault
                if self._enough_of_it:
                    return None
            else:
                self.done.cases += self._told
                self._advance()
        return None

    def _is_late(self, fault: Fault) -> bool:
        """It did not answer in time: that may be an input that costs it much, and elsewhere there may be worse."""
        if fault.kind is Kind.HANGS:
            self._late.append(fault)
        return fault.kind is Kind.HANGS

    @property
    def _enough_of_it(self) -> bool:
        return len(self._late) >= MOST_LATE

    def _small(self) -> Fault | None:
        """Hypothesis draws and shrinks: it knows how the inputs are made."""
        found: dict[str, Fault] = {}
        until = self._start + SMALL * self._plan.seconds
        shrinking_until = 0.0

        @seeded(self._plan.seed)
        @settings(max_examples=self._plan.examples, phases=[Phase.generate, Phase.shrink], **QUIETLY)
        @given(self._puzzle.puzzles())
        def check(drawn: str | Input) -> None:
            nonlocal shrinking_until
            made = as_input(drawn)
            key = repr(made)
            if key not in found:
                first = next(iter(found.values()), None)
                if first and monotonic() > shrinking_until:
                    raise _OverError
                fault = self._small_one(made, until, first)
                if fault is None:
                    return
                found[key] = replace(fault, shrunk_from=len(first.made.text) if first else 0)
                shrinking_until = shrinking_until or monotonic() + SHRINKING / 2
            raise _FaultError  # from one place: hypothesis tells faults apart by where they are from

        with contextlib.suppress(_FaultError, _OverError):
            check()
        return min(found.values(), key=lambda fault: (len(fault.made.text), fault.made.text), default=None)

    def _small_one(self, drawn: Input, until: float, first: Fault | None) -> Fault | None:
        """A drawn input, and some that follow from it by the laws of the puzzle, which costs less than to draw more. After
        a `first` fault only one of its kind counts.
        """
        rng = Random(drawn.text)
        laws = rng.sample(self._puzzle.laws, min(LAWS, len(self._puzzle.laws)))
        changed = (self._puzzle.changed(law, drawn, rng) for law in laws)
        for made in _once(map(self._fitting, (drawn, *filter(None, changed)))):
            if not first and (monotonic() > until or self._enough_of_it or self.done.generated >= self._plan.examples):
                raise _OverError
            fault = self._hold(made, "a small generated input")
            if fault and not self._is_late(fault) and (first is None or first.kind is fault.kind):
                return fault
            if not first and fault is None:
                self.done.generated += self._told
                left = until - monotonic()
                self._step("small inputs" + (f", {max(0, left):.0f} s at most" if left < inf else ""))
                self._advance()
        return None

    def _growing(self) -> Fault | None:
        """Inputs that look like real ones; those of the first seed whatever time it is."""
        seen: set[str] = set()
        if self._enough_of_it and not self.done.inputs:
            return None
        for seed in range(self._plan.seed, self._plan.seed + SEEDS):
            for size in sorted({max(1, round(factor * self._puzzle.size)) for factor in GROWING}):
                if monotonic() > self._start + self._plan.seconds and seed > self._plan.seed:
                    return None
                text = self._puzzle.full(seed, size)
                if text in seen:
                    continue
                seen.add(text)
                self._step(f"{size:,} {self._puzzle.unit}")
                if fault := self._hold(Input(text), f"an input of {size:,} {self._puzzle.unit}, seed {seed}", size):
                    if fault.kind is Kind.HANGS:
                        fault = self._slow_or_hanging(fault, size, seed)
                    if fault.kind not in LATE:
                        return fault
                    self._late.append(fault)
                    return None
                if self._told:
                    self.done.sized += 1
                    self.done.largest = max(self.done.largest, size)
                self._advance()
        return None

    def _real(self, *used: PuzzleInput | None) -> Fault | None:
        for one in (
            () if self._enough_of_it or any(late.kind is Kind.SLOW for late in self._late) else filter(None, used)
        ):
            self._step(one.source)
            if fault := self._hold(Input(one.text), one.source):
                if not self._is_late(fault):
                    return fault
            elif one.full:
                if self._told:
                    self.done.sized += 1
                    self.done.largest = max(self.done.largest, one.full.size)
                self._advance()
            else:
                self.done.own += self._told
                self._advance()
        return None

    def _no_inputs(self) -> Fault | None:
        """What is no input, where it is to be refused."""
        if not self._plan.strict:
            return None
        known = cases.load_day(self._root, *self._day)
        rng = Random(self._plan.seed)
        rejects = [(Input(one.input, one.params), f"the reject {one.name!r}") for one in known.rejects]
        valid = [Input(case.input, case.params) for case in known.cases]
        damaged = [(Input(mutate(made.text, rng), made.params), "a damaged case") for made in valid for _ in range(10)]
        for made, origin in (*rejects, *damaged):
            self._step("what is no input")
            fitting = self._fitting(made, exactly=True)
            if fitting is None:
                continue
            if fault := self._hold(fitting, origin):
                return fault
            self.done.refused += 1
        return None

    def _fitting(self, made: Input, exactly: bool = False) -> Input | None:
        """What can be told to the program: one that is cold knows no parameters but the defaults."""
        if not made.params or not self._guest.language.cold:
            return made
        return None if exactly else Input(made.text)

    def _hold(self, made: Input, origin: str, size: int | None = None) -> Fault | None:
        """Both asked; None where the program is right, or it is no input to hold against it."""
        right = self._ours[0].solve(*self._day, *made)
        if not isinstance(right, Answered | Rejected):
            who = self._ours[0].language.title
            raise UserError(f"{who}, which is to say what is right, {describe(right)}, on {made.text[:200]!r}")
        self._told = self._plan.strict or not (isinstance(right, Rejected) or NO_SOLUTION in right.answers)
        if not self._told:
            self.done.passed_over += 1
            return None
        said = self._guest.solve(*self._day, *made)
        kind = self._kind(said, right)
        if kind is None and size is not None and isinstance(said, Answered) and isinstance(right, Answered):
            self.done.times[size].append((said.ns.total, right.ns.total))
        return kind and Fault(kind, made, said, right, origin)

    def _kind(self, said: Outcome, right: Answered | Rejected) -> Kind | None:
        """What is wrong with what it said."""
        match said, right:
            case Missing() | Unsupported(), _:
                raise UserError(f"{self._guest.language.title} {describe(said)}")
            case TimedOut(), _:
                return Kind.HANGS
            case ((Rejected() | Exited(replied=False)), Rejected()):
                return None
            case Answered(), Rejected():
                return Kind.TAKEN
            case ((Crashed() | Exited()), _):
                return Kind.FAILED
            case Rejected(), _:
                return Kind.REFUSED
            case Answered(answers), Answered(due):
                parts = [part - 1 for part in self._plan.parts]
                if any(answers[part] is None for part in parts if due[part] is not None):
                    return Kind.UNREADABLE
                return Kind.WRONG if any(answers[part] != due[part] for part in parts) else None
            case _:
                return Kind.UNREADABLE

    def _smallest(self, fault: Fault) -> Fault:
        """A smaller input with a fault of the same kind. What it does not solve in time is looked for with less patience:
        an input that it then solves after all says that it is slow, and does not hang.
        """
        self._step("looking for a smaller input")
        hangs = fault.kind is Kind.HANGS
        best, passed_over = fault, self.done.passed_over

        def fails(text: str) -> bool:
            nonlocal best
            again = self._hold(Input(text, fault.made.params), fault.origin)
            if again is None or again.kind is not fault.kind:
                return False
            best = replace(again, shrunk_from=fault.shrunk_from or len(fault.made.text))
            return True

        if hangs:
            self._guest.timeout = min(self._patience, LEAST_PATIENCE)
        shrunk(fault.made.text, fails, SHRINKING / 2 if hangs else SHRINKING)
        self._guest.timeout = self._patience
        if len(best.made.text) == len(fault.made.text) and fault.origin.startswith(CASE):
            best = fault  # a case is worth its name
        again = self._hold(best.made, best.origin)
        self.done.passed_over = passed_over
        if again and again.kind is fault.kind:
            return replace(best, said=again.said)
        return replace(fault, kind=Kind.SLOW) if hangs else replace(best, steady=False)

    def _slow_or_hanging(self, fault: Fault, size: int, seed: int) -> Fault:
        """Is it slow? Then inputs between the last one that it solved and this one take it long, too."""
        solved = max((it for it in self.done.times if it < size), default=0)
        for _ in range(BETWEEN):
            between = round(sqrt(max(1, solved) * size))
            if not solved or not solved < between < size or self._takes_long(solved):
                break
            self._step(f"{between:,} {self._puzzle.unit}")
            text = self._puzzle.full(seed, between)
            origin = f"an input of {between:,} {self._puzzle.unit}, seed {seed}"
            if other := self._hold(Input(text), origin, between):
                if other.kind is not Kind.HANGS:
                    return other
                fault, size = other, between
            else:
                solved = between
        return replace(fault, kind=Kind.SLOW) if self._takes_long(solved) else fault

    def _takes_long(self, size: int) -> bool:
        times: Iterable[tuple[int, int]] = self.done.times.get(size, ())
        return any(mine > IS_SLOW * self._patience * 1e9 for mine, _ in times)


def _once(inputs: Iterable[Input | None]) -> Iterator[Input]:
    seen = []
    for made in inputs:
        if made is not None and made not in seen:
            seen.append(made)
            yield made


def _fits(known: Answers, said: Answers) -> bool:
    return all(it in (None, theirs) for it, theirs in zip(known, said, strict=True))
