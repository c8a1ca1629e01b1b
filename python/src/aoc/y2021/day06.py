r"""Lanternfish: https://adventofcode.com/2021/day/6

Each fish carries a timer. A fish whose timer is 0 starts over at 6 and has a child that starts at 8; all other timers
go down by one. How many fish are there after 80 days, and after 256?

Fish with the same timer have the same future, so a shoal is nine counters, and a day moves every counter down by one
place. The fish at the front come back twice: at 8 as their children, which is a rotation, and at 6 as themselves. Rust
has the size of each fish's family in a table made at compile time; Haskell reads it off a lazy stream that refers to
itself.

>>> shoal = parse("3,0,8\n")
>>> after(shoal, days=1), after(shoal, days=10), part1(shoal)
(4, 8, 3343)
"""

from aoc.text import Reader


def parse(text: str) -> list[int]:
    """How many fish are there with timer 0, 1, ... 8?"""
    reader = Reader(text)
    timers = reader.numbers(0, 8, ",", most=1_000_000)
    reader.end()
    return [timers.count(timer) for timer in range(9)]


def part1(shoal: list[int]) -> int:
    return after(shoal, days=80)


def part2(shoal: list[int]) -> int:
    return after(shoal, days=256)


def after(shoal: list[int], days: int) -> int:
    """How many fish are there after so many days?"""
    for _ in range(days):
        parents, *others = shoal
        shoal = [*others, parents]
        shoal[6] += parents
    return sum(shoal)
