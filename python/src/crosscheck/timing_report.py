"""What `crosscheck time` shows, and its JSON."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.markup import escape
from rich.table import Table

from crosscheck.inputs import PuzzleInput
from crosscheck.languages import Language
from crosscheck.outcome import Timing, describe
from crosscheck.report import console, put
from crosscheck.report import table as new_table
from crosscheck.samples import duration, middle, ratio
from crosscheck.timing import ROUNDS, Timed, Times

HEADING = "Times of these solutions; not of languages."
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class DayTimes:
    """One day: its times, or why there are none."""

    year: int
    day: int
    title: str
    input: PuzzleInput | None
    times: Times | None
    refusal: str = ""


def show(days: Sequence[DayTimes]) -> None:
    """A detailed table for one day, a row a day for several."""
    out = console()
    well = [day for day in days if day.times]
    if well:
        out.print(f"[bold]{HEADING}[/] Median over {ROUNDS} processes, warm; ratios to the fastest.\n")
    if len(days) == 1 and days[0].times and days[0].input:
        day = days[0]
        out.print(f"{day.year} day {day.day}: {escape(day.title)}, {escape(days[0].input.source)}\n")
        put(out, _one_day(days[0].times))
    elif well:
        put(out, _several_days(well))
    for day in days:
        where = f"{day.year} day {day.day}"
        if day.refusal:
            out.print(f"  [bold red]{where}: not timed: {escape(day.refusal)}[/]")
        for language, outcome in day.times.absent if day.times else ():
            said = escape(f"{where}: {language.title} {describe(outcome)}")
            out.print(f"  [red]{said}[/]")


def as_json(days: Sequence[DayTimes], provenance: dict[str, object]) -> dict[str, Any]:
    """Every raw sample, in the order in which it was taken."""
    return {
        "schema": SCHEMA,
        "heading": HEADING,
        "provenance": provenance,
        "days": [_day_as_json(day) for day in days],
    }


def _one_day(times: Times) -> Table:
    table = new_table()
    table.add_column("", style="bold", no_wrap=True)
    for heading in ("parse", "part 1", "part 2", "total", "", "min", "first call", "runs"):
        table.add_column(heading, justify="right", no_wrap=True)
    fastest = min(_median(timed).total for timed in times.timed)
    for timed in times.timed:
        run = _median(timed)
        steps = [duration(step) for step in run.steps] if run.steps else ["", "", ""]
        least = min(one.total for one in timed.kept())
        table.add_row(
            escape(timed.language.title),
            *steps,
            duration(run.total),
            ratio(run.total / max(1, fastest)),
            duration(least),
            duration(middle(timed.first).total),
            f"{len(timed.kept()):,}",
        )
    return table


def _several_days(days: Sequence[DayTimes]) -> Table:
    languages: dict[str, Language] = {
        timed.language.key: timed.language for day in days if day.times for timed in day.times.timed
    }
    table = new_table()
    table.add_column("day", justify="right")
    for language in languages.values():
        table.add_column(escape(language.title), justify="right", no_wrap=True)
        table.add_column("", justify="right", no_wrap=True)
    totals: dict[str, list[int]] = {key: [] for key in languages}
    logs: dict[str, list[float]] = {key: [] for key in languages}
    for day in days:
        medians = {one.language.key: _median(one).total for one in day.times.timed} if day.times else {}
        fastest = max(1, min(medians.values()))
        cells = []
        for key in languages:
            if key in medians:
                totals[key].append(medians[key])
                logs[key].append(math.log(max(1, medians[key]) / fastest))
                cells += [duration(medians[key]), ratio(medians[key] / fastest)]
            else:
                cells += ["-", ""]
        table.add_row(str(day.day), *cells)
    table.add_section()
    summary = []
    for key in languages:
        whole = len(totals[key]) == len(days)  # a sum over other days would mislead
        mean = math.exp(sum(logs[key]) / max(1, len(logs[key])))
        summary += [duration(sum(totals[key])), ratio(mean)] if whole else ["", ""]
    table.add_row("all", *summary)
    return table


def _median(timed: Timed) -> Timing:
    return middle(timed.kept())


def _day_as_json(day: DayTimes) -> dict[str, Any]:
    return {
        "year": day.year,
        "day": day.day,
        "title": day.title,
        "input": day.input
        and {
            "source": day.input.source,
            "bytes": day.input.size,
            "seed": day.input.full.seed if day.input.full else None,
        },
        "refused": day.refusal or None,
        "answers": list(day.times.answers) if day.times else None,
        "languages": {timed.language.key: _language_as_json(timed) for timed in (day.times.timed if day.times else ())},
        "absent": {language.key: describe(outcome) for language, outcome in (day.times.absent if day.times else ())},
    }


def _language_as_json(timed: Timed) -> dict[str, Any]:
    kept = timed.kept()
    return {
        "title": timed.language.title,
        "version": timed.hello.version,
        "profile": timed.hello.profile,
        "ns": {
            "median": middle(kept).total,
            "min": min(run.total for run in kept),
            "n": len(kept),
            "first": [run.total for run in timed.first],
        },
        "blocks": [
            {"round": block.round, "warm_up": block.warm_up, "ns": _columns(block.runs)} for block in timed.blocks
        ],
    }


def _columns(runs: Sequence[Timing]) -> dict[str, list[int]]:
    steps = [run.steps for run in runs if run.steps is not None]
    if len(steps) < len(runs):
        return {"total": [run.total for run in runs]}
    columns = zip(*steps, strict=True)
    return {name: list(column) for name, column in zip(("parse", "part1", "part2"), columns, strict=True)}
