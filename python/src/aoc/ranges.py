"""Ranges of whole numbers, as Python's own `range`."""

from collections.abc import Iterable


def merged(ranges: Iterable[range]) -> list[range]:
    """The same numbers in ranges that lie apart, in order.

    >>> merged([range(7, 9), range(1, 4), range(5, 5), range(2, 3), range(4, 6)])
    [range(1, 6), range(7, 9)]
    """
    apart: list[range] = []
    for numbers in sorted(filter(None, ranges), key=lambda numbers: numbers.start):
        if apart and numbers.start <= apart[-1].stop:
            apart[-1] = range(apart[-1].start, max(apart[-1].stop, numbers.stop))
        else:
            apart.append(numbers)
    return apart
