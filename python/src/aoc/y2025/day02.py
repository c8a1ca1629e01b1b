"""Gift Shop: https://adventofcode.com/2025/day/2

Which numbers in some ranges are one block of digits, repeated? Part 1 adds up those that repeat it exactly twice, part
2 those that repeat it twice or more.

Every number is tried. A number of 6 digits repeats a block of 2 if and only if it is the block times 10101, which is
999999 / 99: so the test is a division, and NumPy does it for a whole range at once. A range is cut where the number of
digits changes.

>>> ranges = parse("7-14,2015-2025,676760-676770,99990-100010")
>>> part1(ranges), part2(ranges)
(2031, 778797)
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from aoc.text import Reader

MOST_DIGITS = 10
MOST_RANGES = 1000
MOST_NUMBERS = 5_000_000


def parse(text: str) -> list[range]:
    reader = Reader(text)
    ranges = reader.several(read_range, ",", most=MOST_RANGES)
    reader.end()
    if any(after.start < before.stop for before, after in pairwise(sorted(ranges, key=lambda r: r.start))):
        raise reader.error_of_whole("two ranges overlap")
    if sum(map(len, ranges)) > MOST_NUMBERS:
        raise reader.error_of_whole(f"the ranges hold more than {MOST_NUMBERS} numbers together")
    return ranges


def read_range(reader: Reader) -> range:
    return reader.span(1, 10**MOST_DIGITS - 1, "-")


def part1(ranges: list[range]) -> int:
    return sum(
        sum_of_repeating(digits, numbers, [digits // 2] if digits % 2 == 0 else []) for digits, numbers in cut(ranges)
    )


def part2(ranges: list[range]) -> int:
    return sum(
        sum_of_repeating(digits, numbers, [block for block in range(1, digits) if digits % block == 0])
        for digits, numbers in cut(ranges)
    )


def cut(ranges: list[range]) -> Iterator[tuple[int, range]]:
    """The ranges in pieces of numbers with equally many digits: how many digits, and the piece."""
    for numbers in ranges:
        for digits in range(len(str(numbers[0])), len(str(numbers[-1])) + 1):
            yield digits, range(max(numbers.start, 10 ** (digits - 1)), min(numbers.stop, 10**digits))


def sum_of_repeating(digits: int, numbers: range, blocks: list[int]) -> int:
    """The sum of the numbers that repeat a block of one of these lengths; all have the given number of digits."""
    every = np.arange(numbers.start, numbers.stop)
    repeats = np.zeros(len(numbers), dtype=bool)
    for block in blocks:
        repeats |= every % ((10**digits - 1) // (10**block - 1)) == 0
    return int(every[repeats].sum())
