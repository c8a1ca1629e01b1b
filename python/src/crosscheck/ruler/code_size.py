"""How long a solution is: its lines and its tokens, without comments, documentation and blank lines.

Pygments tells the tokens. It gives a string literal in pieces everywhere, and `==` in two in some languages
and in one in others; here pieces of one kind that touch are one token. What instructs the compiler, as `#[inline]`
or `{-# INLINE f #-}` do, is no comment: it is one token. Docstrings are documentation, as are doc comments, with
the examples in them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import msgspec
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Operator, String, _TokenType, is_token_subtype
from pygments.util import ClassNotFound

from crosscheck.errors import NotMeasuredError
from crosscheck.tree.languages import Language

PRAGMA = "{-#"
Piece: TypeAlias = tuple[_TokenType, str]


class CodeSize(msgspec.Struct, frozen=True):
    """Lines that hold code, and tokens of code."""

    lines: int
    tokens: int


def measure(language: Language, root: Path, year: int, day: int) -> CodeSize:
    """The size of a language's solution of a day."""
    path = language.solution_path(root, year, day)
    try:
        return of_text(path.read_text(encoding="utf-8"), language.lexer)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise NotMeasuredError(f"cannot read {path.relative_to(root)}: {why}") from None
    except ClassNotFound:
        raise NotMeasuredError(f"Pygments has no lexer {language.lexer!r}: see languages.toml") from None


def of_text(source: str, lexer: str) -> CodeSize:
    """The size of a text, read by the Pygments lexer of that name.

    >>> of_text('# a sum\\nx = 1\\n\\nprint(f"{x} is one")\\n', "python")
    CodeSize(lines=2, tokens=9)
    """
    return of_tokens(get_lexer_by_name(lexer).get_tokens(source))


def of_tokens(pieces: Iterable[Piece]) -> CodeSize:
    """The size of a text that Pygments has read already."""
    tokens, lines, line = 0, set(), 1
    for is_code, text in _joined_pieces(pieces):
        tokens += is_code
        for number, part in enumerate(text.split("\n"), line):
            if is_code and part.strip():
                lines.add(number)
        line += text.count("\n")
    return CodeSize(len(lines), tokens)


def _joined_pieces(pieces: Iterable[Piece]) -> Iterator[tuple[bool, str]]:
    """The whole text in order, each token in one piece, with whether it counts."""
    for _, touching in groupby(enumerate(pieces), lambda piece: _together(piece[1][0]) or piece[0]):
        kinds, texts = zip(*(piece for _, piece in touching), strict=True)
        text = "".join(texts)
        yield bool(text.strip()) and _is_code(kinds, text), text


@cache
def _together(kind: _TokenType) -> _TokenType | None:
    """What touching pieces that are one token have in common; None of a kind whose pieces are tokens of their own."""
    return next(
        (it for it in (String.Doc, String, Operator, Comment.Preproc, Comment) if is_token_subtype(kind, it)), None
    )


def _is_code(kinds: tuple[_TokenType, ...], text: str) -> bool:
    if all(is_token_subtype(kind, String.Affix) for kind in kinds):  # the r of r"""...""", where that is a docstring
        return False
    if is_token_subtype(kinds[0], Comment):
        return is_token_subtype(kinds[0], Comment.Preproc) or text.startswith(PRAGMA)
    return not is_token_subtype(kinds[0], String.Doc)
