"""The reading room in a real browser, from the disk: no page complains, and what can be done there works.

Needs Chromium, as Debian's package; without it, or without what drives it, these tests are skipped.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscheck.reading import build
from crosscheck.tree import cases
from places import ROOT
from sites import built
from tiny_wasm import FOREVER, TRAP, replying, tiny
from trees import Tree

playwright = pytest.importorskip("playwright.sync_api", reason="no playwright to drive a browser; type: make setup")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe to judge pages; type: make setup")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium, so the site is not tried in a browser; type: make setup"
)

# One of each kind, and days that lack something or have most. Judging takes seconds a page, so it is of some.
JUDGED = "index techniques findings timing technique/prefix-sums 2021/07 2021/25".split()
SHOWN = [*JUDGED, *"2021/15 2021/16 2021/23 2023/20 2023/23".split()]
WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")
BEST = "wcag2a wcag2aa wcag21a wcag21aa best-practice".split()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    here = tmp_path_factory.getbasetemp()
    return built((here if worker_id == "master" else here.parent) / "reading")[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=120_000)
        yield browser
        browser.close()


class Visit:
    """A tab, and what its pages said on the console."""

    def __init__(self, browser: Any, site: Path, width: int = 1440, **options: Any) -> None:
        self.site, self.said = site, list[str]()
        self.context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.context.set_default_timeout(120_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("requestfailed", self._tell_of)

    def _tell_of(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # as when the next page is gone to while an icon is loaded
            self.said.append(f"not loaded: {request.url}: {request.failure}")

    def go(self, name: str) -> Any:
        self.page.goto((self.site / name).as_uri())
        return self.page


@pytest.fixture
def visit(browser: Any, site: Path) -> Iterator[Visit]:
    visit = Visit(browser, site)
    yield visit
    visit.context.close()
    assert visit.said == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_say_nothing_on_the_console_and_are_accessible(browser: Any, site: Path, width: int, scheme: str) -> None:
    visit, found = Visit(browser, site, width, color_scheme=scheme), []
    for name in SHOWN:
        page = visit.go(f"{name}.html")
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name}: it is {wide} wide"] if wide > width else []
        if name not in JUDGED:
            continue
        result = axe.Axe().run(page, options={"runOnly": BEST, "preload": False})
        for fault in result.response["violations"]:
            found.append(f"{name}: {fault['id']}: {fault['help']}: {[it['target'] for it in fault['nodes']][:3]}")
    visit.context.close()
    assert (visit.said, found) == ([], [])


def test_search_filters_cards_and_matrix_and_is_kept_in_the_address(visit: Visit) -> None:
    page = visit.go("index.html")
    page.get_by_label("Find a day").fill("2021 whales")
    assert page.locator(".day:visible").count() == 1
    assert page.get_by_role("status").inner_text().startswith("1 of ")
    assert page.locator(".matrix td a:not(.out)").count() == 1
    assert "find=2021+whales" in page.url
    page.reload()
    assert page.locator(".day:visible").count() == 1
    page.get_by_label("Find a day").fill("2021 7")
    assert page.locator(".day:visible").count() == 1
    page.get_by_label("Find a day").fill("")
    page.get_by_label("Technique").select_option("prefix sums")
    assert 0 < page.locator(".day:visible").count() < page.locator(".day").count()
    assert "technique=prefix+sums" in page.url


def test_the_matrix_shows_another_language_and_measure(visit: Visit) -> None:
    page = visit.go("index.html")
    square = page.locator('.matrix a[data-where="2021/07.html"]')
    before = square.get_attribute("title")
    page.get_by_text("Rust", exact=True).first.click()
    page.get_by_text("tokens", exact=True).click()
    assert square.get_attribute("title") != before
    assert "measure=tokens" in page.url
    page.reload()
    assert page.locator("#m-tokens").is_checked()


def test_columns_switch_without_script(browser: Any, site: Path) -> None:
    for width, at_first in ((1440, 3), (390, 1)):
        visit = Visit(browser, site, width, java_script_enabled=False)
        page = visit.go("2021/07.html")
        row = page.locator(".row").nth(1).locator(".column:visible")
        assert row.count() == at_first
        page.get_by_text("Haskell", exact=True).last.scroll_into_view_if_needed()
        page.locator('label[for="show-2"]').click()
        assert row.count() == 1
        assert "Haskell" in row.first.inner_text()
        visit.context.close()


def test_the_colours_are_the_reader_s_choice_and_kept(visit: Visit) -> None:
    page = visit.go("2021/07.html")
    button = page.locator("button.theme")
    grounds = [page.evaluate("getComputedStyle(document.body).backgroundColor")]
    for _ in range(2):
        button.click()
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds[1] != grounds[2]
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == grounds[2]


def test_a_line_has_an_address_and_numbers_are_not_copied(visit: Visit) -> None:
    page = visit.go("2021/07.html")
    line = page.locator(".code > div").first
    line.click(position={"x": 10, "y": 5})
    assert page.url.endswith(f"#{line.get_attribute('id')}")
    text = page.evaluate("""() => {
        getSelection().selectAllChildren(document.querySelector(".code"));
        return getSelection().toString();
    }""")
    assert not text.lstrip()[0].isdigit()


## Solving in the page ##################################################################################################

LANGUAGE = """
[one]
title = "One"
serve = ["one"]
solution = "one/{year}/{day:02}.py"
lexer = "python"
wasm = "wasm/{year}.wasm"
"""
CASES = """
[[case]]
name = "two crabs"
input = "\\n1,2\\n"
answers = ["1", "1"]

