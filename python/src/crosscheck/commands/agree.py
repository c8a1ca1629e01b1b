"""`crosscheck agree`: generated texts, or mutants of those that there are, through every language, on several processes."""

import json
import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Asked, Settings
from crosscheck.judging import finding
from crosscheck.judging.agreement import any_seed
from crosscheck.judging.parallel import MutationPlan, Plan, Pool, plan_day, plan_mutation
from crosscheck.shown import agreement, tables
from crosscheck.solvers.outcome import Failure, describe
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages
from crosscheck.tree.files import refuse_unwritable
from crosscheck.tree.units import visible


@click.command("agree")
@options.days_and_languages
@click.option(
    "-n", "--examples", type=click.IntRange(1), metavar="N", default=1000, show_default=True, help="Texts a day."
)
@click.option(
    "--mutate",
    "mutants",
    type=click.IntRange(1),
    metavar="N",
    help="Instead N mutants a day of its cases, rejects, full-size input and inputs of your own.",
)
@click.option("--seed", type=click.IntRange(0), metavar="N", help="To see a run again. Default: any; 0 where CI=true.")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", default=os.cpu_count() or 1, help="Processes. Default: one a core."
)
@click.option("--checked", is_flag=True, help="Run the builds that catch overflow, of languages that have one.")
@click.pass_obj
def agree(
    settings: Settings,
    asked: Asked,
    examples: int,
    mutants: int | None,
    seed: int | None,
    jobs: int,
    checked: bool,
) -> None:
    """Send generated texts, and as many damaged ones, through every language and compare.

    All must answer alike, and as brute force does where that is feasible, or refuse the text at the
    same line. A text on which they do not is shrunk and shown with who says what.

    With --mutate such a text is saved as a file too, which `crosscheck replay` shows again.

    Exit status: 0 all well, 1 a disagreement or a language that could not be asked, 2 wrong usage.
    """
    if seed is None:
        seed = any_seed()
    hellos = {}
    for language in languages.choose(languages.load(settings.root), asked.wanted):
        with Solver(language, settings.root, checked=checked) as solver:
            hellos[language] = solver.hello()
    days = [day for day in days_meant.which(settings.root, asked, drafts=False) if puzzles.has(*day)]
    if mutants is not None:
        refuse_unwritable(settings.root / finding.FOLDER / "any")
    out = tables.console()
    bar = _progress(out if out.is_terminal and not asked.json_out else Console(stderr=True))
    with bar, Pool(jobs, settings.root, asked.seconds, checked) as pool:
        if mutants is None:
            heading = f"{examples:,} texts a day and as many damaged ones, seed {seed}"
            plans = [plan_day(*day, hellos, examples, seed) for day in days]
            task = bar.add_task("", total=sum(size for plan in plans for size, _ in plan.portions))
            done: Iterable[Plan | MutationPlan] = pool.run(plans, partial(bar.advance, task))
            show: Callable[[Console, Any], None] = agreement.show
        else:
            heading = f"{mutants:,} mutants a day, seed {seed}"
            mutations = [plan_mutation(*day, hellos, mutants) for day in days]
            task = bar.add_task("", total=sum(len(portion) for plan in mutations for portion in plan.portions))
            done = pool.mutate(mutations, seed, partial(bar.advance, task))
            show = partial(agreement.show_mutation, settings.root)
        if not asked.json_out:
            out.print(f"{heading}\n")
        agreed = True
        for plan in done:
            agreed = agreed and plan.agreed
            if asked.json_out:
                click.echo(json.dumps(plan.as_json()))
            else:
                show(out, plan)
    for language, said in hellos.items():
        if isinstance(said, Failure):
            click.echo(visible(f"crosscheck: {language.title} was not asked: {describe(said)}"), err=True)
    click.get_current_context().exit(0 if agreed else 1)


class _Rate(ProgressColumn):
    """Texts a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


def _progress(console: Console) -> Progress:
    columns = BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
