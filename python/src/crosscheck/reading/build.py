"""The site is written: every page from its template, and the files that they all use."""

import json
import posixpath
import re
import shutil
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosscheck import puzzles
from crosscheck.errors import UserError
from crosscheck.reading import catalogue, findings, markup, room, said
from crosscheck.reading.room import Column, Day
from crosscheck.reading.scale import LogScale, labelled
from crosscheck.reading.solution import BEFORE, Line
from crosscheck.ruler.growth import HEADING, SCHEMA, Growth
from crosscheck.tree import advent, inputs, units
from crosscheck.tree.files import write_whole

MARK = ".made-by-crosscheck"
"""An empty file that tells a folder that may be replaced."""

STATIC = Path(__file__).with_name("static")
SHOWN_LINES, SHOWN_CHARACTERS = 16, 600  # of a case
HEADER = "header"
TITLES = {
    HEADER: "The idea, and why it is right",
    BEFORE: "Before",
    "parse": "Parse",
    "part1": "Part 1",
    "part2": "Part 2",
}
DAY_PAGE = re.compile(r"inputs/(\d{4})/(\d\d)/README\.md")


@dataclass(frozen=True, slots=True)
class Cell:
    """One language's part of a row of code."""

    column: Column
    lines: tuple[Line, ...]
    essay: Markup
    time: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A step of all languages, side by side."""

    name: str
    title: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class PageSolver:
    """What solves an input in the page: a language's solutions as WebAssembly, in a script that is loaded on demand."""

    column: Column
    script: str
    bytes: int
    most: int  # bytes of an input


@dataclass(frozen=True, slots=True)
class Spot:
    """A language's mark on an axis, with its interval as percentages of the axis where there is one."""

    column: Column
    value: float
    at: float
    low: float | None = None
    width: float = 0


def build(root: Path, out: Path, source: str | None = None) -> list[Day]:
    """Write the site of the tree at `root` into the folder `out`, in place of an earlier one.

    Links to files of the repository lead to `source`, the address of its tree on the web; else to the files on disk, from a folder
    of the repository itself.
    """
    if out.exists() and not (out / MARK).is_file():
        raise UserError(f"{out} is there, and is no site that crosscheck made: name another folder, or remove it")
    days = room.gather(root)
    if not days:
        raise UserError(f"{root} has no day")
    if out.exists():
        shutil.rmtree(out)
    write_whole(out / MARK, "")
    _Writer(root, out, source, days).write()
    return days


