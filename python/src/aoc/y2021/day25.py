r"""Sea Cucumber: https://adventofcode.com/2021/day/25

Two herds on a map whose edges are joined. On each step those that face east all move at once, if the place before them
was free, and then those that face south. On which step does nothing move?

The two herds are two arrays of truth values, and a half-step is said for the whole herd: who has a free place before
it, they are taken off the map and put one further. Some maps never come to rest (a single cucumber on a row is enough),
so there is no answer where something still moves after ten times as many steps as the map has rows and columns.

>>> part1(parse(">..v\n"))
3
"""

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Herd = NDArray[np.bool_]


def parse(text: str) -> NDArray[np.str_]:
    reader = Reader(text)
    rows = reader.rows(">v.", width=500, height=500)
    reader.end()
    return np.array([list(row) for row in rows])


def part1(floor: NDArray[np.str_]) -> int | None:
    east, south = floor == ">", floor == "v"
    for step in range(1, 10 * sum(floor.shape) + 1):
        moved_east = move(east, south, axis=1)
        moved_south = move(south, east, axis=0)
        if not (moved_east or moved_south):
            return step
    return None


def move(herd: Herd, other: Herd, axis: int) -> bool:
    """Move the herd on by one along the axis: did any of it move?"""
    free = ~(herd | other)
    moving = herd & np.roll(free, -1, axis)
    herd ^= moving
    herd |= np.roll(moving, 1, axis)
    return bool(moving.any())
