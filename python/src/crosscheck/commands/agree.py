"""`crosscheck agree`: generated texts, or mutants of those that there are, through every language, on several processes."""

import json
import os
from functools import partial
from pathlib import Path
from typing import NoReturn

import click
from msgspec.structs import replace
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.everyone import hellos, refuse_absent, say_absent
from crosscheck.commands.options import Asked, Settings
from crosscheck.errors import UserError
from crosscheck.judging import finding
from crosscheck.judging.agreement import any_seed
from crosscheck.judging.campaign import Campaign
from crosscheck.judging.journal import MUTANTS, TEXTS, Aim, Journal, name_of_new
from crosscheck.judging.parallel import Pool, plan_day, who_has
from crosscheck.judging.tally import by_day
from crosscheck.shown import agreement, tables, tally
from crosscheck.shown.campaign import CampaignView
from crosscheck.solvers.solver import Hellos
from crosscheck.tree import repository
from crosscheck.tree.files import refuse_unwritable

COUNT = 1000  # of inputs a day
EACH_DAY = {TEXTS: "texts a day and as many damaged ones", MUTANTS: "mutants a day"}


@click.command("agree")
@options.days_and_languages
@click.option(
    "-n",
    "--examples",
    type=click.IntRange(1),
    metavar="N",
    help=f"Texts a day. Default: {COUNT:,}, and as many as there is time for with --for.",
)
@click.option(
    "--mutate",
    "mutants",
    type=click.IntRange(0),
    is_flag=False,
    flag_value=0,
    metavar="[N]",
    help="Instead N mutants a day of its cases, rejects, full-size input and inputs of your own.",
)
@click.option(
    "--for",
    "duration",
    type=options.Duration(),
    help="A campaign: all days by turns for so long, as 8h or 90m.",
)
@click.option(
    "--resume",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Go on with a campaign, from its journal; with --for for so long.",
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
    examples: int | None,
    mutants: int | None,
    duration: float | None,
    resume: Path | None,
    seed: int | None,
    jobs: int,
    checked: bool,
) -> None:
    """Send generated texts, and as many damaged ones, through every language and compare.

    All must answer alike, and as brute force does where that is feasible, or refuse the text at the
    same line. A text on which they do not is shrunk and shown with who says what.

    Such a text is saved as a file too, which `crosscheck replay` shows again. Of a day whose texts cost more
    than 20 ms on a core there are fewer.

    With --for a campaign goes through all days by turns. It can be left alone: it shows its counts, saves what
    it finds at once, and keeps a journal, from which --resume goes on after any end.

    Exit status: 0 all well, 1 a disagreement or a language that could not be asked, 2 wrong usage.
    """
    if resume:
        _go_on(settings.root, resume, duration, jobs)
    if examples is not None and mutants is not None:
        raise UserError("-n is for generated texts: say how many mutants by --mutate N")
    if duration is not None and asked.json_out:
        raise UserError("--json: with --for there is a journal, which is JSON: see crosscheck tally")
    if seed is None:
        seed = any_seed()
    kind = TEXTS if mutants is None else MUTANTS
    most = examples if mutants is None else mutants or None
    said = hellos(settings.root, asked.wanted, checked)
    days = [day for day in days_meant.which(settings.root, asked, drafts=False) if puzzles.has(*day)]
    refuse_unwritable(settings.root / finding.FOLDER / "any")
    if duration is not None:
        refuse_absent(said)
        with_a_program = [day for day in days if who_has(settings.root, *day, said)[0]]
        if not with_a_program:
            raise UserError("no program has any of these days; type: make build")
        aim = Aim(
            kind=kind,
            seed=seed,
            days=with_a_program,
            languages=[language.key for language in said],
            seconds=duration,
            patience=asked.seconds,
            commit=repository.commit(settings.root),
            most=most,
            checked=checked,
        )
        with Journal(settings.root / name_of_new(kind), aim) as journal:
            _campaign(settings.root, journal, said, jobs)
    out = tables.console()
    count = most or COUNT
    plans = [plan_day(kind, settings.root, *day, said, count) for day in days]
    if not asked.json_out:
        out.print(f"{count:,} {EACH_DAY[kind]}, seed {seed}\n")
    bar = _progress(out if out.is_terminal and not asked.json_out else Console(stderr=True))
    with bar, Pool(jobs, settings.root, asked.seconds, checked) as pool:
        task = bar.add_task("", total=sum(len(numbers) for plan in plans for numbers in plan.portions))
        for plan in pool.run(plans, seed, partial(bar.advance, task)):
            if asked.json_out:
                click.echo(json.dumps(plan.as_json()))
            else:
                agreement.show(out, settings.root, plan)
    say_absent(said)
    click.get_current_context().exit(0 if all(plan.agreed for plan in plans) else 1)


def _go_on(root: Path, resume: Path, duration: float | None, jobs: int) -> NoReturn:
    """With the campaign of a journal, for the rest of its time or for so long."""
    _refuse_others(resume)
    with Journal(resume) as journal:
        if duration is not None:
            journal.aim = replace(journal.aim, seconds=journal.elapsed + duration)
        said = hellos(root, journal.aim.languages, journal.aim.checked)
        refuse_absent(said)
        _campaign(root, journal, said, jobs)


def _refuse_others(resume: Path) -> None:
    """A UserError for options that a campaign has in its journal."""
    for parameter in click.get_current_context().command.params:
        if parameter.name not in {None, "resume", "duration", "jobs"} and options.is_given(parameter.name):
            raise UserError(f"{parameter.opts[-1]} is what it was, where one goes on with {resume}")


def _campaign(root: Path, journal: Journal, said: Hellos, jobs: int) -> NoReturn:
    """Until its time is over, and then the end; what it has come to is shown at any end."""
    aim = journal.aim
    asked = {day: [language.key for language in who_has(root, *day, said)[0]] for day in aim.days}
    what = "generated texts and as many damaged ones" if aim.kind == TEXTS else "mutants"
    path = os.path.relpath(journal.path)
    out = tables.console()
    out.print(
        f"{what} of {len(aim.days)} day{'s' * (len(aim.days) != 1)}, seed {aim.seed}; after any end: .venv/bin/crosscheck agree --resume {path}\n"
    )
    campaign = Campaign(root, journal, asked, jobs)
    try:
        with CampaignView(out, root, journal, campaign) as view:
            campaign.run(view.tell)
    finally:
        done = by_day(journal.lines)
        if done:
            tally.show(out, done)
    raise click.exceptions.Exit(0 if all(one.is_well for one in done.values()) else 1)


class _Rate(ProgressColumn):
    """Texts a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


def _progress(console: Console) -> Progress:
    columns = BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
