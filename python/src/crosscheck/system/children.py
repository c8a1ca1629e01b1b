"""The one place where processes are started, and ended with everything that they started.

A child leads a process group of its own. One that it started, and that left the group, is found on Linux by a mark in
its environment; elsewhere it stays. A keeper, a small process beside ours, does the same when ours ends without having
done it: killed, for example (crosscheck.system.keeper).
"""

import atexit
import contextlib
import functools
import itertools
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, TypeAlias

from crosscheck.system import keeper

Stream: TypeAlias = int | IO[bytes] | None
PATIENCE = 2.0  # seconds for the keeper to end what is left, when we end


class Child(subprocess.Popen[bytes]):
    """A program that was started: an OSError when there is no such program. `end` is to be called in any case."""

    def __init__(
        self,
        command: Sequence[str],
        cwd: Path,
        env: Mapping[str, str],
        *,
        stdin: Stream = subprocess.DEVNULL,
        stdout: Stream = subprocess.DEVNULL,
        stderr: Stream = subprocess.DEVNULL,
        most_memory: int | None = None,
        mark: str | None = None,
    ) -> None:
        """Start `command` in a folder. On Linux the system refuses it more than `most_memory` bytes, and each process that it starts.

        What leaves its group is ended with it; of one of many that share a `mark`, by `end_marked`.
        """
        self._keeper = _keeper()
        self._own_mark = mark is None
        self._mark = mark or new_mark()
        super().__init__(
            command,
            bufsize=0,
            cwd=cwd,
            env={**env, keeper.NAME: self._mark},
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )
        self._keeper.add(self.pid)
        self._ended = False
        if most_memory is not None:
            _limit_memory(self.pid, most_memory)

    def kill_group(self) -> None:
        """Kill it, and what it started that is still in its group."""
        if not self._ended:  # else the number may be another's by now
            keeper.end_group(self.pid)

    def end(self) -> None:
        """Kill it and everything it started, at once; its streams are closed. May be called again."""
        self.kill_group()
        self.wait()
        if not self._ended:
            self._ended = True
            self._keeper.remove(self.pid)
            if self._own_mark:
                keeper.end_marked(self._mark)
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def new_mark() -> str:
    """For children that are ended one after the other, where it would take too long to look each time for what left the group."""
    return _keeper().next_mark()


def end_marked(mark: str) -> None:
    """Kill what those with the mark have started."""
    keeper.end_marked(mark)


def run(
    command: Sequence[str], cwd: Path, env: Mapping[str, str], seconds: float | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, and say what it wrote. A subprocess.TimeoutExpired when it takes longer."""
    child = Child(command, cwd, env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        said, complaint = child.communicate(timeout=seconds)
    finally:
        child.end()
    return subprocess.CompletedProcess(
        command, child.returncode, said.decode("utf-8", "replace"), complaint.decode("utf-8", "replace")
    )


class _Keeper:
    """The keeper of this process."""

    def __init__(self) -> None:
        self._mark = os.urandom(8).hex()
        self._numbers = itertools.count()
        # In a session of its own: what a terminal sends to us is not for it.
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", keeper.__file__, self._mark],
            cwd="/",
            env={},
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        self._pipe = self._process.stdin
        atexit.register(self._close)

    def next_mark(self) -> str:
        return f"{self._mark}.{next(self._numbers)}"

    def add(self, group: int) -> None:
        self._say(f"+{group}\n")

    def remove(self, group: int) -> None:
        self._say(f"-{group}\n")

    def _say(self, line: str) -> None:
        with contextlib.suppress(OSError, ValueError):  # somebody has killed it, or we are about to end
            self._pipe.write(line.encode())

    def _close(self) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})  # we are ending
        self._pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE)


@functools.cache
def _keeper() -> _Keeper:
    return _Keeper()


def _limit_memory(pid: int, most: int) -> None:
    """What it writes to counts, not what it sets aside: some runtimes set aside much more than they ever use."""
    if sys.platform != "linux":
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > most:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # it has ended, or is somebody else's
            resource.prlimit(pid, resource.RLIMIT_DATA, (most, most))
