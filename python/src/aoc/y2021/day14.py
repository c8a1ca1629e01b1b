r"""Extended Polymerization: https://adventofcode.com/2021/day/14

By how much does the most common letter of a chain outnumber the least common one, after 10 and after 40 steps? The
chain is far too long to be written down, but what comes up inside a pair depends on nothing around it: a letter in the
middle, and then what comes up inside the two new pairs, with one step less. The answers for all pairs and numbers of
steps are remembered.

>>> polymer = parse("ABA\n\nAB -> A\nAA -> C\n")
>>> part1(polymer), part2(polymer)
(11, 41)
"""

from collections import Counter
from functools import cache
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

from aoc.text import Reader


class Polymer(NamedTuple):
    template: str
    rules: dict[str, str]
    """The letter that comes up inside a pair."""


def parse(text: str) -> Polymer:
    reader = Reader(text)
    template = reader.word(ascii_uppercase)
    if len(template) > 100_000:
        raise reader.error("at most 100000 letters", 100_000)
    reader.blank_line()
    rules: dict[str, str] = {}
    for pair, inner in reader.records("{} -> {}", ascii_uppercase):
        if len(pair) != 2 or len(inner) != 1 or pair in rules:
            raise reader.error("a rule for a new pair, such as AB -> C")
        rules[pair] = inner
    reader.end()
    return Polymer(template, rules)


def part1(polymer: Polymer) -> int:
    return spread(polymer, steps=10)


def part2(polymer: Polymer) -> int:
    return spread(polymer, steps=40)


def spread(polymer: Polymer, steps: int) -> int:
    """After these steps, by how much does the most common letter outnumber the least common?"""

    @cache
    def inside(pair: str, steps: int) -> Counter[str]:
        """Which letters come up between the two of this pair?"""
        if steps == 0 or pair not in polymer.rules:
            return Counter()
        middle = polymer.rules[pair]
        return Counter(middle) + inside(pair[0] + middle, steps - 1) + inside(middle + pair[1], steps - 1)

    letters = Counter(polymer.template)
    for left, right in pairwise(polymer.template):
        letters += inside(left + right, steps)
    return max(letters.values()) - min(letters.values())
