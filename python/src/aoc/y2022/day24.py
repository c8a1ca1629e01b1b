r"""Blizzard Basin: https://adventofcode.com/2022/day/24

Blizzards fly over a walled field, each in its row or column, and come in again at the opposite wall. A step or a wait
takes a minute, and must not end at a blizzard. Part 1 asks how many minutes it is from the entrance to the exit, part 2
for there, back and there again. A crossing has no solution if it takes more than 3,000 minutes.

Minute by minute the set of all cells where one can be is kept. It grows by the neighbours of its cells, and the cells
with blizzards are taken out. The set and the blizzards of each direction are NumPy masks, and those of the blizzards
are rolled by one cell a minute. Whoever is early at an opening can wait there, since no blizzard comes to it. So it is
best to begin the next crossing as soon as the last one ends.

>>> basin = parse("#.#####\n#.<...#\n#..>..#\n#.v...#\n#####.#\n")
>>> part1(basin), part2(basin)
(11, 27)
"""

import re
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.grid import FOUR, neighbours, where
from aoc.text import Reader

MOST_ROWS, MOST_COLUMNS, LONGEST = 50, 150, 3000
Mask = NDArray[np.bool_]
ENTRANCE, EXIT = (0, 0), (-1, -1)
FIRST_ROW, FIELD_ROW, LAST_ROW = rf"#\.#{{2,{MOST_COLUMNS - 2}}}", r"#[.<>][.^v<>]*[.<>]#", r"##+\.#"
ROWS = [FIRST_ROW, FIELD_ROW, FIELD_ROW, *[f"{FIELD_ROW}|{LAST_ROW}"] * (MOST_ROWS - 4), LAST_ROW]
"""What each row looks like, from 4 rows to the most. The first row that looks like the last is the last."""


class Basin(NamedTuple):
    """The masks of the blizzards of each direction at minute 0."""

    up: Mask
    down: Mask
    left: Mask
    right: Mask


def parse(text: str) -> Basin:
    reader = Reader(text)
    rows: list[str] = []
    while not rows or not re.fullmatch(LAST_ROW, rows[-1]):
        if rows:
            reader.newline()
        rows.append(read_row(reader, rows))
    reader.end()
    field = [row[1:-1] for row in rows[1:-1]]
    return Basin(*(where(field, direction) for direction in "^v<>"))


def read_row(reader: Reader, above: list[str]) -> str:
    start = reader.at
    row = reader.match("[#.^v<>]*", "a row")
    if not reader.at_end and reader.text[reader.at] != "\n":
        raise reader.error("one of `#.^v<>`")
    if not re.fullmatch(ROWS[len(above)], row) or (above and len(row) != len(above[0])):
        raise reader.error(f"the next row of a walled field with at most {MOST_ROWS} rows, `.` in two walls", start)
    return row


def part1(basin: Basin) -> int | None:
    return arrival(basin, [ENTRANCE, EXIT])


def part2(basin: Basin) -> int | None:
    return arrival(basin, [ENTRANCE, EXIT, ENTRANCE, EXIT])


def arrival(basin: Basin, stops: list[tuple[int, int]]) -> int | None:
    """The first minute at which one can have come from stop to stop."""
    minute = 0
    for start, goal in pairwise(stops):
        reached = np.zeros_like(free_cells(basin, minute))
        reached[start] = True
        latest = minute + LONGEST
        while not reached[goal]:
            if minute == latest:
                return None
            minute += 1
            reached = widened(reached) & free_cells(basin, minute)
    return minute


def free_cells(basin: Basin, minute: int) -> Mask:
    """Where is no blizzard and no wall? The first and the last row are those of entrance and exit."""
    up_and_down = np.roll(basin.up, -minute, axis=0) | np.roll(basin.down, minute, axis=0)
    left_and_right = np.roll(basin.left, -minute, axis=1) | np.roll(basin.right, minute, axis=1)
    height, width = basin.up.shape
    free = np.zeros((height + 2, width), bool)
    free[1:-1] = ~(up_and_down | left_and_right)
    free[ENTRANCE] = free[EXIT] = True
    return free


def widened(cells: Mask) -> Mask:
    """These cells and those beside them."""
    above, left, right, below = neighbours(cells, FOUR)
    return cells | above | left | right | below