class _Writer:
    def __init__(self, root: Path, out: Path, source: str | None, days: Sequence[Day]) -> None:
        self.root, self.out, self.source, self.days = root, out, source, days
        self.pages = {(day.year, day.day): day for day in days}
        self.environment = Environment(
            loader=PackageLoader(__package__),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._axis = LogScale.around(column.measured.median for day in days for column in day.timed if column.measured)
        self.environment.filters |= FILTERS
        self.environment.globals |= {"languages": days[0].columns, "text": _text}

    def write(self) -> None:
        shutil.copytree(STATIC, self.out / "static")
        write_whole(self.out / "static/colours.css", _colours())
        self._wasm()
        essays = self._essays()
        neighbours = [None, *self.days, None]
        for before, day, after in zip(neighbours, self.days, neighbours[2:], strict=False):
            self._day(day, before, after, essays)
        self._index()
        self._techniques()
        self._page("timing.html", "text.html", "timing", text=self._document("docs/timing.md"))
        found, timed = findings.all_of(self.days), sum(bool(day.timed) for day in self.days)
        self._page("findings.html", "findings.html", "findings", findings=found, days=self.days, timed=timed)

    def _wasm(self) -> None:
        """Each year's solutions as WebAssembly, where they were built: as a script, since a page from the disk can load no other.

        A page loads those of its own year alone: all of them are some MB, and a year is what changes.
        """
        for year, language in {(day.year, column.language) for day in self.days for column in day.columns}:
            file = language.wasm_path(self.root, year)
            if file and file.is_file():
                text = b64encode(file.read_bytes()).decode("ascii")
                write_whole(self.out / _script(language.key, year), f'var WASM = "{text}";\n')

    def _solver(self, day: Day) -> tuple[PageSolver | None, bool]:
        """What solves the day in its page; and whether all that is lacking for it is the day's solution."""
        lacking = False
        for column in day.columns:
            file = column.language.wasm_path(self.root, day.year)
            if file and file.is_file():
                if column.solution:
                    script = _script(column.key, day.year)
                    return PageSolver(column, script, file.stat().st_size, inputs.MAX_BYTES), False
                lacking = True
        return None, lacking

    def _index(self) -> None:
        """The index, and what its script knows of the days."""
        measure = catalogue.MEASURES[0]
        scale = catalogue.scale(measure, self.days, 0)
        self._page(
            "index.html",
            "index.html",
            years=self._by_year(),
            techniques=catalogue.techniques(self.root, self.days),
            measures=catalogue.MEASURES,
            measure=measure,
            scale=scale,
            levels=catalogue.LEVELS,
            axis=self._axis,
            last_day=advent.MOST_DAYS,
        )
        data = json.dumps(catalogue.as_data(self.days), ensure_ascii=False, separators=(",", ":"))
        write_whole(self.out / "static/days.js", f"const CATALOGUE = {data};\n")

    def _by_year(self) -> dict[int, list[Day]]:
        """The days of each year, the latest first."""
        years: dict[int, list[Day]] = {}
        for day in self.days:
            years.setdefault(day.year, []).append(day)
        return dict(sorted(years.items(), reverse=True))

    def _techniques(self) -> None:
        """The list of techniques, and a page for each."""
        every = catalogue.techniques(self.root, self.days)
        self._page("techniques.html", "techniques.html", "techniques", techniques=every)
        for it in every:
            self._page(f"technique/{slug(it.name)}.html", "technique.html", "techniques", technique=it, axis=self._axis)

    def _document(self, path: str) -> Markup:
        """A document of the repository."""
        file = self.root / path
        text = (
            file.read_text(encoding="utf-8") if file.is_file() else "# How times are taken\n\nThis tree does not say."
        )
        return markup.markdown(text, partial(self._lead, posixpath.dirname(path), ""))

    def _page(self, where: str, template: str, here: str = "", **values: object) -> None:
        up = "../" * where.count("/")
        html = self.environment.get_template(template).render(up=up, here=here, repo=partial(self._repo, up), **values)
        write_whole(self.out / where, html)

    def _repo(self, up: str, path: str, line: int | None = None) -> str:
        """The address of a file of the repository, for a page that has the site's root at `up`."""
        if self.source is None:
            return f"{up}../{path}"
        return f"{self.source}/{path}" + (f"#L{line}" if line else "")

    def _lead(self, folder: str, up: str, link: str) -> str:
        """Where a link in a text of the repository's `folder` leads to on a page of the site."""
        if re.match(r"[a-z]+:|#", link):
            return link
        path = posixpath.normpath(posixpath.join(folder, link))
        page = DAY_PAGE.fullmatch(path)
        day = self.pages.get((int(page[1]), int(page[2]))) if page else None
        return up + day.where if day else self._repo(up, path)

    def _essays(self) -> Mapping[tuple[int, int, str], Markup]:
        """Each solution's header by year, day and language."""
        headers: dict[str, dict[tuple[int, int, str], str]] = {}
        for day in self.days:
            for column in day.columns:
                if column.solution:
                    kind = (column.language.header or "").split(" ")[-1]
                    headers.setdefault(kind, {})[day.year, day.day, column.key] = _essay(column.solution.header, day)
        found: dict[tuple[int, int, str], Markup] = {}
        for kind, texts in headers.items():
            if kind == "haddock":
                found |= zip(texts, markup.haddock(list(texts.values())), strict=True)
            else:
                read = markup.markdown if kind == "markdown" else markup.docstring
                found |= {where: read(text) for where, text in texts.items()}
        return found

    def _day(
        self, day: Day, before: Day | None, after: Day | None, essays: Mapping[tuple[int, int, str], Markup]
    ) -> None:
        folder = f"inputs/{day.year}/{day.day:02}"
        read = partial(markup.markdown, lead=partial(self._lead, folder, "../"))
        scale = _scale(day)
        solver, lacking = self._solver(day)
        self._page(
            day.where,
            "day.html",
            day=day,
            before=before,
            after=after,
            folder=folder,
            puzzle=read(day.page.puzzle),
            puzzle_file=puzzles.path(day.year, day.day).relative_to(Path(puzzles.__file__).parents[4]).as_posix(),
            differ=read(day.page.differ),
            ideas={column.key: read(column.idea) for column in day.columns},
            strips=_strips(day, scale),
            ticks=labelled(scale, said.duration),
            rows=[_row(day, name, essays) for name in (HEADER, BEFORE, *day.steps)],
            growth=_growth(day),
            solver=solver,
            lacking=lacking,
            params=puzzles.load(day.year, day.day).params if solver and puzzles.has(day.year, day.day) else {},
        )
        write_whole(
            self.out / day.where.replace(".html", ".json"), json.dumps(_data(day), indent=1, ensure_ascii=False) + "\n"
        )


def _row(day: Day, name: str, essays: Mapping[tuple[int, int, str], Markup]) -> Row:
    cells = [
        Cell(
            column,
            column.solution.steps.get(name, ()) if column.solution else (),
            essays.get((day.year, day.day, column.key), Markup("")),
            column.step_time(name),
        )
        for column in day.columns
    ]
    return Row(name, TITLES[name], cells)


def _essay(header: str, day: Day) -> str:
    """A header without its first paragraph where that only says which day it is, which the page says already."""
    first, _, rest = header.partition("\n\n")
    url = f"https://adventofcode.com/{day.year}/day/{day.day}"
    left = first.replace(url, "").replace(day.page.title, "").replace(day.name, "")
    return header if re.search(r"\w", left) else rest


def _scale(day: Day) -> LogScale:
    values = [column.measured.median for column in day.columns if column.measured]
    steps = [time for column in day.columns for step in day.steps if (time := column.step_time(step))]
    return LogScale.around([*values, *steps], close=True)


def _strips(day: Day, scale: LogScale) -> list[dict[str, Any]]:
    rows = [
        {
            "name": said.step(step),
            "spots": [
                Spot(column, time, scale.at(time))
                for column in day.columns
                if (time := column.step_time(step)) is not None
            ],
        }
        for step in day.steps
    ]
    together = [
        Spot(column, it.median, scale.at(it.median), scale.at(it.low), round(scale.at(it.high) - scale.at(it.low), 2))
        for column in day.columns
        if (it := column.measured)
    ]
    return [*rows, {"name": "together", "spots": together}]


def _growth(day: Day) -> Markup | None:
    """The curves of the day, drawn as they are for the year, in the colours of the page."""
    if not day.growth or not day.growth.languages or not day.session:
        return None
    from crosscheck.shown import pictures  # it takes a second to load what draws

    svg = pictures.growth(Growth(SCHEMA, HEADING, {}, [day.growth]))
    svg = re.sub(r"svg \{--.*?\}\n@media.*?\}\}\n", "", svg, flags=re.DOTALL)
    return Markup(svg[svg.index("<svg") :])


def _text(text: str) -> Markup:
    """A case's input, cut where it is long."""
    lines = text[:SHOWN_CHARACTERS].rstrip("\n").split("\n")
    shown = "\n".join(lines[:SHOWN_LINES])
    cut = len(shown) < len(text.rstrip("\n"))
    known = not cut and "\r" not in text  # a page has no carriage returns
    first = "\n" if shown.startswith("\n") else ""  # a line end at the very start is not shown
    return Markup('<pre tabindex="0"{}>{}{}{}</pre>').format(
        "" if known else Markup(" data-cut"), first, shown, " …" if cut else ""
    )


def _data(day: Day) -> dict[str, Any]:
    """What the page shows, for a program."""
    return {
        "year": day.year,
        "day": day.day,
        "title": day.page.title,
        "puzzle": f"https://adventofcode.com/{day.year}/day/{day.day}",
        "draft": day.cases.draft,
        "tags": day.page.tags,
        "answers": day.cases.full.answers if day.cases.full else None,
        "commit": day.session.provenance.get("commit") if day.session else None,
        "languages": {column.key: _of_column(day, column) for column in day.columns},
    }


def _of_column(day: Day, column: Column) -> dict[str, Any]:
    one, known = column.measured, column.solution
    return {
        "file": column.file,
        "idea": column.idea,
        "lines": known.size.lines if known else None,
        "tokens": known.size.tokens if known else None,
        "begins": {step: lines[0].number for step, lines in known.steps.items() if lines} if known else {},
        "ns": {"median": one.median, "low": one.low, "high": one.high, **(one.steps or {})} if one else None,
        "ratio": day.ratio(column),
        "exponent": day.exponent(column),
        "peak_bytes": column.figures.memory.peak if column.figures and column.figures.memory else None,
    }


def _script(key: str, year: int) -> str:
    """Where the site has a language's solutions of a year."""
    return f"static/{key}-{year}.js"


def _colours() -> str:
    """The colours that pictures have, by their names there, and by the place of a language in languages.toml."""
    from crosscheck.shown.pictures import NAMES, SOLUTIONS

    named = "".join(f"  --{name}: light-dark({light}, {dark});\n" for name, (light, dark) in NAMES.items())
    places = "".join(f".h{place} {{ --hue: var(--solution{place + 1}); }}\n" for place in range(len(SOLUTIONS)))
    return f":root {{\n{named}}}\n{places}"


def slug(name: str) -> str:
    """A name as part of an address.

    >>> slug("Dijkstra's algorithm")
    'dijkstra-s-algorithm'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


FILTERS = {
    "duration": said.duration,
    "ratio": said.ratio,
    "ratio_interval": said.ratio_interval,
    "interval": said.interval,
    "size": units.size,
    "count": said.count,
    "words": said.words,
    "step": said.step,
    "data": lambda values: json.dumps(dict(values)),
    "slug": slug,
    "file": posixpath.basename,
}
