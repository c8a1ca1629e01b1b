"""Tables and the console, for everything that is shown: plain where nobody watches."""

from collections.abc import Iterable

from rich import markup
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from crosscheck.tree.units import visible

PLAIN_WIDTH = 1000  # columns, where the output is not a terminal: nothing is folded
STDERR_LINES = 6
MARGIN = 2


def console() -> Console:
    """Standard output: coloured on a terminal unless NO_COLOR is set, never folded elsewhere."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, soft_wrap=True, width=PLAIN_WIDTH)


def escape(text: str) -> str:
    """Text as it is shown in a line: nothing in it is taken for markup, and nothing reaches the terminal but what can be seen."""
    return markup.escape(visible(text))


def last_lines(text: str, most: int = STDERR_LINES) -> list[str]:
    """The last lines of what a program wrote, to be shown without markup."""
    return [visible(line.expandtabs()) for line in text.splitlines()[-most:]]


def table() -> Table:
    """A table without lines; give its columns `no_wrap`, and print it with `put`."""
    return Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False)


def put(out: Console, shown: Table) -> None:
    """Print a table two columns in, closer together where it is too wide, but never cut."""
    if width(out, shown) > out.width:
        shown.padding = (0, 1, 0, 0)
    wide = width(out, shown)
    out.print(Padding(shown, (0, 0, 0, MARGIN), expand=False), width=wide, crop=False)


def day_labels(days: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """What a row a day is called, by year and day: with its year where there are several.

    >>> day_labels([(2021, 7), (2021, 8)])
    {(2021, 7): '7', (2021, 8): '8'}
    >>> day_labels([(2021, 7), (2022, 7)])
    {(2021, 7): '2021 7', (2022, 7): '2022 7'}
    """
    every = dict.fromkeys(days)
    several = len({year for year, _ in every}) > 1
    return {(year, day): f"{year} {day}" if several else str(day) for year, day in every}


def width(out: Console, shown: Table) -> int:
    """The columns that the table takes where nothing limits it."""
    unbounded = out.options.update(width=PLAIN_WIDTH)
    return MARGIN + out.measure(shown, options=unbounded).maximum
