"""docs/reading.md shows how inputs are read: every line of it stands in a solution that `make test` runs."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from crosscheck.tree import cases
from places import ROOT
from routes import LANGUAGES

PAGE = ROOT / "docs/reading.md"
KINDS = {"numbers", "records", "a grid", "blocks", "a list with separators"}
EXAMPLE = re.compile(r"^(\w+), \[(\d{4}) day (\d+)\]\(([^)]+)\)\n\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGE_NAMES = [one.title for one in LANGUAGES.values() if one.same_as is None]


def sections() -> dict[str, list[tuple[str, ...]]]:
    """By heading, the examples below it: language, year, day, link, language of the fence, lines."""
    _, *parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.partition("\n")[0]: EXAMPLE.findall(part) for part in parts}


def not_there(shown: str, source: str) -> str | None:
    """The first run of lines, with an empty one around it, that the source does not have after those before it."""
    lines, at = source.splitlines(), 0
    for run in shown.strip("\n").split("\n\n"):
        wanted = dedent(run).splitlines()
        while dedent("\n".join(lines[at : at + len(wanted)])).splitlines() != wanted:
            if at == len(lines):
                return run
            at += 1
        at += len(wanted)
    return None


def test_every_kind_is_there_in_every_language() -> None:
    headings = " ".join(sections()).lower()
    assert {kind for kind in KINDS if kind not in headings} == set()
    for heading, examples in sections().items():
        assert sorted(language for language, *_ in examples) == sorted(LANGUAGE_NAMES), heading
    fences = PAGE.read_text(encoding="utf-8").count("```")
    assert fences == 2 * sum(map(len, sections().values())), "a piece of code does not say where it is from"


@pytest.mark.parametrize("heading", sections())
def test_every_line_stands_in_a_solution_that_is_tested(heading: str) -> None:
    for title, year, day, link, fence, shown in sections()[heading]:
        (language,) = (one for one in LANGUAGES.values() if one.title == title and one.same_as is None)
        file = (PAGE.parent / link).resolve()
        assert (fence, file) == (title.lower(), language.solution_path(ROOT, int(year), int(day)))
        assert not cases.is_draft(ROOT, int(year), int(day)), f"{year} day {day} is a draft, which no test runs"
        assert not_there(shown, Path(file).read_text(encoding="utf-8")) is None, f"{title}, {year} day {day}"


def test_a_line_that_differs_is_found() -> None:
    source = "def parse(text):\n    one = 1\n    two = 2\n    return one, two\n"
    assert not_there("one = 1\ntwo = 2\n", source) is None
    assert not_there("one = 1\n\nreturn one, two\n", source) is None
    assert not_there("one = 1\nreturn one, two\n", source) == "one = 1\nreturn one, two"
    assert not_there("two = 2\n\none = 1\n", source) == "one = 1"
    assert not_there("one = 1\n    two = 2\n", source) == "one = 1\n    two = 2"
    assert not_there("one = 2\n", source) == "one = 2"
