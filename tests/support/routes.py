"""What the cross-language suites run over: every language's solver, every day, every case."""

import pytest

from crosscheck.errors import UserError
from crosscheck.solvers.outcome import describe
from crosscheck.solvers.protocol import Hello
from crosscheck.solvers.solver import Solver
from crosscheck.tree import cases, languages, repository
from crosscheck.tree.cases import DayCases
from places import ROOT

LANGUAGES = languages.load(ROOT)
DAYS = repository.days_with_inputs(ROOT)
CASES: dict[tuple[int, int], DayCases] = {}
UNREADABLE: list[str] = []  # a wrong cases.toml fails one test, not all
for _day in DAYS:
    try:
        CASES[_day] = cases.load_day(ROOT, *_day)
    except UserError as error:
        CASES[_day] = DayCases()
        UNREADABLE.append(str(error))

DRAFTS = [day for day, known in CASES.items() if known.draft]
DONE = [day for day in DAYS if day not in DRAFTS]
"""The days that are held to everything. Of a draft no more is asked than that what is there holds together."""

KEYS = sorted(LANGUAGES)
each_language = pytest.mark.parametrize("language", KEYS)
"""Parametrizes a test over the keys of languages.toml."""


def hello_of(solver: Solver) -> Hello:
    """What a program says of itself. One that is not built fails the test, with what to type."""
    hello = solver.hello()
    if not isinstance(hello, Hello):
        pytest.fail(f"{solver.language.title}: {describe(hello)}", pytrace=False)
    return hello


def variants(text: str) -> dict[str, str]:
    """The same input as other editors would save it; a text with a carriage return stays as it is."""
    if "\r" in text:
        return {"as it is": text}
    bare = text.rstrip("\n")
    return {
        "as it is": text,
        "without a final line end": bare,
        "with several final line ends": f"{bare}\n\n\n",
        "with CR LF": text.replace("\n", "\r\n"),
        "with CR LF and several at the end": f"{bare}\n\n".replace("\n", "\r\n"),
    }


def name(year: int, day: int, what: str = "") -> str:
    """The id of a parameter."""
    return f"{year}-{day:02}" + (f"-{what}" if what else "")
