"""2021 day 7, https://adventofcode.com/2021/day/7

Text: one line of positions, 0 to 99,999, comma separated; 1 to 1,000,000 of them.
Part 1: the least total fuel to bring all to one spot, where a move of n costs n.
Part 2: the same, where a move of n costs 1 + 2 + ... + n. The spot is a whole number.
"""

from collections.abc import Iterator
from random import Random

from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import numbers, repeated
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    on_numbers,
    part2_at_least_part1,
    same,
    shuffled,
    twice,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "The Treachery of Whales"
UNIT = "crabs"
SIZE = 1000
LAST = 99_999


def puzzles() -> SearchStrategy[str]:
    return repeated(numbers(0, LAST, most=12), 2, 5, 40).map(text_of)


def full(seed: int, size: int = SIZE) -> str:
    """Most crabs near the left, a few far out."""
    rng = Random(seed)
    return text_of([rng.randint(0, rng.randint(0, 1950)) for _ in range(size)])


def oracle(text: str) -> Answers | None:
    """Every spot that any crab is at or between, every crab, every step of the way."""
    crabs = [int(number) for number in text.split(",")]
    spots = range(min(crabs), max(crabs) + 1)
    if len(spots) * len(crabs) > 2000:
        return None

    def climbing(distance: int) -> int:
        return sum(range(distance + 1))

    near = min(sum(abs(crab - spot) for crab in crabs) for spot in spots)
    far = min(sum(climbing(abs(crab - spot)) for crab in crabs) for spot in spots)
    return str(near), str(far)


def text_of(crabs: list[int]) -> str:
    return ",".join(map(str, crabs)) + "\n"


def slid(crabs: list[int], rng: Random) -> list[int]:
    by = rng.randint(-min(crabs), LAST - max(crabs))
    return [crab + by for crab in crabs]


def turned(crabs: list[int], _: Random) -> list[int]:
    return [LAST - crab for crab in crabs]


def limits() -> Iterator[Limit]:
    yield Limit("a million crabs", "0,99999," * (1_000_000 // 2 - 1) + "0,99999\n", "49999500000, 1250000000000000")
    yield Limit("a million and one", "7," * 1_000_000 + "7\n", "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """As many crabs, and as many different places, as there may be."""
    rng = Random(7)
    places = list(range(LAST + 1))
    yield "every number from 0 to 99,999 once", text_of(places)
    yield "every number from 99,999 to 0 ten times", text_of(sorted(10 * places, reverse=True))
    yield "a million crabs anywhere", text_of(rng.choices(places, k=1_000_000))
    yield "half a million crabs at either end", text_of([0, LAST] * 500_000)
    yield "a million crabs at one end", text_of([LAST] * 1_000_000)
    yield "two crabs far apart", text_of([0, LAST])


LAWS = (
    Law("the order does not matter", on_numbers(shuffled), same),
    Law("sliding everyone changes nothing", on_numbers(slid), same),
    Law("left for right changes nothing", on_numbers(turned), same),
    Law("everyone twice doubles both answers", on_numbers(twice), doubled),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
