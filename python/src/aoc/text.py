r"""Reading a puzzle's input: one cursor that says exactly where a text stops making sense.

Lines end in LF or CRLF, and line ends at the very end of the text do not count. Nothing else is
forgiven: numbers are ASCII digits, a blank at the end of a line is a character like any other, a
grid has no ragged row, and whatever is left over is an error. Each reading method either moves past
what it names or raises `InputError` at the first character that cannot be right.

>>> reader = Reader("12 -> 7\n")
>>> reader.number(0, 99), reader.literal(" -> "), reader.number(0, 9), reader.end()
(12, None, 7, None)
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import count, zip_longest
from typing import TypeAlias, TypeVar, overload

T = TypeVar("T")
U = TypeVar("U")

Words: TypeAlias = str | tuple[str, ...]
"""What fills a hole of a record with text: letters of an alphabet, or one of several words."""

Field: TypeAlias = range | Words
"""What fills a hole of a record: a number of the range, or text."""

_LEADING_ZEROS = re.compile(r"\b0+(?=[0-9])")


class InputError(ValueError):
    """The text is not a valid input. `line` and `column` count from 1; None if the whole is at fault."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message, line, column)
        self.message, self.line, self.column = message, line, column

    def __str__(self) -> str:
        return self.message if self.line is None else f"line {self.line}, column {self.column}: {self.message}"


