"""2021 day 5, https://adventofcode.com/2021/day/5

Text: one line of vents a line, `x1,y1 -> x2,y2`, each coordinate 0 to 999; 1 to 5,000 lines. A
line is horizontal, vertical, exactly diagonal, or a single point (which counts as horizontal). The two
ends may come in either order.
Part 1: points that two or more of the horizontal and vertical lines cover.
Part 2: the same of all lines.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, part2_at_least_part1, same, shuffled, unchanged
from crosscheck.puzzles.limit import Limit

TITLE = "Hydrothermal Venture"
UNIT = "lines"
SIZE = 500
LAST = 999
Vent = tuple[int, int, int, int]
DIRECTIONS = ((1, 0), (0, 1), (1, 1), (1, -1), (-1, 0), (0, -1), (-1, -1), (-1, 1))


BOXES = st.sampled_from(((0, 4), (0, 9), (58, 69), (LAST - 5, LAST), (0, LAST)))
ANY = st.integers(0, LAST)
VENTS = st.lists(st.tuples(ANY, ANY, st.sampled_from(DIRECTIONS), ANY), min_size=1, max_size=10)
MORE = st.sampled_from((0,) * 19 + (100,))
AGAIN = st.lists(st.integers(0, 9), max_size=2)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Crowded into a few cells, at the origin and elsewhere, or anywhere; some twice. Now and then a hundred more."""
    low, high = draw(BOXES)
    rng = draw(seeds())

    def vent(x: int, y: int, direction: tuple[int, int], length: int) -> str:
        x, y = (low + at % (high - low + 1) for at in (x, y))
        dx, dy = direction
        length %= reach(x, y, dx, dy, low, high) + 1
        return vent_text((x, y, x + length * dx, y + length * dy))

    lines = [vent(*drawn) for drawn in draw(VENTS)]
    more = [
        vent(rng.randint(0, LAST), rng.randint(0, LAST), rng.choice(DIRECTIONS), rng.randint(0, LAST))
        for _ in range(draw(MORE))
    ]
    return joined(lines + [lines[at % len(lines)] for at in draw(AGAIN)] + more)


def full(seed: int, size: int = SIZE) -> str:
    """A third each horizontal, vertical and diagonal, of any length, some from the other end."""
    rng = Random(seed)
    vents = []
    for _ in range(size):
        dx, dy = rng.choice(((1, 0), (0, 1), (1, rng.choice((1, -1)))))
        length = rng.randint(10, LAST - 20) if dx and dy else abs(rng.randint(1, LAST) - rng.randint(1, LAST))
        x, y = rng.randint(0, LAST - length * dx), rng.randint(0, LAST - length * abs(dy))
        if dy < 0:
            y += length
        ends = [(x, y), (x + length * dx, y + length * dy)]
        (x1, y1), (x2, y2) = rng.sample(ends, 2)
        vents.append(vent_text((x1, y1, x2, y2)))
    return joined(vents)


def reach(x: int, y: int, dx: int, dy: int, low: int, high: int) -> int:
    """How many steps a vent can go before it leaves low..high."""
    room = [high - at if step > 0 else at - low for at, step in ((x, dx), (y, dy)) if step]
    return min(room)


def oracle(text: str) -> Answers | None:
    """Every vent walked a step at a time."""
    straight: Counter[tuple[int, int]] = Counter()
    every: Counter[tuple[int, int]] = Counter()
    for line in text.splitlines():
        x, y, to_x, to_y = vent_of(line)
        walk = [(x, y)]
        while (x, y) != (to_x, to_y):
            x, y = x + (to_x > x) - (to_x < x), y + (to_y > y) - (to_y < y)
            walk.append((x, y))
        every.update(walk)
        if walk[0][0] == x or walk[0][1] == y:
            straight.update(walk)
        if len(every) > 3000:
            return None
    return str(sum(n > 1 for n in straight.values())), str(sum(n > 1 for n in every.values()))


def vent_of(line: str) -> Vent:
    x1, y1, x2, y2 = map(int, line.replace(" -> ", ",").split(","))
    return x1, y1, x2, y2


def vent_text(vent: Vent) -> str:
    return "{},{} -> {},{}".format(*vent)


def reversed_ends(lines: list[str], rng: Random) -> list[str]:
    return [rng.choice((line, "{2},{3} -> {0},{1}".format(*vent_of(line)))) for line in lines]


def diagonal_mirror(lines: list[str], _: Random) -> list[str]:
    return ["{1},{0} -> {3},{2}".format(*vent_of(line)) for line in lines]


def left_right(lines: list[str], _: Random) -> list[str]:
    return [vent_text((LAST - x1, y1, LAST - x2, y2)) for x1, y1, x2, y2 in map(vent_of, lines)]


def limits() -> Iterator[Limit]:
    yield Limit("the floor covered twice", "".join(f"0,{y} -> 999,{y}\n" * 2 for y in range(1000)), "1000000, 1000000")
    yield Limit("5000 lines", "7,7 -> 7,9\n" * 5000, "3, 3")
    yield Limit("5001 lines", "7,7 -> 7,9\n" * 5001, "refused at line 5001")


def worst() -> Iterator[tuple[str, str]]:
    """As many lines as there may be: long, short, points, on the same row, and with as many crossings as can be."""
    rng = Random(5)
    most = 5000
    yield "long lines anywhere", full(5, most)
    points = [(rng.randint(0, LAST), rng.randint(0, LAST)) for _ in range(most)]
    yield "single points", joined(vent_text((x, y, x, y)) for x, y in points)
    yield "short lines in all directions", joined(short(x, y, rng) for x, y in points)
    yield "the floor covered five times by rows", "".join(f"0,{y} -> 999,{y}\n" * 5 for y in range(1000))
    yield "the floor covered five times by columns", "".join(f"{x},999 -> {x},0\n" * 5 for x in range(1000))
    side = LAST + 1
    straight = [f"0,{at} -> {LAST},{at}" for at in range(side)] + [f"{at},0 -> {at},{LAST}" for at in range(side)]
    down = [f"0,{at} -> {LAST - at},{LAST}" for at in range(750)] + [
        f"{at},0 -> {LAST},{LAST - at}" for at in range(750)
    ]
    up = [f"0,{at} -> {at},0" for at in range(249, side)] + [f"{at},{LAST} -> {LAST},{at}" for at in range(1, 750)]
    yield "all rows, all columns and the longest diagonals", joined([*straight, *down, *up])
    yield (
        "one row, covered by lines inside each other",
        joined(f"{at % 500},7 -> {LAST - at % 500},7" for at in range(most)),
    )


def short(x: int, y: int, rng: Random) -> str:
    """A line of up to ten points."""
    dx, dy = rng.choice(DIRECTIONS)
    length = min(rng.randint(1, 9), reach(x, y, dx, dy, 0, LAST))
    return vent_text((x, y, x + length * dx, y + length * dy))


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("the order of a line's ends does not matter", on_lines(reversed_ends), same),
    Law("x for y changes nothing", on_lines(diagonal_mirror), same),
    Law("left for right changes nothing", on_lines(left_right), same),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
