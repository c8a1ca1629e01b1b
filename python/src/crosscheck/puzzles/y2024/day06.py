"""2024 day 6, https://adventofcode.com/2024/day/6

Text: a grid of `.`, `#` (an obstacle) and one `^` (the guard, who faces up), 1 to 150 rows of 1 to 150 columns.
The guard turns right by 90 degrees if an obstacle is on the cell ahead, and otherwise steps onto that cell; the walk ends with a step off the grid.
Part 1: how many different cells the guard stands on, the first included.
Part 2: on how many of the cells `.` one more obstacle makes the walk endless.
If the walk is endless as it is, neither part has a solution.
"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same_part1, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Guard Gallivant"
UNIT = "rows and columns"
SIZE = 130
MOST = 150
NO_SOLUTION = "no solution"
UP_RIGHT_DOWN_LEFT = ((-1, 0), (0, 1), (1, 0), (0, -1))
Cell = tuple[int, int]


def puzzles() -> st.SearchStrategy[str]:
    """Obstacles anywhere, few or many; and obstacles where a guard of many turns needs them. Now and then past 64 and 128 cells."""
    small, large = st.sampled_from((4, 5, 6, 7)), st.sampled_from((8, 9, 10))
    share = st.sampled_from((0.2, 0.3, 0.1, 0.15, 0.4))
    sides = ((large, large), (small, large), (large, small), (st.just(23), st.just(31)))
    walks = [st.builds(wandering, seeds(), height, width, share) for height, width in sides]
    return st.one_of(*walks, anywhere()).map(joined)


@st.composite
def anywhere(draw: st.DrawFn) -> list[str]:
    rows = draw(grids("...#", "..#", ".....#", ".#", "........#", ".", side=9, long=140))
    y, x = draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(rows[0]) - 1))
    return [row[:x] + "^" + row[x + 1 :] if at == y else row for at, row in enumerate(rows)]


class Turn(NamedTuple):
    """What one stretch of a walk adds: where it begins, the cells that it comes to first, and its obstacle if that is new."""

    start: Cell
    facing: int
    cells: set[Cell]
    obstacle: set[Cell]


class Walk:
    """A walk in the making: its obstacles are put where it turns, and it does not turn twice in the same way at the same one."""

    def __init__(self, start: Cell, height: int, width: int) -> None:
        self.height, self.width, self.at, self.facing = height, width, start, 0
        self.visited, self.turned = {start}, set[tuple[Cell, int]]()
        self.obstacles, self.turns = set[Cell](), list[Turn]()

    def ahead(self, at: Cell, facing: int) -> tuple[list[Cell], list[int]]:
        """The cells from here up to an obstacle or off the grid, that included; and which of them can be the obstacle to turn at."""
        path, (down, right) = [at], UP_RIGHT_DOWN_LEFT[facing]
        while inside(path[-1], self.height, self.width) and path[-1] not in self.obstacles:
            path.append((path[-1][0] + down, path[-1][1] + right))
        ends = [end for end in range(1, len(path) - 1) if path[end] not in self.visited]
        if path[-1] in self.obstacles and (path[-2], facing) not in self.turned:
            ends.append(len(path) - 1)
        return path, ends

    def turn(self, path: list[Cell], end: int) -> None:
        self.turns.append(Turn(self.at, self.facing, {*path[:end]} - self.visited, {path[end]} - self.obstacles))
        self.visited |= self.turns[-1].cells
        self.obstacles |= self.turns[-1].obstacle
        self.turned.add((path[end - 1], self.facing))
        self.at, self.facing = path[end - 1], (self.facing + 1) % 4

    def take_back(self) -> None:
        self.turned.remove((self.at, (self.facing - 1) % 4))
        self.at, self.facing, cells, obstacle = self.turns.pop()
        self.visited -= cells
        self.obstacles -= obstacle


def wandering(rng: Random, height: int, width: int, share: float) -> list[str]:
    """A walk that turns where chance will have it, and leaves when it can after it has come to this share of the cells. When it cannot go on, some turns are
    taken back; too often in vain, it is left as it is.
    """
    start = rng.randrange(height // 3, height - height // 3), rng.randrange(width // 3, width - width // 3)
    walk, patience = Walk(start, height, width), 2 * (height + width)
    while True:
        path, ends = walk.ahead(walk.at, walk.facing)
        enough = path[-1] not in walk.obstacles and len(walk.visited) >= share * height * width
        if enough or (not ends and patience == 0):
            walk.visited.update(path[:-1])
            break
        if ends:
            some = rng.sample(ends, min(len(ends), 5))
            free = [len(walk.ahead(path[end - 1], (walk.facing + 1) % 4)[1]) for end in some]
            far = 1 + rng.expovariate(7 / min(height, width))
            walk.turn(path, min(zip(some, free, strict=True), key=lambda one: (one[1] < 3, abs(one[0] - far)))[0])
        else:
            patience -= 1
            for _ in range(min(len(walk.turns), rng.choice((1, 2, 4, 8)))):
                walk.take_back()
    cells = [
        [".#"[(y, x) in walk.obstacles or ((y, x) not in walk.visited and rng.random() < 0.04)] for x in range(width)]
        for y in range(height)
    ]
    cells[start[0]][start[1]] = "^"
    return ["".join(row) for row in cells]


def inside(cell: Cell, height: int, width: int) -> bool:
    return 0 <= cell[0] < height and 0 <= cell[1] < width


def full(seed: int, size: int = SIZE) -> str:
    """A square; the guard comes to some of three cells in ten, over hundreds of turns."""
    side = min(size, MOST)
    return joined(wandering(Random(seed), side, side, 0.28))


def limits() -> Iterator[Limit]:
    empty = "." * MOST
    yield Limit("the largest grid, empty", joined([*[empty] * (MOST - 1), "^" + empty[1:]]), f"{MOST}, 0")
    yield Limit("a row too many", joined([*"." * MOST, "^"]), f"refused at line {MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: the longest walks, the most turns, most that leads in circles beside the walk, and walks of few turns."""
    rng = Random(6)
    for share in (0.3, 0.5, 0.6):
        yield f"a walk over {share} of the cells", joined(wandering(rng, MOST, MOST, share))
    yield "circles everywhere", joined(circles())
    yield "a spiral from the middle outwards", joined(spiral(MOST))
    for percent in (1, 5, 15, 35):
        cells = ["".join(rng.choices(".#", weights=(100 - percent, percent), k=MOST)) for _ in range(MOST)]
        yield f"{percent} obstacles in a hundred cells", joined(longest(rng, cells))
    empty = "." * MOST
    yield "no obstacle", joined([*[empty] * (MOST - 1), "^" + empty[1:]])
    rim, inner = "#" * MOST, "#" + "." * (MOST - 2) + "#"
    yield "no way to leave", joined([rim, *[inner] * (MOST - 3), "#^" + inner[2:], rim])
    yield "one column", joined([*"." * (MOST - 1), "^"])


