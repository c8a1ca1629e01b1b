"""Finding a day's input and the answers recorded for it.

The first of: the file (or `-`) that was asked for, `$AOC_INPUTS/2021/07.txt`,
`inputs/private/2021/07.txt`, advent-of-code-data's cache, the shared `inputs/2021/07/full.txt`; of a
draft, which may have none of these, the first case. All before the shared one are somebody's own.
"""

import codecs
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from crosscheck.errors import UserError
from crosscheck.tree import aocd_files, cases
from crosscheck.tree.cases import Recorded
from crosscheck.tree.files import PRIVATE, locked, write_whole
from crosscheck.tree.repository import day_folder

MAX_BYTES = 64_000_000
STDIN = "-"
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "UTF-8 with one, as some editors on Windows save",
    codecs.BOM_UTF16_LE: "UTF-16, as PowerShell's > writes",
    codecs.BOM_UTF16_BE: "UTF-16",
}
Params: TypeAlias = Mapping[str, int]
DEFAULTS: Params = {}


@dataclass(frozen=True, slots=True)
class PuzzleInput:
    """A text to solve, where it came from, and the answers known for it (None where not known)."""

    text: str
    source: str
    recorded: Recorded
    size: int  # bytes
    full: cases.Full | None = None  # how it was generated, where it is the shared full-size input
    file: Path | None = None  # None where it was read from standard input
    params: Params = field(default_factory=dict)  # those that are not the day's defaults


def find(
    root: Path,
    year: int,
    day: int,
    given: str | None = None,
    environ: Mapping[str, str] = os.environ,
    params: Params = DEFAULTS,
) -> PuzzleInput:
    """The input to use, with the parameters that are not the defaults. A UserError when there is none, or it cannot be a text."""
    if given == STDIN:
        return _checked(root, year, day, sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", params=params)
    if given is not None:
        return read(root, year, day, (Path(given), given), params)
    for path, shown in _places(root, year, day, environ):
        if path.is_file():
            return read(root, year, day, (path, shown), params)
    known = cases.load_day(root, year, day)
    if known.draft and known.cases:
        first = known.cases[0]
        source = f"the case {first.name!r} of {day_folder(Path(), year, day) / 'cases.toml'}"
        return _checked(root, year, day, first.input.encode(), source, params=params or first.params)
    raise UserError(
        f"no input for {year} day {day}: put yours at inputs/private/{year}/{day:02}.txt, "
        f"or fetch it with make fetch YEAR={year} DAY={day}, or name a file with --input"
    )


Place: TypeAlias = tuple[Path, str]
"""A file, and how to name it without telling where this machine keeps its things."""


def own(root: Path, year: int, day: int, environ: Mapping[str, str] = os.environ) -> list[Place]:
    """Where there are inputs of somebody's own, also of several users in aocd's cache; to be `read`."""
    cached = map(_cached, aocd_files.inputs(year, day, environ).values())
    return [*(place for place in _by_hand(root, year, day, environ) if place[0].is_file()), *cached]


def shared(root: Path, year: int, day: int, params: Params = DEFAULTS) -> PuzzleInput:
    """The input that everybody has, whatever there is of somebody's own."""
    return read(root, year, day, _shared(root, year, day), params)


def of_user(root: Path, year: int, day: int, user: str, environ: Mapping[str, str] = os.environ) -> PuzzleInput | None:
    """The input of a user of the site, in aocd's cache, or else one that was put in its place by hand."""
    cached = _cached(aocd_files.input_file(user, year, day, environ))
    places = (cached, *_by_hand(root, year, day, environ))
    return next((read(root, year, day, place) for place in places if place[0].is_file()), None)


def remember(used: PuzzleInput, day: int, answers: Recorded) -> Path | None:
    """Record answers beside an input that was put in its place by hand, and say where; the answers
    to an input in aocd's cache are aocd's to record. A UserError rather than another answer than
    the one that is recorded.
    """
    if used.file is None or used.file.name != f"{day:02}.txt":
        return None
    path = used.file.with_name("answers.json")
    with locked(path.parent):
        known = _answers_file(path)
        before = _recorded(path, known, day)
        for part, (was, now) in enumerate(zip(before, answers, strict=True), 1):
            if None not in (was, now) and was != now:
                raise UserError(
                    f"{path} has {was} for day {day} part {part}, not {now}: nothing changed; mend it by hand"
                )
        after = [was if now is None else now for was, now in zip(before, answers, strict=True)]
        if after != [*before]:
            entries = {**known, f"{day:02}": after}
            lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(entries[key])}" for key in sorted(entries))
            write_whole(path, f"{{\n{lines}\n}}\n", PRIVATE)
    return path


