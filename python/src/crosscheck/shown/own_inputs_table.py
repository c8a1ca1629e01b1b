"""What `crosscheck run --mine` shows: how each of one's own inputs stands."""

from collections.abc import Sequence

from rich.markup import escape

from crosscheck.judging.own_inputs import RIGHT, UNKNOWN, WRONG, OwnInput
from crosscheck.shown import tables


def show(standings: Sequence[OwnInput]) -> None:
    """A row an input, then what is wrong."""
    out = tables.console()
    out.print(f"[bold]{standings[0].year}[/]      your own inputs\n")
    shown = tables.table()
    shown.add_column("day", justify="right", no_wrap=True)
    for heading in ("input", "answers", ""):
        shown.add_column(heading, no_wrap=True)
    colour = {RIGHT: "green", WRONG: "bold red", UNKNOWN: "yellow"}
    for one in standings:
        answers = next(iter(one.answers)) if len(one.answers) == 1 else "?" if one.answers else "-"
        state = f"[{colour[one.state]}]{one.state}[/]"
        shown.add_row(str(one.day), escape(one.source), escape(answers), state)
    tables.put(out, shown)
    for one in standings:
        if one.why:
            out.print(f"\n  [bold]{one.year} day {one.day}[/]  {escape(one.source)}")
            for line in one.why:
                out.print(f"  [bold red]{escape(line)}[/]")
    counts = [f"{sum(one.state == state for one in standings)} {state}" for state in (RIGHT, WRONG, UNKNOWN)]
    out.print(f"\n  {', '.join(counts)}")
