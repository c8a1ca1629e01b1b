"""Numbers as a page says them."""

import re

from crosscheck.ruler.estimate import Ratio
from crosscheck.ruler.results import Measured
from crosscheck.tree import units

TIMES = "\N{MULTIPLICATION SIGN}"
WORDS = ("no", "one", "two", "three", "four", "five", "six")


def duration(ns: float) -> str:
    """A time.

    >>> duration(7_120), duration(870), duration(1000), duration(1e9)
    ('7.1 µs', '870 ns', '1 µs', '1 s')
    """
    return re.sub(r"\.0+ ", " ", units.duration(ns)).replace(" us", " µs")


def ratio(times: float) -> str:
    """How many times as long.

    >>> [ratio(times).removesuffix(TIMES) for times in (1, 6.87, 117.5, 206_813)]
    ['1', '6.9', '118', '207,000']
    """
    number = f"{times:.1f}".removesuffix(".0") if times < 9.95 else f"{float(f'{times:.3g}'):,.0f}"
    return number + TIMES


def interval(one: Measured) -> str:
    """The ends of a median's interval, with the unit once where both have the same."""
    low, high = duration(one.low), duration(one.high)
    return f"{low.split()[0] if low.split()[1] == high.split()[1] else low} to {high}"


def ratio_interval(one: Ratio) -> str:
    """The ends of a ratio's interval.

    >>> ratio_interval(Ratio(117.52, 116.74, 118.15)), ratio_interval(Ratio(23000, 22912, 24001))
    ('117 to 118', '22,912 to 24,001')
    """
    return f"{one.low:,.3g} to {one.high:,.3g}" if one.high < 1000 else f"{one.low:,.0f} to {one.high:,.0f}"


def count(number: float) -> str:
    """A whole number.

    >>> count(1500)
    '1,500'
    """
    return f"{number:,.0f}"


def words(number: int) -> str:
    """A small number as a word."""
    return WORDS[number] if number < len(WORDS) else str(number)


def share(part: float) -> str:
    """A part of a whole.

    >>> share(0.195)
    '20 %'
    """
    return f"{100 * part:.0f} %"


def step(name: str) -> str:
    """A step of a solution.

    >>> step("part1")
    'part 1'
    """
    return name.replace("part", "part ")


def listed(names: list[str]) -> str:
    """Names in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
