"""2025 day 7, https://adventofcode.com/2025/day/7

Text: a grid of `.`, `^` (a splitter) and one `S`, 1 to 254 rows of 1 to 500 columns. `S` stands in the first row. Splitters stand only in rows 3, 5, 7
..., never in the first or the last column, and never two side by side.
A particle goes down from `S`. At a splitter it goes on downwards from the cell to the left or from the cell to the right of the splitter.
Part 1: how many splitters a particle can come to.  Part 2: how many paths there are from `S` to below the last row.
"""

from collections.abc import Collection, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, mirrored, on_lines, same, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Laboratories"
UNIT = "columns"
SIZE = 141
MOST_ROWS, MOST_COLUMNS = 254, 500


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Splitters where particles come, beside that, in every cell that may have one, or anywhere; now and then wider than 64 or 128 columns."""
    width = draw(st.sampled_from((9, 7, 12, 15, 5, 9, 12, 3, 2, 1, 66, 131)))
    start = draw(st.sampled_from((width // 2,) * 9 + (width // 3, 0, width - 1)))
    rows = ["." * start + "S" + "." * (width - start - 1)]
    met = {start}
    for _ in range(draw(st.sampled_from((4, 5, 6, 7, 8, 3, 2, 1, 0)))):
        near = sorted({x + by for x in met for by in (-1, 0, 1)})
        kind = draw(st.sampled_from(("met", "met", "some met", "some met", "near", "all")))
        if kind == "met":
            columns = sorted(met)
        elif kind == "all":
            columns = list(range(draw(st.integers(1, 2)), width))
        else:
            columns = draw(
                st.lists(st.sampled_from(sorted(met) if kind == "some met" else near), min_size=1, max_size=6)
            )
        rows += ["." * width, splitters(width, columns)]
        met = passed(met, rows[-1])
    rows += ["." * width] * draw(st.integers(0, 2))
    return joined(rows)


def splitters(width: int, columns: Collection[int]) -> str:
    """A row with splitters in these columns, but for those that may have none."""
    row = "."
    for x in range(1, width):
        row += "^" if x in columns and x < width - 1 and row[-1] == "." else "."
    return row


def passed(columns: set[int], row: str) -> set[int]:
    """Where particles that come down in these columns are below the row."""
    return {x + by for x in columns for by in ((-1, 1) if row[x] == "^" else (0,))}


def full(seed: int, size: int = SIZE) -> str:
    """`S` over a triangle of splitters; a seventh of those that would be met are missing, and few of the others are there. As many rows as columns, where
    there can be."""
    rng = Random(seed)
    middle = max(1, size // 2)
    width, height = 2 * middle + 1, min(2 * middle + 2, MOST_ROWS)
    rows = ["." * middle + "S" + "." * middle]
    met = {middle}
    for step in range(1, height // 2):
        triangle = range(middle - step + 1, middle + step, 2)
        columns = {x for x in triangle if rng.random() < (0.85 if x in met else 0.06) or step == 1}
        rows += ["." * width, splitters(width, columns)]
        met = passed(met, rows[-1])
    return joined([*rows, "." * width])


def limits() -> Iterator[Limit]:
    yield Limit("most paths", most_splitters(MOST_COLUMNS // 2), f"{126 * 127 // 2}, {2**126}")
    yield Limit("a row too many", joined(["S", *"." * MOST_ROWS]), "refused at line 255")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: most paths, most splitters, and particles that come to few of them."""
    empty, alone = "." * MOST_COLUMNS, splitters(MOST_COLUMNS, [250])
    start = "." * 250 + "S" + "." * 249
    yield "most splitters, and most paths", most_splitters(250)
    yield "most splitters, and none on the path", most_splitters(0)
    yield "splitters below each other", joined([start, *[empty, alone] * 126, empty])
    yield "no splitter", joined([start, *[empty] * (MOST_ROWS - 1)])
    yield "one column", joined("S" + "." * (MOST_ROWS - 1))


def most_splitters(start: int) -> str:
    """In turn below even and odd columns, so that all below `start` are met where there is room."""
    empty = "." * MOST_COLUMNS
    odd, even = (splitters(MOST_COLUMNS, range(first, MOST_COLUMNS, 2)) for first in (1, 2))
    rows = [empty, even, empty, odd] * 64
    return joined(["." * start + "S" + "." * (MOST_COLUMNS - start - 1), *rows[: MOST_ROWS - 1]])


def oracle(text: str) -> Answers | None:
    """Every path by itself."""
    rows = text.split()
    if len(rows) > 22:
        return None
    met: set[tuple[int, int]] = set()

    def paths(y: int, x: int) -> int:
        while y < len(rows) and rows[y][x] != "^":
            y += 1
        if y == len(rows):
            return 1
        met.add((y, x))
        return paths(y, x - 1) + paths(y, x + 1)

    count = paths(0, rows[0].index("S"))
    return str(len(met)), str(count)


def empty_rows(rows: list[str], rng: Random) -> list[str] | None:
    """Two rows more, without splitters."""
    at = rng.randint(1, len(rows))
    return [*rows[:at], *["." * len(rows[0])] * 2, *rows[at:]] if len(rows) <= MOST_ROWS - 2 else None


def wider(rows: list[str], rng: Random) -> list[str]:
    """Empty columns at both sides."""
    left, right = rng.randint(0, 3), rng.randint(0, 70)
    return ["." * left + row + "." * right for row in rows]


def without_last(rows: list[str], _: Random) -> list[str] | None:
    """Without the splitters of the last row that has any."""
    last = max((y for y, row in enumerate(rows) if "^" in row), default=None)
    return None if last is None else [row.replace("^", ".") if y == last else row for y, row in enumerate(rows)]


def fewer(before: Answers, after: Answers) -> bool:
    """Each of the last splitters that is met, is so on one path at least, and makes of each path two."""
    (met, paths), (met_after, paths_after) = whole(before), whole(after)
    return 0 <= met - met_after <= paths - paths_after <= paths_after and (met == met_after) == (paths == paths_after)


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("two rows without splitters change nothing", on_lines(empty_rows), same),
    Law("empty columns at the sides change nothing", on_lines(wider), same),
    Law("the last splitters add the paths that come to them", on_lines(without_last), fewer),
    Law("there are more paths than splitters met", unchanged, lambda before, _: whole(before)[0] < whole(before)[1]),
)
