"""The pictures that are stored of a year: their files, and what the README says of them.

results/2021-year.light.svg and .dark.svg for each; a page shows the one that suits its ground. A sentence
says what to see. It is worked out from the result, so that it stays true.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.ruler import growth, results
from crosscheck.ruler.growth import WHOSE, Growth
from crosscheck.ruler.results import DayResult, Result

DRAWN_AT = 800  # pixels wide
LIGHT, DARK = "light", "dark"


@dataclass(frozen=True, slots=True)
class Picture:
    """One that there is: `name` is that of the function in crosscheck.shown.pictures, `alt` for who does not see it."""

    name: str
    alt: str
    sentence: str


def stored_scaling(root: Path, year: int) -> Path:
    """Where it is kept how a year's times grow."""
    return root / "results" / f"{year}-scale.json"


def file(year: int, name: str, theme: str) -> Path:
    """Where a picture is, from the root."""
    return Path("results", f"{year}-{name}.{theme}.svg")


def drawn(root: Path, stored: Path) -> Iterator[tuple[Path, str]]:
    """Each file of the year whose result is `stored`, and its text."""
    from crosscheck.shown import pictures  # it takes a second to load what draws

    result = results.load(stored)
    growth = _growth(root, result.year)
    for picture in _pictures(result, growth):
        for theme in (pictures.LIGHT, pictures.DARK):
            draw = getattr(pictures, picture.name)
            svg = draw(growth if picture.name == "scaling" else result, theme)
            yield root / file(result.year, picture.name, theme.name), svg


def shown(root: Path, stored: Path) -> str:
    """A year's pictures as the README has them, each under its sentence."""
    result = results.load(stored)
    return "\n".join(
        f"{picture.sentence}\n\n"
        f'<picture><source media="(prefers-color-scheme: dark)" srcset="{file(result.year, picture.name, DARK)}">'
        f'<img src="{file(result.year, picture.name, LIGHT)}" alt="{picture.alt}" width="{DRAWN_AT}"></picture>\n'
        for picture in _pictures(result, _growth(root, result.year))
    )


def _growth(root: Path, year: int) -> Growth | None:
    path = stored_scaling(root, year)
    return growth.load(path) if path.is_file() else None


def _pictures(result: Result, growth: Growth | None) -> Iterator[Picture]:
    """Those of what was measured."""
    year = result.year
    figures = [one for day in result.days for one in day.figures.values()]
    yield Picture(
        "year", f"Time by day of {year} on a log scale, a mark for each language's solution", _of_year(result)
    )
    if any(one.code for one in figures):
        alt = f"Time against tokens of code on log scales, a mark for each solution of {year}"
        yield Picture("code", alt, _of_code(result))
    if growth is not None:
        alt = f"Time against the size of the input on log scales, a panel for each of {len(growth.days)} days"
        yield Picture("scaling", alt, _of_growth(growth))
    if any(one.memory for one in figures):
        alt = f"Peak memory by day of {year} on a log scale, a mark for each language's solution"
        yield Picture("memory", alt, _of_memory(result))


def _of_year(result: Result) -> str:
    times = [_medians(day) for day in result.days]
    first = [min(one, key=one.__getitem__) for one in times]
    won = {title: first.count(title) for title in dict.fromkeys(first)}
    most = max(won, key=won.__getitem__)
    return (
        f"One mark is one solution, with its 95 % interval where that is larger than the mark; a line up is ten times as long. "
        f"The fastest is {most}'s on {won[most]} of {len(first)} days."
    )


def _of_code(result: Result) -> str:
    both = 0
    for day in result.days:
        times = _medians(day)
        tokens = {one.title: one.code.tokens for one in day.figures.values() if one.code and one.title in times}
        both += bool(tokens) and max(tokens, key=tokens.__getitem__) == min(times, key=times.__getitem__)
    return (
        f"One mark is one solution, with the number of its day: further right is more code, further up is slower. "
        f"The longest of a day's solutions is also its fastest on {both} of {len(result.days)} days."
    )


def _of_growth(growth: Growth) -> str:
    apart = [day.day for day in growth.days if day.differences()]
    alike = [day.day for day in growth.days if not day.differences()]
    said = []
    if apart:
        said.append(f"{_on(apart)} exponents differ, {WHOSE}")
    if alike:
        said.append(f"{_on(alike)} none do")
    return f"The steeper a line, the faster time grows with the input, as a power of its size: {'; '.join(said)}."


def _on(days: Sequence[int]) -> str:
    return f"on day{'s' * (len(days) > 1)} {' and '.join(map(str, days))}"


def _of_memory(result: Result) -> str:
    more: dict[str, int] = {}
    for day in result.days:
        for key, one in day.figures.items():
            if one.memory and key in day.languages and not day.languages[key].same_as:
                more[one.title] = more.get(one.title, 0) + (one.memory.peak > 1.5 * one.memory.idle)
    counts = ", ".join(f"{count} in {title}" for title, count in more.items())
    return (
        "A dashed line is a program with nothing to do, and a stem what a day adds to it. "
        f"Days that add more than half as much again, of {len(result.days)}: {counts}."
    )


def _medians(day: DayResult) -> dict[str, int]:
    """A day's times by title, without second roads to a solution."""
    return {one.title: one.median for one in day.languages.values() if not one.same_as}
