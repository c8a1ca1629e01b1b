"""One language tried on one day: the cases that state answers, then the input."""

from dataclasses import dataclass
from pathlib import Path

from crosscheck import puzzles
from crosscheck.errors import UserError
from crosscheck.judging.case_check import hold
from crosscheck.judging.day_run import Row, ask
from crosscheck.solvers.outcome import Answered, Crashed, Rejected, Unsupported
from crosscheck.solvers.solver import Solver
from crosscheck.tree import cases, inputs
from crosscheck.tree.cases import Case, DayCases
from crosscheck.tree.inputs import PuzzleInput


@dataclass(frozen=True, slots=True)
class Material:
    """What a day is tried on; `wrong` says of what cannot be used why."""

    year: int
    day: int
    title: str
    unit: str
    cases: tuple[Case, ...]
    input: PuzzleInput | None
    wrong: tuple[str, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """How it went: of `cases`, how many are `right`, and what the others said. In a draft a case counts as far as the
    solution is written.

    `row` is about the input; where nothing came of the cases, it has the failure that ended the trial.
    None without an input.
    """

    cases: int
    right: int
    faults: tuple[str, ...]
    row: Row | None


def gather(root: Path, year: int, day: int) -> Material:
    """What there is on disk now. A file that is wrong is left out and said."""
    wrong = []
    known = DayCases()
    found = None
    try:
        known = cases.load_day(root, year, day)
        found = inputs.find(root, year, day, None)
    except UserError as error:
        wrong.append(str(error))
    title = unit = ""
    try:
        title, unit = puzzles.names(year, day)
    except UserError as error:
        wrong.append(str(error))
    stated = tuple(case for case in known.cases if case.answers != (None, None))
    return Material(year, day, title, unit, stated, found, tuple(wrong), known.draft)


def attempt(solver: Solver, material: Material) -> Trial:
    """Try all cases, then the input; but no more of a program that ended, hangs or is not there."""
    counted, right, faults, failure = 0, 0, [], None
    for case in material.cases:
        outcome = solver.solve(material.year, material.day, case.input, case.params)
        tried = hold(outcome, case, draft=material.draft)
        wrong = tried.wrong if material.draft else tried.faults(case)
        counted += bool(tried.right or wrong)
        right += bool(tried.right and not wrong)
        if wrong:
            faults.append(f"{case.name}: {', '.join(wrong)}")
        if not isinstance(outcome, Answered | Rejected | Unsupported):
            failure = failure or outcome
            if not isinstance(outcome, Crashed):
                break
    row = None
    if material.input and (failure is None or isinstance(failure, Crashed)):
        row = ask(solver, material.year, material.day, material.input)
    elif failure:
        row = Row(solver.language, failure, None, 0, ())
    return Trial(counted, right, tuple(faults), row)
