r"""The Floor Will Be Lava: https://adventofcode.com/2023/day/16

A beam of light enters a grid of mirrors and splitters. How many cells does it light? In part 1 it enters at the top
left and goes right, part 2 asks for the most cells from any entrance along the border.

A splitter has two arms, and light leaves it by one or both of them. What an arm lights does not depend on where the
light comes from. So the beam of each arm is followed only once, up to the next splitter or out of the grid:

    --> . . \ .      From the entrance, the beam comes to the flat side of the splitter -, and goes on by both of its
        | . - .      arms. The left arm's beam comes to the splitter |, and goes on by both arms of that. A beam that hits
                     the end of a splitter goes straight on, by one arm.

A search finds all arms that light reaches from an arm, and unites what they light. A search that comes to an arm from
which an earlier one began takes over all that the earlier one found. A set is a whole number with a bit for each of its
cells or arms.

Between splitters a beam can be followed backwards too. So no two beams go through a cell in the same direction, and all
of them together are at most four times as long as the grid has cells.

>>> contraption = parse(".|..\\\n..-..\n|.-./\n.....\n")
>>> part1(contraption), part2(contraption)
(5, 16)
"""

from typing import NamedTuple

from aoc.rows import Flat, flat
from aoc.text import Reader

MOST_SIDE = 120
OUTSIDE = " "


class Beam(NamedTuple):
    lit: int
    """The cells, a bit for each; the splitter at the end is one of them."""
    arms: list[int]
    """The numbers of the arms by which the light goes on."""


class Found(NamedTuple):
    """What light that leaves by an arm reaches."""

    lit: int
    """The cells, a bit for each."""
    arms: int
    """The arms, a bit for each."""


def parse(text: str) -> Flat:
    reader = Reader(text)
    rows = reader.rows(r"./\|-", MOST_SIDE, MOST_SIDE)
    reader.end()
    return flat(rows, OUTSIDE)


def part1(contraption: Flat) -> int:
    return most_lit(contraption, [(0, 1)])


def part2(contraption: Flat) -> int:
    cells, down = contraption
    end = len(cells) - down
    rows, columns = range(0, end, down), range(down - 1)
    from_sides = [entrance for row in rows for entrance in ((row, 1), (row + down - 2, -1))]
    from_ends = [entrance for column in columns for entrance in ((column, down), (end - down + column, -down))]
    return most_lit(contraption, from_sides + from_ends)


def most_lit(contraption: Flat, entrances: list[tuple[int, int]]) -> int:
    """The most cells that are lit from one of the entrances, each a cell and the step of the beam there."""
    cells, down = contraption
    steps = {"|": (-down, down), "-": (-1, 1)}
    beams = {
        arm_number(cell, step): follow(contraption, cell + step, step)
        for cell, kind in enumerate(cells)
        for step in steps.get(kind, ())
    }
    found: dict[int, Found] = {}
    most = 0
    for cell, step in entrances:
        lit, arms = follow(contraption, cell, step)
        for arm in arms:
            if arm not in found:
                found[arm] = search(beams, arm, found)
            lit |= found[arm].lit
        most = max(most, lit.bit_count())
    return most


def arm_number(cell: int, step: int) -> int:
    return 2 * cell + (step > 0)


def search(beams: dict[int, Beam], first: int, earlier: dict[int, Found]) -> Found:
    """What the first arm leads to, given the beam of each arm and what earlier first arms lead to."""
    lit = arms = 0
    waiting = [first]
    for arm in waiting:
        if arms >> arm & 1:
            continue
        if arm in earlier:
            lit |= earlier[arm].lit
            arms |= earlier[arm].arms
        else:
            lit |= beams[arm].lit
            arms |= 1 << arm
            waiting += beams[arm].arms
    return Found(lit, arms)


def follow(contraption: Flat, cell: int, step: int) -> Beam:
    """The beam that enters this cell with this step."""
    cells, down = contraption
    turns = {"/": {1: -down, -1: down, down: -1, -down: 1}, "\\": {1: down, -1: -down, down: 1, -down: -1}}
    axes = {"|": down, "-": 1}
    lit = 0
    while (kind := cells[cell]) != OUTSIDE:
        lit |= 1 << cell
        if kind in axes:
            axis = axes[kind]
            steps = [step] if abs(step) == axis else [-axis, axis]
            return Beam(lit, [arm_number(cell, step) for step in steps])
        if kind in turns:
            step = turns[kind][step]
        cell += step
    return Beam(lit, [])
