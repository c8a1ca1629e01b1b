r"""Gear Ratios: https://adventofcode.com/2023/day/3

Numbers and symbols stand in a grid. Part 1 adds up the numbers that touch a symbol, even if only at a corner. Part 2
adds up the products of the numbers that touch a `*`, wherever these are exactly two.

Each number looks for symbols in the box around it: its digits, and one cell more on every side. In part 2 it is then
listed at every `*` that it touches.

>>> numbers = parse("12....7\n..*..#.\n.3...45\n*....6.\n")
>>> part1(numbers), part2(numbers)
(67, 36)
"""

import re
from collections import defaultdict
from itertools import product
from math import prod
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_SIDE, MOST_DIGITS = 200, 3
DIGITS, SYMBOLS = "0123456789", "*@/&#+%$=-"
GEAR = "*"
Place: TypeAlias = tuple[int, int]


class Number(NamedTuple):
    value: int
    touches: dict[Place, str]


def parse(text: str) -> list[Number]:
    reader = Reader(text)
    rows = reader.rows("." + DIGITS + SYMBOLS, MOST_SIDE, MOST_SIDE, fault=fault_of_row)
    reader.end()
    symbols = {
        (y, x): character for y, row in enumerate(rows) for x, character in enumerate(row) if character in SYMBOLS
    }
    return [number for y, row in enumerate(rows) for number in numbers_of_row(row, y, symbols)]


def fault_of_row(_: int, row: str) -> str | None:
    too_long = re.search(f"[0-9]{{{MOST_DIGITS + 1}}}", row)
    return f"numbers of at most {MOST_DIGITS} digits" if too_long else None


def numbers_of_row(row: str, y: int, symbols: dict[Place, str]) -> list[Number]:
    numbers = []
    for digits in re.finditer("[0-9]+", row):
        box = product(range(y - 1, y + 2), range(digits.start() - 1, digits.end() + 1))
        numbers.append(Number(int(digits[0]), {place: symbols[place] for place in box if place in symbols}))
    return numbers


def part1(numbers: list[Number]) -> int:
    return sum(number.value for number in numbers if number.touches)


def part2(numbers: list[Number]) -> int:
    around = defaultdict(list)
    for number in numbers:
        for place, symbol in number.touches.items():
            if symbol == GEAR:
                around[place].append(number.value)
    return sum(prod(values) for values in around.values() if len(values) == 2)
