"""2024 day 12, https://adventofcode.com/2024/day/12

Text: a grid of letters A-Z, 1 to 200 rows of 1 to 200 columns.
A region is a set of cells of one letter that are connected through common sides; a letter may have several regions. A region's fence is all unit sides
between its cells and what is not in it, be that outside the grid, around it or in a hole of it. A straight side is a part of the fence as long as it goes
on without a turn; where two cells of a region touch at a corner only, the fence turns and does not cross itself.
Part 1: the sum over all regions of the number of cells times the length of the fence.
Part 2: of the number of cells times the number of straight sides.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from string import ascii_uppercase

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    mirrored,
    on_lines,
    same,
    times,
    transposed,
    unchanged,
    upside_down,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Garden Groups"
UNIT = "rows and columns"
SIZE = 140
MOST = 200
HALF_ROUND = str.maketrans(ascii_uppercase, ascii_uppercase[13:] + ascii_uppercase[:13])
Cell = tuple[int, int]


def puzzles() -> st.SearchStrategy[str]:
    """Noise of few letters, dense and sparse, so that there are holes and corners that touch; regions that have grown; strips past 64 and 128 cells."""
    noise = grids("AB", "AAB", "AAAAB", "ABC", "AZ", ascii_uppercase, "Q", side=9, long=140)
    side = st.sampled_from((7, 8, 9, 6, 5, 3, 12))
    grown_ones = st.builds(
        grown, seeds(), side, side, st.integers(1, 12), st.sampled_from(("AB", "ABCD")), st.sampled_from((0, 0.1))
    )
    return st.one_of(noise, grown_ones).map(joined)


def grown(rng: Random, height: int, width: int, count: int, letters: str, noise: float) -> list[str]:
    """Regions that grow from so many cells until the grid is full; then some cells get other letters."""
    cells = [(y, x) for y in range(height) for x in range(width)]
    letter = {cell: rng.choice(letters) for cell in rng.sample(cells, min(count, len(cells)))}
    border = sorted(letter)
    while border:
        at = rng.randrange(len(border))
        border[at], border[-1] = border[-1], border[at]
        y, x = border[-1]
        free = [
            cell
            for cell in ((y - 1, x), (y, x + 1), (y + 1, x), (y, x - 1))
            if cell not in letter and 0 <= cell[0] < height and 0 <= cell[1] < width
        ]
        if free:
            cell = rng.choice(free)
            letter[cell] = letter[y, x]
            border.append(cell)
        else:
            border.pop()
    return [
        "".join(rng.choice(letters) if rng.random() < noise else letter[y, x] for x in range(width))
        for y in range(height)
    ]


def full(seed: int, size: int = SIZE) -> str:
    """A region for every 50 cells or so, and some cells within them of another letter."""
    side = min(size, MOST)
    return joined(grown(Random(seed), side, side, max(1, side * side // 50), ascii_uppercase, 0.003))


def limits() -> Iterator[Limit]:
    plots = MOST * MOST
    yield Limit("one region of all cells", joined(["G" * MOST] * MOST), f"{plots * 4 * MOST}, {plots * 4}")
    chequered = ["AB" * (MOST // 2), "BA" * (MOST // 2)] * (MOST // 2)
    yield Limit("as many regions as cells", joined(chequered), f"{4 * plots}, {4 * plots}")
    yield Limit("a row too many", "A\n" * (MOST + 1), f"refused at line {MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: most regions, the longest fences, the most holes, rings in rings, and regions that wind."""

    def grid(letter: Callable[[int, int], str]) -> str:
        return joined("".join(letter(y, x) for x in range(MOST)) for y in range(MOST))

    rng = Random(12)
    yield "as many regions as cells", grid(lambda y, x: "AB"[(y + x) % 2])
    yield "one region", grid(lambda y, x: "A")
    yield "rows", grid(lambda y, x: "AB"[y % 2])
    yield "columns", grid(lambda y, x: "AB"[x % 2])
    yield "rings", grid(lambda y, x: "AB"[min(y, x, MOST - 1 - y, MOST - 1 - x) % 2])
    yield "most holes", grid(lambda y, x: "AB"[y % 2 * (x % 2)])
    yield (
        "holes that touch at corners",
        grid(lambda y, x: "AB"[(y + x) % 2 if 0 < y % 100 < 99 and 0 < x % 100 < 99 else 0]),
    )
    yield "a comb", grid(lambda y, x: "AB"[x % 2 if y else 0])
    yield "one winding region", grid(lambda y, x: "AB"[y % 2 and x != (MOST - 1) * (y // 2 % 2)])
    for letters in ("AAABB", "AB", "ABC"):
        yield f"noise of {letters}", joined("".join(rng.choices(letters, k=MOST)) for _ in range(MOST))
    yield "grown regions", joined(grown(rng, MOST, MOST, 1000, ascii_uppercase, 0.02))


def oracle(text: str) -> Answers | None:
    """Every cell is a region of its own at first, and neighbours of one letter are put together. A region's cells around each crossing of the grid's lines
    say how many corners it has there: one or three of the four make one, two that are not side by side make two.
    """
    rows = text.split()
    letters = {(y, x): letter for y, row in enumerate(rows) for x, letter in enumerate(row)}
    if len(letters) > 20_000:
        return None
    region: dict[Cell, Cell] = {cell: cell for cell in letters}
    cells = {cell: [cell] for cell in letters}
    for y, x in letters:
        for other in ((y, x + 1), (y + 1, x)):
            if letters.get(other) == letters[y, x] and region[other] != region[y, x]:
                into, gone = sorted((region[other], region[y, x]), key=lambda name: -len(cells[name]))
                cells[into] += cells[gone]
                region |= dict.fromkeys(cells.pop(gone), into)
    fence, corners = Counter[Cell](), Counter[Cell]()
    for y, x in letters:
        around = ((y - 1, x), (y, x + 1), (y + 1, x), (y, x - 1))
        fence[region[y, x]] += sum(region.get(other) != region[y, x] for other in around)
    for y in range(len(rows) + 1):
        for x in range(len(rows[0]) + 1):
            four = [region.get(cell) for cell in ((y - 1, x - 1), (y - 1, x), (y, x), (y, x - 1))]
            for name in {one for one in four if one is not None}:
                count, opposite = four.count(name), four[0] == four[2] or four[1] == four[3]
                corners[name] += 1 if count % 2 == 1 else 2 if count == 2 and opposite else 0
    total = sum(len(mine) * fence[name] for name, mine in cells.items())
    return str(total), str(sum(len(mine) * corners[name] for name, mine in cells.items()))


def renamed(rows: list[str], rng: Random) -> list[str]:
    """Every letter for another."""
    change = str.maketrans(ascii_uppercase, "".join(rng.sample(ascii_uppercase, 26)))
    return [row.translate(change) for row in rows]


def enlarged(rows: list[str], _: Random) -> list[str] | None:
    """Every cell as two by two."""
    if 2 * max(len(rows), len(rows[0])) > MOST:
        return None
    return [row for each in rows for row in ["".join(cell * 2 for cell in each)] * 2]


def stretched(rows: list[str], _: Random) -> list[str] | None:
    """Every cell as three side by side."""
    return ["".join(cell * 3 for cell in row) for row in rows] if 3 * len(rows[0]) <= MOST else None


def three_times_the_sides(before: Answers, after: Answers) -> bool:
    """Three times the cells, with as many sides; of the fence the upright part is as long as before, the other three times."""
    return whole(after)[1] == 3 * whole(before)[1] and 3 * whole(before)[0] < whole(after)[0] < 9 * whole(before)[0]


def beside_its_mirror(rows: list[str], _: Random) -> list[str] | None:
    """The mirror image has other letters at the seam: each is thirteen letters further on in the alphabet."""
    return [row + row[::-1].translate(HALF_ROUND) for row in rows] if 2 * len(rows[0]) <= MOST else None


def above_its_mirror(rows: list[str], _: Random) -> list[str] | None:
    return rows + [row.translate(HALF_ROUND) for row in rows[::-1]] if 2 * len(rows) <= MOST else None


def at_most_part1(before: Answers, _: Answers) -> bool:
    """A side is a unit long at least, and a region has four sides or more."""
    return 4 <= whole(before)[1] <= whole(before)[0]


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("upside down changes nothing", on_lines(upside_down), same),
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("other letters change nothing", on_lines(renamed), same),
    Law("twice as high and wide there are four times the cells and twice the fence", on_lines(enlarged), times(8, 4)),
    Law("three times as wide there are as many sides", on_lines(stretched), three_times_the_sides),
    Law("a mirror image beside it doubles both answers", on_lines(beside_its_mirror), doubled),
    Law("a mirror image below it doubles both answers", on_lines(above_its_mirror), doubled),
    Law("part 2 is at most part 1", unchanged, at_most_part1),
)
