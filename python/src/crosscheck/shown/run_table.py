"""What `crosscheck run` shows: a table for one day, a table for many."""

from collections.abc import Iterable, Sequence
from statistics import geometric_mean

from rich.console import Console
from rich.table import Table

from crosscheck.judging.day_run import DayRun, Row
from crosscheck.shown.tables import console, escape, last_lines, put, table, width
from crosscheck.solvers.outcome import (
    Answered,
    Rejected,
    Sampled,
    Timing,
    Unsupported,
    answers_of,
    claim,
    describe,
    stderr_of,
)
from crosscheck.tree.languages import Language
from crosscheck.tree.units import duration, ratio, size

NEAR = 60  # columns of a refused line


def one_day(day_run: DayRun, parts: Sequence[int]) -> None:
    """Answers, times and ratios by language, and the verdict."""
    out = console()
    heading(out, day_run)
    shown = day_table(parts)
    for title, cells in answers_and_times(day_run, parts).items():
        shown.add_row(escape(title), *cells)
    if shown.row_count:
        put(out, shown)
    _about_cold(out, [day_run])
    failures(out, day_run.rows, day_run.draft)
    _refused_places(out, day_run)
    verdict(out, day_run)
    _not_here(out, [day_run])


def heading(out: Console, day_run: DayRun) -> None:
    """The day, and the input if there is one."""
    name = f"{day_run.year} day {day_run.day}"
    shown = f"{name}: {day_run.title}" if day_run.title else name
    if day_run.draft:
        solving = [row.language.title for row in day_run.rows if row.language.key in day_run.solved]
        shown += f" (solved in {', '.join(solving)})" if solving else " (a draft)"
    source = f"      input: {escape(_source(day_run))}" if day_run.input else ""
    out.print(f"[bold]{escape(shown)}[/]{source}\n")


def day_table(parts: Sequence[int], *more: str) -> Table:
    """An empty table of one day: title, what is `more`, and what `answers_and_times` gives."""
    shown = table()
    shown.add_column("", style="bold", no_wrap=True)
    for column in (*more, *(f"part {part}" for part in parts), "parse", "part 1", "part 2", "total", ""):
        shown.add_column(column, justify="right", no_wrap=True)
    return shown


def answers_and_times(day_run: DayRun, parts: Sequence[int]) -> dict[str, list[str]]:
    """The cells of those that answered, by the language's title. Answers that are those of another road to the same
    solutions are left blank.
    """
    fastest = _fastest(day_run)
    shown = {}
    answers = {row.language.key: said for row in day_run.rows if (said := answers_of(row.outcome))}
    for row in day_run.rows:
        if not row.claimed and not row.language.lacks_toolchain:
            shown[row.language.title] = ["-"] * (len(parts) + 4)
        if row.ns is None:
            continue
        said = answers[row.language.key]
        repeated = row.language.same_as and answers.get(row.language.same_as) == said
        cells = ["" if repeated else escape(said[part - 1] or _no_answer(day_run, part)) for part in parts]
        steps = row.ns.steps or ("", "", "")
        times = [step if isinstance(step, str) else duration(step) for step in steps]
        for part in (1, 2):
            if said[part - 1] is None and row.ns.steps:
                times[part] = "-"
        total = [duration(row.ns.total), _ratio(row, fastest) if day_run.is_whole(row) else ""]
        shown[row.language.title] = [*cells, *times, *total]
    return shown


