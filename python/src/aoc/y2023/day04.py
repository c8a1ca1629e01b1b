r"""Scratchcards: https://adventofcode.com/2023/day/4

A card is worth 1 point for the first of its numbers that is among its winning numbers, and twice as much for each
further one: part 1 adds up the points. In part 2 each of these numbers wins a copy of one of the next cards instead,
and all cards are counted.

Both parts are done as they are told. Cards win later cards only, so all copies of a card are known when it is reached.

>>> cards = parse("Card   1:  3 41 |  3 17 41\nCard   2:  8 |  8  9\nCard   3: 90 | 91\n")
>>> part1(cards), part2(cards)
(3, 7)
"""

from typing import NamedTuple

from aoc.text import Reader, numbered

MOST_CARDS, MOST_WINNING, MOST_OWN = 300, 20, 40
MOST_COPIES = 10**18


class Card(NamedTuple):
    winning: set[str]
    own: set[str]

    @property
    def matches(self) -> int:
        return len(self.winning & self.own)


def parse(text: str) -> list[Card]:
    reader = Reader(text)
    cards = list(reader.lines(numbered(read_card, 1), most=MOST_CARDS))
    reader.end()
    if any(number + card.matches > len(cards) for number, card in enumerate(cards, 1)):
        raise reader.error_of_whole("a card wins copies past the last card")
    if sum(copies_of(cards)) > MOST_COPIES:
        raise reader.error_of_whole(f"there are more than {MOST_COPIES} cards with all copies")
    return cards


def read_card(reader: Reader, number: int) -> Card:
    reader.literal(f"Card {number:3}:")
    winning = read_numbers(reader, MOST_WINNING)
    reader.literal(" |")
    return Card(winning, read_numbers(reader, MOST_OWN))


def read_numbers(reader: Reader, most: int) -> set[str]:
    """Each number is written in three places, and starts with a blank."""
    start = reader.at
    places = reader.match("(?: (?: [1-9]|[1-9][0-9]))+", "a blank and a number from 1 to 99 in two places")
    numbers = {places[at : at + 3] for at in range(0, len(places), 3)}
    if len(places) > 3 * min(most, len(numbers)):
        raise reader.error(f"at most {most} numbers, all different", start)
    return numbers


def part1(cards: list[Card]) -> int:
    return sum(2 ** (card.matches - 1) for card in cards if card.matches)


def part2(cards: list[Card]) -> int:
    return sum(copies_of(cards))


def copies_of(cards: list[Card]) -> list[int]:
    """How many there are of each card in the end."""
    copies = [1] * len(cards)
    for place, card in enumerate(cards):
        for later in range(place + 1, place + 1 + card.matches):
            copies[later] += copies[place]
    return copies
