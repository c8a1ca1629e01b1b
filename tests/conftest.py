"""Solvers that stay open over a whole test session, one of each language a worker; and which tests share a worker."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from crosscheck.solvers.solver import Solver
from places import ROOT
from routes import KEYS, LANGUAGES, hello_of


class OneReader(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Any worker may run any test, but one alone makes the site and reads its pages: another would wait for it."""

    def _split_scope(self, nodeid: str) -> str:
        return "site" if re.match(r"tests/crosscheck/test_(reading|browser)\.py::", nodeid) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneReader:
    return OneReader(config, log)


@pytest.fixture(scope="session")
def solver_of() -> Iterator[Callable[[str], Solver]]:
    """Gives a language's solver, of the build with checks where it has one; not built is a failure."""
    with ExitStack() as stack:
        opened: dict[str, Solver] = {}

        def open_once(key: str) -> Solver:
            if key not in opened:
                opened[key] = stack.enter_context(Solver(LANGUAGES[key], ROOT, checked=True))
            hello_of(opened[key])
            return opened[key]

        yield open_once


@pytest.fixture
def solvers_of(solver_of: Callable[[str], Solver]) -> Iterator[Callable[[int, int], list[Solver]]]:
    """Gives the solvers of all languages that have a day. None of them may need a second try."""
    every = [solver_of(key) for key in KEYS]
    for solver in every:
        solver.incidents.clear()

    def of_day(year: int, day: int) -> list[Solver]:
        solvers = [solver for solver in every if (year, day) in hello_of(solver).days]
        assert solvers, "no language has the day"
        return solvers

    yield of_day
    assert {solver.language.title: solver.incidents for solver in every if solver.incidents} == {}
