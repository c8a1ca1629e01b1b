"""What campaigns have come to: a row a day as it goes, at the end, and a row a year for a page."""

from collections.abc import Callable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crosscheck.judging.parallel import EACH
from crosscheck.judging.tally import Day, Tally
from crosscheck.shown import tables

FIGURES: dict[str, Callable[[Tally], int]] = {
    "texts": lambda it: it.texts,
    "by brute force": lambda it: it.proven,
    "damaged, refused": lambda it: it.damaged,
    "mutants": lambda it: it.mutants,
    "of these refused": lambda it: it.refused,
    "disagreements": lambda it: it.disagreements,
    "broken portions": lambda it: it.broken,
    "retried": lambda it: len(it.retried),
}
ALWAYS = "disagreements"


def as_it_goes(tallies: Mapping[Day, Tally], elapsed: str) -> Table:
    """The inputs so far, a row a day of the month and a column a year."""
    table = tables.table()
    table.title, table.title_justify = elapsed, "left"
    years, days = sorted({year for year, _ in tallies}), sorted({day for _, day in tallies})
    table.add_column("day", justify="right", no_wrap=True)
    for year in years:
        table.add_column(str(year), justify="right", no_wrap=True)
    for day in days:
        table.add_row(str(day), *(_count(tallies.get((year, day))) for year in years))
    return table


def _count(tally: Tally | None) -> Text:
    if tally is None:
        return Text("")
    return Text(f"{tally.inputs:,}", style="" if tally.is_well else "bold red")


def show(out: Console, tallies: Mapping[Day, Tally]) -> None:
    """A row a day, and their sum."""
    total = sum(tallies.values(), Tally())
    names = [name for name, figure in FIGURES.items() if figure(total) or name == ALWAYS]
    labels = tables.day_labels(tallies)
    table = tables.table()
    table.add_column("day", no_wrap=True)
    for name in (*names, "each"):
        table.add_column(name, justify="right", no_wrap=True)
    for day, tally in tallies.items():
        style = "" if tally.is_well else "bold red"
        table.add_row(labels[day], *(f"{FIGURES[name](tally):,}" for name in names), _each(tally), style=style)
    table.add_row("all", *(f"{FIGURES[name](total):,}" for name in names), _each(total), style="bold")
    tables.put(out, table)


def _each(tally: Tally) -> str:
    """What an input costs, with all that is asked about it."""
    return f"{tally.seconds / tally.inputs * 1e3:.1f} ms" if tally.inputs else "-"


def markdown(tallies: Mapping[Day, Tally]) -> str:
    """A row a year, and which days had fewer inputs, as one of them costs much."""
    years: dict[str, list[Tally]] = {}
    for (its_year, _), tally in tallies.items():
        years.setdefault(str(its_year), []).append(tally)
    rows = {**years, "**all**": list(tallies.values())}
    total = sum(tallies.values(), Tally())
    names = [name for name, figure in FIGURES.items() if figure(total) or name == ALWAYS]
    lines = [
        f"| year | days | {' | '.join(names)} | fewest of a day | hours of a core |",
        f"|---|{'--:|' * (len(names) + 3)}",
    ]
    for label, its_days in rows.items():
        total = sum(its_days, Tally())
        figures = (f"{FIGURES[name](total):,}" for name in names)
        fewest, hours = min(tally.inputs for tally in its_days), total.seconds / 3600
        lines.append(f"| {label} | {len(its_days)} | {' | '.join(figures)} | {fewest:,} | {hours:.1f} |")
    dear = [
        f"{year} day {day} ({_each(tally)}: {tally.inputs:,})"
        for (year, day), tally in tallies.items()
        if tally.inputs and tally.seconds / tally.inputs > EACH
    ]
    if dear:
        lines += ["", f"Fewer where one costs over {EACH * 1e3:.0f} ms: {', '.join(dear)}."]
    return "\n".join(lines) + "\n"
