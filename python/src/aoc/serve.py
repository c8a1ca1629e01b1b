"""The server for crosscheck, one JSON object a line each way. The protocol is written up in tests/PROTOCOL.md."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from aoc.registry import AnswerError, Registry, UnknownDayError, UnknownParameterError
from aoc.request import PROTOCOL, Hello, RequestError, Task, read
from aoc.text import InputError


def serve(known: Registry) -> None:
    replies, sys.stdout = sys.stdout, sys.stderr  # standard output belongs to the protocol
    for reply in answer_all(known, sys.stdin.buffer):
        sys.stdout.flush()  # what a day printed, without a line end
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def answer_all(known: Registry, requests: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in requests:
        try:
            request = read(line)
        except RequestError as error:
            yield {"seq": error.seq, "error": str(error)}
            continue
        yield hello(known) if isinstance(request, Hello) else {"seq": request.seq, **run(known, request)}


def hello(known: Registry) -> dict[str, Any]:
    return {
        "protocol": PROTOCOL,
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


def run(known: Registry, task: Task) -> dict[str, Any]:
    """Solve once, or many times; everything that can go wrong inside a day becomes a reply."""
    try:
        solution = known.load(task.year, task.day)
        runs = [solution.run(task.text, task.params)]
        while len(runs) < (task.runs or 1):
            runs.append(solution.run(task.text, task.params))
            if runs[-1].answers != runs[0].answers:
                return {"crashed": "answers changed between runs"}
    except UnknownDayError as error:
        return {"unsupported": str(error)}
    except UnknownParameterError as error:
        return {"unsupported": f"{task.year} day {task.day}: {error}"}
    except InputError as error:
        return {"rejected": rejection(error)}
    except AnswerError as error:
        return {"crashed": str(error)}
    except Exception as error:
        sys.excepthook(*sys.exc_info())  # as traceback.print_exc(), which takes longer to load than all of this
        return {"crashed": f"{type(error).__name__}: {error}"}
    samples = [list(column) for column in zip(*(run.nanoseconds for run in runs), strict=True)]
    ns: list[Any] = samples if task.runs else [column[0] for column in samples]
    return {"answers": runs[0].answers, "ns": dict(zip(("parse", "part1", "part2"), ns, strict=True))}


def rejection(error: InputError) -> dict[str, Any]:
    """The message, and the place unless the whole text is at fault."""
    place = {} if error.line is None else {"line": error.line, "column": error.column}
    return {**place, "message": error.message}
