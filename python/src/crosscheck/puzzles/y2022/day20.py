"""2022 day 20, https://adventofcode.com/2022/day/20

Text: 2 to 6,000 numbers, one a line, from -99,999 to 99,999, exactly one of them 0. Other numbers may be there several times.
The numbers are a circle. To mix them, each is moved once, in the order of the text: it is taken out and moves over as many of the others as it says, forwards,
or backwards if it is negative.
Part 1: after one round of mixing, the sum of the numbers 1000, 2000 and 3000 places after the 0.
Part 2: all numbers are multiplied by 811,589,153, and the circle is mixed ten times, always in the order of the text; the same sum.
"""

from collections import deque
from collections.abc import Callable, Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, Transform, joined, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Grove Positioning System"
UNIT = "numbers"
SIZE = 5_000
FEWEST, MOST, GREATEST = 2, 6_000, 99_999
KEY = 811_589_153


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Few numbers or some hundreds: near 0, at the ends, the same again and again, or such that they come back to their place or next to it."""
    rng = draw(seeds())
    count = draw(st.sampled_from((7, 6, 3, 2, 4, 9, 11, 17, 33, 67, 129, 203)))
    circle = count - 1
    rounds = [circle * times + more for times in (-2, -1, 1, 2, GREATEST // circle) for more in (-1, 0, 1)]
    kinds = (
        range(-GREATEST, GREATEST + 1),
        range(-2 * count, 2 * count),
        [number for number in rounds if abs(number) <= GREATEST],
        (-GREATEST, GREATEST, 1 - GREATEST, GREATEST - 1),
        (1, -1),
        (rng.randint(1, GREATEST),),
        (circle, -circle, 2 * circle, 1, -1, 2),
    )
    kind = draw(st.sampled_from(kinds))
    numbers = [rng.choice(kind) or 1 for _ in range(circle)]
    numbers.insert(draw(st.sampled_from((0, circle, circle // 2, rng.randint(0, circle)))), 0)
    return joined(map(str, numbers))


def full(seed: int, size: int = SIZE) -> str:
    """Numbers from -10,000 to 10,000, more than a quarter of them repeated."""
    rng = Random(seed)
    count = max(FEWEST, min(size, MOST))
    numbers: list[int] = []
    while len(numbers) < count - 1:
        repeated = numbers and rng.random() < 0.15
        numbers.append(rng.choice(numbers) if repeated else rng.choice((-1, 1)) * rng.randint(1, 10_000))
    numbers.insert(rng.randrange(count), 0)
    return joined(map(str, numbers))


def limits() -> Iterator[Limit]:
    still = [(MOST - 1) * (at % 33 - 16 or 5) for at in range(MOST)]
    still[MOST // 2] = 0
    total = sum(still[(MOST // 2 + place) % MOST] for place in (1000, 2000, 3000))
    yield Limit("most numbers, and none moves", joined(map(str, still)), f"{total}, {total * KEY}")
    yield Limit("a number too many", joined(map(str, [*still, 1])), f"refused at line {MOST + 1}")
    high = [0, *[GREATEST] * (MOST - 1)]
    yield Limit("the greatest sum", joined(map(str, high)), f"{3 * GREATEST}, {3 * GREATEST * KEY}")


def worst() -> Iterator[tuple[str, str]]:
    """The most numbers: all the same, the shortest and the longest moves in either direction, by turns, and at random."""
    rng = Random(20)
    half = MOST // 2
    kinds: dict[str, Callable[[int], int]] = {
        "one place forwards": lambda at: 1,
        "one place backwards": lambda at: -1,
        "half of the circle": lambda at: half,
        "by turns": lambda at: half if at % 2 else -half,
        "all to one place": lambda at: -at - 1,
        "the greatest numbers": lambda at: GREATEST - at % 7,
        "anywhere": lambda at: rng.choice((-1, 1)) * rng.randint(1, GREATEST),
    }
    for name, number in kinds.items():
        for zero in (0, MOST - 1) if name == "anywhere" else (half,):
            numbers = [number(at) for at in range(MOST)]
            numbers[zero] = 0
            yield f"{name}, 0 at {zero}", joined(map(str, numbers))


def oracle(text: str) -> Answers | None:
    """A ring that is turned until the number to be moved is in front."""
    numbers = [int(line) for line in text.split()]
    if len(numbers) > 300:
        return None
    return str(grove(numbers, 1)), str(grove([number * KEY for number in numbers], 10))


def grove(numbers: list[int], rounds: int) -> int:
    ring = deque(enumerate(numbers))
    for _ in range(rounds):
        for each in enumerate(numbers):
            while ring[0] != each:
                ring.rotate(-1)
            ring.popleft()
            ring.rotate(-each[1])
            ring.appendleft(each)
    mixed = [number for _, number in ring]
    zero = mixed.index(0)
    return sum(mixed[(zero + place) % len(mixed)] for place in (1000, 2000, 3000))


def on_numbers(change: Callable[[list[int]], list[int]]) -> Transform:
    def transform(text: str, _: Random) -> str | None:
        changed = change([int(line) for line in text.split()])
        return joined(map(str, changed)) if max(map(abs, changed)) <= GREATEST else None

    return transform


def times_their_count(numbers: list[int]) -> list[int]:
    """n is 1 more than a whole round over the others, so each number moves to the same place."""
    return [number * len(numbers) for number in numbers]


def whole_rounds(numbers: list[int]) -> list[int]:
    return [number * (len(numbers) - 1) for number in numbers]


def alike(before: Answers, after: Answers) -> bool:
    """Both answers are multiplied by the same number."""
    (one, two), (more, most) = whole(before), whole(after)
    return one * most == two * more and (one == 0 or more % one == 0) and (one == 0) == (more == 0)


def a_multiple(_: Answers, after: Answers) -> bool:
    return whole(after)[1] % KEY == 0


def nothing_moves(_: Answers, after: Answers) -> bool:
    one, two = whole(after)
    return two == KEY * one


LAWS = (
    Law("part 2 is a multiple of the key", unchanged, a_multiple),
    Law("n times as large, the numbers move to the same places", on_numbers(times_their_count), alike),
    Law("numbers that move around whole circles stay", on_numbers(whole_rounds), nothing_moves),
)
