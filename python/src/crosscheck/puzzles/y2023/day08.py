"""2023 day 8, https://adventofcode.com/2023/day/8

Text: a line of 1 to 400 instructions L and R, a blank line, then 1 to 1,000 lines `AAA = (BBB, CCC)`: a name, and the names to its left and to its right.
A name is three of 0-9A-Z; none is defined twice, and every name that is used is defined. At most six names end in A.
A walk starts at a name and obeys the instructions over and over. The walk from a name that ends in A is at a name that ends in Z after
P, 2P, 3P ... steps and at no other time, and it is the same name each time; P is a multiple of the number of instructions, and every start has its own P.
Part 1: the steps from AAA until ZZZ is met first; `no solution` if either of them is missing, or if ZZZ is never met. AAA may well meet another name that
ends in Z.
Part 2: a walk starts at every name that ends in A, all at once: the least number of steps, at least 1, after which all are at names that end in Z;
`no solution` if no name ends in A.
"""

from collections.abc import Callable, Iterator
from itertools import cycle, islice, product
from math import prod
from random import Random
from string import ascii_uppercase, digits

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, shuffled, unchanged
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Haunted Wasteland"
UNIT = "names"
SIZE = 750
MOST_INSTRUCTIONS, MOST_NAMES, MOST_STARTS = 400, 1_000, 6
LETTERS = digits + ascii_uppercase
INNER = digits + ascii_uppercase[1:-1]  # ends of names at which no walk starts or is counted
PRIMES = tuple(n for n in range(5, 400) if all(n % divisor for divisor in range(2, n)))
Sides = tuple[str, str]
Network = dict[str, Sides]


