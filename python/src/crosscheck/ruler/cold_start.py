"""A program run once from its start to its end: how long that takes, and how much memory.

What is run is the language's `solve`, with the input on stdin; where it has none, its `serve`, which is sent a hello
and one request. What it says is looked at each time.
"""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from crosscheck.errors import NotMeasuredError
from crosscheck.solvers import protocol
from crosscheck.solvers.outcome import Answered, Answers, Malformed, Outcome
from crosscheck.solvers.solver import locate
from crosscheck.system import environment
from crosscheck.system.children import Child
from crosscheck.tree.languages import Language

SEQ = 1
KILLED = -signal.SIGKILL
"""The exit status of a program whose time was up, or that the system ended."""

# Starts "$@" with the pipe that is this shell's stdin, tells its process id and ends. A shell gives what it starts in
# the background no stdin of its own accord: hence the way round by 3. It begins at the first line of that stdin, which is
# ours: some shells would otherwise bury it themselves if it ended before them.
LEAVE = 'exec 3<&0; said=$1; [ -z "$2" ] || ulimit -d "$2"; shift 2; { read -r _; exec "$@"; } <&3 3<&- >"$said" 2>&1 & echo $!'
SET_CHILD_SUBREAPER = 36  # of Linux: prctl(2)


@dataclass(frozen=True, slots=True)
class Task:
    """A language that is to solve a day, in `root`, within so many seconds; `answers` are right. On Linux the system refuses it
    more than `most_memory` bytes, where that is given.
    """

    language: Language
    root: Path
    year: int
    day: int
    text: str
    params: Mapping[str, int]
    answers: Answers
    seconds: float
    most_memory: int | None = None


