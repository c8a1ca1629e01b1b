"""2023 day 13, https://adventofcode.com/2023/day/13

Text: 1 to 200 patterns with a blank line between two, 2 to 20 rows of 2 to 20 columns of `.` and `#`; each pattern has a size of its own.
A line goes between two neighbouring rows or columns. What is on one side of it is compared with the mirror image of the other, as far as both reach;
a wrong cell is a pair of cells that differ. In each pattern exactly one line has no wrong cell, and exactly one has one wrong cell.
A line between columns is worth the number of columns left of it, one between rows 100 times the number of rows above it.
Part 1: the sum of the lines without a wrong cell.  Part 2: of those with one wrong cell.
"""

from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import repeated, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    doubled,
    joined,
    mirrored,
    same,
    shuffled,
    transposed,
    twice,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Point of Incidence"
UNIT = "patterns"
SIZE = 100
MOST, FEWEST_LINES, MOST_LINES = 200, 2, 20
INVERTED = str.maketrans(".#", "#.")
Pattern = list[str]
Cell = tuple[int, int]
SMALLEST = ["##.", "..."]  # column 1 has no wrong cell, column 2 has one


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Patterns of two rows or columns, square ones, long ones, of few `#` or many; the two lines close together, far apart, at the rim, crossing."""
    sides = st.sampled_from((3, 2, 4, 5, 6, 7, 9, 13, MOST_LINES))
    patterns = []
    for _ in range(draw(st.integers(1, 4))):
        rng, height, width = draw(seeds()), draw(sides), draw(sides)
        patterns.append(planted(rng, height, width, rng.choice((0.5, 0.5, 0.3, 0.8))) or SMALLEST)
    return written(draw(repeated(st.just(patterns), 2, 12)))


def planted(rng: Random, height: int, width: int, density: float) -> Pattern | None:
    """A pattern with two lines of reflection, of which one is then spoilt by one cell; None where a hundred tries fail."""
    lines = [(True, at) for at in range(1, height)] + [(False, at) for at in range(1, width)]
    for _ in range(100):
        right, wrong = rng.sample(lines, 2)
        cells = {(y, x): rng.random() < density for y in range(height) for x in range(width)}
        for cell in sorted(cells):
            group, found = [cell], {cell}
            for each in group:
                for line in (right, wrong):
                    other = opposite(each, line)
                    if other in cells and other not in found:
                        group.append(other)
                        found.add(other)
            cells |= dict.fromkeys(group, cells[cell])
        spoilt = rng.choice(sorted(cells))
        for cell in {spoilt, opposite(spoilt, right)} & cells.keys():
            cells[cell] = not cells[cell]
        pattern = ["".join(".#"[cells[y, x]] for x in range(width)) for y in range(height)]
        counts = list(wrong_cells(pattern).values())
        if counts.count(0) == counts.count(1) == 1:
            return pattern
    return None


def opposite(cell: Cell, line: tuple[bool, int]) -> Cell:
    """The mirror image, which may be outside the pattern."""
    (y, x), (rows, at) = cell, line
    return (2 * at - 1 - y, x) if rows else (y, 2 * at - 1 - x)


def wrong_cells(pattern: Pattern) -> dict[int, int]:
    """How many wrong cells each line has, by what the line is worth."""

    def between(rows: Pattern, worth: int) -> dict[int, int]:
        return {
            worth * at: sum(
                one != two
                for upper, lower in zip(rows[at - 1 :: -1], rows[at:], strict=False)
                for one, two in zip(upper, lower, strict=True)
            )
            for at in range(1, len(rows))
        }

    return between(pattern, 100) | between(["".join(column) for column in zip(*pattern, strict=True)], 1)


def full(seed: int, size: int = SIZE) -> str:
    """Patterns of 7 to 17 rows and columns, both odd, with about as many `.` as `#`."""
    rng = Random(seed)
    patterns: list[Pattern] = []
    while len(patterns) < min(size, MOST):
        pattern = planted(rng, rng.randrange(7, 18, 2), rng.randrange(7, 18, 2), 0.5)
        patterns += [pattern] if pattern else []
    return written(patterns)


def last_line() -> Pattern:
    """The largest pattern, with its line without a wrong cell last of all rows, and the other one last of all columns."""
    rng = Random(13)
    while True:
        half = MOST_LINES - 1
        rows = ["".join(rng.choices(".#", k=half)) for _ in range(half)]
        rows = [row + row[-1] for row in rows]
        rows[0] = rows[0][:-1] + rows[0][-1].translate(INVERTED)
        pattern = [*rows, rows[-1]]
        counts = wrong_cells(pattern)
        if counts[100 * half] == 0 and counts[half] == 1 and list(counts.values()).count(0) == 1:
            return pattern


def limits() -> Iterator[Limit]:
    half = MOST_LINES - 1
    yield Limit("the largest patterns", written([last_line()] * MOST), f"{100 * half * MOST}, {half * MOST}")
    smallest = [SMALLEST] * MOST
    yield Limit("most of the smallest patterns", written(smallest), f"{MOST}, {2 * MOST}")
    yield Limit("a pattern too many", written([*smallest, SMALLEST]), f"refused at line {3 * MOST + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most and largest patterns: the lines last, anywhere, few `#`, and patterns that look like themselves in many places."""
    rng = Random(13)
    yield "the last lines", written([last_line()] * MOST)
    yield "the last lines, rows for columns", written([transposed(last_line(), rng)] * MOST)
    for density in (0.5, 0.1, 0.9):
        large = [planted(rng, MOST_LINES, MOST_LINES, density) for _ in range(12)]
        patterns = [pattern for pattern in large if pattern] or [last_line()]
        yield f"large patterns, {density} of them `#`", written((patterns * MOST)[:MOST])
    narrow = [planted(rng, 2, MOST_LINES, 0.5) or SMALLEST for _ in range(MOST)]
    yield "two rows", written(narrow)
    yield "two columns", written([transposed(pattern, rng) for pattern in narrow])


