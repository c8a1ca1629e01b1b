"""On generated inputs every language says the same, and the laws of the puzzle hold.

A day that is slow gets as many inputs as fit into its time.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from random import Random
from time import monotonic

from crosscheck import puzzles
from crosscheck.judging.agreement import Allowance, DisagreementError, any_seed, check_day, check_input
from crosscheck.judging.case_check import not_refused
from crosscheck.puzzles import Input, Law, Puzzle, as_input
from crosscheck.solvers.outcome import Answered, Answers, claim, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree.cases import Reject
from drawn import some_inputs
from routes import SECONDS, each_day, otherwise_after

SolversOf = Callable[[int, int], list[Solver]]

EXAMPLES, FEWEST = 60, 5
LAW_INPUTS, MORE_INPUTS = 20, 200


@each_day
def test_all_languages_agree(solvers_of: SolversOf, year: int, day: int) -> None:
    routes = {solver.language.title: partial(solver.solve, year, day) for solver in solvers_of(year, day)}
    seed = any_seed()
    done = check_day(puzzles.load(year, day), routes, EXAMPLES, seed, fewest=FEWEST, allowance=Allowance(SECONDS))
    if not done.refused:  # by chance, where there was time for a few texts only: then for all of them
        done = check_day(puzzles.load(year, day), routes, EXAMPLES, seed, fewest=EXAMPLES, allowance=Allowance(SECONDS))
    assert done.disagreement is None, f"seed {seed}\n{done.disagreement.entry()}"
    assert done.examples == EXAMPLES or done.seconds >= SECONDS
    assert done.refused, f"seed {seed}: of the damaged texts some are refused"


@each_day
def test_laws(solvers_of: SolversOf, year: int, day: int) -> None:
    puzzle, seed = puzzles.load(year, day), any_seed()
    made = some_inputs(puzzle, LAW_INPUTS, seed)
    wrong = [
        f"{solver.language.title}, {law.name}: {fault}"
        for solver, answers in ((solver, Remembering(solver, puzzle)) for solver in solvers_of(year, day))
        for law in puzzle.laws
        for fault in broken(puzzle, law, answers, made, seed)
    ]
    assert wrong == [], f"seed {seed}"


class Remembering:
    """A solver that is asked for each input once, however many laws there are; `late` when its time is over."""

    def __init__(self, solver: Solver, puzzle: Puzzle) -> None:
        self._solver, self._puzzle = solver, puzzle
        self._known: dict[tuple[str, tuple[tuple[str, int], ...]], Answers] = {}
        self._until = monotonic() + SECONDS / 2

    @property
    def late(self) -> bool:
        return monotonic() > self._until

    def __call__(self, made: Input) -> Answers:
        key = made.text, tuple(made.params.items())
        if key not in self._known:
            outcome = self._solver.solve(self._puzzle.year, self._puzzle.day, *made)
            assert isinstance(outcome, Answered), f"{describe(outcome)}: {made}"
            self._known[key] = outcome.answers
        return self._known[key]


def broken(puzzle: Puzzle, law: Law, answers: Remembering, inputs: list[Input], seed: int) -> Iterator[str]:
    """Where the law does not hold, or says nothing of any input. Where it says nothing of the given ones, it is held to one of many more."""
    held = 0

    def more() -> Iterator[Input]:
        if not held:
            yield from some_inputs(puzzle, MORE_INPUTS, seed + 1)

    for number, made in enumerate(chain(inputs, more())):
        if held and (answers.late or number >= len(inputs)):
            return
        changed = puzzle.changed(law, made, Random(number))
        if changed is not None:
            before, after = answers(made), answers(changed)
            if not law.holds(before, after):
                yield f"{before} became {after}: {made} became {changed}"
            held += 1
    if not held:
        yield "it says nothing of any of the inputs"


@each_day
def test_full_is_valid_when_it_is_small_and_when_it_is_large(solvers_of: SolversOf, year: int, day: int) -> None:
    puzzle = puzzles.load(year, day)
    routes = {solver.language.title: partial(solver.solve, year, day) for solver in solvers_of(year, day)}
    lengths = []
    for size in (max(1, puzzle.size // 4), 2 * puzzle.size):
        text = puzzle.full(2, size)
        outcome = check_input(routes, Input(text))
        assert isinstance(outcome, Answered), f"size {size}: {claim(outcome)}"
        lengths.append(len(text))
    assert lengths == sorted(lengths)


@each_day
def test_limits(solvers_of: SolversOf, year: int, day: int) -> None:
    routes = {solver.language.title: partial(solver.solve, year, day) for solver in solvers_of(year, day)}
    wrong = []
    for limit in puzzles.load(year, day).limits():
        try:
            said = claim(check_input(routes, as_input(limit.made)))
        except DisagreementError as error:
            said = str(error)
        else:
            if limit.claim in (None, said):
                continue
        wrong.append(f"{limit.name}: {said}, expected {limit.claim or 'agreement'}")
    assert wrong == []


@each_day
def test_what_passes_a_limit_is_refused_there_whatever_comes_after(solvers_of: SolversOf, year: int, day: int) -> None:
    wrong = []
    for limit in puzzles.load(year, day).limits():
        if refused := re.fullmatch(r"refused at line (\d+)", limit.claim or ""):
            line, (made, params) = int(refused[1]), as_input(limit.made)
            for how, text in otherwise_after(made, line).items():
                refused_there = Reject(f"{limit.name}, {how}", text, line)
                wrong += [
                    f"{refused_there.name}: {solver.language.title}: {fault}"
                    for solver in solvers_of(year, day)
                    if (fault := not_refused(solver.solve(year, day, text, params), refused_there))
                ]
    assert wrong == []
