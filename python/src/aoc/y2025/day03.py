r"""Lobby: https://adventofcode.com/2025/day/3

Each row keeps some of its digits, in their order, such that they make the largest number: 2 digits in part 1, 12 in
part 2. The numbers of all rows are added up.

The digits are chosen one by one from the left. A larger digit in front beats whatever follows, so the next digit is the
largest that leaves enough digits behind it. Of equal ones it is the first, since that leaves the most to choose from.

>>> rows = parse("6172839456172\n1111111111112\n")
>>> part1(rows), part2(rows)
(109, 783950567284)
"""

from aoc.text import Reader

DIGITS = "123456789"


def parse(text: str) -> list[str]:
    reader = Reader(text)
    rows = list(reader.lines(lambda reader: reader.match(f"[{DIGITS}]{{12,500}}", "12 to 500 digits 1-9"), most=1000))
    reader.end()
    return rows


def part1(rows: list[str]) -> int:
    return sum(largest(row, 2) for row in rows)


def part2(rows: list[str]) -> int:
    return sum(largest(row, 12) for row in rows)


def largest(row: str, length: int) -> int:
    """The largest number that `length` digits of the row make in their order."""
    number, start = "", 0
    for still_needed in range(length, 0, -1):
        choice = row[start : len(row) - still_needed + 1]
        digit = max(choice)
        start += choice.index(digit) + 1
        number += digit
    return int(number)
