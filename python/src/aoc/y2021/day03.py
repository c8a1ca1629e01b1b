r"""Binary Diagnostic: https://adventofcode.com/2021/day/3

A submarine reports binary numbers. Gamma has the bit that is the more common at each place, 1 on a tie, and epsilon the
other one; part 1 is their product. In part 2 the numbers are sifted: place by place only those stay that have the more
common bit there among those left (the oxygen rating, 1 on a tie) or the less common one (the CO2 rating, 0 on a tie),
until one is left.

The lists are filtered as the puzzle says it. The puzzle is silent on two things: numbers that occur twice may stay
together to the end, and where all that are left share a bit, the other bit is not the less common one but absent, so
all stay. Rust counts in place and Haskell walks down a tree of prefixes.

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
