r"""Bridge Repair: https://adventofcode.com/2024/day/7

The sum of the targets that can be met by adding and multiplying (part 1), and by joining digits as well (part 2).

All values that can be made so far are kept in an array, and each operator combines the whole array with the next
operand at once. No operator makes a value smaller, since no operand is 0. So what is above the target is thrown away.

>>> equations = parse("36: 2 4 6\n246: 2 4 6\n96: 2 4 6\n32: 2 4 6\n")
>>> part1(equations), part2(equations)
(36, 282)
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_EQUATIONS, MOST_OPERANDS = 1000, 12
GREATEST_TARGET, GREATEST_OPERAND = 10**15 - 1, 999

Numbers = NDArray[np.int64]
Operator: TypeAlias = Callable[[Numbers, int], Numbers]


class Equation(NamedTuple):
    target: int
    operands: list[int]


def parse(text: str) -> list[Equation]:
    reader = Reader(text)
    equations = list(reader.lines(read_equation, most=MOST_EQUATIONS))
    reader.end()
    return equations


def read_equation(reader: Reader) -> Equation:
    target = reader.number(1, GREATEST_TARGET)
    reader.literal(": ")
    return Equation(target, reader.numbers(1, GREATEST_OPERAND, " ", most=MOST_OPERANDS))


def part1(equations: list[Equation]) -> int:
    return sum(equation.target for equation in equations if can_be_met(equation, [np.add, np.multiply]))


def part2(equations: list[Equation]) -> int:
    return sum(equation.target for equation in equations if can_be_met(equation, [np.add, np.multiply, join]))


def can_be_met(equation: Equation, operators: list[Operator]) -> bool:
    first, *others = equation.operands
    if not others:
        return first == equation.target
    values = np.array([first])
    for operand in others[:-1]:
        values = np.concatenate([operator(values, operand) for operator in operators])
        values = values[values <= equation.target]
    return any(equation.target in operator(values, others[-1]) for operator in operators)


def join(values: Numbers, operand: int) -> Numbers:
    """What is joined to a value up to the greatest target is below 2^60; so is a product."""
    shift: int = 10 ** len(str(operand))
    return values * shift + operand
