"""2023 day 17, https://adventofcode.com/2023/day/17

Text: a grid of digits 1 to 9, 2 to 150 rows of 2 to 150 columns.
A path leads from the upper left cell to the lower right one. A step goes to one of the four neighbours, never straight back, and costs the digit of the
cell that it enters; the start costs nothing.
Part 1: the least cost of a path that makes at most three steps straight on before it turns.
Part 2: the least cost of one that makes at least four and at most ten steps straight on before it turns, and at least four before it ends. It is
`no solution` if no path keeps to that.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, times, transposed
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Clumsy Crucible"
UNIT = "rows and columns"
SIZE = 141
FEWEST, MOST = 2, 150
SIDES = ((0, 1), (1, 0), (0, -1), (-1, 0))
DIGITS = "123456789"


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """All digits or two of them, one digit alone, and cheap corridors that wind between dear cells; maps that are too small for part 2, and long ones."""
    sides = st.sampled_from((6, 5, 4, 3, 2, 7, 9, 11, 12, 14))
    height, width = draw(sides), draw(sides)
    long = draw(st.integers(0, 19))
    if long > 17:
        height, width = (min(height, 6), 20 + 2 * width) if long == 18 else (20 + 2 * height, min(width, 6))
    rng = draw(seeds())
    kind = draw(st.sampled_from((DIGITS, "12", "19", "1", "9", "1234", "short runs", "long runs", "any runs")))
    if "runs" not in kind:
        return joined("".join(rng.choices(kind, k=width)) for _ in range(height))
    shortest, longest = {"short": (1, 3), "long": (4, 10), "any": (1, 12)}[kind.split()[0]]
    return joined(carved(rng, height, width, shortest, longest, rng.choice(("9", "6789", "2"))))


def carved(rng: Random, height: int, width: int, shortest: int, longest: int, walls: str) -> list[str]:
    """A corridor of ones that turns after random runs, until it meets the end or has become long."""
    rows = [rng.choices(walls, k=width) for _ in range(height)]
    y, x, across = 0, 0, rng.random() < 0.5
    rows[0][0] = rows[-1][-1] = "1"
    for _ in range(height + width):
        length, way = rng.randint(shortest, longest), rng.choice((1, 1, 1, -1))
        for _ in range(length):
            down, right = (0, way) if across else (way, 0)
            if 0 <= y + down < height and 0 <= x + right < width:
                y, x = y + down, x + right
                rows[y][x] = "1"
        if (y, x) == (height - 1, width - 1):
            break
        across = not across
    return ["".join(row) for row in rows]


def full(seed: int, size: int = SIZE) -> str:
    """Low digits at the rim and higher ones towards the middle."""
    rng = Random(seed)
    side = max(FEWEST, min(size, MOST))
    rows = []
    for y in range(side):
        inwards = [min(y, x, side - 1 - y, side - 1 - x) / side for x in range(side)]
        rows.append("".join(str(rng.randint(1 + int(8 * deep), 5 + int(9 * deep))) for deep in inwards))
    return joined(rows)


def limits() -> Iterator[Limit]:
    steps = 2 * (MOST - 1)
    yield Limit("the cheapest of the largest maps", even("1", MOST, MOST), f"{steps}, {steps}")
    yield Limit("the dearest of the largest maps", even("9", MOST, MOST), f"{9 * steps}, {9 * steps}")
    turns = (MOST - 2) // 3
    yield Limit("two long rows", even("1", 2, MOST), f"{MOST - 1 + turns}, {NO_SOLUTION}")
    yield Limit("two long columns", even("1", MOST, 2), f"{MOST - 1 + turns}, {NO_SOLUTION}")
    yield Limit("a row too many", even("1", MOST + 1, 2), f"refused at line {MOST + 1}")
    yield Limit("a column too many", even("1", 2, MOST + 1), "refused at line 1")


def even(digit: str, height: int, width: int) -> str:
    return joined([digit * width] * height)


def worst() -> Iterator[tuple[str, str]]:
    """The largest maps: the most ties, the highest costs, noise, and corridors with most turns, or that lead back and forth."""
    rng = Random(17)
    yield "ones", even("1", MOST, MOST)
    yield "nines", even("9", MOST, MOST)
    for digits in (DIGITS, "19", "1111119", "1999999"):
        yield f"noise of {digits}", joined("".join(rng.choices(digits, k=MOST)) for _ in range(MOST))
    yield "a chessboard", joined("".join("19"[(y + x) % 2] for x in range(MOST)) for y in range(MOST))
    yield "stripes", joined("19"[y % 2] * MOST for y in range(MOST))
    yield "dear and then cheap", joined(["9" * MOST] * (MOST // 2) + ["1" * MOST] * (MOST // 2))
    for gap, reach in ((2, 4), (4, 8), (4, 10)):
        rows = winding(gap, reach)
        yield f"corridors {gap} apart that go up and down {reach}", joined(rows)
        yield f"corridors {gap} apart that go left and right {reach}", joined(transposed(rows, rng))
    yield "a corridor at random, short runs", joined(carved(rng, MOST, MOST, 1, 3, "9"))
    yield "a corridor at random, long runs", joined(carved(rng, MOST, MOST, 4, 10, "9"))
    yield "five long rows", joined("".join(rng.choices(DIGITS, k=MOST)) for _ in range(5))
    yield "five long columns", joined("".join(rng.choices(DIGITS, k=5)) for _ in range(MOST))


def winding(gap: int, reach: int) -> list[str]:
    """Bands of rows; in each a corridor of ones goes down `reach`, right `gap`, up `reach`, right `gap`, and so on, and at the rim into the next band."""
    rows = [["9"] * MOST for _ in range(MOST)]
    for top in range(0, MOST - reach, reach + gap):
        for x in range(MOST):
            if x % gap == 0:
                for y in range(top, top + reach + 1):
                    rows[y][x] = "1"
            else:
                rows[top + reach * (x // gap % 2 == 0)][x] = "1"
        edge = MOST - 1 if top // (reach + gap) % 2 == 0 else 0
        for y in range(top, min(MOST, top + reach + gap + 1)):
            rows[y][edge] = "1"
    return ["".join(row) for row in rows]


def oracle(text: str) -> Answers | None:
    """The nearest state first; a state is a cell, the direction of the last step, and how many steps straight on it was."""
    rows = text.split()
    if len(rows) * len(rows[0]) > 400:
        return None
    return least(rows, 1, 3), least(rows, 4, 10)


def least(rows: list[str], fewest: int, most: int) -> str:
    costs = {(y, x): int(digit) for y, row in enumerate(rows) for x, digit in enumerate(row)}
    end = max(costs)
    done = set[tuple[int, int, int, int]]()
    waiting = [(0, 0, 0, way, 0) for way in (0, 1)]
    while waiting:
        cost, y, x, way, run = heappop(waiting)
        if (y, x, way, run) in done:
            continue
        done.add((y, x, way, run))
        if (y, x) == end and run >= fewest:
            return str(cost)
        turns = [((way + 1) % 4, 1), ((way - 1) % 4, 1)] if run >= fewest else []
        for new, steps in [*turns, (way, run + 1)]:
            cell = y + SIDES[new][0], x + SIDES[new][1]
            if cell in costs and steps <= most:
                heappush(waiting, (cost + costs[cell], *cell, new, steps))
    return NO_SOLUTION


def other_start(rows: list[str], rng: Random) -> list[str]:
    return [rng.choice(DIGITS) + rows[0][1:], *rows[1:]]


def from_end_to_start(rows: list[str], _: Random) -> list[str]:
    """A half turn of the map. Its start costs nothing now, and its end gets the digit of the old one."""
    turned = [row[::-1] for row in rows[::-1]]
    return [*turned[:-1], turned[-1][:-1] + rows[-1][-1]]


def digits_doubled(rows: list[str], _: Random) -> list[str] | None:
    if max(map(max, rows)) > "4":
        return None
    return [row.translate(str.maketrans("1234", "2468")) for row in rows]


def cheaper_cell(rows: list[str], rng: Random) -> list[str]:
    """One digit becomes 1."""
    y, x = rng.randrange(len(rows)), rng.randrange(len(rows[0]))
    return [*rows[:y], rows[y][:x] + "1" + rows[y][x + 1 :], *rows[y + 1 :]]


def all_ones(rows: list[str], _: Random) -> list[str]:
    return ["1" * len(row) for row in rows]


def doubled(before: Answers, after: Answers) -> bool:
    one, two = before
    if two == NO_SOLUTION:
        return after[1] == NO_SOLUTION and times(2)((one, "0"), (after[0], "0"))
    return times(2)(before, after)


def no_dearer(before: Answers, after: Answers) -> bool:
    """Neither cost is greater than before, and what has no path still has none."""
    return all(
        one == two if NO_SOLUTION in (one, two) else int(one or "") >= int(two or "")
        for one, two in zip(before, after, strict=True)
    )


LAWS = (
    Law("rows for columns change nothing", on_lines(transposed), same),
    Law("the digit of the start does not matter", on_lines(other_start), same),
    Law("from the end to the start it costs the same", on_lines(from_end_to_start), same),
    Law("all digits doubled double both costs", on_lines(digits_doubled), doubled),
    Law("a digit that becomes 1 makes no path dearer", on_lines(cheaper_cell), no_dearer),
    Law("ones everywhere make no path dearer", on_lines(all_ones), no_dearer),
)
