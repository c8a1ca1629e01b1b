"""Ends what a process has started when that process ends, however it ends: `python keeper.py MARK`.

It reads which process groups there are, `+1234` when one begins and `-1234` when it has ended, from a pipe. The system
closes the pipe with the process that writes to it; then the groups that are left are killed. So is, on Linux, every
process with the MARK in the environment that it was started with, as that has been handed on to those that left their group.

It runs beside every process that starts any, so it imports nothing that takes long to load.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SIGKILL = 9
NAME = "CROSSCHECK_CHILD"
"""The variable that has the mark: of a process `MARK.` and a number for each that it starts."""

LOOKS = 50  # for what is killed to be gone, and for what was being started meanwhile
PAUSE = 0.01  # seconds between looks


def end_group(group: int) -> None:
    """Kill a process that leads a group of its own, and everything in the group."""
    _kill(os.killpg, group)


def end_marked(mark: str) -> None:
    """Kill what was started with this mark, or one that begins with it if it ends in a dot. Nothing where there is no /proc."""
    wanted = f"\0{NAME}={mark}".encode() + (b"" if mark.endswith(".") else b"\0")
    for _ in range(LOOKS):
        found = [pid for pid in _processes() if wanted in b"\0" + _environment(pid)]
        if not found:
            return
        for pid in found:
            _kill(os.kill, pid)
        time.sleep(PAUSE)


def _kill(kill: Callable[[int, int], None], number: int) -> None:
    try:
        kill(number, SIGKILL)
    except (ProcessLookupError, PermissionError):
        return  # it is gone, or somebody else's


def _processes() -> list[int]:
    try:
        return [int(name) for name in os.listdir("/proc") if name.isdecimal()]
    except OSError:
        return []


def _environment(pid: int) -> bytes:
    """That of a process; nothing where it is not ours to read, or the process is gone, or a zombie, which has none."""
    try:
        with open(f"/proc/{pid}/environ", "rb", buffering=0) as file:
            return file.read()
    except OSError:
        return b""


def main() -> None:
    """Keep watch."""
    groups = set()
    for line in sys.stdin.buffer:
        if line.startswith(b"+"):
            groups.add(int(line[1:]))
        else:
            groups.discard(int(line[1:]))
    for group in groups:
        end_group(group)
    end_marked(sys.argv[1] + ".")


if __name__ == "__main__":
    main()
