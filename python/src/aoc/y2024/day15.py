r"""Warehouse Woes: https://adventofcode.com/2024/day/15

The sum of the boxes' coordinates after all moves, on the map as it is (part 1) and on one twice as wide (part 2).

A move first collects all boxes that have to move, layer by layer. A box is in the next layer if one of its cells is ahead
of the robot or of a box in the layer before, and it comes with both of its halves. If there is a wall ahead of any cell,
nothing moves. Otherwise the robot and all of these boxes move together.

A push that fails is remembered until a box moves, so that it costs nothing to try it again and again.

>>> warehouse = parse("########\n#......#\n#.OO@..#\n#..O...#\n#......#\n########\n\n<<\nv<v>^^\n")
>>> part1(warehouse), part2(warehouse)
(807, 813)
"""

from typing import NamedTuple

from aoc.text import Reader

MOST_SIDE = 50
MOST_LINES, MOST_MOVES = 20, 1000
WALL, ROBOT = "#@"
WIDE = {"#": "##", "O": "[]", ".": "..", "@": "@."}
TO_OTHER_HALF = {"O": 0, "[": 1, "]": -1}


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
    width = len(rows[0])
    steps = {"<": -1, ">": 1, "^": -width, "v": width}
    cells = list(enumerate("".join(rows)))
    (robot,) = (cell for cell, thing in cells if thing == ROBOT)
    walls = {cell for cell, thing in cells if thing == WALL}
    other_half = {cell: cell + TO_OTHER_HALF[thing] for cell, thing in cells if thing in TO_OTHER_HALF}
    failed: set[tuple[int, str]] = set()
    for move in moves:
        ahead = robot + steps[move]
        if ahead in walls or (robot, move) in failed:
            continue
        if ahead in other_half:
            pushed = all_pushed(robot, steps[move], walls, other_half)
            if pushed is None:
                failed.add((robot, move))
                continue
            other_half |= {cell + steps[move]: other_half.pop(cell) + steps[move] for cell in pushed}
            failed.clear()
        robot = ahead
    return sum(100 * (cell // width) + cell % width for cell, other in other_half.items() if cell <= other)


def all_pushed(robot: int, step: int, walls: set[int], other_half: dict[int, int]) -> set[int] | None:
    """The cells of all boxes that move with the robot; None if a wall is in the way."""
    pushed: set[int] = set()
    layer = {robot}
    while layer:
        ahead = {cell + step for cell in layer}
        if not walls.isdisjoint(ahead):
            return None
        touched = other_half.keys() & ahead
        layer = touched.union(map(other_half.__getitem__, touched)) - pushed
        pushed |= layer
    return pushed
