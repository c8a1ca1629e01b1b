"""Maps of cells as NumPy arrays, row by row: reading them, and looking from every cell to its neighbours at once."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Scalar = TypeVar("Scalar", bound=np.generic)

FOUR = ((-1, 0), (0, -1), (0, 1), (1, 0))
"""From a cell to those that share a side with it: down and right."""

NINE = tuple(product((-1, 0, 1), (-1, 0, 1)))
"""From a cell to all of the square around it, in reading order, with itself."""

EIGHT = tuple(offset for offset in NINE if offset != (0, 0))
"""From a cell to those that share a side or a corner with it."""


def digit_rows(reader: Reader, digits: str, width: int, height: int) -> NDArray[np.uint8]:
    r"""A map of digits up to a blank line or the end of the text.

    >>> digit_rows(Reader("12\n30\n"), "0123", 10, 10).tolist()
    [[1, 2], [3, 0]]
    """
    rows = reader.rows(digits, width, height)
    return np.frombuffer("".join(rows).encode(), np.uint8).reshape(len(rows), -1) - ord("0")


def where(rows: list[str], character: str) -> NDArray[np.bool_]:
    """The cells that hold this character.

    >>> where(["a.", ".a"], "a").tolist()
    [[True, False], [False, True]]
    """
    codes = np.frombuffer("".join(rows).encode(), np.uint8).reshape(len(rows), -1)
    return np.equal(codes, ord(character))


def neighbours(
    cells: NDArray[Scalar], offsets: Iterable[tuple[int, int]], outside: int = 0
) -> Iterator[NDArray[Scalar]]:
    """For each offset, the map of what every cell has there; what is off the map is `outside`.

    >>> right, below = neighbours(np.array([[1, 2], [3, 4]]), [(0, 1), (1, 0)], outside=9)
    >>> right.tolist(), below.tolist()
    ([[2, 9], [4, 9]], [[3, 4], [9, 9]])
    """
    height, width = cells.shape
    padded = np.full((height + 2, width + 2), outside, cells.dtype)
    padded[1:-1, 1:-1] = cells
    for down, right in offsets:
        yield padded[1 + down : 1 + down + height, 1 + right : 1 + right + width]
