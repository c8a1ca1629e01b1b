r"""The Treachery of Whales: https://adventofcode.com/2021/day/7

Crabs sit along a line and are to meet on one spot, for the least fuel in all. In part 1 a step costs 1; in part 2 a
crab's first step costs 1, its second 2, and so on.

This is the puzzle as it stands: try every spot between the first and the last crab, and keep the cheapest. No spot
outside can be better, as every crab would have to go through the end of the line and farther. Nothing is assumed about
where the best spot is: that is left to the Rust solution, which goes to the median and next to the mean. The Haskell
one sums up the crowd from both ends.

>>> crabs = parse("2,2,9,3")
>>> part1(crabs), part2(crabs)
(8, 22)
"""

from collections import Counter
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Steps = NDArray[np.int64]


def parse(text: str) -> list[int]:
    reader = Reader(text)
    crabs = reader.numbers(0, 99_999, ",", most=1_000_000)
    reader.end()
    return crabs


def part1(crabs: list[int]) -> int:
    return cheapest(crabs, lambda steps: steps)


def part2(crabs: list[int]) -> int:
    return cheapest(crabs, lambda steps: steps * (steps + 1) // 2)


def cheapest(crabs: list[int], fuel: Callable[[Steps], Steps]) -> int:
    """How much fuel does it take to meet, if they choose the best spot?"""
    low, high = min(crabs), max(crabs)
    # What it costs to get so far to the left or right: what a crab pays for each of the spots is a window of this.
    costs = fuel(np.abs(np.arange(low - high, high - low + 1)))
    totals = np.zeros(high - low + 1, np.int64)
    for crab, how_many in Counter(crabs).items():
        totals += how_many * costs[high - crab :][: len(totals)]
    return int(totals.min())
