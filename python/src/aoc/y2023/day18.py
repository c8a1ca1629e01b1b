r"""Lavaduct Lagoon: https://adventofcode.com/2023/day/18

A trench is dug along a loop of straight lines. How many cells are dug when the inside is dug too? Part 1 reads the
direction and the length of a line as they stand, part 2 reads the length in the first five digits of the colour and
the direction in the last.

All columns between two neighbouring corners look the same, and so do the rows. So the plan is drawn small: a column for
each x of a corner, and one for all columns between it and the next; likewise the rows. In a column of this picture, the
inside begins or ends at each horizontal line above, so a cell is inside if the number of those lines is odd. The trench
is painted over it, and each cell counts its true width times its true height.

>>> lines = ["R 4 (#000051)", "D 1 (#000030)", "L 2 (#000021)", "D 1 (#000010)", "L 2 (#000073)", "U 2 (#000042)"]
>>> plan = parse("\n".join(lines))
>>> part1(plan), part2(plan)
(13, 34)
"""

from typing import NamedTuple

import numpy as np

from aoc.loop import Numbers, meets_itself, picture
from aoc.text import Reader

LEAST_LINES, MOST_LINES, MOST_LENGTH = 4, 1000, 99
STEPS = {"R": (1, 0), "D": (0, 1), "L": (-1, 0), "U": (0, -1)}
DIRECTIONS = "RDLU"


class Line(NamedTuple):
    direction: str
    length: int

    @property
    def is_horizontal(self) -> bool:
        return self.direction in "LR"


class Plan(NamedTuple):
    """The corners of the loop in either reading: a row of x and y each."""

    first: Numbers
    second: Numbers


def parse(text: str) -> Plan:
    reader = Reader(text)
    first: list[Line] = []
    second: list[Line] = []
    for line, colour in reader.lines(read_line, most=MOST_LINES):
        if first and not (turns(first[-1], line) and turns(second[-1], colour)):
            raise reader.error("a line that turns, in either reading")
        first.append(line)
        second.append(colour)
    reader.end()
    if len(first) < LEAST_LINES:
        raise reader.too_soon(f"at least {LEAST_LINES} lines")
    return Plan(read_loop(reader, first), read_loop(reader, second))


def read_line(reader: Reader) -> tuple[Line, Line]:
    direction = reader.one_of(tuple(DIRECTIONS))
    reader.literal(" ")
    length = reader.number(1, MOST_LENGTH)
    reader.literal(" (#")
    colour = reader.match("(?!00000)[0-9a-f]{5}[0-3]", "five digits 0-9a-f that are not all 0, and one of 0 to 3")
    reader.literal(")")
    return Line(direction, length), Line(DIRECTIONS[int(colour[5])], int(colour[:5], 16))


def turns(before: Line, line: Line) -> bool:
    return before.is_horizontal != line.is_horizontal


def read_loop(reader: Reader, lines: list[Line]) -> Numbers:
    steps = np.array([np.multiply(STEPS[direction], length) for direction, length in lines])
    corners: Numbers = np.cumsum(steps, axis=0)
    if not turns(lines[-1], lines[0]):
        raise reader.error_of_whole("the last line does not turn into the first")
    if corners[-1].any():
        raise reader.error_of_whole("the lines do not come back to where they began")
    if meets_itself(corners):
        raise reader.error_of_whole("the loop meets itself")
    return corners


def part1(plan: Plan) -> int:
    return cells_dug(plan.first)


def part2(plan: Plan) -> int:
    return cells_dug(plan.second)


def cells_dug(corners: Numbers) -> int:
    dug, xs, ys = picture(corners)
    return int(np.diff(ys) @ (dug @ np.diff(xs)))
