"""`crosscheck run`: each day through every language, and what that amounts to."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import click

from crosscheck import advent, cases, guests, inputs, languages, mine, options, puzzles, report
from crosscheck.errors import UserError
from crosscheck.inputs import PuzzleInput
from crosscheck.languages import Language
from crosscheck.options import Settings
from crosscheck.outcome import Answered, Failure, Outcome, Sampled, Timing, answers_of, as_json, timing_as_json
from crosscheck.progress import Bar
from crosscheck.protocol import Hello
from crosscheck.samples import middle
from crosscheck.solver import Solver
from crosscheck.try_cases import Tried, solve_cases
from crosscheck.verdict import BOTH, Verdict, judge

WARM = 100_000_000  # ns: how long a day may be run again to show warm times
MOST_RUNS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One language on one day: what it said, how long it took, how it failed before that."""

    language: Language
    outcome: Outcome
    ns: Timing | None
    runs: int
    incidents: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class DayRun:
    """One day through every language; without rows when there is no usable input."""

    year: int
    day: int
    title: str
    unit: str
    input: PuzzleInput | None
    rows: tuple[Row, ...]
    verdict: Verdict
    draft: bool = False

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts that exist."""
        return advent.parts(self.year, self.day)

    def is_whole(self, row: Row) -> bool:
        """Whether the language answered every part: only then do its times compare."""
        answers = answers_of(row.outcome)
        return answers is not None and all(answers[part - 1] is not None for part in self.parts)


@click.command()
@options.year_and_days
@options.languages
@options.guests
@options.given_input
@click.option("--part", type=click.Choice(["1", "2"]), help="Look at one part only.")
@click.option("--mine", "only_mine", is_flag=True, help="Your own inputs only: is each right, wrong or unknown?")
@options.timeout
@options.as_json
@click.pass_obj
def run(
    settings: Settings,
    year: int | None,
    days: list[int] | None,
    wanted: tuple[str, ...],
    others: tuple[str, ...],
    given: str | None,
    part: str | None,
    only_mine: bool,
    seconds: float,
    json_out: bool,
) -> None:
    """Solve days in every language and compare.

    Exit status: 0 all well, 1 a disagreement or a failure, 2 wrong usage.
    """
    if only_mine and given is not None:
        raise UserError("--mine looks for your inputs itself: leave --input out")
    all_languages = languages.load(settings.root)
    invited = guests.parse(others, all_languages)
    chosen = [*languages.choose(all_languages, wanted), *invited]
    parts = BOTH if part is None else (int(part),)
    with contextlib.ExitStack() as stack:
        solvers = [stack.enter_context(guests.solver(language, settings.root, timeout=seconds)) for language in chosen]
        hellos = [solver.hello() for solver in solvers]
        has = {day for hello in hellos if isinstance(hello, Hello) for day in hello.days}
        year, which = options.which_days(settings.root, year, days, has)
        if given is not None and len(which) > 1:
            raise UserError("--input is for one day: say which with -d")
        if only_mine:
            well = mine.show(settings.root, year, which, solvers, parts, json_out)
            click.get_current_context().exit(0 if well else 1)
        everyone = len(chosen) == len(all_languages) and not invited
        with Bar(len(which) * len(solvers), enabled=not json_out) as bar:
            runs = [_run_day(settings, year, day, given, solvers, parts, everyone, bar) for day in which]
    if len(runs) == 1 and runs[0].input is None:
        raise UserError(runs[0].verdict.lines[0])
    if json_out:
        click.echo(json.dumps([_run_as_json(day_run) for day_run in runs], indent=1))
    elif len(runs) == 1:
        report.one_day(runs[0], parts)
    else:
        report.several_days(runs, parts)
    click.get_current_context().exit(0 if all(day_run.verdict.ok for day_run in runs) else 1)


def _run_day(
    settings: Settings,
    year: int,
    day: int,
    given: str | None,
    solvers: Sequence[Solver],
    parts: Sequence[int],
    everyone: bool,
    bar: Bar,
) -> DayRun:
    title, unit = puzzles.names(year, day)
    try:
        known = cases.load_day(settings.root, year, day)
        puzzle_input = inputs.find(settings.root, year, day, given)
    except UserError as error:
        return DayRun(year, day, title, unit, None, (), Verdict(False, (str(error),), {}))
    rows = []
    for solver in solvers:
        bar.step(f"{year} day {day}: {solver.language.title}")
        rows.append(ask(solver, year, day, puzzle_input.text))
        bar.advance()
    said = [(row.language, row.outcome) for row in rows]
    due = advent.parts(year, day)
    verdict = judge(said, puzzle_input.recorded, parts, everyone, due, known.draft)
    if known.draft:
        others = [case for case in known.cases if case.input != puzzle_input.text]
        verdict = _with_cases(verdict, [solve_cases(solver, year, day, others, draft=True) for solver in solvers])
    return DayRun(year, day, title, unit, puzzle_input, tuple(rows), verdict, known.draft)


def _with_cases(verdict: Verdict, tried: Sequence[Tried]) -> Verdict:
    """The verdict on a draft, whose cases are looked at too: `make test` leaves drafts alone."""
    wrong = [f"WRONG: {line}" for one in tried for line in one.wrong]
    right = sum(one.right for one in tried)
    said = wrong or ([f"cases: {right} stated answer{'s' * (right != 1)} right"] if right else [])
    return replace(verdict, ok=verdict.ok and not wrong, lines=(*verdict.lines, *said))


def ask(solver: Solver, year: int, day: int, text: str) -> Row:
    """Solve once; then, if that was quick, a few times more, since a first call is a slow one."""
    solver.incidents.clear()
    outcome = solver.solve(year, day, text)
    ns, runs = None, 0
    if isinstance(outcome, Answered):
        ns, runs = outcome.ns, 1
        more = min(MOST_RUNS, WARM // max(1, ns.total))
        if more > 1:
            again = solver.time(year, day, text, more)
            if isinstance(again, Sampled) and again.answers == outcome.answers:
                ns, runs = middle(again.runs), more
            else:  # it solved the day once and then could not do it again: that is what it said
                outcome, ns, runs = again, None, 0
    return Row(solver.language, outcome, ns, runs, tuple(solver.incidents))


def _run_as_json(day_run: DayRun) -> dict[str, Any]:
    source = day_run.input
    return {
        "year": day_run.year,
        "day": day_run.day,
        "title": day_run.title,
        "draft": day_run.draft,
        "input": source and {"source": source.source, "bytes": source.size},
        "recorded": source and list(source.recorded),
        "languages": {
            row.language.key: {
                **as_json(row.outcome),
                "ns": row.ns and timing_as_json(row.ns),
                "runs": row.runs,
                **({"cold": True} if row.language.cold else {}),
                "incidents": [as_json(incident) for incident in row.incidents],
            }
            for row in day_run.rows
        },
        "groups": day_run.verdict.groups,
        "verdict": list(day_run.verdict.lines),
        "ok": day_run.verdict.ok,
    }
