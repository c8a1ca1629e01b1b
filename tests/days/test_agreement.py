"""Every language says the same of generated texts, and of damaged ones."""

from collections.abc import Callable
from functools import partial

import pytest

from crosscheck import puzzles
from crosscheck.judging.agreement import any_seed, check_day
from crosscheck.solvers.solver import Solver
from routes import DONE, KEYS, hello_of, name

OpenSolver = Callable[[str], Solver]

EXAMPLES = 60
each_day = pytest.mark.parametrize(("year", "day"), DONE, ids=[name(*day) for day in DONE])


@each_day
def test_all_languages_agree(solver_of: OpenSolver, year: int, day: int) -> None:
    solvers = [solver_of(key) for key in KEYS]
    routes = {
        solver.language.title: partial(solver.solve, year, day)
        for solver in solvers
        if (year, day) in hello_of(solver).days
    }
    assert routes, "no language has the day"
    seed = any_seed()
    done = check_day(puzzles.load(year, day), routes, EXAMPLES, seed)
    assert done.disagreement is None, f"seed {seed}\n{done.disagreement.entry()}"
    assert done.examples == EXAMPLES
    assert done.refused, f"seed {seed}: of the damaged texts some are refused"
    assert [incident for solver in solvers for incident in solver.incidents] == []
