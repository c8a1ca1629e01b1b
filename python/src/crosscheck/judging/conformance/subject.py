"""The program under test."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from crosscheck.solvers import protocol
from crosscheck.solvers.outcome import Outcome
from crosscheck.solvers.process import LineProcess
from crosscheck.solvers.protocol import Hello
from crosscheck.system import environment
from crosscheck.tree import repository


class Subject:
    """A program under test: started when needed, and anew after every failure."""

    def __init__(self, command: Sequence[str], root: Path, seconds: float) -> None:
        self._command, self._root, self._seconds = command, root, seconds
        self._process: LineProcess | None = None
        self._seq = 0
        self.hello: Hello | None = None

    def start(self) -> LineProcess:
        """The program, after its hello."""
        if self._process is None:
            env = {**environment.for_solvers(), "AOC_COMMIT": repository.commit(self._root)}
            self._process = LineProcess(self._command, self._root, env)
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

    def solve(self, year: int, day: int, text: str, params: Mapping[str, object]) -> Outcome:
        """A solve request."""
        self._seq += 1
        line = self.line(protocol.solve_request(self._seq, year, day, text, params))
        return protocol.read_reply(line, self._seq)

    def time(self, year: int, day: int, text: str, params: Mapping[str, object], runs: int) -> Outcome:
        """A time request."""
        self._seq += 1
        line = self.line(protocol.time_request(self._seq, year, day, text, params, runs))
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
