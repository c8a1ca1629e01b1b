"""What the cross-language suites run over: every language's solver, every day, every case.

`AOC_YEARS=2024,2025` leaves the days of other years out of the suites that go day by day. `AOC_TEST_SECONDS` limits the time of
each of them; `make agree` has no such limit.
"""

import os

import pytest

from crosscheck.errors import UserError
from crosscheck.solvers.outcome import describe
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import cases, languages, repository
from crosscheck.tree.cases import DayCases
from places import ROOT

YEARS = [int(year) for year in os.environ.get("AOC_YEARS", "").replace(",", " ").split()]
SECONDS = float(os.environ.get("AOC_TEST_SECONDS", "4"))
"""How long a suite may stay with a day that is slow, beyond the least that it asks."""

LANGUAGES = languages.load(ROOT)
DAYS = repository.days_with_inputs(ROOT)
"""Every day in the tree, of all years."""

CASES: dict[tuple[int, int], DayCases] = {}
UNREADABLE: list[str] = []  # a wrong cases.toml fails one test, not all
for _day in DAYS:
    try:
        CASES[_day] = cases.load_day(ROOT, *_day)
    except UserError as error:
        CASES[_day] = DayCases()
        UNREADABLE.append(str(error))

CHOSEN = [day for day in DAYS if not YEARS or day[0] in YEARS]
DRAFTS = [day for day in CHOSEN if CASES[day].draft]
DONE = [day for day in CHOSEN if day not in DRAFTS]
"""The days that are held to everything. Of a draft no more is asked than that what is there holds together."""

KEYS = sorted(LANGUAGES)
each_language = pytest.mark.parametrize("language", KEYS)
"""Parametrizes a test over the keys of languages.toml."""

each_day = pytest.mark.parametrize(("year", "day"), DONE, ids=[f"{year}-{day:02}" for year, day in DONE])
"""Parametrizes a test over the days that are done. Such a test asks every language, and tells all that is wrong at once."""


def hello_of(solver: Solver) -> Hello:
    """What a program says of itself. One that is not built fails the test, with what to type."""
    hello = solver.hello()
    if not isinstance(hello, Hello):
        pytest.fail(f"{solver.language.title}: {describe(hello)}", pytrace=False)
    return hello


AS_IT_IS = "as it is"


def variants(text: str) -> dict[str, str]:
    """The same input as other editors would save it; a text with a carriage return stays as it is."""
    if "\r" in text:
        return {AS_IT_IS: text}
    bare = text.rstrip("\n")
    return {
        AS_IT_IS: text,
        "without a final line end": bare,
        "with several final line ends": f"{bare}\n\n\n",
        "with CR LF": text.replace("\n", "\r\n"),
        "with CR LF and several at the end": f"{bare}\n\n".replace("\n", "\r\n"),
    }


def otherwise_after(text: str, line: int | None) -> dict[str, str]:
    """Texts that are the same up to the end of this line, at which they must be refused then. None if it is not in the text."""
    lines = text.split("\n")
    if line is None or "\r" in text or not any(lines[line - 1 : line]):
        return {}
    start = "\n".join(lines[:line])
    return {
        "cut off after the refused line": start,
        "another line after the refused one": f"{start}\nx",
        "blank lines and another after the refused one": f"{start}\n\n\nx",
    }
