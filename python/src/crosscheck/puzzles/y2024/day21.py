"""2024 day 21, https://adventofcode.com/2024/day/21

Text: 1 to 100 lines of three digits and an `A`, the codes. A code may be there twice.
A pad of digits has the rows 789, 456, 123 and 0A, the last one without a key at its left. A robot's arm points at one of its keys, at first at A, and is
steered by a pad of arrows: the rows are ^A and <v>, the first one without a key at its left. An arrow moves the arm one key that way, A makes it press
the key. The arm must never point to where no key is. The pad of arrows is pressed by another robot, which is steered by another pad of arrows in the same
way, and so on; the last pad is pressed by you. All arms point at A at first, and between two codes.
Part 1: for each code the fewest keys that you must press so that it is pressed on the pad of digits, times the number that its digits make; the sum over
all codes, with two pads of arrows that are pressed by robots.  Part 2: with twenty-five of them.
"""

from collections.abc import Iterator
from functools import cache
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    on_lines,
    part2_at_least_part1,
    same,
    shuffled,
    unchanged,
    whole,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Keypad Conundrum"
UNIT = "codes"
SIZE = 5
MOST = 100
DIGITS, ARROWS = ("789", "456", "123", " 0A"), (" ^A", "<v>")
STEPS = {"^": (-1, 0), "v": (1, 0), "<": (0, -1), ">": (0, 1)}
Arms = tuple[str, str, str]


def puzzles() -> st.SearchStrategy[str]:
    """Codes of any digits, of those next to where no key is, of one digit; with leading zeros."""
    alphabet = st.sampled_from(("0123456789", "0123456789", "0147", "01", "37", "059", "9", "0"))
    codes = alphabet.flatmap(lambda digits: st.text(digits, min_size=3, max_size=3)).map(lambda digits: digits + "A")
    return st.lists(codes, min_size=1, max_size=7).map(joined)


def full(seed: int, size: int = SIZE) -> str:
    """Any codes, none with two digits alike beside each other."""
    rng = Random(seed)
    codes: list[str] = []
    while len(codes) < size:
        code = f"{rng.randrange(1_000):03}"
        if code[0] != code[1] != code[2]:
            codes.append(code + "A")
    return joined(codes)


def limits() -> Iterator[Limit]:
    yield Limit("most codes", "000A\n" * MOST, "0, 0")
    yield Limit("a code too many", "000A\n" * (MOST + 1), "refused at line 101")


def worst() -> Iterator[tuple[str, str]]:
    """Most codes: the largest, and all different."""
    yield "the largest", "999A\n" * MOST
    yield "all different", joined(f"{at * 9 + 7:03}A" for at in range(MOST))
    yield "many steps", "707A\n929A\n" * (MOST // 2)


@cache
def neighbour(pad: tuple[str, ...], key: str, arrow: str) -> str | None:
    """The key that way, where there is one."""
    y = next(at for at, row in enumerate(pad) if key in row)
    x = pad[y].index(key) + STEPS[arrow][1]
    y += STEPS[arrow][0]
    there = pad[y][x] if 0 <= y < len(pad) and 0 <= x < 3 else " "
    return None if there == " " else there


def oracle(text: str) -> Answers | None:
    """Part 1: all that can come of any keys, with the three arms as they are. Part 2: every shortest way of every arm, for each pair of keys."""
    codes = text.split()
    one, two = (sum(int(code[:3]) * fewest(code) for code in codes) for fewest in (tried, steered))
    return str(one), str(two)


@cache
def tried(code: str) -> int:
    """Press after press: where the arms may be, and how much of the code is there."""
    states: set[tuple[Arms, int]] = {(("A", "A", "A"), 0)}
    known = set(states)
    count = 0
    while not any(done == len(code) for _, done in states):
        after = {pressed(arms, code, done, key) for arms, done in states for key in "A^v<>"}
        states = {state for state in after if state is not None and state not in known}
        known |= states
        count += 1
    return count


def pressed(arms: Arms, code: str, done: int, key: str) -> tuple[Arms, int] | None:
    """What comes of your key; None where an arm would point to no key, or a wrong key would be pressed."""
    now = list(arms)
    for arm, pad in enumerate((ARROWS, ARROWS, DIGITS)):
        if key != "A":
            there = neighbour(pad, arms[arm], key)
            if there is None:
                return None
            now[arm] = there
            return (now[0], now[1], now[2]), done
        key = arms[arm]
    return (arms, done + 1) if code[done] == key else None


def steered(code: str, robots: int = 25) -> int:
    return sum(presses(DIGITS, one, other, robots) for one, other in zip("A" + code, code, strict=False))


@cache
def presses(pad: tuple[str, ...], one: str, other: str, robots: int) -> int:
    """Your fewest presses that move an arm from one key to another and press that, with so many robots between."""
    ways = [way + "A" for way in shortest_ways(pad, one, other)]
    if robots == 0:
        return min(map(len, ways))
    return min(
        sum(presses(ARROWS, start, end, robots - 1) for start, end in zip("A" + way, way, strict=False)) for way in ways
    )


def shortest_ways(pad: tuple[str, ...], one: str, other: str) -> list[str]:
    ways = {"": one}
    while other not in ways.values():
        ways = {
            way + arrow: there
            for way, key in ways.items()
            for arrow in STEPS
            if (there := neighbour(pad, key, arrow)) is not None
        }
    return [way for way, key in ways.items() if key == other]


def codes_twice(codes: list[str], _: Random) -> list[str] | None:
    return codes * 2 if len(codes) <= MOST // 2 else None


def with_zeros(codes: list[str], rng: Random) -> list[str] | None:
    """The code whose number is 0."""
    at = rng.randint(0, len(codes))
    return [*codes[:at], "000A", *codes[at:]] if len(codes) < MOST else None


def with_any(codes: list[str], rng: Random) -> list[str] | None:
    """A code more, with a number larger than 0; each of its keys takes a press at least."""
    return [*codes, f"{rng.randint(1, 999):03}A"] if len(codes) < MOST else None


def four_more(before: Answers, after: Answers) -> bool:
    return all(more >= less + 4 for less, more in zip(whole(before), whole(after), strict=True))


LAWS = (
    Law("the order does not matter", on_lines(shuffled), same),
    Law("every code twice doubles both answers", on_lines(codes_twice), doubled),
    Law("the code 000A changes nothing", on_lines(with_zeros), same),
    Law("a code more counts its presses", on_lines(with_any), four_more),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
