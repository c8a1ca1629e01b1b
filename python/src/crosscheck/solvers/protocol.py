"""The messages of tests/PROTOCOL.md: requests written as bytes, replies read from them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aoc import strict_json
from crosscheck.solvers.outcome import (
    LONGEST_ANSWER,
    STEPS,
    Answered,
    Answers,
    Crashed,
    Outcome,
    Rejected,
    Sampled,
    Timing,
    Unsupported,
)

VERSION = 1
_ENCODER = json.JSONEncoder(separators=(",", ":"))


class ProtocolError(Exception):
    """A reply that breaks the protocol; the text says how."""


@dataclass(frozen=True, slots=True)
class Hello:
    """What a program says of itself; `days` are (year, day) in order."""

    language: str
    version: str
    profile: str
    commit: str
    days: tuple[tuple[int, int], ...]


def hello_request() -> bytes:
    """The first line that every program is sent."""
    return _line({"cmd": "hello", "protocol": VERSION})


def solve_request(seq: int, year: int, day: int, text: str, params: Mapping[str, object]) -> bytes:
    """Solve one day once."""
    return _line(
        {
            "cmd": "solve",
            "seq": seq,
            "year": year,
            "day": day,
            "input": text,
            "params": dict(params),
        }
    )


def time_request(seq: int, year: int, day: int, text: str, params: Mapping[str, object], runs: int) -> bytes:
    """Solve one day `runs` times and report each run."""
    request = {"cmd": "time", "seq": seq, "year": year, "day": day, "input": text}
    return _line({**request, "params": dict(params), "runs": runs})


def read_hello(line: bytes) -> Hello:
    """The reply to `hello_request`; a ProtocolError when it is not one, or is of another version."""
    reply = _object(line)
    if reply.get("protocol") != VERSION:
        raise ProtocolError(f"speaks protocol {_show(reply.get('protocol'))}, not {VERSION}")
    _exact_keys(reply, {"protocol", "language", "version", "profile", "commit", "days"})
    for key in ("language", "version", "profile", "commit"):
        if not isinstance(reply[key], str):
            raise ProtocolError(f"{key} is {_show(reply[key])}, not a string")
    days = reply["days"]
    if not isinstance(days, list) or not all(
        isinstance(day, list) and len(day) == 2 and all(_is_count(number) for number in day) for day in days
    ):
        raise ProtocolError(f"days is {_show(days)}, not a list of [year, day]")
    pairs = tuple((year, day) for year, day in days)
    if len(set(pairs)) != len(pairs):
        raise ProtocolError("days has a day twice")
    return Hello(reply["language"], reply["version"], reply["profile"], reply["commit"], tuple(sorted(pairs)))


def read_reply(line: bytes, seq: int, runs: int | None = None) -> Outcome:
    """The reply to request `seq`: to a solve request when `runs` is None, else to a time request of
    that many runs.
    """
    reply = _object(line)
    if "error" in reply:
        raise ProtocolError(f"did not understand the request: {_show(reply['error'])}")
    if not _is_count(reply.get("seq")) or reply["seq"] != seq:
        raise ProtocolError(f"answers request {_show(reply.get('seq'))}, not {seq}")
    kinds = [kind for kind in ("answers", "rejected", "unsupported", "crashed") if kind in reply]
    if len(kinds) != 1:
        raise ProtocolError(f"has {' and '.join(kinds) or 'none'} of answers, rejected, unsupported, crashed")
    kind = kinds[0]
    _exact_keys(reply, {"seq", kind, "ns"} if kind == "answers" else {"seq", kind})
    value = reply[kind]
    if kind == "answers":
        answers = _answers(value)
        return (
            Answered(answers, _timing(reply["ns"])) if runs is None else Sampled(answers, _timings(reply["ns"], runs))
        )
    if kind == "rejected":
        return _rejected(value)
    if not isinstance(value, str):
        raise ProtocolError(f"{kind} is {_show(value)}, not a string")
    return Unsupported(value) if kind == "unsupported" else Crashed(value)


def _line(message: Mapping[str, object]) -> bytes:
    return _ENCODER.encode(message).encode("ascii") + b"\n"


def _object(line: bytes) -> dict[str, Any]:
    try:
        reply = strict_json.read(line)
    except ValueError:
        raise ProtocolError(f"not a JSON object: {_show(line.decode('utf-8', 'replace').rstrip())}") from None
    if not isinstance(reply, dict):
        raise ProtocolError(f"not a JSON object: {_show(reply)}")
    return reply


def _exact_keys(reply: Mapping[str, object], keys: set[str]) -> None:
    for key in sorted(keys - reply.keys()):
        raise ProtocolError(f"has no {key}")
    for key in sorted(reply.keys() - keys):
        raise ProtocolError(f"has a key too many, {_show(key)}")


def _answers(value: object) -> Answers:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(answer is None or isinstance(answer, str) for answer in value)
    ):
        raise ProtocolError(f"answers is {_show(value)}, not two strings (or null for a part that does not exist)")
    for answer in value:
        if answer is not None and len(answer) > LONGEST_ANSWER:
            raise ProtocolError(f"an answer has {len(answer):,} characters, more than {LONGEST_ANSWER:,}")
    return value[0], value[1]


def _rejected(value: object) -> Rejected:
    if not isinstance(value, dict):
        raise ProtocolError(f"rejected is {_show(value)}, not an object")
    has_place = bool(value.keys() & {"line", "column"})
    _exact_keys(value, {"line", "column", "message"} if has_place else {"message"})
    line, column, message = value.get("line"), value.get("column"), value["message"]
    if not isinstance(message, str) or (has_place and not (_is_place(line) and _is_place(column))):
        raise ProtocolError(
            f"rejected is {_show(value)}, not a message, with a line and a column from 1 or without both"
        )
    return Rejected(line, column, message)


def _timing(ns: object) -> Timing:
    """One run: `{"parse":..,"part1":..,"part2":..}`, or `{"total":..}` from a route that cannot see
    inside a day.
    """
    if not isinstance(ns, dict):
        raise ProtocolError(f"ns is {_show(ns)}, not an object")
    if not all(_is_count(value) for value in ns.values()):
        raise ProtocolError(f"ns is {_show(ns)}, not whole nanoseconds")
    if set(ns) == {"total"}:
        return Timing(ns["total"])
    _exact_keys(ns, set(STEPS))
    steps = (ns["parse"], ns["part1"], ns["part2"])
    return Timing(sum(steps), steps)


def _timings(ns: object, runs: int) -> tuple[Timing, ...]:
    if not isinstance(ns, dict) or not all(isinstance(samples, list) for samples in ns.values()):
        raise ProtocolError(f"ns is {_show(ns)}, not an object of arrays")
    for name, samples in ns.items():
        if len(samples) != runs:
            raise ProtocolError(f"ns has {len(samples)} samples of {name}, not {runs}")
    return tuple(_timing({name: samples[run] for name, samples in ns.items()}) for run in range(runs))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_place(value: object) -> bool:
    return _is_count(value) and value != 0


def _show(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."
