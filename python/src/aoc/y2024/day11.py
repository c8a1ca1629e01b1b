r"""Plutonian Pebbles: https://adventofcode.com/2024/day/11

The number of stones after 25 blinks (part 1), and after 75 (part 2).

What becomes of a stone does not depend on the others. So a stone is followed until it is split, and the two halves are
followed by recursion for the blinks that are left. The answers are remembered, since few stones are different.

Every stone is split after some blinks. A multiplication by 2024 adds 3 or 4 digits. If it adds 4, the product begins
with 1 or 20, so the next one adds 3. So at most two multiplications make the number of digits even.

>>> stones = parse("0 24\n")
>>> [total(stones, blinks) for blinks in range(5)]
[2, 3, 3, 6, 12]
>>> part1(stones), part2(stones)
(56447, 66249886874011)
"""

from functools import cache

from aoc.text import Reader

MOST_STONES, GREATEST = 20, 9_999_999


def parse(text: str) -> list[int]:
    reader = Reader(text)
    stones = reader.numbers(0, GREATEST, " ", most=MOST_STONES)
    reader.end()
    return stones


def part1(stones: list[int]) -> int:
    return total(stones, blinks=25)


def part2(stones: list[int]) -> int:
    return total(stones, blinks=75)


def total(stones: list[int], blinks: int) -> int:
    @cache
    def count(stone: int, blinks: int) -> int:
        """How many stones does this one become?"""
        blink, left, right = split(stone)
        rest = blinks - blink
        return 1 if rest < 0 else count(left, rest) + count(right, rest)

    @cache
    def split(stone: int) -> tuple[int, int, int]:
        """The blink that splits the stone, and the halves."""
        digits = str(stone)
        half, is_odd = divmod(len(digits), 2)
        if not is_odd:
            return 1, int(digits[:half]), int(digits[half:])
        blink, left, right = split(stone * 2024 or 1)
        return blink + 1, left, right

    return sum(count(stone, blinks) for stone in stones)
