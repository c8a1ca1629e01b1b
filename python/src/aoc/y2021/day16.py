r"""Packet Decoder: https://adventofcode.com/2021/day/16

A transmission in hexadecimal is one packet. A packet is a version (3 bits), a type (3 bits), and then either a number,
4 bits at a time with a bit before each that says whether more follow (type 4), or packets to compute with: their total
length is given in 15 bits, or their count in 11. Part 1 adds up all versions, part 2 asks for the value.

Reading follows the grammar: what reads a packet calls itself for the packets inside and computes the value as soon as
it has them all. The transmission holds one packet and zeros, and no value reaches 2^64, nor does nesting go deeper than
255. A product stays at 2^64 as soon as it gets there, unless a zero follows. Rust reads 64 bits at a time in one pass;
Haskell builds a tree and folds it with two algebras.

>>> six_times_seven = parse("4600AC3187")
>>> part1(six_times_seven), part2(six_times_seven)
(8, 42)
"""

from functools import reduce
from typing import NamedTuple

from aoc.text import InputError, Reader

MOST_DIGITS = 1_000_000
DEEPEST = 255
LIMIT = 2**64


class Packet(NamedTuple):
    versions: int
    value: int


def parse(text: str) -> Packet:
    reader = Reader(text)
    digits = reader.word("0123456789ABCDEF")
    if len(digits) > MOST_DIGITS:
        raise reader.error(f"at most {MOST_DIGITS} digits", MOST_DIGITS)
    transmission = Transmission(reader, digits)
    packet = transmission.packet(depth=1)
    transmission.only_zeros_left()
    reader.end()
    return packet


def part1(packet: Packet) -> int:
    return packet.versions


def part2(packet: Packet) -> int:
    return packet.value


class Transmission:
    """The bits, read from left to right."""

    def __init__(self, reader: Reader, digits: str) -> None:
        self.reader = reader
        self.bits = f"{int(digits, 16):0{4 * len(digits)}b}"
        self.at = 0

    def refuse(self, expected: str) -> InputError:
        return self.reader.error(expected, self.at // 4)

    def take(self, count: int) -> int:
        end = self.at + count
        if end > len(self.bits):
            raise self.refuse(f"{count} more bits")
        number = int(self.bits[self.at : end], 2)
        self.at = end
        return number

    def only_zeros_left(self) -> None:
        if "1" in self.bits[self.at :]:
            raise self.refuse("nothing but zeros after the packet")

    def packet(self, depth: int) -> Packet:
        if depth > DEEPEST:
            raise self.refuse(f"packets nested at most {DEEPEST} deep")
        version, kind = self.take(3), self.take(3)
        parts: list[Packet] = []
        if kind == 4:
            value = self.literal()
        else:
            if self.take(1):
                parts = [self.packet(depth + 1) for _ in range(self.take(11))]
            else:
                end = self.take(15) + self.at
                while self.at < end:
                    parts.append(self.packet(depth + 1))
                if self.at > end:
                    raise self.refuse("packets that end where they should")
            value = self.compute(kind, [part.value for part in parts])
        if value >= LIMIT:
            raise self.refuse("a value below 2^64")
        return Packet(version + sum(part.versions for part in parts), value)

    def literal(self) -> int:
        value, more = 0, 1
        while more:
            more = self.take(1)
            value = min(value << 4 | self.take(4), LIMIT)
        return value

    def compute(self, kind: int, values: list[int]) -> int:
        match kind, values:
            case 0, [_, *_]:
                return sum(values)
            case 1, [_, *_]:
                return reduce(lambda product, value: min(product * value, LIMIT), values)
            case 2, [_, *_]:
                return min(values)
            case 3, [_, *_]:
                return max(values)
            case 5, [a, b]:
                return int(a > b)
            case 6, [a, b]:
                return int(a < b)
            case 7, [a, b]:
                return int(a == b)
        raise self.refuse("one packet or more, or two to compare")
