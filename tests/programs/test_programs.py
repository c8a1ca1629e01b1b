"""The programs as people use them: command lines, exit statuses, and what is said of a bad input."""

import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from crosscheck.solvers import protocol
from crosscheck.solvers.outcome import Rejected
from places import ROOT
from routes import CASES, DONE, LANGUAGES

ANSWERED, USAGE, REFUSED = 0, 64, 65
SECONDS = 60.0

PROGRAMS = {
    key: (language.solve[0], Path(language.solve[0]).name) for key, language in LANGUAGES.items() if language.solve
}
each_program = pytest.mark.parametrize("key", PROGRAMS)


@dataclass(frozen=True)
class Said:
    """What a program did."""

    status: int
    out: str
    err: str


def call(key: str, *arguments: str, stdin: bytes | str = b"", cwd: Path = ROOT) -> Said:
    """Run a program as from a shell; one that is not built fails the test, with what to type."""
    program, _ = PROGRAMS[key]
    data = stdin.encode() if isinstance(stdin, str) else stdin
    try:
        done = subprocess.run(
            [ROOT / program, *arguments],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=cwd,
            check=False,
        )
    except FileNotFoundError:
        pytest.fail(f"{program} is not built: make {LANGUAGES[key].build}", pytrace=False)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def days_of(key: str) -> list[tuple[int, int]]:
    """The days that a program lists."""
    lines = call(key, "list").out.splitlines()
    return [(int(year), int(day)) for year, day in (line.split(" ") for line in lines)]


def a_case() -> tuple[int, int, str, Sequence[str]]:
    """A day with both answers stated: year, day, input, answers."""
    for year, day in DONE:
        for case in CASES[year, day].cases:
            one, two = case.answers
            if one is not None and two is not None and not case.params:
                return year, day, case.input, (one, two)
    pytest.fail("no case with two answers")


def one_clear_line(said: Said, status: int, key: str) -> str:
    """It ended with this status, without an answer and with one line, which starts with its name."""
    assert (said.status, said.out) == (status, ""), said
    assert len(said.err.splitlines()) == 1, said.err
    assert "raceback" not in said.err
    assert "panicked" not in said.err
    assert "CallStack" not in said.err
    return said.err.rstrip("\n")


@each_program
def test_answers_one_a_line(key: str, tmp_path: Path) -> None:
    year, day, text, answers = a_case()
    file = tmp_path / "input.txt"
    file.write_text(text, encoding="utf-8")
    expected = Said(ANSWERED, "".join(f"{answer}\n" for answer in answers), "")
    where = (str(year), str(day))
    assert call(key, "solve", *where, str(file)) == expected
    assert call(key, "solve", *where, stdin=text) == expected
    assert call(key, "solve", *where, "-", stdin=text) == expected
    assert call(key, "solve", *where, "input.txt", cwd=tmp_path) == expected


@each_program
@pytest.mark.parametrize("part", [1, 2])
def test_one_part(key: str, part: int) -> None:
    year, day, text, answers = a_case()
    expected = Said(ANSWERED, f"{answers[part - 1]}\n", "")
    where = (str(year), str(day))
    assert call(key, "solve", *where, "--part", str(part), stdin=text) == expected
    assert call(key, "solve", "--part", str(part), *where, "-", stdin=text) == expected


@each_program
def test_a_day_without_a_second_part(key: str) -> None:
    if (2021, 25) not in days_of(key):
        pytest.fail("2021 day 25 is not there yet")
    text = CASES[2021, 25].cases[0].input
    one_clear_line(call(key, "solve", "2021", "25", "--part", "2", stdin=text), USAGE, key)
    assert call(key, "solve", "2021", "25", stdin=text).out.count("\n") == 1


@each_program
def test_list_is_sorted(key: str) -> None:
    days = days_of(key)
    assert days == sorted(set(days)) != []


@each_program
def test_help_and_version(key: str) -> None:
    _, name = PROGRAMS[key]
    help_text = call(key, "--help")
    assert (help_text.status, help_text.err) == (0, "")
    assert all(word in help_text.out for word in ("solve", "list", "serve"))
    solve = call(key, "solve", "--help")
    assert (solve.status, solve.err) == (0, "")
    assert "--part" in solve.out
    version = call(key, "--version")
    assert (version.status, version.err) == (0, "")
    assert re.fullmatch(rf"{re.escape(name)} \d+\.\d+\.\d+(\.\d+)? \(.+\)\n", version.out)


