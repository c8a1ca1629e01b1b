r"""Treetop Tree House: https://adventofcode.com/2022/day/8

A map of trees says how high each one is. Part 1 counts the trees that are visible from outside the map: in one of the
four directions all trees up to the border are lower. In part 2 the view of a tree in a direction is the number of trees
up to the first one that is not lower, or up to the border. The four views of a tree are multiplied, and the greatest
product is the answer.

The map is turned four times, so that looking up is enough. In part 1 the running maximum of each column is compared
with the trees. In part 2 all trees look one step further at a time, until they see one that is not lower.

>>> heights = parse("2121\n1311\n1122\n")
>>> part1(heights), part2(heights)
(11, 2)
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from aoc.grid import digit_rows
from aoc.text import Reader

MOST_SIDE = 120
Numbers = NDArray[np.int64]


def parse(text: str) -> Numbers:
    reader = Reader(text)
    heights = digit_rows(reader, "0123456789", MOST_SIDE, MOST_SIDE)
    reader.end()
    return heights.astype(np.int64)


def part1(heights: Numbers) -> int:
    return int(np.count_nonzero(sum(in_four_directions(is_visible_from_above, heights))))


def part2(heights: Numbers) -> int:
    up, right, down, left = in_four_directions(view_upwards, heights)
    return int((up * right * down * left).max())


def in_four_directions(look_up: Callable[[Numbers], Numbers], heights: Numbers) -> list[Numbers]:
    """What all trees see when the map is turned before and turned back after."""
    return [np.rot90(look_up(np.rot90(heights, turns)), -turns) for turns in range(4)]


def is_visible_from_above(heights: Numbers) -> Numbers:
    """1 for a tree that is higher than all that are above it on the map, else 0."""
    visible = np.ones_like(heights)
    visible[1:] = heights[1:] > np.maximum.accumulate(heights)[:-1]
    return visible


def view_upwards(heights: Numbers) -> Numbers:
    seen = np.zeros_like(heights)
    is_looking = np.ones(heights.shape, bool)
    for step in range(1, len(heights)):
        seen[step:] += is_looking[step:]
        is_looking[step:] &= heights[:-step] < heights[step:]
    return seen
