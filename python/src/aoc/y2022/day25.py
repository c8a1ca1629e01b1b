r"""Full of Hot Air: https://adventofcode.com/2022/day/25

What is the sum of numbers in base five, whose digits `2`, `1`, `0`, `-` and `=` stand for 2, 1, 0, -1 and -2?

The numbers are read as whole numbers, added up, and written again. The last digit of n is the one of -2 to 2 that leaves
a multiple of five, and the digits before it are those of n / 5, rounded to the nearest whole number.

>>> numbers = parse("2=\n1-0\n-\n")
>>> numbers, part1(numbers)
([8, 20, -1], '102')
"""

from aoc.text import Reader

MOST_LINES, MOST_DIGITS = 300, 20
DIGITS = "=-012"
BASE, LEAST_DIGIT = len(DIGITS), -2


def parse(text: str) -> list[int]:
    reader = Reader(text)
    numbers = [value(digits) for digits in reader.lines(read_digits, most=MOST_LINES)]
    reader.end()
    return numbers


def read_digits(reader: Reader) -> str:
    digits = reader.word(DIGITS)
    if len(digits) > MOST_DIGITS:
        raise reader.error(f"at most {MOST_DIGITS} digits", reader.at - len(digits) + MOST_DIGITS)
    return digits


def part1(numbers: list[int]) -> str:
    return written(sum(numbers))


def value(digits: str) -> int:
    number = 0
    for digit in digits:
        number = BASE * number + DIGITS.index(digit) + LEAST_DIGIT
    return number


def written(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number - LEAST_DIGIT, BASE)
        digits = DIGITS[digit] + digits
    return digits or "0"
