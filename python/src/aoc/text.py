r"""Reading a puzzle's input: one cursor that says exactly where a text stops making sense.

Lines end in LF or CRLF, and line ends at the very end of the text do not count. Nothing else is
forgiven: numbers are ASCII digits, a grid has no ragged row, and whatever is left over is an error.
Each reading method either moves past what it names or raises `InputError` at the first character
that cannot be right.

>>> reader = Reader("12 -> 7\n")
>>> reader.number(0, 99), reader.literal(" -> "), reader.number(0, 9), reader.end()
(12, None, 7, None)
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

# What fills a hole of a record: a number of the range, one of the words, letters of the alphabet.
Field = range | tuple[str, ...] | str

_NUMBER = re.compile(r"(-?)0*([0-9]+)")


class InputError(ValueError):
    """The text is not a valid input. `line` and `column` count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message, line, column)
        self.message, self.line, self.column = message, line, column

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.message}"


class Reader:
    """A cursor over a text; `at` is the offset of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n").rstrip("\n")
        self.at = 0

    @property
    def at_end(self) -> bool:
        return self.at == len(self.text)

    def refuse(self, expected: str, at: int | None = None) -> InputError:
        """The error to raise when `expected` is not what stands at an offset (unless given: here).

        >>> raise Reader("a").refuse("a letter from b to z")
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 1: expected a letter from b to z
        """
        at = self.at if at is None else at
        line_start = self.text.rfind("\n", 0, at) + 1
        return InputError(f"expected {expected}", self.text.count("\n", 0, at) + 1, at - line_start + 1)

    def too_soon(self, expected: str) -> InputError:
        r"""The error to raise when the whole text lacks something: on the line after the last.

        >>> raise Reader("1\n2\n").too_soon("an odd number of lines")
        Traceback (most recent call last):
        aoc.text.InputError: line 3, column 1: expected an odd number of lines
        """
        return InputError(f"expected {expected}", self.text.count("\n") + 2, 1)

    def literal(self, literal: str) -> None:
        r"""Exactly this, which may go over several lines.

        >>> Reader("one\ntwo").literal("one\ntoo\n")
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 2: expected `too`
        """
        if self.text.startswith(literal, self.at):
            self.at += len(literal)
            return
        for line in literal.splitlines(keepends=True):
            words = line.removesuffix("\n")
            if not self.text.startswith(words, self.at):
                same = 0
                while self.text.startswith(words[: same + 1], self.at):
                    same += 1
                raise self.refuse(f"`{words}`", self.at + same)
            self.at += len(words)
            if words != line:
                self.newline()

    def word(self, alphabet: str) -> str:
        """The longest run of letters of the alphabet.

        >>> Reader("abba!").word("ab")
        'abba'
        """
        return self.match(f"[{re.escape(alphabet)}]+", f"letters of `{alphabet}`")

    def one_of(self, words: tuple[str, ...]) -> str:
        for word in words:
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return word
        raise self.refuse(" or ".join(f"`{word}`" for word in words))

    def match(self, pattern: str, expected: str) -> str:
        """What the regular expression finds here."""
        found = re.compile(pattern).match(self.text, self.at)
        if not found:
            raise self.refuse(expected)
        self.at = found.end()
        return found[0]

    def number(self, low: int, high: int) -> int:
        """A number from low to high, both included; a minus sign is allowed where low is negative.

        >>> Reader("007").number(0, 99), Reader("-7").number(-9, 9)
        (7, -7)
        >>> Reader("100").number(0, 99)
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 1: expected a number from 0 to 99
        """
        found = _NUMBER.match(self.text, self.at)
        # The length comes first because int() refuses to read thousands of digits.
        if (
            found
            and (low < 0 or not found[1])
            and len(found[2]) <= 18
            and low <= (value := int(found[1] + found[2])) <= high
        ):
            self.at = found.end()
            return value
        raise self.refuse(f"a number from {low} to {high}")

    def numbers(self, low: int, high: int, separator: str, most: int | None = None) -> list[int]:
        """One or more numbers with the separator in between.

        >>> Reader("3,1,2").numbers(0, 9, ",")
        [3, 1, 2]
        >>> Reader("3,1,").numbers(0, 9, ",")
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 5: expected a number from 0 to 9
        """
        # All at once if nothing is wrong; number by number to find what is.
        signs = "-" if low < 0 else ""
        characters = self.match(f"[0-9{re.escape(separator)}{signs}]*", "numbers")
        self.at -= len(characters)
        parts = characters.split(separator)
        try:
            values = list(map(int, parts))
        except ValueError:
            values = []
        if values and low <= min(values) and max(values) <= high:
            if most is not None and len(values) > most:
                raise self.refuse(f"at most {most} numbers", self.at + len(separator.join(parts[:most])))
            self.at += len(characters)
            return values
        values = [self.number(low, high)]
        while self.text.startswith(separator, self.at):
            if most is not None and len(values) == most:
                raise self.refuse(f"at most {most} numbers")
            self.at += len(separator)
            values.append(self.number(low, high))
        return values

    def newline(self) -> None:
        """One line end. Text that stops instead is refused on the line that is missing."""
        if self.at_end:
            raise self.too_soon("another line")
        if self.text[self.at] != "\n":
            raise self.refuse("the end of the line")
        self.at += 1

    def blank_line(self) -> None:
        """The end of this line and a blank line after it."""
        self.newline()
        self.newline()

    def end(self) -> None:
        """The end of the text. A line too many is refused on that line."""
        if not self.at_end:
            raise self.refuse("the end of the text", self.at + (self.text[self.at] == "\n"))

    def records(self, template: str, *fields: Field, most: int | None = None) -> Iterator[tuple[Any, ...]]:
        r"""One or more records, one a line, up to a blank line or the end of the text.

        A single field fills all holes. While a record is handed out the cursor stands at its
        first character, so that `refuse` names its line.

        >>> list(Reader("n=3 up\nn=9 down").records("n={} {}", range(10), ("up", "down")))
        [(3, 'up'), (9, 'down')]
        >>> list(Reader("1,2\n3;4").records("{},{}", range(10)))
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 2: expected `,`
        """
        first, *literals = template.split("{}")
        if len(fields) == 1:
            fields *= len(literals)
        # All at once if nothing is wrong; field by field to find what is.
        block = self._block()
        records = _all_records(block, _shape(first, tuple(literals), fields), fields)
        if records:
            for count, (line, record) in enumerate(zip(block.split("\n"), records, strict=True)):
                if count == most:
                    raise self.refuse(f"at most {most} lines")
                yield record
                self.at += len(line) + 1
            self.at -= 1
            return
        for count in itertools.count():
            if count == most:
                raise self.refuse(f"at most {most} lines")
            start = self.at
            record = self._record(first, literals, fields)
            self.at, end = start, self.at
            yield record
            self.at = end
            if self.at_end or self.text.startswith("\n\n", end):
                return
            self.newline()

    def _block(self) -> str:
        """The text up to a blank line or the end."""
        return self.text[self.at :].partition("\n\n")[0]

    def _record(self, first: str, literals: list[str], fields: tuple[Field, ...]) -> tuple[Any, ...]:
        self.literal(first)
        values: list[Any] = []
        for field, literal in zip(fields, literals, strict=True):
            match field:
                case range():
                    values.append(self.number(field.start, field.stop - 1))
                case str():
                    values.append(self.word(field))
                case _:
                    values.append(self.one_of(field))
            self.literal(literal)
        return tuple(values)

    def rows(self, alphabet: str, width: int, height: int | None = None) -> list[str]:
        r"""A grid up to a blank line or the end of the text, of at most this width and height.

        >>> Reader("ab\nba\n").rows("ab", 10, 10)
        ['ab', 'ba']
        >>> Reader("ab\nb\n").rows("ab", 10, 10)
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 2: expected a row of 2 characters
        """
        rows = self._block().split("\n")
        first = len(rows[0])
        foreign = re.compile(f"[^{re.escape(alphabet)}]")
        for y, row in enumerate(rows):
            if y == height:
                raise self.refuse(f"at most {height} rows")
            if wrong := foreign.search(row):
                raise self.refuse(f"one of `{alphabet}`", self.at + wrong.start())
            if not row:
                raise self.refuse(f"a row of `{alphabet}`")
            if len(row) > width:
                raise self.refuse(f"at most {width} columns", self.at + width)
            if len(row) != first:
                raise self.refuse(f"a row of {first} characters", self.at + min(len(row), first))
            self.at += len(row) + 1
        self.at -= 1
        return rows


def _all_records(block: str, shape: re.Pattern[str], fields: tuple[Field, ...]) -> list[Any] | None:
    """The records of all lines, unless something is wrong with one of them."""
    found = shape.findall(block)
    if len(found) != block.count("\n") + 1:
        return None
    # findall gives strings instead of tuples if there is one group only.
    columns: list[Iterable[Any]] = list(zip(*found, strict=True)) if len(fields) > 1 else [found]
    for i, field in enumerate(fields):
        if isinstance(field, range):
            columns[i] = numbers = list(map(int, columns[i]))
            if min(numbers) not in field or max(numbers) not in field:
                return None
    return list(zip(*columns, strict=True))


@cache
def _shape(first: str, literals: tuple[str, ...], fields: tuple[Field, ...]) -> re.Pattern[str]:
    """A line with a group for each field; longer numbers are left to the careful way."""
    pattern = re.escape(first)
    for field, literal in zip(fields, literals, strict=True):
        match field:
            case range():
                group = "-?[0-9]{1,18}" if field.start < 0 else "[0-9]{1,18}"
            case str():
                group = f"[{re.escape(field)}]++"
            case _:
                group = "|".join(map(re.escape, field))
        pattern += f"({group}){re.escape(literal)}"
    return re.compile(f"^{pattern}$", re.MULTILINE)