def _places(root: Path, year: int, day: int, environ: Mapping[str, str]) -> Iterator[Place]:
    """Where to look. The next place is only worked out when there was nothing at the one before."""
    yield from _by_hand(root, year, day, environ)
    if cached := aocd_files.chosen_input(year, day, environ):
        yield _cached(cached)
    yield _shared(root, year, day)


def _shared(root: Path, year: int, day: int) -> Place:
    full = day_folder(root, year, day) / "full.txt"
    return full, str(full.relative_to(root))


def _by_hand(root: Path, year: int, day: int, environ: Mapping[str, str]) -> Iterator[Place]:
    if folder := environ.get("AOC_INPUTS"):
        mine = Path(str(year), f"{day:02}.txt")
        yield folder / mine, f"$AOC_INPUTS/{mine}"
    private = Path("inputs", "private", str(year), f"{day:02}.txt")
    yield root / private, str(private)


def folders(root: Path, year: int, environ: Mapping[str, str] = os.environ) -> list[Path]:
    """The folders that `find` looks in, some of which may not exist: files are in them at any depth."""
    named = environ.get("AOC_INPUTS")
    cached = aocd_files.cache(environ)
    return [root / "inputs", *([cached] if cached else []), *([Path(named, str(year)).absolute()] if named else [])]


def _cached(path: Path) -> Place:
    return path, f"advent-of-code-data's cache, {path.parent.name}/{path.name}"


def read(root: Path, year: int, day: int, place: Place, params: Params = DEFAULTS) -> PuzzleInput:
    """The input there, with what is known of it. A UserError where it cannot be one."""
    path, shown = place
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"cannot read {shown}: {error.strerror}") from None
    return _checked(root, year, day, data, shown, path, params)


def _checked(
    root: Path,
    year: int,
    day: int,
    data: bytes,
    source: str,
    path: Path | None = None,
    params: Params = DEFAULTS,
) -> PuzzleInput:
    for mark, what in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            raise UserError(f"{source} begins with a byte order mark: save it as UTF-8 without one (it is {what})")
    if not data.strip(b"\r\n"):
        raise UserError(f"{source} is empty")
    if len(data) > MAX_BYTES:
        raise UserError(f"{source} is longer than {MAX_BYTES // 1_000_000} MB, too long for an input")
    if b"\0" in data:
        where = data.index(b"\0")
        raise UserError(f"{source} is not a text: byte {where + 1:,} is zero")
    text = data.decode("utf-8", errors="replace")  # a foreign character is the solvers' to refuse
    known = cases.load_day(root, year, day)
    full = known.full if known.full and _same_as_file(text, root, year, day) else None
    stated = [case.answers for case in known.cases if _lines(case.input) == _lines(text) and case.params == params]
    if full and not params:
        stated.append(full.answers)
    if path and not params:
        stated.extend(_beside(path, year, day))
    return PuzzleInput(text, source, _together(stated, source), len(data), full, path, params)


def _same_as_file(text: str, root: Path, year: int, day: int) -> bool:
    path = day_folder(root, year, day) / "full.txt"
    return path.is_file() and _lines(path.read_text(encoding="utf-8")) == _lines(text)


def _lines(text: str) -> str:
    """The text with its line ends made alike, as every solver judges it."""
    return text.replace("\r\n", "\n").rstrip("\n")


def _beside(path: Path, year: int, day: int) -> Iterator[Recorded]:
    """The answers kept next to someone's own input: `answers.json`, or aocd's one file a part."""
    if path.name == f"{day:02}.txt":
        file = path.with_name("answers.json")
        yield _recorded(file, _answers_file(file), day)
    if path.name == f"{year}_{day:02}_input.txt":
        yield aocd_files.answers(path, year, day)


def _answers_file(file: Path) -> dict[str, Any]:
    """What an `answers.json` holds; nothing where there is none."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except (OSError, ValueError) as error:
        raise UserError(f"{file}: not an object of answers: {error}") from None
    if not isinstance(entries, dict):
        raise UserError(f"{file}: not an object of answers")
    return entries


def _recorded(file: Path, entries: Mapping[str, Any], day: int) -> Recorded:
    answers = entries.get(f"{day:02}")
    if answers is None:
        return None, None
    if not isinstance(answers, list) or len(answers) != 2:
        raise UserError(f'{file}: "{day:02}": expected a list of two answers')
    return _text(answers[0]), _text(answers[1])


def _text(answer: object) -> str | None:
    return None if answer in (None, cases.NOT_STATED) else str(answer)


def _together(stated: list[Recorded], source: str) -> Recorded:
    """One record of several, which must not contradict each other."""
    parts: list[str | None] = []
    for part in range(2):
        answers = {answers[part] for answers in stated} - {None}
        if len(answers) > 1:
            listed = " and ".join(sorted(map(str, answers)))
            raise UserError(f"{source}: the records give part {part + 1} as {listed}")
        parts.append(answers.pop() if answers else None)
    return parts[0], parts[1]
