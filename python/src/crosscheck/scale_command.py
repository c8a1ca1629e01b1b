"""`crosscheck scale`: the command around crosscheck.scale, and what it shows."""

from pathlib import Path
from statistics import median

import click
from rich.markup import escape
from rich.table import Table

from crosscheck import estimate, languages, options, provenance, puzzles, results, scale
from crosscheck.errors import UserError
from crosscheck.files import write_whole
from crosscheck.options import Settings
from crosscheck.progress import Bar
from crosscheck.puzzles import Puzzle
from crosscheck.report import console, put
from crosscheck.report import table as new_table
from crosscheck.samples import duration
from crosscheck.scaling import HEADING, SCHEMA, WHOSE, ScaledDay, Scaling


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
@options.year_and_days
@options.languages
@click.option(
    "--sizes",
    metavar="SIZES",
    callback=_size_list,
    help="As 100,200,400, in what the day counts. Default: up to 8 times the usual.",
)
@options.file_to_keep("--save", "Keep the result, as JSON.")
@options.file_to_keep("--picture", "Draw it, as SVG.")
@options.timeout
@options.as_json
@click.pass_obj
def scale_days(
    settings: Settings,
    year: int | None,
    days: list[int] | None,
    wanted: tuple[str, ...],
    sizes: list[int] | None,
    save: Path | None,
    picture: Path | None,
    seconds: float,
    json_out: bool,
) -> None:
    """Time the solutions on generated inputs of growing size, and fit the power that time grows by.

    Refuses what `crosscheck time` refuses, and days whose inputs do not grow: exit status 1.
    """
    chosen = [one for one in languages.choose(languages.load(settings.root), wanted) if wanted or not one.same_as]
    year, which = options.which_days(settings.root, year, days)
    asked = [scale.ScaleRun(settings.root, _puzzle(year, day), chosen, sizes, seconds) for day in which]
    for run in asked:
        most = scale.MOST * run.puzzle.size
        if sizes and sizes[-1] > most:
            raise UserError(
                f"--sizes: {run.puzzle.year} day {run.puzzle.day} is scaled up to {most:,} {run.puzzle.unit}"
            )
    about = provenance.describe(settings.root)
    with Bar(sum(run.steps for run in asked)) as bar:
        done = [run.run(bar) for run in asked]
    about["load_after"] = provenance.load()
    result = Scaling(SCHEMA, HEADING, about, done)
    if json_out:
        click.echo(results.encoded(result), nl=False)
    else:
        _show(result)
    well = all(not (day.refused or day.absent) for day in done)
    _keep(result, save, picture, well)
    click.get_current_context().exit(0 if well else 1)


def _puzzle(year: int, day: int) -> Puzzle:
    try:
        return puzzles.load(year, day)
    except LookupError as error:
        raise UserError(f"{error}, so nothing to make inputs of other sizes with") from None


def _keep(result: Scaling, save: Path | None, picture: Path | None, well: bool) -> None:
    if not well:
        for path in filter(None, (save, picture)):
            options.say_not_kept(path)
        return
    if save:
        write_whole(save, results.encoded(result, indent=1))
    if picture:
        from crosscheck import pictures  # it takes a second to load what draws

        write_whole(picture, pictures.scaling(result, pictures.PAPER))


def _show(result: Scaling) -> None:
    out = console()
    if any(day.languages for day in result.days):
        out.print(f"[bold]{result.heading}[/]\n")
    for day in result.days:
        where = f"{day.year} day {day.day}"
        if day.refused:
            out.print(f"  [bold red]{escape(f'{where}: not timed: {day.refused}')}[/]\n")
            continue
        out.print(f"{escape(f'{where}: {day.title}')}, medians over {len(day.seeds)} inputs of each size\n")
        put(out, _table(day))
        out.print()
        for line in (*day.absent.values(), *_said(day)):
            out.print(f"  {escape(line)}")
        out.print()


def _table(day: ScaledDay) -> Table:
    table = new_table()
    table.add_column(day.unit, style="bold", no_wrap=True)
    for heading in (*(f"{size:,}" for size in day.sizes), "exponent", "95 % interval"):
        table.add_column(heading, justify="right", no_wrap=True)
    for one in day.languages.values():
        power = one.exponent
        times = [duration(median(times)) for times in one.times]
        table.add_row(escape(one.title), *times, str(power), f"{power.low:.2f} to {power.high:.2f}")
    return table


def _said(day: ScaledDay) -> list[str]:
    """What the exponents mean, and which of them differ."""
    lines = [f"Fitted: time is a constant, and a multiple of the {day.unit} to the power of the exponent."]
    differences = day.differences()
    lines += [
        f"{steep.title} and {flat.title} differ in exponent, {steep.exponent} and {flat.exponent}: {WHOSE}."
        for steep, flat in differences
    ]
    if differences:
        lines.append(
            "A leap between two sizes may be the processor's: what fitted into a cache, or its branch predictor, fits no more."
        )
    elif len(day.languages) > 1:
        lines.append("No two of them differ in exponent.")
    return lines
