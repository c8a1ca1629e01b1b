r"""Playground: https://adventofcode.com/2025/day/8

Junction boxes in space are joined into circuits, the closest pair first: part 1 joins the 1000 closest pairs and
multiplies the sizes of the three largest circuits; part 2 goes on until there is one circuit, and multiplies the
x coordinates of the pair that completes it.

This is Kruskal's algorithm for a minimum spanning tree. The distances of all pairs are computed at once, but sorted
only as far as they are asked for. A circuit is a list of its boxes, and each box knows its circuit: to join two
circuits is to append the shorter list to the longer.

>>> playground = parse("1,0,0\n9,0,0\n2,0,0\n7,0,0\n", joins=2)
>>> part1(playground), part2(playground)
(4, 14)
"""

from collections.abc import Iterator
from itertools import islice
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

PARAMS = {"joins": range(1, 1_000_001)}
MOST_BOXES = 2000
Numbers = NDArray[np.int64]


class Playground(NamedTuple):
    boxes: list[tuple[int, ...]]
    pairs: Numbers
    """All pairs in the order of the boxes: two rows of box numbers."""
    distances: Numbers
    """Of each pair, squared."""
    joins: int


def parse(text: str, *, joins: int = 1000) -> Playground:
    reader = Reader(text)
    records = reader.records("{},{},{}", range(100_000), most=MOST_BOXES)
    boxes = reader.distinct(records, "a box that is not listed already")
    reader.end()
    if len(boxes) < 2:
        raise reader.too_soon("a second box")
    places = np.array(boxes)
    first, second = np.triu_indices(len(boxes), 1)
    distances = sum((axis[first] - axis[second]) ** 2 for axis in places.T)
    return Playground(boxes, np.array([first, second]), np.asarray(distances), joins)


def closest_first(playground: Playground, at_once: int = 10_000) -> Iterator[tuple[int, int]]:
    """All pairs by distance; of equal distances, in the order of the boxes."""
    pairs, distances = playground.pairs, playground.distances
    while at_once < len(distances):
        near = distances <= np.partition(distances, at_once)[at_once]
        yield from sorted_pairs(pairs[:, near], distances[near])
        pairs, distances, at_once = pairs[:, ~near], distances[~near], 4 * at_once
    yield from sorted_pairs(pairs, distances)


def sorted_pairs(pairs: Numbers, distances: Numbers) -> Iterator[tuple[int, int]]:
    first, second = pairs[:, np.argsort(distances, kind="stable")].tolist()
    return zip(first, second, strict=True)


class Circuits:
    """Boxes in circuits; at first each is alone."""

    def __init__(self, boxes: int) -> None:
        self.of_box = [[box] for box in range(boxes)]

    def join(self, a: int, b: int) -> list[int]:
        """The circuit that holds both boxes from now on."""
        small, large = sorted((self.of_box[a], self.of_box[b]), key=len)
        if small is not large:
            large.extend(small)
            for box in small:
                self.of_box[box] = large
        return large

    def sizes(self) -> list[int]:
        """The largest first."""
        different = {id(circuit): len(circuit) for circuit in self.of_box}
        return sorted(different.values(), reverse=True)


def part1(playground: Playground) -> int:
    circuits = Circuits(len(playground.boxes))
    for a, b in islice(closest_first(playground), playground.joins):
        circuits.join(a, b)
    return prod(circuits.sizes()[:3])


def part2(playground: Playground) -> int:
    boxes = playground.boxes
    circuits = Circuits(len(boxes))
    last, other = next(pair for pair in closest_first(playground) if len(circuits.join(*pair)) == len(boxes))
    return boxes[last][0] * boxes[other][0]
