"""`crosscheck scale`: the command around crosscheck.ruler.growth_run."""

from importlib.util import find_spec
from pathlib import Path

import click

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Asked, Settings
from crosscheck.errors import UserError
from crosscheck.puzzles import Puzzle
from crosscheck.ruler import estimate, growth_run, provenance, results
from crosscheck.ruler.growth import HEADING, SCHEMA, Growth
from crosscheck.ruler.growth_run import GrowthRun
from crosscheck.shown import growth_table
from crosscheck.tree import languages
from crosscheck.tree.files import write_whole
from crosscheck.tree.progress import Bar


def _size_list(context: click.Context, parameter: click.Parameter, text: str | None) -> list[int] | None:
    if text is None:
        return None
    words = [word.strip() for word in text.split(",")]
    if not all(word.isascii() and word.isdigit() and int(word) for word in words):
        raise click.BadParameter("not whole numbers with commas between, as in 100,200,400", context, parameter)
    sizes = sorted({int(word) for word in words})
    if len(sizes) < estimate.LEAST_SIZES:
        raise click.BadParameter(
            f"it takes {estimate.LEAST_SIZES} sizes to see growth, as in 100,200,400", context, parameter
        )
    return sizes


@click.command("scale")
@options.days_and_languages
@click.option(
    "--sizes",
    metavar="SIZES",
    callback=_size_list,
    help="As 100,200,400, in what the day counts. Default: up to 8 times the usual.",
)
@options.file_to_keep("--save", "Keep the result, as JSON.")
@options.file_to_keep("--picture", "Draw it, as SVG.")
@click.pass_obj
def scale_days(
    settings: Settings,
    asked: Asked,
    sizes: list[int] | None,
    save: Path | None,
    picture: Path | None,
) -> None:
    """Time the solutions on generated inputs of growing size, and fit the power that time grows by.

    Refuses what `crosscheck time` refuses, and days whose inputs do not grow: exit status 1.
    """
    if picture and find_spec("matplotlib") is None:
        raise UserError(
            "--picture: it is drawn with matplotlib, which is not installed; "
            "type: .venv/bin/pip install --requirement requirements-dev.txt"
        )
    every = languages.choose(languages.load(settings.root), asked.wanted)
    chosen = [one for one in every if asked.wanted or not one.same_as]
    runs = [
        GrowthRun(settings.root, _puzzle(year, day), chosen, sizes, asked.seconds)
        for year, day in days_meant.which(settings.root, asked)
    ]
    for run in runs:
        most = growth_run.MOST * run.puzzle.size
        if sizes and sizes[-1] > most:
            raise UserError(
                f"--sizes: {run.puzzle.year} day {run.puzzle.day} is scaled up to {most:,} {run.puzzle.unit}"
            )
    about = provenance.describe(settings.root)
    with Bar(sum(run.steps for run in runs)) as bar:
        done = [run.run(bar) for run in runs]
    about["load_after"] = provenance.load()
    result = Growth(SCHEMA, HEADING, about, done)
    if asked.json_out:
        click.echo(results.encoded(result), nl=False)
    else:
        growth_table.show(result)
    well = all(not (day.refused or day.absent) for day in done)
    _keep(result, save, picture, well)
    click.get_current_context().exit(0 if well else 1)


def _puzzle(year: int, day: int) -> Puzzle:
    try:
        return puzzles.load(year, day)
    except LookupError as error:
        raise UserError(f"{error}, so nothing to make inputs of other sizes with") from None


def _keep(result: Growth, save: Path | None, picture: Path | None, well: bool) -> None:
    if not well:
        for path in filter(None, (save, picture)):
            options.say_not_kept(path)
        return
    if save:
        write_whole(save, results.encoded(result, indent=1))
    if picture:
        from crosscheck.shown import pictures  # it takes a second to load what draws

        write_whole(picture, pictures.growth(result))
