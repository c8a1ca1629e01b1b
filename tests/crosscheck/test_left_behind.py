"""However the harness ends, nothing that it started goes on: it is sent signals, and killed, while solvers never end."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from crosscheck.system import environment
from crosscheck.system.children import Child
from processes import GUARD, descendants, heeded, runs, told, wait_for, wait_until_gone
from trees import FAKE, Tree, plant

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc here")

GUEST = 'touch "$0"; exec env -i sleep 1000'  # what it was started with is gone
MAKEFILE = "ada:\n\t@touch marker; sleep 1000\n"


class Busy:
    """A harness that waits for what never ends, all that it has started, and those that know it by their environment."""

    def __init__(
        self, tree: Tree, arguments: Sequence[str], heeds: Sequence[signal.Signals] = (signal.SIGINT, signal.SIGHUP)
    ) -> None:
        self._sign = f"XDG_DATA_HOME={tree.root}"
        name, _, value = self._sign.partition("=")
        with tree.environment({name: value}), heeded(*heeds):
            self.process = subprocess.Popen(
                [sys.executable, "-m", "crosscheck", "--root", str(tree.root), *arguments],
                cwd=tree.root,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        try:
            wait_for(tree.root / "marker", self.process)
        except BaseException:
            self.end()
            raise
        self._started = descendants(self.process.pid)

    def send(self, number: signal.Signals) -> tuple[int, str]:
        """A signal to this process alone: its exit status, and what it said to stderr."""
        self.process.send_signal(number)
        _, err = self.process.communicate(timeout=GUARD)
        return self.process.returncode, err.decode()

    def end(self) -> None:
        """In any case, and with what was left behind."""
        self.process.kill()
        for pid in told(self._sign):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.communicate()

    def has_left_nothing(self) -> bool:
        """Waits for what is still ending."""
        wait_until_gone(self._started)
        wait_until_gone(told(self._sign))
        return True


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """One language, which never ends on an input that begins with `misbehave`, as yours does, and a case."""
    tree = plant(tmp_path, Ada=f"spin {tmp_path}/marker")
    tree.write("inputs/private/2021/01.txt", "misbehave\n")
    tree.write("x/2021/01", "")
    return tree


@pytest.fixture
def busy(tree: Tree, request: pytest.FixtureRequest) -> Iterator[Busy]:
    """The harness at the command that is asked for."""
    marker = tree.root / "marker"
    guest = shlex.join(["sh", "-c", GUEST, str(marker)])
    served = shlex.join([sys.executable, "-S", str(FAKE), "spin", str(marker)])
    commands = {
        "run": ["run", "-d", "1"],
        "a guest": ["run", "-d", "1", "-l", "basic", "--with", f"mine={guest}"],
        "agree": ["agree", "-d", "1", "--mutate", "500", "--jobs", "2", "--seed", "1"],
        "judge": ["judge", "-d", "1", "-l", "basic", "--with", f"serve:{served}", "--for", "100s", "--timeout", "1000"],
        "time": ["time", "-d", "1", "--quick"],
        "watch": ["watch", "-d", "1"],
        "watch, as it builds": ["watch", "-d", "1"],
        "time --build": ["time", "-d", "1", "-l", "basic", "--quick", "--build"],
    }
    if "basic" in commands[request.param]:
        plant(tree.root, Basic="")
    if request.param == "time --build":
        tree.write("inputs/private/2021/01.txt", "abc\n")
        tree.write("Makefile", f"basic:\n\t@touch {marker}; sleep 1000\n")
        for words in (["init", "--quiet"], ["add", "--all"]):
            subprocess.run(["git", *words], cwd=tree.root, check=True)
    elif request.param == "watch, as it builds":
        tree.write("Makefile", MAKEFILE)
    else:
        tree.write("Makefile", "ada: ;\n")
    harness = Busy(tree, commands[request.param])
    yield harness
    harness.end()


@pytest.mark.parametrize(
    "busy", ["run", "a guest", "agree", "judge", "time", "watch", "watch, as it builds"], indirect=True
)
def test_a_signal_to_end_leaves_nothing(busy: Busy) -> None:
    assert busy.send(signal.SIGTERM) == (143, "crosscheck: terminated\n")
    assert busy.has_left_nothing()


@pytest.mark.parametrize("busy", ["run", "agree", "watch"], indirect=True)
def test_nor_does_a_terminal_that_is_closed(busy: Busy) -> None:
    assert busy.send(signal.SIGHUP) == (143, "crosscheck: terminated\n")
    assert busy.has_left_nothing()


@pytest.mark.parametrize("busy", ["run", "agree", "judge"], indirect=True)
def test_nor_does_an_interrupt_of_the_main_process_alone(busy: Busy) -> None:
    assert busy.send(signal.SIGINT) == (130, "crosscheck: interrupted\n")
    assert busy.has_left_nothing()


@pytest.mark.parametrize("busy", ["run", "a guest", "agree", "watch, as it builds", "time --build"], indirect=True)
def test_nor_does_a_harness_that_is_killed(busy: Busy) -> None:
    assert busy.send(signal.SIGKILL)[0] == -signal.SIGKILL
    assert busy.has_left_nothing()


def test_a_worker_that_is_killed_leaves_no_solver(tree: Tree) -> None:
    tree.write("Makefile", "ada: ;\n")
    harness = Busy(tree, ["agree", "-d", "1", "--mutate", "500", "--jobs", "1", "--seed", "1"])
    with_solvers = [pid for pid in descendants(harness.process.pid) if descendants(pid)]
    (worker,) = with_solvers
    os.kill(worker, signal.SIGKILL)
    harness.process.communicate(timeout=GUARD)
    assert harness.process.returncode != 0
    assert harness.has_left_nothing()


@pytest.mark.parametrize("how", ["leave_the_group", "killed"])
def test_what_left_its_group_is_ended_all_the_same(how: str, tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    if how == "killed":  # the harness
        tree = plant(tmp_path, Ada=f"leave_the_group {marker}")
        tree.write("inputs/private/2021/01.txt", "misbehave\n")
        harness = Busy(tree, ["run", "-d", "1"])
        harness.send(signal.SIGKILL)
        assert harness.has_left_nothing()
    else:
        tree = plant(tmp_path, Ada=f"leave_the_group {marker}")
        said = tree.crosscheck("run", "-d", "1", "--timeout", "1", "--input", "-", stdin="misbehave\n")
        assert "no reply within 1 s" in said.out
    wait_until_gone({int(wait_for(marker))})


def test_a_child_ends_with_all_it_started_and_its_like_goes_on(tmp_path: Path) -> None:
    env = environment.for_solvers()
    shell = ["sh", "-c", "env -i sleep 1000 & echo $! >started; setsid sleep 1000 & echo $! >left; echo; wait"]
    folders = [tmp_path / "one", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
    one, other = (Child(shell, folder, env, stdout=subprocess.PIPE) for folder in folders)
    try:
        pids = []
        for child, folder in ((one, folders[0]), (other, folders[1])):
            assert child.stdout is not None
            child.stdout.read(1)
            pids.append({child.pid, *(int((folder / name).read_text()) for name in ("started", "left"))})
        one.end()
        wait_until_gone(pids[0])
        assert all(map(runs, pids[1]))
    finally:
        one.end()
        other.end()
    wait_until_gone(pids[1])


def test_many_starts_leave_neither_processes_nor_files_open(tmp_path: Path) -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd"))

    def start() -> None:
        child = Child(["true"], tmp_path, {}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.end()

    start()
    before = open_files(), descendants(os.getpid())
    for _ in range(100):
        start()
    assert (open_files(), descendants(os.getpid())) == before


def test_nohup_is_heeded(tree: Tree) -> None:
    tree.write("Makefile", "ada: ;\n")
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        harness = Busy(tree, ["run", "-d", "1"], heeds=[])
    finally:
        signal.signal(signal.SIGHUP, before)
    status = Path(f"/proc/{harness.process.pid}/status").read_text(encoding="ascii")
    (ignored,) = (int(line.split()[1], 16) for line in status.splitlines() if line.startswith("SigIgn:"))
    assert ignored >> (signal.SIGHUP - 1) & 1
    assert harness.send(signal.SIGTERM)[0] == 143
    assert harness.has_left_nothing()
