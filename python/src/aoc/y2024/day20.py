r"""Race Condition: https://adventofcode.com/2024/day/20

The number of cheats that save enough, of at most 2 steps (part 1) and of at most 20 (part 2).

A cheat is a pair of cells of the track, and saves the distance between them on the track less that between them on the
map. So a map that holds for each cell of the track its distance from the start is compared with the same map, shifted
by each offset that is short enough. Only one of two opposite offsets is needed: of two cells, the one that is farther
on the track is where a cheat ends. Walls hold "not a number", which is never enough.

>>> track = parse("#####\n#S#E#\n#.#.#\n#.#.#\n#...#\n#####\n", saving=2)
>>> part1(track), part2(track)
(3, 9)
"""

from typing import NamedTuple

import numpy as np

from aoc.text import Reader

PARAMS = {"saving": range(1, 10_001)}
MOST_SIDE = 150
WALL, START, END = "#SE"


class Track(NamedTuple):
    width: int
    height: int
    path: list[int]
    """The cells of the track in order, numbered row by row."""
    saving: int


def parse(text: str, *, saving: int = 100) -> Track:
    reader = Reader(text)
    rows = reader.rows("#.SE", MOST_SIDE, MOST_SIDE, most={START: 1, END: 1}, walled=True)
    reader.end()
    reader.check_grid(rows, START + END, walled=True)
    width, cells = len(rows[0]), "".join(rows)
    path = follow(cells, width)
    if cells[path[-1]] != END or len(path) < len(cells) - cells.count(WALL):
        raise reader.error_of_whole("the open cells are not one path without branches from S to E")
    return Track(width, len(rows), path, saving)


def follow(cells: str, width: int) -> list[int]:
    """The path from S up to a dead end or a branch."""
    before, cell = 0, cells.index(START)
    path = [cell]
    while True:
        neighbours = (cell - width, cell - 1, cell + 1, cell + width)
        ahead = [other for other in neighbours if cells[other] != WALL and other != before]
        if len(ahead) != 1:
            return path
        before, cell = cell, ahead[0]
        path.append(cell)


def part1(track: Track) -> int:
    return cheats(track, longest=2)


def part2(track: Track) -> int:
    return cheats(track, longest=20)


def cheats(track: Track, longest: int) -> int:
    # Behind each row are cells without a distance, so that a shift to the side never meets another row.
    pitch = track.width + longest
    # A distance is below 2^24, so 32 bits hold it exactly.
    distances = np.full((track.height, pitch), np.nan, np.float32)
    for distance, cell in enumerate(track.path):
        distances[divmod(cell, track.width)] = distance
    flat = distances.ravel()
    found = 0
    for down in range(longest + 1):
        for right in range(down - longest, longest - down + 1):
            shift = pitch * down + right
            if shift > 0:
                on_track = np.abs(flat[shift:] - flat[:-shift])
                found += int(np.count_nonzero(on_track >= down + abs(right) + track.saving))
    return found
