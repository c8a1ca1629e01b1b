"""Closed loops of edges along the axes, given by their corners: a row of x and y each, in order around the loop."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


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
