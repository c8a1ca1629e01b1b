r"""Transparent Origami: https://adventofcode.com/2021/day/13

How many dots are seen after the first fold, and which letters do they draw after the last? A fold along the line
f sends every place p to f - |f - p|, all at once: that is p before the line, and 2f - p beyond it. Dots that meet count
once.

No dot may be on the line of a fold or leave the paper. Parsing sees this from the columns and rows in use, which it
folds as well.

>>> paper = parse("0,0\n6,0\n1,2\n5,2\n2,9\n\nfold along x=3\nfold along y=7\n")
>>> part1(paper), part2(paper)
(3, '?')
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc import letters
from aoc.text import Reader

Numbers = NDArray[np.int64]

SIDE = 10_000


class Paper(NamedTuple):
    dots: Numbers
    """Two rows: x and y."""
    folds: list[tuple[int, int]]
    """The axis, 0 for x and 1 for y, and the line."""


def parse(text: str) -> Paper:
    reader = Reader(text)
    dots = np.array(list(reader.records("{},{}", range(SIDE), most=100_000))).T
    reader.blank_line()
    in_use = [np.unique(axis) for axis in dots]
    folds = []
    for name, line in reader.records("fold along {}={}", ("x", "y"), range(SIDE), most=10_000):
        axis = "xy".index(name)
        if line in in_use[axis] or in_use[axis].max() > 2 * line:
            raise reader.error("a fold that no dot lies on and that keeps all dots on the paper")
        in_use[axis] = mirrored(in_use[axis], line)
        folds.append((axis, line))
    reader.end()
    return Paper(dots, folds)


def part1(paper: Paper) -> int:
    return len(folded(paper.dots, paper.folds[:1]))


def part2(paper: Paper) -> str:
    return letters.read(folded(paper.dots, paper.folds))


def folded(dots: Numbers, folds: list[tuple[int, int]]) -> set[tuple[int, int]]:
    places = list(dots)
    for axis, line in folds:
        places[axis] = mirrored(places[axis], line)
    return set(zip(*(axis.tolist() for axis in places), strict=True))


def mirrored(places: Numbers, line: int) -> Numbers:
    """What is beyond the line goes as far before it."""
    return line - np.abs(line - places)
