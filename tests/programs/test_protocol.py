"""Whatever a program does, the harness says so rightly, and the next request succeeds.

The programs are tests/fakes/fake.py; what each misbehaviour is, is said there.
"""

import os
import re
import sys
import time
from pathlib import Path

import pytest

from crosscheck.solvers import protocol
from crosscheck.solvers.outcome import (
    Answered,
    Crashed,
    Exited,
    Malformed,
    Missing,
    Outcome,
    Rejected,
    Sampled,
    TimedOut,
    Timing,
    Unsupported,
    describe,
    stderr_of,
)
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree.languages import Language
from places import FAKES

FAKE = FAKES / "fake.py"
SOON = 1.0  # seconds: for what is expected to time out
AMPLE = 60.0  # seconds: for what is not, on a busy machine
GOOD = Answered(("2", "6"), Timing(60, (10, 20, 30)))


def fake(how: str, *arguments: object) -> Language:
    """The language table of a fake."""
    command = (sys.executable, "-S", str(FAKE), how, *map(str, arguments))
    return Language("fake", "Fake", command, "fake", "fake/{day}", "python")


def solver(how: str, *arguments: object, timeout: float = AMPLE, hello_timeout: float = AMPLE) -> Solver:
    """A solver that runs a fake."""
    language = fake(how, *arguments)
    return Solver(language, FAKE.parent, timeout=timeout, hello_timeout=hello_timeout)


def ask(one: Solver, text: str) -> Outcome:
    """Solve the toy day."""
    return one.solve(2021, 1, text)


MALFORMED = {
    "wrong_seq": "answers request 3, not 2",
    "no_seq": "answers request null, not 2",
    "garbage": 'not a JSON object: "42, I think"',
    "bytes_of_no_text": "not a JSON object",
    "half_a_character": "not a JSON object",
    "not_a_number": "not a JSON object",
    "key_twice": "not a JSON object",
    "chatty": "more than one line: 'solving ...' and then",
    "two_replies": "more than one line",
    "two_kinds": "has answers and crashed of answers, rejected, unsupported, crashed",
    "numbers_for_answers": "answers is [1, 2], not two strings",
    "no_times": "has no ns",
    "exit_after_half": "half a line, then exit status 0: '{\"seq\":'",
    "close_stdout": "it closed its stdout and went on running",
}


@pytest.mark.parametrize(("how", "why"), MALFORMED.items(), ids=MALFORMED)
def test_what_is_no_reply_is_malformed_and_the_next_request_succeeds(how: str, why: str) -> None:
    with solver(how) as one:
        outcome = ask(one, "misbehave")
        assert isinstance(outcome, Malformed)
        assert why in outcome.why
        assert len(one.incidents) == 1, "it was tried once more"
        assert ask(one, "abc\ndef\n") == GOOD


EXITED = {"die": 3, "exit_0": 0, "killed": -9, "die_after_half": -11}


@pytest.mark.parametrize(("how", "status"), EXITED.items(), ids=EXITED)
def test_a_program_that_ends_is_said_to_have_ended_and_how(how: str, status: int) -> None:
    with solver(how) as one:
        outcome = ask(one, "misbehave")
        assert isinstance(outcome, Exited)
        assert outcome.status == status
        assert len(one.incidents) == 1
        assert ask(one, "abc\ndef\n") == GOOD


TIMED_OUT = {"hang": "", "hang_after_half": "only half a line: '{\"seq\":'"}


@pytest.mark.parametrize(("how", "note"), TIMED_OUT.items(), ids=TIMED_OUT)
def test_a_program_that_hangs_is_killed(how: str, note: str) -> None:
    with solver(how) as one:
        assert ask(one, "abc\ndef\n") == GOOD
        one.timeout = SOON
        assert ask(one, "misbehave") == TimedOut(SOON, note)
        one.timeout = AMPLE
        assert ask(one, "abc\ndef\n") == GOOD


def test_a_long_request_to_a_program_that_does_not_read_times_out() -> None:
    with solver("hello_hang", hello_timeout=SOON) as one:
        assert isinstance(ask(one, "x" * 10_000_000), TimedOut)
    with solver("hang") as one:
        one.hello()
        one.timeout = SOON
        assert isinstance(ask(one, "misbehave" * 1_000_000), TimedOut)


def test_megabytes_in_both_directions_at_once_do_not_block(tmp_path: Path) -> None:
    with solver("deaf_then_wordy", tmp_path / "marker") as one:
        outcome = ask(one, "x" * 5_000_000)
        assert isinstance(outcome, Crashed)
        assert len(outcome.message) == 5_000_000
        assert one.incidents == []


