r"""Haunted Wasteland: https://adventofcode.com/2023/day/8

A list of left and right turns, again and again, leads through a network of names. Part 1 counts the steps from AAA to
ZZZ. In part 2 walks start at all names that end in A, and go on until all of them are at names that end in Z.

Each walk goes around a ring: it comes to its first end, a name with Z, after a number of steps that is a multiple of
the length of the list, and then back to this end, past no other, after as many steps again. So a walk is at an end
after each multiple of its number and at no other time. All walks are at ends after the least common multiple of their
numbers. The reader checks that each walk is such a ring.

>>> walks = "1AA = (1BB, QQQ)\n1BB = (QQQ, 1ZZ)\n1ZZ = (1BB, QQQ)\nAAA = (BBB, QQQ)\nBBB = (QQQ, CCC)\n"
>>> network = parse("LR\n\n" + walks + "CCC = (DDD, QQQ)\nDDD = (QQQ, ZZZ)\nZZZ = (BBB, QQQ)\nQQQ = (QQQ, QQQ)\n")
>>> part1(network), part2(network)
(4, 4)
"""

from itertools import cycle, islice
from math import lcm
from string import ascii_uppercase, digits
from typing import NamedTuple

from aoc.text import Reader

MOST_TURNS, MOST_NAMES, MOST_STARTS = 400, 1000, 6
NAME = 3


class Network(NamedTuple):
    turns: list[dict[str, str]]
    """For each step the name to which it leads from any name."""
    starts: list[str]


class End(NamedTuple):
    name: str
    steps: int


def parse(text: str) -> Network:
    reader = Reader(text)
    letters = reader.match(f"[LR]{{1,{MOST_TURNS}}}", f"1 to {MOST_TURNS} letters L and R")
    reader.blank_line()
    turns: dict[str, dict[str, str]] = {"L": {}, "R": {}}
    starts = []
    for name, left, right in reader.records("{} = ({}, {})", digits + ascii_uppercase, most=MOST_NAMES):
        if not len(name) == len(left) == len(right) == NAME or name in turns["L"]:
            raise reader.error(f"names of {NAME} characters, the first of them new")
        turns["L"][name], turns["R"][name] = left, right
        if name.endswith("A"):
            starts.append(name)
            if len(starts) > MOST_STARTS:
                raise reader.error(f"at most {MOST_STARTS} names that end in A")
    reader.end()
    network = Network([turns[letter] for letter in letters], starts)
    for turn in turns.values():
        if undefined := set(turn.values()) - set(turn):
            raise reader.error_of_whole(f"nothing leads from {min(undefined)}")
    for start in starts:
        if not is_ring(network, start):
            raise reader.error_of_whole(f"the walk from {start} is no ring through one name that ends in Z")
    return network


def is_ring(network: Network, start: str) -> bool:
    end = first_end(network, start)
    return end is not None and end.steps % len(network.turns) == 0 and first_end(network, end.name) == end


def part1(network: Network) -> int | None:
    end = first_end(network, "AAA") if "AAA" in network.starts else None
    return end.steps if end and end.name == "ZZZ" else None


def part2(network: Network) -> int | None:
    ends = [first_end(network, start) for start in network.starts]
    return lcm(*(end.steps for end in ends if end)) if ends else None


def first_end(network: Network, name: str) -> End | None:
    """Where is the walk from this name first at a name that ends in Z? None if it never is."""
    turns = network.turns
    until_all_comes_again = len(turns) * len(turns[0])
    for steps, turn in enumerate(islice(cycle(turns), until_all_comes_again), 1):
        name = turn[name]
        if name[-1] == "Z":
            return End(name, steps)
    return None
