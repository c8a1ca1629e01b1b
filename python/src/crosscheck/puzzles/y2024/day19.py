"""2024 day 19, https://adventofcode.com/2024/day/19

Text: one line of 1 to 500 patterns, all different, 1 to 8 of the letters `bgruw` each, with a comma and a blank between two; a blank line; and 1 to 500
lines of 1 to 60 of these letters, the designs. A design may be there twice.
A design can be made if it is a sequence of patterns, each of which may be used any number of times.
Part 1: how many designs can be made.  Part 2: in how many ways, summed over the designs. No design of 60 letters can be made in 2^60 ways, as between
two neighbouring letters there is an end of a pattern or none; the sum may be larger than 2^64.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise, product
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import (
    Answers,
    Law,
    doubled,
    joined,
    no_less,
    on_what,
    part2_at_least_part1,
    same,
    same_part1,
    shuffled,
    unchanged,
)
from crosscheck.puzzles.limit import Limit

TITLE = "Linen Layout"
UNIT = "designs"
SIZE = 400
LETTERS = "bgruw"
MOST, LONGEST_PATTERN, LONGEST_DESIGN = 500, 8, 60


class Onsen(NamedTuple):
    patterns: list[str]
    designs: list[str]

    def __str__(self) -> str:
        return joined([", ".join(self.patterns), "", *self.designs])


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Patterns of few letters, often pieces of each other; designs that are made of them, or all but one letter, or not; a tenth of the inputs has longer ones."""
    letters = draw(st.sampled_from(("r", "br", "br", "bgr", LETTERS)))
    short, long = draw(st.sampled_from(((1, 2), (1, 3), (2, 4), (1, LONGEST_PATTERN))))
    words = st.text(letters, min_size=short, max_size=long)
    patterns = draw(st.lists(words, min_size=1, max_size=9, unique=True))
    most = draw(st.sampled_from((9, 11, 13, 9, 11, 13, 9, 11, 13, LONGEST_DESIGN)))
    rng = draw(seeds())
    designs = []
    for _ in range(draw(st.integers(1, 6))):
        design = made_of(rng, patterns, rng.randint(1, most))
        change = rng.choice(("", "", "", "letter", "end"))
        if change == "letter":
            at = rng.randrange(len(design))
            design = design[:at] + rng.choice(LETTERS) + design[at + 1 :]
        elif change == "end":
            design = design[: rng.randint(1, len(design))]
        designs.append(design)
    return str(Onsen(patterns, designs))


def made_of(rng: Random, patterns: list[str], most: int) -> str:
    """Patterns in a row, as long as it can be made within so many letters; a single pattern may be longer."""
    design = rng.choice(patterns)
    while len(longer := design + rng.choice(patterns)) <= most:
        design = longer
    return design


def full(seed: int, size: int = SIZE) -> str:
    """Four of the five letters are patterns, and the fifth is in few short ones. Designs of 40 to 60 letters, seven of ten made of patterns, the others any."""
    rng = Random(seed)
    rare = rng.choice(LETTERS)
    patterns = dict.fromkeys(letter for letter in LETTERS if letter != rare)
    while len(patterns) < 447:
        length = rng.choices(range(2, LONGEST_PATTERN + 1), weights=(3, 18, 25, 22, 14, 10, 8))[0]
        pattern = "".join(rng.choices(LETTERS, k=length))
        if pattern.count(rare) == 0 or (length > 2 and pattern.count(rare) == 1 and pattern[-1] != rare):
            patterns[pattern] = None
    designs = []
    for _ in range(min(size, MOST)):
        length = rng.randint(40, LONGEST_DESIGN)
        if rng.random() < 0.7:
            designs.append(made_of(rng, list(patterns), length))
        else:
            designs.append("".join(rng.choices(LETTERS, k=length)))
    return str(Onsen(shuffled(list(patterns), rng), designs))


def ones(most: int = LONGEST_PATTERN, letter: str = "r") -> list[str]:
    """A letter once, twice and so on."""
    return [letter * length for length in range(1, most + 1)]


def limits() -> Iterator[Limit]:
    every = ["".join(letters) for length in (3, 4) for letters in product(LETTERS, repeat=length)]
    long = "r" * LONGEST_DESIGN
    ways = [1]
    for _ in long:
        ways.append(sum(ways[-LONGEST_PATTERN:]))
    yield Limit("most ways", str(Onsen(ones(), [long] * MOST)), f"{MOST}, {MOST * ways[-1]}")
    yield Limit("most patterns", str(Onsen(every[:MOST], [long])))
    yield Limit("a pattern too many", str(Onsen(every[: MOST + 1], [long])), "refused at line 1")
    yield Limit("a design too many", str(Onsen(["r"], [long] * (MOST + 1))), f"refused at line {MOST + 3}")


