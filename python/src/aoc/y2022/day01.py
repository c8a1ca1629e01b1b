r"""Calorie Counting: https://adventofcode.com/2022/day/1

Each elf carries food: a paragraph of numbers, the calories of each item. Part 1 asks for the most calories that an elf
carries, part 2 for what the three elves with the most carry together.

The sums of the paragraphs are sorted, and the last ones taken. With fewer than three elves all of them are taken.

>>> elves = parse("40\n5\n\n60\n\n7\n7\n\n20\n30\n")
>>> part1(elves), part2(elves)
(60, 155)
"""

from aoc.text import Reader

MOST_ELVES, MOST_ITEMS, MOST_CALORIES = 1000, 100, 99_999


def parse(text: str) -> list[list[int]]:
    return list(Reader(text).blocks(read_items, most=MOST_ELVES))


def read_items(reader: Reader) -> list[int]:
    return reader.numbers(1, MOST_CALORIES, "\n", most=MOST_ITEMS)


def part1(elves: list[list[int]]) -> int:
    return most_carried(elves, 1)


def part2(elves: list[list[int]]) -> int:
    return most_carried(elves, 3)


def most_carried(elves: list[list[int]], count: int) -> int:
    """How much do this many elves carry together, if they are those with the most?"""
    return sum(sorted(map(sum, elves))[-count:])
