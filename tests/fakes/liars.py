"""`python liars.py LIE`: the server and the stopwatch of `aoc-py` with one toy day, 2021 day 1, whose solution lies
about its time in the way named. `crosscheck time` is tested with it; `tests/crosscheck/test_liars.py` says what is expected.

The toy takes the texts of the real day, numbers one a line. Part 1 is their sum. Part 2 stirs every number STEPS times
and joins the outcomes by exclusive or, so that its time is in proportion to the count of numbers.
"""

import sys
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from time import perf_counter_ns
from typing import NamedTuple

from aoc.registry import Day, UnknownDayError
from aoc.serve import serve
from aoc.text import Reader

STEPS = 600  # of a number, so that four numbers need 0.3 ms, much less than SPIN
SPIN = 5_000_000  # ns
CONSTANT = (491, 4_167_861_624_076_635_532)  # the answers to the full-size input of the tests
Numbers = tuple[int, ...]


def parse(text: str) -> Numbers:
    reader = Reader(text)
    numbers = reader.numbers(0, 999_999_999, "\n")
    reader.end()
    return tuple(numbers)


def checksum(numbers: Numbers) -> int:
    joined = 0
    for number in numbers:
        joined ^= stirred(number)
    return joined


def stirred(number: int) -> int:
    for _ in range(STEPS):
        number = ((number ^ number >> 29) * 0x9E37_79B9_7F4A_7C15 + 1) & 0xFFFF_FFFF_FFFF_FFFF
    return number


def twice(numbers: Numbers) -> int:
    return max(checksum(numbers), checksum(numbers))


class Started(NamedTuple):
    """Numbers, and when their reading began: on a slow host reading alone takes a fiftieth of SPIN."""

    at: int
    numbers: Numbers


def start(text: str) -> Started:
    return Started(perf_counter_ns(), parse(text))


def spin(started: Started) -> int:
    """Take SPIN for the whole run, of which the honest work is a part."""
    answer = checksum(started.numbers)
    while perf_counter_ns() < started.at + SPIN:
        pass
    return answer


def right_at_first(runs: int) -> Callable[[Numbers], int]:
    """Right in the process's first runs, so many of them; then wrong and right by turns."""
    after = count(-runs)
    return lambda numbers: checksum(numbers) ^ ((at := next(after)) >= 0 and at % 2 == 0)


def talking(numbers: Numbers) -> int:
    """Print, as one does who looks for a mistake."""
    print("there are", len(numbers), "numbers")
    print("and that is that", end="")
    return checksum(numbers)


@cache
def processes_so_far() -> int:
    """How many processes have asked, this one included, in the folder they run in."""
    with Path("processes").open("a", encoding="ascii") as file:
        file.write(".")
        return file.tell()


def drift(numbers: Numbers) -> int:
    """Take longer in every new process."""
    end = perf_counter_ns() + 1_000_000 * processes_so_far()
    while perf_counter_ns() < end:
        pass
    return checksum(numbers)


class Later(str):
    """Puts the work off until the answer is written."""

    numbers: Numbers

    def __new__(cls, numbers: Numbers) -> "Later":
        later = super().__new__(cls)
        later.numbers = numbers
        return later

    def __str__(self) -> str:
        return str(checksum(self.numbers))


class Remembering:
    """Numbers of which part 1 finds out what part 2 asks."""

    def __init__(self, text: str) -> None:
        self.numbers = parse(text)
        self.checksum = 0

    def part1(self) -> int:
        self.checksum = checksum(self.numbers)
        return sum(self.numbers)

    def part2(self) -> int:
        return self.checksum


LIES = {
    "honest": Day(parse, sum, checksum),
    "twin": Day(parse, sum, checksum),
    "double": Day(parse, sum, twice),
    "spin": Day(start, lambda started: sum(started.numbers), spin),
    "cache": Day(parse, sum, cache(checksum)),
    "constant": Day(parse, lambda _: CONSTANT[0], lambda _: CONSTANT[1]),
    "second": Day(parse, sum, right_at_first(1)),
    "late": Day(parse, sum, right_at_first(20)),
    "written": Day(parse, sum, Later),
    "swap": Day(Remembering, Remembering.part1, Remembering.part2),
    "drift": Day(parse, sum, drift),
    "talks": Day(parse, sum, talking),
}


class OneDay:
    """The only day there is."""

    def __init__(self, lie: str) -> None:
        self.solution = LIES[lie]

    def days(self) -> list[tuple[int, int]]:
        return [(2021, 1)]

    def load(self, year: int, day: int) -> Day:
        if (year, day) != (2021, 1):
            raise UnknownDayError(f"{year} day {day}")
        return self.solution


def main() -> None:
    lie = "".join(sys.argv[1:])
    if lie not in LIES:
        print(f'liars.py: no lie "{lie}"; there are {", ".join(LIES)}', file=sys.stderr)
        sys.exit(64)
    serve(OneDay(lie))


if __name__ == "__main__":
    main()
