"""Every named case, and every full-size input, has its answers in every language."""

from collections.abc import Callable, Iterator
from time import monotonic

from crosscheck.judging.case_check import solve_cases
from crosscheck.solvers.outcome import Answered, Outcome, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import inputs
from crosscheck.tree.cases import Recorded
from places import ROOT
from routes import AS_IT_IS, CASES, DONE, DRAFTS, SECONDS, UNREADABLE, each_day, each_language, variants

OpenSolver = Callable[[str], Solver]
SolversOf = Callable[[int, int], list[Solver]]


def faults(outcome: Outcome, recorded: Recorded, what: str) -> Iterator[str]:
    """A line where it was not solved, and for each part that is stated and not as stated."""
    if not isinstance(outcome, Answered):
        yield f"{what}: {describe(outcome)}"
        return
    for part, (got, stated) in enumerate(zip(outcome.answers, recorded, strict=True), start=1):
        if stated not in (None, got):
            yield f"{what}, part {part}: {got}, expected {stated}"


def test_there_are_cases() -> None:
    assert DONE
    assert all(CASES[day].cases for day in DONE)
    assert UNREADABLE == []


@each_day
def test_cases(solvers_of: SolversOf, year: int, day: int) -> None:
    wrong = [fault for solver in solvers_of(year, day) for fault in of_cases(solver, year, day)]
    assert wrong == []


def of_cases(solver: Solver, year: int, day: int) -> Iterator[str]:
    """Each case as it is; and saved as other editors would, as far as the day's time goes, but the first in any case."""
    until = monotonic() + SECONDS
    for number, case in enumerate(CASES[year, day].cases):
        for how, text in variants(case.input).items():
            if how == AS_IT_IS or number == 0 or monotonic() < until:
                outcome = solver.solve(year, day, text, case.params)
                yield from faults(outcome, case.answers, f"{solver.language.title}, {case.name}, {how}")


@each_language
def test_what_is_written_of_a_draft_has_its_answers(solver_of: OpenSolver, language: str) -> None:
    solver = solver_of(language)
    for year, day in DRAFTS:
        known = CASES[year, day]
        tried = solve_cases(solver, year, day, known.cases, draft=language not in known.solved)
        assert tried.wrong == [], f"{year} day {day}"
        assert language not in known.solved or not tried.unwritten, f"{year} day {day}"
    assert solver.incidents == []


@each_day
def test_full_size_inputs(solvers_of: SolversOf, year: int, day: int) -> None:
    """The shared one, and your own of AOC_INPUTS, inputs/private or advent-of-code-data's cache."""
    sources = [inputs.shared(ROOT, year, day)]
    assert sources[0].full, "full.txt is the input whose seed is in cases.toml"
    sources += [inputs.read(ROOT, year, day, place) for place in inputs.own(ROOT, year, day)]
    wrong = [
        fault
        for source in sources
        for solver in solvers_of(year, day)
        for fault in faults(
            solver.solve(year, day, source.text), source.recorded, f"{solver.language.title}, {source.source}"
        )
    ]
    assert wrong == []
