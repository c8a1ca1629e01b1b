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
Steps: TypeAlias = tuple[int, int, int, int]
"""For each facing, the step from a cell to the next one."""
Pose: TypeAlias = tuple[int, int]
"""A cell and a facing."""


class Board(NamedTuple):
    cells: str
    """Row after row, with cells outside all around, so that the number of a cell says its row and column from 1."""
    steps: Steps
    path: list[tuple[int, int]]
    """Steps, and the quarter turns to the right after them."""
    glued: dict[Pose, Pose]
    """For each pose at the edge of the map that faces outside, the one that it is glued to on the cube."""


def parse(text: str) -> Board:
    reader = Reader(text)
    rows = list(reader.lines(read_row, most=MOST_ROWS))
    reader.blank_line()
    path = read_path(reader)
    reader.end()
    down = max(map(len, rows)) + 2
    cells = "".join(f"{OUTSIDE}{row}".ljust(down) for row in ["", *rows, ""])
    steps = (1, down, -1, -down)
    return Board(cells, steps, path, glued_poses(reader, cells, steps))


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


def glued_poses(reader: Reader, cells: str, steps: Steps) -> dict[Pose, Pose]:
    """Which poses are glued to each other, if the map is a net.

    Each of the 14 straight sides is as long as a face, so the outline encloses whole faces, and with 14 sides at least
    six of them. The area is that of six, so there is no other cell and no hole.
    """
    error = reader.error_of_whole(f"the map is no net of a cube with a side of 1 to {MOST_SIDE}")
    area = len(cells) - cells.count(OUTSIDE)
    size = isqrt(area // FACES)
    corners = outline(cells, steps)
    poses = list(corners)
    if size > MOST_SIDE or (area, len(poses)) != (FACES * size**2, OUTLINE * size):
        raise error
    sides = [poses[start : start + size] for start in range(0, len(poses), size)]
    if any(facing != side[0][1] for side in sides for _, facing in side):
        raise error
    glued = glue(sides, [corners[side[-1]] for side in sides])
    if len(glued) < len(poses):
        raise error
    return glued


def outline(cells: str, steps: Steps) -> dict[Pose, int]:
    """The poses that face outside, clockwise from the first cell, each with the number of cells at the corner after it."""
    corners: dict[Pose, int] = {}
    pose = len(cells) - len(cells.lstrip(OUTSIDE)), UP
    while pose not in corners:
        cell, facing = pose
        right, left = (facing + 1) % 4, (facing - 1) % 4
        beside = cell + steps[right]
        beyond = beside + steps[facing]
        if cells[beside] == OUTSIDE:
            corners[pose], pose = 1, (cell, right)
        elif cells[beyond] == OUTSIDE:
            corners[pose], pose = 2, (beside, facing)
        else:
            corners[pose], pose = 3, (beyond, left)
    return corners


def glue(sides: list[list[Pose]], corners: list[int]) -> dict[Pose, Pose]:
    """Glue the sides as far as that is possible, given the number of faces at the corner after each one."""
    glued: dict[Pose, Pose] = {}
    while FACES_AT_CORNER in corners:
        place = corners.index(FACES_AT_CORNER)
        one, other, *sides = sides[place:] + sides[:place]
        _, after, *corners = corners[place:] + corners[:place]
        # Clockwise along one is counterclockwise along the other.
        glued.update(zip(one, reversed(other), strict=True))
        glued.update(zip(other, reversed(one), strict=True))
        if corners:
            corners[-1] += after
    return glued


def part1(board: Board) -> int:
    return password(board, around_map(board))


def part2(board: Board) -> int:
    return password(board, around_cube(board))


def around_map(board: Board) -> dict[Pose, Pose]:
    """From each pose that faces outside, back over the map to the opposite end."""
    seams = {}
    for cell, facing in board.glued:
        end = cell
        while board.cells[end - board.steps[facing]] != OUTSIDE:
            end -= board.steps[facing]
        seams[cell, facing] = end, facing
    return seams


def around_cube(board: Board) -> dict[Pose, Pose]:
    """From each pose that faces outside, to the one that it is glued to, turned round to the inside."""
    return {pose: (cell, (facing + 2) % 4) for pose, (cell, facing) in board.glued.items()}


def password(board: Board, seams: dict[Pose, Pose]) -> int:
    """Where the path ends, given the poses after a step from those that face outside."""
    pose = board.cells.index(OPEN), RIGHT
    for count, turn in board.path:
        for _ in range(count):
            cell, facing = pose
            ahead = seams.get(pose) or (cell + board.steps[facing], facing)
            if board.cells[ahead[0]] == WALL:
                break
            pose = ahead
        cell, facing = pose
        pose = cell, (facing + turn) % 4
    row, column = divmod(pose[0], board.steps[DOWN])
    return 1000 * row + 4 * column + pose[1]
