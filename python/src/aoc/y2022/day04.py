r"""Camp Cleanup: https://adventofcode.com/2022/day/4

The elves of a pair clean a range of sections each. Part 1 counts the pairs in which one range contains the other, part
2 the pairs whose ranges have a section in common.

The ranges are sets of section numbers, and both questions are questions about sets.

>>> pairs = parse("3-5,4-4\n10-20,15-25\n7-8,9-9\n")
>>> part1(pairs), part2(pairs)
(1, 2)
"""

from typing import TypeAlias

from aoc.text import Reader

MOST_PAIRS = 2000
SECTIONS = range(1, 100)
Pair: TypeAlias = tuple[set[int], set[int]]


def parse(text: str) -> list[Pair]:
    reader = Reader(text)
    pairs = []
    for first, last, other_first, other_last in reader.records("{}-{},{}-{}", SECTIONS, most=MOST_PAIRS):
        if first > last or other_first > other_last:
            raise reader.error("ranges whose first section is not above the last")
        pairs.append((set(range(first, last + 1)), set(range(other_first, other_last + 1))))
    reader.end()
    return pairs


def part1(pairs: list[Pair]) -> int:
    return sum(one <= other or other <= one for one, other in pairs)


def part2(pairs: list[Pair]) -> int:
    return sum(not one.isdisjoint(other) for one, other in pairs)
