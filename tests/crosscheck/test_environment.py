"""What a process is told that the harness starts: no secret, in whichever way it is started; and there is one place that starts any."""

import ast
import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscheck.judging.conformance.subject import Subject
from crosscheck.ruler import build_time, cold_start
from crosscheck.ruler.cold_start import Task
from crosscheck.solvers import guests
from crosscheck.solvers.solver import Solver
from crosscheck.system import environment
from crosscheck.tree import languages, repository
from crosscheck.tree.languages import Language
from crosscheck.watching import rebuild
from crosscheck.watching.jobs import Job
from places import ROOT
from trees import FAKE, Tree, plant

SECRETS = {
    "AOC_SESSION": "cafe1234",
    "AOC_SESSION_OF_ANN": "cafe1234",
    "GITHUB_TOKEN": "cafe1234",
    "ACTIONS_RUNTIME_TOKEN": "cafe1234",
    "CARGO_REGISTRY_TOKEN": "cafe1234",
    "PIP_PASSWORD": "cafe1234",
    "AWS_SECRET_ACCESS_KEY": "cafe1234",
    "MAKEFLAGS": "--cafe1234",
}
TELL = "import json, os, sys; open('told', 'w').write(json.dumps(dict(os.environ)))"
WRITES = [sys.executable, "-S", "-c", TELL]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A tree where the environment has secrets, and the language and make write down what they are told."""
    tree = plant(tmp_path, Ada=f"tell_the_environment {tmp_path}/told")
    tree.write("Makefile", f"ada:\n\t@{shlex.join(WRITES)}\n")
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TZ", "Europe/Paris")
    return tree


def ada(tree: Tree) -> Language:
    return languages.load(tree.root)["ada"]


def warm(tree: Tree) -> None:
    with Solver(ada(tree), tree.root) as solver:
        solver.solve(2021, 1, "misbehave\n")


def in_a_worker(tree: Tree) -> None:
    tree.crosscheck("agree", "-d", "1", "--mutate", "100", "--seed", "1", "--jobs", "1", env=SECRETS)


def cold(tree: Tree) -> None:
    (mine,) = guests.parse([f"mine={shlex.join(WRITES)}"], {})
    with guests.solver(mine, tree.root) as solver:
        solver.solve(2021, 1, "abc\n")


def conforming(tree: Tree) -> None:
    subject = Subject([sys.executable, "-S", str(FAKE), "tell_the_environment", str(tree.root / "told")], tree.root, 60)
    subject.solve(2021, 1, "misbehave\n", {})
    subject.stop()


def once(tree: Tree) -> None:
    task = Task(ada(tree), tree.root, 2021, 1, "misbehave\n", {}, ("1", "9"), 60)
    cold_start.nanoseconds(cold_start.serving(task))


def once_for_its_memory(tree: Tree) -> None:
    task = Task(ada(tree), tree.root, 2021, 1, "misbehave\n", {}, ("1", "9"), 60)
    cold_start.peak_bytes(cold_start.serving(task))


def built_by_watch(tree: Tree) -> None:
    assert rebuild.build(Job("ada", True), tree.root, "ada", 2021, colour=False) is None


def built_to_be_timed(tree: Tree) -> None:
    solution = tree.write("x/2021/01", "")
    assert solution.is_file()
    build_time.measure(ada(tree), tree.root, 2021, 1, lambda _: None)


def git(tree: Tree) -> None:
    program = tree.write("bin/git", f"#!{sys.executable} -S\n{TELL}\n")
    program.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(program.parent), prepend=":")
        repository.commit(tree.root)


WAYS = [warm, in_a_worker, cold, conforming, once, once_for_its_memory, built_by_watch, built_to_be_timed, git]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nobody_is_told_a_secret(tree: Tree, monkeypatch: pytest.MonkeyPatch, way: Callable[[Tree], None]) -> None:
    monkeypatch.chdir(tree.root)
    way(tree)
    told = json.loads((tree.root / "told").read_text(encoding="utf-8"))
    assert told["TZ"] == "Europe/Paris"
    assert told["AOCD_CONFIG_DIR"] == environment.NOWHERE
    assert not told.keys() & (SECRETS.keys() - {"MAKEFLAGS"}), "make sets its own"
    assert "cafe1234" not in json.dumps(told)


STARTERS = {"subprocess.Popen", "subprocess.run", "subprocess.call", "subprocess.check_output", "subprocess.check_call"}
STARTERS |= {"os.system", "os.popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.posix_spawnp", "pty.spawn"}


def test_there_is_one_place_that_starts_processes() -> None:
    starting = set()
    for package in ("crosscheck", "aocd_plugins"):
        for file in (ROOT / "python/src" / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and ast.unparse(node) in STARTERS:
                    starting.add(file.relative_to(ROOT / "python/src").as_posix())
    assert starting == {"crosscheck/system/children.py"}
