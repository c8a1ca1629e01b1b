"""What no program can do to the harness: take all memory, fill the disk, talk for ever, command the terminal."""

import json
import shlex
import sys
import unicodedata
from pathlib import Path

import pytest

from crosscheck.solvers import memory
from crosscheck.solvers.outcome import Answered, Crashed, Exited, Malformed, Outcome, Sampled, TimedOut, describe
from crosscheck.solvers.process import KEPT, LastWords
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages
from places import ROOT
from trees import Said, Tree, plant

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the system limits no memory")
MEMORY = "it may have 500MB of memory, as AOC_MEMORY says"


def ask(root: Path, how: str, timeout: float = 60.0) -> Outcome:
    """What comes of a request to a fake that misbehaves so."""
    tree = plant(root, Ada=how)
    with Solver(languages.load(root)["ada"], tree.root, timeout=timeout) as solver:
        outcome = solver.solve(2021, 1, "misbehave\n")
        assert isinstance(solver.solve(2021, 1, "abc\n"), Answered), "the next request succeeds"
    return outcome


def guest(tree: Tree, program: str, *arguments: str) -> Said:
    """A run of a cold program, which may have 500 MB, beside a language of ours."""
    command = shlex.join([sys.executable, "-S", str(tree.write("guest.py", program))])
    words = ["run", "-d", "1", "--with", f"mine={command}", "--input", "-", *arguments]
    return tree.crosscheck(*words, stdin="abc\n", env={"AOC_MEMORY": "500MB"})


@linux_only
@pytest.mark.parametrize(("how", "kind"), [("greedy", Exited), ("greedy_and_crash", Crashed)])
def test_a_solver_has_so_much_memory_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, kind: type[Outcome]
) -> None:
    monkeypatch.setenv("AOC_MEMORY", "500MB")
    outcome = ask(tmp_path, how)
    assert isinstance(outcome, kind)
    assert MEMORY in describe(outcome)


@linux_only
@pytest.mark.parametrize(
    "start", ["", "import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-S', '-c', '''{}''']).returncode)"]
)
def test_nor_has_a_guest_nor_what_it_starts(tmp_path: Path, start: str) -> None:
    takes = "print(len(bytearray(2_000_000_000))); print(1)"
    said = guest(plant(tmp_path, Ada=""), start.format(takes) if start else takes)
    assert f"mine  exited with status 1 before replying ({MEMORY})" in said.out


@linux_only
def test_what_is_set_aside_and_not_written_to_does_not_count(tmp_path: Path) -> None:
    reserves = "import mmap; kept = mmap.mmap(-1, 1 << 40, prot=mmap.PROT_READ, flags=mmap.MAP_PRIVATE | 0x4000); print(1); print(3)"
    assert guest(plant(tmp_path, Ada=""), reserves).status == 0


@pytest.mark.parametrize(("said", "most"), [("", 4_000_000_000), ("500MB", 500_000_000), ("8 gb", 8_000_000_000)])
def test_how_much_memory_is_a_setting(monkeypatch: pytest.MonkeyPatch, said: str, most: int) -> None:
    monkeypatch.setenv("AOC_MEMORY", said)
    assert memory.most() == most


@pytest.mark.parametrize("said", ["much", "4", "4TB", "-1GB", "1MB", "0GB"])
def test_what_is_no_amount_is_told_in_one_line(tmp_path: Path, said: str) -> None:
    ran = plant(tmp_path, Ada="").crosscheck("run", "-d", "1", env={"AOC_MEMORY": said})
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"crosscheck: AOC_MEMORY={said} is not an amount of memory, from 10MB, as 500MB or 8GB\n"


def test_only_the_end_of_what_is_written_to_stderr_is_kept() -> None:
    words = LastWords()
    for number in range(50):
        words.add(b"noise\n" * 20_000)
        words.add(f"the end of {number}\n".encode())
        assert len(words) <= KEPT
    assert str(words).endswith("noise\nthe end of 49")


@pytest.mark.parametrize("way", ["warm", "cold"])
def test_any_amount_of_it_holds_nothing_up_and_needs_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    loud = "import sys\nfor _ in range(200): sys.stderr.write('noise\\n' * 20_000)\nsys.stderr.write('the end\\n')\nprint(1); print(3)"
    if way == "cold":
        assert "the end" in guest(plant(tmp_path, Ada=""), loud).out
    else:
        tree = plant(tmp_path, Ada="loud_for_long")
        with Solver(languages.load(tree.root)["ada"], tree.root) as solver:
            assert isinstance(solver.solve(2021, 1, "misbehave\n"), Answered)
            assert solver.said.endswith("noise\nthe last words")
            assert solver.incidents == []


