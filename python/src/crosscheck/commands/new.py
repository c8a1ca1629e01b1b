"""`crosscheck new`: begin a day."""

from datetime import UTC, datetime
from pathlib import Path

import click

from crosscheck.commands import options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.rooms.templates import rooms, write_all
from crosscheck.tree import advent, languages
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder


@click.command("new")
@click.option("-y", "--year", type=int, metavar="YEAR", help="Default: in December this one.")
@click.option("-d", "--day", type=int, metavar="DAY", help="Default: in December today.")
@options.languages
@click.option("--title", help="The name of the day. It can be written in later.")
@click.pass_obj
def new(settings: Settings, year: int | None, day: int | None, wanted: tuple[str, ...], title: str | None) -> None:
    """Begin a day: the room of every language, its cases and its puzzle module.

    Nothing is overwritten. Languages that are not named now can be added later.
    """
    year, day = which_day(year, day, datetime.now(UTC))
    advent.check(year, day)
    if title and (not title.isprintable() or set('"\\') & set(title)):
        raise UserError(f"a name like {title!r} cannot be written into every file: leave out quotes and backslashes")
    texts = rooms(settings.root, year, day, _with_rooms(settings.root, wanted), title)
    changed = {path for path in texts if path.exists()}
    write_all(texts)
    begun = day_folder(settings.root, year, day) / "cases.toml" in texts
    click.echo(f"{year} day {day} {'is begun, as a draft' if begun else 'has more rooms'}")
    for path in sorted(texts):
        click.echo(f"  {'changed' if path in changed else 'new':8} {path.relative_to(settings.root)}")
    click.echo(f"your input goes to inputs/private/{year}/{day:02}.txt; then: make {year}/{day}")


def which_day(year: int | None, day: int | None, now: datetime) -> tuple[int, int]:
    """The day that is meant: what is not said is today's."""
    today = advent.today(now)
    if year is None and today:
        return today[0], today[1] if day is None else day
    if year is None or day is None:
        why = " (none unlocks today)" if year is None and day is None else ""
        raise UserError(f"which day? as in: make new YEAR={year or now.year} DAY={day or 1}{why}")
    return year, day


def _with_rooms(root: Path, wanted: tuple[str, ...]) -> list[Language]:
    """The languages that rooms are made for; a UserError where one was named that has no template."""
    chosen = languages.choose(languages.load(root), wanted)
    for language in chosen:
        if wanted and language.same_as:
            raise UserError(f"{language.title} has no room of its own, but that of {language.same_as}")
        if wanted and language.template is None:
            raise UserError(f"{language.title} has no template in languages.toml, so its room is yours to make")
    return [one for one in chosen if one.template]
