r"""Secret Entrance: https://adventofcode.com/2025/day/1

Turns of a dial of 100 numbers are followed: part 1 counts the turns that end on 0, part 2 the clicks on 0.

The dial is unrolled into a line of numbers, on which every multiple of 100 is the dial's 0. A turn is then a step on
that line, from one running total to the next. It passes as many zeros as there are multiples of 100 between its two
ends, where the end counts and the start does not: a difference of two floor divisions.

>>> turns = parse("L50\nR200\nL101\n")
>>> part1(turns), part2(turns)
(2, 4)
"""

from itertools import accumulate, pairwise

from aoc.text import Reader

START = 50
SIZE = 100


def parse(text: str) -> list[int]:
    """The turns, to the right as positive numbers."""
    reader = Reader(text)
    records = reader.records("{}{}", ("L", "R"), range(1, 1_000_000), most=20_000)
    turns = [clicks if direction == "R" else -clicks for direction, clicks in records]
    reader.end()
    return turns


def places(turns: list[int]) -> list[int]:
    """Where each turn starts on the unrolled dial, and where the last one ends."""
    return list(accumulate(turns, initial=START))


def part1(turns: list[int]) -> int:
    return sum(place % SIZE == 0 for place in places(turns)[1:])


def part2(turns: list[int]) -> int:
    return sum(zeros_passed(start, end) for start, end in pairwise(places(turns)))


def zeros_passed(start: int, end: int) -> int:
    """How many multiples of 100 are met on the way from start, which does not count, to end, which does?"""
    if end > start:
        return end // SIZE - start // SIZE
    return (start - 1) // SIZE - (end - 1) // SIZE
