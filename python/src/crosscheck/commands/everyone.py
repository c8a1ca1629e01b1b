"""All languages on the one day that is meant, for commands that act on their agreement."""

import contextlib
from collections.abc import Iterator

from crosscheck.commands import days_meant
from crosscheck.commands.options import Settings
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages


@contextlib.contextmanager
def everyone(settings: Settings, year: int | None, days: list[int] | None) -> Iterator[tuple[int, int, list[Solver]]]:
    """The one day that is meant, and all languages."""
    with contextlib.ExitStack() as stack:
        every = languages.load(settings.root).values()
        solvers = [stack.enter_context(Solver(language, settings.root)) for language in every]
        hellos = [solver.hello() for solver in solvers]
        has = {day for hello in hellos if isinstance(hello, Hello) for day in hello.days}
        year, day = days_meant.one_day(settings.root, year, days, has)
        yield year, day, solvers
