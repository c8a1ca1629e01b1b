"""A day through every language: what each said, how long it took, and what that amounts to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crosscheck import puzzles
from crosscheck.errors import UserError
from crosscheck.judging.case_check import Tried, solve_cases
from crosscheck.judging.verdict import Verdict, judge
from crosscheck.solvers import outcome
from crosscheck.solvers.outcome import (
    Answered,
    Failure,
    Missing,
    Outcome,
    Rejected,
    Sampled,
    Timing,
    Unsupported,
    answers_of,
    middle,
)
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent, cases, inputs
from crosscheck.tree.inputs import Params, PuzzleInput
from crosscheck.tree.languages import Language
from crosscheck.tree.progress import Bar
from crosscheck.tree.repository import day_folder

WARM = 100_000_000  # ns: how long a day may be run again to show warm times
MOST_RUNS = 200
MOST_OTHER_DAYS = 3  # that a refused input may be of, named


@dataclass(frozen=True, slots=True)
class Row:
    """One language on one day: its outcome, how long it took, how it failed before that, and what the solution printed; whether it claims
    to have the day at all.
    """

    language: Language
    outcome: Outcome
    ns: Timing | None
    runs: int
    incidents: tuple[Failure, ...]
    said: str = ""
    claimed: bool = True


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
    solved: tuple[str, ...] = ()  # the languages, by key, in which a draft is solved

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts that exist."""
        return advent.parts(self.year, self.day)

    def is_whole(self, row: Row) -> bool:
        """Whether the language answered every part: only then do its times compare."""
        answers = answers_of(row.outcome)
        return answers is not None and all(answers[part - 1] is not None for part in self.parts)


def run_day(
    root: Path,
    year: int,
    day: int,
    given: str | None,
    params: Params,
    solvers: Sequence[Solver],
    parts: Sequence[int],
    everyone: bool,
    bar: Bar,
) -> DayRun:
    """One day through the solvers, and what that amounts to; `everyone` when no language was left out by choice."""
    title, unit = puzzles.names(year, day)
    try:
        known = cases.load_day(root, year, day)
        puzzle_input = inputs.find(root, year, day, given, params=params)
    except UserError as error:
        return DayRun(year, day, title, unit, None, (), Verdict(False, (str(error),), {}))
    rows = []
    claiming = [solver for solver in solvers if claims(root, solver, year, day)]
    for solver in solvers:
        bar.step(f"{year} day {day}: {solver.language.title}")
        if solver in claiming or not claiming:
            rows.append(ask(solver, year, day, puzzle_input))
        else:
            rows.append(Row(solver.language, Unsupported(f"{year} day {day}"), None, 0, (), claimed=False))
        bar.advance()
    said = [
        (row.language, row.outcome) for row in rows if row.claimed or (known.draft and not row.language.lacks_toolchain)
    ]
    due = advent.parts(year, day)
    everyone = everyone and not any(not row.claimed and row.language.lacks_toolchain for row in rows)
    verdict = judge(said, puzzle_input.recorded, parts, everyone, due, known.draft)
    refusing = [solver for solver, row in zip(solvers, rows, strict=True) if isinstance(row.outcome, Rejected)]
    if refusing and all(isinstance(what, Rejected | Unsupported | Missing) for _, what in said):
        verdict = _with_other_days(root, verdict, year, day, puzzle_input, refusing[0])
    if known.draft:
        others = [case for case in known.cases if (case.input, case.params) != (puzzle_input.text, puzzle_input.params)]
        solved = {solver: solver.language.key in known.solved for solver in solvers}
        tried = [solve_cases(solver, year, day, others, draft=not whole) for solver, whole in solved.items()]
        verdict = _with_cases(_without_lapses(verdict, rows, known.solved), tried)
    return DayRun(year, day, title, unit, puzzle_input, tuple(rows), verdict, known.draft, known.solved)


