"""2024 day 8, https://adventofcode.com/2024/day/8

Text: a grid of `.` and antennas 0-9, A-Z and a-z, 1 to 100 rows of 1 to 100 columns. The character is the antenna's kind, of which there are at most 20.
Part 1: how many cells are in line with two antennas of a kind, and twice as far from one as from the other. Such cells are beyond the two and, where they
are cells, at the thirds between them.
Part 2: how many cells are in line with two antennas of a kind, those of the antennas included.
A cell counts once, whatever stands on it.
"""

from collections.abc import Iterable, Iterator
from math import gcd
from random import Random
from string import ascii_letters, digits

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    joined,
    mirrored,
    no_less,
    on_lines,
    part2_at_least_part1,
    same,
    transposed,
    unchanged,
    upside_down,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Resonant Collinearity"
UNIT = "rows and columns"
SIZE = 50
MOST, MOST_OF_A_KIND = 100, 20
KINDS = digits + ascii_letters
Cell = tuple[int, int]


def puzzles() -> st.SearchStrategy[str]:
    """Antennas at multiples of a step, so that many are in line and their distances have divisors; antennas anywhere; few and many."""
    noise = grids("..a", "....aB", "......0z", "a.", ".", side=7, long=99)
    short, long = st.integers(1, 7), st.sampled_from((8, 10, 11, 12, 13))
    steps = [
        st.builds(in_steps, seeds(), height, width) for height, width in ((long, long), (short, long), (long, short))
    ]
    return st.one_of(*steps, noise.map(few_enough)).map(joined)


def in_steps(rng: Random, height: int, width: int) -> list[str]:
    """Of one to three kinds, some antennas at 0 to 6 steps from a first one, and some anywhere."""
    cells: dict[Cell, str] = {}
    for kind in rng.sample(rng.choice(("aAb", "0O1", KINDS)), rng.randint(1, 3)):
        y, x = rng.randrange(height), rng.randrange(width)
        down, right = rng.choice(((0, 1), (1, 0), (1, 1), (1, -1), (1, 2), (2, 1), (2, -1), (0, 2), (2, 0), (2, 2)))
        for n in rng.sample((0, 1, 2, 3, 4, 6), rng.randint(1, 3)):
            cells[y + n * down, x + n * right] = kind
        if rng.random() < 0.3:
            cells[rng.randrange(height), rng.randrange(width)] = kind
    return drawn(cells, height, width)


def drawn(cells: dict[Cell, str], height: int, width: int) -> list[str]:
    return ["".join(cells.get((y, x), ".") for x in range(width)) for y in range(height)]


def few_enough(rows: list[str]) -> list[str]:
    """The antennas of a kind past the twentieth are left out."""
    left = dict.fromkeys(KINDS, MOST_OF_A_KIND)
    kept = []
    for row in rows:
        line = ""
        for cell in row:
            left[cell] = left.get(cell, MOST) - 1
            line += cell if left[cell] >= 0 or cell == "." else "."
        kept.append(line)
    return kept


