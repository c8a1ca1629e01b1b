"""`crosscheck generate`: inputs that look like real ones, of any size."""

import contextlib
import json
import re
from functools import partial
from pathlib import Path

import click

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.judging.agreement import DisagreementError, Route, check_input
from crosscheck.puzzles import Input, Puzzle
from crosscheck.solvers.outcome import Answered, Answers, claim
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent, languages
from crosscheck.tree.cases import DRAFT, NOT_STATED, Full
from crosscheck.tree.files import write_whole
from crosscheck.tree.repository import day_folder


@click.command("generate")
@options.year_and_days
@click.option(
    "--size", type=click.IntRange(1), metavar="N", help="How many of what the day counts. Default: as a real input has."
)
@click.option(
    "--seed", type=click.IntRange(0), metavar="N", default=1, show_default=True, help="Another seed, another input."
)
@click.option("--write", is_flag=True, help="Make it the shared full.txt, and record the answers that all agree on.")
@click.pass_obj
def generate(
    settings: Settings, year: int | None, days: list[int] | None, size: int | None, seed: int, write: bool
) -> None:
    """Print a generated input of one day, or write the shared ones of several."""
    year, which = days_meant.which_days(settings.root, year, days, drafts=False)
    if not write and len(which) > 1:
        raise UserError("name one day to print, as in -d 7 (several can only be written, with --write)")
    for day in which:
        if not puzzles.has(year, day):
            raise UserError(f"there is no puzzle module for {year} day {day}, so nothing to generate it with")
        puzzle = puzzles.load(year, day)
        count = puzzle.size if size is None else size
        text = puzzle.full(seed, count)
        if not write:
            click.echo(text, nl=False)
            continue
        answers, witnesses = _agreed_answers(settings.root, puzzle, text)
        record(day_folder(settings.root, year, day), text, Full(seed, count, answers))
        said = ", ".join(answer or "-" for answer in answers)
        click.echo(f"{puzzle}: {count:,} {puzzle.unit}, seed {seed}: {said} ({', '.join(witnesses)})")


def _agreed_answers(root: Path, puzzle: Puzzle, text: str) -> tuple[Answers, list[str]]:
    """What all languages that have the day answer, and who they are. A UserError if they do not."""
    with contextlib.ExitStack() as stack:
        routes: dict[str, Route] = {}
        witnesses = 0
        for language in languages.load(root).values():
            solver = stack.enter_context(Solver(language, root))
            hello = solver.hello()
            if isinstance(hello, Hello) and (puzzle.year, puzzle.day) in hello.days:
                routes[language.title] = partial(solver.solve, puzzle.year, puzzle.day)
                witnesses += language.same_as is None
        if witnesses < 2:
            raise UserError(f"{puzzle}: nothing written: it takes two languages to agree, there is {witnesses}")
        try:
            outcome = check_input(routes, Input(text))
        except DisagreementError as error:
            claims = "; ".join(f"{said} <- {', '.join(names)}" for said, names in error.found.claims.items())
            raise UserError(f"{puzzle}: nothing written, for they disagree: {claims}") from None
    if not isinstance(outcome, Answered):
        raise UserError(f"{puzzle}: nothing written, for it is {claim(outcome)} by all")
    unwritten = [part for part in advent.parts(puzzle.year, puzzle.day) if outcome.answers[part - 1] is None]
    if unwritten:
        raise UserError(f"{puzzle}: nothing written, for part {unwritten[0]} is not written yet in any language")
    return outcome.answers, list(routes)


def record(folder: Path, text: str, full: Full) -> None:
    """Write full.txt, and put its origin and answers at the head of cases.toml, below the mark of a draft."""
    write_whole(folder / "full.txt", text)
    answers = json.dumps([answer or NOT_STATED for answer in full.answers])
    table = f"[full]\nseed = {full.seed}\nsize = {full.size}\nanswers = {answers}\n"
    path = folder / "cases.toml"
    cases = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r"^\[full\]\n(?:\w+ = .*\n)*", cases, re.MULTILINE)
    if found:
        cases = cases.replace(found[0], table)
    else:
        mark = DRAFT.match(cases)
        at = mark.end() if mark else 0
        cases = f"{cases[:at]}{table}\n{cases[at:]}"
    write_whole(path, cases)
