"""2022 day 4, https://adventofcode.com/2022/day/4

Text: 1 to 2,000 lines `a-b,c-d`, each number 1 to 99, a at most b and c at most d: two ranges, with both ends included.
Part 1: how many lines there are of which one range contains the other; equal ranges contain each other.
Part 2: how many lines there are of which the ranges have at least one number in common.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
    doubled,
    joined,
    part2_at_least_part1,
    same,
    shuffled,
    twice,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Camp Cleanup"
UNIT = "lines"
SIZE = 1000
LAST, MOST_LINES = 99, 2_000


class Span(NamedTuple):
    first: int
    last: int


Line: TypeAlias = tuple[Span, Span]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Ranges that touch, share one number, share an end or are equal; ranges of one number and of all; numbers of one and two digits."""
    rng = draw(seeds())
    kinds = draw(st.sampled_from((KINDS, KINDS, *((kind,) for kind in KINDS))))
    return written([any_line(rng, rng.choice(kinds)) for _ in range(draw(st.integers(1, 8)))])


def any_line(rng: Random, kind: str) -> Line:
    """Four ends in order, a to d, and two ranges from one to another of them."""
    low = rng.choice((0, 0, LAST - 6, rng.randrange(LAST - 5)))
    width = rng.choice((5, 5, LAST - low))
    a, b, c, d = sorted(rng.choices(range(low + 1, low + 1 + min(width, LAST - low)), k=4))
    spans = {
        "any": (Span(a, c), Span(b, d)),
        "nested": (Span(a, d), Span(b, c)),
        "equal": (Span(a, d), Span(a, d)),
        "same start": (Span(a, b), Span(a, d)),
        "same end": (Span(a, d), Span(c, d)),
        "one number common": (Span(a, b), Span(b, d)),
        "touching": (Span(a, b), Span(b + 1, max(b + 1, d))) if b < LAST else (Span(a, b), Span(a, a)),
        "apart": (Span(a, b), Span(c, d)),
        "one number": (Span(b, b), Span(a, d)),
    }[kind]
    return spans if rng.random() < 0.5 else spans[::-1]


KINDS = "any", "nested", "equal", "same start", "same end", "one number common", "touching", "apart", "one number"


def full(seed: int, size: int = SIZE) -> str:
    """Most lines overlap, about half are nested, as in real inputs."""
    rng = Random(seed)
    weights = (20, 15, 3, 8, 8, 12, 8, 10, 16)
    kinds = rng.choices(KINDS, weights=weights, k=min(size, MOST_LINES))
    return written([wide_line(rng, kind) for kind in kinds])


def wide_line(rng: Random, kind: str) -> Line:
    """Not all its ends near each other."""
    return next(
        line
        for line in iter(lambda: any_line(rng, kind), None)
        if max(span.last for span in line) - min(span.first for span in line) > rng.randint(0, 30)
    )


