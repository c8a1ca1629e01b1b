"""2023 day 14, https://adventofcode.com/2023/day/14

Text: a grid of `O`, `#` and `.`, 1 to 100 rows of 1 to 100 columns.
When the platform is tilted, each rock `O` rolls that way as far as it can: to the rim, to a cube `#`, or to a rock that lies already. Cubes stay.
A rock's load is the number of its row, counted from the last one, which is 1.
Part 1: the sum of the loads after a tilt to the north (up).
Part 2: the sum after 1,000,000,000 cycles of four tilts: to the north, the west, the south and the east. `no solution` if the state at the start and those
after each of the first 1,000 cycles are all different.
"""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    joined,
    mirrored,
    same,
    same_part1,
    shuffled,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Parabolic Reflector Dish"
UNIT = "rows and columns"
SIZE = 100
MOST, CYCLES, MOST_CYCLES = 100, 1_000_000_000, 1_000
NO_SOLUTION = "no solution"
REPEATING: dict[int, tuple[str, ...]] = {  # platforms whose states repeat after so many cycles
    2: tuple("O#OO .... ...O #.O#".split()),
    3: tuple("O.O. .OO. O.OO .#O.".split()),
    4: tuple("#..O# O..O# .#... O..OO".split()),
    5: tuple("O.... ..OOO O.#.O OO.OO O..O.".split()),
    7: tuple(".....O#.O.. O....###.O# .#......... .#OO#.#O..# ...O#...O.. O.#..O#...O #.O.#.O##..".split()),
    8: tuple("....O...... ###O..#...O ##O##OO..O. O#O#.O.##.. ...###O.O.O .OO.....O#. .O#.#.O....".split()),
    9: tuple(
        "O.....#O.O... ..O#...O#.... #...#O...##.# ...O..##..... O#O.......O.. ...O#O....... #...O.#O.O.O. ..#..##.....O ...#.OOO..O.. .#..O#O.O#O.. .OO......#...".split()
    ),
    15: tuple(
        "..O.##..O.O. ...O....O#.. ##.O......O. #O....OO..#. .#.##O.#..OO #.O...#.OO.O O...O#O....# ..#..O.#.... O#..OO.O#.#.".split()
    ),
}


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Grids with many rocks or few, cubes many, few or none, and strips past 64 cells; platforms side by side whose states repeat after different numbers of cycles."""
    if draw(st.integers(0, 9)) < 6:
        return joined(
            draw(grids("O#.", "O.", "O#...", "O" + "#" + "." * 6, "OO#", "O", "#.", "#OOOO.", side=10, long=MOST))
        )
    rng = draw(seeds())
    if draw(st.booleans()):
        side = st.sampled_from((9, 7, 5, 12, 16))
        return joined(noise(rng, draw(side), draw(side), "OO##....."))
    periods = draw(st.lists(st.sampled_from(sorted(REPEATING)), min_size=1, max_size=4, unique=True))
    return joined(side_by_side([REPEATING[period] for period in periods]))


def noise(rng: Random, height: int, width: int, cells: str) -> list[str]:
    return ["".join(rng.choices(cells, k=width)) for _ in range(height)]


def side_by_side(platforms: list[tuple[str, ...]]) -> list[str]:
    """With cubes between, so that none has to do with another, and cubes beneath the lower ones."""
    lines = zip_longest(*platforms)
    return [
        "#".join(row or "#" * len(platform[0]) for row, platform in zip(line, platforms, strict=True)) for line in lines
    ]


def full(seed: int, size: int = SIZE) -> str:
    """Of 100 cells 20 are rocks and 16 are cubes, as many in each part of the grid."""
    side = min(size, MOST)
    return joined(noise(Random(seed), side, side, "O" * 20 + "#" * 16 + "." * 64))


def limits() -> Iterator[Limit]:
    half = MOST // 2
    every = MOST * MOST * (MOST + 1) // 2
    yield Limit("a rock in every cell", joined(["O" * MOST] * MOST), f"{every}, {every}")
    yield Limit("a cube in every cell", joined(["#" * MOST] * MOST), "0, 0")
    one, two = (MOST * sum(range(low, low + half)) for low in (half + 1, 1))
    yield Limit("half of the rows are rocks", joined(["O" * MOST] * half + ["." * MOST] * half), f"{one}, {two}")
    yield Limit("states that do not repeat in time", joined(side_by_side(list(REPEATING.values()))))
    yield Limit("a row too many", ".\n" * (MOST + 1), f"refused at line {MOST + 1}")
    yield Limit("a column too many", "." * (MOST + 1) + "\n", "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """The largest grids: most rocks that move, states that repeat late or not in time, long and short segments between cubes."""
    rng = Random(14)
    half = MOST // 2
    for name, cells in (
        ("no cube, half of the cells rocks", "O."),
        ("few cubes", "O" * 100 + "#" + "." * 100),
        ("many rocks, few cubes", "O" * 12 + "#" + "." * 4),
        ("a third of each", "O#."),
        ("many cubes", "O####.."),
        ("few rocks", "O###........"),
        ("long segments", "O" * 10 + "#" + "." * 10),
        ("like a real one", "O" * 20 + "#" * 16 + "." * 64),
    ):
        yield name, joined(noise(rng, MOST, MOST, cells))
    yield "a chequerboard of rocks", joined(["O." * half, ".O" * half] * half)
    yield "a chequerboard of cubes", joined(["#O" * half, ".#" * half] * half)
    wide = side_by_side([tuple(noise(rng, MOST, 24, "OO##......")) for _ in range(4)])
    yield "four platforms side by side", joined(wide)
    cut = [row if y % 25 != 24 else "#" * len(row) for y, row in enumerate(wide)]
    yield "sixteen platforms", joined(cut)
    rows = side_by_side(list(REPEATING.values()))
    rows.append("#" * len(rows[0]))
    many = (rows * MOST)[:MOST]
    yield "states that do not repeat in time", joined((row + "#" * MOST)[:MOST] for row in many)
    wide = noise(rng, MOST, MOST, "O" * 20 + "#" * 16 + "." * 64)
    wide[: len(rows)] = [f"{row}#{wide[y][len(row) + 1 :]}" for y, row in enumerate(rows)]
    yield "the same in a corner of noise", joined(wide)


def oracle(text: str) -> Answers | None:
    """Each rock rolls cell by cell; a state is looked for among all before it."""
    platform = [list(row) for row in text.split()]
    height, width = len(platform), len(platform[0])
    if height * width > 600:
        return None
    tilted = [row[:] for row in platform]
    tilt(tilted, -1, 0)
    states = [platform]
    while len(states) <= MOST_CYCLES:
        after = [row[:] for row in states[-1]]
        for down, right in ((-1, 0), (0, -1), (1, 0), (0, 1)):
            tilt(after, down, right)
        if after in states:
            first = states.index(after)
            last = states[first + (CYCLES - first) % (len(states) - first)]
            return str(load(tilted)), str(load(last))
        states.append(after)
    return str(load(tilted)), NO_SOLUTION


def tilt(platform: list[list[str]], down: int, right: int) -> None:
    """The rocks in front roll first."""
    height, width = len(platform), len(platform[0])
    cells = [(y, x) for y in range(height) for x in range(width) if platform[y][x] == "O"]
    for cell in sorted(cells, key=lambda cell: -(cell[0] * down + cell[1] * right)):
        y, x = cell
        while 0 <= y + down < height and 0 <= x + right < width and platform[y + down][x + right] == ".":
            platform[y][x], y, x = ".", y + down, x + right
            platform[y][x] = "O"


def load(platform: list[list[str]]) -> int:
    return sum(number * row.count("O") for number, row in enumerate(platform[::-1], 1))


def on_rows(change: Callable[[list[str], Random], list[str]]) -> Transform:
    """A change of the rows, where they are not too many or too long after it."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(text.split(), rng)
        return None if max(len(changed), len(changed[0])) > MOST else joined(changed)

    return transform


