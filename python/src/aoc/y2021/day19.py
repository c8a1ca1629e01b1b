r"""Beacon Scanner: https://adventofcode.com/2021/day/19

Scanners report the beacons around them, each seen from where it is and turned in one of 24 ways, and know neither. Two
scanners overlap if they have twelve beacons in common. Part 1 counts the beacons, part 2 asks how far apart (in steps
along the axes) two scanners are at most.

The difference between two beacons, as three lengths without order and sign, is the same for every scanner that sees
both. Twelve beacons in common make 66 such differences in common, so most pairs of scanners are out at once. For the
others each rotation is tried: if it is right, then twelve pairs of beacons or more are the same distance apart. Nothing
but that count is relied on to tell an overlap, whatever differences occur twice. From scanner 0 on, each scanner that
is known finds others. Taken from the puzzle and not checked: only one rotation and distance fits. Rust compares all
differences at once in a hash table; Haskell aligns one axis at a time.

>>> text = "--- scanner 0 ---\n0,0,0\n1,2,3\n"
>>> part1(parse(text)), part2(parse(text))
(2, 0)
"""

from itertools import permutations, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

Vectors = NDArray[np.int64]

ROTATIONS = [
    rotation
    for axes in permutations(np.eye(3, dtype=int))
    for signs in product((1, -1), repeat=3)
    if np.linalg.det(rotation := np.array(axes) * signs) > 0
]

# Makes one number of a vector: vector @ CODE. Wide enough for 200 scanners in a row, 4000 apart.
CODE = np.array([1, 2**21, 2**42])


class Scanner(NamedTuple):
    position: Vectors
    beacons: Vectors


def parse(text: str) -> list[Scanner]:
    """The scanners as scanner 0 would have them."""
    reader = Reader(text)
    scanners = [read_scanner(reader, 0)]
    while not reader.at_end:
        reader.blank_line()
        scanners.append(read_scanner(reader, len(scanners)))
    aligned = align(scanners)
    if len(aligned) < len(scanners):
        raise reader.too_soon("scanners that are all connected by overlaps")
    return aligned


def read_scanner(reader: Reader, number: int) -> Scanner:
    if number == 200:
        raise reader.error("at most 200 scanners")
    reader.literal("--- scanner ")
    reader.number(number, number)
    reader.literal(" ---")
    reader.newline()
    beacons: dict[tuple[int, ...], None] = {}  # an ordered set
    for beacon in reader.records("{},{},{}", range(-2000, 2001), most=100):
        if beacon in beacons:
            raise reader.error("a beacon that this scanner does not have yet")
        beacons[beacon] = None
    return Scanner(np.zeros(3, int), np.array(list(beacons)))


def part1(scanners: list[Scanner]) -> int:
    return len(np.unique(np.concatenate([scanner.beacons for scanner in scanners]) @ CODE))


def part2(scanners: list[Scanner]) -> int:
    positions = np.array([scanner.position for scanner in scanners])
    return int(np.abs(positions[:, None] - positions).sum(axis=2).max())


def align(scanners: list[Scanner]) -> list[Scanner]:
    """Those that are connected to the first one, as it would have them."""
    differences = [differences_of(scanner.beacons) for scanner in scanners]
    aligned = {0: scanners[0]}
    to_look_from = [0]
    for known in to_look_from:
        for unknown in range(len(scanners)):
            if unknown in aligned or len(differences[known] & differences[unknown]) < 66:
                continue
            if found := overlap(aligned[known].beacons, scanners[unknown].beacons):
                aligned[unknown] = found
                to_look_from.append(unknown)
    return list(aligned.values())


def differences_of(beacons: Vectors) -> set[int]:
    """A number for each difference between two beacons; what occurs n times gets n different numbers."""
    first, second = np.triu_indices(len(beacons), 1)
    lengths = np.sort(np.abs(beacons[first] - beacons[second]))
    codes = np.sort(lengths @ (1, 4001, 4001**2))
    nth_of_its_kind = np.arange(len(codes)) - np.searchsorted(codes, codes)
    return set((codes * 10**8 + nth_of_its_kind).tolist())


def overlap(known: Vectors, unknown: Vectors) -> Scanner | None:
    """How does the scanner that knows those beacons see the other one, if they have twelve in common?"""
    for rotation in ROTATIONS:
        rotated = unknown @ rotation
        distances = np.subtract.outer(known @ CODE, rotated @ CODE)
        values, counts = np.unique(distances, return_counts=True)
        if counts.max() >= 12:
            i, j = np.argwhere(distances == values[counts.argmax()])[0]
            position = known[i] - rotated[j]
            return Scanner(position, rotated + position)
    return None
