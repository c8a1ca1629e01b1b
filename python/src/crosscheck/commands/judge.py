"""`crosscheck judge`: any program held against ours, to find the smallest input on which it is wrong."""

import contextlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from crosscheck import puzzles
from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.judging.agreement import any_seed
from crosscheck.judging.guest_trial import Judgement, Plan, Trial
from crosscheck.puzzles import Puzzle
from crosscheck.shown import judgement, tables
from crosscheck.solvers import guests
from crosscheck.solvers.one_shot import PARTS, Reading
from crosscheck.solvers.outcome import Failure, as_json, describe
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent, inputs, languages
from crosscheck.tree.files import write_whole
from crosscheck.tree.inputs import PuzzleInput
from crosscheck.tree.progress import Bar
from crosscheck.tree.units import visible

EXAMPLES, SECONDS = 5000, 30.0
MANY = 10**9  # examples, where it is the time that ends it


def _format(context: click.Context, parameter: click.Parameter, text: str | None) -> re.Pattern[str] | None:
    if text is None:
        return None
    try:
        pattern = re.compile(text, re.MULTILINE)
    except re.error as error:
        raise click.BadParameter(f"not a regular expression: {error}", context, parameter) from None
    if not set(PARTS) & pattern.groupindex.keys():
        example = r"as in --format 'Part 1: (?P<part1>\d+)\nPart 2: (?P<part2>\d+)'"
        raise click.BadParameter(f"it has no group part1 or part2, {example}", context, parameter)
    return pattern


@click.command("judge")
@options.year_and_day
@click.option(
    "--with",
    "told",
    required=True,
    metavar="COMMAND",
    help="The program: reads stdin, prints two lines. serve:COMMAND if it speaks the protocol.",
)
@click.option("--part", type=click.IntRange(1, 2), metavar="N", help="For a program that has only this part.")
@click.option(
    "--format",
    "pattern",
    metavar="REGEX",
    callback=_format,
    help="For a program that prints otherwise: a regular expression with groups part1 and part2, as (?P<part1>...).",
)
@click.option(
    "-n", "--examples", type=click.IntRange(1), metavar="N", help=f"Small inputs, at most. Default: {EXAMPLES:,}."
)
@click.option("--for", "seconds", type=options.Duration(), help=f"How long to look. Default: {SECONDS:.0f}s.")
@click.option("--seed", type=click.IntRange(0), metavar="N", help="To see a run again. Default: any; 0 where CI=true.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=10.0,
    show_default=True,
    help="What it may take for one input.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="It must refuse what is outside the domain, and say `no solution` where there is none.",
)
@click.option("--input", "given", metavar="FILE", help="Your own input, where it is not found by itself.")
@options.languages
@options.file_to_keep("--save", "Keep the input on which it is wrong.")
@options.as_json
@click.pass_obj
def judge(
    settings: Settings,
    year: int | None,
    days: list[int] | None,
    told: str,
    part: int | None,
    pattern: re.Pattern[str] | None,
    examples: int | None,
    seconds: float | None,
    seed: int | None,
    timeout: float,
    strict: bool,
    given: str | None,
    wanted: tuple[str, ...],
    save: Path | None,
    json_out: bool,
) -> None:
    """Hold any program against ours: the smallest input on which it is wrong.

    It is given the day's cases, small generated inputs that seek the edges, inputs that grow to the usual size, and your
    own. It reads an input on stdin and prints the answers, one a line. It runs in the folder where you are, without a
    shell. What is outside the puzzle's domain is not held against it, nor what has no solution, unless --strict.

    Exit status: 0 it is right, 1 it is not, or fails, hangs or is too slow, 2 wrong usage.
    """
    judged = guests.parse_one(told)
    command = told.removeprefix(f"{judged.key}=")
    year, day = days_meant.one_day(settings.root, year, days)
    due = advent.parts(year, day)
    if part is not None and part not in due:
        raise UserError(f"--part {part}: {year} day {day} has part {due[0]} only")
    if not puzzles.has(year, day):
        raise UserError(f"{year} day {day} has no puzzle module, so there is nothing to judge by")
    if pattern and not judged.cold:
        raise UserError("--format: what speaks the protocol has no other format")
    puzzle = puzzles.load(year, day)
    plan = Plan(
        examples or (EXAMPLES if seconds is None else MANY),
        seconds or (SECONDS if examples is None else float("inf")),
        any_seed() if seed is None else seed,
        due if part is None else (part,),
        strict,
    )
    out = tables.console()
    own, full = _real_inputs(settings.root, year, day, given)
    with contextlib.ExitStack() as stack:
        reading = Reading(pattern, part or 1)
        guest = stack.enter_context(guests.solver(judged, settings.root, timeout=timeout, reading=reading))
        ours = _ours(settings.root, year, day, wanted, stack)
        if not judged.cold and isinstance(hello := guest.hello(), Failure):
            raise UserError(f"{judged.title} {describe(hello)}")
        if not json_out:
            judgement.heading(out, puzzle, command)
        total = plan.examples if plan.examples < MANY else 0
        with Bar(total, enabled=not json_out) as bar:
            step = lambda what: bar.step(f"{year} day {day}: {what}")  # noqa: E731
            done = Trial(settings.root, puzzle, guest, ours, plan, step, bar.advance).run(own, full)
    saved = _save(settings.root, puzzle, done, save)
    if json_out:
        click.echo(json.dumps(_as_json(puzzle, judged.title, done, plan, saved), indent=1))
    else:
        judgement.show(out, puzzle, judged, done, own, ours[0].language.title)
        if done.fault:
            judgement.again(out, judgement.commands(puzzle, done.fault, command, judged, saved))
    click.get_current_context().exit(1 if done.fault else 0)


