r"""Camel Cards: https://adventofcode.com/2023/day/7

Hands of five cards are ranked, the weakest first, and each bid is multiplied by the rank of its hand. In part 2 J is a
joker, which makes the best of a hand but is the weakest single card.

The kind of a hand is how often it has each of its cards, the largest number first. These lists compare as the kinds
do: five of a kind, [5], is above four of a kind, [4, 1], and this is above a full house, [3, 2]. Hands of one kind
compare card by card. In part 2 every card is tried for the jokers, the same for all jokers of a hand: they raise the
largest number most if they stay together.

>>> hands = parse("77J78 10\n88887 2\n22333 100\nJ9TQK 1000\n")
>>> part1(hands), part2(hands)
(1328, 1238)
"""

from collections.abc import Callable
from typing import TypeAlias

from aoc.text import Reader

MOST_HANDS, HAND = 2000, 5
BIDS = range(1, 10_000)
CARDS, CARDS_WITH_JOKERS = "23456789TJQKA", "J23456789TQKA"
JOKER = "J"
Kind: TypeAlias = list[int]


def parse(text: str) -> dict[str, int]:
    """The bid of each hand."""
    reader = Reader(text)
    bids: dict[str, int] = {}
    for hand, bid in reader.records("{} {}", CARDS, BIDS, most=MOST_HANDS):
        if len(hand) != HAND or hand in bids:
            raise reader.error(f"a hand of {HAND} cards that is not there yet")
        bids[hand] = bid
    reader.end()
    return bids


def part1(bids: dict[str, int]) -> int:
    return winnings(bids, kind, CARDS)


def part2(bids: dict[str, int]) -> int:
    return winnings(bids, best_kind, CARDS_WITH_JOKERS)


def winnings(bids: dict[str, int], kind: Callable[[str], Kind], cards: str) -> int:
    def strength(hand: str) -> tuple[Kind, list[int]]:
        return kind(hand), list(map(cards.index, hand))

    return sum(rank * bids[hand] for rank, hand in enumerate(sorted(bids, key=strength), 1))


def kind(hand: str) -> Kind:
    return sorted(map(hand.count, set(hand)), reverse=True)


def best_kind(hand: str) -> Kind:
    return max(map(kind, {hand.replace(JOKER, card) for card in CARDS}))
