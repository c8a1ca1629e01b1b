"""2023 day 1, https://adventofcode.com/2023/day/1

Text: 1 to 2,000 lines of 1 to 100 letters a-z and digits 1-9, with at least one digit in each. 0 is no digit here, and neither is "zero".
The number of a line has two digits, the first and the last digit of the line; one digit that stands alone is both.
Part 1: the sum of the numbers of all lines.
Part 2: the same, where the spelled digits `one` to `nine` count as digits too. The first and the last are found by where they begin, and spelled digits
may overlap: `oneight` is a 1 and an 8.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import (
    Answers,
    Law,
    both_part1,
    doubled,
    joined,
    mirrored,
    on_lines,
    same,
    same_part1,
    shuffled,
    twice,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Trebuchet?!"
UNIT = "lines"
SIZE = 1000
MOST_LINES, MOST_CHARACTERS = 2_000, 100
DIGITS = "123456789"
SPELLED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
OVERLAPS = (
    "oneight",
    "twone",
    "threeight",
    "fiveight",
    "sevenine",
    "eightwo",
    "eighthree",
    "nineight",
    "eightwoneight",
)
ALMOST = ("zero", "ten", "on", "ne", "tw", "wo", "thre", "hree", "fou", "fiv", "si", "ix", "seve", "eigh", "nin", "eno")
OTHERS = "abcdjklmpqyz"  # begin no spelled digit


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Lines of digits, spelled digits, overlapping ones, and what is almost one; often with a single digit, or with it at an end."""
    letters = st.sampled_from(("x", "q", "e", "t", "o", "n", "zz", "abc"))
    word = st.sampled_from(SPELLED)
    piece = st.one_of(word, word, st.sampled_from(OVERLAPS), st.sampled_from(ALMOST), letters, st.sampled_from(DIGITS))
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        pieces = draw(st.lists(piece, max_size=7))
        if not any(letter in DIGITS for letter in "".join(pieces)):
            pieces.insert(draw(st.integers(0, len(pieces))), draw(st.sampled_from(DIGITS)))
        lines.append("".join(pieces))
    return joined(lines)


def full(seed: int, size: int = SIZE) -> str:
    """Lines of 3 to some 50 characters: digits, spelled digits and letters in about equal parts, one line in twenty with an overlap."""
    rng = Random(seed)
    return joined(any_line(rng) for _ in range(min(size, MOST_LINES)))


def any_line(rng: Random) -> str:
    pieces = [rng.choice(DIGITS)]
    for _ in range(rng.randint(2, 7)):
        letters = "".join(rng.choices("bcdfghjklmnpqrstvxz", k=rng.randint(1, 9)))
        pieces.append(rng.choice((rng.choice(DIGITS), rng.choice(SPELLED), letters)))
    if rng.random() < 0.05:
        pieces.append(rng.choice(OVERLAPS))
    line = "".join(shuffled(pieces, rng))
    return line if len(line) > 2 else line + rng.choice(SPELLED)


def limits() -> Iterator[Limit]:
    nines = "9" * MOST_CHARACTERS
    yield Limit("most lines, and the greatest sums", joined([nines] * MOST_LINES), "198000, 198000")
    yield Limit("a line too many", joined(["1"] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")
    yield Limit("a character too many", joined([nines, nines + "9"]), "refused at line 2")


def worst() -> Iterator[tuple[str, str]]:
    """Longest lines: the only digit at one end, in the middle, and between spelled digits or what is almost one."""
    half = MOST_CHARACTERS // 2
    for name, filling in (
        ("letters that begin nothing", "q"),
        ("letters that may begin a digit", "tfs"),
        ("almost seven", "seve"),
        ("almost three", "thre"),
        ("overlapping digits", "eightwone"),
        ("digits", "9"),
    ):
        letters = filling * MOST_CHARACTERS
        yield f"{name}, the digit first", joined(["1" + letters[: MOST_CHARACTERS - 1]] * MOST_LINES)
        yield f"{name}, the digit last", joined([letters[: MOST_CHARACTERS - 1] + "1"] * MOST_LINES)
        yield f"{name}, the digit in the middle", joined([letters[:half] + "1" + letters[: half - 1]] * MOST_LINES)


def oracle(text: str) -> Answers | None:
    """At every place of a line all digits are compared with what stands there."""
    written = {digit: int(digit) for digit in DIGITS}
    spelled = {word: value for value, word in enumerate(SPELLED, start=1)}
    return str(total(text, written)), str(total(text, written | spelled))


def total(text: str, values: dict[str, int]) -> int:
    numbers = 0
    for line in text.split():
        digits = [value for at in range(len(line)) for word, value in values.items() if line[at:].startswith(word)]
        numbers += 10 * digits[0] + digits[-1]
    return numbers


def mirrors_digits(before: Answers, after: Answers) -> bool:
    """In part 1 the two digits of each line change places: ten times one sum less the other is 99 times a sum of digits."""
    one, other = whole(before)[0], whole(after)[0]
    return (10 * one - other) % 99 == 0 and (10 * other - one) % 99 == 0


def ten_less(lines: list[str], _: Random) -> list[str]:
    """Every digit d becomes 10 - d."""
    return [line.translate(str.maketrans(DIGITS, DIGITS[::-1])) for line in lines]


def without_letters(lines: list[str], _: Random) -> list[str]:
    return ["".join(letter for letter in line if letter in DIGITS) for line in lines]


def all_but_one_spelled(lines: list[str], rng: Random) -> list[str] | None:
    """Each digit of a line but one becomes the word for it, between letters that keep it from its neighbours."""
    changed = []
    for line in lines:
        kept = rng.choice([at for at, letter in enumerate(line) if letter in DIGITS])
        changed.append(
            "".join(
                f"q{SPELLED[int(letter) - 1]}q" if letter in DIGITS and at != kept else letter
                for at, letter in enumerate(line)
            )
        )
    return fitting(changed)


def letters_around(lines: list[str], rng: Random) -> list[str] | None:
    return fitting([rng.choice(OTHERS) + line + rng.choice(OTHERS) for line in lines])


def digit_in_front(lines: list[str], _: Random) -> list[str] | None:
    return fitting(["1" + line for line in lines])


def digits_around(lines: list[str], _: Random) -> list[str] | None:
    return fitting(["3" + line + "7" for line in lines])


def nine_behind(lines: list[str], _: Random) -> list[str] | None:
    return fitting([line + "nine" for line in lines])


def fitting(lines: list[str]) -> list[str] | None:
    return lines if all(len(line) <= MOST_CHARACTERS for line in lines) else None


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("all lines twice double both answers", on_lines(twice), doubled),
    Law("backwards the two digits of part 1 change places", on_lines(mirrored), mirrors_digits),
    Law(
        "ten less each digit makes 110 of a line together, in part 1",
        on_lines(ten_less),
        lambda before, after: (whole(before)[0] + whole(after)[0]) % 110 == 0,
    ),
    Law("without letters both parts are part 1", on_lines(without_letters), both_part1),
    Law(
        "part 2 stays as it is when digits are spelled",
        on_lines(all_but_one_spelled),
        lambda before, after: before[1] == after[1],
    ),
    Law("letters at the ends that begin no digit change nothing", on_lines(letters_around), same),
    Law(
        "a 1 in front is the least there can be",
        on_lines(digit_in_front),
        lambda before, after: all(one >= other for one, other in zip(whole(before), whole(after), strict=True)),
    ),
    Law("with digits at both ends the parts are equal", on_lines(digits_around), lambda _, after: after[0] == after[1]),
    Law("part 1 sees no spelled digit behind the others", on_lines(nine_behind), same_part1),
)
