"""The worst inputs of a day in every language: what each takes, in a process that is started for it, against limits.

The time is that of parse and both parts, as the program says it. Where the machine is busy a program waits in it, so no
more is counted than the processor's time that the whole process had. The memory is that of the process at its most.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crosscheck.judging.verdict import partition
from crosscheck.puzzles import Puzzle, as_input
from crosscheck.ruler import cold_start
from crosscheck.ruler.cold_start import Ran, Task
from crosscheck.solvers.outcome import Answered, Exited, Outcome, TimedOut, describe
from crosscheck.tree.languages import Language

END = 4  # times as much memory as is allowed, and no more is to be had


@dataclass(frozen=True, slots=True)
class Limits:
    """What a language may take for an input."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Load:
    """What a language took for the input of that name: nanoseconds and bytes."""

    name: str
    language: Language
    outcome: Outcome
    ns: int
    peak: int

    def beyond(self, limits: Limits) -> list[str]:
        """What is wrong with it."""
        wrong = []
        if not isinstance(self.outcome, Answered):
            wrong.append(describe(self.outcome))
        if self.ns > 1e9 * limits.seconds:
            wrong.append(f"{self.ns / 1e9:.3g} s, of {limits.seconds:g} s")
        if self.peak > 1e6 * limits.megabytes:
            wrong.append(f"{self.peak / 1e6:.3g} MB, of {limits.megabytes:g} MB")
        return wrong


@dataclass
class Stressed:
    """What came of a day's worst inputs. Those `absent` could not be asked; those `without` the day have others."""

    puzzle: Puzzle
    asked: list[Language]
    absent: list[Language]
    without: list[Language]
    limits: Limits
    loads: list[Load] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(load.name for load in self.loads))

    @property
    def well(self) -> bool:
        return bool(self.asked) and not (self.faults or self.absent)

    @property
    def faults(self) -> list[str]:
        """A line for each limit passed, each failure, and each input on which not all answer alike."""
        lines = [
            f"{load.language.title}: {wrong}: {load.name}" for load in self.loads for wrong in load.beyond(self.limits)
        ]
        for name in self.names:
            said = [(load.language, load.outcome) for load in self.loads if load.name == name]
            groups = partition([(who, what) for who, what in said if isinstance(what, Answered)])
            if len(groups) > 1:
                claims = "; ".join(f"{', '.join(who)}: {claim}" for claim, who in groups.items())
                lines.append(f"DISAGREEMENT: {claims}: {name}")
        return lines

    def worst(self, language: Language, measure: Callable[[Load], int]) -> Load:
        """The input that takes the language most."""
        return max((load for load in self.loads if load.language == language), key=measure)

    def as_json(self) -> dict[str, Any]:
        return {
            "year": self.puzzle.year,
            "day": self.puzzle.day,
            "inputs": self.names,
            "worst": {
                language.key: {
                    "seconds": (slowest := self.worst(language, time_of)).ns / 1e9,
                    "slowest": slowest.name,
                    "megabytes": (largest := self.worst(language, memory_of)).peak / 1e6,
                    "largest": largest.name,
                }
                for language in self.asked
            },
            "absent": [language.key for language in self.absent],
            "without": [language.key for language in self.without],
            "faults": self.faults,
        }


def time_of(load: Load) -> int:
    return load.ns


def memory_of(load: Load) -> int:
    return load.peak


def each_load(root: Path, day: Stressed, seconds: float, step: Callable[[str], None]) -> Iterator[Load]:
    """Every worst input of the day in every language, one after the other; a program that takes more than so many seconds is ended."""
    puzzle, most = day.puzzle, int(1e6 * END * day.limits.megabytes)
    for name, made in puzzle.worst():
        for language in day.asked:
            step(f"{puzzle.year} day {puzzle.day}: {language.title}: {name}")
            made = as_input(made)
            yield _load(Task(language, root, puzzle.year, puzzle.day, *made, (None, None), seconds, most), name)


def _load(task: Task, name: str) -> Load:
    ran = cold_start.run(cold_start.serving(task))
    outcome = _outcome(ran, task.seconds)
    took = min(outcome.ns.total, ran.cpu) if isinstance(outcome, Answered) else ran.cpu
    return Load(name, task.language, outcome, took, ran.peak)


def _outcome(ran: Ran, seconds: float) -> Outcome:
    if ran.status == 0:
        return cold_start.reply_in(ran.said)
    return TimedOut(seconds) if ran.status == cold_start.KILLED else Exited(ran.status)
