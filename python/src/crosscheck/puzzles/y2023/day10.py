"""2023 day 10, https://adventofcode.com/2023/day/10

Text: a grid of the tiles `|-LJ7F.S`, 2 to 150 rows of 2 to 150 columns, with one S.
A pipe joins two neighbours of its cell: `|` the upper and the lower, `-` the left and the right, `L` the upper and the right, `J` the upper and the left,
`7` the lower and the left, `F` the lower and the right. Exactly two of the four neighbours of S have a pipe that leads to it, and whoever follows the pipes
from one of them comes back to S by the other. This is the loop; S is a part of it. All other pipes may be anything.
Part 1: how many steps along the loop the cell is from S that is farthest from it, half the length of the loop.
Part 2: how many cells the loop encloses that are not part of it. Whatever lies between two pipes that are side by side is outside, if one can get there
between pipes.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Pipe Maze"
UNIT = "rows and columns"
SIZE = 140
FEWEST, MOST = 2, 150
TILES = "|-LJ7F."
Cell = tuple[int, int]
UP, RIGHT, DOWN, LEFT = (-1, 0), (0, 1), (1, 0), (0, -1)
SIDES = (UP, RIGHT, DOWN, LEFT)
ARMS = {"|": {UP, DOWN}, "-": {LEFT, RIGHT}, "L": {UP, RIGHT}, "J": {UP, LEFT}, "7": {DOWN, LEFT}, "F": {DOWN, RIGHT}}
AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
Faces = set[Cell]  # the squares between four cells; the loop is the outline of some


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """The outlines of areas that have grown, of trees and of rectangles, with any cell as S: no other pipe, some, or no cell without a pipe."""
    rng = draw(seeds())
    sides = st.sampled_from((5, 6, 7, 4, 3, 2, 9, 12))
    height, width = draw(sides), draw(sides)
    long = draw(st.integers(0, 19))
    if long > 17:
        height, width = (min(height, 4), 70 + width) if long == 18 else (70 + height, min(width, 4))
    kind = draw(st.sampled_from(("grown", "grown", "tree", "rectangle", "thick tree")))
    if kind == "grown":
        faces = {(rng.randrange(height - 1), rng.randrange(width - 1))}
        grow(rng, faces, height, width, rng.randint(0, 2 * height * width))
    elif kind == "rectangle":
        rows, columns = (sorted(rng.choices(range(side), k=2)) for side in (height - 1, width - 1))
        faces = {(y, x) for y in range(rows[0], rows[1] + 1) for x in range(columns[0], columns[1] + 1)}
    else:
        faces = tree(rng, height // 2, width // 2, rng.uniform(0.3, 1))
        grow(rng, faces, height, width, 30 * (kind == "thick tree"))
    return joined(
        drawn(rng, faces, height, width, draw(st.sampled_from((".", TILES, TILES, TILES[:-1], ".......|-LJ"))))
    )


def grow(rng: Random, faces: Faces, height: int, width: int, tries: int, least: int = 1) -> None:
    """Add faces at the border, those that leave the outline one loop which does not touch itself: of the eight around one, those within are one stretch, and
    at least `least` of its four neighbours are among them.
    """
    for _ in range(tries):
        y, x = rng.randrange(height - 1), rng.randrange(width - 1)
        within = [(y + down, x + right) in faces for down, right in AROUND]
        stretches = sum(one and not other for one, other in zip(within, [within[-1], *within[:-1]], strict=True))
        if (y, x) not in faces and stretches == 1 and sum(within[::2]) >= least:
            faces.add((y, x))


def tree(rng: Random, height: int, width: int, part: float) -> Faces:
    """A tree on every other face, of a part of all places: its outline meets every cell around it."""
    faces = {(2 * rng.randrange(height), 2 * rng.randrange(width))}
    open_ones, count = list(faces), 1
    while open_ones and count < part * height * width:
        at = -1 if rng.random() < 0.6 else rng.randrange(len(open_ones))
        y, x = open_ones[at]
        free = [
            (down, right)
            for down, right in SIDES
            if 0 <= y + 2 * down < 2 * height and 0 <= x + 2 * right < 2 * width
            if (y + 2 * down, x + 2 * right) not in faces
        ]
        if not free:
            open_ones[at] = open_ones[-1]
            open_ones.pop()
            continue
        down, right = rng.choice(free)
        faces |= {(y + down, x + right), (y + 2 * down, x + 2 * right)}
        open_ones.append((y + 2 * down, x + 2 * right))
        count += 1
    return faces


def outline(faces: Faces) -> dict[Cell, str]:
    """The pipes around the faces: a piece goes between two faces of which one is within."""
    arms: dict[Cell, set[Cell]] = {}
    for y, x in faces:
        for other, one, two, side in (
            ((y - 1, x), (y, x), (y, x + 1), RIGHT),
            ((y + 1, x), (y + 1, x), (y + 1, x + 1), RIGHT),
            ((y, x - 1), (y, x), (y + 1, x), DOWN),
            ((y, x + 1), (y, x + 1), (y + 1, x + 1), DOWN),
        ):
            if other not in faces:
                arms.setdefault(one, set()).add(side)
                arms.setdefault(two, set()).add((-side[0], -side[1]))
    return {cell: next(tile for tile, ends in ARMS.items() if ends == mine) for cell, mine in arms.items()}


def drawn(rng: Random, faces: Faces, height: int, width: int, others: str, start: Cell | None = None) -> list[str]:
    """The loop around the faces with S on it, and other tiles elsewhere, of which none leads to S."""
    loop = outline(faces)
    start = start or rng.choice(sorted(loop))
    rows = [[loop.get((y, x)) or rng.choice(others) for x in range(width)] for y in range(height)]
    rows[start[0]][start[1]] = "S"
    without_others_at_start(rows, loop, start)
    return ["".join(row) for row in rows]


def without_others_at_start(rows: list[list[str]], loop: dict[Cell, str], start: Cell) -> None:
    """Pipes that lead to S and are not of the loop are turned away."""
    for down, right in SIDES:
        y, x = start[0] + down, start[1] + right
        there = 0 <= y < len(rows) and 0 <= x < len(rows[0]) and (y, x) not in loop
        if there and (-down, -right) in ARMS.get(rows[y][x], set()):
            rows[y][x] = "-" if right == 0 else "|"


def full(seed: int, size: int = SIZE) -> str:
    """The outline of a tree that takes seven of ten places and is thicker here and there; the other cells are anything."""
    rng = Random(seed)
    side = max(FEWEST, min(size, MOST))
    faces = tree(rng, side // 2, side // 2, 0.7)
    grow(rng, faces, side, side, side * side // 6, least=2)
    loop = outline(faces)
    middle = side // 2
    corners = [cell for cell, tile in loop.items() if tile in "LJ7F"]
    start = min(corners, key=lambda cell: (abs(cell[0] - middle) + abs(cell[1] - middle), cell))
    return joined(drawn(rng, faces, side, side, TILES, start))


def rectangle(height: int, width: int) -> Faces:
    return {(y, x) for y in range(height - 1) for x in range(width - 1)}


def limits() -> Iterator[Limit]:
    rim = drawn(Random(10), rectangle(MOST, MOST), MOST, MOST, TILES)
    yield Limit("the largest loop around the most cells", joined(rim), f"{2 * (MOST - 1)}, {(MOST - 2) ** 2}")
    every = drawn(Random(10), tree(Random(10), MOST // 2, MOST // 2, 1), MOST, MOST, TILES)
    yield Limit("a loop through all cells", joined(every), f"{MOST * MOST // 2}, 0")
    yield Limit("a row too many", joined([*rim, "." * MOST]), f"refused at line {MOST + 1}")
    yield Limit("a column too many", joined(row + "." for row in rim), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: a loop at the rim, the longest loops, a comb, a spiral, and the shortest loop in a corner with pipes all over the place."""
    rng = Random(10)
    half = MOST // 2
    yield "at the rim, nothing else", joined(drawn(rng, rectangle(MOST, MOST), MOST, MOST, "."))
    yield "at the rim, with pipes inside", joined(drawn(rng, rectangle(MOST, MOST), MOST, MOST, TILES[:-1]))
    yield "through all cells", joined(drawn(rng, tree(rng, half, half, 1), MOST, MOST, TILES))
    comb = {(y, 0) for y in range(MOST - 1)} | {(y, x) for y in range(0, MOST - 1, 2) for x in range(MOST - 1)}
    yield "a comb", joined(drawn(rng, comb, MOST, MOST, TILES))
    turned = {(x, y) for y, x in comb}
    yield "an upright comb", joined(drawn(rng, turned, MOST, MOST, TILES))
    yield "a spiral", joined(drawn(rng, spiral(MOST - 1), MOST, MOST, TILES))
    yield "the shortest loop first", joined(drawn(rng, {(0, 0)}, MOST, MOST, TILES[:-1]))
    yield "the shortest loop last", joined(drawn(rng, {(MOST - 2, MOST - 2)}, MOST, MOST, TILES[:-1]))
    grown = {(half, half)}
    grow(rng, grown, MOST, MOST, 200_000)
    yield "the outline of what has grown", joined(drawn(rng, grown, MOST, MOST, TILES))


