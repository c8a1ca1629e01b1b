"""A day's cases through one language: how many of the stated answers it gives, and what it says instead."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from crosscheck.cases import Case
from crosscheck.outcome import Answered, Rejected, Unsupported, describe
from crosscheck.solver import Solver


@dataclass
class Tried:
    """Stated answers that were `right`, and a line for each that was not."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)


def solve_cases(solver: Solver, year: int, day: int, cases: Iterable[Case], draft: bool = False) -> Tried:
    """Solve every case that states an answer. In a draft a part that is not written, a day that is not
    there and a parse that refuses are passed over.
    """
    tried = Tried()
    for case in cases:
        if case.answers == (None, None):
            continue
        outcome = solver.solve(year, day, case.input, case.params)
        where = f"{solver.language.title}, case {case.name!r}"
        if not isinstance(outcome, Answered):
            if not (draft and isinstance(outcome, Rejected | Unsupported)):
                tried.wrong.append(f"{where}: {describe(outcome)}")
            continue
        for part, (got, stated) in enumerate(zip(outcome.answers, case.answers, strict=True), start=1):
            if stated is None or (draft and got is None):
                continue
            if got == stated:
                tried.right += 1
            else:
                tried.wrong.append(f"{where}: part {part} is {got or 'not written'}, and not {stated}")
    return tried
