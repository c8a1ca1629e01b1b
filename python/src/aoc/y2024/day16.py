r"""Reindeer Maze: https://adventofcode.com/2024/day/16

The least cost of a route through the maze (part 1), and the number of cells on all routes of that cost (part 2).

This is Dijkstra's algorithm on states: a cell and the direction in which it is entered. Cells of a corridor, with walls
on both sides, are passed without a stop, so there are states only at openings. A state remembers all states from which
it is entered at the least cost, and part 2 goes back from the end along all that are remembered.

Only the start may need a half turn. Elsewhere the reindeer would come back to where it has been.

>>> maze = parse("#######\n#....E#\n#.##.##\n#.....#\n##.#.##\n#S....#\n#######\n")
>>> part1(maze), part2(maze)
(2008, 9)
"""

from heapq import heappop, heappush
from math import inf
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_SIDE = 150
WALL, START, END = "#SE"
TURN = 1000
State: TypeAlias = tuple[int, int]
"""A cell, and the last step into it."""


class Maze(NamedTuple):
    cells: str
    width: int


class Routes(NamedTuple):
    cost: int
    ends: list[State]
    before: dict[State, list[State]]


def parse(text: str) -> Maze:
    reader = Reader(text)
    rows = reader.rows("#.SE", MOST_SIDE, MOST_SIDE, most={START: 1, END: 1}, walled=True)
    reader.end()
    reader.check_grid(rows, START + END, walled=True)
    return Maze("".join(rows), len(rows[0]))


def part1(maze: Maze) -> int | None:
    routes = best_routes(maze)
    return routes.cost if routes else None


def part2(maze: Maze) -> int | None:
    routes = best_routes(maze)
    return len(cells_on(routes)) if routes else None


def best_routes(maze: Maze) -> Routes | None:
    cells, width = maze
    start = cells.index(START)
    costs = {(start, 1): 0, (start, -1): 2 * TURN}
    before: dict[State, list[State]] = {state: [] for state in costs}
    queue = [(cost, state) for state, cost in costs.items()]
    while queue:
        cost, state = heappop(queue)
        cell, step = state
        if cells[cell] == END:
            return Routes(cost, [other for other in costs if other[0] == cell and costs[other] == cost], before)
        if cost > costs[state]:
            continue
        side = width if abs(step) == 1 else 1
        for ahead, new_cost in (step, cost), (side, cost + TURN), (-side, cost + TURN):
            if (stop := next_stop(maze, cell, ahead)) is not None:
                other = stop, ahead
                new_cost += (stop - cell) // ahead
                known = costs.get(other, inf)
                if new_cost < known:
                    costs[other] = new_cost
                    before[other] = [state]
                    heappush(queue, (new_cost, other))
                elif new_cost == known:
                    before[other].append(state)
    return None


def next_stop(maze: Maze, cell: int, step: int) -> int | None:
    """The next cell ahead that has an opening at a side, or is the end; None if a wall comes first."""
    cells, width = maze
    side = width if abs(step) == 1 else 1
    cell += step
    while cells[cell] != WALL:
        if cells[cell] == END or cells[cell - side] != WALL or cells[cell + side] != WALL:
            return cell
        cell += step
    return None


def cells_on(routes: Routes) -> set[int]:
    """The cells of all best routes."""
    cells = {cell for cell, _ in routes.ends}
    states = list(routes.ends)
    seen = set(states)
    for state in states:
        cell, step = state
        for earlier in routes.before[state]:
            cells.update(range(earlier[0], cell, step))
            if earlier not in seen:
                seen.add(earlier)
                states.append(earlier)
    return cells
