"""The languages know the same letters: a font in each of their tables is the same lines of text."""

import re

import pytest

from places import ROOT

FILES = ("python/src/aoc/letters.py", "rust/crates/aoc-core/src/letters.rs", "haskell/aoc-core/src/AoC/Letters.hs")
LETTER = re.compile(r'^\W*([A-Z]) ([.#]+(?: [.#]+)+)"?,?$', re.MULTILINE)
SHAPES = {"small": (4, 6), "tall": (6, 10)}


def fonts(file: str) -> dict[int, dict[str, list[str]]]:
    """By height, each letter's rows."""
    found: dict[int, dict[str, list[str]]] = {}
    for letter, rows in LETTER.findall((ROOT / file).read_text(encoding="utf-8")):
        font = found.setdefault(rows.count(" ") + 1, {})
        assert letter not in font
        font[letter] = rows.split()
    return found


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", SHAPES)
def test_a_font_has_letters_of_one_size(file: str, name: str) -> None:
    width, height = SHAPES[name]
    font = fonts(file)[height]
    assert len(font) >= 15
    assert list(font) == sorted(font)
    for letter, rows in font.items():
        assert {len(row) for row in rows} == {width + (letter == "Y")}


def test_all_languages_have_the_same_letters() -> None:
    first, *others = map(fonts, FILES)
    assert set(first) == {height for _, height in SHAPES.values()}
    assert all(other == first for other in others)
