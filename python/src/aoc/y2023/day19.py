r"""Aplenty: https://adventofcode.com/2023/day/19

Parts have four ratings. A rule sends a part by the first of its tests that is true, or else by its last target, to
another rule, to A (accepted) or to R (rejected). Part 1 adds up the ratings of the listed parts that are accepted from
the rule `in`. Part 2 asks how many combinations of ratings from 1 to 4000 are accepted.

In part 1 each part goes through the rules by itself. In part 2 a box of combinations goes through them: a range for each
rating, all of them from 1 to 4000 at first. A test cuts a box in two:

    in{x<11:low,R}      x from 1 to 10       goes on to the rule low
                        x from 11 to 4000    goes on to the next test, or here to R

The pieces never overlap, so the answer is the sum of the sizes of those that come to A.

The reader checks that the rules are a tree: each but `in` is the target of just one other.

>>> rules = "in{x<11:low,R}\nlow{s>3990:A,m<2:R,x>8:A,R}\n"
>>> system = parse(rules + "\n{x=9,m=2,a=3,s=4}\n{x=10,m=1,a=1,s=10}\n")
>>> part1(system), part2(system)
(18, 129248080000)
"""

import re
from collections import Counter
from math import prod
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_RULES, MOST_TESTS, MOST_PARTS, MOST_RATING = 700, 5, 300, 4000
START, ACCEPTED, REJECTED = "in", "A", "R"
RATINGS = range(1, MOST_RATING + 1)
COMPARISON = re.compile("[xmas][<>]")
NAME = "[a-z]{1,4}"

Box: TypeAlias = dict[str, range]


class Test(NamedTuple):
    """As in x<11:low, with a category, a sign, a value and a target."""

    category: str
    sign: str
    value: int
    target: str

    def is_true(self, part: dict[str, int]) -> bool:
        rating = part[self.category]
        return rating < self.value if self.sign == "<" else rating > self.value

    def cut(self, box: Box) -> tuple[Box, Box]:
        """The piece for which the test is true, and the rest; either may be empty."""
        ratings = box[self.category]
        middle = self.value if self.sign == "<" else self.value + 1
        low = box | {self.category: range(ratings.start, min(ratings.stop, middle))}
        high = box | {self.category: range(max(ratings.start, middle), ratings.stop)}
        return (low, high) if self.sign == "<" else (high, low)


class Rule(NamedTuple):
    tests: list[Test]
    last: str
    """The target of a part for which no test is true."""

    @property
    def targets(self) -> list[str]:
        return [*(test.target for test in self.tests), self.last]


class System(NamedTuple):
    rules: dict[str, Rule]
    parts: list[dict[str, int]]


def parse(text: str) -> System:
    reader = Reader(text)
    rules = reader.table(reader.lines(read_rule, most=MOST_RULES), "a name that no rule has yet")
    reader.blank_line()
    parts = reader.records("{x={},m={},a={},s={}}", RATINGS, most=MOST_PARTS)
    system = System(rules, [dict(zip("xmas", part, strict=True)) for part in parts])
    reader.end()
    check_tree(reader, rules)
    return system


def read_rule(reader: Reader) -> tuple[str, Rule]:
    name = reader.match(NAME, "a name of 1 to 4 letters a-z")
    reader.literal("{")
    tests = [read_test(reader)]
    while len(tests) < MOST_TESTS and COMPARISON.match(reader.text, reader.at):
        tests.append(read_test(reader))
    last = read_target(reader)
    reader.literal("}")
    return name, Rule(tests, last)


def read_test(reader: Reader) -> Test:
    comparison = reader.match(COMPARISON.pattern, "one of `xmas` and `<` or `>`")
    value = reader.number(1, MOST_RATING)
    reader.literal(":")
    target = read_target(reader)
    reader.literal(",")
    return Test(comparison[0], comparison[1], value, target)


def read_target(reader: Reader) -> str:
    return reader.match(f"{ACCEPTED}|{REJECTED}|{NAME}", "`A`, `R` or a name of 1 to 4 letters a-z")


def check_tree(reader: Reader, rules: dict[str, Rule]) -> None:
    targets = Counter(target for rule in rules.values() for target in rule.targets)
    del targets[ACCEPTED], targets[REJECTED]
    if unknown := targets.keys() - rules.keys():
        raise reader.error_of_whole(f"there is no rule {min(unknown)}")
    if START not in rules:
        raise reader.error_of_whole(f"there is no rule {START}")
    for name in rules:
        if targets[name] != (name != START):
            raise reader.error_of_whole(f"the rule {name} is a target {targets[name]} times")
    reached = [START]
    for name in reached:
        reached += [target for target in rules[name].targets if target in rules]
    if len(reached) < len(rules):
        raise reader.error_of_whole(f"no path leads from {START} to {min(rules.keys() - set(reached))}")


def part1(system: System) -> int:
    return sum(sum(part.values()) for part in system.parts if is_accepted(system.rules, part))


def is_accepted(rules: dict[str, Rule], part: dict[str, int]) -> bool:
    name = START
    while name in rules:
        tests, last = rules[name]
        name = next((test.target for test in tests if test.is_true(part)), last)
    return name == ACCEPTED


def part2(system: System) -> int:
    total = 0
    boxes: list[tuple[str, Box]] = [(START, dict.fromkeys("xmas", RATINGS))]
    for name, box in boxes:
        if name in system.rules:
            tests, last = system.rules[name]
            for test in tests:
                piece, box = test.cut(box)
                boxes.append((test.target, piece))
            boxes.append((last, box))
        elif name == ACCEPTED:
            total += prod(map(len, box.values()))
    return total
