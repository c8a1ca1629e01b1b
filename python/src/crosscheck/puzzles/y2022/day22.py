"""2022 day 22, https://adventofcode.com/2022/day/22

Text: a map, a blank line, a path. The map is the net of a cube of side 1 to 50, any of the eleven nets, turned and mirrored in any way: in each row blanks
and then `.` (open) and `#` (a wall), nothing after them; at most 200 rows and 200 columns. All rows may begin with blanks. There is an open cell in the first row.
The path is numbers from 1 to 99 and single letters L and R by turns; it begins and ends with a number, and has at most 10,000 characters.
The walk starts on the first open cell of the first row and faces right. A number says how many steps to go; a wall ends them early. L and R turn.
Part 1: who leaves the map comes back at the opposite end of the same row or column, or stays if there is a wall.
Part 2: who leaves the map walks over the edge of the cube, or stays if there is a wall.
The answer is 1000 times the row, 4 times the column, both from 1, and the facing: right 0, down 1, left 2, up 3.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same_part2, same_parts
from crosscheck.puzzles.limit import Limit

TITLE = "Monkey Map"
UNIT = "numbers of the path"
SIZE = 2_000
LARGEST, LONGEST, MOST_STEPS = 50, 10_000, 99
Cell = tuple[int, int]
Vector = tuple[int, int, int]
FACINGS = ((0, 1), (1, 0), (0, -1), (-1, 0))


class Frame(NamedTuple):
    """How a face of the net lies in space: where its right and its lower side point to, and what is outside."""

    right: Vector
    down: Vector
    out: Vector


def minus(vector: Vector) -> Vector:
    x, y, z = vector
    return -x, -y, -z


def rolled(frame: Frame, way: Cell) -> Frame:
    """The face beside another one."""
    right, down, out = frame
    return {
        (0, 1): Frame(minus(out), down, right),
        (0, -1): Frame(out, down, minus(right)),
        (1, 0): Frame(right, minus(out), down),
        (-1, 0): Frame(right, out, minus(down)),
    }[way]


Net = dict[Cell, Frame]
FLAT = Frame((1, 0, 0), (0, 1, 0), (0, 0, 1))


def folded(squares: set[Cell]) -> Net | None:
    """The faces in space; None if these squares are no net."""
    first = min(squares)
    net, left = {first: FLAT}, [first]
    while left:
        y, x = left.pop()
        for down, right in FACINGS:
            beside, frame = (y + down, x + right), rolled(net[y, x], (down, right))
            if beside in squares and net.setdefault(beside, frame) != frame:
                return None
            if beside in squares and net[beside] is frame:
                left.append(beside)
    return net if len(net) == len(squares) == len({frame.out for frame in net.values()}) == 6 else None


REAL = {(0, 1), (0, 2), (1, 1), (2, 0), (2, 1), (3, 0)}


def any_net(rng: Random) -> set[Cell]:
    while True:
        squares = {(0, 0)}
        while len(squares) < 6:
            y, x = rng.choice(sorted(squares))
            down, right = rng.choice(FACINGS)
            squares.add((y + down, x + right))
        if folded(squares):
            top, left = (min(square[axis] for square in squares) for axis in range(2))
            return {(y - top, x - left) for y, x in squares}


def drawn(rng: Random, squares: set[Cell], side: int, walls: float) -> list[str]:
    """The map of a net, with an open cell in its first row."""
    height, width = (max(square[axis] for square in squares) + 1 for axis in range(2))
    rows = [
        "".join(
            (".#"[rng.random() < walls]) if (y // side, x // side) in squares else " " for x in range(width * side)
        ).rstrip()
        for y in range(height * side)
    ]
    if "." not in rows[0]:
        at = rng.choice([x for x, cell in enumerate(rows[0]) if cell == "#"])
        rows[0] = f"{rows[0][:at]}.{rows[0][at + 1 :]}"
    return rows


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Any net, of small side, at times with a margin, with no walls, some or many; steps as far as an edge, around the cube, or farther."""
    rng = draw(seeds())
    side = draw(st.sampled_from((3, 2, 1, 4, 5, 8)))
    margin = draw(st.sampled_from((0, 0, 0, 1, 2, 3, side))) * " "
    net = drawn(rng, any_net(rng), side, draw(st.sampled_from((0, 0.05, 0.15, 0.3, 0, 0.7))))
    rows = [margin + row for row in net]
    count = draw(st.sampled_from((6, 3, 1, 2, 12, 40)))
    most = draw(st.sampled_from((2 * side, side, 1, 4 * side, MOST_STEPS)))
    return written(rows, path(rng, count, min(most, MOST_STEPS), rng.choice(("LR", "LR", "L", "R"))))


