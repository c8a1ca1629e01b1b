"""2023 day 18, https://adventofcode.com/2023/day/18

Text: 4 to 1,000 lines `R 6 (#05f3a1)`: a direction (R, D, L or U), a length 1 to 99, and six digits 0-9a-f, of which the last is 0 to 3 and the others are
not all 0. There are two readings. In the first, a line goes so far in that direction; in the second the five digits are the length, in base sixteen, and
the last is the direction: 0 R, 1 D, 2 L, 3 U.
In either reading each line turns: it is horizontal if the one before is vertical, and the other way round; and so does the first after the last. The lines
are a loop, which neither crosses nor touches itself: no cell comes twice on it. It may run beside itself, in the next cell; what can be reached from
outside between two such stretches only is outside.
Part 1: the number of cells on the loop and within it, in the first reading.  Part 2: the same in the second reading.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Lavaduct Lagoon"
UNIT = "lines"
SIZE = 700
FEWEST, MOST, LONGEST, LONGEST_CODE = 4, 1_000, 99, 16**5 - 1
WAYS = "RDLU"
AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
Move = tuple[str, int]
Loop = list[Move]
Cell = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Outlines of what has grown, with rows and columns of many widths: the narrowest, which runs beside itself, the widest, and mixed ones."""
    rng = draw(seeds())
    count = draw(st.sampled_from((8, 4, 6, 10, 12, 16, 24, 40)))
    first, second = rng.choice((1, 2, 9, LONGEST)), rng.choice((1, 3, LONGEST, LONGEST_CODE, LONGEST_CODE))
    return written(
        grown(rng, count, first, rng.choice((1, first))),
        grown(rng, count, second, rng.choice((1, second))),
    )


