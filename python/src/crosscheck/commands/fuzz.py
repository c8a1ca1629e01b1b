"""`crosscheck fuzz`: texts that reach other code of a parser, through every language."""

import json
import math
from functools import partial

import click
from rich.markup import escape

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.everyone import refuse_absent
from crosscheck.commands.options import Asked, Settings
from crosscheck.judging import fuzzing, mutants
from crosscheck.judging.agreement import any_seed
from crosscheck.judging.parallel import twins_among, who_has
from crosscheck.shown import agreement, tables
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages


@click.command("fuzz")
@options.days_and_languages
@click.option(
    "--for",
    "duration",
    type=options.Duration(),
    default="1m",
    show_default=True,
    help="For each day.",
)
@click.option("--seed", type=click.IntRange(0), metavar="N", help="Default: any; 0 where CI=true.")
@click.pass_obj
def fuzz(settings: Settings, asked: Asked, duration: float, seed: int | None) -> None:
    """Look for texts that reach other code of a day's Python parser, and compare all languages on them.

    A text that ends the parser with anything but a refusal, and one on which the languages disagree, is saved
    as a file, which `crosscheck replay` shows again. The texts are kept in .build/fuzzing.

    Exit status: 0 all well, 1 a disagreement or a language that could not be asked, 2 wrong usage.
    """
    fuzzing.refuse_without_atheris()
    seed = any_seed() if seed is None else seed
    out = tables.console()
    well = True
    solvers = {
        language: Solver(language, settings.root, timeout=asked.seconds)
        for language in languages.choose(languages.load(settings.root), asked.wanted)
    }
    try:
        hellos = {language: solver.hello() for language, solver in solvers.items()}
        refuse_absent(hellos)
        for year, day in days_meant.which(settings.root, asked, drafts=False):
            if not puzzles.has(year, day):
                continue
            have, _ = who_has(settings.root, year, day, hellos)
            explored = fuzzing.explore(settings.root, year, day, math.ceil(duration), seed)
            routes = {language.title: partial(solvers[language].solve, year, day) for language in have}
            check = partial(mutants.check_mutant, routes, twins_among(have))
            numbered = ((number, "fuzzing", made) for number, made in enumerate(explored.kept))
            done = mutants.run_inputs(settings.root, puzzles.load(year, day), check, seed, numbered, set())
            well = well and not (done.disagreements or explored.ended)
            if asked.json_out:
                tried = {"year": year, "day": day, "tried": explored.tried, "ended": explored.ended}
                click.echo(json.dumps({**tried, **done.as_json()}))
                continue
            verdict = "[bold red]DISAGREE[/]" if done.disagreements else "[green]agree[/]"
            facts = f"{explored.tried:,} texts tried, {done.inputs:,} kept, of these {done.answered:,} answered"
            out.print(f"{escape(str(puzzles.load(year, day)))}: {verdict}: {', '.join(routes)}  [dim]{facts}[/]")
            if explored.ended:
                out.print(f"  [bold red]the parser: {escape(explored.ended)}[/]")
            for name in done.saved:
                agreement.show_saved(out, settings.root, name)
    finally:
        for solver in solvers.values():
            solver.close()
    click.get_current_context().exit(0 if well else 1)
