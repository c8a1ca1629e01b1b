r"""Monkey Map: https://adventofcode.com/2022/day/22

A path of steps and turns leads over a map, from the first open cell of the first row to the right. A wall ends the steps
before the next turn. In part 1 the map goes on at the opposite end of the row or column, in part 2 it is the net of a
cube. The answer is made from the last row, column and direction.

The outline of the net has 14 sides of faces. At the corner between two sides there are one, two or three faces:

    1---1
    |   |               At a corner of the cube there are exactly three. So where there are three, the two sides are the
    2---3---2---1       same edge of the cube. They are glued, and the corners at their other ends become one corner,
    |   |   |   |       with the faces of both: here 1 and 2 make 3. So the two sides beside it are glued next, and so on
    1---2---2---1       until no side is left. A shape for which this fails is no net.

>>> board = parse("...\n  ...\n\n1R1L2\n")
>>> part1(board), part2(board)
(1004, 2021)
"""

from math import isqrt
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_ROWS, MOST_COLUMNS, MOST_SIDE, MOST_PATH, MOST_STEPS = 200, 200, 50, 10_000, 99
OUTSIDE, OPEN, WALL = " .#"
RIGHT, DOWN, LEFT, UP = range(4)
TURNS = {"R": 1, "L": -1}
FACES, OUTLINE, FACES_AT_CORNER = 6, 14, 3
Face: TypeAlias = tuple[int, int]
"""Its row and column among the faces."""
Seams: TypeAlias = dict[tuple[int, int], tuple[int, int]]
"""From a cell at the edge and a facing to the outside, to the cell and the facing after a step."""


class Side(NamedTuple):
    face: Face
    facing: int
    """From the face to the outside."""


class Net(NamedTuple):
    glued: dict[Side, Side]
    size: int
    """Of each face."""
    blanks: int
    """How many columns are to the left of all faces."""


class Board(NamedTuple):
    cells: str
    """Row after row, with cells outside all around, so that the number of a cell says its row and column from 1."""
    down: int
    """The step from a cell to the one below."""
    path: list[tuple[int, int]]
    """Steps, and the quarter turns to the right after them."""
    net: Net

    @property
    def steps(self) -> tuple[int, int, int, int]:
        """The step for each facing."""
        return 1, self.down, -1, -self.down


def parse(text: str) -> Board:
    reader = Reader(text)
    rows = list(reader.lines(read_row, most=MOST_ROWS))
    reader.blank_line()
    path = read_path(reader)
    reader.end()
    down = max(map(len, rows)) + 2
    cells = "".join(f"{OUTSIDE}{row}".ljust(down) for row in ["", *rows, ""])
    return Board(cells, down, path, find_net(reader, rows))


def read_row(reader: Reader) -> str:
    is_first = reader.at == 0
    row = reader.match(" *[.#]+", "blanks and then `.` or `#`")
    if len(row) > MOST_COLUMNS or (is_first and OPEN not in row):
        raise reader.error(f"a row of at most {MOST_COLUMNS} columns, the first one with `{OPEN}`")
    return row


def read_path(reader: Reader) -> list[tuple[int, int]]:
    start = reader.at
    path: list[tuple[int, int]] = []
    turn = ""
    while not path or turn:
        steps = reader.number(1, MOST_STEPS)
        turn = reader.match("[LR]?", "`L` or `R`")
        path.append((steps, TURNS.get(turn, 0)))
    if reader.at - start > MOST_PATH:
        raise reader.error(f"at most {MOST_PATH} characters", start + MOST_PATH)
    return path


def find_net(reader: Reader, rows: list[str]) -> Net:
    error = reader.error_of_whole(f"the map is no net of a cube with a side of 1 to {MOST_SIDE}")
    places = [(y, x) for y, row in enumerate(rows) for x, kind in enumerate(row) if kind != OUTSIDE]
    size = isqrt(len(places) // FACES)
    if size not in range(1, MOST_SIDE + 1) or FACES * size**2 != len(places):
        raise error
    blanks = min(x for _, x in places)
    faces = {(y // size, (x - blanks) // size) for y, x in places}
    sides, corners = outline(faces)
    glued = glue(sides, corners)
    if len(faces) != FACES or not len(sides) == len(glued) == OUTLINE:
        raise error
    return Net(glued, size, blanks)


def outline(faces: set[Face]) -> tuple[list[Side], list[int]]:
    """The sides of the faces to the outside, clockwise, and after each one the number of faces at the corner."""
    sides: list[Side] = []
    corners: list[int] = []
    side = Side(min(faces), UP)
    while side not in sides:
        sides.append(side)
        along = (side.facing + 1) % 4
        beside = neighbour(side.face, along)
        beyond = neighbour(beside, side.facing)
        if beside not in faces:
            side, at_corner = Side(side.face, along), 1
        elif beyond not in faces:
            side, at_corner = Side(beside, side.facing), 2
        else:
            side, at_corner = Side(beyond, (side.facing - 1) % 4), 3
        corners.append(at_corner)
    return sides, corners


def neighbour(face: Face, facing: int) -> Face:
    row, column = face
    down, right = ((0, 1), (1, 0), (0, -1), (-1, 0))[facing]
    return row + down, column + right


def glue(sides: list[Side], corners: list[int]) -> dict[Side, Side]:
    """For each side the one that it is glued to, as far as that is possible."""
    glued: dict[Side, Side] = {}
    while FACES_AT_CORNER in corners:
        place = corners.index(FACES_AT_CORNER)
        one, other, *sides = sides[place:] + sides[:place]
        _, after, *corners = corners[place:] + corners[:place]
        glued[one], glued[other] = other, one
        if corners:
            corners[-1] += after
    return glued


def part1(board: Board) -> int:
    return password(board, around_map(board))


def part2(board: Board) -> int:
    return password(board, around_cube(board))


def around_map(board: Board) -> Seams:
    """From each cell at the edge, back over the map to the opposite end."""
    seams: Seams = {}
    for cell, kind in enumerate(board.cells):
        for facing, step in enumerate(board.steps):
            if kind != OUTSIDE and board.cells[cell + step] == OUTSIDE:
                end = cell
                while board.cells[end - step] != OUTSIDE:
                    end -= step
                seams[cell, facing] = end, facing
    return seams


def around_cube(board: Board) -> Seams:
    """From each side to the one that it is glued to; clockwise along one is counterclockwise along the other."""
    seams: Seams = {}
    for side, other in board.net.glued.items():
        back_inside = (other.facing + 2) % 4
        for cell, beyond in zip(cells_along(board, side), reversed(cells_along(board, other)), strict=True):
            seams[cell, side.facing] = beyond, back_inside
    return seams


def cells_along(board: Board, side: Side) -> list[int]:
    """The cells along a side, clockwise around its face."""
    (row, column), facing = side
    _, size, blanks = board.net
    top, left = row * size + 1, blanks + column * size + 1
    bottom, right = top + size - 1, left + size - 1
    y, x = {UP: (top, left), RIGHT: (top, right), DOWN: (bottom, right), LEFT: (bottom, left)}[facing]
    step = board.steps[(facing + 1) % 4]
    return [y * board.down + x + place * step for place in range(size)]


def password(board: Board, seams: Seams) -> int:
    cell, facing = board.cells.index(OPEN), RIGHT
    for count, turn in board.path:
        for _ in range(count):
            ahead = seams.get((cell, facing)) or (cell + board.steps[facing], facing)
            if board.cells[ahead[0]] == WALL:
                break
            cell, facing = ahead
        facing = (facing + turn) % 4
    row, column = divmod(cell, board.down)
    return 1000 * row + 4 * column + facing
