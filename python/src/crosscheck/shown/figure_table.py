"""What `crosscheck time` shows below its times: a table for each kind of figure, by language for one day, by day for several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from crosscheck.ruler.results import DayResult, Figures, Result
from crosscheck.shown.tables import console, day_labels, escape, put
from crosscheck.shown.tables import table as new_table
from crosscheck.shown.time_table import REDO
from crosscheck.tree.units import duration, size

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of figure: `cells` are one language's on one day, and none where there is no such figure."""

    title: str
    headings: Cells
    cells: Callable[[DayResult, str], Cells]
    total: Callable[[Sequence[Figures]], Cells] | None = None


def show(result: Result) -> None:
    """A table for each kind that was measured, and what could not be measured."""
    out = console()
    for kind in KINDS:
        _show_kind(out, kind, result.days)
    if result.builds:
        _show_builds(out, result)
    for line in refusals(result):
        out.print(f"  [bold red]{escape(line)}[/]")


def refusals(result: Result) -> list[str]:
    """Why there is no figure where one was asked for."""
    by_day = [
        f"{day.year} day {day.day}: no {name}: {why}"
        for day in result.days
        for one in day.figures.values()
        for name, why in one.refused.items()
    ]
    return by_day + [f"no build time: {why}" for why in result.not_built.values()]


def _layers(day: DayResult, key: str) -> Cells:
    if not (one := day.figures[key].layers):
        return ()
    call = "" if one.call is None else f"{'-' if one.call < 0 else '+'}{duration(abs(one.call))}"
    timed = day.languages[key]
    return duration(timed.median) if timed.steady else REDO, call, duration(one.request), duration(one.cold)


def _memory(day: DayResult, key: str) -> Cells:
    one = day.figures[key].memory
    return (size(one.peak), size(one.idle)) if one else ()


def _code(day: DayResult, key: str) -> Cells:
    one = day.figures[key].code
    return (f"{one.lines:,}", f"{one.tokens:,}") if one else ()


def _all_code(figures: Sequence[Figures]) -> Cells:
    sizes = [one.code for one in figures if one.code]
    return f"{sum(one.lines for one in sizes):,}", f"{sum(one.tokens for one in sizes):,}"


KINDS = (
    Kind(
        "Layers: the median inside the language, what of it is the call from another one, a request to a warm program, a cold program.",
        ("inside", "of it call", "request", "cold"),
        _layers,
    ),
    Kind("Peak resident memory of a cold program: solving the day, and solving nothing.", ("peak", "idle"), _memory),
    Kind("Code of the solutions, without comments and blank lines.", ("lines", "tokens"), _code, _all_code),
)


def _show_kind(out: Console, kind: Kind, days: Sequence[DayResult]) -> None:
    rows = [(day, {key: cells for key in day.figures if (cells := kind.cells(day, key))}) for day in days]
    titles = {key: day.figures[key].title for day, cells in rows for key in cells}
    if not titles:
        return
    out.print(f"\n[bold]{kind.title}[/]\n")
    if len(days) == 1:
        ((_, by_key),) = rows
        put(out, _table("", kind.headings, [(titles[key], cells) for key, cells in by_key.items()]))
        return
    blank = ("",) * len(kind.headings)
    labels = day_labels((day.year, day.day) for day, _ in rows)
    across = [
        (labels[day.year, day.day], tuple(cell for key in titles for cell in by_key.get(key, blank)))
        for day, by_key in rows
    ]
    if kind.total:
        # Of the days that all languages have: else the sums would be of different days.
        whole = [day for day, by_key in rows if len(by_key) == len(titles)]
        sums = tuple(cell for key in titles for cell in kind.total([day.figures[key] for day in whole]))
        across.append((f"all {len(whole)}", sums))
    above = tuple(cell for title in titles.values() for cell in (title, *blank[1:]))
    put(out, _table("day", above, [("", kind.headings * len(titles)), *across]))


def _show_builds(out: Console, result: Result) -> None:
    day = result.days[0]
    changes = max(one.changes for one in result.builds.values())
    out.print(
        f"\n[bold]Time to build, once from nothing, and after a change to {day.year} day {day.day} (median of {changes}).[/]\n"
    )
    rows = [(one.title, (duration(one.clean), duration(one.changed))) for one in result.builds.values()]
    put(out, _table("", ("from nothing", "after a change"), rows))


def _table(corner: str, headings: Cells, rows: Sequence[tuple[str, Cells]]) -> Table:
    """A table without the columns in which no row but a heading has anything."""
    shown = new_table()
    shown.add_column(corner, style="bold" if not corner else "", justify="right" if corner else "left", no_wrap=True)
    kept = [index for index in range(len(headings)) if any(cells[index] for label, cells in rows if label)]
    for index in kept:
        shown.add_column(escape(headings[index]), justify="right", no_wrap=True)
    for label, cells in rows:
        shown.add_row(escape(label), *(cells[index] for index in kept))
    return shown
