r"""Never Tell Me The Odds: https://adventofcode.com/2023/day/24

Hailstones fly along straight lines. Part 1 counts the pairs whose paths, seen from above, cross inside a square. Part 2
asks for one throw that hits every stone, and takes the sum of the coordinates of its start.

In part 1 two paths p + t v and q + u w meet at the time t = (q - p) x w / (v x w) of the first one, where x is the cross
product of two vectors. All is multiplied by v x w, so whole numbers are enough.

In part 2 a throw from P with the velocity V hits a stone if P - p is parallel to V - v, which means that their cross
product is zero:

    P x V - P x v - p x V + p x v = 0

P x V is the same for all stones. In the difference of the equations of two stones it is gone, and three linear equations
remain. Two such differences are six equations for P and V, and they are solved by elimination in fractions. They have no
single solution only if the second and the third stone would have to be hit at the same time. No throw can do that, as
these stones never meet. A throw counts only if it is whole and hits every stone at a whole time.

>>> hail = parse("2, 6, 3 @  2, -3, 1\n5, 2, 7 @ 1, 1, -1\n7, 8, 0 @ 1, -1, 2\n", least=0, most=9)
>>> part1(hail), part2(hail)
(1, 6)
"""

from fractions import Fraction
from itertools import combinations
from math import gcd
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

PARAMS = {"least": range(1_000_000_000_000_001), "most": range(1_000_000_000_000_001)}
LEAST_STONES, MOST_STONES, MOST_POSITION, MOST_SPEED, MOST_THROW = 3, 400, 999_999_999_999_999, 1000, 100_000
Vector: TypeAlias = tuple[int, int, int]


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
    apart, faster = minus(third.position, second.position), minus(third.velocity, second.velocity)
    if any(faster) and not any(cross(apart, faster)):
        raise reader.error_of_whole("the second and the third stone meet, so the speed of a throw is open")
    return Hail(stones, least, most)


def read_stone(reader: Reader) -> Stone:
    position = read_vector(reader, range(MOST_POSITION + 1))
    reader.match(" @ +", "` @` and a blank")
    velocity = read_vector(reader, range(-MOST_SPEED, MOST_SPEED + 1))
    if not all(velocity):
        raise reader.error("three velocities that are not 0")
    return Stone(position, velocity)


def read_vector(reader: Reader, values: range) -> Vector:
    vector = []
    for before in ("", ", +", ", +"):
        reader.match(before, "a comma and a blank")
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
    first, second, third = hail.stones[:3]
    found = solution(differences(first, second) + differences(first, third))
    if not found or any(abs(speed) > MOST_THROW for speed in found[3:]):
        return None
    return int(sum(found[:3])) if all(hits(found, stone) for stone in hail.stones) else None


def differences(one: Stone, other: Stone) -> list[list[int]]:
    """Three linear equations for a throw that hits both stones: the factors of P and V, and the right side.

    With p, v of one stone and q, w of the other they are P x (w - v) + (q - p) x V = q x w - p x v.
    """
    x, y, z = minus(other.position, one.position)
    dx, dy, dz = minus(other.velocity, one.velocity)
    right = minus(cross(*other), cross(*one))
    return [
        [0, dz, -dy, 0, -z, y, right[0]],
        [-dz, 0, dx, z, 0, -x, right[1]],
        [dy, -dx, 0, -y, x, 0, right[2]],
    ]


def solution(equations: list[list[int]]) -> list[Fraction] | None:
    """The one solution of linear equations; None if there is not exactly one."""
    rows = [list(map(Fraction, equation)) for equation in equations]
    for column in range(len(rows)):
        pivot = next((row for row in range(column, len(rows)) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column][column]
        rows[column] = [number / lead for number in rows[column]]
        for row in range(len(rows)):
            if row != column:
                factor = rows[row][column]
                rows[row] = [number - factor * other for number, other in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]


def hits(throw: list[Fraction], stone: Stone) -> bool:
    """Does the throw, three coordinates and three velocities, hit the stone, and all of it in whole numbers?"""
    apart = [number - start for number, start in zip(stone.position, throw[:3], strict=True)]
    speeds = [speed - number for number, speed in zip(stone.velocity, throw[3:], strict=True)]
    time = next((gap / speed for gap, speed in zip(apart, speeds, strict=True) if speed), Fraction(0))
    return (
        time >= 0
        and all(number.denominator == 1 for number in (time, *throw))
        and all(gap == time * speed for gap, speed in zip(apart, speeds, strict=True))
    )


def minus(one: Vector, other: Vector) -> Vector:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]


def cross(one: Vector, other: Vector) -> Vector:
    """The cross product of two vectors."""
    (ax, ay, az), (bx, by, bz) = one, other
    return ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
