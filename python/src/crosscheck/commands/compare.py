"""`crosscheck compare`: what became faster or slower between two timing results."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from msgspec.structs import astuple

from crosscheck.commands import options
from crosscheck.ruler import results
from crosscheck.ruler.changes import SLOWER, compared
from crosscheck.shown import change_table


@click.command("compare")
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.as_json
def compare(old: Path, new: Path, json_out: bool) -> None:
    """Tell what is faster, slower or not measurably different in NEW, against OLD.

    Both are what `crosscheck time --save` wrote, or a stored results/2021/times.json. Exit status 1 when
    something is slower.
    """
    changes = compared(results.load(old), results.load(new))
    if json_out:
        click.echo(json.dumps([asdict(change) | {"ratio": astuple(change.ratio)} for change in changes], indent=1))
    else:
        change_table.show(changes)
    click.get_current_context().exit(1 if any(change.verdict == SLOWER for change in changes) else 0)
