"""`crosscheck agree`: generated texts through every language, on several processes."""

import json
import os
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Self

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

from crosscheck import languages, options, puzzles, report
from crosscheck.agreement import Checked, any_seed, check_day
from crosscheck.languages import Language
from crosscheck.options import Settings
from crosscheck.outcome import Failure, Outcome, describe
from crosscheck.protocol import Hello
from crosscheck.puzzles import Puzzle
from crosscheck.solver import Solver

PORTION = 500  # examples that a process runs before it takes the next portion


@click.command("agree")
@options.year_and_days
@options.languages
@click.option("-n", "--examples", type=click.IntRange(1), default=1000, show_default=True, help="Texts a day.")
@click.option("--seed", type=click.IntRange(0), help="To see a run again. Default: any; 0 where CI=true.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes. Default: one a core.")
@click.option("--checked", is_flag=True, help="Run the builds that catch overflow, of languages that have one.")
@options.timeout
@options.as_json
@click.pass_obj
def agree(
    settings: Settings,
    year: int | None,
    days: list[int] | None,
    wanted: tuple[str, ...],
    examples: int,
    seed: int | None,
    jobs: int,
    checked: bool,
    seconds: float,
    json_out: bool,
) -> None:
    """Send generated texts, and as many damaged ones, through every language and compare.

    All must answer alike, and as brute force does where that is feasible, or refuse the text at the
    same line. A text on which they do not is shrunk and shown with who says what.

    Exit status: 0 all well, 1 a disagreement or a language that could not be asked, 2 wrong usage.
    """
    if seed is None:
        seed = any_seed()
    hellos = {}
    for language in languages.choose(languages.load(settings.root), wanted):
        with Solver(language, settings.root, checked=checked) as solver:
            hellos[language] = solver.hello()
    year, which = options.which_days(settings.root, year, days, drafts=False)
    plans = [_plan(year, day, hellos, examples, seed) for day in which if (year, day) in puzzles.days()]
    out = report.console()
    if not json_out:
        out.print(f"{examples:,} texts a day and as many damaged ones, seed {seed}\n")
    bar = _progress(out if out.is_terminal and not json_out else Console(stderr=True))
    with bar, _Pool(jobs, settings.root, seconds, checked) as pool:
        for plan in pool.run(plans, bar):
            if json_out:
                click.echo(json.dumps(plan.as_json()))
            else:
                _show(out, plan)
    for language, said in hellos.items():
        if isinstance(said, Failure):
            click.echo(f"crosscheck: {language.title} was not asked: {describe(said)}", err=True)
    click.get_current_context().exit(0 if all(plan.agreed for plan in plans) else 1)


@dataclass(eq=False)
class _Plan:
    """What to run for a day, and what has come of it."""

    puzzle: Puzzle
    asked: list[Language]
    absent: list[Language]
    portions: list[tuple[int, int]]
    """How many examples, from which seed. The first has the seed that was asked for."""
    done: Checked = field(default_factory=Checked)
    failed: tuple[int, int] = 0, 0
    """The portion that found the disagreement."""

    @property
    def agreed(self) -> bool:
        return not (self.done.disagreement or self.absent)

    def as_json(self) -> dict[str, Any]:
        found = self.done.disagreement
        return {
            "year": self.puzzle.year,
            "day": self.puzzle.day,
            "asked": [language.key for language in self.asked],
            "absent": [language.key for language in self.absent],
            "agreed": self.agreed,
            "examples": self.done.examples,
            "by_brute_force": self.done.proven,
            "refused": self.done.refused,
            "seconds": round(self.done.seconds, 3),
            "disagreement": found and {"input": found.text, "claims": found.claims, "seed": self.failed[1]},
        }


def _plan(year: int, day: int, hellos: Mapping[Language, Hello | Failure], examples: int, seed: int) -> _Plan:
    """The languages that have the day, and no more examples than the puzzle module allows."""
    puzzle = puzzles.load(year, day)
    asked = [one for one, hello in hellos.items() if isinstance(hello, Hello) and (year, day) in hello.days]
    whole, rest = divmod(min(examples, puzzle.examples.most) if puzzle.examples else examples, PORTION)
    sizes = [PORTION] * whole + [rest] * (rest > 0)
    portions = [(size, seed + nth) for nth, size in enumerate(sizes)] if asked else []
    return _Plan(puzzle, asked, [one for one in hellos if one not in asked], portions)


