"""The server for crosscheck, one JSON object a line each way. The protocol is written up in tests/PROTOCOL.md."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from aoc.registry import AnswerError, Registry, UnknownDayError, UnknownParameterError
from aoc.text import InputError


class RequestError(Exception):
    """A line that is JSON, but no request of the protocol."""


def serve(known: Registry) -> None:
    replies, sys.stdout = sys.stdout, sys.stderr  # standard output belongs to the protocol
    for reply in answer_all(known, sys.stdin.buffer):
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def answer_all(known: Registry, requests: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in requests:
        request: Any = None
        try:
            request = json.loads(line)
            yield answer(known, request)
        except RequestError as error:
            yield {"seq": request.get("seq") if isinstance(request, dict) else None, "error": str(error)}
        except (ValueError, RecursionError) as error:
            yield {"seq": None, "error": f"this line is not JSON: {error}"}


def answer(known: Registry, request: Any) -> dict[str, Any]:
    match request:
        case {"cmd": "hello", "protocol": 1}:
            return hello(known)
        case {"cmd": "solve", "seq": seq, "year": int(year), "day": int(day), "input": str(text)}:
            return {"seq": seq, **run(known, year, day, text, params_of(request))}
        case {"cmd": "time", "seq": seq, "year": int(year), "day": int(day), "input": str(text), "runs": int(runs)}:
            if not 1 <= runs <= 1_000_000:
                raise RequestError("runs must be from 1 to 1000000")
            return {"seq": seq, **run(known, year, day, text, params_of(request), runs)}
        case {"cmd": "hello"}:
            raise RequestError("this program speaks protocol 1")
        case {"cmd": "solve" | "time" as command}:
            raise RequestError(f"a {command} request needs seq, year, day, input" + ", runs" * (command == "time"))
        case _:
            raise RequestError("cmd must be hello, solve or time")


def params_of(request: dict[str, Any]) -> dict[str, int]:
    """The parameters of a request, which are whole numbers."""
    params = request.get("params") or {}
    if not isinstance(params, dict):
        raise RequestError("params must be an object")
    for name, value in params.items():
        if type(value) is not int:
            raise RequestError(f"the parameter {name} must be a whole number")
    return params


def hello(known: Registry) -> dict[str, Any]:
    return {
        "protocol": 1,
        "language": "python",
        "version": language_version(),
        "profile": profile(),
        "commit": os.environ.get("AOC_COMMIT", "unknown"),
        "days": known.days(),
    }


def language_version() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}"


def profile() -> str:
    """`debug` where the interpreter is slowed down: built with assertions, in development mode, or watched by a
    debugger, a profiler or a coverage tool; else `release`.
    """
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on, with room for six tools
    watched = sys.gettrace() or sys.getprofile() or (monitoring and any(map(monitoring.get_tool, range(6))))
    return "debug" if watched or sys.flags.dev_mode or hasattr(sys, "gettotalrefcount") else "release"


def run(
    known: Registry, year: int, day: int, text: str, params: dict[str, int], times: int | None = None
) -> dict[str, Any]:
    """Solve once, or many times; everything that can go wrong inside a day becomes a reply."""
    try:
        solution = known.load(year, day)
        runs = [solution.run(text, params)]
        while len(runs) < (times or 1):
            runs.append(solution.run(text, params))
            if runs[-1].answers != runs[0].answers:
                return {"crashed": "answers changed between runs"}
    except UnknownDayError as error:
        return {"unsupported": str(error)}
    except UnknownParameterError as error:
        return {"unsupported": f"{year} day {day}: {error}"}
    except InputError as error:
        return {"rejected": rejection(error)}
    except AnswerError as error:
        return {"crashed": str(error)}
    except Exception as error:
        sys.excepthook(*sys.exc_info())  # as traceback.print_exc(), which takes longer to load than all of this
        return {"crashed": f"{type(error).__name__}: {error}"}
    samples = [list(column) for column in zip(*(run.nanoseconds for run in runs), strict=True)]
    ns: list[Any] = samples if times else [column[0] for column in samples]
    return {"answers": runs[0].answers, "ns": dict(zip(("parse", "part1", "part2"), ns, strict=True))}


def rejection(error: InputError) -> dict[str, Any]:
    """The message, and the place unless the whole text is at fault."""
    place = {} if error.line is None else {"line": error.line, "column": error.column}
    return {**place, "message": error.message}
