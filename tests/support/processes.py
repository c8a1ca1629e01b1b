"""Which processes there are, from /proc, and what they heed."""

import contextlib
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

GUARD = 120.0  # seconds: longer than anything takes, on a machine that is busy


@contextlib.contextmanager
def heeded(*numbers: signal.Signals) -> Iterator[None]:
    """What is started meanwhile heeds these signals, even if this process does not: started by nohup, or in a script's background."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def descendants(pid: int) -> set[int]:
    """What a process has started, and what those have."""
    found = set(_children(pid))
    return found.union(*map(descendants, found))


def runs(pid: int) -> bool:
    """Whether it is there, and no zombie: one may stay where nobody asks for it."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


def told(variable: str) -> set[int]:
    """Those that were started with this, as NAME=value, in their environment."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if variable.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.add(int(folder.name))
    return {pid for pid in found if runs(pid)}


def wait_for(file: Path, process: subprocess.Popen[bytes] | None = None) -> str:
    """What is in a file, once there is one, which the process is to make."""
    deadline = time.monotonic() + GUARD
    while not file.exists():
        assert process is None or process.poll() is None, "it has ended"
        assert time.monotonic() < deadline, f"no {file.name}"
        time.sleep(0.02)
    return file.read_text(encoding="utf-8")


def wait_until_gone(pids: set[int]) -> None:
    """Until none of them runs."""
    deadline = time.monotonic() + GUARD
    while left := {pid for pid in pids if runs(pid)}:
        assert time.monotonic() < deadline, f"still there: {left}"
        time.sleep(0.02)


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            yield from map(int, task.read_text(encoding="ascii").split())
