"""Finding a day's input and the answers recorded for it.

The first of: the file (or `-`) that was asked for, `$AOC_INPUTS/2021/07.txt`,
`inputs/private/2021/07.txt`, advent-of-code-data's cache, the shared `inputs/2021/07/full.txt`.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crosscheck import cases
from crosscheck.cases import Recorded
from crosscheck.errors import UserError
from crosscheck.repository import day_folder

MAX_BYTES = 64_000_000
STDIN = "-"


@dataclass(frozen=True, slots=True)
class PuzzleInput:
    """A text to solve, where it came from, and the answers known for it (None where not known)."""

    text: str
    source: str
    recorded: Recorded
    size: int  # bytes
    full: cases.Full | None = None  # how it was generated, where it is the shared full-size input


def find(
    root: Path,
    year: int,
    day: int,
    given: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> PuzzleInput:
    """The input to use. A UserError when there is none, or it cannot be a text."""
    if given == STDIN:
        return _checked(root, year, day, sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
    if given is not None:
        return _read(root, year, day, Path(given), given)
    for path, shown in _places(root, year, day, environ):
        if path.is_file():
            return _read(root, year, day, path, shown)
    raise UserError(
        f"no input for {year} day {day}: put yours at inputs/private/{year}/{day:02}.txt, or name a file with --input"
    )


def _places(root: Path, year: int, day: int, environ: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Where to look, and how to say so without telling where this machine keeps its things."""
    if folder := environ.get("AOC_INPUTS"):
        mine = Path(str(year), f"{day:02}.txt")
        yield folder / mine, f"$AOC_INPUTS/{mine}"
    private = Path("inputs", "private", str(year), f"{day:02}.txt")
    yield root / private, str(private)
    for path in sorted(_aocd_cache(environ).glob(f"*/{year}_{day:02}_input.txt")):
        yield path, f"advent-of-code-data's cache, {path.name}"
    full = day_folder(root, year, day) / "full.txt"
    yield full, str(full.relative_to(root))


def _aocd_cache(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("AOCD_DIR") or "~/.config/aocd").expanduser()


def _read(root: Path, year: int, day: int, path: Path, shown: str) -> PuzzleInput:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"cannot read {shown}: {error.strerror}") from None
    return _checked(root, year, day, data, shown, path)


def _checked(root: Path, year: int, day: int, data: bytes, source: str, path: Path | None = None) -> PuzzleInput:
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
    stated = [case.answers for case in known.cases if _lines(case.input) == _lines(text)]
    if full:
        stated.append(full.answers)
    if path:
        stated.extend(_beside(path, year, day))
    return PuzzleInput(text, source, _together(stated, source), len(data), full)


def _same_as_file(text: str, root: Path, year: int, day: int) -> bool:
    path = day_folder(root, year, day) / "full.txt"
    return path.is_file() and _lines(path.read_text(encoding="utf-8")) == _lines(text)


def _lines(text: str) -> str:
    """The text with its line ends made alike, as every solver judges it."""
    return text.replace("\r\n", "\n").rstrip("\n")


def _beside(path: Path, year: int, day: int) -> Iterator[Recorded]:
    """The answers kept next to someone's own input: `answers.json`, or aocd's one file a part."""
    if path.name == f"{day:02}.txt" and (file := path.with_name("answers.json")).is_file():
        try:
            answers = json.loads(file.read_text(encoding="utf-8")).get(f"{day:02}")
        except (OSError, ValueError, AttributeError) as error:
            raise UserError(f"{file}: not an object of answers: {error}") from None
        if answers is not None:
            if not isinstance(answers, list) or len(answers) != 2:
                raise UserError(f'{file}: "{day:02}": expected a list of two answers')
            yield _text(answers[0]), _text(answers[1])
    if path.name == f"{year}_{day:02}_input.txt":
        parts = [path.with_name(f"{year}_{day:02}{part}_answer.txt") for part in "ab"]
        one, two = (p.read_text(encoding="utf-8").strip() if p.is_file() else None for p in parts)
        yield one, two


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
