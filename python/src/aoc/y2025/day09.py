r"""Movie Theater: https://adventofcode.com/2025/day/9

Red tiles are the corners of a loop. How large is the largest rectangle with two of them at opposite corners? Part 2
allows only rectangles that have no tile outside the loop.

All columns between two neighbouring corners look the same, and so do the rows. So the floor is drawn small: a column
for each x of a corner, and one for all tiles between it and the next; likewise the rows. A table tells for each place
of this picture how far to the right all is inside or on the loop. A rectangle fits if each of its rows gets from the
left side to the right side. Larger rectangles are tried first.

>>> corners = parse("1,1\n9,1\n9,4\n6,4\n6,8\n1,8\n")
>>> part1(corners), part2(corners)
(72, 48)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.loop import Numbers, meets_itself, picture
from aoc.text import Reader

MOST_CORNERS = 1000


def parse(text: str) -> Numbers:
    """The corners: a row of x and y each."""
    reader = Reader(text)
    corners: list[tuple[int, ...]] = []
    for corner in reader.records("{},{}", range(1_000_000), most=MOST_CORNERS):
        if not may_follow(corners[-2:], corner):
            raise reader.error("a corner in the row or column of the one before, with a turn there")
        corners.append(corner)
    reader.end()
    if len(corners) < 4:
        raise reader.too_soon("at least four corners")
    if not (may_follow(corners[-2:], corners[0]) and may_follow([corners[-1], corners[0]], corners[1])):
        raise reader.error_of_whole("the last corner and the first are not joined by an edge with turns at both")
    if meets_itself(np.array(corners)):
        raise reader.error_of_whole("the loop meets itself")
    return np.array(corners)


def may_follow(before: list[tuple[int, ...]], corner: tuple[int, ...]) -> bool:
    """Is the edge to this corner straight, and does it turn at the corner before?"""
    if not before:
        return True
    x, y = before[-1]
    straight = (x == corner[0]) != (y == corner[1])
    return straight and (len(before) < 2 or (before[0][0] == x) != (x == corner[0]))


def rectangles(corners: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """All rectangles, the largest first: their areas, and which two corners they have."""
    first, second = np.triu_indices(len(corners), 1)
    area = np.prod(np.abs(corners[first] - corners[second]) + 1, axis=1)
    order = np.argsort(-area)
    return area[order], first[order], second[order]


def part1(corners: Numbers) -> int:
    area, _, _ = rectangles(corners)
    return int(area[0])


def part2(corners: Numbers) -> int:
    inside, xs, ys = picture(corners)
    column, row = np.searchsorted(xs, corners[:, 0]), np.searchsorted(ys, corners[:, 1])
    reach = ends_of_runs(inside)
    area, first, second = rectangles(corners)
    left, right = np.sort([column[first], column[second]], axis=0)
    top, bottom = np.sort([row[first], row[second]], axis=0)
    # Most rectangles fail at their top or bottom side already, which is seen for all of them at once.
    candidates = np.flatnonzero((reach[top, left] >= right) & (reach[bottom, left] >= right))
    fits = (at for at in candidates if (reach[top[at] : bottom[at] + 1, left[at]] >= right[at]).all())
    return int(area[next(fits)])


def ends_of_runs(inside: NDArray[np.bool_]) -> Numbers:
    """For each place, the last column of the places inside that follow it in its row; one less if it is outside."""
    columns = np.arange(inside.shape[1])
    next_outside = np.where(inside, columns.size, columns)
    return np.minimum.accumulate(next_outside[:, ::-1], axis=1)[:, ::-1] - 1
