r"""A Long Walk: https://adventofcode.com/2023/day/23

A maze has corridors between junctions. How many steps has the longest walk from the entrance to the exit that comes to
no cell twice? In part 1 the slopes in the corridors are one-way, in part 2 they are plain cells.

In part 1 the slopes lead from junction to junction without a circle, so the longest walk from a junction follows from
the longest walks from the next junctions.

Part 2 cuts the junctions into two regions, and each of them in the same way, down to single junctions. What a walk does
inside a region is a set of pieces, and each piece joins two of the corridors that lead out of the region:

    a --+   +-- b        For the rest of the walk it is enough to know that the pieces
        |   |            join a with c and b with d, not how they do it. So only the
    c --+   +-- d        greatest length for each such pattern is kept.

A single junction joins two of its corridors, or none. Two regions are put together: one pattern of each, if both use
the same of the corridors in between, so that their pieces are joined there. Patterns that close a ring are left out.

The entrance and the exit count as junctions, each with one more corridor, which leads outside. The longest walk is the
pattern of the whole maze that joins these two. Each corridor is counted at both of its ends, so lengths are halved in
the end.

The number of patterns grows with the number of corridors out of the region. So several cuts are tried: from each
junction, the nearest half of the region is one side. The cut with the fewest corridors out of either side is taken.

>>> rows = ["#.#######", "#.>...>.#", "#v###.#.#", "#.>...#.#", "#v#####.#", "#.......#", "#######.#"]
>>> maze = parse("\n".join(rows))
>>> part1(maze), part2(maze)
(16, 20)
"""

from collections import Counter, defaultdict
from graphlib import CycleError, TopologicalSorter
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

LEAST_SIDE, MOST_SIDE, MOST_JUNCTIONS = 3, 150, 36
WALL, FREE = "#."

Paths: TypeAlias = dict[int, list[list[int]]]
"""For the entrance, the exit and each junction, the cells of the path through each corridor from there."""

Junction: TypeAlias = dict[int, int]
"""The numbers of its corridors with their lengths."""

Region: TypeAlias = list[Junction]

Pattern: TypeAlias = frozenset[tuple[int, int]]
"""The corridors out of a region that are used, each with the one that a piece joins it to: (a, c), (c, a), ..."""


class Cells(NamedTuple):
    kinds: str
    """Row after row, with a row of walls before and after."""
    down: int
    """The step from a cell to the one below."""

    def near(self, cell: int) -> list[int]:
        """The open cells beside this one."""
        return [cell + step for step in (-self.down, -1, 1, self.down) if self.kinds[cell + step] != WALL]

    def path(self, start: int, cell: int) -> list[int]:
        """From this junction to the next one, through the corridor that begins with this cell."""
        path = [start, cell]
        while len(near := self.near(path[-1])) == 2:
            path += {*near} - {path[-2]}
        return path

    def is_downwards(self, path: list[int]) -> bool:
        """Does the path leave each slope downwards?"""
        slopes = {">": 1, "v": self.down}
        return all(slopes.get(self.kinds[cell], after - cell) == after - cell for cell, after in pairwise(path))


class Maze(NamedTuple):
    entrance: int
    exit: int
    corridors: dict[int, dict[int, int]]
    """For the entrance, the exit and each junction, the lengths of the corridors to others."""
    downwards: dict[int, list[int]]
    """Those of the others that are reached without going up a slope, back to the entrance, or on from the exit."""


def parse(text: str) -> Maze:
    reader = Reader(text)
    rows = reader.rows("#.>v", MOST_SIDE, MOST_SIDE, least=LEAST_SIDE, fault=fault_of_row)
    reader.end()
    if not is_wall_with_door(rows[-1]):
        raise reader.error_of_whole("the last row is not all `#` but for one `.`")
    down = len(rows[0])
    cells = Cells(WALL * down + "".join(rows) + WALL * down, down)
    entrance, last = cells.kinds.index(FREE), cells.kinds.rindex(FREE)
    paths = find_paths(cells, entrance)
    check_junctions(reader, cells, paths, paths.keys() - {entrance, last})
    downwards = {
        start: [path[-1] for path in found if cells.is_downwards(path) and start != last and path[-1] != entrance]
        for start, found in paths.items()
    }
    check_slopes(reader, paths, downwards)
    corridors = {start: {path[-1]: len(path) - 1 for path in found} for start, found in paths.items()}
    return Maze(entrance, last, corridors, downwards)


def fault_of_row(y: int, row: str) -> str | None:
    if y == 0 and not is_wall_with_door(row):
        return "a row of `#` but for one `.`"
    return None if row[0] == row[-1] == WALL else "a row with `#` at both ends"


def is_wall_with_door(row: str) -> bool:
    return row.count(FREE) == 1 and row.count(WALL) == len(row) - 1


