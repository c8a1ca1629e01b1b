"""What `crosscheck scale` shows: a table of times by size for each day, and what the exponents mean."""

from statistics import median

from rich.table import Table

from crosscheck.ruler.growth import NOT_A_POWER, WHOSE, GrownDay, Growth
from crosscheck.shown import tables
from crosscheck.shown.tables import escape
from crosscheck.tree.units import duration


def show(result: Growth) -> None:
    """Every day's table, and what is to be said of it."""
    out = tables.console()
    if any(day.languages for day in result.days):
        out.print(f"[bold]{result.heading}[/]\n")
    for day in result.days:
        where = f"{day.year} day {day.day}"
        if day.refused:
            out.print(f"  [bold red]{escape(f'{where}: not timed: {day.refused}')}[/]\n")
            continue
        out.print(f"{escape(f'{where}: {day.title}')}, medians over {len(day.seeds)} inputs of each size\n")
        tables.put(out, _table(day))
        out.print()
        for line in (*day.absent.values(), *_said(day)):
            out.print(f"  {escape(line)}")
        out.print()


def _table(day: GrownDay) -> Table:
    table = tables.table()
    table.add_column(day.unit, style="bold", no_wrap=True)
    for heading in (*(f"{size:,}" for size in day.sizes), "exponent", "95 % interval"):
        table.add_column(heading, justify="right", no_wrap=True)
    for one in day.languages.values():
        power = one.exponent
        times = [duration(median(times)) for times in one.times]
        shown = (str(power), f"{power.low:.2f} to {power.high:.2f}") if day.is_power(one) else (NOT_A_POWER, "")
        table.add_row(escape(one.title), *times, *shown)
    for title in day.without.values():
        table.add_row(escape(title), *["-"] * (len(table.columns) - 1))
    return table


def _said(day: GrownDay) -> list[str]:
    """What the exponents mean, and which of them differ."""
    lines = [f"Fitted: time is a constant, and a multiple of the {day.unit} to the power of the exponent."]
    differences = day.differences()
    lines += [
        f"{steep.title} and {flat.title} differ in exponent, {steep.exponent} and {flat.exponent}: {WHOSE}."
        for steep, flat in differences
    ]
    if not all(map(day.is_power, day.languages.values())):
        lines.append(
            "Where time leaps between two sizes it is not a power: the processor may be why, as what fitted into a cache, or its branch "
            "predictor, fits no more."
        )
    if not differences and sum(map(day.is_power, day.languages.values())) > 1:
        lines.append("No two of them differ in exponent.")
    return lines
