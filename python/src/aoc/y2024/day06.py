r"""Guard Gallivant: https://adventofcode.com/2024/day/6

The number of cells that the guard enters (part 1), and of those where an obstacle makes the walk endless (part 2).

Tables say where a walk straight ahead ends, for each cell and direction. For each direction the map is turned until the
direction points to the right, and then the cells are numbered as they are read. So a walk ahead counts up by one, and
an obstacle is in its way if and only if its number lies between the two ends. Part 2 tries all cells of the route at
once, with an array of guards, each with one more obstacle of its own. They walk in step, so all face the same way.

Loops are found by Brent's method. A round is four walks, one in each direction. After 1, 2, 4, 8 ... rounds the place
of each guard is noted. A guard that is in the noted place again after a later round is in a loop; and a guard in a loop
gets there, once a note is taken in the loop and kept for as many rounds as the loop has.

>>> lab = parse(".#..\n...#\n.^..\n..#.\n")
>>> part1(lab), part2(lab)
(5, 1)
"""

from itertools import count, cycle
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_SIDE = 150
OBSTACLE, START, OUTSIDE = "#", "^", " "
Numbers = NDArray[np.int64]


class Direction(NamedTuple):
    """How the cells are numbered in this direction, and tables by these numbers."""

    numbers: Numbers
    """Of each cell. The name of a cell is its number in the first direction."""
    cells: Numbers
    ends: Numbers
    """Where a walk ahead ends: before an obstacle, or off the map."""
    turned: Numbers
    """The number of the same cell in the next direction."""


class Lab(NamedTuple):
    start: int
    outside: NDArray[np.bool_]
    """The cells around the map."""
    directions: list[Direction]
    """Up, right, down, left."""


def parse(text: str) -> Lab:
    reader = Reader(text)
    rows = reader.rows("." + OBSTACLE + START, MOST_SIDE, MOST_SIDE, most={START: 1})
    reader.end()
    reader.check_grid(rows, START)
    padded = np.pad(np.array([list(row) for row in rows]), 1, constant_values=OUTSIDE)
    return lab_of(np.rot90(padded, -1))


def lab_of(cells: NDArray[np.str_]) -> Lab:
    """The tables for a map that is turned such that upwards is to the right."""
    every = np.arange(cells.size)
    orders = [np.rot90(every.reshape(cells.shape), turns).ravel() for turns in range(4)]
    numbers = [np.argsort(order) for order in orders]
    obstacles, outside = (cells.ravel() == kind for kind in (OBSTACLE, OUTSIDE))
    directions = []
    for turns, order in enumerate(orders):
        stops = outside[order] | np.roll(obstacles[order], -1)
        ends = np.minimum.accumulate(np.where(stops, every, every.size)[::-1])[::-1]
        directions.append(Direction(numbers[turns], order, ends, numbers[(turns + 1) % 4][order]))
    return Lab(int(np.argmax(cells == START)), outside, directions)


def part1(lab: Lab) -> int | None:
    cells = route(lab)
    return len(cells) if cells else None


def part2(lab: Lab) -> int | None:
    cells = route(lab)
    return loops(lab, np.array(sorted(cells - {lab.start}), int)) if cells else None


def route(lab: Lab) -> set[int]:
    """The cells that the guard enters; none if the walk is endless."""
    place = lab.start
    cells: set[int] = set()
    walks = set()
    turns = cycle(enumerate(lab.directions))
    number, direction = next(turns)
    while (number, place) not in walks:
        walks.add((number, place))
        end = int(direction.ends[place])
        cells.update(direction.cells[place : end + 1].tolist())
        if lab.outside[direction.cells[end]]:
            return cells - {int(direction.cells[end])}
        place = int(direction.turned[end])
        number, direction = next(turns)
    return set()


def loops(lab: Lab, obstacles: Numbers) -> int:
    """With how many of these obstacles, one at a time, is the walk endless?"""
    own = np.array([direction.numbers[obstacles] for direction in lab.directions])
    places = noted = np.full(obstacles.size, lab.start)
    found = 0
    for rounds in count(1):
        for direction, obstacle in zip(lab.directions, own, strict=True):
            ends = direction.ends[places]
            ends = np.where((places < obstacle) & (obstacle <= ends), obstacle - 1, ends)
            places = direction.turned[ends]
        looping = places == noted
        found += int(np.count_nonzero(looping))
        going_on = ~(looping | lab.outside[places])
        own, places, noted = own[:, going_on], places[going_on], noted[going_on]
        if not places.size:
            break
        if rounds.bit_count() == 1:
            noted = places
    return found
