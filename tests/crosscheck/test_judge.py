"""`crosscheck judge`: programs with the mistakes that people make, in the languages that people use, and all else that can be wrong."""

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crosscheck import puzzles
from crosscheck.judging import guest_trial
from crosscheck.judging.guest_trial import Plan, Trial
from crosscheck.judging.shrinking import shrunk
from crosscheck.solvers.outcome import Outcome
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages
from places import FAKES, ROOT
from trees import Said, Tree

GUESTS = FAKES / "guests"
HERE = Tree(ROOT)
CRABS = "-y", "2021", "-d", "7"
RIGHT = """
import sys
crabs = sorted(int(number) for number in sys.stdin.read().split(","))
mean = sum(crabs) // len(crabs)
climb = lambda place: sum(abs(crab - place) * (abs(crab - place) + 1) // 2 for crab in crabs)
one, two = sum(abs(crab - crabs[len(crabs) // 2]) for crab in crabs), min(climb(mean), climb(mean + 1))
"""
PRINT = "print(one)\nprint(two)\n"


def judge(command: str, *options: str, day: Sequence[str] = CRABS, examples: int = 20) -> Said:
    """What the command says, for people; always of the same inputs."""
    return HERE.crosscheck("judge", *day, "--with", command, "--seed", "1", "-n", str(examples), *options)


def verdict(command: str, *options: str, **more: Any) -> dict[str, Any]:
    """The same, as JSON."""
    said = judge(command, "--json", *options, **more)
    found: dict[str, Any] = json.loads(said.out)
    assert said.status == (0 if found["right"] else 1)
    return found


@pytest.fixture
def python(tmp_path: Path) -> Callable[[str], str]:
    """The command that runs a Python program."""

    def command(program: str) -> str:
        file = tmp_path / "guest.py"
        file.write_text(program, encoding="utf-8")
        return shlex.join([sys.executable, "-S", str(file)])

    return command


@dataclass(frozen=True)
class Mistake:
    """A program in tests/fakes/guests that is wrong: how it is built or run, and an input that shows it, which may not be longer."""

    file: str
    tool: str
    day: tuple[int, int]
    shows_it: str
    build: tuple[str, ...] = ()
    run: tuple[str, ...] = ()


MISTAKES = [
    Mistake("off_by_one.py", sys.executable, (2021, 7), "0,1,1\n", run=("-S",)),
    Mistake("order.js", "node", (2025, 5), "0-0\n2-2\n0-0\n\n0\n"),
    Mistake("overflow.c", "gcc", (2021, 7), "0,99999\n", build=("-O2", "-o")),
    Mistake("tie.go", "go", (2021, 3), "01\n10\n", build=("build", "-o")),
    Mistake("stop.rs", "rustc", (2025, 4), "@@@\n@@@\n@@@\n", build=("-O", "--edition", "2021", "-o")),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.file)
def test_a_mistake_that_people_make_is_shown_on_the_smallest_input(
    mistake: Mistake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which(mistake.tool) is None:
        pytest.skip(f"{mistake.tool} is missing, so {mistake.file} was not judged")
    monkeypatch.setattr(guest_trial, "SHRINKING", 20.0)
    source, program = str(GUESTS / mistake.file), str(tmp_path / "guest")
    if mistake.build:
        command = [mistake.tool, *mistake.build, program, source]
        built = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=300, check=False)
        assert built.returncode == 0, built.stderr
    words = [program] if mistake.build else [mistake.tool, *mistake.run, source]
    year, day = mistake.day
    found = verdict(shlex.join(words), day=["-y", str(year), "-d", str(day)], examples=500)
    assert found["kind"] == "wrong"
    assert len(found["fault"]["input"]) <= len(mistake.shows_it), found
    ((right, names),) = found["fault"]["right"].items()
    assert right != ", ".join(found["fault"]["said"]["answers"])
    assert names[:3] == ["Rust", "Haskell", "Python"]
    lines = len(found["fault"]["input"].splitlines())
    assert found["verdict"] == f"wrong on this input of {lines} line{'s' * (lines > 1)}"


def test_a_right_program_is_told_on_what_it_is_right(python: Callable[[str], str]) -> None:
    said = judge(python(RIGHT + PRINT))
    assert said.status == 0, said.out
    first, second = said.out.splitlines()[2:4]
    assert first.endswith("inputs, the largest of 1,000 crabs")
    assert first.startswith("  right on ")
    assert "20 small generated inputs" in second


