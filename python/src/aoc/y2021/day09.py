r"""Smoke Basin: https://adventofcode.com/2021/day/9

Part 1 adds up the low points of a map of heights, part 2 multiplies the sizes of the largest three basins. Low points
are found all at once, by comparing the map with itself moved by one cell in each direction. A basin is a region of
neighbouring cells below 9: a flood fill starts at any of its cells and counts what it reaches.

The regions are basins whether or not they have one low point each, as the puzzle promises.

>>> heights = parse("219\n396\n945\n")
>>> part1(heights), part2(heights)
(7, 9)
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aoc import grid
from aoc.text import Reader

Heights = NDArray[np.uint8]


def parse(text: str) -> Heights:
    reader = Reader(text)
    heights = grid.digit_rows(reader, "0123456789", width=500, height=500)
    reader.end()
    return heights


def part1(heights: Heights) -> int:
    low = np.logical_and.reduce([heights < other for other in grid.neighbours(heights, grid.FOUR, outside=10)])
    return int(np.sum(heights[low] + 1, dtype=int))


def part2(heights: Heights) -> int:
    return math.prod(sorted(basin_sizes(heights))[-3:])


def basin_sizes(heights: Heights) -> Iterator[int]:
    # Row after row, with a border of ridges, so that no cell has a neighbour off the map.
    dry = bytearray(np.pad(heights < 9, 1).tobytes())
    width = heights.shape[1] + 2
    start = -1
    while (start := dry.find(1, start + 1)) >= 0:
        dry[start] = 0
        basin = [start]
        for cell in basin:
            for neighbour in (cell - width, cell - 1, cell + 1, cell + width):
                if dry[neighbour]:
                    dry[neighbour] = 0
                    basin.append(neighbour)
        yield len(basin)
