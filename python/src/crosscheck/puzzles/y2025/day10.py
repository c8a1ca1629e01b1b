"""2025 day 10, https://adventofcode.com/2025/day/10

Text: 1 to 400 lines `[.##.] (3) (1,3) (0,2) {3,5,4,7}`, each a machine: 1 to 10 lights, `#` for on; 1 to 13 buttons, all different, each a list of one
light or more in rising order, counted from 0; and for each light a target, 0 to 999. The matrix of lights and buttons, with 1 where the button has the
light, has a rank over the rational numbers that is at most 3 less than the number of buttons, and a rank over the field of two elements that is at
most 6 less. What the former rank lacks is at most 300 in all machines together.
Part 1: all lights are off at first, and a button switches each of its lights over. The least number of presses after which the lights are as
shown, summed over all machines.
Part 2: each light has a counter, 0 at first, and a button adds 1 to the counters of its lights. The least number of presses after which all counters
are at their targets, summed over all machines.
A part has no solution if a machine has none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, product
from math import prod
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, on_lines, same, shuffled, twice
from crosscheck.puzzles.limit import Limit

TITLE = "Factory"
UNIT = "machines"
SIZE = 150
MOST_MACHINES, MOST_LIGHTS, MOST_BUTTONS, LAST = 400, 10, 13, 999
MOST_SPARE, MOST_SPARE_IN_ALL, MOST_SPARE_OF_TWO = 3, 300, 6
NO_SOLUTION = "no solution"
Button = tuple[int, ...]


class Machine(NamedTuple):
    lights: list[bool]
    buttons: list[Button]
    targets: list[int]

    def __str__(self) -> str:
        shown = "".join(".#"[on] for on in self.lights)
        buttons = " ".join(f"({','.join(map(str, button))})" for button in self.buttons)
        return f"[{shown}] {buttons} {{{','.join(map(str, self.targets))}}}"


def spare(buttons: list[Button], prime: int = 331) -> int:
    """The number of buttons less the rank of their matrix over the field of so many elements. For 331 this is the rank over the rational numbers, as no
    determinant of at most ten rows and columns of 0 and 1 is larger than 320.
    """
    basis: dict[int, list[int]] = {}  # by the first place that is not 0, which is 1
    for button in buttons:
        row = [int(light in button) for light in range(MOST_LIGHTS)]
        for place in range(MOST_LIGHTS):
            if place in basis:
                factor = row[place]
                row = [(one - factor * two) % prime for one, two in zip(row, basis[place], strict=True)]
            elif row[place]:
                inverse = pow(row[place], -1, prime)
                basis[place] = [value * inverse % prime for value in row]
                break
    return len(buttons) - len(basis)


def wired(rng: Random, lights: int, count: int, most_spare: int, share: float) -> list[Button]:
    """So many different buttons, or as many as are found; each has about this share of the lights."""
    buttons: list[Button] = []
    for _ in range(10 * count):
        if len(buttons) == count:
            break
        button = tuple(light for light in range(lights) if rng.random() < share) or (rng.randrange(lights),)
        if button not in buttons and spare([*buttons, button]) <= most_spare:
            buttons.append(button)
    return buttons


def set_by(lights: int, buttons: list[Button], presses: Sequence[int]) -> list[int]:
    """How often each light is switched."""
    return [
        sum(count for button, count in zip(buttons, presses, strict=True) if light in button) for light in range(lights)
    ]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    return joined(map(str, draw(st.lists(machines(), min_size=1, max_size=3))))


@st.composite
def machines(draw: st.DrawFn) -> Machine:
    """Few lights and few presses mostly, so that every way can be tried; lights and targets that buttons made, or now and then any."""
    rng = draw(seeds())
    lights = draw(st.sampled_from((3, 4, 5, 2, 1, 6, MOST_LIGHTS)))
    most = MOST_BUTTONS if lights == MOST_LIGHTS else 8
    most_spare, share = draw(st.integers(0, MOST_SPARE)), draw(st.sampled_from((0.3, 0.5, 0.8)))
    buttons = wired(rng, lights, draw(st.integers(1, most)), most_spare, share)
    often = draw(st.sampled_from(((0, 1), (0, 1, 2, 3), (0, 0, 0, 5), (0, 60))))
    presses = [rng.choice(often) for _ in buttons]
    targets = [min(target, LAST) for target in set_by(lights, buttons, presses)]
    shown = odd(set_by(lights, buttons, [rng.randint(0, 1) for _ in buttons]))
    change = draw(st.sampled_from(("", "", "", "", "", "", "", "", "", "a target", "lights")))
    if change == "a target":
        targets[draw(st.integers(0, lights - 1))] = draw(st.integers(0, 9))
    elif change == "lights":
        shown = [rng.random() < 0.5 for _ in shown]
    return Machine(shown, buttons, targets)


def full(seed: int, size: int = SIZE) -> str:
    """4 to 10 lights, and two buttons fewer to three more; half of the machines have no spare button. Targets up to some 300."""
    rng = Random(seed)
    left = MOST_SPARE_IN_ALL
    machines = []
    for _ in range(size):
        lights = rng.randint(4, MOST_LIGHTS)
        most_spare = min(left, rng.choices(range(MOST_SPARE + 1), weights=(50, 26, 18, 6))[0])
        count = rng.randint(lights - 2, lights) + most_spare
        buttons = wired(rng, lights, count, most_spare, rng.uniform(0.25, 0.7))
        left -= spare(buttons)
        machines.append(solvable(rng, lights, buttons, 20 if rng.random() < 0.8 else 90))
    return joined(map(str, machines))


def solvable(rng: Random, lights: int, buttons: list[Button], most: int) -> Machine:
    """What some presses of these buttons make, no more than `most` of each, or fewer where a target would be too large."""
    targets = set_by(lights, buttons, [rng.randint(0, most) for _ in buttons])
    if max(targets) > LAST:
        return solvable(rng, lights, buttons, most * 3 // 4)
    shown = odd(set_by(lights, buttons, [rng.randint(0, 1) for _ in buttons]))
    return Machine(shown, buttons, targets)


def limits() -> Iterator[Limit]:
    alone, spares = "[#] (0) {1}\n", "[...] (0) (1) (2) (0,1) (1,2) (0,2) {1,1,1}\n"
    yield Limit("most machines", alone * MOST_MACHINES, "400, 400")
    yield Limit("a machine too many", alone * (MOST_MACHINES + 1), "refused at line 401")
    yield Limit("most spare buttons", alone * 300 + spares * 100, "300, 500")
    yield Limit("a spare button too many", alone * 299 + spares * 101, "refused at line 400")


def worst() -> Iterator[tuple[str, str]]:
    """As many spare buttons as there may be, with large targets: any wiring, wirings that are much alike modulo 2, single lights, pairs of lights."""
    rng = Random(10)
    count = MOST_SPARE_IN_ALL // MOST_SPARE

    def machines(number: int, wiring: Callable[[], list[Button]], presses: int = 300) -> str:
        return joined(str(solvable(rng, MOST_LIGHTS, wiring(), presses)) for _ in range(number))

    for share in (0.2, 0.5, 0.8):
        yield f"13 buttons of {share} of the lights", machines(count, partial(most_buttons, rng, share))
    yield "13 buttons and small targets", machines(count, partial(most_buttons, rng, 0.5), 20)
    yield "13 buttons of little rank modulo 2", machines(count, partial(like_modulo_two, rng))
    yield "13 buttons of two lights each", machines(count, partial(pairs, rng))
    singles: list[Button] = [(light,) for light in range(MOST_LIGHTS)]
    wide: list[Button] = [tuple(range(10)), tuple(range(0, 10, 2)), tuple(range(5))]
    yield (
        "single lights and three wide buttons",
        joined([str(Machine([True] * 10, singles + wide, [LAST] * 10))] * count),
    )
    yield "one spare button", machines(MOST_SPARE_IN_ALL, partial(wired, rng, 10, 11, 1, 0.5))
    yield "no spare button", machines(MOST_MACHINES, partial(wired, rng, 10, 10, 0, 0.5))
    odd = [
        Machine(one.lights, one.buttons, [LAST, *one.targets[1:]])
        for one in [solvable(rng, 10, pairs(rng), 300) for _ in range(count)]
    ]
    yield "two lights each, and targets that they may not make", joined(map(str, odd))
    wiring: list[Button] = [*singles[:6], tuple(range(6)), (0, 1, 2), (6, 7), (7, 8), (6, 8), (6, 7, 8, 9), (9,)]
    yield (
        "targets that could be made by presses below 0 alone",
        joined([str(Machine([False] * 10, wiring, [LAST] * 6 + [1, 1, 1, 0]))]),
    )


def most_buttons(rng: Random, share: float) -> list[Button]:
    """13 buttons for 10 lights, three of them spare."""
    while len(buttons := wired(rng, MOST_LIGHTS, MOST_BUTTONS, MOST_SPARE, share)) < MOST_BUTTONS:
        pass
    return buttons


def like_modulo_two(rng: Random) -> list[Button]:
    """13 buttons of rank 10, but of rank 7 modulo 2: a button has a light where two vectors of seven bits have an odd number of places in common."""
    while True:
        lights = [rng.randrange(1, 128) for _ in range(MOST_LIGHTS)]
        keys = rng.sample(range(1, 128), MOST_BUTTONS)
        buttons = [tuple(at for at, light in enumerate(lights) if (light & key).bit_count() % 2) for key in keys]
        if (
            all(buttons)
            and len(set(buttons)) == MOST_BUTTONS
            and spare(buttons) == MOST_SPARE
            and spare(buttons, 2) == MOST_SPARE_OF_TWO
        ):
            return buttons


def pairs(rng: Random) -> list[Button]:
    """13 buttons of two lights each, three of them spare."""
    every: list[Button] = list(combinations(range(MOST_LIGHTS), 2))
    while spare(buttons := rng.sample(every, MOST_BUTTONS)) > MOST_SPARE:
        pass
    return buttons


def read(line: str) -> Machine:
    lights, *buttons, targets = line.split()
    return Machine(
        [light == "#" for light in lights[1:-1]],
        [tuple(map(int, button[1:-1].split(","))) for button in buttons],
        [int(target) for target in targets[1:-1].split(",")],
    )


def oracle(text: str) -> Answers | None:
    """Every number of presses of every button: none or one for the lights, up to its least target for the counters."""
    machines = [read(line) for line in text.splitlines()]
    if any(len(machine.buttons) > 10 for machine in machines):
        return None
    once = [[range(2) for _ in one.buttons] for one in machines]
    often = [[range(min(one.targets[light] for light in button) + 1) for button in one.buttons] for one in machines]
    switched = (fewest(one, presses, odd, one.lights) for one, presses in zip(machines, once, strict=True))
    counted = (fewest(one, presses, list, one.targets) for one, presses in zip(machines, often, strict=True))
    small = sum(prod(map(len, presses)) for presses in often) <= 3_000
    return in_all(switched), in_all(counted) if small else None


def fewest(
    machine: Machine, ranges: list[range], shown: Callable[[list[int]], Sequence[int]], wanted: Sequence[int]
) -> int | None:
    """The least number of presses out of these ranges after which what is shown is what is wanted."""
    right = (
        sum(presses)
        for presses in product(*ranges)
        if shown(set_by(len(machine.lights), machine.buttons, presses)) == wanted
    )
    return min(right, default=None)


def odd(counts: Sequence[int]) -> list[bool]:
    return [count % 2 == 1 for count in counts]


def in_all(presses: Iterable[int | None]) -> str:
    counts = list(presses)
    return NO_SOLUTION if None in counts else str(sum(filter(None, counts)))


def each_machine(change: Callable[[Machine, Random], Machine | None]) -> Transform:
    """Every machine changed; the law says nothing of a text with a machine that cannot be changed so."""

    def transform(text: str, rng: Random) -> str | None:
        changed = [change(read(line), rng) for line in text.splitlines()]
        return None if None in changed else joined(map(str, changed))

    return transform


def other_order(machine: Machine, rng: Random) -> Machine:
    """Buttons and lights in another order."""
    order = shuffled(list(range(len(machine.lights))), rng)
    return Machine(
        [machine.lights[light] for light in order],
        [tuple(sorted(map(order.index, button))) for button in shuffled(machine.buttons, rng)],
        [machine.targets[light] for light in order],
    )


def light_twice(machine: Machine, rng: Random) -> Machine | None:
    """A light more, on the same buttons as another."""
    count = len(machine.lights)
    if count == MOST_LIGHTS:
        return None
    like = rng.randrange(count)
    return Machine(
        [*machine.lights, machine.lights[like]],
        [(*button, count) if like in button else button for button in machine.buttons],
        [*machine.targets, machine.targets[like]],
    )


def targets_doubled(machine: Machine, _: Random) -> Machine | None:
    return machine._replace(targets=twofold) if max(twofold := [2 * one for one in machine.targets]) <= LAST else None


def at_most_double(before: Answers, after: Answers) -> bool:
    if before[1] == NO_SOLUTION:
        return True
    return after[1] != NO_SOLUTION and int(after[1] or "") <= 2 * int(before[1] or "")


def odd_targets(machine: Machine, _: Random) -> Machine:
    """Those lights on whose targets are odd."""
    return machine._replace(lights=odd(machine.targets))


def lights_first(_: Answers, after: Answers) -> bool:
    """Presses that make the targets switch these lights on."""
    return after[1] == NO_SOLUTION or (after[0] != NO_SOLUTION and int(after[0] or "") <= int(after[1] or ""))


def no_targets(machine: Machine, _: Random) -> Machine:
    return machine._replace(targets=[0] * len(machine.targets))


def no_lights(machine: Machine, _: Random) -> Machine:
    return machine._replace(lights=[False] * len(machine.lights))


def machines_twice(before: Answers, after: Answers) -> bool:
    return all(
        one == two == NO_SOLUTION or 2 * int(one or "") == int(two or "")
        for one, two in zip(before, after, strict=True)
    )


LAWS = (
    Law("the order of machines, buttons and lights does not matter", each_machine(other_order), same),
    Law("a light on the same buttons as another changes nothing", each_machine(light_twice), same),
    Law("all machines twice double both answers", on_lines(twice), machines_twice),
    Law("double targets take at most double presses", each_machine(targets_doubled), at_most_double),
    Law("presses that make the targets make their parity", each_machine(odd_targets), lights_first),
    Law(
        "targets do not matter to part 1, and none take no press",
        each_machine(no_targets),
        lambda before, after: after == (before[0], "0"),
    ),
    Law(
        "lights do not matter to part 2, and none take no press",
        each_machine(no_lights),
        lambda before, after: after == ("0", before[1]),
    ),
)
