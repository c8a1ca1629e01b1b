r"""Monkey Market: https://adventofcode.com/2024/day/22

The sum of all buyers' 2000th numbers (part 1), and the most that all buyers pay together after the same four changes of
the price (part 2).

A step is made for all buyers at once. Four changes are written as one number of base 19. A table holds what a buyer
pays after each four changes. It is filled backwards in time, so that the first price comes last and stays. The tables
of all buyers are added up.

>>> numbers = parse("7\n77\n777\n")
>>> part1(numbers), part2(numbers)
(27346650, 24)
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_BUYERS = 3000
STEPS = 2000
HIGHEST = 2**24 - 1
CHANGES = 19
Numbers = NDArray[np.integer[Any]]


def parse(text: str) -> Numbers:
    reader = Reader(text)
    numbers = list(reader.lines(lambda reader: reader.number(0, HIGHEST), most=MOST_BUYERS))
    reader.end()
    return np.array(numbers, np.uint32)


def part1(numbers: Numbers) -> int:
    *_, last = generated(numbers)
    return int(np.sum(last, dtype=int))


def generated(numbers: Numbers) -> Iterator[Numbers]:
    """The numbers of all buyers at the start and after each step."""
    yield numbers
    for _ in range(STEPS):
        numbers = numbers ^ (numbers << 6) & HIGHEST
        numbers = numbers ^ numbers >> 5
        numbers = numbers ^ (numbers << 11) & HIGHEST
        yield numbers


def part2(numbers: Numbers) -> int:
    # A row for each buyer, from the last price to the first.
    prices = np.array([step % 10 for step in generated(numbers)], np.int16)[::-1].T.copy()
    changes = prices[:, :-1] - prices[:, 1:] + CHANGES // 2
    pairs = changes[:, 1:] * CHANGES + changes[:, :-1]
    # 3000 buyers with 9 each stay below 2^15.
    paid = np.zeros(CHANGES**4, np.int16)
    total = np.zeros_like(paid)
    for own_prices, own_pairs in zip(prices, pairs, strict=True):
        fours = own_pairs[2:].astype(int) * CHANGES**2 + own_pairs[:-2]
        paid[fours] = own_prices[:-4]
        total += paid
        paid[fours] = 0
    return int(np.max(total))
