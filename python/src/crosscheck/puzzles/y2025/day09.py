"""2025 day 9, https://adventofcode.com/2025/day/9

Text: 4 to 1,000 lines `x,y`, each number 0 to 999,999: the corners of one closed loop in order. Its edges, from each corner to the next and from the last
to the first, are horizontal and vertical in turn, and none has length zero. The loop meets itself nowhere: only neighbouring edges share a tile, and
only their corner.
Two corners span a rectangle, of which they are opposite corners; both their tiles and all between belong to it, so its area is
(|x1 - x2| + 1) * (|y1 - y2| + 1).
Part 1: the largest area of a rectangle that two corners span.
Part 2: the same of those whose tiles are all on the loop or inside it. Two edges on neighbouring rows have no tile between them that could be outside.
"""

from collections.abc import Callable, Iterator
from itertools import accumulate, combinations, pairwise
from math import asin, cos, pi, sin
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Movie Theater"
UNIT = "corners"
SIZE = 496
LAST, MOST = 999_999, 1_000
Point = tuple[int, int]
RING = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))  # round a cell


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Loops round a few cells that grew together, on lines of which many are neighbours and some far apart; also spirals and combs."""
    kind = draw(st.sampled_from(("cells", "cells", "cells", "spiral", "comb")))
    rng = draw(seeds())
    if kind == "spiral":
        corners = spiral(draw(st.integers(1, 3)))
    elif kind == "comb":
        corners = comb(draw(st.lists(st.integers(2, 6), min_size=1, max_size=5)))
    else:
        times = draw(st.sampled_from((1,) * 9 + (2,)))
        corners = outline(grown(times**2 * draw(st.integers(1, 22)), times * draw(st.integers(2, 6)), rng))
    gaps = st.sampled_from((1, 1, 1, 2, 3, 7, 20_000))
    side = max(max(corner) for corner in corners) + 1
    xs, ys = ([0, *accumulate(draw(st.lists(gaps, min_size=side, max_size=side)))] for _ in "xy")
    left, top = draw(st.sampled_from(((0, 0), (3, 0), (LAST - xs[-1], LAST - ys[-1]))))
    loop = [(left + xs[x], top + ys[y]) for x, y in corners]
    if draw(st.booleans()):
        loop.reverse()
    if draw(st.booleans()):
        loop = [(y, x) for x, y in loop]
    start = draw(st.integers(0, len(loop) - 1))
    return written(loop[start:] + loop[:start])


def grown(count: int, side: int, rng: Random) -> set[Point]:
    """Cells of a square, connected and without a hole, that nowhere touch at a corner only."""
    cells = {(side // 2, side // 2)}
    for _ in range(20 * count):
        x, y = rng.randrange(side), rng.randrange(side)
        around = [(x + dx, y + dy) in cells for dx, dy in RING]
        beside = any(around[::2])
        parts = sum(one != other for one, other in zip(around, around[1:] + around[:1], strict=True))
        if len(cells) < count and beside and parts <= 2:
            cells.add((x, y))
    return cells


def outline(cells: set[Point]) -> list[Point]:
    """The corners of the loop round the cells: cell (x, y) has its corners at (x, y) and (x + 1, y + 1)."""
    sides = (
        side
        for x, y in cells
        for side in (
            ((x, y), (x + 1, y), (x, y - 1)),
            ((x + 1, y), (x + 1, y + 1), (x + 1, y)),
            ((x + 1, y + 1), (x, y + 1), (x, y + 1)),
            ((x, y + 1), (x, y), (x - 1, y)),
        )
    )
    follows = {one: other for one, other, beside in sides if beside not in cells}
    at = min(follows)
    walk = [at]
    while (at := follows[at]) != walk[0]:
        walk.append(at)
    return corners_of(walk)


def corners_of(walk: list[Point]) -> list[Point]:
    """The points of a closed walk at which it turns."""
    around = zip(walk[-1:] + walk[:-1], walk, walk[1:] + walk[:1], strict=True)
    return [at for before, at, after in around if before[0] != after[0] and before[1] != after[1]]


def spiral(turns: int) -> list[Point]:
    """A corridor of width 1 that winds inwards, with free space of width 1 between its turns; it has 8 * turns + 2 corners."""
    size = 4 * turns
    outer, inner = [(0, 0)], [(0, 1)]
    for near in range(0, 2 * turns, 2):
        far = size - near
        outer += [(far, near), (far, far), (near, far), (near, near + 2)]
        inner += [(far - 1, near + 1), (far - 1, far - 1), (near + 1, far - 1), (near + 1, near + 3)]
    inner[-1] = (inner[-1][0], outer[-1][1])  # the end is straight
    return outer + inner[::-1]


def comb(depths: list[int]) -> list[Point]:
    """A bar with teeth of these depths, two or more; it has 4 corners a tooth."""
    corners = [(0, 0), (2 * len(depths) - 1, 0)]
    for x, depth in reversed(list(enumerate(depths))):
        corners += [(2 * x + 1, depth), (2 * x, depth), (2 * x, 1), (2 * x - 1, 1)]
    return corners[:-2]


def disc(rng: Random, corners: int, radius: int, slot: int) -> list[Point]:
    """A rough disc, round an even number of corners, with a slot of this width from its left nearly to its right."""
    count = corners // 2
    first = asin(slot / 2 / radius)
    arc = 2 * (pi - first) / (count - 1)
    middle = radius + radius // 32
    ring: list[Point] = []
    for step in range(count):
        angle, far = pi + first + step * arc, radius * (1 + min(arc, 0.1) * rng.uniform(-0.25, 0.25))
        x, y = middle + int(far * cos(angle)), middle + int(far * sin(angle))
        if ring:  # no edge of length zero
            x += x == ring[-1][0]
            y += y == ring[-1][1]
        ring.append((x, y))
    loop = [corner for (x, y), (_, below) in pairwise(ring) for corner in ((x, y), (x, below))]
    end = middle + radius - int(radius * 2 * arc) - slot
    return [*loop, (end, ring[-1][1]), (end, ring[0][1])]


def full(seed: int, size: int = SIZE) -> str:
    """A rough disc, almost cut in two by a slot from the left."""
    rng = Random(seed)
    return written(disc(rng, max(24, size // 2 * 2), 48_000, rng.randint(1_400, 2_100)))


def limits() -> Iterator[Limit]:
    yield Limit("most corners", written(comb([3] * (MOST // 4))), "2000, 2000")
    yield Limit("corners too many", written(comb([3] * (MOST // 4 + 1))), "refused at line 1001")


def worst() -> Iterator[tuple[str, str]]:
    """The most corners: on a circle, wound up, between many teeth, on stairs; as far apart as can be and as close."""
    rng = Random(9)
    yield "a disc with a slot", written(disc(rng, MOST, 480_000, 9_000))
    yield "a disc with a narrow slot", written(disc(rng, MOST, 480_000, 3))
    yield "a spiral", written(stretched(spiral(124)))
    yield "a spiral with one free tile", written(spiral(124))
    yield "teeth of any depth", written(stretched(comb([rng.randint(2, 499) for _ in range(250)])))
    yield "teeth of one depth", written(stretched(comb([499] * 250)))
    yield "teeth without free tiles", written(comb([LAST] * 250))
    yield "teeth that grow", written(stretched(comb(list(range(2, 252)))))
    stairs = [corner for at in range(499) for corner in ((at, at), (at + 1, at))]
    yield "stairs", written(stretched([*stairs, (499, 499), (0, 499)]))
    yield "the largest rectangle", written([(0, 0), (LAST, 0), (LAST, LAST), (0, LAST)])


def stretched(loop: list[Point]) -> list[Point]:
    """As large as can be."""
    by = LAST // max(map(max, loop))
    return [(x * by, y * by) for x, y in loop]


def written(loop: list[Point]) -> str:
    return joined(f"{x},{y}" for x, y in loop)


def read(text: str) -> list[Point]:
    ends = (line.split(",") for line in text.split())
    return [(int(x), int(y)) for x, y in ends]


def oracle(text: str) -> Answers | None:
    """Every rectangle, tile by tile; of equal rows or columns of tiles between two corners one stands for all."""
    loop = read(text)
    if len(loop) > 24:
        return None
    edges = [(*sorted((one, other)),) for one, other in zip(loop, loop[1:] + loop[:1], strict=True)]
    xs, ys = (sorted({at + by for at in line for by in (0, 1)}) for line in zip(*loop, strict=True))

    def free(x: int, y: int) -> bool:
        """Neither on the loop nor inside: to its left it has an even number of edges."""
        if any(x1 <= x <= x2 and y1 <= y <= y2 for (x1, y1), (x2, y2) in edges):
            return False
        return sum(x1 == x2 < x and y1 <= y < y2 for (x1, y1), (x2, y2) in edges) % 2 == 0

    outside = [(x, y) for x in xs for y in ys if free(x, y)]
    spans = [(*sorted((one[0], other[0])), *sorted((one[1], other[1]))) for one, other in combinations(loop, 2)]
    areas = {(x1, x2, y1, y2): (x2 - x1 + 1) * (y2 - y1 + 1) for x1, x2, y1, y2 in spans}
    inside = [
        area for (x1, x2, y1, y2), area in areas.items() if not any(x1 <= x <= x2 and y1 <= y <= y2 for x, y in outside)
    ]
    return str(max(areas.values())), str(max(inside))


def on_loop(change: Callable[[list[Point], Random], list[Point]]) -> Transform:
    return lambda text, rng: written(change(read(text), rng))


def from_another(loop: list[Point], rng: Random) -> list[Point]:
    """Another corner first, or the loop the other way round."""
    start = rng.randrange(len(loop))
    return (loop[start:] + loop[:start])[:: rng.choice((-1, 1))]


def turned(loop: list[Point], _: Random) -> list[Point]:
    """A quarter turn."""
    return [(LAST - y, x) for x, y in loop]


def mirrored(loop: list[Point], _: Random) -> list[Point]:
    return [(LAST - x, y) for x, y in loop]


def moved(loop: list[Point], rng: Random) -> list[Point]:
    (left, right), (top, bottom) = ((min(line), max(line)) for line in zip(*loop, strict=True))
    right_by, down_by = rng.randint(-left, LAST - right), rng.randint(-top, LAST - bottom)
    return [(x + right_by, y + down_by) for x, y in loop]


LAWS = (
    Law("the first corner and the direction do not matter", on_loop(from_another), same),
    Law("a quarter turn changes nothing", on_loop(turned), same),
    Law("left for right changes nothing", on_loop(mirrored), same),
    Law("a loop that is moved keeps its areas", on_loop(moved), same),
    Law("part 2 is at most part 1", unchanged, lambda before, _: whole(before)[0] >= whole(before)[1]),
)