def circles() -> list[str]:
    """Four obstacles around four cells, again and again; the guard goes by in the first column, and any obstacle there sends it among them."""
    rows = [("." + (".#..", "...#", "#...", "..#.")[y % 4] * MOST)[:MOST] for y in range(MOST)]
    return [*rows[:-1], "^" + rows[-1][1:]]


def spiral(side: int) -> list[str]:
    """A walk from the middle outwards, each stretch one cell longer than the one before."""
    cells = [["."] * side for _ in range(side)]
    y = x = side // 2
    cells[y][x], facing, length = "^", 0, 1
    while True:
        down, right = UP_RIGHT_DOWN_LEFT[facing]
        y, x = y + length * down, x + length * right
        if not inside((y + down, x + right), side, side):
            return ["".join(row) for row in cells]
        cells[y + down][x + right] = "#"
        facing, length = (facing + 1) % 4, length + 1


def longest(rng: Random, rows: list[str]) -> list[str]:
    """With the guard at the best of a hundred cells: where the walk ends, and is long."""
    starts = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "."]
    begun = [[*rows[:y], rows[y][:x] + "^" + rows[y][x + 1 :], *rows[y + 1 :]] for y, x in rng.sample(starts, 100)]
    return max(begun, key=lambda begun: len(walk(begun) or ()))


