"""What `crosscheck stress` shows: for each day the worst of each language, and at the end the worst day."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from crosscheck.ruler.stress import Load, Stressed, memory_of, time_of
from crosscheck.shown import tables
from crosscheck.shown.tables import escape
from crosscheck.tree.units import duration, size

Named = tuple[Load, str]
"""What a language took, and how the input is called."""


def show_day(out: Console, day: Stressed) -> None:
    """A row for each language, and what is wrong."""
    verdict = "[green]within the limits[/]" if day.well else "[yellow]not by all[/]"
    if day.faults:
        verdict = "[bold red]BEYOND THE LIMITS[/]"
    out.print(f"{escape(str(day.puzzle))}: {len(day.names)} inputs: {verdict}\n")
    table = _table()
    for language in day.asked:
        slowest, largest = day.worst(language, time_of), day.worst(language, memory_of)
        _row(table, language.title, (slowest, slowest.name), (largest, largest.name))
    for language in day.without:
        table.add_row(escape(language.title), *["-"] * 4)
    tables.put(out, table)
    for line in day.faults:
        out.print(f"  [bold red]{escape(line)}[/]")
    if day.absent:
        out.print(f"  [yellow]not asked: {', '.join(language.title for language in day.absent)}[/]")
    out.print()


def show_worst(out: Console, days: Sequence[Stressed]) -> None:
    """A row for each language: its worst day."""
    out.print("The worst day of each language:\n")
    table = _table()
    for language in dict.fromkeys(language for day in days for language in day.asked):
        loads = [
            (load, f"{day.puzzle.year} day {day.puzzle.day}: {load.name}")
            for day in days
            for load in day.loads
            if load.language == language
        ]
        slowest, largest = (max(loads, key=lambda one: measure(one[0])) for measure in (time_of, memory_of))
        _row(table, language.title, slowest, largest)
    tables.put(out, table)
    out.print()


def _table() -> Table:
    table = tables.table()
    table.add_column(style="bold", no_wrap=True)
    for figure in ("time", "memory"):
        table.add_column(figure, justify="right", no_wrap=True)
        table.add_column("on", no_wrap=True)
    return table


def _row(table: Table, title: str, slowest: Named, largest: Named) -> None:
    (slow, where), (large, there) = slowest, largest
    table.add_row(escape(title), duration(slow.ns), escape(where), size(large.peak), escape(there))
