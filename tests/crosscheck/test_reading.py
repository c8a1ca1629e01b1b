"""The reading room: every day has its page, links hold, nothing comes from elsewhere, and a day that lacks something is shown all the same."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from crosscheck.errors import UserError
from crosscheck.reading import build, solution
from crosscheck.reading.build import slug
from crosscheck.tree import languages
from places import ROOT
from routes import DAYS, LANGUAGES
from sites import Read, built, read
from trees import Tree

MOST_SECONDS = 30  # of CPU, for the whole site
MOST_PAGE = 25_000  # bytes of a day's page, compressed
MOST_SITE = 40_000_000
ELSEWHERE = re.compile(r"https://(adventofcode\.com|github\.com|doc\.rust-lang\.org|en\.wikipedia\.org)(/|$)")

VALIDATE = ROOT / ".build/html/node_modules/.bin/html-validate"
judged = pytest.mark.skipif(
    not VALIDATE.exists(),
    reason="no html-validate to judge pages, which takes npm and Node 20; type: make setup",
)

cached = cache(read)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, float]:
    """The whole site, and what it cost."""
    here = tmp_path_factory.getbasetemp()
    return built((here if worker_id == "master" else here.parent) / "reading")


@pytest.fixture(scope="module")
def site(made: tuple[Path, float]) -> Path:
    return made[0]


def test_it_takes_half_a_minute_at_most(made: tuple[Path, float]) -> None:
    assert made[1] < MOST_SECONDS


def test_every_day_and_every_technique_has_its_page(site: Path) -> None:
    assert {file.relative_to(site).as_posix() for file in site.glob("[0-9]*/*.html")} == {
        f"{year}/{day:02}.html" for year, day in DAYS
    }
    index = set(cached(site / "index.html").links)
    assert {f"{year}/{day:02}.html" for year, day in DAYS} <= index
    tags = {tag for year, day in DAYS for tag in json.loads((site / f"{year}/{day:02}.json").read_text())["tags"]}
    assert {file.stem for file in site.glob("technique/*.html")} == {slug(tag) for tag in tags}


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def faults(site: Path, file: Path) -> Iterator[str]:
    """What is wrong with a page by itself, and with what it leads to."""
    page = cached(file)
    yield from page.faults
    if len(set(page.ids)) < len(page.ids):
        yield f"ids that are there twice: {sorted({it for it in page.ids if page.ids.count(it) > 1})}"
    for link in page.loads:
        if link.startswith("#"):  # within a picture
            if link[1:] not in page.ids:
                yield f"{link}: no such place"
        elif re.match(r"[a-z]+:|//", link) or not (file.parent / link).is_file():
            yield f"loads {link}"
    for link in set(page.links):
        if re.match(r"[a-z]+:|//", link):
            if not ELSEWHERE.match(link):
                yield f"leads to {link}"
            continue
        path, _, target = unquote(link).partition("#")
        there = (file.parent / path).resolve() if path else file
        if not there.is_relative_to(site):  # into the repository that the site is made in
            there = ROOT / there.relative_to(site.parent)
        if not there.exists():
            yield f"{link}: no such file"
        elif target and there.suffix == ".html" and target not in cached(there).ids:
            yield f"{link}: no such place there"


def test_pages_are_well_formed_and_their_links_hold(site: Path) -> None:
    said = [
        f"{file.relative_to(site)}: {fault}" for file in pages(site) for fault in faults(site.resolve(), file.resolve())
    ]
    assert said == []


def validate(folder: Path) -> str:
    """What html-validate finds on the pages in a folder."""
    command = [str(VALIDATE), "--config", str(ROOT / "tests/html/rules.mjs"), "--formatter", "text", "**/*.html"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (done.stdout == ""), done.stderr
    return done.stdout


@judged
def test_pages_are_valid(site: Path) -> None:
    assert validate(site) == ""


@judged
def test_pages_of_a_tree_that_lacks_much_are_valid_and_a_fault_is_found(tree: Tree) -> None:
    tree.write("inputs/2019/01/cases.toml", "draft = true\n")
    tree.write("inputs/2019/02/README.md", PAGE)
    tree.write("one/2019/02.py", PYTHON)
    page_of(tree, 1)
    assert validate(tree.root / "site") == ""
    tree.write("site/fault.html", "<!DOCTYPE html>\n<html lang=en><title>One</title><p><div></div></p></html>\n")
    assert "fault.html:2" in validate(tree.root / "site")


def test_style_and_scripts_name_no_other_host(site: Path) -> None:
    for file in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"https?:|url\(|@import|\bfetch\b|\bimport\b", text), file.name


def test_each_line_of_code_is_that_line_of_its_file_and_none_is_missing_and_steps_are_in_order(site: Path) -> None:
    for year, day in DAYS:
        shown = cached(site / f"{year}/{day:02}.html").code
        for key, language in LANGUAGES.items():
            if language.same_as:
                continue
            rows = language.solution_path(ROOT, year, day).read_text(encoding="utf-8").splitlines()
            numbers = {int(it.rpartition("-")[2]): text for it, text in shown.items() if it.rpartition("-")[0] == key}
            assert {number: rows[number - 1] for number in numbers} == numbers, f"{year} day {day}: {key}"
            first = min(numbers)
            said = solution.read("\n".join(rows), language)
            steps = ["before", "parse", "part1", "part2"][: max(3, len(said.steps))]
            assert [*said.steps] == steps, f"{year} day {day}: {language.title}"
            missing = [
                row for number, row in enumerate(rows, 1) if number > first and number not in numbers and row.strip()
            ]
            assert all(row.removeprefix("--").removeprefix("//!").strip(" |") in said.header for row in missing), (
                missing
            )


def test_what_was_found_says_how_many_days_are_timed_where_not_all_are(site: Path) -> None:
    data = [json.loads((site / f"{year}/{day:02}.json").read_text(encoding="utf-8")) for year, day in DAYS]
    timed = sum(any(it["ns"] for it in day["languages"].values()) for day in data)
    said = re.findall("of which ([0-9]+) are timed", (site / "findings.html").read_text(encoding="utf-8"))
    assert said == ([] if timed == len(DAYS) else [str(timed)])


def test_sizes(site: Path) -> None:
    for file in site.glob("[0-9]*/*.html"):
        assert len(gzip.compress(file.read_bytes())) < MOST_PAGE, f"{file.relative_to(site)} is too large"
    assert sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) < MOST_SITE


SHELL = """
[one]
title = "One"
serve = ["one"]
solution = "one/{year}/{day:02}.py"
lexer = "python"
header = "docstring"
aim = "the first"

