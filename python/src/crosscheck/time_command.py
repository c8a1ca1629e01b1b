"""`crosscheck time`: the command around crosscheck.session."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from crosscheck import (
    figures,
    figures_report,
    guests,
    inputs,
    languages,
    options,
    provenance,
    puzzles,
    results,
    timing,
    timing_report,
)
from crosscheck.errors import UserError
from crosscheck.files import write_whole
from crosscheck.options import Settings
from crosscheck.progress import Bar
from crosscheck.session import Session
from crosscheck.timing import TimedDay


@click.command("time")
@options.year_and_days
@options.languages
@options.guests
@options.given_input
@click.option("--shared", is_flag=True, help="The shared inputs, also where you have your own.")
@click.option(
    "--processes",
    type=click.IntRange(2, 100),
    default=timing.THOROUGH.rounds,
    show_default=True,
    help="Fresh processes of each language: more make the intervals narrower.",
)
@click.option("--quick", is_flag=True, help="Only a look: two processes, short blocks, no twins.")
@options.file_to_keep("--save", "Keep the result, raw samples and all.")
@figures.options
@options.timeout
@options.as_json
@click.pass_obj
def time_days(
    settings: Settings,
    /,
    year: int | None,
    days: list[int] | None,
    wanted: tuple[str, ...],
    others: tuple[str, ...],
    given: str | None,
    shared: bool,
    processes: int,
    quick: bool,
    save: Path | None,
    seconds: float,
    json_out: bool,
    **wanted_figures: bool,
) -> None:
    """Time the solutions against each other, in their processes, interleaved.

    Refuses wrong or disagreeing answers, answers that are remembered, and builds that are not for
    timing; says "redo" where the machine did not hold still: exit status 1. `docs/timing.md` tells how it works.
    """
    all_languages = languages.load(settings.root)
    chosen = [*languages.choose(all_languages, wanted), *guests.parse_warm(others, all_languages)]
    year, which = options.which_days(settings.root, year, days, drafts=False)
    if given is not None and len(which) > 1:
        raise UserError("--input is for one day: say which with -d")
    if given is not None and shared:
        raise UserError("--input is one input, and --shared another")
    plan = timing.QUICK if quick else replace(timing.THOROUGH, rounds=processes)
    find = inputs.shared if shared else partial(inputs.find, given=given)
    asked = [
        (TimedDay(settings.root, year, day, find(settings.root, year, day), seconds), puzzles.names(year, day)[0])
        for day in which
    ]
    about = provenance.describe(settings.root)
    further = figures.Figuring(wanted_figures, chosen, settings.root, seconds)
    with Bar(len(which) * plan.rounds + further.steps(len(which))) as bar:
        done = Session(asked, chosen, plan, twins=not quick).run(bar)
        about["load_after"] = provenance.load()
        texts = [timed.source.text for timed, _ in asked]
        result = further.add(results.of_session(done, plan, about), texts, bar)
    if json_out:
        click.echo(results.encoded(result), nl=False)
    else:
        timing_report.show(result)
        figures_report.show(result)
    well = all(not (day.refused or day.absent or day.unsteady) for day in done)
    if save and well:
        write_whole(save, results.encoded(result))
    elif save:
        options.say_not_kept(save)
    click.get_current_context().exit(0 if well and not figures_report.refusals(result) else 1)
