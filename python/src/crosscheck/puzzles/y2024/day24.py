"""2024 day 24, https://adventofcode.com/2024/day/24

Text: for n from 5 to 45, lines `x00: B`, `x01: B` and so on, n of them, then n lines `y00: B`, `y01: B` and so on, each B 0 or 1; a blank line; and 1
to 300 gates `a OP b -> c`, OP one of AND, OR and XOR. A wire's name is three of the small letters and digits, a letter first. The two inputs of a gate
may be the same wire. The output is not the output of another gate, does not begin with x or y, and if it begins with z it is one of z00 to zn. Each input
is set by a line or is the output of a gate, one that begins with x or y by a line; each of z00 to zn is the output of a gate; no wire depends on itself.
Part 1: the number whose bits are z00 (the lowest), z01 and so on.
Part 2: an adder of n bits has 5n - 3 gates. For bit 0: x XOR y is z00, x AND y is the carry. For every other bit: x XOR y; x AND y; the sum, which is the
XOR of x XOR y with the carry from the bit before; the AND of these two; and the OR of both ANDs, which is the carry. The sum of bit i is zi, and the last
carry is zn. If the gates are such an adder in which the outputs of four pairs of gates are exchanged: the names of these eight outputs in alphabetical
order, comma separated. Each pair is from another bit, and none from bit 0. Three pairs are the sum with one of the ANDs or the OR of the same bit; one
pair is x XOR y with x AND y. With any other gates: `no solution`.
"""

from collections.abc import Iterator
from itertools import permutations
from random import Random
from string import ascii_lowercase, digits
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_what, same, shuffled, whole
from crosscheck.puzzles.limit import Limit
from crosscheck.solvers.outcome import NO_SOLUTION

TITLE = "Crossed Wires"
UNIT = "bits"
SIZE = 45
LEAST_BITS, MOST_BITS, MOST_GATES = 5, 45, 300
OPERATIONS = ("AND", "OR", "XOR")
SUM, XOR, AND, CARRIED, CARRY = "sum", "x XOR y", "x AND y", "x XOR y AND carry", "carry"
Pair = tuple[int, int]


class Gate(NamedTuple):
    one: str
    operation: str
    two: str
    output: str

    def __str__(self) -> str:
        return f"{self.one} {self.operation} {self.two} -> {self.output}"


class Circuit(NamedTuple):
    x: list[int]
    y: list[int]
    gates: list[Gate]

    def __str__(self) -> str:
        inputs = [
            f"{name}{bit:02}: {value}" for name, row in (("x", self.x), ("y", self.y)) for bit, value in enumerate(row)
        ]
        return joined([*inputs, "", *map(str, self.gates)])


Roles = dict[tuple[int, str], int]
"""The place of a gate among all, by its bit and what it is for."""


def adder(rng: Random, bits: int, letters: str = ascii_lowercase[:23]) -> tuple[list[Gate], Roles]:
    """Gates in order, with any names."""
    names: list[str] = []
    while len(names) < 4 * bits:
        name = rng.choice(ascii_lowercase[:23]) + "".join(rng.choices(letters, k=2))
        if name not in names:
            names.append(name)
    carry = names[-1]
    gates = [Gate("x00", "XOR", "y00", "z00"), Gate("x00", "AND", "y00", carry)]
    roles: Roles = {(0, SUM): 0, (0, CARRY): 1}
    for bit in range(1, bits):
        xor, both, carried, following = names[4 * bit - 4 : 4 * bit]
        x, y = f"x{bit:02}", f"y{bit:02}"
        following = following if bit < bits - 1 else f"z{bits:02}"
        for role, gate in (
            (XOR, Gate(x, "XOR", y, xor)),
            (AND, Gate(x, "AND", y, both)),
            (SUM, Gate(xor, "XOR", carry, f"z{bit:02}")),
            (CARRIED, Gate(xor, "AND", carry, carried)),
            (CARRY, Gate(both, "OR", carried, following)),
        ):
            roles[bit, role] = len(gates)
            gates.append(gate)
        carry = following
    return gates, roles


