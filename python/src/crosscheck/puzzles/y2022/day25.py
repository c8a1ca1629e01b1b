"""2022 day 25, https://adventofcode.com/2022/day/25

Text: 1 to 300 numbers, one a line, of 1 to 20 of the digits `2`, `1`, `0`, `-` (minus one) and `=` (minus two). Each place counts five times the next one.
Zeros may lead a number, and numbers may be negative.
Part 1: the sum of all numbers, written in the same way without leading zeros; zero is `0`. There is no part 2.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import repeated
from crosscheck.puzzles.law import Answers, Law, Transform, joined, on_lines, same, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Full of Hot Air"
UNIT = "numbers"
SIZE = 120
MOST, LONGEST = 300, 20
DIGITS = "=-012"
OPPOSITE = str.maketrans(DIGITS, DIGITS[::-1])


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Numbers of any digits, of two digits only, of zeros first or of one digit alone; and often the opposite of each, so that little is left or nothing."""
    alphabets = st.sampled_from((DIGITS, DIGITS, "=-", "12", "=2", "0-", "01", "=", "2", "0"))
    lines = st.lists(
        alphabets.flatmap(lambda digits: st.text(digits, min_size=1, max_size=draw(st.sampled_from((3, 6, LONGEST))))),
        min_size=1,
        max_size=8,
    )
    numbers = draw(repeated(lines, 3, 30))
    if draw(st.booleans()):
        numbers += [number.translate(OPPOSITE) for number in numbers[draw(st.integers(0, 1)) :]]
    return joined(numbers[:MOST])


def full(seed: int, size: int = SIZE) -> str:
    """Positive numbers of all lengths up to 20, without leading zeros."""
    rng = Random(seed)
    return joined(
        rng.choice("12") + "".join(rng.choices(DIGITS, k=rng.randint(0, LONGEST - 1))) for _ in range(min(size, MOST))
    )


def limits() -> Iterator[Limit]:
    for name, digit in (("greatest", "2"), ("least", "=")):
        most = digit * LONGEST
        yield Limit(f"the {name} sum", joined([most] * MOST), f"{snafu(MOST * value(most))}, -")
    yield Limit("a number too many", joined(["1"] * (MOST + 1)), f"refused at line {MOST + 1}")
    yield Limit("a digit too many", joined(["1" * (LONGEST + 1)]), "refused at line 1")
    pair = ["2" * LONGEST, "=" * LONGEST]
    yield Limit("most numbers, and they add up to zero", joined(pair * (MOST // 2)), "0, -")


def worst() -> Iterator[tuple[str, str]]:
    """Most numbers of most digits: with the greatest carry in every place, with opposite ones by turns, and at random."""
    rng = Random(25)
    yield "the greatest carries", joined(["2" * LONGEST] * MOST)
    yield "carries by turns", joined(["2=" * (LONGEST // 2), "=2" * (LONGEST // 2)] * (MOST // 2))
    yield "a carry through all places", joined(["2" * LONGEST, *["0" * (LONGEST - 1) + "1"] * (MOST - 1)])
    yield "any digits", joined("".join(rng.choices(DIGITS, k=LONGEST)) for _ in range(MOST))


def value(number: str) -> int:
    return sum((DIGITS.index(digit) - 2) * 5**place for place, digit in enumerate(reversed(number)))


def snafu(number: int) -> str:
    """Digit after digit, the first one so that the others can make up for what is missing."""
    places = 1
    while abs(number) > (5**places - 1) // 2:
        places += 1
    digits = ""
    for place in reversed(range(places)):
        left = (5**place - 1) // 2  # what the places below can add or take away
        digit = next(digit for digit in range(-2, 3) if abs(number - digit * 5**place) <= left)
        digits += DIGITS[digit + 2]
        number -= digit * 5**place
    return digits


def oracle(text: str) -> Answers | None:
    """To whole numbers and back, from the first digit on."""
    return snafu(sum(map(value, text.split()))), None


def on_numbers(change: Callable[[list[str]], list[str]]) -> Transform:
    def transform(text: str, _: Random) -> str | None:
        changed = change(text.split())
        return joined(changed) if len(changed) <= MOST and max(map(len, changed)) <= LONGEST else None

    return transform


def opposites(numbers: list[str]) -> list[str]:
    return [number.translate(OPPOSITE) for number in numbers]


def with_zeros(numbers: list[str]) -> list[str]:
    return [number.rjust(LONGEST, "0") for number in numbers]


def five_times(numbers: list[str]) -> list[str]:
    return [number + "0" for number in numbers]


def with_opposites(numbers: list[str]) -> list[str]:
    """And one of each pair once more: the sum is as it was."""
    return numbers + [number.translate(OPPOSITE) for number in numbers] + numbers


def opposite(before: Answers, after: Answers) -> bool:
    return after[0] == (before[0] or "").translate(OPPOSITE)


def longer_by_a_zero(before: Answers, after: Answers) -> bool:
    return after[0] == (before[0] if before[0] == "0" else f"{before[0]}0")


LAWS = (
    Law("the order of the numbers is irrelevant", on_lines(shuffled), same),
    Law("leading zeros change nothing", on_numbers(with_zeros), same),
    Law("the opposite of all has the opposite sum", on_numbers(opposites), opposite),
    Law("five times all has a zero more", on_numbers(five_times), longer_by_a_zero),
    Law("a number and its opposite change nothing", on_numbers(with_opposites), same),
)
