r"""Monkey Math: https://adventofcode.com/2022/day/21

Each monkey has a number, or a sum, difference, product or quotient of the numbers of two others. Part 1 asks for the
number of the monkey root. In part 2 humn may have any number. Which one gives the same number to the two monkeys that
root looks at?

The number of humn is used once on the path to root, and never in a divisor. So the difference of root's two sides is a
linear function of it. Its values at 0 and 1, as exact fractions, determine the function, and so where it is zero:

    root: left * four       humn = 0 gives -9 - 4 = -13
    left: humn - nine       humn = 1 gives -8 - 4 = -12, which is 1 more, so humn = 13 gives 0

There is no solution if the function is constant, or if a monkey has a fraction or a number that is too large where the
function is zero.

>>> jobs = parse("root: left * four\nleft: humn - nine\nhumn: 7\nfour: 4\nnine: 9\n")
>>> part1(jobs), part2(jobs)
(-8, 13)
"""

from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import add, mul, sub
from typing import NamedTuple, TypeAlias

from aoc.text import Reader

LEAST_MONKEYS, MOST_MONKEYS, MOST_NUMBER, MOST_RESULT = 3, 3500, 9999, 10**18
ROOT, HUMN = "root", "humn"
NAME = "[a-z]{4}"
Number: TypeAlias = int | Fraction
OPERATIONS: dict[str, Callable[[Number, Number], Number]] = {"+": add, "-": sub, "*": mul, "/": Fraction}


class Operation(NamedTuple):
    left: str
    sign: str
    right: str


Jobs: TypeAlias = dict[str, int | Operation]


def parse(text: str) -> Jobs:
    """The jobs of root and all monkeys that it needs, each before those that it needs itself."""
    reader = Reader(text)
    jobs = reader.table(reader.lines(read_job, most=MOST_MONKEYS), "a name that no monkey has yet")
    reader.end()
    if len(jobs) < LEAST_MONKEYS:
        raise reader.too_soon(f"at least {LEAST_MONKEYS} monkeys")
    check_names(reader, jobs)
    order = [ROOT]
    for name in order:
        order += needed(jobs[name])
    jobs = {name: jobs[name] for name in order}
    check_divisors(reader, jobs)
    try:
        if not all(map(is_allowed, numbers(jobs).values())):
            raise reader.error_of_whole(f"a monkey's number is a fraction or beyond {MOST_RESULT}")
    except ZeroDivisionError as error:
        raise reader.error_of_whole("a monkey divides by 0") from error
    return jobs


def read_job(reader: Reader) -> tuple[str, int | Operation]:
    expected = "a name of four letters a-z"
    name = reader.match(NAME, expected)
    reader.literal(": ")
    if reader.text[reader.at : reader.at + 1].isdigit():
        return name, reader.number(1, MOST_NUMBER)
    left = reader.match(NAME, expected)
    reader.literal(" ")
    sign = reader.one_of(tuple(OPERATIONS))
    reader.literal(" ")
    return name, Operation(left, sign, reader.match(NAME, expected))


def needed(job: int | Operation) -> list[str]:
    return [job.left, job.right] if isinstance(job, Operation) else []


def check_names(reader: Reader, jobs: Jobs) -> None:
    if not isinstance(jobs.get(ROOT), Operation) or not isinstance(jobs.get(HUMN), int):
        raise reader.error_of_whole(f"{ROOT} is no operation, or {HUMN} no number")
    uses = Counter(name for job in jobs.values() for name in needed(job))
    if uses != Counter(jobs.keys() - {ROOT}):
        raise reader.error_of_whole(f"a monkey other than {ROOT} is not used exactly once, or is not there")


def check_divisors(reader: Reader, jobs: Jobs) -> None:
    in_divisors: set[str] = set()
    for name, job in jobs.items():
        if isinstance(job, Operation):
            if name in in_divisors:
                in_divisors.add(job.left)
            if name in in_divisors or job.sign == "/":
                in_divisors.add(job.right)
    if HUMN in in_divisors:
        raise reader.error_of_whole(f"{HUMN} is used in a divisor")


def part1(jobs: Jobs) -> int:
    return int(numbers(jobs)[ROOT])


def part2(jobs: Jobs) -> int | None:
    at_zero = difference(jobs, 0)
    slope = difference(jobs, 1) - at_zero
    if not slope:
        return None
    humn = Fraction(-at_zero, slope)
    found = numbers({**jobs, HUMN: humn})
    del found[ROOT]
    return int(humn) if all(map(is_allowed, found.values())) else None


def difference(jobs: Jobs, humn: int) -> Number:
    left, right = needed(jobs[ROOT])
    found = numbers({**jobs, HUMN: humn})
    return found[left] - found[right]


def numbers(jobs: Mapping[str, Number | Operation]) -> dict[str, Number]:
    """The number of each monkey."""
    found: dict[str, Number] = {}
    for name, job in reversed(list(jobs.items())):
        if isinstance(job, Operation):
            found[name] = OPERATIONS[job.sign](found[job.left], found[job.right])
        else:
            found[name] = job
    return found


def is_allowed(number: Number) -> bool:
    return number.denominator == 1 and -MOST_RESULT <= number <= MOST_RESULT