class _Pool:
    """Processes with solvers of their own. A context manager."""

    def __init__(self, jobs: int, root: Path, seconds: float, checked: bool) -> None:
        arguments = root, seconds, checked
        self._executor = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start, initargs=arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def run(self, plans: Sequence[_Plan], bar: Progress) -> Iterator[_Plan]:
        """Each plan once all of it is done; after a disagreement the rest of it is left out."""
        task = bar.add_task("", total=sum(size for plan in plans for size, _ in plan.portions))
        futures: dict[Future[Checked], tuple[_Plan, tuple[int, int]]] = {}
        for plan in plans:
            keys = tuple(language.key for language in plan.asked)
            for size, seed in plan.portions:
                future = self._executor.submit(_run_portion, plan.puzzle.year, plan.puzzle.day, keys, size, seed)
                futures[future] = plan, (size, seed)
        left = {plan: len(plan.portions) for plan in plans}
        yield from (plan for plan in plans if not plan.portions)
        for future in as_completed(futures):
            plan, portion = futures[future]
            bar.advance(task, portion[0])
            if not future.cancelled():
                plan.done += future.result()
                if future.result().disagreement:
                    plan.failed = portion
                    for other, (its_plan, _) in futures.items():
                        if its_plan is plan:
                            other.cancel()
            left[plan] -= 1
            if not left[plan]:
                yield plan


class _Worker:
    """What one of the processes keeps from portion to portion."""

    def __init__(self, root: Path, seconds: float, checked: bool) -> None:
        self.solvers = {
            key: Solver(language, root, timeout=seconds, checked=checked)
            for key, language in languages.load(root).items()
        }


_worker: _Worker | None = None


def _start(root: Path, seconds: float, checked: bool) -> None:
    """In a new process: an interrupt ends it without a word, and its solvers with it."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _worker = _Worker(root, seconds, checked)


def _run_portion(year: int, day: int, keys: Iterable[str], examples: int, seed: int) -> Checked:
    assert _worker is not None
    solvers = [_worker.solvers[key] for key in keys]

    def route(solver: Solver, text: str) -> Outcome:
        return solver.solve(year, day, text)

    routes = {solver.language.title: partial(route, solver) for solver in solvers}
    return check_day(puzzles.load(year, day), routes, examples, seed)


class _Rate(ProgressColumn):
    """Texts a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


def _progress(console: Console) -> Progress:
    columns = BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _show(out: Console, plan: _Plan) -> None:
    done, found = plan.done, plan.done.disagreement
    who = ", ".join(language.title for language in plan.asked) or "nobody"
    verdict = "[bold red]DISAGREE[/]" if found else "[green]agree[/]" if plan.agreed else "[yellow]agree[/]"
    facts = f"{done.examples:,} texts, {done.proven:,} by brute force; {done.refused:,} damaged ones refused"
    out.print(f"{escape(str(plan.puzzle))}: {verdict}: {who}  [dim]{facts}; {done.seconds:.1f} s[/]")
    if plan.absent:
        out.print(f"  [yellow]not asked: {', '.join(language.title for language in plan.absent)}[/]")
    if plan.puzzle.examples and done.examples >= plan.puzzle.examples.most:
        out.print(f"  [dim]no more than {plan.puzzle.examples.most:,}: {escape(plan.puzzle.examples.reason)}[/]")
    if found:
        size, seed = plan.failed
        kind = "a damaged text" if found.damaged else "a valid text"
        out.print(
            f"\n  on {kind} (again: crosscheck agree -y {plan.puzzle.year} -d {plan.puzzle.day} -n {size} --seed {seed})\n"
        )
        for line in found.text.splitlines(keepends=True):
            out.print(f"    {escape(repr(line))}")
        out.print()
        for said, names in found.claims.items():
            out.print(f"    {escape(said)}  <-  {', '.join(names)}")
        out.print("\n  for cases.toml, once it is known who is right:\n")
        out.out(found.entry(), highlight=False)
