"""`crosscheck watch`: what a save builds and shows, and how it goes on whatever the solvers and compilers do.

The languages here are fakes (tests/fakes/fake.py): a solution is a file that says how its fake misbehaves, and building
it is copying that word. BROKEN does not compile; while there is a file `hold`, building takes as long as that.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest

from crosscheck.tree import languages
from crosscheck.watching.day_files import DayFiles
from crosscheck.watching.jobs import Jobs
from processes import heeded
from trees import FAKE, Tree, plant

IDLE = "watching; Ctrl-C ends"
GUARD = 120.0  # seconds: longer than anything here takes, on a machine that is busy
MAKEFILE = """
.PHONY: ada basic
ada basic:
	@echo $@ >>built; echo $$$$ >builder; while [ -e hold ]; do sleep 0.05; done
	@if grep BROKEN src/$@/2021/01.x >&2; then printf 'src/$@:1:5: error\\n    |   ^^^^  no    such word\\n' >&2; exit 1; fi
	@cp src/$@/2021/01.x $@.how
"""
LANGUAGE = """
[{key}]
title = "{title}"
serve = ["sh", "-c", "exec '{python}' -S '{fake}' $(cat {key}.how)"]
build = "{key}"
solution = "src/{key}/{{year}}/{{day:02}}.x"
lexer = "python"
"""
CASES = """
[[case]]
name = "two lines"
input = "abc\\ndef\\n"
answers = ["2", "6"]

[[case]]
name = "one word"
input = "misbehave\\n"
answers = ["1", "9"]

[[case]]
name = "nothing is known of it"
input = "xyz\\n"
answers = ["-", "-"]
"""
WELL = ["2", "of", "2"]
Seen = TypeVar("Seen")


def again_and_again(look: Callable[[], Seen]) -> Iterator[Seen]:
    """What is there, until nobody would wait any longer."""
    deadline = time.monotonic() + GUARD
    while time.monotonic() < deadline:
        yield look()
        time.sleep(0.02)


def until(true: Callable[[], bool]) -> None:
    """Wait for it."""
    assert any(again_and_again(true))


class Watching:
    """A running `crosscheck watch` in a tree, and what it has said."""

    def __init__(self, tree: Tree, *arguments: str) -> None:
        self.tree = tree
        self._log = tree.root / "said"
        self._seen = 0
        env = {key: value for key, value in os.environ.items() if not key.startswith("AOC")}
        with self._log.open("wb") as log, heeded(signal.SIGINT):
            self.process = subprocess.Popen(
                [sys.executable, "-m", "crosscheck", "--root", str(tree.root), "watch", "-d", "1", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**env, "AOCD_DIR": str(tree.root / "aocd")},
            )

    def said(self) -> str:
        """Everything so far."""
        return self._log.read_text(encoding="utf-8")

    def settled(self, *texts: str) -> str:
        """What it says until nothing is left to do, the first time that all of this is in it."""
        while True:
            said = self._until_settled(texts)
            if all(text in said for text in texts):
                return said

    def _until_settled(self, texts: Sequence[str]) -> str:
        for said in again_and_again(self.said):
            head, end, _ = said[self._seen :].partition(IDLE)
            if end:
                self._seen += len(head + end)
                return head
            assert self.process.poll() is None, said
        raise AssertionError(f"waited for {texts} in: {self.said()}")

    def save(self, name: str, text: str) -> None:
        """Save a file as editors do: at once."""
        new = self.tree.write(f"{name}.new", text)
        new.replace(self.tree.root / name)

    def built(self) -> list[str]:
        """What was built since this was asked last."""
        note = self.tree.root / "built"
        names = note.read_text(encoding="utf-8").split() if note.exists() else []
        note.unlink(missing_ok=True)
        return names

    def interrupt(self) -> int:
        """Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(GUARD)


