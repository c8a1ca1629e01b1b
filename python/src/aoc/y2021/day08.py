r"""Seven Segment Search: https://adventofcode.com/2021/day/8

What do the four digits of each line read, when its wires are mixed up? A digit is known by three counts: of its wires,
of those it shares with the 1, and of those it shares with the 4. Sorted by these counts the ten digits are always in
the same order. Whether they are digits at all is seen from the wires: each wire is one segment, so the digits that
light it must be those that have that segment.

>>> readings = parse("decfag bcega bc bdac cgb egafb cdabgef degac egdcfb debgca | bcad gbecdf gfabdec bc\n")
>>> readings, part1(readings), part2(readings)
([[4, 0, 8, 1]], 3, 4081)
"""

from collections import defaultdict

from aoc.text import Reader

Wires = frozenset[str]

# The segments from top to bottom, each as the digits that light it.
SEGMENTS = {"02356789", "045689", "01234789", "2345689", "0268", "013456789", "0235689"}


def parse(text: str) -> list[list[int]]:
    """What do the four digits of each line read?"""
    reader = Reader(text)
    readings = []
    for words in reader.records(" ".join(["{}"] * 10 + ["|"] + ["{}"] * 4), "abcdefg"):
        patterns = [frozenset(word) for word in words]
        digits = deduce(patterns[:10])
        if list(map(len, patterns)) != list(map(len, words)) or not are_digits(digits):
            raise reader.error("ten patterns that show the ten digits")
        digit_of = {pattern: digit for digit, pattern in enumerate(digits)}
        if not digit_of.keys() >= set(patterns[10:]):
            raise reader.error("four of the ten patterns after the bar")
        readings.append([digit_of[pattern] for pattern in patterns[10:]])
    reader.end()
    return readings


def part1(readings: list[list[int]]) -> int:
    return sum(digit in (1, 4, 7, 8) for reading in readings for digit in reading)


def part2(readings: list[list[int]]) -> int:
    return sum(1000 * a + 100 * b + 10 * c + d for a, b, c, d in readings)


def deduce(patterns: list[Wires]) -> list[Wires]:
    """Which patterns are the digits 0, 1, ... 9, if they are digits?"""
    one, _, four, *_ = sorted(patterns, key=len)
    one, seven, four, two, five, three, six, zero, nine, eight = sorted(
        patterns, key=lambda wires: (len(wires), len(wires & one), len(wires & four))
    )
    return [zero, one, two, three, four, five, six, seven, eight, nine]


def are_digits(digits: list[Wires]) -> bool:
    """Does every wire light a segment, and every segment have a wire?"""
    lit_by: defaultdict[str, str] = defaultdict(str)
    for digit, wires in zip("0123456789", digits, strict=True):
        for wire in wires:
            lit_by[wire] += digit
    return set(lit_by.values()) == SEGMENTS
