"""2023 day 9, https://adventofcode.com/2023/day/9

Text: 1 to 300 lines of 2 to 25 whole numbers, -100,000,000 to 100,000,000, with one blank between. Lines may have different lengths, and none has anything
to do with another.
The differences of neighbours make a list that is one shorter, and so on, until all are 0. Each list is continued by one number so that the list of its
differences goes on as well: the numbers continue as the polynomial of least degree through all of them.
Part 1: the sum of the numbers that come next, over all lines.
Part 2: the sum of the numbers that come before the first.
"""

from collections.abc import Callable, Iterator
from math import comb
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import numbers, repeated
from crosscheck.puzzles.law import Answers, Law, Transform, doubled, joined, parts_swapped, same, shuffled, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Mirage Maintenance"
UNIT = "lines"
SIZE = 200
MOST, MOST_LINES, FEWEST, LONGEST = 100_000_000, 300, 2, 25
Line = list[int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Lines of anything, of small numbers and of the extremes; polynomials, so that the differences end early; up and down, so that sums are 0; constants."""
    kinds = st.sampled_from(("numbers", "numbers", "polynomial", "polynomial", "zigzag", "constant"))
    lines: list[Line] = []
    for _ in range(draw(st.integers(1, 5))):
        kind, length = draw(kinds), draw(st.sampled_from((5, 2, 3, 4, 7, LONGEST)))
        number = draw(st.sampled_from((0, 1, -1, 7, MOST, -MOST)))
        if kind == "numbers":
            lines.append(draw(numbers(-MOST, MOST, length, FEWEST)))
        elif kind == "polynomial":
            lines.append(polynomial(draw(st.lists(st.integers(-3, 3), min_size=1, max_size=5)), length))
        elif kind == "zigzag":
            lines.append([number * (-1) ** at for at in range(length)])
        else:
            lines.append([number] * length)
    return written(draw(repeated(st.just(lines), 3, 60)))


def polynomial(differences: Line, length: int) -> Line:
    """A line by the first numbers of its lists of differences."""
    return [sum(comb(at, depth) * first for depth, first in enumerate(differences)) for at in range(length)]


def full(seed: int, size: int = SIZE) -> str:
    """Lines of 21 numbers that a polynomial of degree 1 to 12 gives, up to some millions."""
    rng = Random(seed)
    lines = []
    for _ in range(min(size, MOST_LINES)):
        differences = [rng.randint(-3, 12) for _ in range(rng.randint(2, 13))]
        lines.append(polynomial(differences, 21))
    return written(lines)


def zigzag(first: int, length: int = LONGEST) -> Line:
    return [first * (-1) ** at for at in range(length)]


def limits() -> Iterator[Limit]:
    most = MOST_LINES * MOST * (2**LONGEST - 1)
    yield Limit("the greatest sums", written([zigzag(MOST)] * MOST_LINES), f"{most}, {most}")
    yield Limit("the least sums", written([zigzag(-MOST)] * MOST_LINES), f"{-most}, {-most}")
    yield Limit("a line too many", written([[0, 0]] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most and longest lines: up and down between the extremes, anything, all lengths, and constants."""
    rng = Random(9)
    yield "up and down", written([zigzag(MOST), zigzag(-MOST)] * (MOST_LINES // 2))
    yield "anything", written([[rng.randint(-MOST, MOST) for _ in range(LONGEST)] for _ in range(MOST_LINES)])
    lengths = [at % (LONGEST - 1) + FEWEST for at in range(MOST_LINES)]
    yield "all lengths", written([[rng.randint(-MOST, MOST) for _ in range(length)] for length in lengths])
    yield "constants", written([[MOST] * LONGEST] * MOST_LINES)
    yield "leading zeros", joined([" ".join(["0" * 1_000 + "7"] * LONGEST)] * MOST_LINES)


def written(lines: list[Line]) -> str:
    return joined(" ".join(map(str, line)) for line in lines)


def read(text: str) -> list[Line]:
    return [[int(word) for word in line.split()] for line in text.splitlines()]


def oracle(text: str) -> Answers | None:
    """List under list, until one is all 0; then every list is continued at both ends, from the last one up."""
    after = before = 0
    for line in read(text):
        lists = [line]
        while any(lists[-1]):
            upper = lists[-1]
            lists.append([upper[at + 1] - upper[at] for at in range(len(upper) - 1)])
        for upper, lower in zip(lists[-2::-1], lists[:0:-1], strict=True):
            upper.append(upper[-1] + (lower[-1] if lower else 0))
            upper.insert(0, upper[0] - (lower[0] if lower else 0))
        after += lists[0][-1] if len(lists) > 1 else 0
        before += lists[0][0] if len(lists) > 1 else 0
    return str(after), str(before)


def on_history(change: Callable[[list[Line], Random], list[Line]]) -> Transform:
    """A change of all lines, where they are in the domain after it."""

    def transform(text: str, rng: Random) -> str | None:
        lines = change(read(text), rng)
        fits = all(len(line) <= LONGEST and max(map(abs, line)) <= MOST for line in lines)
        return written(lines) if fits and len(lines) <= MOST_LINES else None

    return transform


def backwards(lines: list[Line], _: Random) -> list[Line]:
    return [line[::-1] for line in lines]


def negated(lines: list[Line], _: Random) -> list[Line]:
    return [[-number for number in line] for line in lines]


def continued(line: Line) -> int:
    """The next number, by the signs of the binomial coefficients: the last difference of all is 0."""
    length = len(line)
    return sum((-1) ** (length - at + 1) * comb(length, at) * number for at, number in enumerate(line))


def one_longer(lines: list[Line], _: Random) -> list[Line]:
    return [[*line, continued(line)] for line in lines]


def doubled_numbers(lines: list[Line], _: Random) -> list[Line]:
    return [[2 * number for number in line] for line in lines]


def line_of_sevens(lines: list[Line], rng: Random) -> list[Line]:
    at = rng.randint(0, len(lines))
    return [*lines[:at], [7] * rng.randint(FEWEST, LONGEST), *lines[at:]]


def line_and_its_negative(lines: list[Line], rng: Random) -> list[Line]:
    line = [rng.randint(-MOST, MOST) for _ in range(rng.randint(FEWEST, LONGEST))]
    return [line, *lines, [-number for number in line]]


def opposite(before: Answers, after: Answers) -> bool:
    return all(one == -other for one, other in zip(whole(before), whole(after), strict=True))


def seven_more(before: Answers, after: Answers) -> bool:
    return all(one + 7 == other for one, other in zip(whole(before), whole(after), strict=True))


LAWS = (
    Law("the order of the lines does not matter", on_history(shuffled), same),
    Law("all lines twice double both answers", on_history(twice), doubled),
    Law("backwards the parts change places", on_history(backwards), parts_swapped),
    Law("the negative numbers have the negative answers", on_history(negated), opposite),
    Law("numbers twice as great double both answers", on_history(doubled_numbers), doubled),
    Law(
        "with the next number part 2 is the same",
        on_history(one_longer),
        lambda before, after: before[1] == after[1],
    ),
    Law("a line of sevens adds 7", on_history(line_of_sevens), seven_more),
    Law("a line and its negative add nothing", on_history(line_and_its_negative), same),
)
