"""2021 day 20, https://adventofcode.com/2021/day/20

Text: 512 of `.` and `#`, the rule; a blank line; a grid of `.` and `#`, both sides 1 to 500, the lit part of an endless image.
In a step every pixel becomes the rule's character at the number that the nine pixels around it spell, top left first, `#` for 1. A rule that begins
with `#` lights the endless dark; it must end in `.` then, to put it out again.
Part 1: how many pixels are lit after 2 steps.  Part 2: after 50.
"""

from collections.abc import Iterator
from random import Random

import numpy as np
from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids, seeds
from crosscheck.puzzles.law import Answers, Law, joined, mirrored, on_lines, same, transposed
from crosscheck.puzzles.limit import Limit

TITLE = "Trench Map"
UNIT = "rows and columns"
SIZE = 100


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Rules that flip the endless part and rules that do not, from sparse to nearly full."""
    rng = draw(seeds())
    weight = draw(st.sampled_from((0.05, 0.3, 0.5, 0.7, 0.95)))
    rule = ["#" if rng.random() < weight else "." for _ in range(512)]
    rule[0], rule[511] = draw(st.sampled_from(((".", "."), (".", "#"), ("#", "."))))
    return joined(["".join(rule), "", *draw(grids(".#", "#", ".", side=5, long=80))])


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)
    rule = "#" + "".join(rng.choices(".#", k=510)) + "."
    return joined([rule, "", *("".join(rng.choices(".#", k=size)) for _ in range(size))])


def oracle(text: str) -> Answers:
    """Enough of the endless image for fifty steps, whose outermost pixel stands for all beyond it."""
    rule, _, *rows = text.splitlines()
    table = np.array([pixel == "#" for pixel in rule])
    image = np.pad(np.array([[pixel == "#" for pixel in row] for row in rows]), 52)
    height, width = image.shape
    lit = []
    for _step in range(50):
        wide = np.pad(image, 1, mode="edge").astype(np.int16)
        nine = [wide[y : y + height, x : x + width] for y in range(3) for x in range(3)]
        image = table[sum(pixels << place for place, pixels in enumerate(reversed(nine)))]
        lit.append(str(image.sum()))
    return lit[1], lit[49]


def darkness_around(lines: list[str], rng: Random) -> list[str] | None:
    """The same image with some of the endless dark written down."""
    rule, _, *rows = lines
    if max(len(rows), len(rows[0])) > 490:
        return None
    left, right, above, below = (rng.randint(0, 3) for _ in range(4))
    dark = "." * (left + len(rows[0]) + right)
    return [rule, "", *[dark] * above, *("." * left + row + "." * right for row in rows), *[dark] * below]


def flipped(lines: list[str], _: Random) -> list[str]:
    """Image and rule in the mirror: the number of a square is spelt with its columns the other way round."""
    return [respelt(lines[0], (2, 1, 0, 5, 4, 3, 8, 7, 6)), "", *mirrored(lines[2:], _)]


def on_its_side(lines: list[str], _: Random) -> list[str]:
    """Rows for columns, in the image and in the rule's squares."""
    return [respelt(lines[0], (0, 3, 6, 1, 4, 7, 2, 5, 8)), "", *transposed(lines[2:], _)]


def respelt(rule: str, order: tuple[int, ...]) -> str:
    """The rule for squares whose pixels are named in another order."""
    codes = (f"{code:09b}" for code in range(512))
    return "".join(rule[int("".join(code[at] for at in order), 2)] for code in codes)


def limits() -> Iterator[Limit]:
    yield Limit("the largest image", full(1, 500))
    yield Limit("a row too many", "." * 512 + "\n\n" + ".\n" * 501, "refused at line 503")


def worst() -> Iterator[tuple[str, str]]:
    """The largest images, under rules that keep all of it, make noise of it or put it out and on again."""
    rng = Random(20)
    side = 500
    noise = ["".join(rng.choices(".#", k=side)) for _ in range(side)]
    yield "noise under a rule that flips the dark", full(20, side)
    yield "noise under a rule that does not", joined(["." + "".join(rng.choices(".#", k=511)), "", *noise])
    yield (
        "noise under a rule that keeps the middle",
        joined(["".join(".#"[code >> 4 & 1] for code in range(512)), "", *noise]),
    )
    yield "all lit, put out and on again", joined(["#" * 511 + ".", "", *["#" * side] * side])
    yield "all dark", joined(["." * 512, "", *["." * side] * side])


LAWS = (
    Law("darkness written down around the image changes nothing", on_lines(darkness_around), same),
    Law("image and rule in the mirror light as many", on_lines(flipped), same),
    Law("rows for columns in image and rule light as many", on_lines(on_its_side), same),
)
