r"""Linen Layout: https://adventofcode.com/2024/day/19

The number of designs that can be made of the patterns (part 1), and the number of ways for all designs (part 2).

The ways to make the first stripes of a design are counted for one stripe more at a time. A way that ends at a stripe
goes on with each pattern that the rest of the design starts with, and so adds to the ways that end where this pattern
does. A pattern is a slice of the design of at most 8 stripes, which is looked up in the set of all patterns.

>>> linen = parse("b, g, bg, r\n\nbgr\nbbg\nrw\n")
>>> part1(linen), part2(linen)
(2, 4)
"""

from typing import NamedTuple

from aoc.text import Reader

COLOURS = "bgruw"
MOST_PATTERNS, LONGEST_PATTERN = 500, 8
MOST_DESIGNS, LONGEST_DESIGN = 500, 60


class Linen(NamedTuple):
    patterns: set[str]
    designs: list[str]


def parse(text: str) -> Linen:
    reader = Reader(text)
    pattern = f"[{COLOURS}]{{1,{LONGEST_PATTERN}}}"
    several = f"{pattern}(?:, {pattern}){{0,{MOST_PATTERNS - 1}}}"
    patterns = reader.match(several, "patterns of 1 to 8 stripes").split(", ")
    if len(set(patterns)) < len(patterns):
        raise reader.error("patterns that are all different", 0)
    reader.blank_line()
    design = f"[{COLOURS}]{{1,{LONGEST_DESIGN}}}"
    designs = list(reader.lines(lambda reader: reader.match(design, "a design of 1 to 60 stripes"), most=MOST_DESIGNS))
    reader.end()
    return Linen(set(patterns), designs)


def part1(linen: Linen) -> int:
    return sum(ways(linen.patterns, design) > 0 for design in linen.designs)


def part2(linen: Linen) -> int:
    return sum(ways(linen.patterns, design) for design in linen.designs)


def ways(patterns: set[str], design: str) -> int:
    """In how many ways can the design be made?"""
    ending_at = [1] + [0] * len(design)
    for start, number in enumerate(ending_at):
        if number:
            for end in range(start + 1, min(start + LONGEST_PATTERN, len(design)) + 1):
                if design[start:end] in patterns:
                    ending_at[end] += number
    return ending_at[-1]
