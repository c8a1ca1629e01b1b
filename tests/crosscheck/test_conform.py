"""`crosscheck conform`: our programs pass, and each fake fails at the point that it breaks."""

import sys
from pathlib import Path

import pytest

from crosscheck.commands.conform import SECONDS
from crosscheck.judging.conformance.check import check
from crosscheck.judging.conformance.points import POINTS
from crosscheck.judging.conformance.subject import Subject
from places import ROOT
from routes import CASES, DONE, LANGUAGES, each_language
from trees import FAKE, Said, plant

MORE_CASES = """
[[case]]
name = "what is written three times"
input = "ab\\nc\\n"
params = { worth = 3 }
answers = ["2", "9"]

[[case]]
name = "an X"
input = "misbehaveX\\n"
answers = ["1", "no solution"]

[[reject]]
name = "a lone q"
input = "abc\\nqqq\\n"
line = 0

[[reject]]
name = "letters that are worth nothing"
input = "abc\\n"
params = { worth = 0 }
line = 0

[[reject]]
name = "letters that are worth too much"
input = "abc\\n"
params = { worth = 10 }
line = 0
"""


def try_fake(root: Path, how: str, *arguments: str) -> Said:
    """Conform on a fake, in a tree whose cases it can solve."""
    tree = plant(root, Ada="")
    cases = tree.root / "inputs/2021/01/cases.toml"
    cases.write_text(cases.read_text(encoding="utf-8").replace('"1", "-"', '"1", "9"') + MORE_CASES, "utf-8")
    command = (sys.executable, "-S", str(FAKE), how, *arguments)
    return tree.crosscheck("conform", "--seconds", "5", "--", *command)


# The first of each year, and those that have parameters: the suites of days hold all cases of all days.
SOME_DAYS = {min(day for day in DONE if day[0] == year) for year, _ in DONE} | {
    day for day in DONE if any(case.params for case in CASES[day].cases)
}


@each_language
def test_our_programs_conform(language: str) -> None:
    command = LANGUAGES[language].serve
    program = ROOT / command[0]
    if not program.exists():
        pytest.fail(f"{program} is not built: {LANGUAGES[language].how_to_build()}", pytrace=False)
    subject = Subject([str(program), *command[1:]], ROOT, SECONDS)
    try:
        findings = list(check(subject, ROOT, SOME_DAYS))
    finally:
        subject.stop()
    assert [finding for finding in findings if finding.fault] == []
    assert {finding.point for finding in findings if not finding.tried} <= {NO_WHOLE_NUMBER}
    assert len(findings) == len(POINTS)


def test_a_good_fake_conforms(tmp_path: Path) -> None:
    said = try_fake(tmp_path, "")
    assert said.status == 0, said.out
    lines = said.out.splitlines()
    assert [line.split()[0] for line in lines[:-1]] == ["ok"] * len(POINTS)
    assert lines[-1] == "it conforms"


NO_WHOLE_NUMBER = "a parameter that is no whole number is an error"
WHERE_REFUSED = "every reject is refused, at its line or as a whole"
FAULTS = {
    "wrong_seq": ("every case has the recorded answers", "answers request"),
    "garbage": ("every case has the recorded answers", "not a JSON object"),
    "chatty": ("every case has the recorded answers", "more than one line: 'solving ...'"),
    "two_replies": ("every case has the recorded answers", "more than one line"),
    "die": ("every case has the recorded answers", "exited with status 3"),
    "killed": ("every case has the recorded answers", "killed by signal 9 (SIGKILL)"),
    "other_answer": ("every case has the recorded answers", "'one that fakes may spoil': part 2 is 7, expected 9"),
    "crash": ("every case has the recorded answers", "crashed: index out of bounds"),
    "silent_without_solution": ("every case has the recorded answers", "'an X': part 2 is -, expected no solution"),
    "half_a_place": ("every case has the recorded answers", "has no column"),
    "ignores_params": ("every case has the recorded answers", "'what is written three times': part 2 is 3, expected 9"),
    "clamps_params": (WHERE_REFUSED, "'letters that are worth nothing': 1, 3, and not refused as a whole"),
    "places_faults_of_the_whole": (WHERE_REFUSED, "'a lone q': refused at 1:1: "),
    "takes_unknown_params": (
        "parameters that it does not take are unsupported",
        "2021 day 1: 2, 6, and not unsupported",
    ),
    "rounds_params": (NO_WHOLE_NUMBER, 'expected {"seq":77,"error":...}'),
    "hello_die": ("it starts and says hello", "exited with status 4"),
    "hello_version_2": ("it starts and says hello", "speaks protocol 2, not 1"),
    "hello_without_days": ("it starts and says hello", "has no days"),
    "dies_of_nonsense": (NO_WHOLE_NUMBER, "exited with status 1"),
    "ends_badly": ("it exits with status 0 when its stdin ends", "exit status 5"),
    "last_word": ("it exits with status 0 when its stdin ends", "it wrote b'goodbye\\n' more"),
    "never_ends": ("it exits with status 0 when its stdin ends", "it goes on running"),
}


@pytest.mark.parametrize("how", FAULTS)
def test_a_fake_fails_for_the_right_reason(tmp_path: Path, how: str) -> None:
    point, reason = FAULTS[how]
    said = try_fake(tmp_path, how)
    assert said.status == 1, said.out
    failed = [line for line in said.out.splitlines() if line.strip().startswith("FAIL")]
    assert point in failed[0]
    assert reason in failed[0]
    assert said.out.splitlines()[-1].endswith("points fail")


def test_one_fault_spoils_no_other_point(tmp_path: Path) -> None:
    said = try_fake(tmp_path, "dies_of_nonsense")
    failed = [line for line in said.out.splitlines() if "FAIL" in line]
    assert len(failed) == 5, "a parameter, no object, a wrong value, another protocol, a key twice"
    assert said.out.splitlines()[-2].split()[0] == "ok"


def test_a_program_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="").crosscheck("conform", "--", "no/such/program")
    assert (said.status, said.out) == (2, "")
    assert said.err == "crosscheck: no/such/program: no such program\n"


def test_a_program_that_is_no_solver_fails(tmp_path: Path) -> None:
    said = plant(tmp_path, Ada="").crosscheck("conform", "--", "cat")
    assert said.status == 1
    assert "it starts and says hello: malformed reply" in said.out