[[case]]
name = "many crabs"
input = "%s"
answers = ["-", "-"]
"""
is_built = pytest.mark.skipif(
    not (ROOT / ".build/wasm/.ready").exists(),
    reason="no WebAssembly, so no page solves an input; type: make site-wasm",
)


class Solving:
    """A day's page, with what solves it opened."""

    def __init__(self, visit: Visit, name: str) -> None:
        self.visit, self.page = visit, visit.go(name)
        self.page.locator(".solver summary").click()
        self.input, self.outcome = self.page.get_by_label("The input"), self.page.locator(".outcome")

    def says(self, *wanted: str) -> None:
        """Waits until the outcome has all of these texts."""
        for text in wanted:
            self.outcome.get_by_text(text).first.wait_for()

    def solve(self, text: str) -> None:
        self.input.fill(text)
        self.page.get_by_role("button", name="Solve", exact=True).click()


def solving(browser: Any, folder: Path, module: bytes, name: str = "2021/07.html", **options: Any) -> Solving:
    """A page of a small site, with a program that does little, but that at once."""
    tree = Tree(folder / "tree")
    tree.write("languages.toml", LANGUAGE)
    for day in ("2021/07", "2021/25", "2022/15"):
        tree.write(f"inputs/{day}/cases.toml", CASES % ("1," * 400 + "1"))
        tree.write(f"one/{day}.py", "def parse(text):\n    return text\n")
    for year in (2021, 2022):
        (tree.root / "wasm").mkdir(exist_ok=True)
        (tree.root / f"wasm/{year}.wasm").write_bytes(module)
    build.build(tree.root, tree.root / "site")
    return Solving(Visit(browser, tree.root / "site", **options), name)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ('{"answers":["37","168"]}', ["Part 1", "37", "Part 2", "168", "Solved once"]),
        ('{"answers":["37","no solution"]}', ["no solution", "The input is valid"]),
        ('{"answers":["37",null]}', ["37", "not written yet"]),
        (
            '{"rejected":{"line":1,"column":3,"message":"expected a number","excerpt":["1,x","  ^"]}}',
            ["Refused", "at line 1, column 3: expected a number", "1,x\n  ^", "Show it in the text"],
        ),
        ('{"rejected":{"message":"they are not all connected"}}', ["Refused", ": they are not all connected"]),
        ('{"crashed":"index out of bounds"}', ["It failed", "index out of bounds"]),
    ],
)
def test_what_becomes_of_an_input_is_told(browser: Any, tmp_path: Path, reply: str, said: list[str]) -> None:
    here = solving(browser, tmp_path, replying(reply))
    here.solve("1,x")
    here.says(*said)
    assert (here.input.get_attribute("aria-invalid") == "true") == ("rejected" in reply)
    if "column" in reply:
        here.page.get_by_role("button", name="Show it").click()
        assert here.input.evaluate("(it) => [it.selectionStart, it.selectionEnd]") == [2, 3]
    here.visit.context.close()
    assert here.visit.said == []


def test_a_day_of_one_part_shows_one(browser: Any, tmp_path: Path) -> None:
    here = solving(browser, tmp_path, replying('{"answers":["58",null]}'), "2021/25.html")
    here.solve(">v")
    here.says("Part 1", "58")
    assert here.outcome.get_by_text("Part 2").count() == 0
    here.visit.context.close()


def test_what_runs_can_be_stopped_and_begun_again(browser: Any, tmp_path: Path) -> None:
    here = solving(browser, tmp_path, tiny(FOREVER))
    stop = here.page.get_by_role("button", name="Stop")
    assert stop.is_disabled()
    for _ in range(2):
        here.solve("1")
        here.says("Solving")
        here.solve("2")
        here.says("Solving")
        stop.click()
        here.says("Stopped after")
        assert stop.is_disabled()
        assert here.page.evaluate("document.activeElement.textContent") == "Solve"
    here.visit.context.close()
    assert here.visit.said == []


@pytest.mark.parametrize("module", [tiny(TRAP), tiny(FOREVER)[:-1]], ids=["a trap", "no program"])
def test_a_program_that_does_not_run_is_told(browser: Any, tmp_path: Path, module: bytes) -> None:
    here = solving(browser, tmp_path, module)
    here.solve("1")
    here.says("It failed" if module == tiny(TRAP) else "This browser cannot solve it")
    here.visit.context.close()
    assert here.visit.said == []


