r"""Resonant Collinearity: https://adventofcode.com/2024/day/8

The number of cells in line with two antennas of a kind: those twice as far from one as from the other (part 1), or all
of them (part 2).

The definition is put to the whole map at once, for each pair of antennas. A cell at (x, y) from one antenna is in line
with the other, which is at (dx, dy), if and only if the cross product x * dy - y * dx is 0. Distances are compared by
their squares, of which one is then 4 times the other.

>>> city = parse("......\n.b....\n..a...\n...a..\n....b.\n.....c\n")
>>> part1(city), part2(city)
(4, 6)
"""

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from string import ascii_letters, digits
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_SIDE = 100
MOST_OF_A_KIND = 20
KINDS = digits + ascii_letters
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class City(NamedTuple):
    width: int
    height: int
    antennas: dict[str, list[tuple[int, int]]]
    """The places (x, y) of each kind."""


def parse(text: str) -> City:
    reader = Reader(text)
    rows = reader.rows("." + KINDS, MOST_SIDE, MOST_SIDE, most=dict.fromkeys(KINDS, MOST_OF_A_KIND))
    reader.end()
    antennas = defaultdict(list)
    for y, row in enumerate(rows):
        for x, kind in enumerate(row):
            if kind != ".":
                antennas[kind].append((x, y))
    return City(len(rows[0]), len(rows), antennas)


def part1(city: City) -> int:
    def twice_as_far(x: Numbers, y: Numbers, dx: int, dy: int) -> Flags:
        here, there = x**2 + y**2, (x - dx) ** 2 + (y - dy) ** 2
        found: Flags = in_line(x, y, dx, dy) & ((here == 4 * there) | (there == 4 * here))
        return found

    return count_cells(city, twice_as_far)


def part2(city: City) -> int:
    return count_cells(city, in_line)


def in_line(x: Numbers, y: Numbers, dx: int, dy: int) -> Flags:
    return np.equal(x * dy, y * dx)


def count_cells(city: City, condition: Callable[[Numbers, Numbers, int, int], Flags]) -> int:
    """How many cells meet the condition for some pair?

    Seen from one antenna of the pair, the cell is at (x, y) and the other antenna at (dx, dy).
    """
    x, y = np.arange(city.width), np.arange(city.height)[:, np.newaxis]
    cells = np.zeros((city.height, city.width), bool)
    for antennas in city.antennas.values():
        for (x1, y1), (x2, y2) in combinations(antennas, 2):
            cells |= condition(x - x1, y - y1, x2 - x1, y2 - y1)
    return int(np.count_nonzero(cells))
