r"""2023 day 16, https://adventofcode.com/2023/day/16

Text: a grid of `.` `/` `\` `|` `-`, 1 to 120 rows of 1 to 120 columns.
A beam goes straight through `.`, and is turned by a quarter at the mirrors `/` and `\`. A splitter that a beam meets on its flat side sends one beam each way
along its axis; a beam that meets it at the point goes straight on. Beams do not hinder each other, and end where they leave the grid.
Part 1: how many cells the beam lights that enters the upper left cell on its way right. That cell acts on it like any other.
Part 2: the most cells that a beam can light that enters any cell of the rim, from outside. A corner can be entered from two sides.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    joined,
    no_less,
    part2_at_least_part1,
    same,
    same_part1,
    same_part2,
    transposed,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "The Floor Will Be Lava"
UNIT = "rows and columns"
SIZE = 110
MOST = 120
CELLS = "./\\|-"
UP, RIGHT, DOWN, LEFT = (-1, 0), (0, 1), (1, 0), (0, -1)
Way = tuple[int, int]
Beam = tuple[int, int, Way]
SLASH = {UP: RIGHT, RIGHT: UP, DOWN: LEFT, LEFT: DOWN}
BACKSLASH = {UP: LEFT, LEFT: UP, DOWN: RIGHT, RIGHT: DOWN}
MIRRORS, SPLITTERS = str.maketrans("/\\", "\\/"), str.maketrans("|-", "-|")


def puzzles() -> st.SearchStrategy[str]:
    """Grids dense and sparse, of mirrors alone or of splitters alone, with strips past 64 cells; rings in which light goes round and round."""
    noise = grids(CELLS, CELLS + "....", "..../\\", "/\\", ".|-", "...|", "-|", CELLS + "." * 20, side=9, long=100)
    side = st.sampled_from((5, 6, 4, 8, 3, 11, 2))
    rings = st.builds(ringed, seeds(), side, side, st.integers(1, 3))
    corner = st.builds(in_corner, noise, st.sampled_from(CELLS))
    return st.one_of(noise, corner, rings).map(joined)


def in_corner(rows: list[str], cell: str) -> list[str]:
    return [cell + rows[0][1:], *rows[1:]]


def ringed(rng: Random, height: int, width: int, count: int) -> list[str]:
    """Rectangles with mirrors in their corners, which may cross, with a splitter or none on their sides, and a few cells of any kind."""
    rows = [["."] * width for _ in range(height)]
    for _ in range(count):
        top, bottom = sorted(rng.sample(range(height), 2))
        left, right = sorted(rng.sample(range(width), 2))
        for y, x in ((top, rng.randint(left, right)), (rng.randint(top, bottom), left), (bottom, right)):
            rows[y][x] = rng.choice("|-.")
        rows[top][left] = rows[bottom][right] = "/"
        rows[top][right] = rows[bottom][left] = "\\"
    for _ in range(rng.randint(0, 3)):
        rows[rng.randrange(height)][rng.randrange(width)] = rng.choice(CELLS)
    return ["".join(row) for row in rows]


def full(seed: int, size: int = SIZE) -> str:
    """A tenth of the cells are mirrors and splitters, all equally often; the light of part 1 gets to a third of the cells at least."""
    rng = Random(seed)
    side = min(size, MOST)
    while True:
        rows = noise(rng, side, "." * 36 + CELLS[1:])
        if 3 * len(lit(rows, (0, 0, RIGHT))) > side * side:
            return joined(rows)


def noise(rng: Random, side: int, cells: str) -> list[str]:
    return ["".join(rng.choices(cells, k=side)) for _ in range(side)]


def serpentine(side: int) -> list[str]:
    """The beam goes through every cell, one row to the right and the next one to the left; an even number of rows."""
    empty = "." * (side - 2)
    return ["." + empty + "\\", *["/" + empty + "/", "\\" + empty + "\\"] * (side // 2 - 1), "." + empty + "/"]


def spiral(side: int) -> list[str]:
    """From the upper left cell inwards, past a mirror at each end of a straight line."""
    rows = [["."] * side for _ in range(side)]
    for ring in range(side // 2):
        last = side - 1 - ring
        rows[ring][last] = rows[last][ring] = "\\"
        rows[last][last] = "/"
        if ring:
            rows[ring][ring - 1] = "/"
    for ring in range(1, side // 2):
        rows[side - ring][ring - 1] = "\\"
    return ["".join(row) for row in rows]


def staircase(side: int) -> list[str]:
    """Each splitter on the diagonal leads down to one that leads right to the next of the diagonal."""
    return ["".join({0: "|", 1: "-"}.get(y - x, ".") for x in range(side)) for y in range(side)]


def limits() -> Iterator[Limit]:
    every = MOST * MOST
    yield Limit("the largest grid, empty", joined(["." * MOST] * MOST), f"{MOST}, {MOST}")
    yield Limit("the largest grid, with light in every cell", joined(serpentine(MOST)), f"{every}, {every}")
    yield Limit("the largest grid of splitters", joined(["-" * MOST] * MOST), f"{MOST}, {MOST}")
    yield Limit("a row too many", ".\n" * (MOST + 1), f"refused at line {MOST + 1}")
    yield Limit("a column too many", "." * (MOST + 1) + "\n", "refused at line 1")
    yield Limit("one row of most columns", "." * MOST + "\n", f"{MOST}, {MOST}")
    yield Limit("one column of most rows", "|\n" * MOST, f"{MOST}, {MOST}")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: longest beams, most splitters, longest chains of them, loops of light, and noise from sparse to dense."""
    rng = Random(16)
    half = MOST // 2
    yield "one beam through every cell", joined(serpentine(MOST))
    yield "a spiral", joined(spiral(MOST))
    yield "splitters of one kind", joined(["|" * MOST] * MOST)
    yield "a chequerboard of splitters", joined(["|-" * half, "-|" * half] * half)
    yield "splitters in columns of one kind", joined(["|-" * half] * MOST)
    yield "a staircase of splitters", joined(staircase(MOST))
    yield "the staircase upside down", joined(staircase(MOST)[::-1])
    yield "mirrors of one kind", joined(["/" * MOST] * MOST)
    yield "small loops", joined(["/\\" * half, "\\/" * half] * half)
    for name, cells in (
        ("splitters, as many of both kinds", "|-"),
        ("mirrors, as many of both kinds", "/\\"),
        ("no cell empty", "/\\|-"),
        ("a third splitters", "....|-"),
        ("few mirrors, many splitters", "/\\||||----"),
        ("many mirrors, few splitters", "////\\\\\\\\|-"),
        ("all cells equally often", CELLS),
        ("half of the cells empty", "..../\\|-"),
        ("most cells empty", "." * 40 + "/\\|-"),
        ("hardly a mirror or a splitter", "." * 400 + "/\\|-"),
    ):
        yield name, joined(noise(rng, MOST, cells))


