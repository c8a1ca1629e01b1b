"""2024 day 25, https://adventofcode.com/2024/day/25

Text: 1 to 1,000 shapes with a blank line between two, 7 rows of 5 columns of `#` and `.` each. A shape whose first row is all `#` and whose last row is
all `.` is a lock, and in it no `#` is below a `.`; one whose first row is all `.` and whose last row is all `#` is a key, and in it no `.` is below a `#`.
The same shape may be there several times.
Part 1: the number of pairs of a lock and a key that have no `#` in the same place. Shapes that are there several times count as often.
"""

from collections.abc import Callable, Iterator
from itertools import product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import repeated, seeds
from crosscheck.puzzles.law import Answers, Law, joined, mirrored, on_what, same, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Code Chronicle"
UNIT = "shapes"
SIZE = 500
MOST, COLUMNS, TALLEST = 1_000, 5, 5
Shape = list[str]
Heights = list[int]


def lock(heights: Heights) -> Shape:
    """How many `#` hang in each column, the first row not counted."""
    return ["".join("#" if row <= height else "." for height in heights) for row in range(TALLEST + 2)]


def key(heights: Heights) -> Shape:
    return lock(heights)[::-1]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Locks and keys that just fit, or lack one place; the same ones again; none of either kind."""
    rng = draw(seeds())
    heights = st.lists(st.integers(0, TALLEST), min_size=COLUMNS, max_size=COLUMNS)
    shapes: list[Shape] = []
    for locks in draw(st.lists(heights, min_size=1, max_size=6)):
        kind = draw(st.sampled_from(("both", "both", "more", "less", "lock", "key")))
        keys = [TALLEST - height for height in locks]
        column = rng.randrange(COLUMNS)
        if kind == "more":
            keys[column] = min(TALLEST, keys[column] + 1)
        elif kind == "less":
            keys[column] = max(0, keys[column] - 1)
        shapes += [lock(locks)] * (kind != "key") + [key(keys)] * (kind != "lock")
    shapes = draw(repeated(st.just(shuffled(shapes, rng)), 2, 12))
    return written(shapes)


def full(seed: int, size: int = SIZE) -> str:
    """Half of the shapes are locks; most columns are of middle height."""
    rng = Random(seed)
    shapes = [
        (lock if at % 2 else key)(
            [rng.choices(range(TALLEST + 1), weights=(7, 10, 11, 11, 10, 7))[0] for _ in range(COLUMNS)]
        )
        for at in range(min(size, MOST))
    ]
    return written(shuffled(shapes, rng))


def limits() -> Iterator[Limit]:
    pair = [lock([0] * COLUMNS), key([TALLEST] * COLUMNS)]
    yield Limit("most shapes, which all fit", written(pair * (MOST // 2)), "250000, -")
    yield Limit("a shape too many", written([*pair * (MOST // 2), pair[0]]), "refused at line 8001")


def worst() -> Iterator[tuple[str, str]]:
    """Most shapes: most pairs, pairs that fail in the last column only, all kinds."""
    rng = Random(25)
    half = MOST // 2
    yield "all fit", written([lock([0] * COLUMNS), key([0] * COLUMNS)] * half)
    yield "the last column never fits", written([lock([0, 0, 0, 0, 3]), key([0, 0, 0, 0, 3])] * half)
    yield "no key", written([lock([0] * COLUMNS)] * MOST)
    every = [list(heights) for heights in product(range(TALLEST + 1), repeat=COLUMNS)]
    yield (
        "all different",
        written([lock(one) for one in rng.sample(every, half)] + [key(one) for one in rng.sample(every, half)]),
    )


def written(shapes: list[Shape]) -> str:
    return "\n".join(joined(shape) for shape in shapes)


def read(text: str) -> list[Shape]:
    return [block.split() for block in text.split("\n\n")]


def oracle(text: str) -> Answers:
    """Each lock is laid upon each key."""
    shapes = ["".join(shape) for shape in read(text)]
    locks = [shape for shape in shapes if shape[0] == "#"]
    keys = [shape for shape in shapes if shape[0] == "."]
    fits = sum(("#", "#") not in zip(one, other, strict=True) for one in locks for other in keys)
    return str(fits), None


on_shapes = on_what(read, written)


def upside_down(shapes: list[Shape], _: Random) -> list[Shape]:
    """Locks become keys."""
    return [shape[::-1] for shape in shapes]


def left_for_right(shapes: list[Shape], rng: Random) -> list[Shape]:
    return [mirrored(shape, rng) for shape in shapes]


def columns_in_other_order(shapes: list[Shape], rng: Random) -> list[Shape]:
    order = rng.sample(range(COLUMNS), COLUMNS)
    return [["".join(row[at] for at in order) for row in shape] for shape in shapes]


def all_twice(shapes: list[Shape], _: Random) -> list[Shape] | None:
    return shapes * 2 if len(shapes) <= MOST // 2 else None


def locks_twice(shapes: list[Shape], _: Random) -> list[Shape] | None:
    locks = [shape for shape in shapes if shape[0][0] == "#"]
    return shapes + locks if len(shapes) + len(locks) <= MOST else None


def full_key_and_lock(shapes: list[Shape], _: Random) -> list[Shape] | None:
    """A key and a lock more that fill all five rows. Where no lock and no key is empty, they fit nothing."""
    empty = [0] * COLUMNS
    if len(shapes) > MOST - 2 or lock(empty) in shapes or key(empty) in shapes:
        return None
    return [*shapes, lock([TALLEST] * COLUMNS), key([TALLEST] * COLUMNS)]


def without_a_row(shapes: list[Shape], rng: Random) -> list[Shape]:
    """One shape has one row less of `#`: it fits whatever it has fitted."""
    at = rng.randrange(len(shapes))
    first, *inner, last = shapes[at]
    rows = [*inner[1:], last] if first[0] == "#" else [first, *inner[:-1]]
    return [*shapes[:at], [first, *rows, last], *shapes[at + 1 :]]


def times(factor: int) -> Callable[[Answers, Answers], bool]:
    return lambda before, after: int(after[0] or "") == factor * int(before[0] or "")


LAWS = (
    Law("upside down nothing changes", on_shapes(upside_down), same),
    Law("left for right nothing changes", on_shapes(left_for_right), same),
    Law("the order of the columns does not matter", on_shapes(columns_in_other_order), same),
    Law("the order of the shapes does not matter", on_shapes(shuffled), same),
    Law("all shapes twice make four times as many pairs", on_shapes(all_twice), times(4)),
    Law("locks twice make twice as many pairs", on_shapes(locks_twice), times(2)),
    Law("a full lock and a full key fit nothing that is not empty", on_shapes(full_key_and_lock), same),
    Law(
        "a shape with a row less fits no fewer",
        on_shapes(without_a_row),
        lambda before, after: int(before[0] or "") <= int(after[0] or ""),
    ),
)
