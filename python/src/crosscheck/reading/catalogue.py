"""The days together: what one can look for, and the measures that the index shows of them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.reading.room import Column, Day
from crosscheck.reading.said import count, duration, ratio
from crosscheck.reading.scale import LogScale

LEVELS = 6  # of shade
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \|(?: (?:\[more\]\((.+)\) )?\|)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Technique:
    """A tag, what it means, where more is to be read, and the days whose pages have it."""

    name: str
    meaning: str
    more: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is known of a language on a day, as a number."""

    key: str
    title: str
    of: Callable[[Day, Column], float | None]
    say: Callable[[float], str]


MEASURES = (
    Measure("time", "time", lambda _, column: column.measured.median if column.measured else None, duration),
    Measure("ratio", "ratio to the fastest", Day.ratio, ratio),
    Measure("tokens", "tokens", lambda _, column: column.solution.size.tokens if column.solution else None, count),
    Measure("exponent", "exponent of growth", Day.exponent, "n^{:.1f}".format),
)


def techniques(root: Path, days: Iterable[Day]) -> list[Technique]:
    """Those of docs/techniques.md that a day has, in its order, and after them those that it does not know."""
    file = root / "docs/techniques.md"
    rows = ROW.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
    known = {name: (meaning, more) for name, meaning, more in rows}
    had: dict[str, list[Day]] = {}
    for day in days:
        for tag in day.page.tags:
            had.setdefault(tag, []).append(day)
    names = [name for name in known if name in had] + [name for name in had if name not in known]
    return [Technique(name, *known.get(name, ("", "")), tuple(had[name])) for name in names]


def scale(measure: Measure, days: Sequence[Day], place: int) -> LogScale:
    """The axis on which a measure lies, of the language whose column has that place."""
    values = [measure.of(day, day.columns[place]) for day in days]
    return LogScale.around((value for value in values if value), close=True)


def as_data(days: Sequence[Day]) -> dict[str, Any]:
    """What the script of the index knows: of each measure the ends of its axes by language, and the days with their values."""
    places = range(len(days[0].columns))
    measures = {measure.key: [_ends(measure, scale(measure, days, place)) for place in places] for measure in MEASURES}
    return {"levels": LEVELS, "measures": measures, "days": {day.where: _values(day) for day in days}}


def _ends(measure: Measure, axis: LogScale) -> dict[str, float | str]:
    return {
        "low": axis.low,
        "high": axis.high,
        "least": measure.say(axis.low),
        "most": measure.say(axis.high),
    }


def _values(day: Day) -> dict[str, list[list[float | str] | None]]:
    """By measure, of each column its value as a number and as it is said."""
    return {measure.key: [_value(measure, day, column) for column in day.columns] for measure in MEASURES}


def _value(measure: Measure, day: Day, column: Column) -> list[float | str] | None:
    value = measure.of(day, column)
    return None if value is None else [value, measure.say(value)]
