r"""Historian Hysteria: https://adventofcode.com/2024/day/1

The sum of the distances between two columns, paired by rank (part 1), and the sum of the left numbers, each times its
count in the right column (part 2).

Both parts are done as they are told: sorted columns are zipped, and a Counter holds the right column.

>>> columns = parse("5   2\n2   9\n8   2\n")
>>> part1(columns), part2(columns)
(4, 4)
"""

from collections import Counter
from typing import NamedTuple

from aoc.text import Reader

MOST_LINES = 10_000


class Columns(NamedTuple):
    left: tuple[int, ...]
    right: tuple[int, ...]


def parse(text: str) -> Columns:
    reader = Reader(text)
    pairs = list(reader.records("{}   {}", range(100_000), most=MOST_LINES))
    reader.end()
    return Columns(*zip(*pairs, strict=True))


def part1(columns: Columns) -> int:
    pairs = zip(sorted(columns.left), sorted(columns.right), strict=True)
    return sum(abs(left - right) for left, right in pairs)


def part2(columns: Columns) -> int:
    occurrences = Counter(columns.right)
    return sum(number * occurrences[number] for number in columns.left)
