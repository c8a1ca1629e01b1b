"""What `crosscheck compare` shows: a row a day, and how many of each verdict."""

from collections.abc import Sequence

from rich.table import Table

from crosscheck.ruler.changes import FASTER, SAME, SLOWER, Change
from crosscheck.shown import tables
from crosscheck.shown.tables import escape


def show(changes: Sequence[Change]) -> None:
    """Every change, those that are none too."""
    out = tables.console()
    tables.put(out, _table(changes))
    for title in dict.fromkeys(change.title for change in changes):
        verdicts = [change.verdict for change in changes if change.title == title]
        counted = ", ".join(f"{verdicts.count(it)} {it}" for it in (FASTER, SLOWER, SAME) if it in verdicts)
        out.print(f"  {escape(title)}: {counted}")
    floors, machine = [change.floor for change in changes], [change.machine for change in changes]
    out.print(
        f"\n  Chance and the machine may do {min(floors):.1%} to {max(floors):.1%}, by day. The machine's own {min(machine):.3f}x to {max(machine):.3f}x is taken out."
    )


def _table(changes: Sequence[Change]) -> Table:
    table = tables.table()
    table.add_column("day", justify="right", no_wrap=True)
    titles = list(dict.fromkeys(change.title for change in changes))
    for title in titles:
        table.add_column(escape(title), justify="right", no_wrap=True)
        table.add_column("", no_wrap=True)
    label = tables.day_labels([(change.year, change.day) for change in changes])
    for day, shown in label.items():
        by_title = {change.title: change for change in changes if (change.year, change.day) == day}
        table.add_row(shown, *(cell for title in titles for cell in _cells(by_title.get(title))))
    return table


def _cells(change: Change | None) -> tuple[str, str]:
    if change is None:
        return "-", ""
    style = {SAME: "", FASTER: "green", SLOWER: "bold red"}[change.verdict]
    shown = f"{change.ratio.value:.3f}x"
    said = "" if change.verdict == SAME else change.verdict
    return (f"[{style}]{shown}[/]", f"[{style}]{said}[/]") if style else (shown, said)
