"""All languages on the one day that is meant, for commands that act on their agreement."""

import contextlib
from collections.abc import Iterator

from crosscheck.commands import days_meant
from crosscheck.commands.options import Settings
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import languages


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
