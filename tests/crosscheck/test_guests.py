"""`crosscheck run --with`: other people's solvers beside ours, whatever they do."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from crosscheck.solvers import guests, solver
from crosscheck.solvers.outcome import Crashed
from trees import FAKE, Said, Tree, plant

COUNTS = """
import sys
lines = sys.stdin.read().split()
print(len(lines))
print(sum(map(len, lines)))
"""


def guest(tree: Tree, program: str, name: str = "mine") -> str:
    """What `--with` is told of a Python program."""
    return f"{name}={python(tree, program)}"


def python(tree: Tree, program: str) -> str:
    """The command that runs it."""
    return shlex.join([sys.executable, "-S", str(tree.write("guest.py", program))])


def run(tree: Tree, *invited: str, text: str = "abc\ndef\nghi\n", options: tuple[str, ...] = ()) -> Said:
    """`crosscheck run` with them, on a text that has the answers 3 and 9."""
    invitations = [word for one in invited for word in ("--with", one)]
    return tree.crosscheck("run", "-d", "1", "--input", "-", *invitations, *options, stdin=text)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """One language of ours."""
    return plant(tmp_path, Ada="")


def test_a_program_that_prints_two_lines_is_a_row_and_a_witness(tree: Tree) -> None:
    said = run(tree, guest(tree, COUNTS))
    assert (said.status, said.err) == (0, "")
    (row,) = [line.split() for line in said.out.splitlines() if line.startswith("  mine")]
    assert row[:3] == ["mine", "3", "9"]
    assert row[-1] == "cold"
    assert len(row) == 6, "its total, and neither parse nor parts"
    assert "cold: a process for each run, and its start is in the time" in said.out
    assert "agree: Ada and mine, both parts, and the recorded answers" in said.out


def test_without_a_name_it_is_called_yours(tree: Tree) -> None:
    said = run(tree, python(tree, COUNTS))
    assert (said.status, said.err) == (0, "")
    assert "agree: Ada and yours" in said.out


def test_a_cold_time_is_not_the_fastest(tree: Tree) -> None:
    ada = next(line.split() for line in run(tree, guest(tree, COUNTS)).out.splitlines() if line.startswith("  Ada"))
    assert ada[-1] == "1.0x"


def test_a_cold_time_holds_the_start(tree: Tree) -> None:
    said = run(tree, guest(tree, f"import time; time.sleep(0.2)\n{COUNTS}"), options=("--json",))
    (day,) = json.loads(said.out)
    mine = day["languages"]["mine"]
    assert mine["cold"] is True
    assert mine["answers"] == ["3", "9"]
    assert mine["ns"].keys() == {"total"}
    assert mine["ns"]["total"] > 200_000_000
    assert "cold" not in day["languages"]["ada"]


def test_several_days_are_one_table_with_it(tree: Tree) -> None:
    tree.write("inputs/2021/02/full.txt", "abc\n")
    said = tree.crosscheck("run", "--with", guest(tree, COUNTS))
    assert said.status == 1
    assert "Ada and mine, both parts" not in said.out
    heading = next(line for line in said.out.splitlines() if line.startswith("  day"))
    assert heading.split()[-1] == "mine"
    assert "cold" in said.out


def test_a_wrong_answer_is_a_disagreement(tree: Tree) -> None:
    said = run(tree, guest(tree, "print(3); print(8)"))
    assert said.status == 1
    lines = [line.split() for line in said.out.splitlines()]
    assert ["3,", "8", "mine"] in lines
    assert "WRONG: the recorded answer of part 2 is 9; mine says 8" in said.out


def test_one_line_is_part_1_alone(tree: Tree) -> None:
    alone = guest(tree, "print(3)")
    assert run(tree, alone, options=("--part", "1")).status == 0
    said = run(tree, alone)
    assert said.status == 1
    assert ["3,", "-", "mine"] in [line.split() for line in said.out.splitlines()]


def test_an_input_that_is_not_read_breaks_nothing(tree: Tree) -> None:
    said = run(tree, guest(tree, "print(1); print(4000000)"), text="a" * 4_000_000)
    assert said.status == 0, said.out


def test_megabytes_are_read(tree: Tree) -> None:
    said = run(tree, guest(tree, COUNTS), text="abc\n" * 1_000_000)
    assert said.status == 0, said.out
    assert "1000000  3000000" in said.out


def test_line_ends_and_blanks_around_the_answers_do_not_matter(tree: Tree) -> None:
    assert run(tree, guest(tree, "print('3 \\r\\n 9\\r\\n')")).status == 0


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("print(3); print(9); print('done')", "3 lines on stdout, expected two: the answers of part 1 and part 2"),
        ("", "0 lines on stdout"),
        ("print(); print(9)", "2 lines on stdout"),
        ("import sys; sys.stdout.buffer.write(b'\\xff\\n9\\n')", "stdout is not UTF-8"),
        ("while True: print('more')", "more than 100,000 bytes on stdout"),
        ("import sys; print(3); print(9); sys.exit(3)", "printed an answer and then exited with status 3"),
        ("import sys; print(3); sys.exit(3)", "printed an answer and then exited with status 3"),
        ("import os; os.kill(os.getpid(), 11)", "killed by signal 11 (SIGSEGV)"),
    ],
)
def test_how_a_program_fails_is_said_and_the_others_are_not_touched(tree: Tree, program: str, what: str) -> None:
    said = run(tree, guest(tree, program))
    assert said.status == 1
    assert what in said.out
    assert "FAILED: mine" in said.out
    assert any(line.split()[:3] == ["Ada", "3", "9"] for line in said.out.splitlines())


def test_answers_that_change_from_run_to_run_are_a_crash(tree: Tree) -> None:
    (mine,) = guests.parse([guest(tree, "import os; print(os.getpid())")], {})
    with guests.solver(mine, tree.root) as solver:
        assert solver.time(2021, 1, "abc\n", runs=2) == Crashed("answers changed between runs")


def test_the_last_words_of_a_failure_are_quoted(tree: Tree) -> None:
    said = run(tree, guest(tree, "raise SystemExit('no such crab')"))
    assert "mine  exited with status 1" in said.out
    assert "      no such crab" in said.out


@pytest.mark.parametrize("program", ["import time; time.sleep(1000)", "import os, time; os.close(1); time.sleep(1000)"])
def test_a_program_that_hangs_is_ended(tree: Tree, program: str) -> None:
    said = run(tree, guest(tree, program), options=("--timeout", "2"))
    assert said.status == 1
    assert "mine  no reply within 2 s" in said.out


def test_a_program_is_run_where_one_is(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tree.root / "elsewhere"
    program = tree.write("elsewhere/solve", f"#!{sys.executable} -S\n{COUNTS}")
    program.chmod(0o755)
    monkeypatch.chdir(here)
    assert run(tree, "mine=./solve").status == 0


def test_one_that_speaks_the_protocol_is_as_good_as_a_language(tree: Tree) -> None:
    command = shlex.join([sys.executable, "-S", str(FAKE), "other_answer"])
    said = run(tree, f"theirs=serve:{command}")
    assert said.status == 0
    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines() if "1.0x" in line}
    assert rows["theirs"] == rows["Ada"]
    assert "cold" not in said.out
    assert "1, 7  theirs" in run(tree, f"theirs=serve:{command}", text="misbehave\n").out


def test_one_that_should_speak_the_protocol_and_does_not(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "HELLO_TIMEOUT", 1.0)
    said = run(tree, f"theirs=serve:{python(tree, COUNTS)}", options=("--timeout", "2"))
    assert said.status == 1
    assert "FAILED: theirs" in said.out


@pytest.mark.parametrize(
    ("invited", "clear"),
    [
        (["mine"], "--with ...: no program 'mine' in PATH or here"),
        (["=cat"], "no program '=cat' in PATH or here"),
        (["mine= "], "expected NAME=COMMAND"),
        (["cat", "cat -u"], "--with yours=...: that name is taken; give it another"),
        (["mine='cat"], "--with mine='cat: No closing quotation"),
        (["mine=no-such-program -x"], "--with mine=...: no program 'no-such-program' in PATH or here"),
        (["mine=./no-such"], "no program './no-such'"),
        (["mine=serve:"], "no program ''"),
        (["ada=cat"], "--with ada=...: that name is taken; give it another"),
        (["ADA=cat"], "--with ADA=...: that name is taken"),
        (["mine=cat", "Mine=cat"], "--with Mine=...: that name is taken"),
    ],
)
def test_wrong_usage_is_said_in_one_clear_line(tree: Tree, invited: list[str], clear: str) -> None:
    said = run(tree, *invited)
    assert (said.status, said.out) == (2, "")
    assert clear in said.err
    assert len(said.err.splitlines()) == 1


def test_time_takes_one_that_speaks_the_protocol(tree: Tree) -> None:
    command = shlex.join([sys.executable, "-S", str(FAKE), "well"])
    said = tree.crosscheck("time", "-d", "1", "--quick", "--json", "--with", f"theirs=serve:{command}")
    assert json.loads(said.out)["days"][0]["languages"].keys() == {"ada", "theirs"}, said


def test_time_refuses_a_cold_one(tree: Tree) -> None:
    said = tree.crosscheck("time", "-d", "1", "--quick", "--with", "mine=cat")
    assert (said.status, said.out) == (2, "")
    assert said.err == (
        "crosscheck: --with mine=...: a cold process cannot be timed against warm ones; "
        "if it speaks the protocol, say mine=serve:COMMAND\n"
    )


TELLS = """
import os, pathlib
where = pathlib.Path(os.environ["AOCD_CONFIG_DIR"]) / "token"
print(os.environ.get("AOC_SESSION", "none"))
print(where.read_text() if where.exists() else "none")
"""


def test_no_guest_is_shown_the_session(tree: Tree) -> None:
    tree.write("aocd/token", "cafe1234")
    said = tree.crosscheck("run", "-d", "1", "--with", guest(tree, TELLS), "--json", env={"AOC_SESSION": "cafe5678"})
    (day,) = json.loads(said.out)
    assert day["languages"]["mine"]["answers"] == ["none", "none"]
    assert "cafe" not in said.out + said.err


@pytest.mark.parametrize("command", ["cat | wc", "cat; cat", "cat && cat", "cat > /dev/null"])
def test_what_only_a_shell_understands_gets_a_hint(tree: Tree, command: str) -> None:
    said = run(tree, f"mine={command}")
    assert (said.status, said.out) == (2, "")
    assert "is a shell's, and no shell runs; for one, say mine='sh -c \"...\"'" in said.err
