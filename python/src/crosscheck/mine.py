"""`crosscheck run --mine`: one's own inputs against the answers that were recorded for them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from rich.markup import escape

from crosscheck import advent, cases, inputs, report
from crosscheck.errors import UserError
from crosscheck.inputs import PuzzleInput
from crosscheck.outcome import Answered, Missing, Rejected, Unsupported
from crosscheck.progress import Bar
from crosscheck.solver import Solver
from crosscheck.verdict import BOTH, judge, partition

RIGHT, WRONG, UNKNOWN = "right", "WRONG", "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of one input: `state` is right, WRONG or unknown; `why` has a line a fault."""

    year: int
    day: int
    source: str
    answers: dict[str, list[str]]  # who says so
    state: str
    why: tuple[str, ...] = ()


def show(
    root: Path, year: int, days: Iterable[int], solvers: Sequence[Solver], parts: Sequence[int], json_out: bool
) -> bool:
    """Print how all of one's own inputs stand; True if no answer is wrong."""
    places = [(day, place) for day in days for place in inputs.own(root, year, day)]
    if not places:
        raise UserError(
            f"no input of your own for {year}: put them at inputs/private/{year}/01.txt and so on, "
            f"or fetch them with make fetch YEAR={year} DAY=1"
        )
    standings = []
    with Bar(len(places), enabled=not json_out) as bar:
        for day, place in places:
            bar.step(f"{year} day {day}")
            try:
                draft = cases.is_draft(root, year, day)
                standings.append(stand(year, day, inputs.read(root, year, day, place), solvers, parts, draft))
            except UserError as error:
                standings.append(Standing(year, day, place[1], {}, WRONG, (str(error),)))
            bar.advance()
    if json_out:
        click.echo(json.dumps([asdict(standing) for standing in standings], indent=1))
    else:
        _print(standings)
    return all(standing.state != WRONG for standing in standings)


def stand(
    year: int, day: int, used: PuzzleInput, solvers: Sequence[Solver], parts: Sequence[int] = BOTH, draft: bool = False
) -> Standing:
    """Solve an input in every language that has the day. It is wrong where anyone fails, or is
    not as recorded; right where every part that anyone answers is recorded. In a draft one whose parse
    refuses does not have the day yet.
    """
    absent = (Missing, Unsupported, Rejected) if draft else (Missing, Unsupported)
    everyone = [(solver.language, solver.solve(year, day, used.text)) for solver in solvers]
    said = [(who, what) for who, what in everyone if not isinstance(what, absent)]
    answers = partition(said, parts)
    given = {part for _, what in said if isinstance(what, Answered) for part in parts if what.answers[part - 1]}
    verdict = judge(said, used.recorded, parts, due=advent.parts(year, day), draft=draft)
    if said and not verdict.ok:
        return Standing(year, day, used.source, answers, WRONG, verdict.lines)
    known = given and all(used.recorded[part - 1] is not None for part in given)
    return Standing(year, day, used.source, answers, RIGHT if known else UNKNOWN)


def _print(standings: Sequence[Standing]) -> None:
    out = report.console()
    out.print(f"[bold]{standings[0].year}[/]      your own inputs\n")
    shown = report.table()
    shown.add_column("day", justify="right", no_wrap=True)
    for heading in ("input", "answers", ""):
        shown.add_column(heading, no_wrap=True)
    colour = {RIGHT: "green", WRONG: "bold red", UNKNOWN: "yellow"}
    for one in standings:
        answers = next(iter(one.answers)) if len(one.answers) == 1 else "?" if one.answers else "-"
        state = f"[{colour[one.state]}]{one.state}[/]"
        shown.add_row(str(one.day), escape(one.source), escape(answers), state)
    report.put(out, shown)
    for one in standings:
        if one.why:
            out.print(f"\n  [bold]{one.year} day {one.day}[/]  {escape(one.source)}")
            for line in one.why:
                out.print(f"  [bold red]{escape(line)}[/]")
    counts = [f"{sum(one.state == state for one in standings)} {state}" for state in (RIGHT, WRONG, UNKNOWN)]
    out.print(f"\n  {', '.join(counts)}")
