"""Rust's days are listed in the macro of lib.rs; its years, as Python sees them, in the type stubs."""

import re
from pathlib import Path

from crosscheck import advent
from crosscheck.lists import Texts, block, not_found, sorted_in

BEGIN, END = "\ndays! {\n", "\n}\n"
YEAR = r"""    y(\d{4}) \{
        two parts:([ day\d]*);
        one part:([ day\d]*);
    \}"""


def with_day(root: Path, year: int, day: int) -> Texts:
    lib = root / "rust/crates/aoc/src/lib.rs"
    stubs = root / "rust/python/aoc_rust"
    listed = (stubs / "__init__.pyi").read_text(encoding="utf-8")
    line, like = f"from aoc_rust import y{year} as y{year}", r"from aoc_rust import y\d{4} as y\d{4}"
    return {
        lib: in_macro(lib, lib.read_text(encoding="utf-8"), year, day),
        stubs / "__init__.pyi": sorted_in(stubs / "__init__.pyi", listed, line, like),
        # Every year's stub is the same.
        stubs / f"y{year}/__init__.pyi": min(stubs.glob("y*/__init__.pyi")).read_text(encoding="utf-8"),
    }


def in_macro(path: Path, text: str, year: int, day: int) -> str:
    before, inside, after = block(path, text, BEGIN, END)
    years = {
        int(its_year): {2: set(two.split()), 1: set(one.split())} for its_year, two, one in re.findall(YEAR, inside)
    }
    if inside != shown(years):
        raise not_found(path, "a list of days that is laid out as ever")
    of_year = years.setdefault(year, {2: set(), 1: set()})
    of_year[len(advent.parts(year, day))].add(f"day{day:02}")
    return before + shown(years) + after


def shown(years: dict[int, dict[int, set[str]]]) -> str:
    """The years, each with its days by their number of parts."""
    return "\n".join(
        f"    y{year} {{\n"
        f"        {' '.join(['two parts:', *sorted(days[2])])};\n"
        f"        {' '.join(['one part:', *sorted(days[1])])};\n"
        "    }"
        for year, days in sorted(years.items())
    )
