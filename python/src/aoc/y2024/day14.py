r"""Restroom Redoubt: https://adventofcode.com/2024/day/14

The product of the numbers of robots in each quarter of the hall after 100 steps (part 1), and the first step at which
more than half are in some 31 neighbouring columns and more than half in some 33 neighbouring rows (part 2).

Columns and rows are searched apart from each other. In x the robots are back at their places after as many steps as the
hall is wide, in y after as many as it is high. So each step of one such period is looked at, and the first step that
is crowded in both is taken: both periods come together after their least common multiple.

>>> hall = parse("p=0,0 v=1,0\np=20,0 v=0,0\np=20,102 v=0,0\np=80,60 v=0,1\n")
>>> part1(hall), part2(hall)
(1, 43)
"""

from math import lcm, prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

SIDES = range(3, 104)
PARAMS = {"width": SIDES, "height": SIDES}
MOST_ROBOTS, MOST_SPEED = 1000, 999
STEPS = 100
PICTURE_WIDTH, PICTURE_HEIGHT = 31, 33
Numbers = NDArray[np.int64]


class Axis(NamedTuple):
    """The columns or the rows: how many there are, and for each robot its place and velocity."""

    size: int
    places: Numbers
    velocities: Numbers

    def after(self, steps: int) -> Numbers:
        return (self.places + steps * self.velocities) % self.size


class Hall(NamedTuple):
    x: Axis
    y: Axis


def parse(text: str, *, width: int = 101, height: int = 103) -> Hall:
    reader = Reader(text)
    speeds = range(-MOST_SPEED, MOST_SPEED + 1)
    robots = list(reader.records("p={},{} v={},{}", range(width), range(height), speeds, speeds, most=MOST_ROBOTS))
    reader.end()
    if width % 2 == 0 or height % 2 == 0:
        raise reader.error_of_whole("the width and the height have to be odd")
    x, y, dx, dy = np.array(robots).T
    return Hall(Axis(width, x, dx), Axis(height, y, dy))


def part1(hall: Hall) -> int:
    left, right = halves(hall.x)
    above, below = halves(hall.y)
    return prod(int(np.count_nonzero(column & row)) for column in (left, right) for row in (above, below))


def halves(axis: Axis) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which robots are before the middle of the axis, and which are behind it?"""
    middle = axis.size // 2
    places = axis.after(STEPS)
    return places < middle, places > middle


def part2(hall: Hall) -> int | None:
    columns = crowded_steps(hall.x, PICTURE_WIDTH)
    rows = crowded_steps(hall.y, PICTURE_HEIGHT)
    steps = range(lcm(hall.x.size, hall.y.size))
    return next((step for step in steps if step % hall.x.size in columns and step % hall.y.size in rows), None)


def crowded_steps(axis: Axis, window: int) -> set[int]:
    """The steps of one period after which more than half of the robots are in some neighbouring columns or rows."""
    return {
        step for step in range(axis.size) if 2 * most_inside(axis.after(step), axis.size, window) > axis.places.size
    }


def most_inside(places: Numbers, size: int, window: int) -> int:
    """The most robots in a window of neighbouring columns or rows."""
    up_to = np.concatenate(([0], np.cumsum(np.bincount(places, minlength=size))))
    window = min(window, size)
    return int(np.max(up_to[window:] - up_to[:-window]))
