"""2022 day 23, https://adventofcode.com/2022/day/23

Text: a grid of `.` and `#` (an elf), 1 to 80 rows of 1 to 80 columns. The ground goes on beyond it without end.
In each round an elf that has another one on any of its eight neighbouring cells proposes a step: in the first of four directions in which the cell ahead and
the two beside that one are free; north, south, west and east in the first round. If there is no such direction, or no elf nearby, it stays. Then all elves
step at once that are the only ones to propose their cell. After each round, be there a step or not, the first direction becomes the last.
Part 1: the free cells in the smallest rectangle around all elves after ten rounds; 0 without elves.
Part 2: the number of the first round in which no elf moves.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same
from crosscheck.puzzles.limit import Limit

TITLE = "Unstable Diffusion"
UNIT = "rows and columns"
SIZE = 73
LARGEST = 80
Cell = tuple[int, int]
AHEAD = (
    ((-1, 0), (-1, -1), (-1, 1)),
    ((1, 0), (1, -1), (1, 1)),
    ((0, -1), (-1, -1), (1, -1)),
    ((0, 1), (-1, 1), (1, 1)),
)
"""The cell ahead and those beside it, north, south, west and east."""


def puzzles() -> SearchStrategy[str]:
    """Crowds and single elves, in grids of few cells, of one row or column, or longer than a machine word."""
    few = grids(".#", "#", ".##", ".....#", "..#", ".", side=9, long=LARGEST)
    return st.one_of(few, seeds().map(crowd), seeds().map(crowd)).map(joined)


def crowd(rng: Random) -> list[str]:
    height, width, part = rng.randint(2, 12), rng.randint(2, 12), rng.choice((0.1, 0.3, 0.5, 0.7, 0.9))
    return ["".join("#" if rng.random() < part else "." for _ in range(width)) for _ in range(height)]


def full(seed: int, size: int = SIZE) -> str:
    """Half of all cells are elves."""
    rng = Random(seed)
    side = min(size, LARGEST)
    return joined("".join(rng.choice(".#") for _ in range(side)) for _ in range(side))


def limits() -> Iterator[Limit]:
    yield Limit("the largest grid, without an elf", joined(["." * LARGEST] * LARGEST), "0, 1")
    apart = ["#." * (LARGEST // 2), "." * LARGEST] * (LARGEST // 2)
    inside = (LARGEST - 1) ** 2 - (LARGEST // 2) ** 2
    yield Limit("elves that never meet", joined(apart), f"{inside}, 1")
    yield Limit("a row too many", joined(["#"] * (LARGEST + 1)), f"refused at line {LARGEST + 1}")
    yield Limit("a column too many", joined(["#" * (LARGEST + 1)]), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The most elves, and those that go farthest: a full grid, stripes both ways, a board of squares, a dense and a thin crowd, a cross and a disc."""
    rng = Random(23)
    side = range(LARGEST)
    yield "all elves", joined(["#" * LARGEST] * LARGEST)
    yield "every other row", joined(["#" * LARGEST, "." * LARGEST] * (LARGEST // 2))
    yield "every other column", joined(["#." * (LARGEST // 2)] * LARGEST)
    yield "every other cell", joined(["#." * (LARGEST // 2), ".#" * (LARGEST // 2)] * (LARGEST // 2))
    for dense in (0.5, 0.8, 0.2):
        yield f"a part of {dense}", joined("".join("#" if rng.random() < dense else "." for _ in side) for _ in side)
    yield "a cross", joined("".join(".#"[x in (39, 40) or y in (39, 40)] for x in side) for y in side)
    yield "a disc", joined("".join(".#"[(x - 40) ** 2 + (y - 40) ** 2 < 1500] for x in side) for y in side)
    yield "a corner", joined("".join(".#"[x + y < 80] for x in side) for y in side)


def oracle(text: str) -> Answers | None:
    """A set of elves, round by round."""
    rows = text.split()
    elves = {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "#"}
    if len(elves) > 150:
        return None
    free, rounds = 0, 0
    while True:
        if rounds == 10:
            free = free_inside(elves)
        moved = after(elves, rounds)
        rounds += 1
        if moved == elves:
            return str(free if rounds > 10 else free_inside(elves)), str(rounds)
        elves = moved


def after(elves: set[Cell], rounds: int) -> set[Cell]:
    proposed: dict[Cell, Cell] = {}
    for y, x in elves:
        around = [(y + down, x + right) for sides in AHEAD for down, right in sides]
        if not elves.intersection(around):
            continue
        for way in range(4):
            sides = [(y + down, x + right) for down, right in AHEAD[(rounds + way) % 4]]
            if not elves.intersection(sides):
                proposed[y, x] = sides[0]
                break
    wanted = Counter(proposed.values())
    return {proposed[elf] if elf in proposed and wanted[proposed[elf]] == 1 else elf for elf in elves}


def free_inside(elves: set[Cell]) -> int:
    if not elves:
        return 0
    rows, columns = [y for y, _ in elves], [x for _, x in elves]
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) - len(elves)


def framed(rows: list[str], rng: Random) -> list[str] | None:
    """With free rows and columns around it."""
    up, down, left, right = (rng.choice((0, 1, 5)) for _ in range(4))
    width = left + len(rows[0]) + right
    framed = ["." * width] * up + ["." * left + row + "." * right for row in rows] + ["." * width] * down
    return framed if max(len(framed), width) <= LARGEST else None


def cropped(rows: list[str], _: Random) -> list[str] | None:
    """Without the free rows and columns around all elves."""
    columns = [x for x in range(len(rows[0])) if any(row[x] == "#" for row in rows)]
    lines = [y for y, row in enumerate(rows) if "#" in row]
    return [row[columns[0] : columns[-1] + 1] for row in rows[lines[0] : lines[-1] + 1]] if lines else None


def apart(rows: list[str], _: Random) -> list[str] | None:
    """A free cell between any two cells."""
    if 2 * max(len(rows), len(rows[0])) > LARGEST:
        return None
    return [line for row in rows for line in ("".join(cell + "." for cell in row), "." * (2 * len(rows[0])))]


def nobody_moves(_: Answers, after: Answers) -> bool:
    return after[1] == "1"


LAWS = (
    Law("free ground around it changes nothing", on_lines(framed), same),
    Law("without the free ground around the elves nothing changes", on_lines(cropped), same),
    Law("elves that are apart never move", on_lines(apart), nobody_moves),
)
