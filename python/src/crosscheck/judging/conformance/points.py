"""The points of the checklist. Each returns what is wrong, or nothing."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from crosscheck.judging.case_check import hold, not_refused
from crosscheck.judging.conformance.subject import Subject
from crosscheck.solvers import protocol
from crosscheck.solvers.outcome import Answered, Crashed, Rejected, Sampled, Unsupported, describe
from crosscheck.tree.cases import Case, Reject

BIG = 4_000_000  # characters: much more than a pipe holds
RUNS = 3
SEQ = 77
REQUEST: Mapping[str, object] = {
    "cmd": "time",
    "seq": SEQ,
    "year": 1999,
    "day": 1,
    "input": "1\n",
    "params": {},
    "runs": RUNS,
}
ABSENT = object()
NO_NUMBERS: tuple[object, ...] = (ABSENT, None, True, -1, 7.0, 7.5, 2**53, 10**30, "7", [7], {})
WRONG: Mapping[str, tuple[object, ...]] = {
    "cmd": (ABSENT, None, 7, True, ["time"], "", "dance", "Time"),
    "seq": NO_NUMBERS,
    "year": NO_NUMBERS,
    "day": NO_NUMBERS,
    "input": (ABSENT, None, 7, True, ["1"], {}),
    "params": (None, 7, True, "", [], [1], {"row": None}, {"row": 1.0}, {"row": True}, {"row": "1"}, {"row": 2**53}),
    "runs": (*NO_NUMBERS, 0, 1_000_001),
}
_SOLVE = b'{"cmd":"solve","seq":1,"year":1999,"day":1,"params":{},"input":"%s"%s}'
NO_OBJECTS = (
    *(b"", b" ", b"nonsense", b"[]", b"1", b"null", b'"solve"', b'{"cmd":', b"{'cmd':'solve'}"),
    b"\xff\xfe",
    b"\xef\xbb\xbf" + _SOLVE % (b"", b""),
    _SOLVE % (b"", b"") + b"}",
    _SOLVE % (b"\xff", b""),
    _SOLVE % (b"\xed\xa0\x80", b""),
    _SOLVE % (b"\\ud800", b""),
    _SOLVE % (b"\\udc00", b""),
    _SOLVE % (b"\\ud800\\u0041", b""),
    _SOLVE % (b"\\udc00\\ud800", b""),
    _SOLVE % (b"\t", b""),
    _SOLVE % (b"\\x41", b""),
    *(
        _SOLVE % (b"", b',"runs":' + number)
        for number in (b"NaN", b"Infinity", b"-Infinity", b"01", b"+1", b"1.", b".5")
    ),
    *(_SOLVE % (b"", b',"other":' + b"[" * levels + b"]" * levels) for levels in (1_000, 100_000)),
    _SOLVE % (b"", b',"other":' + b'{"a":' * 1_000 + b"1" + b"}" * 1_000),
)
"""Each is a line that is not JSON, or not an object, or nested too deep."""


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
                for value in (right + 0.5, float(right), str(right), True, None, [right], 2**53, -(2**53)):
                    request = protocol.solve_request(SEQ, day.year, day.day, case.input, {**case.params, name: value})
                    if fault := _complains(subject, request, SEQ):
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


def _no_object(subject: Subject, known: list[Known]) -> str | None:
    for line in NO_OBJECTS:
        if fault := _complains(subject, line + b"\n", None):
            return fault
    return _still_works(subject)


def _wrong_values(subject: Subject, known: list[Known]) -> str | None:
    for key, values in WRONG.items():
        for value in values:
            changed = {**REQUEST, key: value}
            if value is ABSENT:
                del changed[key]
            line = json.dumps(changed).encode() + b"\n"
            if fault := _complains(subject, line, None if key == "seq" else SEQ):
                return fault
    return _still_works(subject)


def _other_protocol(subject: Subject, known: list[Known]) -> str | None:
    for version in (b"2", b"1.0", b"true", b'"1"', b"null"):
        if fault := _complains(subject, b'{"cmd":"hello","protocol":%s}\n' % version, None):
            return fault
    return _complains(subject, b'{"cmd":"hello"}\n', None) or _still_works(subject)


def _other_keys(subject: Subject, known: list[Known]) -> str | None:
    for more in (b'"other":[1.5,true,null,{"\xc3\xa9":"\\ud83e\\udd80"}]', b'"other":' + b"[" * 50 + b"]" * 50):
        if wrong := _is_taken(subject, b'{"cmd":"solve","seq":%d,"year":1999,"day":1,"input":"",%s}\n' % (SEQ, more)):
            return wrong
    return None


def _twice(subject: Subject, known: list[Known]) -> str | None:
    for more in (b'"seq":1', b'"year":1999', b'"other":{"a":1,"a":1}', b'"other":[{"a":1,"\\u0061":2}]'):
        if wrong := _complains(subject, _SOLVE % (b"", b"," + more) + b"\n", None):
            return wrong
    return _is_taken(
        subject, _SOLVE.replace(b'"seq":1', b'"seq":%d' % SEQ) % (b':\\":\\\\', b',"other":{":":1}') + b"\n"
    )


def _is_taken(subject: Subject, request: bytes) -> str | None:
    """Send a request about a day that there is not, with the number `SEQ`: the reply has to say so."""
    outcome = protocol.read_reply(subject.line(request), SEQ)
    return None if isinstance(outcome, Unsupported) else f"to {request!r}: {describe(outcome)}"


def _complains(subject: Subject, request: bytes, seq: int | None) -> str | None:
    """Send what is no request, and expect an error with this number."""
    line = subject.line(request)
    try:
        reply = json.loads(line)
    except ValueError:
        reply = None
    if isinstance(reply, dict) and set(reply) == {"seq", "error"} and reply["seq"] == seq:
        return None
    asked = f"{request[:80]!r}{'...' * (len(request) > 80)}"
    return f'to {asked}: expected {{"seq":{json.dumps(seq)},"error":...}}, not {line[:80]!r}'


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
    "a line that is not a JSON object is an error without seq": (_no_object, _nothing),
    "a request that lacks a key, or has a wrong value, is an error": (_wrong_values, _nothing),
    "so is a hello in another protocol": (_other_protocol, _nothing),
    "keys that it does not know are ignored": (_other_keys, _nothing),
    "a key that comes twice is an error": (_twice, _nothing),
    "it exits with status 0 when its stdin ends": (_ends, _nothing),
}
"""Each with what has to be known for it to be tried."""
