r"""Sonar Sweep: https://adventofcode.com/2021/day/1

How often is a depth, or a sum of three depths in a row, followed by a greater one? The list is put beside itself,
moved by one place, and the pairs are counted in which the first is less.

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
    return increases(depths)


def part2(depths: list[int]) -> int:
    return increases([a + b + c for a, b, c in zip(depths, depths[1:], depths[2:], strict=False)])


def increases(depths: list[int]) -> int:
    """How often is a depth less than the one that follows?"""
    return sum(map(lt, depths, depths[1:]))
