"""Haskell's days are listed in AoC/Days.hs; their modules there and in aoc.cabal."""

import re
from pathlib import Path

from crosscheck.rooms.lists import Texts, block, not_found, sorted_in
from crosscheck.tree import advent

BEGIN, END = "\ndays =\n  [ ", "\n  ]\n"
ENTRY = r"(?:day|lastDay) (\d+) (\d+) .*"


def with_day(root: Path, year: int, day: int) -> Texts:
    cabal, days = root / "haskell/aoc.cabal", root / "haskell/src/AoC/Days.hs"
    name = f"Y{year}.Day{day:02}"
    imported = f"import qualified AoC.{name} as {name}"
    text = sorted_in(days, days.read_text(encoding="utf-8"), imported, r"import qualified AoC\.Y\d{4}\.Day\d\d as .*")
    return {
        cabal: sorted_in(cabal, cabal.read_text(encoding="utf-8"), f"    AoC.{name}", r"    AoC\.Y\d{4}\.Day\d\d"),
        days: in_list(days, text, year, day),
    }


def in_list(path: Path, text: str, year: int, day: int) -> str:
    before, inside, after = block(path, text, BEGIN, END)
    parts = advent.parts(year, day)
    names = " ".join(f"Y{year}.Day{day:02}.{name}" for name in ("parse", *(f"part{part}" for part in parts)))
    entries = {}
    for entry in (*inside.split(",\n    "), f"{'day' if len(parts) == 2 else 'lastDay'} {year} {day} {names}"):
        found = re.fullmatch(ENTRY, entry)
        if not found:
            raise not_found(path, "a list of days that is laid out as ever")
        entries[int(found[1]), int(found[2])] = entry
    return before + ",\n    ".join(entry for _, entry in sorted(entries.items())) + after
