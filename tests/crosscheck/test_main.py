"""The command line's last resort: whatever happens ends in one line and an exit status."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from crosscheck import __main__
from crosscheck.commands import group
from crosscheck.commands.group import COMMANDS
from crosscheck.commands.options import Duration
from crosscheck.tree import inputs
from places import ROOT


def run_main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    """The exit status of crosscheck in this process."""
    monkeypatch.setattr(sys, "argv", ["crosscheck", *arguments])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    return ended.value.code


def explode(error: BaseException) -> object:
    """A function that only raises."""

    def raises(*_: object, **__: object) -> None:
        raise error

    return raises


def test_a_bug_is_one_line_and_status_70(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(inputs, "find", explode(RuntimeError("a bug\nof two lines")))
    assert run_main(monkeypatch, "run", "-y", "2021", "-d", "7", "-l", "python") == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "crosscheck: RuntimeError: a bug (a bug here; .venv/bin/crosscheck --debug COMMAND... shows where)\n"


def test_a_bug_has_a_traceback_with_debug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(inputs, "find", explode(RuntimeError("a bug")))
    assert run_main(monkeypatch, "--debug", "run", "-y", "2021", "-d", "7", "-l", "python") == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_signal_to_end_leaves_no_warning() -> None:
    command = [sys.executable, "-m", "crosscheck", "agree", "-y", "2021", "-d", "6", "-l", "python", "-n", "200000"]
    running = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()  # it has begun
    running.terminate()
    out, err = running.communicate(timeout=300)
    assert (running.returncode, err) == (143, "crosscheck: terminated\n"), out


def test_an_interrupt_is_no_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(inputs, "find", explode(KeyboardInterrupt()))
    assert run_main(monkeypatch, "run", "-y", "2021", "-d", "7", "-l", "python") == 130
    assert capsys.readouterr().err.strip() == "crosscheck: interrupted"


@pytest.mark.parametrize(
    ("arguments", "clear"),
    [
        (["frobnicate"], "No such command 'frobnicate'; see: crosscheck --help"),
        (
            ["--root", "no-such"],
            "Invalid value for '--root': Directory 'no-such' does not exist; see: crosscheck --help",
        ),
        (["compare"], "Missing argument 'OLD'; see: crosscheck compare --help"),
        (["run", "--part", "3"], "Invalid value for '--part': '3' is not one of '1', '2'; see: crosscheck run --help"),
        *(([name, "--dance"], f"see: crosscheck {name} --help") for name in COMMANDS),
    ],
)
def test_wrong_usage_is_one_line_that_says_where_to_read_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], clear: str
) -> None:
    assert run_main(monkeypatch, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("crosscheck: ")
    assert err.endswith(f"{clear}\n")
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_all_says_of_a_command_what_its_own_help_says_first(name: str) -> None:
    command = __main__.command_line.get_command(click.Context(__main__.command_line), name)
    assert command is not None
    assert " ".join((command.help or "").partition("\n\n")[0].split()) == COMMANDS[name]


def test_every_command_is_listed() -> None:
    modules = {file.stem for file in Path(group.__file__).parent.glob("*.py")}
    assert modules - {"__init__", "days_meant", "everyone", "group", "options"} == set(COMMANDS)


def test_nobody_reads_the_table() -> None:
    command = '"$0" -m crosscheck --help | true; echo "${PIPESTATUS[0]}"'
    done = subprocess.run(["bash", "-c", command, sys.executable], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.strip() in {"0", "70"}


def test_outside_a_repository_it_still_finds_its_own(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck", "list", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.startswith("{")


def loaded_by(code: str) -> set[str]:
    """The modules that are loaded once this was done. What a start costs is what is loaded; times would tell as much of the machine."""
    shown = f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", shown], cwd=ROOT, capture_output=True, text=True, check=True, input="")
    return set(ran.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["list", "-l", "python"]])
def test_help_and_list_load_nothing_that_takes_long(arguments: list[str]) -> None:
    loaded = loaded_by(f"from crosscheck.__main__ import status_of\nstatus_of({arguments})")
    assert "crosscheck" in loaded
    assert loaded & {"aocd", "hypothesis", "matplotlib", "msgspec", "numpy", "pygments", "rich", "watchfiles"} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_names_what_an_option_takes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.status_of([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert not re.search("INTEGER|FLOAT|RANGE", said), "click's words for it"
    one_day = command in {"judge", "submit", "remember", "done", "watch"}
    assert one_day == ("-d, --day, --days DAY" in said)


def test_the_list_of_commands_loads_none_of_them() -> None:
    loaded = loaded_by("from crosscheck.__main__ import status_of\nstatus_of(['--help'])")
    assert {name for name in loaded if name.startswith("crosscheck")} == {
        *("crosscheck", "crosscheck.__main__", "crosscheck.commands", "crosscheck.commands.group", "crosscheck.errors")
    }


@pytest.mark.parametrize(
    "serving",
    [
        "import sys\nfrom aoc.__main__ import run\nrun(['serve'])\nsys.stdout = sys.__stdout__",
        "import sys, aoc_rust\nfrom crosscheck.solvers.inprocess import serve\nserve(aoc_rust)",
    ],
    ids=["aoc-py", "aoc_rust"],
)
def test_a_program_of_ours_loads_little_before_it_serves(serving: str) -> None:
    """Every command starts them."""
    loaded = loaded_by(serving)
    assert "json" in loaded
    assert loaded & {"click", "dataclasses", "importlib.metadata", "inspect", "numpy", "traceback"} == set()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30", 30), ("30s", 30), ("0.5s", 0.5), ("90m", 5400), ("1h30m", 5400), ("1h1m1s", 3661)]
    + [(wrong, None) for wrong in ("", "0", "0h", "soon", "-1s", "1.5h", "30m1h", "1 h", "\u0663s")],
)
def test_a_time_is_read_alike_by_every_command(text: str, seconds: float | None) -> None:
    if seconds is None:
        with pytest.raises(click.BadParameter, match="is not a time, as 30s, 90m or 1h30m"):
            Duration().convert(text, None, None)
    else:
        assert Duration().convert(text, None, None) == seconds
