"""A long-lived program that is sent a line and gives a line back, whatever it does instead.

Both directions are served at once, so that neither a long request nor a long reply can block;
stderr goes to a file, so that no amount of it can. The program leads a process group of its own,
and the group is killed with it.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from crosscheck.solvers.outcome import Exited, Failure, Malformed, TimedOut

MAX_REPLY = 256_000_000  # bytes: a million timed runs are a tenth of it
STDERR_TAIL = 2_000  # bytes of stderr that are worth quoting
NOWHERE = "/nonexistent"  # where advent-of-code-data looks for the session token, as far as a solver knows
GRACE = 2.0  # seconds: between closing its streams and ending


class ExchangeError(Exception):
    """The exchange came to nothing; `outcome` says how."""

    def __init__(self, outcome: Failure) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def kill_group(process: subprocess.Popen[Any]) -> None:
    """Kill a program that leads a process group of its own, and everything it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def environment_for_make() -> dict[str, str]:
    """The environment without what a make that runs us was told: that is not for a make that we run."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def environment_for_solvers() -> dict[str, str]:
    """The environment without the session token, and without the way to the file that has it: a solver asks no site."""
    env = {name: value for name, value in os.environ.items() if name != "AOC_SESSION"}
    return {**env, "AOCD_CONFIG_DIR": NOWHERE}


def waited(pid: int) -> int:
    """Nanoseconds that a process was ready to run and had no core so far; 0 where the system does not tell."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    try:
        return sum(int(task.read_text(encoding="ascii").split()[1]) for task in tasks)
    except (OSError, IndexError):
        return 0


def last_words(stderr: IO[bytes]) -> str:
    """The end of what a program wrote to this file."""
    size = stderr.seek(0, os.SEEK_END)
    stderr.seek(max(0, size - STDERR_TAIL))
    return stderr.read().decode("utf-8", "replace").strip()


class LineProcess:
    """A running program. After an ExchangeError the only thing left to do with it is `kill`.
    `close` ends it politely.
    """

    def __init__(self, command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> None:
        """Start `command` (an OSError when there is no such program)."""
        # Append mode: after a truncation the program goes on writing at the new end, not at its old
        # place.
        self._stderr = tempfile.TemporaryFile("a+b", buffering=0)  # noqa: SIM115  # kept while it runs
        try:
            self._process = subprocess.Popen(
                command,
                cwd=cwd,
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                bufsize=0,
                start_new_session=True,
            )
        except BaseException:
            self._stderr.close()
            raise
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        os.set_blocking(self._stdin.fileno(), False)
        os.set_blocking(self._stdout.fileno(), False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._stdout, selectors.EVENT_READ)
        self._received = bytearray()

    def exchange(self, request: bytes, seconds: float) -> bytes:
        """Send `request` (with its line end) and return the reply without its line end.

        Raises ExchangeError when the program ends, says nothing whole within `seconds`, or writes
        more than one line.
        """
        deadline = time.monotonic() + seconds
        self._stderr.truncate(0)
        unsent = memoryview(request)
        searched = 0  # bytes of the reply known to hold no line end
        try:
            while True:
                if unsent:
                    unsent = self._send(unsent)
                remaining = deadline - time.monotonic()
                if remaining <= 0 or not (events := self._selector.select(remaining)):
                    raise ExchangeError(self._late(seconds))
                if not any(key.fileobj is self._stdout for key, _ in events):
                    continue
                if not self._receive():
                    raise ExchangeError(self._ended())
                end = self._received.find(b"\n", searched)
                if end >= 0:
                    return self._take_reply(end)
                searched = len(self._received)
                if searched > MAX_REPLY:
                    raise ExchangeError(Malformed(f"{searched} bytes without a line end", self.stderr()))
        finally:
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(self._stdin)

    def finish(self, seconds: float = GRACE) -> tuple[int | None, bytes]:
        """Close its stdin, which tells it to end: its exit status, and what else it wrote.

        The status is None when it did not end within `seconds`. `kill` is still to be called.
        """
        with contextlib.suppress(OSError):
            self._stdin.close()
        deadline = time.monotonic() + seconds
        while (remaining := deadline - time.monotonic()) > 0:
            if self._selector.select(remaining) and not self._receive():
                break
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(max(0.0, deadline - time.monotonic()))
        return self._process.returncode, bytes(self._received)

    def close(self) -> None:
        """Let it end by itself, and kill it when it does not."""
        self.finish()
        self.kill()

    def waited(self) -> int:
        """Nanoseconds that it was ready to run and had no core so far; see the function of that name."""
        return waited(self._process.pid)

    def interrupt(self) -> None:
        """End the program, at once; an exchange that another thread is in then fails."""
        kill_group(self._process)

    def kill(self) -> None:
        """End the program and everything it started, at once. May be called again."""
        kill_group(self._process)
        self._process.wait()
        self._selector.close()
        for stream in (self._stdin, self._stdout, self._stderr):
            with contextlib.suppress(OSError):
                stream.close()

    def stderr(self) -> str:
        """The end of what the program wrote to stderr since the last request."""
        return last_words(self._stderr)

    def _send(self, unsent: memoryview) -> memoryview:
        """Write what the pipe takes now, and watch the pipe while there is more; what is still
        unsent.
        """
        try:
            unsent = unsent[os.write(self._stdin.fileno(), unsent) :]
        except BlockingIOError:
            pass
        except OSError:
            unsent = unsent[len(unsent) :]  # it no longer reads; what it wrote, or how it ended, is the outcome
        watched = self._stdin in self._selector.get_map()
        if unsent and not watched:
            self._selector.register(self._stdin, selectors.EVENT_WRITE)
        elif watched and not unsent:
            self._selector.unregister(self._stdin)
        return unsent

    def _receive(self) -> bool:
        """Read what is there; False at the end of the stream."""
        try:
            piece = os.read(self._stdout.fileno(), 1 << 20)
        except BlockingIOError:
            return True
        self._received += piece
        return bool(piece)

    def _take_reply(self, end: int) -> bytes:
        reply = bytes(self._received[:end])
        if rest := self._received[end + 1 :]:
            raise ExchangeError(
                Malformed(f"more than one line: {_quote(reply)} and then {_quote(rest)}", self.stderr())
            )
        self._received.clear()
        return reply

    def _late(self, seconds: float) -> Failure:
        status = self._process.poll()
        if status is not None:  # it ended, but something it started holds its stdout open
            return Exited(status, self.stderr())
        note = f"only half a line: {_quote(self._received)}" if self._received else ""
        return TimedOut(seconds, note, self.stderr())

    def _ended(self) -> Failure:
        """Its stdout is closed: say how it ended. A line without its end is the program's fault
        only if it ended well.
        """
        try:
            status = self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            return Malformed("it closed its stdout and went on running", self.stderr())
        if status == 0 and self._received:
            return Malformed(f"half a line, then exit status 0: {_quote(self._received)}", self.stderr())
        return Exited(status, self.stderr())


def _quote(data: bytes | bytearray) -> str:
    text = bytes(data[:60]).decode("utf-8", "replace").rstrip("\n")
    return repr(text) + ("..." if len(data) > 60 else "")
