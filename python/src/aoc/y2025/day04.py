r"""Printing Department: https://adventofcode.com/2025/day/4

Rolls of paper with fewer than four rolls around them can be taken away: part 1 counts these, part 2 goes on in rounds
until no roll can be taken, and counts all that were.

A round looks at the whole floor at once: the floor shifted by one cell shows every cell's neighbour in one direction,
and the sum of the eight shifted floors is the number of rolls around every cell.

>>> floor = parse("@@@.\n@@@@\n@@@.\n")
>>> part1(floor), part2(floor)
(3, 10)
"""

import numpy as np
from numpy.typing import NDArray

from aoc import grid
from aoc.text import Reader

Floor = NDArray[np.bool_]

MOST_SIDE = 300
ENOUGH = 4


def parse(text: str) -> Floor:
    """Where is a roll?"""
    reader = Reader(text)
    rows = reader.rows(".@", MOST_SIDE, MOST_SIDE)
    reader.end()
    return grid.where(rows, "@")


def part1(floor: Floor) -> int:
    return int(np.count_nonzero(removable(floor)))


def part2(floor: Floor) -> int:
    left = floor
    while np.count_nonzero(removed := removable(left)):
        left = left & ~removed
    return int(np.count_nonzero(floor)) - int(np.count_nonzero(left))


def removable(floor: Floor) -> NDArray[np.bool_]:
    """Which rolls have fewer than four rolls around?"""
    around = np.zeros(floor.shape, np.uint8)
    for neighbour in grid.neighbours(floor.astype(np.uint8), grid.EIGHT):
        around += neighbour
    return floor & (around < ENOUGH)
