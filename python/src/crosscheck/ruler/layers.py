"""A day in layers: what comes on top of the time inside the language.

Inside the language is what crosscheck.ruler.timing measures. On top of it come, each measured by itself:
`call`: for a language's solutions called from another one, the difference of the two medians: the call, the conversion of text and
answers, the giving and taking of locks, less the readings of the clock between the steps, which are timed once from outside;
`request`: one request to a warm program, timed in the harness: JSON there and back, the pipe, and two changes of process;
`cold`: a program that is started for the day: loading it, reading the input, printing, and its end.
"""

import time
from statistics import median

import msgspec

from crosscheck.errors import NotMeasuredError
from crosscheck.ruler import cold_start
from crosscheck.ruler.cold_start import Task
from crosscheck.solvers.outcome import Answered, describe
from crosscheck.solvers.solver import Solver

REQUESTS, STARTS = 30, 10
LEAST = 5  # where one of them is slow
SLOW_REQUEST, SLOW_START = 50_000_000, 500_000_000  # nanoseconds


class Layers(msgspec.Struct, frozen=True, omit_defaults=True):
    """Medians in nanoseconds; `requests` and `starts` are how many they are of."""

    request: int
    requests: int
    cold: int
    starts: int
    through: str  # the command that was started: solve, or serve where there is no other
    call: int | None = None


def measure(task: Task, call: int | None) -> Layers:
    """What a day costs around the solution; `call` is known already."""
    requests = _requests(task)
    launch = cold_start.solving(task)
    first = cold_start.nanoseconds(launch)  # may have to fetch the program from the disk
    starts = [cold_start.nanoseconds(launch) for _ in range(LEAST if first > SLOW_START else STARTS)]
    return Layers(
        request=int(median(requests)),
        requests=len(requests),
        cold=int(median(starts)),
        starts=len(starts),
        through="solve" if task.language.solve else "serve",
        call=call,
    )


def _requests(task: Task) -> list[int]:
    """Nanoseconds of each request to one program, after as many that warm it up."""
    with Solver(task.language, task.root, timeout=task.seconds) as solver:
        _ask(solver, task)
        count = LEAST if _ask(solver, task) > SLOW_REQUEST else REQUESTS
        for _ in range(count):
            _ask(solver, task)
        return [_ask(solver, task) for _ in range(count)]


def _ask(solver: Solver, task: Task) -> int:
    start = time.perf_counter_ns()
    outcome = solver.solve(task.year, task.day, task.text, task.params)
    end = time.perf_counter_ns()
    if solver.incidents or not isinstance(outcome, Answered) or outcome.answers != task.answers:
        said = ", then ".join(describe(one) for one in (*solver.incidents, outcome))
        raise NotMeasuredError(f"solved it and then did not do so again: {said}")
    return end - start
