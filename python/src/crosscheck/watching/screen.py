"""What `crosscheck watch` shows: one screen, drawn anew on a terminal, appended elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from crosscheck.judging.day_run import DayRun
from crosscheck.judging.verdict import BOTH, Verdict, judge
from crosscheck.shown import run_table, tables
from crosscheck.shown.tables import escape
from crosscheck.tree import advent
from crosscheck.tree.languages import Language
from crosscheck.watching.trial import Material, Trial

MOST_FAULTS = 3  # of a language's cases
WAITING, BUILDING, RUNNING, NOT_YET = "waiting", "building", "running", "not yet"
BUSY = (WAITING, BUILDING, RUNNING)


@dataclass(slots=True)
class Standing:
    """Where a language stands: what is being done, how its last trial went, why the compiler refused it."""

    language: Language
    doing: str = WAITING
    trial: Trial | None = None
    complaint: str = ""

    def clear(self) -> None:
        """It is to be done anew."""
        self.doing, self.trial, self.complaint = WAITING, None, ""


def changed(out: Console, names: Sequence[str]) -> None:
    """What was saved, where nobody sees it anyway."""
    if not out.is_terminal:
        out.print(f"changed: {escape(', '.join(names))}")


def show(out: Console, material: Material, standings: Sequence[Standing]) -> None:
    """What the compilers refuse; below it, near the cursor, the table and all else that is wrong."""
    if out.is_terminal:
        out.clear()
    else:
        out.print()
    for standing in standings:
        if standing.complaint:
            out.print(f"[bold red]{escape(standing.language.title)} does not build:[/]")
            out.print(Text.from_ansi(standing.complaint), soft_wrap=True)
            out.print()
    rows = [standing.trial.row for standing in standings if standing.trial and standing.trial.row]
    said = [(row.language, row.outcome) for row in rows]
    verdict = Verdict(False, (), {})
    if material.input and said:
        due = advent.parts(material.year, material.day)
        verdict = judge(said, material.input.recorded, everyone=False, due=due, draft=material.draft)
    day_run = DayRun(
        material.year, material.day, material.title, material.unit, material.input, tuple(rows), verdict, material.draft
    )
    run_table.heading(out, day_run)
    shown = run_table.day_table(BOTH, "cases")
    answered = run_table.answers_and_times(day_run, BOTH)
    for standing in standings:
        title = standing.language.title
        shown.add_row(escape(title), _cases(standing), *answered.get(title, []))
    tables.put(out, shown)
    if quick := [standing.language.title for standing in standings if standing.language.quick]:
        out.print(f"  [dim]{escape(', '.join(quick))}: a quick build; its real times are those of make day[/]")
    for standing in standings:
        _faults(out, standing)
    run_table.failures(out, rows, material.draft)
    for what in material.wrong:
        out.print(f"  [yellow]{escape(what)}[/]")
    run_table.verdict(out, day_run)
    if not any(standing.doing in BUSY for standing in standings):
        out.print("  [dim]watching; Ctrl-C ends[/]")
    out.file.flush()


def _cases(standing: Standing) -> str:
    if standing.complaint:
        return "[bold red]does not build[/]"
    if standing.doing or standing.trial is None:
        return f"[dim]{standing.doing}[/]"
    trial = standing.trial
    style = "green" if trial.right == trial.cases else "bold red"
    return f"[{style}]{trial.right} of {trial.cases}[/]" if trial.cases else "none"


def _faults(out: Console, standing: Standing) -> None:
    faults = standing.trial.faults if standing.trial else ()
    for fault in faults[:MOST_FAULTS]:
        out.print(f"  [red]{escape(standing.language.title)}[/]  {escape(fault)}")
    if len(faults) > MOST_FAULTS:
        out.print(f"  [red]{escape(standing.language.title)}[/]  and {len(faults) - MOST_FAULTS} more cases")
