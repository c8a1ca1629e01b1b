"""Agreement on several processes: what to run for each day, in portions, and what comes of it.

A day whose texts cost more than `EACH` seconds has fewer of them: what they may cost together stays the same.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from typing import Any, Self

from crosscheck import puzzles
from crosscheck.judging import mutants
from crosscheck.judging.agreement import Allowance, Checked, check_day
from crosscheck.judging.counts import Counts
from crosscheck.judging.finding import GENERATED, Finding
from crosscheck.judging.journal import TEXTS
from crosscheck.judging.mutants import Mutated
from crosscheck.puzzles import Puzzle
from crosscheck.solvers.outcome import describe
from crosscheck.solvers.process import waited
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Hellos, Solver
from crosscheck.tree import languages
from crosscheck.tree.languages import Language

PORTION = 500  # examples that a process runs before it takes the next portion
EACH = 0.02  # seconds on a core: what one may cost on average, with all that is asked about it
LEAST = 2.0  # seconds that a portion may cost however small it is: the first text of a day costs what has to be loaded for it


@dataclass(eq=False)
class Plan:
    """What to run for a day, generated texts or mutants, in portions by number; and what has come of it."""

    kind: str
    puzzle: Puzzle
    asked: list[Language]
    absent: list[Language]
    portions: list[range]
    done: Counts

    @property
    def agreed(self) -> bool:
        return bool(self.asked) and self.done.is_well and not self.absent

    @property
    def is_over(self) -> bool:
        """Whether no more is looked for: generated texts of a day that disagrees would mostly be found to do so again."""
        return self.kind == TEXTS and not self.done.is_well

    @property
    def fewer(self) -> bool:
        """Whether there were fewer inputs than was asked for, because of what one costs."""
        return not self.is_over and self.done.inputs < sum(map(len, self.portions))

    def as_json(self) -> dict[str, Any]:
        return {
            "year": self.puzzle.year,
            "day": self.puzzle.day,
            "asked": [language.key for language in self.asked],
            "absent": [language.key for language in self.absent],
            "agreed": self.agreed,
            **self.done.as_json(),
        }


def who_has(root: Path, year: int, day: int, hellos: Hellos) -> tuple[list[Language], list[Language]]:
    """The languages that have the day, and those that could not be asked: the program did not say, or is older than its
    solution. A language may have some days only.
    """
    asked = [one for one, hello in hellos.items() if isinstance(hello, Hello) and (year, day) in hello.days]
    absent = [
        one
        for one, hello in hellos.items()
        if one not in asked and (not isinstance(hello, Hello) or one.solution_path(root, year, day).is_file())
    ]
    return asked, absent


def plan_day(kind: str, root: Path, year: int, day: int, hellos: Hellos, count: int) -> Plan:
    """So many inputs of a day, for the languages that have it."""
    asked, absent = who_has(root, year, day, hellos)
    portions = [range(first, min(first + PORTION, count)) for first in range(0, count, PORTION)] if asked else []
    none = Checked() if kind == TEXTS else Mutated()
    return Plan(kind, puzzles.load(year, day), asked, absent, portions, none)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals to end wait until this is over."""
    came: list[int] = []
    before = {
        it: signal.signal(it, lambda number, _: came.append(number))
        for it in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


class _Executor(ProcessPoolExecutor):
    def submit(self, call: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """It may start a process, which leaves a traceback when it is told no more than half of what it is to do."""
        with undisturbed():
            return super().submit(call, *arguments, **named)


class Pool:
    """Processes with solvers of their own. A context manager."""

    def __init__(self, jobs: int, root: Path, seconds: float, checked: bool) -> None:
        arguments = root, seconds, checked
        self._executor = _Executor(jobs, get_context("spawn"), initializer=_start, initargs=arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:  # nobody waits for what they are at
            for child in active_children():
                child.terminate()
        self._executor.shutdown(cancel_futures=True)

    def begin(
        self, kind: str, year: int, day: int, keys: Sequence[str], seed: int, nth: int, numbers: range
    ) -> Future[Counts]:
        """The `nth` portion of a day, for the languages of these keys: of mutants those of these numbers, of generated texts as many,
        from a seed of their own; that of the first is the one that was asked for."""
        if kind == TEXTS:
            return self._executor.submit(_check_portion, year, day, keys, len(numbers), seed + nth)
        return self._executor.submit(_mutate_portion, year, day, keys, seed, numbers)

    def run(self, plans: Sequence[Plan], seed: int, advance: Callable[[int], None]) -> Iterator[Plan]:
        """Each plan once all of it is done, or nothing more of it is looked for."""
        futures: dict[Future[Counts], tuple[Plan, range]] = {}
        for plan in plans:
            keys = [language.key for language in plan.asked]
            for nth, numbers in enumerate(plan.portions):
                future = self.begin(plan.kind, plan.puzzle.year, plan.puzzle.day, keys, seed, nth, numbers)
                futures[future] = plan, numbers
        left = {plan: len(plan.portions) for plan in plans}
        yield from (plan for plan in plans if not plan.portions)
        for future in as_completed(futures):
            plan, numbers = futures[future]
            advance(len(numbers))
            if not future.cancelled():
                plan.done += future.result()
                if plan.is_over:
                    for other, (its_plan, _) in futures.items():
                        if its_plan is plan:
                            other.cancel()
            left[plan] -= 1
            if not left[plan]:
                yield plan


class _Worker:
    """What one of the processes keeps from portion to portion."""

    def __init__(self, root: Path, seconds: float, checked: bool) -> None:
        self.root = root
        self.known: dict[tuple[int, int], set[str]] = {}  # kinds of disagreements, by day
        self.solvers = {
            key: Solver(language, root, timeout=seconds, checked=checked)
            for key, language in languages.load(root).items()
        }


_worker: _Worker | None = None


def _start(root: Path, seconds: float, checked: bool) -> None:
    """In a new process, which ends with the one that started it: a signal that a terminal sends to both is for that one."""
    global _worker
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = _Worker(root, seconds, checked)


def _end_with_parent() -> None:
    """Wait for that, however it comes about."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _check_portion(year: int, day: int, keys: Iterable[str], examples: int, seed: int) -> Checked:
    assert _worker is not None
    solvers = [_worker.solvers[key] for key in keys]
    routes = {solver.language.title: partial(solver.solve, year, day) for solver in solvers}
    done = check_day(puzzles.load(year, day), routes, examples, seed, allowance=_allowance(examples, solvers))
    if found := done.disagreement:
        saved = Finding(year, day, seed, examples, GENERATED, *found.made, found.claims, is_valid=not found.damaged)
        done.saved.append(str(saved.save(_worker.root)))
    done.retried = _incidents(solvers)
    return done


def _mutate_portion(year: int, day: int, keys: Iterable[str], seed: int, numbers: range) -> Mutated:
    assert _worker is not None
    solvers = [_worker.solvers[key] for key in keys]
    routes = {solver.language.title: partial(solver.solve, year, day) for solver in solvers}
    twins = twins_among(solver.language for solver in solvers)
    known = _worker.known.setdefault((year, day), set())
    ground = mutants.ground(_worker.root, year, day)
    allowance = _allowance(len(numbers), solvers)
    done = mutants.run_portion(_worker.root, ground, routes, twins, seed, numbers, known, allowance)
    done.retried = _incidents(solvers)
    return done


def _incidents(solvers: Iterable[Solver]) -> list[str]:
    """What failed meanwhile, whatever came of it when it was asked again."""
    said = [f"{solver.language.title}: {describe(one)}" for solver in solvers for one in solver.incidents]
    for solver in solvers:
        solver.incidents.clear()
    return said


def _allowance(count: int, solvers: Sequence[Solver]) -> Allowance:
    """What so many may cost this process and its solvers, which run by turns; to start them is not of it."""
    for solver in solvers:
        solver.hello()
    return Allowance(max(LEAST, count * EACH), lambda: waited(os.getpid()) + sum(solver.waited() for solver in solvers))


def twins_among(asked: Iterable[Language]) -> list[tuple[str, str]]:
    """Which of the languages are roads to the same solutions, by their titles."""
    every = list(asked)
    titles = {language.key: language.title for language in every}
    return [(titles[one.same_as], one.title) for one in every if one.same_as in titles]
