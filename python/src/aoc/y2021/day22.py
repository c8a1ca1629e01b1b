r"""Reactor Reboot: https://adventofcode.com/2021/day/22

How many cells of a reactor are on in the end, near the middle and in all? Between two neighbouring x at which cuboids
begin or end, all cross-sections are alike. Each is painted, cuboid after cuboid, on a small map: its rows and columns
stand for the stretches between neighbouring y and z of the cuboids that are there. Then the map's cells are counted as
many times as they stand for.

With n cuboids that is 2n maps of 2n rows and columns, so n is limited.

>>> reactor = parse("on x=0..9,y=0..9,z=0..9\noff x=5..60,y=0..9,z=0..9\non x=50..60,y=0..0,z=0..0\n")
>>> part1(reactor), part2(reactor)
(501, 511)
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

TEMPLATE = "{} x={}..{},y={}..{},z={}..{}"
CELL = range(-200_000, 200_001)
MOST = 500

Ends = NDArray[np.int64]


class Reactor(NamedTuple):
    on: NDArray[np.bool_]
    ends: Ends
    """Of each step, along each axis: the first cell, and the one after the last."""


def parse(text: str) -> Reactor:
    reader = Reader(text)
    on, ends = [], []
    for switch, *cells in reader.records(TEMPLATE, ("on", "off"), CELL, CELL, CELL, CELL, CELL, CELL, most=MOST):
        lows, highs = cells[0::2], cells[1::2]
        if any(low > high for low, high in zip(lows, highs, strict=True)):
            raise reader.error("ranges from low to high")
        on.append(switch == "on")
        ends.append([(low, high + 1) for low, high in zip(lows, highs, strict=True)])
    reader.end()
    return Reactor(np.array(on), np.array(ends))


def part1(reactor: Reactor) -> int:
    ends = reactor.ends.clip(-50, 51)
    near = (ends[:, :, 0] < ends[:, :, 1]).all(axis=1)
    return cells_on(reactor.on[near], ends[near])


def part2(reactor: Reactor) -> int:
    return cells_on(reactor.on, reactor.ends)


def cells_on(on: NDArray[np.bool_], ends: Ends) -> int:
    total = 0
    for x, next_x in pairwise(np.unique(ends[:, 0])):
        here = (ends[:, 0, 0] <= x) & (x < ends[:, 0, 1])
        total += int(next_x - x) * area_on(on[here], ends[here, 1], ends[here, 2])
    return total


def area_on(on: NDArray[np.bool_], y_ends: Ends, z_ends: Ends) -> int:
    ys, rows = np.unique(y_ends, return_inverse=True)
    zs, columns = np.unique(z_ends, return_inverse=True)
    lit = np.zeros((len(ys), len(zs)), bool)  # with a row and a column beyond all cuboids
    for switch, (top, bottom), (left, right) in zip(
        on.tolist(), rows.reshape(-1, 2).tolist(), columns.reshape(-1, 2).tolist(), strict=True
    ):
        lit[top:bottom, left:right] = switch
    return int(np.diff(ys, append=0) @ (lit @ np.diff(zs, append=0)))
