"""A day's cases through one language: how many of the stated answers it gives, and what it says instead."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from crosscheck import advent
from crosscheck.cases import Case
from crosscheck.outcome import Answered, Rejected, Unsupported, describe
from crosscheck.solver import Solver


@dataclass
class Tried:
    """Stated answers that were `right`, a line for each that was not, and the parts that are not
    written yet."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    unwritten: set[int] = field(default_factory=set)


def solve_cases(solver: Solver, year: int, day: int, cases: Iterable[Case], draft: bool = False) -> Tried:
    """Solve every case. In a draft a day that is not there and a parse that refuses are passed over."""
    tried = Tried()
    for case in cases:
        outcome = solver.solve(year, day, case.input, case.params)
        where = f"{solver.language.title}, case {case.name!r}"
        if not isinstance(outcome, Answered):
            if not (draft and isinstance(outcome, Rejected | Unsupported)):
                tried.wrong.append(f"{where}: {describe(outcome)}")
            continue
        for part in advent.parts(year, day):
            got, stated = outcome.answers[part - 1], case.answers[part - 1]
            if got is None:
                tried.unwritten.add(part)
            elif got == stated:
                tried.right += 1
            elif stated is not None:
                tried.wrong.append(f"{where}: part {part} is {got}, and not {stated}")
    return tried
