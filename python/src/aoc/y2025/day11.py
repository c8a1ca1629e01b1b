r"""Reactor: https://adventofcode.com/2025/day/11

Wires lead from device to device: part 1 counts the paths from `you` to `out`, part 2 those from `svr` to `out` that
pass through both `dac` and `fft`.

There is no cycle, so the devices can be sorted such that all wires of a device lead to earlier ones. In that order, a
device's number of paths to a fixed end is the sum of the numbers at the ends of its wires. A path through two stations
has three legs, and their numbers of paths multiply; the stations may come in either order.

>>> reactor = parse("you: aaa bbb\naaa: bbb out\nbbb: out\nsvr: fft bbb\nfft: dac ccc\nccc: dac\ndac: you\n")
>>> part1(reactor), part2(reactor)
(3, 6)
"""

from graphlib import CycleError, TopologicalSorter
from string import ascii_lowercase
from typing import NamedTuple

from aoc.text import Reader

MOST_DEVICES, MOST_WIRES, MOST_PATHS = 2000, 30, 10**36


class Reactor(NamedTuple):
    wires: dict[str, list[str]]
    order: list[str]
    """Every device, after all that its wires lead to."""

    def paths(self, start: str, end: str) -> int:
        counts: dict[str, int] = {}
        for device in self.order:
            counts[device] = 1 if device == end else sum(counts[target] for target in self.wires.get(device, ()))
        return counts.get(start, 0)


def parse(text: str) -> Reactor:
    reader = Reader(text)
    wires = reader.table(reader.lines(read_wires, most=MOST_DEVICES), "a device that has no line yet")
    reader.end()
    try:
        reactor = Reactor(wires, list(TopologicalSorter(wires).static_order()))
    except CycleError:
        raise reader.error_of_whole("the wires form a cycle") from None
    if all_paths(reactor) > MOST_PATHS:
        raise reader.error_of_whole("there are more than 10^36 paths")
    return reactor


def read_wires(reader: Reader) -> tuple[str, list[str]]:
    start = reader.at
    device = read_name(reader)
    reader.literal(": ")
    targets = reader.several(read_name, " ", most=MOST_WIRES)
    if device == "out" or len(set(targets)) < len(targets):
        raise reader.error("a device that is not `out`, and wires to different devices", start)
    return device, targets


def read_name(reader: Reader) -> str:
    return reader.match(f"[{ascii_lowercase}]{{3}}", "a name of three lower-case letters")


def all_paths(reactor: Reactor) -> int:
    """The number of paths from any device to any device, itself included."""
    counts: dict[str, int] = {}
    for device in reactor.order:
        counts[device] = 1 + sum(counts[target] for target in reactor.wires.get(device, ()))
    return sum(counts.values())


def part1(reactor: Reactor) -> int:
    return reactor.paths("you", "out")


def part2(reactor: Reactor) -> int:
    paths = reactor.paths
    dac_first = paths("svr", "dac") * paths("dac", "fft") * paths("fft", "out")
    fft_first = paths("svr", "fft") * paths("fft", "dac") * paths("dac", "out")
    return dac_first + fft_first
