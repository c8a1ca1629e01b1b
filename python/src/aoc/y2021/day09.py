r"""Smoke Basin: https://adventofcode.com/2021/day/9

A map of heights from 0 to 9. Part 1: a low point is lower than all its neighbours (left, right, up, down); add up
height + 1 of the low points. Part 2: heights of 9 are ridges, and what lies between them are basins; multiply the sizes
of the three largest.

A basin here is a region of neighbouring cells below 9. The puzzle lets smoke flow down to one low point from all of a
basin, so on its own maps that is the same; a map where a region has two low points still has an answer. Part 1 compares
the whole map with itself moved by one; part 2 pours into every basin from any of its cells and counts what gets wet.
Rust joins the runs of each row with union-find in a single pass; Haskell folds over the rows and carries the basins
that are still open.

>>> heights = parse("219\n396\n945\n")
>>> part1(heights), part2(heights)
(7, 9)
"""

import math

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Heights = NDArray[np.uint8]


def parse(text: str) -> Heights:
    """The map with a wall of height 10 around it."""
    reader = Reader(text)
    rows = reader.rows("0123456789", width=1000, height=1000)
    reader.end()
    heights = np.frombuffer("".join(rows).encode(), np.uint8).reshape(len(rows), -1) - ord("0")
    return np.pad(heights, 1, constant_values=10)


def part1(heights: Heights) -> int:
    inner = heights[1:-1, 1:-1]
    neighbours = heights[:-2, 1:-1], heights[2:, 1:-1], heights[1:-1, :-2], heights[1:-1, 2:]
    low = np.logical_and.reduce([inner < neighbour for neighbour in neighbours])
    return int(np.sum(inner[low] + 1, dtype=int))


def part2(heights: Heights) -> int:
    return math.prod(sorted(basin_sizes(heights))[-3:])


def basin_sizes(heights: Heights) -> list[int]:
    dry = bytearray((heights < 9).tobytes())
    width = heights.shape[1]
    sizes = []
    start = dry.find(1)
    while start >= 0:
        dry[start] = 0
        basin = [start]
        for cell in basin:
            for neighbour in (cell - width, cell - 1, cell + 1, cell + width):
                if dry[neighbour]:
                    dry[neighbour] = 0
                    basin.append(neighbour)
        sizes.append(len(basin))
        start = dry.find(1, start)
    return sizes
