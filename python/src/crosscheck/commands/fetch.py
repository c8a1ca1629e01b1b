"""`crosscheck fetch`: get one's own inputs from the site."""

import os

import click

from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.site import replies
from crosscheck.site.replies import Fetched, Trouble
from crosscheck.site.visitor import Site
from crosscheck.tree import advent, aocd_files


@click.command("fetch")
@options.year_and_days
@click.pass_obj
def fetch(settings: Settings, year: int | None, days: list[int] | None) -> None:
    """Get your inputs of the days from the site, into advent-of-code-data's cache.

    The site is not asked for what is there already. Exit status 1 where it does not give it.
    """

    if not days:
        raise UserError("which day? as in: crosscheck fetch -d 1")
    if year is None:
        year, _ = days_meant.which_days(settings.root, None, None)
    visitor: Site | None = None  # one for all days, as it keeps the pace
    for day in days:
        advent.refuse_locked(year, day)
        name = f"{year} day {day}"
        if aocd_files.token(os.environ) is None and (there := aocd_files.chosen_input(year, day, os.environ)):
            got: Fetched | Trouble = Fetched(there.parent.name, asked=False)
        else:
            visitor = visitor or Site(settings.root)
            got = visitor.fetch(year, day)
        if not isinstance(got, Fetched):
            click.echo(f"crosscheck: {name}: not fetched: {replies.say(got)}", err=True)
            click.get_current_context().exit(1)
        how = "is now" if got.asked else "was already"
        click.echo(f"{name}: the input of {got.user} {how} in advent-of-code-data's cache")
