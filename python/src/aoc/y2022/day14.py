r"""Regolith Reservoir: https://adventofcode.com/2022/day/14

Units of sand come from a source, one by one, and fall: straight down, else down to the left, else down to the right,
until they come to rest. How many are at rest before the first one falls past all rocks (part 1)? In part 2 there is a
floor two rows below the lowest rock. How many are at rest when the source is covered?

A unit falls along the path of the unit before it, up to where that one made its last step. So the path is kept as a
stack, and each cell of it is entered once. Part 1 has the floor too, and takes the units up to the first one that comes
to rest on it: until then no unit touches the floor.

>>> cave = parse("498,4 -> 498,6 -> 502,6\n501,3 -> 502,3\n")
>>> part1(cave), part2(cave)
(5, 52)
"""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

import numpy as np

from aoc.text import Reader

MOST_LINES, MOST_POINTS = 500, 60
WIDTH, DEEPEST = 1000, 180
SOURCE = 500


class Cave(NamedTuple):
    blocked: bytes
    """1 for rock and floor, row after row from the source down to the floor. No unit leaves the sides of the map."""
    lowest: int
    """The row of the lowest rock."""


def parse(text: str) -> Cave:
    reader = Reader(text)
    blocked = np.zeros((DEEPEST + 3, WIDTH), bool)
    lowest = 0
    for points in reader.lines(read_points, most=MOST_LINES):
        # The last point is also drawn by itself, because it may be the only one.
        for (x, y), (other_x, other_y) in pairwise([*points, points[-1]]):
            left, right, top, bottom = min(x, other_x), max(x, other_x), min(y, other_y), max(y, other_y)
            blocked[top : bottom + 1, left : right + 1] = True
            lowest = max(lowest, bottom)
    reader.end()
    blocked[lowest + 2] = True
    return Cave(blocked.tobytes(), lowest)


def read_points(reader: Reader) -> list[tuple[int, int]]:
    points = reader.several(lambda reader: (reader.at, read_point(reader)), " -> ", most=MOST_POINTS)
    for (_, (x, y)), (at, (next_x, next_y)) in pairwise(points):
        if (x == next_x) == (y == next_y):
            raise reader.error("a point that differs from the one before in x or in y, and not in both", at)
    return [point for _, point in points]


def read_point(reader: Reader) -> tuple[int, int]:
    x = reader.number(0, WIDTH - 1)
    reader.literal(",")
    return x, reader.number(1, DEEPEST)


def part1(cave: Cave) -> int:
    on_floor = (cave.lowest + 1) * WIDTH
    return sum(1 for _ in takewhile(lambda cell: cell < on_floor, resting_places(cave)))


def part2(cave: Cave) -> int:
    return sum(1 for _ in resting_places(cave))


def resting_places(cave: Cave) -> Iterator[int]:
    """Where the units come to rest, one after the other."""
    blocked = bytearray(cave.blocked)
    path = [SOURCE]
    while path:
        cell = path[-1]
        for below in (cell + WIDTH, cell + WIDTH - 1, cell + WIDTH + 1):
            if not blocked[below]:
                path.append(below)
                break
        else:
            blocked[path.pop()] = True
            yield cell
