"""2023 day 23, https://adventofcode.com/2023/day/23

Text: a grid of `#` (forest), `.` (path) and the slopes `>` and `v`, 3 to 150 rows of 3 to 150 columns. The first row is `#` but for one `.`, the entrance,
the last row but for one `.`, the exit; every row begins and ends with `#`. All open cells are connected.
A junction is an open cell with three or four open neighbours; there are at most 36 of them, and none is a slope. Entrance and exit have one open neighbour,
all other open cells have two.
A corridor leads from one of entrance, exit and junctions to another one and passes none of them; no two corridors join the same two. The next step from a
slope is to the right for `>` and down for `v`. The slopes of a corridor let one pass in one direction along it, all in the same: away from the entrance,
towards the exit. A corridor between two junctions has one slope at least, and the junctions with these directions have no cycle. The corridors at the
entrance and at the exit may have some.
Part 1: the steps of the longest walk from entrance to exit that enters no cell twice; `no solution` if there is none.
Part 2: the same where slopes are like any path.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part2, shuffled, unchanged
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "A Long Walk"
UNIT = "rows and columns"
SIZE = 141
SMALLEST, LARGEST, MOST_JUNCTIONS = 3, 150, 36
STEPS = {">": (0, 1), "v": (1, 0)}
Cell = tuple[int, int]
Edge = tuple[Cell, Cell]
Path = list[Cell]


class Lattice(NamedTuple):
    """Crossings in rows and columns. A corridor between two of them is straight near its ends and has `middle` cells between these parts, an odd number,
    where it may wind up to `wide` cells to both sides.
    """

    rows: int
    columns: int
    wide: int
    middle: int

    def at(self, crossing: Cell) -> Cell:
        pitch = self.middle + 2 * self.wide + 1
        return self.wide + 1 + crossing[0] * pitch, self.wide + 1 + crossing[1] * pitch

    def edges(self) -> list[Edge]:
        every = [(y, x) for y in range(self.rows) for x in range(self.columns)]
        right = [((y, x), (y, x + 1)) for y, x in every if x + 1 < self.columns]
        return right + [((y, x), (y + 1, x)) for y, x in every if y + 1 < self.rows]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """A lattice, or what is left of it without some of its corridors: all alike, or each of a length of its own. The directions lead right and down, or follow
    any order of the junctions, so that there may be no walk in part 1.
    """
    rng = draw(seeds())
    rows, columns = draw(st.sampled_from(((3, 3), (2, 3), (3, 2), (1, 1), (3, 4), (4, 3), (2, 5), (4, 4), (1, 3))))
    wide, middle = draw(st.sampled_from(((0, 1), (0, 3), (1, 3), (2, 3), (1, 5), (0, 1))))
    lattice = Lattice(rows, columns, wide, middle)
    for less in (rng.uniform(0, 0.6), rng.uniform(0, 0.4), 0.2, 0.1, 0.1, 0):
        edges = [edge for edge in lattice.edges() if rng.random() >= less]
        entrance, leave = rng.choice(
            ((0, columns - 1), (0, columns - 1), (rng.randrange(columns), rng.randrange(columns)))
        )
        open_cells = carved(rng, lattice, edges, entrance, leave, rng.choice((0, 0.5, 1)))
        made = sloped(rng, open_cells, rng.choice((None, None, down_first, right_first, slanting)))
        if made:
            return joined(made)
    return joined(["#.#"] * rng.choice((3, 3, 4, 7)))


def winding(rng: Random, lattice: Lattice, edge: Edge, part: float) -> Path:
    """The cells of a corridor of a lattice, both ends among them: of its strokes to a side a part is taken."""
    (y, x), (end_y, end_x) = (lattice.at(crossing) for crossing in edge)
    along = list(range(lattice.wide + 1, lattice.wide + 1 + lattice.middle))
    aside, cells = 0, [(at, 0) for at in range(along[0])]
    for at in along:
        if at in along[::2]:
            far = rng.randint(lattice.wide // 2, lattice.wide) * (
                rng.choice((-1, 1)) if aside == 0 else -1 if aside > 0 else 1
            )
            further = far if at != along[-1] and rng.random() < part else 0
            step = 1 if further > aside else -1
            cells += [(at, between) for between in range(aside, further, step)]
            aside = further
        cells.append((at, aside))
    cells += [(at, 0) for at in range(along[-1] + 1, max(end_y - y, end_x - x) + 1)]
    return [(y + aside, x + at) if end_x > x else (y + at, x + aside) for at, aside in cells]


def carved(rng: Random, lattice: Lattice, edges: list[Edge], entrance: int, leave: int, part: float) -> list[str]:
    """The open cells of such corridors, without those that lead nowhere; entrance and exit are above and below a column of crossings."""
    top, bottom = (0, entrance), (lattice.rows - 1, leave)
    height, width = (last + lattice.wide + 2 for last in lattice.at((lattice.rows - 1, lattice.columns - 1)))
    while dead := [
        edge
        for edge in edges
        for crossing in edge
        if sum(crossing in other for other in edges) + [top, bottom].count(crossing) < 2
    ]:
        edges = [edge for edge in edges if edge not in dead]
    first, last = lattice.at(top), lattice.at(bottom)
    cells = {cell for edge in edges for cell in winding(rng, lattice, edge, part)}
    cells |= {(y, first[1]) for y in range(first[0] + 1)} | {(y, last[1]) for y in range(last[0], height)}
    return ["".join("." if (y, x) in cells else "#" for x in range(width)) for y in range(height)]


class Maze(NamedTuple):
    """Where the entrance, the exit and the junctions are, and the corridors between them, each once."""

    places: list[Cell]
    corridors: list[Path]


def around(cell: Cell) -> list[Cell]:
    y, x = cell
    return [(y - 1, x), (y, x + 1), (y + 1, x), (y, x - 1)]


def maze(rows: list[str]) -> Maze | None:
    """The maze of such rows, whatever their slopes; None where it is not one."""
    cells = {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell != "#"}
    degrees = {cell: sum(near in cells for near in around(cell)) for cell in cells}
    entrance, leave = (0, rows[0].index(".")), (len(rows) - 1, rows[-1].index("."))
    junctions = sorted(cell for cell, degree in degrees.items() if degree > 2)
    ends = [entrance, leave]
    if len(junctions) > MOST_JUNCTIONS or any((degree == 1) != (cell in ends) for cell, degree in degrees.items()):
        return None
    places = [entrance, *junctions, leave]
    corridors = []
    for place in places:
        for step in around(place):
            path = [place, step]
            while path[-1] in cells and path[-1] not in places:
                path.append(next(near for near in around(path[-1]) if near in cells and near != path[-2]))
            if path[-1] in cells and (path[0] <= path[-1] or path[-1] == place):
                corridors.append(path)
    joins = {(path[0], path[-1]) for path in corridors}
    seen = {entrance}
    for _ in places:
        seen |= {end for join in joins for end in join if seen & set(join)}
    covered = {cell for path in corridors for cell in path}
    whole = len(joins) == len(corridors) and all(one != two for one, two in joins)
    beside = any({path[0], path[-1]} <= set(junctions) and len(path) == 2 for path in corridors)
    return Maze(places, corridors) if whole and not beside and seen == set(places) and covered == cells else None


Order = Callable[[Cell], tuple[int, ...]]


def down_first(cell: Cell) -> tuple[int, ...]:
    return cell


def right_first(cell: Cell) -> tuple[int, ...]:
    return cell[::-1]


def slanting(cell: Cell) -> tuple[int, ...]:
    return sum(cell), cell[1]


def sloped(rng: Random, rows: list[str], order: Order | None) -> list[str] | None:
    """The same maze with slopes that follow this order of the junctions, or any order in which each corridor has a place for one; None where it is no maze."""
    found = maze(rows)
    if not found:
        return None
    for _ in range(20):
        mixed = dict(zip(found.places, rng.sample(range(len(found.places)), len(found.places)), strict=True))
        made = with_slopes(rng, rows, found, order or by(mixed))
        if made:
            return made
    return with_slopes(rng, rows, found, slanting)


def by(numbers: dict[Cell, int]) -> Order:
    return lambda cell: (numbers[cell],)


def with_slopes(rng: Random, rows: list[str], found: Maze, order: Order) -> list[str] | None:
    """None where a corridor has no place for a slope in its direction: a cell from which the next step is to the right or down."""
    grid = [list(row.replace(">", ".").replace("v", ".")) for row in rows]
    entrance, leave = found.places[0], found.places[-1]
    part = rng.choice((0, 0, 0.1, 0.5, 1))
    for path in found.corridors:
        outer = entrance in (path[0], path[-1]) or leave in (path[0], path[-1])
        backwards = path[-1] == entrance or path[0] == leave if outer else order(path[-1]) < order(path[0])
        cells = path[::-1] if backwards else path
        following = pairwise(cells[1:])
        places = [(y, x, ">" if to_x > x else "v") for (y, x), (to_y, to_x) in following if (to_y, to_x) > (y, x)]
        if not places and not outer:
            return None
        one = [rng.choice(places)] if places and not outer else []
        for y, x, slope in one + [place for place in places if rng.random() < part]:
            grid[y][x] = slope
    return ["".join(row) for row in grid]


def full(seed: int, size: int = SIZE) -> str:
    """Six by six crossings, with corridors that wind until they fill nearly the whole grid, and slopes beside the junctions. The walk begins and ends in
    opposite corners.
    """
    rng = Random(seed)
    side = max(SMALLEST, min(size, LARGEST))
    half = (side - 1) // 2
    if half < 2 * ACROSS:
        return joined([f"#.{'#' * (side - 2)}"] * side)
    cells = {(0, 1), (2 * half, 2 * half - 1)}
    for path in wound(rng, straight(half), half):
        cells |= {(y + to_y + 1, x + to_x + 1) for (y, x), (to_y, to_x) in pairwise([*path, path[-1]])}
        cells |= {(2 * y + 1, 2 * x + 1) for y, x in path}
    rows = ["".join("." if (y, x) in cells else "#" for x in range(side)) for y in range(2 * half + 1)]
    return joined(beside_junctions(rows + rows[-1:] * (side - len(rows))))


ACROSS = 6


def straight(half: int) -> list[Path]:
    """Every other row and column of a grid, numbered from 0: in these the corridors between the crossings, and those of entrance and exit."""
    pitch = half // ACROSS
    places = [pitch // 2 + at * pitch for at in range(ACROSS)]
    first, last, end = places[0], places[-1], half - 1
    paths = [[(y, x) for x in range(left, right + 1)] for y in places for left, right in pairwise(places)]
    paths += [[(y, x) for y in range(top, bottom + 1)] for x in places for top, bottom in pairwise(places)]
    way_in = [(y, 0) for y in range(first)] + [(first, x) for x in range(first + 1)]
    way_out = [(last, x) for x in range(last, end + 1)] + [(y, end) for y in range(last + 1, half)]
    return [*paths, way_in, way_out]


def wound(rng: Random, paths: list[Path], half: int) -> list[Path]:
    """Steps go round by the two cells beside them, again and again while such cells are free; the first and the last step of a path stay."""
    taken = {cell for path in paths for cell in path}
    growing = True
    while growing:
        growing = False
        for path in shuffled(paths, rng):
            for at in range(len(path) - 3, 0, -1):
                (y, x), (to_y, to_x) = path[at : at + 2]
                aside = rng.choice((-1, 1))
                down, right = aside * (to_x - x), aside * (to_y - y)
                detour = [(y + down, x + right), (to_y + down, to_x + right)]
                if all(0 <= place < half for cell in detour for place in cell) and taken.isdisjoint(detour):
                    growing = True
                    if rng.random() < 0.5:
                        path[at + 1 : at + 1] = detour
                        taken.update(detour)
    return paths


def beside_junctions(rows: list[str]) -> list[str]:
    """Slopes to the right and down, on the cells next to the junctions."""
    found = maze(rows)
    grid = [list(row) for row in rows]
    for y, x in found.places[1:-1] if found else []:
        for slope, (down, right) in STEPS.items():
            for cell_y, cell_x in ((y - down, x - right), (y + down, x + right)):
                inner = 1 < cell_y < len(grid) - 1 and grid[cell_y][cell_x] == "."
                if inner and grid[cell_y + down][cell_x + right] != "#":
                    grid[cell_y][cell_x] = slope
    return ["".join(row) for row in grid]


def limits() -> Iterator[Limit]:
    straight = joined([f"#.{'#' * (LARGEST - 2)}"] * LARGEST)
    yield Limit("the largest grid, with a single corridor", straight, f"{LARGEST - 1}, {LARGEST - 1}")
    yield Limit(
        "a row too many", joined([f"#.{'#' * (LARGEST - 2)}"] * (LARGEST + 1)), f"refused at line {LARGEST + 1}"
    )
    yield Limit("a column too many", joined([f"#.{'#' * (LARGEST - 1)}"] * 3), "refused at line 1")
    ladder = alike(Lattice(2, 19, 0, 1))
    yield Limit("36 junctions in two rows", ladder)
    rungs = [f"#{'v#' * 20}"]
    rail = [f"#{'.>' * 19}.#"]
    more = [f"#.{'#' * 39}", *rail, *rungs, *rail, f"{'#' * 39}.#"]
    yield Limit("38 junctions", joined(more), "refused as a whole")


def alike(lattice: Lattice, *without: Edge) -> str:
    """A lattice, without some of its corridors, in which the others are all straight."""
    edges = [edge for edge in lattice.edges() if edge not in without]
    rows = carved(Random(0), lattice, edges, 0, lattice.columns - 1, 0)
    return joined(sloped(Random(0), rows, slanting) or [])


def worst() -> Iterator[tuple[str, str]]:
    """The most junctions: with all corridors alike, so that no bound tells one walk from another, with corridors of all lengths, narrow and square."""
    yield "6 x 6 crossings, all alike", alike(Lattice(6, 6, 0, 1))
    yield "6 x 6 crossings, all alike and long", alike(Lattice(6, 6, 0, 27))
    two: list[tuple[Edge, Edge]] = [(((0, 2), (0, 3)), ((5, 3), (5, 4))), (((0, 5), (0, 6)), ((4, 0), (5, 0)))]
    for at, (one, other) in enumerate(two):
        yield f"6 x 7 crossings without two corridors, {at + 1}", alike(Lattice(6, 7, 0, 1), one, other)
    yield "5 x 8 crossings without a corridor", alike(Lattice(5, 8, 0, 1), ((0, 3), (0, 4)))
    yield "4 x 9 crossings", alike(Lattice(4, 9, 0, 1))
    yield "9 x 4 crossings", alike(Lattice(9, 4, 0, 1))
    yield "3 x 12 crossings", alike(Lattice(3, 12, 0, 1))
    yield "2 x 19 crossings", alike(Lattice(2, 19, 0, 1))
    yield "the real structure, as large as can be", full(23, LARGEST)
    for seed in range(3):
        rng = Random(seed)
        lattice = Lattice(6, 7, 2, 11)
        edges = [edge for edge in lattice.edges() if edge not in two[0]]
        rows = carved(rng, lattice, edges, seed, 6 - seed, 0.5)
        yield f"6 x 7 crossings of all lengths, {seed + 1}", joined(sloped(rng, rows, slanting) or [])


def oracle(text: str) -> Answers | None:
    """Tries all walks, cell by cell; None for a part with too many of them."""
    rows = text.split()
    return longest(rows, slippery=True), longest(rows, slippery=False)


def longest(rows: list[str], slippery: bool) -> str | None:
    entrance, leave = (0, rows[0].index(".")), (len(rows) - 1, rows[-1].index("."))
    walk, entered, best, tries = [entrance], {entrance}, -1, 0
    left = [next_cells(rows, entrance, slippery)]
    while left:
        tries += 1
        if tries > 200_000:
            return None
        cell = next(left[-1], None)
        if cell is None:
            left.pop()
            entered.remove(walk.pop())
        elif cell not in entered:
            walk.append(cell)
            entered.add(cell)
            left.append(next_cells(rows, cell, slippery))
            if cell == leave:
                best = max(best, len(walk) - 1)
    return str(best) if best >= 0 else NO_SOLUTION


def next_cells(rows: list[str], cell: Cell, slippery: bool) -> Iterator[Cell]:
    y, x = cell
    steps = [STEPS[rows[y][x]]] if slippery and rows[y][x] in STEPS else [(-1, 0), (0, 1), (1, 0), (0, -1)]
    for down, right in steps:
        if 0 <= y + down < len(rows) and rows[y + down][x + right] != "#":
            yield y + down, x + right


def on_rows(change: Callable[[list[str], Random], list[str] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(text.split(), rng)
        return None if changed is None else joined(changed)

    return transform


def order_of(rows: list[str], found: Maze) -> dict[Cell, int]:
    """The places of a maze by a number that grows in the direction of every corridor."""
    later: dict[Cell, set[Cell]] = {place: set() for place in found.places}
    for path in found.corridors:
        forwards = any(
            rows[y][x] in STEPS and (y + STEPS[rows[y][x]][0], x + STEPS[rows[y][x]][1]) == path[at + 1]
            for at, (y, x) in enumerate(path[:-1])
        )
        later[path[0] if forwards else path[-1]].add(path[-1] if forwards else path[0])
    order: dict[Cell, int] = {}
    while len(order) < len(later):
        free = next(cell for cell in later if cell not in order and all(end in order for end in later[cell]))
        order[free] = -len(order)
    return order


def other_slopes(rows: list[str], rng: Random) -> list[str] | None:
    """With other slopes in the same directions."""
    found = maze(rows)
    if not found:
        return None
    return with_slopes(rng, rows, found, by(order_of(rows, found)))


def other_directions(rows: list[str], rng: Random) -> list[str] | None:
    return sloped(rng, [row.replace(">", ".").replace("v", ".") for row in rows], None)


def turned_back(rows: list[str], rng: Random) -> list[str] | None:
    """Turned upside down and left for right, to be walked from the exit to the entrance."""
    found = maze(rows)
    if not found:
        return None
    order = order_of(rows, found)
    height, width = len(rows), len(rows[0])
    turned = [row[::-1].replace(">", ".").replace("v", ".") for row in rows[::-1]]
    again = maze(turned)
    return (
        with_slopes(rng, turned, again, lambda cell: (-order[height - 1 - cell[0], width - 1 - cell[1]],))
        if again
        else None
    )


def twice_as_large(rows: list[str], _: Random) -> list[str] | None:
    """With a cell more between any two."""
    if max(2 * len(rows), 2 * len(rows[0])) > LARGEST:
        return None
    larger = []
    for row, below in zip(rows, [*rows[1:], "#" * len(rows[0])], strict=True):
        pairs = zip(row, row[1:] + "#", strict=True)
        larger.append("".join(cell + ("#" if "#" in (cell, right) else ".") for cell, right in pairs)[:-1])
        larger.append("".join(("#" if "#" in two else ".") + "#" for two in zip(row, below, strict=True))[:-1])
    return larger[:-1]


def longer_way_in(rows: list[str], _: Random) -> list[str] | None:
    return None if len(rows) == LARGEST else [rows[0], *rows]


def changed_by(change: Callable[[int], int]) -> Callable[[Answers, Answers], bool]:
    """Each answer that is a number is changed so."""
    return lambda before, after: all(
        two == (one if one == NO_SOLUTION else str(change(int(one or ""))))
        for one, two in zip(before, after, strict=True)
    )


def not_longer_with_slopes(_: Answers, after: Answers) -> bool:
    return after[0] == NO_SOLUTION or int(after[0] or "") <= int(after[1] or "")


LAWS = (
    Law("with slopes no walk is longer", unchanged, not_longer_with_slopes),
    Law("other slopes in the same directions change nothing", on_rows(other_slopes), same),
    Law("other directions leave part 2 alone", on_rows(other_directions), same_part2),
    Law("from the exit to the entrance it is as far", on_rows(turned_back), same),
    Law("twice as large the walks are twice as long", on_rows(twice_as_large), changed_by(lambda steps: 2 * steps)),
    Law("a longer way in adds a step", on_rows(longer_way_in), changed_by(lambda steps: steps + 1)),
)
