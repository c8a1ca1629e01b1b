r"""RAM Run: https://adventofcode.com/2024/day/18

The fewest steps from corner to corner after some bytes have fallen (part 1), and the first byte that cuts off every
path (part 2).

Part 1 is a breadth-first search. Once all paths are cut off, no later byte opens one, so part 2 finds the byte by
binary search, with a breadth-first search for each try.

>>> memory = parse("1,0\n2,2\n0,2\n1,1\n0,1\n", size=3, fallen=1)
>>> part1(memory), part2(memory)
(4, '2,2')
"""

from bisect import bisect_left
from typing import NamedTuple

from aoc.text import Reader

SIZES, FALLEN = range(2, 101), range(10_001)
PARAMS = {"size": SIZES, "fallen": FALLEN}


class Memory(NamedTuple):
    size: int
    fallen: int
    places: list[tuple[int, ...]]


def parse(text: str, *, size: int = 71, fallen: int = 1024) -> Memory:
    reader = Reader(text)
    places = reader.distinct(reader.records("{},{}", range(size)), "a byte that has not fallen yet")
    reader.end()
    if len(places) < fallen:
        raise reader.too_soon(f"at least {fallen} bytes")
    return Memory(size, fallen, places)


def part1(memory: Memory) -> int | None:
    return fewest_steps(memory, memory.fallen)


def part2(memory: Memory) -> str | None:
    counts = range(len(memory.places) + 1)
    count = bisect_left(counts, True, key=lambda fallen: fewest_steps(memory, fallen) is None)
    return "{},{}".format(*memory.places[count - 1]) if count < len(counts) else None


def fewest_steps(memory: Memory, fallen: int) -> int | None:
    """From corner to corner after the first bytes have fallen; None if there is no path."""
    size = memory.size
    down = size + 1  # a cell is one number, and a column between the rows is never free
    unseen = {down * y + x for x in range(size) for y in range(size)}
    unseen -= {down * y + x for x, y in memory.places[:fallen]}
    end = down * (size - 1) + size - 1
    reached = {0} & unseen
    steps = 0
    while reached and end not in reached:
        unseen -= reached
        reached = unseen & {near for cell in reached for near in (cell - down, cell - 1, cell + 1, cell + down)}
        steps += 1
    return steps if reached else None
