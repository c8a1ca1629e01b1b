r"""Point of Incidence: https://adventofcode.com/2023/day/13

A pattern is reflected in a line between two rows or two columns if both sides are mirror images of each other, as far
as both of them go. Part 1 asks for this line in each pattern, part 2 for the line where exactly one cell is wrong. A
line between columns counts as the number of columns to the left of it, a line between rows as 100 times the number of
rows above it, and all are added up.

For every line one side is flipped onto the other, and the cells that differ are counted. That each pattern has one line
without a wrong cell and one with a single wrong cell is checked when the input is read.

>>> patterns = parse(".##..\n..###\n#.###\n\n.#..\n###.\n###.\n")
>>> part1(patterns), part2(patterns)
(204, 201)
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aoc.grid import where
from aoc.text import Reader

MOST_PATTERNS = 200
LEAST_SIDE, MOST_SIDE = 2, 20
Flags = NDArray[np.bool_]


def parse(text: str) -> list[Flags]:
    reader = Reader(text)
    patterns = list(reader.blocks(read_pattern, MOST_PATTERNS))
    for number, pattern in enumerate(patterns, 1):
        wrong = [wrong for _, wrong in lines(pattern)]
        if (wrong.count(0), wrong.count(1)) != (1, 1):
            raise reader.error_of_whole(f"pattern {number} has not one line with no wrong cell and one with one")
    return patterns


def read_pattern(reader: Reader) -> Flags:
    return where(reader.rows(".#", MOST_SIDE, MOST_SIDE, least=LEAST_SIDE), "#")


def part1(patterns: list[Flags]) -> int:
    return sum(count for pattern in patterns for count, wrong in lines(pattern) if wrong == 0)


def part2(patterns: list[Flags]) -> int:
    return sum(count for pattern in patterns for count, wrong in lines(pattern) if wrong == 1)


def lines(pattern: Flags) -> Iterator[tuple[int, int]]:
    """For each line what it counts, and how many cells are wrong."""
    for factor, rows in (100, pattern), (1, pattern.T):
        for line in range(1, len(rows)):
            yield factor * line, wrong_cells(rows[:line], rows[line:])


def wrong_cells(above: Flags, below: Flags) -> int:
    height = min(len(above), len(below))
    return int(np.count_nonzero(above[::-1][:height] != below[:height]))
