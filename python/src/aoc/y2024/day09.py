r"""Disk Fragmenter: https://adventofcode.com/2024/day/9

The checksum of a disk after single blocks have moved into the gaps (part 1), or whole files where they fit (part 2).

In part 1 the disk is read from the left, and each free block takes the last file block that is left. The blocks of all
files are then the first of the disk. Part 2 keeps the gaps of each length in a heap, the leftmost on top. A file looks
at the tops of the heaps for its length and more, and takes the leftmost gap of them. What it does not fill becomes a
gap of a shorter length.

>>> lengths = parse("13214\n")
>>> part1(lengths), part2(lengths)
(33, 71)
"""

from heapq import heappop, heappush
from itertools import accumulate

from aoc.text import Reader

MOST_DIGITS = 50_000
LONGEST = 9


def parse(text: str) -> list[int]:
    """The lengths of a file, a gap, a file ..."""
    reader = Reader(text)
    lengths = list(map(int, reader.match(f"[0-9]{{1,{MOST_DIGITS}}}", f"1 to {MOST_DIGITS} digits")))
    if 0 in lengths[::2]:
        raise reader.error("no file of length 0", 2 * lengths[::2].index(0))
    reader.end()
    return lengths


def part1(lengths: list[int]) -> int:
    blocks: list[int | None] = []
    for place, length in enumerate(lengths):
        blocks += [None if place % 2 else place // 2] * length
    files = [number for number in blocks if number is not None]
    compact = [files.pop() if number is None else number for number in blocks[: len(files)]]
    return sum(place * number for place, number in enumerate(compact))


def part2(lengths: list[int]) -> int:
    starts = list(accumulate(lengths, initial=0))
    end = starts.pop()
    gaps: list[list[int]] = [[] for _ in range(LONGEST + 1)]
    for start, length in zip(starts[1::2], lengths[1::2], strict=True):
        gaps[length].append(start)
    for heap in gaps:
        heap.append(end)  # still in order, so still a heap; the end is never before a file
    checksum = 0
    for number, (start, length) in reversed(list(enumerate(zip(starts[::2], lengths[::2], strict=True)))):
        tops = [heap[0] for heap in gaps[length:]]
        leftmost = min(tops)
        if leftmost < start:
            start = leftmost
            gap = length + tops.index(start)
            heappop(gaps[gap])
            heappush(gaps[gap - length], start + length)
        checksum += number * sum(range(start, start + length))
    return checksum
