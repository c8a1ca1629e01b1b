"""2023 day 7, https://adventofcode.com/2023/day/7

Text: 1 to 2,000 lines, each a hand, a blank, and a bid, 1 to 9,999. A hand is five of the cards 23456789TJQKA, from the weakest to the strongest; no hand
comes twice. Two hands may have the same cards in another order, and bids may be equal.
Hands are ordered by type: five equal cards are above four, then a full house (three and two), three, two pairs, one pair, and no equal cards. Hands of one
type are compared card by card from the first one on, as they stand. The weakest hand has rank 1.
Part 1: the sum of each rank times the bid of its hand.
Part 2: the same, where J is a joker. For the type each joker is whatever card makes the type best; in the comparison of single cards it is the weakest.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, permutations, product
from random import Random
from typing import TypeAlias

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, doubled, joined, same, same_parts, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Camel Cards"
UNIT = "hands"
SIZE = 1000
MOST_HANDS, MOST_BID = 2_000, 9_999
CARDS, CARDS_WITH_JOKER = "23456789TJQKA", "J23456789TQKA"
TYPES = ([1, 1, 1, 1, 1], [1, 1, 1, 2], [1, 2, 2], [1, 1, 3], [2, 3], [1, 4], [5])
WEAKEST, STRONGEST = "23456", "AAAAA"  # in both parts
Hand: TypeAlias = tuple[str, int]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Hands of few cards, so that types and first cards are often equal; with many jokers or none; hands that are others in another order."""
    rng = draw(seeds())
    cards = draw(st.sampled_from(("2J", "AJ", "J2A", "23", "TJQ", "2345J", "JJJ23A", CARDS, CARDS + "JJJJ")))
    count = draw(st.integers(1, draw(st.sampled_from((2, 5, 20)))))
    hands = ["".join(rng.choices(cards, k=5)) for _ in range(count)]
    hands += ["".join(shuffled(list(rng.choice(hands)), rng)) for _ in range(draw(st.integers(0, 3)))]
    bids = draw(st.sampled_from(((1, 2), (1, 9), (1, MOST_BID), (MOST_BID - 1, MOST_BID))))
    return written([(hand, rng.randint(*bids)) for hand in dict.fromkeys(hands)])


def full(seed: int, size: int = SIZE) -> str:
    """Different hands, among them JJJJJ; most of them have equal cards. Every bid from 1 on comes once."""
    rng = Random(seed)
    hands = {"JJJJJ"}
    while len(hands) < min(size, MOST_HANDS):
        counts = rng.choice((TYPES[0], *TYPES[1:5] * 2, TYPES[5], TYPES[5]))
        cards = [card for card, n in zip(rng.sample(CARDS, len(counts)), counts, strict=True) for _ in range(n)]
        hands.add("".join(shuffled(cards, rng)))
    bids = rng.sample(range(1, len(hands) + 1), len(hands))
    return written(list(zip(shuffled(sorted(hands), rng), bids, strict=True)))


def limits() -> Iterator[Limit]:
    highest = written([(hand, MOST_BID) for hand in different(MOST_HANDS)])
    total = MOST_BID * MOST_HANDS * (MOST_HANDS + 1) // 2
    yield Limit("most hands and greatest bids", highest, f"{total}, {total}")
    yield Limit(
        "a hand too many",
        written([(hand, 1) for hand in different(MOST_HANDS + 1)]),
        f"refused at line {MOST_HANDS + 1}",
    )
    last_again = different(MOST_HANDS - 1)
    again = [(hand, 1) for hand in [*last_again, last_again[0]]]
    yield Limit("the first hand is the last one again", written(again), f"refused at line {MOST_HANDS}")


def different(count: int) -> list[str]:
    return ["".join(hand) for hand, _ in zip(product(CARDS, repeat=5), range(count), strict=False)]


def worst() -> Iterator[tuple[str, str]]:
    """Most hands: of one type, of few cards, with many jokers; in order and backwards."""
    rng = Random(7)
    yield "all alike in the first cards", bids(different(MOST_HANDS))
    yield "backwards", bids(different(MOST_HANDS)[::-1])
    for name, cards in (("five cards, one a joker", "J2345"), ("seven cards, one a joker", "J234567")):
        hands = sorted({"".join(hand) for hand in product(cards, repeat=5)})
        yield name, bids(rng.sample(hands, min(MOST_HANDS, len(hands))))
    jokers = sorted({hand for hand in map("".join, product(CARDS, repeat=5)) if hand.count("J") >= 2})
    yield "two jokers or more", bids(rng.sample(jokers, MOST_HANDS))
    order = [cards for chosen in combinations(CARDS[3:], 5) for cards in permutations(chosen)]
    yield "no equal cards", bids(["".join(cards) for cards in rng.sample(order, MOST_HANDS)])
    yield "five cards", bids(list(map("".join, product("AK2QT", repeat=5)))[:MOST_HANDS])
    yield "any hands", bids(["".join(cards) for cards in rng.sample(list(product(CARDS, repeat=5)), MOST_HANDS)])