def oracle(text: str) -> Answers | None:
    """Step by step; with an obstacle on every empty cell in turn."""
    rows = text.split()
    if len(text) > 200:
        return None
    visited = walk(rows)
    if visited is None:
        return NO_SOLUTION, NO_SOLUTION
    empty = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "."]
    return str(len(visited)), str(sum(walk(obstructed(rows, y, x)) is None for y, x in empty))


def walk(rows: list[str]) -> set[Cell] | None:
    """The cells that the guard stands on; None if the walk is endless."""
    (at,) = ((y, row.index("^")) for y, row in enumerate(rows) if "^" in row)
    facing, states = 0, set[tuple[Cell, int]]()
    while (at, facing) not in states:
        states.add((at, facing))
        down, right = UP_RIGHT_DOWN_LEFT[facing]
        y, x = at[0] + down, at[1] + right
        if not (0 <= y < len(rows) and 0 <= x < len(rows[0])):
            return {cell for cell, _ in states}
        if rows[y][x] == "#":
            facing = (facing + 1) % 4
        else:
            at = y, x
    return None


def obstructed(rows: list[str], y: int, x: int) -> list[str]:
    return [*rows[:y], rows[y][:x] + "#" + rows[y][x + 1 :], *rows[y + 1 :]]


def framed(rows: list[str], _: Random) -> list[str] | None:
    """With empty cells all round."""
    if max(len(rows), len(rows[0])) > MOST - 2:
        return None
    rim = "." * (len(rows[0]) + 2)
    return [rim, *(f".{row}." for row in rows), rim]


def one_cell_more(before: Answers, after: Answers) -> bool:
    """The cell by which the guard leaves; an obstacle on it may count too."""
    if NO_SOLUTION in before:
        return before == after
    (cells, places), (cells_after, places_after) = whole(before), whole(after)
    return cells_after == cells + 1 and places_after - places in (0, 1)


def walled_in(rows: list[str], rng: Random) -> list[str] | None:
    """With obstacles all round."""
    framed_rows = framed(rows, rng)
    if framed_rows is None:
        return None
    return ["#" * len(framed_rows[0]), *(f"#{row}#" for row in rows), "#" * len(framed_rows[0])]


def one_aside(rows: list[str], rng: Random) -> list[str] | None:
    """An obstacle more, where the guard does not come."""
    visited = walk(rows)
    free = (
        []
        if visited is None
        else [
            (y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "." and (y, x) not in visited
        ]
    )
    return obstructed(rows, *rng.choice(free)) if free else None


def begun_before(rows: list[str], _: Random) -> list[str] | None:
    """The guard stands one cell further down."""
    ((y, x),) = ((y, row.index("^")) for y, row in enumerate(rows) if "^" in row)
    if y + 1 == len(rows) or rows[y + 1][x] == "#":
        return None
    above, below = rows[y].replace("^", "."), rows[y + 1][:x] + "^" + rows[y + 1][x + 1 :]
    return [*rows[:y], above, below, *rows[y + 2 :]]


def nearly_the_same(before: Answers, after: Answers) -> bool:
    """The walk is one step longer, by a cell that may be new; an obstacle can stand where it began, and not where it begins."""
    if NO_SOLUTION in before:
        return before == after
    (cells, places), (cells_after, places_after) = whole(before), whole(after)
    return cells_after - cells in (0, 1) and places_after - places in (-1, 0, 1)


def less_than_part1(before: Answers, _: Answers) -> bool:
    return NO_SOLUTION in before or whole(before)[1] < whole(before)[0]


LAWS = (
    Law("a frame of empty cells adds a cell", on_lines(framed), one_cell_more),
    Law(
        "a walk that is walled in is endless", on_lines(walled_in), lambda _, after: after == (NO_SOLUTION, NO_SOLUTION)
    ),
    Law("an obstacle where the guard does not come does nothing to part 1", on_lines(one_aside), same_part1),
    Law("a walk that begins a step earlier is nearly the same", on_lines(begun_before), nearly_the_same),
    Law("an obstacle must stand on the walk, and not at its start", unchanged, less_than_part1),
)
