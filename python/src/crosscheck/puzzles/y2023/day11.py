"""2023 day 11, https://adventofcode.com/2023/day/11

Text: a grid of `.` and `#`, 1 to 200 rows of 1 to 200 columns. Each `#` is a galaxy.
Parameter: `factor`, 1,000,000 where it is not given, 2 to 1,000,000.
The distance of two galaxies is the least number of steps up, down, left and right, where a row or a column without a galaxy counts as several.
Part 1: the sum of the distances of all pairs, where an empty row or column counts as 2.
Part 2: the same, where it counts as `factor`. Both are 0 without a galaxy and with one.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.input import Input, Param
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    joined,
    mirrored,
    part2_at_least_part1,
    same,
    transposed,
    unchanged,
    upside_down,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Cosmic Expansion"
UNIT = "rows and columns"
SIZE = 140
MOST, PART1_FACTOR = 200, 2
PARAMS = {"factor": Param(default=1_000_000, low=2, high=1_000_000)}


def puzzles() -> st.SearchStrategy[Input]:
    """Galaxies dense and sparse, with empty rows and columns in the middle and at the rim, and strips past 64 and 128 cells; factors of all sizes."""
    noise = grids("#.", "#...", "#.......", ".", "#", side=9, long=140)
    side = st.sampled_from((7, 5, 9, 3, 12, 1, 20, 70))
    few = st.builds(placed, seeds(), side, side, st.integers(2, 9))
    rows = st.one_of(few, few, noise)
    factors = st.one_of(st.sampled_from((1_000_000, 2, 3, 999_999, 7, 64)), st.integers(2, 1_000_000))
    with_factor = st.builds(lambda rows, factor: Input(joined(rows), given(factor)), rows, factors)
    return st.one_of(with_factor, with_factor, rows.map(lambda rows: Input(joined(rows))))


def placed(rng: Random, height: int, width: int, count: int) -> list[str]:
    """So many galaxies at most, on a few rows and columns."""
    rows, columns = (rng.sample(range(side), rng.randint(1, min(side, 6))) for side in (height, width))
    cells = {(rng.choice(rows), rng.choice(columns)) for _ in range(count)}
    return ["".join("#" if (y, x) in cells else "." for x in range(width)) for y in range(height)]


def given(factor: int) -> dict[str, int]:
    return {"factor": factor}


def full(seed: int, size: int = SIZE) -> str:
    """A galaxy for every 45 cells: some rows and columns are empty."""
    rng = Random(seed)
    side = min(size, MOST)
    cells = ["#"] * max(1, side * side // 45)
    cells += ["."] * (side * side - len(cells))
    rng.shuffle(cells)
    return joined("".join(cells[start : start + side]) for start in range(0, side * side, side))


def in_corners(block: int) -> list[str]:
    """Galaxies in a square in each corner of the largest grid."""
    empty = MOST - 2 * block
    row = "#" * block + "." * empty + "#" * block
    return [row] * block + ["." * MOST] * empty + [row] * block


def limits() -> Iterator[Limit]:
    every = 2 * MOST**2 * (MOST**3 - MOST) // 6
    yield Limit("a galaxy in every cell", joined(["#" * MOST] * MOST), f"{every}, {every}")
    yield Limit("the largest grid without a galaxy", joined(["." * MOST] * MOST), "0, 0")
    one, two = (2 * sum_between(80, factor) for factor in (2, 1_000_000))
    yield Limit("a sum past two to the fifty-third", joined(in_corners(80)), f"{one}, {two}")
    yield Limit("a row too many", ".\n" * (MOST + 1), f"refused at line {MOST + 1}")
    yield Limit("a column too many", "." * (MOST + 1) + "\n", "refused at line 1")


def sum_between(block: int, factor: int) -> int:
    """The distances along one axis of four squares of galaxies in the corners: within a block of lines, and across."""
    line = 2 * block  # galaxies of a row
    within = line**2 * (block**3 - block) // 6
    across = line**2 * block**2 * (block + (MOST - 2 * block) * factor)
    return 2 * within + across


def worst() -> Iterator[tuple[str, str | Input]]:
    """Most galaxies, with most empty rows and columns and without any."""
    rng = Random(11)
    yield "a galaxy in every cell", joined(["#" * MOST] * MOST)
    yield "every other row and column is empty", joined(["#." * (MOST // 2), "." * MOST] * (MOST // 2))
    yield "a chequerboard", joined(["#." * (MOST // 2), ".#" * (MOST // 2)] * (MOST // 2))
    yield "galaxies in the corners", joined(in_corners(80))
    yield "the same, with the least factor", Input(joined(in_corners(80)), given(2))
    yield "half of the cells", joined("".join(rng.choices("#.", k=MOST)) for _ in range(MOST))
    yield "a full row", joined(["#" * MOST, *["." * MOST] * (MOST - 1)])
    yield "a full column", joined(["." * (MOST - 1) + "#"] * MOST)


def oracle(text: str, params: Mapping[str, int]) -> Answers | None:
    """Part 1 writes every empty line twice. Part 2 adds, for each pair, what it costs to go on by one row or column, again and again."""
    rows = text.split()
    if text.count("#") > 300 or len(rows) * len(rows[0]) > 20_000:
        return None
    larger = widened(widened(rows))
    steps = sum(abs(one[0] - two[0]) + abs(one[1] - two[1]) for one, two in combinations(galaxies(larger), 2))
    row_costs = [1 if "#" in row else params["factor"] for row in rows]
    column_costs = [1 if "#" in column else params["factor"] for column in zip(*rows, strict=True)]
    total = 0
    for (y, x), (other_y, other_x) in combinations(galaxies(rows), 2):
        total += sum(row_costs[min(y, other_y) : max(y, other_y)])
        total += sum(column_costs[min(x, other_x) : max(x, other_x)])
    return str(steps), str(total)


def widened(rows: list[str]) -> list[str]:
    """Empty rows twice, and rows for columns."""
    taller = [copy for row in rows for copy in ([row] if "#" in row else [row, row])]
    return ["".join(column) for column in zip(*taller, strict=True)]


def galaxies(rows: list[str]) -> list[tuple[int, int]]:
    return [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "#"]


def on_rows(change: Callable[[list[str], Random], list[str] | None]) -> Transform:
    """A change of the rows, with the factor as it is."""

    def transform(made: Input, rng: Random) -> Input | None:
        changed = change(made.text.split(), rng)
        return None if changed is None else Input(joined(changed), made.params)

    return transform


def framed(rows: list[str], rng: Random) -> list[str] | None:
    """Empty rows and columns at the rim."""
    above, below, left, right = rng.choices((0, 1, 2, 3), k=4)
    width = left + len(rows[0]) + right
    if len(rows) + above + below > MOST or width > MOST:
        return None
    return ["." * width] * above + ["." * left + row + "." * right for row in rows] + ["." * width] * below


def factor_of_two(made: Input, _: Random) -> Input:
    return Input(made.text, given(PART1_FACTOR))


def factor_of_three(made: Input, _: Random) -> Input:
    return Input(made.text, given(PART1_FACTOR + 1))


def linear(before: Answers, after: Answers) -> bool:
    """Every 1 more in the factor adds the same to part 2."""
    (one, two), (same_one, larger) = whole(before), whole(after)
    added = larger - same_one
    return one == same_one and (two - one) % added == 0 if added else two == one == same_one


def lines_for_empty_ones(made: Input, _: Random) -> Input | None:
    """Every empty line twice; a factor that is even is halved."""
    rows = made.text.split()
    factor = made.params.get("factor", PARAMS["factor"].default)
    larger = widened(widened(rows))
    if factor % 2 or factor < 2 * PARAMS["factor"].low or max(len(larger), len(larger[0])) > MOST:
        return None
    return Input(joined(larger), given(factor // 2))


def same_part2(before: Answers, after: Answers) -> bool:
    return before[1] == after[1] and whole(before)[0] <= whole(after)[0]


LAWS = (
    Law("left for right changes nothing", on_rows(mirrored), same),
    Law("upside down changes nothing", on_rows(upside_down), same),
    Law("rows for columns change nothing", on_rows(transposed), same),
    Law("empty lines at the rim change nothing", on_rows(framed), same),
    Law(
        "with a factor of 2 part 2 is part 1",
        factor_of_two,
        lambda before, after: after == (before[0], before[0]),
    ),
    Law("part 2 is linear in the factor", factor_of_three, linear),
    Law("empty lines twice with half the factor have the same part 2", lines_for_empty_ones, same_part2),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
