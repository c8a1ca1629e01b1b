"""`crosscheck remember`: the answers that all languages agree on, recorded beside one's input."""

import click

from crosscheck.commands import options
from crosscheck.commands.everyone import everyone
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.judging import consensus
from crosscheck.tree import advent, cases, inputs
from crosscheck.tree.units import visible


@click.command("remember")
@options.year_and_day
@options.languages
@click.option("--part", type=click.IntRange(1, 2), metavar="N", help="One part only.")
@click.pass_obj
def remember(
    settings: Settings, year: int | None, days: list[int] | None, wanted: tuple[str, ...], part: int | None
) -> None:
    """Record the answers that all languages agree on beside your input, to be checked from now on.

    It is for answers that you know to be right. Those that the site called right are recorded
    already.
    """
    with everyone(settings, year, days, wanted) as (year, day, solvers):
        used = inputs.find(settings.root, year, day)
        known = cases.load_day(settings.root, year, day)
        answers: list[str | None] = [None, None]
        for each in advent.parts(year, day) if part is None else (part,):
            if found := consensus.reach(solvers, year, day, each, used.text, known):
                answers[each - 1] = found.answer
    if answers == [None, None]:
        raise UserError(f"{year} day {day}: no language has an answer")
    where = inputs.remember(used, day, (answers[0], answers[1]))
    if where is None:
        raise UserError(
            f"{used.source}: answers are recorded beside inputs/private/{year}/{day:02}.txt only; "
            "those to an input in advent-of-code-data's cache come from the site, by make submit"
        )
    shown = ", ".join(answer or "-" for answer in answers)
    click.echo(visible(f"{year} day {day}: {shown} recorded for {used.source}"))
