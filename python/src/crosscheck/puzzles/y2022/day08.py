"""2022 day 8, https://adventofcode.com/2022/day/8

Text: 1 to 120 rows of digits, all of the same length, 1 to 120: the heights of trees.
A tree is visible if in one of the four directions all trees up to the border are lower; one at the border always is.
A tree's view in a direction is the number of trees up to the first of at least its own height, that one included, or up to the border.
Part 1: how many trees are visible.
Part 2: the greatest product of the four views of a tree.
"""

from collections.abc import Callable, Iterator
from math import hypot
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import Answers, Law, joined, mirrored, no_less, on_lines, same, transposed, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Treetop Tree House"
UNIT = "rows and columns"
SIZE = 99
MOST_SIDE = 120
DIGITS = "0123456789"


def puzzles() -> SearchStrategy[str]:
    """Few heights and all of them; single rows, columns and cells; rows past the length of a machine word; stairs, hills and hollows."""
    few = grids("01", "09", "89", "012", DIGITS, side=8, long=MOST_SIDE)
    return st.one_of(few, slopes(), slopes()).map(joined)


@st.composite
def slopes(draw: st.DrawFn) -> list[str]:
    """Heights that rise or fall along rows and columns, with a few trees out of place."""
    rng = draw(seeds())
    height, width = (rng.choice((1, 3, 4, 5, rng.randint(3, 12))) for _ in range(2))
    down, right, start = (draw(st.integers(-2, 2)) for _ in range(3))
    bend = draw(st.booleans())
    rows = []
    for y in range(height):
        steps = [(abs(2 * y - height) // 2, abs(2 * x - width) // 2) if bend else (y, x) for x in range(width)]
        rows.append([min(9, max(0, 5 + start + down * one + right * other)) for one, other in steps])
    for _ in range(draw(st.sampled_from((0, 1, 2, 5, height * width)))):
        rows[rng.randrange(height)][rng.randrange(width)] = rng.choice((0, 9, rng.randrange(10)))
    return ["".join(map(str, row)) for row in rows]


def full(seed: int, size: int = SIZE) -> str:
    """A square forest, the higher the nearer to its middle, in which neighbours differ by chance."""
    rng = Random(seed)
    side = min(size, MOST_SIDE)
    middle = (side - 1) / 2
    rows = []
    for y in range(side):
        near = [1 - hypot(y - middle, x - middle) / (side * 0.71) for x in range(side)]
        rows.append("".join(str(rng.randint(min(5, int(5 * part)), min(9, 3 + int(8 * part)))) for part in near))
    return joined(rows)


def limits() -> Iterator[Limit]:
    flat = ["5" * MOST_SIDE] * MOST_SIDE
    yield Limit("the largest flat forest", joined(flat), f"{4 * MOST_SIDE - 4}, 1")
    yield Limit("a row too many", joined([*flat, flat[0]]), f"refused at line {MOST_SIDE + 1}")
    yield Limit("a column too many", joined([row + "5" for row in flat]), "refused at line 1")
    half = MOST_SIDE // 2
    peak = ["0" * MOST_SIDE for _ in range(MOST_SIDE)]
    peak[half] = "0" * half + "1" + "0" * (half - 1)
    yield Limit("one tree above all others", joined(peak), f"{4 * MOST_SIDE - 3}, {half * half * (half - 1) ** 2}")


def worst() -> Iterator[tuple[str, str]]:
    """The largest forests: every view is as long as can be, heights rise or fall along all rows, in stairs, and no order at all."""
    rng = Random(8)
    yield (
        "nines around nothing",
        joined(["9" * MOST_SIDE, *["9" + "0" * (MOST_SIDE - 2) + "9"] * (MOST_SIDE - 2), "9" * MOST_SIDE]),
    )
    stairs = "".join(digit * (MOST_SIDE // 10) for digit in DIGITS)
    yield "stairs to the right", joined([stairs] * MOST_SIDE)
    yield "stairs to the left", joined([stairs[::-1]] * MOST_SIDE)
    yield "stairs down", joined([digit * MOST_SIDE for digit in stairs])
    hill = [
        [min(x, y, MOST_SIDE - 1 - x, MOST_SIDE - 1 - y) * 10 // (MOST_SIDE // 2) for x in range(MOST_SIDE)]
        for y in range(MOST_SIDE)
    ]
    yield "a hill", joined("".join(map(str, row)) for row in hill)
    yield "a hollow", joined("".join(str(9 - height) for height in row) for row in hill)
    yield "no order", joined("".join(rng.choices(DIGITS, k=MOST_SIDE)) for _ in range(MOST_SIDE))
    yield (
        "few high trees",
        joined("".join(rng.choices(DIGITS, weights=[200] + [1] * 9, k=MOST_SIDE)) for _ in range(MOST_SIDE)),
    )


def oracle(text: str) -> Answers | None:
    """From every tree a walk in all four directions."""
    heights = [[int(digit) for digit in row] for row in text.split()]
    visible, best = 0, 0
    for y, row in enumerate(heights):
        for x, height in enumerate(row):
            free, product = False, 1
            for down, right in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                seen, at, to = 0, y + down, x + right
                while 0 <= at < len(heights) and 0 <= to < len(row):
                    seen += 1
                    if heights[at][to] >= height:
                        break
                    at, to = at + down, to + right
                else:
                    free = True
                product *= seen
            visible += free
            best = max(best, product)
    return str(visible), str(best)


def other_heights(rows: list[str], rng: Random) -> list[str]:
    """The heights that occur, in their order, become any others in their order."""
    known = sorted(set("".join(rows)))
    new = sorted(rng.sample(DIGITS, len(known)))
    return [row.translate(str.maketrans("".join(known), "".join(new))) for row in rows]


def heights_joined(rows: list[str], rng: Random) -> list[str]:
    """From one height up all trees are one lower, so that two heights become one."""
    step = rng.randint(1, 9)
    lower = DIGITS[:step] + DIGITS[step - 1 : -1]
    return [row.translate(str.maketrans(DIGITS, lower)) for row in rows]


def flat(rows: list[str], _: Random) -> list[str]:
    return ["7" * len(row) for row in rows]


def outline_only(before: Answers, after: Answers) -> bool:
    """No forest has fewer visible trees than a flat one, where each inner tree sees one tree each way."""
    return whole(after)[0] <= whole(before)[0] and after[1] in ("0", "1")


def on_forests(change: Callable[[list[str], Random], list[str] | None]) -> Callable[[str, Random], str | None]:
    """None where the change makes it too large."""

    def changed(rows: list[str], rng: Random) -> list[str] | None:
        new = change(rows, rng)
        return None if new is None or max(len(new), len(new[0])) > MOST_SIDE else new

    return on_lines(changed)


def behind_a_wall(rows: list[str], _: Random) -> list[str]:
    """A frame of nines, then one of zeros."""
    walled = ["9" * (len(rows[0]) + 2), *(f"9{row}9" for row in rows), "9" * (len(rows[0]) + 2)]
    return ["0" * (len(walled[0]) + 2), *(f"0{row}0" for row in walled), "0" * (len(walled[0]) + 2)]


def in_the_middle(before: Answers, after: Answers) -> bool:
    """Both frames are visible, apart from nothing within; the views are no shorter."""
    return whole(after)[0] % 4 == 0 and whole(after)[1] >= whole(before)[1]


LAWS = (
    Law("mirrored the answers are the same", on_lines(mirrored), same),
    Law("rows for columns, the answers are the same", on_lines(transposed), same),
    Law("upside down the answers are the same", on_lines(lambda rows, _: rows[::-1]), same),
    Law("only the order of the heights matters", on_lines(other_heights), same),
    Law("with two heights made one, less is seen", on_lines(heights_joined), lambda one, two: no_less(two, one)),
    Law("a flat forest shows its outline only", on_lines(flat), outline_only),
    Law("a frame of nines hides what is in it", on_forests(behind_a_wall), in_the_middle),
)
