"""What the project found: a picture with one sentence for each claim, worked out from the stored results, so that it stays true."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import geometric_mean, median

from crosscheck.reading.room import Column, Day
from crosscheck.reading.said import count, duration, listed, ratio, share
from crosscheck.reading.scale import LogScale, Scale, Shares, labelled

ARRAYS = re.compile(r"^import (numpy)\b", re.MULTILINE)
"""What does the work of loops in compiled code, for a language that is interpreted."""

NEAREST = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A solution in a picture; `y` only where the picture has two axes."""

    day: Day
    column: Column
    x: float
    y: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of dots, and where their middle is."""

    name: str
    column: Column
    dots: tuple[Dot, ...]
    middle: float
    said: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A picture: strips on one axis, or dots in a plane. `sentence` says what is to be seen, `nearest` names days of note."""

    key: str
    title: str
    sentence: str
    across: str
    ticks: tuple[tuple[float, str], ...]
    strips: tuple[Strip, ...] = ()
    dots: tuple[Dot, ...] = ()
    upward: str = ""
    rungs: tuple[tuple[float, str], ...] = ()
    nearest: tuple[tuple[Column, tuple[Dot, ...]], ...] = ()


Value = Callable[[Day, Column], float | None]


def all_of(days: Sequence[Day]) -> list[Finding]:
    """Every finding for which there is something to show."""
    found = [_clarity(days), _speed(days), _difference(days), _arrays(days), _parsing(days), _both(days)]
    return [it for it in found if it]


def _clarity(days: Sequence[Day]) -> Finding | None:
    axis, strips = _strips(days, _tokens, count)
    if not strips:
        return None
    first, *others = [f"in {strip.column.title}" for strip in strips]
    middles = listed(
        [
            f"{strips[0].said} tokens {first}",
            *(f"{it.said} {where}" for it, where in zip(strips[1:], others, strict=True)),
        ]
    )
    best, wins, of = _best(days, _tokens)
    return Finding(
        "clarity",
        "Clarity: how much there is to read",
        f"The middle solution has {middles}, and {best}'s is the shortest on {wins} of {of} days.",
        "tokens of a solution, without comments",
        labelled(axis, count),
        strips,
    )


def _speed(days: Sequence[Day]) -> Finding | None:
    axis, strips = _strips(days, _time, duration)
    if not strips:
        return None
    best, wins, of = _best(days, _time)
    slower = [
        f"{ratio(geometric_mean([dot.day.ratio(dot.column) or 1 for dot in strip.dots]))} for {strip.column.title}"
        for strip in strips
        if strip.column.title != best
    ]
    means = f"; the geometric mean of the ratios to the fastest is {listed(slower)}" if slower else ""
    return Finding(
        "speed",
        "Speed: how long a day takes",
        f"{best}'s solution is the fastest on {wins} of {of} days{means}.",
        "time of parse, part 1 and part 2",
        labelled(axis, duration),
        strips,
    )


def _difference(days: Sequence[Day]) -> Finding | None:
    """How near the others come to the fastest language: an idea can make up for much."""
    fastest, _, _ = _best(days, _time)
    axis, strips = _strips(days, lambda day, column: None if column.title == fastest else day.ratio(column), ratio)
    if not strips:
        return None
    nearest = tuple((strip.column, tuple(sorted(strip.dots, key=lambda dot: dot.x)[:NEAREST])) for strip in strips)
    spans = [f"{strip.column.title}'s from {ratio(_low(strip))} to {ratio(_high(strip))}" for strip in strips]
    return Finding(
        "difference",
        "Difference: where an idea beats expectation",
        f"Ratios to the fastest solution are anything but a language's constant: {listed(spans)}.",
        "time, as a ratio to the fastest solution of the day",
        labelled(axis, ratio),
        strips,
        nearest=nearest,
    )