def exchanged(gates: list[Gate], pairs: list[Pair]) -> list[Gate]:
    """With other outputs."""
    gates = list(gates)
    for one, two in pairs:
        first, second = gates[one].output, gates[two].output
        gates[one], gates[two] = gates[one]._replace(output=second), gates[two]._replace(output=first)
    return gates


def four_pairs(rng: Random, bits: int, roles: Roles) -> list[Pair]:
    """As in the puzzle; often the first or the last bit is among them."""
    some = rng.sample(range(1, bits), 4)
    if rng.random() < 0.3:
        some[rng.randrange(4)] = rng.choice((1, bits - 1))
    if len(set(some)) < 4:
        return four_pairs(rng, bits, roles)
    first, *others = some
    return [
        (roles[first, XOR], roles[first, AND]),
        *((roles[bit, SUM], roles[bit, rng.choice((AND, CARRIED, CARRY))]) for bit in others),
    ]


def nearly(rng: Random, bits: int) -> list[Gate]:
    """An adder that is exchanged in another way, or has another gate."""
    gates, roles = adder(rng, bits)
    pairs = four_pairs(rng, bits, roles)
    kind = rng.choice(
        (
            "three",
            "none",
            "five",
            "once more",
            "two of a bit",
            "ands",
            "far",
            "XOR for OR",
            "operation",
            "gate more",
            "input",
        )
    )
    bit = rng.randrange(1, bits)
    if kind in ("three", "none"):
        pairs = rng.sample(pairs, 3 if kind == "three" else 0)
    elif kind == "five":
        pairs.append((roles[bit, SUM], roles[bit, CARRY]))
    elif kind == "once more":
        pairs = [pairs[0], *pairs]
    elif kind == "two of a bit":
        pairs[rng.randrange(4)] = roles[bit, XOR], roles[bit, AND]
    elif kind == "ands":
        pairs[rng.randrange(4)] = roles[bit, AND], roles[bit, CARRIED]
    elif kind == "far":
        pairs[rng.randrange(4)] = rng.randrange(len(gates)), rng.randrange(len(gates))
    gates = exchanged(gates, pairs)
    at = roles[bit, CARRY]
    if kind == "XOR for OR":  # adds as well, as not both ANDs are 1
        gates[at] = gates[at]._replace(operation="XOR")
    elif kind == "operation":
        at = rng.randrange(len(gates))
        gates[at] = gates[at]._replace(operation=rng.choice(OPERATIONS))
    elif kind == "gate more":
        gates.append(rng.choice(gates)._replace(output="a0a"))
    elif kind == "input":
        at = rng.randrange(len(gates))
        gates[at] = gates[at]._replace(two=rng.choice(gates).output)
    return gates


