"""A long-lived program that is sent a line and gives a line back, whatever it does instead.

Both directions are served at once, so that neither a long request nor a long reply can block, nor any
amount of stderr, of which the end is kept.
"""

import contextlib
import os
import selectors
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from crosscheck.solvers import memory
from crosscheck.solvers.outcome import Exited, Failure, Malformed, TimedOut
from crosscheck.system.children import Child

MAX_REPLY = 10_000_000  # bytes
MAX_SAMPLES = 200  # bytes more for each timed run
KEPT = 1_000_000  # bytes of stderr
STDERR_TAIL = 2_000  # of them worth quoting
GRACE = 2.0  # seconds: between closing its streams and ending
TICK = 0.005  # seconds between looks at whether it has ended
PIPE = 1 << 16  # bytes that a pipe holds: what is read at once


class ExchangeError(Exception):
    """The exchange came to nothing; `outcome` says how."""

    def __init__(self, outcome: Failure) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class LastWords:
    """The end of what a program writes to its stderr."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def add(self, piece: bytes) -> None:
        """What it wrote after the rest."""
        self._kept += piece
        del self._kept[:-KEPT]

    def clear(self) -> None:
        """What comes from here on is about something else."""
        self._kept.clear()

    def __len__(self) -> int:
        return len(self._kept)

    def __str__(self) -> str:
        """What is worth quoting."""
        return self._kept[-STDERR_TAIL:].decode("utf-8", "replace").strip()


def waited(pid: int) -> int:
    """Nanoseconds that a process was ready to run and had no core so far; 0 where the system does not tell."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    try:
        return sum(int(task.read_text(encoding="ascii").split()[1]) for task in tasks)
    except (OSError, IndexError):
        return 0


class LineProcess:
    """A running program. After an ExchangeError the only thing left to do with it is `kill`.
    `close` ends it politely.
    """

    def __init__(self, command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> None:
        """Start `command` (an OSError when there is no such program)."""
        self._process = Child(
            command,
            cwd,
            env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            most_memory=memory.most(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._stdin, self._stdout, self._stderr = self._process.stdin, self._process.stdout, self._process.stderr
        self._selector = selectors.DefaultSelector()
        self._watched: set[IO[bytes]] = set()  # what is registered: the selector would be slow to say
        for stream in (self._stdin, self._stdout, self._stderr):
            os.set_blocking(stream.fileno(), False)
        for stream in (self._stdout, self._stderr):
            self._watch(stream, selectors.EVENT_READ)
        self._received = bytearray()
        self._said = LastWords()

    def exchange(self, request: bytes, seconds: float, most: int = MAX_REPLY) -> bytes:
        """Send `request` (with its line end) and return the reply without its line end.

        Raises ExchangeError when the program ends, says nothing whole within `seconds`, or writes
        more than one line or more than `most` bytes.
        """
        deadline = time.monotonic() + seconds
        self._hear()
        self._said.clear()
        unsent = memoryview(request)
        searched = 0  # bytes of the reply known to hold no line end
        try:
            while True:
                if unsent:
                    unsent = self._send(unsent)
                remaining = deadline - time.monotonic()
                if remaining <= 0 or not (events := self._selector.select(remaining)):
                    raise ExchangeError(self._late(seconds))
                ready = [key.fileobj for key, _ in events]
                if self._stderr in ready:
                    self._hear()
                if self._stdout not in ready:
                    continue
                if not self._receive():
                    raise ExchangeError(self._ended())
                end = self._received.find(b"\n", searched)
                searched = end if end >= 0 else len(self._received)
                if searched > most:
                    raise ExchangeError(Malformed(f"more than {most:,} bytes in a line", self.stderr()))
                if end >= 0:
                    return self._take_reply(end)
        finally:
            self._watch_no_more(self._stdin)

    def finish(self, seconds: float = GRACE) -> tuple[int | None, bytes]:
        """Close its stdin, which tells it to end: its exit status, and what else it wrote.

        The status is None when it did not end within `seconds`. `kill` is still to be called.
        """
        with contextlib.suppress(OSError):
            self._stdin.close()
        deadline = time.monotonic() + seconds
        while self._stdout in self._watched and (remaining := deadline - time.monotonic()) > 0:
            self._selector.select(remaining)
            self._hear()
            if self._receive() and len(self._received) > MAX_REPLY:
                break
        return self._wait(deadline), bytes(self._received)

    def close(self) -> None:
        """Let it end by itself, and kill it when it does not."""
        self.finish()
        self.kill()

    def waited(self) -> int:
        """Nanoseconds that it was ready to run and had no core so far; see the function of that name."""
        return waited(self._process.pid)

    def interrupt(self) -> None:
        """End the program, at once; an exchange that another thread is in then fails."""
        self._process.kill_group()

    def kill(self) -> None:
        """End the program and everything it started, at once. May be called again."""
        self._process.end()
        self._selector.close()

    def stderr(self) -> str:
        """The end of what the program wrote to stderr since the last request."""
        self._hear()
        return str(self._said)

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
        if unsent:
            self._watch(self._stdin, selectors.EVENT_WRITE)
        else:
            self._watch_no_more(self._stdin)
        return unsent

    def _watch(self, stream: IO[bytes], event: int) -> None:
        if stream not in self._watched:
            self._watched.add(stream)
            self._selector.register(stream, event)

    def _watch_no_more(self, stream: IO[bytes]) -> None:
        if stream in self._watched:
            self._watched.remove(stream)
            self._selector.unregister(stream)

    def _receive(self) -> bool:
        """Read what is there; False at the end of the stream."""
        try:
            piece = os.read(self._stdout.fileno(), PIPE)
        except BlockingIOError:
            return True
        self._received += piece
        if not piece:
            self._watch_no_more(self._stdout)
        return bool(piece)

    def _hear(self) -> None:
        """Read what is there of stderr: all that a pipe holds."""
        if self._stderr.closed or self._stderr not in self._watched:
            return
        try:
            piece = os.read(self._stderr.fileno(), PIPE)
        except BlockingIOError:
            return
        self._said.add(piece)
        if not piece:
            self._watch_no_more(self._stderr)

    def _wait(self, deadline: float) -> int | None:
        """Its exit status, None when it has not ended by then. What it still writes to stderr does not hold it up."""
        while (status := self._process.poll()) is None and time.monotonic() < deadline:
            if self._watched:
                self._selector.select(TICK)
                self._hear()
            else:
                time.sleep(TICK)
        return status

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
        status = self._wait(time.monotonic() + GRACE)
        if status is None:
            return Malformed("it closed its stdout and went on running", self.stderr())
        if status == 0 and self._received:
            return Malformed(f"half a line, then exit status 0: {_quote(self._received)}", self.stderr())
        return Exited(status, self.stderr())


def _quote(data: bytes | bytearray) -> str:
    text = bytes(data[:60]).decode("utf-8", "replace").rstrip("\n")
    return repr(text) + ("..." if len(data) > 60 else "")
