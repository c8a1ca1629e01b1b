r"""Hot Springs: https://adventofcode.com/2023/day/12

Springs in a row work, `.`, or are broken, `#`, and of some, `?`, it is not known. A list tells how long the groups of
broken springs are. In how many ways can each `?` be replaced so that the list is right? Part 1 adds up these numbers
for all rows, part 2 does so after each row has been written five times with `?` in between, and its list five times.

The list is drawn as a pattern: groups 1 and 2 are `.#.##.`. A row of springs is read from the left along its pattern,
and a spring either is the next character of the pattern, or it is one more dot after a dot. So for each place in the
pattern it is counted in how many ways the springs read so far can lead there. All rows are read together, one spring
at a time, with more working springs behind the shorter ones.

>>> rows = parse("?????? 1,2\n.??.##? 1,2\n#.# 2\n")
>>> part1(rows), part2(rows)
(8, 184918)
"""

from math import comb
from typing import NamedTuple

import numpy as np

from aoc.grid import where
from aoc.text import Reader

MOST_ROWS, MOST_SPRINGS, MOST_GROUPS, LONGEST_GROUP = 1000, 20, 10, 20
COPIES = 5


class Row(NamedTuple):
    springs: str
    groups: list[int]

    @property
    def spare(self) -> int:
        """How many dots are left when there is one between two groups. Below 0 the groups do not fit."""
        return len(self.springs) - sum(self.groups) - (len(self.groups) - 1)

    @property
    def most_ways(self) -> int:
        """In how many ways do the groups fit if nothing is known of any spring?"""
        return comb(self.spare + len(self.groups), len(self.groups))


def parse(text: str) -> list[Row]:
    reader = Reader(text)
    rows = list(reader.lines(read_row, most=MOST_ROWS))
    reader.end()
    return rows


def read_row(reader: Reader) -> Row:
    springs = reader.match(f"[.#?]{{1,{MOST_SPRINGS}}}", f"1 to {MOST_SPRINGS} of `.#?`")
    reader.literal(" ")
    return Row(springs, reader.numbers(1, LONGEST_GROUP, ",", most=MOST_GROUPS))


def part1(rows: list[Row]) -> int:
    return total_ways(rows)


def part2(rows: list[Row]) -> int:
    return total_ways([Row("?".join([springs] * COPIES), groups * COPIES) for springs, groups in rows])


def total_ways(rows: list[Row]) -> int:
    rows = [row for row in rows if row.spare >= 0]
    if not rows:
        return 0
    patterns = ["".join("." + "#" * group for group in row.groups) + "." for row in rows]
    longest = max(map(len, patterns))
    # No way leads back from the padding behind a pattern, so what is counted there does not matter.
    is_broken = where([pattern.ljust(longest, "#") for pattern in patterns], "#").T
    is_dot = (~is_broken).astype(np.int64)
    length = max(len(row.springs) for row in rows) + 1
    springs = [row.springs.ljust(length, ".") for row in rows]
    may_work, may_break = ~where(springs, "#").T, ~where(springs, ".").T
    # A count in 64 bits is exact up to a multiple of 2^64, whatever overflows on the way, and so is right at the end if
    # the row has fewer than 2^63 ways.
    fits = max(row.most_ways for row in rows) < 2**63
    ways = np.zeros(is_broken.shape, np.int64 if fits else object)
    ways[0] = 1
    for works, breaks in zip(may_work, may_break, strict=True):
        reached = ways * is_dot
        reached[1:] += ways[:-1]
        ways = reached * np.where(is_broken, breaks, works)
    ends = [len(pattern) - 1 for pattern in patterns]
    return sum(ways[ends, range(len(rows))].tolist())
