"""2024 day 2, https://adventofcode.com/2024/day/2

Text: 1 to 10,000 lines of 2 to 20 levels, each 0 to 99, with one blank between.
A line is safe if its levels only rise or only fall, by 1, 2 or 3 from each to the next.
Part 1: how many lines are safe.  Part 2: how many are safe as they are, or after any one of their levels is deleted. A single level is safe.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import numbers
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    on_lines,
    on_what,
    part2_at_least_part1,
    same,
    shuffled,
    twice,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Red-Nosed Reports"
UNIT = "lines"
SIZE = 1000
LAST, MOST_LEVELS, MOST_LINES = 99, 20, 10_000
Levels = list[int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Lines that are safe, or would be without a level or two, which stand at an end or anywhere; steps of 0 and 4; near 0 and 99."""
    return written(draw(st.lists(st.one_of(nearly_safe(), numbers(0, LAST, 6, least=2)), min_size=1, max_size=8)))


@st.composite
def nearly_safe(draw: st.DrawFn) -> Levels:
    """A safe line, with none, one or two of its levels replaced, doubled or put in."""
    count = draw(st.sampled_from((2, 3, 4, 5, 5, 6, 7, 8, 18)))
    steps = draw(
        st.lists(
            st.sampled_from((1, 2, 3, 1, 2, 3, 1, 3, 4) if draw(st.booleans()) else (1, 2, 3)),
            min_size=count - 1,
            max_size=count - 1,
        )
    )
    levels = [draw(st.integers(0, 4))]
    for step in steps:
        levels.append(levels[-1] + step)
    for _ in range(draw(st.sampled_from((0, 1, 1, 1, 2)))):
        at = draw(st.sampled_from((0, 1, len(levels) - 1, len(levels), *range(len(levels)))))
        near = levels[min(at, len(levels) - 1)] + draw(st.integers(-4, 4))
        new = draw(st.sampled_from((near, near, levels[min(at, len(levels) - 1)], 99)))
        levels[at : at + draw(st.integers(0, 1))] = [min(LAST, max(0, new))]
    levels = [min(LAST, level) for level in levels]
    if draw(st.booleans()):
        levels = [LAST - level for level in levels]
    return levels[::-1] if draw(st.booleans()) else levels


def full(seed: int, size: int = SIZE) -> str:
    """Lines of 5 to 8 levels from 1 to 99: a third are safe, the others have something wrong at one place, or at two."""
    rng = Random(seed)
    return written([usual(rng) for _ in range(size)])


def usual(rng: Random) -> Levels:
    count, wrong = rng.randint(5, 8), rng.choices((0, 1, 2), weights=(40, 45, 15))[0]
    steps = [rng.randint(1, 3) for _ in range(count - 1)]
    for at in rng.sample(range(count - 1), wrong):
        steps[at] = rng.choice((0, 4, 5, 6, 7, -1, -2, -3))
    if rng.random() < 0.5:
        steps = [-step for step in steps]
    sums = [sum(steps[:at]) for at in range(count)]
    start = rng.randint(1 - min(sums), LAST - max(sums))
    return [start + total for total in sums]


def limits() -> Iterator[Limit]:
    safe = list(range(0, 2 * MOST_LEVELS, 2))
    yield Limit("most lines and levels", written([safe] * MOST_LINES), f"{MOST_LINES}, {MOST_LINES}")
    yield Limit("a line too many", written([[1, 2]] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines and levels, with what is wrong at the start, at the end, or nowhere."""
    safe = list(range(40, 40 + MOST_LEVELS))
    yield "all safe", written([safe] * MOST_LINES)
    yield "safe without the first level", written([[99, *safe[1:]]] * MOST_LINES)
    yield "safe without the last level", written([[*safe[:-1], 0]] * MOST_LINES)
    yield "safe without no level", written([[*safe[:-2], 0, 99]] * MOST_LINES)
    yield "all levels equal", written([[99] * MOST_LEVELS] * MOST_LINES)
    yield "up and down", written([[98, 99] * (MOST_LEVELS // 2)] * MOST_LINES)
    yield "leading zeros", joined([" ".join(f"{level:020}" for level in safe)] * MOST_LINES)


def written(lines: list[Levels]) -> str:
    return joined(" ".join(map(str, levels)) for levels in lines)


def read(text: str) -> list[Levels]:
    return [[int(level) for level in line.split(" ")] for line in text.splitlines()]


def oracle(text: str) -> Answers | None:
    """How many levels at most can be kept for the others to be safe, in their order: all, or all but one."""
    lines = read(text)
    kept = [max(most_kept(levels, sign) for sign in (1, -1)) for levels in lines]
    missing = [len(levels) - most for levels, most in zip(lines, kept, strict=True)]
    return str(missing.count(0)), str(missing.count(0) + missing.count(1))


def most_kept(levels: Levels, sign: int) -> int:
    """The length of the longest safe subsequence that rises (1) or falls (-1)."""
    longest: list[int] = []
    for at, level in enumerate(levels):
        before = [longest[i] for i in range(at) if sign * (level - levels[i]) in (1, 2, 3)]
        longest.append(1 + max(before, default=0))
    return max(longest)


on_reports = on_what(read, written)


def backwards(lines: list[Levels], rng: Random) -> list[Levels]:
    """Some of the lines."""
    return [levels[::-1] if rng.random() < 0.5 else levels for levels in lines]


def upside_down(lines: list[Levels], rng: Random) -> list[Levels]:
    return [[LAST - level for level in levels] if rng.random() < 0.5 else levels for levels in lines]


def moved(lines: list[Levels], rng: Random) -> list[Levels]:
    """Each line by an amount of its own."""
    return [
        [level + by for level in levels] for levels in lines for by in [rng.randint(-min(levels), LAST - max(levels))]
    ]


def worse_at_an_end(lines: list[Levels], rng: Random) -> list[Levels] | None:
    """At one end of each line a level more, too far from the one beside it."""
    if max(map(len, lines)) == MOST_LEVELS:
        return None
    far = [[levels[-1], 0 if levels[-1] > 50 else LAST] for levels in lines]
    longer = [[*levels[:-1], *end] for levels, end in zip(lines, far, strict=True)]
    return [levels[::-1] if rng.random() < 0.5 else levels for levels in longer]


def safe_with_one_less(before: Answers, after: Answers) -> bool:
    """No line is safe any more. The safe ones are so without what was put in; another may be so by the loss of the level, but not of its others."""
    return after[0] == "0" and whole(after)[1] >= whole(before)[0]


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("backwards changes nothing", on_reports(backwards), same),
    Law("upside down changes nothing", on_reports(upside_down), same),
    Law("levels moved by as much change nothing", on_reports(moved), same),
    Law("every line twice doubles both answers", on_lines(twice), doubled),
    Law("with a bad level at its end a safe line needs part 2", on_reports(worse_at_an_end), safe_with_one_less),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
