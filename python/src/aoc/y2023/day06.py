r"""Wait For It: https://adventofcode.com/2023/day/6

A boat that is held for the first h milliseconds of a race goes h millimetres in each millisecond that is left. In how
many ways does it go farther than the record? Part 1 multiplies these numbers for several races, part 2 reads all of
them as one race, without the blanks.

Up to half of the time a longer hold takes the boat farther, so binary search finds the shortest hold that wins. A hold
and the rest of the time can change places. So as many holds are too long as are too short, if any wins at all.

>>> races = parse("Time:      5  10\nDistance:  3  25\n")
>>> part1(races), part2(races)
(0, 509)
>>> part1(parse("Time: 5 10\nDistance: 3 24\n"))
4
"""

from bisect import bisect_right
from math import prod
from typing import NamedTuple

from aoc.text import Reader

MOST_RACES = 4


class Race(NamedTuple):
    time: int
    record: int


def parse(text: str) -> list[Race]:
    reader = Reader(text)
    times = read_numbers(reader, "Time:", "[1-9][0-9]?", 1, MOST_RACES)
    reader.newline()
    records = read_numbers(reader, "Distance:", "[1-9][0-9]{0,3}", len(times), len(times))
    reader.end()
    return list(map(Race, times, records))


def read_numbers(reader: Reader, title: str, number: str, least: int, most: int) -> list[int]:
    reader.literal(title)
    written = reader.match(f"(?: +{number}){{{least},{most}}}", "blanks and numbers, without zeros before them")
    return list(map(int, written.split()))


def part1(races: list[Race]) -> int:
    return prod(ways_to_win(race) for race in races)


def part2(races: list[Race]) -> int:
    time, record = (int("".join(map(str, numbers))) for numbers in zip(*races, strict=True))
    return ways_to_win(Race(time, record))


def ways_to_win(race: Race) -> int:
    too_short = bisect_right(range(race.time // 2 + 1), race.record, key=lambda hold: hold * (race.time - hold))
    return max(0, race.time + 1 - 2 * too_short)
