r"""Snailfish: https://adventofcode.com/2021/day/18

What is the magnitude of the sum of all numbers, and the greatest of the sum of two of them? A number is kept as it
looks on paper: its regular numbers from left to right, each with the count of pairs around it. Then the next number to
the left or right is the next one in the list, and the first two inside five pairs are a pair themselves.

An explosion puts no other number inside five pairs, so all explosions come first. From then on what splits inside four
pairs explodes at once. That may make its left neighbour large, so the search for the leftmost large number goes back by
one place, and no farther.

>>> numbers = parse("[[[[4,4],8],6],7]\n[1,[9,[2,8]]]\n[5,5]\n")
>>> part1(numbers), part2(numbers)
(1526, 1358)
"""

from functools import reduce
from itertools import permutations
from typing import NamedTuple

from aoc.text import Reader

MOST = 100


class Number(NamedTuple):
    """The regular numbers from left to right, and how many pairs are around each."""

    values: list[int]
    depths: list[int]


def parse(text: str) -> list[Number]:
    reader = Reader(text)
    numbers = list(reader.lines(read_number, most=MOST))
    reader.end()
    if len(numbers) < 2:
        raise reader.too_soon("a second number")
    return numbers


def read_number(reader: Reader) -> Number:
    number = Number([], [])
    read_pair(reader, number, depth=1)
    return number


def read_pair(reader: Reader, number: Number, depth: int) -> None:
    reader.literal("[")
    read_element(reader, number, depth)
    reader.literal(",")
    read_element(reader, number, depth)
    reader.literal("]")


def read_element(reader: Reader, number: Number, depth: int) -> None:
    if depth < 4 and reader.text.startswith("[", reader.at):
        read_pair(reader, number, depth + 1)
    else:
        number.values.append(int(reader.match("[0-9]", "a digit or a pair, but not inside four pairs")))
        number.depths.append(depth)


def part1(numbers: list[Number]) -> int:
    return magnitude(reduce(add, numbers))


def part2(numbers: list[Number]) -> int:
    return max(magnitude(add(left, right)) for left, right in permutations(numbers, 2))


def add(left: Number, right: Number) -> Number:
    # What explodes over an end is added to a number there that is thrown away.
    values = [0, *left.values, *right.values, 0]
    depths = [0, *[depth + 1 for depth in left.depths + right.depths], 0]
    while 5 in depths:
        explode(values, depths, depths.index(5))
    at = 1
    while at < len(values) - 1:
        value = values[at]
        if value < 10:
            at += 1
        elif depths[at] < 4:
            values[at : at + 1] = value // 2, value - value // 2
            depths[at : at + 1] = [depths[at] + 1] * 2
        else:
            # It splits, and the pair explodes.
            values[at - 1] += value // 2
            values[at] = 0
            values[at + 1] += value - value // 2
            at = max(at - 1, 1)
    return Number(values[1:-1], depths[1:-1])


def explode(values: list[int], depths: list[int], at: int) -> None:
    """The pair that begins here becomes 0, and its neighbours take what it was."""
    values[at - 1] += values[at]
    values[at + 2] += values[at + 1]
    values[at : at + 2] = [0]
    depths[at : at + 2] = [4]


def magnitude(number: Number) -> int:
    """A pair counts three times its left element and twice its right one."""
    left_of: dict[int, int] = {}  # the left elements by depth, until the right one is there
    for value, depth in zip(*number, strict=True):
        while depth in left_of:
            value = 3 * left_of.pop(depth) + 2 * value
            depth -= 1
        left_of[depth] = value
    return left_of[0]
