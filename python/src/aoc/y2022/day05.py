r"""Supply Stacks: https://adventofcode.com/2022/day/5

A drawing shows stacks of crates, and each move takes some crates from the top of one stack to another. In part 1 they
are moved one by one, in part 2 all at once. The answer is the letters of the crates that are on top in the end.

A stack is a string with its top at the left. A move takes the start of one string and puts it before another, reversed
in part 1. The stacks are as high before a move in part 1 as in part 2, so the reader can check the moves.

>>> plan = parse("[A]\n[B]     [D]\n[C]     [E]\n 1   2   3\n\nmove 2 from 1 to 2\nmove 1 from 3 to 1\n")
>>> part1(plan), part2(plan)
('DBE', 'DAE')
"""

import re
from typing import NamedTuple

from aoc.text import Reader

MOST_ROWS, MOST_STACKS, MOST_MOVES = 60, 9, 1000
PITCH, WIDEST = 4, 35
ROW = r"(?:\[[A-Z]\] |    )*\[[A-Z]\] *"
NUMBERING = r" 1(?:   [2-9])* ?"


class Plan(NamedTuple):
    stacks: list[str]
    """The letters of each stack, from the top."""
    moves: list[tuple[int, int, int]]
    """How many crates move, and the places of both stacks in the list."""


def parse(text: str) -> Plan:
    reader = Reader(text)
    stacks = read_stacks(reader, read_rows(reader))
    reader.blank_line()
    heights = list(map(len, stacks))
    moves = []
    numbers = range(1, len(stacks) + 1)
    crates = range(1, sum(heights) + 1)
    for count, origin, target in reader.records("move {} from {} to {}", crates, numbers, numbers, most=MOST_MOVES):
        if origin == target or count > heights[origin - 1]:
            raise reader.error("two stacks, the first with as many crates as are moved")
        heights[origin - 1] -= count
        heights[target - 1] += count
        moves.append((count, origin - 1, target - 1))
    reader.end()
    return Plan(stacks, moves)


def read_rows(reader: Reader) -> list[str]:
    """The rows of the drawing. The next line is the numbering."""
    rows: list[str] = []
    above: set[int] = set()
    while not rows or not reader.text.startswith(" 1", reader.at):
        start = reader.at
        if len(rows) == MOST_ROWS:
            raise reader.error(f"at most {MOST_ROWS} rows of crates")
        row = reader.match(ROW, "a row of crates")
        crates = {letter.start() for letter in re.finditer("[A-Z]", row)}
        if len(row) > WIDEST or not above <= crates:
            raise reader.error(f"a crate below each crate, and at most {WIDEST} characters", start)
        reader.newline()
        rows.append(row)
        above = crates
    return rows


def read_stacks(reader: Reader, rows: list[str]) -> list[str]:
    start = reader.at
    numbering = reader.match(NUMBERING, "the numbers of the stacks")
    count = len(numbering.split())
    width = PITCH * count - 1
    expected = " " + "   ".join("123456789"[:count])
    if numbering not in (expected, expected + " ") or any(len(row) > width for row in rows):
        raise reader.error("the numbers 1, 2, 3 ... of the stacks, below all of them", start)
    return ["".join(row.ljust(width)[place] for row in rows).strip() for place in range(1, width, PITCH)]


def part1(plan: Plan) -> str:
    return tops_after_moves(plan, -1)


def part2(plan: Plan) -> str:
    return tops_after_moves(plan, 1)


def tops_after_moves(plan: Plan, order: int) -> str:
    """The letters on top. The order of moved crates is 1 if it stays as it is, and -1 if it is reversed."""
    stacks = plan.stacks.copy()
    for count, origin, target in plan.moves:
        moved, stacks[origin] = stacks[origin][:count], stacks[origin][count:]
        stacks[target] = moved[::order] + stacks[target]
    return "".join(stack[:1] for stack in stacks)
