"""2024 day 16, https://adventofcode.com/2024/day/16

Text: a maze of walls `#`, open cells `.`, one start `S` and one end `E`, 3 to 150 rows of 3 to 150 columns. The first and last row and the first and last
column are walls. Open spaces are allowed, and the end need not be reachable.
One stands at the start and faces to the right. A step forward costs 1, a quarter turn on the spot costs 1000; a half turn is two quarter turns.
Part 1: the least cost of reaching the end, whichever way one faces there.  Part 2: the number of cells that are on at least one route of that cost, the
start and the end included. If there is no route, both parts have the answer `no solution`.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, unchanged, upside_down, whole
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Reindeer Maze"
UNIT = "rows and columns"
SIZE = 141
MOST = 150
TURN = 1_000
AROUND = ((0, 1), (1, 0), (0, -1), (-1, 0))
State = tuple[int, int, int]
Cell = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Mazes with loops, rooms with a few pillars, and noise; the end anywhere, now and then out of reach."""
    height = draw(st.sampled_from((7, 5, 9, 6, 3, 11, 2, 1)))
    width = draw(st.sampled_from((7, 9, 5, 8, 11, 3, 2, 1, 33)))
    kind = draw(st.sampled_from(("maze", "maze", "pillars", "......#", "...##", ".")))
    rng = draw(seeds())
    if kind == "maze":
        inner = maze(rng, height | 1, width | 1, draw(st.sampled_from((0.0, 0.2, 0.5))))
    elif kind == "pillars":
        inner = [[".#"[y % 2 and x % 2] for x in range(width)] for y in range(height)]
    else:
        inner = [rng.choices(kind, k=width) for _ in range(height)]
    cells = [(y, x) for y, row in enumerate(inner) for x, cell in enumerate(row) if cell == "."]
    if len(cells) < 2:
        return joined(walled([["S", "E"]]))
    start, end = rng.sample(cells, 2)
    if draw(st.booleans()):
        by_corner = sorted(cells, key=lambda cell: cell[0] - cell[1])
        start, end = by_corner[-1], by_corner[0]
    return joined(with_ends(inner, start, end))


def with_ends(inner: list[list[str]], start: Cell, end: Cell) -> list[str]:
    for (y, x), letter in ((start, "S"), (end, "E")):
        inner[y][x] = letter
    return walled(inner)


def walled(inner: list[list[str]]) -> list[str]:
    wall = "#" * (len(inner[0]) + 2)
    return [wall, *("#" + "".join(row) + "#" for row in inner), wall]


