r"""Rucksack Reorganization: https://adventofcode.com/2022/day/3

Each line is the contents of a rucksack, a letter for each item. Part 1 adds up the priorities of the items that are in
both halves of a rucksack, part 2 those of the items that the three rucksacks of a group have in common.

Halves and rucksacks are sets, and their intersection is the item. That it is a single one is checked when the input is
read.

>>> rucksacks = parse("abcxAc\nAqqccq\nQZtZcR\n")
>>> part1(rucksacks), part2(rucksacks)
(72, 3)
"""

from string import ascii_letters

from aoc.text import Reader

MOST_RUCKSACKS, MOST_ITEMS, GROUP = 900, 60, 3


def parse(text: str) -> list[str]:
    reader = Reader(text)
    rucksacks: list[str] = []
    for rucksack in reader.lines(read_rucksack, most=MOST_RUCKSACKS):
        rucksacks.append(rucksack)
        if len(rucksacks) % GROUP == 0 and len(common(rucksacks[-GROUP:])) != 1:
            raise reader.error(f"exactly one kind of item that {GROUP} rucksacks have in common")
    reader.end()
    if len(rucksacks) % GROUP:
        raise reader.too_soon(f"groups of {GROUP} rucksacks")
    return rucksacks


def read_rucksack(reader: Reader) -> str:
    start = reader.at
    rucksack = reader.match(f"[a-zA-Z]{{2,{MOST_ITEMS}}}", f"2 to {MOST_ITEMS} letters")
    if len(rucksack) % 2 or len(common(halves(rucksack))) != 1:
        raise reader.error("two halves with exactly one kind of item in common", start)
    return rucksack


def part1(rucksacks: list[str]) -> int:
    return sum(priorities(halves(rucksack)) for rucksack in rucksacks)


def part2(rucksacks: list[str]) -> int:
    return sum(priorities(rucksacks[start : start + GROUP]) for start in range(0, len(rucksacks), GROUP))


def halves(rucksack: str) -> list[str]:
    middle = len(rucksack) // 2
    return [rucksack[:middle], rucksack[middle:]]


def priorities(contents: list[str]) -> int:
    """The priority of what these have in common: 1 to 26 for a to z, 27 to 52 for A to Z."""
    return sum(ascii_letters.index(item) + 1 for item in common(contents))


def common(contents: list[str]) -> set[str]:
    return set.intersection(*map(set, contents))
