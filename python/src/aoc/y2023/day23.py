r"""A Long Walk: https://adventofcode.com/2023/day/23

A maze has corridors between junctions. How many steps has the longest walk from the entrance to the exit that comes to
no cell twice? In part 1 the slopes in the corridors are one-way, in part 2 they are plain cells.

The entrance and the exit count as junctions. In part 1 the slopes lead from junction to junction without a circle, so
the longest walk from a junction follows from the longest walks from the next junctions.

Part 2 joins junctions to regions. What a walk does inside a region is a set of pieces, and each piece joins two of the
corridors that lead out of the region:

    a --+   +-- b        For the rest of the walk it is enough to know that the pieces
        |   |            join a with c and b with d, not how they do it. So only the
    c --+   +-- d        greatest length for each such pattern is kept.

At first each junction is a region, and joins two of its corridors or none. Then two regions become one, again and
again. A pattern of the one and a pattern of the other fit if both use the same of the corridors in between: their
pieces are joined there. Patterns that close a ring are left out.

The entrance and the exit have one more corridor each, which leads outside. In the end the maze is one region, and the
pattern that joins these two is the longest walk. Each corridor is counted at both of its ends, so the sum is halved.

The number of patterns grows with the number of corridors out of a region. So it is always the two regions with the
fewest corridors out of both that become one.

>>> rows = ["#.#######", "#.>...>.#", "#v###.#.#", "#.>...#.#", "#v#####.#", "#.......#", "#######.#"]
>>> maze = parse("\n".join(rows))
>>> part1(maze), part2(maze)
(16, 20)
"""

import re
from collections import Counter, defaultdict
from graphlib import CycleError, TopologicalSorter
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias

from aoc.rows import Flat, flat
from aoc.text import Reader

LEAST_SIDE, MOST_SIDE, MOST_JUNCTIONS = 3, 150, 36
WALL, FREE, WALL_WITH_GAP = "#", ".", "#+[.]#+"
INTO, OUT = -1, -2  # the corridors from outside to the entrance, and from the exit to outside

Path: TypeAlias = list[int]
"""The cells from one junction to another."""

Pattern: TypeAlias = frozenset[tuple[int, int]]
"""The corridors out of a region that are used, each with the one that a piece joins it to: (a, c), (c, a), ..."""


class Corridor(NamedTuple):
    """It leads from start to end: not up a slope, not back to the entrance and not on from the exit.

    Cells are numbered in reading order, so the entrance is the least start of all, and the exit the greatest end.
    """

    start: int
    end: int
    length: int


class Region(NamedTuple):
    corridors_out: frozenset[int]
    longest: dict[Pattern, int]
    """The greatest length of each pattern."""


def parse(text: str) -> list[Corridor]:
    """The corridors, those on from a junction before those to it."""
    reader = Reader(text)
    rows = reader.rows("#.>v", MOST_SIDE, MOST_SIDE, least=LEAST_SIDE, fault=fault_of_row)
    reader.end()
    if not re.fullmatch(WALL_WITH_GAP, rows[-1]):
        raise reader.error_of_whole("the last row is not all `#` but for one `.`")
    grid = flat(rows, WALL)
    paths = find_paths(grid)
    if fault := fault_of_paths(grid, paths):
        raise reader.error_of_whole(fault)
    corridors = [Corridor(path[0], path[-1], len(path) - 1) for path in paths if is_onward(grid, path)]
    ends = {start: [end for other, end, _ in corridors if other == start] for start, _, _ in corridors}
    try:
        exit_first = list(TopologicalSorter(ends).static_order())
    except CycleError as error:
        raise reader.error_of_whole("the slopes lead round in a circle") from error
    return sorted(corridors, key=lambda corridor: exit_first.index(corridor.start))


def fault_of_row(y: int, row: str) -> str | None:
    fits = re.fullmatch("#.*#" if y else WALL_WITH_GAP, row)
    return None if fits else "a row with `#` at both ends, the first one all `#` but for one `.`"


