r"""Passage Pathing: https://adventofcode.com/2021/day/12

How many paths lead from `start` to `end`, if small caves (lower case) may be entered once, and in part 2 one of them
twice? The number of paths from a cave to the end depends only on the small caves that have been seen and on whether a
second visit is still to be had. So the walk is a recursion that remembers its results. It ends because no two big caves
are joined: every other step uses up a small cave or the second visit.

>>> caves = parse("start-A\nA-b\nA-end\nb-c\n")
>>> part1(caves), part2(caves)
(2, 4)
"""

from collections import defaultdict
from functools import cache
from string import ascii_letters

from aoc.text import Reader

Caves = dict[str, set[str]]


def parse(text: str) -> Caves:
    reader = Reader(text)
    caves: Caves = defaultdict(set)
    for a, b in reader.records("{}-{}", ascii_letters):
        for cave in (a, b):
            if not (cave.islower() or cave.isupper()):
                raise reader.error("caves in all upper or all lower case")
        if a == b or b in caves[a] or (a.isupper() and b.isupper()):
            raise reader.error("a new passage between two caves, not both big")
        caves[a].add(b)
        caves[b].add(a)
        big = sum(cave.isupper() for cave in caves)
        if big > 10 or len(caves.keys() - {"start", "end"}) - big > 10:
            raise reader.error("at most ten small and ten big caves")
    reader.end()
    if not {"start", "end"} <= caves.keys():
        raise reader.too_soon("passages at the start and at the end")
    return dict(caves)


def part1(caves: Caves) -> int:
    return paths(caves, spare_visit=False)


def part2(caves: Caves) -> int:
    return paths(caves, spare_visit=True)


def paths(caves: Caves, spare_visit: bool) -> int:
    """How many paths lead from start to end, with or without a second visit to one small cave?"""

    @cache
    def paths_from(cave: str, seen: frozenset[str], spare_visit: bool) -> int:
        if cave == "end":
            return 1
        total = 0
        for neighbour in caves[cave]:
            if neighbour.isupper():
                total += paths_from(neighbour, seen, spare_visit)
            elif neighbour not in seen:
                total += paths_from(neighbour, seen | {neighbour}, spare_visit)
            elif spare_visit and neighbour != "start":
                total += paths_from(neighbour, seen, False)
        return total

    return paths_from("start", frozenset({"start"}), spare_visit)
