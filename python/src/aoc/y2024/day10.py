r"""Hoof It: https://adventofcode.com/2024/day/10

The number of peaks that trails lead to, summed over all starts (part 1), and the number of trails (part 2).

One question answers both: at which peaks do the trails from a cell end? They are listed once for each trail, so the
list's length counts the trails, and its set the peaks. A trail from a cell is a step to a neighbour that is higher by 1
and a trail from there.

>>> heights = parse("012345\n123456\n234567\n345678\n456789\n")
>>> part1(heights), part2(heights)
(1, 126)
"""

from collections.abc import Iterator
from typing import NamedTuple

from aoc.text import Reader

MOST_SIDE = 64
TOP = 9


class Heights(NamedTuple):
    """Row after row, with None behind each row and a row of None at the end, which negative indices find as well."""

    cells: list[int | None]
    down: int
    """The step from a cell to the one below."""


def parse(text: str) -> Heights:
    reader = Reader(text)
    rows = reader.rows("0123456789", MOST_SIDE, MOST_SIDE)
    reader.end()
    cells: list[int | None] = []
    for row in rows:
        cells += [*map(int, row), None]
    down = len(rows[0]) + 1
    return Heights(cells + [None] * down, down)


def part1(heights: Heights) -> int:
    return sum(len(set(ends)) for ends in all_ends(heights))


def part2(heights: Heights) -> int:
    return sum(len(ends) for ends in all_ends(heights))


def all_ends(heights: Heights) -> Iterator[list[int]]:
    """For each start the peaks at which its trails end."""
    cells, down = heights

    def peaks(cell: int, height: int) -> list[int]:
        if height == TOP:
            return [cell]
        higher = height + 1
        found = []
        for neighbour in (cell - down, cell - 1, cell + 1, cell + down):
            if cells[neighbour] == higher:
                found += peaks(neighbour, higher)
        return found

    return (peaks(cell, 0) for cell, height in enumerate(cells) if height == 0)
