"""Laws: what must be true of any right solver's answers, and needs no second program to check.

A law changes an input and says how the answers follow: everyone twice doubles them, another order
leaves them alone. `transform` may return the text as it is, for a law about one pair of answers
("part 2 is at least part 1"), or None where the law says nothing about that input. An input is a text, or an `Input` (crosscheck.puzzles) of a day with parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Any, NamedTuple, TypeVar

from crosscheck.solvers.outcome import Answers as Answers  # every puzzle module speaks of them

T = TypeVar("T")
Transform = Callable[[Any, Random], Any]
Relation = Callable[[Answers, Answers], bool]


class Law(NamedTuple):
    name: str
    transform: Transform
    holds: Relation


# what is done to a text


def unchanged(made: T, _: Random) -> T:
    """For a law about one input's own answers."""
    return made


def joined(lines: Iterable[str]) -> str:
    """Lines as a text, each with its line end."""
    return "".join(f"{line}\n" for line in lines)


def on_lines(change: Callable[[list[str], Random], list[str] | None]) -> Transform:
    """A change of the list of lines as a change of the text."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(text.splitlines(), rng)
        return None if changed is None else joined(changed)

    return transform


def on_what(
    read: Callable[[str], T], written: Callable[[T], str]
) -> Callable[[Callable[[T, Random], T | None]], Transform]:
    """Of a day whose texts are read and written so: a change of what a text tells as a change of the text."""

    def on_this(change: Callable[[T, Random], T | None]) -> Transform:
        def transform(text: str, rng: Random) -> str | None:
            changed = change(read(text), rng)
            return None if changed is None else written(changed)

        return transform

    return on_this


def on_numbers(change: Callable[[list[int], Random], list[int] | None]) -> Transform:
    """A change of the numbers of one line, comma separated."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change([int(number) for number in text.split(",")], rng)
        return None if changed is None else ",".join(map(str, changed)) + "\n"

    return transform


def shuffled(items: list[T], rng: Random) -> list[T]:
    """The same in another order."""
    return rng.sample(items, len(items))


def mirrored(rows: list[str], _: Random) -> list[str]:
    return [row[::-1] for row in rows]


def upside_down(rows: list[T], _: Random) -> list[T]:
    return rows[::-1]


def transposed(rows: list[str], _: Random) -> list[str]:
    return ["".join(column) for column in zip(*rows, strict=True)]


def twice(items: list[T], _: Random) -> list[T]:
    return items * 2


# how the answers follow


def same(before: Answers, after: Answers) -> bool:
    return before == after


def same_part1(before: Answers, after: Answers) -> bool:
    return before[0] == after[0]


def same_part2(before: Answers, after: Answers) -> bool:
    return before[1] == after[1]


def same_parts(_: Answers, after: Answers) -> bool:
    """Part 2 becomes part 1."""
    return after[0] == after[1]


def both_part1(before: Answers, after: Answers) -> bool:
    return after == (before[0], before[0])


def parts_swapped(before: Answers, after: Answers) -> bool:
    """Each part has the other one's answer."""
    return after == before[::-1]


def times(factor: int, other: int | None = None) -> Relation:
    """Part 1 is multiplied by `factor`, part 2 by `other` (by the same, where it is not given)."""
    factors = factor, factor if other is None else other
    return lambda before, after: whole(after) == tuple(n * by for n, by in zip(whole(before), factors, strict=True))


doubled = times(2)


def no_less(before: Answers, after: Answers) -> bool:
    return all(one <= two for one, two in zip(whole(before), whole(after), strict=True))


def part2_at_least_part1(before: Answers, after: Answers) -> bool:
    return all(one <= two for one, two in (whole(before), whole(after)))


def whole(answers: Answers) -> tuple[int, int]:
    """Both answers as numbers."""
    one, two = answers
    return int(one or ""), int(two or "")
