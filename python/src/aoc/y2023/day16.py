r"""The Floor Will Be Lava: https://adventofcode.com/2023/day/16

A beam of light enters a grid of mirrors and splitters. How many cells does it light? In part 1 it enters at the top
left and goes right, part 2 asks for the most cells from any entrance along the border.

A splitter that is hit on its flat side sends out the same two beams from whichever side it is hit. So the beams of
each splitter are followed only once, up to where they leave the grid or hit the flat side of the next splitter. From an
entrance the light goes to a first splitter, and a search finds all splitters that are hit from there. What they light
is united. A search that comes to the first splitter of an earlier one takes over all that was found then. A set of
cells is a whole number with a bit for each of them.

Mirrors, and splitters that are passed, can be gone through backwards too. So no two beams go through a cell in the same
direction, all of them together are short, and a beam that goes around forever comes back to its own start.

>>> contraption = parse(".|..\\\n..-..\n|.-./\n.....\n")
>>> part1(contraption), part2(contraption)
(5, 16)
"""

from collections import deque
from typing import NamedTuple

from aoc.text import Reader

MOST_SIDE = 120
OUTSIDE = " "


class Contraption(NamedTuple):
    cells: str
    """Row after row, with a cell outside behind each row and a row outside at the end."""
    down: int
    """The step from a cell to the one below."""


class Beam(NamedTuple):
    lit: int
    """The cells, a bit for each."""
    splitter: int | None
    """The cell of the splitter that is hit on its flat side at the end."""


class Found(NamedTuple):
    """What is lit, and the splitters that are hit: cells, a bit for each."""

    lit: int
    splitters: int


def parse(text: str) -> Contraption:
    reader = Reader(text)
    rows = reader.rows(r"./\|-", MOST_SIDE, MOST_SIDE)
    reader.end()
    down = len(rows[0]) + 1
    return Contraption(OUTSIDE.join(rows) + OUTSIDE * (down + 1), down)


def part1(contraption: Contraption) -> int:
    return most_lit(contraption, [(0, 1)])


def part2(contraption: Contraption) -> int:
    cells, down = contraption
    end = len(cells) - down
    rows, columns = range(0, end, down), range(down - 1)
    from_sides = [entrance for row in rows for entrance in ((row, 1), (row + down - 2, -1))]
    from_ends = [entrance for column in columns for entrance in ((column, down), (end - down + column, -down))]
    return most_lit(contraption, from_sides + from_ends)


def most_lit(contraption: Contraption, entrances: list[tuple[int, int]]) -> int:
    """The most cells that are lit from one of the entrances, each a cell and the step of the beam there."""
    axes = {"|": contraption.down, "-": 1}
    pairs = {
        cell: [follow(contraption, cell, step) for step in (-axes[kind], axes[kind])]
        for cell, kind in enumerate(contraption.cells)
        if kind in axes
    }
    found: dict[int, Found] = {}
    most = 0
    for cell, step in entrances:
        lit, splitter = follow(contraption, cell, step)
        if splitter is not None:
            if splitter not in found:
                found[splitter] = search(pairs, splitter, found)
            lit |= found[splitter].lit
        most = max(most, lit.bit_count())
    return most


def search(pairs: dict[int, list[Beam]], first: int, earlier: dict[int, Found]) -> Found:
    """What is found from the first splitter, given the two beams of each one."""
    lit = splitters = 0
    waiting = deque([first])
    while waiting:
        splitter = waiting.popleft()
        if splitters >> splitter & 1:
            continue
        if splitter in earlier:
            lit |= earlier[splitter].lit
            splitters |= earlier[splitter].splitters
            continue
        splitters |= 1 << splitter
        for beam in pairs[splitter]:
            lit |= beam.lit
            if beam.splitter is not None:
                waiting.append(beam.splitter)
    return Found(lit, splitters)


def follow(contraption: Contraption, cell: int, step: int) -> Beam:
    """The beam that goes through this cell with this step. At a splitter, the step has to be along it."""
    cells, down = contraption
    turns = {"/": {1: -down, -1: down, down: -1, -down: 1}, "\\": {1: down, -1: -down, down: 1, -down: -1}}
    flat = {"|": (1, -1), "-": (down, -down)}
    start = cell, step
    lit = 0
    while (kind := cells[cell]) != OUTSIDE:
        lit |= 1 << cell
        if kind in flat and step in flat[kind]:
            return Beam(lit, cell)
        if kind in turns:
            step = turns[kind][step]
        cell += step
        if (cell, step) == start:
            break
    return Beam(lit, None)
