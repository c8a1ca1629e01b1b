"""Cases and rejects held against what a language says of them: what is right, what is wrong, what is not written yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from crosscheck.judging.verdict import BOTH
from crosscheck.solvers.outcome import Answered, Outcome, Rejected, Unsupported, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent
from crosscheck.tree.cases import Case, Reject


@dataclass
class Tried:
    """Which stated answers were `right`, by case and part, in a few words each what was `wrong`, and the parts that have no
    answer: they are not written yet, or there is no such part.
    """

    right: set[tuple[str, int]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    unwritten: set[int] = field(default_factory=set)

    def faults(self, case: Case) -> list[str]:
        """What was wrong with the case where everything is to be written."""
        stated = {part: case.answers[part - 1] for part in sorted(self.unwritten)}
        return [*self.wrong, *(f"part {part} is -, expected {it}" for part, it in stated.items() if it is not None)]


def hold(outcome: Outcome, case: Case, parts: Iterable[int] = BOTH, draft: bool = False) -> Tried:
    """One case against what was said of it. In a draft a day that is not there and a parse that refuses are passed over."""
    tried = Tried()
    if not isinstance(outcome, Answered):
        if not (draft and isinstance(outcome, Rejected | Unsupported)):
            tried.wrong.append(describe(outcome))
        return tried
    for part in parts:
        said, stated = outcome.answers[part - 1], case.answers[part - 1]
        if said is None:
            tried.unwritten.add(part)
        elif said == stated:
            tried.right.add((case.name, part))
        elif stated is not None:
            tried.wrong.append(f"part {part} is {said}, expected {stated}")
    return tried


def solve_cases(solver: Solver, year: int, day: int, cases: Iterable[Case], draft: bool = False) -> Tried:
    """Every case through one language; what is wrong says whose and which case it is."""
    every = Tried()
    for case in cases:
        tried = hold(solver.solve(year, day, case.input, case.params), case, advent.parts(year, day), draft)
        every.right |= tried.right
        every.wrong += [f"{solver.language.title}, case {case.name!r}: {what}" for what in tried.wrong]
        every.unwritten |= tried.unwritten
    return every


def not_refused(outcome: Outcome, reject: Reject) -> str:
    """What is wrong with what was said of a text that is to be refused; nothing where it was, at its line or without one."""
    if isinstance(outcome, Rejected) and outcome.line == reject.line:
        return ""
    where = "as a whole" if reject.line is None else f"at line {reject.line}"
    return f"{describe(outcome)}, and not refused {where}"