def worst() -> Iterator[tuple[str, str]]:
    """Most patterns and longest designs: of two letters, so that as many patterns as can be begin and end everywhere; ways that all fail at the last letter."""
    rng = Random(19)
    two = ["".join(letters) for length in range(LONGEST_PATTERN, 0, -1) for letters in product("br", repeat=length)]
    long = "r" * LONGEST_DESIGN
    yield "one letter, every length", str(Onsen(ones(), [long] * MOST))
    yield "one letter, and another last", str(Onsen(ones(), [long[1:] + "b"] * MOST))
    yield "one letter, and another first", str(Onsen(ones(), ["b" + long[1:]] * MOST))
    mixed = ["".join(rng.choices("br", k=LONGEST_DESIGN)) for _ in range(MOST)]
    yield "most patterns of two letters", str(Onsen(two[:MOST], mixed))
    yield "most patterns of two letters, the shortest too", str(Onsen(two[-MOST:], mixed))
    eight = {"".join(rng.choices(LETTERS, k=LONGEST_PATTERN)) for _ in range(2 * MOST)}
    any_patterns = sorted(eight)[:MOST]
    yield "most patterns, all long", str(Onsen(any_patterns, [made_of(rng, any_patterns, 60) for _ in range(MOST)]))
    yield "a usual one, larger", full(19, MOST)


def read(text: str) -> Onsen:
    patterns, designs = text.split("\n\n")
    return Onsen(patterns.split(", "), designs.split())


def oracle(text: str) -> Answers | None:
    """Every way to cut a design in pieces."""
    patterns, designs = read(text)
    if any(len(design) > 13 for design in designs):
        return None
    ways = [sum(all(piece in patterns for piece in pieces) for pieces in cuts(design)) for design in designs]
    return str(sum(count > 0 for count in ways)), str(sum(ways))


def cuts(design: str) -> Iterator[list[str]]:
    for count in range(len(design)):
        for places in combinations(range(1, len(design)), count):
            yield [design[start:end] for start, end in pairwise((0, *places, len(design)))]


on_onsen = on_what(read, str)


def backwards(onsen: Onsen, _: Random) -> Onsen:
    return Onsen([pattern[::-1] for pattern in onsen.patterns], [design[::-1] for design in onsen.designs])


def other_letters(onsen: Onsen, rng: Random) -> Onsen:
    table = str.maketrans(LETTERS, "".join(rng.sample(LETTERS, len(LETTERS))))
    return Onsen(
        [pattern.translate(table) for pattern in onsen.patterns], [design.translate(table) for design in onsen.designs]
    )


def other_order(onsen: Onsen, rng: Random) -> Onsen:
    return Onsen(shuffled(onsen.patterns, rng), shuffled(onsen.designs, rng))


def designs_twice(onsen: Onsen, _: Random) -> Onsen | None:
    return Onsen(onsen.patterns, onsen.designs * 2) if len(onsen.designs) <= MOST // 2 else None


def two_in_one(onsen: Onsen, rng: Random) -> Onsen | None:
    """A pattern more, which is two of the others."""
    more = rng.choice(onsen.patterns) + rng.choice(onsen.patterns)
    if more in onsen.patterns or len(more) > LONGEST_PATTERN or len(onsen.patterns) == MOST:
        return None
    return Onsen([*onsen.patterns, more], onsen.designs)


def pattern_more(onsen: Onsen, rng: Random) -> Onsen | None:
    more = "".join(rng.choices(LETTERS, k=rng.randint(1, 3)))
    return (
        None if more in onsen.patterns or len(onsen.patterns) == MOST else Onsen([*onsen.patterns, more], onsen.designs)
    )


def patterns_as_designs(onsen: Onsen, _: Random) -> Onsen:
    """Each can be made at least in one way, by itself."""
    return Onsen(onsen.patterns, onsen.patterns)


def by_themselves(_: Answers, after: Answers) -> bool:
    return after[0] != "0" and part2_at_least_part1(after, after)


LAWS = (
    Law("backwards nothing changes", on_onsen(backwards), same),
    Law("other letters change nothing", on_onsen(other_letters), same),
    Law("the order does not matter", on_onsen(other_order), same),
    Law("every design twice doubles both answers", on_onsen(designs_twice), doubled),
    Law("two patterns in one make nothing that could not be made", on_onsen(two_in_one), same_part1),
    Law("a pattern more takes no way away", on_onsen(pattern_more), no_less),
    Law("a pattern can be made", on_onsen(patterns_as_designs), by_themselves),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