class Names:
    """Names in any order, none twice."""

    def __init__(self, rng: Random, *taken: str) -> None:
        self.rng, self.taken = rng, {"AAA", "ZZZ", *taken}

    def new(self, ends: str = INNER) -> str:
        while True:
            name = "".join(self.rng.choices(LETTERS, k=2)) + self.rng.choice(ends)
            if name not in self.taken:
                self.taken.add(name)
                return name


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Up to six starts on rings of a multiple of the instructions: rings that never use the other side of a name, rings of which each name is met with both
    instructions, and several starts on one ring. AAA and ZZZ may be missing or belong to different walks.
    """
    rng = draw(seeds())
    instructions = draw(st.text("LR", min_size=1, max_size=6))
    whole_period = instructions not in (instructions * 2)[1:-1]
    names, network = Names(rng), Network()
    ends: list[Sides] = []
    wanted = draw(st.sampled_from((1, 1, 2, 2, 3, 3, 4, 6, 0)))
    while len(ends) < wanted:
        first = "AAA" if not ends and draw(st.integers(0, 4)) else names.new("A")
        used = {each for pair in ends for each in pair}
        last = "ZZZ" if "ZZZ" not in used and draw(st.integers(0, 3)) else names.new("Z")
        if whole_period and draw(st.booleans()):
            machine(rng, names, network, instructions, len(instructions) + draw(st.integers(0, 5)), first, last)
            ends.append((first, last))
        else:
            starts = draw(st.sampled_from((1, 1, 2, 3)))
            firsts = [first, *(names.new("A") for _ in range(min(starts, wanted - len(ends)) - 1))]
            ring(rng, names, network, instructions, draw(st.sampled_from((1, 2, 3, 4, 5, 7))), firsts, last)
            ends += [(each, last) for each in firsts]
    unused = [name for name in (names.new(), names.new("Z"), "ZZZ") if name not in network and rng.random() < 0.4]
    for name in unused or ([] if network else ["ZZZ"]):
        network[name] = name, name
    return written(instructions, finished(rng, network))


def ring(
    rng: Random, names: Names, network: Network, instructions: str, rounds: int, firsts: list[str], last: str
) -> None:
    """A ring of whole rounds, so that a name is always met with the same instruction; its other side leads anywhere (empty for now). Starts after the first
    may join the ring later, by a path of their own that is as long.
    """
    length = rounds * len(instructions)
    around = [last, *(names.new() for _ in range(length - 1))]
    for at, name in enumerate(around):
        network[name] = one_side(instructions, at, around[(at + 1) % length])
    for first in firsts:
        name, at = first, 0
        join = 1 if first == firsts[0] else rng.randint(1, min(length, 4))
        while at + 1 < join:
            following = names.new()
            network[name] = one_side(instructions, at, following)
            name, at = following, at + 1
        network[name] = one_side(instructions, at, around[(at + 1) % length])


def one_side(instructions: str, at: int, name: str) -> Sides:
    return (name, "") if instructions[at % len(instructions)] == "L" else ("", name)


def finished(rng: Random, network: Network) -> Network:
    """Sides that no walk takes lead anywhere."""
    every = sorted(network)
    return {name: (left or rng.choice(every), right or rng.choice(every)) for name, (left, right) in network.items()}


def machine(rng: Random, names: Names, network: Network, suffix: str, length: int, first: str, last: str) -> None:
    """Two names at each of so many steps. The last steps compare the instructions with the suffix: if they are the same the walk is at `last`, otherwise at
    its twin.
    """
    pairs = [(last, names.new()), *((names.new(), names.new()) for _ in range(length - 1))]
    for at, here in enumerate(pairs):
        good, bad = pairs[(at + 1) % length]
        compared = at - (length - len(suffix))
        if compared < 0:
            either = shuffled([good, bad], rng)
            network[here[0]], network[here[1]] = (either[0], either[1]), (either[1], either[0])
        else:
            right = (good, bad) if suffix[compared] == "L" else (bad, good)
            network[here[0]], network[here[1]] = right, (bad, bad) if compared else right
    network[first] = network[last]


def full(seed: int, size: int = SIZE) -> str:
    """Six rings of a prime number of steps, two names at every step. The last of these steps are a machine that is at the name ending in Z if and only if the
    four instructions before were all R, which is so at the end of the instructions alone.
    """
    rng = Random(seed)
    size = min(size, MOST_NAMES)
    starts = MOST_STARTS if size > 120 else 1
    near = sorted(PRIMES, key=lambda prime: abs(prime - (size - starts) // (2 * starts)))[:10]
    lengths = sorted(near)[:starts]
    for _ in range(20):
        others = rng.sample(near, starts)
        lengths = max(lengths, others, key=lambda some: (sum(some) * (2 * sum(some) + starts <= size), some == others))
    count = rng.choice([prime for prime in PRIMES if 263 <= prime <= 307])
    runs = [rng.choice(("L", "RL", "RL", "RRL", "RRL", "RRRL")) for _ in range(count)]
    instructions = ("L" + "".join(runs))[: count - 5].rstrip("R").ljust(count - 4, "L") + "RRRR"
    names, network = Names(rng), Network()
    firsts = ["AAA", *(names.new("A") for _ in range(starts - 1))]
    lasts = ["ZZZ", *(names.new("Z") for _ in range(starts - 1))]
    for first, last, length in zip(firsts, lasts, shuffled(lengths, rng), strict=True):
        machine(rng, names, network, "RRRR", length, first, last)
    return written(instructions, network, rng)


def written(instructions: str, network: Network, rng: Random | None = None) -> str:
    lines = [f"{name} = ({left}, {right})" for name, (left, right) in network.items()]
    return joined([instructions, "", *(shuffled(lines, rng) if rng else lines)])


def limits() -> Iterator[Limit]:
    names = ["".join(name) for name in islice(product(LETTERS, LETTERS, INNER), MOST_NAMES + 1)]
    network: Network = {name: (name, name) for name in names}
    yield Limit("a name too many", written("L", network), f"refused at line {MOST_NAMES + 3}")
    network.pop(names[-1])
    none = f"{NO_SOLUTION}, {NO_SOLUTION}"
    yield Limit("most names and most instructions", written("R" * MOST_INSTRUCTIONS, network), none)
    yield Limit("an instruction too many", written("R" * (MOST_INSTRUCTIONS + 1), network), "refused at line 1")
    longest = MOST_NAMES - 2
    yield Limit("the longest walk", turned([longest]), f"{MOST_INSTRUCTIONS * longest}, {MOST_INSTRUCTIONS * longest}")
    coprime = [157, 163, 164, 165, 167, 169]
    steps = MOST_INSTRUCTIONS * prod(coprime)
    yield Limit("the longest time until all meet", turned(coprime), f"{MOST_INSTRUCTIONS * coprime[0]}, {steps}")


def turned(rounds: list[int]) -> str:
    """Walks that stay where they are until the last instruction, and take so many rounds; the first from AAA to ZZZ."""
    instructions = "L" * (MOST_INSTRUCTIONS - 1) + "R"
    names, network = Names(Random(8)), Network()
    for at, count in enumerate(rounds):
        first, last = (names.new("A"), names.new("Z")) if at else ("AAA", "ZZZ")
        inner = [names.new() for _ in range(count - 1)]
        around = [last, *inner, last]
        rest = names.new()
        for here, following in zip(inner, around[2:], strict=True):
            network[here] = here, following
        network[rest] = rest, inner[0]
        network[first] = network[last] = rest, rest
    return written(instructions, network, Random(8))


def worst() -> Iterator[tuple[str, str]]:
    """Most instructions and names: the longest walk, six long ones, short ones, the longest paths to their ring, and names that no walk meets."""
    yield "the longest walk", turned([MOST_NAMES - 2])
    yield "six walks as long as can be", turned([163, 164, 165, 166, 167, 163])
    yield "one long walk and five short ones", turned([978, 2, 2, 2, 2, 2])
    yield "the usual rings, as large as can be", full(8, MOST_NAMES)
    rng = Random(8)
    instructions = "".join(rng.choices("LR", k=MOST_INSTRUCTIONS))
    names, network = Names(rng), Network()
    ring(rng, names, network, instructions, 2, ["AAA", *(names.new("A") for _ in range(5))], "ZZZ")
    yield "six walks that share a ring", written(instructions, finished(rng, network), rng)
    inner = [names.new() for _ in range(MOST_NAMES)]
    noise = {name: (rng.choice(inner), rng.choice(inner)) for name in inner}
    yield "no start", written(instructions, noise, rng)


def read(text: str) -> tuple[str, Network]:
    instructions, _, *lines = text.splitlines()
    return instructions, {line[:3]: (line[7:10], line[12:15]) for line in lines}


def oracle(text: str) -> Answers | None:
    """Step by step: part 2 with all walks at once, as far as 200,000 steps."""
    instructions, network = read(text)
    return str(from_to(instructions, network)), together(instructions, network)


def from_to(instructions: str, network: Network) -> int | str:
    name = "AAA"
    if name not in network:
        return NO_SOLUTION
    for steps, letter in enumerate(islice(cycle(instructions), len(instructions) * len(network)), start=1):
        name = network[name]["LR".index(letter)]
        if name == "ZZZ":
            return steps
    return NO_SOLUTION


def together(instructions: str, network: Network) -> str | None:
    names = [name for name in network if name.endswith("A")]
    if not names:
        return NO_SOLUTION
    for steps, letter in enumerate(islice(cycle(instructions), 200_000 // len(names)), start=1):
        names = [network[name]["LR".index(letter)] for name in names]
        if all(name.endswith("Z") for name in names):
            return str(steps)
    return None


def on_network(change: Callable[[str, Network, Random], tuple[str, Network] | None]) -> Transform:
    """A change of the instructions and the names, which are written in any order."""

    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else written(*changed, rng)

    return transform


def in_any_order(instructions: str, network: Network, _: Random) -> tuple[str, Network]:
    return instructions, network


def left_for_right(instructions: str, network: Network, _: Random) -> tuple[str, Network]:
    return instructions.translate(str.maketrans("LR", "RL")), {
        name: (right, left) for name, (left, right) in network.items()
    }


def renamed(instructions: str, network: Network, rng: Random) -> tuple[str, Network]:
    """Other names with the same last letter; AAA and ZZZ keep theirs."""
    names = Names(rng)
    new = {name: name if name in ("AAA", "ZZZ") else names.new(name[2]) for name in network}
    return instructions, {new[name]: (new[left], new[right]) for name, (left, right) in network.items()}


def a_stop_before_each(instructions: str, network: Network, rng: Random) -> tuple[str, Network] | None:
    """Every instruction twice, and a new name in front of every name."""
    if 2 * len(network) > MOST_NAMES or 2 * len(instructions) > MOST_INSTRUCTIONS:
        return None
    names = Names(rng, *network)
    stop = {name: names.new() for name in network}
    longer = {name: (stop[left], stop[right]) for name, (left, right) in network.items()}
    longer |= {new: (name, name) for name, new in stop.items()}
    return "".join(letter * 2 for letter in instructions), longer


def a_name_more(instructions: str, network: Network, rng: Random) -> tuple[str, Network] | None:
    """That no other leads to."""
    if len(network) == MOST_NAMES:
        return None
    every = sorted(network)
    return instructions, network | {Names(rng, *network).new(INNER + "Z"): (rng.choice(every), rng.choice(every))}


def a_second_start(instructions: str, network: Network, rng: Random) -> tuple[str, Network] | None:
    """A start more, with the same names at its sides as another."""
    starts = sorted(name for name in network if name.endswith("A"))
    if not starts or len(starts) == MOST_STARTS or len(network) == MOST_NAMES:
        return None
    return instructions, network | {Names(rng, *network).new("A"): network[rng.choice(starts)]}


def one_start(instructions: str, network: Network, rng: Random) -> tuple[str, Network]:
    """Only AAA still ends in A."""
    names = Names(rng, *network)
    new = {name: names.new() if name.endswith("A") and name != "AAA" else name for name in network}
    return instructions, {new[name]: (new[left], new[right]) for name, (left, right) in network.items()}


def each_doubled(before: Answers, after: Answers) -> bool:
    return all(
        other == (one if one == NO_SOLUTION else str(2 * int(one or "")))
        for one, other in zip(before, after, strict=True)
    )


def a_multiple(before: Answers, after: Answers) -> bool:
    return all(NO_SOLUTION in some or int(some[1] or "") % int(some[0] or "") == 0 for some in (before, after))


def a_divisor(before: Answers, after: Answers) -> bool:
    """With AAA alone part 2 is its own time, which divides the time of all, and is part 1 if it meets ZZZ."""
    if after[1] == NO_SOLUTION:
        return after[0] == NO_SOLUTION
    return after[0] in (NO_SOLUTION, after[1]) and int(before[1] or "") % int(after[1] or "") == 0


LAWS = (
    Law("the order of the names does not matter", on_network(in_any_order), same),
    Law("left for right everywhere changes nothing", on_network(left_for_right), same),
    Law("other names with the same last letter change nothing", on_network(renamed), same),
    Law("a stop before each name doubles both answers", on_network(a_stop_before_each), each_doubled),
    Law("a name that no other leads to changes nothing", on_network(a_name_more), same),
    Law("a second start with the same sides changes nothing", on_network(a_second_start), same),
    Law("AAA as the only start takes a divisor of the time of all", on_network(one_start), a_divisor),
    Law("part 2 is a multiple of part 1", unchanged, a_multiple),
)
