"""`crosscheck tally`: what campaigns have come to, from their journals."""

from pathlib import Path

import click

from crosscheck.errors import UserError
from crosscheck.judging import tally as judged
from crosscheck.judging.tally import Tally
from crosscheck.shown import tables
from crosscheck.shown import tally as shown


@click.command("tally")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--markdown", is_flag=True, help="Print a table with a row a year instead, for a page.")
def tally(files: tuple[Path, ...], markdown: bool) -> None:
    """Add up campaigns: their journals, or what `agree --json` printed.

    Exit status: 0 no disagreement, 1 some, or portions that came to nothing, 2 wrong usage.
    """
    tallies = judged.by_day(line for file in files for line in judged.read(file))
    if not tallies:
        raise UserError("nothing is done yet")
    if markdown:
        click.echo(shown.markdown(tallies), nl=False)
    else:
        shown.show(tables.console(), tallies)
    click.get_current_context().exit(0 if sum(tallies.values(), Tally()).is_well else 1)
