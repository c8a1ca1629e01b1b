"""2021 day 25, https://adventofcode.com/2021/day/25

Text: a grid of `>`, `v` and `.`, both sides 1 to 500, whose right edge joins its left and whose bottom joins its top.
In a step first every `>` with a free place to its right moves there, all at once, and then every `v` with a free place below it.
Part 1: the first step in which nothing moves, or `no solution` if it does not come within 10 times (rows + columns) steps. This limit is several times
what crowded seas need. Whether a sea comes to rest at all cannot be told: a third full, many move on for hundreds of thousands of steps.  There is no part 2.
"""

from collections.abc import Iterator
from random import Random

import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import grids
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, twice
from crosscheck.puzzles.limit import Limit

TITLE = "Sea Cucumber"
UNIT = "rows and columns"
SIZE = 138
MOST = 500  # of a side
NEVER = "no solution"


def puzzles() -> SearchStrategy[str]:
    """Small seas, now and then long ones: crowded, sparse, of one kind only, and full."""
    seas = st.one_of(grids(".>v", ">v", ".>>vv", ".>>>vvv", side=7, long=70), grids(".v", ".>", ">", "v", ".", side=4))
    return seas.map(joined)


def full(seed: int, size: int = SIZE) -> str:
    """The first such sea that comes to rest, half empty."""
    rng = Random(seed)
    while True:
        rows = [
            "".join(rng.choices(".>v", weights=(2, 1, 1), k=min(size + (size > 9), MOST)))
            for _ in range(max(1, size - (size > 9)))
        ]
        if settles(rows):
            return joined(rows)


def rest(rows: list[str]) -> int | None:
    """The first step without a move, if it comes in time: the rules, place by place."""
    height, width = len(rows), len(rows[0])
    sea = {(y, x): kind for y, row in enumerate(rows) for x, kind in enumerate(row) if kind != "."}
    for step in range(1, 10 * (height + width) + 1):
        moved = False
        for kind, down, right in ((">", 0, 1), ("v", 1, 0)):
            ways = {
                (y, x): ((y + down) % height, (x + right) % width) for (y, x), other in sea.items() if other == kind
            }
            free = {at: to for at, to in ways.items() if to not in sea}
            for at in free:
                del sea[at]
            sea.update(dict.fromkeys(free.values(), kind))
            moved = moved or bool(free)
        if not moved:
            return step
    return None


def settles(rows: list[str]) -> bool:
    """The same for a great sea, on whole arrays."""
    sea = np.array([list(row) for row in rows])
    for _ in range(10 * sum(sea.shape)):
        before = sea.copy()
        for kind, axis in ((">", 1), ("v", 0)):
            going = (sea == kind) & (np.roll(sea, -1, axis) == ".")
            sea[going] = "."
            sea[np.roll(going, 1, axis)] = kind
        if (before == sea).all():
            return True
    return False


def oracle(text: str) -> Answers | None:
    rows = text.split()
    return (str(rest(rows) or NEVER), None) if len(rows) * len(rows[0]) <= 200 else None


def rolled(rows: list[str], rng: Random) -> list[str]:
    """The edges elsewhere."""
    down, right = rng.randrange(len(rows)), rng.randrange(len(rows[0]))
    return [row[right:] + row[:right] for row in rows[down:] + rows[:down]]


def side_by_side(rows: list[str], _: Random) -> list[str]:
    return [row * 2 for row in rows]


def as_one(before: Answers, after: Answers) -> bool:
    """A larger sea has more steps in which to come to rest."""
    return NEVER in before or before == after


def limits() -> Iterator[Limit]:
    yield Limit("the largest sea, a jam behind a wall", (">" * 249 + "." * 250 + "v\n") * 500, "499, -")
    yield Limit("a sea that never rests", ">" + "." * 499 + "\n", "no solution, -")
    yield Limit("a row too many", ".\n" * 501, "refused at line 501")


def worst() -> Iterator[tuple[str, str]]:
    """The largest seas: that never rest, with one cucumber and with many, and that rest late."""
    rng = Random(25)
    lone = "v" + "." * (MOST - 1)
    yield "one lone cucumber", joined([lone, *["." * MOST] * (MOST - 1)])
    yield "every row moves on", joined([">" * (MOST - 1) + "."] * MOST)
    yield "every column moves on", joined(["v" * MOST] * (MOST - 1) + ["." * MOST])
    for free in (2, 4):
        cells = rng.choices(".>v", weights=(free, 1, 1), k=MOST * MOST)
        rows = ["".join(cells[at : at + MOST]) for at in range(0, MOST * MOST, MOST)]
        yield f"{2 * 100 // (free + 2)} cucumbers in a hundred places", joined(rows)
    yield "a jam behind a wall", (">" * 249 + "." * 250 + "v\n") * MOST
    yield "a narrow sea", joined([".>" * (MOST // 2)])


LAWS = (
    Law("where the edges are does not matter", on_lines(rolled), same),
    Law("two seas side by side move as one", on_lines(side_by_side), as_one),
    Law("two seas one above the other move as one", on_lines(twice), as_one),
)
