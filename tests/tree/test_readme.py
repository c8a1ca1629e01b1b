"""The README tells the truth: its table is the stored result's, and no day is missing."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from crosscheck.ruler import results
from crosscheck.shown import gallery, pages
from crosscheck.tree import advent, languages
from crosscheck.tree.files import write_whole
from places import ROOT
from routes import DONE
from trees import Tree

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_is_what_the_stored_result_makes() -> None:
    assert pages.updated(README, ROOT) == README, "type: .venv/bin/crosscheck publish"


def test_the_pictures_are_what_the_stored_result_makes() -> None:
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / "results").glob("*.svg")}
    drawn: dict[str, str] = {}
    for path in pages.stored_years(ROOT):
        drawn |= {file.relative_to(ROOT).as_posix(): svg for file, svg in gallery.drawn(ROOT, path)}
    assert there == drawn.keys()
    for name, svg in drawn.items():
        assert (ROOT / name).read_text(encoding="utf-8") == svg, f"{name} is stale; type: .venv/bin/crosscheck publish"
        assert name in README


def test_every_day_of_a_year_that_is_done_has_a_row_and_every_cell_a_time() -> None:
    solving = [key for key, one in languages.load(ROOT).items() if not one.same_as]
    whole = [
        year for year, day in DONE if day == advent.last_day(year) and not {(year, d) for d in range(1, day)} - {*DONE}
    ]
    assert 2021 in whole
    for year in whole:
        result = results.load(pages.stored(ROOT, year))
        timed = {(day.year, day.day): day.languages.keys() for day in result.days}
        for one in DONE:
            assert one[0] != year or set(solving) <= timed[one]


def test_links_lead_to_files() -> None:
    for page in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", page):
            assert (ROOT / link).exists(), link


STORED = results.load(pages.stored(ROOT, 2021))
FIRST = STORED.days[0]
NO_SEED = msgspec.structs.replace(FIRST.input, seed=None)
SHAKY = {key: msgspec.structs.replace(one, steady=False) for key, one in FIRST.languages.items()}
ANY = next(iter(FIRST.languages.values()))


def with_our_languages(root: Path) -> Tree:
    """A tree whose languages are those of the stored result, and a README with nothing in it yet."""
    tree = Tree(root)
    tree.write("languages.toml", (ROOT / "languages.toml").read_text(encoding="utf-8"))
    tree.write("README.md", f"before\n{pages.BEGIN}{pages.END}{pages.PICTURES_BEGIN}{pages.PICTURES_END}after\n")
    return tree


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"noise": None}, "a quick look is not published"),
        ({"provenance": {**STORED.provenance, "commit": "abc1234+"}}, "changes that are not committed"),
        ({"days": [FIRST, msgspec.structs.replace(FIRST, year=2020)]}, "publish one year at a time"),
        ({"days": [msgspec.structs.replace(FIRST, input=NO_SEED)]}, "2021 day 1 was on another input"),
        ({"days": [msgspec.structs.replace(FIRST, refused="it is wrong")]}, "2021 day 1 was not timed: it is wrong"),
        (
            {"days": [msgspec.structs.replace(FIRST, languages=SHAKY)]},
            "2021 day 1 was not timed: it did not hold still",
        ),
        (
            {"days": [msgspec.structs.replace(FIRST, languages={**FIRST.languages, "theirs": ANY})]},
            "2021 day 1 has theirs, which languages.toml does not: time it without --with",
        ),
    ],
)
def test_only_an_honest_session_on_the_shared_inputs_is_published(
    tmp_path: Path, changed: dict[str, Any], why: str
) -> None:
    session = tmp_path / "session.json"
    write_whole(session, results.encoded(msgspec.structs.replace(STORED, **changed)))
    tree = with_our_languages(tmp_path / "tree")
    said = tree.crosscheck("publish", str(session))
    assert said.status == 2
    assert why in said.err
    assert not (tree.root / "results").exists()


def test_without_a_place_for_the_tables_nothing_is_stored(tmp_path: Path) -> None:
    session = tmp_path / "session.json"
    write_whole(session, results.encoded(STORED))
    tree = with_our_languages(tmp_path / "tree")
    readme = tree.root / "README.md"
    for spoil, why in ((lambda: readme.write_text("nothing"), "lacks the markers"), (readme.unlink, "cannot read")):
        spoil()
        said = tree.crosscheck("publish", str(session))
        assert (said.status, said.out) == (2, "")
        assert why in said.err
        assert not (tree.root / "results").exists()


def test_what_is_published_is_stored_without_samples_and_shown(tmp_path: Path) -> None:
    tree = with_our_languages(tmp_path / "tree")
    session = tmp_path / "session.json"
    write_whole(session, results.encoded(STORED))
    assert tree.crosscheck("publish", str(session)).status == 0
    assert results.load(pages.stored(tree.root, 2021)) == STORED
    shown = (tree.root / "README.md").read_text(encoding="utf-8")
    assert shown.startswith("before\n")
    assert shown.endswith("after\n")
    assert shown.count("https://adventofcode.com/2021/day/") == len(STORED.days)
    assert (tree.root / "results/2021-year.light.svg").is_file()
    assert 'srcset="results/2021-year.dark.svg"' in shown
