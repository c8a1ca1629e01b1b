r"""Factory: https://adventofcode.com/2025/day/10

Machines are set by buttons: part 1 asks for the fewest presses until the right lights are on, where a press switches
some lights; part 2 for the fewest until counters stand at their targets, where a press adds 1 to some counters.

Part 2 goes by halves. The buttons that are pressed an odd number of times decide which counters are odd. So try every
set of buttons that makes the right counters odd, and press each of its buttons once: what is left of the targets is
even, and takes twice the presses that half of it takes. Part 1 is the first step of this, with lights for odd counters.

The counters of a machine stand side by side in one integer, so that one addition presses a button.

>>> machines = parse("[.##.] (0,1) (1) (2,3) (0,3) {3,5,4,4}\n[#] (0) {7}\n")
>>> part1(machines), part2(machines)
(4, 16)
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from aoc.text import Reader

MOST_MACHINES, MOST_LIGHTS, MOST_BUTTONS, MOST_TARGET = 400, 10, 13, 999
MOST_SPARE, MOST_SPARE_IN_PARITY, MOST_SPARE_TOGETHER = 3, 6, 300
"""Spare buttons do what a combination of other buttons does: of a machine, of a machine modulo 2, of all machines."""
PRIME = 331
"""No determinant of ten rows of 0 and 1 is above 320: what is independent modulo this is so in whole numbers."""
WIDTH = 12
"""Bits of a counter. The highest is never needed for its value."""
ODD = sum(1 << WIDTH * place for place in range(MOST_LIGHTS))
HIGHEST = ODD << WIDTH - 1


class Machine(NamedTuple):
    """Counters side by side: the wanted lights as 0 and 1, what a press of each button adds, and the targets."""

    lights: int
    buttons: list[int]
    targets: int


def parse(text: str) -> list[Machine]:
    reader = Reader(text)
    machines = []
    spare_together = 0
    for machine, spare in reader.lines(read_machine, most=MOST_MACHINES):
        spare_together += spare
        if spare_together > MOST_SPARE_TOGETHER:
            raise reader.error(f"at most {MOST_SPARE_TOGETHER} buttons in all machines that depend on others")
        machines.append(machine)
    reader.end()
    return machines


def read_machine(reader: Reader) -> tuple[Machine, int]:
    """A machine, and how many spare buttons it has."""
    start = reader.at
    reader.literal("[")
    lights = [int(light == "#") for light in reader.match(f"[.#]{{1,{MOST_LIGHTS}}}", "1 to 10 of `.` and `#`")]
    reader.literal("] ")
    buttons: list[list[int]] = []
    while not buttons or (reader.text.startswith("(", reader.at) and len(buttons) < MOST_BUTTONS):
        button = read_button(reader, len(lights))
        if button in buttons:
            raise reader.error("buttons that are all different", start)
        buttons.append(button)
    reader.literal("{")
    targets = reader.numbers(0, MOST_TARGET, ",", most=len(lights))
    if len(targets) < len(lights):
        raise reader.error("as many targets as lights")
    reader.literal("}")
    spare = len(buttons) - rank(buttons, PRIME)
    if spare > MOST_SPARE or len(buttons) - rank(buttons, 2) > MOST_SPARE_IN_PARITY:
        raise reader.error(
            f"at most {MOST_SPARE} buttons that depend on others, and {MOST_SPARE_IN_PARITY} modulo 2", start
        )
    return Machine(packed(lights), [packed(button) for button in buttons], packed(targets)), spare


def read_button(reader: Reader, counters: int) -> list[int]:
    """For each counter what a press adds."""
    reader.literal("(")
    places = [reader.number(0, counters - 1)]
    while not reader.text.startswith(")", reader.at):
        reader.literal(",")
        places.append(reader.number(places[-1] + 1, counters - 1))
    reader.literal(") ")
    return [int(place in places) for place in range(counters)]


def rank(vectors: list[list[int]], prime: int) -> int:
    """How many of the vectors are independent modulo the prime?"""
    basis: dict[int, Sequence[int]] = {}
    for vector in vectors:
        for pivot, other in basis.items():
            vector = [(a - vector[pivot] * b) % prime for a, b in zip(vector, other, strict=True)]
        place = next((place for place, value in enumerate(vector) if value), None)
        if place is not None:
            basis[place] = [a * pow(vector[place], -1, prime) % prime for a in vector]
    return len(basis)


def packed(values: Iterable[int]) -> int:
    return sum(value << WIDTH * place for place, value in enumerate(values))


def sets_of_buttons(machine: Machine) -> dict[int, int]:
    """What pressing each button of a set once adds, and the fewest buttons that add just this."""
    presses = {0: 0}
    for button in machine.buttons:
        for added, count in list(presses.items()):
            presses[added + button] = min(count + 1, presses.get(added + button, count + 1))
    return presses


def part1(machines: list[Machine]) -> int | None:
    return total(map(fewest_for_lights, machines))


def part2(machines: list[Machine]) -> int | None:
    return total(map(fewest_for_counters, machines))


def total(presses: Iterable[int | None]) -> int | None:
    """The sum; None if a machine cannot be set."""
    counts = list(presses)
    return None if None in counts else sum(count for count in counts if count is not None)


def fewest_for_lights(machine: Machine) -> int | None:
    return min(
        (count for added, count in sets_of_buttons(machine).items() if added & ODD == machine.lights), default=None
    )


def fewest_for_counters(machine: Machine) -> int | None:
    sets_that_make_odd = defaultdict(list)
    for added, count in sets_of_buttons(machine).items():
        sets_that_make_odd[added & ODD].append((added, count))

    @cache
    def fewest(targets: int) -> int | None:
        if not targets:
            return 0
        possible = []
        for added, count in sets_that_make_odd[targets & ODD]:
            # A counter that falls below zero borrows its highest bit.
            left = (targets | HIGHEST) - added
            if left & HIGHEST == HIGHEST and (half := fewest((left ^ HIGHEST) >> 1)) is not None:
                possible.append(count + 2 * half)
        return min(possible, default=None)

    return fewest(machine.targets)
