r"""Trench Map: https://adventofcode.com/2021/day/20

A picture on a plane without end, dark outside of what is given. At every step each pixel looks at the nine pixels of
its square, reads them as a binary number, and becomes what the rule says for that number. How many pixels are lit after
2 steps, and after 50?

The picture grows by one pixel on every side at each step, and all around it the plane is of one colour, that may change
as well: nine dark pixels make what comes first in the rule, nine lit ones what comes last. If both are lit the plane
stays lit, and the count is infinite: such a rule is refused. Three pixels of a row are added up to a number, and three
such numbers to an index into the rule, for the whole picture at a time. Rust looks up squares of four pixels at a time;
Haskell slides along rows of bits.

>>> one_of_nine = "".join(".#"[n.bit_count() == 1] for n in range(512))
>>> picture = parse(one_of_nine + "\n\n#.\n.#\n")
>>> part1(picture), part2(picture)
(6, 72)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Pixels = NDArray[np.int16]


def parse(text: str) -> tuple[Pixels, Pixels]:
    """The rule and the picture, as zeros and ones."""
    reader = Reader(text)
    rule = reader.match("[.#]{512}", "512 pixels")
    if rule[0] == rule[511] == "#":
        raise reader.error("a rule that does not light the whole plane", 511)
    reader.blank_line()
    picture = reader.rows(".#", width=500, height=500)
    reader.end()
    return pixels([rule])[0], pixels(picture)


def pixels(rows: list[str]) -> Pixels:
    return np.array([[pixel == "#" for pixel in row] for row in rows], np.int16)


def part1(puzzle: tuple[Pixels, Pixels]) -> int:
    return lit_after(*puzzle, steps=2)


def part2(puzzle: tuple[Pixels, Pixels]) -> int:
    return lit_after(*puzzle, steps=50)


def lit_after(rule: Pixels, picture: Pixels, steps: int) -> int:
    outside = 0
    for _ in range(steps):
        picture = np.pad(picture, 2, constant_values=outside)
        threes = 4 * picture[:, :-2] + 2 * picture[:, 1:-1] + picture[:, 2:]
        nines = 64 * threes[:-2] + 8 * threes[1:-1] + threes[2:]
        picture = rule[nines]
        outside = rule[511 * outside]
    return int(np.count_nonzero(picture))