def written(patterns: list[Pattern]) -> str:
    return "\n".join(joined(pattern) for pattern in patterns)


def read(text: str) -> list[Pattern]:
    return [block.split() for block in text.strip().split("\n\n")]


def oracle(text: str) -> Answers | None:
    """Part 2 as it is told: each cell in turn is changed, until a line fits that did not fit before."""
    if len(text) > 1_500:
        return None
    clean = smudged = 0
    for pattern in read(text):
        (old,) = fitting(pattern)
        clean += old
        new = set[int]()
        for y, row in enumerate(pattern):
            for x, cell in enumerate(row):
                changed = row[:x] + (".", "#")[cell == "."] + row[x + 1 :]
                new |= fitting([*pattern[:y], changed, *pattern[y + 1 :]])
        (other,) = new - {old}
        smudged += other
    return str(clean), str(smudged)


def fitting(pattern: Pattern) -> set[int]:
    """What the lines are worth at which one side is the mirror image of the other."""
    height, width = len(pattern), len(pattern[0])
    lines = set[int]()
    for at in range(1, height):
        reach = min(at, height - at)
        if pattern[at - reach : at] == pattern[at : at + reach][::-1]:
            lines.add(100 * at)
    for at in range(1, width):
        reach = min(at, width - at)
        if all(row[at - reach : at] == row[at : at + reach][::-1] for row in pattern):
            lines.add(at)
    return lines


def on_patterns(change: Callable[[list[Pattern], Random], list[Pattern]]) -> Transform:
    """A change of the list of patterns, where they are not too many after it."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return written(changed) if len(changed) <= MOST else None

    return transform


def rows_for_columns(patterns: list[Pattern], rng: Random) -> list[Pattern]:
    return [transposed(pattern, rng) for pattern in patterns]


def inverted(patterns: list[Pattern], _: Random) -> list[Pattern]:
    return [[row.translate(INVERTED) for row in pattern] for pattern in patterns]


def upside_down(patterns: list[Pattern], _: Random) -> list[Pattern]:
    return [pattern[::-1] for pattern in patterns]


def left_for_right(patterns: list[Pattern], rng: Random) -> list[Pattern]:
    return [mirrored(pattern, rng) for pattern in patterns]


def smallest_more(patterns: list[Pattern], rng: Random) -> list[Pattern]:
    at = rng.randint(0, len(patterns))
    return [*patterns[:at], SMALLEST, *patterns[at:]]


def one_alone(patterns: list[Pattern], rng: Random) -> list[Pattern]:
    return [rng.choice(patterns)]


def hundreds_exchanged(before: Answers, after: Answers) -> bool:
    """c + 100 r becomes r + 100 c."""
    return all(
        (100 * one - two) % 9999 == 0 and (100 * two - one) % 9999 == 0
        for one, two in zip(whole(before), whole(after), strict=True)
    )


def same_columns(before: Answers, after: Answers) -> bool:
    """Only what rows are worth has changed: the difference is whole hundreds."""
    return all((one - two) % 100 == 0 for one, two in zip(whole(before), whole(after), strict=True))


def same_rows(before: Answers, after: Answers) -> bool:
    """Only what columns are worth has changed, by less than twenty for a pattern."""
    return all(abs(one - two) < MOST_LINES * MOST for one, two in zip(whole(before), whole(after), strict=True))


def its_own_lines(_: Answers, after: Answers) -> bool:
    """Two different lines, each of rows or of columns and not outside."""
    one, two = whole(after)
    return one != two and all(0 < n < MOST_LINES or n in range(100, 100 * MOST_LINES, 100) for n in (one, two))


def one_and_two_more(before: Answers, after: Answers) -> bool:
    return (whole(before)[0] + 1, whole(before)[1] + 2) == whole(after)


LAWS = (
    Law("the order of the patterns does not matter", on_patterns(shuffled), same),
    Law("all patterns twice double both answers", on_patterns(twice), doubled),
    Law("rows for columns exchange the hundreds and the ones", on_patterns(rows_for_columns), hundreds_exchanged),
    Law("`.` for `#` changes nothing", on_patterns(inverted), same),
    Law("upside down the columns have the same worth", on_patterns(upside_down), same_columns),
    Law("left for right the rows have the same worth", on_patterns(left_for_right), same_rows),
    Law("the smallest pattern adds 1 and 2", on_patterns(smallest_more), one_and_two_more),
    Law("a pattern alone has two different lines", on_patterns(one_alone), its_own_lines),
)
