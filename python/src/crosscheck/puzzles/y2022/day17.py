"""2022 day 17, https://adventofcode.com/2022/day/17

Text: one line of 1 to 20,000 characters `<` and `>`, the jets, which repeat forever.
A chamber is seven cells wide. Rocks of five shapes fall in turn: a bar of four cells, a plus, a corner of three and three cells with its upright part at the right, an upright bar of four, a square of four.
A rock starts two cells from the left wall, with three empty rows between it and the top of the tower (or the floor).
In turn it is pushed by the next jet, one cell to the left or right if there is room, and falls by one row; where there is no room below, it rests, and the next rock starts.
Part 1: the height of the tower after 2,022 rocks.
Part 2: its height after 1,000,000,000,000 rocks.
No rock ever rests with its lowest row more than 60 rows below the topmost row of the tower as it was before that rock.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Pyroclastic Flow"
UNIT = "jets"
SIZE = 10_091
MOST, WIDTH, DEEPEST = 20_000, 7, 60
FEW_ROCKS, MANY_ROCKS, MOST_ROCKS = 2_022, 10**12, 4_000
Cell = tuple[int, int]
SHAPES: tuple[tuple[Cell, ...], ...] = (
    ((2, 0), (3, 0), (4, 0), (5, 0)),
    ((3, 0), (2, 1), (3, 1), (4, 1), (3, 2)),
    ((2, 0), (3, 0), (4, 0), (4, 1), (4, 2)),
    ((2, 0), (2, 1), (2, 2), (2, 3)),
    ((2, 0), (3, 0), (2, 1), (3, 1)),
)
"""Each cell as its column and its row, where the lowest row is 0."""


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few jets and up to some hundreds, even and uneven, and runs of one direction that end at a wall; of them only what is inside the domain."""
    rng = draw(seeds())
    count = draw(st.sampled_from((3, 5, 1, 2, 4, 8, 10, 17, 40, 41, 150, 400)))
    kind = draw(st.sampled_from(("even", "runs", "even", "uneven")))
    for _ in range(20):
        jets = some(rng, count, kind)
        if valid(jets):
            return joined([jets])
        count += 1
    return "<>\n"


def some(rng: Random, count: int, kind: str) -> str:
    if kind == "runs":
        jets = "".join(rng.choice("<>") * rng.choice((1, 2, 3, 4, 7, rng.randint(8, 150))) for _ in range(count))
        return jets[:count]
    return "".join(rng.choices("<>", (1, 1 if kind == "even" else rng.choice((2, 3))), k=count))


def full(seed: int, size: int = SIZE) -> str:
    """Jets in both directions alike, in short runs; again until the tower has no shaft that is too deep."""
    rng = Random(seed)
    size = min(size, MOST)
    while True:
        jets = some(rng, size, "even")
        if valid(jets):
            return joined([jets])


def valid(jets: str) -> bool:
    """Whether no rock falls too deep, by a fall in bits of rows until the topmost rows come again."""
    rocks = [[sum(64 >> x for x, y in shape if y == row) for row in range(4)] for shape in SHAPES]
    rows = [127] * 64
    seen = set[tuple[int, int, bytes]]()
    jet = fallen = 0
    while (state := (fallen % 5, jet, bytes(rows[-64:]))) not in seen:
        seen.add(state)
        rock, top = rocks[fallen % 5], len(rows)
        at = top + 3
        rows += [0] * 7
        while True:
            left = jets[jet] == "<"
            wall = 64 if left else 1
            pushed = [row << 1 if left else row >> 1 for row in rock]
            if not any(row & wall for row in rock) and not any(p & rows[at + i] for i, p in enumerate(pushed)):
                rock = pushed
            jet = (jet + 1) % len(jets)
            if any(row & rows[at - 1 + i] for i, row in enumerate(rock)):
                break
            at -= 1
            if at < top - 1 - DEEPEST:
                return False
        for i, row in enumerate(rock):
            rows[at + i] |= row
        while not rows[-1]:
            rows.pop()
        del rows[:-64]
        fallen += 1
    return True


