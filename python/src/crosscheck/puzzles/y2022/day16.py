"""2022 day 16, https://adventofcode.com/2022/day/16

Text: 1 to 64 lines `Valve EF has flow rate=22; tunnels lead to valves FK, HT, DE`, or with one target `tunnel leads to valve FK`. Names are two letters A-Z, and none is defined twice.
The rate is 0 to 50, for at most 15 valves more than 0, and 0 for AA. A valve has 1 to 5 targets, none twice and none itself.
There is a valve AA, every target is defined, every tunnel is there in both directions, and every valve can be reached from AA.
One starts at AA. A step through a tunnel takes a minute, and so does opening the valve of the place. An open valve releases its rate in each minute after the one in which it was opened.
Part 1: the most that can be released in 30 minutes.
Part 2: the most that two can have released in 26 minutes, who both start at AA.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, doubled, joined, on_what, same, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Proboscidea Volcanium"
UNIT = "valves"
SIZE = 58
MOST, MOST_WITH_RATE, MOST_RATE, MOST_TUNNELS = 64, 15, 50, 5
START = "AA"
NAMES = [a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
Network: TypeAlias = dict[str, tuple[int, list[str]]]
"""The rate of each valve, and where its tunnels lead."""


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Paths, stars, rings and trees with more tunnels, from one valve with a rate to fifteen; equal rates and far valves."""
    rng = draw(seeds())
    count = draw(st.sampled_from((4, 2, 3, 6, 9, 14, 30, MOST)))
    rates = draw(st.sampled_from(((1, 2, 20), (7,), (1, MOST_RATE), tuple(range(1, MOST_RATE + 1)))))
    opened = draw(st.sampled_from((2, 3, 1, 4, 5, 6, 0, MOST_WITH_RATE)))
    reach = draw(st.sampled_from((1, 2, MOST)))
    return written(network(rng, count, reach, rng.randint(0, count), rng.choices(rates, k=min(opened, count - 1))))


def network(rng: Random, count: int, reach: int, more: int, rates: list[int]) -> Network:
    """A tree, in which a valve comes after one of the last few, and so many more tunnels where there is room; rates anywhere but at AA."""
    names = [START, *rng.sample(NAMES[1:], count - 1)]
    tunnels: dict[str, list[str]] = {name: [] for name in names}
    for at in range(1, count):
        before = [name for name in names[max(0, at - reach) : at] if len(tunnels[name]) < MOST_TUNNELS]
        connect(
            tunnels, names[at], rng.choice(before or [name for name in names[:at] if len(tunnels[name]) < MOST_TUNNELS])
        )
    for _ in range(more if count > 1 else 0):
        connect(tunnels, *rng.sample(names, 2))
    chosen = dict(zip(rng.sample(names[1:], len(rates)), rates, strict=True))
    return {name: (chosen.get(name, 0), tunnels[name]) for name in shuffled(names, rng)}


def connect(tunnels: dict[str, list[str]], one: str, other: str) -> None:
    """A tunnel between the two, where both have room for it and there is none."""
    if other not in tunnels[one] and max(len(tunnels[one]), len(tunnels[other])) < MOST_TUNNELS:
        tunnels[one].append(other)
        tunnels[other].append(one)