def _arrays(days: Sequence[Day]) -> Finding | None:
    """Days on which a language takes an array library, and days on which it does not."""
    used = {column.title for day in days for column in day.columns if _uses_arrays(column)}
    axis, strips = _strips(days, lambda day, column: day.ratio(column) if column.title in used else None, ratio)
    rows = []
    for strip in strips:
        for takes in (True, False):
            dots = tuple(dot for dot in strip.dots if _uses_arrays(dot.column) == takes)
            if dots:
                mean = geometric_mean([dot.day.ratio(dot.column) or 1 for dot in dots])
                name = "with NumPy" if takes else "without"
                rows.append(Strip(f"{strip.column.title} {name}", strip.column, dots, axis.at(mean), ratio(mean)))
    if len(rows) < 2:
        return None
    said = listed(
        [
            f"{row.said} on the {len(row.dots)} days {row.name.partition(' ')[2]}"
            + (" it" if "without" in row.name else "")
            for row in rows
        ]
    )
    return Finding(
        "numpy",
        "Where arrays are needed",
        f"{listed(sorted(used))}'s solutions take, in geometric mean, {said}.",
        "time, as a ratio to the fastest solution of the day",
        labelled(axis, ratio),
        tuple(rows),
    )


def _parsing(days: Sequence[Day]) -> Finding | None:
    def parsing(_: Day, column: Column) -> float | None:
        parse, all_steps = (
            column.step_time("parse"),
            sum((column.measured.steps or {}).values()) if column.measured else 0,
        )
        return None if parse is None or not all_steps else parse / all_steps

    axis = Shares()
    _, strips = _strips(days, parsing, share, axis)
    if not strips:
        return None
    middles = listed([f"{strip.said} in {strip.column.title}" for strip in strips])
    return Finding(
        "parsing",
        "How much of it is reading the input",
        f"Of a solution's time, parsing takes {middles} on the middle day.",
        "share of parsing in the time of a day",
        labelled(axis, share),
        strips,
    )


def _both(days: Sequence[Day]) -> Finding | None:
    """Time against size, for days that have both."""
    there = [
        (day, column, time, tokens)
        for day in days
        for column in day.columns
        if (time := _time(day, column)) and (tokens := _tokens(day, column))
    ]
    if not there:
        return None
    across, upward = LogScale.around(it[3] for it in there), LogScale.around(it[2] for it in there)
    dots = tuple(
        Dot(
            day, column, across.at(tokens), upward.at(time), f"{column.title}: {count(tokens)} tokens, {duration(time)}"
        )
        for day, column, time, tokens in there
    )
    return Finding(
        "both",
        "Time and size together",
        "Each mark is a solution and leads to it: further right is more to read, further up is slower.",
        "tokens",
        labelled(across, count),
        dots=dots,
        upward="time",
        rungs=labelled(upward, duration),
    )


def _time(_: Day, column: Column) -> float | None:
    return column.measured.median if column.measured else None


def _tokens(_: Day, column: Column) -> float | None:
    return column.solution.size.tokens if column.solution else None


def _uses_arrays(column: Column) -> bool:
    return bool(column.solution and ARRAYS.search(column.solution.text))


def _strips(
    days: Sequence[Day], value: Value, say: Callable[[float], str], axis: Scale | None = None
) -> tuple[Scale, tuple[Strip, ...]]:
    """A strip a language that has values, on one axis."""
    values: dict[str, list[tuple[Day, Column, float]]] = {}
    for day in days:
        for column in day.columns:
            if (it := value(day, column)) is not None:
                values.setdefault(column.title, []).append((day, column, it))
    scale = axis or LogScale.around((it for row in values.values() for _, _, it in row), close=True)
    strips = []
    for title, row in values.items():
        middle = median(it for _, _, it in row)
        dots = tuple(Dot(day, column, scale.at(it), None, say(it)) for day, column, it in row)
        strips.append(Strip(title, row[0][1], dots, scale.at(middle), say(middle)))
    return scale, tuple(strips)


def _best(days: Iterable[Day], value: Value) -> tuple[str, int, int]:
    """Which language has the least value on most days, on how many, and on how many several have one."""
    wins: dict[str, int] = {}
    for day in days:
        there = [(it, column.title) for column in day.columns if (it := value(day, column)) is not None]
        if len(there) > 1:
            wins[min(there)[1]] = wins.get(min(there)[1], 0) + 1
    best = max(wins, key=lambda title: wins[title], default="")
    return best, wins.get(best, 0), sum(wins.values())


def _low(strip: Strip) -> float:
    return min(dot.day.ratio(dot.column) or 1 for dot in strip.dots)


def _high(strip: Strip) -> float:
    return max(dot.day.ratio(dot.column) or 1 for dot in strip.dots)
