r"""Cafeteria: https://adventofcode.com/2025/day/5

Ranges of fresh ids are given, and some ids: part 1 counts the ids that are in a range, part 2 the numbers that the
ranges cover.

The ranges are sorted and those that overlap are merged. The merged ranges lie apart and in order, so part 2 adds up the
lengths, and part 1 finds the one range that may hold an id by binary search.

>>> pantry = parse("20-29\n2-6\n4-9\n\n1\n5\n30\n9\n")
>>> part1(pantry), part2(pantry)
(2, 18)
"""

from bisect import bisect_right
from typing import NamedTuple

from aoc.ranges import merged
from aoc.text import Reader

GREATEST = 10**15


class Pantry(NamedTuple):
    fresh: list[range]
    """Apart from each other, and in order."""
    ids: list[int]


def parse(text: str) -> Pantry:
    reader = Reader(text)
    ranges = list(reader.lines(read_range, most=1000))
    reader.blank_line()
    ids = list(reader.lines(lambda reader: reader.number(0, GREATEST), most=5000))
    reader.end()
    return Pantry(merged(ranges), ids)


def read_range(reader: Reader) -> range:
    return reader.span(0, GREATEST, "-")


def part1(pantry: Pantry) -> int:
    starts = [numbers.start for numbers in pantry.fresh]

    def is_fresh(number: int) -> bool:
        before = bisect_right(starts, number)
        return before > 0 and number in pantry.fresh[before - 1]

    return sum(map(is_fresh, pantry.ids))


def part2(pantry: Pantry) -> int:
    return sum(map(len, pantry.fresh))
