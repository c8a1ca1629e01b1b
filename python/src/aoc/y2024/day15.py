r"""Warehouse Woes: https://adventofcode.com/2024/day/15

The sum of the boxes' coordinates after all moves, on the map as it is (part 1) and on one twice as wide (part 2).

A move first collects what has to move, in a list that starts with the robot and grows while it is read. A box ahead of
anything in the list comes into it, once, and with both of its halves. If there is a wall ahead of anything, nothing
moves. Otherwise all of the list moves, and what came last goes first, so that a cell is free before it is filled.

A push that fails is remembered until a box moves, so that it costs nothing to try it again and again.

>>> warehouse = parse("########\n#......#\n#.OO@..#\n#..O...#\n#......#\n########\n\n<<\nv<v>^^\n")
>>> part1(warehouse), part2(warehouse)
(807, 813)
"""

from typing import NamedTuple

from aoc.text import Reader

MOST_SIDE = 50
MOST_LINES, MOST_MOVES = 20, 1000
WALL, EMPTY, ROBOT = "#.@"
WIDE = {"#": "##", "O": "[]", ".": "..", "@": "@."}
OTHER_HALF = {"O": 0, "[": 1, "]": -1}


class Warehouse(NamedTuple):
    rows: list[str]
    moves: str


def parse(text: str) -> Warehouse:
    reader = Reader(text)
    rows = reader.rows("#.O@", MOST_SIDE, MOST_SIDE, most={ROBOT: 1}, walled=True)
    reader.blank_line()
    moves = f"[<>^v]{{1,{MOST_MOVES}}}"
    lines = list(reader.lines(lambda reader: reader.match(moves, "moves `<`, `>`, `^` and `v`"), most=MOST_LINES))
    reader.end()
    reader.check_grid(rows, ROBOT, walled=True)
    return Warehouse(rows, "".join(lines))


def part1(warehouse: Warehouse) -> int:
    return coordinates_after_moves(warehouse.rows, warehouse.moves)


def part2(warehouse: Warehouse) -> int:
    wide = ["".join(WIDE[cell] for cell in row) for row in warehouse.rows]
    return coordinates_after_moves(wide, warehouse.moves)


def coordinates_after_moves(rows: list[str], moves: str) -> int:
    """The sum over all boxes of 100 times the row, plus the column."""
    cells = list("".join(rows))
    width = len(rows[0])
    steps = {"<": -1, ">": 1, "^": -width, "v": width}
    robot = cells.index(ROBOT)
    cells[robot] = EMPTY
    failed: set[tuple[int, str]] = set()
    for move in moves:
        step = steps[move]
        if cells[robot + step] == EMPTY:
            robot += step
        elif (robot, move) not in failed:
            moving = all_that_move(cells, robot, step)
            for cell in reversed(moving):
                cells[cell + step], cells[cell] = cells[cell], EMPTY
            if moving:
                robot += step
                failed.clear()
            else:
                failed.add((robot, move))
    return sum(100 * (cell // width) + cell % width for cell, thing in enumerate(cells) if thing in "O[")


def all_that_move(cells: list[str], robot: int, step: int) -> list[int]:
    """The cells whose contents move, nearer ones first; none if a wall is in the way."""
    moving = [robot]
    seen = {robot}
    for cell in moving:
        ahead = cell + step
        thing = cells[ahead]
        if thing == WALL:
            return []
        if thing != EMPTY and ahead not in seen:
            box = dict.fromkeys((ahead, ahead + OTHER_HALF[thing]))
            moving += box
            seen.update(box)
    return moving
