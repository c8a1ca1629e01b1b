"""2021 day 16, https://adventofcode.com/2021/day/16

Text: one line of 1 to 100,000 digits 0-9A-F: four bits each, exactly one outermost packet, then any number of zero bits.
A packet: version (3 bits), type (3 bits). Type 4 is a literal: groups of five bits, the first of a group says whether another follows, the other four
are the number's next digit. Other types are operators: one bit chooses whether the next 15 bits count the bits of the operands, which they must fill
exactly, or the next 11 bits count the operands. 0 sum, 1 product, 2 least, 3 greatest, of one operand or more; 5 greater, 6 less, 7 equal, of exactly
two, are 1 or 0. The outermost packet is at depth 1 and none is deeper than 255. Every packet's value is below 2^64; a product is judged by what it
comes to, so a factor of zero saves it.
Part 1: the sum of all versions.  Part 2: the outermost packet's value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from math import prod
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, same, times, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Packet Decoder"
UNIT = "packets"
SIZE = 280
MOST_DIGITS = 100_000
LIMIT = 2**64
LONG = 500  # bits


class Packet(NamedTuple):
    """A packet, and the choices its encoding leaves open; `counts_bits` where they are few enough to be counted."""

    version: int
    kind: int
    number: int = 0
    operands: tuple[Packet, ...] = ()
    counts_bits: bool = False
    leading_zeros: int = 0

    def value(self) -> int:
        return self.number if self.kind == 4 else MEANING[self.kind]([packet.value() for packet in self.operands])

    def versions(self) -> int:
        return self.version + sum(packet.versions() for packet in self.operands)

    def bits(self) -> str:
        head = f"{self.version:03b}{self.kind:03b}"
        if self.kind == 4:
            digits = "0" * self.leading_zeros + f"{self.number:x}"
            groups = [f"1{int(digit, 16):04b}" for digit in digits[:-1]]
            return head + "".join(groups) + f"0{int(digits[-1], 16):04b}"
        operands = [packet.bits() for packet in self.operands]
        inside = "".join(operands)
        counts_bits = self.counts_bits and len(inside) < 2**15
        return head + (f"0{len(inside):015b}" if counts_bits else f"1{len(operands):011b}") + inside


MEANING: dict[int, Callable[[list[int]], int]] = {
    0: sum,
    1: prod,
    2: min,
    3: max,
    5: lambda pair: int(pair[0] > pair[1]),
    6: lambda pair: int(pair[0] < pair[1]),
    7: lambda pair: int(pair[0] == pair[1]),
}


def hexadecimal(bits: str) -> str:
    digits = [f"{int(bits[at : at + 4].ljust(4, '0'), 2):X}" for at in range(0, len(bits), 4)]
    return "".join(digits) + "\n"


def operator(version: int, kind: int, operands: list[Packet], counts_bits: bool) -> Packet:
    """An operator that keeps to the domain: comparisons of two, and a greatest instead of what would be too great.

    A lone operand is compared with itself, unless it is long: nested, that would double it again and again.
    """
    if kind >= 5 and len(operands) == 1 and len(operands[0].bits()) > LONG:
        kind = 3
    elif kind >= 5:
        operands = (operands * 2)[:2]
    packet = Packet(version, kind, operands=tuple(operands), counts_bits=counts_bits)
    return packet if packet.value() < LIMIT else packet._replace(kind=3)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Trees of every kind of packet, with extreme numbers, both lengths, needless leading zeros and padding."""
    rng, leaves = draw(seeds()), draw(st.one_of(st.integers(1, 9), st.integers(1, 60)))

    def packet(leaves: int) -> Packet:
        version = rng.randrange(8)
        if leaves == 1 and rng.random() < 0.7:
            number = rng.choice(
                (rng.randrange(4), rng.randrange(300), rng.choice((15, 16, 2**32, LIMIT - 1)), rng.randrange(LIMIT))
            )
            return Packet(version, 4, number, leading_zeros=rng.choice((0, 0, 0, 1, 3)))
        first = rng.randint(1, leaves)
        shares = [first, *[1] * (leaves - first)]
        return operator(
            version, rng.choice((0, 1, 2, 3, 5, 6, 7)), [packet(share) for share in shares], rng.random() < 0.5
        )

    padding = draw(st.sampled_from(("", "", "0", "0000", "0" * 9)))
    return hexadecimal(packet(leaves).bits() + padding)


