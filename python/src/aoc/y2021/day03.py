r"""Binary Diagnostic: https://adventofcode.com/2021/day/3

Four numbers are made of a list of binary numbers: the more common bit and the less common bit of every place, and what
is left when the list is filtered, place by place, by the more common bit or by the less common one. On a tie 1 counts
as the more common.

Two things are not obvious. Equal numbers may stay together to the end. And where all numbers that are left share a bit,
none has the other one, so all stay.

>>> report = parse("101\n110\n001\n101\n")
>>> part1(report), part2(report)
(10, 5)
"""

from aoc.text import Reader


def parse(text: str) -> list[str]:
    reader = Reader(text)
    report = reader.rows("01", width=32)
    reader.end()
    return report


def part1(report: list[str]) -> int:
    gamma = "".join("1" if 2 * place.count("1") >= len(report) else "0" for place in zip(*report, strict=True))
    epsilon = gamma.translate(str.maketrans("01", "10"))
    return int(gamma, 2) * int(epsilon, 2)


def part2(report: list[str]) -> int:
    return rating(report, most_common=True) * rating(report, most_common=False)


def rating(numbers: list[str], most_common: bool) -> int:
    """Which number is left when only the more (or the less) common bit may stay, place by place?"""
    for place in range(len(numbers[0])):
        ones = [number for number in numbers if number[place] == "1"]
        zeros = [number for number in numbers if number[place] == "0"]
        if ones and zeros:
            numbers = ones if (len(ones) >= len(zeros)) == most_common else zeros
    return int(numbers[0], 2)
