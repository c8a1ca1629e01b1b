"""2023 day 12, https://adventofcode.com/2023/day/12

Text: 1 to 1,000 lines of a row of 1 to 20 springs `.`, `#` and `?`, a blank, and 1 to 10 numbers, 1 to 20, with commas between. `.` works, `#` is broken, and
`?` is unknown.
The ways of a line are the ways to put `.` or `#` for each `?` so that the lengths of the runs of `#` are the numbers, in their order. There may be none.
Part 1: the sum of the ways of all lines.
Part 2: the same, where every row is taken five times, with a `?` between two copies, and every list of numbers five times. One line may have more than
2^64 ways, but fewer than 2^80.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, product
from math import comb
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import repeated, seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    doubled,
    joined,
    part2_at_least_part1,
    same,
    same_part1,
    shuffled,
    twice,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Hot Springs"
UNIT = "lines"
SIZE = 1000
MOST_LINES, LONGEST, MOST_GROUPS, COPIES = 1_000, 20, 10, 5
Line = tuple[str, list[int]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Rows of which something is hidden, some with a number changed, left out or added; rows of `?` alone; rows and numbers that have nothing to do with each
    other.
    """
    rng = draw(seeds())
    lines: list[Line] = []
    for _ in range(draw(st.integers(1, 4))):
        length = draw(st.sampled_from((5, 3, 7, 10, 1, 2, 4, 15, LONGEST)))
        kind = draw(st.sampled_from(("hidden", "hidden", "hidden", "wrong", "unknown", "anything")))
        row, groups = hidden(rng, length, rng.choice((0.2, 0.5, 0.8, 1)), rng.choice((0.3, 0.6, 0.9)))
        if kind == "wrong":
            at = rng.randrange(len(groups))
            change: list[int] = rng.choice(([], [groups[at] % LONGEST + 1], [groups[at], 1], [max(1, groups[at] - 1)]))
            groups = (groups[:at] + change + groups[at + 1 :])[:MOST_GROUPS] or [1]
        elif kind == "unknown":
            row = "?" * length
        elif kind == "anything":
            row = "".join(rng.choices(".#?", k=length))
        lines.append((row, groups))
    return written(draw(repeated(st.just(lines), 2, 40)))


def hidden(rng: Random, length: int, unknown: float, broken: float) -> Line:
    """A row with some of its springs unknown, and what its runs are."""
    row = rng.choice("#.")
    while len(row) < length:
        row += "#" if rng.random() < broken else "."
    row = "#" + row[1:] if "#" not in row else row
    while len(groups_of(row)) > MOST_GROUPS:
        row = row.replace(".#.", "...", 1)
    return "".join("?" if rng.random() < unknown else spring for spring in row), groups_of(row)


def groups_of(row: str) -> list[int]:
    return [len(run) for run in row.split(".") if run]


def full(seed: int, size: int = SIZE) -> str:
    """Rows of 5 to 20 springs with two to six runs of `#`, of which half or more is hidden."""
    rng = Random(seed)
    lines: list[Line] = []
    while len(lines) < min(size, MOST_LINES):
        groups = [rng.choice((1, 1, 1, 1, 2, 2, 3, 4, 5, 7)) for _ in range(rng.randint(2, 6))]
        free = rng.randint(0, 6)
        if not 5 <= sum(groups) + len(groups) - 1 + free <= LONGEST:
            continue
        gaps = [0, *[1] * (len(groups) - 1), 0]
        for _ in range(free):
            gaps[rng.randrange(len(gaps))] += 1
        row = "".join("." * gap + "#" * group for gap, group in zip(gaps, [*groups, 0], strict=True))
        unknown = rng.uniform(0.4, 0.85)
        row = "".join("?" if rng.random() < unknown else spring for spring in row)
        lines.append((row, groups))
    return written(lines)


def most_ways() -> Line:
    """Of all lines the one with the most ways in part 2: only `?`, and the best number of ones."""
    length = COPIES * (LONGEST + 1) - 1
    ways = {groups: comb(length - COPIES * groups + 1, COPIES * groups) for groups in range(1, MOST_GROUPS + 1)}
    return "?" * LONGEST, [1] * max(ways, key=lambda groups: ways[groups])


