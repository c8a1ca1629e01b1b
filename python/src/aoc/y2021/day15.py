r"""Chiton: https://adventofcode.com/2021/day/15

A map of risks from 1 to 9. A way from the top left to the bottom right costs the risk of every cell that it enters; how
little can it be? In part 2 the map is the top left of a map five times as wide and high, where each copy to the right
or down has one more risk per cell, and 1 comes after 9.

This is Dijkstra's search, and risks make it easy. What a step costs depends only on the cell that is entered, so the
first neighbour to be reached is the one to come from: a cell is reached its own risk later, and need not be looked at
again. All times are small whole numbers, so a list of cells for each moment takes the place of a heap. Rust sweeps over
whole diagonals, to and fro, until nothing improves; Haskell lets each improvement ripple back through the part of the
map that there is so far.

>>> risks = parse("1922\n1992\n1112\n")
>>> part1(risks), part2(risks)
(6, 123)
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Risks = NDArray[np.uint8]


def parse(text: str) -> Risks:
    reader = Reader(text)
    rows = reader.rows("123456789", width=500, height=500)
    reader.end()
    return np.frombuffer("".join(rows).encode(), np.uint8).reshape(len(rows), -1) - ord("0")


def part1(risks: Risks) -> int:
    return lowest_risk(risks)


def part2(risks: Risks) -> int:
    larger = np.block([[risks + (right + down) for right in range(5)] for down in range(5)])
    return lowest_risk((larger - 1) % 9 + 1)


def lowest_risk(risks: Risks) -> int:
    """How little risk is there on the way from the top left to the bottom right?"""
    # Flat, with a border of zeros; a cell becomes zero, too, as soon as it is known when it is reached.
    unseen = bytearray(np.pad(risks, 1).tobytes())
    width = risks.shape[1] + 2
    start, goal = width + 1, len(unseen) - width - 2
    unseen[start] = 0
    reached_at = defaultdict(list, {0: [start]})
    time = 0
    while True:
        for cell in reached_at.pop(time, ()):
            if cell == goal:
                return time
            for neighbour in (cell - width, cell - 1, cell + 1, cell + width):
                if risk := unseen[neighbour]:
                    unseen[neighbour] = 0
                    reached_at[time + risk].append(neighbour)
        time += 1
