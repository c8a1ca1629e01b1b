"""A solution taken apart for reading: its header, and its code by the step that it belongs to, line by line."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile, pairwise

import pygments
from markupsafe import Markup
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, String, _TokenType, is_token_subtype

from crosscheck.ruler import code_size
from crosscheck.ruler.code_size import CodeSize
from crosscheck.solvers.outcome import STEPS
from crosscheck.tree.languages import Language

BEFORE = "before"
PLAIN = re.compile(r'<span class="(?:n|p|w|o|nn|nb|bp|kt|nc|nv|err|fm|lnb|vi|vc)">([^<]*)</span>')
"""Tokens that look like plain text, which need no element."""
ABOVE = (Comment, String.Doc, Name.Decorator)
"""What stands right above a definition and belongs to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of code, its number in the file, and the columns that it is indented by."""

    number: int
    html: Markup
    indent: int


@dataclass(frozen=True, slots=True)
class Solution:
    """The header in its own markup, without what marks it as a comment, and the lines of `before` and of each step."""

    header: str
    steps: dict[str, tuple[Line, ...]]
    size: CodeSize
    text: str


def read(text: str, language: Language) -> Solution:
    """Take a solution apart."""
    first, last, header = _header(text, language.header or "")
    pieces = list(_lexer(language.lexer).get_tokens(text))
    rows = list(_rows(pieces))
    html = PLAIN.sub(r"\1", pygments.format(iter(pieces), HtmlFormatter(nowrap=True))).split("\n")
    lines = [
        Line(number, Markup(html[number - 1]), len(row) - len(row.lstrip()))
        for number, row in enumerate(text.splitlines(), 1)
    ]
    starts = _starts(rows)
    ends = [0, *starts.values(), len(lines)]
    steps = {
        name: _trimmed([line for line in lines[start:end] if not first <= line.number <= last])
        for name, (start, end) in zip([BEFORE, *starts], pairwise(ends), strict=True)
    }
    return Solution(header, steps, code_size.of_tokens(pieces), text)


@cache
def _lexer(name: str) -> Lexer:
    return get_lexer_by_name(name, stripnl=False)


def _header(text: str, kind: str) -> tuple[int, int, str]:
    """The first and the last line of the header, and what it says."""
    prefix, _, _ = kind.partition(" ")
    if kind == "docstring":
        tree = ast.parse(text)
        docstring = ast.get_docstring(tree)
        return (1, tree.body[0].end_lineno or 0, docstring) if docstring else (1, 0, "")
    rows = text.splitlines()
    first = next((number for number, row in enumerate(rows) if prefix and row.startswith(prefix)), len(rows))
    last = next((number for number in range(first, len(rows)) if not rows[number].startswith(prefix)), len(rows))
    said = [row.removeprefix(prefix).removeprefix(" ") for row in rows[first:last]]
    return first + 1, last, "\n".join(said).strip().removeprefix("|").strip("\n")


def _rows(pieces: Sequence[tuple[_TokenType, str]]) -> Iterator[list[tuple[_TokenType, str]]]:
    """The tokens of each line; one that goes on over several lines is in all of them."""
    row: list[tuple[_TokenType, str]] = []
    for kind, text in pieces:
        first, *more = text.split("\n")
        row.append((kind, first))
        for part in more:
            yield row
            row = [(kind, part)]
    yield row


def _starts(rows: Sequence[Sequence[tuple[_TokenType, str]]]) -> dict[str, int]:
    """Where each step begins: at the line that defines it first, or at what is said right above that. In the file's order."""
    found: dict[str, int] = {}
    for number, row in enumerate(rows):
        # At the left margin, with nothing but key words before it.
        words = dropwhile(lambda it: is_token_subtype(it[0], Keyword) or it[1] in ("", " "), row)
        kind, text = next(words, (Name, ""))
        if text in STEPS and text not in found and is_token_subtype(kind, Name.Function):
            found[text] = number
    return {name: _with_what_is_above(rows, number) for name, number in found.items()}


def _with_what_is_above(rows: Sequence[Sequence[tuple[_TokenType, str]]], number: int) -> int:
    while number and (kind := _kind(rows[number - 1])) and any(is_token_subtype(kind, it) for it in ABOVE):
        number -= 1
    return number


def _kind(row: Sequence[tuple[_TokenType, str]]) -> _TokenType | None:
    return next((kind for kind, text in row if text.strip()), None)


def _trimmed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Without empty lines at both ends."""
    there = [index for index, line in enumerate(lines) if line.html]
    return tuple(lines[there[0] : there[-1] + 1]) if there else ()