def _real_inputs(root: Path, year: int, day: int, given: str | None) -> tuple[PuzzleInput | None, PuzzleInput | None]:
    """Your own, and the shared one; None where there is none."""
    own = full = None
    if given is not None or inputs.own(root, year, day):
        own = inputs.find(root, year, day, given)
    with contextlib.suppress(UserError):
        full = inputs.shared(root, year, day)
    return own, full


def _ours(root: Path, year: int, day: int, wanted: tuple[str, ...], stack: contextlib.ExitStack) -> list[Solver]:
    """The languages that have the day, but for another road to the same solutions."""
    ours, without = [], []
    for language in languages.choose(languages.load(root), wanted):
        if language.same_as and not wanted:
            continue
        solver = stack.enter_context(Solver(language, root))
        hello = solver.hello()
        if isinstance(hello, Hello) and (year, day) in hello.days:
            ours.append(solver)
        elif isinstance(hello, Hello):
            without.append(f"{language.title} does not have {year} day {day}")
        else:
            without.append(f"{language.title} {describe(hello)}")
    if not ours:
        raise UserError(f"nobody to judge by: {'; '.join(without)}")
    if without:
        click.echo(visible(f"crosscheck: judged without {'; '.join(without)}"), err=True)
    return ours


def _save(root: Path, puzzle: Puzzle, done: Judgement, save: Path | None) -> str | None:
    """Keep the input where that was asked for, or it is too long for a command line; what to call the file."""
    if done.fault is None:
        return None
    text = done.fault.made.text
    if save is None and judgement.is_short(text):
        return None
    path = save or root / ".build" / "judged" / f"{puzzle.year}-{puzzle.day:02}.txt"
    write_whole(path, text)
    print(f"crosscheck: the input is kept as {path}", file=sys.stderr)
    return str(path)


def _as_json(puzzle: Puzzle, name: str, done: Judgement, plan: Plan, saved: str | None) -> dict[str, Any]:
    fault = done.fault
    return {
        "year": puzzle.year,
        "day": puzzle.day,
        "program": name,
        "right": fault is None,
        "verdict": judgement.right(puzzle, done) if fault is None else judgement.verdict(puzzle, fault),
        "kind": fault and fault.kind.name.lower(),
        "inputs": done.inputs,
        "passed_over": done.passed_over,
        "largest": done.largest,
        "unit": puzzle.unit,
        "seed": plan.seed,
        "seconds": round(done.seconds, 3),
        "times": dict(sorted(done.times.items())),
        "fault": fault
        and {
            "input": fault.made.text,
            "params": dict(fault.made.params),
            "origin": fault.origin,
            "said": as_json(fault.said),
            "right": done.claims,
            "steady": fault.steady,
            "saved": saved,
        },
    }
