"""The options that several commands share, and what they are handed: one `Settings`."""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from crosscheck.tree import advent, day_lists
from crosscheck.tree.files import refuse_unwritable

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Settings:
    """What was said before the command's name; every command has it by `click.pass_obj`."""

    root: Path


class Duration(click.ParamType[float]):
    """The seconds of a time such as 30, 30s, 90m, 1h30m or 0.5s."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        found = re.fullmatch(r"(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+(?:\.[0-9]+)?)s?)?", str(value))
        hours, minutes, seconds = (float(part or 0) for part in found.groups()) if found else (0.0, 0.0, 0.0)
        if not (total := (hours * 60 + minutes) * 60 + seconds):
            self.fail(f"{value!r} is not a time, as 30s, 90m or 1h30m", param, ctx)
        return total


def is_given(name: str) -> bool:
    """Whether this option was said, and is not what it is by default."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE


def _day_list(context: click.Context, parameter: click.Parameter, text: str | None) -> list[int] | None:
    try:
        return None if text is None else day_lists.parse(text)
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from None


EVERY_YEAR = 0


class _Year(click.IntRange):
    """A year, or `all`, which is `EVERY_YEAR`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        return EVERY_YEAR if value == "all" else int(super().convert(value, param, ctx))


YEAR = click.IntRange(advent.FIRST_YEAR, advent.LAST_YEAR)
YEAR_OR_ALL = _Year(advent.FIRST_YEAR, advent.LAST_YEAR)


def year_and_days(command: Command, years: click.IntRange = YEAR) -> Command:
    """`-y` and `-d`, as `year: int | None` and `days: list[int] | None`; see crosscheck.commands.days_meant."""
    more = "; all: every year" if years is YEAR_OR_ALL else ""
    year = click.option("-y", "--year", type=years, metavar="YEAR", help=f"Default: the latest{more}.")
    days = click.option(
        "-d", "--days", metavar="DAYS", callback=_day_list, help="As 7 or 1-8 or 1,3,7-9. Default: all of the year."
    )
    return year(days(command))


def year_and_day(command: Command) -> Command:
    """The same, of one day."""
    year = click.option("-y", "--year", type=YEAR, metavar="YEAR", help="Default: the latest.")
    return year(click.option("-d", "--day", "--days", "days", metavar="DAY", callback=_day_list, help="As 7.")(command))


def languages(command: Command) -> Command:
    """`-l`, as `wanted: tuple[str, ...]` for `crosscheck.tree.languages.choose`."""
    return click.option(
        "-l",
        "--languages",
        "wanted",
        multiple=True,
        metavar="NAMES",
        help="Comma separated. Default: all.",
    )(command)


def as_json(command: Command) -> Command:
    """`--json`, as `json_out: bool`."""
    return click.option("--json", "json_out", is_flag=True, help="Print JSON instead.")(command)


def given_input(command: Command) -> Command:
    """`--input`, as `given: str | None` for `crosscheck.tree.inputs.find`."""
    return click.option("--input", "given", metavar="FILE", help="The input to use; - is standard input.")(command)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days, which languages (`wanted`, for `crosscheck.tree.languages.choose`), how patiently, and shown how."""

    year: int | None
    days: list[int] | None
    wanted: tuple[str, ...]
    seconds: float
    json_out: bool


def days_and_languages(command: Callable[..., None]) -> Callable[..., None]:
    """What every command takes that runs days in several languages, as `asked: Asked`."""

    @functools.wraps(command)
    def gathered(
        *arguments: Any,
        year: int | None,
        days: list[int] | None,
        wanted: tuple[str, ...],
        seconds: float,
        json_out: bool,
        **others: Any,
    ) -> None:
        command(*arguments, asked=Asked(year, days, wanted, seconds, json_out), **others)

    return year_and_days(languages(timeout(as_json(gathered))), YEAR_OR_ALL)


def given_params(command: Command) -> Command:
    """`--param`, as `params: dict[str, int]`; see crosscheck.commands.days_meant."""
    return click.option(
        "--param",
        "params",
        multiple=True,
        metavar="NAME=NUMBER",
        callback=_params,
        help="Set a parameter of the day, as the site's small examples do.",
    )(command)


def _params(context: click.Context, parameter: click.Parameter, texts: tuple[str, ...]) -> dict[str, int]:
    params = {}
    for text in texts:
        name, _, number = text.partition("=")
        if not name or not re.fullmatch(r"-?[0-9]+", number):
            raise click.BadParameter(f"{text!r} is not NAME=NUMBER, as in row=10", context, parameter)
        params[name] = int(number)
    return params


def guests(command: Command) -> Command:
    """`--with`, as `others: tuple[str, ...]` for `crosscheck.solvers.guests.parse`."""
    return click.option(
        "--with",
        "others",
        multiple=True,
        metavar="[NAME=]COMMAND",
        help="Somebody's solver too: reads stdin, prints two lines. serve:COMMAND if it speaks the protocol.",
    )(command)


def timeout(command: Command) -> Command:
    """`--timeout`, as `seconds: float`."""
    return click.option(
        "--timeout",
        "seconds",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        default=60.0,
        show_default=True,
        help="What a language may take for one request.",
    )(command)


def file_to_keep(name: str, what: str) -> Callable[[Command], Command]:
    """The option of that name, a `Path | None`: where to keep something, refused at once if that cannot be."""

    def writable(_context: click.Context, _parameter: click.Parameter, path: Path | None) -> Path | None:
        if path is not None:
            refuse_unwritable(path)
        return path

    return click.option(name, type=click.Path(dir_okay=False, path_type=Path), callback=writable, help=what)


def say_not_kept(path: Path) -> None:
    """Of a file that was to be written, had every day been timed."""
    click.echo(f"crosscheck: nothing is saved, and {path} is as it was: not every day was timed", err=True)
