"""2025 day 6, https://adventofcode.com/2025/day/6

Text: 1 to 4 rows of numbers and a row of operators, `+` or `*`. Blanks are data, and a row that is shorter than the longest goes on in blanks.
One column that is blank in every row stands between two problems; there is none before the first, and there may be any number after the last. There
are 1 to 5,000 problems. A problem is 1 to 4 columns wide. Each of its rows of numbers holds one number of digits 0-9 without a gap, at the left, at the
right or in between; each of its columns holds a digit at least; its operator stands in its leftmost column.
The result of a problem is the sum or the product of its numbers.
Part 1: the sum of all results, where the rows of a problem are its numbers.
Part 2: where the columns are, read downwards, without their blanks.
"""

from collections.abc import Callable, Iterator
from itertools import groupby, zip_longest
from math import prod
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    on_lines,
    on_what,
    parts_swapped,
    same,
    same_part1,
    shuffled,
    twice,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Trash Compactor"
UNIT = "problems"
SIZE = 1000
MOST_PROBLEMS, MOST_ROWS, MOST_COLUMNS = 5_000, 4, 4


class Problem(NamedTuple):
    operator: str
    rows: list[str]  # all of one width, blanks included


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Numbers at any place of their problem, many zeros, ones and nines; with blanks at the ends, without, or with too many."""
    height, most = draw(st.integers(1, MOST_ROWS)), draw(st.integers(1, MOST_COLUMNS))
    alphabet = draw(st.sampled_from(("0123456789", "123456789", "9", "01")))
    drawn = [draw(problem(height, most, alphabet)) for _ in range(draw(st.integers(1, 5)))]
    ends = draw(st.sampled_from((padded, stripped, wide)))
    return joined(ends(written(drawn).splitlines(), Random(0)))


@st.composite
def problem(draw: st.DrawFn, height: int, most: int, alphabet: str) -> Problem:
    width = draw(st.integers(1, most))
    full = draw(st.booleans())  # every number as wide as the problem
    rows = []
    for _ in range(height):
        digits = draw(st.text(alphabet, min_size=width if full else 1, max_size=width))
        indent = draw(st.integers(0, width - len(digits)))
        rows.append((" " * indent + digits).ljust(width))
    return Problem(draw(st.sampled_from("+*")), without_blank_columns(rows))


def without_blank_columns(rows: list[str]) -> list[str]:
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    return ["".join(row) for row in zip(*filter(str.strip, columns), strict=True)]


def full(seed: int, size: int = SIZE) -> str:
    """Four rows without zeros; the numbers of a problem are all at its left or all at its right."""
    rng = Random(seed)
    problems = []
    for _ in range(size):
        width = rng.choice((2, 3, 3, 4))
        lengths = [width, *(rng.randint(1, width) for _ in range(3))]
        numbers = ["".join(rng.choices("123456789", k=length)) for length in rng.sample(lengths, 4)]
        align = rng.choice((str.ljust, str.rjust))
        problems.append(Problem(rng.choice("+*"), [align(number, width) for number in numbers]))
    return written(problems)


def limits() -> Iterator[Limit]:
    nines = Problem("*", ["9999"] * MOST_ROWS)
    total = MOST_PROBLEMS * 9_999**4
    yield Limit("the largest answers", written([nines] * MOST_PROBLEMS), f"{total}, {total}")
    yield Limit("a problem too many", written([nines] * (MOST_PROBLEMS + 1)), "refused as a whole")


def worst() -> Iterator[tuple[str, str]]:
    """Most problems and the largest results; the widest text, the narrowest, and blanks without end."""
    yield "the largest products", written([Problem("*", ["9999"] * 4)] * MOST_PROBLEMS)
    yield "the largest sums", written([Problem("+", ["9999"] * 4)] * MOST_PROBLEMS)
    yield "one digit a problem", written([Problem("*", ["9"])] * MOST_PROBLEMS)
    steps = ["1   ", " 2  ", "  3 ", "   4"]
    yield "numbers on a diagonal", written([Problem("*", steps)] * MOST_PROBLEMS)
    yield (
        "a million blanks at the end of each row",
        joined(row + " " * 1_000_000 for row in written([Problem("+", steps)]).splitlines()),
    )


def written(problems: list[Problem]) -> str:
    rows = [" ".join(row) for row in zip(*(problem.rows for problem in problems), strict=True)]
    return joined([*rows, " ".join(problem.operator.ljust(len(problem.rows[0])) for problem in problems)])


def read(text: str) -> list[Problem]:
    """The problems, cut apart at the blank columns."""
    columns = zip_longest(*text.splitlines(), fillvalue=" ")
    blocks = (
        ["".join(row) for row in zip(*block, strict=True)]
        for blank, block in groupby(columns, key=lambda column: set(column) == {" "})
        if not blank
    )
    return [Problem(block[-1].strip(), block[:-1]) for block in blocks]


def oracle(text: str) -> Answers | None:
    """Each problem by itself."""
    problems = read(text)
    if len(problems) > 100:
        return None

    def total(numbers: Callable[[Problem], list[int]]) -> str:
        return str(sum(sum(numbers(one)) if one.operator == "+" else prod(numbers(one)) for one in problems))

    def rows(one: Problem) -> list[int]:
        return [int(row) for row in one.rows]

    def columns(one: Problem) -> list[int]:
        return [int("".join(row[at] for row in one.rows).replace(" ", "")) for at in range(len(one.rows[0]))]

    return total(rows), total(columns)


on_problems = on_what(read, written)


def transposed(problems: list[Problem], _: Random) -> list[Problem] | None:
    """Rows for columns in every problem, where all are of one width and no column has a gap."""
    columns = [["".join(column) for column in zip(*problem.rows, strict=True)] for problem in problems]
    if len({len(each) for each in columns}) > 1 or any(" " in column.strip() for each in columns for column in each):
        return None
    return [Problem(problem.operator, each) for problem, each in zip(problems, columns, strict=True)]


def realigned(problems: list[Problem], rng: Random) -> list[Problem]:
    """Every number at some other place of its problem; columns that are blank then are left out."""

    def moved(row: str) -> str:
        digits = row.strip()
        return (" " * rng.randint(0, len(row) - len(digits)) + digits).ljust(len(row))

    return [Problem(operator, without_blank_columns([moved(row) for row in rows])) for operator, rows in problems]


def other_operators(problems: list[Problem], _: Random) -> list[Problem] | None:
    """Plus for times, where a problem has a single row."""
    if len(problems[0].rows) > 1:
        return None
    return [Problem("+" if operator == "*" else "*", rows) for operator, rows in problems]


def stripped(lines: list[str], _: Random) -> list[str]:
    return [line.rstrip() for line in lines]


def padded(lines: list[str], _: Random) -> list[str]:
    width = max(map(len, lines))
    return [line.ljust(width) for line in lines]


def wide(lines: list[str], rng: Random) -> list[str]:
    """Blanks behind every row, as it happens."""
    return [line + " " * rng.randint(0, 5) for line in lines]


LAWS = (
    Law("rows for columns in every problem swap the parts", on_problems(transposed), parts_swapped),
    Law("where numbers stand does not matter to part 1", on_problems(realigned), same_part1),
    Law("with a single row the operator does not matter to part 1", on_problems(other_operators), same_part1),
    Law("the order of the problems does not matter", on_problems(shuffled), same),
    Law("every problem twice doubles both answers", on_problems(twice), doubled),
    Law("blanks at the ends can be left out", on_lines(stripped), same),
    Law("blanks at the ends can be added", on_lines(wide), same),
)
