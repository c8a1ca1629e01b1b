"""A year's days are listed in haskell/aoc-yYYYY: as modules in its .cabal file, and in AoC/YYYYY.hs, its table of days."""

import re
from pathlib import Path
from string import Template

from crosscheck.rooms.lists import Texts, block, not_found, sorted_in
from crosscheck.tree import advent

BEGIN, END = "\ndays =\n  [ ", "\n  ]\n"
ENTRY = r"(?:day|dayWith|lastDay) \d+ (\d+) .*"
MAKERS = r"import AoC\.Day \(Day, ((?:day|dayWith|lastDay)(?:, (?:dayWith|lastDay))*)\)"


def with_day(root: Path, year: int, day: int) -> Texts:
    package = root / f"haskell/aoc-y{year}"
    cabal, days = package / f"aoc-y{year}.cabal", package / f"src/AoC/Y{year}.hs"
    parts = advent.parts(year, day)
    maker = "day" if len(parts) == 2 else "lastDay"
    names = " ".join(f"Day{day:02}.{name}" for name in ("parse", *(f"part{part}" for part in parts)))
    values = {"year": year, "dd": f"{day:02}", "maker": maker, "entry": f"{maker} {year} {day} {names}"}
    return {
        cabal: with_module(cabal, begun(root / "templates/year.cabal", cabal, values), year, day),
        days: with_entry(days, begun(root / "templates/Year.hs", days, values), year, day, maker, str(values["entry"])),
    }


def begun(template: Path, path: Path, values: dict[str, object]) -> str:
    """What the file says; for a year that has none, what it begins with."""
    if path.exists():
        return path.read_text(encoding="utf-8")
    return Template(template.read_text(encoding="utf-8")).substitute(values)


def with_module(path: Path, text: str, year: int, day: int) -> str:
    return sorted_in(path, text, f"    AoC.Y{year}.Day{day:02}", rf"    AoC\.Y{year}\.Day\d\d")


def with_entry(path: Path, text: str, year: int, day: int, maker: str, entry: str) -> str:
    imported = re.search(MAKERS, text)
    if not imported:
        raise not_found(path, "an import of day or lastDay")
    makers = ", ".join(sorted({*imported[1].split(", "), maker}))
    text = text.replace(imported[0], f"import AoC.Day (Day, {makers})")
    line = f"import qualified AoC.Y{year}.Day{day:02} as Day{day:02}"
    text = sorted_in(path, text, line, rf"import qualified AoC\.Y{year}\.Day\d\d as .*")
    before, inside, after = block(path, text, BEGIN, END)
    entries = {}
    for each in (*inside.split(",\n    "), entry):
        found = re.fullmatch(ENTRY, each)
        if not found:
            raise not_found(path, "a list of days that is laid out as ever")
        entries[int(found[1])] = each
    return before + ",\n    ".join(each for _, each in sorted(entries.items())) + after
