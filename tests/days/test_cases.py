"""Every named case, and every full-size input, has its answers in every language."""

from collections.abc import Callable

import pytest

from crosscheck.judging.case_check import solve_cases
from crosscheck.solvers.outcome import Answered, Outcome, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import inputs
from crosscheck.tree.cases import Case, Recorded
from crosscheck.tree.repository import day_folder
from places import ROOT
from routes import CASES, DONE, DRAFTS, UNREADABLE, each_language, hello_of, name, variants

OpenSolver = Callable[[str], Solver]

NAMED = [(year, day, case) for year, day in DONE for case in CASES[year, day].cases]
each_case = pytest.mark.parametrize(
    ("year", "day", "case"), NAMED, ids=[name(year, day, case.name) for year, day, case in NAMED]
)
each_day = pytest.mark.parametrize(("year", "day"), DONE, ids=[name(*day) for day in DONE])


def assert_answers(outcome: Outcome, recorded: Recorded, what: str) -> None:
    """It was solved, and each part that is stated is as stated."""
    assert isinstance(outcome, Answered), f"{what}: {describe(outcome)}"
    for part, (got, stated) in enumerate(zip(outcome.answers, recorded, strict=True), start=1):
        assert stated in (None, got), f"{what}, part {part}: {got}"


def test_there_are_cases() -> None:
    assert NAMED
    assert UNREADABLE == []


@each_language
@each_case
def test_case(solver_of: OpenSolver, language: str, year: int, day: int, case: Case) -> None:
    solver = solver_of(language)
    for what, text in variants(case.input).items():
        outcome = solver.solve(year, day, text, case.params)
        assert_answers(outcome, case.answers, what)
    assert solver.incidents == []


@each_language
def test_what_is_written_of_a_draft_has_its_answers(solver_of: OpenSolver, language: str) -> None:
    solver = solver_of(language)
    for year, day in DRAFTS:
        assert solve_cases(solver, year, day, CASES[year, day].cases, draft=True).wrong == [], f"{year} day {day}"
    assert solver.incidents == []


@each_language
@each_day
def test_full_size_input(solver_of: OpenSolver, language: str, year: int, day: int) -> None:
    text = (day_folder(ROOT, year, day) / "full.txt").read_text(encoding="utf-8")
    full = CASES[year, day].full
    assert full is not None
    solver = solver_of(language)
    assert_answers(solver.solve(year, day, text), full.answers, "full.txt")
    assert solver.incidents == []


@each_language
def test_your_own_inputs_have_their_recorded_answers(solver_of: OpenSolver, language: str) -> None:
    """Those of AOC_INPUTS, inputs/private or advent-of-code-data's cache; nothing where there are
    none.
    """
    solver = solver_of(language)
    for year, day in set(hello_of(solver).days) - set(DRAFTS):
        source = inputs.find(ROOT, year, day)
        outcome = solver.solve(year, day, source.text)
        assert_answers(outcome, source.recorded, f"{year} day {day}, {source.source}")
