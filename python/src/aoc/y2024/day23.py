r"""LAN Party: https://adventofcode.com/2024/day/23

The number of triangles with a name that starts with t (part 1), and the largest clique: a set of computers that are
all connected with each other (part 2).

Part 2 is the algorithm of Bron and Kerbosch, which lists every clique that cannot be extended. A clique grows by one of
the computers that are connected with all of it. Once all cliques with this computer are listed, it is set aside, so
that none is listed twice. A pivot saves most of the work: a clique that cannot be extended has the pivot or a computer
that is not connected with it, so only these need to be tried.

>>> network = parse("ab-bc\nbc-tc\ntc-ab\nab-td\ntd-bc\ntc-te\n")
>>> part1(network), part2(network)
(2, 'ab,bc,tc')
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from string import ascii_lowercase
from typing import TypeAlias

from aoc.text import Reader

MOST_CONNECTIONS, MOST_NEIGHBOURS = 4000, 20
Network: TypeAlias = dict[str, set[str]]
"""The computers that each one is connected with."""


def parse(text: str) -> Network:
    reader = Reader(text)
    network: Network = defaultdict(set)
    for one, other in reader.records("{}-{}", ascii_lowercase, most=MOST_CONNECTIONS):
        if not len(one) == len(other) == 2:
            raise reader.error("two names of two letters each")
        if one == other or other in network[one]:
            raise reader.error("two different computers that are not connected yet")
        network[one].add(other)
        network[other].add(one)
        if max(len(network[one]), len(network[other])) > MOST_NEIGHBOURS:
            raise reader.error(f"computers with at most {MOST_NEIGHBOURS} connections")
    reader.end()
    return network


def part1(network: Network) -> int:
    triangles = {
        frozenset((name, *pair))
        for name in network
        if name.startswith("t")
        for pair in combinations(network[name], 2)
        if pair[1] in network[pair[0]]
    }
    return len(triangles)


def part2(network: Network) -> str:
    found = [sorted(clique) for clique in cliques(network, set(), set(network), set())]
    largest = min(found, key=lambda names: (-len(names), names))
    return ",".join(largest)


def cliques(network: Network, clique: set[str], candidates: set[str], aside: set[str]) -> Iterator[set[str]]:
    """The cliques of this one and some of the candidates that no candidate and nothing set aside can extend."""
    if not candidates and not aside:
        yield clique
        return
    pivot = max(candidates | aside, key=lambda name: len(network[name] & candidates))
    for name in candidates - network[pivot]:
        near = network[name]
        yield from cliques(network, clique | {name}, candidates & near, aside & near)
        candidates = candidates - {name}
        aside = aside | {name}
