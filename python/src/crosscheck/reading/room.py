"""All that a day's page shows, gathered from the tree: the page, the solutions, the cases, the stored results."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.reading import page, solution
from crosscheck.reading.page import Page
from crosscheck.reading.solution import Solution
from crosscheck.ruler import growth, results
from crosscheck.ruler.growth import GrownDay
from crosscheck.ruler.results import DayResult, Figures, Measured, Result
from crosscheck.shown import gallery, pages
from crosscheck.solvers.outcome import STEPS
from crosscheck.tree import advent, cases, languages, repository
from crosscheck.tree.cases import DayCases
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder


@dataclass(frozen=True, slots=True)
class Column:
    """One language on one day. `index` is its place in languages.toml, which tells its colour; without a solution it is not there yet."""

    language: Language
    index: int
    file: str
    idea: str
    solution: Solution | None
    measured: Measured | None
    figures: Figures | None

    @property
    def key(self) -> str:
        """As it is called in languages.toml."""
        return self.language.key

    @property
    def title(self) -> str:
        """As it is called for people."""
        return self.language.title

    def step_time(self, step: str) -> int | None:
        """The median of a step, in nanoseconds."""
        steps = self.measured.steps if self.measured else None
        return steps.get(step) if steps else None


@dataclass(frozen=True, slots=True)
class Day:
    """A day; its `columns` are in the order of reading."""

    year: int
    day: int
    page: Page
    columns: tuple[Column, ...]
    cases: DayCases
    result: DayResult | None
    session: Result | None
    growth: GrownDay | None
    bytes: int

    @property
    def where(self) -> str:
        """Its page on the site."""
        return f"{self.year}/{self.day:02}.html"

    @property
    def name(self) -> str:
        """As it is called in a sentence."""
        return f"{self.year} day {self.day}"

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts that it has."""
        return advent.parts(self.year, self.day)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that it has."""
        return STEPS[: 1 + len(self.parts)]

    @property
    def timed(self) -> list[Column]:
        """The languages that were timed."""
        return [column for column in self.columns if column.measured]

    def ratio(self, column: Column) -> float | None:
        """How many times as long as the fastest."""
        return column.measured.ratio.value if column.measured else None

    def exponent(self, column: Column) -> float | None:
        """The power that its time grows by, where that was measured."""
        curve = self.growth.languages.get(column.key) if self.growth else None
        return curve.exponent.value if self.growth and curve and self.growth.is_power(curve) else None


def gather(root: Path) -> list[Day]:
    """Every day that has an input folder, in order."""
    solving = [(index, one) for index, one in enumerate(languages.load(root, {}).values()) if not one.same_as]
    titles = [one.title for _, one in solving]
    where = repository.days_with_inputs(root)
    read = {day: page.load(root, *day, titles) for day in where}
    order = _order_of_reading(read.values(), titles)
    solving.sort(key=lambda it: order.index(it[1].title))
    sessions = {year: results.load(gallery.stored(pages.folder(root, year))) for year in pages.years(root)}
    grown = {(day.year, day.day): day for file in root.glob("results/*/growth.json") for day in growth.load(file).days}
    return [_day(root, year, day, read[year, day], solving, sessions.get(year), grown) for year, day in where]


def _order_of_reading(read: Iterable[Page], titles: Sequence[str]) -> list[str]:
    """The order in which most pages tell the ideas; a language of which none tells is last."""
    orders = Counter(tuple(one.ideas) for one in read if one.ideas)
    usual = orders.most_common(1)[0][0] if orders else ()
    return [*usual, *(title for title in titles if title not in usual)]


def _day(
    root: Path,
    year: int,
    day: int,
    its_page: Page,
    solving: Sequence[tuple[int, Language]],
    session: Result | None,
    grown: Mapping[tuple[int, int], GrownDay],
) -> Day:
    result = next((one for one in session.days if one.day == day), None) if session else None
    full = day_folder(root, year, day) / "full.txt"
    return Day(
        year,
        day,
        its_page,
        tuple(_column(root, year, day, index, one, its_page, result) for index, one in solving),
        cases.load_day(root, year, day),
        result,
        session if result else None,
        grown.get((year, day)),
        full.stat().st_size if full.is_file() else 0,
    )


def _column(
    root: Path, year: int, day: int, index: int, language: Language, its_page: Page, result: DayResult | None
) -> Column:
    file = language.solution_path(root, year, day)
    return Column(
        language,
        index,
        file.relative_to(root).as_posix(),
        its_page.ideas.get(language.title, ""),
        solution.read(file.read_text(encoding="utf-8"), language) if file.is_file() else None,
        result.languages.get(language.key) if result else None,
        result.figures.get(language.key) if result else None,
    )
