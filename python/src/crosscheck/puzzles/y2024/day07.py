"""2024 day 7, https://adventofcode.com/2024/day/7

Text: 1 to 1,000 lines `target: n n n`, each a target, 1 to 999,999,999,999,999, and 1 to 12 operands, each 1 to 999.
Between the operands stand operators, which are carried out from left to right, whatever they are. All operands are used, in their order. A line is met if
there are operators with which its operands make the target; one operand alone makes itself.
Part 1: the sum of the targets of all lines that are met with `+` and `*`.
Part 2: with a third operator too, which writes the decimal digits of the operand behind those of the value so far.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Transform,
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

TITLE = "Bridge Repair"
UNIT = "lines"
SIZE = 850
MOST_LINES, MOST_OPERANDS, GREATEST, LAST = 1_000, 12, 10**15 - 1, 999
ALL = "+*|"
Line = tuple[int, list[int]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Lines that are met with two operators, with three, or nearly so: one off, with an operand too many, or with times before plus."""
    return written([draw(line()) for _ in range(draw(st.integers(1, 5)))])


@st.composite
def line(draw: st.DrawFn) -> Line:
    operand = draw(
        st.sampled_from(
            (
                st.integers(1, 9),
                st.sampled_from((1, 1, 2, 10)),
                st.sampled_from((1, 9, 10, 11, 99, 100, 101, 998, 999)),
                st.integers(1, LAST),
            )
        )
    )
    count = draw(st.sampled_from((3, 4, 5, 2, 6, 1, 8, 12)))
    operands = draw(st.lists(operand, min_size=count, max_size=count))
    rng, kind = (
        draw(seeds()),
        draw(
            st.sampled_from(
                ("right", "right", "right", "one less", "one more", "part of them", "the last", "times first")
            )
        ),
    )
    operators = rng.choices(rng.choice(("+*", ALL, "+|", "*|", "|")), k=len(operands) - 1)
    if kind == "part of them":
        target = value(operands[:-1] or [1], operators)
    elif kind == "the last":
        target = operands[-1]
    elif kind == "times first":
        target = operands[0] + value(operands[1:] or [1], "*" * len(operands))
    else:
        target = value(operands, operators) + {"one less": -1, "one more": 1}.get(kind, 0)
    while target > GREATEST and len(operands) > 1:
        operands.pop()
        target = value(operands, operators)
    return min(max(target, 1), GREATEST), operands


def value(operands: Sequence[int], operators: Sequence[str]) -> int:
    """What the operands make with these operators; operators too many are left out."""
    result = operands[0]
    for operator, operand in zip(operators, operands[1:], strict=False):
        if operator == "+":
            result += operand
        elif operator == "*":
            result *= operand
        else:
            result = int(f"{result}{operand}")
    return result


def full(seed: int, size: int = SIZE) -> str:
    """Lines of 3 to 12 operands, more of them with fewer digits. Four lines in ten are met with two operators, three more with three."""
    rng = Random(seed)
    lines: list[Line] = []
    while len(lines) < min(size, MOST_LINES):
        count = rng.randint(3, MOST_OPERANDS)
        operands = [
            rng.randint(1, rng.choice((9, 99, LAST) if count < 7 else (9, 9, 9, 9, 99, LAST))) for _ in range(count)
        ]
        kind = rng.random()
        operators = rng.choices("+*" if kind < 0.4 else ALL, k=count - 1)
        target = value(operands, operators) + (kind > 0.7) * rng.randint(1, 99)
        if 100 < target < 5 * 10**14:
            lines.append((target, operands))
    return written(lines)


