"""The days' pages name their puzzle and every language, and have tags and links that lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck import puzzles
from crosscheck.rooms.facts import TO_DO
from crosscheck.tree import cases
from places import ROOT
from routes import LANGUAGES

PAGES = sorted((ROOT / "inputs").glob("[0-9]*/[0-9]*/README.md"))
SOLUTIONS = [language for language in LANGUAGES.values() if language.same_as is None]
ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \|(?: .*\|)?$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)]+)\)")
IDEA = re.compile(r"^\*\*(\w+)\*\* \w", re.MULTILINE)


def known_tags() -> list[str]:
    head, *tags = ROW.findall((ROOT / "docs/techniques.md").read_text(encoding="utf-8"))
    assert head == "tag"
    return tags


def tags_of(page: Path) -> list[str]:
    (line,) = re.findall(r"^Tags: (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return str(line).split(", ")


def faults(page: Path) -> Iterator[str]:
    """What is wrong with a page. Of a draft a solution may be missing."""
    year, day = int(page.parts[-3]), int(page.parts[-2])
    text = page.read_text(encoding="utf-8")
    title, url = (
        f"# {year} day {day}: {puzzles.load(year, day).title}\n",
        f"(https://adventofcode.com/{year}/day/{day})",
    )
    if not text.startswith(title):
        yield f"it does not begin with {title!r}"
    if url not in text:
        yield f"it does not link to {url}"
    if sorted(IDEA.findall(text.partition("\n## Three ideas\n")[2])) != sorted(one.title for one in SOLUTIONS):
        yield "there is not one idea for each language"
    draft = cases.is_draft(ROOT, year, day)
    unknown = set(tags_of(page)) - set(known_tags()) - ({TO_DO} if draft else set())
    yield from (f"tag {tag}: docs/techniques.md does not have it" for tag in unknown)
    if len(set(tags_of(page))) < len(tags_of(page)):
        yield "a tag is there twice"
    linked = {(page.parent / link).resolve() for link in LINK.findall(text) if not link.startswith("https://")}
    solutions = {language.solution_path(ROOT, year, day) for language in SOLUTIONS}
    yield from (f"no link to {file.relative_to(ROOT)}" for file in solutions - linked)
    yield from (f"{file}: no such file" for file in linked if not file.is_file() and not (draft and file in solutions))


def test_there_are_pages() -> None:
    assert PAGES


@pytest.mark.parametrize("page", PAGES, ids=[f"{page.parts[-3]}-{page.parts[-2]}" for page in PAGES])
def test_page(page: Path) -> None:
    assert list(faults(page)) == []


def test_the_list_of_tags_is_in_order_and_has_none_that_no_page_has() -> None:
    tags = known_tags()
    assert tags == sorted(set(tags), key=str.lower)
    assert set(tags) == {tag for page in PAGES for tag in tags_of(page)} - {TO_DO}