def limits() -> Iterator[Limit]:
    most = [(Span(1, LAST), Span(1, LAST))] * MOST_LINES
    yield Limit("most lines, all equal", written(most), f"{MOST_LINES}, {MOST_LINES}")
    yield Limit("a line too many", written([*most, most[0]]), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines: the widest ranges, equal and side by side; any ranges, in no order."""
    rng = Random(4)
    yield "all numbers twice", written([(Span(1, LAST), Span(1, LAST))] * MOST_LINES)
    yield "halves side by side", written([(Span(1, LAST // 2), Span(LAST // 2 + 1, LAST))] * MOST_LINES)
    yield "any ranges", written([any_line(rng, rng.choice(KINDS)) for _ in range(MOST_LINES)])
    yield (
        "leading zeros",
        joined(["000000000000000001-000000000000000099,000000000000000098-0000000000099"] * MOST_LINES),
    )


def written(lines: list[Line]) -> str:
    return joined(f"{one.first}-{one.last},{other.first}-{other.last}" for one, other in lines)


def read(text: str) -> list[Line]:
    lines = []
    for line in text.split():
        a, b, c, d = (int(number) for number in line.replace("-", ",").split(","))
        lines.append((Span(a, b), Span(c, d)))
    return lines


def oracle(text: str) -> Answers | None:
    """Every number from 1 to 99 is asked for: who has it?"""
    one = two = 0
    for left, right in read(text):
        owners = [(has(left, number), has(right, number)) for number in range(1, LAST + 1)]
        one += not {(True, False), (False, True)} <= set(owners)  # not both have what the other one lacks
        two += (True, True) in owners
    return str(one), str(two)


def has(span: Span, number: int) -> bool:
    return span.first <= number <= span.last


def on_pairs(change: Callable[[list[Line], Random], list[Line] | None]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed) > MOST_LINES:
            return None
        inside = all(1 <= span.first <= span.last <= LAST for line in changed for span in line)
        return written(changed) if inside else None

    return transform


def changed_over(lines: list[Line], rng: Random) -> list[Line]:
    """Some of the lines."""
    return [(other, one) if rng.random() < 0.5 else (one, other) for one, other in lines]


def mirrored(lines: list[Line], _: Random) -> list[Line]:
    def image(span: Span) -> Span:
        return Span(LAST + 1 - span.last, LAST + 1 - span.first)

    return [(image(one), image(other)) for one, other in lines]


def moved(lines: list[Line], rng: Random) -> list[Line]:
    """Each line by an amount of its own."""
    changed = []
    for one, other in lines:
        by = rng.randint(1 - min(one.first, other.first), LAST - max(one.last, other.last))
        changed.append((Span(one.first + by, one.last + by), Span(other.first + by, other.last + by)))
    return changed


def both_longer(lines: list[Line], _: Random) -> list[Line]:
    """By one number at the end."""
    return [(Span(one.first, one.last + 1), Span(other.first, other.last + 1)) for one, other in lines]


def overlaps_no_less(before: Answers, after: Answers) -> bool:
    return before[0] == after[0] and whole(after)[1] >= whole(before)[1]


def doubled_ranges(lines: list[Line], _: Random) -> list[Line]:
    """Two numbers for each number."""
    return [(Span(2 * one.first - 1, 2 * one.last), Span(2 * other.first - 1, 2 * other.last)) for one, other in lines]


def with_hull(lines: list[Line], rng: Random) -> list[Line]:
    """The smallest range around both in place of one of them."""
    changed = []
    for one, other in lines:
        hull = Span(min(one.first, other.first), max(one.last, other.last))
        changed.append((hull, other) if rng.random() < 0.5 else (one, hull))
    return changed


def all_count(before: Answers, after: Answers) -> bool:
    return after[0] == after[1] and whole(after)[0] >= whole(before)[1]


def with_common(lines: list[Line], _: Random) -> list[Line] | None:
    """What both have in common in place of the right one, where all lines have that."""
    changed = []
    for one, other in lines:
        common = Span(max(one.first, other.first), min(one.last, other.last))
        if common.first > common.last:
            return None
        changed.append((one, common))
    return changed


LAWS = (
    Law("the order of the lines does not matter", on_pairs(shuffled), same),
    Law("the ranges of a line may change places", on_pairs(changed_over), same),
    Law("mirrored numbers change nothing", on_pairs(mirrored), same),
    Law("ranges moved by as much change nothing", on_pairs(moved), same),
    Law("two numbers for each number change nothing", on_pairs(doubled_ranges), same),
    Law("every line twice doubles both answers", on_pairs(twice), doubled),
    Law("longer ranges overlap no less", on_pairs(both_longer), overlaps_no_less),
    Law("the smallest range around both contains the other one", on_pairs(with_hull), all_count),
    Law("what is common is contained", on_pairs(with_common), lambda one, two: two == (one[1], one[1])),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
