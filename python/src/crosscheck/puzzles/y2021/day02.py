"""2021 day 2, https://adventofcode.com/2021/day/2

Text: 1 to 100,000 lines, each `forward N`, `down N` or `up N` with N from 0 to 999 and one blank
between.
Part 1: distance times depth, where `down` and `up` change the depth.
Part 2: the same product, where they change the aim and `forward N` also adds aim times N to the
depth.  Nothing keeps the submarine under water: aim, depth and so the answers may be negative.
"""

from collections.abc import Iterator
from itertools import cycle
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles.draw import numbers, repeated
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same_part1, shuffled, times
from crosscheck.puzzles.limit import Limit

TITLE = "Dive!"
UNIT = "commands"
SIZE = 1000
WORDS = {"f": "forward", "d": "down", "u": "up"}


def puzzles() -> SearchStrategy[str]:
    return repeated(courses(), 2, 5, 40).map(joined)


def courses() -> SearchStrategy[list[str]]:
    words = st.text("fdu", min_size=1, max_size=15)
    return st.builds(course, words, numbers(0, 999, most=15))


def course(letters: str, amounts: list[int]) -> list[str]:
    """A command for each letter, with the amounts again from the first where they run out."""
    return [f"{WORDS[letter]} {n}" for letter, n in zip(letters, cycle(amounts), strict=False)]


def full(seed: int, size: int = SIZE) -> str:
    """A dive that stays under water."""
    rng = Random(seed)
    depth, lines = 0, []
    for _ in range(size):
        word, n = rng.choice(("forward", "forward", "down", "down", "up")), rng.randint(1, 9)
        if word == "up" and n > depth:
            word = "down"
        depth += {"forward": 0, "down": n, "up": -n}[word]
        lines.append(f"{word} {n}")
    return joined(lines)


def oracle(text: str) -> Answers:
    """Each `forward` looks back at all that came before it, afresh."""
    course = [(line.split()[0], int(line.split()[1])) for line in text.splitlines()]

    def total(word: str, end: int) -> int:
        return sum(n for w, n in course[:end] if w == word)

    distance = total("forward", len(course))
    depth = total("down", len(course)) - total("up", len(course))
    gained = sum(n * (total("down", at) - total("up", at)) for at, (word, n) in enumerate(course) if word == "forward")
    return str(distance * depth), str(distance * gained)


def upside_down(text: str, _: Random) -> str:
    return text.replace("down", "DOWN").replace("up", "down").replace("DOWN", "up")


def twice_as_far(lines: list[str], _: Random) -> list[str] | None:
    course = [(line.split()[0], int(line.split()[1])) for line in lines]
    return None if max(n for _, n in course) > 999 // 2 else [f"{word} {2 * n}" for word, n in course]


def limits() -> Iterator[Limit]:
    yield Limit(
        "a hundred thousand commands", "down 999\n" * (100_000 - 1) + "forward 999\n", "99799101999, 99699302897001"
    )
    yield Limit("one too many", "up 1\n" * (100_000 + 1), "refused at line 100001")
    yield Limit(
        "fifty thousand of the greatest each way",
        "down 999\nforward 999\n" * 50_000,
        "2495002500000000, 62313933691248750000000",
    )


def worst() -> Iterator[tuple[str, str]]:
    """As many commands as there may be: the longest, the greatest aim, and words in no order that can be foreseen."""
    rng = Random(2)
    most = 100_000
    yield "a hundred thousand times the longest command", "forward 999\n" * most
    yield "the greatest aim, then the greatest distance", "down 999\n" * (most // 2) + "forward 999\n" * (most // 2)
    words = [f"{word} {n}" for word in WORDS.values() for n in (0, 7, 42, 999)]
    yield "any command after any other", joined(rng.choices(words, k=most))


LAWS = (
    Law("up for down negates both", upside_down, times(-1)),
    Law(
        "twice every amount makes 4 times part 1 and 8 times part 2",
        on_lines(twice_as_far),
        times(4, 8),
    ),
    Law("the order does not matter to part 1", on_lines(shuffled), same_part1),
)
