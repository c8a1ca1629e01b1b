"""Closed loops of edges along the axes, given by their corners: a row of x and y each, in order around the loop."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Picture(NamedTuple):
    """The cells on a loop and inside, drawn small: neighbouring columns that look the same are one, and so are rows."""

    filled: NDArray[np.bool_]
    """By row and column of the picture."""
    xs: Numbers
    """Where each column begins, and where the last one ends."""
    ys: Numbers
    """Where each row begins, and where the last one ends."""


def edges(corners: Numbers) -> tuple[Numbers, Numbers]:
    """The vertical edges as rows (x, least y, greatest y), and the horizontal ones as rows (y, least x, greatest x).

    >>> vertical, horizontal = edges(np.array([[1, 1], [4, 1], [4, 3], [1, 3]]))
    >>> vertical.tolist(), horizontal.tolist()
    ([[4, 1, 3], [1, 1, 3]], [[1, 1, 4], [3, 1, 4]])
    """
    ends = np.stack([corners, np.roll(corners, -1, axis=0)])
    least, greatest = ends.min(axis=0), ends.max(axis=0)
    vertical = least[:, 0] == greatest[:, 0]
    x, y = 0, 1
    return (
        np.column_stack([least[vertical, x], least[vertical, y], greatest[vertical, y]]),
        np.column_stack([least[~vertical, y], least[~vertical, x], greatest[~vertical, x]]),
    )


def meets_itself(corners: Numbers) -> bool:
    """Is a cell on two edges that is not the corner between them? The loop turns at each corner.

    >>> meets_itself(np.array([[1, 1], [4, 1], [4, 3], [1, 3]]))
    False
    >>> meets_itself(np.array([[1, 1], [4, 1], [4, 3], [2, 3], [2, 0], [1, 0]]))
    True
    """
    vertical, horizontal = edges(corners)
    x, top, bottom = vertical.T[:, :, np.newaxis]
    y, left, right = horizontal.T[:, np.newaxis, :]
    # Edges of the same direction cannot meet unless an end of one, and so a crossing edge there, lies on the other.
    return bool(np.count_nonzero((left <= x) & (x <= right) & (top <= y) & (y <= bottom)) > len(corners))


def picture(corners: Numbers) -> Picture:
    """The loop must not meet itself.

    >>> filled, xs, ys = picture(np.array([[1, 1], [9, 1], [9, 5], [1, 5]]))
    >>> filled.tolist(), xs.tolist(), ys.tolist()
    ([[True, True, True], [True, True, True], [True, True, True]], [1, 2, 9, 10], [1, 2, 5, 6])
    """
    # Each x of a corner has a column of its own, which ends where the next x begins; likewise the rows.
    xs, ys = (np.unique([axis, axis + 1]) for axis in corners.T)
    vertical, horizontal = edges(
        np.column_stack([np.searchsorted(xs, corners[:, 0]), np.searchsorted(ys, corners[:, 1])])
    )
    filled = np.zeros((len(ys) - 1, len(xs) - 1), bool)
    for y, left, right in horizontal:
        filled[y, left:right] = True
    # Going down a column, the inside begins or ends at each horizontal edge.
    np.logical_xor.accumulate(filled, axis=0, out=filled)
    for y, left, right in horizontal:
        filled[y, left : right + 1] = True
    for x, top, bottom in vertical:
        filled[top : bottom + 1, x] = True
    return Picture(filled, xs, ys)
