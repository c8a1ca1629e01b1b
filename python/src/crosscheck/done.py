"""`crosscheck done`: a draft that lacks nothing is a draft no more."""

import contextlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from crosscheck import cases, facts, languages, options, puzzles
from crosscheck.agreement import any_seed, check_day
from crosscheck.cases import DRAFT, Case, DayCases
from crosscheck.errors import UserError
from crosscheck.files import write_whole
from crosscheck.options import Settings
from crosscheck.outcome import describe
from crosscheck.protocol import Hello
from crosscheck.repository import day_folder
from crosscheck.solver import Solver
from crosscheck.try_cases import not_refused, solve_cases

EXAMPLES = 100


@click.command("done")
@options.year_and_days
@click.pass_obj
def done(settings: Settings, year: int | None, days: list[int] | None) -> None:
    """Mark a draft as done, from when on `make test` holds it to all that a day must be; or say what it lacks.

    Exit status: 0 it is done, 1 something is missing, 2 wrong usage.
    """
    year, day = options.one_day(settings.root, year, days)
    file = day_folder(settings.root, year, day) / "cases.toml"
    if not cases.is_draft(settings.root, year, day):
        raise UserError(f"{year} day {day} is no draft: make test holds it to all that a day must be")
    missing = [*facts.missing(settings.root, year, day), *_wrong(settings.root, year, day)]
    if missing:
        click.echo(f"{year} day {day} stays a draft:")
        click.echo("".join(f"  {line}\n" for line in missing), nl=False)
        click.get_current_context().exit(1)
    text = DRAFT.sub("", file.read_text(encoding="utf-8"), count=1)
    write_whole(file, text)
    click.echo(f"{year} day {day} is done: make test holds it to that from now on")


def _wrong(root: Path, year: int, day: int) -> Iterator[str]:
    """What the programs get wrong."""
    known = cases.load_day(root, year, day)
    with contextlib.ExitStack() as stack:
        routes = {}
        for language in languages.load(root).values():
            solver = stack.enter_context(Solver(language, root))
            hello = solver.hello()
            if not isinstance(hello, Hello):
                yield f"{language.title}: {describe(hello)}"
            elif (year, day) not in hello.days:
                yield f"{language.title} does not have the day; type: make {language.build}"
            else:
                wrong = [*_wrong_of(solver, root, year, day, known)]
                yield from wrong
                if not wrong:
                    routes[language.title] = partial(solver.solve, year, day)
        if (year, day) in puzzles.days() and routes:
            seed = any_seed()
            found = check_day(puzzles.load(year, day), routes, EXAMPLES, seed).disagreement
            if found:
                said = "; ".join(f"{', '.join(names)}: {claim}" for claim, names in found.claims.items())
                yield f"they disagree (crosscheck agree -y {year} -d {day} -n {EXAMPLES} --seed {seed}): {said}"


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
        if wrong := not_refused(solver.solve(year, day, reject.input), reject):
            yield f"{solver.language.title}, reject {reject.name!r}: {wrong}"
