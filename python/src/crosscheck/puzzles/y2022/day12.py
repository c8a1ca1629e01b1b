"""2022 day 12, https://adventofcode.com/2022/day/12

Text: 1 to 200 rows of letters a-z, all of the same length, 1 to 200: heights, of which a is the lowest. One cell is S, the start, with height a; one is E, the end, with height z.
A step leads to one of four neighbours, which is at most one higher. It may be lower by any amount.
Part 1: the fewest steps from S to E.
Part 2: the fewest steps to E from any cell of height a, S too.
A part of which there is no path has no solution.
"""

from collections.abc import Callable, Iterator
from math import atan2, floor, hypot, pi
from random import Random
from string import ascii_lowercase
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    joined,
    mirrored,
    on_lines,
    same,
    same_part1,
    transposed,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Hill Climbing Algorithm"
UNIT = "columns"
SIZE = 113
MOST_SIDE, TOP = 200, 25
NONE = "no solution"
Cell: TypeAlias = tuple[int, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """A path that rises and falls, with walls or any heights around it; hills with rough sides; few heights; single rows and columns; the end beside the start, out of reach, or just within reach."""
    rng = draw(seeds())
    kind = draw(st.sampled_from(("path", "path", "path", "path", "path", "hill", "few heights", "row")))
    height, width = (rng.choice((3, 6, 8, 10, 12, rng.randint(2, 14))) for _ in range(2))
    if kind == "row":
        height, width = rng.sample((1, rng.choice((2, 26, 27, 28, 70))), 2)
    elif kind == "path":
        height, width = (rng.choice((5, 6, 8, 10, 12)) for _ in range(2))
    if height * width < 2:
        width = 2
    cells = [(y, x) for y in range(height) for x in range(width)]
    start, end = rng.sample(cells, 2)
    if kind == "hill":
        heights = {
            (y, x): TOP + 1 - abs(y - end[0]) - abs(x - end[1]) + rng.choice((0, 0, 0, 1, -1, 2)) for y, x in cells
        }
    elif kind == "few heights":
        heights = {cell: rng.choice((0, 0, 1, TOP - 1, TOP)) for cell in cells}
    else:
        fill = rng.choice(((TOP,), (0,), (0, TOP), tuple(range(TOP + 1))))
        heights = {cell: rng.choice(fill) for cell in cells}
        path = max((any_path(rng, set(cells), start) for _ in range(rng.choice((1, 12, 12)))), key=len)
        path = path[: rng.choice((2, 26, 27, 30, len(path), len(path), len(path)))]
        end = path[-1]
        heights |= zip(path, climb(rng, len(path)), strict=True)
    rows = [[letter(heights[y, x]) for x in range(width)] for y in range(height)]
    rows[start[0]][start[1]], rows[end[0]][end[1]] = "S", "E"
    return joined(map("".join, rows))


def letter(height: int) -> str:
    return ascii_lowercase[min(TOP, max(0, height))]


def any_path(rng: Random, free: set[Cell], start: Cell) -> list[Cell]:
    """On and on from the start, to any neighbour that was not there before, two cells at least."""
    path = [start]
    free = free - {start}
    ahead = 0, 1
    while True:
        y, x = path[-1]
        there = [cell for cell in ((y, x + 1), (y + 1, x), (y, x - 1), (y - 1, x)) if cell in free]
        if not there:
            return path
        straight = y + ahead[0], x + ahead[1]
        beside = [cell for cell in there if sum(abs(cell[0] - a) + abs(cell[1] - b) == 1 for a, b in path) > 1]
        path.append(straight if straight in there and rng.random() < 0.5 else rng.choice(beside or there))
        ahead = path[-1][0] - y, path[-1][1] - x
        free.remove(path[-1])


def climb(rng: Random, length: int) -> list[int]:
    """Heights along a path: up by one, level or down, and up to the top at the end, if it is long enough; now and then with a step too high."""
    heights = [0]
    for at in range(1, length):
        left = length - 1 - at
        low = heights[-1]
        choices = [height for height in (low + 1, low + 1, low, rng.randint(0, low)) if height + left >= TOP]
        heights.append(min(TOP, rng.choice(choices or [low + 1])))
    if length > 3 and rng.random() < 0.2:
        heights[rng.randrange(1, length - 1)] += 1
    return heights


def full(seed: int, size: int = SIZE) -> str:
    """A mountain that is climbed along a spiral, and around it a plain of c with holes of a; in the first column all is a, in the second b. It is at least 75 columns wide, to have room."""
    rng = Random(seed)
    width = max(75, min(size, MOST_SIDE))
    height = width * 41 // 113
    holes = {(rng.randrange(height), rng.randrange(2, width)) for _ in range(height * width // 12)}
    for shape in (Mountain(0.5, 5, 21), Mountain(0.4, 2, 18)):
        rows = [[shape.height_of(2 * y / height - 1, 2 * x / width - 1) for x in range(width)] for y in range(height)]
        for y, x in holes:
            if rows[y][x] == "c":
                rows[y][x] = "a"
        for row in rows:
            row[:2] = "ab"
        rows[height // 2][0], rows[height // 2][width // 2] = "S", "E"
        text = joined(map("".join, rows))
        if fewest(text.split(), "S") is not None:
            return text
    raise AssertionError


class Mountain(NamedTuple):
    inner: float
    """Up to this distance from the middle it rises on all sides."""
    turns: int
    """Of a spiral farther out, in which each turn is higher than the one around it."""
    base: int
    """How high it is where the spiral ends."""

    def height_of(self, down: float, right: float) -> str:
        outwards = hypot(down, right)
        if outwards >= 0.95:
            return "c"
        if outwards < self.inner:
            return letter(round(TOP + 1 - outwards / self.inner * (TOP + 1 - self.base)))
        angle = atan2(down, right) / (2 * pi)
        along = floor(outwards * self.turns - angle) + angle
        share = (along - self.inner * self.turns + 1) / ((1 - self.inner) * self.turns)
        return letter(round(self.base - (self.base - 2) * share))


def limits() -> Iterator[Limit]:
    inner = MOST_SIDE - 1
    flat = ["y" * MOST_SIDE for _ in range(MOST_SIDE)]
    ladder = "S" + ascii_lowercase + "z" * (inner - len(ascii_lowercase))
    rows = [ladder, *["z" * MOST_SIDE] * (MOST_SIDE - 2), "z" * inner + "E"]
    yield Limit("the largest map", joined(rows), f"{2 * inner}, {2 * inner - 1}")
    yield Limit("a row too many", joined([*rows, flat[0]]), f"refused at line {MOST_SIDE + 1}")
    yield Limit("a column too many", joined([row + "z" for row in rows]), "refused at line 1")


def battlements() -> list[str]:
    """One path that goes up or down in every second column, in strips of two rows, with walls of z between the strips."""
    path: list[tuple[int, int]] = []
    for strip, top in enumerate(range(0, MOST_SIDE, 3)):
        columns = range(MOST_SIDE - 1)
        for at, column in enumerate(reversed(columns) if strip % 2 else columns):
            edge = at // 2 % 2
            path += [(top + edge, column)] if at % 2 else [(top + row, column) for row in (edge, 1 - edge)]
        path.append((top + 2, path[-1][1]))
    path = [place for place in path if place[0] < MOST_SIDE]
    heights = ["a"] * (len(path) - len(ascii_lowercase)) + [*ascii_lowercase]
    rows = [["z"] * MOST_SIDE for _ in range(MOST_SIDE)]
    for (row, column), height in zip(path, heights, strict=True):
        rows[row][column] = height
    for (row, column), mark in ((path[0], "S"), (path[-1], "E")):
        rows[row][column] = mark
    return ["".join(row) for row in rows]


def worst() -> Iterator[tuple[str, str]]:
    """The largest maps: one long path in a snake with walls between, along rows and along columns; a plain of a and a plain of z; spirals; the end out of reach."""
    for name, rows in (("rows", snake()), ("columns", ["".join(column) for column in zip(*snake(), strict=True)])):
        yield f"a snake of {name}", joined(rows)
        yield f"a snake of {name}, from the other side", joined(row[::-1] for row in rows[::-1])
    inner = MOST_SIDE - 2
    yield (
        "a plain of z",
        joined(
            ["S" + ascii_lowercase + "z" * (MOST_SIDE - 27), *["z" * MOST_SIDE] * inner, "z" * (MOST_SIDE - 1) + "E"]
        ),
    )
    yield (
        "a plain of a",
        joined(
            ["S" + "a" * (MOST_SIDE - 1), *["a" * MOST_SIDE] * inner, "a" * (MOST_SIDE - 27) + ascii_lowercase + "E"]
        ),
    )
    yield (
        "the end in a plain of y, out of reach",
        joined(["S" + "y" * (MOST_SIDE - 1), *["y" * MOST_SIDE] * inner, "y" * (MOST_SIDE - 1) + "E"]),
    )
    yield "a spiral inwards", joined(inwards())
    yield "battlements", joined(battlements())
    yield "a mountain", full(12, MOST_SIDE)
    rng = Random(12)
    rough = [[rng.choice("vwxyz") for _ in range(MOST_SIDE)] for _ in range(MOST_SIDE)]
    rough[0][:27] = "S" + ascii_lowercase
    rough[-1][-1] = "E"
    yield "rough ground", joined(map("".join, rough))


def snake() -> list[str]:
    """There and back in every second row, with walls of z between; the last row ends with the ladder."""
    wall = "z" * (MOST_SIDE - 1)
    rows = ["a" * MOST_SIDE, wall + "a", "a" * MOST_SIDE, "a" + wall] * (MOST_SIDE // 4)
    rows[0] = "S" + rows[0][1:]
    rows[-2:] = [("E" + ascii_lowercase[::-1]).ljust(MOST_SIDE, "a"), "z" * MOST_SIDE]
    return rows


def inwards() -> list[str]:
    """A path of a that winds to the middle with walls of z between, and ends with the ladder."""
    sides = [MOST_SIDE - 1] + [side for length in range(MOST_SIDE - 1, 0, -2) for side in (length, length)]
    path = [(0, 0)]
    for at, side in enumerate(sides):
        down, right = ((0, 1), (1, 0), (0, -1), (-1, 0))[at % 4]
        path += [(path[-1][0] + down * step, path[-1][1] + right * step) for step in range(1, side + 1)]
    rows = [["z"] * MOST_SIDE for _ in range(MOST_SIDE)]
    for (y, x), height in zip(path, ("a" * len(path) + ascii_lowercase + "E")[-len(path) :], strict=True):
        rows[y][x] = height
    rows[0][0] = "S"
    return ["".join(row) for row in rows]


def oracle(text: str) -> Answers | None:
    """Forwards from S, and for part 2 forwards from every cell of height a in turn; only where there are not too many."""
    rows = text.split()
    one = fewest(rows, "S")
    starts = sum(row.count("a") for row in rows) + 1
    if starts * len(rows) * len(rows[0]) > 60_000:
        return str(one or NONE), None
    return str(one or NONE), str(fewest(rows, "Sa") or NONE)


def fewest(rows: list[str], starts: str) -> int | None:
    """The fewest steps to the end from one of these cells."""
    found = [
        steps
        for y, row in enumerate(rows)
        for x, here in enumerate(row)
        if here in starts and (steps := steps_from(rows, (y, x))) is not None
    ]
    return min(found, default=None)


def steps_from(rows: list[str], start: Cell) -> int | None:
    """What can be reached in one step more, again and again."""
    heights = {
        (y, x): "SabcdefghijklmnopqrstuvwxyzE".index(it) for y, row in enumerate(rows) for x, it in enumerate(row)
    }
    (end,) = (cell for cell, height in heights.items() if height == TOP + 2)
    heights = {cell: min(TOP, max(0, height - 1)) for cell, height in heights.items()}
    reached, last, steps = {start}, {start}, 0
    while last and end not in reached:
        around = {
            (y + down, x + right, heights[y, x]) for y, x in last for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0))
        }
        last = {(y, x) for y, x, height in around if heights.get((y, x), TOP + 9) <= height + 1} - reached
        reached |= last
        steps += 1
    return steps if end in reached else None


def fitting(change: Callable[[list[str], Random], list[str]]) -> Callable[[str, Random], str | None]:
    """None where the change makes the map too large."""

    def changed(rows: list[str], rng: Random) -> list[str] | None:
        new = change(rows, rng)
        return new if max(len(new), len(new[0])) <= MOST_SIDE else None

    return on_lines(changed)


BACKWARDS = str.maketrans(ascii_lowercase + "SE", ascii_lowercase[::-1] + "ES")


def backwards(rows: list[str], _: Random) -> list[str]:
    """Upside down in height, with start and end exchanged: each step can be made in the other direction."""
    return [row.translate(BACKWARDS) for row in rows]


def with_one_row_more(rows: list[str], rng: Random) -> list[str]:
    """Any heights, above or below."""
    row = "".join(rng.choices(rng.choice(("az", ascii_lowercase, "y")), k=len(rows[0])))
    return [row, *rows] if rng.random() < 0.5 else [*rows, row]


def no_longer(before: Answers, after: Answers) -> bool:
    return all(length(two) <= length(one) for one, two in zip(before, after, strict=True))


def length(answer: str | None) -> float:
    """As a number; there is nothing longer than no path."""
    return float("inf") if answer == NONE else int(answer or "")


def plain(rows: list[str], rng: Random) -> list[str]:
    """One height for all cells, too low for the end."""
    letters = rng.choice("abcx")
    return ["".join(it if it in "SE" else letters for it in row) for row in rows]


def out_of_reach(rows: list[str], _: Random) -> list[str]:
    """All cells of height y or z become one height lower; no step leads to the end any more."""
    return [row.replace("y", "x").replace("z", "x") for row in rows]


def none_at_all(_: Answers, after: Answers) -> bool:
    return after == (NONE, NONE)


def lowest_raised(rows: list[str], _: Random) -> list[str]:
    """b for a: the only cell of height a is the start, and on the way from there nothing gets harder."""
    return [row.replace("a", "b") for row in rows]


def from_start_only(before: Answers, after: Answers) -> bool:
    return after[0] == after[1] and length(after[0]) <= length(before[0])


def part1_at_least_part2(_: Answers, after: Answers) -> bool:
    return length(after[0]) >= length(after[1])


LAWS = (
    Law("mirrored the answers are the same", on_lines(mirrored), same),
    Law("rows for columns, the answers are the same", on_lines(transposed), same),
    Law("backwards the path is as long", on_lines(backwards), same_part1),
    Law("one row more makes no path longer", fitting(with_one_row_more), no_longer),
    Law("there is no path up from a plain", on_lines(plain), none_at_all),
    Law("nothing leads to the end but y and z", on_lines(out_of_reach), none_at_all),
    Law("where a is the start only, the parts are one", on_lines(lowest_raised), from_start_only),
    Law("part 2 is at most part 1", unchanged, part1_at_least_part2),
)
