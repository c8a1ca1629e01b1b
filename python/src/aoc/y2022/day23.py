r"""Unstable Diffusion: https://adventofcode.com/2022/day/23

Elves stand on a grid. In each round an elf with another one beside it, in any of the eight directions, proposes a step.
It is the first of north, south, west and east for which the three cells on that side are free, if there is one. Elves
that are alone in proposing their cell then go there. After each round the first direction becomes the last. Part 1
counts the free cells of the elves' rectangle after ten rounds, part 2 asks for the first round in which no elf moves.

All elves do each of these things at once, as NumPy arrays. What an elf sees is a number with a bit for each of the eight
cells, and a table says for each such number which step it proposes. The elves that propose each cell are counted.

>>> elves = parse(".##.\n#.#.\n.#.#\n")
>>> part1(elves), part2(elves)
(36, 7)
"""

from collections.abc import Iterator
from itertools import compress, count, islice, product

import numpy as np
from numpy.typing import NDArray

from aoc.grid import EIGHT, where
from aoc.text import Reader

MOST_SIDE, ROUNDS, MARGIN = 80, 10, 20
DIRECTIONS = ((-1, 0), (1, 0), (0, -1), (0, 1))
STAY = len(DIRECTIONS)
Elves = NDArray[np.bool_]
Numbers = NDArray[np.intp]


def parse(text: str) -> Elves:
    reader = Reader(text)
    rows = reader.rows(".#", MOST_SIDE, MOST_SIDE)
    reader.end()
    return where(rows, "#")


def part1(elves: Elves) -> int:
    *_, (elves, _) = islice(rounds(elves), ROUNDS)
    rows, columns = np.nonzero(elves)
    return int(np.ptp(rows) + 1) * int(np.ptp(columns) + 1) - len(rows) if len(rows) else 0


def part2(elves: Elves) -> int:
    moves = (moves for _, moves in rounds(elves))
    return next(number for number, moved in enumerate(moves, 1) if not moved)


def rounds(elves: Elves) -> Iterator[tuple[Elves, int]]:
    """After each round the map of the elves, which grows when it has to, and the number of those that moved."""
    proposals = [proposal_table(first) for first in range(len(DIRECTIONS))]
    elves = np.pad(elves, MARGIN)
    for number in count():
        if elves[[0, -1]].any() or elves[:, [0, -1]].any():
            elves = np.pad(elves, MARGIN)
        yield elves, move(elves, proposals[number % len(DIRECTIONS)])


def move(elves: Elves, proposals: Numbers) -> int:
    """Let the elves do a round, in this very array, and count those that move."""
    down = elves.shape[1]
    cells = elves.reshape(-1)
    places = np.flatnonzero(cells)
    around = np.array([y * down + x for y, x in EIGHT])
    seen = np.packbits(cells[places[:, np.newaxis] + around])
    steps = np.array([y * down + x for y, x in (*DIRECTIONS, (0, 0))])[proposals[seen]]
    places, targets = places[steps != 0], (places + steps)[steps != 0]
    is_alone = np.bincount(targets, minlength=1)[targets] == 1
    cells[places[is_alone]] = False
    cells[targets[is_alone]] = True
    return int(np.count_nonzero(is_alone))


def proposal_table(first: int) -> Numbers:
    """For each number with a bit for each of the eight cells, the number of the direction that an elf proposes."""
    order = [*range(first, len(DIRECTIONS)), *range(first)]
    table = []
    for cells in product((False, True), repeat=len(EIGHT)):
        seen = list(compress(EIGHT, cells))
        free = [number for number in order if not any(is_on_side(cell, DIRECTIONS[number]) for cell in seen)]
        table.append(free[0] if seen and free else STAY)
    return np.array(table)


def is_on_side(cell: tuple[int, int], direction: tuple[int, int]) -> bool:
    return cell[0] * direction[0] + cell[1] * direction[1] > 0
