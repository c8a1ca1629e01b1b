"""`crosscheck time`: the command around crosscheck.ruler.session."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Asked, Settings
from crosscheck.errors import UserError
from crosscheck.ruler import figures, provenance, results, timing
from crosscheck.ruler.session import Session
from crosscheck.ruler.timing import TimedDay
from crosscheck.shown import figure_table, time_table
from crosscheck.solvers import guests
from crosscheck.tree import inputs, languages
from crosscheck.tree.files import write_whole
from crosscheck.tree.progress import Bar


def figure_options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each kind of figure, a bool of its name."""
    for name, what in reversed(figures.KINDS.items()):
        command = click.option(f"--{name}", is_flag=True, help=what)(command)
    return command


@click.command("time")
@options.days_and_languages
@options.guests
@options.given_input
@options.given_params
@click.option("--shared", is_flag=True, help="The shared inputs, also where you have your own.")
@click.option(
    "--processes",
    type=click.IntRange(2, 100),
    metavar="N",
    default=timing.THOROUGH.rounds,
    show_default=True,
    help="Fresh processes of each language: more make the intervals narrower.",
)
@click.option(
    "--tries",
    type=click.IntRange(1, 20),
    metavar="N",
    default=2,
    show_default=True,
    help="Where the machine does not hold still, a day gets up to N times as many processes before it is given up.",
)
@click.option("--quick", is_flag=True, help="Only a look: two processes, short blocks, no twins.")
@options.file_to_keep("--save", "Keep the result, raw samples and all.")
@figure_options
@click.pass_obj
def time_days(
    settings: Settings,
    /,
    asked: Asked,
    others: tuple[str, ...],
    given: str | None,
    params: dict[str, int],
    shared: bool,
    processes: int,
    tries: int,
    quick: bool,
    save: Path | None,
    **wanted_figures: bool,
) -> None:
    """Time the solutions against each other, in their processes, interleaved.

    Refuses wrong or disagreeing answers, answers that are remembered, and builds that are not for
    timing; says "redo" where the machine did not hold still: exit status 1. `docs/timing.md` tells how it works.
    """
    all_languages = languages.load(settings.root)
    chosen = [*languages.choose(all_languages, asked.wanted), *guests.parse_warm(others, all_languages)]
    which = days_meant.which(settings.root, asked, drafts=False)
    if given is not None and len(which) > 1:
        raise UserError("--input is for one day: say which with -d")
    if given is not None and shared:
        raise UserError("--input is one input, and --shared another")
    if quick and options.is_given("processes"):
        raise UserError("--quick has two processes: leave --processes out")
    plan = timing.QUICK if quick else replace(timing.THOROUGH, rounds=processes)
    params = days_meant.params_of(which, params)
    find = partial(inputs.shared, params=params) if shared else partial(inputs.find, given=given, params=params)
    days = [
        (TimedDay(settings.root, year, day, find(settings.root, year, day), asked.seconds), puzzles.names(year, day)[0])
        for year, day in which
    ]
    about = provenance.describe(settings.root)
    further = figures.Figuring(wanted_figures, chosen, settings.root, asked.seconds)
    with Bar(len(which) * plan.rounds + further.steps(len(which))) as bar:
        done = Session(days, chosen, plan, twins=not quick, tries=tries).run(bar)
        about["load_after"] = provenance.load()
        sources = [timed.source for timed, _ in days]
        result = further.add(results.of_session(done, plan, about), sources, bar)
    if asked.json_out:
        click.echo(results.encoded(result), nl=False)
    else:
        time_table.show(result)
        figure_table.show(result)
    well = all(not (day.refused or day.absent or day.unsteady) for day in done)
    if save and well:
        write_whole(save, results.encoded(result))
    elif save:
        options.say_not_kept(save)
    click.get_current_context().exit(0 if well and not figure_table.refusals(result) else 1)
