"""What the programs get wrong of a day that is to be done."""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from crosscheck import puzzles
from crosscheck.judging.agreement import any_seed, check_day
from crosscheck.judging.case_check import not_refused, solve_cases
from crosscheck.solvers.outcome import Missing, describe
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import advent, cases, inputs
from crosscheck.tree.cases import Case, DayCases
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder

EXAMPLES = 100


def wrong(root: Path, year: int, day: int, chosen: Iterable[Language]) -> Iterator[str]:
    """A line a fault: of the cases, the rejects, the full-size input, and where the languages disagree."""
    known = cases.load_day(root, year, day)
    with contextlib.ExitStack() as stack:
        routes = {}
        for language in chosen:
            solver = stack.enter_context(Solver(language, root))
            hello = solver.hello()
            if isinstance(hello, Missing) and language.lacks_toolchain:
                yield f"{language.title} cannot be built here, so it was not asked: there is no {language.toolchain}"
            elif not isinstance(hello, Hello):
                yield f"{language.title}: {describe(hello)}"
            elif (year, day) not in hello.days:
                # Without a file it lacks the day, which crosscheck.rooms.facts says; without a template it may have some days only.
                if language.template and language.solution_path(root, year, day).is_file():
                    yield f"{language.title} was built without the day; type: make {language.build}"
            else:
                faults = [*_wrong_of(solver, root, year, day, known)]
                yield from faults
                if not faults:
                    routes[language.title] = partial(solver.solve, year, day)
        if puzzles.has(year, day) and routes:
            seed = any_seed()
            found = check_day(puzzles.load(year, day), routes, EXAMPLES, seed).disagreement
            if found:
                said = "; ".join(f"{', '.join(names)}: {claim}" for claim, names in found.claims.items())
                yield f"they disagree (.venv/bin/crosscheck agree -y {year} -d {day} -n {EXAMPLES} --seed {seed}): {said}"


@dataclass(frozen=True, slots=True)
class Solved:
    """Who solves a day: every case that states an answer, and one's own input; or what keeps it from being called so."""

    languages: tuple[Language, ...]
    faults: tuple[str, ...]


def solved(root: Path, year: int, day: int, chosen: Iterable[Language], named: bool) -> Solved:
    """Whether the day is solved; a language that is not that far is a fault only where it was `named`."""
    known, due = cases.load_day(root, year, day), advent.parts(year, day)
    own = [inputs.read(root, year, day, place) for place in inputs.own(root, year, day)]
    asked = [*known.cases, *(Case(used.source, used.text, used.recorded, used.params) for used in own)]
    stated = {(it.name, part) for it in asked for part in due if it.answers[part - 1] is not None}
    faults = [] if any(set(it.answers) != {None} for it in known.cases) else ["cases.toml: no case states an answer"]
    if not own:
        faults.append(f"no input of your own: put it at inputs/private/{year}/{day:02}.txt")
    faults += [
        f"{used.source} has no recorded answers to be held to; when the site took them: make remember YEAR={year} DAY={day}"
        for used in own
        if any(used.recorded[part - 1] is None for part in due)
    ]
    solving = []
    with contextlib.ExitStack() as stack:
        for language in chosen:
            solver = stack.enter_context(Solver(language, root))
            hello = solver.hello()
            if not isinstance(hello, Hello):
                faults += [f"{language.title}: {describe(hello)}"] if named or not language.lacks_toolchain else []
                continue
            tried = solve_cases(solver, year, day, asked, draft=not named)
            if tried.wrong:
                faults += tried.wrong
            elif stated <= tried.right and not tried.unwritten:
                solving.append(language)
            elif named:
                faults += [f"{language.title} has no part {part} yet" for part in sorted(tried.unwritten)]
    if not solving and not faults:
        faults.append("no language has all its parts yet")
    return Solved(tuple(solving), tuple(faults))


def _wrong_of(solver: Solver, root: Path, year: int, day: int, known: DayCases) -> Iterator[str]:
    """What one language gets wrong of the cases, the rejects and the full-size input."""
    stated = list(known.cases)
    file = day_folder(root, year, day) / "full.txt"
    if known.full and file.is_file():
        stated.append(Case("full.txt", file.read_text(encoding="utf-8"), known.full.answers))
    tried = solve_cases(solver, year, day, stated)
    yield from tried.wrong
    yield from (f"{solver.language.title} has no part {part} yet" for part in sorted(tried.unwritten))
    for reject in known.rejects:
        if fault := not_refused(solver.solve(year, day, reject.input, reject.params), reject):
            yield f"{solver.language.title}, reject {reject.name!r}: {fault}"
