"""The one answer that every language which has a part gives to an input."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.errors import UserError
from crosscheck.solvers.outcome import Answered, Missing, Rejected, Unsupported, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree.cases import DayCases


@dataclass(frozen=True, slots=True)
class Consensus:
    """The answer; the languages that gave it; those that have no such part, or are not built; and
    how many of the day's cases state an answer to the part, which they all gave too.
    """

    answer: str
    agreed: tuple[str, ...]
    without: tuple[str, ...]
    cases: int

    def __str__(self) -> str:
        without = f"; without {', '.join(self.without)}" if self.without else ""
        cases = f"{self.cases} case{'s' if self.cases > 1 else ''} right"
        passed = cases if self.cases else "no case states an answer"
        return f"{', '.join(self.agreed)}{without}; {passed}"


def reach(solvers: Sequence[Solver], year: int, day: int, part: int, text: str, known: DayCases) -> Consensus | None:
    """Ask everyone; None where nobody has the part. A UserError where they differ, one fails, or one
    does not give the answer of a case. In a draft one whose parse refuses does not have the part yet.
    """
    name = f"{year} day {day} part {part}"
    said: dict[str, str] = {}
    without = []
    stated = [case for case in known.cases if case.answers[part - 1] is not None]
    for solver in solvers:
        title = solver.language.title
        match solver.solve(year, day, text):
            case Answered(answers) if (answer := answers[part - 1]) is not None:
                said[title] = answer
            case Answered() | Missing() | Unsupported():
                without.append(title)
                continue
            case Rejected() if known.draft:
                without.append(title)
                continue
            case other:
                raise UserError(f"{name}: {title} {describe(other)}")
        for case in stated:
            outcome = solver.solve(year, day, case.input, case.params)
            if not (isinstance(outcome, Answered) and outcome.answers[part - 1] == case.answers[part - 1]):
                expected = case.answers[part - 1]
                raise UserError(f"{name}: {title} says {describe(outcome)} in the case {case.name!r}, not {expected}")
    if not said:
        return None
    if len(set(said.values())) > 1:
        claims = "; ".join(f"{title} says {answer}" for title, answer in said.items())
        raise UserError(f"{name}: they disagree: {claims}")
    return Consensus(next(iter(said.values())), tuple(said), tuple(without), len(stated))