StartWatch = Callable[..., Watching]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Two languages that are as they should be."""
    tree = plant(tmp_path)
    both = ("ada", "basic")
    tables = [LANGUAGE.format(key=key, title=key.title(), python=sys.executable, fake=FAKE) for key in both]
    tree.write("languages.toml", "".join(tables))
    tree.write("Makefile", MAKEFILE)
    tree.write("inputs/2021/01/cases.toml", CASES)
    for key in both:
        tree.write(f"src/{key}/2021/01.x", "well")
    return tree


@pytest.fixture
def watch(tree: Tree) -> Iterator[StartWatch]:
    """Starts it, and ends it."""
    with ExitStack() as stack:

        def start(*arguments: str) -> Watching:
            watching = Watching(tree, *arguments)
            stack.callback(watching.interrupt)
            return watching

        yield start


def rows(said: str) -> dict[str, list[str]]:
    """The last table: {title: words}."""
    table = said.rpartition("2021 day 1")[2].split("\n\n")[1]
    return {line.split()[0]: line.split()[1:] for line in table.splitlines()[1:3]}


def test_at_first_everything_is_built_and_tried(watch: StartWatch) -> None:
    watching = watch()
    said = watching.settled()
    assert watching.built() == ["ada", "basic"]
    expected = "2 of 2 3 9 10 ns 20 ns 30 ns 60 ns 1.0x".split()
    assert rows(said) == {"Ada": expected, "Basic": expected}
    assert "input: inputs/2021/01/full.txt" in said
    assert "agree: Ada and Basic, both parts, no recorded answers" in said
    assert "\x1b" not in said


def test_a_save_builds_and_tries_that_language_alone(watch: StartWatch) -> None:
    watching = watch()
    watching.settled()
    watching.built()
    watching.save("src/basic/2021/01.x", "other_answer")
    said = watching.settled("Basic  one word: part 2 is 7, expected 9")
    assert set(watching.built()) == {"basic"}
    assert "changed: 01.x" in said
    assert rows(said)["Ada"][:3] == WELL
    assert rows(said)["Basic"][:5] == ["1", "of", "2", "3", "9"]


def test_what_the_compiler_says_is_shown_as_it_said_it(watch: StartWatch) -> None:
    watching = watch()
    watching.settled()
    watching.save("src/ada/2021/01.x", "BROKEN")
    said = watching.settled("Ada does not build:\nBROKEN\nsrc/ada:1:5: error\n    |   ^^^^  no    such word\n")
    assert rows(said)["Ada"] == ["does", "not", "build"]
    assert rows(said)["Basic"][:3] == WELL
    watching.save("src/ada/2021/01.x", "well")
    said = watching.settled("agree: Ada and Basic")
    assert "does not build" not in said.rpartition("changed")[2]
    assert rows(said)["Ada"][:3] == WELL


def test_cases_and_inputs_are_tried_anew_without_building(watch: StartWatch, tree: Tree) -> None:
    (tree.root / "inputs/private/2021").mkdir(parents=True)
    watching = watch()
    watching.settled()
    watching.built()
    watching.save("inputs/2021/01/cases.toml", CASES.replace('"6"', '"60"'))
    watching.settled(*(f"{who}  two lines: part 2 is 6, expected 60" for who in ("Ada", "Basic")))
    watching.save("inputs/private/2021/01.txt", "abcd\n")
    said = watching.settled("input: inputs/private/2021/01.txt", "agree: Ada and Basic")
    assert [words[3:5] for words in rows(said).values()] == [["1", "4"], ["1", "4"]]
    assert "DISAGREEMENT" not in watching.said()
    assert watching.built() == []


def test_cases_that_cannot_be_read_are_said_and_the_watch_goes_on(watch: StartWatch) -> None:
    watching = watch()
    watching.settled()
    watching.save("inputs/2021/01/cases.toml", "[[case]")
    watching.settled("inputs/2021/01/cases.toml: Expected")
    watching.save("inputs/2021/01/cases.toml", CASES)
    assert rows(watching.settled("2 of 2"))["Ada"][:3] == WELL


def test_a_solver_that_dies_is_said_and_the_watch_goes_on(watch: StartWatch) -> None:
    watching = watch()
    watching.settled()
    watching.save("src/ada/2021/01.x", "die")
    watching.settled("Ada  one word: exited with status 3 before replying", "about to die")
    watching.save("src/ada/2021/01.x", "well")
    assert rows(watching.settled("agree: Ada and Basic"))["Ada"][:3] == WELL


def test_a_solver_that_hangs_is_said(watch: StartWatch, tree: Tree) -> None:
    tree.write("src/ada/2021/01.x", "hang")
    said = watch("--timeout", "2").settled()
    assert "Ada  one word: no reply within 2 s" in said
    assert rows(said)["Basic"][:3] == WELL


def test_a_save_does_not_wait_for_a_solver_that_hangs(watch: StartWatch, tree: Tree) -> None:
    tree.write("src/ada/2021/01.x", "hang")
    watching = watch("--timeout", "10000")
    until(lambda: (tree.root / "ada.how").exists())
    watching.save("src/ada/2021/01.x", "well")
    said = watching.settled("agree: Ada and Basic")
    assert rows(said)["Ada"][:3] == WELL


def test_a_save_of_another_language_lets_a_build_be(watch: StartWatch, tree: Tree) -> None:
    tree.write("hold", "")
    watching = watch()
    until(lambda: (tree.root / "builder").exists())
    watching.save("src/basic/2021/01.x", "other_answer")
    (tree.root / "hold").unlink()
    said = watching.settled("1 of 2")
    built = watching.built()
    assert built[0] == "ada"
    assert set(built[1:]) == {"basic"}, f"it was not begun anew: {built}"
    assert rows(said)["Ada"][:3] == WELL
    assert rows(said)["Basic"][:3] == ["1", "of", "2"]


def test_a_save_of_its_own_begins_a_build_anew() -> None:
    jobs = Jobs()
    jobs.add({"ada": True})
    with jobs.next() as (job, _):
        job.building = True
        jobs.add({"basic": True})
        assert not job.cancelled
        assert jobs.waiting() == ["basic"]
        jobs.add({"ada": False, "basic": False}, ["cases.toml"])
        assert not job.cancelled
        jobs.add({"ada": True})
        assert job.cancelled
    assert jobs.waiting() == ["ada", "basic"]


def test_a_language_without_the_day_is_not_there_yet(watch: StartWatch, tree: Tree) -> None:
    (tree.root / "src/basic/2021/01.x").unlink()
    watching = watch()
    assert rows(watching.settled())["Basic"] == ["not", "yet"]
    assert watching.built() == ["ada"]
    watching.save("src/basic/2021/01.x", "well")
    assert rows(watching.settled("agree: Ada and Basic"))["Basic"][:3] == WELL


def has_ended(process: int) -> bool:
    """Is there no such process any more, or none that runs?"""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{process}/stat")  # of Linux, where what nobody waits for stays as a zombie
    return stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def test_control_c_ends_it_and_what_it_started(watch: StartWatch, tree: Tree) -> None:
    tree.write("hold", "")
    watching = watch()
    builder = tree.root / "builder"
    until(lambda: builder.exists() and builder.read_text(encoding="utf-8").endswith("\n"))
    assert watching.interrupt() == 0
    assert watching.said() == ""
    until(lambda: has_ended(int(builder.read_text(encoding="utf-8"))))


def test_of_a_draft_only_what_is_written_is_held_against_the_cases(watch: StartWatch, tree: Tree) -> None:
    tree.write("inputs/2021/01/cases.toml", f"draft = true\n{CASES}")
    tree.write("inputs/private/2021/01.txt", "misbehave\n")
    tree.write("src/ada/2021/01.x", "no_part_2")
    said = watch().settled()
    assert rows(said)["Ada"][:6] == [*WELL, "1", "not", "yet"]
    assert rows(said)["Basic"][:5] == [*WELL, "1", "9"]
    assert "not yet: part 2 of Ada" in said


@pytest.mark.parametrize("days", [[], ["-d", "1,2"]])
def test_it_watches_one_day(tree: Tree, days: list[str]) -> None:
    tree.write("inputs/2021/02/full.txt", "abc\n")
    said = tree.crosscheck("watch", *days)
    assert (said.status, said.out) == (2, "")
    assert said.err == "crosscheck: which day? one, as in: crosscheck watch -d 7\n"


def watched(tree: Tree, environ: dict[str, str]) -> DayFiles:
    """The files of day 1, for two languages."""
    both = [*languages.load(tree.root).values()]
    return DayFiles(tree.root, 2021, 1, both, {"AOCD_DIR": "/nowhere", **environ})


@pytest.mark.parametrize(
    ("file", "whose"),
    [
        ("src/ada/2021/01.x", ["ada"]),
        ("src/ada/shared.x", ["ada"]),
        ("src/ada/2021/shared.x", ["ada"]),
        ("src/ada/2021/02.x", []),
        ("src/ada/2020/01.x", []),
        ("src/ada/shared.x.swp", []),
        ("src/basic/deep/down/shared.x", ["basic"]),
        ("src/shared.x", []),
    ],
)
def test_whose_file_it_is(tree: Tree, file: str, whose: list[str]) -> None:
    files = watched(tree, {})
    assert files.languages_of(tree.root / file) == whose
    assert not files.is_everyones(tree.root / file)


@pytest.mark.parametrize(
    ("file", "is_everyones"),
    [
        ("inputs/2021/01/cases.toml", True),
        ("inputs/2021/01/full.txt", True),
        ("inputs/2021/01/cases.toml~", False),
        ("inputs/2021/02/cases.toml", False),
        ("inputs/private/2021/01.txt", True),
        ("inputs/private/2021/answers.json", True),
        ("inputs/private/2021/02.txt", False),
        ("inputs/private/2020/01.txt", False),
        ("mine/2021/01.txt", True),
        ("aocd/ann.1/2021_01_input.txt", True),
        ("aocd/ann.1/2021_01a_answer.txt", True),
        ("aocd/ann.1/2021_11_input.txt", False),
        ("elsewhere/2021/01.txt", False),
    ],
)
def test_which_files_concern_everyone(tree: Tree, file: str, is_everyones: bool) -> None:
    files = watched(tree, {"AOC_INPUTS": str(tree.root / "mine"), "AOCD_DIR": str(tree.root / "aocd")})
    assert files.is_everyones(tree.root / file) is is_everyones


def test_a_new_folder_may_hold_an_input(tree: Tree) -> None:
    for name in ("inputs/private", "src/ada/2022"):
        (tree.root / name).mkdir(parents=True)
    assert watched(tree, {}).is_everyones(tree.root / "inputs/private")
    assert not watched(tree, {}).is_everyones(tree.root / "src/ada/2022")


def test_only_folders_that_are_there_are_watched(tree: Tree) -> None:
    environ = {"AOC_INPUTS": str(tree.root / "mine")}
    there = [tree.root / name for name in ("inputs", "src/ada", "src/basic")]
    assert list(watched(tree, environ).folders()) == there
    (tree.root / "mine/2021").mkdir(parents=True)
    assert list(watched(tree, environ).folders()) == sorted([*there, tree.root / "mine/2021"])


def test_what_came_up_last_is_done_first_and_nothing_is_lost() -> None:
    jobs = Jobs()
    jobs.add({"a": True, "b": True, "c": True})
    with jobs.next() as (job, _):
        assert (job.key, job.rebuild, jobs.waiting()) == ("a", True, ["b", "c"])
        jobs.add({"c": False}, ["a file"])
        assert job.cancelled
    with jobs.next() as (job, changed):
        assert (job.key, job.rebuild, changed) == ("c", True, ["a file"])
        assert jobs.waiting() == ["a", "b"]
        stopped = []
        with job.stopped_by(lambda: stopped.append("c")):
            jobs.add({"c": False})
        assert stopped == ["c"]
    with jobs.next() as (job, changed):
        assert (job.key, job.rebuild, changed) == ("c", True, [])
        assert not job.cancelled


def test_work_that_was_called_off_before_it_began_is_stopped() -> None:
    jobs = Jobs()
    jobs.add({"a": True})
    with jobs.next() as (job, _):
        jobs.add({"b": True})
        stopped = []
        with job.stopped_by(lambda: stopped.append("a")):
            assert stopped == ["a"]


def test_a_fault_of_the_watcher_ends_the_wait() -> None:
    jobs = Jobs()
    jobs.fail(ValueError("no more"))
    with pytest.raises(ValueError, match="no more"), jobs.next():
        pass
