r"""Grove Positioning System: https://adventofcode.com/2022/day/20

Numbers stand in a circle. In their original order, each moves by as many places as it says. Part 1 does this once, part
2 ten times after a multiplication by a key. The answer is the sum of the three numbers that are then 1,000, 2,000 and
3,000 places after the 0.

The circle is a string, in which each number has a character of its own. The string may begin anywhere in the circle. So
it is cut at the number that moves: what is after it and then what is before it is the rest of the circle, and in this the
number is inserted again. The rest has one number less than the circle, so moving once around it changes nothing.

>>> numbers = parse("2\n0\n-3\n1\n5\n-1\n6\n")
>>> part1(numbers), part2(numbers)
(2, 3246356612)
"""

from aoc.text import Reader

LEAST_NUMBERS, MOST_NUMBERS, GREATEST = 2, 6000, 99_999
KEY, ROUNDS = 811_589_153, 10


def parse(text: str) -> list[int]:
    reader = Reader(text)
    numbers: list[int] = []
    for (number,) in reader.records("{}", range(-GREATEST, GREATEST + 1), most=MOST_NUMBERS):
        if number == 0 and 0 in numbers:
            raise reader.error("no second 0")
        numbers.append(number)
    reader.end()
    if len(numbers) < LEAST_NUMBERS:
        raise reader.too_soon(f"at least {LEAST_NUMBERS} numbers")
    if 0 not in numbers:
        raise reader.error_of_whole("there is no 0")
    return numbers


def part1(numbers: list[int]) -> int:
    return coordinates(mixed(numbers, 1))


def part2(numbers: list[int]) -> int:
    return coordinates(mixed([KEY * number for number in numbers], ROUNDS))


def mixed(numbers: list[int], rounds: int) -> list[int]:
    """The circle after these rounds of moves; it begins at any of its numbers."""
    characters = list(map(chr, range(len(numbers))))
    circle = "".join(characters)
    for _ in range(rounds):
        for character, number in zip(characters, numbers, strict=True):
            before, _, after = circle.partition(character)
            rest = after + before
            place = number % len(rest)
            circle = f"{rest[:place]}{character}{rest[place:]}"
    return [numbers[ord(character)] for character in circle]


def coordinates(circle: list[int]) -> int:
    zero = circle.index(0)
    return sum(circle[(zero + places) % len(circle)] for places in (1000, 2000, 3000))
