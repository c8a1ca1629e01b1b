"""2021 day 13, https://adventofcode.com/2021/day/13

Text: 1 to 100,000 dots, a line `x,y` each, both 0 to 9999, any of them more than once; a blank line;
1 to 10,000 folds, a line `fold along x=N` or `fold along y=N` each, N 0 to 9999. What is beyond
the line of a fold goes as far before it. No dot, as folded so far, is on the line of a fold or
further beyond it than 2N (it would leave the paper); that is refused at the fold's line. A fold need
not halve the paper, nor the folds alternate.
Part 1: how many dots can be seen after the first fold.
Part 2: the letters that the dots make after all folds, read from columns 5k to 5k + 4 and rows 0 to
5 for k from 0 to where the rightmost dot is; what is not a letter of the font, or has dots below it,
or is empty, reads `?`.
"""

from collections.abc import Callable, Iterable, Iterator
from random import Random

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from crosscheck.puzzles import letters
from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, same, same_part1, same_part2, shuffled
from crosscheck.puzzles.limit import Limit

TITLE = "Transparent Origami"
UNIT = "dots"
SIZE = 850
LAST = 9999
Dot = tuple[int, int]
Fold = tuple[str, int]


def cells(width: int, height: int) -> SearchStrategy[Dot]:
    return st.tuples(st.integers(0, width - 1), st.integers(0, height - 1))


