"""`crosscheck done`: a draft that lacks nothing is a draft no more."""

import click

from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.rooms import facts, programs
from crosscheck.tree import cases, languages
from crosscheck.tree.cases import DRAFT
from crosscheck.tree.files import write_whole
from crosscheck.tree.repository import day_folder


@click.command("done")
@options.year_and_days
@options.languages
@click.pass_obj
def done(settings: Settings, year: int | None, days: list[int] | None, wanted: tuple[str, ...]) -> None:
    """Mark a draft as done, or say what it lacks.

    From then on `make test` holds it to all that a day must be.
    Exit status: 0 it is done, 1 something is missing, 2 wrong usage.
    """
    year, day = days_meant.one_day(settings.root, year, days)
    file = day_folder(settings.root, year, day) / "cases.toml"
    if not cases.is_draft(settings.root, year, day):
        raise UserError(f"{year} day {day} is no draft: make test holds it to all that a day must be")
    chosen = languages.choose(languages.load(settings.root), wanted)
    missing = [*facts.missing(settings.root, year, day, chosen), *programs.wrong(settings.root, year, day, chosen)]
    if missing:
        click.echo(f"{year} day {day} stays a draft:")
        click.echo("".join(f"  {line}\n" for line in missing), nl=False)
        click.get_current_context().exit(1)
    text = DRAFT.sub("", file.read_text(encoding="utf-8"), count=1)
    write_whole(file, text)
    click.echo(f"{year} day {day} is done: make test holds it to that from now on")
