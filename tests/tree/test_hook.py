"""The commit hook: a commit with a secret or with somebody's input in it is refused, in a repository made for it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from places import ROOT

OWN = "".join(f"{number * number}\n" for number in range(40, 70))
TOKEN = "53616c7465645f5f" + 7 * "0123456789abcdef"


@dataclass
class Repository:
    """A repository with the hook, and nothing else but what the hook needs."""

    root: Path

    def own(self) -> dict[str, str]:
        """Where somebody's own inputs are, as in the environment."""
        return {"AOC_INPUTS": str(self.root.parent / "mine"), "AOCD_DIR": str(self.root.parent / "aocd")}

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "AOC", "PYTEST"))}
        env |= self.own()
        who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
        return subprocess.run(
            ["git", *who, *arguments], cwd=self.root, env=env, capture_output=True, text=True, check=False, timeout=60
        )

    def add(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        assert self.git("add", "--force", name).returncode == 0

    def hygiene(self) -> ModuleType:
        """The module that the hook runs, of this repository."""
        found = spec_from_file_location("hygiene_of_a_repository", self.root / "tests/tree/test_hygiene.py")
        assert found is not None
        assert found.loader is not None
        module = module_from_spec(found)
        found.loader.exec_module(module)
        return module

    def commit(self, name: str, text: str) -> subprocess.CompletedProcess[str]:
        self.add(name, text)
        return self.git("commit", "--quiet", "--message", "x")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "mine/2021").mkdir(parents=True)
    (tmp_path / "mine/2021/01.txt").write_text(OWN)
    (tmp_path / "aocd/ann").mkdir(parents=True)
    (tmp_path / "aocd/ann/2021_02_input.txt").write_text(OWN.replace("1", "7"))
    made = Repository(tmp_path / "repository")
    for name in (".gitignore", ".ci/run", "tests/tree/test_hygiene.py"):
        (made.root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, made.root / name)
    assert made.git("init", "--quiet").returncode == made.git("add", ".").returncode == 0
    configured = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entry = re.search(r"id: hygiene\n.*\n.*\n +entry: \.venv/bin/python (.*)\n", configured)
    assert entry
    hook = made.root / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' {entry[1]} -p no:cacheprovider\n")
    hook.chmod(0o755)
    return made


def test_what_is_clean_is_committed(repository: Repository) -> None:
    done = repository.commit("inputs/2021/01/full.txt", "1\n2\n")
    assert done.returncode == 0, done.stdout + done.stderr


PLANTED = {
    "a token": ("notes.md", f"my session is {TOKEN} today\n", "a session token"),
    "a short token": ("notes.md", TOKEN[:96], "a session token"),
    "a part of a token": ("notes.md", TOKEN[:40], "a session token"),
    "the file of a token": (".env", "AOC_SESSION=\n", "test_what_is_private_is_not_tracked"),
    "the library's file of tokens": ("aocd/token2id.json", "{}", "test_what_is_private_is_not_tracked"),
    "a private input": ("inputs/private/2021/09.txt", "9\n", "test_what_is_private_is_not_tracked"),
    "private answers": ("inputs/private/2021/answers.json", "{}", "test_what_is_private_is_not_tracked"),
    "an input where it does not belong": ("inputs/2021/07/mine.txt", "9\n", "test_what_is_private_is_not_tracked"),
    "an input of the library's cache": ("ann/2021_09_input.txt", "9\n", "test_what_is_private_is_not_tracked"),
    "an input of one's own in place of the shared one": (
        "inputs/2021/01/full.txt",
        OWN,
        "test_no_real_input_is_tracked",
    ),
    "an input of one's own inside a program": ("a.py", f'TEXT = """\n{OWN}"""\n', "test_no_real_input_is_tracked"),
    "a cached input of one's own": ("x", OWN.replace("1", "7").replace("\n", "\r\n"), "test_no_real_input_is_tracked"),
    "an input of one's own as a case": (
        "inputs/2021/01/cases.toml",
        f'[[case]]\nname = "x"\nanswers = ["1"]\ninput = {json.dumps(OWN)}\n',
        "test_no_real_input_is_tracked",
    ),
}


def test_what_is_planted_is_refused(repository: Repository) -> None:
    name, text, why = PLANTED["a token"]
    done = repository.commit(name, text)
    assert done.returncode != 0
    assert why in done.stdout + done.stderr
    assert repository.git("log").returncode != 0, "nothing was committed"


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_found(repository: Repository, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the hook runs, here without a commit and a process for each."""
    name, text, why = PLANTED[what]
    repository.add(name, text)
    for variable, value in repository.own().items():
        monkeypatch.setenv(variable, value)
    hygiene = repository.hygiene()
    checks: dict[str, Callable[[], None]] = {
        **{
            kind: partial(hygiene.test_no_tracked_file_holds, kind, hygiene.FORBIDDEN[kind])
            for kind in hygiene.FORBIDDEN
        },
        "test_what_is_private_is_not_tracked": hygiene.test_what_is_private_is_not_tracked,
        "test_no_real_input_is_tracked": hygiene.test_no_real_input_is_tracked,
    }
    with pytest.raises(AssertionError):
        checks[why]()
