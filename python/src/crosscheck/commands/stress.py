"""`crosscheck stress`: the inputs that are believed to be the worst, in every language, against limits."""

import json

import click

from crosscheck import puzzles
from crosscheck.commands import days_meant, everyone, options
from crosscheck.commands.options import Asked, Settings
from crosscheck.errors import UserError
from crosscheck.judging.parallel import who_has
from crosscheck.ruler.stress import Limits, Stressed, each_load
from crosscheck.shown import stress_table, tables
from crosscheck.tree.progress import Bar


@click.command("stress")
@options.days_and_languages
@click.option(
    "--seconds",
    "most_seconds",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    default=10.0,
    show_default=True,
    help="The most that parse and both parts may take.",
)
@click.option(
    "--megabytes",
    type=click.FloatRange(min=0),
    metavar="MB",
    default=500.0,
    show_default=True,
    help="The most that a process may take.",
)
@click.pass_obj
def stress(settings: Settings, asked: Asked, most_seconds: float, megabytes: float) -> None:
    """Solve the worst inputs of each day, each in a fresh process, and hold every language to limits.

    The inputs are what `worst()` of the day's puzzle module gives; a day without it is named.

    Exit status: 0 all well, 1 beyond a limit, a failure, a disagreement or a language that could not be asked, 2 wrong usage.
    """
    if options.is_given("most_seconds") and most_seconds > asked.seconds:
        raise UserError(
            f"--seconds {most_seconds:g}: a program is ended after {asked.seconds:g} s; give --timeout more"
        )
    limits = Limits(most_seconds, megabytes)
    hellos = everyone.hellos(settings.root, asked.wanted)
    out = tables.console()
    done: list[Stressed] = []
    untried = []
    for year, day in days_meant.which(settings.root, asked, drafts=False):
        if not puzzles.has(year, day) or not (inputs := len(list(puzzles.load(year, day).worst()))):
            untried.append(f"{year} day {day}")
            continue
        have, absent = who_has(settings.root, year, day, hellos)
        without = [one for one in hellos if one not in (*have, *absent)]
        stressed = Stressed(puzzles.load(year, day), have, absent, without, limits)
        with Bar(inputs * len(have), enabled=not asked.json_out) as bar:
            for load in each_load(settings.root, stressed, asked.seconds, bar.step):
                stressed.loads.append(load)
                bar.advance()
        done.append(stressed)
        if asked.json_out:
            click.echo(json.dumps(stressed.as_json()))
        else:
            stress_table.show_day(out, stressed)
    if len(done) > 1 and not asked.json_out:
        stress_table.show_worst(out, done)
    everyone.say_absent(hellos)
    if untried:
        click.echo(f"crosscheck: no worst inputs are known, so nothing was tried: {', '.join(untried)}", err=True)
    if not done:
        raise UserError("there is nothing to try")
    click.get_current_context().exit(0 if all(day.well for day in done) else 1)
