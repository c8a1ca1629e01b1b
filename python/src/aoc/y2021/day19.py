r"""Beacon Scanner: https://adventofcode.com/2021/day/19

How many beacons are there, and how far apart are two scanners at most? The difference between two beacons, as three
lengths without order and sign, is the same for every scanner that sees both. Twelve beacons in common make 66 such
differences in common, so most pairs of scanners are out at once. For the others each rotation is tried: in the right
one, twelve pairs of beacons or more are the same distance apart. From scanner 0 on, each scanner that is placed finds
others.

Nothing but that count decides on an overlap, so differences that are in common by chance do no harm. Assumed and not
checked: two scanners overlap in one way only.

>>> scanners = parse("--- scanner 0 ---\n0,0,0\n1,2,3\n")
>>> part1(scanners), part2(scanners)
(2, 0)
"""

from itertools import permutations, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader, numbered

Vectors = NDArray[np.int64]

MOST_SCANNERS, MOST_BEACONS = 50, 60

ROTATIONS = [
    rotation
    for axes in permutations(np.eye(3, dtype=int))
    for signs in product((1, -1), repeat=3)
    if np.linalg.det(rotation := np.array(axes) * signs) > 0
]

# Makes one number of a vector: vector @ CODE. Wide enough for 50 scanners in a row, 4000 apart.
CODE = np.array([1, 2**21, 2**42])


class Scanner(NamedTuple):
    position: Vectors
    beacons: Vectors


def parse(text: str) -> list[Scanner]:
    """The scanners as scanner 0 would have them."""
    reader = Reader(text)
    reports = list(reader.blocks(numbered(read_report, 0), most=MOST_SCANNERS))
    scanners = place(reports)
    if len(scanners) < len(reports):
        raise reader.error_of_whole("the scanners are not all connected by overlaps")
    return scanners


def read_report(reader: Reader, number: int) -> Vectors:
    reader.literal("--- scanner ")
    reader.number(number, number)
    reader.literal(" ---\n")
    beacons = reader.records("{},{},{}", range(-2000, 2001), most=MOST_BEACONS)
    return np.array(reader.distinct(beacons, "a beacon that this scanner does not have yet"))


def part1(scanners: list[Scanner]) -> int:
    return len(np.unique(np.concatenate([scanner.beacons for scanner in scanners]) @ CODE))


def part2(scanners: list[Scanner]) -> int:
    positions = np.array([scanner.position for scanner in scanners])
    return int(np.abs(positions[:, None] - positions).sum(axis=2).max())


def place(reports: list[Vectors]) -> list[Scanner]:
    """Those that are connected to the first one, as it would have them."""
    differences = [differences_of(beacons) for beacons in reports]
    placed = {0: Scanner(np.zeros(3, int), reports[0])}
    to_look_from = [0]
    for known in to_look_from:
        for other, beacons in enumerate(reports):
            if other in placed or len(differences[known] & differences[other]) < 66:
                continue
            if scanner := overlap(placed[known].beacons, beacons):
                placed[other] = scanner
                to_look_from.append(other)
    return list(placed.values())


def differences_of(beacons: Vectors) -> set[int]:
    """A number for each difference between two beacons; what occurs n times gets n different numbers."""
    first, second = np.triu_indices(len(beacons), 1)
    lengths = np.sort(np.abs(beacons[first] - beacons[second]))
    codes = np.sort(lengths @ (1, 4001, 4001**2))
    nth_of_its_kind = np.arange(len(codes)) - np.searchsorted(codes, codes)
    return set((codes * 10**8 + nth_of_its_kind).tolist())


def overlap(known: Vectors, beacons: Vectors) -> Scanner | None:
    """How does the scanner that knows those beacons see the other one, if they have twelve in common?"""
    for rotation in ROTATIONS:
        rotated = beacons @ rotation
        distances = np.subtract.outer(known @ CODE, rotated @ CODE)
        values, counts = np.unique(distances, return_counts=True)
        if counts.max() >= 12:
            i, j = np.argwhere(distances == values[counts.argmax()])[0]
            position = known[i] - rotated[j]
            return Scanner(position, rotated + position)
    return None
