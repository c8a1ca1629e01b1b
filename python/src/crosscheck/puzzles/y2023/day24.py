"""2023 day 24, https://adventofcode.com/2023/day/24

Text: 3 to 400 lines `px, py, pz @ vx, vy, vz`, each a stone: its position, 0 to 999,999,999,999,999, and its velocity, -1000 to 1000 and not 0. There is one
blank before the `@`; after it and after the commas there are one or more. No two lines have the same six numbers.
Parameters: `least` and `most`, each 0 to 1,000,000,000,000,000, the borders of the area on both axes; without one if `least` is greater.
Stones fly straight on at constant speed. No two paths are on the same line of the x,y plane.
Part 1: the pairs of stones whose paths in x and y cross within least..most on both axes, borders included, at a time of at least 0 for either; the two times
may differ. Parallel paths do not cross.
Seen from the first stone the second has the distance d2 and the speed u2, the third d3 and u3: (d2 x u2) x (d3 x u3) is not zero, so a throw that hits all
three has a known direction, seen from the first stone. The second and the third stone are never at one place at the same time, before time 0 neither, unless
their velocities are the same: so they are hit at different times, which gives its speed.
Part 2: a throw starts at a whole position with a whole velocity, each component -100,000 to 100,000, and meets every stone at a whole time, at least 0: the
sum of the three coordinates of its start; `no solution` if there is no such throw. There are not several.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part2, shuffled
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Never Tell Me The Odds"
UNIT = "stones"
SIZE = 300
FEWEST, MOST = 3, 400
FARTHEST, FASTEST, FASTEST_THROW, GREATEST = 10**15 - 1, 1000, 100_000, 10**15
PARAMS = {"least": Param(2 * 10**14, 0, GREATEST), "most": Param(4 * 10**14, 0, GREATEST)}
Vector = tuple[int, int, int]


class Stone(NamedTuple):
    position: Vector
    velocity: Vector

    def at(self, time: int) -> Vector:
        return moved(self.position, self.velocity, time)


def moved(position: Vector, velocity: Vector, time: int) -> Vector:
    (x, y, z), (u, v, w) = position, velocity
    return x + u * time, y + v * time, z + w * time


class Scale(NamedTuple):
    """How far, how fast and how long: positions and the velocities and times of stones, the velocity of the throw."""

    far: int
    fast: int
    long: int
    throw: int


SMALL = Scale(60, 5, 12, 4)
SCALES = (
    SMALL,
    SMALL,
    Scale(20, 3, 6, 2),
    Scale(1_000, 30, 25, 20),
    Scale(FARTHEST, FASTEST, 10**12, 400),
    Scale(FARTHEST, 3, 10**14, 3),
    Scale(10**9, FASTEST, 10_000, FASTEST_THROW),
)


@st.composite
def puzzles(draw: st.DrawFn) -> Input:
    """Stones that a throw can hit, or almost: one of them is missed by one, was to be hit in the past, or at half a second. Few speeds, so that paths are often
    parallel. Borders of the area where paths cross or stones start.
    """
    rng = draw(seeds())
    scale = draw(st.sampled_from(SCALES))
    count = draw(st.sampled_from((4, 5, 6, 8, 3, 3, 12)))
    kind = draw(st.sampled_from(("hit", "hit", "hit", "hit", "missed", "past", "half", "none")))
    for _ in range(100):
        stones = sky(rng, scale, count, kind)
        if valid(stones):
            break
    else:
        stones = SPARE
    padding = draw(st.sampled_from((1, 1, 2, 5)))
    return Input(
        written(stones, rng, padding), borders(rng, stones) if scale.far != FARTHEST or rng.random() < 0.3 else {}
    )


SPARE = [Stone((2, 6, 3), (2, -3, 1)), Stone((5, 2, 7), (1, 1, -1)), Stone((7, 8, 0), (1, -1, 2))]


def sky(rng: Random, scale: Scale, count: int, kind: str) -> list[Stone]:
    """So many stones, if they have room, that are hit by a throw, apart from what the kind says."""
    speeds = [speed for speed in range(-scale.fast, scale.fast + 1) if speed]
    speeds = rng.choice((speeds, rng.sample(speeds, min(4, len(speeds))), [-scale.fast, -1, 1, scale.fast]))
    start = [rng.randint(0, scale.far) for _ in range(3)]
    throw = [rng.randint(-scale.throw, scale.throw) for _ in range(3)]
    stones: list[Stone] = []
    odd = rng.randrange(count)
    for _ in range(40 * count):
        if len(stones) == count:
            break
        velocity = rng.choice(speeds), rng.choice(speeds), rng.choice(speeds)
        time = rng.randint(0, rng.choice((scale.long, scale.long, 4)))
        gain = [mine - other for mine, other in zip(throw, velocity, strict=True)]
        if len(stones) == odd and kind == "past":
            time = -time - 1
        x, y, z = (at + speed * time for at, speed in zip(start, gain, strict=True))
        if len(stones) == odd and kind == "half" and not any(speed % 2 for speed in gain):
            x, y, z = (at + speed // 2 for at, speed in zip((x, y, z), gain, strict=True))
        if len(stones) == odd and kind == "missed":
            x, y, z = rng.choice(((x + 1, y, z), (x, y - 1, z), (x, y, z + 1), (x + gain[0], y + gain[1], z)))
        if kind == "none":
            x, y, z = (rng.randint(0, scale.far) for _ in range(3))
        stone = Stone((x, y, z), velocity)
        if all(0 <= at <= FARTHEST for at in stone.position) and not any(on_one_line(stone, other) for other in stones):
            stones.append(stone)
    return stones


def borders(rng: Random, stones: list[Stone]) -> dict[str, int]:
    """Borders at places where paths cross or stones start, or near them; now and then the wrong way round."""
    places = [coordinate for stone in stones for coordinate in stone.position[:2]]
    for one, other in rng.sample(list(combinations(stones, 2)), min(6, len(stones))):
        crossing = meeting(one, other)
        places += [int(place) for place in crossing[:2]] if crossing else []
    values = sorted(max(0, min(GREATEST, rng.choice(places) + rng.choice((0, 0, 0, 1, -1)))) for _ in range(2))
    if rng.random() < 0.5:
        values = [values[0], GREATEST] if rng.random() < 0.6 else [0, values[1]]
    if rng.random() < 0.03:
        values.reverse()
    return dict(zip(PARAMS, values, strict=True))


def minus(one: Vector, other: Vector) -> Vector:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]


def cross(one: Vector, other: Vector) -> Vector:
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d


def on_one_line(one: Stone, other: Stone) -> bool:
    """In the x,y plane."""
    way = minus(other.position, one.position)
    return cross(one.velocity, other.velocity)[2] == 0 and cross(way, one.velocity)[2] == 0


def valid(stones: list[Stone]) -> bool:
    """Of these stones from different lines: there are enough, and the first three say enough."""
    if not FEWEST <= len(stones) <= MOST:
        return False
    normals = [seen_from(stones[0], stone) for stone in stones[1:3]]
    second, third = stones[1:3]
    return any(cross(*normals)) and (second.velocity == third.velocity or any(seen_from(second, third)))


def seen_from(one: Stone, other: Stone) -> Vector:
    return cross(minus(other.position, one.position), minus(other.velocity, one.velocity))


def full(seed: int, size: int = SIZE) -> str:
    """Stones between 10^14 and 5 * 10^14 and a throw, all of some hundreds a time unit, so that about one pair in 600 has the same speed along an axis."""
    rng = Random(seed)
    size = max(FEWEST, min(size, MOST))
    start = [rng.randint(2 * 10**14, 4 * 10**14) for _ in range(3)]
    throw = [rng.choice((-1, 1)) * rng.randint(20, 320) for _ in range(3)]
    stones: list[Stone] = []
    while len(stones) < size or not valid(stones):
        stones = stones if len(stones) < size else []
        time = rng.randint(10**11, 10**12)
        velocity: list[int] = []
        for at, speed in zip(start, throw, strict=True):
            slowest, fastest = ((at + speed * time - border) // time for border in (5 * 10**14, 10**14))
            velocity.append(rng.randint(max(slowest + 1, -FASTEST), min(fastest, FASTEST)) or 1)
        u, v, w = velocity
        x, y, z = (at + (mine - other) * time for at, mine, other in zip(start, throw, velocity, strict=True))
        stone = Stone((x, y, z), (u, v, w))
        inside = all(0 <= coordinate <= FARTHEST for coordinate in stone.position)
        if inside and not any(on_one_line(stone, other) for other in stones):
            stones.append(stone)
    return written(stones, rng, 1)


def limits() -> Iterator[Limit]:
    text = full(24, MOST)
    yield Limit("most stones", text)
    yield Limit("a stone too many", text + "1, 2, 3 @ 4, 5, 6\n", f"refused at line {MOST + 1}")
    yield Limit("all numbers at their ends", written(ENDS, Random(24), 1))


ENDS = [
    Stone((0, 0, 0), (-FASTEST, FASTEST - 1, -FASTEST)),
    Stone((FARTHEST, 1, 0), (1, FASTEST - 1, 1 - FASTEST)),
    Stone((FARTHEST - 1, FARTHEST, FARTHEST - 1), (1, -FASTEST, FASTEST)),
    Stone((0, FARTHEST, FARTHEST - 1), (-FASTEST, 1 - FASTEST, 1 - FASTEST)),
]


def worst() -> Iterator[tuple[str, str | Input]]:
    """The most stones: with paths that all cross on the border of the area, in its corner or near it, with paths that are all parallel, with speeds that are all
    different, and with distances that have the most divisors.
    """
    rng = Random(24)
    yield "the real structure, as large as can be", full(24, MOST)
    for name, centre, size in (
        ("in a corner", (2 * 10**14, 2 * 10**14), 0),
        ("on a side", (2 * 10**14, 3 * 10**14), 0),
        ("beside a corner", (2 * 10**14, 2 * 10**14), 2),
        ("in the middle", (3 * 10**14, 3 * 10**14), 1000),
    ):
        yield f"all paths cross {name}", written(star(rng, centre, size), rng, 1)
    parallel = SPARE + [Stone((5 * at, 10**14 - 3 * at * at, at), (7, 7, -7)) for at in range(1, MOST - 2)]
    yield "parallel paths", written(parallel, rng, 1)
    divisors = 6_064_949_221_531_200 // 24  # has 4,000 divisors and more
    yield "distances with many divisors", written(apart(rng, divisors), rng, 1)
    yield "short distances with many divisors", written(apart(rng, 735_134_400), rng, 1)
    yield "an area without end", Input(full(25, MOST), {"least": 0, "most": GREATEST})
    yield "few speeds", written(slow(rng), rng, 1)


def star(rng: Random, centre: tuple[int, int], size: int) -> list[Stone]:
    """Paths that go through a point, or near it."""
    stones: list[Stone] = []
    while len(stones) < MOST or not valid(stones):
        stones = stones if len(stones) < MOST else []
        u, v, w = (rng.choice((-1, 1)) * rng.randint(1, FASTEST) for _ in range(3))
        time = rng.randint(1, 2 * 10**11)
        x, y = (at + rng.randint(-size, size) - speed * time for at, speed in zip(centre, (u, v), strict=True))
        stone = Stone((x, y, rng.randint(0, FARTHEST)), (u, v, w))
        if x >= 0 and y >= 0 and not any(on_one_line(stone, other) for other in stones):
            stones.append(stone)
    return stones


def apart(rng: Random, distance: int) -> list[Stone]:
    """Stones of few speeds that are multiples of a distance apart, so that hardly a speed of a throw can be excluded."""
    stones: list[Stone] = []
    while len(stones) < MOST or not valid(stones):
        stones = stones if len(stones) < MOST else []
        x, y, z = (distance * rng.randint(0, FARTHEST // distance) for _ in range(3))
        u, v, w = (rng.choice((1, 2, 3, -1, -2, 5, 7)) for _ in range(3))
        stone = Stone((x, y, z), (u, v, w))
        if not any(on_one_line(stone, other) for other in stones):
            stones.append(stone)
        distance = distance if rng.random() < 0.9 else max(1, distance // rng.choice((2, 3)))
    return stones


def slow(rng: Random) -> list[Stone]:
    stones: list[Stone] = []
    while not valid(stones):
        stones = sky(rng, Scale(FARTHEST, 3, 10**14, 3), MOST, "hit")
    return stones


def written(stones: list[Stone], rng: Random, padding: int) -> str:
    """With up to so many blanks where there may be several."""

    def three(numbers: Vector) -> str:
        x, y, z = numbers
        return f"{x},{' ' * rng.randint(1, padding)}{y},{' ' * rng.randint(1, padding)}{z}"

    return joined(
        f"{three(stone.position)} @{' ' * rng.randint(1, padding)}{three(stone.velocity)}" for stone in stones
    )


def read(text: str) -> list[Stone]:
    stones = []
    for line in text.splitlines():
        x, y, z, u, v, w = map(int, re.findall(r"-?\d+", line))
        stones.append(Stone((x, y, z), (u, v, w)))
    return stones


def oracle(text: str, params: dict[str, int]) -> Answers | None:
    """Crosses every two paths in fractions. For part 2 the first two stones are met at any two of the first times; None for it where that hits not all of them."""
    stones = read(text)
    if len(stones) > 100:
        return None
    crossings = [meeting(one, other) for one, other in combinations(stones, 2)]
    inside = [
        crossing
        for crossing in crossings
        if crossing
        and all(params["least"] <= place <= params["most"] for place in crossing[:2])
        and min(crossing[2:]) >= 0
    ]
    return str(len(inside)), thrown(stones)


def meeting(one: Stone, other: Stone) -> tuple[Fraction, Fraction, Fraction, Fraction] | None:
    """Where two paths cross, and when either stone is there; None for parallel paths."""
    (px, py, _), (pu, pv, _) = one
    (qx, qy, _), (qu, qv, _) = other
    slope, other_slope = Fraction(pv, pu), Fraction(qv, qu)
    if slope == other_slope:
        return None
    x = (qy - other_slope * qx - py + slope * px) / (slope - other_slope)
    return x, py + slope * (x - px), (x - px) / pu, (x - qx) / qu


def thrown(stones: list[Stone]) -> str | None:
    first, second = stones[:2]
    for time in range(40):
        for later in range(40):
            if time == later:
                continue
            way = minus(second.at(later), first.at(time))
            if any(part % (later - time) for part in way):
                continue
            u, v, w = (part // (later - time) for part in way)
            start = moved(first.at(time), (u, v, w), -time)
            if max(map(abs, (u, v, w))) <= FASTEST_THROW and all(met(start, (u, v, w), stone) for stone in stones):
                return str(sum(start))
    return None


def met(start: Vector, velocity: Vector, stone: Stone) -> bool:
    """Is the throw where the stone is, at a whole time?"""
    for at, speed, there, other in zip(start, velocity, stone.position, stone.velocity, strict=True):
        if speed != other:
            time, rest = divmod(there - at, speed - other)
            return rest == 0 and time >= 0 and moved(start, velocity, time) == stone.at(time)
    return start == stone.position


def on_stones(change: Callable[[list[Stone], dict[str, int], Random], bool]) -> Transform:
    """A change of the stones and of all parameters in place, which may turn out not to be one."""

    def transform(made: Input, rng: Random) -> Input | None:
        stones = read(made.text)
        params = {name: made.params.get(name, param.default) for name, param in PARAMS.items()}
        if not change(stones, params, rng) or not valid(stones):
            return None
        numbers = [number for stone in stones for number in stone.position]
        speeds = [number for stone in stones for number in stone.velocity]
        within = all(0 <= number <= FARTHEST for number in numbers) and all(
            0 < abs(speed) <= FASTEST for speed in speeds
        )
        apart = not any(on_one_line(one, other) for one, other in combinations(stones, 2))
        borders_within = all(0 <= border <= GREATEST for border in params.values())
        return Input(written(stones, rng, 2), params) if within and apart and borders_within else None

    return transform


STEP = 5


def in_other_order(stones: list[Stone], _: dict[str, int], rng: Random) -> bool:
    stones[:] = shuffled(stones, rng)
    return True


def axes_swapped(stones: list[Stone], _params: dict[str, int], _: Random) -> bool:
    stones[:] = [Stone((y, x, z), (v, u, w)) for (x, y, z), (u, v, w) in stones]
    return True


def carried(stones: list[Stone], params: dict[str, int], _: Random) -> bool:
    """All five farther along each axis, the area too."""
    stones[:] = [Stone((x + STEP, y + STEP, z + STEP), speed) for (x, y, z), speed in stones]
    params.update({name: border + STEP for name, border in params.items()})
    return True


def twice_as_far(stones: list[Stone], params: dict[str, int], _: Random) -> bool:
    stones[:] = [Stone((2 * x, 2 * y, 2 * z), speed) for (x, y, z), speed in stones]
    params.update({name: 2 * border for name, border in params.items()})
    return True


def blown(stones: list[Stone], _: dict[str, int], rng: Random) -> bool:
    """All of them faster by the same."""
    wind = rng.randint(-3, 3), rng.randint(-3, 3), rng.randint(-3, 3)
    stones[:] = [Stone(at, moved(speed, wind, 1)) for at, speed in stones]
    return True


def stone_less(stones: list[Stone], _: dict[str, int], rng: Random) -> bool:
    stones.pop(rng.randrange(3, len(stones)) if len(stones) > 3 else 0)
    return True


def no_area(_stones: list[Stone], params: dict[str, int], _: Random) -> bool:
    params["least"], params["most"] = GREATEST, GREATEST - 1
    return True


def farther(before: Answers, after: Answers) -> bool:
    moved_on = NO_SOLUTION if before[1] == NO_SOLUTION else str(int(before[1] or "") + 3 * STEP)
    return before[0] == after[0] and after[1] == moved_on


def doubled_if_there(before: Answers, after: Answers) -> bool:
    """What was not whole may be whole now."""
    return before[0] == after[0] and (before[1] == NO_SOLUTION or int(after[1] or "") == 2 * int(before[1] or ""))


def no_more_pairs(before: Answers, after: Answers) -> bool:
    return int(after[0] or "") <= int(before[0] or "") and before[1] in (after[1], NO_SOLUTION)


def no_pair(before: Answers, after: Answers) -> bool:
    return after == ("0", before[1])


LAWS = (
    Law("the order of the stones is irrelevant", on_stones(in_other_order), same),
    Law("x for y changes nothing", on_stones(axes_swapped), same),
    Law("all five farther along each axis, the start is so too", on_stones(carried), farther),
    Law("twice as far, the start is twice as far", on_stones(twice_as_far), doubled_if_there),
    Law("a wind does not change the start", on_stones(blown), same_part2),
    Law("without a stone there are no more pairs, and the throw hits the others", on_stones(stone_less), no_more_pairs),
    Law("without an area there is no pair", on_stones(no_area), no_pair),
)
