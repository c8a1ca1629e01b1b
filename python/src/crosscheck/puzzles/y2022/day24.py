"""2022 day 24, https://adventofcode.com/2022/day/24

Text: a valley of 4 to 50 rows and 4 to 150 columns: a wall of `#` around it, with one opening in the first row, at the first inner column, and one in the
last row, at the last inner column; inside `.` and the blizzards `^v<>`, no `^` and no `v` in the first and the last inner column.
Every minute each blizzard moves one cell in its direction, and from the wall to the opposite inner cell; several may be on one cell. In the same minute one
moves to a neighbouring cell or waits, and must be on no cell with a blizzard, nor on the wall. Waiting is allowed everywhere, also in the openings.
Part 1: the fewest minutes from the opening above to the one below. A crossing begins when the one before it has ended, or at once.
Part 2: the fewest minutes for there, back, and there again.
A crossing that takes more than 3,000 minutes counts as none: then the part has `no solution`.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, unchanged
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Blizzard Basin"
UNIT = "inner columns"
SIZE = 120
FEWEST_ROWS, MOST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS, LONGEST = 4, 50, 4, 150, 3_000
MOVES = {"^": (-1, 0), "v": (1, 0), "<": (0, -1), ">": (0, 1)}
Cell = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Small valleys with no blizzard, some, or hardly a cell without one; all in one direction, or in opposite ones; now and then a row that is never free."""
    rng = draw(seeds())
    height, width = draw(st.sampled_from((2, 3, 4, 5, 6))), draw(st.sampled_from((6, 5, 4, 8, 10, 3, 2)))
    long = draw(st.integers(0, 14))
    height, width = (2, 66) if long == 14 else (40, 3) if long == 13 else (height, width)
    kinds = draw(st.sampled_from(("^v<>", "^v<>", "<>", ">", "<", "v", "^", "^v", "v>", "^<")))
    dense = draw(st.sampled_from((0.3, 0.2, 0.1, 0.25, 0.4, 0, 0.55)))
    inner = ["".join(cell(rng, kinds, dense, x in (0, width - 1)) for x in range(width)) for _ in range(height)]
    if rng.random() < 0.05:
        inner[rng.randrange(height)] = rng.choice("<>") * width
    return joined(walled(inner))


def cell(rng: Random, kinds: str, dense: float, outer: bool) -> str:
    """A cell of a valley; in the outer columns nothing blows up or down."""
    kind = rng.choice(kinds)
    return "." if rng.random() >= dense or (outer and kind in "^v") else kind


def walled(inner: list[str]) -> list[str]:
    width = len(inner[0])
    return [f"#.{'#' * width}", *(f"#{row}#" for row in inner), f"{'#' * width}.#"]


