"""The README and the pages of years tell the truth: they are the stored results', and no day is missing."""

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import matplotlib
import msgspec
import pytest

from crosscheck import shown
from crosscheck.errors import UserError
from crosscheck.ruler import results
from crosscheck.shown import gallery, pages
from crosscheck.tree import languages
from crosscheck.tree.files import write_whole
from places import ROOT
from routes import DONE
from trees import Tree

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_row_a_year_and_each_year_s_page_are_what_the_stored_results_make() -> None:
    assert pages.updated(README, ROOT) == README, "type: make publish"
    for year in pages.years(ROOT):
        page = pages.folder(ROOT, year) / "README.md"
        assert pages.of_year(ROOT, year) == page.read_text(encoding="utf-8"), "type: make publish"


def test_each_picture_was_drawn_from_what_is_stored() -> None:
    for year in pages.years(ROOT):
        folder = pages.folder(ROOT, year)
        pictures = gallery.pictures_of(folder)
        assert {file.name for file in folder.glob("*.svg")} == {picture.file for picture in pictures}
        for picture in pictures:
            assert gallery.is_current(folder, picture), f"{year}: {picture.file} is stale; type: make publish"


def test_a_picture_has_its_text_as_text_and_follows_the_theme() -> None:
    folder = pages.folder(ROOT, pages.years(ROOT)[0])
    picture = gallery.pictures_of(folder)[0]
    svg = gallery.drawn(folder, picture)
    if f"matplotlib=={matplotlib.__version__}" in (ROOT / "requirements-dev.txt").read_text(encoding="utf-8"):
        assert svg == (folder / picture.file).read_text(encoding="utf-8")
    result = results.load(gallery.stored(folder))
    for title in {one.title for one in result.days[0].languages.values() if not one.same_as}:
        assert re.search(rf"<text [^>]*>{title}</text>", svg)
    light, dark = (dict(re.findall(r"--(\w+): (#\w+)", rule)) for rule in re.findall(r"svg \{(--[^}]*)\}", svg))
    assert light.keys() == dark.keys()
    assert set(re.findall(r"var\(--(\w+)\)", svg)) <= light.keys()
    assert not set(re.findall(r"#[0-9a-f]{6}\b", svg)) - {*light.values(), *dark.values()}, "every colour follows it"


def test_without_what_draws_pictures_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "crosscheck.shown.pictures", raising=False)
    monkeypatch.delattr(shown, "pictures", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    folder = pages.folder(ROOT, pages.years(ROOT)[0])
    with pytest.raises(UserError, match="drawn with matplotlib, which is not installed; type: make publish"):
        gallery.drawn(folder, gallery.pictures_of(folder)[0])


def test_a_picture_of_other_numbers_is_stale(tmp_path: Path) -> None:
    for name in ("times.json", "growth.json", "time.svg", "growth.svg"):
        shutil.copy(pages.folder(ROOT, 2021) / name, tmp_path)
    time, growth = (
        next(picture for picture in gallery.pictures_of(tmp_path) if picture.name == name)
        for name in ("time", "growth")
    )
    assert gallery.is_current(tmp_path, time)
    assert gallery.is_current(tmp_path, growth)
    times = tmp_path / "times.json"
    times.write_text(times.read_text(encoding="utf-8").replace("Sonar Sweep", "Sonar sweep"), encoding="utf-8")
    assert not gallery.is_current(tmp_path, time)
    assert gallery.is_current(tmp_path, growth), "which is of other numbers"


def test_every_day_of_a_year_that_is_timed_has_a_row_and_every_cell_a_time() -> None:
    solving = [key for key, one in languages.load(ROOT).items() if not one.same_as]
    assert pages.years(ROOT), "no year is timed"
    for year in pages.years(ROOT):
        result = results.load(gallery.stored(pages.folder(ROOT, year)))
        timed = {day.day: day.languages.keys() for day in result.days}
        for its_year, day in DONE:
            if its_year == year:
                assert set(solving) <= timed[day]


def test_a_year_that_is_not_timed_has_a_row_that_says_so(tmp_path: Path) -> None:
    tree = with_our_languages(tmp_path)
    tree.write("inputs/2020/01/cases.toml", "")
    tree.write("inputs/2020/02/cases.toml", "")
    tree.write("inputs/2020/03/cases.toml", "draft = true\n")
    assert "| 2020 | 2 | not timed yet |" in pages.updated(pages.read(tmp_path / "README.md"), tmp_path)


def test_links_lead_to_files() -> None:
    pages_here = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "results").glob("*/README.md")]
    for page in pages_here:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.relative_to(ROOT)}: {link}"


STORED = results.load(gallery.stored(pages.folder(ROOT, 2021)))
FIRST = STORED.days[0]
NO_SEED = msgspec.structs.replace(FIRST.input, seed=None)
SHAKY = {key: msgspec.structs.replace(one, steady=False) for key, one in FIRST.languages.items()}
ANY = next(iter(FIRST.languages.values()))


def with_our_languages(root: Path) -> Tree:
    """A tree whose languages are those of the stored result, and a README with nothing in it yet."""
    tree = Tree(root)
    tree.write("languages.toml", (ROOT / "languages.toml").read_text(encoding="utf-8"))
    tree.write("README.md", f"before\n{pages.BEGIN}{pages.END}{pages.PICTURE_BEGIN}{pages.PICTURE_END}after\n")
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
    folder = pages.folder(tree.root, 2021)
    assert results.load(gallery.stored(folder)) == STORED
    shown = (tree.root / "README.md").read_text(encoding="utf-8")
    assert shown.startswith("before\n")
    assert shown.endswith("after\n")
    assert "| [2021](results/2021/README.md) | 25 |" in shown
    assert "(results/2021/time.svg)" in shown
    page = (folder / "README.md").read_text(encoding="utf-8")
    assert page.count("https://adventofcode.com/2021/day/") == len(STORED.days)
    drawn = {file.name for file in folder.glob("*.svg")}
    assert drawn == {"time.svg", "code.svg", "memory.svg"}
    assert all(f"({name})" in page for name in drawn)
