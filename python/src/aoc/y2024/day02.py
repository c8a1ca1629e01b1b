r"""Red-Nosed Reports: https://adventofcode.com/2024/day/2

How many reports are safe (part 1), and how many are safe once one of their levels is left out (part 2).

Both parts are done as they are told: part 2 leaves out each level in turn. A safe report stays safe without its first
level, so part 2 counts it again.

>>> reports = parse("1 3 4 7\n9 8 8 6\n5 1 2 3\n1 5 6 9 9\n")
>>> part1(reports), part2(reports)
(1, 3)
"""

from itertools import pairwise

from aoc.text import Reader

MOST_REPORTS = 10_000
LEAST_LEVELS, MOST_LEVELS = 2, 20
RISING, FALLING = {1, 2, 3}, {-1, -2, -3}


def parse(text: str) -> list[list[int]]:
    reader = Reader(text)
    reports = list(reader.lines(read_report, most=MOST_REPORTS))
    reader.end()
    return reports


def read_report(reader: Reader) -> list[int]:
    levels = reader.numbers(0, 99, " ", most=MOST_LEVELS)
    if len(levels) < LEAST_LEVELS:
        raise reader.error("a second level")
    return levels


def part1(reports: list[list[int]]) -> int:
    return sum(map(is_safe, reports))


def part2(reports: list[list[int]]) -> int:
    return sum(is_safe_without_one(report) for report in reports)


def is_safe(levels: list[int]) -> bool:
    steps = {after - before for before, after in pairwise(levels)}
    return steps <= RISING or steps <= FALLING


def is_safe_without_one(levels: list[int]) -> bool:
    return any(is_safe(levels[:place] + levels[place + 1 :]) for place in range(len(levels)))
