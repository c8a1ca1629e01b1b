"""2024 day 1, https://adventofcode.com/2024/day/1

Text: 1 to 10,000 lines of two numbers, each 0 to 99,999, with exactly three blanks between. Numbers may be equal, in a column and across.
Part 1: both columns are sorted, and the numbers of the same rank are paired. The sum of the differences of all pairs, each without its sign.
Part 2: the sum over all numbers of the left column, repeated ones included, of the number times how often it is in the right column.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import numbers
from crosscheck.puzzles.law import Answers, Law, Transform, joined, on_lines, same, same_part1, shuffled, times, twice
from crosscheck.puzzles.limit import Limit

TITLE = "Historian Hysteria"
UNIT = "lines"
SIZE = 1000
LAST, MOST_LINES = 99_999, 10_000
Columns = tuple[list[int], list[int]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Columns of many equal numbers, with some of the left ones at the right; numbers at both ends and beside powers of two and ten."""
    left = draw(numbers(0, LAST, most=12))
    known = st.sampled_from(left)
    near = known.map(lambda number: min(LAST, number + 1))
    edges = st.sampled_from((0, 1, 9, 10, 255, 256, 2047, 2048, 9_999, 10_000, 65_535, 65_536, LAST - 1, LAST))
    one = draw(st.sampled_from((known, st.one_of(known, near), st.one_of(known, edges), st.integers(0, LAST))))
    right = draw(st.lists(one, min_size=len(left), max_size=len(left)))
    if draw(st.integers(0, 3)) == 0:
        left = draw(st.lists(edges, min_size=len(right), max_size=len(right)))
    return written(left, right)


def full(seed: int, size: int = SIZE) -> str:
    """Numbers of five digits, all different at the left; three in ten of the right ones are some few of the left ones."""
    rng = Random(seed)
    left = rng.sample(range(10_000, LAST + 1), size)
    repeated = rng.sample(left, min(size, 20))
    right = [rng.choice(repeated) if rng.random() < 0.3 else rng.randint(10_000, LAST) for _ in range(size)]
    return written(left, right)


def limits() -> Iterator[Limit]:
    yield Limit("the greatest difference", f"0   {LAST}\n" * MOST_LINES, f"{LAST * MOST_LINES}, 0")
    yield Limit("the greatest product", f"{LAST}   {LAST}\n" * MOST_LINES, f"0, {LAST * MOST_LINES**2}")
    yield Limit("a line too many", "1   2\n" * (MOST_LINES + 1), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines: of all numbers, sorted, falling, of few different numbers and of one."""
    rng = Random(1)
    anything = [rng.sample(range(LAST + 1), MOST_LINES) for _ in range(2)]
    yield "all numbers different", written(*anything)
    yield "one column rises and the other falls", written(sorted(anything[0]), sorted(anything[1], reverse=True))
    few = [rng.choices((0, 1, LAST), k=MOST_LINES) for _ in range(2)]
    yield "three different numbers", written(*few)
    yield "one number", f"{LAST}   {LAST}\n" * MOST_LINES
    yield "columns apart", written(list(range(MOST_LINES)), list(range(LAST, LAST - MOST_LINES, -1)))
    yield "leading zeros", f"{'0' * 60}1   {'0' * 60}2\n" * MOST_LINES


def written(left: list[int], right: list[int]) -> str:
    return joined(f"{one}   {other}" for one, other in zip(left, right, strict=True))


def read(text: str) -> Columns:
    pairs = [line.split("   ") for line in text.splitlines()]
    return [int(left) for left, _ in pairs], [int(right) for _, right in pairs]


def oracle(text: str) -> Answers | None:
    """The least numbers are taken out of both columns again and again; every left number is looked for in the whole right column."""
    left, right = read(text)
    if len(left) > 1_000:
        return None
    products = sum(number for number in left for other in right if number == other)
    distances = 0
    while left:
        distances += abs(min(left) - min(right))
        left.remove(min(left))
        right.remove(min(right))
    return str(distances), str(products)


def on_columns(change: Callable[[list[int], list[int], Random], Columns | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else written(*changed)

    return transform


def each_shuffled(left: list[int], right: list[int], rng: Random) -> Columns:
    return shuffled(left, rng), shuffled(right, rng)


def exchanged(left: list[int], right: list[int], _: Random) -> Columns:
    return right, left


def moved(left: list[int], right: list[int], rng: Random) -> Columns:
    """All numbers by the same amount."""
    lowest, highest = -min(left + right), LAST - max(left + right)
    by = rng.choice((lowest, highest, rng.randint(lowest, highest)))
    return [number + by for number in left], [number + by for number in right]


def mirrored(left: list[int], right: list[int], _: Random) -> Columns:
    return [LAST - number for number in left], [LAST - number for number in right]


def scaled(left: list[int], right: list[int], _: Random) -> Columns | None:
    """All numbers three times as great."""
    if max(left + right) > LAST // 3:
        return None
    return [3 * number for number in left], [3 * number for number in right]


def zero_added(left: list[int], right: list[int], rng: Random) -> Columns:
    """One number more on both sides, 0, which is the least and is worth nothing."""
    at, there = rng.randint(0, len(left)), rng.randint(0, len(left))
    return [*left[:at], 0, *left[at:]], [*right[:there], 0, *right[there:]]


LAWS = (
    Law("the order within a column does not matter", on_columns(each_shuffled), same),
    Law("the columns can be exchanged", on_columns(exchanged), same),
    Law("all moved by as much change no difference", on_columns(moved), same_part1),
    Law("the other way round changes no difference", on_columns(mirrored), same_part1),
    Law("all three times as great triple both answers", on_columns(scaled), times(3)),
    Law("every line twice doubles part 1 and makes part 2 four times as great", on_lines(twice), times(2, 4)),
    Law("a zero on both sides changes nothing", on_columns(zero_added), same),
)
