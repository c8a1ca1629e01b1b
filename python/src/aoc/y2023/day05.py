r"""If You Give A Seed A Fertilizer: https://adventofcode.com/2023/day/5

Blocks of an almanac turn seeds into soils, soils into fertilizers, and so on up to locations: a line of a block moves a
range of numbers, and what no line names stays as it is. Both parts ask for the least location. In part 1 the first line
lists seeds, in part 2 it lists ranges of seeds by start and length.

Whole ranges are taken through a block. A line cuts a range in at most three pieces:

    range        |-------------------------|
    line                |--------|
    pieces       |before| inside | behind  |

Only the piece inside is moved, and it is done with this block, so it cannot be moved twice. The others are left to the
other lines. A single seed is a range of length 1, and pieces that are empty are left out.

After each block the ranges that overlap are merged, so that a border of a line cuts no more than one of them.

>>> kinds = "soil-to-fertilizer fertilizer-to-water water-to-light light-to-temperature temperature-to-humidity"
>>> blocks = [f"{kind} map:\n0 0 1\n" for kind in [*kinds.split(), "humidity-to-location"]]
>>> almanac = parse("\n".join(["seeds: 10 10\n", "seed-to-soil map:\n62 12 3\n5 15 2\n", *blocks]))
>>> part1(almanac), part2(almanac)
(10, 5)
"""

from itertools import pairwise
from typing import NamedTuple

from aoc.ranges import merged
from aoc.text import Reader

LIMIT = 2**32
MOST_NUMBERS, MOST_LINES = 40, 60
KINDS = ("seed", "soil", "fertilizer", "water", "light", "temperature", "humidity", "location")


class Line(NamedTuple):
    """From start up to stop, the numbers are moved by this much."""

    start: int
    stop: int
    by: int


class Almanac(NamedTuple):
    seeds: list[int]
    blocks: list[list[Line]]


def parse(text: str) -> Almanac:
    reader = Reader(text)
    reader.literal("seeds: ")
    start = reader.at
    seeds = reader.numbers(0, LIMIT - 1, " ", most=MOST_NUMBERS)
    if len(seeds) % 2 or not all(0 < length <= LIMIT - first for first, length in pairs(seeds)):
        raise reader.error(f"starts and lengths of ranges below {LIMIT}", start)
    blocks = []
    for source, destination in pairwise(KINDS):
        reader.blank_line()
        reader.literal(f"{source}-to-{destination} map:\n")
        blocks.append(read_block(reader))
    reader.end()
    return Almanac(seeds, blocks)


def pairs(numbers: list[int]) -> list[tuple[int, int]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def read_block(reader: Reader) -> list[Line]:
    block: list[Line] = []
    for destination, source, length in reader.records("{} {} {}", range(LIMIT), most=MOST_LINES):
        if not 0 < length <= LIMIT - max(source, destination):
            raise reader.error(f"ranges below {LIMIT} that are not empty")
        line = Line(source, source + length, destination - source)
        if any(line.start < other.stop and other.start < line.stop for other in block):
            raise reader.error("numbers that no line of the block has moved yet")
        block.append(line)
    return block


def part1(almanac: Almanac) -> int:
    return least_location([range(seed, seed + 1) for seed in almanac.seeds], almanac.blocks)


def part2(almanac: Almanac) -> int:
    return least_location([range(start, start + length) for start, length in pairs(almanac.seeds)], almanac.blocks)


def least_location(ranges: list[range], blocks: list[list[Line]]) -> int:
    for block in blocks:
        ranges = merged(moved(ranges, block))
    return ranges[0].start


def moved(ranges: list[range], block: list[Line]) -> list[range]:
    """What the block makes of the numbers in these ranges."""
    done = []
    for start, stop, by in block:
        rest = []
        for numbers in ranges:
            before = range(numbers.start, min(numbers.stop, start))
            inside = range(max(numbers.start, start) + by, min(numbers.stop, stop) + by)
            behind = range(max(numbers.start, stop), numbers.stop)
            done.append(inside)
            rest += [before, behind]
        ranges = list(filter(None, rest))
    return done + ranges
