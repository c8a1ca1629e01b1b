"""What is no input of a day is refused by every language, at the same line: named rejects, characters that no day takes,
parameters that it does not have or take.
"""

from collections.abc import Callable, Iterator

from crosscheck import puzzles
from crosscheck.judging.case_check import not_refused
from crosscheck.solvers.outcome import Rejected, Unsupported, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree.cases import Case, Reject
from routes import CASES, DONE, each_day, otherwise_after, variants

SolversOf = Callable[[int, int], list[Solver]]

FOREIGN = {
    "nothing": "",
    "a line end": "\n",
    "many line ends": "\n\r\n\n",
    "a carriage return": "\r",
    "a form feed": "\f",
    "a zero byte": "\0",
    "a byte order mark": "\ufeff",
    "an arabic digit one": "\u0661",
    "a replacement character": "\ufffd",
    "a line separator": "\u2028",
    "a crab": "\U0001f980",
}


def test_there_are_rejects() -> None:
    assert DONE
    assert all(CASES[day].rejects for day in DONE)


@each_day
def test_rejects(solvers_of: SolversOf, year: int, day: int) -> None:
    known = CASES[year, day]
    wrong = [
        f"{solver.language.title}, {fault}"
        for solver in solvers_of(year, day)
        for check in (of_rejects, of_foreign_texts, of_a_foreign_character, of_params)
        for fault in check(solver, year, day, known.cases[0], known.rejects)
    ]
    assert wrong == []


def of_rejects(solver: Solver, year: int, day: int, _: Case, rejects: tuple[Reject, ...]) -> Iterator[str]:
    for reject in rejects:
        for how, text in {**variants(reject.input), **otherwise_after(reject.input, reject.line)}.items():
            outcome = solver.solve(year, day, text, reject.params)
            if fault := not_refused(outcome, reject):
                yield f"{reject.name}, {how}: {fault}"
            elif isinstance(outcome, Rejected) and not outcome.message:
                yield f"{reject.name}, {how}: it does not say what was expected"


def of_foreign_texts(solver: Solver, year: int, day: int, *_: object) -> Iterator[str]:
    for what, text in FOREIGN.items():
        if fault := not_refused(solver.solve(year, day, text), Reject(what, text, 1)):
            yield f"{what}: {fault}"


def of_a_foreign_character(solver: Solver, year: int, day: int, case: Case, *_: object) -> Iterator[str]:
    """At the end of the first line of a day's first case there is none that any day takes."""
    first, end, rest = case.input.partition("\n")
    outcome = solver.solve(year, day, f"{first}\u0661{end}{rest}", case.params)
    if not isinstance(outcome, Rejected) or (outcome.line, outcome.column) != (1, len(first) + 1):
        yield f"an arabic digit after the first line: {describe(outcome)}"


def of_params(solver: Solver, year: int, day: int, case: Case, *_: object) -> Iterator[str]:
    outcome = solver.solve(year, day, case.input, {**case.params, "no such": 1})
    if not isinstance(outcome, Unsupported):
        yield f"an unknown parameter: {describe(outcome)}"
    for name, (_default, low, high) in puzzles.load(year, day).params.items():
        for value in (low - 1, high + 1, 1 - 2**53, 2**53 - 1):
            outcome = solver.solve(year, day, case.input, {**case.params, name: value})
            if not isinstance(outcome, Rejected) or outcome.line is not None:
                yield f"{name} = {value}: {describe(outcome)}"
        for value in (low, high):
            outcome = solver.solve(year, day, case.input, {**case.params, name: value})
            if isinstance(outcome, Rejected) and outcome.message.startswith(f"{name}: expected a number"):
                yield f"{name} = {value}: {describe(outcome)}"
