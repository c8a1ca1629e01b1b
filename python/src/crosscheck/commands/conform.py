"""`crosscheck conform -- COMMAND`: tries any program against tests/PROTOCOL.md, point by point."""

import os
import shutil

import click
from rich.console import Console

from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.judging.conformance.check import PointTried, check
from crosscheck.judging.conformance.points import POINTS
from crosscheck.judging.conformance.subject import Subject
from crosscheck.shown import tables
from crosscheck.shown.tables import escape
from crosscheck.tree.progress import Bar

SECONDS = 20.0  # for a reply


@click.command()
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=SECONDS,
    show_default=True,
    help="How long a reply may take.",
)
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_obj
def conform(settings: Settings, seconds: float, command: tuple[str, ...]) -> None:
    """Try a program against the protocol, point by point.

    COMMAND is what `serve` in languages.toml would be; write -- before it. Exit status: 0 it
    conforms, 1 it does not.
    """
    program = shutil.which(command[0]) or shutil.which(settings.root / command[0])
    if program is None:
        raise UserError(f"{command[0]}: no such program")
    out = tables.console()
    faults = 0
    subject = Subject([os.path.abspath(program), *command[1:]], settings.root, seconds)
    try:
        with Bar(len(POINTS)) as bar:
            for tried in check(subject, settings.root):
                bar.advance()
                faults += bool(tried.fault)
                _show(out, tried)
    finally:
        subject.stop()
    count = f"{faults} of {len(POINTS)} points fail" if faults else "it conforms"
    out.print(f"[{'bold red' if faults else 'bold green'}]{count}[/]")
    click.get_current_context().exit(1 if faults else 0)


def _show(out: Console, point: PointTried) -> None:
    if not point.tried:
        out.print(f"  [yellow]--[/]    {escape(point.point)}: not tried, for want of cases")
        return
    if not point.fault:
        out.print(f"  [green]ok[/]    {escape(point.point)}")
        return
    out.print(f"  [red]FAIL[/]  {escape(point.point)}: {escape(point.fault)}")
    for line in tables.last_lines(point.stderr):
        out.out(f"          {line}", highlight=False)
