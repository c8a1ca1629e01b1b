"""2025 day 1, https://adventofcode.com/2025/day/1

Text: 1 to 20,000 lines, each a turn: `L` or `R` and its number of clicks, 1 to 999,999.
A dial has the numbers 0 to 99 in a ring and starts at 50. Each click of a turn to the left (`L`) moves it to the next lower number, from 0 to 99; a
turn to the right moves it to the next higher one.
Part 1: after how many turns the dial is at 0.  Part 2: after how many clicks it is at 0, the last click of a turn included.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, on_lines, part2_at_least_part1, same, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Secret Entrance"
UNIT = "turns"
SIZE = 4300
MOST_TURNS, MOST_CLICKS = 20_000, 999_999
OTHER = {"L": "R", "R": "L"}


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Turns that end on 0 or one click from it, go round several times, or are as long as can be."""
    lines, at = [], 50
    for _ in range(draw(st.integers(1, 12))):
        side = draw(st.sampled_from("LR"))
        to_zero = at if side == "L" else 100 - at
        rounds = 100 * draw(st.sampled_from((0, 0, 0, 1, 2, 9, 9_999)))
        clicks = draw(
            st.one_of(
                st.sampled_from((to_zero, to_zero + 1, to_zero - 1, 1, 50, 99, 100)),
                st.integers(1, 199),
            )
        )
        clicks = min(max(clicks + rounds, 1), MOST_CLICKS)
        lines.append(f"{side}{clicks}")
        at = (at - clicks if side == "L" else at + clicks) % 100
    return joined(lines)


def full(seed: int, size: int = SIZE) -> str:
    """A quarter of the turns end on 0, a fifth go round at least once, and none by whole rounds only."""
    rng = Random(seed)
    lines, at = [], 50
    for _ in range(size):
        side = rng.choice("LR")
        to_zero = at if side == "L" else 100 - at
        clicks = to_zero if 0 < to_zero < 100 and rng.random() < 0.27 else rng.randint(1, 99)
        clicks += 100 * rng.randint(1, 9) * (rng.random() < 0.19)
        lines.append(f"{side}{clicks}")
        at = (at - clicks if side == "L" else at + clicks) % 100
    return joined(lines)


def limits() -> Iterator[Limit]:
    yield Limit("20,000 turns", "L50\n" + "R100\n" * (MOST_TURNS - 1), "20000, 20000")
    yield Limit("a turn too many", "R1\n" * (MOST_TURNS + 1), "refused at line 20001")


def worst() -> Iterator[tuple[str, str]]:
    """Most lines, longest numbers, most clicks."""
    yield "all turns as long as can be", f"R{MOST_CLICKS}\n" * MOST_TURNS
    yield "leading zeros", f"L{'0' * 60}{MOST_CLICKS}\n" * MOST_TURNS
    yield "every turn ends on 0", "L50\n" + "R100\n" * (MOST_TURNS - 1)
    yield "back and forth over 0", "L50\n" + "L1\nR1\n" * ((MOST_TURNS - 1) // 2)
    yield "long turns back and forth", "L999950\nR999999\n" * (MOST_TURNS // 2)


def oracle(text: str) -> Answers | None:
    """Click by click."""
    turns = [(line[0], int(line[1:])) for line in text.splitlines()]
    if sum(clicks for _, clicks in turns) > 20_000:
        return None
    at, ends, visits = 50, 0, 0
    for side, clicks in turns:
        for _ in range(clicks):
            at = (at + (1 if side == "R" else -1)) % 100
            visits += at == 0
        ends += at == 0
    return str(ends), str(visits)


def turned_over(lines: list[str], _: Random) -> list[str]:
    """Left for right: a number n becomes 100 - n, so 50 and 0 stay."""
    return [OTHER[line[0]] + line[1:] for line in lines]


def once_round_more(lines: list[str], _: Random) -> list[str] | None:
    """One line, a whole round longer."""
    side, clicks = lines[0][0], int(lines[0][1:]) + 100
    return [f"{side}{clicks}", *lines[1:]] if clicks <= MOST_CLICKS else None


def one_visit_more(before: Answers, after: Answers) -> bool:
    (ends, visits), (ends_after, visits_after) = whole(before), whole(after)
    return ends_after == ends and visits_after == visits + 1


def split(lines: list[str], rng: Random) -> list[str] | None:
    """One turn as two."""
    place = rng.randrange(len(lines))
    side, clicks = lines[place][0], int(lines[place][1:])
    if clicks == 1:
        return None
    first = rng.randint(1, clicks - 1)
    return [*lines[:place], f"{side}{first}", f"{side}{clicks - first}", *lines[place + 1 :]]


def full_circles(lines: list[str], rng: Random) -> list[str]:
    """After each turn a whole round, either way."""
    return [part for line in lines for part in (line, rng.choice("LR") + "100")]


LAWS = (
    Law("left for right changes nothing", on_lines(turned_over), same),
    Law("a round more is a visit more", on_lines(once_round_more), one_visit_more),
    Law(
        "a turn in two pieces makes no click more",
        on_lines(split),
        lambda before, after: whole(before)[1] == whole(after)[1] and whole(before)[0] <= whole(after)[0],
    ),
    Law(
        "a round after each turn ends where it began",
        on_lines(full_circles),
        lambda before, after: whole(after)[0] == 2 * whole(before)[0] and whole(after)[1] > whole(before)[1],
    ),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
