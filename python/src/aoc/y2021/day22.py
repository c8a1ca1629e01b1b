r"""Reactor Reboot: https://adventofcode.com/2021/day/22

Cuboids of a reactor's cells are switched on or off, one after the other. How many cells are on in the end: in part 1
among those not farther than 50 from the middle in any direction, in part 2 in all?

The cells that are on are kept as boxes that have no cell in common. A new cuboid is cut out of every box that it meets,
whether it switches on or off, and what sticks out of it on its six sides goes on as boxes; then, if it switches on, it
becomes a box itself. All boxes are cut at the same time, as rows of one array. Since the last cuboid decides alone
about its cells, heavy overlaps leave few boxes rather than many. Rust counts overlaps of overlaps in and out; Haskell
divides space until every piece is easy.

>>> steps = parse("on x=0..9,y=0..9,z=0..9\noff x=5..60,y=0..9,z=0..9\non x=50..60,y=0..0,z=0..0\n")
>>> part1(steps), part2(steps)
(501, 511)
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

# [[x, y, z of the first cell], [x, y, z beyond the last cell]]. Boxes are several of these.
Cuboid = NDArray[np.int64]
Boxes = NDArray[np.int64]
Steps = list[tuple[bool, Cuboid]]

CELL = range(-200_000, 200_001)


def parse(text: str) -> Steps:
    reader = Reader(text)
    steps = []
    template = "{} x={}..{},y={}..{},z={}..{}"
    for switch, *ends in reader.records(template, ("on", "off"), CELL, CELL, CELL, CELL, CELL, CELL, most=5000):
        lows, highs = ends[0::2], ends[1::2]
        if any(low > high for low, high in zip(lows, highs, strict=True)):
            raise reader.error("ranges from low to high")
        steps.append((switch == "on", np.array([lows, [high + 1 for high in highs]])))
    reader.end()
    return steps


def part1(steps: Steps) -> int:
    clipped = [(on, cuboid.clip(-50, 51)) for on, cuboid in steps]
    return cells_on([(on, cuboid) for on, cuboid in clipped if (cuboid[0] < cuboid[1]).all()])


def part2(steps: Steps) -> int:
    return cells_on(steps)


def cells_on(steps: Steps) -> int:
    boxes = np.empty((0, 2, 3), int)
    for on, cuboid in steps:
        meets = ((boxes[:, 0] < cuboid[1]) & (cuboid[0] < boxes[:, 1])).all(axis=1)
        pieces = [boxes[~meets], *cut_out(cuboid, boxes[meets])]
        if on:
            pieces.append(cuboid[None])
        boxes = np.concatenate(pieces)
    return int((boxes[:, 1] - boxes[:, 0]).prod(axis=1).sum())


def cut_out(cuboid: Cuboid, boxes: Boxes) -> Iterator[Boxes]:
    """The parts of the boxes that are not in the cuboid; all boxes have some cell in it."""
    for axis in range(3):
        low, high = cuboid[:, axis]
        below = boxes[boxes[:, 0, axis] < low]
        below[:, 1, axis] = low
        above = boxes[boxes[:, 1, axis] > high]
        above[:, 0, axis] = high
        yield from (below, above)
        boxes = boxes.copy()
        boxes[:, :, axis] = boxes[:, :, axis].clip(low, high)