@each_program
def test_no_arguments_give_help_on_stderr(key: str) -> None:
    said = call(key)
    assert (said.status, said.out) == (USAGE, "")
    assert "solve" in said.err


WRONG = {
    "no day": ["solve", "2021"],
    "no year": ["solve"],
    "a word for a day": ["solve", "2021", "seven"],
    "a word for a year": ["solve", "this", "7"],
    "a negative day": ["solve", "--", "2021", "-1"],
    "a day past Christmas": ["solve", "2021", "26"],
    "a day with a fraction": ["solve", "2021", "7.0"],
    "a day past all numbers": ["solve", "2021", "9" * 30],
    "a day that would wrap": ["solve", "2021", str(2**64 + 7)],
    "a year before all": ["solve", "1999", "7"],
    "part 3": ["solve", "2021", "7", "--part", "3"],
    "a word for a part": ["solve", "2021", "7", "--part", "two"],
    "an unknown option": ["solve", "2021", "7", "--fast"],
    "an unknown command": ["dance"],
    "two files": ["solve", "2021", "7", "a", "b"],
    "a missing file": ["solve", "2021", "7", "no-such-file"],
    "a folder": ["solve", "2021", "7", "."],
    "an empty name": ["solve", "2021", "7", ""],
}


@each_program
@pytest.mark.parametrize("what", WRONG)
def test_wrong_usage(key: str, what: str) -> None:
    said = call(key, *WRONG[what], stdin="1,2\n")
    assert (said.status, said.out) == (USAGE, ""), said
    assert said.err.strip()
    assert "raceback" not in said.err


@pytest.mark.parametrize("what", WRONG)
def test_wrong_usage_is_one_clear_line_in_python(what: str) -> None:
    line = one_clear_line(call("python", *WRONG[what], stdin="1,2\n"), USAGE, "python")
    assert line.startswith("aoc-py: ")


@each_program
@pytest.mark.parametrize("what", ["a day past Christmas", "a missing file", "a folder"])
def test_what_a_shell_user_gets_wrong_is_one_clear_line(key: str, what: str) -> None:
    line = one_clear_line(call(key, *WRONG[what]), USAGE, key)
    _, name = PROGRAMS[key]
    assert line.startswith(f"{name}: ")
    if "day" in what:
        assert "2021" in line
        assert "25" in line or "1" in line, "it says which days there are"
    else:
        assert WRONG[what][-1] in line


@each_program
@pytest.mark.parametrize("param", ["row=1", "row", "row=", "row=x", "row=1.5", "=1"])
def test_a_parameter_that_the_day_does_not_have_or_no_number_is_wrong_usage(key: str, param: str) -> None:
    line = one_clear_line(call(key, "solve", "2021", "7", "--param", param, stdin="1,2\n"), USAGE, key)
    assert param.partition("=")[0] in line


@each_program
def test_a_fault_of_the_whole_text_is_one_line_without_a_place(key: str, tmp_path: Path) -> None:
    wholes = [
        (year, day, reject.input)
        for year, day in DONE
        for reject in CASES[year, day].rejects
        if reject.line is None and not reject.params
    ]
    year, day, text = wholes[0]
    file = tmp_path / "input.txt"
    file.write_text(text, encoding="utf-8")
    line = one_clear_line(call(key, "solve", str(year), str(day), str(file)), REFUSED, key)
    assert re.fullmatch(rf"{PROGRAMS[key][1]}: {re.escape(str(file))}: [^:]+", line), line


def refusal(said: Said, key: str, source: str) -> tuple[int, int, str, str]:
    """Line, column, the line shown and the caret's line, of a refusal as all programs write it."""
    assert (said.status, said.out) == (REFUSED, ""), said
    first, shown, caret = said.err.removesuffix("\n").split("\n")
    _, name = PROGRAMS[key]
    match = re.fullmatch(rf"{re.escape(name)}: {re.escape(source)}:(\d+):(\d+): .+", first)
    assert match, first
    assert set(caret) <= {" ", "^"}
    assert caret.endswith("^")
    assert caret.count("^") == 1
    return int(match[1]), int(match[2]), shown, caret


