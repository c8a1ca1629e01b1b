"""`crosscheck publish`: a timing result is stored, and what is shown of it is made from the store.

results/YEAR/times.json is the result without its raw samples, results/YEAR/growth.json how times grow. Beside them are the
year's page and its pictures. The README has a row a year and a picture, each between two markers, and is never edited there by
hand.
"""

from collections.abc import Set
from pathlib import Path
from typing import Any

import click

from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.ruler import growth, results
from crosscheck.ruler.results import Result
from crosscheck.shown import gallery, pages
from crosscheck.tree import languages
from crosscheck.tree.files import write_whole


@click.command("publish")
@click.argument("result", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option(
    "--scale",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What `crosscheck scale --save` wrote.",
)
@click.pass_obj
def publish(settings: Settings, result: Path | None, scale: Path | None) -> None:
    """Store RESULT, and write the tables and pictures that are made of what is stored.

    RESULT is what `crosscheck time --save` wrote, and is stored as results/YEAR/times.json.
    Without it the tables and pictures are made from what is there.
    """
    root = settings.root
    readme = root / "README.md"
    texts: dict[Path, str] = {}
    if result is not None:
        new = results.condensed(results.load(result))
        _presentable(new, languages.load(root).keys())
        texts[gallery.stored(pages.folder(root, new.year))] = results.encoded(new, indent=1)
    if scale is not None:
        grown = growth.load(scale)
        if len({day.year for day in grown.days}) > 1:
            raise UserError("it was scaled for several years: publish one year at a time")
        _repeatable(grown.provenance)
        texts[gallery.stored_growth(pages.folder(root, grown.year))] = results.encoded(grown, indent=1)
    page = pages.read(readme)
    for path, text in texts.items():
        write_whole(path, text)
    for year in pages.years(root):
        folder = pages.folder(root, year)
        for picture in gallery.pictures_of(folder):
            if not gallery.is_current(folder, picture):
                write_whole(folder / picture.file, gallery.drawn(folder, picture))
        write_whole(folder / "README.md", pages.of_year(root, year))
    write_whole(readme, pages.updated(page, root))


def _presentable(result: Result, ours: Set[str]) -> None:
    """Only a whole and honest session of our languages, on the shared inputs, is shown to others."""
    for day in result.days:
        where = f"{day.year} day {day.day}"
        if guests := {**day.languages, **day.absent, **day.figures}.keys() - ours:
            raise UserError(f"{where} has {min(guests)}, which languages.toml does not: time it without --with")
        if day.year != result.year:
            raise UserError(f"{where} is of another year than day {result.days[0].day}: publish one year at a time")
        if day.refused or day.unsteady:
            raise UserError(f"{where} was not timed: {day.refused or 'it did not hold still'}")
        if day.input.seed is None:
            raise UserError(f"what is published is timed with --shared, but {where} was on another input")
    if result.noise is None:
        raise UserError("a quick look is not published: time it without --quick")
    _repeatable(result.provenance)


def _repeatable(provenance: dict[str, Any]) -> None:
    if str(provenance.get("commit", "")).endswith("+"):
        raise UserError("it was timed with changes that are not committed: nobody could repeat it")
