r"""Dumbo Octopus: https://adventofcode.com/2021/day/11

Part 1 counts the flashes of 100 steps, part 2 asks for the first step on which all octopuses flash. A step goes in
waves: all that are ready flash together, and their neighbours are charged all at once, until nobody is ready. The order
of flashes within a step does not matter, since each octopus flashes once and additions commute.

Two octopuses can keep their distance forever, so part 2 has no answer where all do not flash within 2000 steps.

>>> octopuses = parse("5999\n9999\n")
>>> part1(octopuses), part2(octopuses)
(88, 10)
"""

import numpy as np
from numpy.typing import NDArray

from aoc import grid
from aoc.text import Reader

Energy = NDArray[np.uint8]

LIMIT = 2000


def parse(text: str) -> Energy:
    reader = Reader(text)
    energy = grid.digit_rows(reader, "0123456789", width=100, height=100)
    reader.end()
    return energy


def part1(energy: Energy) -> int:
    flashes = 0
    for _ in range(100):
        energy = step(energy)
        flashes += int(np.count_nonzero(energy == 0))
    return flashes


def part2(energy: Energy) -> int | None:
    for number in range(1, LIMIT + 1):
        energy = step(energy)
        if not energy.any():
            return number
    return None


def step(energy: Energy) -> Energy:
    """The energy after a step, which is 0 where an octopus flashed."""
    energy = energy + 1
    flashed = np.zeros(energy.shape, bool)
    while (ready := (energy > 9) & ~flashed).any():
        flashed |= ready
        for charge in grid.neighbours(ready.astype(np.uint8), grid.EIGHT):
            energy += charge
    energy[flashed] = 0
    return energy
