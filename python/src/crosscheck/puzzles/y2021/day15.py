"""2021 day 15, https://adventofcode.com/2021/day/15

Text: a grid of digits 1-9, both sides 1 to 500.
Part 1: the least total risk of a walk from the top left to the bottom right cell, in steps up, down, left and right; a cell's digit is paid when it is
entered, so the first cell is not paid and a grid of one cell costs 0.  Part 2: the same on five by five copies, where each copy to the right or
below adds 1 to every digit and 9 is followed by 1.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, same_part1, transposed
from crosscheck.puzzles.limit import Limit

TITLE = "Chiton"
UNIT = "rows and columns"
SIZE = 100


def puzzles() -> st.SearchStrategy[str]:
    """Noise, walls of nines, and corridors that wind so much that the best walk must go left and up."""
    return st.one_of(grids("123456789", "19", "1", "129", "9", side=8), winding()).map(joined)


@st.composite
def winding(draw: st.DrawFn) -> list[str]:
    """A corridor of ones that turns at each end, between walls of nines, now and then so thick that no way leads through, perhaps lying on its side; a few
    cells changed.
    """
    width, turns, thick = draw(st.integers(3, 9)), draw(st.integers(1, 4)), draw(st.sampled_from((1, 1, 1, 2, 9)))
    walls = ["9" * (width - 1) + "1", "1" + "9" * (width - 1)]
    rows = [list("1" * width)]
    for turn in range(turns):
        rows += [list(row) for row in [*[walls[turn % 2]] * thick, "1" * width]]
    for _ in range(draw(st.integers(0, 3))):
        rows[draw(st.integers(0, len(rows) - 1))][draw(st.integers(0, width - 1))] = draw(st.sampled_from("159"))
    lines = ["".join(row) for row in rows]
    return ["".join(column) for column in zip(*lines, strict=True)] if draw(st.booleans()) else lines


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)
    return joined("".join(rng.choices("123456789", weights=(6, 5, 4, 3, 3, 3, 3, 4, 4), k=size)) for _ in range(size))


def oracle(text: str) -> Answers | None:
    """Every cell asks its neighbours again and again, until no walk gets any cheaper."""
    tile = [[int(digit) for digit in row] for row in text.split()]
    height, width = len(tile), len(tile[0])
    if height * width > 16:
        return None

    def cheapest(copies: int) -> str:
        cells = [(y, x) for y in range(copies * height) for x in range(copies * width)]
        risk = {(y, x): (tile[y % height][x % width] + y // height + x // width - 1) % 9 + 1 for y, x in cells}
        total = dict.fromkeys(cells, 10 * len(cells))
        total[0, 0] = 0
        changed = True
        while changed:
            changed = False
            for y, x in cells:
                for near in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                    if near in total and total[near] + risk[y, x] < total[y, x]:
                        total[y, x] = total[near] + risk[y, x]
                        changed = True
        return str(total[cells[-1]])

    return cheapest(1), cheapest(5)


def other_first_cell(text: str, rng: Random) -> str:
    return rng.choice("123456789") + text[1:]


def half_turn(lines: list[str], _: Random) -> list[str] | None:
    """Where the first and the last cell are alike, as only the last is paid."""
    return [line[::-1] for line in reversed(lines)] if lines[0][0] == lines[-1][-1] else None


def limits() -> Iterator[Limit]:
    yield Limit("the widest cave, all nines", ("9" * 500 + "\n") * 60)
    yield Limit("the highest cave", ("123456789876" * 5 + "\n") * 500)
    yield Limit("a row too many", "1\n" * 501, "refused at line 501")
    yield Limit("a column too many", "1" * 501 + "\n", "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The largest caves: of one risk, of any risk, and mazes whose best path turns back again and again."""
    rng = Random(15)
    side = 500
    yield "any risk", full(15, side)
    yield "nines", joined(["9" * side] * side)
    yield "ones", joined(["1" * side] * side)
    yield "ones and nines", joined("".join(rng.choices("19", weights=(6, 4), k=side)) for _ in range(side))
    for every in (2, 8, 16):
        maze = corridors(side, every)
        yield f"a wall across every {every} rows, open at one end", joined(maze)
        yield f"a wall across every {every} columns, open at one end", joined(transposed(maze, rng))
    for every in (8, 12, 16):
        maze = fences(side, every)
        yield f"walls side by side with a gap every {every} rows", joined(maze)
        yield f"walls above each other with a gap every {every} columns", joined(transposed(maze, rng))


def corridors(side: int, every: int) -> list[str]:
    """Ones, and a wall of nines in every so many rows, open at the right and the left in turn."""
    walls = ["9" * (side - 1) + "1", "1" + "9" * (side - 1)]
    return [walls[row // every % 2] if row % every == every - 1 else "1" * side for row in range(side)]


def fences(side: int, every: int) -> list[str]:
    """Ones, and walls of nines in every other column, each with gaps halfway between those of its neighbours."""

    def cell(row: int, column: int) -> str:
        is_wall = column % 2 == 1 and (row + every // 2 * (column // 2 % 2)) % every != 0
        return "9" if is_wall else "1"

    return ["".join(cell(row, column) for column in range(side)) for row in range(side)]


LAWS = (
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("the first cell is not paid", other_first_cell, same_part1),
    Law("the way back costs the same where the ends are alike", on_lines(half_turn), same_part1),
)
