r"""Lanternfish: https://adventofcode.com/2021/day/6

How many fish are there after 80 and after 256 days? Fish with the same timer have the same future, so a school is nine
counters, one for each timer, and a day moves every counter down by one place. The fish at the front come back twice: at
8 as their children, which makes the move a rotation, and at 6 as themselves.

>>> school = parse("3,0,8\n")
>>> after(school, days=1), after(school, days=10), part1(school)
(4, 8, 3343)
"""

from aoc.text import Reader


def parse(text: str) -> list[int]:
    """How many fish are there with timer 0, 1, ... 8?"""
    reader = Reader(text)
    timers = reader.numbers(0, 8, ",", most=1_000_000)
    reader.end()
    return [timers.count(timer) for timer in range(9)]


def part1(school: list[int]) -> int:
    return after(school, days=80)


def part2(school: list[int]) -> int:
    return after(school, days=256)


def after(school: list[int], days: int) -> int:
    """How many fish are there after so many days?"""
    for _ in range(days):
        parents, *others = school
        school = [*others, parents]
        school[6] += parents
    return sum(school)
