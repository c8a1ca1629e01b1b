r"""Pulse Propagation: https://adventofcode.com/2023/day/20

Modules send pulses, HIGH or LOW, to each other. A flip-flop is turned by a LOW pulse and sends its new state. A
conjunction sends LOW if the last pulse from each of its sources was HIGH, and else HIGH. Each press of the button
sends a LOW pulse to the broadcaster, which sends it on. Part 1 counts the pulses of 1,000 presses, LOW times HIGH. Part
2 asks for the first press in which the module rx gets a LOW pulse.

The pulses are handled in the order in which they are sent. In part 2 the wiring is a few counters side by side:

    broadcaster -> first flip-flop -> second -> ... -> last
                        ^ |           ^ or v             |
                        | v           |    v             v
                        [---------- conjunction ----------] -> inverter -> collector -> rx

The flip-flops are the digits of a binary number, the first one the lowest, and each press adds 1. Where a flip-flop
sends to the conjunction the counter's period has a 1; to all others, and to the first one, the conjunction sends. At
the period the conjunction sends LOW, and these pulses bring the counter back to 0. Then its inverter sends HIGH to the
collector. The collector sends LOW when all counters do so in one press. So each period is the press in which the
inverter sends its first HIGH, and the answer is their least common multiple.

>>> nine = "%a -> b, e\n%b -> c\n%c -> d\n%d -> e\n&e -> a, b, c, f\n&f -> all\n"
>>> eleven = "%g -> h, k\n%h -> i, k\n%i -> j\n%j -> k\n&k -> g, i, l\n&l -> all\n"
>>> wiring = parse("broadcaster -> a, g\n&all -> rx\n" + nine + eleven)
>>> part1(wiring), part2(wiring)
(176953476, 99)
"""

from itertools import count, pairwise
from math import lcm
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

MOST_LINES, MOST_TARGETS, PRESSES = 200, 20, 1000
COUNTERS, FLIP_FLOPS = range(2, 6), range(4, 13)
FLIP_FLOP, CONJUNCTION, NO_SIGN = "%", "&", ""
BROADCASTER, LAST = "broadcaster", "rx"
NAME = "[a-z]{1,8}"


class Module(NamedTuple):
    sign: str
    targets: list[str]


Wiring: TypeAlias = dict[str, Module]
Pulse: TypeAlias = tuple[str, bool, str]
"""From which module, is it HIGH, to which module."""


class Counter(NamedTuple):
    flip_flops: list[str]
    ones: set[str]
    """The flip-flops that send to the conjunction."""
    conjunction: str
    inverter: str


def parse(text: str) -> Wiring:
    reader = Reader(text)
    wiring = reader.table(reader.lines(read_module, most=MOST_LINES), "a name that no module has yet")
    reader.end()
    check_counters(reader, wiring)
    return wiring


def read_module(reader: Reader) -> tuple[str, Module]:
    name = reader.match(f"{BROADCASTER}|[{FLIP_FLOP}{CONJUNCTION}]{NAME}", f"`{BROADCASTER}`, or `%` or `&` and a name")
    reader.literal(" -> ")
    targets = reader.several(read_name, ", ", most=MOST_TARGETS)
    if len(set(targets)) < len(targets):
        raise reader.error("targets that are all different")
    if name == BROADCASTER:
        return name, Module(NO_SIGN, targets)
    return name[1:], Module(name[0], targets)


def read_name(reader: Reader) -> str:
    return reader.match(NAME, "a name of 1 to 8 letters a-z")


