"""A text made smaller piece by piece, for as long as it still fails: blocks, lines, columns, words, characters, numbers."""

import contextlib
import re
from collections.abc import Callable, Sequence
from time import monotonic

from crosscheck.judging.mutate import MOST_DIGITS

Cut = Callable[[str], list[str] | None]
"""A text as pieces of which some can be left out; None where it has none of that kind."""

NUMBER = re.compile("[0-9]+")


class _TimeIsUpError(Exception):
    """Raised out of the loops below, which take longer over a long text than there is time, even if nothing is asked any more."""


def shrunk(text: str, fails: Callable[[str], bool], seconds: float) -> str:
    """The smallest text that was found to fail. It keeps the line end that the text ends in."""
    until = monotonic() + seconds
    end = "\n" if text.endswith("\n") else ""
    smallest = text.removesuffix("\n")
    tried = {hash(smallest)}  # not the texts themselves, which may be long and many

    def fails_anew(candidate: str) -> bool:
        nonlocal smallest
        if monotonic() > until:
            raise _TimeIsUpError
        if not candidate or hash(candidate) in tried:
            return False
        tried.add(hash(candidate))
        if fails(candidate + end):
            smallest = candidate
            return True
        return False

    before = ""
    with contextlib.suppress(_TimeIsUpError):
        while smallest != before:
            before = smallest
            for cut, join in CUTS:
                _with_fewer(smallest, cut, join, fails_anew)
            _with_less(smallest, fails_anew)
    return smallest + end


def _with_fewer(text: str, cut: Cut, join: Callable[[Sequence[str]], str], fails: Callable[[str], bool]) -> None:
    """Pieces left out: half of them, then less and less at a time, then each."""
    pieces = cut(text) or []
    size = len(pieces)
    while size := size // 2 if len(pieces) > 1 else 0:
        at = 0
        while at < len(pieces):
            fewer = pieces[:at] + pieces[at + size :]
            if fewer and fails(join(fewer)):
                pieces = fewer
            else:
                at += size


def _with_less(text: str, fails: Callable[[str], bool]) -> None:
    """Numbers made less: those that are equal at once, for it may matter that they are; then each, from the left."""
    for number in sorted({_value(match) for match in NUMBER.findall(text)}, reverse=True):
        text = _least(number, re.split(rf"(?<![0-9])0*{number}(?![0-9])", text), fails) or text
    place = 0
    while match := NUMBER.search(text, place):
        before, after = text[: match.start()], text[match.end() :]
        text = _least(_value(match[0]), [before, after], fails) or text
        place = len(text) - len(after)


def _value(digits: str) -> int:
    """The number; 0, of which there is no lesser one, where it has too many digits."""
    digits = digits.lstrip("0")
    return int(digits or "0") if len(digits) <= MOST_DIGITS else 0


def _least(number: int, around: Sequence[str], fails: Callable[[str], bool]) -> str:
    """The text with a lesser number between these pieces: 0 where that will do, or one of which the next lesser will not.
    Nothing where none will: then it stays as it was written.
    """
    low, best = -1, ""
    for candidate in (0, 1):
        if low < candidate < number:
            if fails(text := str(candidate).join(around)):
                number, best = candidate, text
            else:
                low = candidate
    while number - low > 1:
        middle = (low + number) // 2
        if fails(text := str(middle).join(around)):
            number, best = middle, text
        else:
            low = middle
    return best


def _blocks(text: str) -> list[str] | None:
    return text.split("\n\n") if "\n\n" in text else None


def _lines(text: str) -> list[str] | None:
    return text.split("\n") if "\n" in text else None


def _columns(text: str) -> list[str] | None:
    """Of a grid."""
    rows = text.split("\n")
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return None
    return ["".join(column) for column in zip(*rows, strict=True)]


def _of_columns(columns: Sequence[str]) -> str:
    return "\n".join("".join(row) for row in zip(*columns, strict=True))


def _words_with_what_follows(text: str) -> list[str]:
    return re.findall(r"[^, \n]+[, ]*|[, \n]+", text)


def _words_with_what_precedes(text: str) -> list[str]:
    return re.findall(r"[, ]*[^, \n]+|[, \n]+", text)


CUTS: tuple[tuple[Cut, Callable[[Sequence[str]], str]], ...] = (
    (_blocks, "\n\n".join),
    (_lines, "\n".join),
    (_columns, _of_columns),
    (_words_with_what_follows, "".join),
    (_words_with_what_precedes, "".join),
    (list, "".join),
)