def _with_other_days(
    root: Path, verdict: Verdict, year: int, day: int, refused: PuzzleInput, solver: Solver
) -> Verdict:
    """Whose input it may be instead, as somebody saved it under the wrong name; days of the same year come first. A day that
    accepts even an input of this one, as where any text will do, tells nothing.
    """
    full = day_folder(root, year, day) / "full.txt"
    good = full.read_text(encoding="utf-8") if full.is_file() else None
    hello = solver.hello()
    others = [it for it in hello.days if it != (year, day)] if isinstance(hello, Hello) else []
    accepting = []
    for its_year, its_day in sorted(others, key=lambda it: it[0] != year):
        texts = [refused.text] if good is None else [refused.text, good]
        accepted = [isinstance(solver.solve(its_year, its_day, text), Answered) for text in texts]
        if accepted in ([True], [True, False]):
            accepting.append(f"{its_year} day {its_day}")
        if len(accepting) == MOST_OTHER_DAYS:
            break
    if not accepting:
        return verdict
    return replace(verdict, lines=(*verdict.lines, f"this looks like an input of {' or of '.join(accepting)}"))


def _without_lapses(verdict: Verdict, rows: Sequence[Row], solved: Sequence[str]) -> Verdict:
    """The verdict on a draft: a language that had solved the day is not on its way to it."""
    lapses = [
        f"WRONG: {row.language.title} had solved this day; now: {outcome.describe(row.outcome)}"
        for row in rows
        if row.language.key in solved and isinstance(row.outcome, Rejected | Unsupported)
    ]
    return replace(verdict, ok=verdict.ok and not lapses, lines=(*verdict.lines, *lapses))


def _with_cases(verdict: Verdict, tried: Sequence[Tried]) -> Verdict:
    """The verdict on a draft, whose cases are looked at too: `make test` leaves drafts alone."""
    wrong = [f"WRONG: {line}" for one in tried for line in one.wrong]
    right = len(set[object]().union(*(one.right for one in tried)))
    said = wrong or ([f"cases: {right} stated answer{'s' * (right != 1)} right"] if right else [])
    return replace(verdict, ok=verdict.ok and not wrong, lines=(*verdict.lines, *said))


def claims(root: Path, solver: Solver, year: int, day: int) -> bool:
    """Whether the program is one to ask: a language may have some days only, and then its program does not name the others.

    Where the solution is there, and the program does not know it, that is a program to be built again; unless it cannot be
    built here, for want of a compiler.
    """
    hello = solver.hello()
    if isinstance(hello, Missing) and solver.language.lacks_toolchain:
        return False
    known = not isinstance(hello, Hello) or not hello.days or (year, day) in hello.days
    return known or solver.language.folder is not None or solver.language.solution_path(root, year, day).is_file()


def ask(solver: Solver, year: int, day: int, used: PuzzleInput) -> Row:
    """Solve once; then, if that was quick, a few times more, since a first call is a slow one."""
    solver.incidents.clear()
    said = solver.solve(year, day, used.text, used.params)
    printed = solver.said
    ns, runs = None, 0
    if isinstance(said, Answered):
        ns, runs = said.ns, 1
        more = min(MOST_RUNS, WARM // max(1, ns.total))
        if more > 1:
            again = solver.time(year, day, used.text, more, used.params)
            if isinstance(again, Sampled) and again.answers == said.answers:
                ns, runs = middle(again.runs), more
            else:  # it solved the day once and then could not do it again: that is what it said
                said, ns, runs = again, None, 0
    return Row(solver.language, said, ns, runs, tuple(solver.incidents), printed)


def as_json(day_run: DayRun) -> dict[str, Any]:
    """The run as plain values."""
    source = day_run.input
    return {
        "year": day_run.year,
        "day": day_run.day,
        "title": day_run.title,
        "draft": day_run.draft,
        "solved": list(day_run.solved),
        "input": source and {"source": source.source, "bytes": source.size, "params": dict(source.params)},
        "recorded": source and list(source.recorded),
        "languages": {
            row.language.key: {
                **outcome.as_json(row.outcome),
                "ns": row.ns and outcome.timing_as_json(row.ns),
                "runs": row.runs,
                **({"cold": True} if row.language.cold else {}),
                **({"said": row.said} if row.said else {}),
                "incidents": [outcome.as_json(incident) for incident in row.incidents],
            }
            for row in day_run.rows
        },
        "groups": day_run.verdict.groups,
        "verdict": list(day_run.verdict.lines),
        "ok": day_run.verdict.ok,
    }
