"""`crosscheck replay`: disagreements that were saved, asked again."""

import contextlib
import json
from functools import partial
from pathlib import Path

import click

from crosscheck import puzzles
from crosscheck.commands import options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.judging import finding, mutants
from crosscheck.judging.agreement import DisagreementError, check_valid
from crosscheck.judging.parallel import twins_among
from crosscheck.shown import agreement, tables
from crosscheck.solvers.outcome import claim
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages


@click.command("replay")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(dir_okay=False, path_type=Path))
@options.languages
@options.timeout
@options.as_json
@click.option("--checked", is_flag=True, help="Run the builds that catch overflow, of languages that have one.")
@click.pass_obj
def replay(
    settings: Settings, files: tuple[Path, ...], wanted: tuple[str, ...], seconds: float, json_out: bool, checked: bool
) -> None:
    """Send inputs that were saved by `agree` through every language again.

    Exit status: 0 all agree on each, 1 some do not, 2 wrong usage.
    """
    out = tables.console()
    found = {file: finding.load(file) for file in files}
    agreed = True
    with contextlib.ExitStack() as stack:
        solvers = [
            stack.enter_context(Solver(language, settings.root, timeout=seconds, checked=checked))
            for language in languages.choose(languages.load(settings.root), wanted)
        ]
        for file, one in found.items():
            have = [solver for solver in solvers if _has(solver, one.year, one.day)]
            if not have:
                raise UserError(f"{file}: nobody has {one.year} day {one.day}")
            routes = {solver.language.title: partial(solver.solve, one.year, one.day) for solver in have}
            try:
                if one.is_valid:
                    check_valid(puzzles.load(one.year, one.day), routes, one.made)
                said = claim(mutants.check_mutant(routes, twins_among(solver.language for solver in have), one.made))
                claims = {said: list(routes)}
            except DisagreementError as error:
                claims, agreed = error.found.claims, False
            if json_out:
                click.echo(json.dumps({"file": str(file), "agreed": len(claims) == 1, "claims": claims}))
            else:
                agreement.show_finding(out, str(file), one, claims)
    click.get_current_context().exit(0 if agreed else 1)


def _has(solver: Solver, year: int, day: int) -> bool:
    hello = solver.hello()
    return isinstance(hello, Hello) and (year, day) in hello.days
