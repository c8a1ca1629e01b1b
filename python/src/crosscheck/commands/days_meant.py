"""The days that a command means, and the parameters of the one day: those that there are, of what was asked for."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from crosscheck import puzzles
from crosscheck.commands.options import EVERY_YEAR, Asked
from crosscheck.errors import UserError
from crosscheck.tree import advent, cases, day_lists, repository

Day = tuple[int, int]
"""Year and day."""


def which(root: Path, asked: Asked, also: Iterable[Day] = (), drafts: bool = True) -> list[Day]:
    """The days meant, in order; as `which_days` says, or of every year. A UserError where there is none."""
    if asked.year != EVERY_YEAR:
        year, days = which_days(root, asked.year, asked.days, also, drafts)
        return [(year, day) for day in days]
    every = [
        (year, day)
        for year, day in sorted(_known(root, also))
        if (asked.days is None or day in asked.days) and (drafts or not cases.is_draft(root, year, day))
    ]
    if not every:
        raise UserError("there is no such day in any year" if asked.days else "there is no day yet")
    return every


def which_days(
    root: Path,
    year: int | None,
    wanted: list[int] | None,
    also: Iterable[Day] = (),
    drafts: bool = True,
) -> tuple[int, list[int]]:
    """The year and the days meant: those that have inputs or a puzzle module, or are in `also`.

    A whole year goes without its drafts unless `drafts`. A UserError when a day that was asked for is
    not among them.
    """
    here = repository.days_with_inputs(root)
    known = _known(root, also)
    if not known:
        raise UserError("there is no day yet")
    year = max(year for year, _ in here or known) if year is None else year
    for day in wanted or ():
        advent.check(year, day)
    there = sorted(day for known_year, day in known if known_year == year)
    if not there:
        years = ", ".join(map(str, sorted({year for year, _ in known})))
        raise UserError(f"there is no year {year}; there is {years}")
    absent = sorted(set(wanted or ()) - set(there))
    if absent:
        raise UserError(f"there is no {year} day {day_lists.show(absent)}; there are {day_lists.show(there)}")
    which = wanted or [day for day in there if drafts or not cases.is_draft(root, year, day)]
    if not which:
        raise UserError(f"{year} has drafts only: name the days, as in -d {there[0]}")
    return year, which


def one_day(root: Path, year: int | None, wanted: list[int] | None, also: Iterable[Day] = ()) -> tuple[int, int]:
    """The one day meant, for a command that takes no more; else as `which_days`."""
    if wanted is None or len(wanted) > 1:
        raise UserError(f"which day? one, as in: {click.get_current_context().command_path} -d 7")
    year, (day,) = which_days(root, year, wanted, also)
    return year, day


def params_of(days: list[Day], params: Mapping[str, int]) -> dict[str, int]:
    """Those that are not the defaults of the one day meant. A UserError for a name that it does not have, or a value out of its range."""
    if not params:
        return {}
    if len(days) > 1:
        raise UserError("--param is for one day: say which with -d")
    ((year, day),) = days
    known = puzzles.load(year, day).params if puzzles.has(year, day) else {}
    for name, value in params.items():
        if name not in known:
            there = f"it has {', '.join(known)}" if known else "it has none"
            raise UserError(f"--param: {year} day {day} has no parameter {name!r}: {there}")
        if not known[name].low <= value <= known[name].high:
            raise UserError(f"--param: {name}: expected a number from {known[name].low} to {known[name].high}")
    return {name: value for name, value in params.items() if value != known[name].default}


def _known(root: Path, also: Iterable[Day]) -> set[Day]:
    """All days that have inputs or a puzzle module, and `also` those."""
    return {*repository.days_with_inputs(root), *puzzles.days(), *also}
