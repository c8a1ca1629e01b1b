r"""$title: https://adventofcode.com/$year/day/$day

TODO: what is asked, in our own words; the idea, and why it is right; how the other two differ.

>>> parse("12\n-7\n")
[12, -7]
"""

from aoc.text import Reader


def parse(text: str) -> list[int]:
    reader = Reader(text)
    numbers = reader.numbers(-999_999, 999_999, "\n")
    reader.end()
    return numbers


# A part that is not written yet answers None; one that is, an int or a str.
def part1(numbers: list[int]) -> None:
    """TODO: what part 1 asks."""


# two parts:
def part2(numbers: list[int]) -> None:
    """TODO: what part 2 asks."""
