"""2023 day 20, https://adventofcode.com/2023/day/20

Text: 1 to 200 lines, each a module and its targets: `broadcaster -> a, b`, `%ab -> cd, ef` (a flip-flop) or `&gh -> ij` (a conjunction), in any order.
Names have 1 to 8 letters a-z, except for `broadcaster`, which is no target; no module has two lines. A line has 1 to 20 targets, none of them twice.
The modules are 2 to 5 counters, the one conjunction that they feed, and nothing else. A counter has 4 to 12 flip-flops in a chain, of which each but the
last sends to the next one, and a conjunction. The first flip-flop and the last send to the conjunction, each of the others may. The conjunction sends to the
first flip-flop, to exactly those that do not send to it, and to an inverter: a conjunction that nothing else sends to. The broadcaster sends to the first
flip-flop of each counter and to nothing else. All inverters send to one more conjunction, each to this one alone; it sends to `rx` alone, which has no line
and no other source.
So a counter counts the presses. It is full at the number whose bit i is set where flip-flop i sends to the conjunction, and then starts from 0 again.
Part 1: the LOW pulses times the HIGH pulses of the first 1000 presses, with those of the button and those to `rx`.
Part 2: the first press in which `rx` gets a LOW pulse, the least common multiple of what the counters count to.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from math import lcm
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, same_part2, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Pulse Propagation"
UNIT = "flip-flops"
SIZE = 48
SHORTEST, LONGEST = 4, 12
FEWEST_COUNTERS, MOST_COUNTERS = 2, 5
MOST_LINES, PRESSES = 200, 1000
LOW, HIGH = False, True


class Module(NamedTuple):
    sign: str
    name: str
    targets: list[str]

    def __str__(self) -> str:
        return f"{self.sign}{self.name} -> {', '.join(self.targets)}"


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Two to five counters, most of them short, so that `rx` gets a LOW pulse within the first thousand presses or soon after them. Several may count to the
    same number, or to numbers with a common divisor.
    """
    rng = draw(seeds())
    count = draw(st.sampled_from((2, 2, 3, 3, 4, 5)))
    lengths = draw(st.sampled_from(((4,), (4,), (4, 5), (4, 5, 6), (5,), (8,), (10,), tuple(range(4, 13)), (12,))))
    some = [number(rng, rng.choice(lengths)) for _ in range(rng.choice((2, count)))]
    ends = [1 << length - 1 | 1 for length in lengths] + [(1 << length) - 1 for length in lengths]
    periods = [rng.choice(ends if rng.random() < 0.3 else some) for _ in range(count)]
    lines = machine(rng, periods, rng.choice((1, 2, 2, 3, 8)))
    return joined(rng.sample(lines, len(lines)) if rng.random() < 0.8 else lines)


def number(rng: Random, bits: int) -> int:
    """An odd number of so many bits."""
    return 1 << bits - 1 | rng.getrandbits(bits - 1) | 1


def names(rng: Random, longest: int) -> Iterator[str]:
    """Names of any letters, none twice, and of the length given unless there are too few of these."""
    seen = {"rx"}
    while True:
        name = "".join(rng.choices(ascii_lowercase, k=longest if len(seen) < 20 or longest > 1 else 2))
        if name not in seen:
            seen.add(name)
            yield name


def machine(rng: Random, periods: Iterable[int], longest: int = 2) -> list[str]:
    """The lines of counters that count to these numbers, one counter after the other."""
    new = names(rng, longest)
    last = next(new)
    firsts, lines = [], []
    for period in periods:
        chain = [next(new) for _ in range(period.bit_length())]
        reset, inverter = next(new), next(new)
        feeds = [bool(period >> at & 1) for at in range(len(chain))]
        for name, following, feeding in zip(chain, [*chain[1:], ""], feeds, strict=True):
            targets = [following] * bool(following) + [reset] * feeding
            lines.append(Module("%", name, shuffled(targets, rng)))
        back = [name for name, feeding in zip(chain, feeds, strict=True) if not feeding]
        lines.append(Module("&", reset, shuffled([chain[0], *back, inverter], rng)))
        lines.append(Module("&", inverter, [last]))
        firsts.append(chain[0])
    return [str(Module("", "broadcaster", shuffled(firsts, rng))), *map(str, lines), f"&{last} -> rx"]


def full(seed: int, size: int = SIZE) -> str:
    """Counters that share the flip-flops evenly: four where that gives each of them enough and not too many. They count to different primes, each with its
    second and third bit from the top set, as those of real inputs are.
    """
    rng = Random(seed)
    size = max(FEWEST_COUNTERS * SHORTEST, min(size, MOST_COUNTERS * LONGEST))
    count = 4 if 4 * SHORTEST <= size <= 4 * LONGEST else MOST_COUNTERS if size > 4 * LONGEST else FEWEST_COUNTERS
    periods: list[int] = []
    while len(periods) < count:
        bits = (size + len(periods)) // count
        period = number(rng, bits) | (7 << bits - 3 if bits > 6 else 0)
        prime = all(period % divisor for divisor in range(3, 100, 2) if divisor < period)
        if period not in periods and (prime or bits < 6):
            periods.append(period)
    return joined(shuffled(machine(rng, periods), rng))