def anything(rng: Random, bits: int) -> list[Gate]:
    """Gates of what comes before them, the last ones for z."""
    wires = [f"{name}{bit:02}" for name in "xy" for bit in range(bits)]
    inner = [rng.choice("abw") + "".join(rng.choices("01az", k=2)) for _ in range(rng.randint(0, 12))]
    gates = []
    for output in [*dict.fromkeys(inner), *shuffled([f"z{bit:02}" for bit in range(bits + 1)], rng)]:
        near = wires[-6:] if rng.random() < 0.5 else wires
        gates.append(Gate(rng.choice(near), rng.choice(OPERATIONS), rng.choice(near), output))
        wires.append(output)
    return gates


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Adders of few bits with four exchanges, or with something else wrong; now and then any gates."""
    rng = draw(seeds())
    bits = draw(st.sampled_from((5, 6, 8, 5, 7, 12)))
    kind = draw(st.sampled_from(("adder", "adder", "adder", "nearly", "nearly", "anything")))
    while True:
        if kind == "adder":
            gates, roles = adder(rng, bits, rng.choice((ascii_lowercase[:23], ascii_lowercase + digits)))
            gates = exchanged(gates, four_pairs(rng, bits, roles))
        else:
            gates = nearly(rng, bits) if kind == "nearly" else anything(rng, bits)
        if not depends_on_itself(gates):
            break
    x, y = (value_bits(rng, bits) for _ in "xy")
    return str(Circuit(x, y, mixed(gates, rng)))


def value_bits(rng: Random, bits: int) -> list[int]:
    """Zeros, ones, or any."""
    return rng.choice(([0] * bits, [1] * bits, *([rng.randint(0, 1) for _ in range(bits)] for _ in range(4))))


def mixed(gates: list[Gate], rng: Random) -> list[Gate]:
    """In any order, and their inputs either way round."""
    turned = [gate._replace(one=gate.two, two=gate.one) if rng.random() < 0.5 else gate for gate in gates]
    return shuffled(turned, rng)


def depends_on_itself(gates: list[Gate]) -> bool:
    """Whether gates are left, when those of which all inputs are known are taken away again and again."""
    waiting = {gate.output for gate in gates}
    left = gates
    while True:
        ready = {gate.output for gate in left if gate.one not in waiting and gate.two not in waiting}
        if not ready:
            return bool(left)
        waiting -= ready
        left = [gate for gate in left if gate.output not in ready]


def full(seed: int, size: int = SIZE) -> str:
    """An adder with four exchanges. The lowest and the highest bits of x and y are ones."""
    rng = Random(seed)
    bits = min(max(size, LEAST_BITS), MOST_BITS)
    gates, roles = adder(rng, bits)
    x, y = ([1, *(rng.randint(0, 1) for _ in range(bits - 2)), 1] for _ in "xy")
    return str(Circuit(x, y, mixed(exchanged(gates, four_pairs(rng, bits, roles)), rng)))


def chain(length: int) -> list[Gate]:
    """Gates that wait for each other, z00 to z05 the first of them."""
    wires = [f"z{bit:02}" for bit in range(6)] + [f"a{at:02}" for at in range(100)] + [f"b{at:02}" for at in range(100)]
    wires += [f"c{at:02}" for at in range(100)]
    inputs = ["x00", *wires]
    return [Gate(one, "XOR", "y00", two) for one, two in zip(inputs, wires[:length], strict=False)]


def limits() -> Iterator[Limit]:
    ones = [1] * LEAST_BITS
    yield Limit("most gates", str(Circuit(ones, ones, chain(MOST_GATES))), f"42, {NO_SOLUTION}")
    yield Limit("a gate too many", str(Circuit(ones, ones, chain(MOST_GATES + 1))), "refused at line 312")


def worst() -> Iterator[tuple[str, str]]:
    """The most bits, with exchanges in the last bits, with too many of them, and with what adds as well but is no such adder; the longest chain of gates."""
    rng = Random(24)
    bits = MOST_BITS
    ones = [1] * bits
    gates, roles = adder(rng, bits)

    def made(gates: list[Gate]) -> str:
        return str(Circuit(ones, ones, mixed(gates, rng)))

    last = [(roles[bit, SUM], roles[bit, CARRY]) for bit in range(bits - 3, bits)]
    first = [(roles[bit, SUM], roles[bit, CARRIED]) for bit in range(1, 4)]
    yield "exchanges in the last bits", made(exchanged(gates, [*last, (roles[bits - 4, XOR], roles[bits - 4, AND])]))
    yield "exchanges in the first bits", made(exchanged(gates, [*first, (roles[4, XOR], roles[4, AND])]))
    yield "no exchange", made(gates)
    yield (
        "an exchange in every bit",
        made(exchanged(gates, [(roles[at, SUM], roles[at, CARRY]) for at in range(1, bits)])),
    )
    yield (
        "x XOR y exchanged in every bit",
        made(exchanged(gates, [(roles[at, XOR], roles[at, AND]) for at in range(1, bits)])),
    )
    four = exchanged(gates, four_pairs(rng, bits, roles))
    carries = {roles[bit, CARRY] for bit in range(1, bits)}
    yield (
        "XOR in place of OR",
        made(
            [
                gate._replace(operation="XOR") if at in carries and gate.operation == "OR" else gate
                for at, gate in enumerate(four)
            ]
        ),
    )
    more = [
        Gate(gate.one, gate.operation, gate.two, f"a{at:02}") for at, gate in enumerate(four[: MOST_GATES - len(four)])
    ]
    yield (
        "every gate twice, as far as there is room",
        made([gate for gate in more if gate.output not in {one.output for one in four}] + four),
    )
    yield "a long chain", str(Circuit(ones[:LEAST_BITS], ones[:LEAST_BITS], chain(MOST_GATES)[::-1]))


def read(text: str) -> Circuit:
    inputs, lines = text.split("\n\n")
    values = [(line[0], int(line[5:])) for line in inputs.splitlines()]
    gates = [Gate(one, operation, two, output) for one, operation, two, _, output in map(str.split, lines.splitlines())]
    return Circuit([bit for name, bit in values if name == "x"], [bit for name, bit in values if name == "y"], gates)


def oracle(text: str) -> Answers:
    """Gate after gate, as soon as its inputs are known; and every way to exchange outputs that the rules allow, to see whether it leaves an adder."""
    circuit = read(text)
    known = {
        f"{name}{bit:02}": one for name, row in (("x", circuit.x), ("y", circuit.y)) for bit, one in enumerate(row)
    }
    waiting = circuit.gates
    while waiting:
        for gate in waiting:
            if gate.one in known and gate.two in known:
                one, two = known[gate.one], known[gate.two]
                known[gate.output] = {"AND": one & two, "OR": one | two, "XOR": one ^ two}[gate.operation]
        waiting = [gate for gate in waiting if gate.output not in known]
    number = sum(known[f"z{bit:02}"] << bit for bit in range(len(circuit.x) + 1))
    pairs = repair(circuit.gates, len(circuit.x))
    names = sorted(circuit.gates[at].output for pair in pairs for at in pair)
    return str(number), ",".join(names) or NO_SOLUTION


def repair(gates: list[Gate], bits: int) -> list[Pair]:
    """The pairs whose outputs are to be exchanged, four or none. A sum is an XOR, but not of x and y. So a sum that does not make its z, and a z that is
    made by another gate, belong to each other, in any of six ways; and the fourth pair may be in any bit."""
    sums = [f"z{bit:02}" for bit in range(bits)]
    is_sum = [gate.operation == "XOR" and gate.one[0] not in "xy" for gate in gates]
    lost = [at for at, gate in enumerate(gates) if is_sum[at] and gate.output not in sums]
    wrong = [at for at, gate in enumerate(gates) if not is_sum[at] and gate.output in sums[1:]]
    halves = {
        (gate.one[1:], gate.operation): at
        for at, gate in enumerate(gates)
        if {gate.one[0], gate.two[0]} == {"x", "y"} and gate.one[1:] == gate.two[1:]
    }
    if not len(lost) == len(wrong) == 3 or len(gates) != 5 * bits - 3 or len(halves) != 2 * bits:
        return []
    for bit in range(1, bits):
        if not {(f"{bit:02}", "XOR"), (f"{bit:02}", "AND")} <= halves.keys():
            return []
        fourth = halves[f"{bit:02}", "XOR"], halves[f"{bit:02}", "AND"]
        for order in permutations(wrong):
            pairs = [fourth, *zip(lost, order, strict=True)]
            if len({at for pair in pairs for at in pair}) == 8:
                roles = adder_roles(exchanged(gates, pairs), bits)
                if (
                    roles
                    and all(roles[one][0] == roles[two][0] for one, two in pairs)
                    and len({roles[one][0] for one, _ in pairs}) == 4
                ):
                    return pairs
    return []


def adder_roles(gates: list[Gate], bits: int) -> dict[int, tuple[int, str]] | None:
    """The bit of every gate and what it is for, where they are an adder."""
    places = {(gate.operation, frozenset((gate.one, gate.two))): at for at, gate in enumerate(gates)}
    roles: dict[int, tuple[int, str]] = {}

    def output(role: tuple[int, str], operation: str, one: str, two: str) -> str:
        at = places.get((operation, frozenset((one, two))))
        if at is None:
            return ""
        roles[at] = role
        return gates[at].output

    carry = output((0, CARRY), "AND", "x00", "y00")
    sums = [output((0, SUM), "XOR", "x00", "y00")]
    for bit in range(1, bits):
        x, y = f"x{bit:02}", f"y{bit:02}"
        xor, both = output((bit, XOR), "XOR", x, y), output((bit, AND), "AND", x, y)
        sums.append(output((bit, SUM), "XOR", xor, carry))
        carry = output((bit, CARRY), "OR", both, output((bit, CARRIED), "AND", xor, carry))
    is_adder = [*sums, carry] == [f"z{bit:02}" for bit in range(bits + 1)] and len(roles) == len(gates)
    return roles if is_adder else None


on_circuit = on_what(read, str)


def gates_mixed(circuit: Circuit, rng: Random) -> Circuit:
    return circuit._replace(gates=mixed(circuit.gates, rng))


def other_values(circuit: Circuit, rng: Random) -> Circuit:
    return circuit._replace(x=value_bits(rng, len(circuit.x)), y=value_bits(rng, len(circuit.y)))


def all_zero(circuit: Circuit, _: Random) -> Circuit:
    """No gate makes a 1 of zeros."""
    return circuit._replace(x=[0] * len(circuit.x), y=[0] * len(circuit.y))


def x_for_y(circuit: Circuit, _: Random) -> Circuit:
    other = {"x": "y", "y": "x"}

    def renamed(name: str) -> str:
        return other.get(name[0], name[0]) + name[1:]

    gates = [gate._replace(one=renamed(gate.one), two=renamed(gate.two)) for gate in circuit.gates]
    return Circuit(circuit.y, circuit.x, gates)


def other_names(circuit: Circuit, rng: Random) -> Circuit:
    """For all wires but x, y and z."""
    old = sorted({gate.output for gate in circuit.gates if gate.output[0] != "z"})
    new: dict[str, str] = {}
    while len(new) < len(old):
        name = rng.choice(ascii_lowercase[:23]) + "".join(rng.choices(ascii_lowercase + digits, k=2))
        if name not in new.values():
            new[old[len(new)]] = name
    gates = [
        Gate(
            new.get(gate.one, gate.one), gate.operation, new.get(gate.two, gate.two), new.get(gate.output, gate.output)
        )
        for gate in circuit.gates
    ]
    return circuit._replace(gates=gates)


def as_many_names(before: Answers, after: Answers) -> bool:
    return before[0] == after[0] and z_names(before) == z_names(after)


def z_names(answers: Answers) -> tuple[int, list[str]]:
    """How many names there are, and those that begin with z."""
    names = (answers[1] or "").split(",")
    return len(names), [name for name in names if name[0] == "z"]


def repaired(circuit: Circuit, _: Random) -> Circuit | None:
    """With all outputs as they should be, and the largest numbers to add."""
    bits = len(circuit.x)
    pairs = repair(circuit.gates, bits)
    return Circuit([1] * bits, [1] * bits, exchanged(circuit.gates, pairs)) if pairs else None


def largest_sum(before: Answers, after: Answers) -> bool:
    """Twice one less than a power of two; and nothing is left to exchange."""
    total = whole((after[0], "0"))[0] + 2
    return before[1] != NO_SOLUTION == after[1] and total & (total - 1) == 0


LAWS = (
    Law("the order of gates and of inputs does not matter", on_circuit(gates_mixed), same),
    Law("part 2 does not depend on the numbers", on_circuit(other_values), lambda before, after: before[1] == after[1]),
    Law("of zeros comes zero", on_circuit(all_zero), lambda before, after: after == ("0", before[1])),
    Law("x for y changes nothing", on_circuit(x_for_y), same),
    Law("other names change nothing but names", on_circuit(other_names), as_many_names),
    Law("what is repaired adds", on_circuit(repaired), largest_sum),
)
