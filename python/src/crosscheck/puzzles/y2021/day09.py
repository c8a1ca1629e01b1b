"""2021 day 9, https://adventofcode.com/2021/day/9

Text: a grid of digits, 1 to 500 rows of the same width, 1 to 500. A cell's neighbours are those
above, below, left and right.
Part 1: the sum of 1 + height over the cells that are lower than every neighbour (a lone cell has
none, so it is low).
Part 2: a basin is a region of neighbouring cells below 9 (the puzzle promises that each has one low
point, so that this is its basin too; here it need not have); the product of the sizes of the three
largest, or of as many as there are, of none: 1.
"""

from collections import deque
from collections.abc import Iterator
from math import prod
from random import Random

from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import grids
from crosscheck.puzzles.law import Answers, Law, joined, mirrored, on_lines, same, transposed
from crosscheck.puzzles.limit import Limit

TITLE = "Smoke Basin"
UNIT = "rows and columns"
SIZE = 100
Cell = tuple[int, int]


def puzzles() -> SearchStrategy[str]:
    return grids("0123456789", "789", "89", "9", "5", "01", "123459", side=8, long=130).map(joined)


def full(seed: int, size: int = SIZE) -> str:
    """Basins that grow from their low points all at once, each cell as high as the one it grew from
    or higher, until they meet at ridges of nines.
    """
    rng = Random(seed)
    cells = [(row, column) for row in range(size) for column in range(size)]
    lows = rng.sample(cells, max(1, size * size // 42))
    height: dict[Cell, int] = {}
    basin: dict[Cell, Cell] = {}
    edge: deque[tuple[Cell, Cell, int]] = deque((low, low, rng.choice((0, 1, 2, 3, 4))) for low in lows)
    while edge:
        if rng.random() < 0.3:
            edge.rotate(-1)
        cell, source, level = edge.popleft()
        if cell in height:
            continue
        around = [near for near in neighbours(cell) if near[0] in range(size) and near[1] in range(size)]
        if any(basin.get(near, source) != source for near in around):
            height[cell] = 9
            continue
        height[cell], basin[cell] = level, source
        rise = 1 if cell == source else rng.choice((0, 1, 1, 2))
        edge.extend((near, source, min(8, level + rise)) for near in rng.sample(around, len(around)))
    return joined("".join(str(height.get((row, column), 9)) for column in range(size)) for row in range(size))


def neighbours(cell: Cell) -> list[Cell]:
    row, column = cell
    return [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]


def oracle(text: str) -> Answers:
    """Every cell of a basin takes the least name around it, until none changes."""
    heights = {
        (row, column): int(digit) for row, line in enumerate(text.splitlines()) for column, digit in enumerate(line)
    }
    low = [
        height
        for cell, height in heights.items()
        if all(height < heights[near] for near in neighbours(cell) if near in heights)
    ]
    name = {cell: cell for cell, height in heights.items() if height < 9}
    before: dict[Cell, Cell] = {}
    while name != before:
        before = dict(name)
        for cell in name:
            name[cell] = min(name[near] for near in [cell, *neighbours(cell)] if near in name)
    names = list(name.values())
    sizes = sorted((names.count(one) for one in set(names)), reverse=True)
    return str(sum(low) + len(low)), str(prod(sizes[:3]))


def rimmed(rows: list[str], _: Random) -> list[str] | None:
    """With nines all around."""
    rim = "9" * (len(rows[0]) + 2)
    return None if rows == ["9"] else [rim, *(f"9{row}9" for row in rows), rim]


def twice_over(rows: list[str], _: Random) -> list[str] | None:
    """Once more below a ridge."""
    return None if rows == ["9"] else [*rows, "9" * len(rows[0]), *rows]


def part1_doubled(before: Answers, after: Answers) -> bool:
    return int(after[0] or "") == 2 * int(before[0] or "")


def limits() -> Iterator[Limit]:
    yield Limit("the largest floor, all one basin", ("0" * 500 + "\n") * 500, "0, 250000")
    yield Limit("the largest floor, a winding basin", winding(500))
    yield Limit("a row too many", ("01" * 250 + "\n") * 501, "refused at line 501")


def winding(side: int) -> str:
    """One corridor that goes back and forth."""
    rows = []
    for row in range(side):
        if row % 2 == 0:
            rows.append("1" * side)
        else:
            rows.append("9" * (side - 1) + "1" if row % 4 == 1 else "1" + "9" * (side - 1))
    return "\n".join(rows) + "\n"


def worst() -> Iterator[tuple[str, str]]:
    """The largest floors: one basin of every shape that joins late, and as many basins as can be."""
    rng = Random(9)
    side = 500
    yield "one basin without a ridge", joined(["0" * side] * side)
    yield "one winding basin", winding(side)
    yield "one winding basin on its side", joined(transposed(winding(side).split(), rng))
    yield "a comb whose teeth join at the last row", joined([*["19" * (side // 2)] * (side - 1), "1" * side])
    yield "a comb whose teeth join at the last column", joined(["1" * side, "9" * (side - 1) + "1"] * (side // 2))
    yield "as many basins of one cell as there can be", joined(["09" * (side // 2), "90" * (side // 2)] * (side // 2))
    yield "ridges only", joined(["9" * side] * side)
    for ridges in (10, 40):
        heights = [*"012345678", "9"]
        weights = [(100 - ridges) / 9] * 9 + [ridges]
        yield (
            f"{ridges} ridges in a hundred cells",
            joined("".join(rng.choices(heights, weights, k=side)) for _ in range(side)),
        )


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("rows for columns changes nothing", on_lines(transposed), same),
    Law("a rim of nines changes nothing", on_lines(rimmed), same),
    Law("the same again behind a ridge doubles part 1", on_lines(twice_over), part1_doubled),
)