[four]
title = "Four"
serve = ["four"]
solution = "four/{year}/{day:02}.go"
lexer = "go"
header = "// plain"

[road]
title = "Road"
serve = ["road"]
solution = "one/{year}/{day:02}.py"
lexer = "python"
same_as = "one"
"""
PYTHON = '"""What <b>is</b> it?"""\n\nN = 1\n\n\ndef parse(text):\n    return text\n\n\n# First.\ndef part1(it):\n    return N\n'
GO = "// How it goes.\npackage one\n\nfunc parse(text string) string { return text }\n\nfunc part1(it string) int { return 1 }\n"
PAGE = (
    "# 2019 day 1: A & B\n\nWhat <i>is</i> asked?\n\n## Ideas\n\n**One** counts. O(n).\n\nTags: fold\n\nFiles: [x](x)\n"
)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    tree = Tree(tmp_path / "tree")
    tree.write("languages.toml", SHELL)
    return tree


def page_of(tree: Tree, day: int) -> tuple[str, Read]:
    build.build(tree.root, tree.root / "site")
    file = tree.root / f"site/2019/{day:02}.html"
    return file.read_text(encoding="utf-8"), read(file)


def test_a_draft_without_page_results_and_solutions(tree: Tree) -> None:
    tree.write("inputs/2019/01/cases.toml", "draft = true\n")
    html, _ = page_of(tree, 1)
    for said in ("draft", "This day has no page yet", "Not timed yet", "No solution yet", "no cases yet"):
        assert said in html


def test_a_language_that_is_missing_and_one_more(tree: Tree) -> None:
    tree.write("inputs/2019/01/README.md", PAGE)
    tree.write("one/2019/01.py", PYTHON)
    tree.write("inputs/2019/02/README.md", PAGE.replace("day 1", "day 2"))
    tree.write("one/2019/02.py", PYTHON)
    tree.write("four/2019/02.go", GO)
    html, page = page_of(tree, 1)
    assert "no solution yet" in html
    assert "A &amp; B" in html
    assert "What &lt;i&gt;is&lt;/i&gt; asked?" in html
    assert "What &lt;b&gt;is&lt;/b&gt; it?" in html
    assert page.code["one-3"] == "N = 1"
    html, page = page_of(tree, 2)
    assert "How it goes." in html
    assert page.code["four-4"] == "func parse(text string) string { return text }"
    assert "Road" not in html


def test_steps_begin_at_what_is_said_right_above_them(tree: Tree) -> None:
    one = languages.load(tree.root, {})["one"]
    steps = solution.read(PYTHON, one).steps
    assert {name: lines[0].number for name, lines in steps.items()} == {"before": 3, "parse": 6, "part1": 10}
    assert [line.indent for line in steps["parse"]] == [0, 4]


def test_an_input_is_solved_in_the_page_where_there_is_webassembly(tree: Tree) -> None:
    tree.write("inputs/2019/01/README.md", PAGE)
    tree.write("one/2019/01.py", PYTHON)
    tree.write("inputs/2019/02/cases.toml", "draft = true\n")
    html, page = page_of(tree, 1)
    assert "make site-wasm" in html
    assert not [it for it in page.loads if it.endswith(("solve.js", "ask.js"))]
    tree.write("languages.toml", SHELL.replace('aim = "the first"', 'wasm = "{year}.wasm"'))
    (tree.root / "2019.wasm").write_bytes(b"\0asm")
    html, page = page_of(tree, 1)
    assert "make site-wasm" not in html
    assert page.faults == []
    assert [it.rpartition("/")[2] for it in page.loads][-2:] == ["ask.js", "solve.js"]
    assert 'data-wasm="../static/one-2019.js"' in html
    assert (tree.root / "site/static/one-2019.js").read_text() == 'var WASM = "AGFzbQ==";\n'
    assert "no solution yet that a page can run" in page_of(tree, 2)[0]


def test_a_case_that_a_page_cannot_hold_whole_is_marked(tree: Tree) -> None:
    texts = {"plain": "1\\n2", "first": "\\n1", "long": "1" * 700, "return": "1\\r\\n2"}
    table = '[[case]]\nname = "{}"\ninput = "{}"\nanswers = ["-", "-"]\n'
    tree.write("inputs/2019/01/cases.toml", "".join(table.format(*it) for it in texts.items()))
    html, _ = page_of(tree, 1)
    assert re.findall(r'<h3>(\w+)</h3><pre tabindex="0"( data-cut)?>', html) == [
        ("plain", ""),
        ("first", ""),
        ("long", " data-cut"),
        ("return", " data-cut"),
    ]
    assert '<pre tabindex="0">\n\n1</pre>' in html


def test_a_folder_that_is_no_site_is_left_alone(tree: Tree) -> None:
    tree.write("inputs/2019/01/README.md", PAGE)
    tree.write("site/mine", "")
    with pytest.raises(UserError, match="no site that crosscheck made"):
        build.build(tree.root, tree.root / "site")
    assert (tree.root / "site/mine").exists()


def test_links_to_files_lead_to_the_web_where_that_is_said(tree: Tree) -> None:
    tree.write("inputs/2019/01/README.md", PAGE)
    tree.write("one/2019/01.py", PYTHON)
    build.build(tree.root, tree.root / "site", "https://example.org/tree")
    links = read(tree.root / "site/2019/01.html").links
    assert "https://example.org/tree/one/2019/01.py#L6" in links
    assert not [link for link in links if link.startswith("../..")]
