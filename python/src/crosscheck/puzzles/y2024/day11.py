"""2024 day 11, https://adventofcode.com/2024/day/11

Text: one line of 1 to 20 numbers, each 0 to 9,999,999, with one blank between. A number may come several times.
With every blink each number changes: 0 becomes 1; a number with an even number of digits becomes two, the left half of its digits and the right half,
both without leading zeros; any other number is multiplied by 2024.
Part 1: how many numbers there are after 25 blinks.  Part 2: after 75.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import numbers
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    doubled,
    part2_at_least_part1,
    same,
    shuffled,
    twice,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Plutonian Pebbles"
UNIT = "numbers"
SIZE = 8
LAST, MOST = 9_999_999, 20
BLINKS, MORE_BLINKS, AT_ONCE = 25, 75, 5
KNOWN = 100_000  # numbers of which it is remembered what becomes of them: most texts come to the same few thousand
EDGES = (
    0,
    1,
    2,
    9,
    10,
    11,
    19,
    20,
    24,
    99,
    100,
    999,
    1000,
    1001,
    2024,
    9999,
    10_000,
    99_999,
    100_000,
    999_999,
    1_000_000,
    LAST,
)


def puzzles() -> st.SearchStrategy[str]:
    """Few numbers, of any number of digits, many beside powers of ten, some equal."""
    edges = st.lists(st.sampled_from(EDGES), min_size=1, max_size=4)
    digits = st.lists(st.integers(0, 9), min_size=1, max_size=4)
    return st.one_of(numbers(0, LAST, most=4), edges, digits).map(written)


def full(seed: int, size: int = SIZE) -> str:
    """A zero, and numbers of one to seven digits, of each length about as many."""
    rng = Random(seed)
    count = min(size, MOST)
    lengths = [at % 7 + 1 for at in range(count - 1)]
    return written(shuffled([0, *(rng.randint(10 ** (length - 1), 10**length - 1) for length in lengths)], rng))


def limits() -> Iterator[Limit]:
    yield Limit("twenty of the greatest number", written([LAST] * MOST))
    yield Limit("a number too many", written([0] * (MOST + 1)), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """Most numbers: with most digits, all of one length, the greatest, the least, and one that grows most."""
    rng = Random(11)
    for length in (3, 5, 6, 7):
        yield f"twenty numbers of {length} digits", written(rng.sample(range(10 ** (length - 1), 10**length), MOST))
    yield "the greatest numbers", written(list(range(LAST - MOST + 1, LAST + 1)))
    yield "the least numbers", written(list(range(MOST)))
    yield "twenty equal numbers", written([LAST] * MOST)
    yield "leading zeros", " ".join(["0" * 1_000 + "8"] * MOST) + "\n"


def written(stones: list[int]) -> str:
    return " ".join(map(str, stones)) + "\n"


def read(text: str) -> list[int]:
    return [int(stone) for stone in text.split()]


def oracle(text: str) -> Answers | None:
    """Part 1 is the list of all numbers. For part 2 equal numbers are done together, five blinks at a time."""
    stones = read(text)
    if len(stones) > 10:
        return None
    together: dict[int, int] = Counter(stones)
    for _ in range(MORE_BLINKS // AT_ONCE):
        after: dict[int, int] = defaultdict(int)
        for stone, count in together.items():
            for each in after_some(stone):
                after[each] += count
        together = after
    for _ in range(BLINKS):
        stones = [new for stone in stones for new in blinked(stone)]
    return str(len(stones)), str(sum(together.values()))


@lru_cache(KNOWN)
def after_some(stone: int) -> list[int]:
    stones = [stone]
    for _ in range(AT_ONCE):
        stones = [new for stone in stones for new in blinked(stone)]
    return stones


@lru_cache(KNOWN)
def blinked(stone: int) -> list[int]:
    digits = str(stone)
    half = len(digits) // 2
    if stone == 0:
        return [1]
    if len(digits) == 2 * half:
        return [int(digits[:half]), int(digits[half:])]
    return [stone * 2024]


def on_stones(change: Callable[[list[int], Random], list[int] | None]) -> Transform:
    """A change of the numbers, where all are in the domain after it."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return None if changed is None or len(changed) > MOST or max(changed) > LAST else written(changed)

    return transform


def halves_exchanged(stones: list[int], _: Random) -> list[int]:
    """Of all numbers of an even length of which both halves are numbers of that length."""

    def exchanged(digits: str) -> str:
        half = len(digits) // 2
        return digits[half:] + digits[:half] if len(digits) % 2 == 0 and digits[half] != "0" else digits

    return [int(exchanged(str(stone))) for stone in stones]


def a_blink_later(stones: list[int], _: Random) -> list[int]:
    return [new for stone in stones for new in blinked(stone)]


def no_fewer_and_at_most_twice(before: Answers, after: Answers) -> bool:
    """A blink takes no number away, and makes of one number two at most."""
    return all(one <= two <= 2 * one for one, two in zip(whole(before), whole(after), strict=True))


def one_for_zero(stones: list[int], _: Random) -> list[int]:
    """Zero is one, a blink before."""
    return [1 if stone == 0 else stone for stone in stones]


def one_more(stones: list[int], rng: Random) -> list[int]:
    at = rng.randint(0, len(stones))
    return [*stones[:at], rng.choice(EDGES), *stones[at:]]


def more(before: Answers, after: Answers) -> bool:
    return all(one < two for one, two in zip(whole(before), whole(after), strict=True))


LAWS = (
    Law("the order does not matter", on_stones(shuffled), same),
    Law("all twice double both answers", on_stones(twice), doubled),
    Law("halves exchanged change nothing", on_stones(halves_exchanged), same),
    Law("a blink more makes no fewer, and at most twice as many", on_stones(a_blink_later), no_fewer_and_at_most_twice),
    Law(
        "a one for a zero makes no fewer, and at most twice as many",
        on_stones(one_for_zero),
        no_fewer_and_at_most_twice,
    ),
    Law("a number more makes more", on_stones(one_more), more),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
