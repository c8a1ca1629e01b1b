"""Every named reject is refused by every language, at the same line; so is a line end that is spelt
otherwise.
"""

from collections.abc import Callable

import pytest

from crosscheck.solvers.outcome import Rejected, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree.cases import Reject
from routes import CASES, DONE, DRAFTS, each_language, hello_of, name, variants

OpenSolver = Callable[[str], Solver]

NAMED = [(year, day, reject) for year, day in DONE for reject in CASES[year, day].rejects]
each_reject = pytest.mark.parametrize(
    ("year", "day", "reject"),
    NAMED,
    ids=[name(year, day, reject.name) for year, day, reject in NAMED],
)


def test_there_are_rejects() -> None:
    assert NAMED


@each_language
@each_reject
def test_reject(solver_of: OpenSolver, language: str, year: int, day: int, reject: Reject) -> None:
    solver = solver_of(language)
    for what, text in variants(reject.input).items():
        outcome = solver.solve(year, day, text)
        assert isinstance(outcome, Rejected), f"{what}: {describe(outcome)}"
        assert outcome.line == reject.line, f"{what}: {describe(outcome)}"
        assert outcome.message, "it says what was expected"
    assert solver.incidents == []


FOREIGN = {
    "nothing": ("", 1),
    "a line end": ("\n", 1),
    "many line ends": ("\n\r\n\n", 1),
    "a carriage return": ("\r", 1),
    "a form feed": ("\f", 1),
    "a zero byte": ("\0", 1),
    "a byte order mark": ("\ufeff", 1),
    "an arabic digit one": ("\u0661", 1),
    "a replacement character": ("\ufffd", 1),
    "a line separator": ("\u2028", 1),
    "a crab": ("\U0001f980", 1),
}


@each_language
@pytest.mark.parametrize("what", FOREIGN)
def test_what_no_day_takes(solver_of: OpenSolver, language: str, what: str) -> None:
    text, line = FOREIGN[what]
    solver = solver_of(language)
    for year, day in set(hello_of(solver).days) - set(DRAFTS):
        outcome = solver.solve(year, day, text)
        where = f"{year} day {day}"
        assert isinstance(outcome, Rejected), f"{where}: {describe(outcome)}"
        assert outcome.line == line, f"{where}: {describe(outcome)}"


@each_language
def test_a_foreign_character_is_refused_where_it_stands(solver_of: OpenSolver, language: str) -> None:
    """At the end of the first line of a day's first case there is none that any day takes."""
    solver = solver_of(language)
    for year, day in set(hello_of(solver).days) - set(DRAFTS):
        for case in CASES[year, day].cases[:1]:
            first, end, rest = case.input.partition("\n")
            outcome = solver.solve(year, day, f"{first}\u0661{end}{rest}")
            where = f"{year} day {day}"
            assert isinstance(outcome, Rejected), f"{where}: {describe(outcome)}"
            assert (outcome.line, outcome.column) == (1, len(first) + 1), where