@dataclass(frozen=True, slots=True)
class Launch:
    """A command, what it reads, and whether what it said is right."""

    task: Task
    command: tuple[str, ...]
    stdin: bytes
    is_right: Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a program: its exit status, what it said, nanoseconds of a processor, and bytes of memory at their most."""

    status: int
    said: bytes
    cpu: int
    peak: int


def solving(task: Task) -> Launch:
    """A day solved by a program that is started for it."""
    if task.language.solve:
        right = [answer.encode() for answer in task.answers if answer is not None]
        command = (*_located(task, task.language.solve), *_params(task), str(task.year), str(task.day))
        return Launch(task, command, task.text.encode(), lambda said: said.splitlines() == right)
    return serving(task)


def serving(task: Task) -> Launch:
    """A day solved by a program that is started to serve, and sent one request."""
    request = protocol.solve_request(SEQ, task.year, task.day, task.text, task.params)

    def is_right(said: bytes) -> bool:
        outcome = reply_in(said)
        return isinstance(outcome, Answered) and outcome.answers == task.answers

    return Launch(task, _located(task, task.language.serve), protocol.hello_request() + request, is_right)


def reply_in(said: bytes) -> Outcome:
    """What a program that served one request said of it, in its last line."""
    try:
        return protocol.read_reply(said.splitlines()[-1] if said else b"", SEQ)
    except protocol.ProtocolError as violation:
        return Malformed(str(violation))


def _params(task: Task) -> list[str]:
    """As options of `solve`."""
    return [word for name, value in task.params.items() for word in ("--param", f"{name}={value}")]


def idle(task: Task) -> Launch:
    """The program started to solve nothing: it lists its days; where it cannot, its `serve` says hello and ends."""
    if task.language.list:
        line = f"{task.year} {task.day}".encode()
        return Launch(task, _located(task, task.language.list), b"", lambda said: line in said.splitlines())
    command = _located(task, task.language.serve)
    return Launch(task, command, protocol.hello_request(), lambda said: b'"protocol"' in said)


def nanoseconds(launch: Launch) -> int:
    """From before the program is started to after it has ended."""
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as said:
        stdin.write(launch.stdin)
        stdin.seek(0)
        env = environment.for_solvers()
        start = time.perf_counter_ns()
        process = _start(launch, env, stdin.fileno(), said.fileno())
        with _killed_after(launch.task.seconds, process):
            status = process.wait()
            end = time.perf_counter_ns()
        said.seek(0)
        _look(launch, status, said.read())
    return end - start


def peak_bytes(launch: Launch) -> int:
    """The most memory that the program had at a time (its resident set)."""
    ran = run(launch)
    _look(launch, ran.status, ran.said)
    return ran.peak


def run(launch: Launch) -> Ran:
    """The program run once, whatever comes of it; killed when its time is up.

    The system counts as a program's memory what the one had that started it, as that is where it began; and the harness is
    larger than many a solver. On Linux a shell starts it instead, a small one, and leaves it to us when it ends.
    """
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "said"
        theirs, ours = os.pipe()
        with open(ours, "wb", buffering=0) as stdin:
            with open(theirs, "rb"), _adopting():
                starter, pid = _leave(launch, theirs, said)
            with _killed_after(launch.task.seconds, starter):
                with contextlib.suppress(BrokenPipeError):  # it need not read all to the end
                    stdin.write(b"\n" + launch.stdin)
                stdin.close()
                _, status, usage = os.wait4(pid, 0)
        cpu = round(1e9 * (usage.ru_utime + usage.ru_stime))
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Ran(os.waitstatus_to_exitcode(status), said.read_bytes(), cpu, peak)


def _leave(launch: Launch, stdin: int, said: Path) -> tuple[Child, int]:
    """A child that was started by as small a program as may be: that program, of whose group it is, and its process id."""
    if sys.platform != "linux":
        with said.open("wb") as stdout:
            process = _start(launch, environment.for_solvers(), stdin, stdout.fileno())
            process.returncode = 0  # it is not subprocess that waits for it
            return process, process.pid
    most = launch.task.most_memory
    shell = ["sh", "-c", LEAVE, "sh", str(said), str(most // 1024) if most else "", *launch.command]
    starter = Child(shell, launch.task.root, environment.for_solvers(), stdin=stdin, stdout=subprocess.PIPE)
    try:
        said_by_it, _ = starter.communicate()  # to its end, for what it leaves is ours from then on
        return starter, int(said_by_it)
    except BaseException:
        starter.end()
        raise


def _start(launch: Launch, env: Mapping[str, str], stdin: int, stdout: int) -> Child:
    try:
        return Child(
            launch.command,
            launch.task.root,
            env,
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        raise NotMeasuredError(f"{launch.command[0]} could not be started: {error.strerror}") from None


def _located(task: Task, command: Sequence[str]) -> tuple[str, ...]:
    """The command with its program's whole path."""
    found = shutil.which(locate(command[0], task.root))
    if found is None:
        raise NotMeasuredError(f"not built ({command[0]}); type: {task.language.how_to_build()}")
    return found, *command[1:]


def _look(launch: Launch, status: int, said: bytes) -> None:
    """Only a program that did its work is worth measuring."""
    what = " ".join([Path(launch.command[0]).name, *launch.command[1:]])
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2][:100]
    if status == KILLED:
        raise NotMeasuredError(f"{what} was killed, or did not end within {launch.task.seconds:g} s")
    if status != 0:
        raise NotMeasuredError(f"{what} ended with status {status}; the last that it said: {last}")
    if not launch.is_right(said):
        raise NotMeasuredError(f"{what} did not give the answers that were timed; the last that it said: {last}")


@contextlib.contextmanager
def _adopting() -> Iterator[None]:
    """Meanwhile, what a child leaves behind when it ends becomes a child of ours."""
    if sys.platform != "linux":
        yield
        return
    prctl = ctypes.CDLL(None).prctl
    prctl(SET_CHILD_SUBREAPER, 1)
    try:
        yield
    finally:
        prctl(SET_CHILD_SUBREAPER, 0)


@contextlib.contextmanager
def _killed_after(seconds: float, process: Child) -> Iterator[None]:
    """Meanwhile the process and what it started is killed when its time is up; afterwards in any case."""
    # Not wait(timeout), which sleeps ever longer between looks.
    timer = Timer(seconds, process.kill_group)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        process.end()
