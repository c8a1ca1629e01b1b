r"""Never Tell Me The Odds: https://adventofcode.com/2023/day/24

Hailstones fly along straight lines. Part 1 counts the pairs whose paths, seen from above, cross inside a square. Part 2
asks for one throw that hits every stone, and takes the sum of the coordinates of its start.

In part 1 two paths p + t v and q + u w meet at the time t = (q - p) x w / (v x w) of the first one, where x is the cross
product of two vectors. All is multiplied by v x w, so whole numbers are enough.

In part 2 a throw from P with the velocity V hits a stone if P - p is parallel to V - v, which means that their cross
product is zero:

    P x V - P x v - p x V + p x v = 0

P x V is the same for all stones. In the difference of the equations of two stones it is gone, and three linear equations
remain. The first three stones give two such differences, so six equations for P and V, which are solved by elimination
in fractions. They leave something open only if the second and the third stone are hit at the same time. Then the throw
is where these two meet, and this and the other stones give more equations. The throw counts only if it is whole and
hits every stone at a whole time.

>>> hail = parse("2, 6, 3 @  2, -3, 1\n5, 2, 7 @ 1, 1, -1\n7, 8, 0 @ 1, -1, 2\n", least=0, most=9)
>>> part1(hail), part2(hail)
(1, 6)
"""

from fractions import Fraction
from itertools import combinations
from math import gcd
from operator import mul
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

PARAMS = {"least": range(1_000_000_000_000_001), "most": range(1_000_000_000_000_001)}
LEAST_STONES, MOST_STONES, MOST_POSITION, MOST_SPEED, MOST_THROW = 3, 400, 999_999_999_999_999, 1000, 100_000
UNKNOWNS = 6
Vector: TypeAlias = tuple[int, int, int]
Equation: TypeAlias = list[Fraction]
"""The factors of the unknowns, those of the position and then those of the velocity, and the right side."""


class Stone(NamedTuple):
    position: Vector
    velocity: Vector


class Hail(NamedTuple):
    stones: list[Stone]
    least: int
    most: int


def parse(text: str, *, least: int = 200_000_000_000_000, most: int = 400_000_000_000_000) -> Hail:
    reader = Reader(text)
    stones: list[Stone] = []
    for stone in reader.lines(read_stone, most=MOST_STONES):
        if stone in stones:
            raise reader.error("a stone that is not there yet")
        stones.append(stone)
    reader.end()
    if len(stones) < LEAST_STONES:
        raise reader.too_soon(f"at least {LEAST_STONES} stones")
    if len({path_from_above(stone) for stone in stones}) < len(stones):
        raise reader.error_of_whole("two paths are on one line, seen from above")
    first, second, third = stones[:3]
    normals = [
        cross(minus(other.position, first.position), minus(other.velocity, first.velocity)) for other in (second, third)
    ]
    if not any(cross(*normals)):
        raise reader.error_of_whole("the first three stones do not determine the direction of a throw")
    return Hail(stones, least, most)


def read_stone(reader: Reader) -> Stone:
    position = read_vector(reader, range(MOST_POSITION + 1))
    reader.literal(" @")
    reader.match(" +", "a blank")
    velocity = read_vector(reader, range(-MOST_SPEED, MOST_SPEED + 1))
    if not all(velocity):
        raise reader.error("three velocities that are not 0")
    return Stone(position, velocity)


def read_vector(reader: Reader, values: range) -> Vector:
    vector = []
    for axis in range(3):
        if axis:
            reader.literal(",")
            reader.match(" +", "a blank")
        vector.append(reader.number(values.start, values.stop - 1))
    x, y, z = vector
    return x, y, z


def path_from_above(stone: Stone) -> tuple[int, int, int]:
    """Numbers that are the same for all stones whose paths are on the same line in x and y."""
    (px, py, _), (vx, vy, _) = stone
    divisor = gcd(vx, vy) if vx > 0 else -gcd(vx, vy)
    return vx // divisor, vy // divisor, (px * vy - py * vx) // divisor


def part1(hail: Hail) -> int:
    return sum(cross_inside(one, other, hail.least, hail.most) for one, other in combinations(hail.stones, 2))


