"""What can come of asking a solver to solve a day: one sum type, `Outcome`.

A solver itself can say four things: Answered (Sampled, when it was asked to time), Rejected,
Unsupported, Crashed. Only the harness can say the others, its Failures: Exited, TimedOut,
Malformed, Missing. What a program writes to stderr decides nothing; where it fails, the end of that is kept to be quoted.
"""

import signal
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TypeAlias

Answers: TypeAlias = tuple[str | None, str | None]
"""The answers of part 1 and part 2, compared byte for byte; None for a part that does not exist or is
not written yet."""

LONGEST_ANSWER = 2000  # characters: 2021 day 13 can have so many letters
LONGEST_MESSAGE = 1000  # characters that are shown
NO_SOLUTION = "no solution"
"""The answer where a valid input has none."""

STEPS = ("parse", "part1", "part2")
"""What is timed apart, by the names of the protocol."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Nanoseconds of one run; `steps` are parse, part 1, part 2, where the route can tell them."""

    total: int
    steps: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The day was solved."""

    answers: Answers
    ns: Timing


@dataclass(frozen=True, slots=True)
class Sampled:
    """The day was solved many times in one process, with the same answers; `runs` in order."""

    answers: Answers
    runs: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """The input is not of the puzzle's domain; line and column count from 1.

    Both are None where no line is at fault, but the text as a whole or a parameter.
    """

    line: int | None
    column: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Unsupported:
    """The program does not have this day (or does not take these parameters)."""

    what: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """The solution raised or panicked; the program caught it and goes on."""

    message: str
    stderr: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Exited:
    """The program ended before it replied; a `status` of -9 is killed by signal 9. One that speaks no protocol may have
    `replied` all the same.
    """

    status: int
    stderr: str = ""
    replied: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """No whole reply within `seconds`; the program was killed. `note` says how far it came."""

    seconds: float
    note: str = ""
    stderr: str = ""


@dataclass(frozen=True, slots=True)
class Malformed:
    """The program wrote something that is not the reply the protocol asks for."""

    why: str
    stderr: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such program; `command` is what to type to get it."""

    program: str
    command: str


Failure: TypeAlias = Exited | TimedOut | Malformed | Missing
Outcome: TypeAlias = Answered | Sampled | Rejected | Unsupported | Crashed | Failure


def answers_of(outcome: Outcome) -> Answers | None:
    """What it answered, if it answered."""
    return outcome.answers if isinstance(outcome, Answered | Sampled) else None


def claim(outcome: Outcome) -> str:
    """What the outcome says of the input, in one line; solvers agree when their claims are equal.

    >>> claim(Answered(("37", None), Timing(5)))
    '37, -'
    >>> claim(Rejected(3, 1, "expected a number"))
    'refused at line 3'
    >>> claim(Rejected(None, None, "the graph is not connected"))
    'refused as a whole'
    """
    match outcome:
        case Answered(answers) | Sampled(answers):
            return ", ".join("-" if answer is None else answer for answer in answers)
        case Rejected(line):
            return "refused as a whole" if line is None else f"refused at line {line}"
        case _:
            return describe(outcome)


def describe(outcome: Outcome) -> str:
    """The outcome in one line for people, without what was written to stderr.

    >>> describe(Exited(-11))
    'killed by signal 11 (SIGSEGV)'
    >>> describe(Exited(3, replied=True))
    'printed an answer and then exited with status 3'
    >>> describe(TimedOut(0.5))
    'no reply within 0.5 s'
    """
    match outcome:
        case Answered() | Sampled():
            return claim(outcome)
        case Rejected(None, _, message):
            return f"refused as a whole: {_clipped(message)}"
        case Rejected(line, column, message):
            return f"refused at {line}:{column}: {_clipped(message)}"
        case Unsupported(what):
            return f"does not have {_clipped(what)}"
        case Crashed(message):
            return f"crashed: {_clipped(message)}"
        case Exited(status, _, replied, note):
            return _exit(status, replied) + (f" ({note})" if note else "")
        case TimedOut(seconds, note):
            return f"no reply within {seconds:g} s" + (f" ({note})" if note else "")
        case Malformed(why):
            return f"malformed reply: {why}"
        case Missing(program, command):
            return f"not built ({program}); type: {command}"


def as_json(outcome: Outcome) -> dict[str, object]:
    """The outcome as plain values, under `outcome` its name.

    >>> as_json(Unsupported("2021 day 9"))
    {'outcome': 'unsupported', 'what': '2021 day 9'}
    """
    name = {"outcome": type(outcome).__name__.lower()}
    match outcome:
        case Answered(answers, ns):
            return {**name, "answers": list(answers), "ns": timing_as_json(ns)}
        case Sampled(answers, runs):
            return {**name, "answers": list(answers), "ns": [timing_as_json(run) for run in runs]}
        case _:
            return {**name, **asdict(outcome)}


def timing_as_json(ns: Timing) -> dict[str, int]:
    """Nanoseconds by step, and in total."""
    steps = dict(zip(STEPS, ns.steps or (), strict=False))
    return {**steps, "total": ns.total}


def middle(runs: Sequence[Timing]) -> Timing:
    """The run of median total (the lower one of two), whole, so that its steps add up."""
    return sorted(runs, key=lambda run: run.total)[(len(runs) - 1) // 2]


def stderr_of(outcome: Outcome) -> str:
    """The end of what the program wrote to stderr before it failed, or nothing."""
    match outcome:
        case Crashed() | Exited() | TimedOut() | Malformed():
            return outcome.stderr
        case _:
            return ""


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]}..."


def _exit(status: int, replied: bool) -> str:
    if status >= 0:
        how = f"exited with status {status}"
        return f"printed an answer and then {how}" if replied else f"{how} before replying"
    try:
        how = f"killed by signal {-status} ({signal.Signals(-status).name})"
    except ValueError:
        how = f"killed by signal {-status}"
    return f"printed an answer and was then {how}" if replied else how
