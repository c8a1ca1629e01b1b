r"""Transparent Origami: https://adventofcode.com/2021/day/13

Dots on transparent paper, which is folded left or up along one line after the other. Part 1 counts the dots that are
seen after the first fold; after the last one the dots draw the letters that part 2 asks for.

The dots are a set of points, and a fold mirrors those beyond the line: dots that meet become one because a set has no
doubles. A dot on the line of a fold, or one that would come to lie off the paper, is not foreseen, so parsing folds
along to find it. Rust folds two tables, of columns and of rows, and sends every dot through them once; Haskell folds
the coordinates of each axis as numbers and merges no dots until it counts them.

>>> pictures = parse("0,0\n6,0\n1,2\n5,2\n2,9\n\nfold along x=3\nfold along y=7\n")
>>> part1(pictures), part2(pictures)
(3, '?')
"""

from aoc import letters
from aoc.text import Reader

Dots = set[tuple[int, int]]


def parse(text: str) -> list[Dots]:
    """The dots after each fold."""
    reader = Reader(text)
    dots = {(x, y) for x, y in reader.records("{},{}", range(10_000))}
    reader.blank_line()
    pictures = []
    for axis, line in reader.records("fold along {}={}", ("x", "y"), range(10_000)):
        places = {x for x, _ in dots} if axis == "x" else {y for _, y in dots}
        if line in places or max(places) > 2 * line:
            raise reader.error("a fold that no dot lies on and that keeps all dots on the paper")
        dots = fold(dots, axis, line)
        pictures.append(dots)
    reader.end()
    return pictures


def fold(dots: Dots, axis: str, line: int) -> Dots:
    if axis == "x":
        return {(x if x < line else 2 * line - x, y) for x, y in dots}
    return {(x, y if y < line else 2 * line - y) for x, y in dots}


def part1(pictures: list[Dots]) -> int:
    return len(pictures[0])


def part2(pictures: list[Dots]) -> str:
    return letters.read(pictures[-1])
