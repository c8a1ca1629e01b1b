r"""Crossed Wires: https://adventofcode.com/2024/day/24

The number that the gates make of x and y (part 1), and the eight outputs that have been exchanged in pairs in what is
meant to be an adder (part 2).

The adder is built from its lowest bit upwards. Each gate is looked up by its operation and its inputs: bits of x and y,
or outputs that are known by then. Where no gate adds the carry to x XOR y, this has been exchanged with x AND y. Where
the sum is not on the bit's wire of z, it has been exchanged with what is there. Outputs are exchanged back as soon as
they are found, so that the carry into the next bit is right.

There is an answer only if each pair lies within a bit of its own, if exactly three of them have a sum, and if the adder
takes all gates there are. No gate can have two places in the adder, so it is enough to count them.

>>> bit = "x{1} XOR y{1} -> h{1}\nx{1} AND y{1} -> a{1}\n"
>>> bit += "h{1} XOR c{0} -> z{1}\nh{1} AND c{0} -> b{1}\na{1} OR b{1} -> c{1}\n"
>>> adder = "x00 XOR y00 -> z00\nx00 AND y00 -> c00\n" + "".join(bit.format(f"0{n - 1}", f"0{n}") for n in range(1, 5))
>>> exchanges = {"h01": "a01", "z02": "a02", "z03": "b03", "z04": "z05"}
>>> exchanges |= {other: one for one, other in exchanges.items()}
>>> import re
>>> adder = adder.replace("-> c04", "-> z05")
>>> gates = re.sub("(?<=-> )...", lambda output: exchanges.get(output[0], output[0]), adder)
>>> circuit = parse("".join(f"{name}0{n}: 1\n" for name in "xy" for n in range(5)) + "\n" + gates)
>>> part1(circuit), part2(circuit)
(52, 'a01,a02,b03,h01,z02,z03,z04,z05')
"""

import operator
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import NamedTuple

from aoc.text import Reader

LEAST_BITS, MOST_BITS, MOST_GATES = 5, 45, 300
OPERATIONS = {"AND": operator.and_, "OR": operator.or_, "XOR": operator.xor}
NAME_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Gate(NamedTuple):
    one: str
    operation: str
    other: str


class Circuit(NamedTuple):
    bits: int
    values: dict[str, int]
    """Of the wires of x and y."""
    gates: dict[str, Gate]
    """By their outputs, each after those that it depends on."""


def parse(text: str) -> Circuit:
    reader = Reader(text)
    values = read_values(reader)
    reader.newline()
    bits = len(values) // 2
    zs = wires("z", bits + 1)
    gates: dict[str, Gate] = {}
    fields = NAME_CHARACTERS, tuple(OPERATIONS), NAME_CHARACTERS, NAME_CHARACTERS
    for one, operation, other, output in reader.records("{} {} {} -> {}", *fields, most=MOST_GATES):
        if any(len(name) != 3 or name[0].isdigit() for name in (one, other, output)):
            raise reader.error("names of a letter and two letters or digits")
        if output in gates or output[0] in "xy" or (output[0] == "z" and output not in zs):
            raise reader.error(f"an output that no gate has yet, not of x or y, and of z up to {zs[-1]}")
        gates[output] = Gate(one, operation, other)
    reader.end()
    inputs = {output: {gate.one, gate.other} for output, gate in gates.items()}
    if not set(zs).union(*inputs.values()) <= gates.keys() | values.keys():
        raise reader.error_of_whole("there is a wire that nothing sets")
    try:
        order = list(TopologicalSorter(inputs).static_order())
    except CycleError:
        raise reader.error_of_whole("there is a wire that depends on itself") from None
    return Circuit(bits, values, {output: gates[output] for output in order if output in gates})


def read_values(reader: Reader) -> dict[str, int]:
    """The bits of x, and as many of y."""
    values: dict[str, int] = {}
    bits = 0
    while bits < LEAST_BITS or (bits < MOST_BITS and reader.text.startswith("x", reader.at)):
        values.update([read_value(reader, f"x{bits:02}")])
        bits += 1
    values.update([read_value(reader, wire) for wire in wires("y", bits)])
    return values


def read_value(reader: Reader, wire: str) -> tuple[str, int]:
    reader.literal(f"{wire}: ")
    value = reader.match("[01]", "0 or 1")
    reader.newline()
    return wire, int(value)


def wires(number: str, bits: int) -> list[str]:
    """The names of the wires of x, y or z."""
    return [f"{number}{bit:02}" for bit in range(bits)]


def part1(circuit: Circuit) -> int:
    values = dict(circuit.values)
    for output, gate in circuit.gates.items():
        values[output] = OPERATIONS[gate.operation](values[gate.one], values[gate.other])
    return sum(values[wire] << bit for bit, wire in enumerate(wires("z", circuit.bits + 1)))


def part2(circuit: Circuit) -> str | None:
    outputs = {(gate.operation, frozenset((gate.one, gate.other))): output for output, gate in circuit.gates.items()}
    if not len(outputs) == len(circuit.gates) == 5 * circuit.bits - 3:
        return None

    def find(operation: str, one: str, other: str) -> str:
        """The output of a gate; empty if there is no such gate."""
        return outputs.get((operation, frozenset((one, other))), "")

    def exchange(one: str, other: str) -> None:
        exchanged = {one: other, other: one}
        outputs.update({gate: exchanged.get(output, output) for gate, output in outputs.items()})

    if find("XOR", "x00", "y00") != "z00":
        return None
    carry = find("AND", "x00", "y00")
    pairs = []
    for bit in range(1, circuit.bits):
        x, y, z = (f"{number}{bit:02}" for number in "xyz")
        half, both = find("XOR", x, y), find("AND", x, y)
        total = find("XOR", half, carry)
        pair = (total, z) if total else (half, both)
        if total != z:
            exchange(*pair)
            pairs.append(pair)
            half, both = find("XOR", x, y), find("AND", x, y)
        total, through = find("XOR", half, carry), find("AND", half, carry)
        carry = find("OR", both, through)
        if total != z or not {*pair} <= {half, both, total, through, carry}:
            return None
    with_sum = [pair for pair in pairs if pair[1].startswith("z")]
    if (len(pairs), len(with_sum)) != (4, 3) or carry != f"z{circuit.bits:02}":
        return None
    return ",".join(sorted(chain(*pairs)))
