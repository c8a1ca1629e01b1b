r"""Distress Signal: https://adventofcode.com/2022/day/13

Packets are lists of numbers and lists. Part 1 adds up the numbers of the pairs whose first packet is less than the
second. In part 2 all packets are sorted, together with the two dividers [[2]] and [[6]], and the places of these two
are multiplied.

The comparison has three cases. Numbers compare as they are. Lists compare by their first items that are not equal; if
there are none, the shorter list is less. A number against a list is put into a list of its own.

>>> pairs = parse("[3,[],8]\n[3,[[7]],1]\n\n[[4],5]\n[4,4]\n")
>>> part1(pairs), part2(pairs)
(1, 6)
"""

from functools import cmp_to_key
from typing import TypeAlias

from aoc.text import Reader

MOST_PAIRS, LONGEST, DEEPEST, LARGEST = 400, 500, 20, 99
Packet: TypeAlias = "int | list[Packet]"
DIVIDERS: tuple[Packet, Packet] = ([[2]], [[6]])


def parse(text: str) -> list[tuple[Packet, Packet]]:
    return list(Reader(text).blocks(read_pair, most=MOST_PAIRS))


def read_pair(reader: Reader) -> tuple[Packet, Packet]:
    first = read_packet(reader)
    reader.newline()
    start = reader.at
    second = read_packet(reader)
    if compare(first, second) == 0:
        raise reader.error("a packet that is not equal to the other one of its pair", start)
    return first, second


def read_packet(reader: Reader) -> Packet:
    start = reader.at
    packet = read_list(reader, 1)
    if reader.at - start > LONGEST or any(compare(packet, divider) == 0 for divider in DIVIDERS):
        raise reader.error(f"a packet of at most {LONGEST} characters that is not equal to a divider", start)
    return packet


def read_list(reader: Reader, depth: int) -> list[Packet]:
    if depth > DEEPEST:
        raise reader.error(f"at most {DEEPEST} lists in one another")
    reader.literal("[")
    items: list[Packet] = []
    while not reader.text.startswith("]", reader.at):
        if items:
            reader.literal(",")
        is_list = reader.text.startswith("[", reader.at)
        items.append(read_list(reader, depth + 1) if is_list else reader.number(0, LARGEST))
    reader.literal("]")
    return items


def part1(pairs: list[tuple[Packet, Packet]]) -> int:
    return sum(number for number, (first, second) in enumerate(pairs, 1) if compare(first, second) < 0)


def part2(pairs: list[tuple[Packet, Packet]]) -> int:
    packets = [packet for pair in pairs for packet in pair]
    in_order = sorted([*packets, *DIVIDERS], key=cmp_to_key(compare))
    first, second = (in_order.index(divider) + 1 for divider in DIVIDERS)
    return first * second


def compare(left: Packet, right: Packet) -> int:
    """Negative if the left packet is less, positive if it is greater, 0 if they are equal."""
    if isinstance(left, int) and isinstance(right, int):
        return left - right
    lefts = [left] if isinstance(left, int) else left
    rights = [right] if isinstance(right, int) else right
    for one, other in zip(lefts, rights, strict=False):
        if compared := compare(one, other):
            return compared
    return len(lefts) - len(rights)