def test_a_wrong_one_is_told_everything(python: Callable[[str], str]) -> None:
    command = python(f"{RIGHT}if len(crabs) > 2: one += 1\n{PRINT}")
    said = judge(f"mine={command}")
    assert said.status == 1
    lines = [line.strip() for line in said.out.splitlines()]
    assert "wrong on this input of 1 line" in lines
    assert any(line.startswith("found in the case 'the best spot is the rightmost crab'") for line in lines)
    assert "0,0,0" in lines
    assert [line.split() for line in lines if line.startswith("mine")] == ["mine 1 0 part 1 is one too many".split()]
    assert ["right", "0", "0", "Rust,", "Haskell,", "Python,", "brute", "force"] in [line.split() for line in lines]
    assert f"printf '0,0,0\\n' | {command}" in lines
    (beside,) = [line for line in lines if "crosscheck run -y 2021 -d 7 --input - --with" in line]
    ran = subprocess.run(["bash", "-c", lines[lines.index(beside) - 1]], capture_output=True, text=True, check=True)
    assert ran.stdout == "1\n0\n", "what is to be typed says it again"


def test_what_no_case_shows_is_found_and_shrunk(python: Callable[[str], str]) -> None:
    found = verdict(python(f"{RIGHT}if 77 < crabs[0] and crabs.count(crabs[0]) > 3: two += 5\n{PRINT}"), examples=2000)
    assert found["fault"]["input"] == "78,78,78,78\n"
    assert found["fault"]["origin"] == "a small generated input"


def test_what_no_small_input_shows_is_found(python: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guest_trial, "SHRINKING", 1.0)
    found = verdict(python(f"{RIGHT}if len(crabs) > 490: one -= 1\n{PRINT}"))
    assert found["fault"]["origin"].startswith("an input of ")
    assert found["fault"]["right"]


