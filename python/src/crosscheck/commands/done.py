"""`crosscheck done`: a draft that lacks nothing is a draft no more."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.rooms import facts, programs
from crosscheck.tree import cases, languages
from crosscheck.tree.cases import DRAFT
from crosscheck.tree.files import locked, write_whole
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder


@click.command("done")
@options.year_and_day
@options.languages
@click.option(
    "--solved", is_flag=True, help="Close it as solved: its cases and your own input pass, in a language at least."
)
@click.pass_obj
def done(settings: Settings, year: int | None, days: list[int] | None, wanted: tuple[str, ...], solved: bool) -> None:
    """Mark a draft as done, or say what it lacks.

    From then on `make test` holds it to all that a day must be; or, of one that is only --solved, the languages that
    solve it to its cases. A day that is solved may be done later.
    Exit status: 0 it is done, 1 something is missing, 2 wrong usage.
    """
    year, day = days_meant.one_day(settings.root, year, days)
    file = day_folder(settings.root, year, day) / "cases.toml"
    if not cases.is_draft(settings.root, year, day):
        raise UserError(f"{year} day {day} is no draft: make test holds it to all that a day must be")
    chosen = languages.choose(languages.load(settings.root), wanted)
    if solved:
        _close_as_solved(settings.root, year, day, file, chosen, named=bool(wanted))
        return
    missing = [*facts.missing(settings.root, year, day, chosen), *programs.wrong(settings.root, year, day, chosen)]
    if missing:
        _refuse(year, day, missing)
    with locked(file.parent):
        write_whole(file, DRAFT.sub("", file.read_text(encoding="utf-8"), count=1))
    click.echo(f"{year} day {day} is done: make test holds it to that from now on")


def _close_as_solved(root: Path, year: int, day: int, file: Path, chosen: Sequence[Language], named: bool) -> None:
    found = programs.solved(root, year, day, chosen, named)
    if found.faults:
        _refuse(year, day, found.faults)
    titles, keys = ", ".join(it.title for it in found.languages), [it.key for it in found.languages]
    mark = (
        f"# Solved, and not yet all that a finished day is: `make done YEAR={year} DAY={day}` says what it lacks.\n"
        f"solved = {json.dumps(keys)}\n\n"
    )
    with locked(file.parent):
        write_whole(file, DRAFT.sub(lambda _: mark, file.read_text(encoding="utf-8"), count=1))
    click.echo(f"{year} day {day} is solved in {titles}: make test holds it to its cases there from now on")


def _refuse(year: int, day: int, missing: Iterable[str]) -> NoReturn:
    click.echo(f"{year} day {day} stays a draft:")
    click.echo("".join(f"  {line}\n" for line in missing), nl=False)
    click.get_current_context().exit(1)
