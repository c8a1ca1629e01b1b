r"""Passage Pathing: https://adventofcode.com/2021/day/12

Caves are joined by passages. How many ways lead from `start` to `end`, if small caves (lower case) may be entered once
and big ones any number of times? In part 2 one small cave, but not `start`, may be entered twice.

The ways from a cave to the end depend only on which small caves have been seen and whether one may still be seen again,
so the walk is written as a recursion that remembers its results. Rust first melts the big caves into weighted passages
and fills a table over bit masks; Haskell fills a lazy table from the end. No two big caves are joined, or there would
be no end to the ways.

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
    return ways(caves, spare_visit=False)


def part2(caves: Caves) -> int:
    return ways(caves, spare_visit=True)


def ways(caves: Caves, spare_visit: bool) -> int:
    """How many ways lead from start to end, with or without a second visit to one small cave?"""

    @cache
    def ways_from(cave: str, seen: frozenset[str], spare_visit: bool) -> int:
        if cave == "end":
            return 1
        total = 0
        for neighbour in caves[cave]:
            if neighbour.isupper():
                total += ways_from(neighbour, seen, spare_visit)
            elif neighbour not in seen:
                total += ways_from(neighbour, seen | {neighbour}, spare_visit)
            elif spare_visit and neighbour != "start":
                total += ways_from(neighbour, seen, False)
        return total

    return ways_from("start", frozenset({"start"}), spare_visit)
