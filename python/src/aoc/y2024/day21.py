r"""Keypad Conundrum: https://adventofcode.com/2024/day/21

The fewest keys that you press for each code, times its number, summed: with 3 robots (part 1), and with 26 (part 2).

When a robot presses a key, all robots between it and you have pressed A as the last key. So the costs of its steps from
key to key are independent, and add up. In a step it goes all the way in one direction first and then all the way in the
other. A change of direction could only cost more, since the robot that steers would have to leave an arrow and come
back. Of the two orders the cheaper one is found by recursion, and an order that crosses the gap is left out. The cost
of a sequence of keys is remembered: few are different.

>>> codes = parse("111A\n370A\n")
>>> part1(codes), part2(codes)
(30710, 37662290144976)
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from aoc.text import Reader

MOST_CODES = 100
GAP, ACTIVATE = " ", "A"
DIGIT_PAD = "789", "456", "123", " 0A"
ARROW_PAD = " ^A", "<v>"


def parse(text: str) -> list[str]:
    reader = Reader(text)
    codes = list(reader.lines(lambda reader: reader.match("[0-9]{3}A", "three digits and `A`"), most=MOST_CODES))
    reader.end()
    return codes


def part1(codes: list[str]) -> int:
    return complexity(codes, robots=3)


def part2(codes: list[str]) -> int:
    return complexity(codes, robots=26)


def complexity(codes: list[str], robots: int) -> int:
    @cache
    def cost(keys: str, robots: int) -> int:
        """The fewest keys you press to make the first of these robots press its keys."""
        if robots == 0:
            return len(keys)
        steps = pairwise(ACTIVATE + keys)
        return sum(min(cost(arrows, robots - 1) for arrows in ways(start, end)) for start, end in steps)

    return sum(int(code[:-1]) * cost(code, robots) for code in codes)


def ways(start: str, end: str) -> Iterator[str]:
    """What is pressed on the pad with arrows to go from key to key and press it."""
    pad = ARROW_PAD if {start, end} <= set("".join(ARROW_PAD)) else DIGIT_PAD
    places = {key: (x, y) for y, row in enumerate(pad) for x, key in enumerate(row)}
    (x1, y1), (x2, y2) = places[start], places[end]
    across = "<" * (x1 - x2) + ">" * (x2 - x1)
    along = "^" * (y1 - y2) + "v" * (y2 - y1)
    if (x2, y1) != places[GAP]:
        yield across + along + ACTIVATE
    if (x1, y2) != places[GAP]:
        yield along + across + ACTIVATE
