"""Maps of cells as the rows of text that they are read from, where NumPy is not needed."""

from typing import NamedTuple


class Flat(NamedTuple):
    """A map as one text, row after row. A cell is a number, and a step adds to it.

    Behind each row is a cell outside the map, and behind the last row a whole row of them. A step off the map leads to
    one of these, from the first cells too, since numbers below 0 count from the end.
    """

    cells: str
    down: int
    """The step from a cell to the one below."""


def flat(rows: list[str], outside: str) -> Flat:
    """The map of these rows, with this character outside.

    >>> cells, down = flat(["ab", "cd"], " ")
    >>> [cells[beside] for beside in (-down, -1, 1, down)]
    [' ', ' ', 'b', 'c']
    """
    down = len(rows[0]) + 1
    return Flat(outside.join(rows) + outside * (down + 1), down)


def columns(rows: list[str]) -> list[str]:
    """The columns from left to right, each from top to bottom.

    >>> columns(["ab", "cd"])
    ['ac', 'bd']
    """
    return ["".join(column) for column in zip(*rows, strict=True)]
