"""2022 day 11, https://adventofcode.com/2022/day/11

TODO: what a valid input is, and what is asked, in our own words.
Text: one whole number a line, -999,999 to 999,999; at least one line.
"""

from random import Random

from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import numbers
from crosscheck.puzzles.law import Law, joined

TITLE = "Monkey in the Middle"
UNIT = "numbers"
SIZE = 1000
MOST = 999_999


def puzzles() -> SearchStrategy[str]:
    return numbers(-MOST, MOST, most=20).map(text_of)


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)
    return text_of([rng.randint(-MOST, MOST) for _ in range(size)])


def text_of(values: list[int]) -> str:
    return joined(map(str, values))


# TODO: two laws; and oracle(text), the answers by brute force, where that is feasible.
LAWS: tuple[Law, ...] = ()
