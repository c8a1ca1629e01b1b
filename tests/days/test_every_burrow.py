"""2021 day 23 has 2,520 burrows only, so all of them are solved, and the answers are compared with those recorded here.

Brute force reaches part 1 alone. That part 2 is right rests on different algorithms that agree on every burrow: Rust orders
states by their detours, and Haskell folds layers of states. Rust is asked in each run of the tests; to ask others:
`AOC_BURROWS=haskell,python .venv/bin/python -m pytest tests/days/test_every_burrow.py` (a minute or more).
"""

import hashlib
import os
from collections.abc import Callable
from itertools import permutations

import pytest

from crosscheck.solvers.outcome import Answered, describe
from crosscheck.solvers.solver import Solver

OpenSolver = Callable[[str], Solver]

YEAR, DAY = 2021, 23
NO_SOLUTION_IN_PART_2 = 307
ANSWERS = "9522ceb50803d6cf1c063cabda0c6375d335a29ca15055f2ff9f664f7fc4ada6"
"""The SHA-256 of a line for each burrow in order: its upper and lower row, and the answers."""


def burrow(upper: str, lower: str) -> str:
    return "#############\n#...........#\n###{}#{}#{}#{}###\n  #{}#{}#{}#{}#\n  #########\n".format(*upper, *lower)


@pytest.mark.parametrize("language", os.environ.get("AOC_BURROWS", "rust").split(","))
def test_every_burrow(solver_of: OpenSolver, language: str) -> None:
    solver, digest, unsolved = solver_of(language), hashlib.sha256(), 0
    burrows = sorted({"".join(order) for order in permutations("AABBCCDD")})
    assert len(burrows) == 2520
    for kinds in burrows:
        outcome = solver.solve(YEAR, DAY, burrow(kinds[:4], kinds[4:]))
        assert isinstance(outcome, Answered), f"{kinds}: {describe(outcome)}"
        first, second = outcome.answers
        unsolved += second == "no solution"
        digest.update(f"{kinds} {first} {second}\n".encode())
    assert unsolved == NO_SOLUTION_IN_PART_2
    assert digest.hexdigest() == ANSWERS
