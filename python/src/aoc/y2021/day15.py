r"""Chiton: https://adventofcode.com/2021/day/15

What is the least risk of a path from the top left to the bottom right, where a cell costs its risk when it is entered?
This is Dijkstra's algorithm, and two things make it simple. A step costs the same from whichever neighbour it comes, so
the first neighbour that is settled gives a cell its final distance, and the cell need not be looked at again. And
distances are small whole numbers, so a list of cells for each distance takes the place of a priority queue.

>>> risks = parse("1922\n1992\n1112\n")
>>> part1(risks), part2(risks)
(6, 123)
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from aoc import grid
from aoc.text import Reader

Risks = NDArray[np.uint8]


def parse(text: str) -> Risks:
    reader = Reader(text)
    risks = grid.digit_rows(reader, "123456789", width=500, height=500)
    reader.end()
    return risks


def part1(risks: Risks) -> int:
    return lowest_risk(risks)


def part2(risks: Risks) -> int:
    larger = np.block([[risks + (right + down) for right in range(5)] for down in range(5)])
    return lowest_risk((larger - 1) % 9 + 1)


def lowest_risk(risks: Risks) -> int:
    """How little risk is there on a path from the top left to the bottom right?"""
    # Row after row, with a border of zeros; a cell becomes zero, too, when its distance is known.
    unseen = bytearray(np.pad(risks, 1).tobytes())
    width = risks.shape[1] + 2
    start, goal = width + 1, len(unseen) - width - 2
    unseen[start] = 0
    cells_at = defaultdict(list, {0: [start]})
    distance = 0
    while True:
        for cell in cells_at.pop(distance, ()):
            if cell == goal:
                return distance
            for neighbour in (cell - width, cell - 1, cell + 1, cell + width):
                if risk := unseen[neighbour]:
                    unseen[neighbour] = 0
                    cells_at[distance + risk].append(neighbour)
        distance += 1
