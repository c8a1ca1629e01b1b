"""A solver: one language's program, started when first needed and again after any failure."""

import functools
import signal
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from crosscheck.solvers import memory, protocol
from crosscheck.solvers.outcome import Crashed, Exited, Failure, Malformed, Missing, Outcome, TimedOut
from crosscheck.solvers.process import MAX_REPLY, MAX_SAMPLES, ExchangeError, LineProcess
from crosscheck.solvers.protocol import Hello
from crosscheck.system import environment
from crosscheck.tree import repository
from crosscheck.tree.languages import Language

TIMEOUT = 60.0  # seconds for a reply
HELLO_TIMEOUT = 20.0  # seconds for a program to start and introduce itself
Hellos = Mapping[Language, Hello | Failure]  # what languages say of themselves
Request = Callable[[int], bytes]  # of a seq
NOT_FOUND = 127  # the exit status of a shell, or of a launcher, that found no program to run


class Solver:
    """Asks one language for answers. A context manager; `close` ends the program.

    Every request has an outcome, and none raises. After a failure (exited, timed out, malformed)
    the request is tried once more, alone, in a fresh process, and that outcome stands; the first is
    kept in `incidents`.
    """

    def __init__(
        self,
        language: Language,
        root: Path,
        *,
        timeout: float = TIMEOUT,
        hello_timeout: float | None = None,
        checked: bool = False,
    ) -> None:
        """It runs in `root`, or in the language's own folder; `checked` prefers the build with checks,
        where there is one.
        """
        self.language = language
        self.incidents: list[Failure] = []
        self.said = (
            ""  # the end of what it wrote to stderr at the last request, which is where a solution's stdout goes
        )
        self._root = language.folder or root
        checked = checked and language.checked is not None
        self._command = language.checked if checked and language.checked else language.serve
        self._how_to_build = language.how_to_build(checked)
        self.timeout = timeout
        self._hello_timeout = HELLO_TIMEOUT if hello_timeout is None else hello_timeout
        self._process: LineProcess | None = None
        self._hello: Hello | None = None
        self._seq = 0
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._kill()

    def hello(self) -> Hello | Failure:
        """What the program says of itself, or how it failed to."""
        try:
            self._start()
        except ExchangeError as failed:
            self._kill()
            return memory.explained(failed.outcome)
        assert self._hello is not None
        return self._hello

    def solve(self, year: int, day: int, text: str, params: Mapping[str, object] | None = None) -> Outcome:
        """Solve a day once: Answered, Rejected, Unsupported, Crashed or a Failure."""
        make = functools.partial(protocol.solve_request, year=year, day=day, text=text, params=params or {})
        return self._ask(make)

    def time(self, year: int, day: int, text: str, runs: int, params: Mapping[str, object] | None = None) -> Outcome:
        """Solve a day `runs` times in one process: Sampled where `solve` would be Answered."""
        make = functools.partial(protocol.time_request, year=year, day=day, text=text, params=params or {}, runs=runs)
        return self._ask(make, runs)

    def waited(self) -> int:
        """Nanoseconds that the program has waited for a core; see LineProcess."""
        return self._process.waited() if self._process else 0

    def close(self) -> None:
        """End the program; the next request would start it again."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def stop(self) -> None:
        """From another thread: end the program and what it is being asked, and ask no more."""
        self._stopped = True
        if process := self._process:
            process.interrupt()

    def _ask(self, make: Request, runs: int | None = None) -> Outcome:
        outcome = self._ask_once(make, runs)
        if isinstance(outcome, Exited | TimedOut | Malformed) and not self._stopped:
            self.incidents.append(outcome)
            outcome = self._ask_once(make, runs)
        return outcome

    def _ask_once(self, make: Request, runs: int | None) -> Outcome:
        self.said = ""
        try:
            process = self._start()
            self._seq += 1
            line = process.exchange(make(self._seq), self.timeout, MAX_REPLY + MAX_SAMPLES * (runs or 0))
            try:
                outcome = protocol.read_reply(line, self._seq, runs)
            except protocol.ProtocolError as violation:
                raise ExchangeError(Malformed(str(violation), process.stderr())) from None
            self.said = process.stderr()
            return memory.explained(replace(outcome, stderr=self.said)) if isinstance(outcome, Crashed) else outcome
        except ExchangeError as failed:
            self._kill()
            return memory.explained(failed.outcome)

    def _start(self) -> LineProcess:
        """The running program, started and introduced if need be; raises ExchangeError."""
        if self._process is not None:
            return self._process
        command = [locate(self._command[0], self._root), *self._command[1:]]
        env = {**environment.for_solvers(), "AOC_COMMIT": repository.commit(self._root)}
        try:
            self._process = LineProcess(command, self._root, env)
        except OSError as error:
            if isinstance(error, FileNotFoundError | PermissionError):
                raise ExchangeError(Missing(self._command[0], self._how_to_build)) from None
            raise ExchangeError(Malformed(f"could not be started: {error.strerror}")) from None
        if self._stopped:  # before there was a program to end
            raise ExchangeError(Exited(-signal.SIGKILL))
        try:
            line = self._process.exchange(protocol.hello_request(), self._hello_timeout)
        except ExchangeError as failed:
            if isinstance(failed.outcome, Exited) and failed.outcome.status == NOT_FOUND:
                program = failed.outcome.stderr or self._command[0]
                raise ExchangeError(Missing(program, self._how_to_build)) from None
            raise
        try:
            self._hello = protocol.read_hello(line)
        except protocol.ProtocolError as violation:
            raise ExchangeError(Malformed(f"hello: {violation}", self._process.stderr())) from None
        return self._process

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None


def locate(program: str, root: Path) -> str:
    """How to start a program of languages.toml: a path is from the root; a bare name is looked up as the shell would."""
    return str(root / program) if "/" in program else program
