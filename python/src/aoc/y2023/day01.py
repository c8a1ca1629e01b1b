r"""Trebuchet?!: https://adventofcode.com/2023/day/1

The first and the last digit of a line make a number of two digits, and these numbers are added up. In part 2 digits that
are spelled out in letters count too.

A line is searched for each digit: of those that are in it, the first is the one that is found earliest from the left,
and the last is the one that is found latest from the right. Spelled digits may share letters, since each is searched
for by itself.

>>> lines = parse("2b8c\n4sevenineight\nx5y\n1twone\n")
>>> part1(lines), part2(lines)
(138, 142)
"""

from collections.abc import Mapping

from aoc.text import Reader

MOST_LINES, LONGEST = 2000, 100
DIGITS = {str(value): value for value in range(1, 10)}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DIGITS_AND_WORDS = DIGITS | {word: value for value, word in enumerate(WORDS, 1)}


def parse(text: str) -> list[str]:
    reader = Reader(text)
    lines = list(reader.lines(read_line, most=MOST_LINES))
    reader.end()
    return lines


def read_line(reader: Reader) -> str:
    start = reader.at
    line = reader.match(f"[a-z1-9]{{1,{LONGEST}}}", f"1 to {LONGEST} letters a to z and digits 1 to 9")
    if not any(digit in line for digit in DIGITS):
        raise reader.error("a line with a digit", start)
    return line


def part1(lines: list[str]) -> int:
    return sum(calibration(line, DIGITS) for line in lines)


def part2(lines: list[str]) -> int:
    return sum(calibration(line, DIGITS_AND_WORDS) for line in lines)


def calibration(line: str, values: Mapping[str, int]) -> int:
    found = [digit for digit in values if digit in line]
    first = min(found, key=line.find)
    last = max(found, key=line.rfind)
    return 10 * values[first] + values[last]