def limits() -> Iterator[Limit]:
    rng = Random(20)
    coprime = [4095, 4093, 4091, 4087, 4079]
    text = joined(machine(rng, coprime))
    yield Limit("five counters of twelve, without a common divisor", text, f"{first_part(text)}, {lcm(*coprime)}")
    text = joined(machine(rng, [9, 9]))
    yield Limit("the two that are full most often", text, f"{first_part(text)}, 9")
    lines = [f"%{'abcdefghij'[at // 26]}{ascii_lowercase[at % 26]} -> z" for at in range(MOST_LINES + 1)]
    yield Limit("a line too many", joined(lines), f"refused at line {MOST_LINES + 1}")
    yield Limit("most lines, and they are no counters", joined(lines[:-1]), "refused as a whole")


def worst() -> Iterator[tuple[str, str]]:
    """The most and the longest counters: with the most flips, with the most pulses from the conjunctions, and a short one among long ones."""
    rng = Random(20)
    longest, widest = (1 << LONGEST) - 1, 1 << LONGEST - 1 | 1
    yield "five counters to 4095", joined(machine(rng, [longest] * 5))
    yield "five counters to 2049", joined(machine(rng, [widest] * 5))
    yield "the largest numbers without a common divisor", joined(machine(rng, [4095, 4093, 4091, 4087, 4079]))
    yield "short counters among long ones", joined(machine(rng, [9, longest, 9, longest, 11]))
    yield "the shortest counters", joined(machine(rng, [9, 11, 13, 15, 9], 8))


def read(lines: list[str]) -> list[Module]:
    modules = []
    for line in lines:
        name, _, targets = line.partition(" -> ")
        sign = name[0] if name[0] in "%&" else ""
        modules.append(Module(sign, name.removeprefix(sign), targets.split(", ")))
    return modules


def oracle(text: str) -> Answers | None:
    """Pulse by pulse; None for part 2 where `rx` is not reached within 2,000 presses."""
    pulses = presses(read(text.splitlines()))
    low = high = 0
    reached = None
    for press in range(1, 2_001):
        lows, highs, ended = next(pulses)
        if press <= PRESSES:
            low, high = low + lows, high + highs
        if ended and not reached:
            reached = str(press)
        if reached and press >= PRESSES:
            break
    return str(low * high), reached


def first_part(text: str) -> int:
    pulses = presses(read(text.splitlines()))
    made = [next(pulses) for _ in range(PRESSES)]
    return sum(low for low, _, _ in made) * sum(high for _, high, _ in made)


def presses(modules: list[Module]) -> Iterator[tuple[int, int, bool]]:
    """For each press of the button: the LOW pulses, the HIGH pulses, and whether a LOW one went to `rx`."""
    wiring = {module.name: module for module in modules}
    on = {module.name: False for module in modules if module.sign == "%"}
    memory: dict[str, dict[str, bool]] = {module.name: {} for module in modules if module.sign == "&"}
    for module in modules:
        for target in module.targets:
            if target in memory:
                memory[target][module.name] = LOW
    while True:
        counts, reached = [0, 0], False
        queue = deque([("button", LOW, "broadcaster")])
        while queue:
            source, pulse, name = queue.popleft()
            counts[pulse] += 1
            reached |= name == "rx" and pulse == LOW
            if name in on:
                if pulse == HIGH:
                    continue
                on[name] = not on[name]
                pulse = on[name]
            elif name in memory:
                memory[name][source] = pulse
                pulse = not all(memory[name].values())
            queue.extend((name, pulse, target) for target in (wiring[name].targets if name in wiring else ()))
        yield counts[LOW], counts[HIGH], reached


def targets_shuffled(lines: list[str], rng: Random) -> list[str]:
    return [str(module._replace(targets=shuffled(module.targets, rng))) for module in read(lines)]


def renamed(lines: list[str], rng: Random) -> list[str]:
    new = names(rng, rng.choice((2, 5, 8)))
    other = {"broadcaster": "broadcaster", "rx": "rx"}
    other |= {module.name: next(new) for module in read(lines) if module.sign}
    return [
        str(Module(sign, other[name], [other[target] for target in targets])) for sign, name, targets in read(lines)
    ]


def counted(lines: list[str]) -> list[int]:
    """What the counters count to, in the order of the broadcaster."""
    wiring = {module.name: module for module in read(lines)}
    numbers = []
    for name in wiring["broadcaster"].targets:
        chain = [name]
        while following := [each for each in wiring[chain[-1]].targets if wiring[each].sign == "%"]:
            chain += following
        numbers.append(sum((wiring[each].targets != chain[at + 1 : at + 2]) << at for at, each in enumerate(chain)))
    return numbers


def counter_twice(lines: list[str], rng: Random) -> list[str] | None:
    """With one more that counts to the number of another."""
    numbers = counted(lines)
    return None if len(numbers) == MOST_COUNTERS else machine(rng, [*numbers, rng.choice(numbers)])


def counter_less(lines: list[str], rng: Random) -> list[str] | None:
    numbers = counted(lines)
    return None if len(numbers) == FEWEST_COUNTERS else machine(rng, rng.sample(numbers, len(numbers) - 1))


def divides(before: Answers, after: Answers) -> bool:
    """Fewer pulses, and a press that divides the one before."""
    (pulses, press), (fewer, sooner) = whole(before), whole(after)
    return fewer < pulses and press % sooner == 0


LAWS = (
    Law("the order of the lines is irrelevant", on_lines(shuffled), same),
    Law("the order of the targets is irrelevant", on_lines(targets_shuffled), same),
    Law("other names change nothing", on_lines(renamed), same),
    Law("a second counter to the same number leaves part 2 alone", on_lines(counter_twice), same_part2),
    Law("without a counter part 2 is a divisor", on_lines(counter_less), divides),
)
