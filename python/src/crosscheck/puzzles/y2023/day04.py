"""2023 day 4, https://adventofcode.com/2023/day/4

Text: 1 to 300 lines, each a card: `Card `, the number of the card in three places, `:`, 1 to 20 winning numbers, ` |`, 1 to 40 own numbers. The cards are
numbered 1, 2, 3 and so on, in order. A number is 1 to 99, written as a blank and two places. Numbers stand at the right of their places, with blanks
before them and no zeros. No number comes twice in a list.
The matches of a card are its own numbers that are winning numbers.
Part 1: the sum of the points of all cards: none without a match, one for the first match, and twice as many for each further one.
Part 2: a card with m matches wins one copy of each of the next m cards, and so does each of its copies. The number of all cards, copies included. No
card wins copies past the last card, and there are at most 10^18 cards in all.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, doubled, joined, same, shuffled, twice, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Scratchcards"
UNIT = "cards"
SIZE = 200
MOST_CARDS, MOST_WINNING, MOST_OWN, MOST_COPIES = 300, 20, 40, 10**18
NUMBERS = range(1, 100)
Card: TypeAlias = tuple[list[int], list[int]]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few cards, of no matches, one, or as many as the cards that follow allow; lists of one number, of the real lengths and of the greatest."""
    rng = draw(seeds())
    count = draw(st.integers(1, draw(st.sampled_from((1, 5, 12)))))
    wanted = draw(st.lists(st.sampled_from((0, 1, 2, 5, MOST_WINNING)), min_size=count, max_size=count))
    winning, own = draw(st.sampled_from(((1, 1), (1, MOST_OWN), (MOST_WINNING, 1), (10, 25), (MOST_WINNING, MOST_OWN))))
    cards = []
    for at, most in enumerate(wanted):
        matches = min(most, count - 1 - at, winning, own)
        cards.append(any_card(rng, matches, rng.randint(max(matches, 1), winning), rng.randint(max(matches, 1), own)))
    return written(cards)


def any_card(rng: Random, matches: int, winning: int, own: int) -> Card:
    numbers = rng.sample(NUMBERS, winning + own - matches)
    return shuffled(numbers[:winning], rng), shuffled(numbers[winning - matches :], rng)


def full(seed: int, size: int = SIZE) -> str:
    """10 winning and 25 own numbers a card; up to 10 matches, and fewer where a card would stand for more than 200,000 others."""
    rng = Random(seed)
    cards: list[Card] = []
    worths: list[int] = []  # of the last card first: itself, and all that it wins
    for _ in range(min(size, MOST_CARDS)):
        matches = min(rng.choice((0, 0, 0, 1, 1, 2, 3, 4, 6, 8, 10)), len(worths))
        while sum(worths[len(worths) - matches :]) >= 200_000:
            matches -= 1
        worths.append(1 + sum(worths[len(worths) - matches :]))
        cards.append(any_card(rng, matches, 10, 25))
    return written(cards[::-1])


def most_matches(count: int, matches: int = MOST_WINNING) -> list[Card]:
    """So many cards, of as many matches as may be."""
    numbers = list(NUMBERS)
    cards = []
    for at in range(count):
        hits = min(matches, count - 1 - at)
        cards.append((numbers[:MOST_WINNING], numbers[MOST_WINNING - hits : MOST_WINNING - hits + MOST_OWN]))
    return cards


def copies(cards: list[Card]) -> int:
    worths: list[int] = []
    for winning, own in reversed(cards):
        matches = len(set(winning) & set(own))
        worths.append(1 + sum(worths[len(worths) - matches :]))
    return sum(worths)


