r"""Sonar Sweep: https://adventofcode.com/2021/day/1

A submarine writes down the depth below it, again and again. Part 1 asks how often the sea gets deeper from one
measurement to the next. Part 2 asks the same of sums of three measurements in a row, which smooths out the noise.

Both are said aloud: put every depth next to the one that follows, and count. The other two are careful not to add up
windows: Rust compares a measurement with the third after it, as the two in between are in both sums; Haskell joins
stretches of the list that have been counted apart.

>>> depths = parse("5\n7\n7\n4\n9\n")
>>> part1(depths), part2(depths)
(2, 1)
"""

from operator import lt

from aoc.text import Reader


def parse(text: str) -> list[int]:
    reader = Reader(text)
    depths = reader.numbers(0, 999_999_999, "\n")
    reader.end()
    return depths


def part1(depths: list[int]) -> int:
    return times_deeper(depths)


def part2(depths: list[int]) -> int:
    return times_deeper([a + b + c for a, b, c in zip(depths, depths[1:], depths[2:], strict=False)])


def times_deeper(depths: list[int]) -> int:
    """How often is a depth less than the one that follows?"""
    return sum(map(lt, depths, depths[1:]))
