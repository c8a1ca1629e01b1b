"""`crosscheck submit`: an answer that all languages agree on, sent to the site."""

import re
import sys
from typing import NoReturn

import click

from crosscheck.commands import options
from crosscheck.commands.everyone import everyone
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.judging import consensus
from crosscheck.site import replies
from crosscheck.site.replies import Right, Solved
from crosscheck.site.visitor import Site
from crosscheck.tree import advent, cases, inputs
from crosscheck.tree.cases import Recorded
from crosscheck.tree.units import visible

NO_ANSWER = re.compile(
    r"[+-]?[0-9]*\.[0-9]*(e[+-]?[0-9]+)?|[+-]?[0-9]+e[+-]?[0-9]+|true|false|none|null|nan|[+-]?inf", re.IGNORECASE
)
"""How languages print what is no answer: a float, a bool, nothing."""
LONGEST = 200  # characters; no answer has had half as many


@click.command("submit")
@options.year_and_day
@options.languages
@click.option("--part", type=click.IntRange(1, 2), metavar="N", required=True, help="The part to answer.")
@click.option("--yes", is_flag=True, help="Do not ask before sending.")
@click.pass_obj
def submit(
    settings: Settings, year: int | None, days: list[int] | None, wanted: tuple[str, ...], part: int, yes: bool
) -> None:
    """Send the answer that all languages agree on to the site.

    Nothing is sent unless every language that has the part gives the same answer to your input, and
    the right one in all of the day's cases, and you say yes. Exit status: 0 the answer is right, 1
    it is not or was not sent, 2 wrong usage, no session, or no agreement.
    """

    with everyone(settings, year, days, wanted) as (year, day, solvers):
        advent.refuse_locked(year, day)
        name = f"{year} day {day} part {part}"
        visitor = Site(settings.root)
        user = visitor.user()
        if not isinstance(user, str):
            _end(f"{name}: nothing sent: {replies.say(user)}")
        used = inputs.of_user(settings.root, year, day, user)
        if used is None:
            raise UserError(f"no input of {user} for {year} day {day}; type: make fetch YEAR={year} DAY={day}")
        known = cases.load_day(settings.root, year, day)
        found = consensus.reach(solvers, year, day, part, used.text, known)
    if found is None:
        raise UserError(f"{name}: no language has it")
    answer = found.answer
    _refuse_impossible(name, answer)
    click.echo(visible(f"{name}: {answer} ({found}; input: {used.source})"))
    right = used.recorded[part - 1]
    if right is not None:
        _end(f"{name}: nothing sent: {_compared(right, answer)}", right == answer)
    if why := visitor.known_wrong(year, day, part, answer):
        _end(f"{name}: nothing sent: {answer} is wrong: {why}")
    _ask(f"submit {answer} for {name}?", yes)
    reply = visitor.submit(year, day, part, answer)
    match reply:
        case Right():
            click.echo(f"{name}: {answer} is right")
            inputs.remember(used, day, _only(part, answer))
        case Solved(right):
            inputs.remember(used, day, _only(part, right))
            _end(f"{name}: nothing sent: {_compared(right, answer)}", right == answer)
        case _:
            _end(f"{name}: {answer}: {replies.say(reply)}")


def _refuse_impossible(name: str, answer: str) -> None:
    if NO_ANSWER.fullmatch(answer):
        raise UserError(f"{name}: nothing sent: {answer} is not a whole number or a text, so it cannot be right")
    if not answer.strip() or not answer.isprintable() or len(answer) > LONGEST:
        raise UserError(f"{name}: nothing sent: {answer[:LONGEST]!r} is not one line of text, so it cannot be right")


def _compared(right: str, ours: str) -> str:
    if right == ours:
        return f"the right answer is known, and {ours} it is"
    return f"the right answer is known, {right}, and {ours} is not"


def _ask(question: str, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError(f"{question} nothing is sent without a yes: add --yes, with make YES=1")
    if not click.confirm(question):
        _end("nothing sent")


def _only(part: int, answer: str) -> Recorded:
    return (answer, None) if part == 1 else (None, answer)


def _end(what: str, well: bool = False) -> NoReturn:
    """Say it and end."""
    click.echo(visible(f"crosscheck: {what}"), err=True)
    raise click.exceptions.Exit(0 if well else 1)