def grown(rng: Random, count: int, widest: int, least: int = 1, longest: int | None = None) -> Loop:
    """The outline, with `count` corners, of an area that grows from one face. Then each row and column gets a width, `least` to `widest` and as far as no line
    becomes longer than `longest`, which is the longest of a reading where it is not given.
    """
    longest = longest or (LONGEST if widest <= LONGEST else LONGEST_CODE)
    corners = cornered(rng, count)
    places = []
    for axis in (0, 1):
        lengths = [abs(one[axis] - two[axis]) for one, two in pairwise([*corners, corners[0]])]
        width = max(1, min(widest, longest // max(lengths)))
        low, high = (end(corner[axis] for corner in corners) for end in (min, max))
        where = accumulate((rng.randint(min(least, width), width) for _ in range(high - low)), initial=0)
        places.append(dict(enumerate(where, low)))
    return moves([(places[0][y], places[1][x]) for y, x in corners])


def cornered(rng: Random, count: int) -> list[Cell]:
    """The corners of an outline in order, from any of them, either way round. A face is added if the outline stays one loop that does not touch itself: of
    the eight faces around it, those within are one stretch.
    """
    faces, border, corners = {(0, 0)}, [(-1, 0), (0, 1), (1, 0), (0, -1)], 4
    while corners != count:
        at = rng.randrange(len(border))
        y, x = border[at]
        around = [(y + down, x + right) for down, right in AROUND]
        within = [cell in faces for cell in around]
        stretches = sum(one and not other for one, other in zip(within, [within[-1], *within[:-1]], strict=True))
        before = corners_at(faces, y, x)
        more = corners_at(faces | {(y, x)}, y, x) - before if (y, x) not in faces and stretches == 1 else -1
        if more >= 0 and corners + more <= count:
            faces.add((y, x))
            corners += more
            border += [cell for cell in around[::2] if cell not in faces]
        elif (y, x) in faces:
            border[at] = border[-1]
            border.pop()
    return walked(rng, faces)


def corners_at(faces: set[Cell], y: int, x: int) -> int:
    """How many of the four points of a face are corners of the outline: one or three of the faces around the point are within."""
    near = {(v, u) for v in (y - 1, y, y + 1) for u in (x - 1, x, x + 1)} & faces
    return sum(
        sum((v - down, u - right) in near for down in (0, 1) for right in (0, 1)) in (1, 3)
        for v in (y, y + 1)
        for u in (x, x + 1)
    )


def walked(rng: Random, faces: set[Cell]) -> list[Cell]:
    """The outline goes clockwise along the sides of the faces; where it turns there is a corner."""
    after = {
        one: two
        for y, x in faces
        for other, one, two in (
            ((y - 1, x), (y, x), (y, x + 1)),
            ((y, x + 1), (y, x + 1), (y + 1, x + 1)),
            ((y + 1, x), (y + 1, x + 1), (y + 1, x)),
            ((y, x - 1), (y + 1, x), (y, x)),
        )
        if other not in faces
    }
    first = min(after)
    points = [first, after[first]]
    while points[-1] != first:
        points.append(after[points[-1]])
    ring = points[:-1]
    corners = [
        here
        for before, here, then in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)
        if before[0] != then[0] and before[1] != then[1]
    ]
    at = rng.randrange(len(corners))
    return (corners[at:] + corners[:at])[:: rng.choice((1, -1))]


def moves(corners: list[Cell]) -> Loop:
    """From each corner to the next, and from the last to the first."""
    loop = []
    for (y, x), (v, u) in pairwise([*corners, corners[0]]):
        way = ("R" if u > x else "L") if v == y else ("D" if v > y else "U")
        loop.append((way, abs(v - y) + abs(u - x)))
    return loop


def full(seed: int, size: int = SIZE) -> str:
    """Two loops of short lines with hundreds of corners; those of the second reading have five or six decimal digits."""
    rng = Random(seed)
    count = max(FEWEST, min(size, MOST) // 2 * 2)
    return written(grown(rng, count, 6), grown(rng, count, 250_000))


def rectangle(height: int, width: int) -> Loop:
    return [("R", width), ("D", height), ("L", width), ("U", height)]


def diamond(count: int, step: int) -> Loop:
    """Four stairs."""
    return [(way, step) for pair in ("RD", "LD", "LU", "RU") for way in pair * (count // 8)]


def comb(heights: list[int], width: int, back: int) -> Loop:
    """Teeth side by side, each with a gap after it."""
    loop = [move for height in heights for move in (("U", height), ("R", width), ("D", height), ("R", width))][:-1]
    return [("U", heights[0] + back), *loop[1:-1], ("D", heights[-1] + back), ("L", (2 * len(heights) - 1) * width)]


def turned(loop: Loop, by: int = 1) -> Loop:
    return [(WAYS[(WAYS.index(way) + by) % 4], length) for way, length in loop]


def limits() -> Iterator[Limit]:
    longest = written(rectangle(LONGEST, LONGEST), rectangle(LONGEST_CODE, LONGEST_CODE))
    yield Limit("the longest lines", longest, f"{(LONGEST + 1) ** 2}, {(LONGEST_CODE + 1) ** 2}")
    teeth = comb([2] * (MOST // 4), 1, 1)
    yield Limit("most lines", written(diamond(MOST, LONGEST), diamond(MOST, LONGEST_CODE)))
    yield Limit(
        "most lines, beside each other", written(diamond(MOST, 1), turned(comb([LONGEST_CODE - 1] * (MOST // 4), 1, 1)))
    )
    more = diamond(MOST + 8, 1)
    yield Limit("a line too many", written(more, more), f"refused at line {MOST + 1}")
    outside = [*teeth[:-1], ("L", teeth[-1][1] - 1)]
    yield Limit("the last line is one too short", written(diamond(MOST, 1), outside), "refused as a whole")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines: most different coordinates, most stretches in a row or a column, the largest areas and the longest loops."""
    rng = Random(18)
    quarter = MOST // 4
    first = grown(rng, MOST, LONGEST)
    yield "the largest diamond", written(diamond(MOST, LONGEST), diamond(MOST, LONGEST_CODE))
    yield "the smallest diamond", written(diamond(MOST, 1), diamond(MOST, 1))
    width = LONGEST_CODE // (2 * quarter)
    for name, heights in (
        ("equal teeth", [LONGEST_CODE - 1] * quarter),
        ("teeth of all heights", rng.sample(range(1, LONGEST_CODE), quarter)),
        ("stairs of teeth", list(range(1, 4_001 * quarter, 4_001))),
    ):
        yield name, written(first, comb(heights, width, 1))
        yield f"{name}, a quarter turn", written(first, turned(comb(heights, width, 1)))
    for widest in (1, LONGEST_CODE):
        yield f"grown, up to {widest}", written(grown(rng, MOST, 1), grown(rng, MOST, widest, longest=LONGEST_CODE))


def written(first: Loop, second: Loop) -> str:
    return joined(
        f"{way} {length} (#{code:05x}{WAYS.index(other)})"
        for (way, length), (other, code) in zip(first, second, strict=True)
    )


def read(text: str) -> tuple[Loop, Loop]:
    lines = [line.split() for line in text.strip().splitlines()]
    return (
        [(way, int(length)) for way, length, _ in lines],
        [(WAYS[int(code[7])], int(code[2:7], 16)) for _, _, code in lines],
    )


def oracle(text: str) -> Answers | None:
    """Draws the loop twice as large, so that there is a place between two cells, and fills what is outside; dry cells are on the loop or within it."""
    first, second = map(dry, read(text))
    return None if first is None and second is None else (first, second)


def dry(loop: Loop) -> str | None:
    """Place by place where these are few; else by blocks between the coordinates of the loop, which are all alike. None where the blocks are many."""
    y = x = 0
    lines = []
    for way, length in loop:
        down, right = ((0, 1), (1, 0), (0, -1), (-1, 0))[WAYS.index(way)]
        v, u = y + 2 * down * length, x + 2 * right * length
        lines.append((min(y, v), max(y, v), min(x, u), max(x, u)))
        y, x = v, u
    rows = starts([edge for line in lines for edge in line[:2]])
    columns = starts([edge for line in lines for edge in line[2:]])
    if len(rows) * len(columns) > 40_000:
        return None
    wall = set[Cell]()
    for top, bottom, left, right in lines:
        wall |= {
            (v, u)
            for v in range(bisect_left(rows, top), bisect_left(rows, bottom + 1))
            for u in range(bisect_left(columns, left), bisect_left(columns, right + 1))
        }
    height, width = len(rows) - 1, len(columns) - 1
    wet, waiting = {(0, 0)}, [(0, 0)]
    while waiting:
        v, u = waiting.pop()
        for cell in ((v - 1, u), (v, u + 1), (v + 1, u), (v, u - 1)):
            if 0 <= cell[0] < height and 0 <= cell[1] < width and cell not in wall and cell not in wet:
                wet.add(cell)
                waiting.append(cell)
    return str(
        sum(
            evens(rows[v], rows[v + 1]) * evens(columns[u], columns[u + 1])
            for v in range(height)
            for u in range(width)
            if (v, u) not in wet
        )
    )


def evens(start: int, end: int) -> int:
    """How many places of the range are cells."""
    return len(range(start + start % 2, end, 2))


def starts(edges: list[int]) -> Sequence[int]:
    """Where blocks begin, with one row or column more all round, and the end last."""
    low, high = min(edges), max(edges)
    if high - low < 190:
        return range(low - 1, high + 3)
    return sorted({low - 1, high + 2, *edges, *(edge + 1 for edge in edges)})


def on_loops(change: Callable[[Loop, Loop, Random], Iterable[Loop] | None]) -> Transform:
    """A change of the two loops."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else written(*changed)

    return transform


def backwards(first: Loop, second: Loop, _: Random) -> Iterable[Loop]:
    return turned(first, 2)[::-1], turned(second, 2)[::-1]


def elsewhere(first: Loop, second: Loop, rng: Random) -> Iterable[Loop]:
    """Each reading begins with another line, which need not be the same in both."""
    for loop in (first, second):
        at = rng.randrange(len(loop))
        yield loop[at:] + loop[:at]


def quarter_turns(first: Loop, second: Loop, rng: Random) -> Iterable[Loop]:
    return turned(first, rng.randrange(4)), turned(second, rng.randrange(4))


def mirrored(first: Loop, second: Loop, _: Random) -> Iterable[Loop]:
    other = {"R": "L", "L": "R"}
    return [[(other.get(way, way), length) for way, length in loop] for loop in (first, second)]


def exchanged(first: Loop, second: Loop, _: Random) -> Iterable[Loop] | None:
    """Each reading becomes the other one."""
    return None if max(length for _, length in second) > LONGEST else (second, first)


def first_twice(first: Loop, _second: Loop, _: Random) -> Iterable[Loop]:
    """The first reading in both."""
    return first, first


def twice_as_long(first: Loop, second: Loop, _: Random) -> Iterable[Loop] | None:
    loops = [[(way, 2 * length) for way, length in loop] for loop in (first, second)]
    if max(length for _, length in loops[0]) > LONGEST or max(length for _, length in loops[1]) > LONGEST_CODE:
        return None
    return loops


def known(relation: Callable[[tuple[int, int], tuple[int, int]], bool]) -> Callable[[Answers, Answers], bool]:
    """A relation of answers that all have."""
    return lambda before, after: None in (*before, *after) or relation(whole(before), whole(after))


def other_way_round(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return before == after[::-1]


def both_the_first(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return after == (before[0], before[0])


def four_times_the_area(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Area + length / 2 + 1 cells become 4 area + length + 1. So the length is known, and it and the area are what they can be."""
    for cells, more in zip(before, after, strict=True):
        length = 4 * cells - more - 3
        if length < 4 or length % 2 or cells - length // 2 - 1 < length // 2 - 1:
            return False
    return True


LAWS = (
    Law("the loop backwards has the same cells", on_loops(backwards), same),
    Law("another first line in either reading changes nothing", on_loops(elsewhere), same),
    Law("quarter turns of either reading change nothing", on_loops(quarter_turns), same),
    Law("left for right changes nothing", on_loops(mirrored), same),
    Law("readings exchanged exchange the answers", on_loops(exchanged), known(other_way_round)),
    Law("the first reading in both has its answer twice", on_loops(first_twice), known(both_the_first)),
    Law("twice as long it has four times the area", on_loops(twice_as_long), known(four_times_the_area)),
)
