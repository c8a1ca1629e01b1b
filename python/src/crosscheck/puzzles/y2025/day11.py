"""2025 day 11, https://adventofcode.com/2025/day/11

Text: 1 to 2,000 lines `abc: def ghi`: a device and, in any order, 1 to 30 different devices that its outputs lead to. A name is three lower-case
letters. A device has one line at most, and `out` has none; nothing leads on from a device without a line. There is no cycle. All paths from any
device to any, of which each device has one to itself, are at most 10^36.
Part 1: how many paths lead from `you` to `out`.
Part 2: how many of the paths from `svr` to `out` come through both `dac` and `fft`, in any order.
A device that is not there is on no path.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Reactor"
UNIT = "devices"
SIZE = 600
MOST_LINES, MOST_OUTPUTS, MOST_PATHS = 2_000, 30, 10**36
OTHERS = ("yot", "yov", "ouu", "aaa", "zzz", "svq", "dab", "ffs", "abc")
Wires = dict[str, list[str]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """The devices that matter and a few others in some order, each with wires to some of those behind it; now and then one is missing, or has no line."""
    others = draw(st.lists(st.sampled_from(OTHERS), unique=True, max_size=6))
    order = draw(st.permutations(("svr", "you", "fft", "dac", *others)))
    missing = draw(st.sampled_from(("", "", "", "", "", "", "svr", "you", "fft", "dac", "out")))
    devices = [device for device in (*order, "out") if device != missing]
    dense, rng = draw(st.sampled_from((0.9, 0.6, 0.3, 1))), draw(seeds())
    wires: Wires = {}
    for at, device in enumerate(devices):
        outputs = [other for other in devices[at + 1 :] if rng.random() < dense]
        if outputs and rng.random() < 0.95:
            wires[device] = shuffled(outputs, rng)
    return written(wires or {"you": ["out"]}, rng)


def full(seed: int, size: int = SIZE) -> str:
    """Six sections of five layers; between two sections five devices to which many lead, and from which many lead on. `fft` is in the second section,
    `dac` in the fifth, `you` before the sixth.
    """
    rng = Random(seed)
    new = fresh(rng)
    small, larger = divmod(max(30, size - 26), 30)
    widths = iter([small + (at < larger) for at in rng.sample(range(30), 30)])
    wires: Wires = {}
    hubs = ["svr"]
    for section in range(6):
        layers = [hubs, *([next(new) for _ in range(next(widths))] for _ in range(5))]
        if section in (1, 4):
            layers[3][0] = "fft" if section == 1 else "dac"
        hubs = ["out"] if section == 5 else [next(new) for _ in range(5)]
        if section == 4:
            hubs[0] = "you"
        layers.append(hubs)
        wires |= {device: [] for layer in layers[:-1] for device in layer}
        for near, layer in enumerate(layers[:-1]):
            ahead = layers[near + 1] + (layers[near + 2] if near == 3 else [])
            for device in layer:
                count = rng.randint(5, 20) if near == 0 else rng.choices((1, 2, 3, 4, 5), weights=(15, 15, 15, 9, 2))[0]
                wires[device] += rng.sample(ahead, min(count, len(ahead)))
            led_to = {output for device in layer for output in wires[device]}
            for device in layers[near + 1]:
                least = min(layer, key=lambda one: len(wires[one]))
                if device not in led_to and len(wires[least]) < MOST_OUTPUTS:
                    wires[least].append(device)
    return written(wires, rng)


def fresh(rng: Random) -> Iterator[str]:
    """Names that mean nothing, each once."""
    taken = {"svr", "you", "fft", "dac", "out"}
    while True:
        name = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=3))
        if name not in taken:
            taken.add(name)
            yield name


def limits() -> Iterator[Limit]:
    rng = Random(1)
    new = fresh(rng)
    chain = ["you", *(next(new) for _ in range(MOST_LINES)), "out"]
    lines = [f"{one}: {other}" for one, other in pairwise(chain)]
    yield Limit("a path of two thousand wires", joined([*lines[:1999], f"{chain[1999]}: out"]), "1, 0")
    yield Limit("a line too many", joined(lines), "refused at line 2001")


def worst() -> Iterator[tuple[str, str]]:
    """The most devices, the most wires, the most paths, the longest, and paths of many lengths."""
    rng = Random(11)
    new = fresh(rng)
    names = ["svr", "you", *(next(new) for _ in range(MOST_LINES))]
    names[500], names[1500] = "fft", "dac"
    chain = [*names[:MOST_LINES], "out"]
    yield "one long path", written({one: [other] for one, other in pairwise(chain)}, rng)
    yield "paths of many lengths", written(shortened(chain, rng), rng)
    layers = [names[at : at + 86] for at in range(0, 23 * 86, 86)]
    wires = {device: rng.sample(below, MOST_OUTPUTS) for layer, below in pairwise(layers) for device in layer}
    yield "most wires, and very many paths", written(wires | {device: ["out"] for device in layers[-1]}, rng)
    thick = [names[at : at + 29] for at in range(0, 24 * 29, 29)]
    thick[5][0], thick[20][0] = "fft", "dac"
    wires = {device: below for layer, below in pairwise(thick) for device in layer}
    yield "every device leads to the whole layer below", written(wires | {device: ["out"] for device in thick[-1]}, rng)
    leaves = [next(new) for _ in range(14_000)]
    wires = {device: [*leaves[7 * at : 7 * at + 7], "out"] for at, device in enumerate(names[:MOST_LINES])}
    yield "most names, and none on a path", written(wires, rng)
    chained = {one: [*wires[one][:-1], other] for one, other in pairwise(chain)}
    yield "most names, beside one long path", written(chained, rng)


def shortened(chain: list[str], rng: Random) -> Wires:
    """A path with short cuts of every length, as many as there may be."""
    wires = {one: [other] for one, other in pairwise(chain)}
    for start in rng.sample(range(len(chain) - 2), 400):
        short_cut = chain[min(len(chain) - 1, start + 2 + int(rng.expovariate(0.1)))]
        wires[chain[start]].append(short_cut)
        if len(set(wires[chain[start]])) == 1 or all_paths(wires, chain) > MOST_PATHS:
            wires[chain[start]].pop()
    return wires


def all_paths(wires: Wires, order: list[str]) -> int:
    """From any device to any, where each leads only to some that are later in order."""
    begun: dict[str, int] = {}
    for device in reversed(order):
        begun[device] = 1 + sum(begun[output] for output in wires.get(device, []))
    return sum(begun.values())


def written(wires: Wires, rng: Random) -> str:
    return joined(f"{device}: {' '.join(outputs)}" for device, outputs in shuffled(list(wires.items()), rng))


def read(text: str) -> Wires:
    lines = (line.split(": ") for line in text.splitlines())
    return {device: outputs.split(" ") for device, outputs in lines}


def oracle(text: str) -> Answers | None:
    """Every path by itself."""
    wires = read(text)
    if len(wires) > 14:
        return None

    def paths(path: list[str]) -> Iterator[list[str]]:
        if path[-1] == "out":
            yield path
        for output in wires.get(path[-1], []):
            yield from paths([*path, output])

    you = sum(1 for _ in paths(["you"]))
    svr = sum("dac" in path and "fft" in path for path in paths(["svr"]))
    return str(you), str(svr)


def on_wires(change: Callable[[Wires, Random], Wires | None]) -> Transform:
    """A change of the wires as a change of the text; the lines come in any order."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return written(changed, rng) if changed else None

    return transform


