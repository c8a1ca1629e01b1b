r"""Dumbo Octopus: https://adventofcode.com/2021/day/11

Each octopus of a grid gains one energy a step. Whoever gets above 9 flashes, once a step, and gives one energy to all
eight neighbours, which may flash in turn; then those that flashed are at 0. Part 1 counts the flashes of the first 100
steps; part 2 asks for the first step on which all flash.

The grid is a NumPy array and a step goes in waves: all that are ready flash together, and their neighbours are told all
at once. Some grids never flash all together (two octopuses can keep their distance for ever), so parsing runs them, and
refuses a grid that is not together after 2000 steps: an arbitrary limit, but one that all three solutions keep. Rust
packs rows into words; Haskell keeps the time of each next flash and handles flashes as events.

>>> flashes = parse("5999\n9999\n")
>>> part1(flashes), part2(flashes)
(88, 10)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Grid = NDArray[np.int16]

LIMIT = 2000

# Energy that nothing can lift to 0 within a step: it takes in eight neighbours and, as it is summed up here, itself.
FLASHED = -10


def parse(text: str) -> tuple[list[int], int]:
    """How many flash on each step, until all do or for 100 steps; and on which step all do."""
    reader = Reader(text)
    rows = reader.rows("0123456789", width=100, height=100)
    reader.end()
    energy = np.array([list(map(int, row)) for row in rows], np.int16)
    flashes: list[int] = []
    while len(flashes) < 100 or energy.size not in flashes:
        if len(flashes) == LIMIT:
            raise reader.too_soon(f"octopuses that flash all together within {LIMIT} steps")
        flashes.append(step(energy))
    return flashes, flashes.index(energy.size) + 1


def part1(flashes: tuple[list[int], int]) -> int:
    counts, _ = flashes
    return sum(counts[:100])


def part2(flashes: tuple[list[int], int]) -> int:
    _, all_together = flashes
    return all_together


def step(energy: Grid) -> int:
    """Let a step go by: how many octopuses flash?"""
    energy += 1
    while (ready := energy > 9).any():
        energy[ready] = FLASHED
        energy += flashing_neighbours(ready)
    flashed = energy < 0
    energy[flashed] = 0
    return int(np.count_nonzero(flashed))


def flashing_neighbours(flashing: NDArray[np.bool_]) -> Grid:
    """How many flash in the square of nine around each octopus?"""
    height, width = flashing.shape
    padded = np.zeros((height + 2, width + 2), np.int16)
    padded[1:-1, 1:-1] = flashing
    columns: Grid = padded[:-2] + padded[1:-1] + padded[2:]
    squares: Grid = columns[:, :-2] + columns[:, 1:-1] + columns[:, 2:]
    return squares
