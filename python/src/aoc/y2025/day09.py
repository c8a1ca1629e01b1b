r"""Movie Theater: https://adventofcode.com/2025/day/9

Red tiles are the corners of a loop. How large is the largest rectangle with two of them at opposite corners? Part 2
allows only rectangles that have no tile outside the loop.

Between two neighbouring corner columns, or rows, all tiles are alike. So the floor is drawn small: a column for each
x of a corner, and one for all tiles between it and the next; likewise the rows. In this picture a place is inside if
the number of vertical edges to its left is odd. A rectangle fits if every row of it, from its left side
to its right side, is inside or on the loop. Larger rectangles are tried first.

>>> corners = parse("1,1\n9,1\n9,4\n6,4\n6,8\n1,8\n")
>>> part1(corners), part2(corners)
(72, 48)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.loop import Numbers, edges, meets_itself
from aoc.text import Reader

MOST_CORNERS = 1000
Flags = NDArray[np.bool_]


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
    xs, column = np.unique(corners[:, 0], return_inverse=True)
    ys, row = np.unique(corners[:, 1], return_inverse=True)
    column, row = 2 * column, 2 * row
    reach = runs_to_the_right(picture(np.column_stack([column, row]), np.diff(xs) == 1, np.diff(ys) == 1))
    area, first, second = rectangles(corners)
    left, right = np.sort([column[first], column[second]], axis=0)
    top, bottom = np.sort([row[first], row[second]], axis=0)
    # Most rectangles fail at their top or bottom side already, which is seen for all of them at once.
    candidates = np.flatnonzero((reach[left, top] >= right) & (reach[left, bottom] >= right))
    fits = (at for at in candidates if (reach[left[at], top[at] : bottom[at] + 1] >= right[at]).all())
    return int(area[next(fits)])


def picture(corners: Numbers, no_columns: Flags, no_rows: Flags) -> Flags:
    """Which places [x, y] of the small picture are inside or on the loop?

    Even places are those of the corners. An odd place stands for the tiles between two of them: if there are none, as
    `no_columns` and `no_rows` tell, nothing there is outside.
    """
    width, height = corners.max(axis=0) + 1
    crossings = np.zeros((width, height), np.int_)
    vertical, horizontal = edges(corners)
    for x, top, bottom in vertical:
        crossings[x, top:bottom] += 1
    inside: Flags = np.cumsum(crossings, axis=0) % 2 > 0
    for x, top, bottom in vertical:
        inside[x, top : bottom + 1] = True
    for y, left, right in horizontal:
        inside[left : right + 1, y] = True
    inside[1::2][no_columns] = True
    inside[:, 1::2][:, no_rows] = True
    return inside


def runs_to_the_right(inside: Flags) -> Numbers:
    """For each place [x, y] the last x of the run of places inside that begins there; -1 outside."""
    reach = np.full(inside.shape, -1)
    ends = np.full(inside.shape[1], -1)
    for x in reversed(range(len(inside))):
        ends = np.where(inside[x], np.maximum(ends, x), -1)
        reach[x] = ends
    return reach