def limits() -> Iterator[Limit]:
    row, ones = most_ways()
    one = MOST_LINES * comb(LONGEST - len(ones) + 1, len(ones))
    five = COPIES * len(ones)
    two = MOST_LINES * comb(COPIES * (LONGEST + 1) - five, five)
    yield Limit("most lines with the most ways", written([(row, ones)] * MOST_LINES), f"{one}, {two}")
    yield Limit("a line too many", written([("#", [1])] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most and longest lines: only `?` with most ways, with most groups and with one; marks at every other place; no way; and anything."""
    rng = Random(12)
    every = "?" * LONGEST

    def lines(row: str, groups: list[int]) -> str:
        return written([(row, groups)] * MOST_LINES)

    yield "most ways", written([most_ways()] * MOST_LINES)
    yield "most groups", lines(every, [1] * MOST_GROUPS)
    yield "one group of one", lines(every, [1])
    yield "one group as long as the row", lines(every, [LONGEST])
    yield "groups of all lengths", written([(every, [at % LONGEST + 1]) for at in range(MOST_LINES)])
    yield "every other spring is broken", lines("#?" * (LONGEST // 2), [1] * MOST_GROUPS)
    yield "every other spring works", lines(".?" * (LONGEST // 2), [1] * 5)
    yield "every third spring is broken", lines("?#?" * 6 + "??", [2, 1, 2, 1, 2, 1])
    yield "numbers that cannot fit", lines(every, [LONGEST] * MOST_GROUPS)
    yield "a broken spring first and last", lines("#" + "?" * (LONGEST - 2) + "#", [1] * 7)
    yield "half is hidden", written([hidden(rng, LONGEST, 0.5, 0.5) for _ in range(MOST_LINES)])
    yield "nearly all is hidden", written([hidden(rng, LONGEST, 0.9, 0.4) for _ in range(MOST_LINES)])
    yield "leading zeros", joined([f"{every} " + ",".join(["0" * 200 + "1"] * MOST_GROUPS)] * MOST_LINES)


def written(lines: list[Line]) -> str:
    return joined(f"{row} {','.join(map(str, groups))}" for row, groups in lines)


def read(text: str) -> list[Line]:
    lines = [line.split() for line in text.splitlines()]
    return [(row, [int(number) for number in groups.split(",")]) for row, groups in lines]


def oracle(text: str) -> Answers | None:
    """Few unknown springs are all tried. Otherwise spring by spring from the left, with the ways of what is left of row and numbers kept."""
    lines = read(text)
    if len(lines) > 300:
        return None
    ways.cache_clear()
    once = [tried(row, groups) if row.count("?") < 9 else ways(row + ".", tuple(groups)) for row, groups in lines]
    five = [ways("?".join([row] * COPIES) + ".", tuple(groups * COPIES)) for row, groups in lines]
    return str(sum(once)), str(sum(five))


def tried(row: str, groups: list[int]) -> int:
    choices = [".#" if spring == "?" else spring for spring in row]
    return sum(
        [len(list(run)) for spring, run in groupby(springs) if spring == "#"] == groups for springs in product(*choices)
    )


@cache
def ways(row: str, groups: tuple[int, ...]) -> int:
    """Of a row that ends in `.`."""
    if not row:
        return not groups
    count = ways(row[1:], groups) if row[0] != "#" else 0
    if row[0] != "." and groups:
        length = groups[0]
        if len(row) > length and "." not in row[:length] and row[length] != "#":
            count += ways(row[length + 1 :], groups[1:])
    return count


def on_springs(change: Callable[[list[Line], Random], list[Line]]) -> Transform:
    """A change of the lines, where all are in the domain after it."""

    def transform(text: str, rng: Random) -> str | None:
        lines = change(read(text), rng)
        fits = all(len(row) <= LONGEST and len(groups) <= MOST_GROUPS for row, groups in lines)
        return written(lines) if fits and len(lines) <= MOST_LINES else None

    return transform


def backwards(lines: list[Line], _: Random) -> list[Line]:
    return [(row[::-1], groups[::-1]) for row, groups in lines]


def wider_gaps(lines: list[Line], rng: Random) -> list[Line]:
    """A `.` more or less where there is one, as far as there is room."""

    def changed(row: str) -> str:
        wider = row.replace(".", "..") if rng.random() < 0.5 else row.replace("..", ".")
        return wider if len(wider) <= LONGEST else row

    return [(changed(row), groups) for row, groups in lines]


def either(lines: list[Line], rng: Random) -> list[Line]:
    """One `?` of each line is a `.` in one copy of the line, and a `#` in another."""
    changed: list[Line] = []
    for row, groups in lines:
        unknown = [at for at, spring in enumerate(row) if spring == "?"]
        at = rng.choice(unknown or [0])
        known = [row[:at] + spring + row[at + 1 :] for spring in ".#"] if unknown else [row]
        changed += [(each, groups) for each in known]
    return changed


def fewer_in_part2(before: Answers, after: Answers) -> bool:
    """Part 2 loses the ways in which the copies differ at this place."""
    return before[0] == after[0] and whole(after)[1] <= whole(before)[1]


def dots_at_the_ends(lines: list[Line], rng: Random) -> list[Line]:
    return [("." * rng.randint(0, 2) + row + "." * rng.randint(0, 2), groups) for row, groups in lines]


def group_in_front(lines: list[Line], _: Random) -> list[Line]:
    return [("##." + row, [2, *groups]) for row, groups in lines]


def one_way_more(lines: list[Line], rng: Random) -> list[Line]:
    row: Line = rng.choice((("?", [1]), ("#?#.", [1, 1]), ("?" * 20, [20]), ("?#?", [3]), ("?" * 19, [1] * 10)))
    return [row, *lines]


def no_way_more(lines: list[Line], rng: Random) -> list[Line]:
    row: Line = rng.choice(((".", [1]), ("##", [1]), ("?" * 19, [20]), ("?" * 18, [1] * 10), ("#?#", [1])))
    return [*lines, row]


def one_more(before: Answers, after: Answers) -> bool:
    return all(one + 1 == two for one, two in zip(whole(before), whole(after), strict=True))


LAWS = (
    Law("the order of the lines does not matter", on_springs(shuffled), same),
    Law("all lines twice double both answers", on_springs(twice), doubled),
    Law("backwards there are as many ways", on_springs(backwards), same),
    Law("wider gaps change nothing", on_springs(wider_gaps), same),
    Law("an unknown spring works or is broken", on_springs(either), fewer_in_part2),
    Law("springs that work at the ends do not change part 1", on_springs(dots_at_the_ends), same_part1),
    Law("a group in front that is known does not change part 1", on_springs(group_in_front), same_part1),
    Law("a line with one way adds 1", on_springs(one_way_more), one_more),
    Law("a line without a way adds nothing", on_springs(no_way_more), same),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
