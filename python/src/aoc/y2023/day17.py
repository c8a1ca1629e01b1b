r"""Clumsy Crucible: https://adventofcode.com/2023/day/17

A path from the top left to the bottom right costs the digits of the cells that it enters. It turns after at most three
steps straight on in part 1, and after four to ten in part 2, where the last run too has at least four. What is the
least cost?

A path is made of runs, along a row and along a column by turns. For each cell the least cost is kept twice: of paths
whose last run was along the row, and of those whose last run was along the column. In a round every cell makes
all its runs at once in the other direction, and this goes on until no cost gets less. The cost of a run is the
difference of two running totals, so runs of one length are the whole map, moved by this length.

>>> digits = parse("19999999\n11111111\n99999991\n99999991\n99999991\n99999991\n")
>>> part1(digits), part2(digits)
(38, 68)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

LEAST_SIDE, MOST_SIDE = 2, 150
FAR = 10**8
Numbers = NDArray[np.int32]


def parse(text: str) -> Numbers:
    reader = Reader(text)
    rows = reader.rows("123456789", MOST_SIDE, MOST_SIDE, least=LEAST_SIDE)
    reader.end()
    return np.array([list(map(int, row)) for row in rows], np.int32)


def part1(digits: Numbers) -> int | None:
    return least_cost(digits, range(1, 4))


def part2(digits: Numbers) -> int | None:
    return least_cost(digits, range(4, 11))


def least_cost(digits: Numbers, lengths: range) -> int | None:
    along_row, along_column = np.full_like(digits, FAR), np.full_like(digits, FAR)
    along_row[0, 0] = along_column[0, 0] = 0
    total = None
    # No cost ever grows, so the total is the same as before the round only if every cost is.
    while total != (total := int(along_row.sum(dtype=np.int64) + along_column.sum(dtype=np.int64))):
        along_row = np.minimum(along_row, after_runs(along_column, digits, lengths))
        along_column = np.minimum(along_column, after_runs(along_row.T, digits.T, lengths).T)
    least = min(int(along_row[-1, -1]), int(along_column[-1, -1]))
    return least if least < FAR else None


def after_runs(costs: Numbers, digits: Numbers, lengths: range) -> Numbers:
    """The least cost of coming to each cell with a run along its row, given the costs before the run."""
    to_right = after_runs_to_right(costs, digits, lengths)
    to_left = after_runs_to_right(costs[:, ::-1], digits[:, ::-1], lengths)[:, ::-1]
    return np.minimum(to_right, to_left)


def after_runs_to_right(costs: Numbers, digits: Numbers, lengths: range) -> Numbers:
    totals = np.cumsum(digits, axis=1, dtype=np.int32)
    before = costs - totals
    after = np.full_like(costs, FAR)
    for length in lengths:
        np.minimum(after[:, length:], before[:, :-length], out=after[:, length:])
    return after + totals
