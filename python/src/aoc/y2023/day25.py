r"""Snowverload: https://adventofcode.com/2023/day/25

Components are connected by wires. Which three wires cut them into two groups, and what is the product of the sizes?

Two components are in the same group if four paths without a common wire lead from one to the other, as no cut of three
wires separates them then. Four paths to any components of the group are enough, as the group itself cannot be cut through. So
a group grows from one component by all that have four such paths to it. They are tried in random order, so that soon
some of the group are near everywhere, and the paths are short.

Each path is found by breadth-first search. A later path may cancel a wire of an earlier one by using it in the other
direction, as in the algorithm of Ford and Fulkerson for the maximum flow. If there is no fourth path, all that the
search has come to is cut off from the group by three wires or fewer, and is not looked at again.

The reader checks that there are two groups with three wires in between.

>>> square = "{0}a: {0}b {0}c {0}d {0}e\n{0}b: {0}c {0}d {0}e\n{0}c: {0}d {0}e\n{0}d: {0}e\n"
>>> part1(parse(square.format("aa") + square.format("bb") + "aaa: bba bbb\naae: bbe\n"))
25
"""

from collections import defaultdict
from random import Random
from typing import TypeAlias

from aoc.text import Reader

MOST_LINES, MOST_ON_RIGHT, MOST_COMPONENTS, PATHS, WIRES = 2500, 30, 2000, 4, 3
Wiring: TypeAlias = dict[str, set[str]]
"""The components that each one is connected with."""


def parse(text: str) -> Wiring:
    reader = Reader(text)
    wiring: Wiring = defaultdict(set)
    for one, others in reader.lines(read_line, most=MOST_LINES):
        for other in others:
            if one == other or other in wiring[one]:
                raise reader.error("connections with other components that are not there yet")
            wiring[one].add(other)
            wiring[other].add(one)
        if len(wiring) > MOST_COMPONENTS:
            raise reader.error(f"at most {MOST_COMPONENTS} components")
    reader.end()
    one_group = group(wiring, min(wiring))
    rest = wiring.keys() - one_group
    if not rest or group(wiring, min(rest)) != rest:
        raise reader.error_of_whole("the components do not fall into two groups that no three wires cut")
    if sum(len(wiring[name] & rest) for name in one_group) != WIRES:
        raise reader.error_of_whole("the two groups are not connected by three wires")
    return wiring


def read_line(reader: Reader) -> tuple[str, list[str]]:
    one = read_name(reader)
    reader.literal(": ")
    return one, reader.several(read_name, " ", most=MOST_ON_RIGHT)


def read_name(reader: Reader) -> str:
    return reader.match("[a-z]{3}", "a name of three letters a-z")


def part1(wiring: Wiring) -> int:
    size = len(group(wiring, min(wiring)))
    return size * (len(wiring) - size)


def group(wiring: Wiring, first: str) -> set[str]:
    found = {first}
    cut_off: set[str] = set()
    names = sorted(wiring)
    Random(0).shuffle(names)
    for name in names:
        if name not in found and name not in cut_off:
            side = side_of_cut(wiring, name, found)
            cut_off |= side
            found |= set() if side else {name}
    return found


def side_of_cut(wiring: Wiring, name: str, found: set[str]) -> set[str]:
    """What is cut off with this component by three wires or fewer; nothing if four paths lead to what is found."""
    used: set[tuple[str, str]] = set()
    for _ in range(PATHS):
        before = search(wiring, name, used, found)
        # A search that comes to the group stops there, so only the last one can be in the group.
        end = next(reversed(before))
        if end not in found:
            return set(before)
        while end != name:
            wire = before[end], end
            if wire[::-1] in used:
                used.remove(wire[::-1])
            else:
                used.add(wire)
            end = before[end]
    return set()


def search(wiring: Wiring, start: str, used: set[tuple[str, str]], found: set[str]) -> dict[str, str]:
    """What free wires lead to, up to the first component that is found already, each with the one before it."""
    before = {start: start}
    waiting = [start]
    for here in waiting:
        for name in wiring[here]:
            if name not in before and (here, name) not in used:
                before[name] = here
                if name in found:
                    return before
                waiting.append(name)
    return before
