"""A compiled module as a solver: `python -m crosscheck.solvers.inprocess MODULE` speaks the protocol for
it.

The module is called in this process, and a run is timed around the call, conversions and all. That
this process is not the harness's own is what lets a module hang, exhaust the stack or be killed
like any other program. MODULE has `solve(year, day, text, **params) -> (str | None, str | None)`, which raises a
TypeError for a parameter that the day does not have, `days() -> [(year, day)]`, `InputError` with `message` and, unless
the text as a whole is at fault, `line` and `column`, `__version__` and `profile`. Exit status 127 when it is not installed, as a shell would give for a program.
"""

import importlib
import json
import os
import sys
from collections.abc import Mapping
from time import perf_counter_ns
from types import ModuleType
from typing import Any

MAX_RUNS = 1_000_000


def serve(module: ModuleType) -> None:
    """Answer requests from stdin until it ends."""
    # stdout belongs to the protocol; what a compiled module prints does not go through sys.stdout.
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        replies.write(json.dumps(_reply(module, line)) + "\n")
        replies.flush()


def _reply(module: ModuleType, line: bytes) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"seq": None, "error": f"this line is not JSON: {error}"}
    match request:
        case {"cmd": "hello", "protocol": 1}:
            return _hello(module)
        case {"cmd": "solve" | "time", "seq": int(seq), "params": params} if not _are_numbers(params):
            return {"seq": seq, "error": "params: expected an object of whole numbers"}
        case {"cmd": "solve", "seq": int(seq), "input": str()}:
            return {"seq": seq, **_answer(module, request, None)}
        case {"cmd": "time", "seq": int(seq), "input": str(), "runs": int(runs)} if 1 <= runs <= MAX_RUNS:
            return {"seq": seq, **_answer(module, request, runs)}
        case _:
            what = "expected cmd hello, solve or time, with all its keys"
            return {"seq": request.get("seq") if isinstance(request, dict) else None, "error": what}


def _hello(module: ModuleType) -> dict[str, Any]:
    return {
        "protocol": 1,
        "language": module.__name__,
        "version": f"{module.__name__} {module.__version__}",
        "profile": module.profile,
        "commit": os.environ.get("AOC_COMMIT", "unknown"),
        "days": [list(day) for day in module.days()],
    }


def _answer(module: ModuleType, request: Mapping[str, Any], runs: int | None) -> dict[str, Any]:
    year, day, text = request.get("year"), request.get("day"), request["input"]
    params = request.get("params", {})
    if (year, day) not in module.days():
        return {"unsupported": f"{year} day {day}"}
    all_answers, samples = set(), []
    try:
        for _ in range(runs or 1):
            start = perf_counter_ns()
            answers = module.solve(year, day, text, **params)
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


def _are_numbers(params: object) -> bool:
    return isinstance(params, dict) and all(type(value) is int for value in params.values())


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