def other_columns(rows: list[str], rng: Random) -> list[str]:
    columns = shuffled(["".join(column) for column in zip(*rows, strict=True)], rng)
    return ["".join(row) for row in zip(*columns, strict=True)]


def elsewhere(rows: list[str], rng: Random) -> list[str]:
    """The cells between two cubes of a column in another order."""
    columns = [
        "#".join("".join(shuffled(list(cells), rng)) for cells in "".join(column).split("#"))
        for column in zip(*rows, strict=True)
    ]
    return ["".join(row) for row in zip(*columns, strict=True)]


def framed(rows: list[str], rng: Random) -> list[str]:
    """Cubes above, on the left and on the right."""
    above, left, right = (rng.randint(0, 2) for _ in range(3))
    walled = ["#" * left + row + "#" * right for row in rows]
    return ["#" * len(walled[0])] * above + walled


def cubes_beneath(rows: list[str], _: Random) -> list[str]:
    return [*rows, "#" * len(rows[0])]


def beside_itself(rows: list[str], _: Random) -> list[str]:
    return [f"{row}#{row}" for row in rows]


def same_or_late(before: Answers, after: Answers) -> bool:
    """The states from the first cycle on are the same, but the start may be one of those that repeat, or no longer be one."""
    return before[0] == after[0] and (before[1] == after[1] or NO_SOLUTION in (before[1], after[1]))


def as_much_more(before: Answers, after: Answers) -> bool:
    """Each rock adds 1 to both loads."""
    (one, two), (more, other) = before, after
    rocks = int(more or "") - int(one or "")
    return rocks >= 0 and (other == two if two == NO_SOLUTION else int(other or "") - int(two or "") == rocks)


def twice_as_much(before: Answers, after: Answers) -> bool:
    return all(
        other == one if one == NO_SOLUTION else int(other or "") == 2 * int(one or "")
        for one, other in zip(before, after, strict=True)
    )


LAWS = (
    Law("left for right part 1 is the same", on_rows(mirrored), same_part1),
    Law("the order of the columns does not matter in part 1", on_rows(other_columns), same_part1),
    Law("where rocks lie between two cubes of a column does not matter", on_rows(elsewhere), same_or_late),
    Law("cubes above and at the sides change nothing", on_rows(framed), same),
    Law("a row of cubes beneath adds 1 for each rock", on_rows(cubes_beneath), as_much_more),
    Law("a platform beside itself has twice the load", on_rows(beside_itself), twice_as_much),
)
