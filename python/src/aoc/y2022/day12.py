r"""Hill Climbing Algorithm: https://adventofcode.com/2022/day/12

Each cell of a map has a height, a to z. A step leads to one of four neighbours, which is at most one higher. How many
steps is it to the end, from the start (part 1) and from the nearest cell of height a (part 2)?

A breadth-first search goes backwards from the end, until it comes to a start. A step backwards leads to a neighbour
that is at most one lower.

>>> hill = parse("Sabcdefg\nanmlkjih\naopqrstu\naaaEyxwv\n")
>>> part1(hill), part2(hill)
(26, 25)
"""

from collections import deque
from string import ascii_lowercase
from typing import NamedTuple

from aoc.rows import Flat, flat
from aoc.text import Reader

MOST_SIDE = 200
START, END = "SE"
LOWEST, HIGHEST = "az"
OUTSIDE = " "


class Hill(NamedTuple):
    heights: Flat
    start: int
    end: int


def parse(text: str) -> Hill:
    reader = Reader(text)
    rows = reader.rows(ascii_lowercase + START + END, MOST_SIDE, MOST_SIDE, most={START: 1, END: 1})
    reader.end()
    reader.check_grid(rows, START + END)
    cells, down = flat(rows, OUTSIDE)
    heights = cells.replace(START, LOWEST).replace(END, HIGHEST)
    return Hill(Flat(heights, down), cells.index(START), cells.index(END))


def part1(hill: Hill) -> int | None:
    return fewest_steps(hill, {hill.start})


def part2(hill: Hill) -> int | None:
    return fewest_steps(hill, {cell for cell, height in enumerate(hill.heights.cells) if height == LOWEST})


def fewest_steps(hill: Hill, starts: set[int]) -> int | None:
    """From the nearest of the starts to the end; None if there is no path."""
    heights, down = [ord(height) for height in hill.heights.cells], hill.heights.down
    steps = {hill.end: 0}
    queue = deque(steps)
    while queue:
        cell = queue.popleft()
        if cell in starts:
            return steps[cell]
        for before in (cell - down, cell - 1, cell + 1, cell + down):
            # What is outside is lower than any step goes.
            if heights[before] >= heights[cell] - 1 and before not in steps:
                steps[before] = steps[cell] + 1
                queue.append(before)
    return None
