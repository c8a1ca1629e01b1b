"""Lists of days as people write them: `1-8`, `1,3,7-9`."""

from collections.abc import Iterable

from crosscheck.tree.advent import MOST_DAYS


def parse(text: str) -> list[int]:
    """The days of a list, in order, each once; a ValueError that says what is wrong.

    >>> parse("1,3,7-9")
    [1, 3, 7, 8, 9]
    """
    days: set[int] = set()
    for piece in text.split(","):
        first, dash, last = piece.strip().partition("-")
        low, high = _day(first, piece), _day(last if dash else first, piece)
        if low > high:
            raise ValueError(f"{piece.strip()!r} runs backwards")
        days.update(range(low, high + 1))
    return sorted(days)


def show(days: Iterable[int]) -> str:
    """The shortest list of the days.

    >>> show([1, 3, 9, 8, 7])
    '1, 3, 7-9'
    """
    runs: list[list[int]] = []
    for day in sorted(set(days)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _day(text: str, piece: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_DAYS):
        raise ValueError(f"{piece.strip()!r} is not a day from 1 to {MOST_DAYS}, or a range of them")
    return int(text)