def spiral(side: int) -> Faces:
    """A corridor that winds inwards, with one face between its turns."""
    faces, (y, x), (down, right) = {(0, 0)}, (0, 0), RIGHT
    turns = 0
    while turns < 2:
        beyond = y + 2 * down, x + 2 * right
        ahead = y + down, x + right
        if not (0 <= ahead[0] < side and 0 <= ahead[1] < side) or beyond in faces:
            (down, right), turns = (right, -down), turns + 1
            continue
        (y, x), turns = ahead, 0
        faces.add(ahead)
    return faces


def oracle(text: str) -> Answers | None:
    """Follows the loop, draws it three times as large, and fills what is outside: a cell is inside if its middle stays dry."""
    rows = text.split()
    if len(rows) * len(rows[0]) > 3_000:
        return None
    tiles = {(y, x): tile for y, row in enumerate(rows) for x, tile in enumerate(row)}
    loop, arms_of_start = followed(tiles)
    wall = set[Cell]()
    for y, x in loop:
        arms = arms_of_start if tiles[y, x] == "S" else ARMS[tiles[y, x]]
        wall |= {(3 * y + 1 + down, 3 * x + 1 + right) for down, right in (*arms, (0, 0))}
    wet, stack = {(-1, -1)}, [(-1, -1)]
    while stack:
        y, x = stack.pop()
        for cell in ((y - 1, x), (y, x + 1), (y + 1, x), (y, x - 1)):
            if (
                cell in wet
                or cell in wall
                or not (-1 <= cell[0] <= 3 * len(rows) and -1 <= cell[1] <= 3 * len(rows[0]))
            ):
                continue
            wet.add(cell)
            stack.append(cell)
    inside = sum((y, x) not in loop and (3 * y + 1, 3 * x + 1) not in wet for y, x in tiles)
    return str(len(loop) // 2), str(inside)


def followed(tiles: dict[Cell, str]) -> tuple[set[Cell], set[Cell]]:
    """The cells of the loop, and where it leaves S."""
    start = next(cell for cell, tile in tiles.items() if tile == "S")
    arms = {
        (down, right)
        for down, right in SIDES
        if (-down, -right) in ARMS.get(tiles.get((start[0] + down, start[1] + right), "."), set())
    }
    side = min(arms)
    cell, loop = (start[0] + side[0], start[1] + side[1]), {start}
    while cell != start:
        loop.add(cell)
        (side,) = ARMS[tiles[cell]] - {(-side[0], -side[1])}
        cell = cell[0] + side[0], cell[1] + side[1]
    return loop, arms


Rows = list[list[str]]


def on_loop(change: Callable[[Rows, dict[Cell, str], Cell, Random], Rows | None]) -> Transform:
    """A change of the rows that knows the loop, with the pipe that S stands for, and where S is."""

    def transform(text: str, rng: Random) -> str | None:
        rows = [list(row) for row in text.split()]
        tiles = {(y, x): tile for y, row in enumerate(rows) for x, tile in enumerate(row)}
        cells, arms = followed(tiles)
        start = next(cell for cell, tile in tiles.items() if tile == "S")
        loop = {cell: tiles[cell] for cell in cells}
        loop[start] = next(tile for tile, ends in ARMS.items() if ends == arms)
        changed = change(rows, loop, start, rng)
        return None if changed is None else joined("".join(row) for row in changed)

    return transform


def mirrored(rows: Rows, _loop: dict[Cell, str], _start: Cell, _: Random) -> Rows:
    return [[tile.translate(str.maketrans("LJ7F", "JLF7")) for tile in row[::-1]] for row in rows]


def upside_down(rows: Rows, _loop: dict[Cell, str], _start: Cell, _: Random) -> Rows:
    return [[tile.translate(str.maketrans("LJ7F", "F7JL")) for tile in row] for row in rows[::-1]]


def transposed(rows: Rows, _loop: dict[Cell, str], _start: Cell, _: Random) -> Rows:
    return [[tile.translate(str.maketrans("|-L7", "-|7L")) for tile in column] for column in zip(*rows, strict=True)]


def other_start(rows: Rows, loop: dict[Cell, str], start: Cell, rng: Random) -> Rows:
    new = rng.choice(sorted(loop))
    rows[start[0]][start[1]] = loop[start]
    rows[new[0]][new[1]] = "S"
    without_others_at_start(rows, loop, new)
    return rows


def other_pipes(rows: Rows, loop: dict[Cell, str], start: Cell, rng: Random) -> Rows:
    """Other tiles wherever the loop is not."""
    for y, row in enumerate(rows):
        for x in range(len(row)):
            if (y, x) not in loop:
                row[x] = rng.choice(TILES)
    without_others_at_start(rows, loop, start)
    return rows


def loop_alone(rows: Rows, loop: dict[Cell, str], _start: Cell, _: Random) -> Rows:
    return [[tile if (y, x) in loop else "." for x, tile in enumerate(row)] for y, row in enumerate(rows)]


def framed(rows: Rows, _loop: dict[Cell, str], _start: Cell, rng: Random) -> Rows | None:
    """With pipes all round that lead nowhere into the grid."""
    width = len(rows[0])
    if max(len(rows), width) > MOST - 2:
        return None
    sides = [[*rng.choices(".|", k=1), *row, *rng.choices(".|", k=1)] for row in rows]
    return [rng.choices(".-", k=width + 2), *sides, rng.choices(".-", k=width + 2)]


def twice_as_large(rows: Rows, loop: dict[Cell, str], start: Cell, _: Random) -> Rows | None:
    """The loop alone, with a cell more between two of its cells."""
    height, width = 2 * len(rows) - 1, 2 * len(rows[0]) - 1
    if max(height, width) > MOST:
        return None
    larger = [["."] * width for _ in range(height)]
    for (y, x), tile in loop.items():
        larger[2 * y][2 * x] = "S" if (y, x) == start else tile
        for down, right in ARMS[tile]:
            larger[2 * y + down][2 * x + right] = "|" if down else "-"
    return larger


def four_times_the_area(before: Answers, after: Answers) -> bool:
    """The area within the middle line of the loop is the cells inside, and half the length less 1: it becomes four times as large, the length twice."""
    (half, inside), (larger, more) = whole(before), whole(after)
    return larger == 2 * half and more + larger - 1 == 4 * (inside + half - 1)


LAWS = (
    Law("left for right changes nothing", on_loop(mirrored), same),
    Law("upside down changes nothing", on_loop(upside_down), same),
    Law("rows for columns change nothing", on_loop(transposed), same),
    Law("another S on the loop changes nothing", on_loop(other_start), same),
    Law("other pipes beside the loop change nothing", on_loop(other_pipes), same),
    Law("the loop alone has the same answers", on_loop(loop_alone), same),
    Law("a frame changes nothing", on_loop(framed), same),
    Law("twice as large the loop has four times the area", on_loop(twice_as_large), four_times_the_area),
)
