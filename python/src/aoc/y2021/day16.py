r"""Packet Decoder: https://adventofcode.com/2021/day/16

Part 1 adds up the versions of a packet and all packets inside it, part 2 works out its value. Reading follows the
grammar: what reads a packet calls itself for the packets inside. The parts walk over the tree in the same way.

That no value reaches 2^64 is part of the format, so parsing works out the value too, to see.

>>> six_times_seven = parse("4600AC3187")
>>> part1(six_times_seven), part2(six_times_seven)
(8, 42)
"""

from collections.abc import Callable
from math import prod
from typing import NamedTuple

from aoc.text import InputError, Reader

MOST_DIGITS = 100_000
DEEPEST = 255
LITERAL = 4
OPERATIONS: dict[int, Callable[[list[int]], int]] = {
    0: sum,
    1: prod,
    2: min,
    3: max,
    5: lambda values: values[0] > values[1],
    6: lambda values: values[0] < values[1],
    7: lambda values: values[0] == values[1],
}


class Packet(NamedTuple):
    version: int
    kind: int
    literal: int
    parts: list["Packet"]


def parse(text: str) -> Packet:
    reader = Reader(text)
    digits = reader.word("0123456789ABCDEF")
    if len(digits) > MOST_DIGITS:
        raise reader.error(f"at most {MOST_DIGITS} digits", MOST_DIGITS)
    bits = Bits(reader, digits)
    packet = bits.packet(depth=1)
    if "1" in bits.text[bits.at :]:
        raise bits.error("nothing but zeros after the packet")
    try:
        value(packet)
    except OverflowError:
        raise reader.error("values below 2^64", 0) from None
    reader.end()
    return packet


class Bits:
    """The bits of a text, read from left to right."""

    def __init__(self, reader: Reader, digits: str) -> None:
        self.reader = reader
        self.text = f"{int(digits, 16):0{4 * len(digits)}b}"
        self.at = 0

    def error(self, expected: str) -> InputError:
        return self.reader.error(expected, self.at // 4)

    def take(self, count: int) -> str:
        if self.at + count > len(self.text):
            raise self.error(f"{count} more bits")
        self.at += count
        return self.text[self.at - count : self.at]

    def number(self, count: int) -> int:
        return int(self.take(count), 2)

    def packet(self, depth: int) -> Packet:
        if depth > DEEPEST:
            raise self.error(f"packets nested at most {DEEPEST} deep")
        version, kind = self.number(3), self.number(3)
        if kind == LITERAL:
            return Packet(version, kind, self.literal(), [])
        parts: list[Packet] = []
        if self.number(1):
            parts += [self.packet(depth + 1) for _ in range(self.number(11))]
        else:
            end = self.number(15) + self.at
            while self.at < end:
                parts.append(self.packet(depth + 1))
            if self.at > end:
                raise self.error("packets that end where they should")
        if not parts or (kind > LITERAL and len(parts) != 2):
            raise self.error("one packet or more, or two to compare")
        return Packet(version, kind, 0, parts)

    def literal(self) -> int:
        groups = []
        while self.number(1):
            groups.append(self.take(4))
        return int("".join(groups) + self.take(4), 2)


def part1(packet: Packet) -> int:
    return packet.version + sum(map(part1, packet.parts))


def part2(packet: Packet) -> int:
    return value(packet)


def value(packet: Packet) -> int:
    if packet.kind == LITERAL:
        result = packet.literal
    else:
        result = int(OPERATIONS[packet.kind]([value(part) for part in packet.parts]))
    if result >= 2**64:
        raise OverflowError
    return result
