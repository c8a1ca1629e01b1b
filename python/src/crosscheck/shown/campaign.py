"""A campaign as it goes: its counts, and what it finds at once."""

from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.table import Table

from crosscheck.judging.campaign import Campaign
from crosscheck.judging.journal import Journal, Line
from crosscheck.judging.tally import Tally, by_day
from crosscheck.shown import agreement, tally

EVERY = 60.0  # seconds between lines where nobody watches


class CampaignView:
    """A context manager: on a terminal a table that follows the counts, elsewhere a line a minute."""

    def __init__(self, out: Console, root: Path, journal: Journal, campaign: Campaign) -> None:
        self._out, self._root, self._campaign = out, root, campaign
        self._aim = journal.aim
        self._tallies = {day: Tally() for day in sorted(self._aim.days)} | by_day(journal.lines)
        self._said = monotonic()
        self._live = Live(console=out, get_renderable=self._table, refresh_per_second=1, transient=True)

    def __enter__(self) -> Self:
        if self._out.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._out.is_terminal:
            self._live.stop()

    def tell(self, line: Line) -> None:
        """A portion is done."""
        day = line["year"], line["day"]
        self._tallies[day].add(line)
        if "broke" in line:
            self._out.print(f"[bold red]{day[0]} day {day[1]}, portion {line['nth']}: {escape(line['broke'])}[/]")
        for what in line.get("retried", []):
            self._out.print(f"[yellow]{day[0]} day {day[1]}: {escape(what)}; it was asked again[/]")
        for name in line.get("saved", []):
            agreement.show_saved(self._out, self._root, name)
        if not self._out.is_terminal and monotonic() - self._said >= EVERY:
            self._said = monotonic()
            self._out.print(self._so_far())

    def _table(self) -> Table:
        return tally.as_it_goes(self._tallies, self._so_far())

    def _so_far(self) -> str:
        total = sum(self._tallies.values(), Tally())
        times = f"{_clock(self._campaign.elapsed)} of {_clock(self._aim.seconds)}"
        return f"{times}: {total.inputs:,} inputs, {total.disagreements:,} disagreements"


def _clock(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> _clock(3723.4)
    '1:02:03'
    """
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
