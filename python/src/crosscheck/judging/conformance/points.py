"""The points of the checklist. Each returns what is wrong, or nothing."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from crosscheck.judging.case_check import hold, not_refused
from crosscheck.judging.conformance.subject import Subject
from crosscheck.solvers import protocol
from crosscheck.solvers.outcome import Answered, Crashed, Rejected, Sampled, Unsupported, describe
from crosscheck.tree.cases import Case, Reject

BIG = 4_000_000  # characters: much more than a pipe holds
RUNS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A day that the program has and this repository has cases for."""

    year: int
    day: int
    cases: tuple[Case, ...]
    rejects: tuple[Reject, ...]


def _has_days(subject: Subject, known: list[Known]) -> str | None:
    if subject.hello is None or not subject.hello.days:
        return "it has no days"
    return None if known else "this repository has no cases for any of its days"


def _hello_again(subject: Subject, known: list[Known]) -> str | None:
    again = protocol.read_hello(subject.line(protocol.hello_request()))
    return None if again == subject.hello else "another hello got another answer"


def _cases(subject: Subject, known: list[Known]) -> str | None:
    return _first_wrong(subject, known, lambda text: text)


def _cases_crlf(subject: Subject, known: list[Known]) -> str | None:
    return _first_wrong(subject, known, lambda text: text.replace("\n", "\r\n"))


def _cases_ends(subject: Subject, known: list[Known]) -> str | None:
    without = _first_wrong(subject, known, lambda text: text.rstrip("\n"))
    return without or _first_wrong(subject, known, lambda text: text + "\n\n\n")


def _first_wrong(subject: Subject, known: list[Known], change: Callable[[str], str]) -> str | None:
    for day in known:
        for case in day.cases:
            if faults := hold(subject.solve(day.year, day.day, change(case.input)), case).faults(case):
                return f"{day.year} day {day.day}, {case.name!r}: {', '.join(faults)}"
    return None


def _rejects(subject: Subject, known: list[Known]) -> str | None:
    for day in known:
        for reject in day.rejects:
            if wrong := not_refused(subject.solve(day.year, day.day, reject.input), reject):
                return f"{day.year} day {day.day}, {reject.name!r}: {wrong}"
    return None


def _foreign_text(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        for text in ("\u00e9", "\u0661", "\U0001f980", "\0", "\u2028", '"\\', "\r"):
            outcome = subject.solve(day.year, day.day, text + "\n")
            if not isinstance(outcome, Rejected):
                return f"{text!r}: {describe(outcome)}, and not refused"
    return None


def _big_text(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        outcome = subject.solve(day.year, day.day, "?" * BIG)
        if not isinstance(outcome, Rejected):
            return f"{BIG:,} question marks: {describe(outcome)}, and not refused"
    return None


def _big_seq(subject: Subject, known: list[Known]) -> str | None:
    for seq in (2**31, 2**32 + 1, 2**53 - 1):
        subject.skip_to(seq)
        subject.solve(1999, 1, "")
    subject.skip_to(1)
    return None


def _unknown_day(subject: Subject, known: list[Known]) -> str | None:
    for year, day in ((1999, 1), (2021, 26), (2021, 0)):
        outcome = subject.solve(year, day, "1\n")
        if not isinstance(outcome, Unsupported):
            return f"{year} day {day}: {describe(outcome)}, and not unsupported"
    return None


def _params(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        outcome = subject.solve(day.year, day.day, day.cases[0].input, {"no such": 1})
        if not isinstance(outcome, Unsupported):
            return f"{describe(outcome)}, and not unsupported"
    return None


def _time(subject: Subject, known: list[Known]) -> str | None:
    for day in known:
        text = day.cases[0].input
        once, often = subject.solve(day.year, day.day, text), subject.time(day.year, day.day, text, RUNS)
        if not isinstance(often, Sampled):
            return f"{day.year} day {day.day}: {describe(often)}"
        if not isinstance(once, Answered) or once.answers != often.answers:
            return f"{day.year} day {day.day}: other answers than to solve"
    return None


def _time_rejects(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        for reject in day.rejects[:1]:
            outcome = subject.time(day.year, day.day, reject.input, RUNS)
            if not isinstance(outcome, Rejected):
                return f"{describe(outcome)}, and not refused"
    return None


def _no_runs(subject: Subject, known: list[Known]) -> str | None:
    request = protocol.time_request(1, 2021, 1, "1\n", {}, 0)
    return _complains(subject, request) or _still_works(subject)


def _nonsense(subject: Subject, known: list[Known]) -> str | None:
    for line in (b"\n", b"nonsense\n", b"[]\n", b'{"cmd":\n', b"\xff\xfe\n", b'{"cmd":"solve"}\n'):
        if fault := _complains(subject, line):
            return fault
    return _still_works(subject)


def _unknown_command(subject: Subject, known: list[Known]) -> str | None:
    return _complains(subject, b'{"cmd":"dance","seq":77}\n', 77) or _still_works(subject)


def _complains(subject: Subject, request: bytes, seq: int | None = None) -> str | None:
    """Send what is no request, and expect an error; of that number, when one is given."""
    line = subject.line(request)
    try:
        reply = json.loads(line)
    except ValueError:
        reply = None
    if isinstance(reply, dict) and set(reply) == {"seq", "error"} and seq in (None, reply["seq"]):
        return None
    expected = f'{{"seq":{"..." if seq is None else seq},"error":...}}'
    return f"to {request!r}: expected {expected}, not {line[:80]!r}"


def _still_works(subject: Subject) -> str | None:
    outcome = subject.solve(1999, 1, "")
    return None if isinstance(outcome, Unsupported) else f"and then: {describe(outcome)}"


def _no_crash(subject: Subject, known: list[Known]) -> str | None:
    for day in known:
        for text in ("", "\n", "-", "0", ",", "99999999999999999999999999\n", "a b\nc"):
            outcome = subject.solve(day.year, day.day, text)
            if isinstance(outcome, Crashed):
                return f"{day.year} day {day.day}, {text!r}: {describe(outcome)}"
    return None


def _ends(subject: Subject, known: list[Known]) -> str | None:
    status, rest = subject.finish()
    if status is None:
        return "it goes on running"
    if rest:
        return f"it wrote {rest[:60]!r} more"
    return None if status == 0 else f"exit status {status}"


POINTS: dict[str, tuple[Callable[[Subject, list[Known]], str | None], bool]] = {
    "it starts and says hello": (lambda subject, known: None, False),
    "its days are days of this repository": (_has_days, False),
    "a second hello is answered like the first": (_hello_again, False),
    "every case has the recorded answers": (_cases, True),
    "the same with CR LF": (_cases_crlf, True),
    "the same without a final line end, and with several": (_cases_ends, True),
    "every reject is refused, at its line": (_rejects, True),
    "foreign characters are refused": (_foreign_text, True),
    "short nonsense crashes no day": (_no_crash, True),
    "a text of 4 MB is taken and refused": (_big_text, True),
    "seq comes back, however large": (_big_seq, False),
    "a day that it does not have is unsupported": (_unknown_day, False),
    "parameters that it does not take are unsupported": (_params, True),
    "a time request gives a sample a run, and the same answers": (_time, True),
    "a time request refuses what a solve request refuses": (_time_rejects, True),
    "no runs at all are an error": (_no_runs, False),
    "a line that is no request is an error, and the next one works": (_nonsense, False),
    "so is an unknown command, and its seq comes back": (_unknown_command, False),
    "it exits with status 0 when its stdin ends": (_ends, False),
}
