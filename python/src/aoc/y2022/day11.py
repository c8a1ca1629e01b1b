r"""Monkey in the Middle: https://adventofcode.com/2022/day/11

Monkeys take turns. In its turn a monkey inspects all its items, which changes their worry levels, and throws each one
to one of two other monkeys, depending on whether the level is divisible by its number. How often do the two busiest
monkeys inspect an item, multiplied? Part 1 asks this after 20 rounds, with each level divided by three after an
inspection. Part 2 asks it after 10,000 rounds without this division.

Part 1 is played as it is told. In part 2 the remainder of a level, by the product of all divisors, decides all throws.
Items do not affect each other, so each is followed alone. If at the start of a round an item has a monkey and a
remainder that it had before, its rounds repeat. Then it jumps over all repetitions that fit into the rounds that are
left, and the inspections of one repetition are multiplied by their number.

Arrays hold all items, which go round by round. Repetitions are found by Brent's method: after 1, 2, 4, 8 ... rounds
the states are noted, and each item is compared with its note.

>>> one = "Monkey 0:\n  Starting items: 7, 8\n  Operation: new = old + 5\n  Test: divisible by 3\n"
>>> other = "Monkey 1:\n  Starting items: 9\n  Operation: new = old * 2\n  Test: divisible by 2\n"
>>> throws = "    If true: throw to monkey {}\n    If false: throw to monkey {}\n"
>>> monkeys = parse(one + throws.format(1, 1) + "\n" + other + throws.format(0, 0))
>>> part1(monkeys), part2(monkeys)
(3540, 899970000)
"""

from collections.abc import Iterable, Iterator
from itertools import count
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader, numbered

LEAST_MONKEYS, MOST_MONKEYS, MOST_ITEMS = 2, 8, 36
LARGEST_ITEM, LARGEST_OPERAND = 999, 99
PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23)
ROUNDS_WITH_RELIEF, ROUNDS = 20, 10_000
HIGHEST_LEVEL = 10**17
Numbers = NDArray[np.int64]


class Monkey(NamedTuple):
    items: list[int]
    operation: tuple[int, int, int]
    """A level becomes a * level * level + b * level + c."""
    divisor: int
    targets: tuple[int, int]
    """If the level is not divisible, and if it is."""


class Items(NamedTuple):
    """The states of all items at the start of a round."""

    monkeys: Numbers
    levels: Numbers
    rounds_left: Numbers
    inspections: Numbers
    """A row for each item, a column for each monkey."""


def parse(text: str) -> list[Monkey]:
    reader = Reader(text)
    monkeys = list(reader.blocks(numbered(read_monkey, 0), most=MOST_MONKEYS))
    if len(monkeys) < LEAST_MONKEYS:
        raise reader.too_soon("another monkey")
    if any(target >= len(monkeys) for monkey in monkeys for target in monkey.targets):
        raise reader.error_of_whole("an item is thrown to a monkey that is not there")
    if any(level > HIGHEST_LEVEL for _, level in rounds_with_relief(monkeys)):
        raise reader.error_of_whole(f"a worry level is above {HIGHEST_LEVEL} in the first {ROUNDS_WITH_RELIEF} rounds")
    return monkeys


def read_monkey(reader: Reader, number: int) -> Monkey:
    reader.literal(f"Monkey {number}:\n  Starting items:")
    items = []
    if reader.text.startswith(" ", reader.at):
        reader.literal(" ")
        items = reader.numbers(1, LARGEST_ITEM, ", ", most=MOST_ITEMS)
    reader.literal("\n  Operation: new = old ")
    operation = read_operation(reader)
    reader.literal("\n  Test: divisible by ")
    start = reader.at
    divisor = reader.number(PRIMES[0], PRIMES[-1])
    if divisor not in PRIMES:
        raise reader.error("a prime number", start)
    reader.literal("\n    If true: throw to monkey ")
    if_true = read_target(reader, number)
    reader.literal("\n    If false: throw to monkey ")
    return Monkey(items, operation, divisor, (read_target(reader, number), if_true))


def read_operation(reader: Reader) -> tuple[int, int, int]:
    match reader.one_of(("* old", "* ", "+ ")):
        case "* old":
            return 1, 0, 0
        case "* ":
            return 0, reader.number(1, LARGEST_OPERAND), 0
        case _:
            return 0, 1, reader.number(1, LARGEST_OPERAND)


def read_target(reader: Reader, number: int) -> int:
    start = reader.at
    target = reader.number(0, MOST_MONKEYS - 1)
    if target == number:
        raise reader.error("another monkey", start)
    return target


def part1(monkeys: list[Monkey]) -> int:
    inspecting = [number for number, _ in rounds_with_relief(monkeys)]
    return product_of_two_busiest(map(inspecting.count, range(len(monkeys))))


def rounds_with_relief(monkeys: list[Monkey]) -> Iterator[tuple[int, int]]:
    """For each inspection the monkey, and the level before it is divided by three."""
    held = [list(monkey.items) for monkey in monkeys]
    for _ in range(ROUNDS_WITH_RELIEF):
        for number, (_, (a, b, c), divisor, targets) in enumerate(monkeys):
            for old in held[number]:
                level = a * old * old + b * old + c
                yield number, level
                level //= 3
                held[targets[level % divisor == 0]].append(level)
            held[number].clear()


def part2(monkeys: list[Monkey]) -> int:
    held = [(number, level) for number, monkey in enumerate(monkeys) for level in monkey.items]
    numbers, levels = np.array(held, np.int64).reshape(-1, 2).T
    nothing_yet = np.zeros((len(held), len(monkeys)), np.int64)
    items = noted = Items(numbers, levels, np.full(len(held), ROUNDS), nothing_yet)
    inspections = nothing_yet.sum(axis=0)
    for rounds in count(1):
        if not items.monkeys.size:
            break
        items = after_jump(after_round(items, monkeys), noted)
        going_on = items.rounds_left > 0
        if not going_on.all():
            inspections += items.inspections[~going_on].sum(axis=0)
            items, noted = (Items(*(array[going_on] for array in states)) for states in (items, noted))
        if rounds.bit_count() == 1:
            noted = items
    return product_of_two_busiest(inspections.tolist())


def after_round(items: Items, monkeys: list[Monkey]) -> Items:
    holders, levels, inspections = items.monkeys.copy(), items.levels.copy(), items.inspections.copy()
    product = prod({monkey.divisor for monkey in monkeys})
    for number, (_, (a, b, c), divisor, targets) in enumerate(monkeys):
        (held,) = np.nonzero(holders == number)
        old = levels[held]
        levels[held] = new = ((a * old + b) * old + c) % product
        holders[held] = np.where(new % divisor, *targets)
        inspections[held, number] += 1
    return Items(holders, levels, items.rounds_left - 1, inspections)


def after_jump(items: Items, noted: Items) -> Items:
    """Leave out as many repetitions as fit, where an item is in the state that was noted."""
    period = noted.rounds_left - items.rounds_left
    is_again = (items.monkeys == noted.monkeys) & (items.levels == noted.levels)
    times = np.where(is_again, items.rounds_left // period, 0)
    gained = times[:, np.newaxis] * (items.inspections - noted.inspections)
    return Items(items.monkeys, items.levels, items.rounds_left - times * period, items.inspections + gained)


def product_of_two_busiest(inspections: Iterable[int]) -> int:
    return prod(sorted(inspections)[-2:])
