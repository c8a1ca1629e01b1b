"""Python's days are found on disk; a year is a package."""

from pathlib import Path

from crosscheck.rooms.lists import Texts, packages


def with_day(root: Path, year: int, day: int) -> Texts:
    return packages([root / f"python/src/aoc/y{year}"], f"Advent of Code {year}.")
