"""2023 day 21, https://adventofcode.com/2023/day/21

Text: a square grid of `.` (a plot), `#` (a rock) and one S, which is a plot too. Its side n is odd, 5 to 131. S stands at the centre; the row and the
column of S and the border have no rocks.
Let h = (n - 1) / 2. Every plot that can be reached from S within the grid is at most 3h + 1 steps from S. Plots that cannot be reached are allowed.
A step leads to a neighbouring plot, and the grid repeats itself without end in all directions; S is in the first one only.
Part 1: at how many plots a walk of exactly h - 1 steps can end.
Part 2: the same for exactly h + 202300 n steps. The number for h + k n steps is a polynomial of degree 2 in k, for k from 1 on.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    joined,
    mirrored,
    no_less,
    on_lines,
    same,
    transposed,
    upside_down,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Step Counter"
UNIT = "rows and columns"
SIZE = 131
SMALLEST, LARGEST = 5, 131
TIMES = 202_300
Cell = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few rocks or many, mazes with long ways, walled gardens and pockets; every corner by itself or all four alike."""
    rng = draw(seeds())
    n = draw(st.sampled_from((5, 7, 9, 9, 11, 13, 17, 17, 17, 19)))
    kinds = draw(st.lists(st.sampled_from((many, few, maze, maze, garden, bars, none)), min_size=4, max_size=4))
    corners = [kind(rng, n // 2 - 1) for kind in kinds]
    return joined(near(put(n, corners if draw(st.booleans()) else [corners[0]] * 4)))


Corner = list[str]


def some(rng: Random, side: int, part: float) -> Corner:
    return ["".join("#" if rng.random() < part else "." for _ in range(side)) for _ in range(side)]


def none(_: Random, side: int) -> Corner:
    return ["." * side] * side


def few(rng: Random, side: int) -> Corner:
    return some(rng, side, 0.2)


def many(rng: Random, side: int) -> Corner:
    return some(rng, side, rng.choice((0.4, 0.6, 0.9, 1)))


def maze(rng: Random, side: int) -> Corner:
    """A tree of passages, with one way into it or a few."""
    wide = side | 1
    rows = [["#"] * wide for _ in range(wide)]
    stack = [(1 + 2 * rng.randrange(wide // 2), 1 + 2 * rng.randrange(wide // 2))] if side > 2 else []
    while stack:
        y, x = stack[-1]
        rows[y][x] = "."
        ways = [(0, 2), (2, 0), (0, -2), (-2, 0)]
        free = [(dy, dx) for dy, dx in ways if 0 < y + dy < wide - 1 and 0 < x + dx < wide - 1]
        free = [(dy, dx) for dy, dx in free if rows[y + dy][x + dx] == "#"]
        if not free:
            stack.pop()
            continue
        dy, dx = rng.choice(free)
        rows[y + dy // 2][x + dx // 2] = "."
        stack.append((y + dy, x + dx))
    for _ in range(rng.choice((1, 1, 2, 5))):
        rows[rng.choice((0, side - 1))][rng.randrange(side)] = "."
    turned = ["".join(row[:side]) for row in rows[:side]]
    return turned if rng.random() < 0.5 else ["".join(column) for column in zip(*turned, strict=True)]


def garden(rng: Random, side: int) -> Corner:
    """A wall around what is free, with one gap in it or none."""
    rows = [["#" if {y, x} & {0, side - 1} else "." for x in range(side)] for y in range(side)]
    if rng.random() < 0.7:
        rows[rng.choice((0, side - 1))][rng.randrange(side)] = "."
    return ["".join(row) for row in rows]


def bars(rng: Random, side: int) -> Corner:
    """Walls as long as the corner, each with a gap at an end or in the middle."""
    rows = [["#" if y % 2 else "." for _ in range(side)] for y in range(side)]
    for row in rows:
        row[rng.choice((0, side - 1, side // 2))] = "."
    lines = ["".join(row) for row in rows]
    return lines if rng.random() < 0.5 else ["".join(column) for column in zip(*lines, strict=True)]


def put(n: int, corners: list[Corner]) -> list[str]:
    """Four corners between the border and the axes."""
    upper, lower = (
        [f".{left}.{right}." for left, right in zip(*two, strict=True)] for two in (corners[:2], corners[2:])
    )
    return ["." * n, *upper, "." * (n // 2) + "S" + "." * (n // 2), *lower, "." * n]


def near(rows: list[str]) -> list[str]:
    """With rocks on all plots that can be reached but are too far from S."""
    n = len(rows)
    grid = [list(row) for row in rows]
    while far := [(y, x) for (y, x), steps in distances(grid).items() if steps > n // 2 * 3 + 1]:
        y, x = far[-1]
        grid[y][x] = "#"
    return ["".join(row) for row in grid]


def distances(grid: list[list[str]]) -> dict[Cell, int]:
    """The steps from S within the grid, the nearest plots first."""
    n = len(grid)
    found = {(n // 2, n // 2): 0}
    wave = list(found)
    while wave:
        following = []
        for y, x in wave:
            for near_y, near_x in ((y - 1, x), (y, x - 1), (y, x + 1), (y + 1, x)):
                cell = near_y, near_x
                if 0 <= near_y < n and 0 <= near_x < n and grid[near_y][near_x] != "#" and cell not in found:
                    found[cell] = found[y, x] + 1
                    following.append(cell)
        wave = following
    return found


def full(seed: int, size: int = SIZE) -> str:
    """Rocks here and there, and none on a diamond of five plots' width around S, whose corners are the middles of the sides."""
    rng = Random(seed)
    n = max(SMALLEST, min(size, LARGEST)) - 1 | 1
    h = n // 2
    corners = [some(rng, h - 1, 0.17) for _ in range(4)]
    rows = [
        "".join(
            "." if h - 2 <= abs(y - h) + abs(x - h) <= h + 2 and cell != "S" else cell for x, cell in enumerate(row)
        )
        for y, row in enumerate(put(n, corners))
    ]
    return joined(near(rows))


def limits() -> Iterator[Limit]:
    h = LARGEST // 2
    free = put(LARGEST, [none(Random(), h - 1)] * 4)
    claim = f"{h * h}, {(h + TIMES * LARGEST + 1) ** 2}"
    yield Limit("the largest grid, without a rock", joined(free), claim)
    yield Limit("a row too many", joined([*free, free[0]]), f"refused at line {LARGEST + 1}")
    yield Limit("a column too many", joined(row + "." for row in free), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: free, with nothing but the axes and the border, mazes and bars with the longest ways, gardens, and rocks at random."""
    side = LARGEST // 2 - 1
    rng = Random(21)
    yield "no rock", joined(put(LARGEST, [none(rng, side)] * 4))
    yield "rocks wherever they may be", joined(put(LARGEST, [some(rng, side, 1)] * 4))
    for kind in (maze, bars, garden, few):
        yield kind.__name__, joined(near_at_once(put(LARGEST, [kind(rng, side) for _ in range(4)])))
    yield "half of it rocks", joined(near_at_once(put(LARGEST, [some(rng, side, 0.4) for _ in range(4)])))
    yield "pockets without end", joined(put(LARGEST, [[("#." * side)[at % 2 :][:side] for at in range(side)]] * 4))


def near_at_once(rows: list[str]) -> list[str]:
    """As `near`, with all plots that are too far in one step: fast, and it leaves fewer plots."""
    grid = [list(row) for row in rows]
    for (y, x), steps in distances(grid).items():
        if steps > len(rows) // 2 * 3 + 1:
            grid[y][x] = "#"
    return ["".join(row) for row in grid]


def oracle(text: str) -> Answers | None:
    """Walks on the repeated grid, step by step. Part 2 continues the numbers for k = 1, 2 and 3 by their differences; None where the grid is too large."""
    rows = text.split()
    n = len(rows)
    h = n // 2
    if n > 21:
        return str(ends(rows, h - 1)[-1]), None
    counts = ends(rows, h + 3 * n)
    one, two, three = (counts[h + k * n] for k in (1, 2, 3))
    k = TIMES - 1
    return str(counts[h - 1]), str(one + k * (two - one) + k * (k - 1) // 2 * (three - 2 * two + one))


def ends(rows: list[str], most: int) -> list[int]:
    """At how many plots a walk can end, for each number of steps. Where it can end once it can end again two steps later."""
    n = len(rows)
    wave, before = {(n // 2, n // 2)}, set[Cell]()
    counts = [1, 0]
    for steps in range(1, most + 1):
        around = {cell for y, x in wave for cell in ((y - 1, x), (y, x - 1), (y, x + 1), (y + 1, x))}
        wave, before = {(y, x) for y, x in around - before if rows[y % n][x % n] != "#"}, wave
        counts.insert(steps, counts[steps - 2] + len(wave) if steps > 1 else len(wave))
    return counts[: most + 1]


def on_rows(change: Callable[[list[list[str]], Random], bool]) -> Transform:
    """A change of the cells, which may turn out not to be one."""

    def transform(text: str, rng: Random) -> str | None:
        grid = [list(row) for row in text.split()]
        return joined("".join(row) for row in grid) if change(grid, rng) else None

    return transform


def out_of_reach_turned(grid: list[list[str]], _: Random) -> bool:
    """Rocks become plots and plots rocks, wherever no plot that can be reached is beside them."""
    reached = distances(grid)
    hidden = [
        (y, x)
        for y, row in enumerate(grid)
        for x, cell in enumerate(row)
        if reached.keys().isdisjoint(((y, x), (y - 1, x), (y, x - 1), (y, x + 1), (y + 1, x)))
    ]
    for y, x in hidden:
        grid[y][x] = "." if grid[y][x] == "#" else "#"
    return bool(hidden)


def rock_less(grid: list[list[str]], rng: Random) -> bool:
    """Without one of the rocks, where that opens no pocket that is too deep."""
    rocks = [(y, x) for y, row in enumerate(grid) for x, cell in enumerate(row) if cell == "#"]
    if not rocks:
        return False
    y, x = rng.choice(rocks)
    grid[y][x] = "."
    return max(distances(grid).values()) <= len(grid) // 2 * 3 + 1


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("upside down changes nothing", on_lines(upside_down), same),
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("what is a rock and what a plot does not matter out of reach", on_rows(out_of_reach_turned), same),
    Law("a rock less never takes plots away", on_rows(rock_less), no_less),
)
