"""Which files a day is made of, and whom a change of one of them concerns."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crosscheck.tree import inputs
from crosscheck.tree.languages import Language
from crosscheck.tree.repository import day_folder


class DayFiles:
    """The files of one day: its solutions, what they share, its cases, its inputs.

    A language's shared modules are the files of its solutions' kind in the folder of its solutions, at
    any depth, that are not the solution of another day.
    """

    def __init__(
        self, root: Path, year: int, day: int, languages: Sequence[Language], environ: Mapping[str, str] = os.environ
    ) -> None:
        self._root, self._year, self._day = root, year, day
        self._sources = [_Sources(root, language, year, day) for language in languages]
        self._inputs = [folder.resolve() for folder in inputs.folders(root, year, environ)]

    def folders(self) -> Iterator[Path]:
        """What is to be watched, at any depth."""
        there = {source.folder for source in self._sources} | set(self._inputs)
        yield from sorted(folder for folder in there if folder.is_dir())

    def languages_of(self, path: Path) -> list[str]:
        """The languages to build again when this file has changed."""
        return [source.key for source in self._sources if source.holds(path)]

    def is_everyones(self, path: Path) -> bool:
        """Is this a file that every language is to be tried on again: its cases, or an input?"""
        if path.parent == day_folder(self._root, self._year, self._day):
            return path.name in ("cases.toml", "full.txt")
        day = f"{self._day:02}"
        by_hand = path.parent.name == str(self._year) and path.name in (f"{day}.txt", "answers.json")
        cached = path.suffix == ".txt" and path.name.startswith(f"{self._year}_{day}")  # as aocd names them
        # What is put into a new folder at once may come before anybody watches it.
        return (by_hand or cached or path.is_dir()) and any(path.is_relative_to(folder) for folder in self._inputs)


class _Sources:
    """Where a language's solutions are."""

    def __init__(self, root: Path, language: Language, year: int, day: int) -> None:
        self.key = language.key
        self._solution = language.solution_path(root, year, day)
        fixed = language.solution.partition("{")[0]  # up to where years and days begin to differ
        self.folder = root / fixed.rpartition("/")[0]
        self._any_day = re.compile(re.sub(r"\\\{[^}]*\\\}", r"\\d+", re.escape(language.solution)))
        self._root = root

    def holds(self, path: Path) -> bool:
        if path == self._solution:
            return True
        shared = path.suffix == self._solution.suffix and path.is_relative_to(self.folder)
        return shared and not self._any_day.fullmatch(path.relative_to(self._root).as_posix())