class Reader:
    """A cursor over a text; `at` is the offset of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n").rstrip("\n")
        self.at = 0

    @property
    def at_end(self) -> bool:
        return self.at == len(self.text)

    def error(self, expected: str, at: int | None = None) -> InputError:
        """The error to raise when `expected` is not what stands at an offset (unless given: here).

        >>> raise Reader("a").error("a letter from b to z")
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 1: expected a letter from b to z
        """
        at = self.at if at is None else at
        line_start = self.text.rfind("\n", 0, at) + 1
        return InputError(f"expected {expected}", self.text.count("\n", 0, at) + 1, at - line_start + 1)

    def too_soon(self, expected: str) -> InputError:
        r"""The error to raise when the text ends and something is missing: on the line after the last.

        >>> raise Reader("1\n2\n").too_soon("an odd number of lines")
        Traceback (most recent call last):
        aoc.text.InputError: line 3, column 1: expected an odd number of lines
        """
        return InputError(f"expected {expected}", self.text.count("\n") + 2, 1)

    def error_of_whole(self, message: str) -> InputError:
        """The error to raise when each line is right by itself, and the text as a whole is not.

        >>> raise Reader("a-b").error_of_whole("no path leads from a to c")
        Traceback (most recent call last):
        aoc.text.InputError: no path leads from a to c
        """
        return InputError(message)

    def match(self, pattern: str, expected: str) -> str:
        """What the regular expression finds here."""
        found = re.compile(pattern).match(self.text, self.at)
        if not found:
            raise self.error(expected)
        self.at = found.end()
        return found[0]

    def literal(self, literal: str) -> None:
        r"""Exactly this, which may go over several lines.

        >>> Reader("one\ntwo").literal("one\ntoo\n")
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 2: expected `too`
        """
        if not self.text.startswith(literal, self.at):
            same = next(n for n in range(len(literal)) if not self.text.startswith(literal[: n + 1], self.at))
            self.at += same
            if literal[same] == "\n":
                self.newline()
            line = literal.split("\n")[literal.count("\n", 0, same)]
            raise self.error(f"`{line}`")
        self.at += len(literal)

    def word(self, alphabet: str) -> str:
        """The longest run of letters of the alphabet.

        >>> Reader("abba!").word("ab")
        'abba'
        """
        return self.match(f"[{re.escape(alphabet)}]+", f"letters of `{alphabet}`")

    def one_of(self, words: tuple[str, ...]) -> str:
        """The first of the words that stands here."""
        return self.match("|".join(map(re.escape, words)), " or ".join(f"`{word}`" for word in words))

    def number(self, low: int, high: int) -> int:
        """A number from low to high, both included; a minus sign is allowed where low is negative.

        >>> Reader("007").number(0, 99), Reader("-7").number(-9, 9)
        (7, -7)
        >>> Reader("100").number(0, 99)
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 1: expected a number from 0 to 99
        """
        start, expected = self.at, f"a number from {low} to {high}"
        (value,) = _values([self.match(_digits(low), expected)])
        if not low <= value <= high:
            raise self.error(expected, start)
        return value

    def numbers(self, low: int, high: int, separator: str, most: int | None = None) -> list[int]:
        """One or more numbers with the separator in between.

        >>> Reader("3,1,2").numbers(0, 9, ",")
        [3, 1, 2]
        >>> Reader("3,1,").numbers(0, 9, ",")
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 5: expected a number from 0 to 9
        """
        start, expected = self.at, f"a number from {low} to {high}"
        number, between = _digits(low), re.escape(separator)
        tokens = self.match(f"{number}(?:{between}{number})*+", expected).split(separator)
        values = _values(tokens)
        right = _count_within(values, low, high)
        if most is not None and len(values) > most <= right:
            raise self.error(f"at most {most} numbers", start + len(separator.join([*tokens[:most], ""])))
        if right < len(values):
            raise self.error(expected, start + sum(len(token + separator) for token in tokens[:right]))
        if self.text.startswith(separator, self.at) and not self.text.startswith("\n\n", self.at):
            raise self.error(expected, self.at + len(separator))
        return values

    def span(self, low: int, high: int, separator: str) -> range:
        """Two numbers from low to high with the separator in between, the second not below the first.

        >>> Reader("3-5").span(0, 9, "-")
        range(3, 6)
        >>> Reader("3-2").span(0, 9, "-")
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 3: expected a number from 3 to 9
        """
        first = self.number(low, high)
        self.literal(separator)
        return range(first, self.number(first, high) + 1)

    def newline(self) -> None:
        """One line end. Text that stops instead is refused on the line that is missing."""
        if self.at_end:
            raise self.too_soon("another line")
        if self.text[self.at] != "\n":
            raise self.error("the end of the line")
        self.at += 1

    def blank_line(self) -> None:
        """The end of this line and a blank line after it."""
        self.newline()
        self.newline()

    def end(self) -> None:
        """The end of the text. A line too many is refused on that line."""
        if not self.at_end:
            raise self.error("the end of the text", self.at + (self.text[self.at] == "\n"))

    def lines(self, read: Callable[["Reader"], T], most: int | None = None) -> Iterator[T]:
        r"""One or more lines that `read` takes, up to a blank line or the end of the text.

        While a line's value is handed out the cursor stands at its first character, so that
        `error` names that line.

        >>> list(Reader("3,1\n2").lines(lambda reader: reader.numbers(0, 9, ",")))
        [[3, 1], [2]]
        """
        for number in count():
            if number == most:
                raise self.error(f"at most {most} lines")
            start = self.at
            value = read(self)
            end, self.at = self.at, start
            yield value
            self.at = end
            if self.at_end or self.text.startswith("\n\n", self.at):
                return
            self.newline()

    def blocks(self, read: Callable[["Reader"], T], most: int | None = None) -> Iterator[T]:
        r"""One or more blocks that `read` takes, with a blank line between two, up to the end of the text.

        >>> list(Reader("3\n1\n\n2").blocks(lambda reader: reader.numbers(0, 9, "\n")))
        [[3, 1], [2]]
        """
        for number in count():
            if number == most:
                raise self.error(f"at most {most} blocks")
            yield read(self)
            if self.at_end:
                return
            self.blank_line()

    def several(self, read: Callable[["Reader"], T], separator: str, most: int | None = None) -> list[T]:
        """One or more things that `read` takes, with the separator between two.

        >>> Reader("ab, c.").several(lambda reader: reader.word("abc"), ", ")
        ['ab', 'c']
        >>> Reader("ab,c").several(lambda reader: reader.word("abc"), ", ")
        Traceback (most recent call last):
        aoc.text.InputError: line 1, column 4: expected `, `
        """
        things = [read(self)]
        while self.text.startswith(separator[0], self.at):
            if len(things) == most:
                raise self.error(f"at most {most} items")
            self.literal(separator)
            things.append(read(self))
        return things

    def distinct(self, things: Iterable[T], expected: str) -> list[T]:
        r"""All that `lines` or `records` hand out. A line that has come before is refused.

        >>> reader = Reader("1,2\n3,4\n1,2")
        >>> reader.distinct(reader.records("{},{}", range(10)), "another point")
        Traceback (most recent call last):
        aoc.text.InputError: line 3, column 1: expected another point
        """
        return list(self.table(((thing, None) for thing in things), expected))

    def table(self, pairs: Iterable[tuple[T, U]], expected: str) -> dict[T, U]:
        r"""The keys and values that `lines` or `records` hand out. A line whose key has come before is refused.

        >>> reader = Reader("a 2\nb 4")
        >>> reader.table(reader.records("{} {}", "ab", range(10)), "a new name")
        {'a': 2, 'b': 4}
        """
        found: dict[T, U] = {}
        for key, value in pairs:
            if key in found:
                raise self.error(expected)
            found[key] = value
        return found

    @overload
    def records(
        self, template: str, field: range, /, *fields: range, most: int | None = None
    ) -> Iterator[tuple[int, ...]]: ...

    @overload
    def records(
        self, template: str, field: Words, /, *fields: Words, most: int | None = None
    ) -> Iterator[tuple[str, ...]]: ...

    @overload
    def records(
        self, template: str, field: Words, number: range, /, *, most: int | None = None
    ) -> Iterator[tuple[str, int]]: ...

    @overload
    def records(
        self, template: str, field: Words, number: range, more: range, /, *fields: range, most: int | None = None
    ) -> Iterator[tuple[str, *tuple[int, ...]]]: ...

    def records(self, template: str, /, *fields: Field, most: int | None = None) -> Iterator[tuple[int | str, ...]]:
        r"""One or more records, one a line, up to a blank line or the end of the text.

        A single field fills all holes. While a record is handed out the cursor stands at its first
        character, so that `error` names its line.

        >>> list(Reader("up 3\nin 9").records("{} {}", ("up", "in"), range(10)))
        [('up', 3), ('in', 9)]
        >>> list(Reader("1,2\n3;4").records("{},{}", range(10)))
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 2: expected `,`
        """
        literals = tuple(template.split("{}"))
        if len(fields) == 1:
            fields *= len(literals) - 1
        lines = self._block().split("\n")
        records = _records(lines, _shape(literals, fields), fields)
        for number, (line, record) in enumerate(zip(lines, records, strict=False)):
            if number == most:
                raise self.error(f"at most {most} lines")
            yield record
            self.at += len(line) + 1
        if len(records) < len(lines):
            self._wrong_record(literals, fields)
        self.at -= 1

    def _wrong_record(self, literals: tuple[str, ...], fields: tuple[Field, ...]) -> None:
        """Read a line that is no such record piece by piece: the first that is wrong raises the error."""
        for literal, field in zip_longest(literals, fields):
            self.literal(literal)
            match field:
                case range():
                    self.number(field.start, field.stop - 1)
                case str():
                    self.word(field)
                case tuple():
                    self.one_of(field)
        self.newline()

    def _block(self) -> str:
        """The text up to a blank line or the end."""
        return self.text[self.at :].partition("\n\n")[0]

    def rows(
        self,
        alphabet: str,
        width: int,
        height: int | None = None,
        *,
        least: int = 1,
        most: Mapping[str, int] | None = None,
        walled: bool = False,
        fault: Callable[[int, str], str | None] | None = None,
    ) -> list[str]:
        r"""A grid up to a blank line or the end of the text, of at most this width and height.

        It has `least` or more columns and rows. A character of `most` stands in it no more often than said. A `walled`
        grid is at least three by three, and has `#` all along its first row and its sides. `fault` is given each row and
        its number from 0, and says what is expected if the row is wrong. What only the whole can lack is left to
        `check_grid`.

        >>> Reader("ab\nba\n").rows("ab", 10, 10)
        ['ab', 'ba']
        >>> Reader("ab\nb\n").rows("ab", 10, 10)
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 2: expected a row of 2 characters
        >>> Reader("###\n#.#\n#..\n").rows("#.", 10, 10, walled=True)
        Traceback (most recent call last):
        aoc.text.InputError: line 3, column 1: expected a row with `#` at both ends
        >>> Reader("ab\n").rows("ab", 10, 10, least=2)
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 1: expected another line
        >>> Reader("ab\nbb\n").rows("ab", 10, 10, fault=lambda y, row: None if "a" in row else "a row with `a`")
        Traceback (most recent call last):
        aoc.text.InputError: line 2, column 1: expected a row with `a`
        """
        rows = self._block().split("\n")
        first = len(rows[0])
        foreign = re.compile(f"[^{re.escape(alphabet)}]")
        left = dict(most or {})
        for y, row in enumerate(rows):
            if y == height:
                raise self.error(f"at most {height} rows")
            if wrong := foreign.search(row):
                raise self.error(f"one of `{alphabet}`", self.at + wrong.start())
            if not row:
                raise self.error(f"a row of `{alphabet}`")
            if len(row) > width:
                raise self.error(f"at most {width} columns", self.at + width)
            if len(row) != first:
                raise self.error(f"a row of {first} characters", self.at + min(len(row), first))
            if len(row) < least:
                raise self.error(f"at least {least} columns")
            if walled and not y and (len(row) < 3 or set(row) != {"#"}):
                raise self.error("a row of three or more `#`, and nothing else")
            if walled and not row.startswith("#") & row.endswith("#"):
                raise self.error("a row with `#` at both ends")
            if fault and (expected := fault(y, row)):
                raise self.error(expected)
            for character in left:
                left[character] -= row.count(character)
                if left[character] < 0:
                    raise self.error(f"no more `{character}`", self.at + row.rindex(character))
            self.at += len(row) + 1
        self.at -= 1
        if len(rows) < least:
            self.newline()
            raise self.error(f"at least {least} rows")
        if walled and len(rows) < 3:
            self.newline()
            raise self.error("a third row")
        return rows

    def check_grid(self, rows: list[str], needed: str, *, walled: bool = False) -> None:
        """Refuse a grid that lacks a needed character, or whose last row is no wall.

        >>> Reader("a.").check_grid(["a."], "ab")
        Traceback (most recent call last):
        aoc.text.InputError: there is no `b`
        """
        for character in needed:
            if not any(character in row for row in rows):
                raise self.error_of_whole(f"there is no `{character}`")
        if walled and set(rows[-1]) != {"#"}:
            raise self.error_of_whole("the last row is not all `#`")


def numbered(read: Callable[[Reader, int], T], first: int) -> Callable[[Reader], T]:
    r"""What `lines` or `blocks` may take to read things that have numbers: `read` is told the next one each time.

    >>> list(Reader("3:\n4:").lines(numbered(lambda reader, number: reader.literal(f"{number}:"), 3)))
    [None, None]
    """
    numbers = count(first)
    return lambda reader: read(reader, next(numbers))


@cache
def _shape(literals: tuple[str, ...], fields: tuple[Field, ...]) -> str:
    """A regular expression for a record. A field never gives back what it took, as when read piece by piece."""
    pattern = ""
    for literal, field in zip_longest(literals, fields):
        pattern += re.escape(literal)
        match field:
            case range():
                pattern += f"({_digits(field.start)})"
            case str():
                pattern += f"([{re.escape(field)}]++)"
            case tuple():
                pattern += f"((?>{'|'.join(map(re.escape, field))}))"
    return pattern


def _digits(low: int) -> str:
    """A regular expression for numbers of which the least is `low`."""
    return "-?[0-9]++" if low < 0 else "[0-9]++"


def _records(lines: list[str], shape: str, fields: tuple[Field, ...]) -> list[tuple[int | str, ...]]:
    """The records of these lines, up to the first line that is wrong."""
    found = re.findall(f"^{shape}$", "\n".join(lines), re.MULTILINE)
    right = len(found)
    if right < len(lines):
        right = next(at for at, line in enumerate(lines) if not re.fullmatch(shape, line))
    # findall gives strings instead of tuples where there is one group only.
    columns: list[Iterable[str]] = list(zip(*found, strict=True)) if len(fields) > 1 else [found]
    values: list[Iterable[int | str]] = []
    for column, field in zip(columns, fields, strict=bool(found)):
        if isinstance(field, range):
            values.append(numbers := _values(column))
            right = min(right, _count_within(numbers, field.start, field.stop - 1))
        else:
            values.append(column)
    return list(zip(*values, strict=True))[:right]


def _values(numbers: Iterable[str]) -> list[int]:
    try:
        return list(map(int, numbers))
    except ValueError:
        # int() refuses thousands of digits, zeros though they may be; 20 characters are past all bounds.
        return [int(_LEADING_ZEROS.sub("", number)[:20]) for number in numbers]


def _count_within(values: list[int], low: int, high: int) -> int:
    """How many values are there before the first that is out of bounds?"""
    if values and not (low <= min(values) and max(values) <= high):
        return next(at for at, value in enumerate(values) if not low <= value <= high)
    return len(values)
