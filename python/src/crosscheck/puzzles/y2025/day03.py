"""2025 day 3, https://adventofcode.com/2025/day/3

Text: 1 to 1,000 lines, each of 12 to 500 digits 1-9. Lines may differ in length.
From each line k of its digits are kept and the others deleted, so that the number that is left is the largest.
Part 1: the sum over all lines of the largest number with k = 2.  Part 2: with k = 12.
"""

from collections.abc import Iterator
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    no_less,
    on_lines,
    part2_at_least_part1,
    same,
    shuffled,
    twice,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Lobby"
UNIT = "lines"
SIZE = 200
LEAST, MOST_DIGITS, MOST_LINES = 12, 500, 1_000


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Lines of few different digits, rising or falling, with the largest digits at an end; some of the least length, now and then past 64 and 128 digits."""
    lines = [draw(line()) for _ in range(draw(st.integers(1, 4)))]
    return joined(lines)


@st.composite
def line(draw: st.DrawFn) -> str:
    length = draw(st.sampled_from((12, 12, 13, 14, 15, 16, 20, 40, 63, 64, 65, 128, 129, 200)))
    alphabet = draw(st.sampled_from(("123456789", "12", "1", "9", "89", "19", "123")))
    digits = draw(st.text(alphabet, min_size=length, max_size=length))
    if (order := draw(st.integers(0, 5))) < 2:
        digits = "".join(sorted(digits, reverse=bool(order)))
    large = draw(st.text("789", max_size=3))
    return draw(st.sampled_from((digits, large + digits[len(large) :], digits[: len(digits) - len(large)] + large)))


def full(seed: int, size: int = SIZE) -> str:
    """Lines of a hundred digits, most of them up to a level of the line's own; few are above it."""
    rng = Random(seed)
    return joined("".join(rng.choices("123456789", weights=weights(rng), k=100)) for _ in range(size))


def weights(rng: Random) -> list[float]:
    """How often each digit is in a line."""
    least, level = rng.randint(1, 3), rng.randint(5, 8)
    most = min(9, level + rng.randint(0, 2))
    return [0.1 if digit < least else 1 if digit <= level else 0.1 if digit <= most else 0 for digit in range(1, 10)]


def limits() -> Iterator[Limit]:
    yield Limit("a thousand lines of 500 digits", joined(["1" * 499 + "9"] * MOST_LINES), "19000, 111111111119000")
    yield Limit("a line too many", joined(["1" * LEAST] * (MOST_LINES + 1)), "refused at line 1001")


def worst() -> Iterator[tuple[str, str]]:
    """The longest lines, in the orders in which a choice is made latest or undone most often."""
    rising = "".join(sorted("123456789" * 60)[-MOST_DIGITS:])
    yield "one digit only", joined(["1" * MOST_DIGITS] * MOST_LINES)
    yield "rising digits", joined([rising] * MOST_LINES)
    yield "falling digits", joined([rising[::-1]] * MOST_LINES)
    yield "up and down", joined([("123456789" * 56)[:MOST_DIGITS]] * MOST_LINES)
    yield "the largest digits last", joined(["1" * (MOST_DIGITS - 11) + "23456789999"] * MOST_LINES)
    rng = Random(3)
    yield "any digits", joined("".join(rng.choices("123456789", k=MOST_DIGITS)) for _ in range(MOST_LINES))


def oracle(text: str) -> Answers | None:
    """Every choice of the digits to keep."""
    lines = text.splitlines()
    if max(map(len, lines)) > 16:
        return None
    two, twelve = (sum(max(int("".join(kept)) for kept in combinations(line, k)) for line in lines) for k in (2, 12))
    return str(two), str(twelve)


def one_in_front(lines: list[str], _: Random) -> list[str] | None:
    """A 1 before each line is never better than what it would replace."""
    return ["1" + line for line in lines] if max(map(len, lines)) < MOST_DIGITS else None


def digit_more(lines: list[str], rng: Random) -> list[str]:
    """A digit anywhere in each line."""
    return [f"{line[:at]}{rng.randint(1, 9)}{line[at:]}" for line in lines for at in [rng.randint(0, len(line))]]


def nines_behind(lines: list[str], _: Random) -> list[str]:
    return [line + "9" * 12 for line in lines]


def nothing_else(_: Answers, after: Answers) -> bool:
    """As many times 99, and 9...9, as there are lines."""
    one, two = whole(after)
    return divmod(one, 99) == divmod(two, 10**12 - 1) and one % 99 == 0


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("all lines twice double both answers", on_lines(twice), doubled),
    Law("a 1 in front changes nothing", on_lines(one_in_front), same),
    Law("nines behind a line are all that is kept", on_lines(nines_behind), nothing_else),
    Law("one digit more makes no number less", on_lines(digit_more), no_less),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
