"""Each law of each puzzle holds of each language's answers."""

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from crosscheck import puzzles
from crosscheck.judging.agreement import any_seed, some_texts
from crosscheck.puzzles import Law
from crosscheck.solvers.outcome import Answered, Answers, describe
from crosscheck.solvers.solver import Solver
from routes import DONE, each_language, name

OpenSolver = Callable[[str], Solver]

TEXTS = 20
SEED = any_seed()
LAWS = [(year, day, law) for year, day in DONE for law in puzzles.load(year, day).laws]


@cache
def texts(year: int, day: int) -> list[str]:
    return some_texts(puzzles.load(year, day), TEXTS, SEED)


def answers(solver: Solver, year: int, day: int, text: str) -> Answers:
    outcome = solver.solve(year, day, text)
    assert isinstance(outcome, Answered), f"{describe(outcome)}: {text!r}"
    return outcome.answers


@each_language
@pytest.mark.parametrize(("year", "day", "law"), LAWS, ids=[name(year, day, law.name) for year, day, law in LAWS])
def test_law(solver_of: OpenSolver, language: str, year: int, day: int, law: Law) -> None:
    solver = solver_of(language)
    held = 0
    for number, text in enumerate(texts(year, day)):
        changed = law.transform(text, Random(number))
        if changed is not None:
            before, after = answers(solver, year, day, text), answers(solver, year, day, changed)
            assert law.holds(before, after), f"{before} became {after}: {text!r} became {changed!r}"
            held += 1
    assert held, "the law said something of one text at least"
