"""Inputs too great for cases.toml: at a limit they are solved, past it they are refused, at the same line by all."""

from collections.abc import Callable
from functools import partial

import pytest

from crosscheck import puzzles
from crosscheck.agreement import check_text
from crosscheck.outcome import claim
from crosscheck.solver import Solver
from routes import KEYS, hello_of

OpenSolver = Callable[[str], Solver]

MILLION = 1_000_000

LIMITS: list[tuple[int, str, Callable[[], str], str]] = [
    (1, "a million depths", lambda: "1\n2\n" * (MILLION // 2), "500000, 499999"),
    (2, "a million commands", lambda: "down 999\n" * (MILLION - 1) + "forward 999\n", "998000001999, 997002001997001"),
    (2, "a million and one", lambda: "up 1\n" * (MILLION + 1), "refused at line 1000001"),
    (
        2,
        "half a million of the greatest each way",
        lambda: "down 999\nforward 999\n" * (MILLION // 2),
        "249500250000000000, 62312812062874875000000000",
    ),
    (3, "a hundred thousand numbers", lambda: "01\n10\n" * 50_000, "0, 2"),
    (4, "a thousand boards", lambda: puzzles.load(2021, 4).full(1, 1000), "?"),
    (5, "the floor covered twice", lambda: "".join(f"0,{y} -> 999,{y}\n" * 2 for y in range(1000)), "1000000, 1000000"),
    (6, "a million fish", lambda: ",".join("8" * MILLION) + "\n", "768000000, 3369186778000000"),
    (6, "a million and one", lambda: ",".join("8" * (MILLION + 1)) + "\n", "refused at line 1"),
    (7, "a million crabs", lambda: "0,99999," * (MILLION // 2 - 1) + "0,99999\n", "49999500000, 1250000000000000"),
    (7, "a million and one", lambda: "7," * MILLION + "7\n", "refused at line 1"),
    (8, "two thousand displays", lambda: puzzles.load(2021, 8).full(1, 2000), "?"),
    (9, "the largest floor, all one basin", lambda: ("0" * 1000 + "\n") * 1000, "0, 1000000"),
    (9, "the largest floor, a winding basin", lambda: winding(1000), "?"),
    (9, "a row too many", lambda: ("01" * 500 + "\n") * 1001, "refused at line 1001"),
    (10, "a line of a million characters", lambda: "<" * 500_000 + ">" * 499_999 + "\n", "0, 4"),
    (10, "a million characters, corrupted at the last", lambda: "[<>" * 333_333 + ")\n(\n", "3, 1"),
    (10, "a million characters and nothing to close", lambda: "(\n" + "(" * MILLION + "\n", "refused at line 2"),
    (11, "the largest cave", lambda: puzzles.load(2021, 11).full(1, 100), "?"),
    (12, "ten small and ten big caves, all joined", lambda: dense(), "?"),
    (13, "ten thousand dots", lambda: puzzles.load(2021, 13).full(1, 10_000), "?"),
]


def winding(side: int) -> str:
    """One corridor that goes to and fro."""
    rows = []
    for row in range(side):
        if row % 2 == 0:
            rows.append("1" * side)
        else:
            rows.append("9" * (side - 1) + "1" if row % 4 == 1 else "1" + "9" * (side - 1))
    return "\n".join(rows) + "\n"


def dense() -> str:
    """Every small cave joined to every big one."""
    small = ["start", "end", *"abcdefghij"]
    return "".join(f"{one}-{two}\n" for one in small for two in "ABCDEFGHIJ")


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [pytest.param(day, text, expected, id=f"2021-{day:02}-{what}") for day, what, text, expected in LIMITS],
)
def test_limit(solver_of: OpenSolver, day: int, text: Callable[[], str], expected: str) -> None:
    solvers = [solver for solver in map(solver_of, KEYS) if (2021, day) in hello_of(solver).days]
    routes = {solver.language.title: partial(solver.solve, 2021, day) for solver in solvers}
    outcome = check_text(routes, text())
    assert expected in ("?", claim(outcome))
    assert [incident for solver in solvers for incident in solver.incidents] == []
