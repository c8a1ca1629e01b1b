r"""Rope Bridge: https://adventofcode.com/2022/day/9

The head of a rope moves through a grid, and the other knots follow. How many cells does the last knot visit, on a rope
of two knots (part 1) and of ten (part 2)?

A knot that touches the one before it, at a corner too, stays. Otherwise it moves one cell closer in each coordinate in
which the two differ. The knots are moved one after the other, and if one stays, so do all behind it.

>>> moves = parse("R 12\nL 1\nU 3\n")
>>> part1(moves), part2(moves)
(14, 5)
"""

from aoc.text import Reader

MOST_MOVES, LONGEST = 2500, 20
STEPS = {"R": (1, 0), "L": (-1, 0), "U": (0, 1), "D": (0, -1)}


def parse(text: str) -> list[tuple[str, int]]:
    reader = Reader(text)
    moves = list(reader.records("{} {}", tuple(STEPS), range(1, LONGEST + 1), most=MOST_MOVES))
    reader.end()
    return moves


def part1(moves: list[tuple[str, int]]) -> int:
    return cells_of_tail(moves, 2)


def part2(moves: list[tuple[str, int]]) -> int:
    return cells_of_tail(moves, 10)


def cells_of_tail(moves: list[tuple[str, int]], length: int) -> int:
    rope = [(0, 0)] * length
    cells = {rope[-1]}
    for direction, distance in moves:
        for _ in range(distance):
            move(rope, *STEPS[direction])
            cells.add(rope[-1])
    return len(cells)


def move(rope: list[tuple[int, int]], dx: int, dy: int) -> None:
    """Move the head by one step, and the other knots after it."""
    x, y = rope[0]
    rope[0] = ahead_x, ahead_y = x + dx, y + dy
    for knot in range(1, len(rope)):
        x, y = rope[knot]
        dx, dy = ahead_x - x, ahead_y - y
        if -1 <= dx <= 1 and -1 <= dy <= 1:
            break
        rope[knot] = ahead_x, ahead_y = x + sign(dx), y + sign(dy)


def sign(number: int) -> int:
    return (number > 0) - (number < 0)
