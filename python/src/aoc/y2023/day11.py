r"""Cosmic Expansion: https://adventofcode.com/2023/day/11

The distances between all pairs of galaxies are added up, in steps along rows and columns. A row or column without a
galaxy counts as 2 in part 1, and as `factor` in part 2.

Such a distance is that of the columns and that of the rows, and both are added up apart. A running total of widths
gives each column its place. All columns are then compared with all: two columns are as far apart as their places, and
this counts for as many pairs as the product of their numbers of galaxies.

>>> galaxies = parse("#...\n....\n.#.#\n", factor=10)
>>> part1(galaxies), part2(galaxies)
(14, 46)
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.grid import where
from aoc.text import Reader

MOST_SIDE = 200
PARAMS = {"factor": range(2, 1_000_001)}
Numbers = NDArray[np.int64]


class Image(NamedTuple):
    galaxies: NDArray[np.bool_]
    factor: int


def parse(text: str, *, factor: int = 1_000_000) -> Image:
    reader = Reader(text)
    rows = reader.rows(".#", MOST_SIDE, MOST_SIDE)
    reader.end()
    return Image(where(rows, "#"), factor)


def part1(image: Image) -> int:
    return total_distance(image.galaxies, 2)


def part2(image: Image) -> int:
    return total_distance(image.galaxies, image.factor)


def total_distance(galaxies: NDArray[np.bool_], factor: int) -> int:
    return sum(distance_along(galaxies.sum(axis), factor) for axis in (0, 1))


def distance_along(galaxies: Numbers, factor: int) -> int:
    """The sum over all pairs, given the number of galaxies in each column, or in each row."""
    places = np.cumsum(np.where(galaxies == 0, factor, 1))
    distances = np.abs(places - places[:, np.newaxis])
    return int(galaxies @ distances @ galaxies) // 2  # each pair is there in both orders
