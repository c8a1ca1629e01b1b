r"""Hydrothermal Venture: https://adventofcode.com/2021/day/5

How many points do two or more lines cover? Each line adds one to its points on a map of counters. The map is flat, row
after row, so that the points of a line are evenly spaced in it, whichever way the line runs: a slice with a step covers
them all at once.

>>> lines = parse("0,4 -> 4,0\n3,3 -> 1,1\n2,2 -> 2,2\n0,2 -> 9,2\n9,9 -> 9,0\n8,0 -> 9,1\n")
>>> part1(lines), part2(lines)
(2, 3)
"""

from typing import NamedTuple

import numpy as np

from aoc.text import Reader

SIDE = 1000
MOST_LINES = 5000


class Line(NamedTuple):
    x1: int
    y1: int
    x2: int
    y2: int


def parse(text: str) -> list[Line]:
    reader = Reader(text)
    lines = []
    for record in reader.records("{},{} -> {},{}", range(SIDE), most=MOST_LINES):
        line = x1, y1, x2, y2 = Line(*record)
        if x1 != x2 and y1 != y2 and abs(x1 - x2) != abs(y1 - y2):
            raise reader.error("a line that is horizontal, vertical or diagonal")
        lines.append(line)
    reader.end()
    return lines


def part1(lines: list[Line]) -> int:
    return covered_twice([line for line in lines if line.x1 == line.x2 or line.y1 == line.y2])


def part2(lines: list[Line]) -> int:
    return covered_twice(lines)


def covered_twice(lines: list[Line]) -> int:
    """How many points do two or more lines cover?"""
    floor = np.zeros(SIDE * SIDE, np.int32)
    for x1, y1, x2, y2 in lines:
        start, end = sorted((y1 * SIDE + x1, y2 * SIDE + x2))
        steps = max(abs(x1 - x2), abs(y1 - y2), 1)
        step = (end - start) // steps or 1
        floor[start : end + 1 : step] += 1
    return int(np.count_nonzero(floor > 1))