def check_counters(reader: Reader, wiring: Wiring) -> None:
    """Find the parts of the counters, and see that the wiring is what these parts make, and nothing else."""
    firsts = sent_to(wiring, BROADCASTER, FLIP_FLOP)
    if len(firsts) not in COUNTERS or LAST in wiring:
        raise reader.error_of_whole(f"there are not 2 to 5 counters, or {LAST} is one of the modules")
    counters = [find_counter(wiring, first) for first in firsts]
    collector = first_of(sent_to(wiring, counters[0].inverter, CONJUNCTION))
    names = [BROADCASTER, collector]
    wires = [(BROADCASTER, first) for first in firsts] + [(CONJUNCTION + collector, LAST)]
    for flip_flops, ones, conjunction, inverter in counters:
        if len(flip_flops) not in FLIP_FLOPS:
            raise reader.error_of_whole(f"the counter that begins with {flip_flops[0]} has not 4 to 12 flip-flops")
        names += [*flip_flops, conjunction, inverter]
        wires += [(FLIP_FLOP + name, following) for name, following in pairwise(flip_flops)]
        wires += [(FLIP_FLOP + name, conjunction) for name in ones]
        wires += [(CONJUNCTION + conjunction, name) for name in {*flip_flops} - ones | {flip_flops[0], inverter}]
        wires.append((CONJUNCTION + inverter, collector))
    found = [(module.sign + name, target) for name, module in wiring.items() for target in module.targets]
    if sorted(names) != sorted(wiring) or sorted(wires) != sorted(found):
        raise reader.error_of_whole(f"the modules are not counters whose inverters send to {LAST} by one conjunction")


def find_counter(wiring: Wiring, first: str) -> Counter:
    """What would be the parts of the counter that begins with this flip-flop?"""
    flip_flops = [first]
    while following := [name for name in sent_to(wiring, flip_flops[-1], FLIP_FLOP) if name not in flip_flops]:
        flip_flops.append(following[0])
    conjunction = first_of(sent_to(wiring, first, CONJUNCTION))
    inverter = first_of(sent_to(wiring, conjunction, CONJUNCTION))
    ones = {name for name in flip_flops if conjunction in wiring[name].targets} | {first, flip_flops[-1]}
    return Counter(flip_flops, ones, conjunction, inverter)


def sent_to(wiring: Wiring, name: str, sign: str) -> list[str]:
    """The targets of a module that have this sign; none if there is no such module."""
    found = wiring[name].targets if name in wiring else []
    return [target for target in found if target in wiring and wiring[target].sign == sign]


def first_of(names: list[str]) -> str:
    """The first of these names, or the empty text, which is the name of no module."""
    return names[0] if names else ""


def part1(wiring: Wiring) -> int:
    modules = Modules(wiring)
    levels = [is_high for _ in range(PRESSES) for _, is_high, _ in modules.press()]
    return levels.count(False) * levels.count(True)


def part2(wiring: Wiring) -> int:
    modules = Modules(wiring)
    (collector,) = (name for name, module in wiring.items() if module.targets == [LAST])
    periods: dict[str, int] = {}
    for press in count(1):
        for source, is_high, target in modules.press():
            if is_high and target == collector:
                periods.setdefault(source, press)
        if len(periods) == len(wiring[BROADCASTER].targets):
            break
    return lcm(*periods.values())


class Modules:
    """All modules with their states, at first those before the first press."""

    def __init__(self, wiring: Wiring) -> None:
        self.targets = {name: module.targets for name, module in wiring.items()}
        self.is_on = {name: False for name, module in wiring.items() if module.sign == FLIP_FLOP}
        self.low_sources: dict[str, set[str]] = {
            conjunction: {name for name, targets in self.targets.items() if conjunction in targets}
            for conjunction, module in wiring.items()
            if module.sign == CONJUNCTION
        }

    def press(self) -> list[Pulse]:
        """All pulses of one press of the button, in the order in which they are sent."""
        pulses = [("button", False, BROADCASTER)]
        for source, is_high, name in pulses:
            if name in self.low_sources:
                low_sources = self.low_sources[name]
                (low_sources.discard if is_high else low_sources.add)(source)
                sends_high = bool(low_sources)
            elif name in self.is_on and not is_high:
                sends_high = self.is_on[name] = not self.is_on[name]
            elif name == BROADCASTER:
                sends_high = False
            else:
                continue
            pulses += [(name, sends_high, target) for target in self.targets[name]]
        return pulses
