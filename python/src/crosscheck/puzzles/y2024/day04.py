"""2024 day 4, https://adventofcode.com/2024/day/4

Text: a grid of the letters X, M, A and S, 1 to 200 rows of 1 to 200 columns.
Part 1: how often XMAS is written in the grid: straight on, in any of the eight directions; words may share letters.
Part 2: how many cells A are the middle of a cross: each of the two diagonals through the cell reads MAS, in one direction or the other.
"""

from collections.abc import Iterator
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
    same,
    same_part1,
    transposed,
    upside_down,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Ceres Search"
UNIT = "rows and columns"
SIZE = 140
MOST = 200
LETTERS = "XMAS"
DIRECTIONS = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if (y, x) != (0, 0)]
CROSSES = ("M.S.A.M.S", "M.M.A.S.S", "S.M.A.S.M", "S.S.A.M.M")
Cells = dict[tuple[int, int], str]


def puzzles() -> st.SearchStrategy[str]:
    """Noise; grids dense with words and crosses; rows and columns that repeat the word; strips past 64 and 128 cells."""
    noise = grids("XMAS", "MAS", "MMASS", "XMASAM", "AAM", side=9, long=140)
    side = st.sampled_from((6, 7, 8, 9, 10, 4, 3, 12))
    dense = st.builds(planted, seeds(), side, side)
    striped = st.builds(
        stripes,
        st.sampled_from(("XMAS", "XMASAM", "SAMX", "MAS", "XXMAS")),
        side,
        side,
        st.integers(-2, 3),
        st.integers(0, 5),
    )
    return st.one_of(dense, striped, noise).map(joined)


def stripes(word: str, height: int, width: int, slope: int, start: int) -> list[str]:
    """The word again and again in each row, moved by so much from row to row."""
    return ["".join(word[(start + x + slope * y) % len(word)] for x in range(width)) for y in range(height)]


def planted(rng: Random, height: int, width: int) -> list[str]:
    """Words and crosses wherever they fit to what is there already; then any letters."""
    cells: Cells = {}
    for _ in range(height * width):
        y, x = rng.randrange(height), rng.randrange(width)
        down, right = rng.choice(DIRECTIONS)
        word = {(y + n * down, x + n * right): letter for n, letter in enumerate(LETTERS)}
        cross = {(y + at // 3, x + at % 3): letter for at, letter in enumerate(rng.choice(CROSSES)) if letter != "."}
        letters = rng.choice((word, cross, cross))
        if all(0 <= y < height and 0 <= x < width and cells.get((y, x), new) == new for (y, x), new in letters.items()):
            cells |= letters
    return ["".join(cells.get((y, x)) or rng.choice(LETTERS) for x in range(width)) for y in range(height)]


def full(seed: int, size: int = SIZE) -> str:
    """A square, dense with words and crosses."""
    side = min(size, MOST)
    return joined(planted(Random(seed), side, side))


def limits() -> Iterator[Limit]:
    rows = [LETTERS * (MOST // 4)] * MOST
    words = MOST * (
        MOST // 4
    )  # to the right; at each of these, one goes down and one goes up where there is room for three rows more
    yield Limit("the largest grid", joined(rows), f"{words + 2 * (MOST - 3) * (MOST // 4)}, {(MOST - 2) * (MOST // 4)}")
    yield Limit("a row too many", "X\n" * (MOST + 1), f"refused at line {MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: dense with words, of the word in every row, of beginnings of words, and of one letter."""
    yield "words and crosses everywhere", joined(planted(Random(4), MOST, MOST))
    yield "the word in every row", joined([LETTERS * (MOST // 4)] * MOST)
    yield "words in stripes", joined(stripes("XMASAM", MOST, MOST, 1, 0))
    yield "beginnings of words", joined(stripes("XMA", MOST, MOST, 1, 0))
    yield "most crosses", joined(["MMSS" * (MOST // 4), "A" * MOST] * (MOST // 2))
    yield "all A", joined(["A" * MOST] * MOST)
    yield "all X", joined(["X" * MOST] * MOST)
    yield "one column", "X\nM\nA\nS\n" * (MOST // 4)


def oracle(text: str) -> Answers | None:
    """From every cell in every direction; and every square of three by three beside the four crosses."""
    rows = text.split()
    grid = {(y, x): letter for y, row in enumerate(rows) for x, letter in enumerate(row)}
    words = crosses = 0
    for y, x in grid:
        for down, right in DIRECTIONS:
            words += all(grid.get((y + n * down, x + n * right)) == letter for n, letter in enumerate(LETTERS))
        square = "".join(grid.get((y + at // 3, x + at % 3), " ") if at % 2 == 0 else "." for at in range(9))
        crosses += square in CROSSES
    return str(words), str(crosses)


def framed(rows: list[str], _: Random) -> list[str] | None:
    """With A all round: a word does not end in A, and a cross has none in its corners."""
    if max(len(rows), len(rows[0])) > MOST - 2:
        return None
    rim = "A" * (len(rows[0]) + 2)
    return [rim, *(f"A{row}A" for row in rows), rim]


def beside_itself(rows: list[str], _: Random) -> list[str] | None:
    """Twice, with two columns of A between."""
    return [f"{row}AA{row}" for row in rows] if 2 * len(rows[0]) + 2 <= MOST else None


def below_itself(rows: list[str], _: Random) -> list[str] | None:
    """Twice, with two rows of A between."""
    return [*rows, *["A" * len(rows[0])] * 2, *rows] if 2 * len(rows) + 2 <= MOST else None


def renamed(rows: list[str], _: Random) -> list[str]:
    """X for S and M for A, and back."""
    return [row.translate(str.maketrans("XMAS", "SAMX")) for row in rows]


def longer(rows: list[str], rng: Random) -> list[str] | None:
    """A row more."""
    return [*rows, "".join(rng.choices(LETTERS, k=len(rows[0])))] if len(rows) < MOST else None


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("upside down changes nothing", on_lines(upside_down), same),
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("X for S and M for A turn every word round", on_lines(renamed), same_part1),
    Law("a frame of A changes nothing", on_lines(framed), same),
    Law("two copies side by side double both answers", on_lines(beside_itself), doubled),
    Law("two copies below each other double both answers", on_lines(below_itself), doubled),
    Law("a row more takes nothing away", on_lines(longer), no_less),
)