def full(seed: int, size: int = SIZE) -> str:
    """A tree of about so many packets: deep sums and products of small numbers, and a few great literals."""
    rng = Random(seed)

    def packet(size: int, depth: int) -> Packet:
        if size <= 1:
            return Packet(
                rng.randrange(8),
                4,
                rng.choice(
                    (
                        rng.randrange(16),
                        rng.randrange(256),
                        rng.randrange(4096),
                        rng.getrandbits(40),
                    )
                ),
            )
        kind = rng.choice((0, 0, 1, 2, 3, 5, 6, 7)) if depth > 1 else 0
        # The deepest levels are wide, so that no size is deeper than is allowed.
        most = size if depth > 100 else 6 if depth > 1 else 40
        parts = 2 if kind >= 5 else rng.randint(1, most)
        shares = [(size - 1) // parts + (part < (size - 1) % parts) for part in range(parts)]
        operands = [packet(share, depth + 1) for share in shares]
        made = operator(rng.randrange(8), kind, operands, counts_bits=False)
        return made._replace(counts_bits=rng.random() < 0.5) if size < 4000 else made

    return hexadecimal(packet(size, 1).bits())


def oracle(text: str) -> Answers | None:
    if len(text) > 20_000:
        return None
    packet = decoded(text)
    return str(packet.versions()), str(packet.value())


def decoded(text: str) -> Packet:
    """The packet of a valid text, read from its bits as a string."""
    bits = "".join(f"{int(digit, 16):04b}" for digit in text.strip())
    return packet_at(bits, 0)[0]


def packet_at(bits: str, at: int) -> tuple[Packet, int]:
    version, kind = int(bits[at : at + 3], 2), int(bits[at + 3 : at + 6], 2)
    at += 6
    if kind == 4:
        groups = [bits[at : at + 5]]
        while groups[-1][0] == "1":
            at += 5
            groups.append(bits[at : at + 5])
        return Packet(version, 4, int("".join(group[1:] for group in groups), 2)), at + 5
    operands = []
    if counts_bits := bits[at] == "0":
        end = at + 16 + int(bits[at + 1 : at + 16], 2)
        at += 16
        while at < end:
            packet, at = packet_at(bits, at)
            operands.append(packet)
    else:
        count = int(bits[at + 1 : at + 12], 2)
        at += 12
        for _ in range(count):
            packet, at = packet_at(bits, at)
            operands.append(packet)
    return Packet(version, kind, operands=tuple(operands), counts_bits=counts_bits), at


def zeros_after(text: str, rng: Random) -> str:
    return text.strip() + "0" * rng.randint(1, 9) + "\n"


def other_lengths(text: str, rng: Random) -> str:
    """Each operator counts its operands where it counted bits, and the other way round, as the coin falls."""

    def changed(packet: Packet) -> Packet:
        operands = tuple(changed(operand) for operand in packet.operands)
        return packet._replace(operands=operands, counts_bits=rng.random() < 0.5, leading_zeros=rng.randint(0, 2))

    return hexadecimal(changed(decoded(text)).bits())


def wrapped(text: str, rng: Random) -> str:
    """The packet as the only operand of a sum, product, least or greatest, of version 7."""
    return hexadecimal(Packet(7, rng.choice((0, 1, 2, 3)), operands=(decoded(text),)).bits())


def twice(text: str, _: Random) -> str | None:
    packet = decoded(text)
    return None if 2 * packet.value() >= LIMIT else hexadecimal(Packet(0, 0, operands=(packet, packet)).bits())


def seven_more_versions(before: Answers, after: Answers) -> bool:
    (versions, value), (versions_after, value_after) = whole(before), whole(after)
    return versions_after == versions + 7 and value_after == value


def limits() -> Iterator[Limit]:
    yield Limit("a hundred thousand digits of sums", sums(), "243719, 521985")
    yield Limit("a literal of a hundred thousand digits, all but the last 0", literal(), "6, 7")
    yield Limit("a digit too many", literal().rstrip() + "0\n", "refused at line 1")


def sums() -> str:
    """A sum of 17 sums of 2047 literals 15 each, all of version 7, and zeros up to the last digit."""
    inner = f"1110001{2047:011b}" + "11110001111" * 2047
    return hexadecimal(f"1110001{17:011b}{inner * 17}".ljust(4 * MOST_DIGITS, "0"))


def literal() -> str:
    """A packet of version 6 that has as many groups as fit."""
    return hexadecimal(("110100" + "10000" * 79_997 + "00111").ljust(4 * MOST_DIGITS, "0"))


def worst() -> Iterator[tuple[str, str]]:
    """The longest texts: as many packets as can be, as deep as can be, the longest literal, and products that only a zero at their end makes small."""
    yield "a hundred thousand digits of sums", sums()
    yield "a literal of a hundred thousand digits, all but the last 0", literal()
    bits = 4 * MOST_DIGITS
    leaf = "11110001111"
    by_count = reduce(lambda inside, _: f"1110001{1:011b}{inside}", range(253), leaf)
    by_length = reduce(lambda inside, _: f"1110100{len(inside):015b}{inside}", range(253), leaf)
    for name, chain in {"counted": by_count, "measured": by_length}.items():
        count = (bits - 18) // len(chain)
        yield f"packets as deep as can be, {name}", hexadecimal(f"1110001{count:011b}{chain * count}")
    great = Packet(7, 4, LIMIT - 1).bits()
    product_ = f"1110011{2047:011b}{great * 2046}11110000000"
    count = (bits - 18) // len(product_)
    yield "great products that a zero ends", hexadecimal(f"1110001{count:011b}{product_ * count}")


LAWS = (
    Law("zeros at the end change nothing", zeros_after, same),
    Law("the other way to give a length changes nothing", other_lengths, same),
    Law("a packet wrapped alone keeps its value and adds a version", wrapped, seven_more_versions),
    Law("a packet added to itself doubles both", twice, times(2)),
)
