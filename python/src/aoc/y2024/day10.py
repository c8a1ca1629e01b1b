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

from aoc.rows import Flat, flat
from aoc.text import Reader

MOST_SIDE = 64
OUTSIDE, HEIGHTS, TOP = " ", "0123456789", 9


def parse(text: str) -> Flat:
    reader = Reader(text)
    rows = reader.rows("0123456789", MOST_SIDE, MOST_SIDE)
    reader.end()
    return flat(rows, OUTSIDE)


def part1(heights: Flat) -> int:
    return sum(len(set(ends)) for ends in all_ends(heights))


def part2(heights: Flat) -> int:
    return sum(len(ends) for ends in all_ends(heights))


def all_ends(heights: Flat) -> Iterator[list[int]]:
    """For each start the peaks at which its trails end."""
    cells, down = heights

    def peaks(cell: int, height: int) -> list[int]:
        if height == TOP:
            return [cell]
        higher = height + 1
        found = []
        for neighbour in (cell - down, cell - 1, cell + 1, cell + down):
            if cells[neighbour] == HEIGHTS[higher]:
                found += peaks(neighbour, higher)
        return found

    return (peaks(cell, 0) for cell, height in enumerate(cells) if height == HEIGHTS[0])
