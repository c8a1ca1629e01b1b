"""One's own inputs against the answers that were recorded for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.judging.verdict import BOTH, judge, partition
from crosscheck.solvers.outcome import Answered, Missing, Rejected, Unsupported
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent, cases, inputs
from crosscheck.tree.inputs import PuzzleInput
from crosscheck.tree.progress import Bar

RIGHT, WRONG, UNKNOWN = "right", "WRONG", "unknown"


@dataclass(frozen=True, slots=True)
class OwnInput:
    """What came of one input: `state` is right, WRONG or unknown; `why` has a line a fault."""

    year: int
    day: int
    source: str
    answers: dict[str, list[str]]  # who says so
    state: str
    why: tuple[str, ...] = ()


def stand_all(
    root: Path, days: Sequence[tuple[int, int]], solvers: Sequence[Solver], parts: Sequence[int], progress: bool
) -> list[OwnInput]:
    """How all of one's own inputs stand; a UserError where there is none."""
    places = [(year, day, place) for year, day in days for place in inputs.own(root, year, day)]
    if not places:
        year = days[-1][0]
        raise UserError(
            f"no input of your own for these days: put them at inputs/private/{year}/01.txt and so on, "
            f"or fetch them with make fetch YEAR={year} DAY=1"
        )
    standings = []
    with Bar(len(places), enabled=progress) as bar:
        for year, day, place in places:
            bar.step(f"{year} day {day}")
            try:
                draft = cases.is_draft(root, year, day)
                standings.append(stand(year, day, inputs.read(root, year, day, place), solvers, parts, draft))
            except UserError as error:
                standings.append(OwnInput(year, day, place[1], {}, WRONG, (str(error),)))
            bar.advance()
    return standings


def stand(
    year: int, day: int, used: PuzzleInput, solvers: Sequence[Solver], parts: Sequence[int] = BOTH, draft: bool = False
) -> OwnInput:
    """Solve an input in every language that has the day. It is wrong where anyone fails, or is
    not as recorded; right where every part that anyone answers is recorded. In a draft one whose parse
    refuses does not have the day yet.
    """
    absent = (Missing, Unsupported, Rejected) if draft else (Missing, Unsupported)
    everyone = [(solver.language, solver.solve(year, day, used.text, used.params)) for solver in solvers]
    said = [(who, what) for who, what in everyone if not isinstance(what, absent)]
    answers = partition(said, parts)
    given = {part for _, what in said if isinstance(what, Answered) for part in parts if what.answers[part - 1]}
    verdict = judge(said, used.recorded, parts, due=advent.parts(year, day), draft=draft)
    if said and not verdict.ok:
        return OwnInput(year, day, used.source, answers, WRONG, verdict.lines)
    known = given and all(used.recorded[part - 1] is not None for part in given)
    return OwnInput(year, day, used.source, answers, RIGHT if known else UNKNOWN)
