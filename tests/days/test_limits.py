"""Inputs too great for cases.toml: at a limit they are solved, past it they are refused, at the same line by all."""

from collections.abc import Callable
from functools import partial, reduce
from random import Random
from string import ascii_uppercase

import pytest

from crosscheck import puzzles
from crosscheck.judging.agreement import check_text
from crosscheck.puzzles.y2021 import day19, day21, day23, day24
from crosscheck.solvers.outcome import claim
from crosscheck.solvers.solver import Solver
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
    (
        14,
        "a hundred thousand letters",
        lambda: "A" * 99_999 + "B\n\nAA -> A\nAB -> A\n",
        "102398975, 109950063265972223",
    ),
    (14, "a rule for every two letters", lambda: every_rule(), "?"),
    (14, "a letter too many", lambda: "A" * 100_001 + "\n\nAA -> A\n", "refused at line 1"),
    (15, "the widest cave, all nines", lambda: ("9" * 500 + "\n") * 60, "?"),
    (15, "the highest cave", lambda: ("123456789876" * 5 + "\n") * 500, "?"),
    (15, "a row too many", lambda: "1\n" * 501, "refused at line 501"),
    (15, "a column too many", lambda: "1" * 501 + "\n", "refused at line 1"),
    (16, "a million digits of sums", lambda: sums(), "2537479, 5434785"),
    (16, "a literal of a million digits, all but the last 0", lambda: literal(), "6, 7"),
    (16, "a digit too many", lambda: literal().rstrip() + "0\n", "refused at line 1"),
    (17, "the largest area", lambda: "target area: x=1..999, y=-999..-1\n", "498501, 1043064"),
    (18, "two hundred numbers", lambda: puzzles.load(2021, 18).full(1, 200), "?"),
    (18, "sixty full trees of nines", lambda: (full_tree("9") + "\n") * 60, "?"),
    (19, "two hundred scanners", lambda: day19.survey(Random(1), 200, 2000, shared=12, own=12), "?"),
    (19, "two hundred scanners in one place", lambda: scanners(200), "12, 0"),
    (19, "a scanner too many", lambda: scanners(201), "refused at line 2801"),
    (20, "the largest image", lambda: puzzles.load(2021, 20).full(1, 500), "?"),
    (20, "a row too many", lambda: "." * 512 + "\n\n" + ".\n" * 501, "refused at line 503"),
    (21, "the last places", lambda: day21.game(10, 10), "850080, 104001566545663"),
    (22, "the whole reactor five thousand times", lambda: WHOLE * 5000, "1030301, 64000480001200001"),
    (22, "a step too many", lambda: WHOLE * 5001, "refused at line 5001"),
    (22, "a thousand cuboids inside each other, every other one off", lambda: nested(1000), "?"),
    (22, "a thousand steps", lambda: puzzles.load(2021, 22).full(1, 1000), "?"),
    (23, "everyone in the wrong order", lambda: day23.burrow(list("DCBADCBA")), "19162, 47274"),
    (24, "seven pushes, and each pop asks for 8 more", lambda: deep(8), "11111119999999, 11111119999999"),
    (24, "seven pushes, and each pop asks for 8 less", lambda: deep(-8), "99999991111111, 99999991111111"),
    (24, "an instruction too many", lambda: deep(8) + "inp w\n", "refused at line 253"),
    (25, "the largest sea, a jam behind a wall", lambda: (">" * 249 + "." * 250 + "v\n") * 500, "499, -"),
    (25, "a sea that never rests", lambda: ">" + "." * 499 + "\n", "no solution, -"),
    (25, "a row too many", lambda: ".\n" * 501, "refused at line 501"),
]

WHOLE = "on x=-200000..200000,y=-200000..200000,z=-200000..200000\n"


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


def every_rule() -> str:
    """A hundred thousand letters, and no two of them without a rule."""
    template = (ascii_uppercase * 3847)[:100_000]
    return f"{template}\n\n" + "".join(
        f"{a}{b} -> {ascii_uppercase[(i * j + i + 1) % 26]}\n"
        for i, a in enumerate(ascii_uppercase)
        for j, b in enumerate(ascii_uppercase)
    )


def sums() -> str:
    """A sum of 177 sums of 2047 literals 15 each, all of version 7, and zeros up to the last digit."""
    inner = f"1110001{2047:011b}" + "11110001111" * 2047
    return hexadecimal(f"1110001{177:011b}" + inner * 177)


def literal() -> str:
    """A packet of version 6 that has as many groups as fit."""
    return hexadecimal("110100" + "10000" * 799_997 + "00111")


def hexadecimal(bits: str) -> str:
    return f"{int(bits.ljust(4 * MILLION, '0'), 2):X}\n"


def full_tree(digit: str) -> str:
    return reduce(lambda tree, _: f"[{tree},{tree}]", range(4), digit)


def scanners(count: int) -> str:
    """All in one place, turned one way."""
    beacons = "".join(f"{x},{x**2},{x**3 % 97}\n" for x in range(12))
    return "\n".join(f"--- scanner {number} ---\n{beacons}" for number in range(count))


def nested(count: int) -> str:
    """Cubes around the middle, from the greatest to the least."""
    cubes = (("on" if at % 2 else "off", 200_000 - 190 * at) for at in range(count))
    return "".join(f"{switch} x=-{end}..{end},y=-{end}..{end},z=-{end}..{end}\n" for switch, end in cubes)


def deep(more: int) -> str:
    """Seven pushes of the greatest constants, then seven pops."""
    return day24.program([(1, 99, 16)] * 7 + [(26, more - 16, 99)] * 7)


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