def test_stderr_that_is_held_open_by_a_child_holds_up_no_guest(tmp_path: Path) -> None:
    leaves = "import subprocess; subprocess.Popen(['sleep', '1000'], stdout=subprocess.DEVNULL); print(1); print(3)"
    said = guest(plant(tmp_path, Ada=""), leaves, "--timeout", "60", "--json")
    assert said.status == 0, said.out
    (day,) = json.loads(said.out)
    assert day["languages"]["mine"]["ns"]["total"] < 30e9, "it does not wait for as long as it would for the guest"


def test_a_reply_is_no_longer_than_may_be(tmp_path: Path) -> None:
    outcome = ask(tmp_path, "endless")
    assert isinstance(outcome, Malformed)
    assert outcome.why == "more than 10,000,000 bytes in a line"


def test_times_of_many_runs_may_be_longer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("crosscheck.solvers.solver.MAX_REPLY", 1000)
    tree = plant(tmp_path, Ada="")
    with Solver(languages.load(tree.root)["ada"], tree.root) as solver:
        assert isinstance(solver.time(2021, 1, "abc\n", 1000), Sampled)
        monkeypatch.setattr("crosscheck.solvers.solver.MAX_SAMPLES", 0)
        outcome = solver.time(2021, 1, "abc\n", 1000)
    assert isinstance(outcome, Malformed)
    assert outcome.why == "more than 1,000 bytes in a line"


def test_nor_does_it_take_longer_however_it_trickles(tmp_path: Path) -> None:
    outcome = ask(tmp_path, "slowly_endless", timeout=1.0)
    assert isinstance(outcome, TimedOut)
    assert "only half a line: 'xxx" in outcome.note


@pytest.mark.parametrize("length", [2000, 2001])
def test_an_answer_of_more_than_two_thousand_characters_is_none(tmp_path: Path, length: int) -> None:
    said = guest(plant(tmp_path / "cold", Ada=""), f"print('7' * {length}); print(3)")
    assert ("an answer of 2,001 characters on stdout, more than 2,000" in said.out) == (length > 2000)
    outcome = ask(tmp_path / "warm", "long_answer")
    assert isinstance(outcome, Malformed)
    assert outcome.why == "an answer has 2,001 characters, more than 2,000"


def controls(text: str) -> set[str]:
    """What a terminal might obey."""
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"}


BAD = "print('\\x1b[2J1'); print('\\u202e3'); import sys; sys.stderr.write('\\x1b]0;owned\\x07\\n')"


@pytest.mark.parametrize(
    ("how", "arguments", "shown"),
    [
        ("obeyed", ["run", "-d", "1", "--input", "-"], r"\x1b[2J\n1"),
        ("obeyed", ["run", "-d", "1", "--mine"], r"\x1b[2J\n1"),
        ("obeyed_message", ["run", "-d", "1", "--input", "-"], r"crashed: \x1b[2J\nboom"),
        ("obeyed_message", ["run", "-d", "1", "--input", "-"], r"\x1b]0;owned\x07"),
        ("obeyed", ["agree", "-d", "1", "--mutate", "60", "--seed", "1", "--jobs", "1"], r"\x1b[2J\n1"),
        ("obeyed", ["time", "-d", "1", "--quick"], r"\x1b[2J\n1"),
        ("obeyed", ["remember", "-d", "1"], r"\x1b[2J\n1"),
        ("hello_obeyed", ["list"], r"fake \x1b[2J"),
    ],
)
def test_nothing_reaches_the_terminal_that_it_would_obey(
    tmp_path: Path, how: str, arguments: list[str], shown: str
) -> None:
    tree = plant(tmp_path, Ada=how, **({} if "remember" in arguments else {"Basic": ""}))
    tree.write("inputs/private/2021/01.txt", "misbehave\n")
    said = tree.crosscheck(*arguments, stdin="misbehave\n")
    assert shown in said.out + said.err
    assert controls(said.out + said.err) == set()


@pytest.mark.parametrize("command", ["judge", "run"])
def test_nor_does_a_guest_send_it(tmp_path: Path, command: str) -> None:
    file = Tree(tmp_path).write("guest.py", BAD)
    words = [
        command,
        "-y",
        "2021",
        "-d",
        "7",
        "-l",
        "python",
        "--with",
        f"mine={shlex.join([sys.executable, '-S', str(file)])}",
    ]
    said = Tree(ROOT).crosscheck(*words, *(["-n", "5", "--seed", "1"] if command == "judge" else []))
    assert said.status == 1
    assert r"\x1b[2J1" in said.out
    assert controls(said.out + said.err) == set()


def test_a_long_message_is_clipped_where_it_is_shown() -> None:
    assert describe(Crashed("x" * 5000)) == f"crashed: {'x' * 1000}..."