def full(seed: int, size: int = SIZE) -> str:
    """Three or four antennas of each of some fifty kinds; their offsets have no common divisor."""
    rng = Random(seed)
    side = min(size, MOST)
    cells: dict[Cell, str] = {}
    for kind in rng.sample(KINDS, min(rng.randint(40, 60), side * side // 40)):
        mine: list[Cell] = []
        for _ in range(99):
            cell = y, x = rng.randrange(side), rng.randrange(side)
            if len(mine) < 4 and cell not in cells and all(gcd(y - down, x - right) == 1 for down, right in mine):
                mine.append(cell)
                cells[cell] = kind
    return joined(drawn(cells, side, side))


def limits() -> Iterator[Limit]:
    row, empty = "a" * MOST_OF_A_KIND + "." * (MOST - MOST_OF_A_KIND), "." * MOST
    yield Limit("the largest grid", joined([row, *[empty] * (MOST - 1)]), "39, 100")
    yield Limit("a row too many", ".\n" * (MOST + 1), f"refused at line {MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most antennas of most kinds on the largest grid: anywhere, close together, in rows, on diagonals, and far apart."""
    rng = Random(8)
    everywhere = [(y, x) for y in range(MOST) for x in range(MOST)]
    kinds = KINDS * MOST_OF_A_KIND

    def grid(cells: Iterable[Cell], kinds: Iterable[str] = kinds) -> str:
        return joined(drawn(dict(zip(cells, kinds, strict=False)), MOST, MOST))

    yield "antennas anywhere", grid(rng.sample(everywhere, len(kinds)))
    yield "all in one corner", grid(everywhere)
    yield "rows of one kind", grid(everywhere, sorted(kinds))
    yield (
        "all around the middle",
        grid(sorted(everywhere, key=lambda cell: (2 * cell[0] - 99) ** 2 + (2 * cell[1] - 99) ** 2)),
    )
    yield "at the rim", grid(cell for cell in everywhere if {0, 99, 1, 98, 2, 97} & {*cell})
    yield "steps of three", grid((y, x) for y in range(0, MOST, 3) for x in range(0, MOST, 3))
    yield "on diagonals", grid(sorted(everywhere, key=lambda cell: ((cell[0] - cell[1]) % MOST, cell)), sorted(kinds))
    yield "one kind", grid(rng.sample(everywhere, MOST_OF_A_KIND), "x" * MOST_OF_A_KIND)
    yield "no antenna", grid(())


def oracle(text: str) -> Answers | None:
    """What can be seen from each cell: an antenna with another of its kind half as far, on the same side or opposite; two of a kind in one line."""
    rows = text.split()
    antennas = {(y, x): kind for y, row in enumerate(rows) for x, kind in enumerate(row) if kind != "."}
    if len(antennas) > 200:
        return None
    twice = in_line = 0
    for here in ((y, x) for y in range(len(rows)) for x in range(len(rows[0]))):
        seen = [(y - here[0], x - here[1], kind) for (y, x), kind in antennas.items()]
        twice += any(
            antennas.get((here[0] + side * y // 2, here[1] + side * x // 2)) == kind
            for y, x, kind in seen
            if y % 2 == 0 == x % 2 and (y, x) != (0, 0)
            for side in (1, -1)
        )
        lines = [(direction(y, x), kind) for y, x, kind in seen if (y, x) != (0, 0)]
        in_line += len(set(lines)) < len(lines) or antennas.get(here) in {kind for _, kind in lines}
    return str(twice), str(in_line)


def direction(y: int, x: int) -> Cell:
    """The same for all that are in one line with the origin."""
    common = gcd(y, x) * (-1 if (y, x) < (0, 0) else 1)
    return y // common, x // common


def renamed(rows: list[str], rng: Random) -> list[str]:
    """Every kind has another character."""
    change = str.maketrans(KINDS, "".join(rng.sample(KINDS, len(KINDS))))
    return [row.translate(change) for row in rows]


def without_lone(rows: list[str], _: Random) -> list[str]:
    """Without the antennas that have no partner."""
    text = "".join(rows)
    return ["".join(cell if text.count(cell) > 1 else "." for cell in row) for row in rows]


def one_more(rows: list[str], rng: Random) -> list[str] | None:
    """An antenna more, of a kind that is there."""
    text = "".join(rows)
    kinds = sorted(kind for kind in {*text} - {"."} if text.count(kind) < MOST_OF_A_KIND)
    if not kinds or "." not in text:
        return None
    at = rng.choice([at for at, cell in enumerate(text) if cell == "."])
    y, x = divmod(at, len(rows[0]))
    return [*rows[:y], rows[y][:x] + rng.choice(kinds) + rows[y][x + 1 :], *rows[y + 1 :]]


def framed(rows: list[str], _: Random) -> list[str] | None:
    """With empty cells all round."""
    if max(len(rows), len(rows[0])) > MOST - 2:
        return None
    rim = "." * (len(rows[0]) + 2)
    return [rim, *(f".{row}." for row in rows), rim]


def spread(rows: list[str], _: Random) -> list[str] | None:
    """Twice as far from each other, with empty cells between."""
    if 2 * max(len(rows), len(rows[0])) - 1 > MOST:
        return None
    wide = [".".join(row) for row in rows]
    return [row for each in wide for row in (each, "." * len(each))][:-1]


def same_and_no_less(before: Answers, after: Answers) -> bool:
    return before[0] == after[0] and whole(before)[1] <= whole(after)[1]


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("upside down changes nothing", on_lines(upside_down), same),
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("other names for the kinds change nothing", on_lines(renamed), same),
    Law("antennas without a partner do nothing", on_lines(without_lone), same),
    Law("an antenna more takes nothing away", on_lines(one_more), no_less),
    Law("a frame of empty cells takes nothing away", on_lines(framed), no_less),
    Law("twice as far apart part 1 is the same", on_lines(spread), same_and_no_less),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
