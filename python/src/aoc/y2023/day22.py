r"""Sand Slabs: https://adventofcode.com/2023/day/22

Straight bricks fall down until the ground or another brick stops them. Part 1 asks how many bricks could be taken away
without another one falling. Part 2 adds up, over all bricks, how many others would fall if this one were taken away.

The bricks are dropped in the order of their lowest cubes, onto a map of heights. A second map holds the brick on top of
each column. A brick comes to rest on the greatest height below it, and the bricks on top of the columns with this
height are its supports. A brick falls if all of its supports fall. They come before it in the order, so one pass
finds all that fall. The ground is a support that never falls.

>>> pile = parse("2,0,1~2,1,1\n0,0,4~2,0,4\n1,1,3~2,1,3\n2,1,7~2,1,8\n0,0,1~0,0,1\n")
>>> part1(pile), part2(pile)
(3, 3)
"""

from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np

from aoc.text import Reader

MOST_BRICKS, MOST_LENGTH, SIDE, MOST_HEIGHT = 1500, 10, 10, 400
GROUND = -1
Supports: TypeAlias = list[set[int]]
"""For each brick, in the order in which they fall, what it rests on."""


class Brick(NamedTuple):
    x: range
    y: range
    z: range


def parse(text: str) -> list[Brick]:
    reader = Reader(text)
    bricks: list[Brick] = []
    taken: set[tuple[int, ...]] = set()
    ends = (range(SIDE), range(SIDE), range(1, MOST_HEIGHT + 1))
    for x, y, z, last_x, last_y, last_z in reader.records("{},{},{}~{},{},{}", *ends, *ends, most=MOST_BRICKS):
        brick = Brick(range(x, last_x + 1), range(y, last_y + 1), range(z, last_z + 1))
        if sorted(map(len, brick))[:2] != [1, 1] or len(brick.z) > MOST_LENGTH:
            raise reader.error(f"a straight brick of at most {MOST_LENGTH} cubes, its lower end first")
        cubes = set(product(*brick))
        if cubes & taken:
            raise reader.error("a brick that shares no cube with another")
        taken |= cubes
        bricks.append(brick)
    reader.end()
    return bricks


def part1(bricks: list[Brick]) -> int:
    only = [min(below) for below in supports(bricks) if len(below) == 1]
    return len(bricks) - len(set(only) - {GROUND})


def part2(bricks: list[Brick]) -> int:
    below = supports(bricks)
    return sum(falling(below, brick) for brick in range(len(below)))


def supports(bricks: list[Brick]) -> Supports:
    heights = np.zeros((SIDE, SIDE), int)
    tops = np.full((SIDE, SIDE), GROUND)
    found = []
    for number, brick in enumerate(sorted(bricks, key=lambda brick: brick.z.start)):
        columns = slice(brick.x.start, brick.x.stop), slice(brick.y.start, brick.y.stop)
        height = heights[columns].max()
        found.append(set(tops[columns][heights[columns] == height].tolist()))
        heights[columns] = height + len(brick.z)
        tops[columns] = number
    return found


def falling(below: Supports, taken: int) -> int:
    """How many other bricks fall if this one is taken away?"""
    gone = {taken}
    for number in range(taken + 1, len(below)):
        if below[number] <= gone:
            gone.add(number)
    return len(gone) - 1