def limits() -> Iterator[Limit]:
    points = sum(2 ** min(MOST_WINNING - 1, hits - 1) for hits in range(1, 59))
    yield Limit("just below 10^18 cards", written(most_matches(59)), f"{points}, {copies(most_matches(59))}")
    yield Limit("just above 10^18 cards", written(most_matches(60)), "refused as a whole")
    yield Limit("copies past 2^64", written(most_matches(65)), "refused as a whole")
    yield Limit("copies past 2^128", written(most_matches(MOST_CARDS)), "refused as a whole")
    past_the_end = [*most_matches(MOST_CARDS)[:-1], ([1], [1])]
    yield Limit("copies past 2^128, and past the last card", written(past_the_end), "refused as a whole")
    plain: Card = [1], [2]
    yield Limit("most cards", written([plain] * MOST_CARDS), f"0, {MOST_CARDS}")
    hit: Card = [1], [1]
    counted = MOST_CARDS * (MOST_CARDS + 1) // 2
    yield Limit(
        "most cards, each but the last with a match",
        written([*[hit] * (MOST_CARDS - 1), plain]),
        f"{MOST_CARDS - 1}, {counted}",
    )
    yield Limit("a card too many", written([plain] * (MOST_CARDS + 1)), f"refused at line {MOST_CARDS + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most cards of most numbers: without a match, with one each, with chains that multiply the copies, and with most matches where it can be."""
    yield "no match", written(most_matches(MOST_CARDS, 0))
    yield "one match", written(most_matches(MOST_CARDS, 1))
    chain = most_matches(57)
    yield "most matches among the last cards", written([*most_matches(MOST_CARDS - 57, 0), *chain])
    yield "most matches among the first cards", written([*chain, *most_matches(MOST_CARDS - 57, 0)])
    block = most_matches(MOST_WINNING + 1)
    yield "blocks of twenty-one cards", written(block * (MOST_CARDS // len(block)))


def written(cards: list[Card]) -> str:
    return joined(
        f"Card {number:3}:{numbers(winning)} |{numbers(own)}" for number, (winning, own) in enumerate(cards, start=1)
    )


def numbers(values: list[int]) -> str:
    return "".join(f" {value:2}" for value in values)


def read(text: str) -> list[Card]:
    cards = []
    for line in text.splitlines():
        winning, own = line.partition(":")[2].split("|")
        cards.append(([int(number) for number in winning.split()], [int(number) for number in own.split()]))
    return cards


def oracle(text: str) -> Answers | None:
    """Each card is turned over once for every copy of it, as long as there are not too many."""
    points = 0
    won = []
    for number, (winning, own) in enumerate(read(text)):
        worth = 0
        won.append([number])
        for value in own:
            if value in winning:
                worth = 2 * worth or 1
                won[-1].append(number + len(won[-1]))
        points += worth
    pile = list(range(len(won)))
    turned = 0
    while pile:
        turned += 1
        if turned > 300_000:
            return None
        pile += won[pile.pop()][1:]
    return str(points), str(turned)


def on_cards(change: Callable[[list[Card], Random], list[Card] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        if changed is None or len(changed) > MOST_CARDS or copies(changed) > MOST_COPIES:
            return None
        return written(changed)

    return transform


def lists_shuffled(cards: list[Card], rng: Random) -> list[Card]:
    return [(shuffled(winning, rng), shuffled(own, rng)) for winning, own in cards]


def exchanged(cards: list[Card], _: Random) -> list[Card] | None:
    """The winning numbers for the own ones."""
    return [(own, winning) for winning, own in cards] if all(len(own) <= MOST_WINNING for _, own in cards) else None


def other_numbers(cards: list[Card], rng: Random) -> list[Card]:
    names = dict(zip(NUMBERS, shuffled(list(NUMBERS), rng), strict=True))
    return [([names[number] for number in winning], [names[number] for number in own]) for winning, own in cards]


def blank_first(cards: list[Card], rng: Random) -> list[Card]:
    return [any_card(rng, 0, 3, 5), *cards]


def blank_last(cards: list[Card], rng: Random) -> list[Card]:
    return [*cards, any_card(rng, 0, 5, 3)]


def one_card_more(before: Answers, after: Answers) -> bool:
    (points, total), (same_points, more) = whole(before), whole(after)
    return points == same_points and more == total + 1


def one_match_first(cards: list[Card], rng: Random) -> list[Card]:
    """A card of one match, which copies the first card, and with it all that this one wins."""
    return [any_card(rng, 1, 4, 6), *cards]


def one_point_more(before: Answers, after: Answers) -> bool:
    (points, total), (more_points, more) = whole(before), whole(after)
    return more_points == points + 1 and total + 2 <= more <= 2 * total + 1


def no_luck(cards: list[Card], _: Random) -> list[Card]:
    """Own numbers that are not winning ones."""
    return [(winning, [number for number in own if number not in winning] or others(winning)) for winning, own in cards]


def others(winning: list[int]) -> list[int]:
    return [number for number in NUMBERS if number not in winning][:1]


def fewer(before: Answers, after: Answers) -> bool:
    return after[0] == "0" and whole(after)[1] <= whole(before)[1]


LAWS = (
    Law("the order within the lists does not matter", on_cards(lists_shuffled), same),
    Law("winning and own numbers can be exchanged", on_cards(exchanged), same),
    Law("it does not matter which the numbers are", on_cards(other_numbers), same),
    Law(
        "the same cards again double both answers", on_cards(twice), doubled
    ),  # no card of the first half reaches the second one
    Law("a blank first card is a card more", on_cards(blank_first), one_card_more),
    Law("a blank last card is a card more", on_cards(blank_last), one_card_more),
    Law("a first card of one match copies at most everything", on_cards(one_match_first), one_point_more),
    Law("without a match there are no points and no copies", on_cards(no_luck), fewer),
)
