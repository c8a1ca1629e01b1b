r"""Trick Shot: https://adventofcode.com/2021/day/17

A probe is shot from 0,0 with a velocity of whole numbers. After each step its x velocity is one nearer to zero and its
y velocity one less. It must be in the target area, which is to the right and below, after some whole step. Part 1: how
high can such a shot go? Part 2: how many velocities are there?

The axes know nothing of each other except the number of the step. So for each axis all velocities are shot, and noted
under the steps at which they are in the area; a velocity hits where both axes do on one step. A shot upwards comes back
to height 0 and then goes on like a shot downwards that is one faster. Part 1 asks the same set, as it is not always the
fastest shot up that can be met by an x velocity. Rust counts windows of steps and simulates nothing; Haskell goes by
steps and solves for intervals of velocities.

>>> velocities = parse("target area: x=7..9, y=-2..-2\n")
>>> sorted(velocities), part1(velocities), part2(velocities)
([(7, -2), (8, -2), (9, -2)], 0, 3)
"""

from collections import defaultdict
from itertools import accumulate, chain, count, repeat

from aoc.text import Reader

Velocities = set[tuple[int, int]]


def parse(text: str) -> Velocities:
    """All velocities that hit the area."""
    reader = Reader(text)
    reader.literal("target area: x=")
    x1 = reader.number(1, 999)
    reader.literal("..")
    x2 = reader.number(x1, 999)
    reader.literal(", y=")
    y1 = reader.number(-999, -1)
    reader.literal("..")
    y2 = reader.number(y1, -1)
    reader.end()
    return hits(x1, x2, y1, y2)


def part1(velocities: Velocities) -> int:
    up = max(vy for _, vy in velocities)
    return up * (up + 1) // 2 if up > 0 else 0


def part2(velocities: Velocities) -> int:
    return len(velocities)


def hits(x1: int, x2: int, y1: int, y2: int) -> Velocities:
    """Which velocities put a probe into the area after some step?"""
    vys_at = defaultdict(list)
    for vy in range(y1, 0):
        for step, y in enumerate(accumulate(count(vy, -1)), start=1):
            if y < y1:
                break
            if y <= y2:
                vys_at[step].append(vy)
                up = -vy - 1
                vys_at[step + 2 * up + 1].append(up)
    velocities = set()
    for vx in range(1, x2 + 1):
        slowing_down = chain(range(vx, 0, -1), repeat(0))
        for step, x in zip(range(1, max(vys_at) + 1), accumulate(slowing_down), strict=False):
            if x > x2:
                break
            if x >= x1:
                velocities.update([(vx, vy) for vy in vys_at[step]])
    return velocities
