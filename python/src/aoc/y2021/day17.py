r"""Trick Shot: https://adventofcode.com/2021/day/17

How high do shots go that hit the target area, and how many of them are there? The two axes know nothing of each other
except the number of the step. So on each axis all velocities are tried, and noted under the steps at which they are in
the area; a velocity hits where both axes do on one step. A shot upwards with v comes back to height 0 after 2v + 1 steps
and goes on like a shot downwards with v + 1, so only shots downwards are followed.

The highest shot is looked up among the hits: the fastest shot up is not always met by an x velocity.

>>> target = parse("target area: x=7..9, y=-2..-2\n")
>>> sorted(hits(target)), part1(target), part2(target)
([(7, -2), (8, -2), (9, -2)], 0, 3)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, count, repeat
from typing import NamedTuple

from aoc.text import Reader


class Target(NamedTuple):
    x: range
    y: range


def parse(text: str) -> Target:
    reader = Reader(text)
    reader.literal("target area: x=")
    x = reader.span(1, 999, "..")
    reader.literal(", y=")
    y = reader.span(-999, -1, "..")
    reader.end()
    return Target(x, y)


def part1(target: Target) -> int:
    highest = max(vy for _, vy in hits(target))
    return sum(range(highest + 1))


def part2(target: Target) -> int:
    return len(hits(target))


def hits(target: Target) -> set[tuple[int, int]]:
    """Which velocities put a probe into the area after some step?"""
    depths = range(1 - target.y.stop, 1 - target.y.start)
    vys_at: defaultdict[int, list[int]] = defaultdict(list)
    for down in range(1, depths.stop):
        for step in steps_inside(count(down), depths):
            up = down - 1
            vys_at[step].append(-down)
            vys_at[step + 2 * up + 1].append(up)
    last_step = max(vys_at)
    velocities = set()
    for vx in range(1, target.x.stop):
        speeds = chain(range(vx, 0, -1), repeat(0, last_step))
        for step in steps_inside(speeds, target.x):
            velocities.update([(vx, vy) for vy in vys_at[step]])
    return velocities


def steps_inside(speeds: Iterable[int], area: range) -> Iterator[int]:
    """After which steps is a probe with these speeds in the area?"""
    for step, place in enumerate(accumulate(speeds), start=1):
        if place >= area.stop:
            return
        if place in area:
            yield step
