"""The result of a timing session: what is kept of it, and its one JSON schema.

`crosscheck time --json` prints it whole. Stored, as results/2021/times.json, it is without raw samples:
the medians of the blocks are enough to work every interval out again.
"""

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from crosscheck.ruler import estimate
from crosscheck.ruler.build_time import BuildTime
from crosscheck.ruler.code_size import CodeSize
from crosscheck.ruler.estimate import Ratio
from crosscheck.ruler.layers import Layers
from crosscheck.ruler.memory import Memory
from crosscheck.ruler.timing import Block, Entrant, Plan, TimedDay
from crosscheck.solvers.outcome import STEPS, describe, middle
from crosscheck.tree import saved
from crosscheck.tree.inputs import PuzzleInput

SCHEMA = 2
HEADING = "Times of these solutions; not of languages."

Samples = dict[str, list[int]]
"""Nanoseconds of each run of a block, in order, by step; by `total` where a route cannot tell the steps."""


class Raw(msgspec.Struct, frozen=True):
    """All that one process measured."""

    first: int
    warm_up: Samples
    blocks: list[Samples]


class Measured(msgspec.Struct, frozen=True, omit_defaults=True):
    """One language on one day, in nanoseconds: of the whole of parse, part 1 and part 2 where nothing else is said."""

    title: str
    version: str
    profile: str
    median: int
    low: float  # ends of the median's 95 % interval
    high: float
    least: int
    mad: int  # median absolute deviation from the median
    n: int  # runs that count
    first: int  # the median of the processes' first calls
    steady: bool
    ratio: Ratio  # to the fastest language of the day
    processes: list[list[float]]  # median of each block, by process
    steps: dict[str, int] | None = None  # medians of parse, part1, part2
    same_as: str | None = None
    raw: list[Raw] | None = None


class Input(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the text came from, its bytes, the seed of a generated one, and the parameters that were set."""

    source: str
    bytes: int
    seed: int | None
    params: dict[str, int] = {}


class Figures(msgspec.Struct, frozen=True, omit_defaults=True):
    """What else was measured of one language on one day; `refused` says by figure why it was not."""

    title: str
    layers: Layers | None = None
    memory: Memory | None = None
    code: CodeSize | None = None
    refused: dict[str, str] = {}


class DayResult(msgspec.Struct, frozen=True):
    """One day: its languages by key, pairs of twins by key, or why it was `refused`. Figures also by key; and the titles, by key,
    of the languages `without` the day.
    """

    year: int
    day: int
    title: str
    input: Input
    answers: list[str | None] = []
    languages: dict[str, Measured] = {}
    twins: dict[str, Ratio] = {}
    absent: dict[str, str] = {}
    without: dict[str, str] = {}
    refused: str | None = None
    figures: dict[str, Figures] = {}

    @property
    def unsteady(self) -> list[str]:
        """The titles of the languages whose times are no result."""
        return [one.title for one in self.languages.values() if not one.steady]


class Method(msgspec.Struct, frozen=True):
    """How it was measured: processes per language, or more where a day did not hold still; nanoseconds a block, seed of the bootstrap."""

    processes: int
    block: int
    bootstrap_seed: int


class Result(msgspec.Struct, frozen=True):
    """A session. `noise` is what chance alone did in it, as a part of 1; None where no twins ran.

    `builds` and `not_built` are by language: how long they took to build, or why that is not known.
    """

    schema: int
    heading: str
    provenance: dict[str, Any]
    method: Method
    noise: float | None
    days: list[DayResult]
    builds: dict[str, BuildTime] = {}
    not_built: dict[str, str] = {}

    @property
    def year(self) -> int:
        """The year, of which all days are."""
        return self.days[0].year


def of_day(timed: TimedDay, title: str) -> DayResult:
    """What a day's samples amount to."""
    runners = [one for one in timed.entrants if not one.twin]
    fastest = min(runners, key=lambda one: statistics.median(map(statistics.median, one.times())))
    return DayResult(
        year=timed.year,
        day=timed.day,
        title=title,
        input=_input(timed.source),
        answers=list(timed.answers),
        languages={one.language.key: _measured(one, fastest) for one in runners},
        twins={
            twin.language.key: estimate.paired(twin.times(), one.times())
            for twin in timed.entrants
            for one in runners
            if twin.twin and twin.language == one.language
        },
        absent={language.key: f"{language.title} {describe(outcome)}" for language, outcome in timed.absent},
        without={language.key: language.title for language in timed.without},
    )


def refused(timed: TimedDay, title: str, why: str) -> DayResult:
    """A day without times."""
    return DayResult(year=timed.year, day=timed.day, title=title, input=_input(timed.source), refused=why)


def of_session(days: Sequence[DayResult], plan: Plan, provenance: dict[str, Any]) -> Result:
    """The days together, with the noise that the twins show."""
    twins = [ratio for day in days for ratio in day.twins.values()]
    noise = estimate.noise_floor(twins) if twins else None
    method = Method(plan.rounds, plan.block, estimate.SEED)
    return Result(SCHEMA, HEADING, provenance, method, noise, list(days))


def condensed(result: Result) -> Result:
    """The result without its raw samples."""
    days = []
    for day in result.days:
        languages = {key: msgspec.structs.replace(one, raw=None) for key, one in day.languages.items()}
        days.append(msgspec.structs.replace(day, languages=languages))
    return msgspec.structs.replace(result, days=days)


def encoded(result: msgspec.Struct, indent: int = 0) -> str:
    """A result as JSON, ending with a line end."""
    text = msgspec.json.encode(result)
    return (msgspec.json.format(text, indent=indent) if indent else text).decode() + "\n"


def decoded(text: bytes, name: str) -> Result:
    """A result from its JSON; a UserError says what is wrong with the file called `name`."""
    return saved.decoded(text, name, Result, SCHEMA, "time")


def load(path: Path) -> Result:
    """The result in a file."""
    return saved.load(path, Result, SCHEMA, "time")


def _input(source: PuzzleInput) -> Input:
    return Input(source.source, source.size, source.full.seed if source.full else None, dict(source.params))


def _measured(entrant: Entrant, fastest: Entrant) -> Measured:
    kept = [run for process in entrant.processes for block in process.blocks for run in block]
    totals = [run.total for run in kept]
    median = middle(kept)
    times = entrant.times()
    low, high = estimate.interval(times)
    return Measured(
        title=entrant.language.title,
        version=entrant.hello.version,
        profile=entrant.hello.profile,
        median=median.total,
        low=low,
        high=high,
        least=min(totals),
        mad=int(statistics.median(abs(total - median.total) for total in totals)),
        n=len(kept),
        first=middle([process.first for process in entrant.processes]).total,
        steady=entrant.steady(),
        ratio=estimate.paired(times, fastest.times()),
        processes=times,
        steps=dict(zip(STEPS, median.steps, strict=True)) if median.steps else None,
        same_as=entrant.language.same_as,
        raw=[
            Raw(process.first.total, _samples(process.warm_up), [_samples(block) for block in process.blocks])
            for process in entrant.processes
        ],
    )


def _samples(block: Block) -> Samples:
    steps = [run.steps for run in block if run.steps is not None]
    if len(steps) < len(block):
        return {"total": [run.total for run in block]}
    return {name: list(column) for name, column in zip(STEPS, zip(*steps, strict=True), strict=True)}
