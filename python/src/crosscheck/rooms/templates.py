"""The rooms of a day, made from templates, and the lists that have to name it."""

import contextlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template

from crosscheck.errors import UserError
from crosscheck.rooms import lists
from crosscheck.tree import advent, languages
from crosscheck.tree.cases import NOT_STATED
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder

TEMPLATES = Path("templates")
UNTITLED = "TODO: the day's name"
TWO_PARTS = re.compile(r"\n[^\w\n]+ two parts:\n")
"""Below this line of a template is what the last day of a year is spared."""


def rooms(root: Path, year: int, day: int, chosen: Sequence[Language], title: str | None = None) -> dict[Path, str]:
    """Every file to write, whole: rooms that are not there yet, and lists with the day in them.

    A UserError where a solution is there.
    """
    there = [one for one in chosen if one.solution_path(root, year, day).exists()]
    if there:
        rest = ",".join(one.key for one in chosen if one not in there)
        others = f"; the others: make new YEAR={year} DAY={day} LANGS={rest}" if rest else ""
        path = there[0].solution_path(root, year, day).relative_to(root)
        raise UserError(f"{path} is there already, so nothing was written{others}")
    inputs, page = (day_folder(root, year, day) / name for name in ("cases.toml", "README.md"))
    puzzle = root / f"python/src/crosscheck/puzzles/y{year}/day{day:02}.py"
    two = len(advent.parts(year, day)) == 2
    words = {
        "year": str(year),
        "day": str(day),
        "dd": f"{day:02}",
        "title": title or _title(puzzle) or UNTITLED,
        "names": "parse, part1, part2" if two else "parse, part1",
        **_on_the_page(root, year, day),
        "not_stated": json.dumps([NOT_STATED] * (2 if two else 1)),
    }
    texts: dict[Path, str] = {}
    for language in chosen:
        texts[language.solution_path(root, year, day)] = filled(root / str(language.template), words, two)
        texts |= lists.with_day(language.key, root, year, day)
    if not puzzle.exists():
        texts[puzzle] = filled(root / TEMPLATES / "puzzle.py", words, two)
        texts |= lists.packages([puzzle.parent], f"The puzzles of {year}.")
    for file, template in (inputs, "cases.toml"), (page, "page.md"):
        if not file.exists():
            texts[file] = filled(root / TEMPLATES / template, words, two)
    return {path: text for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text}


def _on_the_page(root: Path, year: int, day: int) -> dict[str, str]:
    """What the day's page has for each language."""
    every = [one for one in languages.load(root).values() if not one.same_as]
    up = Path("../../..")
    links = [f"[{one.title}]({up / one.solution_path(Path(), year, day)})" for one in every]
    ideas = [f"**{one.title}** TODO: the idea, and what it costs." for one in every]
    return {"ideas": "\n\n".join(ideas), "files": ", ".join(links)}


def filled(template: Path, words: dict[str, str], two: bool) -> str:
    """A template's text for a day with two parts or with one."""
    try:
        text = Template(template.read_text(encoding="utf-8")).substitute(words)
    except (OSError, UnicodeDecodeError, ValueError, KeyError) as error:
        raise UserError(f"{template}: {error}") from None
    head, *rest = TWO_PARTS.split(text)
    return "\n".join([head, *rest]) if two else head.rstrip("\n") + "\n"


def _title(puzzle: Path) -> str | None:
    """The name that the puzzle module has for the day, if there is one."""
    found = puzzle.exists() and re.search(r'^TITLE = "(.*)"$', puzzle.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else None


def write_all(texts: dict[Path, str]) -> None:
    """Write every file or none: each is written beside its place first, and then moved there."""
    ready: dict[Path, Path] = {}
    made: list[Path] = []
    before = {path: path.read_bytes() for path in texts if path.exists()}
    try:
        for path, text in texts.items():
            made.extend(_make_folders(path.parent))
            ready[path] = path.with_name(f"{path.name}.new")
            ready[path].write_text(text, encoding="utf-8", newline="\n")
        for path, beside in ready.items():
            beside.replace(path)
    except BaseException as error:
        for path, beside in ready.items():
            with contextlib.suppress(OSError):
                beside.unlink()
            if path in before:
                path.write_bytes(before[path])
            elif path.is_file():
                path.unlink()
        for folder in reversed(made):
            folder.rmdir()
        if isinstance(error, OSError):
            raise UserError(f"nothing was written: {error.filename}: {error.strerror}") from None
        raise


def _make_folders(folder: Path) -> Iterator[Path]:
    """Make a folder and those above it that are missing, and name each."""
    if not folder.exists():
        yield from _make_folders(folder.parent)
        folder.mkdir()
        yield folder
