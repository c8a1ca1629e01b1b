"""What else there is to know of a day than its times: layers, memory, code; and how long the languages take to build.

All of it is measured after the session, one language at a time. What cannot be measured is said, and the rest stands.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from crosscheck.errors import NotMeasuredError
from crosscheck.ruler import build_time, code_size, layers, memory
from crosscheck.ruler.build_time import BuildTime
from crosscheck.ruler.cold_start import Task
from crosscheck.ruler.results import DayResult, Figures, Result
from crosscheck.tree.inputs import PuzzleInput
from crosscheck.tree.languages import Language
from crosscheck.tree.progress import Bar

LAYERS, MEMORY, CODE, BUILD = "layers", "memory", "code", "build"
KINDS = {
    LAYERS: "Also what a day costs around its solution: a call from Python, one request over the pipe, a cold process.",
    MEMORY: "Also the peak resident memory, of programs started for the day.",
    CODE: "Also the lines and tokens of each solution, without comments.",
    BUILD: "Also the time to build each language, from nothing and after a change to the first of the days. Takes minutes.",
}


@dataclass(frozen=True, slots=True)
class Figuring:
    """Which figures are wanted, of which languages; `seconds` is what a program may take."""

    wanted: Mapping[str, bool]
    languages: Sequence[Language]
    root: Path
    seconds: float

    def steps(self, days: int) -> int:
        """How many times `add` will advance the bar."""
        return len(self.languages) * (days * self._by_day() + self.wanted[BUILD])

    def add(self, result: Result, sources: Sequence[PuzzleInput], bar: Bar) -> Result:
        """The result with the figures; `sources` are the inputs of its days."""
        if self._by_day():
            days = [
                replace(day, figures=self._of_day(day, source, bar))
                for day, source in zip(result.days, sources, strict=True)
            ]
            result = replace(result, days=days)
        return self._with_builds(result, bar) if self.wanted[BUILD] else result

    def _by_day(self) -> bool:
        return any(self.wanted[name] for name in (LAYERS, MEMORY, CODE))

    def _of_day(self, day: DayResult, source: PuzzleInput, bar: Bar) -> dict[str, Figures]:
        found = {}
        for language in self.languages:
            bar.step(f"measuring {day.year} day {day.day}")
            found[language.key] = self._of_language(language, day, source)
            bar.advance()
        return found

    def _of_language(self, language: Language, day: DayResult, source: PuzzleInput) -> Figures:
        measures: dict[str, Callable[[], object]] = {}
        if not language.same_as:  # else it has no code of its own
            measures[CODE] = lambda: code_size.measure(language, self.root, day.year, day.day)
        if timed := day.languages.get(language.key):
            other = day.languages.get(language.same_as or "")
            answers = day.answers[0], day.answers[1]
            where = self.root, day.year, day.day
            task = Task(language, *where, source.text, source.params, answers, self.seconds)
            call = timed.median - other.median if other and timed.steady and other.steady else None
            measures[LAYERS] = lambda: layers.measure(task, call)
            measures[MEMORY] = lambda: memory.measure(task)
        found: dict[str, Any] = {}
        refused = {}
        for name, measure in measures.items():
            if self.wanted[name]:
                try:
                    found[name] = measure()
                except NotMeasuredError as error:
                    refused[name] = f"{language.title}: {error}"
        return Figures(language.title, **found, refused=refused)

    def _with_builds(self, result: Result, bar: Bar) -> Result:
        builds: dict[str, BuildTime] = {}
        not_built: dict[str, str] = {}
        first = result.days[0]
        for language in self.languages:
            if not language.same_as:  # else it needs more than a compiler: an environment to be installed in
                try:
                    with build_time.copied(self.root) as copy:
                        builds[language.key] = build_time.measure(language, copy, first.year, first.day, bar.step)
                except NotMeasuredError as error:
                    not_built[language.key] = f"{language.title}: {error}"
            bar.advance()
        return replace(result, builds=builds, not_built=not_built)
