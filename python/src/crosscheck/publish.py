"""`crosscheck publish`: a timing result is stored, and what is shown of it is made from the store.

results/YEAR.json is the result without its raw samples, results/YEAR-scale.json how times grow. The README
holds the table of days and the pictures, each between two markers, and is never edited there by hand.
"""

from collections.abc import Set
from pathlib import Path
from typing import Any

import click

from crosscheck import gallery, languages, results, scaling
from crosscheck.errors import UserError
from crosscheck.files import write_whole
from crosscheck.languages import Language
from crosscheck.options import Settings
from crosscheck.results import Result
from crosscheck.samples import duration
from crosscheck.timing_report import summary

BEGIN, END = "<!-- days: begin -->\n", "<!-- days: end -->\n"
PICTURES_BEGIN, PICTURES_END = "<!-- pictures: begin -->\n", "<!-- pictures: end -->\n"


@click.command("publish")
@click.argument("result", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option(
    "--scale",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What `crosscheck scale --save` wrote.",
)
@click.pass_obj
def publish(settings: Settings, result: Path | None, scale: Path | None) -> None:
    """Store RESULT, which `crosscheck time --save` wrote, as results/YEAR.json; write the README's table from it, and the pictures.

    Without RESULT they are made from what is stored.
    """
    root = settings.root
    readme = root / "README.md"
    texts: dict[Path, str] = {}
    if result is not None:
        new = results.condensed(results.load(result))
        _presentable(new, languages.load(root).keys())
        texts[stored(root, new.year)] = results.encoded(new, indent=1)
    if scale is not None:
        growth = scaling.load(scale)
        _repeatable(growth.provenance)
        texts[gallery.stored_scaling(root, growth.year)] = results.encoded(growth, indent=1)
    page = _page(readme)
    for path, text in texts.items():
        write_whole(path, text)
    for path in stored_years(root):
        for file, svg in gallery.drawn(root, path):
            write_whole(file, svg)
    write_whole(readme, updated(page, root))


def stored(root: Path, year: int) -> Path:
    """Where a year's result is kept."""
    return root / "results" / f"{year}.json"


def stored_years(root: Path) -> list[Path]:
    """The results that are stored, the latest first."""
    return sorted(root.glob("results/[0-9][0-9][0-9][0-9].json"), reverse=True)


def updated(readme: str, root: Path) -> str:
    """The README with its tables and pictures made afresh from every stored year."""
    solving = [one for one in languages.load(root).values() if not one.same_as]
    tables = [rendered(results.load(path), solving) for path in stored_years(root)]
    pictures = [gallery.shown(root, path) for path in stored_years(root)]
    readme = _between(readme, BEGIN, tables, END)
    return _between(readme, PICTURES_BEGIN, pictures, PICTURES_END)


def _page(readme: Path) -> str:
    """The README's text, when it has the places for what is to be shown."""
    try:
        text = readme.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UserError(f"cannot read {readme}: {why}") from None
    for begin, end in ((BEGIN, END), (PICTURES_BEGIN, PICTURES_END)):
        _between(text, begin, [], end)
    return text


def _between(readme: str, begin: str, parts: list[str], end: str) -> str:
    before, found_begin, rest = readme.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found_begin and found_end):
        raise UserError(f"README.md lacks the markers {begin.strip()} and {end.strip()}")
    return before + begin + "\n".join(parts) + end + after


def rendered(result: Result, solving: list[Language]) -> str:
    """A year's table in Markdown: a day's title, and each language's median, which leads to the solution."""
    year = result.year
    rows = [[str(year), "", *(language.title for language in solving)], ["--:", "---", *["--:"] * len(solving)]]
    for day in result.days:
        cells = [
            f"[{duration(day.languages[one.key].median)}]({one.solution.format(year=year, day=day.day)})"
            if one.key in day.languages
            else ""
            for one in solving
        ]
        rows.append([str(day.day), f"[{day.title}](https://adventofcode.com/{year}/day/{day.day})", *cells])
    sums = [summary([day.languages.get(one.key) for day in result.days]) for one in solving]
    rows.append(["", "all", *(f"{total} ({mean})" if total else "" for total, mean in sums)])
    return "\n".join(["| " + " | ".join(row) + " |" for row in rows]) + f"\n\n{_how(result, solving)}\n"


def _how(result: Result, solving: list[Language]) -> str:
    about = result.provenance
    measured = [one for day in result.days for one in day.languages.values()]
    versions = {key: one.version for day in result.days for key, one in day.languages.items()}
    compilers = ", ".join(versions[one.key] for one in solving if one.key in versions)
    runs = [one.n for one in measured]
    return (
        f"Medians of {min(runs):,} to {max(runs):,} warm runs in {result.method.processes} processes each, interleaved, on the inputs "
        f"`inputs/{result.year}/*/full.txt`; `crosscheck time` at commit {about['commit']}, {about['date'][:10]}, {about['cpu']}, {compilers}. "
        f"Twins of one program differed by up to {result.noise or 0:.1%}. "
        "The last row has the sums, and the geometric mean of the ratios to the day's fastest."
    )


def _presentable(result: Result, ours: Set[str]) -> None:
    """Only a whole and honest session of our languages, on the shared inputs, is shown to others."""
    for day in result.days:
        where = f"{day.year} day {day.day}"
        if guests := {**day.languages, **day.absent, **day.figures}.keys() - ours:
            raise UserError(f"{where} has {min(guests)}, which languages.toml does not: time it without --with")
        if day.year != result.year:
            raise UserError(f"{where} is of another year than day {result.days[0].day}: publish one year at a time")
        if day.refused or day.unsteady:
            raise UserError(f"{where} was not timed: {day.refused or 'it did not hold still'}")
        if day.input.seed is None:
            raise UserError(f"what is published is timed with --shared, but {where} was on another input")
    if result.noise is None:
        raise UserError("a quick look is not published: time it without --quick")
    _repeatable(result.provenance)


def _repeatable(provenance: dict[str, Any]) -> None:
    if str(provenance.get("commit", "")).endswith("+"):
        raise UserError("it was timed with changes that are not committed: nobody could repeat it")
