r"""Hoof It: https://adventofcode.com/2024/day/10

Trails go from height 0 to height 9 and rise by 1 at each step. Part 1 counts the different peaks that each start can
reach, part 2 the different trails.

One question answers both: at which peaks do the trails from a cell end? They are listed once for each trail, so the
list's length counts the trails, and its set the peaks. A trail from a cell is a step to a neighbour that is higher by 1
and a trail from there.

>>> heights = parse("012345\n123456\n234567\n345678\n456789\n")
>>> part1(heights), part2(heights)
(1, 126)
"""

from typing import TypeAlias

from aoc.grid import FOUR
from aoc.text import Reader

MOST_SIDE = 64
TOP = 9
Heights: TypeAlias = dict[tuple[int, int], int]


def parse(text: str) -> Heights:
    reader = Reader(text)
    rows = reader.rows("0123456789", MOST_SIDE, MOST_SIDE)
    reader.end()
    return {(y, x): int(height) for y, row in enumerate(rows) for x, height in enumerate(row)}


def part1(heights: Heights) -> int:
    return sum(len(set(peaks(heights, cell))) for cell in heights if heights[cell] == 0)


def part2(heights: Heights) -> int:
    return sum(len(peaks(heights, cell)) for cell in heights if heights[cell] == 0)


def peaks(heights: Heights, cell: tuple[int, int]) -> list[tuple[int, int]]:
    """Where do the trails from this cell end?"""
    y, x = cell
    height = heights[cell]
    if height == TOP:
        return [cell]
    neighbours = [(y + down, x + right) for down, right in FOUR]
    return [peak for other in neighbours if heights.get(other) == height + 1 for peak in peaks(heights, other)]
