r"""Trash Compactor: https://adventofcode.com/2025/day/6

Sums and products stand side by side on a sheet, each with its numbers above its operator: part 1 reads the numbers row
by row, part 2 column by column, and both add up the results.

The sheet is cut at its blank columns into one block for each problem. The rows of a block are the numbers of part 1,
and the rows of the transposed block are the numbers of part 2.

>>> problems = parse("12 4\n 3 56\n*  +\n")
>>> part1(problems), part2(problems)
(96, 74)
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import prod
from typing import NamedTuple

from aoc.rows import columns
from aoc.text import InputError, Reader

MOST_ROWS = 4
MOST_WIDTH = 4
MOST_PROBLEMS = 5000
OPERATOR_ROW = re.compile(r" *[+*]")


class Problem(NamedTuple):
    rows: list[str]
    """Of equal length: each a number among blanks."""
    operator: str

    @property
    def columns(self) -> list[str]:
        return columns(self.rows)


def parse(text: str) -> list[Problem]:
    reader = Reader(text)
    rows = [read_row(reader, "[0-9]", "a digit")]
    while len(rows) < MOST_ROWS and not OPERATOR_ROW.match(reader.text, reader.at + 1):
        reader.newline()
        rows.append(read_row(reader, "[0-9]", "a digit, or an operator"))
    reader.newline()
    rows.append(read_row(reader, "[+*]", "an operator"))
    reader.end()
    problems = [read_problem(block) for block in blocks(rows)]
    if len(problems) > MOST_PROBLEMS:
        raise InputError(f"there are more than {MOST_PROBLEMS} problems")
    return problems


def read_row(reader: Reader, mark: str, expected: str) -> str:
    """Blanks and at least one of the marks, up to the end of the line."""
    return reader.match(" *", "blanks") + reader.match(f"{mark}(?:{mark}| )*", expected)


def blocks(rows: list[str]) -> Iterator[list[str]]:
    """The sheet cut at its blank columns. A short row is filled up with blanks."""
    width = max(len(row.rstrip()) for row in rows)
    sheet = columns([row.ljust(width)[:width] for row in rows])
    for place, (is_blank, group) in enumerate(groupby(sheet, key=str.isspace)):
        block = list(group)
        if not is_blank:
            yield columns(block)
        elif place == 0 or len(block) > 1:
            raise InputError("the problems do not start at the left, with one blank column between two")


def read_problem(block: list[str]) -> Problem:
    *rows, operators = block
    if not re.fullmatch("[+*] *", operators):
        raise InputError("the operator of a problem is not in its leftmost column, or there are two")
    if not all(re.fullmatch(" *[0-9]+ *", row) for row in rows):
        raise InputError("a row of a problem is not one number")
    problem = Problem(rows, operators[0])
    if len(operators) > MOST_WIDTH or any(column.isspace() for column in problem.columns):
        raise InputError(f"a problem is more than {MOST_WIDTH} columns wide, or has a column without a digit")
    return problem


def part1(problems: list[Problem]) -> int:
    return sum(result(problem.operator, problem.rows) for problem in problems)


def part2(problems: list[Problem]) -> int:
    return sum(result(problem.operator, problem.columns) for problem in problems)


def result(operator: str, numbers: Iterable[str]) -> int:
    combine = sum if operator == "+" else prod
    return combine(int(number.replace(" ", "")) for number in numbers)