def cross_inside(one: Stone, other: Stone, least: int, most: int) -> bool:
    (px, py, _), (vx, vy, _) = one
    (qx, qy, _), (wx, wy, _) = other
    scale = vx * wy - vy * wx
    dx, dy = qx - px, qy - py
    time, other_time = dx * wy - dy * wx, dx * vy - dy * vx
    if scale < 0:
        scale, time, other_time = -scale, -time, -other_time
    return (
        scale > 0
        and time >= 0
        and other_time >= 0
        and scale * least <= scale * px + time * vx <= scale * most
        and scale * least <= scale * py + time * vy <= scale * most
    )


def part2(hail: Hail) -> int | None:
    first, second, third, *others = hail.stones
    equations = reduced(differences(first, second) + differences(first, third))
    if len(equations) < UNKNOWNS:
        equations += through_meeting(second, third)
        for other in others:
            equations = reduced(equations + differences(first, other))
    if len(equations) != UNKNOWNS or not equations[-1][UNKNOWNS - 1]:
        return None
    throw = [right for *_, right in equations]
    if any(abs(speed) > MOST_THROW for speed in throw[3:]) or not all(hits(throw, stone) for stone in hail.stones):
        return None
    return int(sum(throw[:3]))


def differences(one: Stone, other: Stone) -> list[Equation]:
    """Three linear equations for a throw that hits both stones: the factors of P and V, and the right side."""
    of_position = cross_rows(minus(other.velocity, one.velocity))
    of_velocity = cross_rows(minus(one.position, other.position))
    right = minus(cross(*other), cross(*one))
    return [
        [*map(Fraction, (*row, *more, number))]
        for row, more, number in zip(of_position, of_velocity, right, strict=True)
    ]


def through_meeting(one: Stone, other: Stone) -> list[Equation]:
    """The equations for a throw that is where two stones meet, at the time when they do; none if they do not."""
    ways, speeds = minus(other.position, one.position), minus(one.velocity, other.velocity)
    times = {Fraction(way, speed) if speed else None for way, speed in zip(ways, speeds, strict=True) if way or speed}
    time = times.pop()
    if times or time is None:
        return []
    units = [[Fraction(axis == row) for axis in range(3)] for row in range(3)]
    return [
        [*unit, *(time * factor for factor in unit), place + time * speed]
        for unit, place, speed in zip(units, *one, strict=True)
    ]


def reduced(equations: list[Equation]) -> list[Equation]:
    """The same linear equations, without those that follow from others, each solved for an unknown of its own.

    If no unknown is left, that is `1 = 0`.
    """
    done: list[Equation] = []
    for column in range(UNKNOWNS + 1):
        pivot = next((row for row in equations if row[column]), None)
        if pivot:
            lead = [number / pivot[column] for number in pivot]
            equations.remove(pivot)
            done, equations = ([without(row, column, lead) for row in rows] for rows in (done, equations))
            done.append(lead)
    return done


def without(row: Equation, column: int, lead: Equation) -> Equation:
    """The equation without this unknown, for which the other one is solved."""
    return [number - row[column] * other for number, other in zip(row, lead, strict=True)]


def hits(throw: list[Fraction], stone: Stone) -> bool:
    """Does the throw, three coordinates and three velocities, hit the stone, and all of it in whole numbers?"""
    ways = [number - start for number, start in zip(stone.position, throw[:3], strict=True)]
    speeds = [speed - number for number, speed in zip(stone.velocity, throw[3:], strict=True)]
    time = next((way / speed for way, speed in zip(ways, speeds, strict=True) if speed), Fraction(0))
    return (
        time >= 0
        and all(number.denominator == 1 for number in (time, *throw))
        and all(way == time * speed for way, speed in zip(ways, speeds, strict=True))
    )


def minus(one: Vector, other: Vector) -> Vector:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]


def cross(one: Vector, other: Vector) -> Vector:
    """The cross product of two vectors."""
    first, second, third = (sum(map(mul, one, row)) for row in cross_rows(other))
    return first, second, third


def cross_rows(vector: Vector) -> list[Vector]:
    """The matrix whose product with another vector is their cross product, with this vector on the right."""
    x, y, z = vector
    return [(0, z, -y), (-z, 0, x), (y, -x, 0)]
