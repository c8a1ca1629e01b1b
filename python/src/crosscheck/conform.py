"""`crosscheck conform -- COMMAND`: tries any program against tests/PROTOCOL.md, point by point."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from crosscheck import cases, protocol, report
from crosscheck.cases import Case, Reject
from crosscheck.errors import UserError
from crosscheck.options import Settings
from crosscheck.outcome import (
    Answered,
    Crashed,
    Outcome,
    Rejected,
    Sampled,
    Unsupported,
    describe,
    stderr_of,
)
from crosscheck.process import ExchangeError, LineProcess
from crosscheck.progress import Bar
from crosscheck.protocol import Hello, ProtocolError
from crosscheck.try_cases import hold, not_refused

SECONDS = 20.0  # for a reply
BIG = 4_000_000  # characters: much more than a pipe holds
RUNS = 3


@dataclass(frozen=True, slots=True)
class Result:
    """One point of the checklist; `fault` is empty when the program does as it should.

    A point that needs cases is not tried where there are none for the program's days.
    """

    point: str
    fault: str = ""
    stderr: str = ""
    tried: bool = True


class Trial:
    """A program under test: started when needed, and anew after every failure."""

    def __init__(self, command: Sequence[str], root: Path, seconds: float) -> None:
        self._command, self._root, self._seconds = command, root, seconds
        self._process: LineProcess | None = None
        self._seq = 0
        self.hello: Hello | None = None

    def start(self) -> LineProcess:
        """The program, after its hello."""
        if self._process is None:
            self._process = LineProcess(self._command, self._root)
            line = self._process.exchange(protocol.hello_request(), self._seconds)
            self.hello = protocol.read_hello(line)
        return self._process

    def stop(self) -> None:
        """Kill the program, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process = None

    def line(self, request: bytes) -> bytes:
        """Send one line as it is, and take one."""
        return self.start().exchange(request, self._seconds)

    def solve(self, year: int, day: int, text: str, params: dict[str, object] | None = None) -> Outcome:
        """A solve request."""
        self._seq += 1
        line = self.line(protocol.solve_request(self._seq, year, day, text, params or {}))
        return protocol.read_reply(line, self._seq)

    def time(self, year: int, day: int, text: str, runs: int) -> Outcome:
        """A time request."""
        self._seq += 1
        line = self.line(protocol.time_request(self._seq, year, day, text, {}, runs))
        return protocol.read_reply(line, self._seq, runs)

    def skip_to(self, seq: int) -> None:
        """Let the next request have this number."""
        self._seq = seq - 1

    def finish(self) -> tuple[int | None, bytes]:
        """End the program's stdin: its exit status, and what it wrote after its last reply."""
        process = self.start()
        end = process.finish(self._seconds)
        self.stop()
        return end


@dataclass(frozen=True, slots=True)
class Known:
    """A day that the program has and this repository has cases for."""

    year: int
    day: int
    cases: tuple[Case, ...]
    rejects: tuple[Reject, ...]


@click.command()
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=SECONDS,
    show_default=True,
    help="How long a reply may take.",
)
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_obj
def conform(settings: Settings, seconds: float, command: tuple[str, ...]) -> None:
    """Try a program against the protocol, point by point.

    COMMAND is what `serve` in languages.toml would be; write -- before it. Exit status: 0 it
    conforms, 1 it does not.
    """
    program = shutil.which(command[0]) or shutil.which(settings.root / command[0])
    if program is None:
        raise UserError(f"{command[0]}: no such program")
    out = report.console()
    faults = 0
    trial = Trial([os.path.abspath(program), *command[1:]], settings.root, seconds)
    try:
        with Bar(len(POINTS)) as bar:
            for result in check(trial, settings.root):
                bar.advance()
                faults += bool(result.fault)
                _show(out, result)
    finally:
        trial.stop()
    count = f"{faults} of {len(POINTS)} points fail" if faults else "it conforms"
    out.print(f"[{'bold red' if faults else 'bold green'}]{count}[/]")
    click.get_current_context().exit(1 if faults else 0)


