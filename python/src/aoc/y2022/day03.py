r"""Rucksack Reorganization: https://adventofcode.com/2022/day/3

TODO: what is computed, in one sentence; the idea, and why it is right; what it assumes of the input.

>>> parse("12\n-7\n")
[12, -7]
"""

from aoc.text import Reader


def parse(text: str) -> list[int]:
    reader = Reader(text)
    numbers = reader.numbers(-999_999, 999_999, "\n")
    reader.end()
    return numbers


# A part returns a whole number or text, or None where there is no solution.
def part1(numbers: list[int]) -> int:
    """TODO: what part 1 asks."""
    raise NotImplementedError


def part2(numbers: list[int]) -> int:
    """TODO: what part 2 asks."""
    raise NotImplementedError