def path(rng: Random, count: int, most: int, turns: str = "LR") -> str:
    steps = [str(rng.randint(1, most)) for _ in range(count)]
    return "".join(word for number in steps[:-1] for word in (number, rng.choice(turns))) + steps[-1]


def written(rows: list[str], walk: str) -> str:
    return joined([*rows, "", walk])


def full(seed: int, size: int = SIZE) -> str:
    """The net and the side of the real inputs; steps up to 50, and a wall on every eleventh cell or so."""
    rng = Random(seed)
    words = re.findall("[0-9]+|[LR]", path(rng, size, LARGEST))
    while len("".join(words)) > LONGEST:
        words = words[:-2]
    return written(drawn(rng, REAL, LARGEST, 0.09), "".join(words))


def limits() -> Iterator[Limit]:
    rng = Random(22)
    rows = drawn(rng, REAL, LARGEST, 0)
    longest = "9R" * (LONGEST // 2 - 1) + "99"
    # The walker goes around a square and comes back after every four turns. Three turns are left over, so the 99 steps lead up from row 10
    # of column 51. On the map the column has 150 rows. On the cube 90 steps are left in row 1: 50 along row 151, and 40 up from row 150 on.
    ends = [1000 * (10 - 99 + 150) + 4 * 51 + 3, 1000 * (150 - (90 - 50 - 1)) + 4 * 51 + 3]
    yield Limit("the longest path on the largest map", written(rows, longest), ", ".join(map(str, ends)))
    yield Limit("a character of the path too many", written(rows, f"9R{longest}"[: LONGEST + 1]), "refused at line 202")
    yield Limit("a side of 51", written(drawn(rng, REAL, LARGEST + 1, 0), "1"), "refused at line 201")
    wide = {(y, x) for x, y in REAL}
    yield Limit("a side of 51, of a wide net", written(drawn(rng, wide, LARGEST + 1, 0), "1"), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The largest maps with the longest paths: the most steps without a wall, the most turns, and walls everywhere; a high and a wide net."""
    rng = Random(22)
    far = "99R99L" * (LONGEST // 6) + "99"
    for name, squares in (("a high net", REAL), ("a wide net", {(y, x) for x, y in REAL})):
        rows = drawn(rng, squares, LARGEST, 0)
        yield f"{name}, most steps", written(rows, far[:-2] + "99")
        yield f"{name}, most turns", written(rows, "1R1L" * (LONGEST // 4 - 1) + "1")
        yield f"{name}, few walls", written(drawn(rng, squares, LARGEST, 0.001), far)
        yield f"{name}, walls everywhere", written(drawn(rng, squares, LARGEST, 0.5), path(rng, 3_300, 99))
    yield "the smallest cube, the longest walk", written(drawn(rng, REAL, 1, 0), far)


def read(text: str) -> tuple[list[str], str]:
    *rows, _, walk = text.splitlines()
    return rows, walk


def oracle(text: str) -> Answers | None:
    """Step by step, on the map and on the folded cube."""
    rows, walk = read(text)
    if len(walk) > 700:
        return None
    cells = {(y, x): cell for y, row in enumerate(rows) for x, cell in enumerate(row) if cell != " "}
    cube = Cube(cells)
    return str(walked(cells, walk, lambda cell, facing: around(cells, cell, facing))), str(
        walked(cells, walk, cube.step)
    )


def walked(cells: dict[Cell, str], walk: str, step: Callable[[Cell, int], tuple[Cell, int]]) -> int:
    cell, facing = min(cell for cell, kind in cells.items() if kind == "." and cell[0] == 0), 0
    for word in re.findall("[0-9]+|[LR]", walk):
        if word in "LR":
            facing = (facing + (1 if word == "R" else 3)) % 4
            continue
        for _ in range(int(word)):
            ahead, turned = step(cell, facing)
            if cells[ahead] == ".":
                cell, facing = ahead, turned
    return 1000 * (cell[0] + 1) + 4 * (cell[1] + 1) + facing


def around(cells: dict[Cell, str], cell: Cell, facing: int) -> tuple[Cell, int]:
    down, right = FACINGS[facing]
    y, x = cell[0] + down, cell[1] + right
    if (y, x) not in cells:
        y, x = cell
        while (y - down, x - right) in cells:
            y, x = y - down, x - right
    return (y, x), facing


class Cube:
    """Every cell by the middle of it in space, doubled so that it is whole, and what is outside there."""

    def __init__(self, cells: dict[Cell, str]) -> None:
        self.side = round((len(cells) / 6) ** 0.5)
        self.margin = min(x for _, x in cells)
        self.net = folded({self.square(cell) for cell in cells}) or {}
        self.places = {cell: self.place(cell) for cell in cells}
        self.cells = {place: cell for cell, place in self.places.items()}

    def square(self, cell: Cell) -> Cell:
        return cell[0] // self.side, (cell[1] - self.margin) // self.side

    def frame(self, cell: Cell) -> Frame:
        return self.net[self.square(cell)]

    def place(self, cell: Cell) -> tuple[Vector, Vector]:
        right, down, out = self.frame(cell)
        across, below = (2 * (at % self.side) + 1 - self.side for at in (cell[1] - self.margin, cell[0]))
        parts = zip(right, down, out, strict=True)
        x, y, z = (one * across + two * below + three * self.side for one, two, three in parts)
        return (x, y, z), out

    def step(self, cell: Cell, facing: int) -> tuple[Cell, int]:
        place, out = self.places[cell]
        heading = self.headings(cell)[facing]
        x, y, z = (at + 2 * way for at, way in zip(place, heading, strict=True))
        ahead = self.cells.get(((x, y, z), out))
        if ahead:
            return ahead, facing
        x, y, z = (at + way - other for at, way, other in zip(place, heading, out, strict=True))
        over = self.cells[(x, y, z), heading]
        return over, self.headings(over).index(minus(out))

    def headings(self, cell: Cell) -> list[Vector]:
        right, down, _ = self.frame(cell)
        return [right, down, minus(right), minus(down)]


def on_map(change: Callable[[list[str], str, Random], tuple[list[str], str] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else written(*changed)

    return transform


def locked_in(rows: list[str], walk: str, _: Random) -> tuple[list[str], str]:
    """Walls everywhere but in one cell of the first row."""
    at = rows[0].index(".")
    walls = [row.replace(".", "#") for row in rows]
    return [f"{walls[0][:at]}.{walls[0][at + 1 :]}", *walls[1:]], walk


def around_the_cube(rows: list[str], walk: str, rng: Random) -> tuple[list[str], str] | None:
    """On a cube without walls, a number more by a whole round."""
    side = round((sum(len(row.strip()) for row in rows) / 6) ** 0.5)
    words = re.findall("[0-9]+|[LR]", walk)
    at = 2 * rng.randrange((len(words) + 1) // 2)
    steps = int(words[at]) + 4 * side
    if any("#" in row for row in rows) or steps > MOST_STEPS:
        return None
    return rows, "".join([*words[:at], str(steps), *words[at + 1 :]])


LAWS = (
    Law("between walls both walks stay", on_map(locked_in), same_parts),
    Law("once around a cube without walls changes nothing", on_map(around_the_cube), same_part2),
)
