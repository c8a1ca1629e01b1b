"""2021 day 3, https://adventofcode.com/2021/day/3

Text: one binary number a line, all of the width of the first, 1 to 32 digits; at least one line.
Numbers may repeat.
Part 1: gamma has at each place the bit that most numbers have there, 1 on a tie; epsilon is its
complement; their product.
Part 2: place by place from the left, the oxygen rating keeps the numbers with the bit that most of
those left have (1 on a tie), the CO2 rating those with the bit that fewest have (0 on a tie),
until one number is left, repeated or not, or the places run out; their product. A bit that none of
those left has does not count as the fewest: where all agree, all stay.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.draw import seeds
from crosscheck.puzzles.law import Answers, Law, joined, on_lines, same, same_part1, shuffled, twice
from crosscheck.puzzles.limit import Limit

TITLE = "Binary Diagnostic"
UNIT = "numbers"
SIZE = 1000


MORE = st.sampled_from((0,) * 19 + (300,))
AGAIN = st.lists(st.integers(0, 11), max_size=4)


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """A dozen numbers or fewer, of any width, some of them again; now and then hundreds."""
    width = draw(st.integers(1, 32))
    lines = draw(st.lists(st.text("01", min_size=width, max_size=width), min_size=1, max_size=12))
    rng = draw(seeds())
    more = [f"{rng.getrandbits(width):0{width}b}" for _ in range(draw(MORE))]
    return joined(lines + [lines[at % len(lines)] for at in draw(AGAIN)] + more)


def full(seed: int, size: int = SIZE) -> str:
    rng = Random(seed)
    return joined(f"{rng.getrandbits(12):012b}" for _ in range(size))


def oracle(text: str) -> Answers:
    """A rating is a number that passes at every place, judged among all that begin as it does."""
    numbers = text.split()
    places = range(len(numbers[0]))

    def count(bit: str, place: int, among: list[str]) -> int:
        return sum(number[place] == bit for number in among)

    def common(place: int, among: list[str]) -> str:
        return "1" if count("1", place, among) >= count("0", place, among) else "0"

    def passes(number: str, place: int, most: bool) -> bool:
        left = [other for other in numbers if other.startswith(number[:place])]
        if len({other[place] for other in left}) == 1:
            return True
        return (number[place] == common(place, left)) == most

    def rating(most: bool) -> int:
        (found,) = {number for number in numbers if all(passes(number, place, most) for place in places)}
        return int(found, 2)

    gamma = int("".join(common(place, numbers) for place in places), 2)
    return str(gamma * (gamma ^ (2 ** len(places) - 1))), str(rating(most=True) * rating(most=False))


def complement(lines: list[str], _: Random) -> list[str] | None:
    """Where no place can tie."""
    swap = str.maketrans("01", "10")
    return [line.translate(swap) for line in lines] if len(lines) % 2 else None


def limits() -> Iterator[Limit]:
    yield Limit("a hundred thousand numbers", "01\n10\n" * 50_000, "0, 2")


def worst() -> Iterator[tuple[str, str]]:
    """A hundred thousand of the widest numbers: different, equal, and such that few are left out at each place."""
    rng = Random(3)
    count, width = 100_000, 32
    yield "wide numbers of any bits", joined(f"{rng.getrandbits(width):032b}" for _ in range(count))
    yield "equal numbers", joined(["1" * width] * count)
    yield "numbers that differ in the last bit", joined(["1" * (width - 1) + str(at % 2) for at in range(count)])
    leaving = ["1" * ones + "0" * (width - ones) for ones in range(width)]
    yield "numbers that are left out one at each place", joined([*leaving, *["1" * width] * (count - width)])


LAWS = (
    Law("the order does not matter", on_lines(shuffled), same),
    Law("every number twice changes nothing", on_lines(twice), same),
    Law(
        "the complement of an odd number of numbers swaps gamma and epsilon",
        on_lines(complement),
        same_part1,
    ),
)
