"""2022 day 14, https://adventofcode.com/2022/day/14

Text: 1 to 500 lines, each of 1 to 60 points `x,y` with ` -> ` between two; x from 0 to 999, y from 1 to 180. From one point to the next exactly one coordinate changes.
A line is rock at its points and on the straight strokes between them. Lines may touch, cross and repeat. y grows downward.
Units of sand start at (500, 0), one after the other. A unit moves down, or if that cell is taken to the lower left, or else to the lower right; where all three are taken it rests.
Part 1: how many units are at rest before the first one falls below the lowest rock. If the source gets covered before any falls, all that are at rest then.
Part 2: the same with an endless floor two rows below the lowest rock: how many are at rest when the source is covered, with the one that covers it.
"""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    joined,
    on_lines,
    part2_at_least_part1,
    same,
    same_part2,
    shuffled,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Regolith Reservoir"
UNIT = "lines"
SIZE = 150
MOST_LINES, MOST_POINTS, WIDTH, DEEPEST, SOURCE = 500, 60, 1000, 180, 500
Point = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Strokes near the source: single points, ledges, cups and zigzags, sparse and dense, some of them twice; now and then rock at the ends of the range."""
    rng = draw(seeds())
    deep = draw(st.sampled_from((8, 5, 12, 3, 20, 1, 30)))
    wide = draw(st.sampled_from((4, 8, 2, 14, 1)))
    most = draw(st.sampled_from((4, 2, 8, 1, 15, 30)))
    longest = draw(st.sampled_from((2, 4, 1, 7)))
    walls = [walk(rng, wide, deep, longest, draw(st.sampled_from((3, 6, 9)))) for _ in range(rng.randint(1, most))]
    if draw(st.integers(0, 3)) == 0:
        walls.append(cup(rng, deep, wide))
    if rng.random() < 0.1:
        walls.append([(rng.choice((0, WIDTH - 1)), rng.choice((1, deep)))])
    if rng.random() < 0.03:
        walls.append([(rng.choice((0, SOURCE, WIDTH - 1)), rng.choice((DEEPEST, DEEPEST - 1)))])
    if rng.random() < 0.3:
        walls += rng.choices(walls, k=rng.randint(1, 3))
    return written(shuffled(walls, rng))


def walk(rng: Random, wide: int, deep: int, longest: int, stride: int) -> list[Point]:
    """Up to so many points, each above, below or beside the one before it."""
    high = min(deep, rng.choice((1, 2, 3, 5)))
    points = [(SOURCE + rng.randint(-wide, wide), rng.randint(high, deep))]
    for _ in range(rng.randint(0, longest)):
        x, y = points[-1]
        if rng.random() < 0.6:
            x = SOURCE + rng.choice(
                [dx for dx in range(x - SOURCE - stride, x - SOURCE + stride + 1) if SOURCE + dx != x]
            )
        elif deep > high:
            y = rng.choice([row for row in range(high, deep + 1) if row != y])
        if (x, y) != points[-1]:
            points.append((x, y))
    return points


def cup(rng: Random, deep: int, wide: int) -> list[Point]:
    """Two walls and the bottom between them, below the source or beside it."""
    left, right = SOURCE - rng.randint(0, wide), SOURCE + rng.randint(1, wide + 1)
    bottom = rng.randint(2, deep + 2)
    return [(left, rng.randint(1, bottom - 1)), (left, bottom), (right, bottom), (right, rng.randint(1, bottom - 1))]


def full(seed: int, size: int = SIZE) -> str:
    """Ledges, combs and vessels one below the other to row 170 or so, each where the sand falls that the last one does not hold; long lines come several times."""
    rng = Random(seed)
    size = min(size, MOST_LINES)
    walls, taken, x, y = list[list[Point]](), set[Point](), SOURCE, 13
    while y < 165 and len(walls) < size:
        group, height = rng.choice((ledges, comb, comb, vessel))(x, y, rng)
        walls += group
        y += height
        taken |= {cell for points in group for cell in cells(points)}
        x = poured(taken, y)
    walls = walls[:size]
    walls += rng.choices(walls, weights=[len(points) for points in walls], k=size - len(walls))
    return written(shuffled(walls, rng))


def poured(taken: set[Point], bottom: int) -> int:
    """Lets units fall and rest until one falls to this row; its column."""
    while (unit := fallen(taken, bottom))[1] < bottom:
        taken.add(unit)
    return unit[0]


def ledges(x: int, y: int, rng: Random) -> tuple[list[list[Point]], int]:
    """A pyramid of ledges with gaps between them, and how high it is."""
    rows, length = rng.randint(2, 5), rng.randint(2, 5)
    apart = length + 3
    x -= rng.randint(0, length)
    found = [
        [(x + at * apart - row * apart // 2, y + 3 * row), (x + at * apart - row * apart // 2 + length, y + 3 * row)]
        for row in range(rows)
        for at in range(row + 1)
    ]
    return found, 3 * rows + 1


def comb(x: int, y: int, rng: Random) -> tuple[list[list[Point]], int]:
    """Teeth of different heights on a common bottom, drawn up and down in one line."""
    points, bottom = list[Point](), y + 10
    teeth = rng.randint(5, 10)
    left = x - rng.randint(2, 2 * teeth - 4)
    for column in range(left, left + 2 * teeth, 2):
        points += [(column, bottom), (column, bottom - rng.randint(1, 10)), (column, bottom)]
    return [points], 12


def vessel(x: int, y: int, rng: Random) -> tuple[list[list[Point]], int]:
    """Wider than the neck at its top, into which the sand falls."""
    left, right = x - rng.randint(1, 3), x + rng.randint(1, 3)
    outer_left, outer_right = left - rng.randint(1, 5), right + rng.randint(1, 5)
    shoulder = y + rng.randint(1, 4)
    bottom = shoulder + rng.randint(3, 8)
    half = [(left, y), (left, shoulder), (outer_left, shoulder), (outer_left, bottom)]
    other = [(outer_right, bottom), (outer_right, shoulder), (right, shoulder), (right, y)]
    return [[*half, *other]], bottom - y + 2


def written(walls: list[list[Point]]) -> str:
    return joined(" -> ".join(f"{x},{y}" for x, y in points) for points in walls)


def read(line: str) -> list[Point]:
    return [(int(x), int(y)) for x, y in (point.split(",") for point in line.split(" -> "))]


def limits() -> Iterator[Limit]:
    rows = DEEPEST + 2
    yield Limit("a single rock in the lowest row, far away", "0,180\n", f"0, {rows**2}")
    yield Limit("a single rock in the lowest row, far to the right", "999,180\n", f"0, {rows**2}")
    floor = [(0, DEEPEST), (WIDTH - 1, DEEPEST)]
    yield Limit("a floor of rock in the lowest row", written([floor]), f"{DEEPEST**2}, {DEEPEST**2}")
    yield Limit("most lines", written([floor] * MOST_LINES), f"{DEEPEST**2}, {DEEPEST**2}")
    yield Limit("a line too many", written([floor] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")
    to_and_fro = floor * (MOST_POINTS // 2)
    yield Limit("most points on every line", written([to_and_fro] * MOST_LINES), f"{DEEPEST**2}, {DEEPEST**2}")
    yield Limit("a point too many", written([floor, [*to_and_fro, floor[0]]]), "refused at line 2")
    # All sand stays in the funnel. In each row it is as wide as it can have spread, or as the funnel is there: 92 cells to either side
    # down to row 67, and 7 fewer from every 8th row after that on, down to the shaft of three cells.
    caught = sum(1 + 2 * min(y, 92 - 7 * max(0, min((y - 60) // 8, 13))) for y in range(DEEPEST))
    yield Limit("the widest funnel", written([funnel(DEEPEST)]), f"{caught}, {caught}")


def funnel(deep: int) -> list[Point]:
    """Stairs down to the middle, from both sides, with a gap of one cell at the bottom closed."""
    left = [point for step in range(14) for point in ((400 + 7 * step, 60 + 8 * step), (407 + 7 * step, 60 + 8 * step))]
    right = [(WIDTH - x, y) for x, y in reversed(left)]
    return [*left, (left[-1][0], deep), (right[0][0], deep), *right]


def worst() -> Iterator[tuple[str, str]]:
    """The most sand, the longest paths of a unit, the most rock, and the most runs in a row."""
    floor = [(0, DEEPEST), (WIDTH - 1, DEEPEST)]
    yield "most lines and points", written([floor * (MOST_POINTS // 2)] * MOST_LINES)
    yield "the most sand at rest", written([[(0, DEEPEST)]])
    yield "the most sand in part 1", written([floor])
    teeth = [point for x in range(320, 679, 12) for point in ((x, DEEPEST), (x, 1 + (x - 320) // 12 % 9))]
    yield "a comb with tall teeth", written([[(x, 1), (x, DEEPEST)] for x in range(320, 681, 2) if x != SOURCE])
    yield "a comb without a bottom", written([[point] for point in teeth])
    rng = Random(14)
    dots = [[(SOURCE + rng.randint(-y, y), y)] for y in range(1, DEEPEST) for _ in range(3)][:MOST_LINES]
    yield "single rocks", written(dots)
    stairs = [[(SOURCE - 9 - 5 * (y % 2), y * 4 + 4), (SOURCE + 9 - 5 * (y % 2), y * 4 + 4)] for y in range(44)]
    yield "ledges below each other", written(stairs)
    yield "a funnel", written([funnel(DEEPEST)])
    dense = [[(x, y), (x + 1, y)] for y in range(4, DEEPEST, 8) for x in range(400 + y % 3, 600, 9)]
    yield "many short ledges", written(dense[:MOST_LINES])


def oracle(text: str) -> Answers | None:
    """Each unit starts at the source and goes its whole path."""
    rock = {cell for line in text.split("\n") if line for cell in cells(read(line))}
    lowest = max(y for _, y in rock)
    if lowest > 45:
        return None
    return str(at_rest(rock, lowest, floor=False)), str(at_rest(rock, lowest, floor=True))


def cells(points: list[Point]) -> set[Point]:
    found = set(points)
    for (x, y), (to_x, to_y) in pairwise(points):
        found |= {(i, y) for i in range(min(x, to_x), max(x, to_x) + 1) if y == to_y}
        found |= {(x, j) for j in range(min(y, to_y), max(y, to_y) + 1) if x == to_x}
    return found


def at_rest(rock: set[Point], lowest: int, *, floor: bool) -> int:
    taken = set(rock)
    while (SOURCE, 0) not in taken:
        unit = fallen(taken, lowest + 1)
        if unit[1] > lowest and not floor:
            break
        taken.add(unit)
    return len(taken) - len(rock)


def fallen(taken: set[Point], bottom: int) -> Point:
    """Where the next unit comes to rest, in this row if nothing stops it above."""
    x, y = SOURCE, 0
    while y < bottom:
        free = [step for step in (x, x - 1, x + 1) if (step, y + 1) not in taken]
        if not free:
            break
        x, y = free[0], y + 1
    return x, y


def backwards(lines: list[str], _: Random) -> list[str]:
    return [" -> ".join(reversed(line.split(" -> "))) for line in lines]


def some_again(lines: list[str], rng: Random) -> list[str] | None:
    return [*lines, *rng.choices(lines, k=3)] if len(lines) + 3 <= MOST_LINES else None


def in_strokes(lines: list[str], _: Random) -> list[str] | None:
    """Every stroke on a line of its own."""
    strokes = list[str]()
    for line in lines:
        points = line.split(" -> ")
        strokes += [f"{one} -> {other}" for one, other in pairwise(points)] or points
    return strokes if len(strokes) <= MOST_LINES else None


def mirrored(lines: list[str], _: Random) -> list[str] | None:
    """The column of the source stays where it is."""
    walls = [[(2 * SOURCE - x, y) for x, y in read(line)] for line in lines]
    return written(walls).splitlines() if all(x < WIDTH for points in walls for x, _ in points) else None


def with_floor(lines: list[str], _: Random) -> list[str] | None:
    """The floor of part 2 as a line of rock, as far as sand can get."""
    floor = 2 + max(y for line in lines for _, y in read(line))
    if floor > DEEPEST or len(lines) == MOST_LINES:
        return None
    return [*lines, f"{SOURCE - floor},{floor} -> {SOURCE + floor},{floor}"]


LAWS = (
    Law("the order of lines does not matter", on_lines(shuffled), same),
    Law("a line drawn from its other end is the same", on_lines(backwards), same),
    Law("a line drawn again changes nothing", on_lines(some_again), same),
    Law("a line is its strokes", on_lines(in_strokes), same),
    Law("left for right leaves part 2 as it is", on_lines(mirrored), same_part2),
    Law(
        "with the floor as rock part 1 is what part 2 was",
        on_lines(with_floor),
        lambda before, after: after[0] == before[1],
    ),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