def full(seed: int, size: int = SIZE) -> str:
    """AA and the valves with a rate are junctions in a row, AA not far from its start. Corridors with one or two valves join a junction to some of those
    near it in the row, and AA has as many of them as there can be.
    """
    rng = Random(seed)
    size = max(2, min(size, MOST))
    rated = min(MOST_WITH_RATE, (size + 2) // 4)
    names = rng.sample(NAMES[1:], size - 1)
    rates = dict(zip(names, rng.sample(range(3, 26), rated), strict=False))
    row, between = names[:rated], iter(names[rated:])
    start = rated // 4
    row.insert(start, START)
    tunnels: dict[str, list[str]] = {name: [] for name in [START, *names]}
    tree = [(rng.randrange(max(0, at - 3), at), at) for at in range(1, len(row))]
    others = [(one, at) for at in range(len(row)) for one in range(max(0, at - 4), at) if (one, at) not in tree]
    others = sorted(shuffled(others, rng), key=lambda pair: start not in pair)
    for pair in [*tree, *others]:
        one, other = (row[at] for at in pair)
        if max(len(tunnels[one]), len(tunnels[other])) < MOST_TUNNELS:
            passed = list(islice(between, rng.choice((1, 2))))
            if passed or pair in tree:
                for ends in pairwise([one, *passed, other]):
                    connect(tunnels, *ends)
    joined_up = [name for name, targets in tunnels.items() if targets]  # there may be no room for the last ones
    return written({name: (rates.get(name, 0), tunnels[name]) for name in shuffled(joined_up, rng)})


def written(network: Network) -> str:
    lines = list[str]()
    for name, (rate, targets) in network.items():
        words = "tunnels lead to valves" if len(targets) > 1 else "tunnel leads to valve"
        lines.append(f"Valve {name} has flow rate={rate}; {words} {', '.join(targets)}")
    return joined(lines)


def read(text: str) -> Network:
    found: Network = {}
    for line in text.rstrip("\n").split("\n"):
        words = line.replace(",", "").replace(";", "").split()
        found[words[1]] = int(words[4].removeprefix("rate=")), words[9:]
    return found


def chain(length: int, rates: dict[int, int]) -> Network:
    """Valves in a row after AA, with rates at some places."""
    names = NAMES[:length]
    found: Network = {}
    for at, name in enumerate(names):
        found[name] = rates.get(at, 0), [names[to] for to in (at - 1, at + 1) if 0 <= to < length]
    return found


def limits() -> Iterator[Limit]:
    last = chain(MOST, {MOST - 1: MOST_RATE})
    yield Limit("most valves in a row: the last one is too far", written(last), "0, 0")
    yield Limit("a valve too many", written(chain(MOST + 1, {})), f"refused at line {MOST + 1}")
    near = written(chain(28, {24: 1, 27: MOST_RATE}))
    # After 27 steps and one minute to open the last one, 2 minutes are left of 30, and none of 26; the other one is open after 25.
    yield Limit("a valve that is reached in the last minutes", near, f"{2 * MOST_RATE}, 1")
    row = chain(16, dict.fromkeys(range(1, 16), MOST_RATE))
    # The valve that is opened as number k in the row, at a distance d, is open after d + k minutes. Alone one passes 14 of them in time, with d = k;
    # two share all 15, as 8 and 7.
    alone = sum(30 - 2 * k for k in range(1, 15))
    together = sum(26 - d for d in range(1, 16)) - sum(range(1, 9)) - sum(range(1, 8))
    yield Limit("most valves with a rate, in a row", written(row), f"{alone * MOST_RATE}, {together * MOST_RATE}")


def worst() -> Iterator[tuple[str, str]]:
    """Most valves with a rate close together, with equal rates and with different ones, so that bounds help little; and far apart."""
    rng = Random(16)
    for name, rates in (
        ("equal rates", [MOST_RATE] * MOST_WITH_RATE),
        ("almost equal rates", [*range(36, 51)]),
        ("doubling rates", [1, 1, 1, 1, 2, 2, 3, 4, 6, 9, 13, 19, 28, 40, 50]),
    ):
        for kind, count, reach, more in (
            ("close together", 16, 16, 60),
            ("a row", 16, 1, 0),
            ("a tree", 30, 4, 0),
            ("a wide network", MOST, MOST, 90),
        ):
            yield f"{name}, {kind}", written(network(rng, count, reach, more, rates))
    yield "a ring of valves", written(ring(16))


def ring(count: int) -> Network:
    names = NAMES[:count]
    return {name: (MOST_RATE if at else 0, [names[at - 1], names[(at + 1) % count]]) for at, name in enumerate(names)}


def oracle(text: str) -> Answers | None:
    """All orders in which valves can be opened in time. For two, all ways to give each valve to one of them."""
    network = read(text)
    rated = tuple(sorted(name for name, (rate, _) in network.items() if rate))
    if len(rated) > 6:
        return None
    apart = {name: steps(network, name) for name in (START, *rated)}

    @cache
    def most(place: str, left: int, closed: tuple[str, ...]) -> int:
        totals = [0]
        for name in closed:
            after = left - apart[place][name] - 1
            if after > 0:
                rest = tuple(other for other in closed if other != name)
                totals.append(network[name][0] * after + most(name, after, rest))
        return max(totals)

    shares = [tuple(name for at, name in enumerate(rated) if mask >> at & 1) for mask in range(1 << len(rated))]
    both = max(most(START, 26, mine) + most(START, 26, shares[~at]) for at, mine in enumerate(shares))
    return str(most(START, 30, rated)), str(both)


def steps(network: Network, start: str) -> dict[str, int]:
    """How many tunnels lead to each valve, at least."""
    found = {start: 0}
    queue = [start]
    for name in queue:
        for target in network[name][1]:
            if target not in found:
                found[target] = found[name] + 1
                queue.append(target)
    return found


on_network = on_what(read, written)


def in_other_order(network: Network, rng: Random) -> Network:
    return {name: (network[name][0], shuffled(network[name][1], rng)) for name in shuffled(list(network), rng)}


def renamed(network: Network, rng: Random) -> Network:
    others = dict(zip(network, rng.sample(NAMES[1:], len(network)), strict=True)) | {START: START}
    return {others[name]: (rate, [others[target] for target in targets]) for name, (rate, targets) in network.items()}


def twice_the_rates(network: Network, _: Random) -> Network | None:
    if any(2 * rate > MOST_RATE for rate, _ in network.values()):
        return None
    return {name: (2 * rate, targets) for name, (rate, targets) in network.items()}


def with_a_dead_end(network: Network, rng: Random) -> Network | None:
    """One more valve, without a rate."""
    room = [name for name, (_, targets) in network.items() if len(targets) < MOST_TUNNELS]
    name = next(name for name in NAMES if name not in network)
    if not room or len(network) == MOST:
        return None
    other = rng.choice(room)
    changed = {one: (rate, [*targets, name] if one == other else targets) for one, (rate, targets) in network.items()}
    return changed | {name: (0, [other])}


def with_less(network: Network, rng: Random) -> Network | None:
    """One of the rates is 1 less."""
    rated = [name for name, (rate, _) in network.items() if rate]
    if not rated:
        return None
    less = rng.choice(rated)
    return {name: (rate - (name == less), targets) for name, (rate, targets) in network.items()}


def less_by_minutes(before: Answers, after: Answers) -> bool:
    """A valve is open for 28 minutes at most, or for 24."""
    return all(0 <= old - new <= most for old, new, most in zip(whole(before), whole(after), (28, 24), strict=True))


LAWS = (
    Law("the order of lines and targets does not matter", on_network(in_other_order), same),
    Law("names do not matter", on_network(renamed), same),
    Law("twice the rates release twice as much", on_network(twice_the_rates), doubled),
    Law("a dead end without a rate changes nothing", on_network(with_a_dead_end), same),
    Law("a rate that is 1 less costs its minutes at most", on_network(with_less), less_by_minutes),
)
