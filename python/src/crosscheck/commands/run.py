"""`crosscheck run`: each day through every language, and what that amounts to."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from typing import NoReturn

import click

from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Asked, Settings
from crosscheck.errors import UserError
from crosscheck.judging import own_inputs
from crosscheck.judging.day_run import as_json, run_day
from crosscheck.judging.own_inputs import OwnInput
from crosscheck.judging.verdict import BOTH
from crosscheck.shown import own_inputs_table, run_table
from crosscheck.solvers import guests
from crosscheck.solvers.protocol import Hello
from crosscheck.tree import languages
from crosscheck.tree.progress import Bar


@click.command()
@options.days_and_languages
@options.guests
@options.given_input
@options.given_params
@click.option("--part", type=click.Choice(["1", "2"]), help="Look at one part only.")
@click.option("--mine", "only_mine", is_flag=True, help="Your own inputs only: is each right, wrong or unknown?")
@click.pass_obj
def run(
    settings: Settings,
    asked: Asked,
    others: tuple[str, ...],
    given: str | None,
    params: dict[str, int],
    part: str | None,
    only_mine: bool,
) -> None:
    """Solve days in every language and compare.

    Exit status: 0 all well, 1 a disagreement or a failure, 2 wrong usage.
    """
    if only_mine and (given is not None or params):
        raise UserError("--mine looks for your inputs itself: leave --input and --param out")
    all_languages = languages.load(settings.root)
    invited = guests.parse(others, all_languages)
    chosen = [*languages.choose(all_languages, asked.wanted), *invited]
    parts = BOTH if part is None else (int(part),)
    with contextlib.ExitStack() as stack:
        solvers = [
            stack.enter_context(guests.solver(language, settings.root, timeout=asked.seconds)) for language in chosen
        ]
        hellos = [solver.hello() for solver in solvers]
        has = {day for hello in hellos if isinstance(hello, Hello) for day in hello.days}
        days = days_meant.which(settings.root, asked, has)
        if given is not None and len(days) > 1:
            raise UserError("--input is for one day: say which with -d")
        params = days_meant.params_of(days, params)
        if only_mine:
            _mine(own_inputs.stand_all(settings.root, days, solvers, parts, not asked.json_out), asked.json_out)
        everyone = len(chosen) == len(all_languages) and not invited
        runs = []
        for _, of_year in groupby(days, key=itemgetter(0)):
            this_year = list(of_year)
            with Bar(len(this_year) * len(solvers), enabled=not asked.json_out) as bar:
                done = [run_day(settings.root, *day, given, params, solvers, parts, everyone, bar) for day in this_year]
            runs += done
            if len(days) > 1 and not asked.json_out:
                run_table.several_days(done, parts)
    if len(runs) == 1 and runs[0].input is None:
        raise UserError(runs[0].verdict.lines[0])
    if asked.json_out:
        click.echo(json.dumps([as_json(each) for each in runs], indent=1))
    elif len(runs) == 1:
        run_table.one_day(runs[0], parts)
    else:
        run_table.several_years(runs)
    click.get_current_context().exit(0 if all(each.verdict.ok for each in runs) else 1)


def _mine(standings: Sequence[OwnInput], json_out: bool) -> NoReturn:
    """Show how one's own inputs stand, and end."""
    if json_out:
        click.echo(json.dumps([asdict(standing) for standing in standings], indent=1))
    else:
        own_inputs_table.show(standings)
    raise click.exceptions.Exit(1 if any(standing.state == own_inputs.WRONG for standing in standings) else 0)
