r"""Pipe Maze: https://adventofcode.com/2023/day/10

Among many pipes one loop leads through the start. Part 1 asks how many steps along the loop it is to the farthest cell,
part 2 how many cells are inside the loop.

The loop is walked from the start, whose own shape follows from the two neighbours that connect to it. The farthest cell
is half of the loop away.

To find the inside, each row is read from the left, along a line a little above the middle of its cells. Only pipes with
an arm upwards cross this line. A cell is inside if and only if the number of pipes of the loop that are crossed before
it is odd. Over a whole row the number is even, so all rows can be read as one.

>>> maze = parse(".F--7\nFJ-.S\nL7F-J\n.LJ|.\n")
>>> part1(maze), part2(maze)
(7, 2)
"""

from typing import NamedTuple

import numpy as np

from aoc.rows import flat
from aoc.text import Reader

LEAST_SIDE, MOST_SIDE = 2, 150
FREE, START = ".S"
PIPES = "|-LJ7F"
PIPES_UPWARDS = "|LJ"


class Maze(NamedTuple):
    pipes: str
    """Row after row, as in `flat`; the start is the pipe that fits."""
    loop: list[int]
    """The cells of the loop in their order."""


def parse(text: str) -> Maze:
    reader = Reader(text)
    rows = reader.rows(PIPES + FREE + START, MOST_SIDE, MOST_SIDE, least=LEAST_SIDE, most={START: 1})
    reader.end()
    reader.check_grid(rows, START)
    return maze_with_loop(reader, rows)


def maze_with_loop(reader: Reader, rows: list[str]) -> Maze:
    pipes, down = flat(rows, FREE)
    arms = {"|": {-down, down}, "-": {-1, 1}, "L": {-down, 1}, "J": {-down, -1}, "7": {down, -1}, "F": {down, 1}}
    start = pipes.index(START)
    steps = {step for step in (-down, -1, 1, down) if -step in arms.get(pipes[start + step], ())}
    if len(steps) != 2:
        raise reader.error_of_whole("the start has not exactly two neighbours that connect to it")
    pipes = pipes.replace(START, next(pipe for pipe, both in arms.items() if both == steps))
    step = min(steps)
    loop = [start]
    while (cell := loop[-1] + step) != start:
        loop.append(cell)
        onwards = arms.get(pipes[cell], set()) - {-step}
        if len(onwards) != 1:
            raise reader.error_of_whole("the pipe from the start does not come back to it")
        (step,) = onwards
    return Maze(pipes, loop)


def part1(maze: Maze) -> int:
    return len(maze.loop) // 2


def part2(maze: Maze) -> int:
    crossed, is_off_loop = np.zeros(len(maze.pipes), bool), np.ones(len(maze.pipes), bool)
    crossed[[cell for cell in maze.loop if maze.pipes[cell] in PIPES_UPWARDS]] = True
    is_off_loop[maze.loop] = False
    return int(np.count_nonzero(np.logical_xor.accumulate(crossed) & is_off_loop))