def near(grid: Flat, cell: int) -> list[int]:
    """The open cells beside this one."""
    return [cell + step for step in (-grid.down, -1, 1, grid.down) if grid.cells[cell + step] != WALL]


def find_paths(grid: Flat) -> list[Path]:
    """The paths through all corridors, each in both directions, found from the entrance on."""
    paths: list[Path] = []
    junctions = [grid.cells.index(FREE)]
    known = {*junctions}
    for start in junctions:
        for cell in near(grid, start):
            path = [start, cell]
            while len(both := near(grid, path[-1])) == 2:
                path += {*both} - {path[-2]}
            paths.append(path)
            if path[-1] not in known:
                known.add(path[-1])
                junctions.append(path[-1])
    return paths


def fault_of_paths(grid: Flat, paths: list[Path]) -> str | None:
    kinds, corridors = grid.cells, Counter(path[0] for path in paths)
    junctions = corridors.keys() - {kinds.index(FREE), kinds.rindex(FREE)}
    if len({cell for path in paths for cell in path}) < len(kinds) - kinds.count(WALL):
        return "the open cells are not connected"
    if len(junctions) > MOST_JUNCTIONS or any(kinds[cell] != FREE or corridors[cell] < 3 for cell in junctions):
        return f"there is a dead end, a slope at a junction, or more than {MOST_JUNCTIONS} junctions"
    if len({(path[0], path[-1]) for path in paths}) < len(paths):
        return "a corridor comes back to its junction, or two join the same junctions"
    if any(is_onward(grid, path) == is_onward(grid, path[::-1]) for path in paths):
        return "a corridor has no slope, or slopes against each other or the walk"
    return None


def is_onward(grid: Flat, path: Path) -> bool:
    """May a walk take this path? It must not go up a slope, back to the entrance or on from the exit."""
    kinds, down = grid
    if path[-1] == kinds.index(FREE) or path[0] == kinds.rindex(FREE):
        return False
    slopes = {">": 1, "v": down}
    return all(slopes.get(kinds[cell], after - cell) == after - cell for cell, after in pairwise(path))


def part1(corridors: list[Corridor]) -> int | None:
    longest = {max(corridor.end for corridor in corridors): 0}
    for start, end, length in corridors:
        if end in longest:
            longest[start] = max(length + longest[end], longest.get(start, 0))
    return longest.get(min(corridor.start for corridor in corridors))


def part2(corridors: list[Corridor]) -> int:
    lengths: dict[int, dict[int, int]] = defaultdict(dict)
    for number, (start, end, length) in enumerate(corridors):
        lengths[start][number] = lengths[end][number] = length
    lengths[min(lengths)][INTO] = lengths[max(lengths)][OUT] = 0
    regions = list(map(region_of_junction, lengths.values()))
    while len(regions) > 1:
        one, other = min(combinations(regions, 2), key=lambda two: len(two[0].corridors_out ^ two[1].corridors_out))
        regions = [region for region in regions if region not in (one, other)] + [together(one, other)]
    return regions[0].longest[frozenset([(INTO, OUT), (OUT, INTO)])] // 2


def region_of_junction(lengths: dict[int, int]) -> Region:
    """The region of a single junction, given the lengths of its corridors."""
    joined = {frozenset([(a, b), (b, a)]): lengths[a] + lengths[b] for a, b in combinations(lengths, 2)}
    return Region(frozenset(lengths), {frozenset(): 0, **joined})


def together(one: Region, other: Region) -> Region:
    """The region that two regions make."""
    between = one.corridors_out & other.corridors_out
    by_use = defaultdict(list)
    for pattern, length in other.longest.items():
        by_use[between.intersection(dict(pattern))].append((pattern, length))
    longest: dict[Pattern, int] = {}
    for pattern, length in one.longest.items():
        for other_pattern, other_length in by_use[between.intersection(dict(pattern))]:
            if (joined := join(pattern, other_pattern)) is not None:
                longest[joined] = max(length + other_length, longest.get(joined, 0))
    return Region(one.corridors_out ^ other.corridors_out, longest)


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
