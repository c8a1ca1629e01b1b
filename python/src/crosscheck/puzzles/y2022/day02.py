"""2022 day 2, https://adventofcode.com/2022/day/2

Text: 1 to 10,000 lines `A X`: A, B or C, a blank, and X, Y or Z.
A, B and C are rock, paper and scissors of the other player. Rock beats scissors, scissors beat paper, paper beats rock. A round is worth 1, 2 or 3 for
one's own rock, paper or scissors, and 0 for a loss, 3 for a draw, 6 for a win.
Part 1: what all rounds are worth if X, Y and Z are one's own rock, paper and scissors.
Part 2: the same if X, Y and Z are a loss, a draw and a win, and one plays what leads to it.
"""

from collections.abc import Iterator
from itertools import product
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    Relation,
    doubled,
    joined,
    on_lines,
    same,
    shuffled,
    twice,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Rock Paper Scissors"
UNIT = "rounds"
SIZE = 2500
MOST_LINES = 10_000
THEIRS, OURS = "ABC", "XYZ"
ROUNDS = [f"{one} {other}" for one, other in product(THEIRS, OURS)]


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """One of the nine lines alone or again and again, two or three of them, or all; numbers of lines beside powers of two."""
    rng = draw(seeds())
    known = rng.sample(ROUNDS, draw(st.sampled_from((1, 2, 3, 9))))
    length = draw(st.one_of(st.integers(1, 9), st.sampled_from((15, 16, 17, 64, 255, 256, 257, 300))))
    return joined(rng.choice(known) for _ in range(length))


def full(seed: int, size: int = SIZE) -> str:
    """All nine lines, each as often as chance has it."""
    rng = Random(seed)
    weights = [rng.randint(1, 5) for _ in ROUNDS]
    return joined(rng.choices(ROUNDS, weights=weights, k=min(size, MOST_LINES)))


def limits() -> Iterator[Limit]:
    yield Limit("most lines, each worth most in both parts", joined(["C X"] * MOST_LINES), "70000, 20000")
    yield Limit("most lines, all won in part 2", joined(["B Z"] * MOST_LINES), "90000, 90000")
    yield Limit("a line too many", joined(["A X"] * (MOST_LINES + 1)), f"refused at line {MOST_LINES + 1}")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines: all alike, which is worst for counters in memory, the nine in turn, and in no order, which is worst for branches."""
    rng = Random(2)
    yield "one line again and again", joined(["B Y"] * MOST_LINES)
    yield "the nine lines in turn", joined((ROUNDS * MOST_LINES)[:MOST_LINES])
    yield "no order", joined(rng.choices(ROUNDS, k=MOST_LINES))


BEATS = {"rock": "scissors", "scissors": "paper", "paper": "rock"}
HANDS = "rock", "paper", "scissors"
WORTH_OF_HAND = {"rock": 1, "paper": 2, "scissors": 3}
WORTH_OF_END = {"loss": 0, "draw": 3, "win": 6}


def end_of(theirs: str, ours: str) -> str:
    if theirs == ours:
        return "draw"
    return "win" if BEATS[ours] == theirs else "loss"


def oracle(text: str) -> Answers | None:
    """The rules in words; in part 2 all three hands are tried."""
    one = two = 0
    for line in text.rstrip().splitlines():
        theirs = HANDS[THEIRS.index(line[0])]
        ours = HANDS[OURS.index(line[2])]
        one += WORTH_OF_HAND[ours] + WORTH_OF_END[end_of(theirs, ours)]
        wanted = ("loss", "draw", "win")[OURS.index(line[2])]
        for hand in HANDS:
            if end_of(theirs, hand) == wanted:
                two += WORTH_OF_HAND[hand] + WORTH_OF_END[wanted]
    return str(one), str(two)


def as_played(lines: list[str], _: Random) -> list[str]:
    """The letter of the hand of part 2 in place of the letter for how the round ends."""
    return [f"{line[0]} {OURS[(THEIRS.index(line[0]) + OURS.index(line[2]) - 1) % 3]}" for line in lines]


def with_all_nine(lines: list[str], rng: Random) -> list[str] | None:
    at = rng.randint(0, len(lines))
    return [*lines[:at], *ROUNDS, *lines[at:]] if len(lines) + len(ROUNDS) <= MOST_LINES else None


def with_three_draws(lines: list[str], rng: Random) -> list[str] | None:
    """A draw with each hand more; a loss, a draw and a win in part 2."""
    at = rng.randint(0, len(lines))
    return [*lines[:at], "A X", "B Y", "C Z", *lines[at:]] if len(lines) + 3 <= MOST_LINES else None


def more(one: int, two: int) -> Relation:
    def holds(before: Answers, after: Answers) -> bool:
        (one_before, two_before), (one_after, two_after) = whole(before), whole(after)
        return one_after == one_before + one and two_after == two_before + two

    return holds


def all_won(lines: list[str], _: Random) -> list[str]:
    """Each round with the hand that wins it."""
    return [f"{line[0]} {OURS[(THEIRS.index(line[0]) + 1) % 3]}" for line in lines]


def all_to_win(lines: list[str], _: Random) -> list[str]:
    return [f"{line[0]} Z" for line in lines]


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("every line twice doubles both answers", on_lines(twice), doubled),
    Law("part 2 is part 1 of what is played in it", on_lines(as_played), lambda one, two: two[0] == one[1]),
    Law("the nine lines once more are worth 45", on_lines(with_all_nine), more(45, 45)),
    Law("three draws more are worth 15", on_lines(with_three_draws), more(15, 15)),
    Law(
        "no hand is worth more than the one that wins",
        on_lines(all_won),
        lambda one, two: whole(two)[0] >= whole(one)[0],
    ),
    Law("no end is better than a win", on_lines(all_to_win), lambda one, two: whole(two)[1] >= whole(one)[1]),
)
