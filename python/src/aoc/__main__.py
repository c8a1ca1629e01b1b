"""`aoc-py`: the Python solutions on the command line, and as a server for crosscheck.

The protocol of the server is written up in tests/PROTOCOL.md."""

import json
import os
import platform
import sys
import traceback
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, BinaryIO

import click

from aoc import registry
from aoc.registry import Registry, UnknownDayError
from aoc.text import InputError

USAGE, REFUSED, CRASHED, INTERRUPTED = 64, 65, 70, 130


class CommandError(Exception):
    """Ends the program with a message and an exit status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"aoc-py {version('aoc-three-languages')} ({language_version()})")
        context.exit()


def language_version() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}"


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
def solve(year: int, day: int, file: str, part: str | None) -> None:
    """Print the answers for FILE (or standard input, `-`), one a line.

    Exit status: 0 answered, 64 wrong usage or no such day, 65 input refused, 70 crashed.
    """
    try:
        solution = registry.load(year, day)
    except UnknownDayError as error:
        raise CommandError(USAGE, f"there is no {error}; {there_are()}") from None
    if part == "2" and not solution.part2:
        raise CommandError(USAGE, f"{year} day {day} has no part 2")
    text = read(file)
    try:
        puzzle = solution.parse(text)
    except InputError as error:
        raise CommandError(REFUSED, explain(error, text, "standard input" if file == "-" else file)) from None
    for number, solve_part in (("1", solution.part1), ("2", solution.part2)):
        if solve_part and part in (None, number):
            answer = solve_part(puzzle)
            if answer is None:
                click.echo(f"aoc-py: part {number} of {year} day {day} is not written yet", err=True)
            else:
                click.echo(answer)


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
    serve_days(registry)


def serve_days(known: Registry) -> None:
    replies, sys.stdout = sys.stdout, sys.stderr  # standard output belongs to the protocol
    for reply in answer_all(known, sys.stdin.buffer):
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def answer_all(known: Registry, requests: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in requests:
        request: Any = None
        try:
            request = json.loads(line)
            yield answer(known, request)
        except RequestError as error:
            yield {
                "seq": request.get("seq") if isinstance(request, dict) else None,
                "error": str(error),
            }
        except (ValueError, RecursionError) as error:
            yield {"seq": None, "error": f"this line is not JSON: {error}"}


class RequestError(Exception):
    """A line that is JSON, but no request of the protocol."""


def answer(known: Registry, request: Any) -> dict[str, Any]:
    match request:
        case {"cmd": "hello", "protocol": 1}:
            return hello(known)
        case {"cmd": "solve", "seq": seq, "year": int(year), "day": int(day), "input": str(text)}:
            return {"seq": seq, **run(known, year, day, text, request.get("params"))}
        case {
            "cmd": "time",
            "seq": seq,
            "year": int(year),
            "day": int(day),
            "input": str(text),
            "runs": int(runs),
        }:
            if not 1 <= runs <= 1_000_000:
                raise RequestError("runs must be from 1 to 1000000")
            return {"seq": seq, **run(known, year, day, text, request.get("params"), runs)}
        case {"cmd": "hello"}:
            raise RequestError("this program speaks protocol 1")
        case {"cmd": "solve" | "time" as command}:
            raise RequestError(f"a {command} request needs seq, year, day, input" + ", runs" * (command == "time"))
        case _:
            raise RequestError("cmd must be hello, solve or time")


def hello(known: Registry) -> dict[str, Any]:
    return {
        "protocol": 1,
        "language": "python",
        "version": language_version(),
        "profile": profile(),
        "commit": os.environ.get("AOC_COMMIT", "unknown"),
        "days": known.days(),
    }


def profile() -> str:
    """`debug` where the interpreter is slowed down: built with assertions, in development mode, or watched by a
    debugger, a profiler or a coverage tool; else `release`.
    """
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on, with room for six tools
    watched = sys.gettrace() or sys.getprofile() or (monitoring and any(map(monitoring.get_tool, range(6))))
    return "debug" if watched or sys.flags.dev_mode or hasattr(sys, "gettotalrefcount") else "release"


def run(known: Registry, year: int, day: int, text: str, params: Any, times: int | None = None) -> dict[str, Any]:
    """Solve once, or many times; everything that can go wrong inside a day becomes a reply."""
    if params:
        return {"unsupported": f"{year} day {day} with params"}
    try:
        solution = known.load(year, day)
        runs = [solution.run(text)]
        while len(runs) < (times or 1):
            runs.append(solution.run(text))
            if runs[-1].answers != runs[0].answers:
                return {"crashed": "answers changed between runs"}
    except UnknownDayError as error:
        return {"unsupported": str(error)}
    except InputError as error:
        return {"rejected": {"line": error.line, "column": error.column, "message": error.message}}
    except Exception as error:
        traceback.print_exc()
        return {"crashed": f"{type(error).__name__}: {error}"}
    samples = [list(column) for column in zip(*(run.nanoseconds for run in runs), strict=True)]
    ns: list[Any] = samples if times else [column[0] for column in samples]
    return {
        "answers": runs[0].answers,
        "ns": dict(zip(("parse", "part1", "part2"), ns, strict=True)),
    }


def main() -> None:
    status = 0
    try:
        # Not command_line.main(), which knows exit statuses of its own (1 and 2).
        with command_line.make_context("aoc-py", sys.argv[1:]) as context:
            command_line.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        status = end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        status = USAGE
    except click.UsageError as error:
        what = " ".join(error.format_message().split()).rstrip(".")
        more = f"; see: {error.ctx.command_path} --help" if error.ctx else ""
        click.echo(f"aoc-py: {what}{more}", err=True)
        status = USAGE
    except CommandError as error:
        click.echo(f"aoc-py: {error}", err=True)
        status = error.status
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        # Nobody reads the answers any more; nor must Python try to flush them on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = CRASHED
    except Exception:
        traceback.print_exc()
        status = CRASHED
    sys.exit(status)


if __name__ == "__main__":
    main()