@each_program
def test_a_refusal_shows_the_place(key: str, tmp_path: Path) -> None:
    text = "1,2,x,3\n"
    file = tmp_path / "crabs.txt"
    file.write_text(text, encoding="utf-8")
    expected = (1, 5, "1,2,x,3", "    ^")
    said = call(key, "solve", "2021", "7", str(file))
    assert refusal(said, key, str(file)) == expected
    said = call(key, "solve", "2021", "7", stdin=text)
    assert refusal(said, key, "standard input") == expected
    said = call(key, "solve", "2021", "7", "-", stdin=text.replace("\n", "\r\n"))
    assert refusal(said, key, "standard input") == expected


@each_program
@pytest.mark.parametrize(("before", "after"), [(0, 500), (250, 250), (500, 0), (40, 0)])
def test_a_long_line_is_clipped_around_the_place(key: str, before: int, after: int) -> None:
    text = "1," * before + "x" + ",1" * after + "\n"
    said = call(key, "solve", "2021", "7", stdin=text)
    line, column, shown, caret = refusal(said, key, "standard input")
    assert (line, column) == (1, 2 * before + 1)
    assert len(shown) <= 60
    assert len(caret) <= 60
    assert shown[len(caret) - 1] == "x"
    assert shown in text


@each_program
def test_what_does_not_print_is_shown_as_a_question_mark(key: str) -> None:
    said = call(key, "solve", "2021", "7", stdin=b"1,\x1b[31m\xff\n")
    line, column, shown, _ = refusal(said, key, "standard input")
    assert (line, column) == (1, 3)
    assert shown.startswith("1,?[31m?")


@each_program
@pytest.mark.parametrize("text", [b"", b"\n", b"\r\n\r\n"], ids=["nothing", "LF", "CR LF"])
def test_an_empty_input_is_refused_at_line_1(key: str, text: bytes) -> None:
    said = call(key, "solve", "2021", "7", stdin=text)
    assert refusal(said, key, "standard input")[:2] == (1, 1)


@each_program
def test_a_binary_file_is_refused_at_line_1(key: str) -> None:
    said = call(key, "solve", "2021", "7", stdin=bytes(range(256)) * 100)
    assert refusal(said, key, "standard input")[0] == 1


@each_program
def test_a_text_that_ends_too_soon_is_refused_after_its_last_line(key: str) -> None:
    """2021 day 4 without a board."""
    said = call(key, "solve", "2021", "4", stdin="7,4,9,5,11\n\n\n")
    line, _, shown, _ = refusal(said, key, "standard input")
    assert (line, shown) == (2, "")


@each_program
def test_a_huge_line_is_refused_soon(key: str) -> None:
    start = time.monotonic()
    said = call(key, "solve", "2021", "7", stdin=b"9" * 5_000_000)
    assert refusal(said, key, "standard input")[0] == 1
    assert time.monotonic() - start < SECONDS / 2


@each_program
def test_nobody_reads_the_answer(key: str) -> None:
    """A closed stdout is not a crash with a traceback, nor a success."""
    year, day, text, _ = a_case()
    program, _ = PROGRAMS[key]
    command = f'"$0" solve {year} {day} 2>&3 | true; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", f"exec 3>&2; {command}", str(ROOT / program)],
        input=text.encode(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert b"raceback" not in done.stderr
    assert b"panicked" not in done.stderr
    assert int(done.stdout) != 1


@each_program
def test_serve_ends_well_when_its_stdin_ends(key: str) -> None:
    assert call(key, "serve") == Said(0, "", "")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell what a process took")
@pytest.mark.parametrize("key", LANGUAGES)
def test_a_request_of_50_mb_makes_a_program_need_no_more_than_300(key: str) -> None:
    request = protocol.solve_request(1, 2021, 7, "?" * 50_000_000, {})
    program, *rest = LANGUAGES[key].serve
    command = [str(ROOT / program), *rest]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(request)
        process.stdin.flush()
        assert isinstance(protocol.read_reply(process.stdout.readline(), 1), Rejected)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        peak = re.search(r"VmHWM:\s+([0-9]+) kB", status)
        assert peak is not None
        assert int(peak[1]) < 300_000
        process.stdin.close()
        assert process.wait(SECONDS) == 0
