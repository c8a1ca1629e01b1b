"""2025 day 2, https://adventofcode.com/2025/day/2

Text: one line of 1 to 1,000 ranges `A-B`, comma separated, with 1 <= A <= B <= 9,999,999,999. Both ends are included. No two ranges share a number,
and all ranges together have at most 5,000,000 numbers.
A number is a repetition if its decimal digits are one block of digits, which does not begin with 0, written several times in a row.
Part 1: the sum of the numbers in the ranges that are some block written exactly twice.
Part 2: the sum of those that are some block written twice or more. A number that is so in several ways (1111) counts once.
"""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from crosscheck.puzzles.law import Answers, Law, on_what, part2_at_least_part1, same, shuffled, unchanged, whole
from crosscheck.puzzles.limit import Limit

TITLE = "Gift Shop"
UNIT = "ranges"
SIZE = 38
LAST, MOST_RANGES, MOST_NUMBERS = 9_999_999_999, 1_000, 5_000_000
Range = tuple[int, int]


def repetitions() -> st.SearchStrategy[int]:
    """A block of digits, written two to ten times: in several ways at once where the block is a repetition itself."""
    blocks = st.one_of(st.integers(1, 9), st.integers(1, 99_999), st.sampled_from((10, 11, 99, 100, 999, 1212, 99_999)))
    return st.builds(lambda block, times: repeated(block, times), blocks, st.integers(2, 10))


def repeated(block: int, times: int) -> int:
    digits = str(block)
    return int(digits * min(times, 10 // len(digits)))


@st.composite
def puzzles(draw: st.DrawFn) -> str:
    """Ranges around repetitions, around powers of ten and at both ends, often of one number, often next to each other."""
    powers = st.integers(0, 10).map(lambda power: min(10**power, LAST))
    middles = st.one_of(repetitions(), powers, st.integers(1, 130), st.integers(1, LAST))
    reach = st.sampled_from((0, 0, 1, 2, 12, 150))
    ranges: list[Range] = []
    for _ in range(draw(st.integers(1, 6))):
        middle = draw(middles)
        low, high = max(1, middle - draw(reach)), min(LAST, middle + draw(reach))
        if draw(st.integers(0, 3)) == 0:
            low, high = high + 1, high + 1 + draw(reach)  # starts behind the number
        if high <= LAST and all(high < a or b < low for a, b in ranges):
            ranges.append((low, high))
    return written(ranges or [(1, 12)])


def full(seed: int, size: int = SIZE) -> str:
    """Ranges of every length of number, the widest of some 230,000 numbers; narrower where there are many, so that all keep within the limit."""
    rng = Random(seed)
    widest = min(230_000, 8_000_000 // size)
    ranges: list[Range] = []
    while len(ranges) < size:
        digits = rng.randint(1, 10)
        low = rng.randint(10 ** (digits - 1), 10**digits - 1)
        high = low + rng.randint(1, min(widest, max(1, 10**digits // 8)))
        if high <= LAST and all(high < a or b < low for a, b in ranges):
            ranges.append((low, high))
    return written(rng.sample(ranges, len(ranges)))


def limits() -> Iterator[Limit]:
    yield Limit("five million numbers", written([(1, MOST_NUMBERS)]), "495540450, 551701960")
    alone = [(2 * number, 2 * number) for number in range(1, MOST_RANGES + 2)]
    yield Limit("a thousand ranges", written(alone[:MOST_RANGES]))
    yield Limit("a range too many", written(alone), "refused at line 1")


def worst() -> Iterator[tuple[str, str]]:
    """As many numbers, repetitions and ranges as can be."""
    yield "one range of five million small numbers", written([(1, MOST_NUMBERS)])
    yield "one range of five million long numbers", written([(LAST - MOST_NUMBERS + 1, LAST)])
    wide = MOST_NUMBERS // MOST_RANGES
    yield "a thousand wide ranges side by side", written([(1 + wide * n, wide * (n + 1)) for n in range(MOST_RANGES)])
    ends = [LAST - 9_000_000 * n for n in range(MOST_RANGES)]
    yield "a thousand ranges of long numbers", written([(end - wide + 1, end) for end in ends])
    twice = [block * 100_001 for block in range(10_000, 10_000 + MOST_RANGES)]
    yield "a thousand ranges of one repetition", written([(number, number) for number in twice])


def written(ranges: list[Range]) -> str:
    return ",".join(f"{low}-{high}" for low, high in ranges) + "\n"


def read(text: str) -> list[Range]:
    ends = (part.split("-") for part in text.strip().split(","))
    return [(int(low), int(high)) for low, high in ends]


def oracle(text: str) -> Answers | None:
    """Every number of every range, every block that it could begin with."""
    ranges = read(text)
    if sum(high - low + 1 for low, high in ranges) > 2_000:
        return None
    two = several = 0
    for low, high in ranges:
        for number in range(low, high + 1):
            digits = str(number)
            times = {
                len(digits) // length
                for length in range(1, len(digits))
                if digits[:length] * (len(digits) // length) == digits
            }
            two += number * (2 in times)
            several += number * bool(times)
    return str(two), str(several)


on_ranges = on_what(read, written)


def cut(ranges: list[Range], rng: Random) -> list[Range] | None:
    """One range as two."""
    place = rng.randrange(len(ranges))
    low, high = ranges[place]
    if low == high:
        return None
    last = rng.randint(low, high - 1)
    return [*ranges[:place], (low, last), (last + 1, high), *ranges[place + 1 :]]


def odd_lengths(ranges: list[Range], _: Random) -> list[Range] | None:
    """The ranges of numbers with an odd number of digits, which cannot be two equal blocks."""
    return [(low, high) for low, high in ranges if len(str(low)) == len(str(high)) in (1, 3, 5, 7, 9)] or None


def without_one(ranges: list[Range], _: Random) -> list[Range] | None:
    """A number of two equal blocks is taken out of its range, which falls into what is below it and what is above."""
    for place, (low, high) in enumerate(ranges):
        number = next(filter(is_two_equal_blocks, range(low, high + 1)), None)
        if number is not None:
            rest = [(low, number - 1)] * (low < number) + [(number + 1, high)] * (number < high)
            left = [*ranges[:place], *rest, *ranges[place + 1 :]]
            return left if 1 <= len(left) <= MOST_RANGES else None
    return None


def is_two_equal_blocks(number: int) -> bool:
    digits = str(number)
    half = len(digits) // 2
    return digits[:half] == digits[half:]


def less_of_both(before: Answers, after: Answers) -> bool:
    one, two = (left - right for left, right in zip(whole(before), whole(after), strict=True))
    return one == two > 0


LAWS = (
    Law("the order does not matter", on_ranges(shuffled), same),
    Law("a range in two pieces changes nothing", on_ranges(cut), same),
    Law("an odd number of digits is not two equal blocks", on_ranges(odd_lengths), lambda _, after: after[0] == "0"),
    Law("without a number of two equal blocks both parts are less by it", on_ranges(without_one), less_of_both),
    Law("part 2 is at least part 1", unchanged, part2_at_least_part1),
)
