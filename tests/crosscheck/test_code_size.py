"""Lines and tokens of solutions: what counts as code in each language."""

import pytest

from crosscheck.ruler.code_size import CodeSize, measure, of_text
from places import ROOT
from routes import DONE, LANGUAGES, each_language

PYTHON = '''r"""What it is about.

>>> f(1)
2
"""

from a import b  # why

def f(x: int) -> str:
    """Say it."""
    # how
    return f"# {x} is" + "a" "b" if x == 1 else """one
two"""
'''
RUST = """//! What it is about.

/* a long /* and nested */
   story */
/// Says it.
#[inline]
pub fn f<T>(x: &[u8]) -> bool {
    let s = "// no \\"comment\\""; // why

    x[0] == b'a' && s != "/*"
}
"""
HASKELL = """{-# LANGUAGE BangPatterns #-}
-- | What it is about.
module A (f) where

{- a long {- and nested -}
   story -}
import qualified Data.Map as M -- why

-- | Says it.
f :: Int -> String
f x | x >= 1 = "-- no" <> show (M.size m) -- why
  where m = mempty
"""


@pytest.mark.parametrize(
    ("lexer", "source", "code"),
    [
        # 4 for the import, 10 for the head; then return, f"# {, x, } is", +, "a", "b", if, x, ==, 1, else, """..."""
        ("python", PYTHON, CodeSize(lines=4, tokens=4 + 10 + 13)),
        # 1 attribute; 17 for the head and its brace; 5; 10; the other brace
        ("rust", RUST, CodeSize(lines=5, tokens=1 + 17 + 5 + 10 + 1)),
        # 1 pragma, then line by line
        ("haskell", HASKELL, CodeSize(lines=6, tokens=1 + 6 + 5 + 5 + 16 + 4)),
    ],
    ids=["python", "rust", "haskell"],
)
def test_code_is_counted_and_nothing_else(lexer: str, source: str, code: CodeSize) -> None:
    assert of_text(source, lexer) == code


@pytest.mark.parametrize(
    ("lexer", "source", "tokens"),
    [
        ("python", "a -> b", 3),
        ("python", "a //= b ** c", 5),
        ("rust", "a == b && c", 5),
        ("rust", "a >>= b", 3),
        ("haskell", "a <$> b", 3),
        ("python", "'a b c'", 1),
        ("rust", 'b"a b c"', 1),
        ("haskell", '"a \\" c"', 1),
        ("python", "# a b", 0),
        ("rust", "// a b", 0),
        ("haskell", "-- a b", 0),
    ],
)
def test_a_token_is_one_however_many_pieces_a_lexer_makes_of_it(lexer: str, source: str, tokens: int) -> None:
    assert of_text(source, lexer) == CodeSize(lines=min(1, tokens), tokens=tokens)


@pytest.mark.parametrize("lexer", ["python", "rust", "haskell"])
def test_nothing_has_no_size(lexer: str) -> None:
    assert of_text("\n\n", lexer) == CodeSize(0, 0)


@each_language
def test_every_solution_has_a_size(language: str) -> None:
    for year, day in DONE:
        size = measure(LANGUAGES[language], ROOT, year, day)
        assert 5 <= size.lines < size.tokens
