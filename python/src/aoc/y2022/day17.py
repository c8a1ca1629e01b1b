r"""Pyroclastic Flow: https://adventofcode.com/2022/day/17

Rocks of five shapes fall in turn into a chamber seven units wide. Before each step down a jet pushes the rock to one
side, if there is room. How high is the tower after 2,022 rocks (part 1), and after 10^12 (part 2)?

Rock and tower are numbers, with nine bits for each row: the two walls and the seven units between them.

    ...####..   A push moves all bits of the rock by one place, and a step down by nine places. There is room if no bit
    #.......#   is both in the rock and in the tower.
    #..###..#

Only the 64 rows at the top of the tower are kept, and a rock that comes to rest more than 60 rows below the top is
refused. So these rows, the shape and the next jet decide all that follows. When they are the same as before an earlier
rock, the rocks between the two repeat forever, and the tower grows by the same height each time. To know that no rock
falls too deep, the reader has to follow all rocks up to there, so it keeps the heights.

>>> growth = parse(">><<<\n")
>>> part1(growth), part2(growth)
(5250, 2599999999994)
"""

from collections.abc import Iterator
from itertools import cycle
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_JETS = 20_000
FEW_ROCKS, MANY_ROCKS = 2022, 10**12
State: TypeAlias = tuple[int, int, int]
"""The shape of the next rock, the place of the next jet, and the rows at the top of the tower."""


def number(*rows: str) -> int:
    """The bits of these rows, of which the lowest is the last."""
    return int("".join(rows).replace(".", "0").replace("#", "1"), 2)


ROCKS = (
    number("...####.."),
    number("....#....", "...###...", "....#...."),
    number(".....#...", ".....#...", "...###..."),
    number("...#.....", "...#.....", "...#.....", "...#....."),
    number("...##....", "...##...."),
)
ROW, KNOWN_ROWS, DEEPEST = 9, 64, 60
START = KNOWN_ROWS + 3
WALLS = number(*["#.......#"] * (START + 4))
FULL_ROW = number("#########")
FULL_ROWS = number(*["#########"] * KNOWN_ROWS)
TOO_DEEP = number(*["#########"] * (KNOWN_ROWS - 1 - DEEPEST))


class Growth(NamedTuple):
    heights: list[int]
    """The height of the tower after 0 rocks, 1 rock and so on, up to the first state that has been there before."""
    cycle_start: int
    """After how many rocks that state was there first."""


def parse(text: str) -> Growth:
    reader = Reader(text)
    jets = reader.match(f"[<>]{{1,{MOST_JETS}}}", f"1 to {MOST_JETS} jets `<` and `>`")
    reader.end()
    first: dict[State, int] = {}
    heights: list[int] = []
    for state, height in states(jets):
        heights.append(height)
        if state in first:
            return Growth(heights, first[state])
        first[state] = len(first)
    raise reader.error_of_whole(f"a rock comes to rest more than {DEEPEST} rows below the top")


def part1(growth: Growth) -> int:
    return height_after(growth, FEW_ROCKS)


def part2(growth: Growth) -> int:
    return height_after(growth, MANY_ROCKS)


def height_after(growth: Growth, rocks: int) -> int:
    heights, start = growth
    if rocks < len(heights):
        return heights[rocks]
    times, rest = divmod(rocks - start, len(heights) - 1 - start)
    return heights[start + rest] + times * (heights[-1] - heights[start])


def states(jets: str) -> Iterator[tuple[State, int]]:
    """The state before each rock, and the height of the tower. They end with a rock that falls too deep."""
    tower, height, jet = FULL_ROWS | WALLS, 0, 0
    for shape in cycle(range(len(ROCKS))):
        yield (shape, jet, tower), height
        rock = ROCKS[shape] << ROW * START
        while True:
            pushed = rock << 1 if jets[jet] == "<" else rock >> 1
            jet = (jet + 1) % len(jets)
            if not pushed & tower:
                rock = pushed
            if (rock >> ROW) & tower:
                break
            rock >>= ROW
        if rock & TOO_DEEP:
            return
        top = rock.bit_length() // ROW
        grown = max(0, top + 1 - KNOWN_ROWS)
        height += grown
        # The lowest row is always full, so that no rock falls past it.
        tower = ((tower | rock) >> ROW * grown) | WALLS | FULL_ROW