def limits() -> Iterator[Limit]:
    nines = (GREATEST, [LAST] * 5)
    yield Limit("the greatest sum", written([nines] * MOST_LINES), f"0, {MOST_LINES * GREATEST}")
    yield Limit("a line too many", "1: 1\n" * (MOST_LINES + 1), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines and operands: with most values below the target, with targets that every operand divides or ends, and none of them met."""
    rng = Random(7)
    small = [[*rng.sample(range(2, 10), 8), *rng.sample(range(2, 10), 4)] for _ in range(MOST_LINES)]
    yield (
        "a great target and small operands",
        written([(GREATEST - rng.randrange(999), operands) for operands in small]),
    )
    yield (
        "targets that small operands meet",
        written([(value(operands, rng.choices("+*", k=11)), operands) for operands in small]),
    )
    yield "a great target and twelve ones", written([(GREATEST, [1] * MOST_OPERANDS)] * MOST_LINES)
    yield (
        "targets that end in 1 and twelve ones",
        written([(1_111 + 10 * at, [1] * MOST_OPERANDS) for at in range(MOST_LINES)]),
    )
    yield (
        "ones and twos",
        written([(21_121_121_121 + at, rng.choices((1, 1, 2), k=12)) for at in range(MOST_LINES)]),
    )
    yield (
        "targets that many operands divide",
        written(
            [(2**7 * 3**4 * 5**2 * 7 * 11, rng.choices((2, 3, 4, 5, 6, 7, 8, 9, 1), k=12)) for _ in range(MOST_LINES)]
        ),
    )
    yield (
        "operands of three digits",
        written([(GREATEST - at, rng.choices(range(100, 1000), k=12)) for at in range(MOST_LINES)]),
    )
    yield "leading zeros", joined([f"{'0' * 60}{GREATEST}: " + " ".join([f"{'0' * 60}9"] * MOST_OPERANDS)] * MOST_LINES)


def written(lines: list[Line]) -> str:
    return joined(f"{target}: {' '.join(map(str, operands))}" for target, operands in lines)


def read(text: str) -> list[Line]:
    parts = (line.split(": ") for line in text.splitlines())
    return [(int(target), [int(operand) for operand in operands.split(" ")]) for target, operands in parts]


def oracle(text: str) -> Answers | None:
    """All operators in all ways, each carried out by itself."""
    lines = read(text)
    if sum(3 ** len(operands) for _, operands in lines) > 60_000:
        return None
    return str(met(lines, "+*")), str(met(lines, ALL))


def met(lines: list[Line], operators: str) -> int:
    return sum(
        target
        for target, operands in lines
        if any(value(operands, chosen) == target for chosen in product(operators, repeat=len(operands) - 1))
    )


def on_equations(change: Callable[[list[Line], Random], list[Line] | None]) -> Transform:
    """A change of the lines, where all are in the domain after it."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed) > MOST_LINES:
            return None
        valid = all(
            1 <= target <= GREATEST and len(operands) <= MOST_OPERANDS and max(operands) <= LAST
            for target, operands in changed
        )
        return written(changed) if valid else None

    return transform


def one_behind(lines: list[Line], _: Random) -> list[Line]:
    """An operand of 1 more, which what was met can be multiplied by."""
    return [(target, [*operands, 1]) for target, operands in lines]


def one_before(lines: list[Line], _: Random) -> list[Line]:
    return [(target, [1, *operands]) for target, operands in lines]


def times_more(lines: list[Line], _: Random) -> list[Line]:
    """The target three times as great, and an operand of 3 more."""
    return [(3 * target, [*operands, 3]) for target, operands in lines]


def three_times_at_least(before: Answers, after: Answers) -> bool:
    return all(3 * one <= two for one, two in zip(whole(before), whole(after), strict=True))


def written_behind(lines: list[Line], rng: Random) -> list[Line]:
    """A digit more, and the target with it."""
    return [(10 * target + digit, [*operands, digit]) for target, operands in lines for digit in [rng.randint(1, 9)]]


def ten_times_at_least(before: Answers, after: Answers) -> bool:
    return whole(after)[1] >= 10 * whole(before)[1]


def first_done(lines: list[Line], _: Random) -> list[Line]:
    """Three lines for each, which have its first operator carried out."""
    return [
        (target, [value(operands[:2], operator), *operands[2:]])
        for target, operands in lines
        for operator in (ALL if len(operands) > 1 else "+++")
    ]


def met_by_one(before: Answers, after: Answers) -> bool:
    """A line is met if and only if one of the three is."""
    return whole(before)[1] <= whole(after)[1] <= 3 * whole(before)[1]


def too_small(lines: list[Line], _: Random) -> list[Line] | None:
    """Nothing makes a value less than an operand."""
    return [(max(operands) - 1, operands) for _, operands in lines]


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("every line twice doubles both answers", on_equations(twice), doubled),
    Law("a 1 behind takes nothing away", on_equations(one_behind), no_less),
    Law("a 1 before takes nothing away", on_equations(one_before), no_less),
    Law("what is met is so three times as great, with a 3 behind", on_equations(times_more), three_times_at_least),
    Law("what is met is so with a digit written behind", on_equations(written_behind), ten_times_at_least),
    Law("a line is met if it is with its first operator carried out", on_equations(first_done), met_by_one),
    Law("a target below an operand is never met", on_equations(too_small), lambda _, after: after == ("0", "0")),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