def check(trial: Trial, root: Path) -> Iterator[Result]:
    """Every point in turn; each is tried whatever became of the others."""
    known: list[Known] = []
    for point, (attempt, needs_cases) in POINTS.items():
        if needs_cases and not known:
            yield Result(point, tried=False)
            continue
        fault, stderr = "", ""
        try:
            trial.start()
            if not known and trial.hello:
                known = _known(trial.hello, root)
            fault = attempt(trial, known) or ""
        except ProtocolError as error:
            fault = f"malformed reply: {error}"
        except ExchangeError as error:
            fault, stderr = describe(error.outcome), stderr_of(error.outcome)
        except OSError as error:
            fault = f"could not be started: {error.strerror}"
        if fault:
            trial.stop()
        yield Result(point, fault, stderr)


def _known(hello: Hello, root: Path) -> list[Known]:
    days = []
    for year, day in hello.days:
        found = cases.load_day(root, year, day)
        without = tuple(case for case in found.cases if not case.params)
        if without and not found.draft:
            days.append(Known(year, day, without, found.rejects))
    return days


def _show(out: Console, result: Result) -> None:
    if not result.tried:
        out.print(f"  [yellow]--[/]    {escape(result.point)}: not tried, for want of cases")
        return
    if not result.fault:
        out.print(f"  [green]ok[/]    {escape(result.point)}")
        return
    out.print(f"  [red]FAIL[/]  {escape(result.point)}: {escape(result.fault)}")
    for line in result.stderr.splitlines()[-report.STDERR_LINES :]:
        out.print(f"          {escape(line)}")


# The points. Each returns what is wrong, or nothing.


def _has_days(trial: Trial, known: list[Known]) -> str | None:
    if trial.hello is None or not trial.hello.days:
        return "it has no days"
    return None if known else "this repository has no cases for any of its days"


def _hello_again(trial: Trial, known: list[Known]) -> str | None:
    again = protocol.read_hello(trial.line(protocol.hello_request()))
    return None if again == trial.hello else "another hello got another answer"


def _cases(trial: Trial, known: list[Known]) -> str | None:
    return _first_wrong(trial, known, lambda text: text)


def _cases_crlf(trial: Trial, known: list[Known]) -> str | None:
    return _first_wrong(trial, known, lambda text: text.replace("\n", "\r\n"))


def _cases_ends(trial: Trial, known: list[Known]) -> str | None:
    without = _first_wrong(trial, known, lambda text: text.rstrip("\n"))
    return without or _first_wrong(trial, known, lambda text: text + "\n\n\n")


def _first_wrong(trial: Trial, known: list[Known], change: Callable[[str], str]) -> str | None:
    for day in known:
        for case in day.cases:
            if faults := hold(trial.solve(day.year, day.day, change(case.input)), case).faults(case):
                return f"{day.year} day {day.day}, {case.name!r}: {', '.join(faults)}"
    return None


def _rejects(trial: Trial, known: list[Known]) -> str | None:
    for day in known:
        for reject in day.rejects:
            if wrong := not_refused(trial.solve(day.year, day.day, reject.input), reject):
                return f"{day.year} day {day.day}, {reject.name!r}: {wrong}"
    return None


def _foreign_text(trial: Trial, known: list[Known]) -> str | None:
    for day in known[:1]:
        for text in ("\u00e9", "\u0661", "\U0001f980", "\0", "\u2028", '"\\', "\r"):
            outcome = trial.solve(day.year, day.day, text + "\n")
            if not isinstance(outcome, Rejected):
                return f"{text!r}: {describe(outcome)}, and not refused"
    return None


def _big_text(trial: Trial, known: list[Known]) -> str | None:
    for day in known[:1]:
        outcome = trial.solve(day.year, day.day, "?" * BIG)
        if not isinstance(outcome, Rejected):
            return f"{BIG:,} question marks: {describe(outcome)}, and not refused"
    return None


def _big_seq(trial: Trial, known: list[Known]) -> str | None:
    for seq in (2**31, 2**32 + 1, 2**53 - 1):
        trial.skip_to(seq)
        trial.solve(1999, 1, "")
    trial.skip_to(1)
    return None


def _unknown_day(trial: Trial, known: list[Known]) -> str | None:
    for year, day in ((1999, 1), (2021, 26), (2021, 0)):
        outcome = trial.solve(year, day, "1\n")
        if not isinstance(outcome, Unsupported):
            return f"{year} day {day}: {describe(outcome)}, and not unsupported"
    return None


