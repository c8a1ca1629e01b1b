"""The reading room in a real browser, from the disk: no page complains, and what can be done there works.

Needs Chromium, as Debian's package; without it, or without what drives it, these tests are skipped.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sites import built

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
