r"""Garden Groups: https://adventofcode.com/2024/day/12

The sum over all regions of the area times the length of the fence (part 1), or times the number of sides (part 2).

A flood fill finds the cells of a region. A cell has a piece of fence above it if the cell above is not in the region.
So the upper pieces are the region without the same region moved down, and likewise on the other three sides. A straight
side begins at a piece that has none before it. So the upper sides are the upper pieces without those moved right:

    region    moved down    upper pieces    moved right    upper sides
    AAA       ...           AAA             .AAA           A..
    A.A       AAA           ...             ....           ...

>>> garden = parse("AAAA\nABCA\nABBA\nAAAA\n")
>>> part1(garden), part2(garden)
(316, 118)
"""

from collections.abc import Iterator
from typing import NamedTuple

from aoc.rows import flat
from aoc.text import Reader

MOST_SIDE = 200
FREE = " "


class Garden(NamedTuple):
    regions: list[set[int]]
    down: int
    """The step from a cell to the one below; the step to the right is 1."""


def parse(text: str) -> Garden:
    reader = Reader(text)
    rows = reader.rows("ABCDEFGHIJKLMNOPQRSTUVWXYZ", MOST_SIDE, MOST_SIDE)
    reader.end()
    cells, down = flat(rows, FREE)
    plots = list(cells)
    # `flood` frees a region while this goes on, so no later cell of the region starts another.
    return Garden([flood(plots, start, down) for start, letter in enumerate(plots) if letter != FREE], down)


def flood(plots: list[str], start: int, down: int) -> set[int]:
    """The region of a cell, which is free afterwards."""
    letter, plots[start] = plots[start], FREE
    region = [start]
    for cell in region:
        for neighbour in (cell + 1, cell - 1, cell + down, cell - down):
            if plots[neighbour] == letter:
                plots[neighbour] = FREE
                region.append(neighbour)
    return set(region)


def part1(garden: Garden) -> int:
    return sum(len(region) * sum(len(pieces) for _, pieces in fence(region, garden.down)) for region in garden.regions)


def part2(garden: Garden) -> int:
    return sum(
        len(region) * sum(len(without_moved(pieces, along)) for along, pieces in fence(region, garden.down))
        for region in garden.regions
    )


def fence(region: set[int], down: int) -> Iterator[tuple[int, set[int]]]:
    """For each of the four sides the step along it, and the cells that have a piece of the fence there."""
    for along, across in (1, down), (down, 1):
        yield along, without_moved(region, across)
        yield along, without_moved(region, -across)


def without_moved(cells: set[int], step: int) -> set[int]:
    return cells - {cell + step for cell in cells}
