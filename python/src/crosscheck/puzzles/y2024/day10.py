"""2024 day 10, https://adventofcode.com/2024/day/10

Text: a grid of digits, the heights, 1 to 64 rows of 1 to 64 columns.
A trail begins on a cell of height 0 and ends on one of height 9; each of its steps leads up, down, left or right, and exactly 1 higher.
Part 1: over all cells of height 0, the sum of how many different cells of height 9 their trails end on.  Part 2: how many trails there are.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    mirrored,
    no_less,
    on_lines,
    part2_at_least_part1,
    same,
    transposed,
    unchanged,
    upside_down,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Hoof It"
UNIT = "rows and columns"
SIZE = 54
MOST = 64
STEPS = ((-1, 0), (0, 1), (1, 0), (0, -1))
Cell = tuple[int, int]
SLOPES: tuple[Callable[[int, int], int], ...] = (
    lambda y, x: y + x,
    lambda y, x: y - x,
    lambda y, x: max(y, x),
    lambda y, x: x,
    lambda y, x: abs(y - 5) + abs(x - 5),
    lambda y, x: y + x % 2,
    lambda y, x: x if y % 2 else -x,
)


def puzzles() -> st.SearchStrategy[str]:
    """Slopes up and down with a few cells changed; trails wherever they fit; noise."""
    short, long = st.sampled_from((3, 2, 5, 1)), st.sampled_from((10, 12, 11, 13, 19))
    sides = ((long, long), (short, long), (long, short))
    made = [st.builds(make, seeds(), height, width) for make in (sloping, planted) for height, width in sides]
    return st.one_of(*made, grids("0123456789", "89", "01", side=6, long=MOST)).map(joined)


def sloping(rng: Random, height: int, width: int) -> list[str]:
    """Heights that go up to 9 and down to 0 again."""
    slope, start, changed = rng.choice(SLOPES), rng.randrange(20), rng.choice((0, 0, 0.05, 0.2))
    profile = "0123456789" + rng.choice(("", "9876543210", "87654321"))
    return [
        "".join(
            rng.choice("0123456789") if rng.random() < changed else profile[(slope(y, x) + start) % len(profile)]
            for x in range(width)
        )
        for y in range(height)
    ]


def planted(rng: Random, height: int, width: int) -> list[str]:
    """Trails of any shape, wherever they fit to what is there already; then any heights."""
    heights: dict[Cell, int] = {}
    cells = {(y, x) for y in range(height) for x in range(width)}
    for start in rng.choices(sorted(cells), k=len(cells)):
        trail = [start] if heights.get(start, 0) == 0 else []
        while trail and len(trail) < 10:
            ahead = [
                cell
                for cell in around(trail[-1])
                if cell in cells and heights.get(cell, len(trail)) == len(trail) and cell not in trail
            ]
            trail = [*trail, rng.choice(ahead)] if ahead else []
        heights |= {cell: climbed for climbed, cell in enumerate(trail)}
    return ["".join(str(heights.get((y, x), rng.randrange(10))) for x in range(width)) for y in range(height)]


def full(seed: int, size: int = SIZE) -> str:
    """A square with as many trails as find room."""
    side = min(size, MOST)
    return joined(planted(Random(seed), side, side))


def limits() -> Iterator[Limit]:
    row = "0123456789" * 6 + "5555"
    yield Limit("the largest grid", joined([row] * MOST), f"{6 * MOST}, {6 * MOST}")
    yield Limit("a row too many", "0\n" * (MOST + 1), f"refused at line {MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: most trails, most starts, most peaks that one start reaches, and heights that lead nowhere."""
    rng = Random(10)

    def grid(height: Callable[[int, int], int]) -> str:
        return joined("".join(str(height(y, x)) for x in range(MOST)) for y in range(MOST))

    def wave(at: int) -> int:
        return min(at % 18, 18 - at % 18)

    yield "a slope along the diagonals", grid(lambda y, x: wave(y + x))
    yield "pyramids", grid(lambda y, x: wave(abs(y % 36 - 18) + abs(x % 36 - 18)))
    yield "pits", grid(lambda y, x: 9 - wave(abs(y % 36 - 18) + abs(x % 36 - 18)))
    yield "small pits", grid(lambda y, x: min(9, abs(y % 18 - 9) + abs(x % 18 - 9)))
    yield "heights in rows", grid(lambda y, x: wave(y))
    yield "a slope of heights in turn", grid(lambda y, x: (y + x) % 10)
    yield "trails everywhere", joined(planted(rng, MOST, MOST))
    yield "all starts", grid(lambda y, x: 0)
    yield "starts and first steps", grid(lambda y, x: (y + x) % 2)
    yield "peaks and last steps", grid(lambda y, x: 8 + (y + x) % 2)


def oracle(text: str) -> Answers | None:
    """All trails, cell by cell, each by itself."""
    heights = {(y, x): int(height) for y, row in enumerate(text.split()) for x, height in enumerate(row)}
    trails: list[tuple[Cell, ...]] = [(cell,) for cell, height in heights.items() if height == 0]
    for height in range(1, 10):
        trails = [(*trail, cell) for trail in trails for cell in around(trail[-1]) if heights.get(cell) == height]
        if len(trails) > 50_000:
            return None
    return str(len({(trail[0], trail[-1]) for trail in trails})), str(len(trails))


def around(cell: Cell) -> list[Cell]:
    return [(cell[0] + down, cell[1] + right) for down, right in STEPS]


def turned_over(rows: list[str], _: Random) -> list[str]:
    """What was high is low."""
    return [row.translate(str.maketrans("0123456789", "9876543210")) for row in rows]


def beside_its_mirror(rows: list[str], _: Random) -> list[str] | None:
    """No step leads from one half into the other: their heights at the seam are equal."""
    return [row + row[::-1] for row in rows] if 2 * len(rows[0]) <= MOST else None


def above_its_mirror(rows: list[str], _: Random) -> list[str] | None:
    return rows + rows[::-1] if 2 * len(rows) <= MOST else None


def without_a_height(rows: list[str], rng: Random) -> list[str]:
    """Every trail goes through every height."""
    height = rng.randrange(10)
    return [row.replace(str(height), str((height + 5) % 10)) for row in rows]


def nothing(_: Answers, after: Answers) -> bool:
    return after == ("0", "0")


def wider(rows: list[str], rng: Random) -> list[str] | None:
    """A column more."""
    return [row + rng.choice("0123456789") for row in rows] if len(rows[0]) < MOST else None


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("upside down changes nothing", on_lines(upside_down), same),
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("high for low changes nothing", on_lines(turned_over), same),
    Law("a mirror image beside it doubles both answers", on_lines(beside_its_mirror), doubled),
    Law("a mirror image below it doubles both answers", on_lines(above_its_mirror), doubled),
    Law("without one of the heights there is no trail", on_lines(without_a_height), nothing),
    Law("a column more takes nothing away", on_lines(wider), no_less),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