def maze(rng: Random, height: int, width: int, loops: float) -> list[list[str]]:
    """Corridors between the cells with even coordinates, of which all can be reached; so many of the other walls between two cells are open too."""
    inner = [["#"] * width for _ in range(height)]
    inner[0][0] = "."
    path = [(0, 0)]
    while path:
        y, x = path[-1]
        near = [(y + 2 * dy, x + 2 * dx) for dy, dx in AROUND if 0 <= y + 2 * dy < height and 0 <= x + 2 * dx < width]
        closed = [(v, u) for v, u in near if inner[v][u] == "#"]
        if not closed:
            path.pop()
            continue
        v, u = rng.choice(closed)
        inner[v][u] = inner[(y + v) // 2][(x + u) // 2] = "."
        path.append((v, u))
    for y in range(height):
        for x in range(1 - y % 2, width, 2):
            if rng.random() < loops:
                inner[y][x] = "."
    return inner


def full(seed: int, size: int = SIZE) -> str:
    """Corridors with some loops, the start bottom left, the end top right."""
    side = (min(size, MOST) - 3) // 2 * 2 + 1
    return joined(with_ends(maze(Random(seed), side, side, 0.07), (side - 1, 0), (0, side - 1)))


def limits() -> Iterator[Limit]:
    side = MOST - 2
    yield (
        Limit(
            "the largest room",
            joined(with_ends([["."] * side for _ in range(side)], (side - 1, 0), (0, side - 1))),
            f"{TURN + 2 * (side - 1)}, {2 * side - 1}",
        )
    )
    yield Limit("a row too many", joined(walled([["S"], ["E"], *[["."]] * (side - 1)])), "refused at line 151")


def worst() -> Iterator[tuple[str, str]]:
    """The largest mazes: most turns, most routes of equal cost, most open cells, most junctions."""
    rng = Random(16)
    side = MOST - 2
    corners = (side - 1, 0), (0, side - 1)
    yield "an empty room", joined(with_ends([["."] * side for _ in range(side)], *corners))
    yield (
        "an empty room, and back to the left",
        joined(with_ends([["."] * side for _ in range(side)], corners[1], corners[0])),
    )
    pillars = [[".#"[y % 2 and x % 2] for x in range(side - 1)] for y in range(side - 1)]
    yield "pillars", joined(with_ends(pillars, (side - 2, 0), (0, side - 2)))
    stairs = [[".#"[abs(x + y - side + 1) > 1] for x in range(side)] for y in range(side)]
    yield "stairs", joined(with_ends(stairs, *corners))
    waves = waving(side)
    yield "a corridor that turns at every second step", joined(with_ends(waves, (0, 0), (len(waves) - 1, side - 1)))
    for share in (5, 15, 25):
        inner = [["#" if rng.randrange(100) < share else "." for _ in range(side)] for _ in range(side)]
        yield f"{share} walls in a hundred cells", joined(with_ends(inner, *corners))
    for loops in (0.0, 0.3):
        yield f"a maze, loops {loops}", joined(with_ends(maze(rng, 147, 147, loops), (146, 0), (0, 146)))
    apart = [["."] * side for _ in range(side)]
    apart[1] = ["#"] * side
    yield "an empty room that the end is not in", joined(with_ends(apart, *corners))


def waving(side: int) -> list[list[str]]:
    """One corridor in waves of two rows, which goes to the right and to the left in turn; and below them the row with its end."""
    rows = []
    for band in range(side // 3):
        rows += [[".#"[x % 4 == 3] for x in range(side)], [".#"[x % 4 == 1] for x in range(side)], ["#"] * side]
        rows[-1][side - 1 if band % 2 == 0 else 0] = "."
        rows[-3][side - 1] = "."
    return rows


def oracle(text: str) -> Answers | None:
    """For each cell and direction the least cost, and the cells of all routes of that cost, improved until nothing changes."""
    cells = {(y, x): cell for y, row in enumerate(text.split()) for x, cell in enumerate(row) if cell != "#"}
    if len(cells) > 150:
        return None
    start, end = (next(place for place, cell in cells.items() if cell == letter) for letter in "SE")
    best: dict[State, tuple[int, frozenset[Cell]]] = {(*start, 0): (0, frozenset([start]))}
    changed = set(best)
    while changed:
        state = changed.pop()
        cost, route = best[state]
        for other, more in after(state):
            if other[:2] not in cells:
                continue
            now = route | {other[:2]}
            if other not in best or cost + more < best[other][0]:
                best[other] = cost + more, now
                changed.add(other)
            elif cost + more == best[other][0] and not now <= best[other][1]:
                best[other] = cost + more, now | best[other][1]
                changed.add(other)
    ends = [best[(*end, way)] for way in range(4) if (*end, way) in best]
    if not ends:
        return NO_SOLUTION, NO_SOLUTION
    least = min(cost for cost, _ in ends)
    return str(least), str(len(frozenset[Cell]().union(*(route for cost, route in ends if cost == least))))


def after(state: State) -> Iterator[tuple[State, int]]:
    """A step and two turns, with their costs."""
    y, x, way = state
    down, right = AROUND[way]
    yield (y + down, x + right, way), 1
    yield (y, x, (way + 1) % 4), TURN
    yield (y, x, (way - 1) % 4), TURN


def thicker_walls(rows: list[str], rng: Random) -> list[str] | None:
    """A row or a column more of the walls all round."""
    if max(len(rows), len(rows[0])) == MOST:
        return None
    wall = rows[0]
    return rng.choice(([wall, *rows], [*rows, wall], ["#" + row for row in rows], [row + "#" for row in rows]))


def without_dead_ends(rows: list[str], _: Random) -> list[str]:
    """An open cell with at most one open neighbour, which is not the start or the end, becomes a wall, and so on."""
    cells = [list(row) for row in rows]
    waiting = [(y, x) for y in range(1, len(rows) - 1) for x in range(1, len(rows[0]) - 1)]
    while waiting:
        y, x = waiting.pop()
        near = [(y + dy, x + dx) for dy, dx in AROUND if cells[y][x] == "." and cells[y + dy][x + dx] != "#"]
        if cells[y][x] == "." and len(near) < 2:
            cells[y][x] = "#"
            waiting += near
    return ["".join(row) for row in cells]


def start_further_left(rows: list[str], _: Random) -> list[str] | None:
    """The start is moved into the wall at its left, to a cell with no other open neighbour."""
    rows = ["#" + row for row in rows]
    y = next(at for at, row in enumerate(rows) if "S" in row)
    x = rows[y].index("S")
    if len(rows[0]) > MOST or {rows[y][x - 1], rows[y][x - 2], rows[y - 1][x - 1], rows[y + 1][x - 1]} != {"#"}:
        return None
    return [*rows[:y], rows[y][: x - 1] + "S." + rows[y][x + 1 :], *rows[y + 1 :]]


def one_more(before: Answers, after: Answers) -> bool:
    if NO_SOLUTION in before:
        return before == after
    return whole(after) == tuple(answer + 1 for answer in whole(before))


def enough_cells(before: Answers, _: Answers) -> bool:
    """A route of so many steps has one cell more."""
    return before == (NO_SOLUTION, NO_SOLUTION) or whole(before)[0] % TURN < whole(before)[1]


def way_back(rows: list[str], _: Random) -> list[str]:
    """From the end to the start, left for right."""
    return [row[::-1].translate(str.maketrans("SE", "ES")) for row in rows]


def two_turns_at_most(before: Answers, after: Answers) -> bool:
    """The way back needs no turn where this one begins, and at most two where it ends."""
    return before == after or abs(whole(before)[0] - whole(after)[0]) <= 2 * TURN


LAWS = (
    Law("upside down nothing changes", on_lines(upside_down), same),
    Law("thicker walls change nothing", on_lines(thicker_walls), same),
    Law("dead ends do not count", on_lines(without_dead_ends), same),
    Law("a start one cell further left is one more in both parts", on_lines(start_further_left), one_more),
    Law("the way back differs by two quarter turns at most", on_lines(way_back), two_turns_at_most),
    Law("there are more cells than steps", unchanged, enough_cells),
)
