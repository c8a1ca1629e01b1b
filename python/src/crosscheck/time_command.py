"""`crosscheck time`: the command around crosscheck.timing."""

import json

import click

from crosscheck import inputs, languages, options, provenance, puzzles, timing, timing_report
from crosscheck.errors import UserError
from crosscheck.languages import Language
from crosscheck.options import Settings
from crosscheck.progress import Bar
from crosscheck.timing_report import DayTimes


@click.command("time")
@options.year_and_days
@options.languages
@options.given_input
@options.timeout
@options.as_json
@click.pass_obj
def time_days(
    settings: Settings,
    year: int | None,
    days: list[int] | None,
    wanted: tuple[str, ...],
    given: str | None,
    seconds: float,
    json_out: bool,
) -> None:
    """Time the solutions against each other, in their processes, interleaved.

    Refuses wrong or disagreeing answers and builds that are not for timing: exit status 1.
    """
    chosen = languages.choose(languages.load(settings.root), wanted)
    year, which = options.which_days(settings.root, year, days)
    if given is not None and len(which) > 1:
        raise UserError("--input is for one day: say which with -d")
    about = provenance.describe(settings.root)
    done = []
    with Bar(len(which) * timing.ROUNDS) as bar:
        for day in which:
            bar.step(f"timing {year} day {day}")
            done.append(_time_day(settings, chosen, year, day, given, seconds, bar))
    if len(done) == 1 and done[0].input is None:
        raise UserError(done[0].refusal)
    about["load_after"] = provenance.load()
    if json_out:
        click.echo(json.dumps(timing_report.as_json(done, about)))
    else:
        timing_report.show(done)
    well = all(day.times and not day.times.absent for day in done)
    click.get_current_context().exit(0 if well else 1)


def _time_day(
    settings: Settings,
    chosen: list[Language],
    year: int,
    day: int,
    given: str | None,
    seconds: float,
    bar: Bar,
) -> DayTimes:
    try:
        title = puzzles.load(year, day).title
    except LookupError:
        title = ""
    source, times = None, None
    try:
        source = inputs.find(settings.root, year, day, given)
        for times in timing.time_day(chosen, settings.root, year, day, source, seconds):
            if times is None:
                bar.advance()
    except (UserError, timing.NotTimedError) as error:
        return DayTimes(year, day, title, source, None, str(error))
    return DayTimes(year, day, title, source, times)
