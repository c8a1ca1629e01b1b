"""2021 day 6, https://adventofcode.com/2021/day/6

Text: one line of timers, 0 to 8, comma separated; 1 to 1,000,000 of them. Each day a fish's timer
falls by 1; from 0 it goes to 6 instead, and a new fish begins at 8.
Part 1: how many fish there are after 80 days.
Part 2: after 256.
"""

from collections.abc import Iterator
from random import Random

from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import numbers, repeated
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    no_less,
    on_numbers,
    part2_at_least_part1,
    same,
    shuffled,
    twice,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Lanternfish"
UNIT = "fish"
SIZE = 300


def puzzles() -> SearchStrategy[str]:
    return repeated(numbers(0, 8, most=15), 2, 5, 40).map(text_of)


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)
    return text_of([rng.choice((1, 1, 1, 2, 3, 4, 5)) for _ in range(size)])


def oracle(text: str) -> Answers:
    """Who was born when: a fish that is there from some day has children a given number of days
    later, and every seven days after that.
    """
    fish = [int(timer) for timer in text.split(",")]
    count = [fish.count(timer) for timer in range(9)]
    born = [0] * 257
    for day in range(1, 257):
        first = sum(count[timer] for timer in range(9) if day > timer and (day - timer - 1) % 7 == 0)
        later = sum(born[day - 9 : 0 : -7]) if day > 9 else 0
        born[day] = first + later
    return str(len(fish) + sum(born[:81])), str(len(fish) + sum(born))


def text_of(fish: list[int]) -> str:
    return ",".join(map(str, fish)) + "\n"


def day_older(fish: list[int], _: Random) -> list[int] | None:
    """The school a day later, if that needs no new fish to be counted."""
    return [timer - 1 for timer in fish] if min(fish) else None


def limits() -> Iterator[Limit]:
    yield Limit("a million fish", ",".join("8" * 1_000_000) + "\n", "768000000, 3369186778000000")
    yield Limit("a million and one", ",".join("8" * (1_000_000 + 1)) + "\n", "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """As many fish as there may be."""
    rng = Random(6)
    yield "a million fish of any age", text_of(rng.choices(range(9), k=1_000_000))
    yield "a million fish that have children at once", text_of([0] * 1_000_000)


LAWS = (
    Law("the order does not matter", on_numbers(shuffled), same),
    Law("every fish twice doubles both answers", on_numbers(twice), doubled),
    Law("a day older is no fewer", on_numbers(day_older), no_less),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
