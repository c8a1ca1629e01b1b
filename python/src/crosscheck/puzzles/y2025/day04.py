"""2025 day 4, https://adventofcode.com/2025/day/4

Text: a grid of `.` and `@` (a roll of paper), both sides 1 to 300.
A roll can be taken if fewer than four of its eight neighbours are rolls; what is outside the grid is no roll.
Part 1: how many rolls can be taken at first.  Part 2: how many can be taken in all, where taking one may free its neighbours.
"""

from collections.abc import Iterator
from itertools import zip_longest
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    mirrored,
    on_lines,
    part2_at_least_part1,
    same,
    transposed,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Printing Department"
UNIT = "rows and columns"
SIZE = 137
MOST = 300
AROUND = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if (y, x) != (0, 0)]


def puzzles() -> st.SearchStrategy[str]:
    """Noise, dense and sparse, full grids, and strips that can be taken from their ends only."""
    noise = grids("@@.", "@@@@@.", "@", ".@", "@@@@@@@@@@@.", side=12, long=140)
    return st.one_of(noise, st.builds(strips, st.integers(2, 16), st.integers(1, 4), st.booleans())).map(joined)


def strips(length: int, count: int, closed: bool) -> list[str]:
    """One strip, two cells wide, that runs back and forth; if closed, its start is held by a block of which nothing can be taken."""
    rows = ["." * length]
    for turn in range(count):
        end = "." * (length - 2)
        rows += ["@" * length, "@" * length, end + "@@" if turn % 2 == 0 else "@@" + end]
    rows[-1] = "." * length
    block = (".@@.", "@@@@", "@@@@", ".@@.") if closed else ()
    return [left + row for left, row in zip_longest(block, rows, fillvalue="....")]


def full(seed: int, size: int = SIZE) -> str:
    """Rolls on two cells of three."""
    rng = Random(seed)
    return joined("".join(rng.choices("@.", weights=(65, 35), k=size)) for _ in range(size))


def limits() -> Iterator[Limit]:
    yield Limit("the largest grid", joined(["@" * MOST] * MOST), "4, 4")
    yield Limit("a row too many", joined(["@"] * (MOST + 1)), "refused at line 301")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: full, at the density where most goes in many rounds, and strips that go a cell or two a round."""
    rng = Random(4)
    yield "all rolls", joined(["@" * MOST] * MOST)
    yield "no rolls", joined(["." * MOST] * MOST)
    for percent in (60, 65, 70, 80):
        cells = rng.choices("@.", weights=(percent, 100 - percent), k=MOST * MOST)
        yield (
            f"{percent} rolls in a hundred cells",
            joined("".join(cells[at : at + MOST]) for at in range(0, MOST * MOST, MOST)),
        )
    yield "one strip that goes from both ends", joined(strips(MOST - 4, (MOST - 1) // 3, closed=False))
    yield "one strip that goes from one end", joined(strips(MOST - 4, (MOST - 1) // 3, closed=True))
    yield "one strip on its side", joined(transposed(strips(MOST - 4, (MOST - 1) // 3, closed=True), rng))


def oracle(text: str) -> Answers | None:
    """Round by round, all that can be taken at once."""
    rows = text.split()
    if len(text) > 200:
        return None
    rolls = {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "@"}
    rounds: list[int] = []
    while not rounds or rounds[-1]:
        free = free_of(rolls)
        rolls -= free
        rounds.append(len(free))
    return str(rounds[0]), str(sum(rounds))


def free_of(rolls: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The rolls that can be taken."""
    return {(y, x) for y, x in rolls if sum((y + dy, x + dx) in rolls for dy, dx in AROUND) < 4}


def framed(rows: list[str], _: Random) -> list[str] | None:
    """Empty cells all round."""
    empty = "." * (len(rows[0]) + 2)
    return [empty, *(f".{row}." for row in rows), empty] if max(len(rows), len(empty) - 2) <= MOST - 2 else None


def one_taken(rows: list[str], rng: Random) -> list[str] | None:
    """Without one of the rolls that can be taken at first."""
    free = free_of({(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "@"})
    if not free:
        return None
    y, x = rng.choice(sorted(free))
    return [*rows[:y], rows[y][:x] + "." + rows[y][x + 1 :], *rows[y + 1 :]]


def one_less_in_all(before: Answers, after: Answers) -> bool:
    return whole(after)[1] == whole(before)[1] - 1


def beside_itself(rows: list[str], _: Random) -> list[str] | None:
    """Twice, with an empty column between."""
    return [f"{row}.{row}" for row in rows] if 2 * len(rows[0]) < MOST else None


LAWS = (
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("empty cells all round change nothing", on_lines(framed), same),
    Law("whichever roll is taken first, part 2 is one less", on_lines(one_taken), one_less_in_all),
    Law("two copies side by side double both answers", on_lines(beside_itself), doubled),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
