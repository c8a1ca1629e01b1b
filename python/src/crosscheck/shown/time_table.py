"""What `crosscheck time` shows: a detailed table for one day, a row a day for several."""

from collections.abc import Sequence
from statistics import geometric_mean

from rich.table import Table

from crosscheck.ruler.results import DayResult, Measured, Result
from crosscheck.shown.tables import console, day_labels, escape, put
from crosscheck.shown.tables import table as new_table
from crosscheck.solvers.outcome import STEPS
from crosscheck.tree.units import duration, ratio

REDO = "redo"
SAME = "="


def show(result: Result) -> None:
    """The tables, and what could not be timed."""
    out = console()
    well = [day for day in result.days if day.languages]
    if well:
        out.print(
            f"[bold]{result.heading}[/] Medians over {result.method.processes} processes or more, warm; ratios to the fastest.\n"
        )
    if len(result.days) == 1 and well:
        (day,) = well
        out.print(f"{day.year} day {day.day}: {escape(day.title)}, {escape(day.input.source)}\n")
        put(out, _one_day(day))
    elif well:
        put(out, _several_days(well, result.noise))
    if well:
        out.print(f"\n  {_noise(result, len(well) > 1)}")
    for day in result.days:
        where = f"{day.year} day {day.day}"
        if day.refused:
            out.print(f"  [bold red]{where}: not timed: {escape(day.refused)}[/]")
        if day.unsteady:
            again = f".venv/bin/crosscheck time -y {day.year} -d {day.day}"
            said = f"{where}: {', '.join(day.unsteady)} did not hold still; to time it alone, type: {again}"
            out.print(f"  [bold red]{escape(said)}[/]")
        for said in day.absent.values():
            out.print(f"  [red]{escape(f'{where}: {said}')}[/]")


def _noise(result: Result, several: bool) -> str:
    if result.noise is None:
        return "A look only: no interval of two processes is worth much, and no twins ran that would show the noise."
    said = f"Noise: twins of the same program differ by up to {result.noise:.1%} in this session."
    return said + f" {SAME} is no measurable difference to the fastest." * several


def _one_day(day: DayResult) -> Table:
    table = new_table()
    table.add_column("", style="bold", no_wrap=True)
    for heading in ("parse", "part 1", "part 2", "total", "95 % interval", "min", "spread", "ratio", "95 % interval"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("twin", "first call", "runs"):
        table.add_column(heading, justify="right", no_wrap=True)
    for key, one in day.languages.items():
        if not one.steady:
            table.add_row(escape(one.title), "", "", "", REDO)
            continue
        steps = [duration(one.steps[step]) for step in STEPS] if one.steps else ["", "", ""]
        table.add_row(
            escape(one.title),
            *steps,
            duration(one.median),
            f"{duration(one.low)} to {duration(one.high)}",
            duration(one.least),
            duration(one.mad),
            ratio(one.ratio.value),
            "" if one.ratio.value == 1 else f"{one.ratio.low:.3g} to {one.ratio.high:.3g}",
            f"{day.twins[key].value:.3f}" if key in day.twins else "",
            duration(one.first),
            f"{one.n:,}",
        )
    for title in day.without.values():
        table.add_row(escape(title), *["-"] * (len(table.columns) - 1))
    return table


def _several_days(days: Sequence[DayResult], noise: float | None) -> Table:
    titles = {key: one.title for day in days for key, one in day.languages.items()}
    titles |= {key: title for day in days for key, title in day.without.items()}
    table = new_table()
    table.add_column("day", justify="right")
    for title in titles.values():
        table.add_column(escape(title), justify="right", no_wrap=True)
        table.add_column("", justify="right", no_wrap=True)
    labels = day_labels((day.year, day.day) for day in days)
    for day in days:
        table.add_row(
            labels[day.year, day.day], *(cell for key in titles for cell in _cells(day.languages.get(key), noise))
        )
    table.add_section()
    table.add_row("all", *(cell for key in titles for cell in summary([day.languages.get(key) for day in days])))
    return table


def _cells(one: Measured | None, noise: float | None) -> tuple[str, str]:
    if one is None:
        return "-", ""
    if not one.steady:
        return REDO, ""
    same = noise is not None and one.ratio.value != 1 and not one.ratio.differs(noise)
    return duration(one.median), SAME if same else ratio(one.ratio.value)


def summary(measured: Sequence[Measured | None]) -> tuple[str, str]:
    """A language's sum, and the geometric mean of its ratios; nothing unless it has every day: a sum over other days would mislead."""
    there = [one for one in measured if one is not None and one.steady]
    if len(there) < len(measured):
        return "", ""
    return duration(sum(one.median for one in there)), ratio(geometric_mean(one.ratio.value for one in there))
