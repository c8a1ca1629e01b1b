"""Reading a request of the protocol of tests/PROTOCOL.md: all of it, or what is wrong with it.

Where a whole number is expected, Python would take 2021.0 for 2021 and True for 1.
"""

from typing import Any, NamedTuple, TypeGuard

from aoc import strict_json

PROTOCOL = 1
GREATEST = 2**53 - 1
MOST_RUNS = 1_000_000
DEEPEST = 100  # levels of nesting


class RequestError(Exception):
    """A line that is no request; `seq` where it has one that can be read."""

    def __init__(self, why: str, seq: int | None = None) -> None:
        super().__init__(why)
        self.seq = seq


class Hello(NamedTuple):
    """Who is there?"""


class Task(NamedTuple):
    """A text to solve, once or so many `runs`."""

    seq: int
    year: int
    day: int
    text: str
    params: dict[str, int]
    runs: int | None = None


def read(line: bytes) -> Hello | Task:
    """The request, or a RequestError."""
    request = _object(line)
    seq = request.get("seq")
    try:
        return _request(request)
    except RequestError as error:
        raise RequestError(str(error), seq if _is_whole(seq) else None) from None


def _object(line: bytes) -> dict[str, Any]:
    try:
        request = strict_json.read(line)
    except ValueError as error:
        raise RequestError(f"this line is not JSON: {error}") from None
    if not isinstance(request, dict):
        raise RequestError("this line is not an object")
    if _is_deeper(request, DEEPEST):
        raise RequestError(f"this line is nested deeper than {DEEPEST} levels")
    return request


def _is_deeper(value: object, levels: int) -> bool:
    """Whether there are more levels than that."""
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return not levels or any(_is_deeper(one, levels - 1) for one in inner)


def _request(request: dict[str, Any]) -> Hello | Task:
    match request.get("cmd"):
        case "hello":
            if not _is_whole(protocol := request.get("protocol")) or protocol != PROTOCOL:
                raise RequestError(f"this program speaks protocol {PROTOCOL}")
            return Hello()
        case "solve":
            return _task(request)
        case "time":
            return _task(request, _whole(request, "runs", 1, MOST_RUNS))
        case _:
            raise RequestError("cmd: expected hello, solve or time")


def _task(request: dict[str, Any], runs: int | None = None) -> Task:
    seq, year, day = (_whole(request, key) for key in ("seq", "year", "day"))
    text, params = request.get("input"), request.get("params", {})
    if not isinstance(text, str):
        raise RequestError("input: expected a string")
    if not isinstance(params, dict):
        raise RequestError("params: expected an object")
    for name, value in params.items():
        if not _is_whole(value, -GREATEST):
            raise RequestError(f"params: {name}: expected a whole number")
    return Task(seq, year, day, text, params, runs)


def _whole(request: dict[str, Any], key: str, least: int = 0, most: int = GREATEST) -> int:
    value = request.get(key)
    if not _is_whole(value, least, most):
        raise RequestError(f"{key}: expected a whole number from {least} to {most}")
    return value


def _is_whole(value: object, least: int = 0, most: int = GREATEST) -> TypeGuard[int]:
    return type(value) is int and least <= value <= most
