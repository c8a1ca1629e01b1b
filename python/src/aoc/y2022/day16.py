r"""Proboscidea Volcanium: https://adventofcode.com/2022/day/16

Tunnels connect valves. A minute is enough to walk through one tunnel, or to open the valve where one is, and an open
valve releases its rate in each minute after. Part 1 asks for the most that one actor can have released in 30 minutes,
part 2 for the most of two actors in 26 minutes.

A table says for each valve, and for each set of valves that may still be opened, the most that can be released from
there in the time that is left. If there is one minute more, it is used to walk to a neighbour, or to open the valve,
which gives its rate for all minutes after and takes it out of the set. So each table comes from that of one minute less.
A row of the table has all sets: set number 5 is the first and the third valve with a rate, since 5 = 1 + 4.

In part 2 one actor gets a set, and the other one gets all other valves. With three valves, the others of set 5 are set
2 = 7 - 5. So they are as far from the end of the row as the set is from its start.

>>> valves = "Valve {} has flow rate={}; tunnels lead to valves {}\n"
>>> text = valves.format("AA", 0, "BB, CC") + valves.format("BB", 10, "AA, CC") + valves.format("CC", 20, "AA, BB")
>>> volcano = parse(text)
>>> part1(volcano), part2(volcano)
(820, 720)
"""

from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aoc.text import Reader

MOST_VALVES, MOST_TUNNELS = 64, 5
MOST_RATE, MOST_WITH_RATE = 50, 15
START = "AA"
MINUTES, MINUTES_OF_TWO = 30, 26


class Volcano(NamedTuple):
    tunnels: dict[str, list[str]]
    rates: dict[str, int]
    """Only of the valves that have one. The order is that of the valves in the number of a set."""


def parse(text: str) -> Volcano:
    reader = Reader(text)
    volcano = Volcano({}, {})
    for name, rate, targets in reader.lines(read_valve, most=MOST_VALVES):
        if name in volcano.tunnels or (name == START and rate):
            raise reader.error(f"a name that is not there yet, and no rate at {START}")
        volcano.tunnels[name] = targets
        if rate:
            volcano.rates[name] = rate
        if len(volcano.rates) > MOST_WITH_RATE:
            raise reader.error(f"at most {MOST_WITH_RATE} valves with a rate")
    reader.end()
    check_tunnels(reader, volcano.tunnels)
    return volcano


def read_valve(reader: Reader) -> tuple[str, int, list[str]]:
    start = reader.at
    reader.literal("Valve ")
    name = reader.match("[A-Z]{2}", "two letters")
    reader.literal(" has flow rate=")
    rate = reader.number(0, MOST_RATE)
    one, several = "; tunnel leads to valve ", "; tunnels lead to valves "
    words = reader.one_of((one, several))
    targets = reader.match(f"[A-Z]{{2}}(?:, [A-Z]{{2}}){{0,{MOST_TUNNELS - 1}}}", "names of valves").split(", ")
    if (len(targets) == 1) != (words == one) or len({name, *targets}) <= len(targets):
        raise reader.error("different valves, and the words for one or for several", start)
    return name, rate, targets


def check_tunnels(reader: Reader, tunnels: dict[str, list[str]]) -> None:
    if START not in tunnels:
        raise reader.error_of_whole(f"there is no valve {START}")
    for name, targets in tunnels.items():
        for target in targets:
            if name not in tunnels.get(target, ()):
                raise reader.error_of_whole(f"no tunnel leads from {target} back to {name}")
    reached = [START]
    for name in reached:
        reached += [target for target in tunnels[name] if target not in reached]
    if len(reached) < len(tunnels):
        raise reader.error_of_whole(f"a valve cannot be reached from {START}")


def part1(volcano: Volcano) -> int:
    return int(most_released(volcano, MINUTES)[-1])


def part2(volcano: Volcano) -> int:
    of_one = most_released(volcano, MINUTES_OF_TWO)
    return int((of_one + of_one[::-1]).max())


def most_released(volcano: Volcano, minutes: int) -> NDArray[np.int16]:
    """The most that one actor can have released, for each set of valves that may be opened."""
    sets = np.arange(1 << len(volcano.rates))
    bits = {name: 1 << place for place, name in enumerate(volcano.rates)}
    is_in_set = {name: (sets & bit > 0).astype(np.int16) for name, bit in bits.items()}
    # 16 bits are enough: 15 rates of 50 for 29 minutes are 21,750. Two actors open different valves, in less time.
    best = {name: np.zeros(sets.size, np.int16) for name in volcano.tunnels}
    for minutes_after in range(minutes):
        after = best
        best = {name: reduce(np.maximum, [after[target] for target in volcano.tunnels[name]]) for name in after}
        for name, bit in bits.items():
            # Set number n without this valve is set number n - bit.
            released = after[name][:-bit] + volcano.rates[name] * minutes_after
            opened = np.concatenate([np.zeros(bit, np.int16), released * is_in_set[name][bit:]])
            best[name] = np.maximum(best[name], opened)
    return best[START]
