r"""Mirage Maintenance: https://adventofcode.com/2023/day/9

Each line of numbers is continued by one number, after its end in part 1 and before its start in part 2, and the new
numbers are added up.

The new number is the last one and the new difference behind it. This difference is continued in the same way, and so
on. So it is the sum of the last number, the last difference, the last difference of differences, and so on, until no
difference is left; those that are all 0 add nothing. All lines of one length are an array and are done together. In
part 2 they are read backwards.

>>> report = parse("1 4 9\n5 5 5 5\n-2 3\n")
>>> part1(report), part2(report)
(29, -2)
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_LINES, GREATEST = 300, 100_000_000
LEAST_NUMBERS, MOST_NUMBERS = 2, 25
Lines = NDArray[np.int64]


def parse(text: str) -> list[Lines]:
    """An array for each length of lines."""
    reader = Reader(text)
    by_length = defaultdict(list)
    for line in reader.lines(read_line, most=MOST_LINES):
        by_length[len(line)].append(line)
    reader.end()
    return [np.array(lines, np.int64) for lines in by_length.values()]


def read_line(reader: Reader) -> list[int]:
    numbers = reader.numbers(-GREATEST, GREATEST, " ", most=MOST_NUMBERS)
    if len(numbers) < LEAST_NUMBERS:
        raise reader.error("a second number")
    return numbers


def part1(report: list[Lines]) -> int:
    return sum(sum_of_next(lines) for lines in report)


def part2(report: list[Lines]) -> int:
    return sum(sum_of_next(lines[:, ::-1]) for lines in report)


def sum_of_next(lines: Lines) -> int:
    total = 0
    while lines.size:
        total += int(np.sum(lines[:, -1]))
        lines = np.diff(lines)
    return total