def _params(trial: Trial, known: list[Known]) -> str | None:
    for day in known[:1]:
        outcome = trial.solve(day.year, day.day, day.cases[0].input, {"no such": 1})
        if not isinstance(outcome, Unsupported):
            return f"{describe(outcome)}, and not unsupported"
    return None


def _time(trial: Trial, known: list[Known]) -> str | None:
    for day in known:
        text = day.cases[0].input
        once, often = trial.solve(day.year, day.day, text), trial.time(day.year, day.day, text, RUNS)
        if not isinstance(often, Sampled):
            return f"{day.year} day {day.day}: {describe(often)}"
        if not isinstance(once, Answered) or once.answers != often.answers:
            return f"{day.year} day {day.day}: other answers than to solve"
    return None


def _time_rejects(trial: Trial, known: list[Known]) -> str | None:
    for day in known[:1]:
        for reject in day.rejects[:1]:
            outcome = trial.time(day.year, day.day, reject.input, RUNS)
            if not isinstance(outcome, Rejected):
                return f"{describe(outcome)}, and not refused"
    return None


def _no_runs(trial: Trial, known: list[Known]) -> str | None:
    request = protocol.time_request(1, 2021, 1, "1\n", {}, 0)
    return _complains(trial, request) or _still_works(trial)


def _nonsense(trial: Trial, known: list[Known]) -> str | None:
    for line in (b"\n", b"nonsense\n", b"[]\n", b'{"cmd":\n', b"\xff\xfe\n", b'{"cmd":"solve"}\n'):
        if fault := _complains(trial, line):
            return fault
    return _still_works(trial)


def _unknown_command(trial: Trial, known: list[Known]) -> str | None:
    return _complains(trial, b'{"cmd":"dance","seq":77}\n', 77) or _still_works(trial)


def _complains(trial: Trial, request: bytes, seq: int | None = None) -> str | None:
    """Send what is no request, and expect an error; of that number, when one is given."""
    line = trial.line(request)
    try:
        reply = json.loads(line)
    except ValueError:
        reply = None
    if isinstance(reply, dict) and set(reply) == {"seq", "error"} and seq in (None, reply["seq"]):
        return None
    expected = f'{{"seq":{"..." if seq is None else seq},"error":...}}'
    return f"to {request!r}: expected {expected}, not {line[:80]!r}"


def _still_works(trial: Trial) -> str | None:
    outcome = trial.solve(1999, 1, "")
    return None if isinstance(outcome, Unsupported) else f"and then: {describe(outcome)}"


def _no_crash(trial: Trial, known: list[Known]) -> str | None:
    for day in known:
        for text in ("", "\n", "-", "0", ",", "99999999999999999999999999\n", "a b\nc"):
            outcome = trial.solve(day.year, day.day, text)
            if isinstance(outcome, Crashed):
                return f"{day.year} day {day.day}, {text!r}: {describe(outcome)}"
    return None


def _ends(trial: Trial, known: list[Known]) -> str | None:
    status, rest = trial.finish()
    if status is None:
        return "it goes on running"
    if rest:
        return f"it wrote {rest[:60]!r} more"
    return None if status == 0 else f"exit status {status}"


POINTS: dict[str, tuple[Callable[[Trial, list[Known]], str | None], bool]] = {
    "it starts and says hello": (lambda trial, known: None, False),
    "its days are days of this repository": (_has_days, False),
    "a second hello is answered like the first": (_hello_again, False),
    "every case has the recorded answers": (_cases, True),
    "the same with CR LF": (_cases_crlf, True),
    "the same without a final line end, and with several": (_cases_ends, True),
    "every reject is refused, at its line": (_rejects, True),
    "foreign characters are refused": (_foreign_text, True),
    "short nonsense crashes no day": (_no_crash, True),
    "a text of 4 MB is taken and refused": (_big_text, True),
    "seq comes back, however large": (_big_seq, False),
    "a day that it does not have is unsupported": (_unknown_day, False),
    "parameters that it does not take are unsupported": (_params, True),
    "a time request gives a sample a run, and the same answers": (_time, True),
    "a time request refuses what a solve request refuses": (_time_rejects, True),
    "no runs at all are an error": (_no_runs, False),
    "a line that is no request is an error, and the next one works": (_nonsense, False),
    "so is an unknown command, and its seq comes back": (_unknown_command, False),
    "it exits with status 0 when its stdin ends": (_ends, False),
}
