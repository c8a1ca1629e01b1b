r"""Mull It Over: https://adventofcode.com/2024/day/3

The sum of all products among the noise (part 1), and of those that are met while multiplications are on (part 2).

One regular expression with three alternatives finds the instructions in their order. The text is searched as a whole,
since no instruction can hold a line end, and the switch keeps its state from line to line.

>>> memory = parse("mul(2,3)don't()mul(4,5)\n{do()mulmul(6,7)mul (8,9)\n")
>>> part1(memory), part2(memory)
(68, 48)
"""

import re
from collections.abc import Iterator

from aoc.text import Reader

MOST_LINES, MOST_CHARACTERS = 100, 10_000
INSTRUCTION = re.compile(r"mul\(([0-9]{1,3}),([0-9]{1,3})\)|do\(\)|don't\(\)")


def parse(text: str) -> str:
    reader = Reader(text)
    characters = f"[ -~]{{1,{MOST_CHARACTERS}}}"
    lines = reader.lines(lambda reader: reader.match(characters, "printable characters"), most=MOST_LINES)
    memory = "\n".join(lines)
    reader.end()
    return memory


def part1(memory: str) -> int:
    return sum(product for _, product in products(memory))


def part2(memory: str) -> int:
    return sum(product for is_on, product in products(memory) if is_on)


def products(memory: str) -> Iterator[tuple[bool, int]]:
    """For each multiplication whether it is switched on, and its product."""
    is_on = True
    for instruction in INSTRUCTION.finditer(memory):
        match instruction[0]:
            case "do()":
                is_on = True
            case "don't()":
                is_on = False
            case _:
                yield is_on, int(instruction[1]) * int(instruction[2])
