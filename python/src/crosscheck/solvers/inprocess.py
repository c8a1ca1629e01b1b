"""A compiled module as a solver: `python -m crosscheck.solvers.inprocess MODULE` speaks the protocol for
it.

The module is called in this process, and a run is timed around the call, conversions and all. That
this process is not the harness's own is what lets a module hang, exhaust the stack or be killed
like any other program. MODULE has `solve(year, day, text, **params) -> (str | None, str | None)`, which raises a
TypeError for a parameter that the day does not have, `days() -> [(year, day)]`, `InputError` with `message` and, unless
the text as a whole is at fault, `line` and `column`, `__version__` and `profile`. Exit status 127 when it is not installed, as a shell would give for a program.
"""

import functools
import importlib
import json
import os
import sys
from time import perf_counter_ns
from types import ModuleType
from typing import Any

from aoc.request import PROTOCOL, Hello, RequestError, Task, read


def serve(module: ModuleType) -> None:
    """Answer requests from stdin until it ends."""
    # stdout belongs to the protocol; what a compiled module prints does not go through sys.stdout.
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        replies.write(json.dumps(reply(module, line)) + "\n")
        replies.flush()


def reply(module: ModuleType, line: bytes) -> dict[str, Any]:
    """The reply to one line."""
    try:
        request = read(line)
    except RequestError as error:
        return {"seq": error.seq, "error": str(error)}
    return _hello(module) if isinstance(request, Hello) else {"seq": request.seq, **_answer(module, request)}


def _hello(module: ModuleType) -> dict[str, Any]:
    return {
        "protocol": PROTOCOL,
        "language": module.__name__,
        "version": f"{module.__name__} {module.__version__}",
        "profile": module.profile,
        "commit": os.environ.get("AOC_COMMIT", "unknown"),
        "days": sorted(_days(module)),
    }


@functools.cache
def _days(module: ModuleType) -> frozenset[tuple[int, int]]:
    return frozenset(module.days())


def _answer(module: ModuleType, task: Task) -> dict[str, Any]:
    year, day, params, runs = task.year, task.day, task.params, task.runs
    if (year, day) not in _days(module):
        return {"unsupported": f"{year} day {day}"}
    all_answers, samples = set(), []
    try:
        for _ in range(runs or 1):
            start = perf_counter_ns()
            answers = module.solve(year, day, task.text, **params)
            samples.append(perf_counter_ns() - start)
            all_answers.add(answers)
    except module.InputError as error:
        where = {} if error.line is None else {"line": error.line, "column": error.column}
        return {"rejected": {**where, "message": error.message}}
    except TypeError as error:
        # Of a call without parameters it is the solution's own.
        return {"unsupported": f"{year} day {day}: {error}"} if params else {"crashed": f"TypeError: {error}"}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic comes as a BaseException of its own
        return {"crashed": f"{type(error).__name__}: {error}"}
    if len(all_answers) > 1:
        return {"crashed": "answers changed between runs"}
    return {"answers": list(answers), "ns": {"total": samples if runs else samples[0]}}


def main() -> None:
    """Serve the module that the command line names."""
    name = sys.argv[1]
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(127)
    serve(module)


if __name__ == "__main__":
    main()
