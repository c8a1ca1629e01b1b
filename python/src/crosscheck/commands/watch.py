"""`crosscheck watch`: on every save, build that language again, and try it on the day's cases and input."""

from contextlib import suppress

import click

from crosscheck.commands import days_meant, options
from crosscheck.commands.options import Settings
from crosscheck.tree import languages
from crosscheck.watching.loop import Watch


@click.command()
@options.year_and_day
@options.languages
@options.timeout
@click.pass_obj
def watch(
    settings: Settings, year: int | None, days: list[int] | None, wanted: tuple[str, ...], seconds: float
) -> None:
    """Build and try one day's solutions whenever they are saved, until Ctrl-C.

    A change of the cases or the input tries all languages again. A language by another road (same_as) is only watched
    if it is named with -l.
    """
    root = settings.root.resolve()
    chosen = languages.choose(languages.load(root), wanted)
    year, day = days_meant.one_day(root, year, days)
    watched = [language.quickly_built() for language in chosen if wanted or language.same_as is None]
    with suppress(KeyboardInterrupt):  # that is how it ends
        Watch(root, year, day, watched, seconds).run()
