"""2025 day 5, https://adventofcode.com/2025/day/5

Text: 1 to 1,000 lines, each a range `A-B` with 0 <= A <= B <= 1,000,000,000,000,000, both ends included; a blank line; 1 to 5,000 lines, each a number
in the same bounds. Ranges may overlap, and be equal; numbers may be equal.
Part 1: how many of the numbers are in a range or more.  Part 2: how many numbers there are that are in a range or more, listed or not.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, shuffled, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Cafeteria"
UNIT = "ranges"
SIZE = 180
LAST, MOST_RANGES, MOST_NUMBERS = 10**15, 1_000, 5_000
Range = tuple[int, int]
Lists = tuple[list[Range], list[int]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Ranges that touch, nest, share ends and repeat, some of one number, near zero, near the last number or anywhere; numbers at their ends."""
    base, width = draw(st.sampled_from(((0, 12), (0, 40), (LAST - 15, 15), (LAST // 3, 30), (0, LAST))))
    place = st.integers(base, base + width)
    pairs = draw(st.lists(st.tuples(place, place), min_size=1, max_size=9))
    ranges = [(min(pair), max(pair)) for pair in pairs]
    ranges += draw(st.lists(st.sampled_from(ranges), max_size=2))
    ends = [end + by for pair in ranges for end in pair for by in (-1, 0, 1) if 0 <= end + by <= LAST]
    numbers = draw(st.lists(st.one_of(st.sampled_from(ends), place), min_size=1, max_size=12))
    return written(ranges, numbers)


def full(seed: int, size: int = SIZE) -> str:
    """Clusters of ranges that overlap, with free space between; some twice, some of one number, some that touch. Seven numbers of ten are in a range."""
    rng = Random(seed)
    widest = 8 * 10**14 // max(size, 45)
    ranges: list[Range] = []
    while len(ranges) < size:
        low, length = rng.randint(10**12, 560 * 10**12), rng.randint(1, widest)
        kind = rng.random() if ranges else 1
        if kind < 0.04:
            ranges.append(rng.choice(ranges))
        elif kind < 0.13:
            ranges.append((low, low))
        else:
            if kind < 0.25:
                low = rng.choice(ranges)[1] + rng.randint(0, 1)
            ranges.append((low, low + length))
    numbers = []
    for _ in range(min(MOST_NUMBERS, 11 * size // 2 + 1)):
        low, high = rng.choice(ranges)
        numbers.append(rng.randint(low, high) if rng.random() < 0.5 else rng.randint(10**12, 560 * 10**12))
    return written(ranges, numbers)


def limits() -> Iterator[Limit]:
    apart = [(2 * at, 2 * at) for at in range(MOST_RANGES + 1)]
    numbers = list(range(MOST_NUMBERS + 1))
    yield Limit("most ranges and numbers", written(apart[:-1], numbers[:-1]), "1000, 1000")
    yield Limit("a range too many", written(apart, [1]), "refused at line 1001")
    yield Limit("a number too many", written(apart[:1], numbers), "refused at line 5003")


def worst() -> Iterator[tuple[str, str]]:
    """Most ranges and numbers: apart, nested, each over half of all, and wide ones that many narrow ones cut to pieces."""
    rng = Random(5)
    count, step = MOST_RANGES, LAST // MOST_RANGES
    numbers = [rng.randint(0, LAST) for _ in range(MOST_NUMBERS)]
    apart = [(n * step, n * step + step // 2) for n in range(count)]
    yield "ranges apart from each other", written(apart, numbers)
    yield (
        "no number is in a range",
        written(apart, [n % count * step + step - 1 - n // count for n in range(MOST_NUMBERS)]),
    )
    nested = [(n * (step // 3), LAST - n * (step // 3)) for n in range(count)]
    yield "nested ranges, the widest first", written(nested, numbers)
    yield "nested ranges, the widest last", written(nested[::-1], numbers)
    half = count // 2
    wide = [(n * step, n * step + LAST // 2) for n in range(half)]
    narrow = [(n * 2 * step + step // 2, n * 2 * step + step // 2 + 1) for n in range(half)]
    yield "wide ranges, then narrow ones inside", written(wide + narrow, numbers)
    yield "narrow ranges, then wide ones around", written(narrow + wide[::-1], numbers)
    yield "all equal", written([(0, LAST)] * count, [LAST] * MOST_NUMBERS)


def written(ranges: list[Range], numbers: list[int]) -> str:
    return joined([f"{low}-{high}" for low, high in ranges]) + "\n" + joined(map(str, numbers))


def read(text: str) -> Lists:
    above, below = text.split("\n\n")
    ends = (line.split("-") for line in above.split())
    return [(int(low), int(high)) for low, high in ends], [int(line) for line in below.split()]


def oracle(text: str) -> Answers | None:
    """Every range asked for every number; all numbers of all ranges in one set, where they are few."""
    ranges, numbers = read(text)
    if len(ranges) * len(numbers) > 2_000:
        return None
    listed = sum(any(low <= number <= high for low, high in ranges) for number in numbers)
    if sum(high - low for low, high in ranges) > 2_000:
        return str(listed), None
    return str(listed), str(len({number for low, high in ranges for number in range(low, high + 1)}))


def on_lists(change: Callable[[list[Range], list[int], Random], Lists | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else written(*changed)

    return transform


def both_shuffled(ranges: list[Range], numbers: list[int], rng: Random) -> Lists:
    return shuffled(ranges, rng), shuffled(numbers, rng)


def cut(ranges: list[Range], numbers: list[int], rng: Random) -> Lists | None:
    """One range as two that touch or overlap."""
    place = rng.randrange(len(ranges))
    low, high = ranges[place]
    if low == high:
        return None
    last = rng.randint(low, high - 1)
    return [*ranges[:place], (low, last), *ranges[place + 1 :], (rng.randint(low, last + 1), high)], numbers


def covered_more(ranges: list[Range], numbers: list[int], rng: Random) -> Lists:
    """A range inside another."""
    low, high = rng.choice(ranges)
    inside = sorted((rng.randint(low, high), rng.randint(low, high)))
    return [(inside[0], inside[1]), *ranges], numbers


def moved(ranges: list[Range], numbers: list[int], rng: Random) -> Lists:
    """All by the same amount."""
    least, most = min(min(low for low, _ in ranges), *numbers), max(max(high for _, high in ranges), *numbers)
    by = rng.choice((-least, LAST - most, rng.randint(-least, LAST - most)))
    return [(low + by, high + by) for low, high in ranges], [number + by for number in numbers]


def mirrored(ranges: list[Range], numbers: list[int], _: Random) -> Lists:
    return [(LAST - high, LAST - low) for low, high in ranges], [LAST - number for number in numbers]


def asked_twice(ranges: list[Range], numbers: list[int], rng: Random) -> Lists:
    return ranges, twice(numbers, rng)


def one_doubled(before: Answers, after: Answers) -> bool:
    (one, two), (one_after, two_after) = whole(before), whole(after)
    return one_after == 2 * one and two_after == two


LAWS = (
    Law("the order does not matter", on_lists(both_shuffled), same),
    Law("a range in two pieces changes nothing", on_lists(cut), same),
    Law("a range inside another changes nothing", on_lists(covered_more), same),
    Law("all moved by as much changes nothing", on_lists(moved), same),
    Law("the other way round changes nothing", on_lists(mirrored), same),
    Law("the numbers twice double part 1 alone", on_lists(asked_twice), one_doubled),
)
