r"""Boiling Boulders: https://adventofcode.com/2022/day/18

Cubes of lava are given by their coordinates. Part 1 counts the sides of cubes that touch no other cube, part 2 only
those that air from outside can reach.

In part 1 each cube looks at its six neighbours. In part 2 a breadth-first search goes through the air, from a corner of
a box that leaves room around the lava. Each step that would go into a cube is a side that is reached.

>>> cubes = parse("1,1,0\n0,1,1\n2,1,1\n1,0,1\n1,2,1\n1,1,2\n")
>>> part1(cubes), part2(cubes)
(36, 30)
"""

from typing import TypeAlias

from aoc.text import Reader

MOST_CUBES, SIDE = 4000, 30
Cube: TypeAlias = tuple[int, ...]


def parse(text: str) -> set[Cube]:
    reader = Reader(text)
    cubes = reader.distinct(reader.records("{},{},{}", range(SIDE), most=MOST_CUBES), "a cube that is not there yet")
    reader.end()
    return set(cubes)


def part1(cubes: set[Cube]) -> int:
    return sum(neighbour not in cubes for cube in cubes for neighbour in neighbours(cube))


def part2(cubes: set[Cube]) -> int:
    box = range(-1, max(map(max, cubes)) + 2)
    sides = 0
    outside: list[Cube] = [(-1, -1, -1)]
    seen = set(outside)
    for air in outside:
        for neighbour in neighbours(air):
            if neighbour in cubes:
                sides += 1
            elif neighbour not in seen and min(neighbour) in box and max(neighbour) in box:
                seen.add(neighbour)
                outside.append(neighbour)
    return sides


def neighbours(cube: Cube) -> list[Cube]:
    x, y, z = cube
    return [(x - 1, y, z), (x + 1, y, z), (x, y - 1, z), (x, y + 1, z), (x, y, z - 1), (x, y, z + 1)]
