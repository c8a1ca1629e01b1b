"""2021 day 8, https://adventofcode.com/2021/day/8

Text: lines of ten patterns, ` | ` and four outputs, one blank between two words; at least one line.
A word is 2 to 7 different letters a-g in any order. Some wiring of the letters to the segments of a
display makes each line's ten patterns the ten digits, each once; each output is one of the ten.
Part 1: how many outputs are 1, 4, 7 or 8.
Part 2: the sum of the outputs read as numbers of four digits.
"""

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, doubled, joined, on_lines, same, shuffled, twice
from crosscheck.puzzles.limit import Limit

TITLE = "Seven Segment Search"
UNIT = "displays"
SIZE = 200
SEGMENTS = "abcdefg"
DIGITS = ("abcefg", "cf", "acdeg", "acdfg", "bcdf", "abdfg", "abdefg", "acf", "abcdefg", "abcdfg")


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Wirings at random; outputs of any digits, or only of those that are alike in length."""
    rng = draw(seeds())
    digits = draw(st.sampled_from(("0123456789", "069", "235", "1478", "8")))
    numbers = draw(st.lists(st.text(digits, min_size=4, max_size=4), min_size=1, max_size=5))
    return joined(display(number, rng) for number in numbers)


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)
    return joined(display("".join(rng.choice("0123456789") for _ in range(4)), rng) for _ in range(size))


def display(number: str, rng: Random) -> str:
    """A line that shows the number, wired at random."""
    wires = dict(zip(SEGMENTS, rng.sample(SEGMENTS, 7), strict=True))

    def word(digit: str) -> str:
        return "".join(rng.sample([wires[segment] for segment in digit], len(digit)))

    patterns = [word(digit) for digit in rng.sample(DIGITS, 10)]
    return " ".join([*patterns, "|", *(word(DIGITS[int(digit)]) for digit in number)])


def oracle(text: str) -> Answers:
    """The one wiring of all 5,040 that makes the patterns digits."""
    easy = total = 0
    for line in text.splitlines():
        patterns, outputs = (side.split() for side in line.split("|"))
        digits = wirings()[frozenset(map(frozenset, patterns))]
        number = [digits[frozenset(word)] for word in outputs]
        easy += sum(digit in (1, 4, 7, 8) for digit in number)
        total += int("".join(map(str, number)))
    return str(easy), str(total)


@cache
def wirings() -> dict[frozenset[frozenset[str]], dict[frozenset[str], int]]:
    """Every wiring as what each pattern means under it, by the ten patterns."""
    meanings = []
    for wired in permutations(SEGMENTS):
        wires = dict(zip(SEGMENTS, wired, strict=True))
        meanings.append({frozenset(wires[one] for one in digit): value for value, digit in enumerate(DIGITS)})
    return {frozenset(meaning): meaning for meaning in meanings}


def letters_in_another_order(lines: list[str], rng: Random) -> list[str]:
    return [" ".join("".join(rng.sample(word, len(word))) for word in line.split()) for line in lines]


def patterns_in_another_order(lines: list[str], rng: Random) -> list[str]:
    sides = [line.split(" | ") for line in lines]
    return [f"{' '.join(shuffled(patterns.split(), rng))} | {outputs}" for patterns, outputs in sides]


def wired_anew(lines: list[str], rng: Random) -> list[str]:
    return [line.translate(str.maketrans(SEGMENTS, "".join(rng.sample(SEGMENTS, 7)))) for line in lines]


def limits() -> Iterator[Limit]:
    yield Limit("two thousand displays", full(1, 2000))


def worst() -> Iterator[tuple[str, str]]:
    """Twenty thousand displays: of any digits, and of the digits that are told apart last."""
    rng = Random(8)
    yield "twenty thousand displays", full(8, 20_000)
    yield "twenty thousand displays of 2, 3 and 5", joined(display("2355", rng) for _ in range(20_000))
    yield "twenty thousand displays of 8", joined(display("8888", rng) for _ in range(20_000))


LAWS = (
    Law("the order of the lines does not matter", on_lines(shuffled), same),
    Law("the order of a word's letters does not matter", on_lines(letters_in_another_order), same),
    Law("the order of the patterns does not matter", on_lines(patterns_in_another_order), same),
    Law("other letters change nothing", on_lines(wired_anew), same),
    Law("every line twice doubles both answers", on_lines(twice), doubled),
)
