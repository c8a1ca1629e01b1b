"""2024 day 22, https://adventofcode.com/2024/day/22

Text: 1 to 3,000 lines of one number each, 0 to 16,777,215: a buyer's first number. Numbers may be alike.
From a number the next one follows in three steps, each of which mixes the number so far with a multiple or a fraction of it by XOR, and keeps the lowest
24 bits: 64 times the number, the number divided by 32 and rounded down, 2048 times the number. Each buyer has 2,001 numbers, the first included.
Part 1: the sum of all buyers' last numbers.
Part 2: a price is a number's last decimal digit, and a change is a price less the one before it. Four changes in a row are chosen, the same for all
buyers; to each buyer one sells where these changes have come for the first time, at the price after the last of them, or not at all. The largest sum of
prices that any choice brings.
"""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import numbers
from crosscheck.puzzles.law import Answers, Law, doubled, joined, on_lines, same, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Monkey Market"
UNIT = "buyers"
SIZE = 1_900
MOST, LAST, STEPS = 3_000, 2**24 - 1, 2_000


def puzzles() -> st.SearchStrategy[str]:
    """Few buyers, some alike, or with numbers that follow each other, so that they have the same changes a little later."""
    alone = numbers(0, LAST, most=5)
    bits = st.lists(st.integers(0, 23).map(lambda bit: 1 << bit), min_size=1, max_size=4)
    followed = st.builds(in_a_row, st.integers(0, LAST), st.integers(1, 6))
    return st.one_of(alone, bits, followed).map(text_of)


def in_a_row(number: int, count: int) -> list[int]:
    row = [number]
    while len(row) < count:
        row.append(after(row[-1]))
    return row


def full(seed: int, size: int = SIZE) -> str:
    """Any numbers, all different."""
    return text_of(Random(seed).sample(range(1, LAST + 1), min(size, MOST)))


def limits() -> Iterator[Limit]:
    yield Limit("most buyers, all the same", text_of([1] * MOST), f"{MOST * last_of(1)}, {MOST * 9}")
    yield Limit("a buyer too many", text_of([1] * (MOST + 1)), "refused at line 3001")


def worst() -> Iterator[tuple[str, str]]:
    """Most buyers: any, with the same changes, and with none at all."""
    rng = Random(22)
    yield "any numbers", text_of([rng.randint(0, LAST) for _ in range(MOST)])
    yield "small numbers", text_of(list(range(MOST)))
    yield "all the same", text_of([LAST] * MOST)
    yield "zeros", text_of([0] * MOST)
    yield "numbers that follow each other", text_of(in_a_row(1, MOST))
    yield "leading zeros", f"{'0' * 60}16777215\n" * MOST


def text_of(buyers: list[int]) -> str:
    return joined(map(str, buyers))


def after(number: int) -> int:
    """The next number."""
    number = (number ^ number * 64) % 2**24
    number = (number ^ number // 32) % 2**24
    return (number ^ number * 2048) % 2**24


def last_of(number: int) -> int:
    for _ in range(STEPS):
        number = after(number)
    return number


def oracle(text: str) -> Answers | None:
    """Every four changes that any buyer has, looked for in each buyer's text of changes."""
    buyers = [int(line) for line in text.split()]
    if len(buyers) > 10:
        return None
    rows = [in_a_row(buyer, STEPS + 1) for buyer in buyers]
    prices = [[number % 10 for number in row] for row in rows]
    changes = ["".join(letter(two - one) for one, two in pairwise(row)) for row in prices]
    choices = {row[at : at + 4] for row in changes for at in range(STEPS - 3)}
    best = max(
        sum(row[at + 4] for row, text in zip(prices, changes, strict=True) if (at := text.find(choice)) >= 0)
        for choice in choices
    )
    return str(sum(row[-1] for row in rows)), str(best)


def letter(change: int) -> str:
    """From a for -9 to s for 9."""
    return "abcdefghijklmnopqrs"[change + 9]


def twice_if_few(lines: list[str], _: Random) -> list[str] | None:
    return lines * 2 if len(lines) <= MOST // 2 else None


def with_zero(lines: list[str], rng: Random) -> list[str] | None:
    """A buyer more whose numbers are all 0, and so are his prices."""
    at = rng.randint(0, len(lines))
    return [*lines[:at], "0", *lines[at:]] if len(lines) < MOST else None


def with_any(lines: list[str], rng: Random) -> list[str] | None:
    return [*lines, str(rng.randint(1, LAST))] if len(lines) < MOST else None


def nine_more_at_most(before: Answers, after: Answers) -> bool:
    (one, two), (one_after, two_after) = whole(before), whole(after)
    return one < one_after <= one + LAST and two <= two_after <= two + 9


def two_in_one(lines: list[str], _: Random) -> list[str] | None:
    """Instead of the first two buyers one with the XOR of their numbers, of whom all numbers are the XOR of theirs."""
    return [str(int(lines[0]) ^ int(lines[1])), *lines[2:]] if len(lines) > 1 else None


def both_even_or_odd(before: Answers, after: Answers) -> bool:
    return whole(before)[0] % 2 == whole(after)[0] % 2


def one_by_one(lines: list[str], rng: Random) -> list[str] | None:
    """One of the buyers alone."""
    return [rng.choice(lines)] if len(lines) > 1 else None


def no_more(before: Answers, after: Answers) -> bool:
    return all(more >= less for more, less in zip(whole(before), whole(after), strict=True))


LAWS = (
    Law("the order does not matter", on_lines(shuffled), same),
    Law("every buyer twice doubles both answers", on_lines(twice_if_few), doubled),
    Law("a buyer with 0 changes nothing", on_lines(with_zero), same),
    Law("a buyer more pays 9 at most", on_lines(with_any), nine_more_at_most),
    Law("two buyers in one keep the lowest bit of part 1", on_lines(two_in_one), both_even_or_odd),
    Law("one buyer alone pays no more than all", on_lines(one_by_one), no_more),
)
