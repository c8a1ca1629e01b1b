r"""Tuning Trouble: https://adventofcode.com/2022/day/6

How many letters of the signal have been read when the last four are all different (part 1), or the last fourteen
(part 2)?

A window of this size slides along the signal until the set of its letters is as large as the window.

>>> signal = parse("abbcabcdefghijklmnop")
>>> part1(signal), part2(signal)
(8, 18)
"""

from aoc.text import Reader

LONGEST = 10_000


def parse(text: str) -> str:
    reader = Reader(text)
    signal = reader.match(f"[a-z]{{1,{LONGEST}}}", f"1 to {LONGEST} letters a to z")
    reader.end()
    return signal


def part1(signal: str) -> int | None:
    return end_of_marker(signal, 4)


def part2(signal: str) -> int | None:
    return end_of_marker(signal, 14)


def end_of_marker(signal: str, size: int) -> int | None:
    """The number of letters up to the end of the first window of different letters; None if there is none."""
    ends = range(size, len(signal) + 1)
    return next((end for end in ends if len(set(signal[end - size : end])) == size), None)