def bids(hands: list[str]) -> str:
    return written([(hand, MOST_BID - at) for at, hand in enumerate(hands)])


def written(hands: list[Hand]) -> str:
    return joined(f"{hand} {bid}" for hand, bid in hands)


def read(text: str) -> list[Hand]:
    pairs = [line.split() for line in text.strip().splitlines()]
    return [(hand, int(bid)) for hand, bid in pairs]


def oracle(text: str) -> Answers | None:
    """The rank of a hand is how many hands are not above it; each joker is tried as every card of the hand, and as an ace."""
    hands = read(text)
    if len(hands) > 1_000:
        return None
    return str(winnings(hands, kind, CARDS)), str(winnings(hands, kind_with_jokers, CARDS_WITH_JOKER))


def winnings(hands: list[Hand], type_of: Callable[[str], int], order: str) -> int:
    strengths = [(type_of("".join(sorted(hand))), *map(order.index, hand)) for hand, _ in hands]
    ranks = [sum(other <= one for other in strengths) for one in strengths]
    return sum(rank * bid for rank, (_, bid) in zip(ranks, hands, strict=True))


def kind(hand: str) -> int:
    return TYPES.index(sorted(hand.count(card) for card in set(hand)))


@cache
def kind_with_jokers(hand: str) -> int:
    choices = [sorted({*hand, "A"}) if card == "J" else [card] for card in hand]
    return max(kind("".join(chosen)) for chosen in product(*choices))


def on_hands(change: Callable[[list[Hand], Random], list[Hand] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(read(text), rng)
        return written(changed) if changed and len(changed) <= MOST_HANDS else None

    return transform


def without_jacks(hands: list[Hand], _: Random) -> list[Hand]:
    return [(hand, bid) for hand, bid in hands if "J" not in hand]


def bids_doubled(hands: list[Hand], _: Random) -> list[Hand] | None:
    return [(hand, 2 * bid) for hand, bid in hands] if all(2 * bid <= MOST_BID for _, bid in hands) else None


def one_bid(hands: list[Hand], rng: Random) -> list[Hand]:
    """The same bid for all, so that it does not matter which hand has which rank."""
    bid = rng.choice((1, MOST_BID, rng.randint(1, MOST_BID)))
    return [(hand, bid) for hand, _ in hands]


def bids_mirrored(hands: list[Hand], _: Random) -> list[Hand]:
    """Each bid as 10,000 less it."""
    return [(hand, MOST_BID + 1 - bid) for hand, bid in hands]


def same_together(before: Answers, after: Answers) -> bool:
    """Each rank is worth 10,000 with both bids."""
    one, two = (sum(pair) for pair in zip(whole(before), whole(after), strict=True))
    return one == two


def with_hand(hand: str) -> Callable[[list[Hand], Random], list[Hand] | None]:
    """A hand that is the weakest or the strongest in both parts, if it is not there."""

    def changed(hands: list[Hand], rng: Random) -> list[Hand] | None:
        at = rng.randint(0, len(hands))
        more = [*hands[:at], (hand, rng.randint(1, MOST_BID)), *hands[at:]]
        return None if any(other == hand for other, _ in hands) else more

    return changed


def same_growth(before: Answers, after: Answers) -> bool:
    one, two = (more - less for less, more in zip(whole(before), whole(after), strict=True))
    return one == two > 0


LAWS = (
    Law("the order of the lines does not matter", on_hands(shuffled), same),
    Law("without jacks both parts are equal", on_hands(without_jacks), same_parts),
    Law("twice the bids double both answers", on_hands(bids_doubled), doubled),
    Law("with one bid for all both parts are equal", on_hands(one_bid), same_parts),
    Law("what bids lack of 10,000 is worth as much in both parts", on_hands(bids_mirrored), same_together),
    Law("a weakest hand raises all ranks by one", on_hands(with_hand(WEAKEST)), same_growth),
    Law("a strongest hand changes no other rank", on_hands(with_hand(STRONGEST)), same_growth),
)
