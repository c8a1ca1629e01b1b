r"""Claw Contraption: https://adventofcode.com/2024/day/13

The sum of the least costs of the prizes that can be met, as they are (part 1) and farther away (part 2).

After the right presses of A the rest of the way to the prize is parallel to B's vector. The cross product of the rest
with that vector says on which side of it the rest is, and it changes by the same amount at each press. So a binary
search finds the first press after which it is 0 or has changed its sign. The vectors are never parallel, so no other
number of presses can be right, and it remains to see whether it is.

>>> machines = parse("Button A: X+3, Y+1\nButton B: X+1, Y+2\nPrize: X=9, Y=8\n")
>>> part1(machines), part2(machines)
(9, 10000000000009)
"""

from bisect import bisect_left
from typing import NamedTuple

from aoc.text import Reader

MOST_MACHINES, MOST_STEP, MOST_PRIZE = 1000, 99, 99_999
COST_A, COST_B = 3, 1
FARTHER = 10_000_000_000_000


class Vector(NamedTuple):
    x: int
    y: int


class Machine(NamedTuple):
    a: Vector
    b: Vector
    prize: Vector


def parse(text: str) -> list[Machine]:
    return list(Reader(text).blocks(read_machine, MOST_MACHINES))


def read_machine(reader: Reader) -> Machine:
    a = read_vector(reader, "Button A: X+", ", Y+", MOST_STEP)
    reader.newline()
    start = reader.at
    b = read_vector(reader, "Button B: X+", ", Y+", MOST_STEP)
    if cross(a, b) == 0:
        raise reader.error("a vector that is not parallel to that of button A", start)
    reader.newline()
    return Machine(a, b, read_vector(reader, "Prize: X=", ", Y=", MOST_PRIZE))


def read_vector(reader: Reader, before: str, between: str, most: int) -> Vector:
    reader.literal(before)
    x = reader.number(1, most)
    reader.literal(between)
    return Vector(x, reader.number(1, most))


def cross(a: Vector, b: Vector) -> int:
    return a.x * b.y - a.y * b.x


def part1(machines: list[Machine]) -> int:
    return sum(cost(a, b, prize) for a, b, prize in machines)


def part2(machines: list[Machine]) -> int:
    return sum(cost(a, b, Vector(prize.x + FARTHER, prize.y + FARTHER)) for a, b, prize in machines)


def cost(a: Vector, b: Vector, prize: Vector) -> int:
    """The tokens for the prize; 0 if it cannot be met."""
    slope = cross(a, b)

    def side(presses: int) -> int:
        """Rises with the presses of A, and is 0 if the rest of the way is parallel to B's vector."""
        return (presses * slope - cross(prize, b)) * (1 if slope > 0 else -1)

    presses_a = bisect_left(range(prize.x // a.x + 1), 0, key=side)
    x, y = prize.x - presses_a * a.x, prize.y - presses_a * a.y
    presses_b = x // b.x
    if presses_b < 0 or (presses_b * b.x, presses_b * b.y) != (x, y):
        return 0
    return COST_A * presses_a + COST_B * presses_b
