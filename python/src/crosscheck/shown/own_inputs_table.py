"""What `crosscheck run --mine` shows: how each of one's own inputs stands."""

from collections.abc import Sequence

from crosscheck.judging.own_inputs import RIGHT, UNKNOWN, WRONG, OwnInput
from crosscheck.shown import tables
from crosscheck.shown.tables import escape


def show(standings: Sequence[OwnInput]) -> None:
    """A row an input, then what is wrong."""
    out = tables.console()
    years = dict.fromkeys(one.year for one in standings)
    out.print(f"[bold]{', '.join(map(str, years))}[/]      your own inputs\n")
    labels = tables.day_labels((one.year, one.day) for one in standings)
    shown = tables.table()
    shown.add_column("day", justify="right", no_wrap=True)
    for heading in ("input", "answers", ""):
        shown.add_column(heading, no_wrap=True)
    colour = {RIGHT: "green", WRONG: "bold red", UNKNOWN: "yellow"}
    for one in standings:
        answers = next(iter(one.answers)) if len(one.answers) == 1 else "?" if one.answers else "-"
        state = f"[{colour[one.state]}]{one.state}[/]"
        shown.add_row(labels[one.year, one.day], escape(one.source), escape(answers), state)
    tables.put(out, shown)
    for one in standings:
        if one.why:
            out.print(f"\n  [bold]{one.year} day {one.day}[/]  {escape(one.source)}")
            for line in one.why:
                out.print(f"  [bold red]{escape(line)}[/]")
    counts = [f"{sum(one.state == state for one in standings)} {state}" for state in (RIGHT, WRONG, UNKNOWN)]
    out.print(f"\n  {', '.join(counts)}")
