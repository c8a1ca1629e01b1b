r"""Code Chronicle: https://adventofcode.com/2024/day/25

The number of pairs of a lock and a key that overlap in no cell.

A shape is a row of zeros and ones, one for each cell. The matrix product of all locks with all keys holds for each pair
the number of cells where both are 1, and the zeros in it are counted.

>>> part1(parse("#####\n##.##\n#...#\n#...#\n.....\n.....\n.....\n\n.....\n.....\n.....\n.....\n..#..\n.###.\n#####\n"))
1
"""

from operator import ge, le
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_SHAPES = 1000
WIDTH, HEIGHT = 5, 7
ROW, FULL, EMPTY = "[#.]{5}", "#####", "....."


class Schematics(NamedTuple):
    locks: list[str]
    """The rows of each, joined."""
    keys: list[str]


def parse(text: str) -> Schematics:
    reader = Reader(text)
    shapes = list(reader.blocks(read_shape, MOST_SHAPES))
    locks, keys = ([shape for shape in shapes if shape.startswith(row)] for row in (FULL, EMPTY))
    return Schematics(locks, keys)


def read_shape(reader: Reader) -> str:
    rows = [reader.one_of((FULL, EMPTY))]
    first = rows[0][0]
    in_order = le if first == "#" else ge  # of a cell and the one below: `#` is less than `.`
    while len(rows) < HEIGHT:
        reader.newline()
        start = reader.at
        row = reader.match(ROW, "five of `#` and `.`")
        if not all(map(in_order, rows[-1], row)):
            raise reader.error(f"`{first}` only below `{first}`", start)
        rows.append(row)
    if first in rows[-1]:
        raise reader.error(f"a last row without `{first}`", start)
    return "".join(rows)


def part1(schematics: Schematics) -> int:
    return int(np.count_nonzero(cells(schematics.locks) @ cells(schematics.keys).T == 0))


def cells(shapes: list[str]) -> NDArray[np.float32]:
    """A row of zeros and ones for each shape."""
    codes = np.frombuffer("".join(shapes).encode(), np.uint8).reshape(-1, WIDTH * HEIGHT)
    return np.equal(codes, ord("#")).astype(np.float32)
