r"""Sea Cucumber: https://adventofcode.com/2021/day/25

On which step does nothing move any more? Each herd is an array of truth values, and half a step is said for the whole
herd: those with a free place ahead are taken off the map and put on one place farther.

Some maps never come to rest, and it is not known for how long others go on. So there is no answer where something still
moves after ten times as many steps as the map has rows and columns.

>>> part1(parse(">..v\n")), part1(parse(">.\n"))
(3, None)
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc import grid
from aoc.text import Reader

Herd = NDArray[np.bool_]


class Sea(NamedTuple):
    east: Herd
    south: Herd


def parse(text: str) -> Sea:
    reader = Reader(text)
    rows = reader.rows(">v.", width=500, height=500)
    reader.end()
    return Sea(grid.where(rows, ">"), grid.where(rows, "v"))


def part1(sea: Sea) -> int | None:
    for step in range(1, 10 * sum(sea.east.shape) + 1):
        east = moved(sea.east, sea.south, axis=1)
        south = moved(sea.south, east, axis=0)
        # Not any(), which takes many times as long on a great array of zeros.
        if np.count_nonzero((east ^ sea.east) | (south ^ sea.south)) == 0:
            return step
        sea = Sea(east, south)
    return None


def moved(herd: Herd, other: Herd, axis: int) -> Herd:
    """The herd after it has moved along the axis wherever the next place is free."""
    moving = herd & ~np.roll(herd | other, -1, axis)
    return (herd ^ moving) | np.roll(moving, 1, axis)
