"""`crosscheck compare`: what became faster or slower between two timing results."""

import json
import math
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from rich.markup import escape
from rich.table import Table

from crosscheck import estimate, options, results
from crosscheck.errors import UserError
from crosscheck.estimate import Ratio
from crosscheck.report import console, put
from crosscheck.report import table as new_table
from crosscheck.results import DayResult, Measured, Result

SAME, FASTER, SLOWER = "no measurable difference", "faster", "slower"
ENOUGH = 30  # times in common, from which the machine's own part in the change can be told
SESSIONS = 0.05  # how far the same program may be apart in two sessions, where there are not so many


@dataclass(frozen=True, slots=True)
class Change:
    """One language on one day: how many times as long as before it takes, and what that is called."""

    day: int
    language: str
    title: str
    ratio: Ratio
    verdict: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes; `floor` is what is not told from chance, `machine` what all times changed by."""

    floor: float
    machine: float
    changes: list[Change]


@click.command("compare")
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.as_json
def compare(old: Path, new: Path, json_out: bool) -> None:
    """Tell what is faster, slower or not measurably different in NEW, against OLD.

    Both are what `crosscheck time --save` wrote, or a stored results/2021.json. Exit status 1 when
    something is slower.
    """
    found = compared(results.load(old), results.load(new))
    if json_out:
        click.echo(json.dumps({**asdict(found), "changes": [_as_json(change) for change in found.changes]}, indent=1))
    else:
        _show(found)
    click.get_current_context().exit(1 if any(change.verdict == SLOWER for change in found.changes) else 0)


def compared(old: Result, new: Result) -> Comparison:
    """Each day and language that both have, on the same input.

    Two sessions are two states of one machine. What the median of at least thirty times changes by is
    taken to be the machine's, and taken out; and since most solutions have not changed, four standard deviations
    of all changes (from their median deviation) are what one has to exceed.
    """
    if old.noise is None or new.noise is None:
        raise UserError("a quick look is not to be compared: time both without --quick")
    both = [
        (day.day, key, then.languages[key], now)
        for day in new.days
        for then in old.days
        if (then.year, then.day) == (day.year, day.day) and _same_input(then, day)
        for key, now in day.languages.items()
        if key in then.languages and now.steady and then.languages[key].steady
    ]
    if not both:
        raise UserError("the two have no day and language in common that were timed on the same input")
    ratios = [estimate.unpaired(now.processes, then.processes) for _, _, then, now in both]
    logs = [math.log(ratio.value) for ratio, (_, _, _, now) in zip(ratios, both, strict=True) if now.same_as is None]
    machine, apart = _in_common(logs) if len(logs) >= ENOUGH else (1.0, SESSIONS)
    floor = max(old.noise, new.noise, apart)
    changes = [
        _change(day, key, now, ratio, machine, floor) for ratio, (day, key, _, now) in zip(ratios, both, strict=True)
    ]
    return Comparison(floor, machine, changes)


def _in_common(logs: list[float]) -> tuple[float, float]:
    """What all changed by, and how far from that a change may be by chance, as a part of 1."""
    middle = statistics.median(logs)
    deviation = statistics.median(abs(log - middle) for log in logs) / statistics.NormalDist().inv_cdf(0.75)
    return round(math.exp(middle), 4), round(math.expm1(4 * deviation), 4)


def _same_input(one: DayResult, other: DayResult) -> bool:
    return (one.input.source, one.input.bytes, one.answers) == (other.input.source, other.input.bytes, other.answers)


def _change(day: int, key: str, now: Measured, ratio: Ratio, machine: float, floor: float) -> Change:
    own = Ratio(*(round(value / machine, 4) for value in (ratio.value, ratio.low, ratio.high)))
    verdict = SAME if not own.differs(floor) else SLOWER if own.value > 1 else FASTER
    return Change(day, key, now.title, own, verdict)


def _as_json(change: Change) -> dict[str, object]:
    ratio = change.ratio
    return {
        "day": change.day,
        "language": change.language,
        "ratio": [ratio.value, ratio.low, ratio.high],
        "verdict": change.verdict,
    }


def _show(found: Comparison) -> None:
    out = console()
    put(out, _table(found))
    for title in dict.fromkeys(change.title for change in found.changes):
        verdicts = [change.verdict for change in found.changes if change.title == title]
        counted = ", ".join(f"{verdicts.count(it)} {it}" for it in (FASTER, SLOWER, SAME) if it in verdicts)
        out.print(f"  {escape(title)}: {counted}")
    out.print(f"\n  Differences of up to {found.floor:.1%} are not told from chance.")
    if found.machine != 1:
        out.print(
            f"  The median of all times is {found.machine:.3f}x: that is taken to be the machine's, and taken out."
        )


def _table(found: Comparison) -> Table:
    table = new_table()
    table.add_column("day", justify="right")
    titles = list(dict.fromkeys(change.title for change in found.changes))
    for title in titles:
        table.add_column(escape(title), justify="right", no_wrap=True)
        table.add_column("", no_wrap=True)
    for day in dict.fromkeys(change.day for change in found.changes):
        by_title = {change.title: change for change in found.changes if change.day == day}
        table.add_row(str(day), *(cell for title in titles for cell in _cells(by_title.get(title))))
    return table


def _cells(change: Change | None) -> tuple[str, str]:
    if change is None:
        return "-", ""
    style = {SAME: "", FASTER: "green", SLOWER: "bold red"}[change.verdict]
    shown = f"{change.ratio.value:.3f}x"
    said = "" if change.verdict == SAME else change.verdict
    return (f"[{style}]{shown}[/]", f"[{style}]{said}[/]") if style else (shown, said)
