"""The command line of `aoc-py`: read by click, which is loaded for nothing else."""

import re
import sys

import click

from aoc import registry
from aoc import serve as server
from aoc.registry import AnswerError, UnknownDayError, UnknownParameterError
from aoc.text import InputError

USAGE, REFUSED, CRASHED = 64, 65, 70


class CommandError(Exception):
    """Ends the program with a message and an exit status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # as much to load as all else here

        click.echo(f"aoc-py {version('aoc-three-languages')} ({server.language_version()})")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the version and exit.",
)
def command_line() -> None:
    """Advent of Code in Python."""


@command_line.command()
@click.argument("year", type=int)
@click.argument("day", type=int)
@click.argument("file", default="-")
@click.option("--part", type=click.Choice(["1", "2"]), help="One part only.")
@click.option("--param", "params", metavar="NAME=NUMBER", multiple=True, help="Set a parameter of the day.")
def solve(year: int, day: int, file: str, part: str | None, params: tuple[str, ...]) -> None:
    """Print the answers for FILE (or standard input, `-`), one a line.

    Exit status: 0 answered, 64 wrong usage or no such day, 65 input refused, 70 crashed.
    """
    try:
        solution = registry.load(year, day)
    except UnknownDayError as error:
        raise CommandError(USAGE, f"there is no {error}; {there_are()}") from None
    if part == "2" and not solution.part2:
        raise CommandError(USAGE, f"{year} day {day} has no part 2")
    values = dict(map(name_and_number, params))
    text = read(file)
    try:
        puzzle = solution.read(text, values)
    except UnknownParameterError as error:
        raise CommandError(USAGE, f"{year} day {day}: {error}") from None
    except InputError as error:
        raise CommandError(REFUSED, explain(error, text, "standard input" if file == "-" else file)) from None
    for number in (1, 2):
        if str(number) in (part or "12") and (number == 1 or solution.part2):
            try:
                answer = solution.answer(number, puzzle)
            except AnswerError as error:
                raise CommandError(CRASHED, str(error)) from None
            if answer is None:
                click.echo(f"aoc-py: part {number} of {year} day {day} is not written yet", err=True)
            else:
                click.echo(answer)


def name_and_number(param: str) -> tuple[str, int]:
    """The parts of `name=number`."""
    match = re.fullmatch("([^=]+)=(-?[0-9]{1,18})", param)
    if not match:
        raise CommandError(USAGE, f"--param {param}: expected NAME=NUMBER")
    return match[1], int(match[2])


def there_are() -> str:
    """Which days are there? In few words: `there are 2021 days 1-25`."""
    years: dict[int, list[str]] = {}
    previous = None
    for year, day in registry.days():
        runs = years.setdefault(year, [])
        if previous == (year, day - 1):
            runs[-1] = f"{runs[-1].partition('-')[0]}-{day}"
        else:
            runs.append(str(day))
        previous = year, day
    return "there are " + "; ".join(f"{year} days {', '.join(runs)}" for year, runs in years.items())


def read(file: str) -> str:
    try:
        if file == "-":
            content = sys.stdin.buffer.read()
        else:
            with open(file, "rb") as opened:
                content = opened.read()
    except OSError as error:
        raise CommandError(USAGE, f"cannot read {file}: {error.strerror}") from None
    return content.decode("utf-8", errors="replace")


def explain(error: InputError, text: str, name: str) -> str:
    """What is wrong, the line where it is, and a caret under the column."""
    if error.line is None or error.column is None:
        return f"{name}: {error.message}"
    lines = text.split("\n")
    line = lines[error.line - 1].removesuffix("\r") if error.line <= len(lines) else ""
    clipped_off = max(0, min(error.column - 31, len(line) - 60))
    shown = "".join(c if " " <= c <= "~" else "?" for c in line[clipped_off : clipped_off + 60])
    caret = " " * (error.column - 1 - clipped_off) + "^"
    return f"{name}:{error.line}:{error.column}: {error.message}\n{shown}\n{caret}"


@command_line.command("list")
def list_days() -> None:
    """Print the days there are, one `YEAR DAY` a line."""
    for year, day in registry.days():
        click.echo(f"{year} {day}")


@command_line.command()
def serve() -> None:
    """Answer crosscheck's requests: one JSON object a line each way."""
    server.serve(registry)


def status_of(arguments: list[str]) -> int:
    """Run the command line: its exit status."""
    try:
        # Not command_line.main(), which knows exit statuses of its own (1 and 2).
        with command_line.make_context("aoc-py", arguments) as context:
            command_line.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.UsageError as error:
        what = " ".join(error.format_message().split()).rstrip(".")
        more = f"; see: {error.ctx.command_path} --help" if error.ctx else ""
        click.echo(f"aoc-py: {what}{more}", err=True)
        return USAGE
    except CommandError as error:
        click.echo(f"aoc-py: {error}", err=True)
        return error.status
    return 0
