r"""Parabolic Reflector Dish: https://adventofcode.com/2023/day/14

A platform is tilted, and all round rocks roll until another rock stops them. A round rock counts as the number of rows
from its own to the last. Part 1 asks for this load after a tilt to the north, part 2 after a billion cycles of tilts to
the north, west, south and east; it has no solution if the first 1,000 cycles repeat no state.

A tilt is a sort. The cubes cut a row into segments, each with the cube that begins it. After a tilt to the left a
segment holds its cube, then its round rocks, then its free cells. So a row is sorted by segment, and inside a segment
by kind. Only tilts to the left are made: the platform is turned so that north is left, and by a quarter after each tilt.

Once a state has come again, all that was between comes again and again, and the last state is one of these.

>>> platform = parse("O.#O\n.O..\nO..O\n#O.O\n")
>>> part1(platform), part2(platform)
(23, 14)
"""

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_SIDE = 100
CYCLES, MOST_CYCLES = 1_000_000_000, 1000
KINDS = "#O."  # in the order in which a tilted segment holds them
CUBE, ROUND = KINDS.index("#"), KINDS.index("O")
Numbers = NDArray[np.int16]


def parse(text: str) -> Numbers:
    reader = Reader(text)
    rows = reader.rows(KINDS, MOST_SIDE, MOST_SIDE)
    reader.end()
    return np.array([list(map(KINDS.index, row)) for row in rows], np.int16)


def part1(platform: Numbers) -> int:
    north_is_left = np.rot90(platform)
    return load(tilted_left(north_is_left, segment_numbers(north_is_left)))


def part2(platform: Numbers) -> int | None:
    platform = np.rot90(platform)
    segments_after_turns = [segment_numbers(np.rot90(platform, -turns)) for turns in range(4)]
    seen: dict[bytes, int] = {}
    loads = []
    while (state := platform.tobytes()) not in seen:
        seen[state] = len(seen)
        if len(seen) > MOST_CYCLES:
            return None
        loads.append(load(platform))
        for segments in segments_after_turns:
            platform = np.rot90(tilted_left(platform, segments), -1)
    first = seen[state]
    return loads[first + (CYCLES - first) % (len(seen) - first)]


def segment_numbers(platform: Numbers) -> Numbers:
    """For each cell the number of its segment in the row, times the number of kinds."""
    return np.cumsum(platform == CUBE, axis=1, dtype=np.int16) * np.int16(len(KINDS))


def tilted_left(platform: Numbers, segments: Numbers) -> Numbers:
    return np.sort(segments + platform, axis=1) - segments


def load(north_is_left: Numbers) -> int:
    """The load of a platform whose north is on the left."""
    rounds = np.count_nonzero(north_is_left == ROUND, axis=0)
    return int(rounds @ np.arange(len(rounds), 0, -1))