def test_your_own_input_is_tried(python: Callable[[str], str], tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("4,31337,4,31337,5\n", encoding="utf-8")
    found = verdict(python(f"{RIGHT}if 31337 in crabs: one += 2\n{PRINT}"), "--input", str(mine))
    assert found["fault"]["origin"] == str(mine)
    assert found["fault"]["input"] == "31337\n"


@pytest.mark.parametrize(
    ("program", "kind", "what"),
    [
        ("import sys; sys.exit('no such crab')", "failed", "exited with status 1 before replying"),
        (f"{RIGHT}{PRINT}raise SystemExit(3)", "failed", "printed an answer and then exited with status 3"),
        ("import os; os.kill(os.getpid(), 11)", "failed", "killed by signal 11 (SIGSEGV)"),
        ("print(1); print(2); print(3)", "unreadable", "3 lines on stdout"),
        (f"{RIGHT}print(one)", "unreadable", "there is no part 2; for a program that has only part 1 say --part 1"),
        ("while True: pass", "hangs", "no reply within 1 s"),
    ],
)
def test_what_is_no_wrong_answer_is_told_apart(
    python: Callable[[str], str], program: str, kind: str, what: str
) -> None:
    found = verdict(python(program), "--timeout", "1")
    assert found["kind"] == kind
    assert what in found["verdict"]


def test_the_last_words_of_a_program_are_shown(python: Callable[[str], str]) -> None:
    assert "      no such crab" in judge(python("import sys; sys.exit('no such crab')")).out
    assert "      the answer is" in judge(python("print('the answer is'); print(); print(7)")).out


def test_one_that_is_only_too_slow_is_told_so(python: Callable[[str], str]) -> None:
    slowly = f"import time\n{RIGHT}time.sleep(len(crabs) / 600)\n{PRINT}"
    said = judge(python(slowly), "--timeout", "1", examples=3)
    assert said.status == 1
    assert "  too slow: no reply within 1 s on an input of " in said.out
    assert ["crabs", "yours", "Rust"] in [line.split() for line in said.out.splitlines()]
    assert "time grows as the size to the power" in said.out


def test_one_that_does_not_always_say_the_same_is_told_so(python: Callable[[str], str], tmp_path: Path) -> None:
    once = f"import pathlib\n{RIGHT}mark = pathlib.Path({str(tmp_path / 'mark')!r})\none += not mark.exists()\nmark.touch()\n"
    found = verdict(python(once + PRINT))
    assert found["fault"]["steady"] is False
    assert found["verdict"].endswith("it does not always say the same")


def test_part_1_alone(python: Callable[[str], str]) -> None:
    assert verdict(python(f"{RIGHT}print(one)"), "--part", "1")["right"]
    assert verdict(python(f"{RIGHT}print(two)"), "--part", "2")["right"]
    assert verdict(python(f"{RIGHT}two = 0\n{PRINT}"), "--part", "1")["right"]


def test_another_format(python: Callable[[str], str]) -> None:
    program = python(f"{RIGHT}print(f'Part 1: {{one}} fuel\\nPart 2 = {{two}}')")
    pattern = r"Part 1: (?P<part1>\d+)|Part 2 = (?P<part2>\d+)"
    assert verdict(program, "--format", pattern)["right"]
    found = verdict(program, "--format", r"(?P<part1>\d+ oil)")
    assert (found["kind"], r"of the format '(?P<part1>\d+ oil)'" in found["verdict"]) == ("unreadable", True)


def test_what_is_outside_the_domain_counts_only_when_it_is_to_be_strict(python: Callable[[str], str]) -> None:
    program = python(f"{RIGHT}{PRINT}")
    assert verdict(program)["right"]
    found = verdict(program, "--strict")
    assert found["kind"] == "taken"
    assert found["fault"]["origin"].startswith("the reject ")
    refusing = """import re, sys
text = sys.stdin.buffer.read().decode("ascii", "replace")
if not re.fullmatch(r"0*[0-9]{1,5}(,0*[0-9]{1,5})*(\\r?\\n)*", text): raise SystemExit("no")
"""
    assert verdict(python(refusing + RIGHT.replace("sys.stdin.read()", "text") + PRINT), "--strict")["right"]


def test_what_has_no_answer_is_passed_over(python: Callable[[str], str]) -> None:
    never = ["-y", "2021", "-d", "25"]
    found = verdict(python("print(1)"), day=never)
    assert found["kind"] == "wrong"
    assert "no solution" not in found["fault"]["right"]


class Counting(Solver):
    """It counts what it is told."""

    asked = 0

    def solve(self, *told: Any) -> Outcome:
        self.asked += 1
        return super().solve(*told)


def test_what_is_passed_over_is_not_counted_as_right() -> None:
    python = languages.load(ROOT)["python"]
    with Counting(python, ROOT) as guest, Solver(python, ROOT) as ours:
        plan = Plan(examples=20, seconds=60, seed=1, parts=(1,))
        trial = Trial(ROOT, puzzles.load(2021, 25), guest, [ours], plan, lambda what: None, lambda: None)
        done = trial.run(None, None)
    assert done.fault is None
    assert done.inputs == guest.asked > 0
    assert done.passed_over > 0


def test_one_that_speaks_the_protocol() -> None:
    command = f"serve:{ROOT / '.venv/bin/aoc-py'} serve"
    assert verdict(command)["right"]


def test_the_input_is_kept(python: Callable[[str], str], tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    said = judge(python(f"{RIGHT}one += 1\n{PRINT}"), "--save", str(file))
    assert file.read_text(encoding="utf-8").strip().isdigit()
    assert f"cat {file} | " in said.out


@pytest.mark.parametrize(
    ("options", "clear"),
    [
        ((), "Missing option '--with'"),
        (("--with", "no-such-program"), "no program 'no-such-program' in PATH or here"),
        (("--with", "cat; cat"), "--with ...: 'cat;' is a shell's, and no shell runs; for one, say 'sh -c \"...\"'"),
        (("--with", "mine=cat; cat"), "--with mine=...: 'cat;' is a shell's, and no shell runs; for one, say mine='sh"),
        (("--with", "cat | wc"), "'|' is a shell's, and no shell runs"),
        (("--with", "make && ./solve"), "'&&' is a shell's"),
        (("--with", "cat", "--for", "soon"), "'soon' is not a time, as 30s, 90m or 1h30m"),
        (("--with", "cat", "-n", "few"), "'few' is not a valid whole number"),
        (("--with", "cat", "--timeout", "soon"), "'soon' is not a valid number"),
        (("--with", "cat", "--format", "("), "not a regular expression"),
        (("--with", "cat", "--format", "x"), "it has no group part1 or part2"),
        (("--with", "cat", "-d", "8,9"), "which day? one"),
    ],
)
def test_wrong_usage_is_said_in_one_clear_line(options: Sequence[str], clear: str) -> None:
    said = HERE.crosscheck("judge", *CRABS, *options)
    assert (said.status, said.out) == (2, "")
    assert clear in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "small", "fails"),
    [
        ("3,4,500,6\n", "79\n", lambda text: any(int(n) > 78 for n in text.strip().split(",") if n)),
        ("a\nb\n\nc\nd\n", "c\n", lambda text: "c" in text),
        ("....\n.#.#\n....\n", "#\n", lambda text: "#" in text and len({len(row) for row in text.split()}) == 1),
        ("nothing to do\n", "nothing to do\n", lambda text: False),
        ("0" * 5000 + "8,9\n", "0" * 4301 + "\n", lambda text: text.count("0") > 4300),
        ("7" * 5000 + ",9\n", "7" * 4301 + "\n", lambda text: text.count("7") > 4300),
    ],
)
def test_a_text_is_made_small(text: str, small: str, fails: Callable[[str], bool]) -> None:
    assert shrunk(text, fails, 60) == small


def test_a_long_text_takes_no_longer_than_there_is_time() -> None:
    """Also where nothing more is asked: to leave out each of so many lines takes hours."""
    text = "line\n" * 1_000_000
    assert shrunk(text, lambda _: False, 0.1) == text
