"""2022 day 13, https://adventofcode.com/2022/day/13

Text: 1 to 400 pairs of lines, with a blank line between two pairs. A line is a packet: a list of numbers 0 to 99 and of lists, in brackets, with commas between and no blanks. A packet
has at most 500 characters, and lists stand in one another at most 20 deep.
Two numbers compare as numbers. Two lists compare by their elements, one by one; if all are equal as far as both go, the shorter list comes first. A number is compared with a list as a
list of that number.
No two packets of a pair compare equal, and no packet compares equal to `[[2]]` or `[[6]]`, as `[2]` would.
Part 1: the sum of the numbers of those pairs, counted from 1, of which the first packet comes before the second.
Part 2: all packets are sorted together with `[[2]]` and `[[6]]`; the product of the places of these two, counted from 1.
"""

import json
import re
from collections.abc import Callable, Iterator
from math import isqrt
from random import Random
from typing import Any, TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, same, same_part2, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Distress Signal"
UNIT = "pairs"
SIZE = 150
MOST_PAIRS, LONGEST, DEEPEST, GREATEST = 400, 500, 20, 99
Item: TypeAlias = Any  # a number, or a list of items
Packet: TypeAlias = list[Item]
Pair: TypeAlias = tuple[Packet, Packet]
DIVIDERS: tuple[Packet, Packet] = [[2]], [[6]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Packets that differ in one place: another number, a number as a list, an element more, an empty list; few numbers, of one and two digits; deep brackets and flat lists."""
    rng = draw(seeds())
    numbers = draw(st.sampled_from(((1, 2, 3), (2, 6), (1, 2, 3, 5, 6, 7), (0, 9, 10, GREATEST), tuple(range(12)))))
    depth, count = draw(st.sampled_from((2, 1, 0, 3, 5))), draw(st.sampled_from((3, 1, 2, 6, 10)))
    pairs: list[Pair] = []
    while len(pairs) < count:
        first = any_list(rng, numbers, depth, 3)
        second = any_list(rng, numbers, depth, 3) if rng.random() < 0.2 else changed(rng, first, numbers)
        pair = (first, second) if rng.random() < 0.5 else (second, first)
        if is_valid(pair):
            pairs.append(pair)
    return written(pairs)


def any_list(rng: Random, numbers: tuple[int, ...], depth: int, most: int) -> Packet:
    return [
        any_list(rng, numbers, depth - 1, most) if depth and rng.random() < 0.5 else rng.choice(numbers)
        for _ in range(rng.randint(0, most))
    ]


def changed(rng: Random, item: Item, numbers: tuple[int, ...]) -> Item:
    """The same but for one place; brackets around a number do not count."""
    if isinstance(item, int):
        return rng.choice((rng.choice(numbers), [], [item, rng.choice(numbers)], [[rng.choice(numbers)]]))
    around = [[each] if isinstance(each, int) and rng.random() < 0.2 else each for each in item]
    if not item or rng.random() < 0.3:
        more = rng.choice((rng.choice(numbers), [], [rng.choice(numbers)]))
        return rng.choice(([*around, more], around[:-1], [around, more]))
    at = rng.randrange(len(item))
    return [*around[:at], changed(rng, item[at], numbers), *around[at + 1 :]]


def is_valid(pair: Pair) -> bool:
    others = (pair[1], *DIVIDERS), (pair[0], *DIVIDERS)
    equal = any(compared(packet, other) == 0 for packet, known in zip(pair, others, strict=True) for other in known)
    return not equal and all(len(shown(packet)) <= LONGEST and depth_of(packet) <= DEEPEST for packet in pair)


def depth_of(item: Item) -> int:
    return 0 if isinstance(item, int) else 1 + max(map(depth_of, item), default=0)


def full(seed: int, size: int = SIZE) -> str:
    """Lists of up to five elements, up to five deep, with numbers from 0 to 10; the second packet of a pair often begins as the first one does."""
    rng = Random(seed)
    pairs: list[Pair] = []
    while len(pairs) < min(size, MOST_PAIRS):
        first, second = (any_list(rng, tuple(range(11)), 4, 5) for _ in range(2))
        if rng.random() < 0.4:
            second = changed(rng, first, tuple(range(11)))
        if is_valid((first, second)):
            pairs.append((first, second))
    return written(pairs)


def nested(depth: int, *items: Item) -> Packet:
    """The items in so many brackets."""
    packet = list(items)
    for _ in range(depth - 1):
        packet = [packet]
    return packet


def limits() -> Iterator[Limit]:
    deep = nested(DEEPEST), nested(DEEPEST, 1)
    yield Limit("deepest lists", written([deep]), "1, 12")
    yield Limit("a list too deep", written([(nested(DEEPEST), nested(DEEPEST + 1))]), "refused at line 2")
    longest = [7] * (LONGEST // 2 - 1)  # with brackets and commas a character less than may be
    yield Limit("the longest packets", written([([10, *longest[1:]], longest)]), "0, 2")
    yield Limit("a packet too long", written([([10, *longest[1:]], [*longest, 7])]), "refused at line 2")
    plain: Pair = [1], [3]
    yield Limit(
        "most pairs",
        written([plain] * MOST_PAIRS),
        f"{MOST_PAIRS * (MOST_PAIRS + 1) // 2}, {(MOST_PAIRS + 1) * (2 * MOST_PAIRS + 2)}",
    )
    yield Limit("a pair too many", written([plain] * (MOST_PAIRS + 1)), f"refused at line {3 * MOST_PAIRS + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most pairs of the longest packets, which differ at their ends only: numbers, brackets around numbers, empty lists, the deepest lists."""
    numbers = [1] * (LONGEST // 2 - 2)
    yield "long lists of numbers", written([([*numbers, 1], [*numbers, 2])] * MOST_PAIRS)
    lists: list[Item] = [[]] * (LONGEST // 3 - 2)
    yield "long lists of empty lists", written([([*lists, 1], [*lists, 2])] * MOST_PAIRS)
    deep = [nested(DEEPEST - 1, 1)] * (LONGEST // (2 * DEEPEST) - 1)
    yield "deep lists against numbers", written([([*deep, 1], [*[1] * len(deep), 2])] * MOST_PAIRS)
    yield "deep lists against deep lists", written([([*deep, 1], [*deep, 2])] * MOST_PAIRS)
    yield "packets near a divider", written([([[2], 1], nested(DEEPEST, 2, 1))] * MOST_PAIRS)
    spread = nested(DEEPEST, *[1] * (LONGEST // 2 - DEEPEST - 1))
    yield "one deep and long list", written([(spread, nested(DEEPEST, *[1] * (LONGEST // 2 - DEEPEST)))] * MOST_PAIRS)
    rng = Random(13)
    pairs: list[Pair] = []
    while len(pairs) < MOST_PAIRS:
        first = any_list(rng, (1, 1, 1, 10), 6, 6)
        pair = first, changed(rng, first, (1, 1, 1, 10))
        if len(shown(first)) > LONGEST // 4 and is_valid(pair):
            pairs.append(pair)
    yield "packets that differ in one place", written(pairs)


def shown(packet: Packet) -> str:
    return json.dumps(packet, separators=(",", ":"))


def written(pairs: list[Pair]) -> str:
    return "\n".join(f"{shown(first)}\n{shown(second)}\n" for first, second in pairs)


def read(text: str) -> list[Pair]:
    packets = [json.loads(re.sub(r"\b0+(?=[0-9])", "", line)) for line in text.split()]
    return list(zip(packets[::2], packets[1::2], strict=True))


def oracle(text: str) -> Answers | None:
    """Each packet is compared with its neighbour and with both dividers."""
    pairs = read(text)
    one = sum(number for number, (first, second) in enumerate(pairs, start=1) if compared(first, second) < 0)
    packets = [packet for pair in pairs for packet in pair]
    two, six = (sum(compared(packet, divider) < 0 for packet in packets) for divider in DIVIDERS)
    return str(one), str((two + 1) * (six + 2))


def compared(one: Item, other: Item) -> int:
    """Less than 0 if the first comes first, more than 0 if the second does."""
    if isinstance(one, int) and isinstance(other, int):
        return one - other
    if isinstance(one, int):
        return compared([one], other)
    if isinstance(other, int):
        return compared(one, [other])
    if not one or not other:
        return len(one) - len(other)
    return compared(one[0], other[0]) or compared(one[1:], other[1:])


def on_pairs(change: Callable[[list[Pair], Random], list[Pair]]) -> Transform:
    """None where the change leads out of the domain."""

    def transform(text: str, rng: Random) -> str | None:
        pairs = change(read(text), rng)
        return written(pairs) if len(pairs) <= MOST_PAIRS and all(map(is_valid, pairs)) else None

    return transform


def on_items(change: Callable[[Item, Random], Item]) -> Transform:
    """A change of each packet."""
    return on_pairs(lambda pairs, rng: [(change(first, rng), change(second, rng)) for first, second in pairs])


def in_brackets(item: Item, rng: Random) -> Item:
    """Some of the numbers in brackets of their own."""
    if isinstance(item, int):
        return rng.choice((item, [item], [[item]]))
    return [in_brackets(each, rng) for each in item]


def packet_in_brackets(packet: Packet, rng: Random) -> Packet:
    """Some of the packets as the only element of a list."""
    return [packet] if rng.random() < 0.5 else packet


def in_brackets_or_not(pairs: list[Pair], rng: Random) -> list[Pair]:
    """Both packets of some of the pairs."""
    return [([first], [second]) if rng.random() < 0.5 else (first, second) for first, second in pairs]


def wider_apart(item: Item, rng: Random) -> Item:
    """Numbers above 6 become higher; their order is the same."""
    if isinstance(item, int):
        return item + 40 if item > 6 and item + 40 <= GREATEST else item
    return [wider_apart(each, rng) for each in item]


def highest_below_fifty(pairs: list[Pair], rng: Random) -> list[Pair]:
    """Where no number is above 59."""
    if any(
        int(number) > GREATEST - 40
        for pair in pairs
        for packet in pair
        for number in re.findall("[0-9]+", shown(packet))
    ):
        return pairs
    return [(wider_apart(first, rng), wider_apart(second, rng)) for first, second in pairs]


def changed_over(pairs: list[Pair], _: Random) -> list[Pair]:
    return [(second, first) for first, second in pairs]


def others_in_order(before: Answers, after: Answers) -> bool:
    """Each pair counts before or after, so that the numbers of all pairs are counted once."""
    return is_sum_to(whole(before)[0] + whole(after)[0]) and before[1] == after[1]


def is_sum_to(total: int) -> bool:
    """Is it 1 + 2 + ... + n?"""
    return isqrt(8 * total + 1) ** 2 == 8 * total + 1


def one_more(pairs: list[Pair], rng: Random) -> list[Pair]:
    """The first packet again as the second one, with an element more at its end."""
    return [(first, [*first, rng.choice((0, [], GREATEST))]) for first, _ in pairs]


def all_in_order(_: Answers, after: Answers) -> bool:
    return after[0] != "0" and is_sum_to(whole(after)[0])


LAWS = (
    Law("brackets around a number change nothing", on_items(in_brackets), same),
    Law("brackets around a pair of packets change nothing", on_pairs(in_brackets_or_not), same),
    Law("brackets around packets change no place of a divider", on_items(packet_in_brackets), same_part2),
    Law("only the order of the numbers matters", on_pairs(highest_below_fifty), same),
    Law("what is out of order is in order the other way round", on_pairs(changed_over), others_in_order),
    Law("an element more comes later", on_pairs(one_more), all_in_order),
    Law("the order of the pairs does not matter to part 2", on_pairs(shuffled), same_part2),
)
