"""2021 day 18, https://adventofcode.com/2021/day/18

Text: 2 to 100 lines, each a snailfish pair `[left,right]` whose sides are pairs or single digits 0-9, pairs nested at most four deep.
A sum is the pair of both, reduced: as long as it can be, the leftmost pair inside four others explodes (its numbers are added to the next number on
either side, and 0 takes its place); else the leftmost number of 10 or more splits into halves, the left rounded down and the right up.
Part 1: the magnitude (3 times the left and 2 times the right, all the way down) of all lines added up in order.  Part 2: the greatest magnitude of the
sum of two different lines, in either order; equal lines are different numbers all the same.
"""

import re
from collections.abc import Iterator
from functools import reduce
from itertools import permutations
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, joined, on_lines, shuffled, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Snailfish"
UNIT = "numbers"
SIZE = 100
MOST = 100
PAIR = re.compile(r"\[(\d+),(\d+)\]")


def puzzles() -> st.SearchStrategy[str]:
    """A few numbers, now and then a dozen, from bare pairs to full trees of nines."""
    digits = st.one_of(st.sampled_from("09"), st.sampled_from("0123456789"))

    def pairs(depth: int) -> st.SearchStrategy[str]:
        side = digits if depth == 4 else st.one_of(digits, pairs(depth + 1))
        return st.builds("[{},{}]".format, side, side)

    full_tree = st.sampled_from("0159").map(lambda digit: reduce(lambda tree, _: f"[{tree},{tree}]", range(4), digit))
    numbers = st.one_of(pairs(1), pairs(1), full_tree)
    return st.sampled_from((5, 5, 5, 12)).flatmap(lambda most: st.lists(numbers, min_size=2, max_size=most)).map(joined)


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)

    def tree(depth: int) -> str:
        if depth == 5 or (depth > 1 and rng.random() < 0.25):
            return str(rng.randrange(10))
        return f"[{tree(depth + 1)},{tree(depth + 1)}]"

    return joined(tree(1) for _ in range(min(max(size, 2), MOST)))


def oracle(text: str) -> Answers | None:
    """Numbers as they are written, rewritten as the puzzle says."""
    lines = text.split()
    if len(lines) > 6:
        return None
    best = max(magnitude(added(a, b)) for a, b in permutations(lines, 2))
    return str(magnitude(reduce(added, lines))), str(best)


def added(left: str, right: str) -> str:
    number = f"[{left},{right}]"
    while (smaller := exploded(number) or split(number)) is not None:
        number = smaller
    return number


def exploded(number: str) -> str | None:
    for pair in PAIR.finditer(number):
        before, after = number[: pair.start()], number[pair.end() :]
        if before.count("[") - before.count("]") >= 4:
            return increased(r"\d+(?=\D*$)", before, int(pair[1])) + "0" + increased(r"\d+", after, int(pair[2]))
    return None


def increased(pattern: str, text: str, by: int) -> str:
    """The text with the first number that fits the pattern made greater, if there is one."""
    return re.sub(pattern, lambda found: str(int(found[0]) + by), text, count=1)


def split(number: str) -> str | None:
    found = re.search(r"\d\d+", number)
    if not found:
        return None
    half, rest = divmod(int(found[0]), 2)
    return f"{number[: found.start()]}[{half},{half + rest}]{number[found.end() :]}"


def magnitude(number: str) -> int:
    while found := PAIR.search(number):
        number = f"{number[: found.start()]}{3 * int(found[1]) + 2 * int(found[2])}{number[found.end() :]}"
    return int(number)


def one_more(lines: list[str], rng: Random) -> list[str]:
    return [*lines, rng.choice(("[0,0]", "[9,[1,2]]", rng.choice(lines)))][:MOST]


def first_two(lines: list[str], _: Random) -> list[str]:
    return lines[:2]


def part2_no_less(before: Answers, after: Answers) -> bool:
    return whole(after)[1] >= whole(before)[1]


def limits() -> Iterator[Limit]:
    yield Limit("a hundred full trees of nines", (full_tree("9") + "\n") * 100, "4254, 4037")
    yield Limit("a number too many", "[1,1]\n" * 101, "refused at line 101")


def full_tree(digit: str) -> str:
    return reduce(lambda tree, _: f"[{tree},{tree}]", range(4), digit)


def worst() -> Iterator[tuple[str, str]]:
    """As many numbers as there may be: full trees, which explode and split most, and all alike, so that no sum can be left out."""
    rng = Random(18)
    yield "full trees of nines", (full_tree("9") + "\n") * MOST
    yield "full trees of fives", (full_tree("5") + "\n") * MOST
    yield (
        "full trees of any digits",
        joined(re.sub("0", lambda _: str(rng.randrange(10)), full_tree("0")) for _ in range(MOST)),
    )
    yield "bare pairs", "[1,1]\n" * MOST
    left = reduce(lambda tree, _: f"[{tree},9]", range(4), "9")
    yield "pairs nested to the left", (left + "\n") * MOST
    yield "pairs nested to the right", (reduce(lambda tree, _: f"[9,{tree}]", range(4), "9") + "\n") * MOST
    yield "the usual numbers", full(18, MOST)


LAWS = (
    Law(
        "the order does not matter to part 2",
        on_lines(shuffled),
        lambda before, after: before[1] == after[1],
    ),
    Law(
        "one more number makes part 2 no less",
        on_lines(one_more),
        part2_no_less,
    ),
    Law(
        "of the first two numbers, part 2 has part 1 to choose from",
        on_lines(first_two),
        lambda _, after: whole(after)[1] >= whole(after)[0],
    ),
)