def several_days(runs: Sequence[DayRun], parts: Sequence[int]) -> None:
    """A row a day: answers, each language's total and its ratio to the fastest; then the verdict."""
    out = console()
    out.print(f"[bold]{runs[0].year}[/]\n")
    shown = _several_days(runs, parts)
    if width(out, shown) > out.width:  # the answers can be seen day by day
        shown = _several_days(runs, ())
    put(out, shown)
    _about_cold(out, runs)
    bad = [run for run in runs if not run.verdict.ok]
    for run in bad:
        out.print(f"\n  [bold]{run.year} day {run.day}[/]")
        failures(out, run.rows, run.draft)
        verdict(out, run)
    recorded = sum(1 for run in runs if run.input and _stated(run, parts))
    drafts = sum(run.draft for run in runs)
    well = f"{len(runs) - len(bad)} of {len(runs)} days agree"
    well += f", {drafts} of all as far as written (drafts)" if drafts else ""
    noted = f"recorded answers were checked on {recorded} of them"
    _not_here(out, runs)
    out.print(f"\n  [{'bold red' if bad else 'bold green'}]{well}; {noted}[/]")


def several_years(runs: Sequence[DayRun]) -> None:
    """A line below the tables of several years: nothing where there is one."""
    years = {run.year for run in runs}
    if len(years) > 1:
        well = sum(run.verdict.ok for run in runs)
        style = "green" if well == len(runs) else "red"
        console().print(f"\n  [bold {style}]{len(years)} years: {well} of {len(runs)} days agree[/]")


def _several_days(runs: Sequence[DayRun], parts: Sequence[int]) -> Table:
    languages = {row.language.key: row.language for run in runs for row in run.rows}
    shown = table()
    shown.add_column("day", justify="right", no_wrap=True)
    for part in parts:
        shown.add_column(f"part {part}", justify="right", no_wrap=True)
    for language in languages.values():
        shown.add_column(escape(language.title), justify="right", no_wrap=True)
        shown.add_column("", justify="right", no_wrap=True)
    shown.add_column("", no_wrap=True)
    for run in runs:
        fastest = _fastest(run)
        by_key = {row.language.key: row for row in run.rows}
        cells = _agreed_answers(run, parts)
        for key in languages:
            row = by_key.get(key)
            ns = row.ns if row and run.is_whole(row) else None
            cells += [duration(ns.total), _ratio(row, fastest)] if row and ns else ["-", ""]
        cells.append(
            ("solved" if run.solved else "draft" if run.draft else "ok") if run.verdict.ok else "[bold red]NOT OK[/]"
        )
        shown.add_row(str(run.day), *cells)
    shown.add_section()
    done = [run for run in runs if not run.draft]
    shown.add_row("all", *([""] * len(parts)), *_summary(done, languages.values()), "")
    return shown


def _stated(run: DayRun, parts: Sequence[int]) -> bool:
    return run.input is not None and any(run.input.recorded[part - 1] for part in parts)


def _source(day_run: DayRun) -> str:
    source = day_run.input
    assert source is not None
    facts = [size(source.size)]
    if source.full:
        unit = f" {day_run.unit}" if day_run.unit else ""
        facts = ["generated", f"{source.full.size:,}{unit}", *facts]
    facts += [f"{name} = {value}" for name, value in source.params.items()]
    return f"{source.source} ({', '.join(facts)})"


def _fastest(run: DayRun) -> float:
    warm = [row.ns.total for row in run.rows if row.ns and run.is_whole(row) and not row.language.cold]
    return max(1, min(warm, default=1))


def _ratio(row: Row, fastest: float) -> str:
    """To the fastest; a cold process is no match for a warm one."""
    return "cold" if row.ns is None or row.language.cold else ratio(row.ns.total / fastest)


def _not_here(out: Console, runs: Iterable[DayRun]) -> None:
    """Which languages cannot be built here, in one line."""
    every = {row.language.title: row.language for run in runs for row in run.rows if not row.claimed}
    lacking = [f"{title} (no {one.toolchain})" for title, one in every.items() if one.lacks_toolchain]
    if lacking:
        out.print(
            f"  [dim]not here: {escape(', '.join(lacking))}; make setup says what to type, AOC_LANGS leaves them out[/]"
        )


def _about_cold(out: Console, runs: Iterable[DayRun]) -> None:
    if any(row.language.cold and row.ns for run in runs for row in run.rows):
        out.print("  cold: a process for each run, and its start is in the time")


