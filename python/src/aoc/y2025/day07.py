r"""Laboratories: https://adventofcode.com/2025/day/7

A beam falls from the start and is split in two wherever it meets a splitter: part 1 counts the splitters that are met,
part 2 the paths that a particle can take if it goes to either side of each.

The rows are visited from the top, with the number of paths that lead to each column. A splitter hands the paths of its
column to the columns beside it, where they join those that are there already.

>>> manifold = parse("..S..\n.....\n..^..\n.....\n.^.^.\n")
>>> part1(manifold), part2(manifold)
(3, 4)
"""

import re
from collections import Counter
from typing import NamedTuple

from aoc.text import Reader

MOST_ROWS, MOST_COLUMNS = 254, 500
START_ROW, BLANK_ROW, SPLITTER_ROW = r"\.*S\.*", r"\.+", r"\.+(?:\^\.+)*"


class Manifold(NamedTuple):
    start: int
    splitters: list[set[int]]
    """The columns of the splitters, row by row."""


def parse(text: str) -> Manifold:
    reader = Reader(text)
    rows = reader.rows(".^S", MOST_COLUMNS, MOST_ROWS, fault=fault_of_row)
    reader.end()
    return Manifold(rows[0].index("S"), [{x for x, cell in enumerate(row) if cell == "^"} for row in rows])


def fault_of_row(y: int, row: str) -> str | None:
    if y == 0:
        return None if re.fullmatch(START_ROW, row) else "a row of `.` with one `S`"
    if y % 2:
        return None if re.fullmatch(BLANK_ROW, row) else "a row of `.`"
    return None if re.fullmatch(SPLITTER_ROW, row) else "a row of `.` and `^`, each `^` between two `.`"


def part1(manifold: Manifold) -> int:
    splits, _ = fall(manifold)
    return splits


def part2(manifold: Manifold) -> int:
    _, paths = fall(manifold)
    return paths


def fall(manifold: Manifold) -> tuple[int, int]:
    """How many splitters are met, and how many paths lead to the bottom?"""
    paths = Counter([manifold.start])
    splits = 0
    for splitters in manifold.splitters:
        met = splitters & paths.keys()
        splits += len(met)
        for column in met:
            split = paths.pop(column)
            paths[column - 1] += split
            paths[column + 1] += split
    return splits, paths.total()
