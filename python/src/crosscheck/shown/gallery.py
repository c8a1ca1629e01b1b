"""The pictures of a year that is stored: their files, what is said of each, and what each was made from.

results/2021/time.svg and so on. A sentence says what to see; it is worked out from the result, so that it stays true. The
file names what it was drawn from, so that one sees whether it is stale without drawing it again.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import UserError
from crosscheck.ruler import growth, results
from crosscheck.ruler.growth import NOT_A_POWER, WHOSE, Growth
from crosscheck.ruler.results import DayResult, Result

HOW = Path(__file__).with_name("pictures.py")


@dataclass(frozen=True, slots=True)
class Picture:
    """One that there is: `name` is that of the function in crosscheck.shown.pictures, `alt` for who does not see it."""

    name: str
    alt: str
    sentence: str

    @property
    def file(self) -> str:
        """Where it is, in the folder of its year."""
        return f"{self.name}.svg"

    def markdown(self, folder: str = "") -> str:
        """The sentence, and the picture below it, for a page that finds the year's folder there."""
        return f"{self.sentence}\n\n![{self.alt}]({folder}{self.file})\n"


def stored(folder: Path) -> Path:
    """Where the result of a year is kept."""
    return folder / "times.json"


def stored_growth(folder: Path) -> Path:
    """Where it is kept how a year's times grow."""
    return folder / "growth.json"


def pictures_of(folder: Path) -> list[Picture]:
    """Those of the year whose folder in results/ this is."""
    return [*_pictures(results.load(stored(folder)), _growth(folder))]


def origin(folder: Path, picture: Picture) -> str:
    """What the picture is made of, as a comment: the stored numbers, and how they are drawn."""
    data = stored_growth(folder) if picture.name == "growth" else stored(folder)
    made_of = hashlib.sha256(data.read_bytes() + HOW.read_bytes()).hexdigest()[:16]
    return f"<!-- crosscheck publish: {made_of} -->\n"


def is_current(folder: Path, picture: Picture) -> bool:
    """Whether the file is there and was drawn from what is stored now."""
    file = folder / picture.file
    return file.is_file() and file.read_text(encoding="utf-8").endswith(origin(folder, picture))


def drawn(folder: Path, picture: Picture) -> str:
    """The picture, drawn from what is stored."""
    try:
        from crosscheck.shown import pictures  # it takes a second to load what draws
    except ModuleNotFoundError as error:
        raise UserError(f"pictures are drawn with {error.name}, which is not installed; type: make publish") from error

    draw = getattr(pictures, picture.name)
    svg: str = draw(_growth(folder) if picture.name == "growth" else results.load(stored(folder)))
    return svg + origin(folder, picture)


def _growth(folder: Path) -> Growth | None:
    path = stored_growth(folder)
    return growth.load(path) if path.is_file() else None


def _pictures(result: Result, grown: Growth | None) -> Iterator[Picture]:
    """Those of what was measured."""
    year = result.year
    figures = [one for day in result.days for one in day.figures.values()]
    yield Picture(
        "time", f"Time by day of {year} on a log scale, a mark for each language's solution", _of_year(result)
    )
    if any(one.code for one in figures):
        alt = f"Time against tokens of code on log scales, a mark for each solution of {year}"
        yield Picture("code", alt, _of_code(result))
    if grown is not None:
        alt = f"Time against the size of the input on log scales, a panel for each of {len(grown.days)} days"
        yield Picture("growth", alt, _of_growth(grown))
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


def _of_growth(grown: Growth) -> str:
    apart = [day.day for day in grown.days if day.differences()]
    alike = [
        day.day for day in grown.days if not day.differences() and sum(map(day.is_power, day.languages.values())) > 1
    ]
    leaping = [day.day for day in grown.days if not all(map(day.is_power, day.languages.values()))]
    said = []
    if apart:
        said.append(f"{_on(apart)} exponents differ, {WHOSE}")
    if alike:
        said.append(f"{_on(alike)} none do")
    if leaping:
        said.append(f"{_on(leaping)} a time leaps, or varies too much, to be one ({NOT_A_POWER})")
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
