"""A day's `cases.toml`: named cases with answers, named rejects, and how its full-size input was
made.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from crosscheck.errors import UserError
from crosscheck.tree.repository import day_folder

Recorded: TypeAlias = tuple[str | None, str | None]
"""The answers that were written down for an input; None for one that is not stated."""

NOT_STATED = "-"
FIRST_LINE, NO_LINE = 1, 0
FIRST_TABLE = re.compile(r"^\[", re.MULTILINE)
DRAFT = re.compile(r"^(?:#.*\n)*(?:draft = true|solved = \[.*\])\n\n?", re.MULTILINE)
"""The mark of a draft, solved or not, with what is said above it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A valid input and its answers."""

    name: str
    input: str
    answers: Recorded
    params: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that every language refuses at `line` (from 1), or as a whole, without a line."""

    name: str
    input: str
    line: int | None
    params: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Full:
    """The seed and size from which `full.txt` was generated, and its answers."""

    seed: int
    size: int
    answers: Recorded


@dataclass(frozen=True, slots=True)
class DayCases:
    """Everything in one `cases.toml`; of a `draft`, whatever there is of it yet. One that is `solved` in some languages (their
    keys) stays a draft for the others.
    """

    cases: tuple[Case, ...] = ()
    rejects: tuple[Reject, ...] = ()
    full: Full | None = None
    draft: bool = False
    solved: tuple[str, ...] = ()


def load_day(root: Path, year: int, day: int) -> DayCases:
    """The cases of a day; none when it has no `cases.toml`."""
    path = day_folder(root, year, day) / "cases.toml"
    return load(path) if path.is_file() else DayCases()


def is_draft(root: Path, year: int, day: int) -> bool:
    """Whether the day is not done yet, so that what is missing of it is no fault."""
    draft, solved = marks(root, year, day)
    return draft or bool(solved)


def marks(root: Path, year: int, day: int) -> tuple[bool, tuple[str, ...]]:
    """Whether a day is marked as a draft, and in which languages as solved. Only what is above the first table is read: all that is
    in the files of some years takes far longer.
    """
    path = day_folder(root, year, day) / "cases.toml"
    try:
        head, *_ = FIRST_TABLE.split(path.read_text(encoding="utf-8"), maxsplit=1) if path.is_file() else [""]
        return _marks(tomllib.loads(head))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, _WrongError) as error:
        raise UserError(f"{path}: {error}") from None


def load(path: Path) -> DayCases:
    """Read a `cases.toml`; a UserError names the case and the key that are wrong."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        _only(tables, {"draft", "solved", "case", "reject", "full"}, "the file")
        draft, solved = _marks(tables)
        cases = tuple(_case(table) for table in tables.get("case", []))
        rejects = tuple(_reject(table) for table in tables.get("reject", []))
        full = _full(tables["full"]) if "full" in tables else None
        _once([*(case.name for case in cases), *(reject.name for reject in rejects)])
        _once(f"{reject.input}{dict(reject.params) or ''}" for reject in rejects)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, _WrongError) as error:
        raise UserError(f"{path}: {error}") from None
    return DayCases(cases, rejects, full, draft or bool(solved), solved)


class _WrongError(Exception):
    """What is wrong, without the file's name."""


def _marks(tables: Mapping[str, Any]) -> tuple[bool, tuple[str, ...]]:
    draft, solved = tables.get("draft", False), tables.get("solved", [])
    if not isinstance(draft, bool):
        raise _WrongError("draft: expected true or false")
    if not isinstance(solved, list) or not all(isinstance(key, str) for key in solved):
        raise _WrongError("solved: expected a list of languages, as they are called in languages.toml")
    return draft, tuple(solved)


def _case(table: Mapping[str, Any]) -> Case:
    where = f"case {table.get('name')!r}"
    _only(table, {"name", "input", "answers", "params"}, where)
    answers, params = _answers(table, where), _params(table, where)
    return Case(_get(table, "name", str, where), _get(table, "input", str, where), answers, params)


def _reject(table: Mapping[str, Any]) -> Reject:
    where = f"reject {table.get('name')!r}"
    _only(table, {"name", "input", "line", "params"}, where)
    line: int = _get(table, "line", int, where)
    if line < 0:
        raise _WrongError(f"{where}: lines count from {FIRST_LINE}; {NO_LINE} is for the text as a whole")
    params = _params(table, where)
    return Reject(_get(table, "name", str, where), _get(table, "input", str, where), line or None, params)


def _params(table: Mapping[str, Any], where: str) -> Mapping[str, int]:
    params: dict[str, Any] = _get(table, "params", dict, where) if "params" in table else {}
    for name, value in params.items():
        if not isinstance(value, int) or isinstance(value, bool):
            raise _WrongError(f"{where}: params: {name}: expected a whole number")
    return params


def _full(table: Mapping[str, Any]) -> Full:
    _only(table, {"seed", "size", "answers"}, "full")
    seed, size = _get(table, "seed", int, "full"), _get(table, "size", int, "full")
    return Full(seed, size, _answers(table, "full"))


def _answers(table: Mapping[str, Any], where: str) -> Recorded:
    """Of a day without part 2 there is only one."""
    answers = _get(table, "answers", list, where)
    if len(answers) not in (1, 2) or not all(isinstance(answer, str) for answer in answers):
        raise _WrongError(f'{where}: answers: expected two strings, "{NOT_STATED}" for not stated')
    return _stated(answers[0]), _stated(answers[-1]) if len(answers) == 2 else None


def _stated(answer: str) -> str | None:
    return None if answer == NOT_STATED else answer


def _get(table: Mapping[str, Any], key: str, kind: type, where: str) -> Any:
    if not isinstance(table.get(key), kind) or isinstance(table[key], bool):
        raise _WrongError(f"{where}: {key}: expected {kind.__name__}")
    return table[key]


def _only(table: Mapping[str, Any], keys: set[str], where: str) -> None:
    for key in sorted(table.keys() - keys):
        raise _WrongError(f"{where}: {key}: no such key")


def _once(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise _WrongError(f"{name!r} is there twice")
        seen.add(name)
