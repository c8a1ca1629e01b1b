"""`crosscheck site`: the reading room, a site of static pages in which the solutions of a day stand side by side."""

from pathlib import Path

import click

from crosscheck.commands.options import Settings
from crosscheck.errors import UserError


@click.command("site")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write. Default: site/ in the repository.",
)
@click.option(
    "--source",
    metavar="URL",
    help="Where the repository's files are on the web. Default: links lead to the files on disk.",
)
@click.pass_obj
def site(settings: Settings, out: Path | None, source: str | None) -> None:
    """Write the site on which the solutions of a day stand side by side.

    It is made from the repository's own files.
    """
    try:
        from crosscheck.reading import build
    except ModuleNotFoundError as error:
        raise UserError(f"the site is made with {error.name}, which is not installed; type: make site") from error

    folder = out or settings.root / "site"
    days = build.build(settings.root, folder, source.rstrip("/") if source else None)
    click.echo(f"{len(days)} days in {folder / 'index.html'}")
