"""Files when things go wrong: two at the same one, no home, no current folder, no room, no leave to write. One clear line each."""

import contextlib
import errno
import json
import os
import pwd
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from crosscheck.tree import aocd_files, inputs
from places import ROOT
from trees import Tree, plant

AT_ONCE = 1.0  # seconds: so long one waits for the other to have read too


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A tree with an input of your own."""
    tree = plant(tmp_path, Ada="")
    tree.write("inputs/private/2021/01.txt", "abc\n")
    return tree


def both_read_first(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> None:
    """Whoever has read waits for the other to have read, if that can be."""
    read = getattr(module, name)
    both = threading.Barrier(2)

    def read_and_wait(*arguments: Any) -> Any:
        found = read(*arguments)
        with contextlib.suppress(threading.BrokenBarrierError):
            both.wait(AT_ONCE)
        return found

    monkeypatch.setattr(module, name, read_and_wait)


def at_once(*works: Callable[[], object]) -> None:
    """All of them, to their end."""
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_that_remember_at_once_lose_nothing(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.write("inputs/private/2021/02.txt", "def\n")
    one, two = (inputs.find(tree.root, 2021, day, environ={"AOCD_DIR": str(tree.root)}) for day in (1, 2))
    both_read_first(monkeypatch, inputs, "_answers_file")
    at_once(lambda: inputs.remember(one, 1, ("1", "3")), lambda: inputs.remember(two, 2, ("4", None)))
    kept = json.loads((tree.root / "inputs/private/2021/answers.json").read_text(encoding="utf-8"))
    assert kept == {"01": ["1", "3"], "02": ["4", None]}


def test_two_that_learn_whose_a_token_is_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"AOCD_DIR": str(tmp_path)}
    both_read_first(monkeypatch, aocd_files, "_object")
    at_once(*(lambda user=user: aocd_files.learn_owner(f"token-of-{user}", user, environ) for user in ("ann", "bob")))
    monkeypatch.undo()
    assert [aocd_files.owner(f"token-of-{user}", environ) for user in ("ann", "bob")] == ["ann", "bob"]


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user whom the system does not know."""

    def unknown(_: int) -> NoReturn:
        raise KeyError

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("AOCD_DIR", raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


@pytest.mark.usefixtures("homeless")
def test_without_a_home_directory_there_is_no_cache_to_look_in(tree: Tree) -> None:
    assert inputs.find(tree.root, 2021, 1, environ={}).text == "abc\n"
    assert inputs.own(tree.root, 2021, 1, environ={})
    assert inputs.folders(tree.root, 2021, environ={}) == [tree.root / "inputs"]
    (tree.root / "inputs/private/2021/01.txt").unlink()
    assert inputs.find(tree.root, 2021, 1, environ={}).text == "abc\ndef\nghi\n"


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("session", ["", "cafe1234"])
def test_nor_can_anything_be_fetched_to_it(tree: Tree, session: str) -> None:
    said = tree.crosscheck(
        "fetch",
        "-y",
        "2021",
        "-d",
        "2",
        env={"AOCD_DIR": "", "AOC_SESSION": session, "AOC_CONTACT": "nobody@example.org"},
    )
    assert (said.status, said.out) == (2, "")
    assert said.err == (
        "crosscheck: there is no home directory: say in AOCD_DIR where advent-of-code-data is to keep its files\n"
    )


def in_a_shell(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A shell with "$@" for crosscheck."""
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "crosscheck", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_current_folder_that_was_deleted(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    path = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    script = f"cd '{gone}' && rmdir '{gone}' && PYTHONPATH='{path}' \"$@\""
    done = in_a_shell(script, "list")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "crosscheck: the current folder is no more: change to another\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [["list"], ["run", "-d", "1"], ["run", "-d", "1", "--json"], ["--help"]])
def test_a_full_disk_for_what_is_said(tree: Tree, command: list[str]) -> None:
    done = in_a_shell('"$@" >/dev/full', "--root", str(tree.root), *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "crosscheck: No space left on device\n"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_a_disk_without_room_for_a_guests_input(tree: Tree, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    said = tree.crosscheck("run", "-d", "1", "--with", "mine=cat")
    assert (said.status, said.out, said.err) == (2, "", f"crosscheck: {os.strerror(number)}\n")


def test_no_folder_for_temporary_files(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/nonexistent"])
    said = tree.crosscheck("run", "-d", "1", "--with", "mine=cat")
    assert (said.status, said.out) == (2, "")
    assert said.err == "crosscheck: No usable temporary directory found in ['/nonexistent']\n"


READ_ONLY = 'mount --bind "$ROOT" "$ROOT" && mount -o remount,bind,ro "$ROOT" && exec "$@"'


def can_mount() -> bool:
    try:
        return not subprocess.run(
            ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True
        ).returncode
    except OSError:
        return False


@pytest.mark.parametrize(
    ("command", "status", "shown"),
    [
        (["run", "-d", "1"], 0, ""),
        (["agree", "-d", "1", "--mutate", "20", "--jobs", "1"], 2, "cannot write {root}/.build/disagreements/any: "),
        (["remember", "-d", "1"], 2, "cannot write {root}/inputs/private/2021/answers.json"),
        (["time", "-d", "1", "--quick", "--save", "{root}/result.json"], 2, "cannot write {root}/result.json: "),
        (["judge", "-d", "1", "--with", "cat", "--save", "{root}/text"], 2, "cannot write {root}/text: "),
    ],
)
def test_a_read_only_checkout(tree: Tree, command: list[str], status: int, shown: str) -> None:
    if not can_mount():
        pytest.skip("the system lets us mount nothing")
    words = [word.format(root=tree.root) for word in command]
    with tree.environment({"ROOT": str(tree.root)}):
        done = subprocess.run(
            [
                "unshare",
                "-rm",
                "sh",
                "-c",
                READ_ONLY,
                "sh",
                sys.executable,
                "-m",
                "crosscheck",
                "--root",
                str(tree.root),
                *words,
            ],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == status, done.stderr
    if shown:
        assert done.stderr.startswith(f"crosscheck: {shown.format(root=tree.root)}")
        assert "Read-only file system" in done.stderr
        assert done.stderr.count("\n") == 1