def test_a_case_is_taken_into_the_page_and_one_that_is_cut_is_not(browser: Any, tmp_path: Path) -> None:
    here = solving(browser, tmp_path, replying('{"answers":["1","1"]}'))
    here.page.get_by_text("2 small inputs").click()
    here.page.get_by_role("button", name="Solve it in the page").click()
    here.says("Part 1")
    assert here.input.input_value() == "\n1,2\n"
    here.visit.context.close()


def test_a_file_is_solved_as_it_is(browser: Any, tmp_path: Path) -> None:
    """Its bytes are what the program gets: it answers with them."""
    here = solving(browser, tmp_path, replying('{"answers":["1","1"]}'))
    large = tmp_path / "large.txt"
    large.write_bytes(b"1,2\r\n" * 40_000)
    here.page.get_by_label("or a file").set_input_files(large)
    here.page.get_by_text("large.txt, 200.0 kB, which is solved as it is").wait_for()
    assert here.input.input_value() == ""
    here.page.evaluate(
        "() => { run = (request) => ({ reply: Promise.resolve({ crashed: `${request.bytes.length} ${request.bytes[3]}` }) }); }"
    )
    here.page.get_by_role("button", name="Solve", exact=True).click()
    here.says("200000 13")
    large.write_bytes(b"1,2\r\n")
    here.page.get_by_role("button", name="Solve", exact=True).click()
    here.says("large.txt cannot be read, or has changed")
    here.page.get_by_label("or a file").set_input_files(large)
    here.page.get_by_text("large.txt, 5 bytes").wait_for()
    here.page.get_by_role("button", name="Solve", exact=True).click()
    here.says("5 13")
    assert here.input.input_value() == "1,2\n"
    here.solve("1")
    here.says("1 undefined")
    here.visit.context.close()


def test_what_is_too_large_for_an_input_is_told(browser: Any, tmp_path: Path) -> None:
    here = solving(browser, tmp_path, replying('{"answers":["1","1"]}'))
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(64_000_001)
    here.page.get_by_label("or a file").set_input_files(huge.name)
    here.page.get_by_role("button", name="Solve", exact=True).click()
    here.says("That is 64.0 MB, and an input has 64.0 MB at most.")
    here.visit.context.close()
    assert here.visit.said == []


def test_parameters_are_asked_for_and_kept_in_their_range(browser: Any, tmp_path: Path) -> None:
    here = solving(browser, tmp_path, replying('{"answers":["1","1"]}'), "2022/15.html")
    here.page.evaluate(
        "() => { run = (request) => ({ reply: Promise.resolve({ crashed: JSON.stringify(request.params) }) }); }"
    )
    row = here.page.locator(".params input").first
    name, usual, most = (row.get_attribute(it) for it in ("name", "value", "max"))
    here.solve("1")
    here.says(f'"{name}":{usual}')
    row.fill("10")
    here.solve("1")
    here.says(f'"{name}":10')
    row.fill(f"{most}0")
    here.solve("2")
    assert not row.evaluate("(it) => it.validity.valid")
    here.visit.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_refusal_is_accessible(browser: Any, tmp_path: Path, width: int, scheme: str) -> None:
    said = '{"rejected":{"line":1,"column":3,"message":"expected a number","excerpt":["1,x","  ^"]}}'
    here = solving(browser, tmp_path, replying(said), "2022/15.html", width=width, color_scheme=scheme)
    here.solve("1,x")
    here.says("Refused")
    result = axe.Axe().run(here.page, options={"runOnly": BEST, "preload": False})
    assert [f"{it['id']}: {it['help']}" for it in result.response["violations"]] == []
    assert here.page.evaluate("document.documentElement.scrollWidth") <= width
    here.visit.context.close()


@is_built
def test_rust_solves_an_input_and_refuses_a_damaged_one(visit: Visit) -> None:
    here = Solving(visit, "2021/07.html")
    here.solve("3,9,9,9\n")
    here.says("Part 1", "6", "Part 2", "18")
    here.solve("3,9,9,x\n")
    here.says("at line 1, column 7: expected a number", "3,9,9,x\n      ^")
    here.solve("")
    here.says("at line 1, column 1")
    here.page.get_by_text("small inputs with their answers").click()
    here.page.get_by_role("button", name="Solve it in the page").first.click()
    here.says("Part 1")


@is_built
def test_rust_takes_parameters_and_says_that_there_is_no_solution(visit: Visit) -> None:
    here = Solving(visit, "2021/25.html")
    here.solve(">..\n...\n")
    here.says("no solution")
    case = next(it for it in cases.load_day(ROOT, 2022, 15).cases if it.params)
    here = Solving(visit, "2022/15.html")
    for name, value in case.params.items():
        here.page.locator(f"#param-{name}").fill(str(value))
    here.solve(case.input)
    here.says(*(answer for answer in case.answers if answer))
