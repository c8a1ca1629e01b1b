"""What several days draw their inputs from: numbers with ties and extremes, grids, and a seed for
what is cheaper to expand than to draw.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


def numbers(low: int, high: int, most: int, least: int = 1) -> SearchStrategy[list[int]]:
    """Lists of numbers from low to high: many equal, neighbours, the ends of the range, or any."""
    near = min(low + 3, high), min(low + 12, high)
    ends = sorted({low, min(low + 1, high), max(high - 1, low), high})
    elements = (
        st.integers(low, near[0]),
        st.integers(low, near[1]),
        st.integers(low, high),
        st.sampled_from(ends),
        st.one_of(st.integers(low, near[1]), st.sampled_from(ends), st.integers(low, high)),
    )
    return st.one_of(*(st.lists(element, min_size=least, max_size=most) for element in elements))


@st.composite
def grids(draw: st.DrawFn, *alphabets: str, side: int = 8) -> list[str]:
    """Rows of equal width, drawn from one of the alphabets: often a single row, column or cell."""
    rows, width = draw(st.integers(1, side)), draw(st.integers(1, side))
    cells = draw(st.text(draw(st.sampled_from(alphabets)), min_size=rows * width, max_size=rows * width))
    return [cells[start : start + width] for start in range(0, rows * width, width)]


def seeds() -> SearchStrategy[Random]:
    """For structure too dear to draw piece by piece: the generator that a drawn seed starts."""
    return st.integers(0, 2**32 - 1).map(Random)
