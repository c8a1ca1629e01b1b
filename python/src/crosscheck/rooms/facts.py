"""What must be in the tree of a day that is done: each fact says what there is against it, if anything.

`make test` holds every day to these, except drafts; `make done` looks at a draft.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscheck import puzzles
from crosscheck.tree import advent, languages
from crosscheck.tree.cases import Case, DayCases, Reject, load_day
from crosscheck.tree.inputs import MAX_BYTES
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder

LEAST_REJECTS = 10
LEAST_LAWS = 2
LONGEST_CASE = 4_000  # characters
TO_DO = "TODO"


@dataclass(frozen=True)
class Day:
    """A day in the tree; of the `languages`, or all."""

    root: Path
    year: int
    day: int
    known: DayCases
    languages: tuple[Language, ...] | None = None

    @property
    def name(self) -> str:
        """As options of crosscheck."""
        return f"-y {self.year} -d {self.day}"

    @property
    def solutions(self) -> dict[Path, str]:
        """Where each language's solution is to be, and whose it is. One without a template may have some days only."""
        every = languages.load(self.root).values() if self.languages is None else self.languages
        paths = {one.solution_path(self.root, self.year, self.day): one for one in every if one.same_as is None}
        return {path: one.title for path, one in paths.items() if one.template or path.is_file()}


Fact = Callable[[Day], Iterator[str]]


def missing(root: Path, year: int, day: int, chosen: Iterable[Language] | None = None) -> list[str]:
    """All that keeps the day from being done in these languages, as far as the tree shows."""
    it = Day(root, year, day, load_day(root, year, day), None if chosen is None else tuple(chosen))
    return [fault for fact in FACTS.values() for fault in fact(it)]


def has_cases(it: Day) -> Iterator[str]:
    if not any(case.answers[0] is not None for case in it.known.cases):
        yield "cases.toml: no case states an answer"


def has_rejects(it: Day) -> Iterator[str]:
    if (count := len(it.known.rejects)) < LEAST_REJECTS:
        yield f"cases.toml: of {LEAST_REJECTS} or more malformed texts there are {count}"


def has_small_cases(it: Day) -> Iterator[str]:
    for case in it.known.cases:
        if len(case.input) > LONGEST_CASE:
            yield f"cases.toml: {case.name!r} is too long to be worked by hand"


def has_names_that_state_facts(it: Day) -> Iterator[str]:
    for name in [case.name for case in it.known.cases] + [reject.name for reject in it.known.rejects]:
        if "should" in name.split() or name != name.strip() or not name:
            yield f"cases.toml: {name!r} does not state a fact"


def has_a_full_size_input(it: Day) -> Iterator[str]:
    file, full = day_folder(it.root, it.year, it.day) / "full.txt", it.known.full
    write = f"type: .venv/bin/crosscheck generate {it.name} --write"
    if full is None or not file.is_file():
        yield f"no full.txt with its answers; {write}"
        return
    text = file.read_text(encoding="utf-8")
    if puzzles.has(it.year, it.day) and puzzles.load(it.year, it.day).full(full.seed, full.size) != text:
        yield f"full.txt is not what its seed makes; {write}"
    if len(text) > MAX_BYTES:
        yield "full.txt is too long for an input"
    if any(full.answers[part - 1] is None for part in advent.parts(it.year, it.day)):
        yield f"cases.toml does not state the answers of full.txt; {write}"


def has_a_puzzle_module(it: Day) -> Iterator[str]:
    if not puzzles.has(it.year, it.day):
        yield f"no puzzle module; type: make new YEAR={it.year} DAY={it.day}"
        return
    puzzle = puzzles.load(it.year, it.day)
    for what in ("title", "unit", "domain"):
        if not getattr(puzzle, what):
            yield f"the puzzle module has no {what}"
    if len(puzzle.laws) < LEAST_LAWS:
        yield f"the puzzle module: of {LEAST_LAWS} or more laws there are {len(puzzle.laws)}"


def has_parameters_in_their_ranges(it: Day) -> Iterator[str]:
    params = puzzles.load(it.year, it.day).params if puzzles.has(it.year, it.day) else {}
    for name, param in params.items():
        if not param.low <= param.default <= param.high:
            yield f"the puzzle module: {name}: {param.default} is not from {param.low} to {param.high}"
        if not any(name in case.params for case in it.known.cases):
            yield f"cases.toml: no case sets {name}"
    named: tuple[Case | Reject, ...] = (*it.known.cases, *it.known.rejects)
    for one in named:
        for name in one.params.keys() - params.keys():
            yield f"cases.toml: {one.name!r}: the day has no parameter {name}"
    for case in it.known.cases:
        for name in case.params.keys() & params.keys():
            if not params[name].low <= case.params[name] <= params[name].high:
                yield f"cases.toml: {case.name!r}: {name} is not from {params[name].low} to {params[name].high}"


def has_a_page(it: Day) -> Iterator[str]:
    file = day_folder(it.root, it.year, it.day) / "README.md"
    if not file.is_file():
        yield f"no page ({file.relative_to(it.root)}); the others show what is on one"


def has_solutions_that_name_it(it: Day) -> Iterator[str]:
    url = rf"https://adventofcode\.com/{it.year}/day/{it.day}(?![0-9])"
    for file, title in it.solutions.items():
        if not file.is_file():
            yield f"{title} does not have the day ({file.relative_to(it.root)})"
        elif not re.search(url, file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(it.root)} does not name its URL"


def has_solutions_that_speak_for_themselves(it: Day) -> Iterator[str]:
    """The page compares the languages; a solution is read alone, and what it says of another goes stale."""
    for file, title in it.solutions.items():
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        for other in it.solutions.values():
            if other != title and re.search(rf"\b{other}\b", text):
                yield f"{file.relative_to(it.root)} names {other}"


def has_nothing_left_to_do(it: Day) -> Iterator[str]:
    inputs = day_folder(it.root, it.year, it.day)
    rooms = [*it.solutions, puzzles.path(it.year, it.day), inputs / "cases.toml", inputs / "README.md"]
    for file in rooms:
        if file.is_file() and (count := file.read_text(encoding="utf-8").count(TO_DO)):
            yield f"{file.relative_to(it.root)} has {count} {TO_DO}{'s' * (count > 1)} left"


FACTS: dict[str, Fact] = {
    "it has a case with an answer": has_cases,
    "it has ten rejects": has_rejects,
    "its cases are small enough to be worked by hand": has_small_cases,
    "names of its cases state facts": has_names_that_state_facts,
    "its full-size input is what its seed makes": has_a_full_size_input,
    "its puzzle module says what the puzzle is": has_a_puzzle_module,
    "its cases set its parameters, in their ranges": has_parameters_in_their_ranges,
    "it has a page": has_a_page,
    "its solutions name no other language": has_solutions_that_speak_for_themselves,
    "its solutions name the puzzle": has_solutions_that_name_it,
    "nothing of it is left to do": has_nothing_left_to_do,
}