def oracle(text: str) -> Answers | None:
    """Every beam from each side is followed cell by cell, until there is none that has not been there in the same direction."""
    rows = text.split()
    height, width = len(rows), len(rows[0])
    if height * width * (height + width) > 60_000:
        return None
    beams = [(y, x, way) for y in range(height) for x, way in ((0, RIGHT), (width - 1, LEFT))]
    beams += [(y, x, way) for x in range(width) for y, way in ((0, DOWN), (height - 1, UP))]
    return str(len(lit(rows, (0, 0, RIGHT)))), str(max(len(lit(rows, beam)) for beam in beams))


def lit(rows: list[str], entrance: Beam) -> set[tuple[int, int]]:
    return {(y, x) for y, x, _ in light(rows, entrance)}


def light(rows: list[str], entrance: Beam) -> set[Beam]:
    """In which cells a beam arrives, and on which way."""
    found, beams = set[Beam](), [entrance]
    while beams:
        beam = beams.pop()
        y, x, way = beam
        if beam in found or not (0 <= y < len(rows) and 0 <= x < len(rows[0])):
            continue
        found.add(beam)
        cell = rows[y][x]
        if cell == "/":
            ways = [SLASH[way]]
        elif cell == "\\":
            ways = [BACKSLASH[way]]
        elif cell == "|" and way in (LEFT, RIGHT):
            ways = [UP, DOWN]
        elif cell == "-" and way in (UP, DOWN):
            ways = [LEFT, RIGHT]
        else:
            ways = [way]
        beams += [(y + down, x + right, (down, right)) for down, right in ways]
    return found


def on_rows(change: Callable[[list[str], Random], list[str] | None]) -> Transform:
    """A change of the rows, where they are not too many or too long after it."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(text.split(), rng)
        return None if changed is None or max(len(changed), len(changed[0])) > MOST else joined(changed)

    return transform


def left_for_right(rows: list[str], _: Random) -> list[str]:
    return [row[::-1].translate(MIRRORS) for row in rows]


def upside_down(rows: list[str], _: Random) -> list[str]:
    return [row.translate(MIRRORS) for row in rows[::-1]]


def rows_for_columns(rows: list[str], rng: Random) -> list[str]:
    """The mirrors are symmetrical."""
    return [row.translate(SPLITTERS) for row in transposed(rows, rng)]


def splitter_in_corner(rows: list[str], rng: Random) -> list[str] | None:
    """The beam then goes down and not right, or the other way round."""
    return rows_for_columns(rows, rng) if rows[0][0] in "|-" else None


def dark_cells_changed(rows: list[str], rng: Random) -> list[str]:
    bright = lit(rows, (0, 0, RIGHT))
    return [
        "".join(cell if (y, x) in bright else rng.choice(CELLS) for x, cell in enumerate(row))
        for y, row in enumerate(rows)
    ]


def passed_at_the_point(rows: list[str], _: Random) -> list[str]:
    """Without the splitters that the beams of part 1 meet at the point only."""
    beams = light(rows, (0, 0, RIGHT))
    flat = {(y, x) for y, x, way in beams if rows[y][x] == ("-" if way in (UP, DOWN) else "|")}
    return [
        "".join("." if cell in "|-" and (y, x) not in flat else cell for x, cell in enumerate(row))
        for y, row in enumerate(rows)
    ]


def empty_lines(rows: list[str], rng: Random) -> list[str]:
    """An empty row after one, and an empty column before or after one."""
    at = rng.randint(1, len(rows))
    taller = [*rows[:at], "." * len(rows[0]), *rows[at:]]
    at = rng.randint(0, len(rows[0]))
    return [row[:at] + "." + row[at:] for row in taller]


def turned_away(rows: list[str], _: Random) -> list[str]:
    return in_corner(rows, "/")


LAWS = (
    Law("left for right part 2 is the same", on_rows(left_for_right), same_part2),
    Law("upside down part 2 is the same", on_rows(upside_down), same_part2),
    Law("rows for columns have the same part 2", on_rows(rows_for_columns), same_part2),
    Law("with a splitter in the corner rows for columns change nothing", on_rows(splitter_in_corner), same),
    Law("dark cells can be anything in part 1", on_rows(dark_cells_changed), same_part1),
    Law("splitters met at the point change nothing in part 1", on_rows(passed_at_the_point), same_part1),
    Law("an empty row and an empty column take no light away", on_rows(empty_lines), no_less),
    Law("`/` in the corner lights one cell in part 1", on_rows(turned_away), lambda _, after: after[0] == "1"),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
