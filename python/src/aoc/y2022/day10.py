r"""Cathode-Ray Tube: https://adventofcode.com/2022/day/10

A register starts at 1, and instructions change it. Part 1 multiplies its value during each of six cycles by the number
of the cycle, and adds this up. In part 2 a screen of 40 columns is drawn, a dot each cycle: it is lit if its column is
the value of the register or next to it. The lit dots are letters.

`noop` takes one cycle, and `addx` two. So each instruction is read as the changes at the end of its cycles, and the
running total of the changes is the value during each cycle.

>>> changes = parse("addx 3\n" + "noop\n" * 238)
>>> part1(changes), part2(changes)
(2880, '??')
"""

from itertools import accumulate

from aoc import letters
from aoc.text import Reader

CYCLES, WIDTH = 240, 40
FIRST_SAMPLE = 20
MOST_CHANGE = 99


def parse(text: str) -> list[int]:
    """What is added to the register at the end of each cycle."""
    reader = Reader(text)
    changes: list[int] = []
    for of_instruction in reader.lines(read_instruction):
        changes += of_instruction
        if len(changes) > CYCLES:
            raise reader.error(f"at most {CYCLES} cycles")
    reader.end()
    if len(changes) < CYCLES:
        raise reader.too_soon(f"instructions for {CYCLES} cycles")
    return changes


def read_instruction(reader: Reader) -> list[int]:
    if reader.one_of(("noop", "addx ")) == "noop":
        return [0]
    return [0, reader.number(-MOST_CHANGE, MOST_CHANGE)]


def part1(changes: list[int]) -> int:
    during = list(enumerate(values(changes), 1))
    return sum(cycle * value for cycle, value in during[FIRST_SAMPLE - 1 :: WIDTH])


def part2(changes: list[int]) -> str:
    dots = ((cycle % WIDTH, cycle // WIDTH, value) for cycle, value in enumerate(values(changes)))
    return letters.read((x, y) for x, y, value in dots if abs(x - value) <= 1)


def values(changes: list[int]) -> list[int]:
    """The value of the register during each cycle."""
    return list(accumulate(changes[:-1], initial=1))