def test_stderr_decides_nothing() -> None:
    with solver("loud") as one:
        assert isinstance(ask(one, "misbehave"), Answered)
        assert one.incidents == []


def test_the_end_of_stderr_is_quoted_in_a_failure() -> None:
    with solver("loud_then_die") as one:
        outcome = ask(one, "misbehave")
        assert isinstance(outcome, Exited)
        assert outcome.status == 1
        assert stderr_of(outcome).endswith("the last words")
        assert len(stderr_of(outcome)) < 5_000
        assert ask(one, "abc\ndef\n") == GOOD


def test_stderr_is_quoted_with_a_malformed_reply_too() -> None:
    with solver("garbage") as one:
        assert stderr_of(ask(one, "misbehave")) == "not sure"


def test_a_second_reply_that_comes_late_spoils_no_later_request() -> None:
    with solver("late_second_reply") as one:
        assert isinstance(ask(one, "misbehave"), Answered)
        time.sleep(0.4)
        assert ask(one, "abc\ndef\n") == GOOD
        assert [type(incident) for incident in one.incidents] == [Malformed]


def test_what_a_program_started_is_killed_with_it(tmp_path: Path) -> None:
    marker = tmp_path / "child"
    with solver("leave_a_child", marker) as one:
        one.hello()
        one.timeout = SOON
        outcome = ask(one, "misbehave")
        assert isinstance(outcome, Exited)
        assert outcome.status == 0
    deadline = time.monotonic() + AMPLE
    while _runs(int(marker.read_text(encoding="utf-8"))):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")  # a killed orphan may stay a zombie where nobody reaps it
    return not (stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


HELLO_FAILURES: dict[str, tuple[type[Outcome], str]] = {
    "hello_die": (Exited, "exited with status 4"),
    "hello_exit_0": (Exited, "exited with status 0"),
    "hello_version_2": (Malformed, "hello: speaks protocol 2, not 1"),
    "hello_without_days": (Malformed, "hello: has no days"),
    "hello_not_found": (Missing, "no such program: the real one"),
}


@pytest.mark.parametrize("how", HELLO_FAILURES)
def test_a_program_without_a_proper_hello_fails_every_request(how: str) -> None:
    kind, why = HELLO_FAILURES[how]
    with solver(how) as one:
        hello = one.hello()
        assert isinstance(hello, kind)
        assert why in describe(hello)
        assert isinstance(ask(one, "abc\n"), kind)
        assert isinstance(ask(one, "abc\n"), kind)


@pytest.mark.parametrize("how", ["hello_die", "hello_exit_0", "hello_version_2"])
def test_a_hello_that_fails_once_is_tried_again(how: str, tmp_path: Path) -> None:
    with solver(how, tmp_path / "marker") as one:
        assert ask(one, "abc\ndef\n") == GOOD
        assert len(one.incidents) == 1


def test_a_program_that_never_says_hello_times_out() -> None:
    with solver("hello_hang", hello_timeout=SOON) as one:
        assert one.hello() == TimedOut(SOON)


def test_a_slow_start_is_not_a_failure() -> None:
    with solver("hello_slow", timeout=AMPLE) as one:
        assert ask(one, "abc\ndef\n") == GOOD
        assert one.incidents == []


def test_a_program_that_is_not_there_is_missing_with_the_command_to_type() -> None:
    absent = Language("x", "X", ("no/such/program",), "x", "x", "x")
    with Solver(absent, FAKE.parent) as one:
        assert ask(one, "abc") == Missing("no/such/program", "make x")
        assert one.hello() == Missing("no/such/program", "make x")


def test_the_outcomes_that_are_no_failure_are_taken_at_once() -> None:
    with solver("crash") as one:
        hello = one.hello()
        assert isinstance(hello, Hello)
        assert hello.days == ((2021, 1),)
        assert ask(one, "a!\n") == Rejected(1, 2, "expected a letter")
        assert one.solve(2021, 9, "a\n") == Unsupported("2021 day 9")
        assert one.solve(2021, 1, "a\n", {"width": 3}) == Unsupported('2021 day 1: no parameter "width"')
        assert one.solve(2021, 1, "a\n", {"worth": 0}) == Rejected(None, None, "worth: expected a number from 1 to 9")
        assert ask(one, "qaqq\n") == Rejected(None, None, "the q's are not in pairs")
        assert ask(one, "misbehave") == Crashed("index out of bounds")
        assert one.incidents == []
        assert ask(one, "abc\ndef\n") == GOOD


def test_a_time_request_gives_every_run() -> None:
    with solver("") as one:
        run = Timing(60, (10, 20, 30))
        assert one.time(2021, 1, "abc\ndef\n", 3) == Sampled(("2", "6"), (run, run, run))
        assert one.time(2021, 1, "abcX\n", 3, {"worth": 3}) == Sampled(("1", "no solution"), (run, run, run))
        assert one.time(2021, 1, "abc\n", 1, {"worth": 3}) == Sampled(("1", "9"), (run,))
        assert one.time(2021, 1, "!", 3) == Rejected(1, 1, "expected a letter")


def test_a_fresh_process_on_request() -> None:
    with solver("") as one:
        assert ask(one, "abc\ndef\n") == GOOD
        one.close()
        assert ask(one, "abc\ndef\n") == GOOD
        assert one.incidents == []


def test_the_harness_leaves_no_process_behind(tmp_path: Path) -> None:
    before = set(_children())
    with solver("never_ends") as one:
        ask(one, "abc\n")
        assert set(_children()) - before
    assert set(_children()) == before


def _children() -> list[str]:
    tasks = Path(f"/proc/{os.getpid()}/task")
    if not tasks.exists():
        pytest.skip("no /proc here")
    return [child for task in tasks.iterdir() for child in (task / "children").read_text(encoding="utf-8").split()]


REPLIES = {
    '{"seq":1,"answers":["1"],"ns":{"parse":1,"part1":1,"part2":1}}': "not two strings",
    '{"seq":1,"answers":["1","2"],"ns":{"parse":1,"part1":1}}': "has no part2",
    '{"seq":1,"answers":["1","2"],"ns":{"parse":1,"part1":1,"part2":-1}}': "not whole nanoseconds",
    '{"seq":1,"answers":["1","2"],"ns":{"parse":1,"part1":1,"part2":0.5}}': "not whole",
    '{"seq":1,"answers":["1","2"],"ns":{"total":1,"parse":1}}': "has no part1",
    '{"seq":true,"crashed":"x"}': "answers request true, not 1",
    '{"seq":"1","crashed":"x"}': 'answers request "1", not 1',
    '{"seq":1,"crashed":null}': "crashed is null, not a string",
    '{"seq":1,"rejected":{"line":0,"column":1,"message":"x"}}': "not a message, with a line and a column from 1 or without both",
    '{"seq":1,"rejected":{"line":1,"message":"x"}}': "has no column",
    '{"seq":1,"rejected":{"column":1,"message":"x"}}': "has no line",
    '{"seq":1,"rejected":{"line":null,"column":null,"message":"x"}}': "not a message, with a line",
    '{"seq":1,"rejected":{}}': "has no message",
    '{"seq":1,"rejected":"line 1"}': "not an object",
    '{"seq":1,"crashed":"x","why":"y"}': 'has a key too many, "why"',
    '{"seq":1}': "has none of",
    '{"seq":null,"error":"what?"}': "did not understand the request",
    "[1]": "not a JSON object",
    "": "not a JSON object",
}


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_must_be_exactly_as_agreed(reply: str) -> None:
    with pytest.raises(protocol.ProtocolError, match=re.escape(REPLIES[reply])):
        protocol.read_reply(reply.encode(), 1)


def test_a_route_that_cannot_see_inside_a_day_gives_totals() -> None:
    reply = b'{"seq":1,"answers":["1",null],"ns":{"total":5}}'
    assert protocol.read_reply(reply, 1) == Answered(("1", None), Timing(5))
    reply = b'{"seq":1,"answers":["1",null],"ns":{"total":[5,6]}}'
    assert protocol.read_reply(reply, 1, runs=2) == Sampled(("1", None), (Timing(5), Timing(6)))


def test_a_time_reply_has_as_many_samples_as_runs() -> None:
    reply = b'{"seq":1,"answers":["1","2"],"ns":{"parse":[1,1],"part1":[1,1],"part2":[1]}}'
    with pytest.raises(protocol.ProtocolError, match="1 samples of part2, not 2"):
        protocol.read_reply(reply, 1, runs=2)


def test_a_request_is_one_line_of_ascii() -> None:
    line = protocol.solve_request(1, 2021, 7, "a\n\u2028\x00é\n", {})
    assert line.count(b"\n") == 1
    assert line.isascii()
