r"""Extended Polymerization: https://adventofcode.com/2021/day/14

A chain of letters grows: at every step each pair of neighbours that has a rule gets a new letter in between, all at
once. By how much does the most common letter outnumber the least common one, after 10 steps and after 40?

The chain is far too long to be written down, but what becomes of a pair depends on nothing around it. So it is enough
to know how often each pair occurs: a step turns each pair into two. Every letter but the last is the first of a pair,
and the last letter never changes. Rust keeps the same counts in a dense table; Haskell looks up what a pair contains at
a depth, in a lazy table.

>>> polymer = parse("ABA\n\nAB -> A\nAA -> C\n")
>>> part1(polymer), part2(polymer)
(11, 41)
"""

from collections import Counter, defaultdict
from itertools import pairwise
from string import ascii_uppercase

from aoc.text import Reader

# The template, and for each pair that grows the two pairs that it becomes.
Polymer = tuple[str, dict[str, tuple[str, str]]]


def parse(text: str) -> Polymer:
    reader = Reader(text)
    template = reader.word(ascii_uppercase)
    if len(template) > 100_000:
        raise reader.error("at most 100000 letters", 100_000)
    reader.blank_line()
    rules: dict[str, tuple[str, str]] = {}
    for pair, inner in reader.records("{} -> {}", ascii_uppercase):
        if len(pair) != 2 or len(inner) != 1 or pair in rules:
            raise reader.error("a rule for a new pair, such as AB -> C")
        rules[pair] = pair[0] + inner, inner + pair[1]
    reader.end()
    return template, rules


def part1(polymer: Polymer) -> int:
    return spread(*polymer, steps=10)


def part2(polymer: Polymer) -> int:
    return spread(*polymer, steps=40)


def spread(template: str, rules: dict[str, tuple[str, str]], steps: int) -> int:
    """After these steps, by how much does the most common letter outnumber the least common?"""
    pairs: dict[str, int] = Counter(map("".join, pairwise(template)))
    for _ in range(steps):
        grown: defaultdict[str, int] = defaultdict(int)
        for pair, how_many in pairs.items():
            for child in rules.get(pair, (pair,)):
                grown[child] += how_many
        pairs = grown
    letters = Counter(template[-1])
    for pair, how_many in pairs.items():
        letters[pair[0]] += how_many
    return max(letters.values()) - min(letters.values())
