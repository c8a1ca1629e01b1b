"""What several days draw their inputs from: numbers with ties and extremes, grids, and a seed for
what is cheaper to expand than to draw.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def numbers(low: int, high: int, most: int, least: int = 1) -> SearchStrategy[list[int]]:
    """Lists of numbers from low to high: anything, many equal, close together, at the ends, or all of
    that. Each is drawn from the whole range and then brought closer, so that a list shrinks well.
    """

    def near(number: int, width: int) -> int:
        return min(high, low + (number - low) % width)

    def end(number: int) -> int:
        return (low, high, min(low + 1, high), max(high - 1, low))[number % 4]

    def any_of_these(number: int) -> int:
        return (end(number // 3), near(number, 13), number)[number % 3]

    closer: tuple[Callable[[int], int], ...] = (
        lambda number: number,
        lambda number: near(number, 4),
        lambda number: near(number, 13),
        end,
        any_of_these,
    )
    drawn = st.lists(st.integers(low, high), min_size=least, max_size=most)
    return st.builds(lambda change, numbers: list(map(change, numbers)), st.sampled_from(closer), drawn)


def texts(letters: str, least: int, most: int) -> SearchStrategy[str]:
    """Texts of these letters. One that is named three times comes three times as often as one that is named once; to `st.text` they are the same."""
    named = {chr(ord("0") + at): letter for at, letter in enumerate(letters)}
    drawn = st.text("".join(named), min_size=least, max_size=most)
    return drawn.map(lambda text: "".join(named[char] for char in text))


@st.composite
def grids(draw: st.DrawFn, *alphabets: str, side: int = 8, long: int = 0) -> list[str]:
    """Rows of equal width, drawn from one of the alphabets, as `texts` does: often a single row, column or cell; now
    and then `long` one way, past the words that a solver may keep a row in.
    """
    height, width = draw(st.integers(1, side)), draw(st.integers(1, side))
    if long and (way := draw(st.integers(0, 9))) > 7:
        length, height, width = draw(st.integers(side, long)), min(height, 3), min(width, 3)
        height, width = (height, length) if way == 8 else (length, width)
    cells = draw(texts(draw(st.sampled_from(alphabets)), height * width, height * width))
    return [cells[start : start + width] for start in range(0, height * width, width)]


@st.composite
def repeated(draw: st.DrawFn, lists: SearchStrategy[list[T]], *times: int) -> list[T]:
    """The lists, now and then many times over, past what a solver may handle at a stroke."""
    items = draw(lists)
    return items * draw(st.sampled_from((1, 1, 1, 1, *times)))


def seeds() -> SearchStrategy[Random]:
    """For structure too dear to draw piece by piece: the generator that a drawn seed starts."""
    return st.integers(0, 2**32 - 1).map(Random)
