"""2021 day 11, https://adventofcode.com/2021/day/11

Text: a grid of digits, 1 to 100 rows of the same width, 1 to 100: the energy of each octopus. In a
step every energy rises by 1; an octopus above 9 flashes, once, which raises its up to eight
neighbours by 1, and these may flash too; then those that flashed have 0.
Part 1: how many flashes there are in the first 100 steps.
Part 2: the first step in which all flash, or `no solution` where that is not among the first 2000:
two octopuses can keep a constant lag forever.
"""

from collections.abc import Iterator
from functools import lru_cache
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import grids
from crosscheck.puzzles.law import Answers, Law, joined, mirrored, on_lines, same, transposed, upside_down
from crosscheck.puzzles.limit import Limit

TITLE = "Dumbo Octopus"
UNIT = "rows and columns"
SIZE = 10
LAST = 2000
NEVER = "no solution"


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Small grids, and larger ones that are half awake, most of which come to flash all at once."""
    small = grids("0123456789", "89", "09", "5", "1379", side=5)
    awake = grids("56789", "4567", "3456789", "9", side=13, long=40)
    return joined(draw(st.one_of(small, awake)))


def full(seed: int, size: int = SIZE) -> str:
    """Noise that comes together: of many octopuses only where all are half awake."""
    rng = Random(seed)
    energies = "0123456789" if size <= 12 else "3456789"
    while True:
        text = joined("".join(rng.choice(energies) for _ in range(size)) for _ in range(size))
        if NEVER not in oracle(text):
            return text


@lru_cache(maxsize=16)
def oracle(text: str) -> Answers:
    """Every step as the puzzle says, to the end or to where it comes round."""
    rows = text.split()
    width = len(rows[0]) + 2
    places = [row * width + column for row in range(1, len(rows) + 1) for column in range(1, width - 1)]
    energy = dict(zip(places, map(int, "".join(rows)), strict=True))
    around = (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1)
    near = {place: [place + way for way in around if place + way in energy] for place in places}
    flashes, step, together = 0, 0, ""
    seen = set()
    while step < 100 or not together:
        step += 1
        risen, flashed = list(places), set()
        for place in risen:
            energy[place] += 1
            if energy[place] > 9 and place not in flashed:
                flashed.add(place)
                risen += near[place]
        energy.update(dict.fromkeys(flashed, 0))
        flashes += len(flashed) if step <= 100 else 0
        if len(flashed) == len(places):
            together = together or str(step)
        state = tuple(energy.values())
        if not together and (state in seen or step == LAST):
            together = NEVER
        seen.add(state)
    return str(flashes), together


def limits() -> Iterator[Limit]:
    yield Limit("the largest cave", full(1, 100))


def worst() -> Iterator[tuple[str, str]]:
    """The largest caves: that never flash together, in every way, and that do so each time."""
    rng = Random(11)
    side = 100
    yield "any energies", joined("".join(rng.choices("0123456789", k=side)) for _ in range(side))
    yield "two halves, one five steps later", joined(["0" * 50 + "5" * 50] * side)
    yield "stripes of all energies", joined(["0123456789" * 10] * side)
    yield "all alike", joined(["0" * side] * side)
    yield "all about to flash", joined(["9" * side] * side)
    yield "a wave from a corner", joined(["9" + "8" * (side - 1), *["8" * side] * (side - 1)])


LAWS = (
    Law("left for right changes nothing", on_lines(mirrored), same),
    Law("upside down changes nothing", on_lines(upside_down), same),
    Law("rows for columns changes nothing", on_lines(transposed), same),
)