WORDS = st.text(sorted(letters.FONT), min_size=1, max_size=4)
FAR = st.sampled_from((0, 1, 4999, 5000, LAST - 1, LAST))
PICTURES = st.one_of(
    st.builds(lambda word, blot: [*word_dots(word), *blot], WORDS, st.lists(cells(20, 8), max_size=1)),
    st.lists(cells(6, 7), min_size=1, max_size=8),
    st.lists(cells(80, 80), min_size=1, max_size=80),
    st.lists(st.tuples(FAR, FAR), min_size=1, max_size=8),
)
GAPS = st.sampled_from((1, 1, 1, 2, 3, 7, 40, 3000))
AXES = st.lists(st.tuples(st.sampled_from("xy"), GAPS), min_size=1, max_size=6)
AGAIN = st.lists(st.integers(0, 99), max_size=2)
COPIES: tuple[Callable[[Dot, Dot], list[Dot]], ...] = (
    lambda dot, other: [dot],
    lambda dot, other: [other] if max(other) <= LAST else [dot],
    lambda dot, other: [dot, other] if max(other) <= LAST else [dot],
)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Letters, letters with a blot, or noise; unfolded along lines near the dots and far from them."""
    dots, axes, rng = draw(PICTURES), draw(AXES), draw(seeds())
    folds: list[Fold] = []
    for axis, gap in axes:
        line = max(dot["xy".index(axis)] for dot in dots) + gap
        if line <= LAST:
            folds.append((axis, line))
            dots = [copy for dot in dots for copy in rng.choice(COPIES)(dot, mirrored(dot, axis, line))]
    assume(folds)
    again = [dots[at % len(dots)] for at in draw(AGAIN)]
    return text_of(shuffled(sorted({*dots}), rng) + again, folds[::-1])


def full(seed: int, size: int = SIZE) -> str:
    """Up to eight letters, spread over a paper of 1311 by 895 that is folded in half twelve times."""
    rng = Random(seed)
    known = sorted(letters.FONT)
    word = [rng.choice(known) for _ in range(min(8, max(1, size // 20)))]
    across: list[Fold] = [("x", 41 * 2**half - 1) for half in range(5)]
    down: list[Fold] = [("y", 7 * 2**half - 1) for half in range(7)]
    folds = [*down[:2], *(fold for pair in zip(across, down[2:], strict=True) for fold in pair)]
    pixels = word_dots(word)
    dots: set[Dot] = set()
    for number in range(max(size, len(pixels))):
        dot = pixels[number % len(pixels)]
        for axis, line in folds:
            dot = rng.choice((dot, mirrored(dot, axis, line)))
        dots.add(dot)
    return text_of(shuffled(sorted(dots), rng), folds[::-1])


def word_dots(word: Iterable[str]) -> list[Dot]:
    return [
        (5 * place + x, y)
        for place, letter in enumerate(word)
        for y, row in enumerate(letters.FONT[letter].split())
        for x, pixel in enumerate(row)
        if pixel == "#"
    ]


def mirrored(dot: Dot, axis: str, line: int) -> Dot:
    x, y = dot
    return (2 * line - x, y) if axis == "x" else (x, 2 * line - y)


def oracle(text: str) -> Answers | None:
    """A paper with every point of it, folded row by row."""
    dots, folds = read(text)
    if max(map(max, dots)) > 80:
        return None
    paper = [[(x, y) in dots for x in range(81)] for y in range(81)]
    seen = []
    for axis, line in folds:
        if axis == "x":
            paper = turned(paper)
        for row in range(line + 1, len(paper)):
            for column, dot in enumerate(paper[row]):
                if dot:
                    paper[2 * line - row][column] = True
        paper = turned(paper[:line]) if axis == "x" else paper[:line]
        seen.append(sum(map(sum, paper)))
    return str(seen[0]), letters.read(["".join(".#"[dot] for dot in row) for row in paper])


def turned(paper: list[list[bool]]) -> list[list[bool]]:
    return [list(column) for column in zip(*paper, strict=True)]


def text_of(dots: list[Dot], folds: list[Fold]) -> str:
    dot_lines = joined(f"{x},{y}" for x, y in dots)
    return dot_lines + "\n" + joined(f"fold along {axis}={line}" for axis, line in folds)


def read(text: str) -> tuple[list[Dot], list[Fold]]:
    dots, folds = text.split("\n\n")
    pairs = [line.split(",") for line in dots.split()]
    return [(int(x), int(y)) for x, y in pairs], [(line[11], int(line[13:])) for line in folds.splitlines()]


def on_paper(change: Callable[[list[Dot], list[Fold], Random], tuple[list[Dot], list[Fold]] | None]) -> Transform:
    def transform(text: str, rng: Random) -> str | None:
        changed = change(*read(text), rng)
        return None if changed is None else text_of(*changed)

    return transform


def dots_in_another_order(dots: list[Dot], folds: list[Fold], rng: Random) -> tuple[list[Dot], list[Fold]]:
    return shuffled(dots, rng) + rng.sample(dots, 1), folds


def x_folds_first(dots: list[Dot], folds: list[Fold], _: Random) -> tuple[list[Dot], list[Fold]]:
    return dots, sorted(folds, key=lambda fold: fold[0])


def fold_of_nothing(dots: list[Dot], folds: list[Fold], rng: Random) -> tuple[list[Dot], list[Fold]] | None:
    """One fold more, beyond all dots."""
    far = max(map(max, dots)) + 1
    return None if far > LAST else (dots, [*folds, (rng.choice("xy"), rng.randint(far, LAST))])


def x_for_y(dots: list[Dot], folds: list[Fold], _: Random) -> tuple[list[Dot], list[Fold]]:
    return [(y, x) for x, y in dots], [("yx"["xy".index(axis)], line) for axis, line in folds]


def limits() -> Iterator[Limit]:
    yield Limit("ten thousand dots", full(1, 10_000))
    yield Limit("a dot too many", "1,1\n" * 100_001, "refused at line 100001")
    yield Limit("ten thousand folds", "1,1\n\n" + "fold along x=9999\n" * 10_000, "1, ?")
    yield Limit("a fold too many", "1,1\n\n" + "fold along x=9999\n" * 10_001, "refused at line 10003")


def worst() -> Iterator[tuple[str, str]]:
    """As many dots and folds as there may be: folds of nothing, folds of one row or column each, and of everything."""
    even = [(2 * (at % 5000), 2 * ((7 * at + at // 5000) % 5000)) for at in range(100_000)]
    beyond: list[Fold] = [("x", LAST), ("y", LAST)]
    yield "folds beyond all dots", text_of(even, beyond * 5000)
    each: list[Fold] = [(axis, line) for line in range(LAST - 2, 0, -2) for axis in "xy"]
    yield "each fold moves the last row or column", text_of(even, each)
    yield "five hundred dots and folds beyond them", text_of(even[:500], [("x", LAST)] * 10_000)
    yield "one dot a hundred thousand times", text_of([(0, 0)] * 100_000, beyond * 5000)
    yield "a hundred thousand dots that become letters", full(13, 100_000)


LAWS = (
    Law("the order of the dots, and a dot twice, do not matter", on_paper(dots_in_another_order), same),
    Law("a last fold beyond all dots changes nothing", on_paper(fold_of_nothing), same),
    Law("folds of x and of y may change places but for part 1", on_paper(x_folds_first), same_part2),
    Law("x for y changes nothing in part 1", on_paper(x_for_y), same_part1),
)