def limits() -> Iterator[Limit]:
    # By brute force, over 24,000 rocks: from the 62nd on, the heights grow alike every 3,300 rocks.
    yield Limit("most jets", full(17, MOST), "3187, 1563636363642")
    yield Limit("a jet too many", full(17, MOST).strip() + "<\n", "refused at line 1")
    yield Limit("all jets to the left", "<\n", "4448, 2200000000000")
    yield Limit("all jets to the right", ">\n", "5256, 2600000000000")


def worst() -> Iterator[tuple[str, str]]:
    """Most jets, and the numbers of jets that have a factor in common with the number of shapes or none."""
    for count in (MOST, MOST - 1, 19_997, 10_092, 16_384):
        yield f"{count} jets", full(count, count)
    rng = Random(17)
    runs = (some(rng, MOST, "runs") for _ in range(50))
    for at, jets in enumerate(jets for jets in runs if valid(jets)):
        yield f"runs of jets, {at}", joined([jets])
        if at == 2:
            break


def oracle(text: str) -> Answers | None:
    """Cells of rocks, step by step. Part 2 is known where the heights grow by the same over and over, for many times as many rocks as a turn of all jets and shapes."""
    jets = text.strip()
    if len(jets) > 60:
        return str(heights(jets, FEW_ROCKS)[-1]), None
    found = heights(jets, MOST_ROCKS)
    gains = [after - before for before, after in pairwise(found)]
    for period in range(5, MOST_ROCKS // 4, 5):
        if gains[-period:] * 2 == gains[-3 * period : -period] and gains[-3 * period :] == gains[-period:] * 3:
            rest = (MANY_ROCKS - MOST_ROCKS) % period
            times = (MANY_ROCKS - MOST_ROCKS) // period
            if gains[-MOST_ROCKS // 2 : -period] == gains[-MOST_ROCKS // 2 + period :]:
                part2 = found[-1] + times * sum(gains[-period:]) + sum(gains[-period:][:rest])
                return str(found[FEW_ROCKS]), str(part2)
    return str(found[FEW_ROCKS]), None


def heights(jets: str, rocks: int) -> list[int]:
    """The height before the first rock and after each of them."""
    taken = {(x, -1) for x in range(WIDTH)}
    found, pushes = [0], 0
    for number in range(rocks):
        rock = [(x, y + found[-1] + 3) for x, y in SHAPES[number % len(SHAPES)]]
        while True:
            aside = 1 if jets[pushes % len(jets)] == ">" else -1
            pushes += 1
            pushed = [(x + aside, y) for x, y in rock]
            if all(0 <= x < WIDTH for x, _ in pushed) and taken.isdisjoint(pushed):
                rock = pushed
            below = [(x, y - 1) for x, y in rock]
            if not taken.isdisjoint(below):
                break
            rock = below
        taken.update(rock)
        found.append(max(found[-1], 1 + max(y for _, y in rock)))
    return found


def on_jets(change: Callable[[str], str]) -> Transform:
    def transform(text: str, _: Random) -> str | None:
        jets = change(text.strip())
        return joined([jets]) if len(jets) <= MOST else None

    return transform


def once_more(jets: str) -> str:
    return jets * 2


def seven_times(jets: str) -> str:
    return jets * 7


def bounded(before: Answers, _: Answers) -> bool:
    """Five rocks have 22 cells and are 13 rows high together."""
    one, two = whole(before)
    return all(
        22 * rocks <= 7 * 5 * height + 100 and 5 * height <= 13 * rocks + 100
        for rocks, height in ((FEW_ROCKS, one), (MANY_ROCKS, two))
    )


LAWS = (
    Law("the jets twice are the same jets", on_jets(once_more), same),
    Law("the jets seven times are the same jets", on_jets(seven_times), same),
    Law("the heights are between those of no gaps and of rocks on top of each other", unchanged, bounded),
)
