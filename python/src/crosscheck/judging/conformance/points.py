"""The points of the checklist. Each returns what is wrong, or nothing."""

import json
from collections.abc import Callable, Iterator
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
            if faults := hold(subject.solve(day.year, day.day, change(case.input), case.params), case).faults(case):
                return f"{day.year} day {day.day}, {case.name!r}: {', '.join(faults)}"
    return None


def _rejects(subject: Subject, known: list[Known]) -> str | None:
    for day in known:
        for reject in day.rejects:
            if wrong := not_refused(subject.solve(day.year, day.day, reject.input, reject.params), reject):
                return f"{day.year} day {day.day}, {reject.name!r}: {wrong}"
    return None


def _foreign_text(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        for text in ("\u00e9", "\u0661", "\U0001f980", "\0", "\u2028", '"\\', "\r"):
            outcome = subject.solve(day.year, day.day, text + "\n", {})
            if not isinstance(outcome, Rejected):
                return f"{text!r}: {describe(outcome)}, and not refused"
    return None


def _big_text(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        outcome = subject.solve(day.year, day.day, "?" * BIG, {})
        if not isinstance(outcome, Rejected):
            return f"{BIG:,} question marks: {describe(outcome)}, and not refused"
    return None


def _big_seq(subject: Subject, known: list[Known]) -> str | None:
    for seq in (2**31, 2**32 + 1, 2**53 - 1):
        subject.skip_to(seq)
        subject.solve(1999, 1, "", {})
    subject.skip_to(1)
    return None


def _unknown_day(subject: Subject, known: list[Known]) -> str | None:
    for year, day in ((1999, 1), (2021, 26), (2021, 0)):
        outcome = subject.solve(year, day, "1\n", {})
        if not isinstance(outcome, Unsupported):
            return f"{year} day {day}: {describe(outcome)}, and not unsupported"
    return None


def _first_and_with_params(known: list[Known]) -> Iterator[tuple[Known, Case]]:
    """Of each day its first case, and all that set parameters."""
    for day in known:
        yield day, day.cases[0]
        yield from ((day, case) for case in day.cases[1:] if case.params)


def _params(subject: Subject, known: list[Known]) -> str | None:
    for day, case in _first_and_with_params(known):
        outcome = subject.solve(day.year, day.day, case.input, {**case.params, "no such": 1})
        if not isinstance(outcome, Unsupported):
            return f"{day.year} day {day.day}: {describe(outcome)}, and not unsupported"
    return None


def _no_whole_numbers(subject: Subject, known: list[Known]) -> str | None:
    for day in known:
        for case in day.cases:
            for name, right in case.params.items():
                for value in (right + 0.5, str(right), True, None, [right]):
                    request = protocol.solve_request(1, day.year, day.day, case.input, {**case.params, name: value})
                    if fault := _complains(subject, request):
                        return f"{day.year} day {day.day}: {fault}"
    return None


def _time(subject: Subject, known: list[Known]) -> str | None:
    for day, case in _first_and_with_params(known):
        made = case.input, case.params
        once, often = subject.solve(day.year, day.day, *made), subject.time(day.year, day.day, *made, RUNS)
        if not isinstance(often, Sampled):
            return f"{day.year} day {day.day}: {describe(often)}"
        if not isinstance(once, Answered) or once.answers != often.answers:
            return f"{day.year} day {day.day}: other answers than to solve"
    return None


def _time_rejects(subject: Subject, known: list[Known]) -> str | None:
    for day in known[:1]:
        for reject in day.rejects[:1]:
            outcome = subject.time(day.year, day.day, reject.input, reject.params, RUNS)
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
    outcome = subject.solve(1999, 1, "", {})
    return None if isinstance(outcome, Unsupported) else f"and then: {describe(outcome)}"


def _no_crash(subject: Subject, known: list[Known]) -> str | None:
    for day in known:
        for text in ("", "\n", "-", "0", ",", "99999999999999999999999999\n", "a b\nc"):
            outcome = subject.solve(day.year, day.day, text, {})
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


def _nothing(_: list[Known]) -> bool:
    return True


def _some_cases(known: list[Known]) -> bool:
    return bool(known)


def _some_params(known: list[Known]) -> bool:
    return any(case.params for day in known for case in day.cases)


Attempt = Callable[[Subject, list[Known]], str | None]
Needed = Callable[[list[Known]], bool]
POINTS: dict[str, tuple[Attempt, Needed]] = {
    "it starts and says hello": (lambda subject, known: None, _nothing),
    "its days are days of this repository": (_has_days, _nothing),
    "a second hello is answered like the first": (_hello_again, _nothing),
    "every case has the recorded answers": (_cases, _some_cases),
    "the same with CR LF": (_cases_crlf, _some_cases),
    "the same without a final line end, and with several": (_cases_ends, _some_cases),
    "every reject is refused, at its line or as a whole": (_rejects, _some_cases),
    "foreign characters are refused": (_foreign_text, _some_cases),
    "short nonsense crashes no day": (_no_crash, _some_cases),
    "a text of 4 MB is taken and refused": (_big_text, _some_cases),
    "seq comes back, however large": (_big_seq, _nothing),
    "a day that it does not have is unsupported": (_unknown_day, _nothing),
    "parameters that it does not take are unsupported": (_params, _some_cases),
    "a parameter that is no whole number is an error": (_no_whole_numbers, _some_params),
    "a time request gives a sample a run, and the same answers": (_time, _some_cases),
    "a time request refuses what a solve request refuses": (_time_rejects, _some_cases),
    "no runs at all are an error": (_no_runs, _nothing),
    "a line that is no request is an error, and the next one works": (_nonsense, _nothing),
    "so is an unknown command, and its seq comes back": (_unknown_command, _nothing),
    "it exits with status 0 when its stdin ends": (_ends, _nothing),
}
"""Each with what has to be known for it to be tried."""