def find_paths(cells: Cells, entrance: int) -> Paths:
    """All paths, found from the entrance on."""
    found: Paths = {}
    waiting = [entrance]
    for start in waiting:
        if start not in found:
            found[start] = [cells.path(start, cell) for cell in cells.near(start)]
            waiting += [path[-1] for path in found[start]]
    return found


def check_junctions(reader: Reader, cells: Cells, paths: Paths, junctions: set[int]) -> None:
    reached = {cell for found in paths.values() for path in found for cell in path}
    if len(reached) < len(cells.kinds) - cells.kinds.count(WALL):
        raise reader.error_of_whole("the open cells are not connected")
    if any(len(paths[cell]) < 3 for cell in junctions):
        raise reader.error_of_whole("there is a dead end")
    if len(junctions) > MOST_JUNCTIONS or any(cells.kinds[cell] != FREE for cell in junctions):
        raise reader.error_of_whole(f"there are more than {MOST_JUNCTIONS} junctions, or one of them is a slope")
    if any(len({start} | {path[-1] for path in found}) <= len(found) for start, found in paths.items()):
        raise reader.error_of_whole("a corridor comes back to its junction, or two join the same junctions")


def check_slopes(reader: Reader, paths: Paths, downwards: dict[int, list[int]]) -> None:
    for start, found in paths.items():
        if any((path[-1] in downwards[start]) == (start in downwards[path[-1]]) for path in found):
            raise reader.error_of_whole("a corridor has no slope, or slopes against each other or the walk")
    try:
        TopologicalSorter(downwards).prepare()
    except CycleError as error:
        raise reader.error_of_whole("the slopes lead round in a circle") from error


def part1(maze: Maze) -> int | None:
    longest = {maze.exit: 0}
    exit_first = TopologicalSorter(maze.downwards).static_order()
    for start in exit_first:
        onwards = [maze.corridors[start][end] + longest[end] for end in maze.downwards[start] if end in longest]
        longest |= {start: max(onwards)} if onwards else {}
    return longest.get(maze.entrance)


def part2(maze: Maze) -> int:
    # A corridor has the same number at both of its ends.
    numbers: dict[frozenset[int], int] = {}
    junctions = {
        start: {numbers.setdefault(frozenset((start, end)), len(numbers)): length for end, length in found.items()}
        for start, found in maze.corridors.items()
    }
    into, out = -1, -2
    junctions[maze.entrance][into] = junctions[maze.exit][out] = 0
    longest = patterns(list(junctions.values()))
    return longest[frozenset([(into, out), (out, into)])] // 2


def patterns(region: Region) -> dict[Pattern, int]:
    """The patterns of the region with their greatest lengths."""
    if len(region) == 1:
        return patterns_of_junction(region[0])
    one_half, other_half = halves(region)
    between = set().union(*one_half) & set().union(*other_half)
    others = patterns(other_half)
    by_use = defaultdict(list)
    for other in others:
        by_use[used(other, between)].append(other)
    longest: dict[Pattern, int] = {}
    for one, length in patterns(one_half).items():
        for other in by_use[used(one, between)]:
            joined = join(one, other)
            if joined is not None:
                longest[joined] = max(length + others[other], longest.get(joined, 0))
    return longest


def patterns_of_junction(junction: Junction) -> dict[Pattern, int]:
    found = {frozenset([(a, b), (b, a)]): junction[a] + junction[b] for a, b in combinations(junction, 2)}
    # Only entrance and exit have no more than two corridors, and the walk cannot leave them out.
    return found if len(junction) == 2 else {**found, frozenset(): 0}


def halves(region: Region) -> tuple[Region, Region]:
    """The cut in two halves for which the greater number of corridors out of a half is least."""
    orders = [by_nearness(region, first) for first in region]
    cuts = [(order[: len(order) // 2], order[len(order) // 2 :]) for order in orders]
    return min(cuts, key=lambda cut: sorted(map(corridors_out, cut), reverse=True))


def by_nearness(region: Region, first: Junction) -> Region:
    """The junctions in breadth-first order from the first; those that it is not connected with come last."""
    order = [first]
    rest = [junction for junction in region if junction != first]
    for junction in order:
        order += [other for other in rest if other.keys() & junction.keys()]
        rest = [other for other in rest if not other.keys() & junction.keys()]
    return order + rest


def corridors_out(region: Region) -> int:
    """How many corridors have only one end in the region."""
    ends = Counter(corridor for junction in region for corridor in junction)
    return list(ends.values()).count(1)


def used(pattern: Pattern, between: set[int]) -> frozenset[int]:
    """Those of the corridors in between that the pattern uses."""
    return frozenset(corridor for corridor, _ in pattern if corridor in between)


def join(one: Pattern, other: Pattern) -> Pattern | None:
    """The pattern of both together, without the corridors that both use; None if a piece becomes a ring."""
    joined = dict(one)
    for start, end in other:
        if start < end:
            if joined.get(start) == end:
                return None
            far_start, far_end = joined.pop(start, start), joined.pop(end, end)
            joined[far_start], joined[far_end] = far_end, far_start
    return frozenset(joined.items())
