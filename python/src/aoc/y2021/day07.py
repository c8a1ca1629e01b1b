r"""The Treachery of Whales: https://adventofcode.com/2021/day/7

What is the least fuel that brings all crabs to one spot? The fuel of one crab is a convex function of the spot: the
change from one spot to the next never becomes less. The sum of convex functions is convex. So the first spot from which
a step to the right saves nothing is a best one, and a binary search finds it.

>>> crabs = parse("2,2,9,3")
>>> part1(crabs), part2(crabs)
(8, 22)
"""

from bisect import bisect_left
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Numbers = NDArray[np.int64]
LAST_SPOT = 99_999


def parse(text: str) -> Numbers:
    reader = Reader(text)
    crabs = reader.numbers(0, LAST_SPOT, ",", most=1_000_000)
    reader.end()
    return np.array(crabs)


def part1(crabs: Numbers) -> int:
    return least_fuel(crabs, lambda steps: steps)


def part2(crabs: Numbers) -> int:
    return least_fuel(crabs, lambda steps: steps * (steps + 1) // 2)


def least_fuel(crabs: Numbers, fuel: Callable[[Numbers], Numbers]) -> int:
    """How much fuel does it take to meet on the best spot?"""

    def total(spot: int) -> int:
        return int(fuel(np.abs(crabs - spot)).sum())

    best = bisect_left(range(LAST_SPOT), 0, key=lambda spot: total(spot + 1) - total(spot))
    return total(best)
