"""2021 day 7, wrong: the rightmost crab's place is not among the places that are tried."""

import sys
from collections.abc import Callable

crabs = [int(number) for number in sys.stdin.read().split(",")]


def least(cost: Callable[[int], int]) -> int:
    places = range(min(crabs), max(crabs)) or [crabs[0]]
    return min(sum(cost(abs(crab - place)) for crab in crabs) for place in places)


print(least(lambda steps: steps))
print(least(lambda steps: steps * (steps + 1) // 2))