def _no_answer(run: DayRun, part: int) -> str:
    return "not yet" if run.draft and part in run.parts else "-"


def _agreed_answers(run: DayRun, parts: Sequence[int]) -> list[str]:
    """The answers, where all that answered gave the same."""
    said = [answers for row in run.rows if (answers := answers_of(row.outcome))]
    cells = []
    for part in parts:
        agreed = {answers[part - 1] for answers in said} - {None} or {"-"}
        cells.append(escape(str(*agreed)) if said and len(agreed) == 1 else "?")
    return cells


def _summary(runs: Sequence[DayRun], languages: Iterable[Language]) -> list[str]:
    """Each language's sum over the days, and the geometric mean of its ratios."""
    cells = []
    for language in languages:
        timed = [(row.ns, _fastest(run)) for run in runs for row in run.rows if row.language == language and row.ns]
        if timed and len(timed) == len(runs):
            mean = geometric_mean(max(1, ns.total) / least for ns, least in timed)
            cells += [duration(_total(ns for ns, _ in timed)), "cold" if language.cold else ratio(mean)]
        else:
            cells += ["", ""]
    return cells


def _total(times: Iterable[Timing]) -> int:
    return sum(ns.total for ns in times)


def failures(out: Console, rows: Sequence[Row], draft: bool) -> None:
    """How languages failed, and what they wrote; or what a solution printed, and what went wrong before it succeeded."""
    wide = max((len(row.language.title) for row in rows if not isinstance(row.outcome, Answered | Sampled)), default=0)
    for row in rows:
        _failure(out, row, draft, wide)


def _failure(out: Console, row: Row, draft: bool, wide: int) -> None:
    if not row.claimed or (draft and isinstance(row.outcome, Unsupported)):
        return  # the verdict has it among what is not there yet
    if not isinstance(row.outcome, Answered | Sampled):
        out.print(f"  [red]{escape(row.language.title.ljust(wide))}[/]  {escape(describe(row.outcome))}")
        for line in last_lines(stderr_of(row.outcome)):
            out.out(f"      {line}", highlight=False)
        return
    if row.said:
        out.print(f"  [bold]{escape(row.language.title)}[/] said:")
        for line in last_lines(row.said):
            out.out(f"      {line}", highlight=False)
    if row.incidents:
        first = "; ".join(claim(incident) for incident in row.incidents)
        out.print(f"  [yellow]{escape(row.language.title)}[/]  answered at the second try; first: {escape(first)}")


def _refused_places(out: Console, day_run: DayRun) -> None:
    """Each line that was refused, with a caret under the column, as the programs show it."""
    places = {(row.outcome.line, row.outcome.column) for row in day_run.rows if isinstance(row.outcome, Rejected)}
    for line, column in sorted((line, column) for line, column in places if line and column):
        assert day_run.input is not None
        for shown in pointed_at(day_run.input.text, line, column):
            out.out(f"      {shown}", highlight=False)


def pointed_at(text: str, line: int, column: int) -> tuple[str, str]:
    """The line, of a long one what is near the column, and a caret under it.

    >>> pointed_at("3,9\\n3,x\\n", 2, 3)
    ('3,x', '  ^')
    """
    lines = text.split("\n")
    whole = lines[line - 1].removesuffix("\r") if line <= len(lines) else ""
    clipped = max(0, min(column - NEAR // 2, len(whole) - NEAR))
    shown = "".join(char if char.isprintable() else "?" for char in whole[clipped : clipped + NEAR])
    return shown, " " * (column - 1 - clipped) + "^"


def verdict(out: Console, day_run: DayRun) -> None:
    """What it amounts to."""
    style = "green" if day_run.verdict.ok else "bold red"
    for line in day_run.verdict.lines:
        out.print(f"  [{style}]{escape(line)}[/]")
