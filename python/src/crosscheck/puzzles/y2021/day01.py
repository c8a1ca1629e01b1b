"""2021 day 1, https://adventofcode.com/2021/day/1

Text: one depth a line, 0 to 999,999,999; at least one line.
Part 1: how many depths are greater than the one before.
Part 2: the same of the sums of three depths in a row. Too few depths to compare (one; three) make
0.
"""

from collections.abc import Iterator
from random import Random

from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import numbers, repeated
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same
from crosscheck.puzzles.limit import Limit

TITLE = "Sonar Sweep"
UNIT = "depths"
SIZE = 2000
DEEPEST = 999_999_999


def puzzles() -> SearchStrategy[str]:
    return repeated(numbers(0, DEEPEST, most=20), 2, 5, 40).map(text_of)


def full(seed: int, size: int = SIZE) -> str:
    """A sea floor that falls away, with ripples."""
    rng = Random(seed)
    depths = [rng.randint(100, 200)]
    while len(depths) < size:
        step = rng.choice((-8, -3, 1, 1, 2, 3, 4, 6, 7, 9, 11, 14))
        depths.append(min(DEEPEST, max(0, depths[-1] + step)))
    return text_of(depths)


def oracle(text: str) -> Answers:
    """Every pair of neighbouring windows, each added up anew."""
    depths = [int(line) for line in text.split()]

    def increases(width: int) -> str:
        sums = [sum(depths[start : start + width]) for start in range(len(depths) - width + 1)]
        return str(len([i for i in range(1, len(sums)) if sums[i] > sums[i - 1]]))

    return increases(1), increases(3)


def text_of(depths: list[int]) -> str:
    return joined(map(str, depths))


def deeper(lines: list[str], rng: Random) -> list[str]:
    depths = [int(line) for line in lines]
    by = rng.randint(-min(depths), DEEPEST - max(depths))
    return [str(depth + by) for depth in depths]


def turned(lines: list[str], _: Random) -> list[str]:
    depths = [int(line) for line in lines]
    return [str(max(depths) - depth) for depth in reversed(depths)]


def limits() -> Iterator[Limit]:
    yield Limit("a million depths", "1\n2\n" * (1_000_000 // 2), "500000, 499999")


def worst() -> Iterator[tuple[str, str]]:
    """A million depths of nine digits, in the orders in which sorting and branches cost most and least."""
    rng = Random(1)
    depths = rng.choices(range(100_000_000, DEEPEST + 1), k=1_000_000)
    yield "a million depths in any order", text_of(depths)
    yield "a million depths, each deeper than the one before", text_of(sorted(depths))
    yield "a million depths, each less deep than the one before", text_of(sorted(depths, reverse=True))
    yield "a million equal depths", text_of([DEEPEST] * 1_000_000)


LAWS = (
    Law("a deeper or shallower sea changes nothing", on_lines(deeper), same),
    Law("upside down and backwards changes nothing", on_lines(turned), same),
)