def full(seed: int, size: int = SIZE) -> str:
    """Four cells of five have a blizzard; the valley is about five times as wide as it is high."""
    rng = Random(seed)
    width = max(10, min(size, MOST_COLUMNS - 2))
    height = min(MOST_ROWS - 2, max(5, width * 25 // 120))
    inner = ["".join(cell(rng, "^v<>", 0.82, x in (0, width - 1)) for x in range(width)) for _ in range(height)]
    return joined(walled(inner))


def limits() -> Iterator[Limit]:
    height, width = MOST_ROWS - 2, MOST_COLUMNS - 2
    calm = walled(["." * width] * height)
    way = height + width
    yield Limit("the largest valley, without a blizzard", joined(calm), f"{way}, {3 * way}")
    blocked = walled([*["." * width] * (height - 1), ">" * width])
    yield Limit("the largest valley, with a row that is never free", joined(blocked), f"{NO_SOLUTION}, {NO_SOLUTION}")
    yield Limit("a row too many", joined(walled(["." * width] * (height + 1))), f"refused at line {MOST_ROWS}")
    yield Limit("a column too many", joined(walled(["." * (width + 1)] * height)), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The largest valleys: calm, stormy, with one row or column that is hardly ever free, with one that never is, and with long waits."""
    rng = Random(24)
    height, width = MOST_ROWS - 2, MOST_COLUMNS - 2
    for dense in (0.3, 0.8, 0.9, 0.97):
        inner = ["".join(cell(rng, "^v<>", dense, x in (0, width - 1)) for x in range(width)) for _ in range(height)]
        yield f"a part of {dense}", joined(walled(inner))
    rows = ["." * width] * height
    gap = [*rows[: height // 2], "." + ">" * (width - 1), *rows[height // 2 + 1 :]]
    yield "a row with one gap", joined(walled(gap))
    every = [">" * (width - 1) + "." if y % 2 else "." + "<" * (width - 1) for y in range(height)]
    yield "all rows with one gap", joined(walled(every))
    yield "the last row is never free", joined(walled([*rows[:-1], "<" * width]))
    yield "the first row is never free", joined(walled(["<" * width, *rows[1:]]))
    columns = ["." + "v" * (width - 2) + "." if y else "." * width for y in range(height)]
    yield "columns with one gap", joined(walled(columns))
    yield "a narrow valley", joined(walled([cell(rng, "<>", 0.5, True) + "." for _ in range(height)]))
    yield "a low valley", joined(walled(["." + "".join(cell(rng, "<>", 0.4, False) for _ in range(width - 1))] * 2))


def oracle(text: str) -> Answers | None:
    """All cells where one can be, minute by minute, and all blizzards with them; None for a large valley."""
    rows = text.split()
    height, width = len(rows) - 2, len(rows[0]) - 2
    if height * width > 140:
        return None
    blizzards = [
        (y - 1, x - 1, MOVES[tile]) for y, row in enumerate(rows) for x, tile in enumerate(row) if tile in MOVES
    ]
    stormy = [
        {((y + minute * down) % height, (x + minute * right) % width) for y, x, (down, right) in blizzards}
        for minute in range(height * width)  # then all are where they were at first
    ]
    above, below = (-1, 0), (height, width - 1)
    first = crossed(stormy, height, width, 0, above, below)
    back = None if first is None else crossed(stormy, height, width, first, below, above)
    again = None if back is None else crossed(stormy, height, width, back, above, below)
    return (
        NO_SOLUTION if first is None else str(first),
        NO_SOLUTION if again is None else str(again),
    )


def crossed(stormy: list[set[Cell]], height: int, width: int, start: int, here: Cell, there: Cell) -> int | None:
    """When one can be there if one is here at the start; None after too many minutes."""
    places = {here}
    for minute in range(start + 1, start + LONGEST + 1):
        around = {
            (y + down, x + right) for y, x in places for down, right in ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
        }
        places = {
            (y, x)
            for y, x in around - stormy[minute % len(stormy)]
            if (0 <= y < height and 0 <= x < width) or (y, x) in (here, there)
        }
        if there in places:
            return minute
    return None


def on_valley(change: Callable[[list[str], Random], list[str] | None]) -> Transform:
    """A change of what is inside the walls."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change([row[1:-1] for row in text.split()[1:-1]], rng)
        return None if changed is None else joined(walled(changed))

    return transform


def calm(inner: list[str], _: Random) -> list[str]:
    return ["." * len(row) for row in inner]


def blizzard_less(inner: list[str], rng: Random) -> list[str] | None:
    places = [(y, x) for y, row in enumerate(inner) for x, tile in enumerate(row) if tile != "."]
    if not places:
        return None
    y, x = rng.choice(places)
    return [*inner[:y], f"{inner[y][:x]}.{inner[y][x + 1 :]}", *inner[y + 1 :]]


def row_never_free(inner: list[str], rng: Random) -> list[str]:
    at = rng.randrange(len(inner))
    return [*inner[:at], rng.choice("<>") * len(inner[0]), *inner[at + 1 :]]


def minutes(answer: str | None) -> int:
    return LONGEST * 3 + 1 if answer == NO_SOLUTION else int(answer or "")


def three_times(_: Answers, after: Answers) -> bool:
    return minutes(after[1]) == 3 * minutes(after[0])


def longer(_: Answers, after: Answers) -> bool:
    return after[1] == NO_SOLUTION or minutes(after[1]) > minutes(after[0])


def no_later(before: Answers, after: Answers) -> bool:
    return all(minutes(two) <= minutes(one) for one, two in zip(before, after, strict=True))


def none(_: Answers, after: Answers) -> bool:
    return after == (NO_SOLUTION, NO_SOLUTION)


LAWS = (
    Law("three crossings take longer than one", unchanged, longer),
    Law("without a blizzard each crossing takes as long", on_valley(calm), three_times),
    Law("a blizzard less never takes longer", on_valley(blizzard_less), no_later),
    Law("there is no way through a row that is never free", on_valley(row_never_free), none),
)