def other_order(wires: Wires, rng: Random) -> Wires:
    return {device: shuffled(outputs, rng) for device, outputs in wires.items()}


def device_between(wires: Wires, rng: Random) -> Wires:
    """One more device, in the middle of a wire."""
    device = rng.choice(sorted(wires))
    first, *rest = shuffled(wires[device], rng)
    return wires | {device: ["new", *rest], "new": [first]}


def renamed(one: str, other: str) -> Callable[[Wires, Random], Wires | None]:
    """Two devices with each other's names, where neither is `out`."""
    swap = {one: other, other: one}

    def change(wires: Wires, _: Random) -> Wires:
        return {
            swap.get(device, device): [swap.get(each, each) for each in outputs] for device, outputs in wires.items()
        }

    return change


def backwards(start: str) -> Callable[[Wires, Random], Wires | None]:
    """All wires the other way, with `out` for this device and this device for `out`; what leads to it is left out, as no path to count goes there."""
    swap = {start: "out", "out": start}

    def change(wires: Wires, _: Random) -> Wires:
        turned: Wires = {}
        for device, outputs in wires.items():
            for output in outputs:
                if output != start:
                    turned.setdefault(swap.get(output, output), []).append(swap.get(device, device))
        return turned

    return change


def no_more(before: Answers, after: Answers) -> bool:
    """Part 2 counts some of the paths from `svr`, which part 1 counts after `you` and `svr` have changed names."""
    return int(before[1] or "") <= int(after[0] or "")


LAWS = (
    Law("the order does not matter", on_wires(other_order), same),
    Law("a device in the middle of a wire changes nothing", on_wires(device_between), same),
    Law("the stations with each other's name change nothing", on_wires(renamed("dac", "fft")), same),
    Law("part 2 is at most all paths from its start", on_wires(renamed("you", "svr")), no_more),
    Law("as many paths lead back from `out` to `you`", on_wires(backwards("you")), same_part1),
    Law("as many paths lead back from `out` to `svr`", on_wires(backwards("svr")), lambda one, two: one[1] == two[1]),
)
