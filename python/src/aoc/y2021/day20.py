r"""Trench Map: https://adventofcode.com/2021/day/20

How many pixels of an endless picture are lit after 2 steps, and after 50? The part that is not all alike grows by one
pixel on every side at each step, and everything around it has one colour, which may change as well: nine dark pixels
become what comes first in the rule, nine lit ones what comes last. The nine pixels of a square are read as a binary
number, for all squares at once, and the rule is looked up for all of them at once.

If both the first and the last pixel of the rule were lit, everything around would stay lit, so such a rule is refused.

>>> one_of_nine = "".join(".#"[n.bit_count() == 1] for n in range(512))
>>> picture = parse(one_of_nine + "\n\n#.\n.#\n")
>>> part1(picture), part2(picture)
(6, 72)
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc import grid
from aoc.text import Reader

Pixels = NDArray[np.int16]


class Scan(NamedTuple):
    rule: Pixels
    picture: Pixels


def parse(text: str) -> Scan:
    reader = Reader(text)
    rule = reader.match("[.#]{512}", "512 pixels")
    if rule[0] == rule[511] == "#":
        raise reader.error("a rule that does not light the whole plane", 511)
    reader.blank_line()
    picture = reader.rows(".#", width=500, height=500)
    reader.end()
    return Scan(pixels([rule])[0], pixels(picture))


def pixels(rows: list[str]) -> Pixels:
    return grid.where(rows, "#").astype(np.int16)


def part1(scan: Scan) -> int:
    return lit_after(scan, steps=2)


def part2(scan: Scan) -> int:
    return lit_after(scan, steps=50)


def lit_after(scan: Scan, steps: int) -> int:
    rule, picture = scan
    outside = 0
    for _ in range(steps):
        picture = np.pad(picture, 1, constant_values=outside)
        squares = np.zeros_like(picture)
        for pixel in grid.neighbours(picture, grid.NINE, outside):
            squares = 2 * squares + pixel
        picture = rule[squares]
        outside = rule[511 * outside]
    return int(np.count_nonzero(picture))
