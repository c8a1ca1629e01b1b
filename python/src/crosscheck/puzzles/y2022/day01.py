"""2022 day 1, https://adventofcode.com/2022/day/1

Text: 1 to 1,000 groups of 1 to 100 numbers, one number a line, each 1 to 99,999, with one blank line between two groups.
Part 1: the largest sum of a group.
Part 2: the three largest sums together. With fewer than three groups: the sums of all groups together.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

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
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Calorie Counting"
UNIT = "groups"
SIZE = 240
MOST_GROUPS, MOST_NUMBERS, GREATEST, WINNERS = 1_000, 100, 99_999, 3
Group: TypeAlias = list[int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """One group, two, three or more; sums that are equal or one apart; groups of one number; now and then many of them."""
    greatest = draw(st.sampled_from((2, 10, GREATEST)))
    group = numbers(1, greatest, draw(st.sampled_from((1, 3, 8))))
    groups = draw(st.lists(group, min_size=1, max_size=draw(st.sampled_from((1, 2, 3, 4, 10)))))
    if draw(st.booleans()):  # the sum of a group again, or one beside it, in other numbers
        total = sum(draw(st.sampled_from(groups))) + draw(st.integers(-1, 1))
        groups.insert(draw(st.integers(0, len(groups))), halves(max(1, total)))
    return written(groups)


def halves(total: int) -> Group:
    """Numbers in range with this sum: two where possible."""
    parts = max(2, -(-total // GREATEST))
    cut = [total // parts + (at < total % parts) for at in range(parts)]
    return cut if min(cut) else [total]


def full(seed: int, size: int = SIZE) -> str:
    """A group has 1 to 15 numbers, which are the smaller the more there are."""
    rng = Random(seed)
    groups = []
    for _ in range(min(size, MOST_GROUPS)):
        count = rng.randint(1, 15)
        groups.append([rng.randint(1000, 70_000 // max(1, count)) for _ in range(count)])
    return written(groups)


def limits() -> Iterator[Limit]:
    most = [GREATEST] * MOST_NUMBERS
    total = GREATEST * MOST_NUMBERS
    yield Limit("most groups, the largest sums", written([most] * MOST_GROUPS), f"{total}, {WINNERS * total}")
    yield Limit("a group too many", written([[1]] * (MOST_GROUPS + 1)), f"refused at line {2 * MOST_GROUPS + 1}")
    yield Limit("a number too many", written([[1], [1] * (MOST_NUMBERS + 1)]), f"refused at line {3 + MOST_NUMBERS}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines, with sums that rise, fall or are equal, and most groups of a single number; numbers of many zeros."""
    rising = [[GREATEST - MOST_GROUPS + at] * MOST_NUMBERS for at in range(MOST_GROUPS)]
    yield "each group larger than the last", written(rising)
    yield "each group smaller than the last", written(rising[::-1])
    yield "equal groups", written([[GREATEST] * MOST_NUMBERS] * MOST_GROUPS)
    yield "groups of one number", written([[GREATEST]] * MOST_GROUPS)
    zeros = "\n".join([f"{GREATEST:040}"] * MOST_NUMBERS)
    yield "leading zeros", "\n\n".join([zeros] * MOST_GROUPS) + "\n"


def written(groups: list[Group]) -> str:
    return "\n\n".join("\n".join(map(str, group)) for group in groups) + "\n"


def read(text: str) -> list[Group]:
    return [[int(line) for line in group.splitlines()] for group in text.split("\n\n")]


def oracle(text: str) -> Answers | None:
    """Three times the group that no other group exceeds is taken out; sums are counted up number by number."""
    left = read(text)
    taken: list[int] = []
    while left and len(taken) < WINNERS:
        largest = next(group for group in left if all(total(other) <= total(group) for other in left))
        left.remove(largest)
        taken.append(total(largest))
    return str(taken[0]), str(total(taken))


def total(group: Group) -> int:
    added = 0
    for number in group:
        added += number
    return added


def on_groups(change: Callable[[list[Group], Random], list[Group] | None]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed) > MOST_GROUPS:
            return None
        inside = all(
            len(group) <= MOST_NUMBERS and all(1 <= number <= GREATEST for number in group) for group in changed
        )
        return written(changed) if inside else None

    return transform


def numbers_shuffled(groups: list[Group], rng: Random) -> list[Group]:
    return [shuffled(group, rng) for group in groups]


def numbers_cut(groups: list[Group], rng: Random) -> list[Group]:
    """A number of each group becomes two."""
    changed = []
    for group in groups:
        at = rng.randrange(len(group))
        first = rng.randrange(group[at])
        changed.append([*group[:at], *([first] if first else []), group[at] - first, *group[at + 1 :]])
    return changed


def numbers_doubled(groups: list[Group], _: Random) -> list[Group]:
    return [[2 * number for number in group] for group in groups]


def with_one_of_one(groups: list[Group], rng: Random) -> list[Group] | None:
    """One more group, of a single 1, where there are three without it."""
    at = rng.randint(0, len(groups))
    return [*groups[:at], [1], *groups[at:]] if len(groups) >= WINNERS else None


def three_times(groups: list[Group], _: Random) -> list[Group]:
    return groups * WINNERS


def one_more_each(groups: list[Group], _: Random) -> list[Group]:
    """Each group gets a number 1 more."""
    return [[*group, 1] for group in groups]


def by_one_each(before: Answers, after: Answers) -> bool:
    (best, best_three), (greater, greater_three) = whole(before), whole(after)
    return greater == best + 1 and 1 <= greater_three - best_three <= WINNERS


def all_in_one(groups: list[Group], _: Random) -> list[Group] | None:
    """Without the blank lines, where there are at most three groups."""
    return [[number for group in groups for number in group]] if len(groups) <= WINNERS else None


LAWS = (
    Law("the order of the groups does not matter", on_groups(shuffled), same),
    Law("the order within a group does not matter", on_groups(numbers_shuffled), same),
    Law("a number may be cut in two", on_groups(numbers_cut), same),
    Law("twice the numbers double both answers", on_groups(numbers_doubled), doubled),
    Law("a fourth group of 1 changes nothing", on_groups(with_one_of_one), same),
    Law(
        "three times the groups: part 2 is three times part 1",
        on_groups(three_times),
        lambda before, after: after == (before[0], str(WINNERS * whole(before)[0])),
    ),
    Law("1 more in each group adds 1 to part 1", on_groups(one_more_each), by_one_each),
    Law("up to three groups in one are part 2", on_groups(all_in_one), lambda one, two: two == (one[1], one[1])),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
