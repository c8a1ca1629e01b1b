"""`crosscheck agree`: generated texts through every language, on several processes."""

import json
import os
from functools import partial

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Asked, Settings
from crosscheck.judging.agreement import any_seed
from crosscheck.judging.parallel import Pool, plan_day
from crosscheck.shown import agreement, tables
from crosscheck.solvers.outcome import Failure, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages


@click.command("agree")
@options.days_and_languages
@click.option("-n", "--examples", type=click.IntRange(1), default=1000, show_default=True, help="Texts a day.")
@click.option("--seed", type=click.IntRange(0), help="To see a run again. Default: any; 0 where CI=true.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes. Default: one a core.")
@click.option("--checked", is_flag=True, help="Run the builds that catch overflow, of languages that have one.")
@click.pass_obj
def agree(
    settings: Settings,
    asked: Asked,
    examples: int,
    seed: int | None,
    jobs: int,
    checked: bool,
) -> None:
    """Send generated texts, and as many damaged ones, through every language and compare.

    All must answer alike, and as brute force does where that is feasible, or refuse the text at the
    same line. A text on which they do not is shrunk and shown with who says what.

    Exit status: 0 all well, 1 a disagreement or a language that could not be asked, 2 wrong usage.
    """
    if seed is None:
        seed = any_seed()
    hellos = {}
    for language in languages.choose(languages.load(settings.root), asked.wanted):
        with Solver(language, settings.root, checked=checked) as solver:
            hellos[language] = solver.hello()
    days = days_meant.which(settings.root, asked, drafts=False)
    plans = [plan_day(year, day, hellos, examples, seed) for year, day in days if puzzles.has(year, day)]
    out = tables.console()
    if not asked.json_out:
        out.print(f"{examples:,} texts a day and as many damaged ones, seed {seed}\n")
    bar = _progress(out if out.is_terminal and not asked.json_out else Console(stderr=True))
    total = sum(size for plan in plans for size, _ in plan.portions)
    task = bar.add_task("", total=total)
    with bar, Pool(jobs, settings.root, asked.seconds, checked) as pool:
        for plan in pool.run(plans, partial(bar.advance, task)):
            if asked.json_out:
                click.echo(json.dumps(plan.as_json()))
            else:
                agreement.show(out, plan)
    for language, said in hellos.items():
        if isinstance(said, Failure):
            click.echo(f"crosscheck: {language.title} was not asked: {describe(said)}", err=True)
    click.get_current_context().exit(0 if all(plan.agreed for plan in plans) else 1)


class _Rate(ProgressColumn):
    """Texts a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


def _progress(console: Console) -> Progress:
    columns = BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
