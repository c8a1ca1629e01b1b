"""Solvers that stay open over a whole test session, one of each language a worker."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from crosscheck.solvers.solver import Solver
from places import ROOT
from routes import LANGUAGES, hello_of


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
