r"""Printing Department: https://adventofcode.com/2025/day/4

Rolls of paper with fewer than four rolls around them can be taken away: part 1 counts these, part 2 goes on in rounds
until no roll can be taken, and counts all that were.

A round looks at the whole floor at once. The floor has a rim of empty cells, so that the floor shifted by one cell in
each of the eight directions is a slice of it, and the sum of the eight slices is the number of rolls around every cell.

>>> floor = parse("@@@.\n@@@@\n@@@.\n")
>>> part1(floor), part2(floor)
(3, 10)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Floor = NDArray[np.uint8]
"""1 for a roll, 0 for an empty cell, with a rim of 0."""

MOST_SIDE = 300
ENOUGH = 4
NEIGHBOURS = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if (y, x) != (0, 0)]


def parse(text: str) -> Floor:
    reader = Reader(text)
    rows = reader.rows(".@", MOST_SIDE, MOST_SIDE)
    reader.end()
    return np.pad(np.array([[cell == "@" for cell in row] for row in rows], np.uint8), 1)


def part1(floor: Floor) -> int:
    return int(np.count_nonzero(removable(floor)))


def part2(floor: Floor) -> int:
    left = floor.copy()
    while (removed := removable(left)).any():
        left[1:-1, 1:-1] &= ~removed
    return int(floor.sum()) - int(left.sum())


def removable(floor: Floor) -> NDArray[np.bool_]:
    """For each cell inside the rim: is it a roll with fewer than four rolls around?"""
    height, width = floor.shape[0] - 2, floor.shape[1] - 2
    rolls = floor[1:-1, 1:-1]
    around = np.zeros_like(rolls)
    for y, x in NEIGHBOURS:
        around += floor[1 + y : 1 + y + height, 1 + x : 1 + x + width]
    return (rolls > 0) & (around < ENOUGH)
