"""The languages that a command asks: what each says of itself, and what is said of one that says nothing; all on one day."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from crosscheck.commands import days_meant
from crosscheck.commands.options import Settings
from crosscheck.errors import UserError
from crosscheck.solvers.outcome import Failure, describe
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Hellos, Solver
from crosscheck.tree import languages
from crosscheck.tree.units import visible


def hellos(root: Path, wanted: Iterable[str], checked: bool = False) -> Hellos:
    """What the languages say of themselves."""
    said = {}
    for language in languages.choose(languages.load(root), wanted):
        with Solver(language, root, checked=checked) as solver:
            said[language] = solver.hello()
    return said


def refuse_absent(said: Hellos) -> None:
    """A UserError for a language that cannot be asked, where it is not worth to begin without it."""
    for language, hello in said.items():
        if isinstance(hello, Failure):
            raise UserError(f"{language.title} cannot be asked: {describe(hello)}; or leave it out with -l")


def say_absent(said: Hellos) -> None:
    """Name the languages that could not be asked, and why."""
    for language, hello in said.items():
        if isinstance(hello, Failure):
            click.echo(visible(f"crosscheck: {language.title} was not asked: {describe(hello)}"), err=True)


@contextlib.contextmanager
def everyone(
    settings: Settings, year: int | None, days: list[int] | None, wanted: tuple[str, ...]
) -> Iterator[tuple[int, int, list[Solver]]]:
    """The one day that is meant, and the languages: all that there are, or those that are `wanted`."""
    with contextlib.ExitStack() as stack:
        every = languages.choose(languages.load(settings.root), wanted)
        solvers = [stack.enter_context(Solver(language, settings.root)) for language in every]
        hellos = [solver.hello() for solver in solvers]
        has = {day for hello in hellos if isinstance(hello, Hello) for day in hello.days}
        year, day = days_meant.one_day(settings.root, year, days, has)
        yield year, day, solvers
